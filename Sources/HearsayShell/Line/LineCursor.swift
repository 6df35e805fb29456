/// Walks over the tokens of one command.
struct LineCursor {
  let tokens: [LineToken]
  private(set) var row = 0
  /// What fields should be, as typed.
  var values: [FieldValue] = []

  init(_ tokens: [LineToken]) { self.tokens = tokens }

  var peek: LineToken? { row < tokens.count ? tokens[row] : nil }
  var isAtEnd: Bool { row >= tokens.count }

  func peek(ahead: Int) -> LineToken? {
    row + ahead < tokens.count ? tokens[row + ahead] : nil
  }

  /// Where something is missing: just behind the last token.
  var missingPlace: Range<Int> {
    if let peek { return peek.range }
    let end = tokens.last?.range.upperBound ?? 0
    return end..<end
  }

  @discardableResult
  mutating func take() -> LineToken? {
    guard row < tokens.count else { return nil }
    defer { row += 1 }
    return tokens[row]
  }

  /// Moves past the token when it is this keyword.
  mutating func take(keyword: String) -> Bool {
    guard peek?.keyword == keyword else { return false }
    row += 1
    return true
  }

  /// Back to a row seen before.
  mutating func rewind(to earlier: Int) { row = earlier }
}
