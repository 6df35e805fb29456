package import HearsayCore
import HearsayRules
package import HearsayText

/// A topic of the rules, such as `released`: which words tell of it and how its numbers behave.
package struct Topic: Sendable {
  package var name: String
  package var measure: Measure
  /// The modality its claims have, such as `promise`; `nil` leaves it to the clause.
  package var modality: Modality?
  /// The topic it speaks of: `promised` needs `released`.
  package var needs: String?
  /// Whether it happens to people, so that cities and days are not counted by it.
  package var ofPeople = false
  /// Whether its verbs have a sum of money for object: `stole $2 million`.
  package var ofMoney = false
  /// Whether a story file names it, so that its words win over those of the language.
  package var fromStory: Bool
  package var rule: String
  /// Its verbs and nouns as lemmas, by which one may ask for it.
  package var words: [String]
}

/// The yes and no of a topic, apart from its words.
struct TopicTraits: Sendable {
  /// The only nouns it counts, where the rules name some: `job cuts` counts no factories.
  var counted: WordSet?
  var ofPeople: Bool
  var ofMoney: Bool
  var fromStory: Bool
  var needsOther: Bool
  /// Whether it counts sums only: `ransom`.
  var ofSums: Bool
  /// Whether it counts people only, by a noun of people or by none.
  var ofPersons: Bool
  /// Whether it counts lengths of time only: `sentence`.
  var ofSpans: Bool
  /// What it costs more than another topic: `41 passengers` are aboard when nothing else is told.
  var weakness: Int
}

/// A population of the rules, such as `political prisoners`.
package struct Population: Sendable {
  package var name: String
  package var within: String?
  package var generic: Bool
  package var rule: String
  /// How many populations it lies within.
  package var depth = 0
}

/// How the words of a topic stand in a sentence.
enum TopicWord: Sendable {
  case verb, noun, phrase
}

/// What a phrase of the claim tables stands for.
enum ClaimPhrase: Sendable {
  case topic(Int, TopicWord)
  case population(Int)
  case contest(Int)
  case part
  /// `of the victims`, behind the number of some of them.
  case victims
  case flow
  case otherEvent
  /// `reported dead were found alive`.
  case takenBack
  /// `this year`: a count over more than one event.
  case longSpan
}

