import HearsayCore
import HearsayText

extension TimeScanner {
  /// `15 to 22 February`, `May–August 1950`, `the night of 3–4 May`: what stands first borrows the
  /// month or the year of what follows.
  func range(at start: Int) -> [FoundTime]? {
    guard mayStartDate(start) || word(start).part != nil else { return nil }
    if let years = yearsBefore(at: start) { return years }
    guard let head = rangeHead(at: start), let joint = rangeJoint(at: head.end),
      let second = date(at: joint), case .date(let piece, let year, nil, _) = second.meaning
    else { return nil }
    var first = TimeMatch(head.end, .today, rule: "english/time.range")
    first.part = head.part
    switch (piece, year, head.value) {
    case (.day(let month, let day), _, .day(let value)) where value < day || year != .open:
      first.meaning = .date(.day(month: month, day: value), year, nil, weekday: nil)
    case (.month(let month), .known, .month(let value)) where value != month:
      first.meaning = .date(.month(value), year, nil, weekday: nil)
    default: return nil
    }
    return [
      FoundTime(tokens: TokenRange(start, head.end), match: first),
      FoundTime(tokens: TokenRange(joint, second.end), match: second),
    ]
  }

  /// `264 to 241 BC`.
  private func yearsBefore(at start: Int) -> [FoundTime]? {
    guard let value = digits(start), (1...9999).contains(value),
      let joint = rangeJoint(at: start + 1),
      let last = digits(joint), let era = era(last, joint + 1), case .before = era.0
    else { return nil }
    let rule = "english/time.era"
    let first = TimeMatch(start + 1, .date(.whole, .before(value), nil, weekday: nil), rule: rule)
    let second = TimeMatch(era.1, .date(.whole, era.0, nil, weekday: nil), rule: rule)
    return [
      FoundTime(tokens: TokenRange(start, start + 1), match: first),
      FoundTime(tokens: TokenRange(joint, era.1), match: second),
    ]
  }

  private enum RangeHead: Equatable {
    case day(Int)
    case month(Int)
  }

  private func rangeHead(at start: Int) -> (value: RangeHead, part: TimeCode?, end: Int)? {
    var from = isArticle(start) ? start + 1 : start
    var part: TimeCode?
    if let code = word(from).part, word(from + 1).has(.of) {
      part = code
      from += 2
    }
    if word(from).month > 0, isCapital(from) { return (.month(word(from).month), part, from + 1) }
    if let day = ordinal(at: from), (1...31).contains(day.value), token(from)?.kind == .number {
      return (.day(day.value), part, day.end)
    }
    guard let value = digits(from), digitCount(from) <= 2, (1...31).contains(value) else {
      return nil
    }
    return (.day(value), part, from + 1)
  }

  /// Past `-`, `to`, `and`, `through`.
  private func rangeJoint(at index: Int) -> Int? {
    if isHyphen(index) { return index + 1 }
    if isMark(index, 0x2F), isGlued(index) { return nil }
    if word(index).has(.and) || word(index).has(.through) { return index + 1 }
    return phrase(index, .relation)?.value == "until" ? index + 1 : nil
  }

  /// `January 25]-29`, `1939-40`: the second end of a range, shortened.
  func rangeTail(_ match: TimeMatch) -> FoundTime? {
    guard case .date(let piece, let year, nil, _) = match.meaning, match.clock == nil,
      isHyphen(match.end) || word(match.end).has(.and) || word(match.end).has(.through),
      let value = digits(match.end + 1), digitCount(match.end + 1) <= 2
    else { return nil }
    let at = match.end + 1
    var second = TimeMatch(at + 1, .today, rule: "english/time.range")
    switch (piece, year) {
    case (.day(let month, let day), _) where (day + 1...31).contains(value) && endsDay(at + 1):
      second.meaning = .date(.day(month: month, day: value), year, nil, weekday: nil)
      let tail = yearTail(after: at + 1)
      if tail.year != .open {
        second.end = tail.end
        second.meaning = .date(.day(month: month, day: value), tail.year, nil, weekday: nil)
      }
    case (.whole, .known(let known))
    where digitCount(at) == 2 && isHyphen(match.end) && value > known % 100:
      second.meaning = .date(.whole, .known(known / 100 * 100 + value), nil, weekday: nil)
    default: return nil
    }
    return FoundTime(tokens: TokenRange(at, second.end), match: second)
  }

  private func endsDay(_ index: Int) -> Bool {
    word(index).unit == nil && word(index).month == 0 && !isMark(index, 0x25)
      && !isMark(index, 0x3A) && !isMark(index, 0x2F)
  }
}
