/// The choices as lines of a terminal: with summaries one a line, else in columns as `ls` does.
///
/// No line is as wide as `width`, so that none wraps, and there are at most `height` of them: what
/// does not fit is counted in the last. Choices of which none is likelier than another lose their
/// summaries before they are left out.
func listing(_ choices: [Completion.Choice], width: Int, height: Int, isRanked: Bool = true)
  -> [String]
{
  let room = max(width - 1, 8)
  let most = max(height, 2)
  let isDescribed = choices.contains { !$0.summary.isEmpty }
  if isDescribed, isRanked || choices.count <= most {
    let isWhole = choices.count <= most
    let shown = isWhole ? choices : Array(choices.prefix(most - 1))
    return describedLines(shown, room) + (isWhole ? [] : [left(choices.count - shown.count)])
  }
  let lines = columnLines(choices, room)
  let explains = isDescribed ? [cut("a letter more and Tab: what each of them is", to: room)] : []
  guard lines.count + explains.count > most else { return lines + explains }
  let shown = most - 1
  let perLine = (choices.count + lines.count - 1) / lines.count
  return lines.prefix(shown) + [left(choices.count - shown * perLine)]
}

private func left(_ count: Int) -> String { "… and \(count) more" }

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

func cut(_ text: String, to width: Int) -> String {
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
