import HearsayCore
import HearsayText

extension TimeScanner {
  /// A date of the calendar, with a weekday before it or not.
  func date(at start: Int) -> TimeMatch? {
    guard mayStartDate(start) else { return nil }
    let lead = weekdayLead(at: start)
    let from = lead?.end ?? start
    var best = monthFirst(at: from, weekday: lead?.value)
    best = longer(best, dayFirst(at: from, weekday: lead?.value))
    best = longer(best, numeric(at: from, weekday: lead?.value))
    if let lead, best == nil, let day = dayOfMonth(after: lead.end) {
      return TimeMatch(
        day.end, .date(.dayOfMonth(day.value), .open, nil, weekday: lead.value),
        rule: "english/time.weekday-day")
    }
    if let lead, best == nil, lead.end > start + 1 { return nil }
    return best
  }

  func longer(_ one: TimeMatch?, _ other: TimeMatch?) -> TimeMatch? {
    guard let one else { return other }
    guard let other else { return one }
    return other.end > one.end ? other : one
  }

  /// `Tuesday,` or `Tue` before a date.
  private func weekdayLead(at start: Int) -> (value: Int, end: Int)? {
    let day = word(start).weekday
    guard day > 0 else { return nil }
    var end = start + 1
    if isComma(end) || isMark(end, 0x28) { end += 1 }
    return (day, end)
  }

  /// `friday 23`, `tuesday the eleventh`: a day of the month that only a weekday goes before.
  private func dayOfMonth(after start: Int) -> (value: Int, end: Int)? {
    let from = isArticle(start) ? start + 1 : start
    if let day = ordinal(at: from), (1...31).contains(day.value), isBareDay(day.end) { return day }
    if let value = digits(start), (1...31).contains(value), digitCount(start) <= 2,
      !isMark(start + 1, 0x3A), !word(start + 1).has([.am, .pm]), word(start + 1).unit == nil,
      token(start + 1)?.kind != .word, !isHyphen(start + 1)
    {
      return (value, start + 1)
    }
    return nil
  }

  /// Whether nothing follows an ordinal that it could count: not `Tuesday the first generation`.
  private func isBareDay(_ end: Int) -> Bool {
    !isWord(end) || clock(at: end) != nil || phrase(end, .relation) != nil
      || !isCapital(end) && word(end).has([.at, .of, .and, .yearAfter])
  }

  func isArticle(_ index: Int) -> Bool {
    let roles = words[wordRow(index)].roles
    return roles.contains(.article) && roles.contains(.same)
  }

  /// `January 14, 2026`, `Feb. 3`, `May of 1998`, `December`.
  private func monthFirst(at start: Int, weekday: Int?) -> TimeMatch? {
    guard let month = month(at: start) else { return nil }
    var end = start + 1
    if isMark(end, 0x2E), isGlued(end), token(end + 1)?.kind == .number { end += 1 }
    let joined = isMark(end, 0x2F) || (isHyphen(end) && isGlued(end))
    let next = joined ? end + 1 : end
    if joined, let swapped = yearThenDay(month, at: next) { return swapped }
    if let day = dayNumber(at: next) {
      let tail = yearTail(after: day.end)
      return TimeMatch(
        tail.end, .date(.day(month: month, day: day.value), tail.year, nil, weekday: weekday),
        rule: "english/time.month-day")
    }
    guard weekday == nil else { return nil }
    let tail = joined && year(at: next) != nil ? yearTail(after: next) : yearTail(after: end)
    return TimeMatch(
      tail.end, .date(.month(month), tail.year, nil, weekday: nil), rule: "english/time.month")
  }

  /// `September-2020-23`.
  private func yearThenDay(_ month: Int, at start: Int) -> TimeMatch? {
    guard let year = digits(start, count: 4), isHyphen(start + 1),
      let day = digits(start + 2), (1...31).contains(day)
    else { return nil }
    return TimeMatch(
      start + 3, .date(.day(month: month, day: day), .known(year), nil, weekday: nil),
      rule: "english/time.numeric")
  }

  /// `14`, `14th`, `the 14th`, `first`; up to 31.
  private func dayNumber(at start: Int) -> (value: Int, end: Int)? {
    let from = isArticle(start) ? start + 1 : start
    if let day = ordinal(at: from), (1...31).contains(day.value),
      token(from)?.kind == .number || isBareDay(day.end) || year(at: day.end) != nil
    {
      return day
    }
    guard let value = digits(start), digitCount(start) <= 2, (1...31).contains(value),
      !(isMark(start + 1, 0x3A) && isGlued(start + 2)), !isMark(start + 1, 0x25),
      !isClockTail(start + 1)
    else { return nil }
    return (value, start + 1)
  }

  private func isClockTail(_ index: Int) -> Bool {
    let word = word(index)
    guard word.has([.am, .pm]) else { return false }
    return isGlued(index) || form(index).count > 1
  }

  /// `, 2026`, `of 1998`, `of that year`, `last year`.
  func yearTail(after start: Int) -> (year: TimeYear, end: Int) {
    var next = start
    if isComma(next) || word(next).has(.of) { next += 1 }
    if isHyphen(next) || isMark(next, 0x2F), isGlued(next), digits(next + 1, count: 4) != nil {
      next += 1
    }
    if next == start + 1, token(start)?.kind == .quote { return (.open, start) }
    if let year = year(at: next), isPlausible(next, year, commaBefore: isComma(start)) {
      return (
        era(year.value, year.end)?.0 ?? .known(year.value), era(year.value, year.end)?.1 ?? year.end
      )
    }
    if isQuoteMark(next), let short = digits(next + 1, count: 2) {
      return (.known(short < 40 ? 2000 + short : 1900 + short), next + 2)
    }
    if word(start).has(.of), let shifted = shiftedYear(at: start + 1) { return shifted }
    if let shifted = shiftedYear(at: start), !isArticle(start) { return shifted }
    return (.open, start)
  }

