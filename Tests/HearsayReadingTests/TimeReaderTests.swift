import HearsayCore
import HearsayReading
import HearsayTestSupport
import Testing

struct TimeReaderTests {
  // Publication is Wednesday 2026-01-14.
  static let dates: [(text: String, value: String)] = [
    ("They met on ⟦January 3, 2026⟧, he said.", "2026-01-03"),
    ("They met on ⟦3 January 2026⟧.", "2026-01-03"),
    ("They met on ⟦Jan. 3⟧.", "2026-01-03"),
    ("They met on ⟦2026-01-03⟧.", "2026-01-03"),
    ("They met on ⟦18/02/2025⟧.", "2025-02-18"),
    ("They met on ⟦the 28th of November⟧.", "2025-11-28"),
    ("They met in ⟦December⟧.", "2025-12"),
    ("They will meet in ⟦March⟧.", "2026-03"),
    ("They met in ⟦May 2024⟧.", "2024-05"),
    ("They met in ⟦late May 2024⟧.", "2024-05/END"),
    ("They met in ⟦mid-September⟧.", "2025-09/MID"),
    ("They met at ⟦the end of last year⟧.", "2025/END"),
    ("It sold well in ⟦the early 1980s⟧.", "198/START"),
    ("It was ⟦the 20th century⟧.", "19"),
    ("Rome won in ⟦241 BC⟧.", "BC0241"),
    ("It lost money in ⟦the third quarter of 2009⟧.", "2009-Q3"),
    ("They met in ⟦the summer of 1943⟧.", "1943-SU"),
    ("They met on ⟦Christmas Eve⟧.", "2025-12-24"),
    ("They met on ⟦Friday, January 9⟧.", "2026-01-09"),
    ("The ⟦1996⟧ campaign failed.", "1996"),
    ("They met in ⟦2024⟧/25.", "2024"),
    ("A ceasefire on ⟦31 February 2026⟧.", "2026-02-31"),
  ]

  static let relative: [(text: String, value: String)] = [
    ("She said ⟦today⟧ that it rained.", "2026-01-14"),
    ("It rained on ⟦Tuesday⟧.", "2026-01-13"),
    ("It rained on ⟦Wednesday⟧.", "2026-01-14"),
    ("They will meet on ⟦Friday⟧.", "2026-01-16"),
    ("It rained ⟦last week⟧.", "2026-W02"),
    ("It rained ⟦this month⟧.", "2026-01"),
    ("They will vote ⟦next year⟧.", "2027"),
    ("It rained ⟦two days ago⟧.", "2026-01-12"),
    ("It rained ⟦two years ago⟧.", "2024"),
    ("It rained over ⟦the weekend⟧.", "2026-W02-WE"),
    ("It rained ⟦last May⟧.", "2025-05"),
    ("They met in ⟦recent days⟧.", "PAST_REF"),
    ("It is raining ⟦now⟧.", "PRESENT_REF"),
    ("It rained for ⟦three days⟧.", "P3D"),
    ("It took ⟦more than two years⟧.", "P2Y/MORE_THAN"),
    ("It took ⟦an hour and a half⟧.", "PT1H30M"),
    ("They held it for ⟦decades⟧.", "PXE"),
    ("They fell in ⟦the past three months⟧.", "P3M"),
    ("It is counted ⟦every two weeks⟧.", "P2W"),
    ("A ⟦daily⟧ count.", "P1D"),
    ("They met on ⟦Monday evening⟧.", "2026-01-12TEV"),
    ("They met ⟦last night⟧.", "2026-01-13TNI"),
    ("They met at ⟦8:30 a.m. on Monday⟧.", "2026-01-12T08:30"),
    ("They met at ⟦0735 GMT⟧.", "2026-01-14T07:35"),
    ("They met at ⟦noon on Friday⟧.", "2026-01-09T12:00"),
    ("It lost money in ⟦the first two quarters of 2024⟧.", "2024-H1"),
    ("It lost money in ⟦the latest period⟧.", "2025-Q4"),
    ("It lost money in ⟦the comparable year-ago quarter⟧.", "2025-Q1"),
    ("It lost money for ⟦the fiscal year⟧ ended badly.", "P1Y"),
    ("They hold a ⟦quarterly⟧ meeting.", "P1Q"),
  ]

  @Test(arguments: dates + relative)
  func `marks a time and gives its value`(_ text: String, _ value: String) throws {
    let marked = MarkedText(text)
    let draft = try TimeProbe.shared.get().draft(marked.text)
    #expect(draft.timeValues == [value])
    #expect(draft.timeRanges == marked.answers)
  }

  static let story: [(text: String, values: [String])] = [
    ("It broke on January 3, 2026. Two days later it was mended.", ["2026-01-03", "2026-01-05"]),
    ("It broke on May 3, 2020. The next day it rained.", ["2020-05-03", "2020-05-04"]),
    ("From 15 to 22 February 1984 it rained.", ["1984-02-15", "1984-02-22"]),
    ("It rained on January 25-29.", ["2026-01-25", "2026-01-29"]),
    ("It rained in 1939-40.", ["1939", "1940"]),
    ("It was open between Monday morning and Tuesday night.", ["2026-01-12TMO", "2026-01-13TNI"]),
  ]

