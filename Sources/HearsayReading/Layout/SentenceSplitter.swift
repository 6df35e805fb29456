package import HearsayCore
import HearsayText

/// The most tokens of one sentence: a table without stops must not become one.
let longestSentence = 1000

/// Cuts the zones into sentences; page furniture has none, unless it is asked for.
func splitSentences(
  _ draft: inout Draft, _ tables: LayoutTables, _ lexicon: Lexicon, furniture: Bool = false
) {
  // One for all zones: a copy for each would cost more than the cutting.
  var borders = SentenceBorders(text: SentenceText(draft, lexicon), end: 0)
  for (paragraph, zone) in draft.zones.enumerated() where furniture || zone.kind != .boilerplate {
    let rows = draft.tokens(in: zone.range)
    borders.end = rows.end
    cut(rows, zone.kind, paragraph, borders, &draft.sentences)
  }
}

extension Reader {
  /// Zones and sentences alone, those of page furniture included (`hearsay segment`).
  package mutating func segment(_ article: Article) -> Reading {
    var draft = Draft(text: article.text, known: article.known)
    tokenise(article.text.bytes.span, into: &draft.tokens, lexicon: &lexicon)
    readLayout(&draft, layout, lexicon)
    readQuotes(&draft, speech, lexicon)
    splitSentences(&draft, layout, lexicon, furniture: true)
    return finish(draft)
  }
}

private func cut(
  _ rows: TokenRange, _ kind: ZoneKind, _ paragraph: Int, _ borders: borrowing SentenceBorders,
  _ sentences: inout [DraftSentence]
) {
  var cuts = listStarts(borders.text, rows.indices)[...]
  var start = rows.start
  func close(_ end: Int) {
    guard end > start else { return }
    sentences.append(
      DraftSentence(tokens: TokenRange(start, end), paragraph: paragraph, zone: kind))
    start = end
  }
  var row = rows.start
  while row < rows.end {
    if let cut = cuts.first, cut <= row {
      cuts.removeFirst()
      if cut == row { close(row) }
      // The marker's own stop ends nothing.
      row = pastMarker(row, borders.text, rows.end)
      continue
    }
    if row - start >= longestSentence { close(row) }
    if row > start, kind != .caption, borders.text.isPlainWord(row) {
      row += 1
      continue
    }
    if kind == .caption, startsCredit(row, borders.text) { close(row) }
    if borders.text.isRule(row) {
      close(row)
      close(row + 1)
    }
    let border = borders.afterAddress(row, start: start) ?? borders.border(at: row, start: start)
    if let border { close(border) }
    row = border ?? row + 1
  }
  close(rows.end)
}

private func pastMarker(_ row: Int, _ text: SentenceText, _ end: Int) -> Int {
  var here = row + 1
  while here < end, !text.isSpaced(here) || text.isBullet(here - 1) { here += 1 }
  return here
}

/// `… in Brask. Photo: Tarn Wire`: the credit of a caption stands apart.
private func startsCredit(_ row: Int, _ text: SentenceText) -> Bool {
  text.isCapital(row) && text.isMark(row + 1, ":") && text.tags(row).has(.furnitureInside)
}
