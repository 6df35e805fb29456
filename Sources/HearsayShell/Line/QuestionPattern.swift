import HearsayGraph
import HearsayRules

/// A question as people type it, with slots: `how many were {event}`.
///
/// The language is that of the phrases of the rules; its slots are its own.
struct QuestionPattern: Sendable {
  /// What may stand in a slot.
  enum Slot: String, Hashable, Sendable, CaseIterable {
    /// Something the articles tell of.
    case event
    /// Those counted.
    case group
    case number
    /// Somebody named in the articles.
    case name
    /// Who published an article.
    case outlet
    case day
    /// The number of a claim.
    case claim
    /// Any words.
    case words
    /// The rest of the line.
    case statement
  }

  enum Element: Hashable, Sendable {
    case word(String)
    case slot(Slot)
    /// Up to five words.
    case gap
  }

  /// The pattern as it stands in the rules.
  let text: String
  /// Every way to read it without groups and optional words.
  let readings: [[Element]]

  /// - Returns: `nil` when it is no pattern, or has a slot that questions do not have.
  init?(_ text: String) {
    // A slot goes through the language of phrases as a word that nobody types.
    let masked = text.map { $0 == "{" ? slotMark : $0 == "}" ? "" : String($0) }.joined()
    guard let pattern = try? PhrasePattern(masked) else { return nil }
    var readings: [[Element]] = []
    for expansion in pattern.expansions() {
      let elements = expansion.compactMap(Self.element)
      guard elements.count == expansion.count else { return nil }
      readings.append(elements)
    }
    self.text = text
    self.readings = readings
  }

  private static func element(_ element: PhrasePattern.Element) -> Element? {
    switch element {
    case .word(let word) where word.hasPrefix(slotMark):
      return Slot(rawValue: String(word.dropFirst(slotMark.count))).map(Element.slot)
    case .word(let word): return .word(folded(word))
    case .gap: return .gap
    case .anyOf, .optional, .slot: return nil
    }
  }
}

private let slotMark = "slot:"

/// A word of a question with its place in the line.
struct QuestionWord: Hashable, Sendable {
  /// As typed.
  var text: String
  /// As it is looked up; words between quotation marks match no word of a pattern.
  var folded: String
  var range: Range<Int>
  var isQuoted = false
}

/// What stands in a slot.
struct SlotWords: Hashable, Sendable {
  var slot: QuestionPattern.Slot
  var words: ArraySlice<QuestionWord>

  var text: String { words.map(\.text).joined(separator: " ") }

  var range: Range<Int> {
    guard let first = words.first, let last = words.last else { return 0..<0 }
    return first.range.lowerBound..<last.range.upperBound
  }
}

/// Lays the words of a question beside one reading of a pattern, and tells every way in which they
/// fit until `accept` is content with one.
struct QuestionMatcher {
  let elements: [QuestionPattern.Element]
  let words: [QuestionWord]
  /// Steps left: a question is short, and nobody waits for a strange one.
  private var steps = 4000
  private var filled: [SlotWords] = []

  init(_ elements: [QuestionPattern.Element], _ words: [QuestionWord]) {
    self.elements = elements
    self.words = words
  }

  mutating func match(_ accept: ([SlotWords]) -> Bool) -> Bool { match(0, 0, accept) }

  private mutating func match(_ row: Int, _ at: Int, _ accept: ([SlotWords]) -> Bool) -> Bool {
    steps -= 1
    guard steps > 0 else { return false }
    guard row < elements.count else { return at == words.count && accept(filled) }
    switch elements[row] {
    case .word(let word):
      return at < words.count && words[at].folded == word && !words[at].isQuoted
        && match(row + 1, at + 1, accept)
    case .gap:
      for length in 0...5 where at + length <= words.count {
        if match(row + 1, at + length, accept) { return true }
      }
      return false
    case .slot(let slot):
      return fill(slot, row, at, accept)
    }
  }

  private mutating func fill(
    _ slot: QuestionPattern.Slot, _ row: Int, _ at: Int, _ accept: ([SlotWords]) -> Bool
  ) -> Bool {
    let most = min(slot.most, words.count - at)
    guard most > 0 else { return false }
    for length in 1...most {
      filled.append(SlotWords(slot: slot, words: words[at..<(at + length)]))
      let fits = match(row + 1, at + length, accept)
      filled.removeLast()
      if fits { return true }
    }
    return false
  }
}

extension QuestionPattern.Slot {
  /// The most words that may stand in it.
  fileprivate var most: Int {
    switch self {
    case .event, .name, .outlet: 7
    case .group, .number: 5
    case .day: 3
    case .claim: 1
    case .words, .statement: 60
    }
  }
}

extension [QuestionPattern.Element] {
  /// The words that stand in it.
  var literals: [String] {
    compactMap { element in
      if case .word(let word) = element { return word }
      return nil
    }
  }
}
