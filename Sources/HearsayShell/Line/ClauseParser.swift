import HearsayCore
import HearsayGraph

/// Reads clauses: one function a line of the grammar in the documentation.
extension LineCursor {
  /// `clause = "where" filter | "by" words | … ` each at most once, in any order.
  mutating func takeClauses(allowed: Set<ClauseKeyword>, of command: String) throws(LineProblem)
    -> Clauses
  {
    var clauses = Clauses()
    var seen: Set<ClauseKeyword> = []
    while let token = peek {
      guard let word = token.keyword, let clause = ClauseKeyword(rawValue: word) else {
        throw unexpected(token, allowed, command)
      }
      guard allowed.contains(clause) else {
        throw LineProblem(
          "clause-not-here", token.range, "'\(command)' takes no '\(word)'",
          allowed: Self.listed(allowed))
      }
      // `as of DAY` is another way to write `until DAY`, and leaves `as FORMAT` free.
      let isAsOf = clause == .as && peek(ahead: 1)?.keyword == "of"
      guard seen.insert(isAsOf ? .until : clause).inserted else {
        throw LineProblem("clause-twice", token.range, "'\(word)' is given twice")
      }
      take()
      try takeClause(clause, into: &clauses)
    }
    clauses.values = values
    return clauses
  }

  private static func listed(_ allowed: Set<ClauseKeyword>) -> String? {
    let names = ClauseKeyword.allCases.filter(allowed.contains).map(\.rawValue)
    return names.isEmpty ? nil : "allowed: " + names.joined(separator: " ")
  }

  private func unexpected(
    _ token: LineToken, _ allowed: Set<ClauseKeyword>, _ command: String
  ) -> LineProblem {
    let names = ClauseKeyword.allCases.filter(allowed.contains).map(\.rawValue)
    return LineProblem(
      "unexpected", token.range, "'\(token.text)' is not expected after '\(command)'",
      suggestions: nearestWords(to: token.text, among: names), allowed: Self.listed(allowed))
  }

  private mutating func takeClause(_ clause: ClauseKeyword, into clauses: inout Clauses)
    throws(LineProblem)
  {
    switch clause {
    case .where: clauses.filter = try takeFilter()
    case .by: clauses.speaker = try takeWords("a name", "`sources` lists who says something")
    case .in:
      clauses.place = try takeWords(
        "an article, an outlet or a place", "`articles` lists them")
    case .since: clauses.since = try takeWantedTime()
    case .until: clauses.until = try takeWantedTime()
    case .on: clauses.on = try takeWantedTime()
    case .sort: clauses.sort = try takeOne(of: SortKey.allCases, "a key")
    case .top: clauses.top = try takeCount()
    case .as: try takeFormatOrAsOf(into: &clauses)
    case .to: clauses.path = try takePath()
    }
  }

  private mutating func takeWantedTime() throws(LineProblem) -> TimePoint {
    if let time = takeTime() { return time }
    throw LineProblem(
      "bad-time", missingPlace, peek.map { "'\($0.text)' is no time" } ?? "a time is missing",
      allowed: "2026-01-14, 2026-01-14T18:00, 14 January, Monday, yesterday, 2 days ago")
  }

  private mutating func takeCount() throws(LineProblem) -> Int {
    guard let token = peek, let count = Int(token.text), count > 0 else {
      throw LineProblem(
        "bad-count", missingPlace, "'top' needs a whole number from 1 on", allowed: "as in: top 5")
    }
    take()
    return count
  }

  /// `as jsonl`, or `as of 2026-01-13`, which is `until`.
  private mutating func takeFormatOrAsOf(into clauses: inout Clauses) throws(LineProblem) {
    if take(keyword: "of") {
      clauses.until = try takeWantedTime()
    } else {
      clauses.format = try takeOne(of: OutputFormat.allCases, "a format")
    }
  }

  private mutating func takePath() throws(LineProblem) -> Phrase {
    guard let token = peek, token.kind == .word || token.kind == .string else {
      throw LineProblem(
        "no-path", missingPlace, "'to' needs a file", allowed: "as in: to answer.csv")
    }
    take()
    return Phrase(text: token.text, range: token.range, isQuoted: token.kind == .string)
  }

  private mutating func takeOne<Choice: RawRepresentable>(of all: [Choice], _ what: String)
    throws(LineProblem) -> Choice where Choice.RawValue == String
  {
    let names = all.map(\.rawValue)
    guard let token = peek else {
      throw LineProblem(
        "missing", missingPlace, "\(what) is missing", allowed: names.joined(separator: ", "))
    }
    guard let word = token.keyword, let choice = all.first(where: { $0.rawValue == word }) else {
      throw LineProblem(
        "unknown-word", token.range, "'\(token.text)' is not \(what)",
        suggestions: nearestWords(to: token.text, among: names),
        allowed: names.joined(separator: ", "))
    }
    take()
    return choice
  }

