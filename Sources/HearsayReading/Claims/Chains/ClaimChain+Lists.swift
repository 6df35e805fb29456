import HearsayCore
import HearsayText

/// Whose number it is in a list that leaves its verb out: `Police said 21, a spokesman for the
/// rescue service 24 and the hospital 27`.
extension ChainFinder {
  /// How far from the number before a teller may begin, in tokens.
  private static var reach: Int { 4 }

  /// The teller right before a bare number, behind another number that somebody tells.
  func bare(_ frame: FigureFrame) -> ChainStep? {
    guard frame.zone != .headline, frame.phrase.start == frame.number.start, endsPart(frame),
      let words = tellerRight(before: frame), let head = headNoun(words), isSomebody(head),
      isToldBefore(words.start - 1, frame)
    else { return nil }
    return source(words, cue: frame.phrase.start)
  }

  /// A mark, `and` or the end behind the number: it counts what the one before counted.
  private func endsPart(_ frame: FigureFrame) -> Bool {
    let next = frame.number.end
    guard next < frame.sentence.end else { return true }
    switch draft.classes[next] {
    case .mark, .stop, .conjunction: return true
    default: return false
    }
  }

  /// A noun group with its phrases between a border and the number.
  private func tellerRight(before frame: FigureFrame) -> TokenRange? {
    var start = frame.phrase.start
    let lowest = max(frame.sentence.start + 1, start - 10)
    while start > lowest, isNominalPart(start - 1) || draft.classes[start - 1] == .preposition {
      start -= 1
    }
    guard start < frame.phrase.start, start > frame.sentence.start + 1,
      draft.classes[frame.phrase.start - 1] != .preposition,
      draft.classes[frame.phrase.start - 1] != .determiner,
      draft.classes[start - 1] == .mark || draft.classes[start - 1] == .conjunction
    else { return nil }
    return TokenRange(start, frame.phrase.start)
  }

  /// Whether a number that somebody tells, or that such a list goes on with, ends at the border.
  private func isToldBefore(_ border: Int, _ frame: FigureFrame) -> Bool {
    let before =
      partitionPoint(draft.quantities.count) {
        draft.quantities[$0].tokens.start < border
      } - 1
    guard layers.quantities.contains(before), before >= 0,
      case let number = draft.quantities[before].tokens, number.end <= border,
      border - number.end <= Self.reach, number.start > frame.sentence.start
    else { return false }
    let start = draft.bytes(number).start
    return layers.attributions.contains { row in
      draft.attributions[row].cue.map { $0.end <= start } ?? false
        && draft.attributions[row].kind == .indirect
    }
  }
}
