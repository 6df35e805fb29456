package import HearsayCore
import HearsayText

/// The most tokens of one sentence: a table without stops must not become one.
let longestSentence = 1000

/// Cuts the zones into sentences; page furniture has none, unless it is asked for.
func splitSentences(
  _ draft: inout Draft, _ tables: LayoutTables, _ lexicon: Lexicon, furniture: Bool = false
) {
  let text = SentenceText(draft, lexicon)
  for (paragraph, zone) in draft.zones.enumerated() where furniture || zone.kind != .boilerplate {
    cut(zone, paragraph, text, &draft)
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

private func cut(_ zone: Zone, _ paragraph: Int, _ text: SentenceText, _ draft: inout Draft) {
  let rows = draft.tokens(in: zone.range)
  let borders = SentenceBorders(text: text, end: rows.end)
  var cuts = ListMarkers(text, rows.indices).starts[...]
  var start = rows.start
  func close(_ end: Int) {
    guard end > start else { return }
    draft.sentences.append(
      DraftSentence(tokens: TokenRange(start, end), paragraph: paragraph, zone: zone.kind))
    start = end
  }
  var row = rows.start
  while row < rows.end {
    if let cut = cuts.first, cut <= row {
      cuts.removeFirst()
      if cut == row { close(row) }
      // The marker's own stop ends nothing.
      row = pastMarker(row, text, rows.end)
      continue
    }
    if row - start >= longestSentence { close(row) }
    if row > start, zone.kind != .caption, text.isPlainWord(row) {
      row += 1
      continue
    }
    if zone.kind == .caption, startsCredit(row, text) { close(row) }
    if text.isRule(row) {
      close(row)
      close(row + 1)
    }
    if let border = borders.afterAddress(row, start: start) ?? borders.border(at: row, start: start) {
      close(border)
      row = border
    } else {
      row += 1
    }
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
