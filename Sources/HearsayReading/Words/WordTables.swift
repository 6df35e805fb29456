import HearsayCore
import HearsayRules
package import HearsayText

extension Tags {
  /// A noun in the plural that does not show it by its ending alone, or a listed plural.
  static let plural = Tags.bit(80)
  /// Ends in s and is no plural: `news`, `witness`.
  static let singularInS = Tags.bit(81)
  /// `those`, `many`: a determiner that may stand for its noun.
  static let bareDeterminer = Tags.bit(82)
  /// `about` before a number.
  static let numberHedge = Tags.bit(83)
  /// `up` in `point up`: completes a verb.
  static let particle = Tags.bit(84)
  /// After it `'s` is a verb: `he`, `that`.
  static let cliticBeAfter = Tags.bit(85)
  /// `re` in `re-elected`: the verb after the hyphen stays a verb.
  static let hyphenPrefix = Tags.bit(86)
  /// `feel`, `seem`: an adjective after it belongs to it.
  static let copula = Tags.bit(87)
  /// `campaign`, `polls`: a verb only with the best of evidence.
  static let usuallyNoun = Tags.bit(56)
  /// `stands`, `needs`: a verb wherever one may stand.
  static let usuallyVerb = Tags.bit(57)
  /// `say`, `believe`: a clause without `that` may follow.
  static let clauseVerb = Tags.bit(58)
  /// `fact`, `claim`: `that` after it opens a clause, not a relative one.
  static let thatNoun = Tags.bit(59)
  /// `help`, `let`: a base form without `to` may follow.
  static let bareInfinitiveVerb = Tags.bit(60)
  /// `called`, `named` after a noun: what follows is its name.
  static let namingParticiple = Tags.bit(61)
  /// `released`, `needed`: a participle where no object follows.
  static let transitivePast = Tags.bit(62)
  /// `at`, `least`, `more`: may stand before a number.
  static let numberOpener = Tags.bit(63)
}

/// Function words the code has to know by name, because their class depends on the neighbours.
struct FunctionWords: Sendable {
  var that: WordID = 0
  var to: WordID = 0
  var of: WordID = 0
  var by: WordID = 0
  var genitive: WordID = 0
  var would: WordID = 0
  var not: WordID = 0
  var her: WordID = 0
  var there: WordID = 0
  var than: WordID = 0
  var letVerb: WordID = 0
  var been: WordID = 0
  var article: WordID = 0
  var according: WordID = 0
  var going: WordID = 0
  var used: WordID = 0
  var well: WordID = 0
  var so: WordID = 0
  var `as`: WordID = 0

  init(_ rules: RuleNode, _ lexicon: inout Lexicon) {
    that = lexicon.word(rules["that"].text ?? "")
    to = lexicon.word(rules["to"].text ?? "")
    of = lexicon.word(rules["of"].text ?? "")
    by = lexicon.word(rules["by"].text ?? "")
    genitive = lexicon.word(rules["genitive"].text ?? "")
    would = lexicon.word(rules["would"].text ?? "")
    not = lexicon.word(rules["not"].text ?? "")
    her = lexicon.word(rules["her"].text ?? "")
    there = lexicon.word(rules["there"].text ?? "")
    than = lexicon.word(rules["than"].text ?? "")
    letVerb = lexicon.word(rules["let"].text ?? "")
    been = lexicon.word(rules["been"].text ?? "")
    article = lexicon.word(rules["article"].text ?? "")
    according = lexicon.word(rules["according"].text ?? "")
    going = lexicon.word(rules["going"].text ?? "")
    used = lexicon.word(rules["used"].text ?? "")
    `as` = lexicon.word(rules["as"].text ?? "")
    so = lexicon.word(rules["so"].text ?? "")
    well = lexicon.word(rules["well"].text ?? "")
  }
}

