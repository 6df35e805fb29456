/// Tables as GitHub and pandoc read them.
func drawMarkdown(_ reply: Reply) -> String {
  var blocks: [String] = []
  if let understood = reply.understood { blocks.append(escaped(understood.line)) }
  if let title = reply.title { blocks.append("## " + escaped(title)) }
  for section in reply.sections {
    if let heading = section.heading { blocks.append("### " + escaped(heading)) }
    if !section.rows.isEmpty { blocks.append(table(section)) }
    blocks += section.notes.map(escaped)
  }
  blocks += reply.notes.map(escaped)
  return blocks.joined(separator: "\n\n") + "\n"
}

private func table(_ section: Reply.Section) -> String {
  let titles = section.columns.map { escaped($0.title) }
  let rules = section.columns.map { $0.kind == .number ? "---:" : "---" }
  let rows = section.rows.map { row in
    var cells = row.cells.map(escaped)
    if !row.details.isEmpty, let last = section.columns.lastIndex(where: { $0.kind != .place }),
      last < cells.count
    {
      cells[last] = ([cells[last]] + row.details.map(escaped)).joined(separator: "<br>")
    }
    return cells
  }
  return ([titles, rules] + rows).map { "| " + $0.joined(separator: " | ") + " |" }
    .joined(separator: "\n")
}

/// What Markdown or HTML would take for their own is escaped.
private func escaped(_ text: String) -> String {
  var out = ""
  for character in printable(text) {
    switch character {
    case "\\", "|", "*", "_", "`", "[", "]": out += "\\" + String(character)
    case "<": out += "&lt;"
    case "&": out += "&amp;"
    default: out.append(character)
    }
  }
  return out
}
