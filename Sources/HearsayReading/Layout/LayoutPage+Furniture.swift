import HearsayCore
import HearsayText

extension LayoutPage {
  /// Names what says itself what it is: by the phrases of the rules, then by their patterns.
  mutating func nameFurniture() {
    for row in units.indices {
      let hits = tables.phrases.hits(units[row].rows, text)
      for hit in hits where names[row] == nil { judge(hit, row) }
      if names[row] == nil, hits.count(where: { $0.kind == .contributor }) > 1 {
        name(row, .byline, FurnitureKind.contributor.rule)
      }
      if names[row] == nil { nameByShape(row) }
      if names[row] == nil { nameByPattern(row) }
    }
  }

  private mutating func judge(_ hit: FurnitureHit, _ row: Int) {
    let unit = units[row]
    switch hit.kind {
    case .boilerplate:
      if isFurniture(hit, unit) { name(row, .boilerplate, hit.kind.rule) }
    case .appeared: judgeAppeared(hit, row)
    case .contributor:
      if isContributor(hit, unit) { name(row, .byline, hit.kind.rule) }
    case .related: judgeRelated(hit, row)
    case .caption:
      if isCaption(hit, unit) { name(row, .caption, hit.kind.rule) }
    case .residue:
      guard unit.words <= 80, text.kind(unit.rows.start) != .quote else { return }
      name(row, .residue, hit.kind.rule)
      findings.flags.insert(.machineResidue)
    case .sources: judgeSources(hit, row)
    case .published:
      // A label whose date was never filled in.
      let rest = hit.rows.end..<max(unit.rows.end, hit.rows.end)
      let empty = rest.allSatisfy { text.kind($0) == .mark }
      if empty { name(row, .boilerplate, hit.kind.rule) }
    case .summary, .byline, .sections: return
    }
  }

  private func isFurniture(_ hit: FurnitureHit, _ unit: TextUnit) -> Bool {
    guard text.kind(unit.rows.start) != .quote else { return false }
    switch hit.place {
    case .line: return true
    case .start: return unit.words <= 70
    default: return unit.words <= 60
    }
  }

  private func isContributor(_ hit: FurnitureHit, _ unit: TextUnit) -> Bool {
    guard unit.words <= 40, text.kind(unit.rows.start) != .quote else { return false }
    guard hit.place == .start else { return unit.capitals * 2 >= unit.words - 4 }
    return hit.rows.end < unit.rows.end && text.isCapital(hit.rows.end)
      || text.isMark(hit.rows.end, ":") || unit.words <= 6
  }

  /// `The post … appeared first on The X`: the footer names the first printer.
  private mutating func judgeAppeared(_ hit: FurnitureHit, _ row: Int) {
    guard units[row].words <= 45 else { return }
    let opens = text.tags(units[row].rows.start).has(.sentenceStarter)
    guard opens || hit.rows.start == units[row].rows.start else { return }
    guard let outlet = nameAfter(hit.rows.end, units[row].rows.end) else { return }
    name(row, .boilerplate, hit.kind.rule)
    findings.firstOutlet = outlet
    let title = units[row].rows.start + 2
    if title + 1 < hit.rows.start, !text.isCapital(title - 1) {
      findings.footerHeadline = TokenRange(title, hit.rows.start)
    }
    findings.flags.insert(.republished)
  }

  /// The capitalised words at `row`, without the stop behind them.
  func nameAfter(_ row: Int, _ end: Int) -> String? {
    var last = row
    while last < end, text.kind(last) == .word, text.has(last, .capital) || last > row,
      text.has(last, .capital) || text.has(last, .clitic) || text.length(last) < 4
    { last += 1 }
    while last > row, !text.has(last - 1, .capital), !text.has(last - 1, .clitic) { last -= 1 }
    return last > row ? words(TokenRange(row, last)) : nil
  }

  private mutating func judgeRelated(_ hit: FurnitureHit, _ row: Int) {
    let unit = units[row]
    switch hit.place {
    case .line: headings.append(row)
    case .start where unit.words <= 6 && !unit.ends: headings.append(row)
    case .labels where unit.words <= 30 && hit.rows.end + 1 < unit.rows.end:
      name(row, .related, "english/layout.related-line")
    case .labels where hit.rows.end + 1 >= unit.rows.end: headings.append(row)
    default: return
    }
  }

  private func isCaption(_ hit: FurnitureHit, _ unit: TextUnit) -> Bool {
    guard unit.words <= 90, text.kind(unit.rows.start) != .quote else { return false }
    let bracketed = text.isOpenBracket(unit.rows.start) || text.isOpenBracket(hit.rows.start - 1)
    switch hit.place {
    case .line, .labels: return unit.words <= 70
    case .start: return unit.words <= 70 && (!unit.ends || bracketed || unit.words <= 30)
    case .end: return (!unit.ends || bracketed) && (isSetApart(hit.rows.start) || unit.words <= 6)
    case .credit:
      let tail = unit.rows.end - hit.rows.end
      return text.isCapital(hit.rows.start) && tail <= (isSetApart(hit.rows.start) ? 14 : 8)
    case .inside:
      let tail = unit.rows.end - hit.rows.end
      return tail <= 9 && isSetApart(hit.rows.start) && (!unit.ends || bracketed)
    }
  }

  /// Whether a credit stands behind a stop, bar, bracket, dash or stroke, as captions have it.
  private func isSetApart(_ row: Int) -> Bool {
    if text.kind(row - 1) == .stop || text.isOpenBracket(row - 1) || text.isDash(row - 1) {
      return true
    }
    if text.isMark(row - 1, "|") || text.isMark(row - 1, "/") || text.isMark(row - 1, ":") {
      return true
    }
    return text.has(row, .line) || text.isClosingMark(row - 1)
      || (text.kind(row - 1) == .word && text.tags(row - 1).has(.neverLast)
        && (text.isOpenBracket(row - 2) || text.kind(row - 2) == .stop))
  }

  /// `Sources:` with nothing behind it is a promise that was not kept.
  private mutating func judgeSources(_ hit: FurnitureHit, _ row: Int) {
    let unit = units[row]
    guard unit.words <= 25, row > 0 else { return }
    let colon = text.isMark(hit.rows.end, ":")
    guard colon || hit.place == .line && row + 1 == units.count else { return }
    name(row, .boilerplate, hit.kind.rule)
    let empty = hit.rows.end + 1 >= unit.rows.end
    let listed = row + 1 < units.count && !units[row + 1].opensBlock
    if empty, !listed { findings.flags.insert(.emptySourceList) }
  }
}
