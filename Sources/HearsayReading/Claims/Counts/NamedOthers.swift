import HearsayCore
import HearsayText

/// Adds the one who is named to `others`: `The owner and seven others were held` counts eight.
struct NamedOthers: ClaimFinder {
  let context: ClaimContext
  let frame: FigureFrame

  /// The quantity with the one before it, where one person stands there.
  func sum() -> Quantity? {
    let next = frame.number.end
    guard next < frame.sentence.end, frame.unit.map({ $0.start == next && $0.count == 1 }) ?? true,
      tables.pluralOthers.contains(draft.tokens[next].word),
      frame.quantity.kind == .count, let stated = frame.quantity.stated,
      frame.quantity.interval == Interval(exactly: stated), let sum = stated.plus(.one),
      isJoinedToOne()
    else { return nil }
    var quantity = frame.quantity
    quantity.interval = Interval(exactly: sum)
    quantity.stated = sum
    return quantity
  }

  /// Whether `and` stands before, and one person before that, over a description in commas.
  private func isJoinedToOne() -> Bool {
    var row = frame.number.start - 1
    guard row > frame.sentence.start, draft.classes[row] == .conjunction else { return false }
    row -= 1
    if draft.classes[row] == .mark {
      let lowest = max(frame.sentence.start, row - 8)
      row -= 1
      while row > lowest, draft.classes[row] != .mark { row -= 1 }
      guard row > lowest else { return false }
      row -= 1
    }
    return row >= frame.sentence.start && isOnePerson(row)
  }

  private func isOnePerson(_ row: Int) -> Bool {
    let token = draft.tokens[row]
    if draft.classes[row] == .name || token.flags.contains(.capital) {
      return draft.classes[max(row - 1, 0)] != .number
    }
    return draft.classes[row] == .noun && draft.facts[row].lemma == token.word
      && tables.persons.contains(token.word) && isSingle(before: row)
  }

  /// `a`, `the`, `one`, `his`, over adjectives.
  private func isSingle(before row: Int) -> Bool {
    var here = row - 1
    let lowest = max(frame.sentence.start, row - 4)
    while here > lowest, [.adjective, .noun].contains(draft.classes[here]) { here -= 1 }
    return here >= frame.sentence.start
      && (draft.classes[here] == .determiner || draft.classes[here] == .possessive)
  }
}
