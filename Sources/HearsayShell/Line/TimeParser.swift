package import HearsayCore

extension LineCursor {
  /// A time, or `nil` with the cursor unmoved.
  mutating func takeTime() -> TimePoint? {
    guard let token = peek, token.kind == .word else { return nil }
    if let point = dayOrMoment(token.text) {
      take()
      return point
    }
    switch token.text.lowercased() {
    case "today": return taken(.daysAgo(0))
    case "yesterday": return taken(.daysAgo(1))
    case let word:
      if let number = Self.weekdays.firstIndex(of: word) { return taken(.weekday(number + 1)) }
      return ago(word) ?? dayOfMonth()
    }
  }

  /// Monday first, as ISO 8601 counts.
  static let weekdays = [
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
  ]

  private static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
  ]

  /// `8 January`, `Jan 8`, `January 8, 2026`.
  private mutating func dayOfMonth() -> TimePoint? {
    guard let first = peek, let second = peek(ahead: 1) else { return nil }
    let isMonthFirst = month(first.text) != nil
    guard let month = month(isMonthFirst ? first.text : second.text),
      let day = number(isMonthFirst ? second.text : first.text),
      // Of a leap year, so that 29 February is one.
      day >= 1, day <= Day.length(ofMonth: month, year: 2000)
    else { return nil }
    if let third = peek(ahead: 2), let year = number(third.text), third.text.count >= 4 {
      guard let whole = Day(year: year, month: month, day: day) else { return nil }
      take()
      take()
      return taken(.day(whole))
    }
    take()
    return taken(.dayOfMonth(day, month))
  }

  /// By its name or the first three letters of it, from 1 on.
  private func month(_ text: String) -> Int? {
    let word = text.lowercased().filter { $0 != "." && $0 != "," }
    guard word.count >= 3 else { return nil }
    let found = Self.months.firstIndex { $0 == word || $0.prefix(3) == word }
    return found.map { $0 + 1 } ?? (word == "sept" ? 9 : nil)
  }

  /// `8`, `8th`, `8,`.
  private func number(_ text: String) -> Int? {
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    let ending = text.dropFirst(digits.count).lowercased()
    guard ["", ",", "st", "nd", "rd", "th", "th,"].contains(ending) else { return nil }
    return digits.count <= 4 ? Int(digits) : nil
  }

  private mutating func taken(_ point: TimePoint) -> TimePoint {
    take()
    return point
  }

  private mutating func ago(_ word: String) -> TimePoint? {
    guard let count = Int(word), (0...100_000).contains(count), peek(ahead: 2)?.keyword == "ago"
    else { return nil }
    let point: TimePoint
    switch peek(ahead: 1)?.keyword {
    case "day", "days": point = .daysAgo(count)
    case "hour", "hours": point = .hoursAgo(count)
    default: return nil
    }
    take()
    take()
    return taken(point)
  }

  /// `2026-01-14`, `2026-01-14T18:00`.
  private func dayOrMoment(_ text: String) -> TimePoint? {
    let parts = text.split(separator: "T", omittingEmptySubsequences: false)
    guard let first = parts.first, let day = Day(iso: String(first)) else { return nil }
    guard parts.count == 2 else { return parts.count == 1 ? .day(day) : nil }
    let clock = parts[1].split(separator: ":", omittingEmptySubsequences: false)
    guard clock.count == 2, let hour = Int(clock[0]), let minute = Int(clock[1]),
      (0...23).contains(hour), (0...59).contains(minute)
    else { return nil }
    return .moment(Moment(day, hour: hour, minute: minute))
  }
}

extension TimePoint {
  /// The first minute meant, reckoned from the newest article.
  package func earliest(newest: Day) -> Moment {
    switch self {
    case .day(let day): Moment(day)
    case .moment(let moment): moment
    case .weekday(let number): Moment(newest.adding(-((newest.weekday - number + 7) % 7)))
    case .dayOfMonth(let day, let month): Moment(newest.last(day, month))
    case .daysAgo(let days): Moment(newest.adding(-days))
    case .hoursAgo(let hours): Moment(minutes: Moment(newest.adding(1)).minutes - hours * 60)
    }
  }

  /// The last minute meant.
  package func latest(newest: Day) -> Moment {
    switch self {
    case .moment, .hoursAgo: earliest(newest: newest)
    default: Moment(earliest(newest: newest).day, hour: 23, minute: 59)
    }
  }
}

extension Day {
  /// The last such day of a month that is not after this one; of a day that no year has, this one.
  fileprivate func last(_ day: Int, _ month: Int) -> Day {
    // Eight years have a 29 February, over the turn of a century too.
    for year in stride(from: civil.year, through: civil.year - 8, by: -1) {
      if let found = Day(year: year, month: month, day: day), found <= self { return found }
    }
    return self
  }
}