  @Test(arguments: story)
  func `counts from the date the story spoke of last`(_ text: String, _ values: [String]) throws {
    #expect(try TimeProbe.shared.get().draft(text).timeValues == values)
  }

  @Test(arguments: [
    "They may go.", "May I come in?", "The march on the capital failed.", "He came second.",
    "The Sunday Times reported it.", "Bloody Sunday is a film.", "It sat there.",
    "About 1,250 people came.", "At least 2000 people came.", "He is 52 years old.",
    "A two-year-old child was found.", "On the 99th of Foctober it rained.", "The score was 2:1.",
    "The dawn of a new age.", "It cost $1990.", "Good evening.", "They fall down.",
    "A quarter of them left.", "It fell just minutes apart.", "He told us that Sun lost it.",
    "It had a quarterly loss.", "It is Decree No. 2024/418.",
  ])
  func `leaves alone what is no time`(_ text: String) throws {
    #expect(try TimeProbe.shared.get().draft(text).timeValues == [])
  }

  static let intervals: [(text: String, from: String, to: String)] = [
    ("They met on Monday evening.", "2026-01-12 18:00", "2026-01-12 23:59"),
    ("They met on Monday night.", "2026-01-12 18:00", "2026-01-13 05:59"),
    ("It rained over the weekend.", "2026-01-10 00:00", "2026-01-11 23:59"),
    ("It rained last week.", "2026-01-05 00:00", "2026-01-11 23:59"),
    ("They met in recent days.", "2026-01-07 00:00", "2026-01-14 23:59"),
    ("They met in May 2024.", "2024-05-01 00:00", "2024-05-31 23:59"),
    ("They met in late May 2024.", "2024-05-21 16:00", "2024-05-31 23:59"),
    ("It broke at 9:40 p.m. on Monday.", "2026-01-12 21:40", "2026-01-12 21:40"),
    ("It rained for three days.", "", ""),
  ]

  @Test(arguments: intervals)
  func `gives the interval in minutes`(_ text: String, _ from: String, _ to: String) throws {
    let value = try #require(try TimeProbe.shared.get().draft(text).times.first).value
    #expect([value.earliest, value.latest].map(clock) == [from, to])
  }

  private func clock(_ moment: Moment?) -> String {
    guard let moment else { return "" }
    let minute = ((moment.minutes % 1440) + 1440) % 1440
    let parts = [minute / 60, minute % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }
    return "\(moment.day) \(parts[0]):\(parts[1])"
  }

  static let relations: [(text: String, relation: TimeRelation)] = [
    ("At least three were free as of Tuesday night.", .asOf), ("Five were free by Thursday.", .by),
    ("They were held since Friday.", .since), ("They were held until Friday.", .until),
    ("They came before Friday.", .before), ("They came after Friday.", .after),
    ("They came during January.", .during), ("They came on Friday.", .at),
    ("They freed 116 on Monday alone.", .alone), ("They came Friday.", .at),
  ]

  @Test(arguments: relations)
  func `tells how a time is joined to its clause`(
    _ text: String, _ relation: TimeRelation
  ) throws {
    #expect(try TimeProbe.shared.get().draft(text).timeRelations == [relation])
  }

  @Test func `gives every value a derivation`() throws {
    let text = "On Tuesday, two weeks ago, in May 2024 and last year it rained for three days."
    let times = try TimeProbe.shared.get().draft(text).times
    #expect(times.count == 5)
    #expect(times.allSatisfy { !$0.value.derivation.isEmpty })
    #expect(times[0].value.derivation == "last up to publication 2026-01-14")
  }

  @Test func `without a publication day a weekday stays open`() throws {
    let draft = try TimeProbe.shared.get().draft(
      "It rained on Tuesday, last week and today.", published: nil)
    #expect(draft.timeValues == ["XXXX-WXX-2", "PAST_REF", "PRESENT_REF"])
    #expect(draft.times.allSatisfy { $0.value.earliest == nil && $0.value.latest == nil })
    #expect(draft.document.publishedBasis == .unknown)
  }

  @Test func `reads words in any order without harm`() throws {
    let probe = try TimeProbe.shared.get()
    let words = [
      "the", "day", "before", "last", "May", "31", "99", "2026", "-", "/", ":", ",", "first", "of",
      "quarter", "ago", "later", "week", "early", "mid", "Sunday", "9999-12-31", "'", "80", "s",
      "century", "hundred", "and", "half", "past", "every", "99999999", "BC", "p.m.", "noon", ".",
    ]
    var seed: UInt64 = 7
    for _ in 0..<40 {
      var text = ""
      for _ in 0..<60 {
        seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        text += words[Int(seed >> 33) % words.count] + (seed >> 60 == 0 ? "" : " ")
      }
      let draft = probe.draft(text)
      #expect(draft.times.count == draft.timeRelations.count)
      for (one, next) in zip(draft.times, draft.times.dropFirst()) {
        #expect(one.tokens.end <= next.tokens.start)
      }
    }
  }
}
