package import HearsayCore

/// One command of a line, parsed.
package struct Request: Hashable, Sendable {
  /// The command's name, such as `who said`.
  package var name: String
  /// What follows the name, up to the clauses.
  package var argument: Argument
  /// Its clauses.
  package var clauses: Clauses
  /// For `who said` and `compare` without quotation marks: all words, should a keyword among them be no keyword.
  package var literal: Phrase?
  /// Why its words cannot be read with clauses; then ``literal`` has all of them.
  package var problem: LineProblem?
  /// The code points of the line.
  package var range: Range<Int>

  /// What follows a command's name.
  package enum Argument: Hashable, Sendable {
    case none
    case words(Phrase)
    /// A number in the shell's grammar, with the words it was written in.
    case quantity(Quantity, Phrase)
    case references([Reference])
    case paths([Phrase])
    /// A sentence, or the claim whose sentence is meant, and a topic.
    case sentence(Reference, Phrase)
    /// What the last answer should be like.
    case expectation(Expectation)
    /// A name of the person's own, and what it stands for.
    case definition(Phrase, Phrase)
  }
}

/// What `show`, `why` and `trace` point at.
package enum Reference: Hashable, Sendable {
  /// `31`: a claim.
  case claim(Int, Range<Int>)
  /// `d3`: an article.
  case article(Int, Range<Int>)
  /// `s2`: a source.
  case source(Int, Range<Int>)
  /// `@1`: a row of the last answer.
  case row(Int, Range<Int>)
  /// `"more than 400"`: a claim's words.
  case words(Phrase)

  /// Where it stands in the line.
  package var range: Range<Int> {
    switch self {
    case .claim(_, let range), .article(_, let range), .source(_, let range), .row(_, let range):
      range
    case .words(let phrase): phrase.range
    }
  }
}

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

extension LineCursor {
  fileprivate mutating func takeRequest(_ command: Command, _ range: Range<Int>)
    throws(LineProblem) -> Request
  {
    let argument = try takeArgument(of: command)
    let clauses = try takeClauses(allowed: command.clauses, of: command.name)
    return Request(name: command.name, argument: argument, clauses: clauses, range: range)
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

  fileprivate static func isWriting(_ keyword: LineToken, _ value: LineToken) -> Bool {
    keyword.keyword == "to"
      || keyword.keyword == "as"
        && OutputFormat(rawValue: value.keyword ?? "") != nil
  }
}

extension LineCursor {
  /// The command at the start; its name may have two words.
  fileprivate mutating func takeCommand(_ allowPrefixes: Bool) throws(LineProblem) -> Command {
    guard let first = peek else {
      throw LineProblem("missing", missingPlace, "a command is missing")
    }
    let word = first.keyword ?? ""
    let pair = word + " " + (peek(ahead: 1)?.keyword ?? "")
    for name in [pair, word] {
      guard let command = Command.named(name) else { continue }
      take()
      if name == pair { take() }
      return command
    }
    if allowPrefixes, let command = uniquePrefix(word) {
      take()
      return command
    }
    throw unknownCommand(first)
  }

  private func uniquePrefix(_ word: String) -> Command? {
    let fits = Command.all.filter { $0.name.hasPrefix(word) && !$0.name.contains(" ") }
    return fits.count == 1 && !word.isEmpty ? fits[0] : nil
  }

  private func unknownCommand(_ token: LineToken) -> LineProblem {
    let names = Command.all.map(\.name)
    let starts = names.filter { $0.hasPrefix((token.keyword ?? "") + " ") }
    if let start = starts.first {
      let at = peek(ahead: 1)?.range ?? token.range.upperBound..<token.range.upperBound
      return LineProblem(
        "unknown-command", at, "'\(token.text)' is not a whole command",
        suggestions: starts.isEmpty ? [] : starts.count == 1 ? [start] : starts)
    }
    let typed = [token.text, peek(ahead: 1)?.text].compactMap { $0 }.joined(separator: " ")
    var near = nearestWords(to: token.text, among: names)
    near += nearestWords(to: typed, among: names.filter { $0.contains(" ") })
    return LineProblem(
      "unknown-command", token.range, "no command is named '\(token.text)'", suggestions: near,
      allowed: "`help` lists them")
  }

  /// What the command takes between its name and its clauses.
  fileprivate mutating func takeArgument(of command: Command) throws(LineProblem)
    -> Request.Argument
  {
    switch command.takes {
    case .nothing: return .none
    case .words(let what, let isRequired):
      if command.subject == .command, let clause = takeLoneKeyword() { return .words(clause) }
      if let phrase = takePhrase(stopAtLogic: false) { return .words(phrase) }
      if !isRequired { return .none }
      throw missing(what, command)
    case .quantityOrWords: return try takeQuantityOrWords(command)
    case .references(let what): return try takeReferences(what, command)
    case .paths(let isRequired):
      let paths = takePaths()
      if paths.isEmpty, isRequired { throw missing("a file or folder", command) }
      return paths.isEmpty ? .none : .paths(paths)
    case .sentenceAndWords: return try takeSentence(command)
    case .expectation: return .expectation(try takeExpectation())
    case .definition: return isAtEnd ? .none : try takeDefinition()
    case .statement: return .words(try takeStatement(command))
    }
  }

