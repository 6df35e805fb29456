import HearsayCore
import HearsayText

extension TimeScanner {
  /// `last`, `this`, `the following`, `that`, `the same`, with what it counts from.
  func shift(at start: Int) -> (value: TimeShift, end: Int)? {
    let hasArticle = word(start).has(.article)
    let at =
      hasArticle && word(start + 1).has([.last, .next, .before, .after, .same, .this])
        && !isArticle(start + 1) ? start + 1 : start
    let word = word(at)
    if word.has(.last) {
      let rolling = at > start || word.ordinal == 0
      return (TimeShift(step: -1, anchor: .document, rolling: rolling), at + 1)
    }
    if word.has(.this) { return (TimeShift(step: 0, anchor: .document), at + 1) }
    if word.has(.next) {
      let anchor: TimeAnchor = at > start ? .story : .document
      return (TimeShift(step: 1, anchor: anchor, rolling: at > start), at + 1)
    }
    if word.has(.before) { return (TimeShift(step: -1, anchor: .story), at + 1) }
    if word.has(.after) { return (TimeShift(step: 1, anchor: .story), at + 1) }
    if word.has(.same) {
      // "that same day"
      let end =
        !isArticle(at) && self.word(at + 1).has(.same) && !isArticle(at + 1) ? at + 2 : at + 1
      return (TimeShift(step: 0, anchor: .story), end)
    }
    return nil
  }

  /// `last week`, `this Friday`, `next May`, `the past three months`, `that night`.
  func shifted(at start: Int) -> TimeMatch? {
    guard let shift = shift(at: start) else { return nil }
    let plain = isArticle(shift.end - 1) && shift.end == start + 1
    if !plain, let count = countedUnits(at: shift.end, shift.value) { return count }
    let core = skipAdjectives(shift.end)
    if let latest = latestPeriod(shift.value, at: core) { return latest }
    if let joined = comparedUnit(at: shift.end, plain) ?? sameThen(at: shift.end) { return joined }
    if plain, let count = definiteCount(at: shift.end) { return count }
    if let unit = word(core).unit, word(core).has(.plural), core == shift.end, unit >= .day {
      return plain || shift.value.step == 0 ? nil : shiftedPlural(unit, shift.value, core + 1)
    }
    if let unit = word(core).unit, !word(core).has(.plural) {
      return shiftedUnit(unit, shift.value, start, core, plain)
    }
    guard core == shift.end else { return nil }
    return plain ? nil : shiftedName(shift.value, at: core)
  }

  /// `the latest period`: the quarter that is reported on.
  private func latestPeriod(_ shift: TimeShift, at index: Int) -> TimeMatch? {
    guard word(index).has(.period), shift.step == -1, shift.anchor == .document,
      word(index - 1).ordinal != 0, isArticle(index - 2), !word(index + 1).has(.of)
    else { return nil }
    return TimeMatch(
      index + 1, .unit(.quarter, TimeShift(step: 0, anchor: .story)), rule: "english/time.period")
  }

  /// `the year-ago quarter`, `the comparable year-earlier nine months`.
  private func comparedUnit(at found: Int, _ plain: Bool) -> TimeMatch? {
    let start = word(found).has(.compared) ? found + 1 : found
    guard plain, let unit = word(start).unit, unit >= .quarter, isHyphen(start + 1),
      word(start + 2).has([.ago, .back])
    else { return nil }
    let after = skipAdjectives(start + 3)
    if let count = definiteCount(at: after) { return count }
    let last = ordinal(at: after)?.end ?? after
    guard let inner = spanUnit(last), inner >= .month else { return nil }
    return TimeMatch(
      last + 1, .offset(TimeAmount(4), .quarter, sign: -1, .story), rule: "english/time.compared")
  }

  /// A unit, or `period`, which is whatever was spoken of.
  private func spanUnit(_ index: Int) -> TimeUnit? {
    word(index).unit ?? (word(index).has(.period) ? .quarter : nil)
  }

  /// `the nine months`: a length that is known already.
  private func definiteCount(at start: Int) -> TimeMatch? {
    guard !word(start).has(.article), word(start).ordinal == 0, let amount = amount(at: start),
      let unit = word(skipAdjectives(amount.end)).unit, unit > .second
    else { return nil }
    let core = skipAdjectives(amount.end)
    guard word(core).has(.plural), !isCapital(core),
      !word(core + 1).has([.ago, .back, .ahead, .age])
    else {
      return nil
    }
    return TimeMatch(
      core + 1, .duration([TimeSpanPart(amount: amount.amount, unit: unit)]),
      rule: "english/time.length")
  }

