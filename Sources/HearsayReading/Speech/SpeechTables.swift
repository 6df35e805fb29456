import HearsayCore
package import HearsayRules
package import HearsayText

extension Tags {
  /// `said`: may stand beside a quotation or trail behind its content.
  static let quoteVerb = Tags.bit(88)
  /// `told`: the noun group after it hears, and says nothing.
  static let hearerVerb = Tags.bit(89)
  /// `statement`, `interview`: joins the cue in `said in a statement`.
  static let mannerNoun = Tags.bit(90)
  static let mannerPreposition = Tags.bit(91)
  /// `hours` before a participle are not its subject.
  static let lightNoun = Tags.bit(92)
  /// A noun for persons or bodies.
  static let personNoun = Tags.bit(93)
  /// `declined` in `declined to say`: one cue with the next verb.
  static let compoundVerb = Tags.bit(94)
  /// A preposition that may stand inside a noun group.
  static let nounPreposition = Tags.bit(95)
  /// `if` after `asked`.
  static let whSubordinator = Tags.bit(96)
  static let whVerb = Tags.bit(97)
  /// `worried`, `pleased`: after a copula the subject is the source.
  static let psychological = Tags.bit(98)
  /// `seem`: its subject is content.
  static let appearance = Tags.bit(99)
  /// `reportedly`: names nobody.
  static let hedgeAdverb = Tags.bit(100)
  /// `officials`: unnamed persons, unless a name stands beside it.
  static let anonymousHead = Tags.bit(101)
  /// `groups`, `analysts`.
  static let collectiveHead = Tags.bit(102)
  static let documentNoun = Tags.bit(103)
  static let outletNoun = Tags.bit(104)
  static let governmentNoun = Tags.bit(105)
  static let organisationNoun = Tags.bit(106)
  static let spokesperson = Tags.bit(107)
  static let male = Tags.bit(108)
  static let female = Tags.bit(109)
  /// `they`.
  static let groupPronoun = Tags.bit(110)
  /// `it`.
  static let thingPronoun = Tags.bit(111)
}

