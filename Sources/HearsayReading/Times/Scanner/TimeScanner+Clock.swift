import HearsayCore
import HearsayText

extension TimeScanner {
  /// A time of day with its zone, and the day if it follows.
  func clockPhrase(at start: Int) -> TimeMatch? {
    guard let clock = clock(at: start) else { return nil }
    var match = TimeMatch(clock.end, .today, rule: "english/time.clock")
    match.clock = clock.value
    return withDay(match, after: clock.end)
  }

  /// `12:00 UTC Monday`, `4 in the morning`, `5 p.m. EST, Nov. 6`.
  private func withDay(_ found: TimeMatch, after end: Int) -> TimeMatch {
    var match = found
    if let part = partTail(after: end) {
      match.part = part.code
      match.end = part.end
      if let day = part.day { match.meaning = .dayStep(day, .document) }
    }
    var next = match.end
    if isComma(next) || phrase(next, .relation)?.value == "at" { next += 1 }
    guard let day = dayCore(at: next) else { return match }
    match.end = day.end
    match.meaning = day.meaning
    match.part = day.part ?? match.part
    return match
  }

  /// A day that a time of day can go with.
  func dayCore(at index: Int) -> TimeMatch? {
    var best = longer(date(at: index), weekday(at: index))
    best = longer(best, deicticDay(at: index))
    best = longer(best, dayBySift(at: index))
    guard let best else { return nil }
    switch best.meaning {
    case .date(.day, _, _, _), .date(.dayOfMonth, _, _, _), .weekday, .dayStep:
      return withPart(best)
    default: return nil
    }
  }

  private func dayBySift(at index: Int) -> TimeMatch? {
    guard word(index).has([.last, .next, .this]), let match = shifted(at: index) else { return nil }
    if case .weekday = match.meaning { return match }
    return nil
  }

  /// `in the morning`, `this morning`, `tomorrow evening` after a time of day.
  private func partTail(after start: Int) -> (code: TimeCode, day: Int?, end: Int)? {
    var next = start
    if word(next).has(.of), isArticle(next + 1) { next += 2 }
    if word(next).has(.this) || word(next).has(.rarely) { next += 1 }
    if phrase(next, .edge) != nil, word(next + 1).part != nil { next += 1 }
    if let day = word(next).day, let part = word(next + 1).part { return (part, day, next + 2) }
    guard let part = word(next).part, !word(next).has(.plural) else { return nil }
    return (part, nil, next + 1)
  }

  /// `08:30`, `8 a.m.`, `0800 UTC`, `noon`, `half past eight`, `five-thirty`.
  func clock(at start: Int) -> (value: TimeClock, end: Int)? {
    if word(start).hour >= 0 {
      if word(start - 1).has(.article), !word(start + 1).has(.at) { return nil }
      return (TimeClock(hour: word(start).hour, minute: nil, certain: true), start + 1)
    }
    guard let found = digitClock(at: start) ?? spokenClock(at: start) else { return nil }
    return (found.value, zoneEnd(after: found.end))
  }

  /// Past `UTC`, `local time`, `(0735 GMT)`.
  private func zoneEnd(after start: Int) -> Int {
    var end = start
    if word(end).has(.zone),
      token(end)?.flags.contains(.allCapitals) ?? false || word(end + 1).has(.zoneTail)
    {
      end += 1
      if word(end).has(.zoneTail) { end += 1 }
    }
    return end
  }

  private func digitClock(at start: Int) -> (value: TimeClock, end: Int)? {
    guard token(start)?.kind == .number else { return nil }
    if let pointed = pointedClock(at: start) { return pointed }
    guard let value = digits(start) else { return nil }
    let count = digitCount(start)
    if count <= 2, isMark(start + 1, 0x3A), isGlued(start + 1), isGlued(start + 2),
      let minute = digits(start + 2, count: 2)
    {
      return clockWithMinutes(value, minute, start)
    }
    if count == 4, value / 100 < 24, value % 100 < 60 {
      let clock = TimeClock(hour: value / 100, minute: value % 100, certain: true)
      if word(start + 1).has(.zone), isCapital(start + 1) { return (clock, start + 1) }
      if let half = halfOfDay(at: start + 1) { return shiftedHour(clock, half.evening, half.end) }
      return nil
    }
    guard count <= 2, (1...12).contains(value) else {
      return nil
    }
    if let half = halfOfDay(at: start + 1) {
      return shiftedHour(TimeClock(hour: value, minute: nil), half.evening, half.end)
    }
    if word(start + 1).has(.oclock) { return (TimeClock(hour: value), start + 2) }
    if word(start + 1).has(.of), isArticle(start + 2), word(start + 3).part != nil,
      phrase(start - 1, .relation) != nil || word(start - 1).has(.at)
    {
      return (TimeClock(hour: value), start + 1)
    }
    return nil
  }

  /// A time of day with a point in it: `8.30pm`, `6.45 p.m.`.
  private func pointedClock(at start: Int) -> (value: TimeClock, end: Int)? {
    guard halfOfDay(at: start + 1) != nil else { return nil }
    let bytes = Array(form(start))
    guard let dot = bytes.firstIndex(of: 0x2E), bytes.count - dot == 3,
      let hour = wholeNumber(bytes[..<dot]), let minute = wholeNumber(bytes[(dot + 1)...]),
      hour <= 24, minute < 60, let half = halfOfDay(at: start + 1)
    else { return nil }
    return shiftedHour(TimeClock(hour: hour, minute: minute), half.evening, half.end)
  }

