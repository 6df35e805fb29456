/// Columns with two spaces between; no boxes.
///
/// Cut only on a terminal, and then said so.
func drawTable(_ reply: Reply, on canvas: Canvas) -> String {
  var table = TableLayout(canvas: canvas)
  if let understood = reply.understood {
    table.prose(understood.line, indent: 0)
  }
  if let title = reply.title { table.heading(title) }
  for section in reply.sections { table.draw(section) }
  table.finish(notes: reply.notes)
  table.add(next: reply.next)
  return table.out
}

private struct TableLayout {
  let canvas: Canvas
  var out = ""
  var wasCut = false
  /// The articles that stand there by number, by their file names.
  var handles: [String: Int] = [:]

  mutating func line(_ text: String) {
    out += withoutBlanksBehind(text)
    out += "\n"
  }

  mutating func draw(_ section: Reply.Section) {
    if let heading = section.heading {
      if !out.isEmpty { out += "\n" }
      self.heading(heading)
    }
    if !section.rows.isEmpty { drawRows(section) }
    for note in section.notes { prose(note, indent: 2) }
  }

  private mutating func drawRows(_ section: Reply.Section) {
    var fit = TableFit(section, canvas)
    if section.columns.last?.kind == .prose, !fit.setsProseUnderneath() { return drawProse(fit) }
    let widths = fit.makeRoom()
    handles.merge(fit.handles) { $1 }
    let titles = fit.columns.map(\.title)
    if titles.contains(where: { !$0.isEmpty }) { draw(titles, fit.columns, widths, .faint) }
    for row in fit.rows {
      draw(row.cells, fit.columns, widths, row.meaning)
      for detail in row.details { prose(detail, indent: 6) }
    }
  }

  private mutating func draw(
    _ cells: [String], _ columns: [Reply.Column], _ widths: [Int], _ meaning: Style.Meaning
  ) {
    if canvas.style.isColoured {
      line("  " + canvas.style.draw(row(cells, columns, widths), meaning))
    } else {
      drawPlain(cells, columns, widths)
    }
  }

  /// A row as it is, written where it stands: without cells and blanks at its end.
  private mutating func drawPlain(
    _ cells: [String], _ columns: [Reply.Column], _ widths: [Int]
  ) {
    // The signs of a drawing may end in blanks.
    guard let last = cells.lastIndex(where: { !$0.isEmpty }), columns[last].kind != .drawing else {
      return line("  " + row(cells, columns, widths))
    }
    var text = out
    out = ""
    text += "  "
    join(cells[...last], columns[...last], widths, fillsLast: false, to: &text)
    text += "\n"
    out = text
  }

  /// A whole row, without the blanks behind its last cell: colour would keep them.
  private mutating func row(
    _ cells: [String], _ columns: [Reply.Column], _ widths: [Int]
  ) -> String {
    withoutBlanksBehind(joined(cells, columns, widths, fillsLast: false))
  }

  /// The last column broken into lines, the others whole.
  private mutating func drawProse(_ fit: TableFit) {
    let columns = Array(fit.columns.dropLast())
    let widths = Array(fit.whole.dropLast())
    let start = widths.reduce(2) { $0 + $1 + 2 }
    let gap = columns.isEmpty ? "" : "  "
    let room = (canvas.width ?? Int.max) - start
    let blanks = String(repeating: " ", count: start)
    for row in fit.rows {
      let lines = wrapped(row.cells[columns.count], to: max(20, room))
      let first = joined(Array(row.cells.dropLast()), columns, widths)
      line("  " + canvas.style.draw(first + gap + lines[0], row.meaning))
      for rest in lines.dropFirst() { line(blanks + rest) }
      for detail in row.details { prose(detail, indent: max(start, 6)) }
    }
  }

  private mutating func joined(
    _ cells: [String], _ columns: [Reply.Column], _ widths: [Int], fillsLast: Bool = true
  ) -> String {
    var text = ""
    join(cells[...], columns[...], widths, fillsLast: fillsLast, to: &text)
    return text
  }

  private mutating func join(
    _ cells: ArraySlice<String>, _ columns: ArraySlice<Reply.Column>, _ widths: [Int],
    fillsLast: Bool, to text: inout String
  ) {
    for (index, column) in columns.enumerated() {
      if index > 0 { text += "  " }
      var cell = index < cells.count ? cells[index] : ""
      var width = displayWidth(cell)
      if width > widths[index] {
        let isPlace = column.kind == .place
        cell = isPlace ? cutInside(cell, to: widths[index]) : cut(cell, to: widths[index])
        width = displayWidth(cell)
        wasCut = true
      }
      let room = widths[index] - width
      if column.kind == .number { text += blankText(room) }
      text += cell
      let isFilled = fillsLast || index + 1 < columns.count
      if column.kind != .number, isFilled { text += blankText(room) }
    }
  }

  /// A title in lines that fit.
  mutating func heading(_ text: String) {
    // Made printable it has no two blanks in a row: without a width it is one line as it is.
    let lines = canvas.width.map { wrapped(text, to: $0) } ?? [printable(text)]
    for text in lines { line(canvas.style.draw(text, .heading)) }
  }

  /// Words that are never cut, but broken into lines on a terminal.
  mutating func prose(_ text: String, indent: Int) {
    let blanks = blankText(indent)
    guard let width = canvas.width, width > indent + 20 else {
      let text = printable(text)
      if !text.isEmpty { out += blanks }
      return line(text)
    }
    var here = ""
    for word in printable(text).split(separator: " ") {
      if !here.isEmpty, indent + displayWidth(here) + 1 + displayWidth(String(word)) > width {
        line(blanks + here)
        here = "  "
      }
      here += here.isEmpty || here == "  " ? String(word) : " " + word
    }
    line(blanks + here)
  }

  mutating func add(next commands: [String]) {
    let pieces = nextPieces(commands)
    for text in wrapped(pieces: pieces, to: canvas.width ?? Int.max) where !pieces.isEmpty {
      line(canvas.style.draw(text, .faint))
    }
  }

  mutating func finish(notes: [String]) {
    let isSpaced = !notes.isEmpty && !out.isEmpty
    if isSpaced { out += "\n" }
    for note in notes { prose(note, indent: 0) }
    if let legend = handleLegend { prose(legend, indent: 0) }
    if wasCut { line(canvas.style.draw("… is a cut; `as lines` shows all words", .faint)) }
  }

  /// `d0 is d0-northport-ledger.txt`, for a few.
  private var handleLegend: String? {
    if handles.isEmpty { return nil }
    if handles.count > 6 { return "`articles` says which files d0, d1 and so on are" }
    let names = handles.sorted { $0.value < $1.value }.map { "d\($0.value) is \($0.key)" }
    return names.joined(separator: "; ")
  }
}