/// Cues, their frames and strengths, anonymous descriptors.
package struct SpeechTables: Sendable {
  let leastWords: Int
  /// The score from which a cue counts.
  let thresholds: CueThresholds
  let nestedThreshold: Float
  private var verbs: CueCounts
  private var passives: CueCounts
  private var adjectives: CueCounts
  /// Adjectives that after a copula tell what the subject thinks: `confident`.
  let attitudeAdjectives: WordSet
  /// Prepositions and particles that belong to most cues before them: `against`, `out`.
  let cueParticles: WordSet
  /// Those that belong to verbs of saying too.
  let quoteParticles: WordSet
  /// Prepositions between a noun of saying and what is said: `claims of`.
  let contentPrepositions: WordSet
  /// Nouns for who says something of another: `a critic of`.
  let cueAgents: WordSet
  private var nouns: CueCounts
  /// Nouns for what is said or thought, by their lemma: `claim`, `concern`.
  let speechNouns: WordSet
  var strengths: WordMap<CueStrength> = [:]
  /// What each piece of evidence does to the odds, by its number.
  var weights: [Float] = Array(repeating: 1, count: CueEvidence.allCases.count)
  var modalWeights: WordMap<Float> = [:]
  /// Verb lemma and preposition that belongs to the cue.
  var cuePrepositions: Set<UInt64> = []
  /// `according`, with the word after it.
  var accordingWords: WordMap<WordID> = [:]
  /// Word sequences that hedge and name nobody, by their first word.
  var hedgePhrases: PhraseList
  var anonymousAccess: PhraseList
  var anonymousConditions: PhraseList
  var formulaicReasons: PhraseList
  /// The first words of conditions and formulas, asked before either.
  let reasonStarts: WordSet
  var reasonOpeners: WordSet = []
  let thatAfterAdjunct: WordSet
  /// `about`: what a hearer is told of.
  let toldPrepositions: WordSet
  /// `in her words`.
  let ownWords: WordSet
  /// `That was Ana Lima, who …`, `So said …`, behind a quotation.
  let presenters: WordSet
  let people: SpeakerWords
  let factuality: FactualityWords
  let asWord: WordID
  let theWord: WordID
  let figureVerbs: WordSet
  let figurePrepositions: WordSet
  let itsWord: WordID
  var collectiveNames: PhraseList
  /// The names the story gives: alias in lower case to canonical name and kind.
  var storyNames: [String: StoryName] = [:]
  var outlets: Set<String> = []
  let he: WordSet
  let she: WordSet
  let firstPersons: WordSet
  let toWord: WordID
  /// `told`: nobody tells without being heard, so that no words stand before it alone.
  let hearerNeeded: WordSet
  /// `say`: whoever stands alone behind it says what stands before it.
  let plainSaying: WordSet
  /// They begin what went on while something was said.
  let meanwhile: WordSet
  /// `issued a statement`: verbs that put out what somebody says.
  let issuingVerbs: WordSet
  let whoWord: WordID
  /// `seen by the paper`: what somebody does with a paper that another wrote.
  let readingVerbs: WordSet
  let borders: BorderTables

  init(_ rules: RuleSet, _ lexicon: inout Lexicon, _ profile: SpeechProfile = .strict) {
    let speech = rules["speech"]
    readingVerbs = WordSet(speech["reading-verbs"], &lexicon)
    leastWords = Int(rules["quotes.least-words"].text ?? "") ?? 3
    thresholds = CueThresholds(speech["thresholds"][profile.rawValue])
    nestedThreshold = Float(speech["nested-threshold"].text ?? "") ?? 0.7
    let smoothing = Float(speech["smoothing"].text ?? "") ?? 4
    let counted = speech["counted"]
    verbs = CueCounts(counted["verbs"], smoothing: smoothing, &lexicon)
    passives = CueCounts(counted["passives"], smoothing: smoothing, &lexicon)
    adjectives = CueCounts(counted["adjectives"], smoothing: smoothing, &lexicon)
    attitudeAdjectives = WordSet(speech["attitude-adjectives"], &lexicon)
    nouns = CueCounts(counted["nouns"], smoothing: smoothing, &lexicon)
    cueParticles = WordSet(speech["cue-particles"], &lexicon)
    quoteParticles = WordSet(speech["quote-particles"], &lexicon)
    contentPrepositions = WordSet(speech["content-prepositions"], &lexicon)
    cueAgents = WordSet(speech["cue-agents"], &lexicon)
    speechNouns = WordSet(speech["speech-nouns"], &lexicon)
    hedgePhrases = PhraseList(rules["hedges.phrases"].words, &lexicon)
    anonymousAccess = PhraseList(rules["anonymous.descriptors"].words, &lexicon)
    anonymousConditions = PhraseList(rules["anonymous.reasons"].words, &lexicon)
    formulaicReasons = PhraseList(rules["anonymous.formulaic-reasons"].words, &lexicon)
    reasonStarts = WordSet(anonymousConditions.starts + formulaicReasons.starts)
    collectiveNames = PhraseList(rules["collectives.named"].words, &lexicon)
    thatAfterAdjunct = WordSet(speech["that-after-adjunct"], &lexicon)
    toldPrepositions = WordSet(speech["told-prepositions"], &lexicon)
    ownWords = WordSet(rules["quotes.own-words"], &lexicon)
    presenters = WordSet(rules["quotes.presenters"], &lexicon)
    people = SpeakerWords(speech, &lexicon)
    factuality = FactualityWords(speech["factuality"], &lexicon)
    asWord = lexicon.word(rules["words.function.as"].text ?? "")
    figureVerbs = WordSet(speech["figure-verbs"], &lexicon)
    figurePrepositions = WordSet(speech["figure-prepositions"], &lexicon)
    theWord = lexicon.word(rules["words.function.the"].text ?? "")
    itsWord = lexicon.word(rules["words.function.its"].text ?? "")
    reasonOpeners = WordSet(rules["speech.reason-openers"], &lexicon)
    he = WordSet(speech["male"].words.prefix(3).map { lexicon.word($0) })
    she = WordSet(speech["female"].words.prefix(2).map { lexicon.word($0) })
    firstPersons = WordSet(speech["first-pronouns"], &lexicon)
    hearerNeeded = WordSet(speech["hearer-needed"], &lexicon)
    plainSaying = WordSet(speech["plain-saying"], &lexicon)
    meanwhile = WordSet(speech["meanwhile"], &lexicon)
    issuingVerbs = WordSet(speech["issuing-verbs"], &lexicon)
    toWord = lexicon.word(rules["words.function.to"].text ?? "")
    whoWord = lexicon.word(rules["words.function.who"].text ?? "")
    borders = BorderTables(rules["speech.attachment"], &lexicon)
    tagWords(rules, &lexicon)
    readCounts(speech, &lexicon)
    readStrengths(rules["cues"], &lexicon)
    compareWords(lexicon)
    readNames(rules)
  }

  private func tagWords(_ rules: RuleSet, _ lexicon: inout Lexicon) {
    let inflection = Inflection(rules)
    let speech = rules["speech"]
    for (key, tag) in Self.verbTags {
      for lemma in speech[key].words { lexicon.tag(inflection.verb(lemma).all, tag) }
    }
    for (key, tag) in Self.wordTags { lexicon.tag(speech[key].words, tag) }
    lexicon.tag(rules["hedges.adverbs"].words, .hedgeAdverb)
    lexicon.tag(rules["speech.unnamed-heads"].words, .anonymousHead)
    lexicon.tag(rules["collectives.heads"].words, .collectiveHead)
    for (key, tag) in Self.nounTags {
      for noun in speech[key].words { lexicon.tag([noun, inflection.plural(noun)], tag) }
    }
  }

  private static let verbTags: [(String, Tags)] = [
    ("quote-verbs", .quoteVerb), ("hearer-verbs", .hearerVerb), ("compound-verbs", .compoundVerb),
    ("wh-verbs", .whVerb), ("appearance-verbs", .appearance),
  ]
  private static let wordTags: [(String, Tags)] = [
    ("manner-nouns", .mannerNoun), ("manner-prepositions", .mannerPreposition),
    ("light-nouns", .lightNoun), ("person-nouns", .personNoun),
    ("noun-prepositions", .nounPreposition), ("wh-subordinators", .whSubordinator),
    ("psychological", .psychological), ("spokespersons", .spokesperson), ("male", .male),
    ("female", .female), ("group-pronouns", .groupPronoun), ("thing-pronouns", .thingPronoun),
  ]
  private static let nounTags: [(String, Tags)] = [
    ("documents", .documentNoun), ("outlet-words", .outletNoun),
    ("government-words", .governmentNoun), ("organisation-words", .organisationNoun),
  ]

  private mutating func readCounts(_ speech: RuleNode, _ lexicon: inout Lexicon) {
    for evidence in CueEvidence.allCases {
      if let weight = speech["weights"][evidence.key].text.flatMap(Float.init) {
        weights[Int(evidence.rawValue)] = weight
      }
    }
    for entry in speech["weights"].entries where entry.key.hasPrefix("modal-") {
      modalWeights[lexicon.word(String(entry.key.dropFirst(6)))] = Float(entry.value.text ?? "")
    }
    cuePrepositions = Self.pairs(speech["cue-prepositions"], &lexicon)
    for entry in speech["according"].entries {
      let second = entry.value.text ?? ""
      accordingWords[lexicon.word(entry.key)] = second.isEmpty ? 0 : lexicon.word(second)
    }
  }

  private static func pairs(_ node: RuleNode, _ lexicon: inout Lexicon) -> Set<UInt64> {
    var found: Set<UInt64> = []
    for entry in node.entries {
      let first = lexicon.word(entry.key)
      for second in entry.value.words { found.insert(pair(first, lexicon.word(second))) }
    }
    return found
  }

  static func pair(_ one: WordID, _ other: WordID) -> UInt64 { UInt64(one) << 32 | UInt64(other) }

  private mutating func readStrengths(_ cues: RuleNode, _ lexicon: inout Lexicon) {
    for entry in cues.entries {
      let strength = CueStrength(rawValue: entry.value.text ?? "")
      strengths[lexicon.word(entry.key)] = strength
    }
  }

  /// The counts that a kind of cue goes by.
  func counts(_ kind: PossibleCue.Kind) -> CueCounts {
    switch kind {
    case .verb: verbs
    case .passive: passives
    case .adjective: adjectives
    case .noun: nouns
    }
  }

  /// Finds what each word adds to its class, once the classes are known.
  private mutating func compareWords(_ lexicon: Lexicon) {
    let strengths = strengths
    let attitudes = attitudeAdjectives
    verbs.compareWords { strengths[$0] }
    passives.compareWords { strengths[$0] }
    nouns.compareWords { _ in nil }
    adjectives.compareWords {
      attitudes.contains($0) || lexicon.tags($0).has(.psychological) ? .attitude : nil
    }
  }
}

