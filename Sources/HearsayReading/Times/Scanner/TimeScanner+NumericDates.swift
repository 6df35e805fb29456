import HearsayCore
import HearsayText

/// Dates in digits: "2026-11-22", "22/11/2026", "20261122".
extension TimeScanner {
  /// `2026-01-14`, `14/01/2026`, `20260114`, `10/14`.
  func numeric(at start: Int, weekday: Int?) -> TimeMatch? {
    guard let first = digits(start) else { return nil }
    if digitCount(start) == 8 { return compact(first, start) }
    if let match = yearFirst(first, start) ?? yearThenMonth(first, start) { return match }
    return dayAndMonth(first, start, weekday)
  }

  private func compact(_ value: Int, _ start: Int) -> TimeMatch? {
    let (year, month, day) = (value / 10000, value / 100 % 100, value % 100)
    guard (1900...2100).contains(year), (1...12).contains(month), (1...31).contains(day) else {
      return nil
    }
    return full(year, month, day, start + 1)
  }

  private func full(_ year: Int, _ month: Int, _ day: Int, _ end: Int) -> TimeMatch {
    TimeMatch(
      end, .date(.day(month: month, day: day), .known(year), nil, weekday: nil),
      rule: "english/time.numeric")
  }

  /// `2017 April`.
  private func yearThenMonth(_ year: Int, _ start: Int) -> TimeMatch? {
    guard digitCount(start) == 4, (1500...2100).contains(year), word(start + 1).month > 0,
      !word(start + 1).has(.doubtful), digits(start + 2) == nil, ordinal(at: start + 2) == nil
    else { return nil }
    return TimeMatch(
      start + 2, .date(.month(word(start + 1).month), .known(year), nil, weekday: nil),
      rule: "english/time.year-month")
  }

  private func isJoint(_ index: Int) -> Bool {
    isGlued(index) && isGlued(index + 1)
      && (isMark(index, 0x2D) || isMark(index, 0x2F) || isMark(index, 0x2E))
  }

  private func yearFirst(_ year: Int, _ start: Int) -> TimeMatch? {
    guard digitCount(start) == 4, isJoint(start + 1) else { return nil }
    let named = word(start + 2).month
    let month = named > 0 ? named : digitCount(start + 2) <= 2 ? digits(start + 2) ?? 0 : 0
    guard (1...12).contains(month) else { return nil }
    if isJoint(start + 3), let day = digits(start + 4), (1...31).contains(day) {
      return full(year, month, day, start + 5)
    }
    guard named > 0 || (digitCount(start + 2) == 2 && (1900...2100).contains(year)),
      !isMark(start + 1, 0x2E), !isMark(start + 1, 0x2D) || month < year % 100
    else { return nil }
    return TimeMatch(
      start + 3, .date(.month(month), .known(year), nil, weekday: nil),
      rule: "english/time.numeric")
  }

  /// Month first as in America, unless it cannot be one; or a decimal form `7.6` after a weekday.
  private func dayAndMonth(_ first: Int, _ start: Int, _ weekday: Int?) -> TimeMatch? {
    guard digitCount(start) <= 2, isJoint(start + 1), !isJoint(start - 1),
      digitCount(start + 2) <= 2, let second = digits(start + 2)
    else { return nil }
    let swapped = first > 12 || (dayFirst && second <= 12)
    let (month, day) = swapped ? (second, first) : (first, second)
    guard (1...12).contains(month), (1...31).contains(day) else { return nil }
    if isJoint(start + 3), form(start + 3) == form(start + 1), let year = digits(start + 4) {
      let count = digitCount(start + 4)
      guard count == 4 || count == 2 else { return nil }
      return full(count == 4 ? year : year < 40 ? 2000 + year : 1900 + year, month, day, start + 5)
    }
    guard isMark(start + 1, 0x2F), !isJoint(start + 3), isDatePlace(start, weekday) else {
      return nil
    }
    return TimeMatch(
      start + 3, .date(.day(month: month, day: day), .open, nil, weekday: weekday),
      rule: "english/time.numeric")
  }

  /// `on 10/14`; not `1/2 cup`, `9/10 of`.
  private func isDatePlace(_ index: Int, _ weekday: Int?) -> Bool {
    if weekday != nil { return true }
    let before = word(index - 1)
    return before.has([.yearAfter, .at, .next, .this, .last]) || before.has(.yearLoose)
      || isComma(index - 1) || index == floor
  }
}
