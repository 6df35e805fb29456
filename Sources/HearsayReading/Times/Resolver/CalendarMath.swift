import HearsayCore

/// The ISO 8601 week of a day: the year it belongs to, and its number.
func isoWeek(_ day: Day) -> (year: Int, week: Int) {
  let thursday = day.adding(4 - day.weekday)
  let year = thursday.civil.year
  guard let first = Day(year: year, month: 1, day: 1) else { return (year, 1) }
  return (year, Int(thursday.number - first.number) / 7 + 1)
}

/// The Monday of an ISO week.
func monday(ofWeek week: Int, year: Int) -> Day? {
  guard let fourth = Day(year: year, month: 1, day: 4) else { return nil }
  return fourth.adding(1 - fourth.weekday + (week - 1) * 7)
}

/// The days of a month.
func days(ofMonth month: Int, year: Int) -> ClosedRange<Day>? {
  guard let first = Day(year: year, month: month, day: 1) else { return nil }
  return first...first.adding(Day.length(ofMonth: month, year: year) - 1)
}

/// The month `step` months on.
func monthStep(_ year: Int, _ month: Int, _ step: Int) -> (year: Int, month: Int) {
  let count = year * 12 + month - 1 + step
  return (count >= 0 ? count / 12 : (count - 11) / 12, ((count % 12) + 12) % 12 + 1)
}

/// The same day of the month `step` months on, or the last one there is.
func day(_ day: Day, addingMonths step: Int) -> Day? {
  let (year, month, number) = day.civil
  let to = monthStep(year, month, step)
  guard (1...9999).contains(to.year) else { return nil }
  return Day(
    year: to.year, month: to.month, day: min(number, Day.length(ofMonth: to.month, year: to.year)))
}

/// Easter Sunday by the Gregorian rule (Meeus, "Astronomical Algorithms", chapter 8).
func easterSunday(_ year: Int) -> Day? {
  let (a, b, c) = (year % 19, year / 100, year % 100)
  let d = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30
  let e = (32 + 2 * (b % 4) + 2 * (c / 4) - d - c % 4) % 7
  let m = (a + 11 * d + 22 * e) / 451
  let n = d + e - 7 * m + 114
  return Day(year: year, month: n / 31, day: n % 31 + 1)
}

extension Holiday {
  /// The day of it in a year.
  func day(in year: Int) -> Day? {
    switch self {
    case .fixed(let month, let day): return Day(year: year, month: month, day: day)
    case .easter(let days):
      return (1583...9000).contains(year) ? easterSunday(year)?.adding(days) : nil
    case .floating(let month, let nth, let weekday):
      guard let days = HearsayReading.days(ofMonth: month, year: year) else { return nil }
      if nth == 0 {
        let back = (days.upperBound.weekday - weekday + 7) % 7
        return days.upperBound.adding(-back)
      }
      let ahead = (weekday - days.lowerBound.weekday + 7) % 7
      return days.lowerBound.adding(ahead + (nth - 1) * 7)
    }
  }
}

/// First and last month of a season of the northern half; winter ends in the next year.
func seasonMonths(_ code: String) -> (first: Int, count: Int) {
  switch code {
  case "SP": (3, 3)
  case "SU": (6, 3)
  case "FA": (9, 3)
  default: (12, 3)
  }
}

/// A year as four digits.
func fourDigits(_ year: Int) -> String {
  let text = String(max(0, year))
  return String(repeating: "0", count: max(0, 4 - text.utf8.count)) + text
}
