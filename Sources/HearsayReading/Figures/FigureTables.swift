package import HearsayCore
package import HearsayRules
package import HearsayText

/// What a word before or after a number does to it.
enum Modifier: Hashable, Sendable {
  case atLeast, moreThan, atMost, lessThan
  /// A little less, a little more than the number.
  case nearBelow, nearAbove
  case about
  /// Says that the number is meant exactly; changes nothing.
  case exact
  /// Stands between a bound and its number.
  case filler
}

/// A vague word of number and how the rules let it count.
struct VagueWord: Sendable {
  var lemma: String
  var interval: Interval
  var needsOf: Bool
  var needsNoun: Bool
}

/// Number words, bounds, hedges, units.
package struct FigureTables: Sendable {
  var words: WordMap<ExactNumber> = [:]
  var scales: WordMap<ExactNumber> = [:]
  var letters: WordMap<ExactNumber> = [:]
  var fractions: WordMap<Int64> = [:]
  var ordinals: WordMap<ExactNumber> = [:]
  var before = PhraseTable<Modifier>(by: .last)
  var after = PhraseTable<Modifier>(by: .first)
  var afterNoun: WordSet = []
  var vague = PhraseTable<VagueWord>(by: .first)
  var percent = PhraseTable<Bool>(by: .first)
  var ratios = PhraseTable<Bool>(by: .first)
  var tolerance = ExactNumber(1)
  var sets = FigureSets()
  var unitWords = UnitTables()

  init(_ rules: RuleSet, _ lexicon: inout Lexicon) {
    let numbers = rules["numbers"]
    let tenth = ExactNumber(significand: 1, exponent: -1) ?? .zero
    tolerance = tenth
    if let text = numbers["tolerance"].text, let share = ExactNumber.share(text) {
      tolerance = share
    }
    addNumerals(numbers, &lexicon)
    addModifiers(numbers, &lexicon)
    addVague(numbers, rules["vague"], &lexicon)
    sets = FigureSets(numbers, &lexicon)
    unitWords = UnitTables(rules["units"], &lexicon)
    percent.add(rules["units.percent"].words, false, &lexicon)
    percent.add(rules["units.percent-points"].words, true, &lexicon)
  }

  private mutating func addNumerals(_ numbers: RuleNode, _ lexicon: inout Lexicon) {
    words = numbers["words"].numberMap(&lexicon)
    scales = numbers["scales"].numberMap(&lexicon)
    letters = numbers["letters"].numberMap(&lexicon)
    ordinals = numbers["ordinals"].numberMap(&lexicon)
    let values = numbers["fractions"].numberMap(&lexicon)
    for word in values.keys {
      if let whole = values[word]?.whole, whole > 0 { fractions[word] = Int64(whole) }
    }
    lexicon.tag(numbers["words"].keys, .numberWord)
    lexicon.tag(numbers["scales"].keys, .scaleWord)
    lexicon.tag(numbers["fractions"].keys, .fractionWord)
    lexicon.tag(numbers["ordinals"].keys, .ordinalWord)
    lexicon.tag(numbers["minus"].words, .minusWord)
  }

  private mutating func addModifiers(_ numbers: RuleNode, _ lexicon: inout Lexicon) {
    before.add(numbers["between"].words, .filler, &lexicon)
    before.add(numbers["exact"].words, .exact, &lexicon)
    before.add(numbers["approximate"].words, .about, &lexicon)
    before.add(numbers["near-below"].words, .nearBelow, &lexicon)
    before.add(numbers["near-above"].words, .nearAbove, &lexicon)
    for entry in numbers["low"].entries {
      before.add(entry.key, entry.value.text == "open" ? .moreThan : .atLeast, &lexicon)
    }
    for entry in numbers["high"].entries {
      before.add(entry.key, entry.value.text == "open" ? .lessThan : .atMost, &lexicon)
    }
    ratios.add(numbers["ratio"].words, true, &lexicon)
    let effects: [String: Modifier] = ["low": .atLeast, "high": .atMost, "about": .about]
    for entry in numbers["after"].entries {
      guard let effect = effects[entry.value.text ?? ""] else { continue }
      after.add(entry.key, effect, &lexicon)
    }
    for phrase in numbers["after-noun"].words {
      if let first = phrase.split(separator: " ").first {
        afterNoun.insert(lexicon.word(String(first)))
      }
    }
  }

  private mutating func addVague(
    _ numbers: RuleNode, _ story: RuleNode, _ lexicon: inout Lexicon
  ) {
    let needsOf = Set(numbers["vague-of"].words)
    let needsNoun = Set(numbers["vague-noun"].words)
    for entry in numbers["vague"].entries {
      let words = entry.key.split(separator: " ").map(String.init)
      let lemma = (words.first == "a" ? words.dropFirst() : words[...]).joined(separator: " ")
      let text = story[lemma].text ?? entry.value.text ?? ""
      vague.add(
        entry.key,
        VagueWord(
          lemma: lemma, interval: Interval(rule: text), needsOf: needsOf.contains(entry.key),
          needsNoun: needsNoun.contains(entry.key)),
        &lexicon)
    }
    for key in vague.keys { lexicon.update(key) { $0.tags.add(.vagueStart) } }
  }
}

extension RuleNode {
  /// The keys of a map.
  var keys: [String] { entries.map(\.key) }

  /// A map from words to numbers; entries that are no number are left out.
  func numberMap(_ lexicon: inout Lexicon) -> WordMap<ExactNumber> {
    var map: WordMap<ExactNumber> = [:]
    for entry in entries {
      if let value = entry.value.text.flatMap({ ExactNumber($0) }) {
        map[lexicon.word(entry.key)] = value
      }
    }
    return map
  }
}

extension ExactNumber {
  /// `10%` as a tenth; `nil` for anything else.
  static func share(_ text: String) -> ExactNumber? {
    guard text.hasSuffix("%") else { return ExactNumber(text) }
    return ExactNumber(String(text.dropLast()))?.scaled(byPowerOfTen: -2)
  }
}

extension Interval {
  /// A working interval of the rules: `3-12`, `200-`.
  init(rule text: String) {
    let ends = text.split(separator: "-", omittingEmptySubsequences: false).map(String.init)
    self.init(
      low: ends.first.flatMap { ExactNumber($0) },
      high: ends.count > 1 ? ExactNumber(ends[1]) : ends.first.flatMap { ExactNumber($0) })
  }
}
