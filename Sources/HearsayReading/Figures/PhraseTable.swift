internal import HearsayRules
internal import HearsayText

/// Fixed phrases of the rules, such as `no fewer than`, found by their last or their first word.
struct PhraseTable<Payload: Sendable>: Sendable {
  /// The end of a phrase that stands at the token where a look-up begins.
  enum Side: Sendable { case first, last }

  struct Entry: Sendable {
    /// The words in the order in which they are compared.
    var words: [WordID]
    var payload: Payload
  }

  private let side: Side
  private var entries: WordMap<[Entry]> = [:]

  init(by side: Side) { self.side = side }

  /// Files a phrase in the words it is printed in; longer ones are tried first.
  mutating func add(_ phrase: String, _ payload: Payload, _ lexicon: inout Lexicon) {
    var words = phrase.split(separator: " ").map { lexicon.word(String($0)) }
    if side == .last { words.reverse() }
    guard let key = words.first else { return }
    var list = entries[key] ?? []
    let row = list.firstIndex { $0.words.count < words.count } ?? list.count
    list.insert(Entry(words: words, payload: payload), at: row)
    entries[key] = list
  }

  /// Files every phrase of a list with the same payload.
  mutating func add(_ phrases: [String], _ payload: Payload, _ lexicon: inout Lexicon) {
    for phrase in phrases { add(phrase, payload, &lexicon) }
  }

  /// The first words of all phrases, or the last ones, sorted.
  var keys: [WordID] { entries.keys }

  /// The longest phrase whose words stand from `token` on (or end there), inside `bounds`.
  func match(
    at token: Int, in tokens: [Token], within bounds: Range<Int>
  ) -> (tokens: TokenRange, payload: Payload)? {
    guard bounds.contains(token), let list = entries[tokens[token].word] else { return nil }
    for entry in list where fits(entry.words, at: token, in: tokens, within: bounds) {
      let count = entry.words.count
      let lower = side == .first ? token : token - count + 1
      return (TokenRange(lower, lower + count), entry.payload)
    }
    return nil
  }

  private func fits(
    _ words: [WordID], at token: Int, in tokens: [Token], within bounds: Range<Int>
  ) -> Bool {
    let step = side == .first ? 1 : -1
    for (offset, word) in words.enumerated() {
      let row = token + offset * step
      guard bounds.contains(row), tokens[row].word == word else { return false }
    }
    return true
  }
}
