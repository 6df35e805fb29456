/// A table on its way into a window: nothing is cut as long as there is another way.
struct TableFit {
  private(set) var columns: [Reply.Column]
  /// With printable cells.
  private(set) var rows: [Reply.Row]
  /// The articles whose file names gave way to their numbers, by name.
  private(set) var handles: [String: Int] = [:]
  /// The widths of the columns with nothing cut.
  private(set) var whole: [Int] = []
  private let canvas: Canvas

  init(_ section: Reply.Section, _ canvas: Canvas) {
    columns = section.columns
    self.canvas = canvas
    rows = section.rows
    for row in rows.indices { makePrintable(row) }
    whole = columns.indices.map(measured)
  }

  /// As many cells as there are columns, each harmless; nearly all rows are so as they are.
  private mutating func makePrintable(_ row: Int) {
    let isPlain =
      rows[row].cells.count == columns.count
      && zip(rows[row].cells, columns).allSatisfy { $1.kind == .drawing || isPrintable($0) }
    if isPlain { return }
    let cells = rows[row].cells
    rows[row].cells = columns.indices.map { index in
      let cell = index < cells.count ? cells[index] : ""
      return columns[index].kind == .drawing ? cell : printable(cell)
    }
  }

  private func measured(_ column: Int) -> Int {
    var most = displayWidth(columns[column].title)
    for row in rows { most = max(most, displayWidth(row.cells[column])) }
    return most
  }

  /// The widths the columns get: first file names become numbers, then what an article says goes
  /// under its row, and only then is anything cut.
  mutating func makeRoom() -> [Int] {
    guard let width = canvas.width else { return whole }
    if overhang(width) > 0 { useHandles() }
    for kind in [Reply.Column.Kind.sentence, .words] {
      while overhang(width) > 0, let column = columns.firstIndex(where: { $0.kind == kind }),
        columns.count > 1, kind == .sentence || isTooNarrow(column, width)
      {
        setUnderneath(column)
      }
    }
    return cut(to: width)
  }

  /// Sets our own words under their rows where the other columns leave them too little.
  mutating func setsProseUnderneath() -> Bool {
    let start = whole.dropLast().reduce(2) { $0 + $1 + 2 }
    guard let width = canvas.width, columns.count > 1, width - start < 20 else { return false }
    setUnderneath(columns.count - 1)
    return true
  }

  /// How many columns of the window are wanting.
  private func overhang(_ width: Int) -> Int {
    whole.reduce(2 * columns.count, +) - width
  }

  /// Whether what the others leave is too little to tell one line's words from another's.
  private func isTooNarrow(_ column: Int, _ width: Int) -> Bool {
    whole[column] > Self.alwaysShort && whole[column] - overhang(width) < Self.fewestForWords
  }

  /// A column so narrow is kept beside the others, which give way.
  private static let alwaysShort = 20
  private static let fewestForWords = 40

  /// `d3:14` for `d3-signal-wire.txt:14`.
  private mutating func useHandles() {
    for column in columns.indices where columns[column].kind == .place {
      for row in rows.indices {
        let places = rows[row].cells[column].split(separator: ", ").map { handle(String($0)) }
        rows[row].cells[column] = places.joined(separator: ", ")
      }
      whole[column] = measured(column)
    }
  }

  private mutating func handle(_ place: String) -> String {
    guard let colon = place.lastIndex(of: ":") else { return place }
    let name = String(place[..<colon])
    guard let number = canvas.handles[name] else { return place }
    handles[name] = number
    return "d\(number)" + place[colon...]
  }

  private mutating func setUnderneath(_ column: Int) {
    columns.remove(at: column)
    whole.remove(at: column)
    for row in rows.indices {
      let words = rows[row].cells.remove(at: column)
      if !words.isEmpty { rows[row].details.insert(words, at: 0) }
    }
  }

  /// On a terminal words give way first, then other text.
  private func cut(to width: Int) -> [Int] {
    var widths = whole
    var over = overhang(width)
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
    (.words, fewestForWords), (.place, 20), (.text, 16), (.place, 16), (.text, 12), (.words, 8),
    (.text, 8), (.place, 10), (.whole, 11), (.number, 6), (.text, 4), (.words, 4), (.whole, 6),
    (.drawing, 8),
  ]
}
