/// One sentence a line with the columns named, for screen readers and grep.
func drawLines(_ reply: Reply, on canvas: Canvas = Canvas()) -> String {
  var lines: [String] = []
  if let understood = reply.understood { lines.append(printable(understood.line)) }
  if let title = reply.title { lines.append(printable(title)) }
  for section in reply.sections {
    if let heading = section.heading { lines.append(printable(heading)) }
    lines += section.rows.map { line($0, section.columns) }
    lines += section.notes.map(printable)
  }
  lines += reply.notes.map(printable)
  if !reply.next.isEmpty { lines.append(nextPieces(reply.next).joined(separator: " ")) }
  return lines.map { (canvas.isSpoken ? spoken($0) : $0) + "\n" }.joined()
}

/// The place comes last, behind the details.
private func line(_ row: Reply.Row, _ columns: [Reply.Column]) -> String {
  var parts: [String] = []
  var places: [String] = []
  for (column, cell) in zip(columns, row.cells) where !cell.isEmpty {
    if column.kind == .place {
      places.append(printable(cell))
    } else if column.title.isEmpty {
      parts.append(printable(cell))
    } else {
      parts.append(column.title.lowercased() + ": " + printable(cell))
    }
  }
  return (parts + row.details.map(printable) + places).joined(separator: "; ")
}
