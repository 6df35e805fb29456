/// A phrase of the rules.
///
/// Literal words, `(a|b)`, `?` after a word or group, `...` for up to five words, and the slots
/// `{number} {name} {population} {people} {date}`. There is no more to the language.
///
/// ```
/// phrase  = element { element }
/// element = ( word | group | gap | slot ) [ "?" ]
/// group   = "(" phrase { "|" phrase } ")"
/// gap     = "..."
/// slot    = "{" name "}"
/// ```
public struct PhrasePattern: Hashable, Sendable {
  /// One element.
  public indirect enum Element: Hashable, Sendable {
    /// A word in lower case, matched in any inflection.
    case word(String)
    /// One of several phrases.
    case anyOf([[Element]])
    /// The element may be missing.
    case optional(Element)
    /// Up to five words.
    case gap
    /// A finding of another layer.
    case slot(Slot)
  }

  /// The findings a pattern may ask for.
  public enum Slot: String, Hashable, Sendable, CaseIterable {
    case number, name, population, people, date
  }

  /// What is wrong with a pattern.
  public enum Problem: Error, Hashable, Sendable {
    /// `(a|b`: a bracket is not closed, or `a)`: one was never opened.
    case unbalanced
    /// `{nmae}`: no such slot.
    case unknownSlot(String)
    /// `... {number}`: no literal word, so there is nothing to look for.
    case noLiteral
    /// `... ...`: two gaps in a row.
    case doubleGap
    /// Nothing in it.
    case empty
  }

  /// The elements in order.
  public let elements: [Element]

  /// Reads a pattern.
  public init(_ text: String) throws(Problem) {
    var parser = PhraseParser(text)
    let elements = try parser.phrase(inGroup: false)
    guard parser.atEnd else { throw .unbalanced }
    guard !elements.isEmpty else { throw .empty }
    guard elements.contains(where: \.hasLiteral) else { throw .noLiteral }
    for (one, other) in zip(elements, elements.dropFirst()) where one == .gap && other == .gap {
      throw .doubleGap
    }
    self.elements = elements
  }

  /// Every way to read the pattern without groups and optional elements, at most `limit`.
  ///
  /// - Complexity: O(*limit* · *n*).
  public func expansions(limit: Int = 256) -> [[Element]] {
    elements.reduce([[]]) { soFar, element in
      Array(soFar.flatMap { head in element.expansions.map { head + $0 } }.prefix(limit))
    }.filter { !$0.isEmpty }
  }
}

extension PhrasePattern.Element {
  var hasLiteral: Bool {
    switch self {
    case .word: true
    case .anyOf(let phrases): phrases.allSatisfy { $0.contains(where: \.hasLiteral) }
    case .optional, .gap, .slot: false
    }
  }

  var expansions: [[PhrasePattern.Element]] {
    switch self {
    case .word, .gap, .slot: [[self]]
    case .optional(let element): [[]] + element.expansions
    case .anyOf(let phrases):
      phrases.flatMap { phrase in
        phrase.reduce([[]]) { soFar, element in
          soFar.flatMap { head in element.expansions.map { head + $0 } }
        }
      }
    }
  }
}

/// Reads the grammar above: one function for each line of it.
private struct PhraseParser {
  var rest: Substring

  init(_ text: String) { rest = Substring(text.lowercased()) }

  var atEnd: Bool { rest.allSatisfy { $0 == " " } }

  mutating func phrase(inGroup: Bool) throws(PhrasePattern.Problem)
    -> [PhrasePattern.Element]
  {
    var elements: [PhrasePattern.Element] = []
    while true {
      rest = rest.drop { $0 == " " }
      guard let next = rest.first, !(inGroup && (next == "|" || next == ")")) else {
        return elements
      }
      if next == ")" || next == "|" { throw .unbalanced }
      var element = try self.element()
      if rest.first == "?" {
        rest.removeFirst()
        element = .optional(element)
      }
      elements.append(element)
    }
  }

  mutating func element() throws(PhrasePattern.Problem) -> PhrasePattern.Element {
    if rest.hasPrefix("...") {
      rest.removeFirst(3)
      return .gap
    }
    switch rest.first {
    case "(": return try group()
    case "{": return try slot()
    default: return word()
    }
  }

  mutating func group() throws(PhrasePattern.Problem) -> PhrasePattern.Element {
    var phrases: [[PhrasePattern.Element]] = []
    repeat {
      rest.removeFirst()
      phrases.append(try phrase(inGroup: true))
    } while rest.first == "|"
    guard rest.first == ")" else { throw .unbalanced }
    rest.removeFirst()
    return .anyOf(phrases)
  }

  mutating func slot() throws(PhrasePattern.Problem) -> PhrasePattern.Element {
    let name = rest.dropFirst().prefix { $0 != "}" && $0 != " " }
    guard rest.dropFirst(name.count + 1).first == "}" else { throw .unbalanced }
    rest.removeFirst(name.count + 2)
    guard let slot = PhrasePattern.Slot(rawValue: String(name)) else {
      throw .unknownSlot(String(name))
    }
    return .slot(slot)
  }

  mutating func word() -> PhrasePattern.Element {
    let word = rest.prefix { !" (|)?{".contains($0) }
    rest.removeFirst(max(1, word.count))
    return .word(String(word))
  }
}
