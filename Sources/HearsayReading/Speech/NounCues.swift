import HearsayCore
import HearsayText

/// Nouns that report: `his claim that`.
extension SpeechScanner {
  /// `his claim that`, `the ministry's decision to`.
  mutating func readNounCues() {
    var here = start + 1
    while here < end {
      let row = here
      here += 1
      guard kind(row) == .noun, !taken[row], mask[row] < 0, row + 1 < end, !taken[row + 1],
        tables.cueNounLemmas.contains(lemma(row)),
        tables.cueNouns.contains(SpeechTables.pair(lemma(row), tokens[row + 1].word))
      else { continue }
      if let found = nounCue(row) {
        add(found)
        here = max(here, found.content.last?.end ?? here)
      }
    }
  }

  func nounCue(_ row: Int) -> FoundAttribution? {
    var owner = row - 1
    while owner > start, owner > row - 4, kind(owner) == .adjective || kind(owner) == .noun {
      owner -= 1
    }
    guard owner >= start, !taken[owner] else { return nil }
    let source: TokenRange
    switch kind(owner) {
    case .possessive: source = TokenRange(owner, owner + 1)
    case .genitive:
      guard let range = nounGroup(endingAt: owner - 1, lower: start) else { return nil }
      source = TokenRange(range.start, owner + 1)
    default: return nil
    }
    let clause = tokens[row + 1].word == function.that
    let from = clause || tokens[row + 1].word == tables.toWord ? row + 1 : row + 2
    var to = from + 1
    while to < end, !taken[to], !finiteGroup(at: to) || clause, mask[to] < 0 || quote(at: to) != nil
    {
      if isComma(to) || tokens[to].kind == .stop || byte(to) == UInt8(ascii: ";") { break }
      if let quote = quote(at: to) { to = quote.tokens.end } else { to += 1 }
    }
    to = min(to, end)
    guard to > from + 1 else { return nil }
    return FoundAttribution(
      source: source, cue: TokenRange(owner + 1, from), content: [TokenRange(from, to)],
      score: 0.75, rule: "english/cue.noun", lemma: lemma(row), unit: 0, presupposed: true)
  }
}
