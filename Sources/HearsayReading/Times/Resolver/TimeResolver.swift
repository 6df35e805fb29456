import HearsayCore

/// Which way a clause looks.
enum Tense: Sendable { case past, future, none }

/// The date the story spoke of last.
struct StoryDate: Sendable {
  var day: Day
  var grain: TimeUnit
  /// The token it stands at.
  var position: Int
}

/// An expression on the calendar, before part of day and modifier.
struct ResolvedTime: Sendable {
  var value: String
  var type: TimexType = .date
  var first: Day?
  var last: Day?
  var grain: TimeUnit = .day
  var how = ""

  init(_ value: String, _ days: ClosedRange<Day>? = nil, grain: TimeUnit = .day, how: String = "") {
    self.value = value
    self.first = days?.lowerBound
    self.last = days?.upperBound
    self.grain = grain
    self.how = how
  }

  init(day: Day, how: String) {
    self.init(day.description, day...day, grain: .day, how: how)
  }
}

/// Places expressions on the calendar, against one publication day or none.
struct TimeResolver: Sendable {
  let tables: TimeTables
  /// The day of publication that is assumed.
  var document: Day?
  var story: StoryDate?
  /// The first day of the quarter spoken of last: reports of results stay in it.
  var quarter: Day?
  /// The last day spoken of, and where: times of day in the same passage belong to it.
  var lastDay: (day: Day, position: Int)?
  /// The token now read.
  var position = 0
  /// Whether the article tells a history: its dates hang on each other, not on its publication.
  var narrative = false
  var tense = Tense.none

  /// Against what open dates are counted.
  var base: Day? {
    if narrative { return story?.day ?? document }
    if let document { return document }
    return story.flatMap { position - $0.position < 60 ? $0.day : nil }
  }

  func resolve(_ meaning: TimeMeaning) -> ResolvedTime {
    switch meaning {
    case .date(let piece, let year, let shift, let weekday):
      date(piece, year, shift, weekday)
    case .weekday(let day, let shift): weekday(day, shift)
    case .weekdayIn(let day, _, let shift): weekdayInWeek(day, shift)
    case .unit(let unit, let shift): self.unit(unit, shift)
    case .nth(let nth, let unit, let of): self.nth(nth, unit, resolve(of))
    case .nthWeekday(let nth, let day, let of): nthWeekday(nth, day, resolve(of))
    case .years(let prefix, let digits, let before): years(prefix, digits, before)
    case .dayStep(let step, _): dayStep(step)
    case .offset(let amount, let unit, let sign, let anchor): offset(amount, unit, sign, anchor)
    case .duration(let parts): duration(parts)
    case .set(let value): plain(value, .set)
    case .reference(let value): reference(value)
    case .today: today()
    case .someDay: ResolvedTime("XXXX-XX-XX", how: "no day is said")
    case .fixed(let value): plain(value, .duration)
    }
  }

  func plain(_ value: String, _ type: TimexType) -> ResolvedTime {
    var found = ResolvedTime(value)
    found.type = type
    found.how = "as written"
    return found
  }

  /// The day an anchor stands for, and how it is called.
  func day(of anchor: TimeAnchor) -> (day: Day, name: String, grain: TimeUnit)? {
    switch anchor {
    case .document: return document.map { ($0, "publication \($0)", .day) }
    case .story:
      if let story { return (story.day, "the date before, \(story.day)", story.grain) }
      return day(of: .document)
    case .at(let meaning):
      let found = resolve(meaning)
      return found.first.map { ($0, found.value, found.grain) }
    }
  }

  private func dayStep(_ step: Int) -> ResolvedTime {
    guard let document else {
      return ResolvedTime(step == 0 ? "PRESENT_REF" : step < 0 ? "PAST_REF" : "FUTURE_REF")
    }
    let day = document.adding(step)
    let name =
      step == 0
      ? "the day of publication"
      : "\(abs(step)) day \(step < 0 ? "before" : "after") publication \(document)"
    return ResolvedTime(day: day, how: name)
  }

  /// The day spoken of a few sentences ago at most.
  var nearDay: Day? { lastDay.flatMap { position - $0.position < 150 ? $0.day : nil } }

  /// The day a time of day belongs to when none is said: the story's last, if that was one.
  private func today() -> ResolvedTime {
    if narrative { return ResolvedTime("XXXX-XX-XX", how: "no day is said") }
    if let day = nearDay { return ResolvedTime(day: day, how: "the day spoken of before") }
    guard let document else { return ResolvedTime("XXXX-XX-XX", how: "no day is said") }
    return ResolvedTime(day: document, how: "the day of publication \(document)")
  }

