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
      return ago(word)
    }
  }

  /// Monday first, as ISO 8601 counts.
  static let weekdays = [
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
  ]

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
