import HearsayCore

extension LineCursor {
  /// What the command takes between its name and its clauses.
  mutating func takeArgument(of command: Command) throws(LineProblem)
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