/// Topics, populations and the small words that bear on what a number counts.
package final class ClaimTables: Sendable {
  package let topics: [Topic]
  package let populations: [Population]
  /// What is asked of a topic at every figure.
  let traits: [TopicTraits]
  let phrases: PatternTable<ClaimPhrase>
  /// Verbs that a subject suffers: `die`.
  let sufferedVerbs: WordSet
  /// `by`; `of`; `in`, `at`.
  let doerWords: WordSet
  let ofWords: WordSet
  let placeWords: WordSet
  /// `another`, `further`, before a number; `more`, `others`, behind it.
  let moreWords: WordSet
  let othersWords: WordSet
  /// Nouns that topics of people never count: `pages`, `attacks`.
  let thingNouns: WordSet
  /// Nouns of people.
  let persons: WordSet
  /// Verbs that bring a count behind its noun: `attackers, thought to number 100`.
  let numberingVerbs: WordSet
  let toWords: WordSet
  let pluralOthers: WordSet
  /// `but` in `all but two`.
  let butWords: WordSet
  /// `in all`, `in total`, behind a count between marks.
  let inAll: [[WordID]]
  /// `when`, `after`: a clause with a subject of its own follows.
  let clauseWords: WordSet
  /// Verbs of saying and counting before a number that stands for one given before: `says eight`.
  let echoVerbs: WordSet
  /// Words of such a number's clause: `higher than the 500`.
  let echoLinks: WordSet
  /// `it`, `that` before `was 23`.
  let pointers: WordSet
  /// `to`, `for` before a term; `sentence`, `jail`.
  let termLinks: WordSet
  let sentencingVerbs: WordSet
  /// `reports` in `no reports of injuries`.
  let reportNouns: WordSet
  /// Units as they are written in answers: `miles per hour` as `mph`.
  let writtenUnits: [String: String]
  /// `man`, `woman`: one of them is one person; and the noun for that.
  let anyPersons: WordSet
  let personNoun: String?
  /// `no`; `one` behind it; `single` in `not a single hostage`; `nothing`; `without`; `any`,
  /// `anyone` behind `deny`.
  let noWords: WordSet
  let oneWords: WordSet
  let singleWords: WordSet
  let zeroThings: WordSet
  let withoutWords: WordSet
  let anyWords: WordSet
  let denyingVerbs: WordSet
  /// Nouns of people that are plurals or no single person; `is`, which tells of nothing past.
  let pluralPersons: WordSet
  let presentBe: WordSet
  /// The topics that one person makes a count of.
  let singleTopics: Set<String>
  /// `there` before `were 20`; `see`, `fear`: weaker signs of such a number.
  let thereWords: WordSet
  let seeingVerbs: WordSet
  /// `how`; `many`.
  let howWords: WordSet
  let manyWords: WordSet
  /// Nouns of those who do it; those who do it by office; what they do.
  let attackerNouns: WordSet
  let officeNouns: WordSet
  let attackerMarks: WordSet
  let andWords: WordSet
  let attackVerbs: WordSet
  /// Lengths of time, also behind an adjective: `several sleepy months`.
  let spans: WordSet
  let spanNames: Set<String>
  /// `quake`: what a bare decimal measures.
  let quakeNouns: WordSet
  /// `years`, `months`: what one is sentenced to.
  let termUnits: WordSet
  /// `no`, `nobody`: none are counted.
  let zeroNouns: WordSet
  /// `per` before a share of the sum given before; `or` before both.
  let perWords: WordSet
  let orWords: WordSet
  /// `among`, `of`: what follows is taken from those after it.
  let memberWords: WordSet
  let includeWords: WordSet
  /// `cite`, `quote`; `as`.
  let citingVerbs: WordSet
  let asWords: WordSet
  /// `a` before `attack`, `bomb`: an event told as new; then `case` and the illnesses.
  let articles: WordSet
  let eventNouns: WordSet
  /// `demand` before `for`; `expect`.
  let demandNouns: WordSet
  let demandLinks: WordSet
  let expectingVerbs: WordSet
  /// What turns to another event and back.
  let events: EventWords
  let caseNouns: WordSet
  let diseases: WordSet
  /// `told`; `from` behind `up`: what was so before.
  let tellingVerbs: WordSet
  let fromWords: WordSet
  let upWords: WordSet
  /// `bring` in `…, he said, bringing the total to 590`.
  let bringingVerbs: WordSet
  /// `toll`, `death`: what is raised to a number; `hospital`, `television`: who may count.
  let tollNouns: WordSet
  let counterNouns: WordSet
  let thoseWords: WordSet
  /// Nouns that count anybody: `people`.
  let genericNouns: Set<String>
  /// `there`: a subject that stands for nobody.
  let emptySubjects: WordSet
  let origins: OriginWords
  private let topicRows: [String: Int]
  private let populationRows: [String: Int]
  /// For each topic the one that needs it: `promised` for `released`.
  private let promises: [Int?]

  init(_ rules: RuleSet, _ lexicon: inout Lexicon) {
    var builder = ClaimTableBuilder()
    builder.addTopics(rules, &lexicon)
    builder.addPopulations(rules, &lexicon)
    builder.addPhrases(rules, &lexicon)
    (topics, populations) = (builder.topics, builder.populations)
    let counted = Dictionary(
      rules["claims.counted"].entries.map { ($0.key, WordSet($0.value, &lexicon)) }
    ) { first, _ in first }
    let persons = Set(rules["claims.topics-of-persons"].words)
    let sums = Set(rules["claims.topics-of-sums"].words)
    let spans = Set(rules["claims.topics-of-spans"].words)
    let weak = Set(rules["claims.weak-topics"].words)
    traits = builder.topics.map {
      let own = !$0.fromStory
      return TopicTraits(
        counted: counted[$0.name], ofPeople: $0.ofPeople, ofMoney: $0.ofMoney,
        fromStory: $0.fromStory, needsOther: $0.needs != nil,
        ofSums: own && sums.contains($0.name), ofPersons: own && persons.contains($0.name),
        ofSpans: own && spans.contains($0.name),
        weakness: own && weak.contains($0.name) ? 9 : 0)
    }
    phrases = builder.phrases
    tagClaimWords(rules, &lexicon)
    func set(_ key: String) -> WordSet { WordSet(rules[key], &lexicon) }
    origins = OriginWords(
      rules["speech.origins"], bodies: rules["speech.general-bodies"], &lexicon)
    sufferedVerbs = set("claims.suffered-verbs")
    doerWords = set("claims.doer-prepositions")
    ofWords = set("claims.part-prepositions")
    placeWords = set("claims.place-prepositions")
    thingNouns = set("claims.things")
    clauseWords = set("claims.implicit-links")
    self.persons = set("claims.persons")
    butWords = set("claims.exceptions")
    pluralOthers = set("claims.others-plural")
    toWords = set("numbers.range-to")
    numberingVerbs = set("claims.numbering-verbs")
    echoVerbs = set("claims.echo-verbs")
    echoLinks = set("claims.echo-links")
    pointers = set("claims.pointers")
    termLinks = set("claims.term-links")
    sentencingVerbs = set("claims.sentencing-verbs")
    reportNouns = set("claims.report-nouns")
    writtenUnits = Dictionary(
      rules["claims.written-units"].entries.flatMap { entry in
        entry.value.words.map { ($0, entry.key) }
      }
    ) { first, _ in first }
    anyPersons = set("claims.any-persons")
    personNoun = rules["claims.any-persons"].words.first
    noWords = set("claims.zeros")
    oneWords = set("claims.one")
    singleWords = set("claims.single")
    zeroThings = set("claims.zero-things")
    withoutWords = set("claims.without")
    anyWords = set("claims.any")
    denyingVerbs = set("claims.denying-verbs")
    pluralPersons = set("claims.plural-persons")
    presentBe = set("claims.present-be")
    singleTopics = Set(rules["claims.single-topics"].words)
    thereWords = set("claims.there")
    seeingVerbs = set("claims.seeing-verbs")
    howWords = set("numbers.questions")
    manyWords = set("claims.many")
    attackerNouns = set("claims.attackers")
    officeNouns = set("claims.offices")
    attackerMarks = set("claims.attacker-marks")
    andWords = set("numbers.range-and")
    attackVerbs = set("claims.attack-verbs")
    inAll = rules["claims.in-all"].words.map { phrase in
      phrase.split(separator: " ").map { lexicon.word(String($0)) }
    }
    perWords = set("units.per")
    orWords = set("numbers.range-or")
    self.spans = set("units.durations")
    quakeNouns = set("claims.quakes")
    termUnits = set("claims.term-units")
    zeroNouns = set("claims.zero-pronouns")
    spanNames = Set(rules["units.durations"].words)
    memberWords = set("claims.member-prepositions")
    thoseWords = set("claims.those")
    tollNouns = set("claims.toll-nouns")
    counterNouns = set("claims.counters")
    citingVerbs = set("claims.citing-verbs")
    asWords = set("claims.as")
    articles = set("numbers.articles")
    eventNouns = set("claims.events")
    events = EventWords(rules, &lexicon)
    demandNouns = set("claims.demand-nouns")
    demandLinks = set("claims.demand-links")
    expectingVerbs = set("claims.expecting-verbs")
    caseNouns = set("claims.cases")
    diseases = set("claims.diseases")
    tellingVerbs = set("numbers.not-name-after")
    fromWords = set("claims.from")
    bringingVerbs = set("claims.bringing-verbs")
    upWords = set("claims.up")
    includeWords = set("claims.include-verbs")
    genericNouns = Set(rules["graph.generic-nouns"].words)
    emptySubjects = set("claims.empty-subjects")
    othersWords = set("claims.others")
    moreWords = set("claims.more")
    topicRows = Self.rows(builder.topics.map(\.name))
    populationRows = Self.rows(builder.populations.map(\.name))
    promises = builder.topics.map { topic in
      builder.topics.firstIndex { $0.needs == topic.name }
    }
    for word in phrases.triggers { lexicon.update(word) { $0.tags.add(.claimTrigger) } }
    // What is filed under a lemma is looked for at each of its forms.
    lexicon.takeFromLemma(.claimTrigger)
  }

  /// The first row of each name.
  private static func rows(_ names: [String]) -> [String: Int] {
    Dictionary(names.enumerated().map { ($1, $0) }) { first, _ in first }
  }

  /// `let go` is also looked for as `let ... go`: its object stands between.
  static func verbPatterns(_ verb: String) -> [String] {
    let words = verb.split(separator: " ")
    guard words.count == 2 else { return [verb] }
    return [verb, "\(words[0]) ... \(words[1])"]
  }

  /// Whether population `inner` is `outer` or lies within it.
  func lies(_ inner: Int, within outer: Int) -> Bool {
    var here: Int? = inner
    var steps = 0
    while let row = here, steps <= populations.count {
      if row == outer { return true }
      here = population(named: populations[row].within)
      steps += 1
    }
    return false
  }

  func topic(named name: String?) -> Int? { name.flatMap { topicRows[$0] } }

  func population(named name: String?) -> Int? { name.flatMap { populationRows[$0] } }

  /// The topic that speaks of a promise of this one.
  func promise(of topic: Int) -> Int? { promises[topic] }
}

