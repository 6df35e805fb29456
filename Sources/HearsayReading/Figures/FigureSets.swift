internal import HearsayCore
internal import HearsayRules
internal import HearsayText

/// Closed sets of words around numbers that are looked at only where a number stands.
struct FigureSets: Sendable {
  var articles: Set<WordID> = []
  var points: Set<WordID> = []
  var plus: Set<WordID> = []
  var ordinalEndings: Set<WordID> = []
  var neverAlone: Set<WordID> = []
  var alone: Set<WordID> = []
  var spacedLetters: Set<WordID> = []
  var notFractions: Set<WordID> = []
  var notFractionOf: Set<WordID> = []
  var to: Set<WordID> = []
  var dash: Set<WordID> = []
  var or: Set<WordID> = []
  var between: Set<WordID> = []
  var and: Set<WordID> = []
  var from: Set<WordID> = []
  var over: Set<WordID> = []
  var overAfter: Set<WordID> = []
  var joiners: Set<WordID> = []
  var questions: Set<WordID> = []
  var places: Set<WordID> = []
  var clockBefore: Set<WordID> = []
  var notClock: Set<WordID> = []
  var by: Set<WordID> = []
  var notVagueAfter: Set<WordID> = []
  var of: WordID = 0

  init() {}

  init(_ numbers: RuleNode, _ lexicon: inout Lexicon) {
    func set(_ key: String, _ lexicon: inout Lexicon) -> Set<WordID> {
      Set(numbers[key].words.map { lexicon.word($0) })
    }
    articles = set("articles", &lexicon)
    points = set("point", &lexicon)
    plus = set("plus", &lexicon)
    ordinalEndings = set("ordinal-endings", &lexicon)
    neverAlone = set("never-alone", &lexicon)
    alone = set("alone", &lexicon)
    spacedLetters = set("spaced-letters", &lexicon)
    notFractions = set("not-fractions", &lexicon)
    notFractionOf = set("not-fraction-of", &lexicon)
    to = set("range-to", &lexicon)
    dash = set("range-dash", &lexicon)
    or = set("range-or", &lexicon)
    between = set("range-between", &lexicon)
    and = set("range-and", &lexicon)
    from = set("range-from", &lexicon)
    over = set("over", &lexicon)
    overAfter = set("over-after", &lexicon)
    joiners = set("bound-and", &lexicon)
    questions = set("questions", &lexicon)
    places = set("gap-before", &lexicon)
    clockBefore = set("clock-after", &lexicon)
    notClock = set("not-clock", &lexicon)
    by = set("step", &lexicon)
    notVagueAfter = set("not-vague-after", &lexicon)
    of = lexicon.word("of")
    lexicon.tag(numbers["articles"].words, .vagueStart)
    lexicon.tag(numbers["designators"].words, .designator)
    lexicon.tag(numbers["not-names"].words, .notName)
    lexicon.tag(numbers["change"].words, .changeWord)
    lexicon.tag(numbers["scores"].words, .scoreWord)
    lexicon.tag(numbers["year-after"].words, .beforeYear)
    lexicon.tag(numbers["one-after"].words, .beforePronounOne)
    lexicon.tag(numbers["one-before"].words, .afterPronounOne)
    lexicon.tag(numbers["metre"].words, .metreWord)
  }
}

/// Words of units.
struct UnitTables: Sendable {
  var signs: Set<WordID> = []
  var signLetters: Set<WordID> = []
  var codes: Set<WordID> = []
  var parts: [WordID: Int64] = [:]
  var wholes: [WordID: Set<WordID>] = [:]
  var unitBefore: Set<WordID> = []
  var per: Set<WordID> = []
  var perWord: WordID = 0
  var perUnits: Set<WordID> = []
  var unitAfter: Set<WordID> = []
  var multiples: Set<WordID> = []
  var points = PhraseTable<Bool>(by: .first)
  var ageUnits: Set<WordID> = []
  var ageAfter = PhraseTable<Bool>(by: .first)
  var ageBefore = PhraseTable<Bool>(by: .last)
  var strong: Set<WordID> = []
  var compounds: Set<WordID> = []
  var states: Set<WordID> = []
  var pronouns: Set<WordID> = []
  var genitives: Set<WordID> = []
  var pluralModifiers: Set<WordID> = []
  var ageNouns: Set<WordID> = []
  var clock: Set<WordID> = []
  var streets: Set<WordID> = []
  var degrees: Set<WordID> = []
  var levels: Set<WordID> = []
  var superlatives: Set<WordID> = []
  var notPlural: [[UInt8]] = []

  init() {}

  init(_ units: RuleNode, _ lexicon: inout Lexicon) {
    func set(_ node: RuleNode, _ lexicon: inout Lexicon) -> Set<WordID> {
      Set(node.words.map { lexicon.word($0) })
    }
    signs = set(units["signs"], &lexicon)
    signLetters = set(units["sign-letters"], &lexicon)
    codes = set(units["codes"], &lexicon)
    unitBefore = set(units["before"], &lexicon)
    per = set(units["per"], &lexicon)
    perWord = lexicon.word("per")
    perUnits = set(units["per-units"], &lexicon)
    unitAfter = set(units["after"], &lexicon)
    multiples = set(units["multiples"], &lexicon)
    ageUnits = set(units["age"]["units"], &lexicon)
    strong = set(units["strong"], &lexicon)
    compounds = set(units["compounds"], &lexicon)
    states = set(units["states"], &lexicon)
    pronouns = set(units["pronouns"], &lexicon)
    genitives = set(units["genitives"], &lexicon)
    pluralModifiers = set(units["plural-modifiers"], &lexicon)
    ageNouns = set(units["age"]["of"], &lexicon)
    degrees = set(units["degree-letters"], &lexicon)
    levels = set(units["levels"], &lexicon)
    streets = set(units["streets"], &lexicon)
    clock = set(units["clock"], &lexicon)
    superlatives = set(units["superlatives"], &lexicon)
    notPlural = units["not-plural"].words.map { Array($0.utf8) }
    points.add(units["points"].words, true, &lexicon)
    ageAfter.add(units["age"]["after"].words, true, &lexicon)
    ageBefore.add(units["age"]["before"].words, true, &lexicon)
    addParts(units, &lexicon)
    addTags(units, &lexicon)
  }

  private mutating func addParts(_ units: RuleNode, _ lexicon: inout Lexicon) {
    for (word, value) in units["parts"].numberMap(&lexicon) {
      if let whole = value.whole, whole > 0 { parts[word] = Int64(whole) }
    }
    for entry in units["wholes"].entries {
      wholes[lexicon.word(entry.key)] = Set(entry.value.words.map { lexicon.word($0) })
    }
  }

  private func addTags(_ units: RuleNode, _ lexicon: inout Lexicon) {
    for key in ["signs", "sign-letters", "codes"] {
      lexicon.tag(units[key].words, .currencyStart)
    }
    lexicon.tag(units["currencies"].words, .currencyWord)
    lexicon.tag(units["codes"].words, .currencyWord)
    lexicon.tag(units["doubtful-currencies"].words, .doubtfulCurrency)
    lexicon.tag(units["money-words"].words, .moneyWord)
    lexicon.tag(units["measures"].words, .measureWord)
    lexicon.tag(units["durations"].words, .durationWord)
    lexicon.tag(units["noun-ends"].words, .nounEnd)
    lexicon.tag(units["noun-skips"].words, .nounSkip)
    lexicon.tag(units["determiners"].words, .determinerWord)
    lexicon.tag(units["plurals"].words, .pluralNoun)
  }
}
