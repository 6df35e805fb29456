/// A day of the proleptic Gregorian calendar, as days since 1970-01-01.
///
/// No clock, no zone.
public struct Day: Hashable, Comparable, Sendable {
  /// Days since 1970-01-01; negative before.
  public let number: Int32

  /// The day `number` days after 1970-01-01.
  public init(number: Int) { self.number = Int32(truncatingIfNeeded: number) }

  /// The day with this year, month and day of the month, or `nil` when there is none such.
  ///
  /// After Hinnant, "chrono-compatible low-level date algorithms".
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= Day.length(ofMonth: month, year: year)
    else { return nil }
    let shifted = month <= 2 ? year - 1 : year
    let era = shifted / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    self.init(number: era * 146_097 + dayOfEra - 719_468)
  }

  /// Reads `2026-01-14`.
  public init?(iso text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].utf8.count == 4, let year = Int(parts[0]),
      let month = Int(parts[1]), let day = Int(parts[2])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// Year, month (1 to 12) and day of the month (1 to 31).
  public var civil: (year: Int, month: Int, day: Int) {
    let shifted = Int(number) + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
  }

  /// 1 for Monday to 7 for Sunday, as ISO 8601 counts.
  public var weekday: Int { ((Int(number) + 3) % 7 + 7) % 7 + 1 }

  /// The number of days in a month.
  public static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// The day `days` later.
  public func adding(_ days: Int) -> Day { Day(number: Int(number) + days) }

  /// The earlier day first.
  public static func < (one: Day, other: Day) -> Bool { one.number < other.number }
}

extension Day: CustomStringConvertible {
  /// `2026-01-14`.
  public var description: String {
    let (year, month, day) = civil
    func padded(_ value: Int, _ width: Int) -> String {
      let digits = String(value)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
  }
}

/// A minute: minutes since 1970-01-01 00:00, in whatever zone the article writes in.
public struct Moment: Hashable, Comparable, Sendable {
  /// Minutes since 1970-01-01 00:00.
  public let minutes: Int

  /// The minute `minutes` after 1970-01-01 00:00.
  public init(minutes: Int) { self.minutes = minutes }

  /// A minute of a day.
  public init(_ day: Day, hour: Int = 0, minute: Int = 0) {
    minutes = Int(day.number) * 1440 + hour * 60 + minute
  }

  /// The day it lies in.
  public var day: Day {
    Day(number: minutes >= 0 ? minutes / 1440 : (minutes - 1439) / 1440)
  }

  /// The earlier minute first.
  public static func < (one: Moment, other: Moment) -> Bool { one.minutes < other.minutes }
}