/// Reads topics and populations from the rules.
private struct ClaimTableBuilder {
  var topics: [Topic] = []
  var populations: [Population] = []
  var phrases = PatternTable<ClaimPhrase>()

  mutating func addPhrases(_ rules: RuleSet, _ lexicon: inout Lexicon) {
    for words in rules["claims.parts"].words { phrases.add(words, .part, &lexicon) }
    for words in rules["claims.victims"].words { phrases.add(words, .victims, &lexicon) }
    for words in rules["claims.flow"].words { phrases.add(words, .flow, &lexicon) }
    for words in rules["claims.other-events"].words { phrases.add(words, .otherEvent, &lexicon) }
    for words in rules["claims.taken-back"].words { phrases.add(words, .takenBack, &lexicon) }
    for words in rules["claims.long-spans"].words { phrases.add(words, .longSpan, &lexicon) }
  }

  mutating func addTopics(_ rules: RuleSet, _ lexicon: inout Lexicon) {
    let ofPeople = Set(rules["claims.topics-of-people"].words)
    let ofMoney = Set(rules["claims.topics-of-money"].words)
    let asked = Dictionary(rules["claims.asked-by"].entries.map { ($0.key, $0.value) }) { one, _ in
      one
    }
    for entry in rules["topics"].entries {
      let row = topics.count
      let node = entry.value
      let story = entry.value.place.file >= rules.firstStory
      topics.append(
        Topic(
          name: entry.key, measure: node["measure"].text.flatMap(Measure.init) ?? .none,
          modality: node["modality"].text.flatMap(Modality.init), needs: node["needs"].text,
          ofPeople: ofPeople.contains(entry.key) && !story, ofMoney: ofMoney.contains(entry.key),
          fromStory: story, rule: "\(rules.layerName(node.place.file))/topic.\(entry.key)",
          words: [entry.key] + node["verbs"].words + node["nouns"].words
            + (story ? [] : asked[entry.key]?.words ?? [])))
      for verb in node["verbs"].words {
        for pattern in ClaimTables.verbPatterns(verb) {
          phrases.add(pattern, .topic(row, .verb), &lexicon)
        }
      }
      for noun in node["nouns"].words { phrases.add(noun, .topic(row, .noun), &lexicon) }
      for phrase in node["phrases"].words { phrases.add(phrase, .topic(row, .phrase), &lexicon) }
    }
  }

