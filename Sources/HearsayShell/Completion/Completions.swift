import HearsayCore
import HearsayGraph

/// What may stand where the cursor is.
package struct Candidates: Hashable, Sendable {
  /// One thing that may stand there.
  package struct Choice: Hashable, Sendable {
    /// What goes into the line, such as `compare` or `"Foro Penal"`.
    package var text: String
    /// What it is, in a few words.
    package var summary: String
  }

  /// How many UTF-8 bytes before the cursor the chosen text replaces: the word begun.
  package var replacing: Int
  /// In the order of the listing, most claims first.
  package var choices: [Choice]
  /// Whether the first choices are likelier than the last, so that a short list of them serves.
  package var isRanked = true
  /// How many more there are that are not among the choices.
  package var left = 0

  static let none = Candidates(replacing: 0, choices: [])
}

/// What may stand at the cursor, a UTF-8 offset of the line: a pure function of line and session.
///
/// What is counted in the corpus is in `index`, and of the claims that the line speaks of in
/// `narrower`; without them it is counted now.
package func completions(
  _ line: String, cursor: Int, in session: Session, index: CompletionIndex? = nil,
  narrower: NarrowerCounts = NarrowerCounts()
) -> Candidates {
  guard let place = CompletionPlace(line, cursor: cursor) else { return .none }
  let grammar = CompletionGrammar(
    session: session, index: index ?? CompletionIndex(session), narrower: narrower)
  let expected = grammar.expected(at: place)
  let phrase = phraseOffers(expected, place)
  if !phrase.isEmpty {
    let bytes = place.bytes(from: expected.phrase[0].range.lowerBound)
    return Candidates(replacing: bytes, choices: phrase.map(\.choice))
  }
  let groups = expected.phrase.isEmpty ? [expected.values] + expected.others : expected.others
  var found: [Offer] = []
  var left = 0
  for (row, group) in groups.enumerated() {
    let fitting = offers(group, beginning: place.begun)
    // Where a clause may follow as well, it should be in sight.
    let isLast = groups[(row + 1)...].allSatisfy(\.isEmpty)
    let isWhole = isLast || !place.begun.isEmpty || !expected.isRanked
    found += isWhole ? fitting : Array(fitting.prefix(mostBeforeOthers))
    left += isWhole ? 0 : max(0, fitting.count - mostBeforeOthers)
  }
  return Candidates(
    replacing: place.begunBytes, choices: found.map(\.choice), isRanked: expected.isRanked,
    left: left)
}

private let mostBeforeOthers = 13

/// Several bare words may be one value: `foro pe` stands for `"Foro Penal"`.
private func phraseOffers(_ expected: Expected, _ place: CompletionPlace) -> [Offer] {
  guard !expected.phrase.isEmpty, !place.begun.isEmpty else { return [] }
  let words = expected.phrase.map(\.text) + [place.begun]
  return offers(expected.values, beginning: words.joined(separator: " "))
}

/// Those that begin as typed, then those with a later word that does; accents and case do not count.
private func offers(_ offers: [Offer], beginning begun: String) -> [Offer] {
  guard !begun.isEmpty else { return offers }
  let typed = foldedWords(begun).joined(separator: " ")
  guard !typed.isEmpty else { return offers.filter { $0.text.hasPrefix(begun) } }
  let exact = offers.filter { $0.key.hasPrefix(typed) }
  return exact
    + offers.filter { offer in
      !offer.key.hasPrefix(typed) && offer.laterWords.contains { $0.hasPrefix(typed) }
    }
}

/// Something that may stand at the cursor, with the words by which it is found.
struct Offer: Hashable, Sendable {
  /// What goes into the line.
  var text: String
  var summary: String
  /// The text as it is looked up.
  let key: String
  /// The same from each later word on: `penal` finds `"Foro Penal"`.
  let laterWords: [String]

  /// Words of the grammar, as they stand.
  init(_ text: String, _ summary: String = "") {
    self.text = text
    self.summary = printable(summary)
    let words = foldedWords(text)
    key = words.joined(separator: " ")
    laterWords = words.indices.dropFirst().map { words[$0...].joined(separator: " ") }
  }

  /// A name out of an article or the rules, between quotation marks where the grammar needs them.
  ///
  /// `nil` for one that cannot be typed: with a control character in it, or with no letter.
  init?(name: String, _ summary: String) {
    guard !name.isEmpty, !name.unicodeScalars.contains(where: movesTerminal) else { return nil }
    self.init(quoted(name), summary)
    if key.isEmpty { return nil }
  }

  var choice: Candidates.Choice { Candidates.Choice(text: text, summary: summary) }
}

/// The text as one word or string of the grammar.
func quoted(_ text: String) -> String {
  let isPlain = text.unicodeScalars.allSatisfy { scalar in
    scalar.properties.isAlphabetic || scalar.properties.numericType != nil
      || "._-/'’:,@%$&+".unicodeScalars.contains(scalar)
  }
  let lower = text.lowercased()
  let isKeyword = ClauseKeyword(rawValue: lower) != nil || ["and", "or", "not"].contains(lower)
  if isPlain, !isKeyword { return text }
  let escaped = text.flatMap { $0 == "\"" || $0 == "\\" ? ["\\", $0] : [$0] }
  return "\"" + String(escaped) + "\""
}
