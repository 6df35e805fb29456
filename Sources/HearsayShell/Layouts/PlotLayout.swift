/// Figures on an axis: points, intervals, open ends; the rest of the answer as a table.
///
/// The same words stand beside the axis, so nothing depends on the drawing.
func drawPlot(_ reply: Reply, on canvas: Canvas) -> String {
  let plot = Plot(reply, canvas)
  var drawn = reply
  drawn.sections = reply.sections.map { plot.section($0) }
  return drawTable(drawn, on: canvas)
}

/// The signs of a plot.
struct PlotGlyphs: Hashable, Sendable {
  var exact: Character
  var part: Character
  var from: Character
  var upTo: Character
  var onward: Character
  var before: Character
  var soft: Character
  var line: Character
  var conflict: Character

  static let unicode = PlotGlyphs(
    exact: "●", part: "◆", from: "├", upTo: "┤", onward: "▶", before: "◀", soft: "╌", line: "─",
    conflict: "×")
  static let ascii = PlotGlyphs(
    exact: "*", part: "+", from: "|", upTo: "|", onward: ">", before: "<", soft: "-", line: "=",
    conflict: "x")
}

private struct Plot {
  private let canvas: Canvas
  private let figures: [String: JSONObject]
  private let clashing: Set<String>
  private var glyphs: PlotGlyphs { canvas.isASCII ? .ascii : .unicode }

  init(_ reply: Reply, _ canvas: Canvas) {
    self.canvas = canvas
    let rows = reply.claimRows.map { ($0["claim"]?.plain ?? "", $0) }
    figures = Dictionary(rows) { first, _ in first }
    let ends = reply.conflictRows.flatMap { [$0["from"]?.plain, $0["to"]?.plain] }
    clashing = Set(ends.compactMap { $0 })
  }

  /// The section with an axis, when it is one of figures.
  func section(_ section: Reply.Section) -> Reply.Section {
    let titles = section.columns.map(\.title)
    guard let claim = titles.firstIndex(of: "#"), let figure = titles.firstIndex(of: "FIGURE"),
      let asOf = titles.firstIndex(of: "AS OF"), let who = titles.firstIndex(of: "WHO"),
      let place = section.columns.firstIndex(where: { $0.kind == .place })
    else { return section }
    let bars = section.rows.map { figures[$0.cells[claim]].map(Bar.init) }
    let numbers = bars.flatMap { $0?.numbers ?? [] }
    let isOpen = bars.contains { $0?.low != nil && $0?.high == nil }
    let width = axisWidth(section, claim: claim, figure: figure)
    guard let scale = PlotScale(numbers, width: width, isOpen: isOpen) else { return section }
    var plotted = section
    plotted.columns = [
      .claim, Reply.Column("WHO"), Reply.Column(axis(scale), .drawing), .figure,
      Reply.Column("AS OF", isNarrow ? .text : .whole), .place,
    ]
    plotted.rows = zip(section.rows, bars).map { row, bar in
      var drawn = row
      let clashes = clashing.contains(row.cells[claim])
      drawn.cells = [
        row.cells[claim], row.cells[who], bar.map { draw($0, scale) } ?? "",
        row.cells[figure] + (clashes ? " \(glyphs.conflict)" : "  "), row.cells[asOf],
        row.cells[place],
      ]
      return drawn
    }
    plotted.notes.insert(legend(bars.compactMap { $0 }, scale, plotted), at: 0)
    return plotted
  }

  /// What the other columns leave, when names and times are cut and places stand by number; an axis
  /// not below 14.
  private func axisWidth(_ section: Reply.Section, claim: Int, figure: Int) -> Int {
    guard let width = canvas.width else { return 48 }
    let whole = [claim, figure].map { column in
      section.rows.reduce(6) { max($0, displayWidth($1.cells[column]) + 2) }
    }
    let cut = 16 + 12 + 12
    let gaps = 2 * 6
    return min(60, max(14, (width - whole.reduce(0, +) - cut - gaps) * 2 / 3))
  }

  /// Where times have to be cut too.
  private var isNarrow: Bool { canvas.width.map { $0 < 100 } ?? false }

  private func axis(_ scale: PlotScale) -> String {
    var cells = Array(repeating: Character(" "), count: scale.width)
    var free = 0
    for tick in scale.ticks {
      let label = Array(short(tick.number))
      let start = min(tick.column, scale.width - label.count)
      guard start >= free else { continue }
      cells.replaceSubrange(start..<start + label.count, with: label)
      free = start + label.count + 1
    }
    return String(cells)
  }

  /// `1,500,000` as `1.5M`.
  private func short(_ number: Double) -> String {
    for (size, sign) in [(1e9, "bn"), (1e6, "M"), (1e3, "k")] where abs(number) >= size {
      return plain(number / size) + sign
    }
    return plain(number)
  }

  private func plain(_ number: Double) -> String {
    number == number.rounded() ? String(Int(number)) : String(number)
  }

  private func draw(_ bar: Bar, _ scale: PlotScale) -> String {
    var cells = Array(repeating: Character(" "), count: scale.width)
    let point = bar.isPart ? glyphs.part : glyphs.exact
    switch (bar.low.map(scale.column), bar.high.map(scale.column)) {
    case (let low?, let high?):
      for column in low...max(low, high) {
        cells[column] = bar.isApproximate ? glyphs.soft : glyphs.line
      }
      if !bar.isApproximate, low < high {
        (cells[low], cells[high]) = (glyphs.from, glyphs.upTo)
      }
      if bar.low == bar.high { cells[low] = point }
    case (let low?, nil):
      for column in low..<scale.width { cells[column] = glyphs.line }
      (cells[scale.width - 1], cells[low]) = (glyphs.onward, glyphs.from)
    case (nil, let high?):
      for column in 0...high { cells[column] = glyphs.line }
      (cells[0], cells[high]) = (glyphs.before, glyphs.upTo)
    case (nil, nil): break
    }
    if bar.isApproximate, let stated = bar.stated { cells[scale.column(stated)] = point }
    return String(cells)
  }

  /// What the signs mean, of those that are there.
  private func legend(_ bars: [Bar], _ scale: PlotScale, _ section: Reply.Section) -> String {
    let drawn = section.rows.map { $0.cells[2] + $0.cells[3] }.joined()
    let signs: [(Character, String)] = [
      (glyphs.exact, "exact"), (glyphs.part, "a part"), (glyphs.from, "from"),
      (glyphs.upTo, "up to"), (glyphs.onward, "no upper end"), (glyphs.before, "no lower end"),
      (glyphs.soft, "about"), (glyphs.conflict, "in conflict"),
    ]
    var seen: Set<Character> = []
    var words = signs.filter { drawn.contains($0.0) && seen.insert($0.0).inserted }
      .map { "\($0.0) \($0.1)" }
    if scale.isLogarithmic { words.append("each mark is ten times the one before") }
    return words.joined(separator: ", ")
  }
}

/// A figure as far as an axis can show it.
private struct Bar {
  let low: Double?
  let high: Double?
  let stated: Double?
  let isApproximate: Bool
  let isPart: Bool

  init(_ row: JSONObject) {
    func number(_ key: String) -> Double? { row[key].flatMap { Double($0.plain) } }
    let isVague = row["vague"]?.plain.isEmpty == false
    (low, high) = isVague ? (nil, nil) : (number("low"), number("high"))
    stated = isVague ? nil : number("stated")
    isApproximate = row["approximate"]?.plain == "true"
    isPart = row["main"]?.plain == "false"
  }

  var numbers: [Double] { [low, high, stated].compactMap { $0 } }
}
