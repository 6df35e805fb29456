/// Where the cursor stands: the words of its command before it, and the one begun at it.
struct CompletionPlace {
  /// The tokens before the word begun, of the command the cursor is in.
  private(set) var tokens: [LineToken] = []
  /// The word begun, without its quotation mark.
  private(set) var begun = ""
  /// Whether the word begun stands between quotation marks.
  private(set) var isQuoted = false
  /// How many UTF-8 bytes it takes in the line.
  private(set) var begunBytes = 0
  private let scalars: [Unicode.Scalar]

  /// `nil` where nothing can be completed: in a comment, or behind a pipe.
  init?(_ line: String, cursor: Int) {
    let before = String(decoding: Array(line.utf8.prefix(max(0, cursor))), as: UTF8.self)
    scalars = Array(before.unicodeScalars)
    guard let all = read(before) else { return nil }
    let start = all.lastIndex { $0.kind == .semicolon }.map { $0 + 1 } ?? 0
    tokens = Array(all[start...])
    if start == 0 { translateHabit() }
    if tokens.contains(where: { $0.kind == .pipe }) { return nil }
  }

  /// The bytes from a code point to the cursor.
  func bytes(from start: Int) -> Int {
    scalars[min(max(0, start), scalars.count)...].reduce(0) { $0 + UTF8.width($1) }
  }

  private mutating func read(_ before: String) -> [LineToken]? {
    do throws(LineProblem) {
      var all = try lineTokens(before)
      let end = all.last?.range.upperBound ?? 0
      // What is behind the last token and no blank is a comment.
      guard scalars[min(end, scalars.count)...].allSatisfy(\.properties.isWhitespace) else {
        return nil
      }
      if let last = all.last, end == scalars.count, last.kind == .word || last.kind == .string {
        all.removeLast()
        begin(last.text, at: last.range.lowerBound)
        isQuoted = last.kind == .string
      }
      return all
    } catch {
      return readUnfinished(error)
    }
  }

  /// A string that is not closed yet, or half of `!=`.
  private mutating func readUnfinished(_ problem: LineProblem) -> [LineToken]? {
    let start = problem.range.lowerBound
    guard scalars.indices.contains(start) else { return nil }
    let isString = problem.code == "unclosed-string"
    guard isString || problem.range.upperBound == scalars.count else { return nil }
    begin(text(scalars[(start + (isString ? 1 : 0))...]), at: start)
    isQuoted = isString
    return try? lineTokens(text(scalars[..<start]))
  }

  private mutating func begin(_ text: String, at start: Int) {
    begun = text
    begunBytes = bytes(from: start)
  }

  private func text(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars)
    return String(text)
  }

  /// `.mode` stands for `set output`; the words keep the place of what was typed.
  private mutating func translateHabit() {
    guard let first = tokens.first, first.kind == .word else { return }
    let own = translated(first.text)
    guard own != first.text, let words = try? lineTokens(own) else { return }
    tokens =
      words.map { LineToken(kind: $0.kind, text: $0.text, range: first.range) }
      + tokens.dropFirst()
  }
}
