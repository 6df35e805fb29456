internal import HearsayCore
internal import HearsayRules
internal import HearsayText

/// Closed sets of words around numbers that are looked at only where a number stands.
struct FigureSets: Sendable {
  var articles: WordSet = []
  var points: WordSet = []
  var plus: WordSet = []
  var ordinalEndings: WordSet = []
  var neverAlone: WordSet = []
  var alone: WordSet = []
  var spacedLetters: WordSet = []
  var notFractions: WordSet = []
  var notFractionOf: WordSet = []
  var to: WordSet = []
  var dash: WordSet = []
  var or: WordSet = []
  var between: WordSet = []
  var and: WordSet = []
  var from: WordSet = []
  var over: WordSet = []
  var overAfter: WordSet = []
  /// `handed` before `over 64`.
  var overVerbs: WordSet = []
  var joiners: WordSet = []
  /// What makes `one` no number behind it: `one another`.
  var reciprocal: WordSet = []
  var questions: WordSet = []
  var places: WordSet = []
  var clockBefore: WordSet = []
  var numbering: WordSet = []
  var notClock: WordSet = []
  var telling: WordSet = []
  var by: WordSet = []
  var notVagueAfter: WordSet = []
  /// `gone` before `up to`; `mark` behind a number.
  var gone: WordSet = []
  var marks: WordSet = []
  /// `the` between a bound and a number that is known.
  var definite: WordSet = []
  /// `injuring` before `scores`.
  var vagueVerbs: WordSet = []
  var of: WordID = 0

  init() {}

  init(_ numbers: RuleNode, _ lexicon: inout Lexicon) {
    articles = WordSet(numbers["articles"], &lexicon)
    points = WordSet(numbers["point"], &lexicon)
    plus = WordSet(numbers["plus"], &lexicon)
    ordinalEndings = WordSet(numbers["ordinal-endings"], &lexicon)
    neverAlone = WordSet(numbers["never-alone"], &lexicon)
    alone = WordSet(numbers["alone"], &lexicon)
    spacedLetters = WordSet(numbers["spaced-letters"], &lexicon)
    notFractions = WordSet(numbers["not-fractions"], &lexicon)
    notFractionOf = WordSet(numbers["not-fraction-of"], &lexicon)
    to = WordSet(numbers["range-to"], &lexicon)
    dash = WordSet(numbers["range-dash"], &lexicon)
    or = WordSet(numbers["range-or"], &lexicon)
    between = WordSet(numbers["range-between"], &lexicon)
    and = WordSet(numbers["range-and"], &lexicon)
    from = WordSet(numbers["range-from"], &lexicon)
    over = WordSet(numbers["over"], &lexicon)
    overAfter = WordSet(numbers["over-after"], &lexicon)
    overVerbs = WordSet(numbers["over-verbs"], &lexicon)
    reciprocal = WordSet(numbers["one-reciprocal"], &lexicon)
    joiners = WordSet(numbers["bound-and"], &lexicon)
    questions = WordSet(numbers["questions"], &lexicon)
    places = WordSet(numbers["gap-before"], &lexicon)
    clockBefore = WordSet(numbers["clock-after"], &lexicon)
    numbering = WordSet(numbers["numbering"], &lexicon)
    notClock = WordSet(numbers["not-clock"], &lexicon)
    telling = WordSet(numbers["not-name-after"], &lexicon)
    by = WordSet(numbers["step"], &lexicon)
    notVagueAfter = WordSet(numbers["not-vague-after"], &lexicon)
    gone = WordSet(numbers["gone"], &lexicon)
    marks = WordSet(numbers["marks"], &lexicon)
    definite = WordSet(numbers["definite"], &lexicon)
    vagueVerbs = WordSet(numbers["vague-verbs"], &lexicon)
    of = lexicon.word(numbers["of"].text ?? "")
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
  var signs: WordSet = []
  var signLetters: WordSet = []
  var codes: WordSet = []
  /// `P` right before its number; `Taka` before a number in words.
  var codeLetters: WordSet = []
  var codesBeforeWords: WordSet = []
  var parts: WordMap<Int64> = [:]
  var wholes: WordMap<WordSet> = [:]
  var unitBefore: WordSet = []
  var per: WordSet = []
  var perWord: WordID = 0
  var perUnits: WordSet = []
  var unitAfter: WordSet = []
  var multiples: WordSet = []
  var points = PhraseTable<Bool>(by: .first)
  var ageUnits: WordSet = []
  var ageAfter = PhraseTable<Bool>(by: .first)
  var ageBefore = PhraseTable<Bool>(by: .last)
  var strong: WordSet = []
  var compounds: WordSet = []
  var states: WordSet = []
  var pronouns: WordSet = []
  var genitives: WordSet = []
  var pluralModifiers: WordSet = []
  var ageNouns: WordSet = []
  var clock: WordSet = []
  /// `magnitude` in `a magnitude-6.4 quake`.
  var gluedBefore: WordSet = []
  var streets: WordSet = []
  var degrees: WordSet = []
  var levels: WordSet = []
  var superlatives: WordSet = []
  var notPlural: [[UInt8]] = []

  init() {}

  init(_ units: RuleNode, _ lexicon: inout Lexicon) {
    func set(_ node: RuleNode, _ lexicon: inout Lexicon) -> WordSet {
      WordSet(node, &lexicon)
    }
    signs = set(units["signs"], &lexicon)
    signLetters = set(units["sign-letters"], &lexicon)
    codes = set(units["codes"], &lexicon)
    codeLetters = set(units["code-letters"], &lexicon)
    codesBeforeWords = set(units["codes-before-words"], &lexicon)
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
    gluedBefore = set(units["glued-before"], &lexicon)
    superlatives = set(units["superlatives"], &lexicon)
    notPlural = units["not-plural"].words.map { Array($0.utf8) }
    points.add(units["points"].words, true, &lexicon)
    ageAfter.add(units["age"]["after"].words, true, &lexicon)
    ageBefore.add(units["age"]["before"].words, true, &lexicon)
    addParts(units, &lexicon)
    addTags(units, &lexicon)
  }

  private mutating func addParts(_ units: RuleNode, _ lexicon: inout Lexicon) {
    let values = units["parts"].numberMap(&lexicon)
    for word in values.keys {
      if let whole = values[word]?.whole, whole > 0 { parts[word] = Int64(whole) }
    }
    for entry in units["wholes"].entries {
      wholes[lexicon.word(entry.key)] = WordSet(entry.value, &lexicon)
    }
  }

  private func addTags(_ units: RuleNode, _ lexicon: inout Lexicon) {
    for key in ["signs", "sign-letters", "codes"] {
      lexicon.tag(units[key].words, .currencyStart)
    }
    lexicon.tag(units["currencies"].words, .currencyWord)
    lexicon.tag(units["codes"].words, .currencyWord)
    for key in ["codes", "code-letters"] { lexicon.tag(units[key].words, .gluedCurrency) }
    // `$US600`; one letter more often begins a name.
    lexicon.tag(units["sign-letters"].words.filter { $0.utf8.count > 1 }, .gluedCurrency)
    lexicon.tag(units["code-letters"].words, .currencyStart)
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
