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
    let rows = section.rows.map { row in
      zip(section.columns, row.cells).map { $0.kind == .drawing ? $1 : printable($1) }
    }
    let titles = section.columns.map(\.title)
    if section.columns.last?.kind == .prose { return drawProse(section, rows) }
    if let at = section.columns.firstIndex(where: { $0.kind == .sentence }),
      !fitsWhole(section.columns, rows)
    {
      return drawRows(section.settingUnderneath(at))
    }
    let widths = fit(section.columns, rows)
    if titles.contains(where: { !$0.isEmpty }) {
      let cells = zip(section.columns, titles).map { $0.0.title }
      line("  " + canvas.style.draw(row(cells, section.columns, widths), .faint))
    }
    for (row, cells) in zip(section.rows, rows) {
      let text = self.row(cells, section.columns, widths)
      line("  " + canvas.style.draw(text, row.meaning))
      for detail in row.details { prose(detail, indent: 6) }
    }
  }

  /// A whole row, without the blanks behind its last cell: colour would keep them.
  private mutating func row(
    _ cells: [String], _ columns: [Reply.Column], _ widths: [Int]
  ) -> String {
    withoutBlanksBehind(joined(cells, columns, widths, fillsLast: false))
  }

  /// The last column broken into lines, the others whole.
  private mutating func drawProse(_ section: Reply.Section, _ rows: [[String]]) {
    let columns = Array(section.columns.dropLast())
    let widths = columns.indices.map { index in
      rows.reduce(0) { max($0, displayWidth($1[index])) }
    }
    let start = widths.reduce(2) { $0 + $1 + 2 }
    let gap = columns.isEmpty ? "" : "  "
    let room = (canvas.width ?? Int.max) - start
    let blanks = String(repeating: " ", count: start)
    for (row, cells) in zip(section.rows, rows) {
      let lines = wrapped(cells[columns.count], to: max(20, room))
      let first = joined(Array(cells.dropLast()), columns, widths)
      line("  " + canvas.style.draw(first + gap + lines[0], row.meaning))
      for rest in lines.dropFirst() { line(blanks + rest) }
      for detail in row.details { prose(detail, indent: max(start, 6)) }
    }
  }

  private mutating func joined(
    _ cells: [String], _ columns: [Reply.Column], _ widths: [Int], fillsLast: Bool = true
  ) -> String {
    var text = ""
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
    return text
  }

  /// The widths of the columns with nothing cut.
  private func whole(_ columns: [Reply.Column], _ rows: [[String]]) -> [Int] {
    columns.enumerated().map { index, column in
      rows.reduce(displayWidth(column.title)) {
        max($0, index < $1.count ? displayWidth($1[index]) : 0)
      }
    }
  }

  private func fitsWhole(_ columns: [Reply.Column], _ rows: [[String]]) -> Bool {
    guard let width = canvas.width else { return true }
    return whole(columns, rows).reduce(2 * columns.count, +) <= width
  }

  /// The widths of the columns; on a terminal words give way first, then other text.
  private func fit(_ columns: [Reply.Column], _ rows: [[String]]) -> [Int] {
    var widths = whole(columns, rows)
    guard let width = canvas.width else { return widths }
    var over = widths.reduce(2 * columns.count, +) - width
    for (kind, least) in Self.givingWay {
      for index in columns.indices.reversed() where columns[index].kind == kind && over > 0 {
        let give = min(over, max(0, widths[index] - least))
        widths[index] -= give
        over -= give
      }
    }
    return widths
  }

  /// Which columns give way on a terminal, in this order, and how wide they stay; the last ones only
  /// where the window is too narrow for the table.
  private static let givingWay: [(kind: Reply.Column.Kind, least: Int)] = [
    (.words, 24), (.place, 20), (.text, 16), (.place, 16), (.text, 12), (.words, 8), (.text, 8), (.place, 10), (.whole, 11),
    (.number, 6), (.text, 4), (.words, 4), (.whole, 6), (.drawing, 8),
  ]

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
      return line(blanks + printable(text))
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
    if wasCut { line(canvas.style.draw("… is a cut; `as lines` shows all words", .faint)) }
  }
}

extension Reply.Section {
  /// The same with one column's cells as the first line under their rows.
  fileprivate func settingUnderneath(_ column: Int) -> Reply.Section {
    var section = self
    section.columns.remove(at: column)
    section.rows = rows.map { row in
      guard row.cells.indices.contains(column) else { return row }
      var row = row
      row.details.insert(row.cells.remove(at: column), at: 0)
      return row
    }
    return section
  }
}
