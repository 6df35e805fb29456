import HearsayCore
import HearsayText

/// Who or what is counted, by the rules' populations and in the article's words.
struct PopulationFinder: ClaimFinder {
  let context: ClaimContext
  let hits: [ClaimHit]
  let cost = DistanceCost()

  /// The population of a figure: the most specific one of its noun phrase, else of the words that
  /// bear on it (`the number of homeless rose to 640`), else the one it continues; narrowed by a
  /// phrase that follows in the clause (`800 people … for political reasons`).
  func population(of frame: FigureFrame, _ bearing: Bearing?, continued: Int?) -> Int? {
    let found =
      mostSpecific(in: nounPhrase(frame)) ?? bearing.flatMap { mostSpecific(in: $0.tokens) }
      ?? continued
    return narrowed(found, frame) ?? found
  }

  private func mostSpecific(in tokens: TokenRange) -> Int? {
    var best: Int?
    for hit in hits {
      guard case .population(let row) = hit.phrase, hit.tokens.overlaps(tokens) else { continue }
      if best.map({ tables.populations[row].depth > tables.populations[$0].depth }) ?? true {
        best = row
      }
    }
    return best
  }

  /// The figure's words and the nouns right behind them, over `of`: `dozens of high-profile
  /// prisoners`.
  private func nounPhrase(_ frame: FigureFrame) -> TokenRange {
    var end = frame.phrase.end
    while end < frame.sentence.end, end - frame.number.end < 6, isNominal(end, frame) { end += 1 }
    return TokenRange(frame.phrase.start, end)
  }

  private func isNominal(_ row: Int, _ frame: FigureFrame) -> Bool {
    switch draft.classes[row] {
    case .noun, .name, .adjective: true
    case .be: frame.unit == nil && row - frame.number.end < 3
    case .preposition, .determiner, .possessive: row - frame.number.end < 2
    case .mark:
      draft.tokens[row].flags.contains(.spaced) == false && draft.tokens[row].length == 1
        && draft.text.bytes[Int(draft.tokens[row].start)] == UInt8(ascii: "-")
    default: false
    }
  }

  private func narrowed(_ found: Int?, _ frame: FigureFrame) -> Int? {
    for hit in hits where hit.tokens.start >= frame.phrase.end {
      guard case .population(let row) = hit.phrase, let found, row != found,
        hit.tokens.count > 1 || followsWithOfThem(hit, frame), tables.lies(row, within: found)
      else { continue }
      let between = frame.phrase.end..<hit.tokens.start
      if cost.of(between, context, skipping: frame.phrase) <= 9 { return row }
    }
    return nil
  }

  /// `20 of them journalists`.
  private func followsWithOfThem(_ hit: ClaimHit, _ frame: FigureFrame) -> Bool {
    hit.tokens.start - frame.number.end <= 4
  }

  /// The population denied of those counted, as in `not political prisoners`.
  func contested(in frame: FigureFrame) -> (row: Int, tokens: TokenRange)? {
    for hit in hits {
      if case .contest(let row) = hit.phrase { return (row, hit.tokens) }
    }
    return nil
  }
}
