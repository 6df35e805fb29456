import HearsayCore
import HearsayRules
import HearsayText

extension LayoutPage {
  /// Furniture that has a shape instead of words: menus, address lines, copyright lines, photo
  /// credits under a dateless repeat of the headline.
  mutating func nameByShape(_ row: Int) {
    let unit = units[row]
    if text.isMark(unit.rows.start, ">"), !unit.ends {
      return name(row, .related, "english/layout.related-line")
    }
    if isMenu(unit) { return name(row, .boilerplate, "english/layout.menu") }
    if isAddressLine(unit) { return name(row, .boilerplate, "english/layout.address") }
    if isCopyright(unit) {
      if let outlet = copyrightHolder(unit) { findings.outlet = findings.outlet ?? outlet }
      return name(row, .boilerplate, "english/layout.copyright")
    }
  }

  /// `Home | News | Sport`: short words between bars, and no sentence.
  private func isMenu(_ unit: TextUnit) -> Bool {
    guard !unit.ends, !unit.endsInside, unit.words <= 40 else { return false }
    let bars = unit.rows.indices.count {
      text.isMark($0, "|") || text.isBullet($0) && $0 > unit.rows.start
        || text.isMark($0, ">") && text.isSpaced($0)
    }
    return bars >= 2 && unit.words <= (bars + 1) * 3
  }

  /// A line around an e-mail address, with no sentence of its own.
  private func isAddressLine(_ unit: TextUnit) -> Bool {
    guard unit.words <= 20, !unit.endsInside || unit.words <= 12 else { return false }
    let at = unit.rows.indices.first {
      text.isMark($0, "@") && !text.isSpaced($0) && !text.isSpaced($0 + 1)
    }
    guard let at, at > unit.rows.start, at + 1 < unit.rows.end else { return false }
    return !unit.ends && unit.words <= 12 || text.isMark(unit.rows.start + 1, ":")
  }

  private func isCopyright(_ unit: TextUnit) -> Bool {
    guard unit.words <= 40 else { return false }
    let first = unit.rows.start
    let sign =
      text.kind(first) == .symbol && text.text.bytes.count > Int(text.tokens[first].start) + 1
      && text.byte(first) == 0xC2 && text.text.bytes[Int(text.tokens[first].start) + 1] == 0xA9
    let letter =
      text.isOpenBracket(first) && text.length(first + 1) == 1
      && text.byte(first + 1) | 0x20 == UInt8(ascii: "c") && text.isCloseBracket(first + 2)
      && text.kind(first + 3) == .number
    return sign || letter
  }

  /// `© 2025 Northbank Tribune`.
  private func copyrightHolder(_ unit: TextUnit) -> String? {
    var row = unit.rows.start + 1
    while row < unit.rows.end, !text.isCapital(row) { row += 1 }
    guard unit.words <= 8 else { return nil }
    return nameAfter(row, unit.rows.end)
  }

  /// The line patterns of the rules files, on each line of the unit.
  mutating func nameByPattern(_ row: Int) {
    let unit = units[row]
    guard !tables.patterns.isEmpty, !unit.isProse || unit.rows.count < 120 else { return }
    guard let pattern = pattern(matching: bytes(unit.rows)) else { return }
    name(row, pattern.kind, pattern.rule)
    if pattern.kind == .residue { findings.flags.insert(.machineResidue) }
  }

  private func pattern(matching range: ByteRange) -> FurniturePattern? {
    let line = text.text.lineRange(text.text.line(at: range.start))
    let lower = max(line.start, range.start)
    let upper = max(lower, min(line.end, text.text.bytes.count))
    let span = text.text.bytes.span.extracting(lower..<upper)
    return tables.patterns.first { $0.pattern.matches(span) }
  }

  /// Headings over links, and the links: lines that are no running text.
  mutating func nameRelated() {
    for heading in headings {
      // A story file may have called the heading page furniture; its links are links all the same.
      guard names[heading].map({ $0.kind == .boilerplate }) ?? true,
        listLength(after: heading) > 0 || isLast(heading)
      else { continue }
      if names[heading] == nil { name(heading, .related, "english/layout.related") }
      for row in heading + 1..<max(heading + 1 + listLength(after: heading), heading + 1)
      where names[row] == nil {
        name(row, .related, "english/layout.related")
      }
    }
  }

  private func isLast(_ heading: Int) -> Bool {
    !(heading + 1..<max(units.count, heading + 1)).contains { names[$0] == nil }
  }

  /// How many units after a heading are links: no running text, the last may be furniture.
  private func listLength(after heading: Int) -> Int {
    var row = heading + 1
    while row < units.count, row < heading + 40, !units[row].isProse, units[row].words <= 25 {
      row += 1
    }
    // A link list inside the body is one block; at the end of a page it is all that is left.
    if row == units.count { return row - heading - 1 }
    var block = heading + 1
    while block < row, !units[block].opensBlock || block == heading + 1 { block += 1 }
    return block - heading - 1
  }

  /// Paragraphs that stand there a second time, word for word.
  mutating func nameDuplicates() {
    var first: [UInt64: Int] = [:]
    for row in units.indices where isBody(row) && units[row].words >= 6 {
      let key = units[row].rows.indices.reduce(0xCBF2_9CE4_8422_2325 as UInt64) { hash, token in
        (hash ^ UInt64(text.tokens[token].word)) &* 0x0000_0100_0000_01B3
      }
      guard let before = first[key] else {
        first[key] = row
        continue
      }
      guard isSame(units[before].rows, units[row].rows) else { continue }
      names[row] = Naming(kind: .duplicate, rule: "english/layout.duplicate", original: before)
      findings.flags.insert(.duplicateText)
    }
  }

  func isSame(_ one: TokenRange, _ other: TokenRange) -> Bool {
    guard one.count == other.count else { return false }
    return zip(one.indices, other.indices).allSatisfy {
      text.tokens[$0].word == text.tokens[$1].word
    }
  }
}