  /// `words = word or string, repeated, up to a clause keyword, "and" or "or"`.
  mutating func takeWords(_ what: String, _ allowed: String? = nil) throws(LineProblem) -> Phrase {
    if let phrase = takePhrase(stopAtLogic: false) { return phrase }
    throw LineProblem("missing", missingPlace, "\(what) is missing", allowed: allowed)
  }

  /// Words, or `nil` when none stand here.
  mutating func takePhrase(stopAtLogic: Bool) -> Phrase? {
    var parts: [LineToken] = []
    while let token = peek, token.kind == .string || token.kind == .word {
      if let word = token.keyword {
        if ClauseKeyword(rawValue: word) != nil { break }
        if stopAtLogic, word == "and" || word == "or" { break }
      }
      parts.append(token)
      take()
    }
    guard let first = parts.first, let last = parts.last else { return nil }
    return Phrase(
      text: parts.map(\.text).joined(separator: " "),
      range: first.range.lowerBound..<last.range.upperBound,
      isQuoted: parts.allSatisfy { $0.kind == .string })
  }

  // MARK: - where

  /// `filter = all { "or" all }`.
  mutating func takeFilter() throws(LineProblem) -> Filter {
    var choices = [try takeAll()]
    while take(keyword: "or") { choices.append(try takeAll()) }
    return choices.count == 1 ? choices[0] : .any(choices)
  }

  /// `all = term { "and" term }`.
  private mutating func takeAll() throws(LineProblem) -> Filter {
    var terms = [try takeTerm()]
    while take(keyword: "and") { terms.append(try takeTerm()) }
    return terms.count == 1 ? terms[0] : .all(terms)
  }

  /// `term = "not" term | "(" filter ")" | field op (quantity | words) | words`.
  private mutating func takeTerm() throws(LineProblem) -> Filter {
    if take(keyword: "not") { return .not(try takeTerm()) }
    if let open = peek, open.kind == .open { return try takeGroup(open) }
    if let op = peek(ahead: 1), op.kind == .comparison { return try takeComparison(op) }
    guard let words = takePhrase(stopAtLogic: true) else {
      throw LineProblem(
        "missing", missingPlace, "a condition is missing after 'where'",
        allowed: "words, or FIELD = VALUE")
    }
    if !words.isQuoted, FilterField(rawValue: words.text.lowercased()) != nil {
      throw LineProblem(
        "missing", words.range.upperBound..<words.range.upperBound,
        "'\(words.text)' is a field, and its value is missing",
        allowed: "\(words.text) = VALUE; \"\(words.text)\" for the word itself")
    }
    return .words(words.text)
  }

  private mutating func takeGroup(_ open: LineToken) throws(LineProblem) -> Filter {
    take()
    let filter = try takeFilter()
    guard peek?.kind == .close else {
      throw LineProblem("unclosed", open.range, "the parenthesis is not closed")
    }
    take()
    return filter
  }

  private mutating func takeComparison(_ op: LineToken) throws(LineProblem) -> Filter {
    guard let name = take() else {
      throw LineProblem("missing", missingPlace, "a field is missing")
    }
    guard let field = FilterField(rawValue: name.keyword ?? "") else {
      throw LineProblem(
        "unknown-field", name.range, "no field is named '\(name.text)'",
        suggestions: nearestWords(to: name.text, among: FilterField.allCases.map(\.rawValue)),
        allowed: FilterField.allCases.map(\.rawValue).joined(separator: ", "))
    }
    take()
    guard let comparator = FilterOperator(rawValue: op.text) else {
      throw LineProblem("unknown-operator", op.range, "'\(op.text)' is no comparison")
    }
    return .field(field, comparator, try takeValue(of: field, isExact: comparator == .equal))
  }

  private mutating func takeValue(of field: FilterField, isExact: Bool) throws(LineProblem)
    -> FilterValue
  {
    if field == .value {
      if let quantity = takeQuantity() { return .number(quantity.interval) }
      throw LineProblem(
        "bad-quantity", missingPlace,
        peek.map { "'\($0.text)' is no number" } ?? "a number is missing",
        allowed: "56, 60..70, at least 4, about 50")
    }
    guard let words = takePhrase(stopAtLogic: true) else {
      throw LineProblem(
        "missing", missingPlace, "a value is missing after '\(field.rawValue)'",
        allowed: "a word or words, as in: \(field.rawValue) = \"two words\"")
    }
    if isExact { values.append(FieldValue(field: field, words: words)) }
    return .words(words.text)
  }
}
