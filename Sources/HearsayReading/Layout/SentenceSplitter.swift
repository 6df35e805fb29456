import HearsayCore
import HearsayText

/// Cuts the zones into sentences.
func splitSentences(_ draft: inout Draft, _ tables: LayoutTables, _ lexicon: Lexicon) {
  for (paragraph, zone) in draft.zones.enumerated() {
    let tokens = draft.tokens(in: zone.range)
    var start = tokens.start
    for row in tokens.indices where draft.tokens[row].kind == .stop || row + 1 == tokens.end {
      draft.sentences.append(
        DraftSentence(
          tokens: TokenRange(start, row + 1), paragraph: paragraph, zone: zone.kind))
      start = row + 1
    }
  }
}
