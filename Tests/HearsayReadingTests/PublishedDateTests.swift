import HearsayCore
import HearsayReading
import HearsayTestSupport
import Testing

struct PublishedDateTests {
  static let body = "\n\nIt rained on Tuesday, the mayor said, and nobody was hurt in the town."

  static let datelines: [(head: String, day: String, how: String)] = [
    ("A flood\n\nJanuary 14, 2026", "2026-01-14", "dateline, line 3: \"January 14, 2026\""),
    ("A flood\n\nSignal WireJanuary 14, 2026", "2026-01-14", "January 14, 2026"),
    ("A flood\n\nBy Ada Byron\n13 Jan 2026", "2026-01-13", "line 4"),
    ("A flood\n\nPublished: 13 January 2026 at 7:41 pm", "2026-01-13", "line 3"),
    ("A flood\n\nTuesday, January 13, 2026", "2026-01-13", "line 3"),
    ("BRASK, Jan. 13, 2026 (Wire) — Rain fell.", "2026-01-13", "line 1"),
  ]

  @Test(arguments: datelines)
  func `finds the date at the head of an article`(
    _ head: String, _ day: String, _ how: String
  ) throws {
    let document = try TimeProbe.shared.get().draft(head + Self.body, published: nil).document
    #expect(document.published?.value == day)
    #expect(document.publishedBasis == .dateline)
    #expect(document.published?.derivation.contains(how) == true)
  }

  @Test func `a manifest goes before a dateline`() throws {
    let draft = try TimeProbe.shared.get().draft(
      "January 14, 2026" + Self.body, published: "2026-01-15")
    #expect(draft.document.published?.value == "2026-01-15")
    #expect(draft.document.publishedBasis == .manifest)
  }

  @Test(arguments: [
    "The dam was built on January 14, 2020, and it held for years in all weathers until it broke.",
    "It broke at night, and the war of 1987 was long over.",
  ])
  func `a date in a sentence does not date the article`(_ text: String) throws {
    let document = try TimeProbe.shared.get().draft(text, published: nil).document
    #expect(document.published == nil)
    #expect(document.publishedBasis == .unknown)
  }

  @Test func `a pinned event and past weekdays leave a few days`() throws {
    let text = """
      The mayor spoke on Thursday after the dam broke.

      On Tuesday the water fell.
      """
    let document = try TimeProbe.pinned.get().draft(text, published: nil).document
    let days = try #require(document.published?.days)
    // The event is Saturday 3 January: Tuesday is the 6th, Thursday the 8th, each within a week.
    #expect("\(days.lowerBound) \(days.upperBound)" == "2026-01-08 2026-01-12")
    #expect(document.publishedBasis == .constraints)
    #expect(document.published?.derivation.contains("the flood") == true)
    #expect(document.published?.derivation.contains("line 1") == true)
  }

  @Test func `a dateline without a year takes that of the story`() throws {
    let text = "BRASK, Jan. 13 — Rain fell on the town, and nobody was hurt."
    let document = try TimeProbe.pinned.get().draft(text, published: nil).document
    #expect(document.published?.value == "2026-01-13")
    #expect(document.publishedBasis == .constraints)
    #expect(try TimeProbe.shared.get().draft(text, published: nil).document.published == nil)
  }

  @Test func `an interval of publication makes an interval of what is relative`() throws {
    let text = "The mayor spoke on Thursday after the dam broke. It rained yesterday."
    let draft = try TimeProbe.pinned.get().draft(text, published: nil)
    #expect(draft.timeValues == ["2026-01-08", "PAST_REF"])
    let rain = try #require(draft.times.last).value
    #expect(rain.days.map { "\($0.lowerBound) \($0.upperBound)" } == "2026-01-07 2026-01-13")
  }
}