  mutating func addPopulations(_ rules: RuleSet, _ lexicon: inout Lexicon) {
    for entry in rules["populations"].entries {
      let row = populations.count
      let node = entry.value
      populations.append(
        Population(
          name: entry.key, within: node["within"].text, generic: node["generic"].text == "yes",
          rule: "\(rules.layerName(node.place.file))/population.\(entry.key)"))
      for words in node["words"].words + node["phrases"].words {
        phrases.add(words, .population(row), &lexicon)
      }
      for words in node["contested-by"].words { phrases.add(words, .contest(row), &lexicon) }
    }
    for row in populations.indices { populations[row].depth = depth(of: row) }
  }

  private func depth(of row: Int) -> Int {
    var depth = 0
    var here: Int? = row
    while let next = here, depth <= populations.count {
      here = populations.firstIndex { $0.name == populations[next].within }
      depth += 1
    }
    return depth
  }
}

/// Marks the words that single questions ask for.
private func tagClaimWords(_ rules: RuleSet, _ lexicon: inout Lexicon) {
  lexicon.tagLemmas(rules["claims.light-verbs"].words, .lightVerb)
  lexicon.tagLemmas(rules["claims.demand-verbs"].words, .demandVerb)
  lexicon.tagLemmas(rules["claims.promise-verbs"].words, .promiseVerb)
  lexicon.tag(rules["claims.future-modals"].words, .futureModal)
  lexicon.tag(rules["claims.hedging-words"].words, .hedgingWord)
  lexicon.tag(rules["claims.implicit-links"].words, .implicitLink)
  lexicon.tag(rules["claims.borders"].words, .clauseBorder)
  lexicon.tag(rules["claims.figure-nouns"].words, .figureNoun)
  lexicon.tagLemmas(rules["claims.rising-verbs"].words, .risingVerb)
  lexicon.tagLemmas(rules["claims.revising-verbs"].words, .revisingVerb)
  lexicon.tagLemmas(rules["claims.counting-verbs"].words, .countingVerb)
  lexicon.tagLemmas(rules["claims.listing-verbs"].words, .countingVerb | .listingVerb)
  lexicon.tagLemmas(rules["claims.list-nouns"].words, .listNoun)
  lexicon.tag(rules["claims.shares"].words, .shareWord)
  lexicon.tag(rules["claims.manners"].words, .mannerWord)
  for list in ["zeros", "zero-pronouns", "zero-things", "without", "any", "negations"] {
    lexicon.tag(rules["claims.\(list)"].words, .zeroWord)
  }
  lexicon.tag(rules["numbers.articles"].words + rules["claims.more"].words, .oneWord)
}

extension Tags {
  static let claimTrigger = Tags.bit(112)
  static let lightVerb = Tags.bit(113)
  static let demandVerb = Tags.bit(114)
  static let promiseVerb = Tags.bit(115)
  static let futureModal = Tags.bit(116)
  static let hedgingWord = Tags.bit(117)
  static let implicitLink = Tags.bit(118)
  static let clauseBorder = Tags.bit(119)
  static let figureNoun = Tags.bit(120)
  static let revisingVerb = Tags.bit(121)
  static let countingVerb = Tags.bit(123)
  static let listingVerb = Tags.bit(124)
  static let listNoun = Tags.bit(125)
  static let risingVerb = Tags.bit(127)
}

extension Lexicon {
  /// Sets `tags` on every form already known with one of these lemmas, and on the lemma itself.
  mutating func tagLemmas(_ lemmas: [String], _ tags: Tags) {
    let wanted = Set(lemmas.map { word($0) })
    for row in 0..<vocabulary.count where wanted.contains(facts(WordID(row)).lemma) {
      update(WordID(row)) { $0.tags.add(tags) }
    }
    for word in wanted { update(word) { $0.tags.add(tags) } }
  }
}
