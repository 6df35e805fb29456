import HearsayGraph

/// What the grammar wants next, in a few words, such as `EVENT [where … by … top …]`.
///
/// Only behind a blank, where nothing is begun: it explains and is never part of the line.
package func lineHint(_ line: String, cursor: Int) -> String? {
  guard cursor == line.utf8.count, line.last == " ",
    let place = CompletionPlace(line, cursor: cursor), place.begun.isEmpty
  else { return nil }
  let words = place.tokens.map { $0.keyword ?? "" }
  guard let command = named(words) else { return starts(words) }
  let rest = Array(words.dropFirst(command.name.split(separator: " ").count))
  if rest.isEmpty { return nonEmpty([command.usage, clauseList(command, rest)]) }
  if place.tokens.last?.kind == .comparison { return "VALUE" }
  return clauseHint(rest, command) ?? fieldHint(rest) ?? nonEmpty([clauseList(command, rest)])
}

private func named(_ words: [String]) -> Command? {
  guard let first = words.first else { return nil }
  return Command.named(words.prefix(2).joined(separator: " ")) ?? Command.named(first)
}

/// `who` is no command, but begins some.
private func starts(_ words: [String]) -> String? {
  guard words.count == 1, let first = words.first else { return nil }
  let seconds = Command.all.map(\.name).filter { $0.hasPrefix(first + " ") }
    .map { String($0.dropFirst(first.count + 1)) }
  return nonEmpty([seconds.joined(separator: " | ")])
}

private func nonEmpty(_ parts: [String]) -> String? {
  let found = parts.filter { !$0.isEmpty }.joined(separator: " ")
  return found.isEmpty ? nil : found
}

private func clauseList(_ command: Command, _ rest: [String]) -> String {
  guard command.takes != .definition, command.takes != .expectation else { return "" }
  let open = ClauseKeyword.allCases.filter { clause in
    command.clauses.contains(clause) && !rest.contains(clause.rawValue)
  }
  return open.isEmpty ? "" : "[" + open.map { $0.rawValue + " …" }.joined(separator: " ") + "]"
}

/// `where speaker` wants a sign.
private func fieldHint(_ rest: [String]) -> String? {
  guard let last = rest.last, FilterField(rawValue: last) != nil,
    ["where", "and", "or", "not", ""].contains(rest.dropLast().last)
  else { return nil }
  return "= VALUE"
}

/// What a clause wants whose keyword was typed last.
private func clauseHint(_ rest: [String], _ command: Command) -> String? {
  guard let last = rest.last, let keyword = ClauseKeyword(rawValue: last),
    command.clauses.contains(keyword)
  else { return nil }
  switch keyword {
  case .where: return "FIELD = VALUE, or words: who is counted"
  case .by: return "NAME"
  case .in: return "OUTLET, PLACE or dN"
  case .since, .until, .on: return "2026-01-14, 14 January, Monday, yesterday, 2 days ago"
  case .sort: return SortKey.allCases.map(\.rawValue).joined(separator: " | ")
  case .top: return "NUMBER"
  case .as: return OutputFormat.allCases.map(\.rawValue).joined(separator: " | ")
  case .to: return "FILE"
  }
}
