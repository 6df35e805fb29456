import HearsayCore
import HearsayText

/// Finds when the article was published: from the manifest, its dateline, or what its words allow.
func readPublished(
  _ draft: inout Draft, _ found: [FoundTime], _ tables: TimeTables, _ lexicon: Lexicon
) {
  if let day = draft.known.published {
    draft.document.published = TimeValue(day: day, derivation: "manifest: \(day)")
    draft.document.publishedBasis = .manifest
  } else if let value = datelineDate(draft, tables, lexicon) {
    draft.document.published = value
    draft.document.publishedBasis = .dateline
  } else if let value = constrainedDate(draft, found, tables, lexicon) {
    draft.document.published = value
    draft.document.publishedBasis = .constraints
  }
}

/// How many lines at the head of an article may hold its date.
private let headLines = 12

/// A date on a line of its own, after a label, in brackets, or glued to a name, at the head.
private func datelineDate(_ draft: Draft, _ tables: TimeTables, _ lexicon: Lexicon) -> TimeValue? {
  var scanner = TimeScanner(tokens: draft.tokens, tables: tables, lexicon: lexicon)
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
    if let day = scanner.lineDate(row, end) {
      let line = draft.text.line(at: Int(draft.tokens[row].start))
      let words = draft.text.text(draft.bytes(day.tokens))
      return TimeValue(day: day.day, derivation: "dateline, line \(line): \"\(words)\"")
    }
  }
  return nil
}

private func zoneKind(_ draft: Draft, _ row: Int) -> ZoneKind? {
  let start = Int(draft.tokens[row].start)
  var low = 0
  var high = draft.zones.count
  while low < high {
    let middle = (low + high) / 2
    if draft.zones[middle].range.end <= start { low = middle + 1 } else { high = middle }
  }
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
  func lineDate(_ start: Int, _ end: Int) -> (day: Day, tokens: TokenRange)? {
    let labelled = (start..<min(end, start + 3)).contains { phrase($0, .label) != nil }
    let short = end - start <= Self.longestLine && !endsSentence(end)
    for row in start..<min(end, start + 24) {
      let glued = gluedMonth(row)
      guard short || labelled || isDatelinePlace(row, start, end) else { return nil }
      guard let match = glued ?? date(at: row),
        case .date(.day(let month, let day), .known(let year), nil, _) = match.meaning,
        let found = Day(year: year, month: month, day: day)
      else { continue }
      return (found, TokenRange(row, match.end))
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
    guard isWord(row), word(row).month == 0 else { return nil }
    let form = form(row)
    guard form.count > 5 else { return nil }
    for (month, name) in tables.monthNames where form.count > name.count && form.suffix(name.count).elementsEqual(name) {
      guard let day = digits(row + 1), digitCount(row + 1) <= 2, (1...31).contains(day) else { continue }
      let tail = yearTail(after: row + 2)
      return TimeMatch(
        tail.end, .date(.day(month: month, day: day), tail.year, nil, weekday: nil),
        rule: "english/time.dateline")
    }
    return nil
  }
}
