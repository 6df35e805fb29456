import HearsayCore
import HearsayText

extension LayoutPage {
  /// A line of nothing but a date, or a date behind an outlet or place: `Signal Wire January 14, 2026`.
  mutating func nameDateline(_ row: Int) -> Bool {
    let unit = units[row]
    if isDateLine(unit) {
      name(row, .dateline, "english/layout.date-line")
      readOutletBefore(unit)
      return true
    }
    return false
  }

  func isDateLine(_ unit: TextUnit) -> Bool {
    guard unit.rows.count <= 24, !unit.ends || unit.rows.count <= 10 else { return false }
    var dated = false
    var named = 0
    for row in unit.rows.indices {
      switch text.kind(row) {
      case .word:
        let tags = text.tags(row)
        if tags.has(.month) || tags.has(.weekday) {
          dated = dated || hasNumberBeside(row, unit) || tags.has(.weekday) && unit.words <= 3
        } else if !tags.has(.dateWord) {
          guard text.isCapital(row), !dated || named > 0 || row > unit.rows.start else {
            return false
          }
          named += 1
        }
      case .number: dated = dated || isNumericDate(row, unit)
      case .mark, .symbol: continue
      case .stop: if text.asksOrCries(row) { return false }
      case .quote, .other: return false
      }
    }
    return dated && named <= 5
  }

  private func hasNumberBeside(_ row: Int, _ unit: TextUnit) -> Bool {
    let near = max(unit.rows.start, row - 2)..<min(unit.rows.end, row + 4)
    return near.contains { text.kind($0) == .number || text.has($0, .mixed) }
  }

  /// `18/02/2026`, `2026-02-18`.
  private func isNumericDate(_ row: Int, _ unit: TextUnit) -> Bool {
    func joins(_ at: Int) -> Bool {
      text.isMark(at, "/") || text.isMark(at, "-") || text.isFullStop(at)
    }
    return row + 4 < unit.rows.end && joins(row + 1) && text.kind(row + 2) == .number
      && joins(row + 3) && text.kind(row + 4) == .number && !text.isSpaced(row + 4)
      || row + 4 == unit.rows.end - 1 && joins(row + 1) && joins(row + 3)
  }

  /// The capitalised words before the date, when they name an outlet.
  private mutating func readOutletBefore(_ unit: TextUnit) {
    var end = unit.rows.start
    while end < unit.rows.end, text.isCapital(end), !text.tags(end).has(.month),
      !text.tags(end).has(.weekday), !isDateLabel(end)
    { end += 1 }
    let rows = TokenRange(unit.rows.start, end)
    guard rows.count > 0, namesOutlet(rows) else { return }
    findings.outlet = findings.outlet ?? words(rows)
  }

  private func isDateLabel(_ row: Int) -> Bool {
    text.tags(row).has(.dateWord) && !text.tags(row).has(.outletWord)
      && text.tokens[row].flags.contains(.line)
  }

  /// Whether words are the known outlet's or hold a word that papers have in their names.
  func namesOutlet(_ rows: TokenRange) -> Bool {
    if let outlet = known.outlet, sameOutlet(words(rows), outlet) { return true }
    guard rows.count <= 6, rows.indices.allSatisfy({ text.kind($0) == .word }) else { return false }
    return rows.indices.contains { text.tags($0).has(.outletWord) && text.isCapital($0) }
  }

  /// `The Ostrey Post` and `Ostrey Post` are one.
  func sameOutlet(_ one: String, _ other: String) -> Bool {
    func bare(_ name: String) -> Substring {
      name.hasPrefix("The ") || name.hasPrefix("the ") ? name.dropFirst(4) : name[...]
    }
    return sameLetters(String(bare(one)), String(bare(other)))
  }

