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
  /// In the order of the listing.
  package var choices: [Choice]
  /// Whether paths may stand there: the caller knows the disk.
  package var takesPath: Bool
}

/// What may stand at the cursor, a UTF-8 offset of the line: a pure function of line and session.
package func completions(_ line: String, cursor: Int, in session: Session) -> Candidates {
  let place = CompletionPlace(line, cursor: cursor)
  let all = candidates(place, session)
  let begun = folded(place.begun)
  let choices = all.filter { choice in
    begun.isEmpty || folded(choice.text).hasPrefix(begun)
      || foldedWords(choice.text).contains { $0.hasPrefix(begun) }
  }
  return Candidates(
    replacing: place.begunBytes, choices: Array(choices.prefix(60)),
    takesPath: place.takesPath(session))
}

/// The words before the cursor, and the one begun at it.
private struct CompletionPlace {
  var words: [String] = []
  var begun = ""
  var begunBytes = 0

  /// Only the command the cursor is in counts, from the last `;` on.
  init(_ line: String, cursor: Int) {
    let before = String(decoding: Array(line.utf8.prefix(max(0, cursor))), as: UTF8.self)
    var inString = false
    var current = ""
    var start = 0
    var at = 0
    for character in before {
      let size = character.utf8.count
      switch character {
      case "\"", "“", "”":
        inString.toggle()
        if current.isEmpty { start = at }
        current.append(character)
      case ";" where !inString:
        words = []
        current = ""
      case " " where !inString, "\t" where !inString:
        if !current.isEmpty { words.append(current) }
        current = ""
      case "=", "~", "<", ">":
        if inString { fallthrough }
        if !current.isEmpty { words.append(current) }
        words.append(String(character))
        current = ""
      default:
        if current.isEmpty { start = at }
        current.append(character)
      }
      at += size
    }
    begun = current.filter { !"\"“”".contains($0) }
    begunBytes = current.isEmpty ? 0 : at - start
  }

  /// The command of the words, and how many of them are its name.
  var command: (command: Command, words: Int)? {
    let lower = words.map { $0.lowercased() }
    if lower.count > 1, let command = Command.named(lower[0] + " " + lower[1]) {
      return (command, 2)
    }
    return lower.first.flatMap { word in Command.named(word).map { ($0, 1) } }
  }

  func takesPath(_ session: Session) -> Bool {
    if words.last?.lowercased() == "to" { return true }
    return command?.command.subject == .path
  }
}

private func candidates(_ place: CompletionPlace, _ session: Session) -> [Candidates.Choice] {
  guard let (command, count) = place.command else { return commandNames(place) }
  let rest = place.words.dropFirst(count).map { $0.lowercased() }
  switch rest.last {
  case "as": return OutputFormat.allCases.map { choice($0.rawValue, $0.summary) }
  case "sort": return SortKey.allCases.map { choice($0.rawValue, "") }
  case "by": return names(session)
  case "in": return places(session)
  case "where", "and", "or", "not":
    return FilterField.allCases.map { choice($0.rawValue, $0.summary) } + populations(session)
  case "=", "~", ">", "<":
    return rest.dropLast().last.flatMap(FilterField.init(rawValue:)).map { values($0, session) }
      ?? []
  default:
    let more = rest.isEmpty && count == 1 ? secondWords(command) : []
    return more + subjects(command, rest, session) + clauses(command, rest)
  }
}

private func choice(_ text: String, _ summary: String) -> Candidates.Choice {
  Candidates.Choice(text: text, summary: summary)
}

/// Text with blanks, or that is a keyword, goes into the line between quotation marks.
private func quoted(_ text: String) -> String {
  let plain = printable(text)
  let isKeyword = ClauseKeyword(rawValue: plain.lowercased()) != nil
  return plain.contains(" ") || isKeyword ? "\"\(plain)\"" : plain
}

/// The verbs; after `who` its second words.
private func commandNames(_ place: CompletionPlace) -> [Candidates.Choice] {
  guard !place.words.isEmpty else { return Command.all.map { choice($0.name, $0.summary) } }
  guard place.words.count == 1 else { return [] }
  let start = place.words[0].lowercased() + " "
  return Command.all.filter { $0.name.hasPrefix(start) }.map {
    choice(String($0.name.dropFirst(start.count)), $0.summary)
  }
}

/// `stats` after `rules`: a command of two words whose first is a command too.
private func secondWords(_ command: Command) -> [Candidates.Choice] {
  let start = command.name + " "
  return Command.all.filter { $0.name.hasPrefix(start) }.map {
    choice(String($0.name.dropFirst(start.count)), $0.summary)
  }
}

