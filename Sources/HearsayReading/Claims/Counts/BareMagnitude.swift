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
    // `had a strength of 6.1`.
    if unit.end <= frame.number.start {
      return tables.strengthNouns.contains(draft.tokens[unit.end - 1].word)
    }
    return tables.quakeNouns.contains(draft.tokens[unit.end - 1].word)
  }

  /// `6.4 degrees on the Richter scale`, `of 6.4 degrees of magnitude`, `the 6.4-degree earthquake`,
  /// and no temperature.
  func isDegrees() -> Bool {
    guard context.isOfQuake, let stated = frame.quantity.stated, Self.range.contains(stated),
      let unit = frame.quantity.unit, tables.degreeNames.contains(unit.lowercased())
    else { return false }
    let next = frame.unit.map(\.end) ?? frame.number.end
    let last = min(frame.sentence.end, next + Self.reach)
    return next < last
      && (next..<last).contains { row in
        let word = draft.tokens[row].word
        return tables.scaleNouns.contains(word) || row == next && tables.quakeNouns.contains(word)
      }
  }

  private static let reach = 4

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