  /// `the same month a year ago`, `the same period last year`.
  private func sameThen(at start: Int) -> TimeMatch? {
    guard spanUnit(start) != nil, word(start - 1).has(.same), !isArticle(start - 1) else {
      return nil
    }
    let of = word(start + 1).has(.of) ? start + 2 : start + 1
    if let shift = shift(at: of), shift.value.step == -1, word(shift.end).unit == .year {
      return sameYearsBefore(shift.end + 1)
    }
    guard word(of).has(.one), word(of + 1).unit == .year, word(of + 2).has([.ago, .back]) else {
      return nil
    }
    return sameYearsBefore(of + 3)
  }

  private func sameYearsBefore(_ end: Int) -> TimeMatch {
    TimeMatch(
      end, .offset(TimeAmount(12), .month, sign: -1, .story), rule: "english/time.compared")
  }

  func skipAdjectives(_ start: Int) -> Int {
    var end = start
    while end < start + 2, word(end).has(.adjective), word(end).unit == nil { end += 1 }
    return end
  }

  /// `the past three months`, `the next several days`: a length that ends or begins now.
  private func countedUnits(at start: Int, _ shift: TimeShift) -> TimeMatch? {
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
  private func shiftedPlural(_ unit: TimeUnit, _ shift: TimeShift, _ end: Int) -> TimeMatch {
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
  private func nthWeekday(_ nth: (value: Int, end: Int)) -> TimeMatch? {
    let day = word(nth.end).weekday
    guard day > 0, (-1...5).contains(nth.value), word(nth.end + 1).has(.of),
      let inner = point(at: nth.end + 2)
    else { return nil }
    return TimeMatch(
      inner.end, .nthWeekday(nth.value, day, of: inner.meaning), rule: "english/time.nth-weekday")
  }

  private func shiftedUnit(
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

  /// `last Friday`, `this May`, `next summer`, `last Christmas`, `this morning`, `that evening`.
  private func shiftedName(_ shift: TimeShift, at index: Int) -> TimeMatch? {
    if let holiday = phrase(index, .holiday) {
      return TimeMatch(
        index + holiday.words.count,
        .date(.holiday(holiday.row), .open, shift, weekday: nil), rule: "english/time.holiday")
    }
    let word = word(index)
    if word.weekday > 0, !isNamePart(index) {
      // "that Sun", "the following Wed" are no days, "next Wed" is one.
      if word.has(.rarely), shift.anchor == .story { return nil }
      return TimeMatch(index + 1, .weekday(word.weekday, shift), rule: "english/time.weekday")
    }
    if let month = month(at: index) {
      let full = date(at: index)
      if case .date(let piece, .open, nil, let weekday)? = full?.meaning, let full {
        return TimeMatch(full.end, .date(piece, .open, shift, weekday: weekday), rule: full.rule)
      }
      if full == nil || full?.end == index + 1 {
        return TimeMatch(
          index + 1, .date(.month(month), .open, shift, weekday: nil), rule: "english/time.month")
      }
      return nil
    }
    if let full = date(at: index), case .date(let piece, .open, nil, let weekday) = full.meaning {
      return TimeMatch(full.end, .date(piece, .open, shift, weekday: weekday), rule: full.rule)
    }
    if let season = word.season {
      return TimeMatch(
        index + 1, .date(.season(season.text), .open, shift, weekday: nil),
        rule: "english/time.season")
    }
    if let part = word.part, !word.has(.plural) {
      let shift =
        part == .night || shift.anchor == .story ? shift : TimeShift(step: 0, anchor: .document)
      var match = TimeMatch(index + 1, .unit(.day, shift), rule: "english/time.part")
      match.part = part
      return match
    }
    return nil
  }

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

  private func part(
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

  /// A weekday, alone or with an ordinal day.
  func weekday(at start: Int) -> TimeMatch? {
    let word = word(start)
    guard word.weekday > 0, !isNamePart(start) else { return nil }
    if word.has(.rarely), !isWeekdayHere(start) { return nil }
    if word.has(.plural) {
      return TimeMatch(start + 1, .set("XXXX-WXX-\(word.weekday)"), rule: "english/time.weekdays")
    }
    return TimeMatch(start + 1, .weekday(word.weekday, nil), rule: "english/time.weekday")
  }

  private func isWeekdayHere(_ index: Int) -> Bool {
    isCapital(index)
      && (word(index + 1).has(.at) && clockTail(after: index + 1) != nil
        || word(index + 1).part != nil || word(index - 1).weekday > 0
        || word(index - 2).weekday > 0 && word(index - 1).has(.and)
        || isWeekOf(index - 1))
  }

  private func isWeekOf(_ index: Int) -> Bool {
    word(index).unit == .week || word(index).weekday > 0
      || word(index).has(.and) == false && isComma(index) && word(index - 1).weekday > 0
  }

  /// `the Sunday Times`, `Bloody Sunday`.
  private func isNamePart(_ index: Int) -> Bool {
    guard isCapital(index) else { return false }
    if word(index + 1).has(.nameAfter), isCapital(index + 1) { return true }
    return word(index - 1).has(.nameBefore) && isCapital(index - 1)
  }
}