  /// A line with the name of a paper and nothing else.
  mutating func nameOutlet(_ row: Int, _ body: Int, _ headline: Int?) -> Bool {
    let unit = units[row]
    guard unit.words <= 6, !unit.ends, unit.capitals >= unit.words - 1 else { return false }
    let known = known.outlet.map { sameOutlet(words(unit.rows), $0) } ?? false
    guard known || namesOutlet(unit.rows) else { return false }
    // Without a headline above or below, it is itself the headline.
    let others = (0..<body).contains { $0 != row && isHeadlineLike($0) }
    guard known || headline != nil || others else { return false }
    name(row, .dateline, "english/layout.outlet")
    findings.outlet = findings.outlet ?? words(unit.rows)
    return true
  }

  private func isHeadlineLike(_ row: Int) -> Bool {
    names[row]?.kind == .headline || isBody(row) && units[row].words >= 4 && !isDateLine(units[row])
  }

  /// Keeps where a dateline that opens a paragraph ends: `CARACAS, Jan 14 (Signal Wire) —`.
  mutating func findInlineDateline(_ row: Int) {
    guard let end = inlineDatelineEnd(row) else { return }
    datelineEnds[row] = end
    guard findings.outlet == nil else { return }
    let rows = units[row].rows
    guard let open = (rows.start..<end).first(where: { text.isMark($0, "(") }) else { return }
    let name = TokenRange(open + 1, (open + 1..<end).first { text.isMark($0, ")") } ?? open + 1)
    guard name.count > 0, name.count <= 4, text.isCapital(name.start) else { return }
    findings.outlet = words(name)
  }

  /// One past the dash that ends a dateline at the start of a unit.
  ///
  /// Before the dash stand a place, dates, an agency in brackets; the place is in capitals, or a
  /// bracket, a date or a second place in commas shows what it is.
  func inlineDatelineEnd(_ unit: Int) -> Int? {
    let rows = units[unit].rows
    guard text.isCapital(rows.start) || text.isMark(rows.start, "(") else { return nil }
    var shown = text.has(rows.start, .allCapitals) && text.length(rows.start) > 2
    var row = rows.start
    var bracket = false
    var lastComma = -2
    while row < rows.end, row < rows.start + 18 {
      if text.isDash(row), !bracket, text.isSpaced(row) || text.isSpaced(row + 1) {
        let starts = firstLetter(row + 1)
        guard row > rows.start, shown || lastComma >= 0 && text.isSpaced(row), starts else {
          return nil
        }
        return row + 1 < rows.end ? row + 1 : nil
      }
      switch text.kind(row) {
      case .word:
        let tags = text.tags(row)
        if tags.has(.month) {
          shown = shown || text.kind(row + 1) == .number || text.kind(row - 1) == .number
        }
        guard text.isCapital(row) || bracket || tags.has(.dateWord) || isNameJoin(row) else {
          return nil
        }
      case .number:
        guard shown || lastComma >= 0 || text.tags(row + 1).has(.month) else { return nil }
      case .mark:
        if text.isMark(row, "(") { bracket = true }
        if text.isMark(row, ")") { (bracket, shown) = (false, true) }
        if text.isMark(row, ",") { lastComma = row }
        guard isDatelineMark(row) else { return nil }
      case .stop: guard text.isFullStop(row), text.length(row - 1) < 5 else { return nil }
      case .quote, .symbol, .other: return nil
      }
      row += 1
    }
    return nil
  }

  private func isDatelineMark(_ row: Int) -> Bool {
    text.isMark(row, "(") || text.isMark(row, ")") || text.isMark(row, ",") || text.isMark(row, "/")
      || text.isMark(row, "-") && !text.isSpaced(row)
  }

  private func firstLetter(_ row: Int) -> Bool {
    var here = row
    while text.kind(here) == .quote || text.isOpenBracket(here) { here += 1 }
    return text.isCapital(here) || text.kind(here) == .number || text.kind(here) == .symbol
  }

  private func isNameJoin(_ row: Int) -> Bool {
    text.length(row) <= 3 && text.isCapital(row + 1) && text.isCapital(row - 1)
  }
}