  private func clockWithMinutes(
    _ hour: Int, _ minute: Int, _ start: Int
  ) -> (value: TimeClock, end: Int)? {
    guard hour <= 24, minute < 60, !isMark(start - 1, 0x3A) else { return nil }
    var clock = TimeClock(hour: hour, minute: minute, certain: hour > 12 || digitCount(start) == 2)
    var end = start + 3
    if isMark(end, 0x3A), isGlued(end), let second = digits(end + 1, count: 2), second < 60 {
      clock.second = second
      end += 2
    }
    if let half = halfOfDay(at: end) { return shiftedHour(clock, half.evening, half.end) }
    return (clock, end)
  }

  /// `a.m.`, `pm`; a bare `a` or `p` only when glued to the digits.
  private func halfOfDay(at index: Int) -> (evening: Bool, end: Int)? {
    let word = word(index)
    guard word.has([.am, .pm]) else { return nil }
    if form(index).count == 1, !isGlued(index) { return nil }
    let evening = word.has(.pm)
    if isMark(index + 1, 0x2E), isGlued(index + 1), isWord(index + 2), !isCapital(index + 2) {
      return (evening, index + 2)
    }
    return (evening, index + 1)
  }

  private func shiftedHour(
    _ clock: TimeClock, _ evening: Bool, _ end: Int
  ) -> (value: TimeClock, end: Int)? {
    var clock = clock
    if evening, clock.hour < 12 { clock.hour += 12 }
    if !evening, clock.hour == 12 { clock.hour = 0 }
    clock.certain = true
    return (clock, end)
  }

  /// `half past eight`, `quarter to nine`, `five-thirty`, `seven o'clock`, `six pm`.
  private func spokenClock(at start: Int) -> (value: TimeClock, end: Int)? {
    if let past = pastTheHour(at: start) { return past }
    let hour = word(start).numeral
    guard (1...12).contains(hour) else { return nil }
    if word(start + 1).has(.oclock) { return (TimeClock(hour: hour), start + 2) }
    if let half = halfOfDay(at: start + 1), form(start + 1).count > 1 {
      return shiftedHour(TimeClock(hour: hour), half.evening, half.end)
    }
    let next = isHyphen(start + 1) ? start + 2 : start + 1
    guard word(start - 1).has(.at), let minutes = wordAmount(at: next),
      let minute = minutes.amount.whole,
      (10..<60).contains(minute), word(minutes.end).unit == nil
    else { return nil }
    return (TimeClock(hour: hour, minute: minute), minutes.end)
  }

  private func pastTheHour(at start: Int) -> (value: TimeClock, end: Int)? {
    var minutes = 0
    var end = start + 1
    if word(start).has(.half) {
      minutes = 30
    } else if word(start).has(.quarterWord) {
      minutes = 15
    } else if let spoken = wordAmount(at: start), let whole = spoken.amount.whole, whole < 60 {
      (minutes, end) = (whole, spoken.end)
      if word(end).unit == .minute { end += 1 }
    } else {
      return nil
    }
    let joint = word(end)
    guard joint.has([.pastHour, .toHour]), let hour = hourNumber(at: end + 1) else { return nil }
    let led = word(start - 1).has(.at) || phrase(start - 1, .relation) != nil
    guard led || minutes % 15 == 0 || partTail(after: end + 2) != nil else { return nil }
    if joint.has(.pastHour) { return (TimeClock(hour: hour, minute: minutes), end + 2) }
    guard minutes > 0 else { return nil }
    return (TimeClock(hour: hour == 1 ? 12 : hour - 1, minute: 60 - minutes), end + 2)
  }

  private func hourNumber(at index: Int) -> Int? {
    let value = digits(index) ?? word(index).numeral
    guard (1...12).contains(value), word(index + 1).unit == nil, word(index + 1).month == 0 else {
      return nil
    }
    return value
  }

  /// A time of day after a day: `Friday at 5`, `today before 4pm`, `Feb 1st no later than 6:00`.
  func clockTail(after start: Int) -> (value: TimeClock, end: Int)? {
    var next = start
    if isComma(next) { next += 1 }
    let led = word(next).has(.at) || phrase(next, .relation)?.value == "at"
    if led { next += 1 }
    if led, let found = clock(at: next) { return found }
    if !led, next == start, word(next).hour >= 0 {
      return (TimeClock(hour: word(next).hour, certain: true), next + 1)
    }
    if !led,
      let found = digitClock(at: next)
        ?? spokenClock(at: next).flatMap({ $0.value.certain ? $0 : nil })
    {
      return (found.value, zoneEnd(after: found.end))
    }
    guard led, let hour = digits(next) ?? (word(next).numeral > 0 ? word(next).numeral : nil),
      (1...12).contains(hour), digitCount(next) <= 2 || isWord(next),
      token(next + 1)?.kind != .word,
      !isHyphen(next + 1), !isMark(next + 1, 0x2F), !isMark(next + 1, 0x25),
      token(next + 1)?.kind != .symbol
    else { return nil }
    return (TimeClock(hour: hour), next + 1)
  }
}