  private func reference(_ value: String) -> ResolvedTime {
    var found = ResolvedTime(value, how: "vague")
    guard let document else { return found }
    switch value {
    case "PRESENT_REF": (found.first, found.last) = (document, document)
    case "PAST_REF": found.last = document
    default: found.first = document
    }
    return found
  }

  private func duration(_ parts: [TimeSpanPart]) -> ResolvedTime {
    if parts.count == 1, parts[0].unit == .weekend, let count = parts[0].amount.whole {
      return plain("P\(count)WE", .duration)
    }
    return plain(durationValue(parts), .duration)
  }

  private func years(_ prefix: Int, _ digits: Int, _ before: Bool) -> ResolvedTime {
    let text = String(prefix)
    let padded = String(repeating: "0", count: max(0, digits - text.utf8.count)) + text
    if before { return ResolvedTime("BC" + padded, grain: .century, how: "as written") }
    let length = digits == 3 ? 10 : 100
    let from = prefix * length
    let days = Day(year: max(1, from), month: 1, day: 1).flatMap { first in
      Day(year: from + length - 1, month: 12, day: 31).map { first...$0 }
    }
    return ResolvedTime(padded, days, grain: digits == 3 ? .decade : .century, how: "as written")
  }

  /// `the last week of March`: the nth unit inside what was resolved.
  private func nth(_ nth: Int, _ unit: TimeUnit, _ outer: ResolvedTime) -> ResolvedTime {
    guard let first = outer.first, let last = outer.last, abs(nth) < 400 else {
      return ResolvedTime(outer.value, grain: unit, how: outer.how)
    }
    let how = "inside \(outer.value)"
    switch unit {
    case .day:
      let day = nth > 0 ? first.adding(nth - 1) : last
      return ResolvedTime(day: min(day, last), how: how)
    case .week, .fortnight:
      let day = nth > 0 ? first.adding((nth - 1) * 7) : last.adding(-6)
      return week(of: min(day, last), how)
    case .weekend:
      let start =
        nth > 0
        ? first.adding((6 - first.weekday + 7) % 7 + (nth - 1) * 7)
        : last.adding(-((last.weekday + 1) % 7))
      return weekend(start, how)
    case .month:
      let (year, month, _) = first.civil
      let to = monthStep(year, month, nth > 0 ? nth - 1 : Int(last.number - first.number) / 31)
      return self.month(to.year, to.month, how)
    case .year:
      let year = nth > 0 ? first.civil.year + nth - 1 : last.civil.year
      return self.year(year, how)
    default: return ResolvedTime(outer.value, first...last, grain: unit, how: how)
    }
  }

  private func nthWeekday(_ nth: Int, _ weekday: Int, _ outer: ResolvedTime) -> ResolvedTime {
    guard let first = outer.first, let last = outer.last else {
      return ResolvedTime("XXXX-WXX-\(weekday)", how: outer.how)
    }
    let day =
      nth > 0
      ? first.adding((weekday - first.weekday + 7) % 7 + (nth - 1) * 7)
      : last.adding(-((last.weekday - weekday + 7) % 7))
    return ResolvedTime(day: day, how: "inside \(outer.value)")
  }

  func week(of day: Day, _ how: String) -> ResolvedTime {
    let (year, week) = isoWeek(day)
    let first = day.adding(1 - day.weekday)
    let start = first.adding(tables.weekStart == 7 ? -1 : 0)
    return ResolvedTime(
      "\(fourDigits(year))-W\(twoDigits(week))", start...start.adding(6), grain: .week, how: how)
  }

  func weekend(_ saturday: Day, _ how: String) -> ResolvedTime {
    let (year, week) = isoWeek(saturday)
    let length = max(0, (tables.weekend.last - tables.weekend.first + 7) % 7)
    let first = saturday.adding(tables.weekend.first - 6)
    return ResolvedTime(
      "\(fourDigits(year))-W\(twoDigits(week))-WE", first...first.adding(length), grain: .weekend,
      how: how)
  }

  func month(_ year: Int, _ month: Int, _ how: String) -> ResolvedTime {
    ResolvedTime(
      "\(fourDigits(year))-\(twoDigits(month))", days(ofMonth: month, year: year), grain: .month,
      how: how)
  }

  func year(_ year: Int, _ how: String) -> ResolvedTime {
    let days = Day(year: year, month: 1, day: 1).flatMap { first in
      Day(year: year, month: 12, day: 31).map { first...$0 }
    }
    return ResolvedTime(fourDigits(year), days, grain: .year, how: how)
  }
}