/// A bearer of names that the story file gives.
struct StoryName: Sendable {
  var canonical: String
  var kind: SourceKind
  var role: String?
  var organisation: String?
}

/// Word sequences, found by their first word.
struct PhraseList: Sendable {
  private var phrases: WordMap<[[WordID]]> = [:]

  init(_ texts: [String], _ lexicon: inout Lexicon) {
    for text in texts {
      let words = text.split(whereSeparator: { $0 == " " || $0 == "-" }).map {
        lexicon.word(String($0))
      }
      if let first = words.first { phrases[first, default: []].append(words) }
    }
    phrases.changeAll { $0.sort { $0.count > $1.count } }
  }

  /// Whether one of its phrases begins with a word.
  @inline(__always)
  func starts(with word: WordID) -> Bool { phrases.has(word) }

  /// The first words of its phrases.
  var starts: [WordID] { phrases.keys }

  /// The number of tokens of the longest phrase at `row`; 0 when none stands there.
  @inline(__always)
  func match(_ tokens: [Token], at row: Int, end: Int) -> Int {
    row < end && phrases.has(tokens[row].word) ? longest(tokens, at: row, end: end) : 0
  }

  @inline(never)
  private func longest(_ tokens: [Token], at row: Int, end: Int) -> Int {
    guard let candidates = phrases[tokens[row].word] else { return 0 }
    for words in candidates where row + words.count <= end {
      if words.indices.allSatisfy({ tokens[row + $0].word == words[$0] }) { return words.count }
    }
    return 0
  }

  /// The first phrase inside a range.
  func first(_ tokens: [Token], in range: Range<Int>) -> Range<Int>? {
    for row in range {
      let count = match(tokens, at: row, end: range.upperBound)
      if count > 0 { return row..<(row + count) }
    }
    return nil
  }
}
