/// Makes news that is always the same for the same seed: sentence shapes of real papers, with
/// words drawn by Zipf's law, so that a benchmark meets as many different forms as a real corpus.
struct NewsGenerator {
  private var state: UInt64
  private let words: [String]
  private let names: [String]

  init(seed: UInt64, forms: Int = 30_000) {
    state = seed
    var maker = WordMaker(state: seed ^ 0x5851_F42D_4C95_7F2D)
    words = (0..<forms).map { _ in maker.word() }
    names = (0..<4000).map { _ in maker.name() }
  }

  /// One article of some 4,700 bytes: headline, byline, dateline, paragraphs.
  mutating func article() -> String {
    var text = "\(capital(phrase(6))) \(number()) \(phrase(2))\n\nBy \(name()) and \(name())\n\n"
    text += "\(name().uppercased()), \(pick(Self.months)) \(1 + below(28)) — "
    while text.utf8.count < 4600 {
      for _ in 0..<(2 + below(4)) { text += sentence() + " " }
      text += "\n\n"
    }
    return text
  }

  private mutating func sentence() -> String {
    let said = pick(Self.cues)
    let day = pick(Self.days)
    switch below(10) {
    case 0: return "“\(capital(phrase(9))),” \(said) \(name()), \(phrase(3)) of the \(phrase(2))."
    case 1:
      return "At least \(number()) people were \(pick(Self.verbs)) on \(day), \(name()) \(said)."
    case 2:
      return "According to \(name()), about \(number()) \(phrase(1)) had been \(pick(Self.verbs)) "
        + "as of \(day) evening."
    case 3: return "\(name()) \(said) that the \(phrase(4)) had \(phrase(5)) in \(name())."
    case 4: return "The \(phrase(5)), which \(phrase(6)), \(phrase(4)) the \(phrase(3))."
    case 5: return "Between \(number()) and \(number()) \(phrase(2)) remain, \(phrase(2)) \(said)."
    case 6: return "\"We \(phrase(8)),\" the \(phrase(1)) \(said). \"It \(phrase(7)).\""
    case 7:
      return "It \(phrase(4)) $\(1 + below(90)).\(below(10)) million, or \(below(99)) percent."
    default: return "The \(phrase(4)) of the \(phrase(3)) \(phrase(6)) and \(phrase(5))."
    }
  }

  private mutating func phrase(_ count: Int) -> String {
    (0..<count).map { _ in below(3) == 0 ? pick(Self.small) : word() }.joined(separator: " ")
  }

  /// Rank by the square of a uniform draw: near enough to Zipf for caches and hash tables.
  private mutating func word() -> String {
    let draw = Double(next() >> 11) / Double(1 << 53)
    return words[Int(draw * draw * draw * Double(words.count - 1))]
  }

  private mutating func name() -> String { "\(pick(names)) \(pick(names))" }

  private mutating func number() -> String {
    switch below(4) {
    case 0: pick(["three", "twelve", "forty-five", "two dozen", "eight hundred"])
    case 1: "\(1 + below(9)),\(100 + below(899))"
    default: "\(2 + below(900))"
    }
  }

  private func capital(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }
  private mutating func pick(_ list: [String]) -> String { list[below(list.count)] }
  private mutating func below(_ limit: Int) -> Int { Int(next() % UInt64(limit)) }

  /// SplitMix64 (Steele, Lea, Flood 2014).
  private mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  private static let small = [
    "the", "of", "to", "in", "a", "and", "for", "with", "by", "on", "its",
  ]
  private static let cues = ["said", "told reporters", "added", "announced", "claimed", "warned"]
  private static let verbs = ["killed", "released", "injured", "arrested", "evacuated", "rescued"]
  private static let days = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Sunday"]
  private static let months = ["January", "Feb.", "March", "June", "Sept.", "December"]
}

/// Makes words out of syllables.
struct WordMaker {
  var state: UInt64

  private static let onsets = [
    "b", "c", "d", "f", "g", "l", "m", "n", "p", "r", "s", "t", "v", "st",
  ]
  private static let nuclei = ["a", "e", "i", "o", "u", "ea", "ou", "ai"]
  private static let codas = ["", "n", "r", "l", "s", "t", "nd", "rt"]
  private static let endings = ["", "", "", "s", "ed", "ing", "ly", "tion", "er", "al"]

  mutating func word() -> String {
    (0..<(1 + below(3))).map { _ in syllable() }.joined() + pick(Self.endings)
  }

  mutating func name() -> String {
    let word = (0..<(1 + below(2))).map { _ in syllable() }.joined()
    return word.prefix(1).uppercased() + word.dropFirst()
  }

  private mutating func syllable() -> String {
    pick(Self.onsets) + pick(Self.nuclei) + pick(Self.codas)
  }
  private mutating func pick(_ list: [String]) -> String { list[below(list.count)] }
  private mutating func below(_ limit: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(limit))
  }
}
