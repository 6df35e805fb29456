import HearsayCore
import HearsayText

extension LayoutPage {
  /// Names a byline that says so, and keeps its names.
  mutating func nameByline(_ row: Int) -> Bool {
    guard let found = bylineNames(row) else { return false }
    keepByline(row, found)
    return true
  }

  /// Names a byline without `By`.
  mutating func namePlainByline(_ row: Int, _ headline: Int?) -> Bool {
    guard let found = plainNames(row, headline) else { return false }
    keepByline(row, found)
    return true
  }

  private mutating func keepByline(_ row: Int, _ found: [String]) {
    name(row, .byline, "english/layout.byline")
    for name in found where !findings.bylines.contains(name) { findings.bylines.append(name) }
  }

  /// The names behind `By`, or those that a manifest knows.
  func bylineNames(_ row: Int) -> [String]? {
    let unit = units[row]
    guard unit.words <= 30, !unit.ends || unit.words <= 12 else { return nil }
    let hits = tables.phrases.hits(unit.rows, text)
    if let hit = hits.last(where: { $0.kind == .byline && $0.rows.start == unit.rows.start }) {
      let names = names(TokenRange(hit.rows.end, unit.rows.end))
      return names.isEmpty || !text.isCapital(firstWord(hit.rows.end)) ? nil : names
    }
    guard let byline = known.byline, !byline.isEmpty, unit.words <= 12 else { return nil }
    let found = names(unit.rows)
    return found.contains { sameLetters($0, byline) } ? found : nil
  }

  private func firstWord(_ row: Int) -> Int {
    var here = row
    while text.kind(here) == .mark, here < row + 3 { here += 1 }
    return here
  }

  /// `Marta Veil in Brask`, or two or three capitals beside a date line, under the headline.
  private func plainNames(_ row: Int, _ headline: Int?) -> [String]? {
    let unit = units[row]
    guard headline != nil, (2...8).contains(unit.words), !unit.ends else { return nil }
    let place = unit.rows.indices.first { text.isLower($0) && !isJoin($0) }
    let end = place ?? unit.rows.end
    guard isPersonal(TokenRange(unit.rows.start, end)) else { return nil }
    if let place {
      guard text.length(place) == 2, place + 1 < unit.rows.end, text.isCapital(place + 1) else {
        return nil
      }
    } else {
      guard isBesideDate(row) else { return nil }
    }
    return names(TokenRange(unit.rows.start, end))
  }

  private func isJoin(_ row: Int) -> Bool {
    text.length(row) <= 3 && text.isCapital(row - 1) && text.isCapital(row + 1)
      && text.length(row) != 2
  }

  private func isPersonal(_ rows: TokenRange) -> Bool {
    guard (2...5).contains(rows.count) else { return false }
    return rows.indices.allSatisfy {
      text.kind($0) == .word && text.length($0) > 1 && !text.tags($0).has(.outletWord)
        && !text.tags($0).has(.dateWord) && !text.tags($0).has(.sentenceStarter)
        || text.has($0, .abbreviated) || isJoin($0)
    } && text.isCapital(rows.start) && text.isCapital(rows.end - 1)
  }

  private func isBesideDate(_ row: Int) -> Bool {
    [row - 1, row + 1].contains { units.indices.contains($0) && isDateLine(units[$0]) }
  }

  /// The names in a byline: parted by `and` and commas, without roles and places.
  func names(_ rows: TokenRange) -> [String] {
    var found: [String] = []
    var start = rows.start
    var row = rows.start
    func close(_ end: Int) {
      let name = trimmed(TokenRange(start, end))
      if name.count > 0, isName(name) { found.append(words(name)) }
    }
    while row < rows.end {
      if endsName(row) {
        close(row)
        start = row + 1
        if text.isLower(row), text.length(row) == 2 || text.tags(row).has(.bylineRole), !isAnd(row)
        {
          // `for`, `in`, `of the`: what follows is a place or an employer.
          while row < rows.end, !isAnd(row), !text.isMark(row, ","), !text.isMark(row, "|") {
            row += 1
          }
          start = min(row + 1, rows.end)
        }
      }
      row += 1
    }
    if start < rows.end { close(rows.end) }
    return found
  }

  private func endsName(_ row: Int) -> Bool {
    if text.isMark(row, ",") || text.isMark(row, "|") || text.isMark(row, ";") || text.isBullet(row)
      || text.isMark(row, "/") || text.isMark(row, "(") || text.kind(row) == .number
      || text.isMark(row, "@")
    {
      return true
    }
    if text.isDash(row) { return text.isSpaced(row) }
    return text.isLower(row) && !isParticle(row)
  }

  private func isAnd(_ row: Int) -> Bool {
    text.isLower(row) && text.length(row) == 3 && text.tags(row).has(.bylineRole)
      && text.byte(row) == UInt8(ascii: "a")
  }

  /// `de la`, `van`, `bin` inside a name.
  private func isParticle(_ row: Int) -> Bool {
    !text.tags(row).has(.bylineRole) && text.length(row) <= 3
      && (text.isCapital(row + 1) || text.isLower(row + 1) && text.isCapital(row + 2))
  }

  private func trimmed(_ rows: TokenRange) -> TokenRange {
    var (lower, upper) = (rows.start, rows.end)
    while lower < upper, text.kind(lower) != .word { lower += 1 }
    while upper > lower, text.kind(upper - 1) != .word { upper -= 1 }
    while upper > lower, text.tags(upper - 1).has(.dateWord), text.tags(upper - 1).has(.weekday) {
      upper -= 1
    }
    return TokenRange(lower, upper)
  }

  /// Two capitals or more, and not all of them roles.
  private func isName(_ rows: TokenRange) -> Bool {
    let capitals = rows.indices.filter { text.isCapital($0) }
    guard let first = capitals.first, first == rows.start, rows.count <= 6 else { return false }
    if capitals.allSatisfy({ text.tags($0).has(.bylineRole) || text.tags($0).has(.outletWord) }) {
      return false
    }
    guard !text.tags(first).has(.month), !text.tags(first).has(.weekday) else { return false }
    return capitals.count >= 2
      || rows.count == 1
        && text.length(first) > 2 && text.tags(first).has(.bylineRole) == false
  }
}
