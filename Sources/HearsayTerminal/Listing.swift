/// The choices as lines of a terminal: with summaries one a line, else in columns as `ls` does.
///
/// No line is as wide as `width`, so that none wraps, and there are at most `height` of them: what
/// does not fit is counted in the last.
func listing(_ choices: [Completion.Choice], width: Int, height: Int) -> [String] {
  let room = max(width - 1, 8)
  let described = choices.contains { !$0.summary.isEmpty }
  let lines = described ? describedLines(choices, room) : columnLines(choices, room)
  let most = max(height, 2)
  guard lines.count > most else { return lines }
  let shown = most - 1
  let perLine = described ? 1 : (choices.count + lines.count - 1) / lines.count
  return lines.prefix(shown) + ["… and \(choices.count - shown * perLine) more"]
}

/// Lines such as `compare   line up what each source said`.
private func describedLines(_ choices: [Completion.Choice], _ room: Int) -> [String] {
  let names = choices.map { cut(printable($0.text), to: room) }
  let widest = min(names.map(displayWidth).max() ?? 0, room / 2)
  return zip(names, choices).map { name, choice in
    guard !choice.summary.isEmpty else { return name }
    return cut(padded(name, to: widest) + "  " + printable(choice.summary), to: room)
  }
}

/// Row by row, not column by column, so that the first lines hold the first choices.
private func columnLines(_ choices: [Completion.Choice], _ room: Int) -> [String] {
  let names = choices.map { cut(printable($0.text), to: room) }
  let cell = (names.map(displayWidth).max() ?? 0) + 2
  let perLine = max((room + 2) / cell, 1)
  return stride(from: 0, to: names.count, by: perLine).map { start in
    let row = names[start..<min(start + perLine, names.count)]
    let cells = row.dropLast().map { padded($0, to: cell) }
    return cells.joined() + (row.last ?? "")
  }
}

private func padded(_ text: String, to width: Int) -> String {
  text + String(repeating: " ", count: max(width - displayWidth(text), 0))
}

private func cut(_ text: String, to width: Int) -> String {
  guard displayWidth(text) > width else { return text }
  var kept = ""
  var used = 1
  for character in text {
    used += displayWidth(character)
    if used > width { break }
    kept.append(character)
  }
  return kept + "…"
}
