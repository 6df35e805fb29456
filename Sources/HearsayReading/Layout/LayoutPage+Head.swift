import HearsayCore
import HearsayText

extension LayoutPage {
  private static let mostHeadLines = 60

  /// Names what stands before the running text: headline, deck, byline, dates, outlet, summary.
  mutating func nameHead() {
    guard let body = firstProse() else { return }
    // A page has no head of a hundred lines: what has is a list.
    let head = min(body, Self.mostHeadLines)
    nameSummary(upTo: head)
    var headline: Int?
    for row in 0..<head where isBody(row) {
      if nameByline(row) || nameDateline(row) || namePlainByline(row, headline) { continue }
      if nameOutlet(row, head, headline) { continue }
      if nameSection(row, head) { continue }
      if headline == nil, isHeadline(row) {
        headline = row
        name(row, .headline, "english/layout.headline")
      } else if headline != nil {
        nameUnderHeadline(row)
      }
    }
    findings.headline = headline.map { units[$0].rows }
    if let headline { nameRepeats(of: headline, from: body) }
    for row in body..<min(units.count, body + 6) where isBody(row) { findInlineDateline(row) }
    nameStrayLines(from: body, headline)
  }

  /// The first unit of running text that nothing has named; with a known headline, not that.
  private func firstProse() -> Int? {
    var body = units.indices.first { isBody($0) && isProseOrDatelined($0) && !isKnownHeadline($0) }
    if let first = body, isDeck(first) || isQuestion(first) {
      body = units.indices.first { $0 > first && isBody($0) && isProseOrDatelined($0) } ?? first
    }
    return body ?? units.indices.last { isBody($0) && units[$0].ends }
  }

  /// `Who will answer for it?` over the first paragraph is a headline.
  private func isQuestion(_ row: Int) -> Bool {
    let unit = units[row]
    guard row + 1 < units.count, !(0..<row).contains(where: isBody), unit.words <= 20 else {
      return false
    }
    return text.asksOrCries(unit.rows.end - 1) && !unit.endsInside && units[row + 1].isProse
      && units[row + 1].words > unit.words
  }

  private func isProseOrDatelined(_ row: Int) -> Bool {
    if text.isBullet(units[row].rows.start) { return false }
    return units[row].isProse || units[row].ends && inlineDatelineEnd(row) != nil
  }

  /// A sentence between the headline and the byline is a deck, not the body's first.
  private func isDeck(_ row: Int) -> Bool {
    guard row > 0, row + 2 < units.count, units[row].words <= 45 else { return false }
    guard (0..<row).contains(where: { isBody($0) && !units[$0].ends }) else { return false }
    let after = (row + 1..<min(units.count, row + 3)).first { isBody($0) }
    guard let after else { return false }
    return bylineNames(after) != nil || isDateLine(units[after])
  }

  private func isKnownHeadline(_ row: Int) -> Bool {
    guard let headline = known.headline, row < 4 else { return false }
    return sameLetters(words(units[row].rows), headline)
  }

  private func isHeadline(_ row: Int) -> Bool {
    let unit = units[row]
    if isKnownHeadline(row) { return true }
    guard row < 12, unit.words >= 2, unit.words <= 30, !text.isBullet(unit.rows.start) else {
      return false
    }
    let last = unit.rows.end - 1
    guard !text.isMark(last, ":"), !text.isMark(last, ","), !text.isMark(last - 1, ",") else {
      return false
    }
    return !unit.ends || text.asksOrCries(lastStop(unit)) || unit.words <= 14 && row == 0
  }

  private func lastStop(_ unit: TextUnit) -> Int {
    var row = unit.rows.end - 1
    while row > unit.rows.start, text.kind(row) != .stop { row -= 1 }
    return row
  }

  /// A line under the headline: its words again with a credit, a deck, or left alone.
  private mutating func nameUnderHeadline(_ row: Int) {
    let unit = units[row]
    if text.isMark(unit.rows.end - 1, ":") { return }
    guard unit.words >= 3, unit.words <= 60 else { return }
    if names.contains(where: { $0?.kind == .deck }), unit.words < 6 { return }
    name(row, .deck, "english/layout.deck")
  }

  /// A headline that stands there again, alone or in front of a photo credit.
  private mutating func nameRepeats(of headline: Int, from body: Int) {
    let rows = units[headline].rows
    for row in units.indices where row != headline {
      let unit = units[row]
      guard unit.rows.count >= rows.count, names[row]?.kind != .duplicate,
        isSame(TokenRange(unit.rows.start, unit.rows.start + rows.count), rows)
      else { continue }
      if unit.rows.count == rows.count {
        names[row] = Naming(kind: .duplicate, rule: "english/layout.duplicate", original: headline)
        findings.flags.insert(.duplicateText)
      }
    }
  }

  /// `NEWS`, `World Politics` over the headline.
  private mutating func nameSection(_ row: Int, _ body: Int) -> Bool {
    guard units[row].words <= 3, row + 1 < body else { return false }
    let hits = tables.phrases.hits(units[row].rows, text)
    guard hits.contains(where: { $0.kind == .sections }) else { return false }
    name(row, .boilerplate, FurnitureKind.sections.rule)
    return true
  }

  /// Bullets before the body, or under a heading such as `Key points`.
  private mutating func nameSummary(upTo body: Int) {
    var headed = false
    for row in 0..<body where isBody(row) {
      let hits = tables.phrases.hits(units[row].rows, text)
      if units[row].words <= 5, hits.contains(where: { $0.kind == .summary }) {
        name(row, .boilerplate, "english/layout.summary-heading")
        headed = true
      } else if text.isBullet(units[row].rows.start)
        || (headed && text.isDash(units[row].rows.start))
      {
        name(row, .summary, "english/layout.summary")
        if isCutOff(units[row]) { findings.flags.insert(.truncated) }
      } else {
        headed = headed && !units[row].opensBlock
      }
    }
  }

  /// Whether a line breaks off: it ends in a word that asks for another.
  func isCutOff(_ unit: TextUnit) -> Bool {
    let last = unit.rows.end - 1
    if unit.ends || unit.words < 5 { return text.isEllipsis(last) && unit.words >= 8 }
    return text.isLower(last) && text.tags(last).has(.neverLast) || text.isMark(last, ",")
  }

  /// Lines behind the first running text: a byline at the foot, a date, a last word cut off.
  private mutating func nameStrayLines(from body: Int, _ headline: Int?) {
    for row in body + 1..<max(units.count, body + 1) where isBody(row) && !units[row].isProse {
      if isDateLine(units[row]) {
        name(row, .dateline, "english/layout.date-line")
      } else if row + 2 >= units.count, nameByline(row) {
        continue
      }
    }
    if let last = units.indices.last(where: isBody), units[last].words >= 8, isCutOff(units[last]) {
      findings.flags.insert(.truncated)
    }
  }

  /// Whether two texts have the same letters and digits.
  func sameLetters(_ one: String, _ other: String) -> Bool {
    func letters(_ text: String) -> [UInt8] {
      text.utf8.filter { $0 >= 0x80 || $0 | 0x20 >= 0x61 || (0x30...0x39).contains($0) }
        .map { $0 < 0x80 ? $0 | 0x20 : $0 }
    }
    return letters(one) == letters(other)
  }
}