  /// `help where`: a clause that is asked about.
  private mutating func takeLoneKeyword() -> Phrase? {
    guard let token = peek, ClauseKeyword(rawValue: token.keyword ?? "") != nil,
      peek(ahead: 1) == nil
    else { return nil }
    take()
    return Phrase(text: token.text, range: token.range)
  }

  private mutating func takeSentence(_ command: Command) throws(LineProblem) -> Request.Argument {
    guard let token = peek, token.kind == .word || token.kind == .string else {
      throw missing("a sentence in quotation marks and a topic", command)
    }
    let sentence = reference(token)
    if case .words(let phrase) = sentence, !phrase.isQuoted {
      throw LineProblem(
        "unquoted-sentence", token.range, "the sentence stands in quotation marks",
        allowed: "as in: \(command.example)")
    }
    take()
    guard let words = takePhrase(stopAtLogic: false) else {
      throw missing("a topic behind the sentence", command)
    }
    return .sentence(sentence, words)
  }

  /// `check (string | rest-of-line)`: only `as` and `to` at the end are clauses.
  private mutating func takeStatement(_ command: Command) throws(LineProblem) -> Phrase {
    guard let first = peek else { throw missing("a statement", command) }
    let isWhole = first.kind == .string && startsClause(peek(ahead: 1))
    var end = isWhole ? row + 1 : tokens.count
    while !isWhole, end > row + 2, Self.endsClauses(tokens[end - 2], tokens[end - 1]) { end -= 2 }
    let parts = tokens[row..<end]
    while row < end { take() }
    let text = parts.map { $0.kind == .string && !isWhole ? "\"\($0.text)\"" : $0.text }
    return Phrase(
      text: text.joined(separator: " "),
      range: first.range.lowerBound..<tokens[end - 1].range.upperBound, isQuoted: isWhole)
  }

  /// As ``isWriting``, where a file must look like one: people say `to` of much else.
  static func endsClauses(_ keyword: LineToken, _ value: LineToken) -> Bool {
    isWriting(keyword, value)
      && (keyword.keyword == "as" || value.text.contains { "./".contains($0) })
  }

  private func startsClause(_ token: LineToken?) -> Bool {
    token.map { ClauseKeyword(rawValue: $0.keyword ?? "") != nil } ?? true
  }

  private func missing(_ what: String, _ command: Command) -> LineProblem {
    LineProblem(
      "missing", missingPlace, "'\(command.name)' needs \(what)",
      allowed: "as in: \(command.example)")
  }

  private mutating func takeQuantityOrWords(_ command: Command) throws(LineProblem)
    -> Request.Argument
  {
    let start = row
    if let quantity = takeQuantity(), row > start {
      let parts = tokens[start..<row]
      let phrase = Phrase(
        text: parts.map(\.text).joined(separator: " "),
        range: tokens[start].range.lowerBound..<tokens[row - 1].range.upperBound)
      // `who said 56 prisoners` asks for the words, as the number alone would not.
      if isAtEnd || ClauseKeyword(rawValue: peek?.keyword ?? "") != nil {
        return .quantity(quantity, phrase)
      }
      rewind(to: start)
    }
    guard let phrase = takePhrase(stopAtLogic: false) else {
      throw missing("a number or words", command)
    }
    return .words(phrase)
  }

  private mutating func takeReferences(_ what: String, _ command: Command) throws(LineProblem)
    -> Request.Argument
  {
    var found: [Reference] = []
    while let token = peek, token.kind == .word || token.kind == .string {
      if ClauseKeyword(rawValue: token.keyword ?? "") != nil { break }
      take()
      found.append(reference(token))
    }
    if found.isEmpty { throw missing(what, command) }
    return .references(joined(found))
  }

  /// Words without quotation marks are one reference: `trace big way`, `show more than 400`.
  private func joined(_ references: [Reference]) -> [Reference] {
    let hasBareWord = references.contains { reference in
      if case .words(let phrase) = reference { return !phrase.isQuoted }
      return false
    }
    guard hasBareWord, let first = references.first, let last = references.last else {
      return references
    }
    let range = first.range.lowerBound..<last.range.upperBound
    let words = tokens.filter { range.contains($0.range.lowerBound) }.map(\.text)
    return [.words(Phrase(text: words.joined(separator: " "), range: range))]
  }

  /// `31`, `d3`, `s2`, `@1`, or words.
  func reference(_ token: LineToken) -> Reference {
    let phrase = Phrase(text: token.text, range: token.range, isQuoted: token.kind == .string)
    guard token.kind == .word else { return .words(phrase) }
    if let number = Int(token.text), number >= 0 { return .claim(number, token.range) }
    guard let number = Int(token.text.dropFirst()), number >= 0 else { return .words(phrase) }
    switch token.text.first {
    case "d", "D": return .article(number, token.range)
    case "s", "S": return .source(number, token.range)
    case "@": return .row(number, token.range)
    default: return .words(phrase)
    }
  }

  private mutating func takePaths() -> [Phrase] {
    var paths: [Phrase] = []
    while let token = peek, token.kind == .word || token.kind == .string {
      if token.keyword == "as" || token.keyword == "to" { break }
      if token.keyword == "top", Int(peek(ahead: 1)?.text ?? "") != nil { break }
      take()
      paths.append(Phrase(text: token.text, range: token.range, isQuoted: token.kind == .string))
    }
    return paths
  }
}
