import HearsayCore
import HearsayText

/// Finds numbers that only describe something else: `the town of 40,000 people`, `a 10-member
/// panel`, `a committee of seven`.
struct CountedAside: ClaimFinder {
  let context: ClaimContext
  let frame: FigureFrame

  func isAside() -> Bool {
    guard frame.quantity.kind == .count else { return false }
    return isOfPlace() || isOfBody()
  }

  /// `the town of 40,000 people`, `home to 12,000 people`: its inhabitants.
  private func isOfPlace() -> Bool {
    let link = frame.number.start - 1
    if link > frame.sentence.start, tables.toWords.contains(draft.tokens[link].word),
      tables.homeWords.contains(draft.tokens[link - 1].word)
    {
      return true
    }
    if let unit = frame.unit, tables.inhabitants.contains(draft.tokens[unit.end - 1].word),
      unit.start >= frame.number.end,
      unit.end >= frame.sentence.end || !isVerb(unit.end)
    {
      return true
    }
    guard let noun = nounBeforeOf() else { return false }
    return tables.settlements.contains(draft.tokens[noun].word)
  }

  private func isVerb(_ row: Int) -> Bool {
    draft.classes[row].isVerb || draft.classes[row].isAuxiliary
  }

  /// `a 10-member panel`, `a committee of seven`: those who sit in it.
  private func isOfBody() -> Bool {
    let next = frame.phrase.end
    if let noun = nounBeforeOf(), tables.bodyOfMembers.contains(draft.tokens[noun].word),
      frame.unit == nil || next >= frame.sentence.end || !draft.classes[next].isAuxiliary
    {
      return true
    }
    guard next < frame.sentence.end, context.isMark(frame.number.end, "-") else { return false }
    return tables.bodyOfMembers.contains(draft.tokens[next].word)
      || next + 1 < frame.sentence.end && draft.classes[next].isModifier
        && tables.bodyOfMembers.contains(draft.tokens[next + 1].word)
  }

  /// The noun right before `of` and the number.
  private func nounBeforeOf() -> Int? {
    let link = frame.number.start - 1
    guard link > frame.sentence.start, tables.ofWords.contains(draft.tokens[link].word) else {
      return nil
    }
    return link - 1
  }
}

extension WordClass {
  /// What may stand between a number and the noun it describes.
  fileprivate var isModifier: Bool {
    switch self {
    case .adjective, .noun, .name: true
    default: false
    }
  }
}
