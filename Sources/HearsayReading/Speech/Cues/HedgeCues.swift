import HearsayCore
import HearsayText

/// Hedges that name nobody: `reportedly`.
extension SpeechScanner {
  /// `reportedly`, `is said to`: hedges that name nobody.
  mutating func readHedges() {
    guard hints.contains(.hedge) else { return }
    var here = start
    while here < end {
      let row = here
      here += 1
      guard layers.hints[row].contains(.hedge), mask[row] < 0 else { continue }
      var count = tables.hedgePhrases.match(tokens, at: row, end: end)
      if count == 0, tags(row).has(.hedgeAdverb) { count = 1 }
      guard count > 0 else { continue }
      here = row + count
      guard let content = hedgedClause(row, here) else { continue }
      var hedge = FoundAttribution(
        source: nil, cue: TokenRange(row, here), content: content, score: 0.9,
        rule: "english/hedge.ownerless", lemma: lemma(row), unit: unitRow, ownerless: true)
      hedge.parent = parent
      hedge.paragraph = unit.paragraph
      found.append(hedge)
    }
  }

  /// The clause around a hedge: from the last mark or subordinator to the next mark.
  func hedgedClause(_ from: Int, _ to: Int) -> [TokenRange]? {
    var lower = from
    while lower > start, from - lower < 40, kind(lower - 1) != .mark,
      kind(lower - 1) != .subordinator,
      mask[lower - 1] < 0
    { lower -= 1 }
    var upper = to
    while upper < end, upper - to < 60, kind(upper) != .mark, kind(upper) != .stop { upper += 1 }
    let pieces = [TokenRange(lower, from), TokenRange(to, upper)].filter { $0.count > 0 }
    return pieces.isEmpty ? nil : pieces
  }
}
