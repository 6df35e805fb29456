import HearsayCore
import HearsayText

/// "The third quarter", "the second half of May", "the first two weeks".
extension TimeScanner {
  /// `third quarter of 2009`, `the last week of March`, `the first day of the year`.
  func nth(at start: Int) -> TimeMatch? {
    var from = isArticle(start) ? start + 1 : start
    var year: Int?
    if from > start, let known = digits(from, count: 4), (1500...2100).contains(known) {
      year = known
      from += 1
    }
    from = skipAdjectives(from)
    guard let nth = ordinal(at: from) else { return nil }
    if let length = nthLength(nth, start, from) ?? nthWeekday(nth) { return length }
    var next = skipAdjectives(nth.end)
    if isHyphen(next) {
      guard !isArticle(start) else { return nil }
      next += 1
    }
    guard let unit = word(next).unit ?? (word(next).has(.half) ? .season : nil) else { return nil }
    let end = next + 1
    if unit == .quarter || word(next).has(.half) {
      return part(of: nth.value, word(next).has(.half) ? .half(1) : .quarter(1), start, end, year)
    }
    guard unit >= .day, word(end).has(.of), !word(next).has(.plural),
      let inner = point(at: end + 1)
    else { return nil }
    return TimeMatch(
      inner.end, .nth(nth.value, unit, of: inner.meaning), rule: "english/time.nth")
  }

  /// `the first nine months`, `the final two weeks`.
  private func nthLength(
    _ nth: (value: Int, end: Int), _ start: Int, _ from: Int
  ) -> TimeMatch? {
    guard word(from).ordinal != 0, !word(from).has(.last), let amount = amount(at: nth.end),
      !word(nth.end).has(.article)
    else { return nil }
    let core = skipAdjectives(amount.end)
    guard let unit = word(core).unit, word(core).has(.plural) else { return nil }
    if unit == .quarter, let half = twoQuarters(nth.value, amount.amount, core + 1) { return half }
    return TimeMatch(
      core + 1, .duration([TimeSpanPart(amount: amount.amount, unit: unit)]),
      rule: "english/time.nth-length")
  }

  /// `the first two quarters of 1990` are half of that year.
  private func twoQuarters(_ value: Int, _ amount: TimeAmount, _ end: Int) -> TimeMatch? {
    let tail = yearTail(after: end)
    guard amount == TimeAmount(2), value == 1 || value == -1, tail.year != .open else { return nil }
    return TimeMatch(
      tail.end, .date(.half(value == 1 ? 1 : 2), tail.year, nil, weekday: nil),
      rule: "english/time.quarter")
  }

  func part(
    of value: Int, _ piece: TimePiece, _ start: Int, _ end: Int, _ known: Int?
  ) -> TimeMatch? {
    let isHalf = piece == .half(1)
    let number = value == -1 ? (isHalf ? 2 : 4) : value
    guard (1...(isHalf ? 2 : 4)).contains(number) else { return nil }
    var tail = yearTail(after: end)
    if let known { tail = (.known(known), end) }
    if isHalf, tail.year == .open { return nil }
    if word(start).has(.last) || word(start + 1).has(.last), tail.year == .open { return nil }
    return TimeMatch(
      tail.end,
      .date(isHalf ? .half(number) : .quarter(number), tail.year, nil, weekday: nil),
      rule: "english/time.quarter")
  }
}
