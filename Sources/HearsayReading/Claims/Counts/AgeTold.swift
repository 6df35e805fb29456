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
    return isOfOldest() || isOfDeath() || isOfOne(size) || isOfAges()
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

  /// `The minister, who is 62,`, `The driver was 41.`: of one person.
  private func isOfOne(_ size: Int) -> Bool {
    var row = frame.number.start - 1
    while row > frame.sentence.start, draft.classes[row] == .adverb { row -= 1 }
    guard size > 1, row > frame.sentence.start, endsClause(frame.number.end),
      tables.singularBe.contains(draft.tokens[row].word), draft.classes[row] == .be
    else { return false }
    let subject = draft.tokens[row - 1].word
    if tables.agedSubjects.contains(subject) { return true }
    return tables.persons.contains(subject) && !tables.pluralPersons.contains(subject)
      && !tables.victimNouns.contains(subject)
  }

  /// `whose ages ranged from 19 to 63`.
  private func isOfAges() -> Bool {
    var row = frame.number.start - 1
    let lowest = max(frame.sentence.start, row - Self.reach)
    while row >= lowest {
      if tables.ageNouns.contains(draft.tokens[row].word) { return true }
      switch draft.classes[row] {
      case .be, .verbPast, .verbS, .verbBase, .verbIng, .preposition, .to, .number, .adverb:
        row -= 1
      default:
        guard draft.tokens[row].kind == .number || tables.andWords.contains(draft.tokens[row].word)
        else { return false }
        row -= 1
      }
    }
    return false
  }

  private func endsClause(_ row: Int) -> Bool {
    guard row < frame.sentence.end else { return true }
    return draft.classes[row] == .mark || draft.tokens[row].kind == .stop
      || draft.tokens[row].kind == .quote
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
