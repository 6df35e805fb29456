package import HearsayCore

/// The commands of one line, each with the first thing that is wrong with it.
///
/// `;` separates; what stands before a mistake is still done.
package func parseLine(_ line: String, allowPrefixes: Bool = false) -> [Result<
  Request, LineProblem
>] {
  let line = PipedLine(translated(line))
  let tokens: [LineToken]
  do {
    tokens = try lineTokens(line.commands)
  } catch {
    return [.failure(error)]
  }
  let parts = tokens.split(separator: ";") { $0.kind == .semicolon }
  if parts.isEmpty, let bar = line.bar {
    return [.failure(LineProblem("missing", bar, "a command is missing before '|'"))]
  }
  return parts.enumerated().map { place, part in
    do throws(LineProblem) {
      var request = try parseCommand(Array(part), allowPrefixes)
      if place == parts.count - 1 { try line.pipe(&request) }
      return .success(request)
    } catch {
      return .failure(error)
    }
  }
}

extension Sequence where Element == LineToken {
  fileprivate func split(
    separator: String, where isSeparator: (LineToken) -> Bool
  ) -> [[LineToken]] {
    var parts: [[LineToken]] = []
    var part: [LineToken] = []
    for token in self {
      if isSeparator(token) {
        parts.append(part)
        part = []
      } else {
        part.append(token)
      }
    }
    return (parts + [part]).filter { !$0.isEmpty }
  }
}

/// What fingers of other shells type, at the start of a line only.
func translated(_ line: String) -> String {
  let words = line.split(separator: " ", maxSplits: 1).map(String.init)
  guard let first = words.first, let own = habits[first.lowercased()] else { return line }
  return ([own] + words.dropFirst()).joined(separator: " ")
}

private let habits = [
  ".quit": "quit", ".exit": "quit", "exit": "quit", "q": "quit", ":q": "quit", "\\q": "quit",
  ".help": "help", "?": "help", "\\h": "help", "\\?": "help", ".mode": "set output",
  "docs": "articles",
]

private func parseCommand(_ tokens: [LineToken], _ allowPrefixes: Bool) throws(LineProblem)
  -> Request
{
  var cursor = LineCursor(tokens)
  let command = try cursor.takeCommand(allowPrefixes)
  let range = tokens[0].range.lowerBound..<tokens[tokens.count - 1].range.upperBound
  let isQuantity = command.takes == .quantityOrWords
  if isQuantity || command.name == Command.compare.name,
    let literal = cursor.literalRequest(command, range)
  {
    do throws(LineProblem) {
      var request = try cursor.takeRequest(command, range)
      if case .words = request.argument { request.literal = literal.literal }
      return request
    } catch {
      let isUnfinished =
        error.code == "missing"
        || isQuantity && ["bad-count", "bad-time", "no-path"].contains(error.code)
      if isUnfinished, cursor.isBegunClause(command) { throw error }
      var request = literal
      if !isQuantity {
        guard error.code == "bad-time" || error.code == "missing" else { throw error }
        request.problem = error
      }
      return request
    }
  }
  return try cursor.takeRequest(command, range)
}

extension Session {
  /// The command of some tokens, as far as they are one.
  func request(_ tokens: [LineToken]) -> Request? {
    tokens.isEmpty ? nil : try? parseCommand(tokens, allowsPrefixes)
  }
}

extension LineCursor {
  fileprivate mutating func takeRequest(_ command: Command, _ range: Range<Int>)
    throws(LineProblem) -> Request
  {
    let argument = try takeArgument(of: command)
    let clauses = try takeClauses(allowed: command.clauses, of: command.name)
    return Request(name: command.name, argument: argument, clauses: clauses, range: range)
  }

  /// `compare released by`, `who said 56 by`: a clause that was begun, and no word of what is asked.
  fileprivate func isBegunClause(_ command: Command) -> Bool {
    guard let last = tokens.last?.keyword, ClauseKeyword(rawValue: last) != nil else {
      return false
    }
    let first = tokens.dropFirst(command.name.split(separator: " ").count).first
    return command.takes != .quantityOrWords || first.flatMap { Int($0.text) } != nil
  }

  /// `who said our top priority`: words of which one happens to be a keyword.
  ///
  /// Only `as` and `to` at the end are still read as clauses.
  fileprivate func literalRequest(_ command: Command, _ range: Range<Int>) -> Request? {
    let rest = Array(tokens[row...])
    let keywords = rest.filter { ClauseKeyword(rawValue: $0.keyword ?? "") != nil }
    guard !keywords.isEmpty, rest.allSatisfy({ $0.kind == .word }) else { return nil }
    var end = rest.count
    while end > 2, Self.isWriting(rest[end - 2], rest[end - 1]) { end -= 2 }
    guard let first = rest.first, end > 0 else { return nil }
    let words = Phrase(
      text: rest[..<end].map(\.text).joined(separator: " "),
      range: first.range.lowerBound..<rest[end - 1].range.upperBound)
    var tail = LineCursor(Array(rest[end...]))
    guard let clauses = try? tail.takeClauses(allowed: .writing, of: command.name) else {
      return nil
    }
    var request = Request(
      name: command.name, argument: .words(words), clauses: clauses, range: range)
    request.literal = words
    return request
  }

  static func isWriting(_ keyword: LineToken, _ value: LineToken) -> Bool {
    keyword.keyword == "to"
      || keyword.keyword == "as"
        && OutputFormat(rawValue: value.keyword ?? "") != nil
  }
}
