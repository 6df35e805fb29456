import HearsayCore
import HearsayText

extension TimeScanner {
  func skipAdjectives(_ start: Int) -> Int {
    var end = start
    while end < start + 2, word(end).has(.adjective), word(end).unit == nil { end += 1 }
    return end
  }

  /// `the past three months`, `the next several days`: a length that ends or begins now.
  func countedUnits(at start: Int, _ shift: TimeShift) -> TimeMatch? {
    guard !word(start).has(.one) || word(start).numeral > 0, shift.step != 0,
      let amount = amount(at: start)
    else { return nil }
    if word(start).has(.article), word(start).numeral < 0 { return nil }
    var end = skipAdjectives(amount.end)
    if isHyphen(end) { end += 1 }
    guard let unit = word(end).unit else { return nil }
    var match = TimeMatch(
      end + 1, .duration([TimeSpanPart(amount: amount.amount, unit: unit)]),
      rule: "english/time.rolling")
    match.mod = shift.step < 0 ? "<" : ">"
    return match
  }

  /// `coming months`, `past weeks`, `the following days`.
  func shiftedPlural(_ unit: TimeUnit, _ shift: TimeShift, _ end: Int) -> TimeMatch {
    let parts = [TimeSpanPart(amount: .some, unit: unit)]
    let vague = TimeMeaning.reference(shift.step < 0 ? "PAST_REF" : "FUTURE_REF")
    return TimeMatch(
      end, shift.anchor == .document ? vague : .duration(parts), rule: "english/time.vague-units")
  }

  /// `year-end`, `the year's end`, `month's end`.
  func unitEnd(at start: Int) -> TimeMatch? {
    let at = isArticle(start) ? start + 1 : start
    guard let unit = word(at).unit, unit >= .week, !word(at).has(.plural) else { return nil }
    let clitic = token(at + 1)?.flags.contains(.clitic) ?? false
    let next = clitic || isHyphen(at + 1) ? at + 2 : at + 1
    guard word(next).has(.endWord), next > at + 1 || unit == .year else { return nil }
    let tail = yearTail(after: next + 1)
    var match = TimeMatch(
      tail.end, .unit(unit, TimeShift(step: 0, anchor: .story)), rule: "english/time.unit-end")
    if unit == .year, tail.year != .open {
      match.meaning = .date(.whole, tail.year, nil, weekday: nil)
    } else {
      match.end = next + 1
    }
    match.mod = "END"
    return match
  }

  /// `the first Monday in November`, `the last Friday of the month`.
  func nthWeekday(_ nth: (value: Int, end: Int)) -> TimeMatch? {
    let day = word(nth.end).weekday
    guard day > 0, (-1...5).contains(nth.value), word(nth.end + 1).has(.of),
      let inner = point(at: nth.end + 2)
    else { return nil }
    return TimeMatch(
      inner.end, .nthWeekday(nth.value, day, of: inner.meaning), rule: "english/time.nth-weekday")
  }

  func shiftedUnit(
    _ unit: TimeUnit, _ shift: TimeShift, _ start: Int, _ core: Int, _ plain: Bool
  ) -> TimeMatch? {
    if unit == .second || unit == .season || unit < .part && shift.step == 0 { return nil }
    if plain { return definiteUnit(unit, start, core) }
    if shift.rolling, shift.step < 0, unit >= .week, unit <= .year, word(start).has(.article),
      isPast(core, start)
    {
      var match = TimeMatch(
        core + 1, .duration([TimeSpanPart(amount: TimeAmount(1), unit: unit)]),
        rule: "english/time.rolling")
      match.mod = "<"
      return match
    }
    var match = TimeMatch(core + 1, .unit(unit, shift), rule: "english/time.unit")
    if unit == .night {
      match.meaning = .unit(.day, shift)
      match.part = .night
    }
    if let inner = weekdayInside(unit, shift, after: core + 1) { return inner }
    if unit == .year, shift.anchor == .document, let tail = quarterTail(core + 1, shift) {
      return tail
    }
    return match
  }

