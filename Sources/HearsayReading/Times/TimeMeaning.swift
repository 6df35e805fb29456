import HearsayCore

/// Against what a relative expression counts.
indirect enum TimeAnchor: Hashable, Sendable {
  /// The day of publication.
  case document
  /// The date the story spoke of last.
  case story
  /// A date that is named: `two weeks before May 13`.
  case at(TimeMeaning)
}

/// `last`, `this`, `next`: how many units on, from where.
struct TimeShift: Hashable, Sendable {
  var step: Int
  var anchor: TimeAnchor
  /// `the past week` reaches up to now; `last week` is the calendar's.
  var rolling = false
}

/// Which year a date without one belongs to.
enum TimeYear: Hashable, Sendable {
  /// None is said.
  case open
  /// Said in full.
  case known(Int)
  /// Before Christ.
  case before(Int)
  /// `of last year`, `of that year`.
  case shifted(TimeShift)
}

/// What of a year is meant.
enum TimePiece: Hashable, Sendable {
  case whole
  case month(Int)
  case day(month: Int, day: Int)
  case dayOfMonth(Int)
  case season(String)
  case quarter(Int)
  case half(Int)
  case week(Int)
  case holiday(Int)
}

/// What an expression says, before the calendar is asked.
indirect enum TimeMeaning: Hashable, Sendable {
  case date(TimePiece, TimeYear, TimeShift?, weekday: Int?)
  case weekday(Int, TimeShift?)
  case unit(TimeUnit, TimeShift)
  /// `the last week of March`, `first 10 days of last year`; `index` counts from the end below 0.
  case nth(Int, TimeUnit, of: TimeMeaning)
  /// `the first Monday in November`.
  case nthWeekday(Int, Int, of: TimeMeaning)
  case years(prefix: Int, digits: Int, before: Bool)
  case dayStep(Int, TimeAnchor)
  case offset(TimeAmount, TimeUnit, sign: Int, TimeAnchor)
  case duration([TimeSpanPart])
  case set(String)
  case reference(String)
  /// The day a time of day belongs to.
  case today
  /// A time of day of no day in particular: `a night raid`.
  case someDay
  case fixed(String)
  /// `next week on Tuesday`.
  case weekdayIn(Int, TimeUnit, TimeShift)
}

/// A time of day, where it is said.
struct TimeClock: Hashable, Sendable {
  var hour: Int
  var minute: Int?
  var second: Int?
  /// Whether morning or evening is known.
  var certain = false

  /// As TIMEX3 writes it, from the `T`.
  var text: String {
    let head = "T" + twoDigits(hour) + ":" + twoDigits(minute ?? 0)
    guard let second else { return head }
    return head + ":" + twoDigits(second)
  }
}

/// A number of at least two digits.
func twoDigits(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }

/// An expression that was found, with what stands round its core.
struct TimeMatch: Sendable {
  var end: Int
  var meaning: TimeMeaning
  var part: TimeCode?
  var clock: TimeClock?
  var mod: String?
  var rule: String

  init(_ end: Int, _ meaning: TimeMeaning, rule: String) {
    self.end = end
    self.meaning = meaning
    self.rule = rule
  }
}
