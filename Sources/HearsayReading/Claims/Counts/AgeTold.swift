import HearsayCore
import HearsayText

/// Finds bare numbers that are ages by their sentence: `The youngest of the dead was 14`, `her
/// grandmother died at 94`.
struct AgeTold: ClaimFinder {
  let context: ClaimContext
  let frame: FigureFrame

  private static let reach = 10
  private static let oldest = 120

  func isAge() -> Bool {
    guard frame.quantity.kind == .count, frame.quantity.vague == nil,
      frame.unit == nil, let size = frame.size, size <= Self.oldest, isAlone()
    else { return false }
    return isOfOldest() || isOfDeath()
  }

  /// `The oldest of those killed was`, `the youngest of them`, `the youngest,`.
  private func isOfOldest() -> Bool {
    var row = frame.number.start - 1
    if row > frame.sentence.start, isComma(row) { row -= 1 }
    let lowest = max(frame.sentence.start, row - Self.reach)
    while row >= lowest {
      if tables.ageExtremes.contains(draft.tokens[row].word) { return true }
      switch draft.classes[row] {
      case .be, .adverb, .determiner, .noun, .adjective, .name, .preposition, .objectPronoun,
        .possessive, .verbParticiple, .verbPast, .relative:
        row -= 1
      default: return false
      }
    }
    return false
  }

  /// `died at 94`.
  private func isOfDeath() -> Bool {
    let link = frame.number.start - 1
    guard link > frame.sentence.start, tables.ageLinks.contains(draft.tokens[link].word) else {
      return false
    }
    return draft.classes[link - 1].isVerb
      && tables.sufferedVerbs.contains(draft.facts[link - 1].lemma)
  }

  /// Whether nothing follows that it could count.
  private func isAlone() -> Bool {
    let next = frame.number.end
    guard next < frame.sentence.end else { return true }
    if tables.ofWords.contains(draft.tokens[next].word) { return false }
    switch draft.classes[next] {
    case .mark, .stop, .conjunction, .quote, .preposition, .adverb, .subordinator: return true
    default: return draft.tokens[next].kind != .word && draft.tokens[next].kind != .number
    }
  }
}