  /// Whether the shift word is `past` and not `last`: the second form in the rules.
  private func isPast(_ core: Int, _ start: Int) -> Bool {
    (start..<core).contains { word($0).has(.last) && word($0).ordinal == 0 }
  }

  /// `next week on Tuesday`, `next week Mon`, `previous week - Monday`.
  private func weekdayInside(_ unit: TimeUnit, _ shift: TimeShift, after end: Int) -> TimeMatch? {
    guard unit == .week else { return nil }
    let next =
      isHyphen(end) || word(end).has(.at) || phrase(end, .relation)?.value == "at"
      ? end + 1 : end
    let day = word(next).weekday
    guard day > 0 else { return nil }
    return TimeMatch(
      next + 1, .weekdayIn(day, unit, shift), rule: "english/time.weekday-of-week")
  }

  /// `next year's first quarter`.
  private func quarterTail(_ start: Int, _ shift: TimeShift) -> TimeMatch? {
    guard token(start)?.flags.contains(.clitic) ?? false, let nth = ordinal(at: start + 1),
      word(nth.end).unit == .quarter
    else { return nil }
    return TimeMatch(
      nth.end + 1, .date(.quarter(nth.value), .shifted(shift), nil, weekday: nil),
      rule: "english/time.quarter")
  }

  /// `the weekend`, `the quarter`; other units only where a preposition makes them a time.
  private func definiteUnit(_ unit: TimeUnit, _ start: Int, _ core: Int) -> TimeMatch? {
    let end = core + 1
    let shift = TimeShift(step: 0, anchor: .story)
    if word(end).has(.of), !isWeakUnit(unit) { return nil }
    switch unit {
    case .weekend:
      return TimeMatch(
        end, .unit(unit, TimeShift(step: 0, anchor: .document)), rule: "english/time.weekend")
    case .quarter, .month, .year, .week, .day:
      let led =
        word(start - 1).has([.yearAfter, .of]) || phrase(start - 1, .relation) != nil
        || token(start - 1)?.kind == .stop
      guard led || unit == .quarter else { return nil }
      if unit == .year, word(end).has(.ended) {
        let part = TimeSpanPart(amount: TimeAmount(1), unit: unit)
        return TimeMatch(end, .duration([part]), rule: "english/time.year-ended")
      }
      return TimeMatch(end, .unit(unit, shift), rule: "english/time.the-unit")
    default: return nil
    }
  }

  private func isWeakUnit(_ unit: TimeUnit) -> Bool { unit == .weekend }

  /// `the day before`, `the year after`, `the day following`, `the day after tomorrow`.
  func beside(at start: Int) -> TimeMatch? {
    guard isArticle(start), let unit = word(start + 1).unit else { return nil }
    let end = start + 2
    let word = word(end)
    let sign = word.has([.before, .back]) ? -1 : word.has([.ahead, .after]) ? 1 : 0
    guard sign != 0, unit >= .day, !word.has(.last) else { return nil }
    let one = TimeAmount(1)
    if let base = point(at: end + 1) {
      return TimeMatch(
        base.end, .offset(one, unit, sign: sign, .at(base.meaning)), rule: "english/time.beside")
    }
    guard !isWord(end + 1) || unit == .day || unit == .year || unit == .night else { return nil }
    var match = TimeMatch(
      end + 1, .offset(one, unit == .night ? .day : unit, sign: sign, .story),
      rule: "english/time.beside")
    if isWord(end + 1) { match.end = end + 1 }
    if unit == .night { match.part = .night }
    return match
  }

  /// A point one can count from; it holds no further point, so that reading stays linear.
  func point(at start: Int) -> TimeMatch? {
    var best = longer(date(at: start), weekday(at: start))
    best = longer(best, deicticDay(at: start))
    best = longer(best, holiday(at: start))
    best = longer(best, shifted(at: start))
    best = longer(best, season(at: start))
    best = longer(best, yearLike(at: start))
    best = longer(best, reference(at: start))
    guard let best, best.clock == nil else { return nil }
    switch best.meaning {
    case .date, .weekday, .dayStep, .unit, .weekdayIn: return best
    case .reference(let value): return value == "PRESENT_REF" ? best : nil
    default: return nil
    }
  }
}
