import HearsayCore

/// A unit of the calendar, from fine to coarse.
enum TimeUnit: UInt8, Comparable, Sendable, CaseIterable {
  case second, minute, hour, part, day, night, weekend, week, fortnight, month, quarter, season
  case year, decade, century, millennium

  /// The name in the rules.
  init?(name: String) {
    for unit in Self.allCases where "\(unit)" == name {
      self = unit
      return
    }
    return nil
  }

  /// The letters of a TIMEX3 duration, with how many of them one unit is.
  var letters: (code: String, factor: Int, clock: Bool) {
    switch self {
    case .second: ("S", 1, true)
    case .minute: ("M", 1, true)
    case .hour, .part: ("H", 1, true)
    case .day, .night: ("D", 1, false)
    case .weekend: ("WE", 1, false)
    case .week: ("W", 1, false)
    case .fortnight: ("W", 2, false)
    case .month: ("M", 1, false)
    case .quarter: ("M", 3, false)
    case .season: ("M", 3, false)
    case .year: ("Y", 1, false)
    case .decade: ("Y", 10, false)
    case .century: ("Y", 100, false)
    case .millennium: ("Y", 1000, false)
    }
  }

  /// Its letter for an uncounted number of them: `PXY`, and decades and centuries too.
  var vagueCode: String {
    switch self {
    case .decade: "PXE"
    case .century: "PXC"
    case .millennium: "PXL"
    default: (letters.clock ? "PTX" : "PX") + letters.code
    }
  }

  /// How many minutes one takes, about; for intervals round a point.
  var minutes: Int {
    switch self {
    case .second: 1
    case .minute: 1
    case .hour, .part: 60
    case .day, .night: 1440
    case .weekend: 2880
    case .week: 10080
    case .fortnight: 20160
    case .month: 43830
    case .quarter, .season: 131_490
    case .year: 525_960
    case .decade: 5_259_600
    case .century: 52_596_000
    case .millennium: 525_960_000
    }
  }

  static func < (one: TimeUnit, other: TimeUnit) -> Bool { one.rawValue < other.rawValue }
}

/// How many: an exact number of hundredths, or only some.
struct TimeAmount: Hashable, Sendable {
  /// Hundred times the number; 0 when it is vague.
  var hundredths: Int
  /// `several`, `a few`, or a bare plural.
  var vague = false

  static let some = TimeAmount(hundredths: 0, vague: true)

  init(hundredths: Int, vague: Bool = false) {
    self.hundredths = hundredths
    self.vague = vague
  }

  init(_ whole: Int) { self.init(hundredths: min(max(whole, 0), 10_000_000) * 100) }

  /// The whole number, or `nil` for a fraction or a vague one.
  var whole: Int? { !vague && hundredths % 100 == 0 ? hundredths / 100 : nil }

  /// As TIMEX3 writes it, times `factor`: `3`, `2.5`, `X`.
  func text(times factor: Int) -> String {
    if vague { return "X" }
    let value = hundredths &* factor
    let rest = value % 100
    if rest == 0 { return String(value / 100) }
    return rest % 10 == 0
      ? "\(value / 100).\(rest / 10)" : "\(value / 100).\(rest < 10 ? "0" : "")\(rest)"
  }
}

/// A count of one unit, such as `3 days`.
struct TimeSpanPart: Hashable, Sendable {
  var amount: TimeAmount
  var unit: TimeUnit
}

/// The TIMEX3 value of a length of time: `P3D`, `PT1H30M`, `PXY`.
func durationValue(_ parts: [TimeSpanPart]) -> String {
  if parts.count == 1, parts[0].amount.vague { return parts[0].unit.vagueCode }
  var days = ""
  var clock = ""
  for part in parts {
    let (code, factor, isClock) = part.unit.letters
    let hundredths = part.amount.hundredths &* factor
    if part.unit == .hour, !part.amount.vague, hundredths % 100 == 50 {
      clock += hundredths > 50 ? "\(hundredths / 100)H30M" : "30M"
    } else if isClock {
      clock += part.amount.text(times: factor) + code
    } else {
      days += part.amount.text(times: factor) + code
    }
  }
  return "P" + days + (clock.isEmpty ? "" : "T" + clock)
}
