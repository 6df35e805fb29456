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
      isJoinedToOne() || isWithOne()
    else { return nil }
    var quantity = frame.quantity
    quantity.interval = Interval(exactly: sum)
    quantity.stated = sum
    return quantity
  }

  /// `The owner was arrested along with three others`: one person is spoken of before.
  private func isWithOne() -> Bool {
    let link = frame.number.start - 1
    guard link > frame.sentence.start, tables.withWords.contains(draft.tokens[link].word) else {
      return false
    }
    var row = link - 1
    let lowest = max(frame.sentence.start, link - Self.mostBefore)
    while row > lowest {
      if tables.singularBe.contains(draft.tokens[row].word) { return true }
      if draft.classes[row] == .subordinator || draft.classes[row] == .be { return false }
      row -= 1
    }
    return false
  }

  private static let mostBefore = 10

  /// `Two workers and a cyclist`, `a woman and two men`: one more, and where their description ends.
  func withOneMore() -> (quantity: Quantity, end: Int)? {
    guard frame.quantity.kind == .count, let stated = frame.quantity.stated, stated > .one,
      frame.quantity.interval == Interval(exactly: stated), let sum = stated.plus(.one),
      let unit = frame.unit, unit.start >= frame.number.end,
      tables.persons.contains(draft.tokens[unit.end - 1].word)
    else { return nil }
    let behind = oneMore(after: unit.end)
    guard let end = behind ?? (isOneMoreBefore() ? unit.end : nil) else { return nil }
    var quantity = frame.quantity
    quantity.interval = Interval(exactly: sum)
    quantity.stated = sum
    return (quantity, end)
  }

  /// One past `and a cyclist`, where nobody else and no verb of its own follows.
  private func oneMore(after row: Int) -> Int? {
    guard row + 2 < frame.sentence.end,
      tables.andWords.contains(draft.tokens[row].word),
      isOneWord(row + 1) || isOpener(row + 1) && isFew
    else { return nil }
    var head = row + 2
    let last = min(frame.sentence.end, row + 6)
    while head < last, [.adjective, .noun].contains(draft.classes[head]) { head += 1 }
    guard head > row + 2, isSinglePerson(head - 1) else { return nil }
    if head >= frame.sentence.end { return head }
    switch draft.classes[head] {
    case .verbPast, .verbS, .have, .modal, .be: return hasVerbBefore() ? nil : head
    case .mark, .stop, .preposition, .day, .verbParticiple: return head
    default: return nil
    }
  }

  /// `Two brothers and their cousin` are three; of `61 pupils and their teacher` the pupils are told.
  private var isFew: Bool { (frame.quantity.stated?.whole).map { $0 <= 10 } ?? false }

  /// `a woman and`, `the driver and all`, `the skipper, a man of 52, and` before the number.
  private func isOneMoreBefore() -> Bool {
    var row = frame.number.start - 1
    let owns = row > frame.sentence.start && isOwnerOrAll(row)
    if owns { row -= 1 }
    guard row - 2 >= frame.sentence.start, tables.andWords.contains(draft.tokens[row].word) else {
      return false
    }
    guard let head = beforeAside(row - 1), isSinglePerson(head) else { return false }
    let lowest = max(frame.sentence.start, head - 4)
    guard let opener = (lowest..<head).last(where: isOpener) else { return false }
    let isNew = isOneWord(opener)
    // `between the driver and two passengers`.
    let isBetween = opener > frame.sentence.start && draft.classes[opener - 1] == .preposition
    return isNew || !isBetween
  }

  private func isOwnerOrAll(_ row: Int) -> Bool {
    draft.classes[row] == .possessive || tables.thoseWords.contains(draft.tokens[row].word)
  }

  /// `a`, `the`, `her` before one person.
  private func isOpener(_ row: Int) -> Bool {
    isOneWord(row) || draft.classes[row] == .possessive
      || tables.definite.contains(draft.tokens[row].word)
  }

  /// The last word before a description in commas that ends at `row`: its name and age.
  private func beforeAside(_ row: Int) -> Int? {
    guard draft.classes[row] == .mark else { return row }
    let lowest = max(frame.sentence.start, row - 8)
    var open = row
    var here = row - 1
    while here > lowest {
      if draft.classes[here].isVerb || draft.classes[here].isAuxiliary { return nil }
      if draft.classes[here] == .mark { open = here }
      here -= 1
    }
    return open > frame.sentence.start && open < row ? open - 1 : nil
  }

  private func isOneWord(_ row: Int) -> Bool { tables.articles.contains(draft.tokens[row].word) }

  private func isSinglePerson(_ row: Int) -> Bool {
    tables.persons.contains(draft.tokens[row].word)
      && draft.facts[row].lemma == draft.tokens[row].word
      && !tables.pluralPersons.contains(draft.tokens[row].word)
  }

  private func hasVerbBefore() -> Bool {
    (max(frame.sentence.start, frame.number.start - 6)..<frame.number.start).contains {
      draft.classes[$0].isVerb && !tables.echoVerbs.contains(draft.facts[$0].lemma)
    }
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
