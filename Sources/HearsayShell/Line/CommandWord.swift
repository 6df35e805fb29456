import HearsayCore

extension LineCursor {
  /// The command at the start; its name may have two words.
  mutating func takeCommand(_ allowPrefixes: Bool) throws(LineProblem) -> Command {
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
      let typed = start.prefix { $0 != " " } + " " + (peek(ahead: 1)?.text ?? "")
      let near = nearestWords(to: String(typed), among: starts)
      let at = peek(ahead: 1)?.range ?? token.range.upperBound..<token.range.upperBound
      return LineProblem(
        "unknown-command", at, "'\(token.text)' is not a whole command",
        suggestions: near.isEmpty ? starts : near)
    }
    if let clause = ClauseKeyword(rawValue: token.keyword ?? "") {
      return LineProblem(
        "clause-first", token.range, "'\(token.text)' stands behind a command",
        allowed: "as in: \(clause.example)")
    }
    let typed = [token.text, peek(ahead: 1)?.text].compactMap { $0 }.joined(separator: " ")
    var near = nearestWords(to: token.text, among: names)
    near += nearestWords(to: typed, among: names.filter { $0.contains(" ") })
    // The beginning of a command is one at a terminal only; elsewhere the whole word is meant.
    let begun = names.filter { token.text.count > 2 && $0.hasPrefix(token.keyword ?? " ") }
    if near.isEmpty { near = begun }
    return LineProblem(
      "unknown-command", token.range, "no command is named '\(token.text)'", suggestions: near,
      allowed: "`help` lists them")
  }
}
