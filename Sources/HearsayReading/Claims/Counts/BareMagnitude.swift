import HearsayCore
import HearsayText

/// Finds the strength of an earthquake where only the number tells it: `a 7.1 earthquake`, `It was
/// measured at 6.8`.
struct BareMagnitude: ClaimFinder {
  let context: ClaimContext
  let frame: FigureFrame

  /// No quake was stronger, and weaker ones are no news.
  private static let range = ExactNumber(1)..<ExactNumber(10)

  /// Whether the figure is a decimal of the right size without a noun, or with one for a quake.
  func isOne() -> Bool {
    guard context.isOfQuake, let stated = frame.quantity.stated, stated.exponent < 0,
      Self.range.contains(stated)
    else { return false }
    switch frame.quantity.kind {
    case .other, .count: break
    default: return false
    }
    guard let unit = frame.unit, unit.count > 0 else { return isAlone() }
    return tables.quakeNouns.contains(draft.tokens[unit.end - 1].word)
  }

  /// Whether no word follows that it could count.
  private func isAlone() -> Bool {
    let next = frame.number.end
    guard next < frame.sentence.end else { return true }
    switch draft.classes[next] {
    case .mark, .to, .preposition, .conjunction, .adverb, .day, .be: return true
    default: return draft.tokens[next].kind != .word && draft.tokens[next].kind != .number
    }
  }
}