private func clauses(_ command: Command, _ rest: [String]) -> [Candidates.Choice] {
  let isComplete: Bool
  switch command.takes {
  case .nothing: isComplete = true
  case .words(_, let isRequired), .paths(let isRequired): isComplete = !isRequired || !rest.isEmpty
  case .quantityOrWords, .references: isComplete = !rest.isEmpty
  case .sentenceAndWords: isComplete = rest.count > 1
  case .definition: isComplete = false
  case .expectation: return Expectation.kinds.map { choice($0, "") }
  case .statement: isComplete = false
  }
  guard isComplete else { return [] }
  return ClauseKeyword.allCases
    .filter { command.clauses.contains($0) && !rest.contains($0.rawValue) }
    .map { choice($0.rawValue, $0.summary) }
}

/// What the command's own words may be.
private func subjects(
  _ command: Command, _ rest: [String], _ session: Session
) -> [Candidates.Choice] {
  guard !rest.contains(where: { ClauseKeyword(rawValue: $0) != nil }) else { return [] }
  switch command.subject {
  case .event: return rest.isEmpty ? events(session) : []
  case .name: return rest.isEmpty ? names(session) : []
  case .claim: return lastClaims(session)
  case .article: return rest.isEmpty ? places(session) : []
  case .command: return rest.isEmpty ? Command.all.map { choice($0.name, $0.summary) } : []
  case .setting:
    return rest.isEmpty
      ? [choice("output", "how answers are written")]
      : OutputFormat.allCases.map { choice($0.rawValue, $0.summary) }
  case .topic: return rest.count == 1 ? topics(session) : rest.isEmpty ? lastClaims(session) : []
  case .none, .path: return []
  }
}

/// Events with their counts, most claims first.
private func events(_ session: Session) -> [Candidates.Choice] {
  var counts: [String: Int] = [:]
  for claim in session.graph.claims where claim.kind == .figure {
    if let name = claim.proposition.topic ?? claim.proposition.predicate {
      counts[name, default: 0] += 1
    }
  }
  return counts.sorted { $0.value != $1.value ? $0.value > $1.value : $0.key < $1.key }
    .map { choice(quoted($0.key), counted($0.value, "figure")) }
}

/// The topics of the rules, whether or not any claim is about them.
private func topics(_ session: Session) -> [Candidates.Choice] {
  session.graph.rules.topics.map { choice(quoted($0.name), "a topic of the rules") }
}

private func names(_ session: Session) -> [Candidates.Choice] {
  var counts: [String: Int] = [:]
  for claim in session.graph.claims {
    for name in Set(claim.chain.map(\.speaker.name)) { counts[name, default: 0] += 1 }
  }
  return counts.sorted { $0.value != $1.value ? $0.value > $1.value : $0.key < $1.key }
    .map { choice(quoted($0.key), counted($0.value, "claim")) }
}

private func places(_ session: Session) -> [Candidates.Choice] {
  session.articles.indices.map { document in
    choice("d\(document)", session.headline(document).map(printable) ?? session.outlet(document))
  }
}

private func populations(_ session: Session) -> [Candidates.Choice] {
  session.graph.rules.populations.map { choice(quoted($0.name), "who is counted") }
}

/// Values of a field, commonest first.
private func values(_ field: FilterField, _ session: Session) -> [Candidates.Choice] {
  var counts: [String: Int] = [:]
  for row in session.rows {
    for value in Set(session.values(field, row)) { counts[value, default: 0] += 1 }
  }
  return counts.sorted { $0.value != $1.value ? $0.value > $1.value : $0.key < $1.key }
    .map { choice(quoted($0.key), counted($0.value, "claim")) }
}

extension Session {
  /// What a field of a claim says, for completion.
  fileprivate func values(_ field: FilterField, _ row: Int) -> [String] {
    let claim = graph.claims[row]
    let proposition = claim.proposition
    switch field {
    case .speaker: return claim.chain.map(\.speaker.name)
    case .outlet: return [outlet(claim.document)]
    case .document: return ["d\(claim.document)"]
    case .event: return [proposition.topic ?? proposition.predicate].compactMap { $0 }
    case .group: return [proposition.population].compactMap { $0 }
    case .place: return [proposition.place].compactMap { $0 }
    case .value: return [proposition.quantity?.stated?.description].compactMap { $0 }
    case .hedge: return claim.hedges
    case .rule: return claim.trail.map(\.rule)
    case .status: return graph.statuses(of: row)
    case .kind: return [claim.kind.rawValue]
    case .zone: return [claim.zone.rawValue]
    }
  }
}

private func lastClaims(_ session: Session) -> [Candidates.Choice] {
  session.shown.prefix(40).map { row in
    choice(String(session.number(row)), printable(session.brief(row)))
  }
}