/// Closed classes, verbs and nouns of the language.
///
/// What a form can be stands in its ``WordFacts/classes``; this keeps what is asked beyond that.
package struct WordTables: Sendable {
  let function: FunctionWords
  /// The lemma of the modal that makes a future.
  let willLemma: WordID
  /// `said`: a past that is a participle only before `to` and `by`.
  let unreduced: [WordID]
  /// `Arrests now total nine`.
  let summing: [WordID]
  /// `chief operating officer`.
  let officeForms: [WordID]
  /// `at first`: phrases between an auxiliary and its verb.
  let momentLinks: WordSet
  let moments: WordSet

  init(_ rules: RuleSet, _ lexicon: inout Lexicon) {
    let words = rules["words"]
    function = FunctionWords(words["function"], &lexicon)
    unreduced = words["unreduced-pasts"].words.map { lexicon.word($0) }
    officeForms = words["office-forms"].words.map { lexicon.word($0) }
    summing = words["summing-verbs"].words.map { lexicon.word($0) }
    momentLinks = WordSet(words["moment-links"], &lexicon)
    moments = WordSet(words["moments"], &lexicon)
    Self.addClosedClasses(words, &lexicon)
    Self.addAuxiliaries(words, &lexicon)
    willLemma = lexicon.word(words["function"]["future"].text ?? "")
    Self.tagVerbs(rules, &lexicon)
    Self.addVerbs(rules, &lexicon)
    Self.addNouns(words, &lexicon)
    for form in words["not-adverbs"].words + words["singular-in-s"].words {
      let word = lexicon.word(form)
      if lexicon.facts(word).classes == 0 { lexicon.mark(form, .noun) }
    }
    lexicon.guesser = Self.guesser(words)
    for entry in words["lemmas"].entries {
      let lemma = lexicon.word(entry.value.text ?? entry.key)
      let word = lexicon.word(entry.key)
      lexicon.update(word) { $0.lemma = lemma }
    }
    lexicon.tag(words["bare-determiners"].words, .bareDeterminer)
    lexicon.tag(words["number-hedges"].words, .numberHedge)
    lexicon.tag(words["number-openers"].words, .numberOpener)
    lexicon.tag(words["particles"].words, .particle)
    lexicon.tag(words["clitic-be-after"].words, .cliticBeAfter)
    lexicon.tag(words["hyphen-prefixes"].words, .hyphenPrefix)
    lexicon.tag(words["singular-in-s"].words, .singularInS)
    lexicon.tag(words["plural-without-s"].words, .plural)
    lexicon.tag(words["usually-nouns"].words, .usuallyNoun)
    lexicon.tag(words["usually-verbs"].words, .usuallyVerb)
    let inflection = Inflection(rules)
    for noun in words["that-nouns"].words {
      lexicon.tag([noun, inflection.plural(noun)], .thatNoun)
    }
    lexicon.tag(words["transitive-pasts"].words, .transitivePast)
    lexicon.tag(words["naming-participles"].words, .namingParticiple)
  }

  /// Tags that all forms of a verb have.
  private static func tagVerbs(_ rules: RuleSet, _ lexicon: inout Lexicon) {
    let inflection = Inflection(rules)
    let lists: [(key: String, tag: Tags)] = [
      ("copulas", .copula), ("clause-verbs", .clauseVerb),
      ("bare-infinitive-verbs", .bareInfinitiveVerb),
    ]
    for list in lists {
      for lemma in rules["words"][list.key].words {
        lexicon.tag(inflection.verb(lemma).all, list.tag)
      }
    }
  }

  /// The lists whose words have one class each.
  private static let closedLists: [(key: String, kind: WordClass)] = [
    ("determiners", .determiner), ("possessives", .possessive),
    ("subject-pronouns", .subjectPronoun), ("object-pronouns", .objectPronoun),
    ("indefinites", .noun), ("relatives", .relative), ("subordinators", .subordinator),
    ("wh-words", .whWord), ("prepositions", .preposition), ("conjunctions", .conjunction),
    ("negations", .negation), ("adverbs", .adverb), ("days", .day), ("number-words", .number),
    ("adjectives", .adjective), ("nouns-like-adjectives", .noun), ("ing-nouns", .noun),
    ("plural-without-s", .noun),
  ]

  private static func addClosedClasses(_ words: RuleNode, _ lexicon: inout Lexicon) {
    for list in closedLists {
      for form in words[list.key].words { lexicon.mark(form, list.kind) }
    }
    let function = words["function"]
    lexicon.mark(function["to"].text ?? "", .to)
    lexicon.mark(function["genitive"].text ?? "", .genitive)
  }

  private static func addAuxiliaries(_ words: RuleNode, _ lexicon: inout Lexicon) {
    for (key, kind) in [("be", WordClass.be), ("have", .have), ("do", .doAuxiliary)] {
      let lemma = lexicon.word(key)
      for entry in words[key].entries {
        let word = lexicon.mark(entry.key, kind)
        lexicon.mark(entry.key, formClass(entry.value.text ?? ""))
        lexicon.update(word) { $0.lemma = lemma }
      }
    }
    for entry in words["modals"].entries {
      let lemma = lexicon.word(entry.value.text ?? entry.key)
      let word = lexicon.mark(entry.key, .modal)
      lexicon.update(word) { $0.lemma = lemma }
    }
  }

  private static func formClass(_ name: String) -> WordClass {
    switch name {
    case "base": .verbBase
    case "s": .verbS
    case "past": .verbPast
    case "participle": .verbParticiple
    case "ing": .verbIng
    case "noun": .noun
    case "adjective": .adjective
    case "adverb": .adverb
    default: .other
    }
  }

  /// Irregular verbs first, so that `found` is looked up by `find` and not by `found`.
  private static func addVerbs(_ rules: RuleSet, _ lexicon: inout Lexicon) {
    let inflection = Inflection(rules)
    let irregular = rules["words.irregular-verbs"].entries.map(\.key)
    for lemma in irregular + rules["words.verbs"].words + rules["words.verbs-or-nouns"].words {
      let forms = inflection.verb(lemma)
      lexicon.mark(forms.base, .verbBase, lemma: forms.base)
      lexicon.mark(forms.present, .verbS, lemma: forms.base)
      for form in forms.past { lexicon.mark(form, .verbPast, lemma: forms.base) }
      for form in forms.participle { lexicon.mark(form, .verbParticiple, lemma: forms.base) }
      lexicon.mark(forms.progressive, .verbIng, lemma: forms.base)
    }
    for lemma in rules["words.verbs-or-nouns"].words {
      lexicon.mark(lemma, .noun)
      lexicon.mark(inflection.verb(lemma).present, .noun)
      let plural = inflection.plural(lemma)
      lexicon.mark(plural, .noun, lemma: lemma)
    }
  }

  private static func addNouns(_ words: RuleNode, _ lexicon: inout Lexicon) {
    for entry in words["irregular-nouns"].entries {
      let plural = entry.value.text ?? entry.key
      lexicon.mark(entry.key, .noun)
      lexicon.mark(plural, .noun, lemma: entry.key)
      lexicon.tag([plural], .plural)
    }
  }

  private static func guesser(_ words: RuleNode) -> FormGuesser {
    let adjectives = words["adjective-endings"].words.map { ending in
      FormEnding(
        ending, ending, classes: WordClass.adjective.bit, least: 3, verbal: false,
        inheritsTags: false)
    }
    let suffixes = words["suffixes"].items.map { item in
      let kinds = item["as"].words.map(formClass)
      let becomes = item["lemma"].text ?? ""
      return FormEnding(
        item["ending"].text ?? "", becomes == "+" ? "" : becomes,
        classes: kinds.reduce(0) { $0 | $1.bit }, least: Int(item["least"].text ?? "") ?? 2,
        verbal: becomes == "+", inheritsTags: kinds == [.noun], prefix: item["prefix"].text ?? "")
    }
    return FormGuesser(adjectives + suffixes)
  }
}

extension Lexicon {
  /// Adds a class to a form, and its lemma where none is known yet.
  @discardableResult
  mutating func mark(_ form: String, _ kind: WordClass, lemma: String? = nil) -> WordID {
    let word = self.word(form)
    let base = lemma.map { self.word($0) }
    update(word) { facts in
      facts.classes |= kind.bit
      if let base, facts.lemma == word { facts.lemma = base }
    }
    return word
  }
}
