import HearsayCore
import HearsayText

/// Finds bare numbers that go on with a length of time: `12 years, later cut to eight on appeal`,
/// `the driver got nine years and his helper four`.
struct GappedSpan: ClaimFinder {
  let context: ClaimContext
  let frame: FigureFrame

  private static let mostBetween = 14

  /// The number as a length of time, in the unit of the one before.
  func quantity(after former: FigureFrame) -> Quantity? {
    guard frame.unit == nil, frame.quantity.kind == .count, frame.quantity.vague == nil,
      former.quantity.kind == .measure, let unit = former.quantity.unit,
      tables.spanNames.contains(unit), former.sentence == frame.sentence,
      let size = frame.size, size < 100,
      frame.number.start - former.phrase.end < Self.mostBetween, isAlone(), isChanged(former)
    else { return nil }
    var quantity = frame.quantity
    quantity.kind = .measure
    quantity.unit = unit
    return quantity
  }

  /// Whether nothing follows that it could count.
  private func isAlone() -> Bool {
    let next = frame.number.end
    guard next < frame.sentence.end else { return true }
    switch draft.classes[next] {
    case .mark, .stop, .conjunction, .quote: return true
    case .preposition: return !tables.ofWords.contains(draft.tokens[next].word)
    default: return draft.tokens[next].kind != .word && draft.tokens[next].kind != .number
    }
  }

  /// `cut to eight`, `and his helper four`.
  private func isChanged(_ former: FigureFrame) -> Bool {
    let before = frame.number.start - 1
    guard before > former.phrase.end else { return false }
    // `after 30 hours, as the toll rose to 48`: that has a name of its own.
    let isNamed = (former.phrase.end..<before).contains {
      draft.facts[$0].tags.has(.figureNoun) || tables.tollNouns.contains(draft.tokens[$0].word)
    }
    if isNamed { return false }
    if draft.classes[before] == .to || tables.toWords.contains(draft.tokens[before].word) {
      return draft.facts[before - 1].tags.has(.revisingVerb)
        || draft.facts[before - 1].tags.has(.risingVerb)
    }
    let isPerson = draft.classes[before] == .name || draft.classes[before] == .noun
    return isPerson
      && (former.phrase.end..<before).contains {
        draft.classes[$0] == .conjunction || draft.classes[$0] == .mark
      }
  }
}
