import HearsayCore
import HearsayText

/// Finds when the article was published: from the manifest, its dateline, or what its words allow.
func readPublished(
  _ draft: inout Draft, _ found: [FoundTime], _ tables: TimeTables, _ lexicon: Lexicon
) {
  if let day = draft.known.published {
    draft.document.published = TimeValue(day: day, derivation: "manifest: \(day)")
    draft.document.publishedBasis = .manifest
  } else if let dated = datelineDate(draft, tables, lexicon) {
    draft.document.published = dated.value
    draft.document.publishedBasis = dated.basis
  } else if let value = constrainedDate(draft, found, tables, lexicon) {
    draft.document.published = value
    draft.document.publishedBasis = .constraints
  }
  // A date worked out from the text is no date that the article gives.
  let isGiven = [.manifest, .dateline].contains(draft.document.publishedBasis)
  if !isGiven { draft.document.flags.append(.noDate) }
}

/// How many lines at the head of an article may hold its date.
private let headLines = 12

/// A date on a line of its own, after a label, in brackets, or glued to a name, at the head.
private func datelineDate(
  _ draft: Draft, _ tables: TimeTables, _ lexicon: Lexicon
) -> (value: TimeValue, basis: PublishedBasis)? {
  var scanner = TimeScanner(draft, tables, lexicon)
  var row = 0
  var lines = 0
  while row < draft.tokens.count, lines < headLines || isDateline(draft, row) {
    var end = row + 1
    while end < draft.tokens.count, !draft.tokens[end].flags.contains(.line) { end += 1 }
    defer { row = end }
    lines += 1
    guard mayDate(draft, row) else { continue }
    scanner.floor = row
    scanner.limit = end
    guard let found = scanner.lineDate(row, end) else { continue }
    let line = draft.text.line(at: Int(draft.tokens[row].start))
    let how = "dateline, line \(line): \"\(draft.text.text(draft.bytes(found.tokens)))\""
    if let year = found.year, let day = Day(year: year, month: found.month, day: found.day) {
      return (TimeValue(day: day, derivation: how), .dateline)
    }
    if found.year == nil, let dated = datedByStory(found, tables, how) { return dated }
  }
  return nil
}

/// A dateline without a year: that of the first such day after what the story pins.
private func datedByStory(
  _ found: LineDate, _ tables: TimeTables, _ how: String
) -> (value: TimeValue, basis: PublishedBasis)? {
  guard let event = tables.events.min(by: { $0.day < $1.day }) else { return nil }
  let year = event.day.civil.year
  for candidate in [year, year + 1] {
    guard let day = Day(year: candidate, month: found.month, day: found.day), day >= event.day,
      found.weekday == nil || found.weekday == day.weekday
    else { continue }
    let reason = "\(how), in the year of \(event.name), \(event.day)"
    return (TimeValue(day: day, derivation: reason), .constraints)
  }
  return nil
}

/// A date on a line, its year maybe not said.
struct LineDate {
  var year: Int?
  var month: Int
  var day: Int
  var weekday: Int?
  var tokens: TokenRange
}

private func zoneKind(_ draft: Draft, _ row: Int) -> ZoneKind? {
  let start = Int(draft.tokens[row].start)
  let low = partitionPoint(draft.zones.count) { draft.zones[$0].range.end <= start }
  guard low < draft.zones.count, draft.zones[low].range.start <= start else { return nil }
  return draft.zones[low].kind
}

private func isDateline(_ draft: Draft, _ row: Int) -> Bool { zoneKind(draft, row) == .dateline }

/// Related links and page furniture never date the article.
private func mayDate(_ draft: Draft, _ row: Int) -> Bool {
  switch zoneKind(draft, row) {
  case .related?, .boilerplate?, .residue?, .duplicate?, .caption?: false
  default: true
  }
}

extension TimeScanner {
  /// The most tokens of a line that is a dateline and no sentence.
  private static var longestLine: Int { 14 }

  /// A full date in a short line, after a label, or opening a paragraph with its place.
  func lineDate(_ start: Int, _ end: Int) -> LineDate? {
    let labelled = (start..<min(end, start + 3)).contains { phrase($0, .label) != nil }
    let short = end - start <= Self.longestLine && !endsSentence(end)
    for row in start..<min(end, start + 24) {
      let glued = gluedMonth(row)
      guard short || labelled || isDatelinePlace(row, start, end) else { return nil }
      guard let match = glued ?? date(at: row),
        case .date(.day(let month, let day), let year, nil, let weekday) = match.meaning
      else { continue }
      let tokens = TokenRange(row, match.end)
      if case .known(let known) = year {
        return LineDate(year: known, month: month, day: day, weekday: weekday, tokens: tokens)
      }
      let opens = match.end < end && !isWord(match.end) && !isComma(match.end)
      guard year == .open, labelled || match.end == end || (opens && row > start) else {
        return nil
      }
      return LineDate(year: nil, month: month, day: day, weekday: weekday, tokens: tokens)
    }
    return nil
  }

  private func endsSentence(_ end: Int) -> Bool {
    end > floor && token(end - 1)?.kind == .stop && word(end - 2).month == 0
  }

  /// `HAVANA, August 7, 1998 (Xinhua) —`: capitals, commas and brackets only before the date.
  private func isDatelinePlace(_ row: Int, _ start: Int, _ end: Int) -> Bool {
    row - start < 8 && (start..<row).allSatisfy { isCapital($0) || !isWord($0) }
  }

  /// `Signal WireJanuary 14, 2026`: a month glued to the end of a name.
  private func gluedMonth(_ row: Int) -> TimeMatch? {
    guard token(row + 1)?.kind == .number, isWord(row), word(row).month == 0 else { return nil }
    let form = form(row)
    guard form.count > 5 else { return nil }
    for (month, name) in tables.monthNames
    where form.count > name.count && form.suffix(name.count).elementsEqual(name) {
      guard let day = digits(row + 1), digitCount(row + 1) <= 2, (1...31).contains(day) else {
        continue
      }
      let tail = yearTail(after: row + 2)
      return TimeMatch(
        tail.end, .date(.day(month: month, day: day), tail.year, nil, weekday: nil),
        rule: "english/time.dateline")
    }
    return nil
  }
}
