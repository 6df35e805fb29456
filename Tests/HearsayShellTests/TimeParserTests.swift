import HearsayCore
import Testing

@testable import HearsayShell

struct TimeParserTests {
  static let newest = Day(year: 2026, month: 1, day: 14)

  /// The days meant when the newest article is of Wednesday, 14 January 2026.
  static let times: [(typed: String, day: String?)] = [
    ("2026-01-08", "2026-01-08"), ("8 January", "2026-01-08"), ("January 8", "2026-01-08"),
    ("Jan 8", "2026-01-08"), ("8 jan", "2026-01-08"), ("8th January", "2026-01-08"),
    ("Jan. 8, 2025", "2025-01-08"), ("8 January 2025", "2025-01-08"), ("14 January", "2026-01-14"),
    // Not yet: it is last year's.
    ("15 January", "2025-01-15"), ("December 31", "2025-12-31"), ("Sept 1", "2025-09-01"),
    ("29 February", "2024-02-29"), ("29 February 2025", nil), ("31 April", nil), ("0 May", nil),
    ("8 Janbruary", nil), ("January", nil), ("8", nil), ("Ma 8", nil), ("Monday", "2026-01-12"),
    ("yesterday", "2026-01-13"), ("2 days ago", "2026-01-12"),
  ]

  @Test(arguments: times)
  func `a day is typed as people write it`(_ typed: String, _ day: String?) throws {
    var cursor = LineCursor(try lineTokens(typed))
    let point = cursor.takeTime()
    #expect(point.map { $0.earliest(newest: Self.newest ?? Day(number: 0)).day.description } == day)
    #expect(cursor.isAtEnd == (day != nil))
  }
}