  func isQuoteMark(_ index: Int) -> Bool {
    guard token(index)?.kind == .quote else { return false }
    return isMark(index, 0x27) || form(index).elementsEqual("’".utf8)
      || form(index).elementsEqual("‘".utf8)
  }

  /// Guards against `In May 1,200 people`; a year after a comma must not count anything.
  private func isPlausible(_ index: Int, _ year: (value: Int, end: Int), commaBefore: Bool) -> Bool
  {
    year.value >= 1000 && !word(year.end).has(.notYear) && !isMark(year.end, 0x25)
      && !(isMark(year.end, 0x3A) && isGlued(year.end) && digits(year.end + 1) != nil)
  }

  /// `this year`, `that year`, `the same year`.
  private func shiftedYear(at start: Int) -> (year: TimeYear, end: Int)? {
    guard let shift = shift(at: start), word(shift.end).unit == .year else { return nil }
    return (.shifted(shift.value), shift.end + 1)
  }

  /// `BC`, `AD` after a year.
  func era(_ year: Int, _ index: Int) -> (TimeYear, Int)? {
    if word(index).has(.bc) { return (.before(year), index + 1) }
    if word(index).has(.ad), token(index)?.flags.contains(.allCapitals) ?? false {
      return (.known(year), index + 1)
    }
    return nil
  }

  /// `14 January 2026`, `the 23rd of August`, `22-Sep-1980`.
  func dayFirst(at start: Int, weekday: Int?) -> TimeMatch? {
    let from = isArticle(start) ? start + 1 : start
    var day = ordinal(at: from)
    if day == nil, let value = digits(from), digitCount(from) <= 2 { day = (value, from + 1) }
    guard let day, (1...31).contains(day.value), token(from - 1)?.kind != .symbol else {
      return nil
    }
    var next = day.end
    if let every = everyMonth(day.value, at: next) { return every }
    if word(next).unit == .day, day.end > from + 1 || word(from).ordinal != 0 { next += 1 }
    if isGlued(next), isHyphen(next) || isMark(next, 0x2F) { next += 1 }
    if next == day.end + 1, let swapped = dayYearMonth(day.value, at: next) { return swapped }
    if word(next).has(.of) { next += isArticle(next + 1) ? 2 : 1 }
    if word(next).month > 0, isDayMonth(next, after: day.end) {
      if from > start, isNoun(next + 1) { return nil }
      let dot = isMark(next + 1, 0x2E) && isGlued(next + 1) && year(at: next + 2) != nil ? 1 : 0
      let tail = yearTail(after: next + 1 + dot)
      return TimeMatch(
        tail.end,
        .date(.day(month: word(next).month, day: day.value), tail.year, nil, weekday: weekday),
        rule: "english/time.day-month")
    }
    return dayOfShiftedMonth(day.value, at: next, after: day.end)
      ?? bareOrdinal(day, from, start)
  }

  /// `19th of every month`.
  private func everyMonth(_ day: Int, at index: Int) -> TimeMatch? {
    guard word(index).has(.of), word(index + 1).has(.every), word(index + 2).unit == .month else {
      return nil
    }
    return TimeMatch(index + 3, .set("XXXX-XX-" + twoDigits(day)), rule: "english/time.set")
  }

  private func isDayMonth(_ index: Int, after end: Int) -> Bool {
    if index == end, isModal(index) { return false }
    return !word(index).has(.rarely) || isCapital(index) || index == end || isHyphen(index - 1)
  }

  private func dayYearMonth(_ day: Int, at start: Int) -> TimeMatch? {
    guard let year = digits(start, count: 4), isHyphen(start + 1), word(start + 2).month > 0 else {
      return nil
    }
    return TimeMatch(
      start + 3,
      .date(.day(month: word(start + 2).month, day: day), .known(year), nil, weekday: nil),
      rule: "english/time.numeric")
  }

  /// `the 28th of that month`, `the 15th day of next month`, `the 18th`.
  private func dayOfShiftedMonth(_ day: Int, at start: Int, after end: Int) -> TimeMatch? {
    if start > end, let shift = shift(at: start), word(shift.end).unit == .month {
      return TimeMatch(
        shift.end + 1, .date(.dayOfMonth(day), .open, shift.value, weekday: nil),
        rule: "english/time.day-of-month")
    }
    if start > end, isArticle(start - 1), word(start).unit == .month {
      return TimeMatch(
        start + 1,
        .date(.dayOfMonth(day), .open, TimeShift(step: 0, anchor: .story), weekday: nil),
        rule: "english/time.day-of-month")
    }
    return nil
  }

  /// `on the 18th`, `until the 5th`, with nothing behind it that it could count.
  private func bareOrdinal(
    _ day: (value: Int, end: Int), _ from: Int, _ start: Int
  ) -> TimeMatch? {
    guard from > start, day.end == from + 2, token(from)?.kind == .number,
      phrase(start - 1, .relation) != nil, !isWord(day.end) || word(day.end).has(.and)
    else { return nil }
    return TimeMatch(
      day.end, .date(.dayOfMonth(day.value), .open, nil, weekday: nil),
      rule: "english/time.ordinal-day")
  }
}
