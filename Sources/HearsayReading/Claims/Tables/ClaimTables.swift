package import HearsayCore
import HearsayRules
package import HearsayText

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
  /// Endings of nouns that are nobody, unless they are known as persons.
  let thingEndings: [[UInt8]]
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
  /// Units as they are written in answers: `miles per hour` as `mph`.
  let writtenUnits: [String: String]
  /// `magnitude`: a unit that goes without saying.
  let bareUnits: Set<String>
  /// `man`, `woman`: one of them is one person; and the noun for that.
  let anyPersons: WordSet
  let personNoun: String?
  /// Nouns of people that are plurals or no single person; `is`, which tells of nothing past.
  let pluralPersons: WordSet
  let presentBe: WordSet
  /// The topics that one person makes a count of.
  let singleTopics: Set<String>
  let definiteTopics: Set<String>
  let definiteVerbs: WordSet
  let ordinalTopics: Set<String>
  let loneWords: WordSet
  let differences: WordSet
  let firstPlural: WordSet
  let releaseWords: WordSet
  let releaseMarks: WordSet
  let outletNames: Set<String>
  let outletWords: Set<String>
  let thanWords: WordSet
  /// The topics that persons joined by `and` make a count of; `was` and `were`.
  let joinedTopics: Set<String>
  let joinedPersons: WordSet
  let singularBe: WordSet
  let pluralBe: WordSet
  /// `with` before `three others`.
  let withWords: WordSet
  /// Behind a preposition they tell when: `at first`.
  let moments: WordSet
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
  /// `body`: those counted are dead, whatever is done with them.
  let bodyNouns: WordSet
  /// `the` before one person.
  let definite: WordSet
  /// `passengers` beside `crew`: each is counted for itself.
  let apartNouns: WordSet
  /// `team` behind `rescue`; `leave` before those who are left; `names` on a list.
  let crewNouns: WordSet
  let leavingVerbs: WordSet
  /// `with` in `four of them with murder`.
  let crimeLinks: WordSet
  let crimeTopics: Set<String>
  /// `held` in a headline.
  let heldWords: WordSet
  let nameNouns: WordSet
  /// `aged` behind those counted.
  let ageWords: WordSet
  /// `pass`, `cross`: the number is behind; `deaths passed 100`.
  let passingVerbs: WordSet
  let attackVerbs: WordSet
  /// Lengths of time, also behind an adjective: `several sleepy months`.
  let spans: WordSet
  let spanNames: Set<String>
  /// `oldest`, `youngest`; `at` in `died at 94`.
  let ageExtremes: WordSet
  let ageLinks: WordSet
  /// `victims`, `casualties`: dead or injured, as the figures before.
  let victimNouns: WordSet
  let harmTopics: Set<String>
  /// `taken` in an article on a kidnapping.
  let takingVerbs: WordSet
  let abductionWords: WordSet
  /// `strength` before its number; `degrees`; `Richter`, `magnitude` behind them.
  let strengthNouns: WordSet
  let degreeNames: Set<String>
  let scaleNouns: WordSet
  /// `quake`: what a bare decimal measures.
  let quakeNouns: WordSet
  /// `years`, `months`: what one is sentenced to.
  let termUnits: WordSet
  /// `no`, `nobody`: none are counted.
  let zero: ZeroWords
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
  let expectedWords: WordSet
  /// One name for each unit: `km/h` for `kilometres an hour`.
  let unitNames: [String: String]
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
  /// `town` before `of 40,000 people`; `panel` behind `10-member`; `mother` before `of two`.
  let settlements: WordSet
  let inhabitants: WordSet
  /// `home` before `to 12,000 people`; `ages` before `from 19 to 63`.
  let homeWords: WordSet
  let ageNouns: WordSet
  let bodyOfMembers: WordSet
  let parents: WordSet
  /// `he`, `who`: whose age is told.
  let agedSubjects: WordSet
  /// `all` before a number: nobody is left out.
  let allWords: WordSet
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
    zero = ZeroWords(rules, &lexicon)
    origins = OriginWords(rules["speech.origins"], speech: rules["speech"], &lexicon)
    sufferedVerbs = set("claims.suffered-verbs")
    doerWords = set("claims.doer-prepositions")
    ofWords = set("claims.part-prepositions")
    placeWords = set("claims.place-prepositions")
    thingNouns = set("claims.things")
    thingEndings = rules["claims.thing-endings"].words.map { Array($0.utf8) }
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
    writtenUnits = Dictionary(
      rules["claims.written-units"].entries.flatMap { entry in
        entry.value.words.map { ($0, entry.key) }
      }
    ) { first, _ in first }
    bareUnits = Set(rules["claims.bare-units"].words)
    anyPersons = set("claims.any-persons")
    personNoun = rules["claims.any-persons"].words.first
    pluralPersons = set("claims.plural-persons")
    presentBe = set("claims.present-be")
    singleTopics = Set(rules["claims.single-topics"].words)
    definiteTopics = Set(rules["claims.definite-topics"].words)
    definiteVerbs = set("claims.definite-verbs")
    ordinalTopics = Set(rules["claims.ordinal-topics"].words)
    loneWords = set("claims.lone")
    differences = set("claims.differences")
    firstPlural = set("claims.first-plural")
    releaseWords = set("claims.release-words")
    releaseMarks = set("claims.release-marks")
    outletNames = Set(
      rules["speech.outlet-names"].words + rules["outlets"].words.map { $0.lowercased() })
    outletWords = Set(rules["layout.outlets"].words + rules["speech.outlet-words"].words)
    thanWords = set("claims.than")
    joinedTopics = Set(rules["claims.joined-topics"].words)
    joinedPersons = set("claims.joined-persons")
    singularBe = set("claims.singular-be")
    pluralBe = set("claims.plural-be")
    withWords = set("claims.with")
    moments = set("words.moments")
    thereWords = set("claims.there")
    seeingVerbs = set("claims.seeing-verbs")
    howWords = set("numbers.questions")
    manyWords = set("claims.many")
    attackerNouns = set("claims.attackers")
    officeNouns = set("claims.offices")
    attackerMarks = set("claims.attacker-marks")
    andWords = set("numbers.range-and")
    bodyNouns = set("claims.body-nouns")
    apartNouns = set("claims.apart-nouns")
    crewNouns = set("claims.crew-nouns")
    leavingVerbs = set("claims.leaving-verbs")
    crimeLinks = set("claims.crime-links")
    crimeTopics = Set(rules["claims.crime-topics"].words)
    heldWords = set("claims.held-words")
    nameNouns = set("claims.name-nouns")
    definite = set("claims.definite")
    ageWords = set("claims.age-words")
    passingVerbs = set("claims.passing-verbs")
    attackVerbs = set("claims.attack-verbs")
    inAll = rules["claims.in-all"].words.map { phrase in
      phrase.split(separator: " ").map { lexicon.word(String($0)) }
    }
    perWords = set("units.per")
    orWords = set("numbers.range-or")
    self.spans = set("units.durations")
    quakeNouns = set("claims.quakes")
    ageExtremes = set("claims.age-extremes")
    ageLinks = set("claims.age-links")
    victimNouns = set("claims.victim-nouns")
    harmTopics = Set(rules["claims.harm-topics"].words)
    takingVerbs = set("claims.taking-verbs")
    abductionWords = set("claims.abductions")
    strengthNouns = set("claims.quake-strengths")
    degreeNames = Set(rules["claims.quake-degrees"].words)
    scaleNouns = set("claims.quake-scales")
    termUnits = set("claims.term-units")
    spanNames = Set(rules["units.durations"].words)
    memberWords = set("claims.member-prepositions")
    thoseWords = set("claims.those")
    allWords = set("claims.all")
    settlements = set("claims.settlements")
    inhabitants = set("claims.inhabitants")
    homeWords = set("claims.home")
    ageNouns = set("claims.age-nouns")
    bodyOfMembers = set("claims.bodies-of-members")
    parents = set("claims.parents")
    agedSubjects = set("claims.aged-subjects")
    tollNouns = set("claims.toll-nouns")
    counterNouns = set("claims.counters")
    citingVerbs = set("claims.citing-verbs")
    asWords = set("claims.as")
    articles = set("numbers.articles")
    eventNouns = set("claims.events")
    events = EventWords(rules, &lexicon)
    unitNames = Dictionary(
      rules["graph.unit-names"].entries.flatMap { entry in
        entry.value.words.map { ($0, entry.key) }
      }
    ) { first, _ in first }
    demandNouns = set("claims.demand-nouns")
    demandLinks = set("claims.demand-links")
    expectingVerbs = set("claims.expecting-verbs")
    expectedWords = set("claims.expected-words")
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
