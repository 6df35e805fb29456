import HearsayCore
import HearsayGraph
import Testing

@testable import HearsayShell

struct LineParserTests {
  static let good: [(line: String, names: [String])] = [
    ("compare released", ["compare"]),
    ("COMPARE released WHERE prisoners", ["compare"]),
    ("who said 800", ["who said"]),
    ("who said 60 to 70 to out.csv", ["who said"]),
    ("who said \"big way\" by Trump", ["who said"]),
    ("articles; events  # the lot", ["articles", "events"]),
    ("# only a comment", []),
    ("", []),
    (" ; ; ", []),
    ("claims where value >= 60 and not (speaker = Trump or group ~ prisoners) top 3", ["claims"]),
    ("claims where value=60..70", ["claims"]),
    ("claims since 2 days ago until yesterday", ["claims"]),
    ("claims on Monday sort value as jsonl", ["claims"]),
    ("claims since 8 January until Jan 13, 2026 top 3", ["claims"]),
    ("compare released as of 2026-01-13", ["compare"]),
    ("show 31 d3 s2 @1 \"more than 400\"", ["show"]),
    ("why 3 13", ["why"]),
    ("why \"He left; and left.\"", ["why"]),
    ("why-not \"He left.\" flood mark as json", ["why-not"]),
    ("why-not 12 released", ["why-not"]),
    ("rules stats top 3", ["rules stats"]),
    ("rules stats.yaml", ["rules"]),
    ("diff-rules a.yaml b.yaml top 3 to out.md", ["diff-rules"]),
    ("docs", ["articles"]),
    (":q", ["quit"]),
    (".mode jsonl", ["set"]),
    ("who is Müller", ["who is"]),
    ("who said our top priority as jsonl", ["who said"]),
    ("who said confidence in the market", ["who said"]),
    ("load seeds/korrin-valley", ["load"]),
    ("status; claims as jsonl | grep ';' # x", ["status", "claims"]),
    ("help where", ["help"]),
  ]

  @Test(arguments: good)
  func `understands a line`(_ line: String, _ names: [String]) throws {
    #expect(try parseLine(line).map { try $0.get().name } == names)
  }

  /// The marked words are those the carets stand under.
  static let bad: [(line: String, code: String)] = [
    ("⟦cmopare⟧ released", "unknown-command"),
    ("compare⟦⟧", "missing"),
    ("compare released ⟦where⟧ a where b", "twice"),
    ("compare released where ⟦foo⟧ = 3", "unknown-field"),
    ("claims where value >= ⟦many⟧", "bad-quantity"),
    ("claims where value >=⟦⟧", "bad-quantity"),
    ("claims where ⟦(⟧a or b", "unclosed"),
    ("claims since ⟦whenever⟧", "bad-time"),
    ("claims top ⟦none⟧", "bad-count"),
    ("claims as ⟦jsonlines⟧", "unknown-word"),
    ("articles ⟦where⟧ x", "clause-not-here"),
    ("claims ⟦|⟧", "missing"),
    ("⟦|⟧ wc", "missing"),
    ("quit ⟦|⟧ grep x", "no-pipe"),
    ("claims to ⟦x.csv⟧ | wc", "two-ways"),
    ("show ⟦\"open⟧", "unclosed-string"),
    ("who⟦⟧", "unknown-command"),
    ("why⟦⟧", "missing"),
    ("claims where speaker ⟦!⟧ x", "unknown-operator"),
    ("why-not⟦⟧", "missing"),
    ("why-not \"He left.\"⟦⟧", "missing"),
    ("why-not ⟦He⟧ left", "unquoted-sentence"),
    ("diff-rules⟦⟧", "missing"),
    ("rules stats ⟦where⟧ x", "clause-not-here"),
    ("articles; ⟦evnts⟧; status", "unknown-command"),
  ]

  @Test(arguments: bad)
  func `puts the caret under what is wrong`(_ marked: String, _ code: String) throws {
    let line = marked.replacing("⟦", with: "").replacing("⟧", with: "")
    let start = try #require(marked.unicodeScalars.firstIndex(of: "⟦"))
    let end = try #require(marked.unicodeScalars.firstIndex(of: "⟧"))
    let lower = marked.unicodeScalars.distance(from: marked.unicodeScalars.startIndex, to: start)
    let upper = marked.unicodeScalars.distance(from: marked.unicodeScalars.startIndex, to: end) - 1
    let problem = parseLine(line).compactMap { result -> LineProblem? in
      if case .failure(let problem) = result { return problem }
      return nil
    }.first
    if code == "twice" {
      #expect(problem?.code == "clause-twice")
    } else {
      #expect(problem?.code == code)
      #expect(problem?.range == lower..<upper)
    }
  }

  static let quantities: [(words: String, low: Int?, high: Int?, isOpen: Bool)] = [
    ("56", 56, 56, false), ("1,200", 1200, 1200, false), ("at least 4", 4, nil, false),
    ("more than 400", 400, nil, true), ("fewer than 2,000", nil, 2000, true),
    ("up to 70", nil, 70, false), ("between 60 and 70", 60, 70, false), ("60 to 70", 60, 70, false),
    ("60..70", 60, 70, false), ("60..", 60, nil, false), ("..70", nil, 70, false),
    ("800–1,200", 800, 1200, false), ("about 50", 45, 55, false), ("about 5", 4, 6, false),
    ("2.5 million", 2_500_000, 2_500_000, false), ("$300", 300, 300, false),
  ]

  @Test(arguments: quantities)
  func `reads a number as the grammar says`(
    _ words: String, _ low: Int?, _ high: Int?, _ isOpen: Bool
  ) throws {
    let request = try #require(parseLine("who said " + words).first).get()
    guard case .quantity(let quantity, _) = request.argument else {
      Issue.record("no quantity: \(request.argument)")
      return
    }
    #expect(quantity.interval.low == low.map { ExactNumber($0) })
    #expect(quantity.interval.high == high.map { ExactNumber($0) })
    #expect((quantity.interval.lowOpen || quantity.interval.highOpen) == isOpen)
  }

  @Test(arguments: ["70 to 60", "1,20", "between 60", "12,3456", "..", "about"])
  func `takes for words what is no number`(_ words: String) throws {
    let request = try #require(parseLine("who said " + words).first).get()
    guard case .words = request.argument else {
      Issue.record("not words: \(request.argument)")
      return
    }
  }

  @Test func `a prefix stands for a command at a terminal only`() throws {
    #expect(try parseLine("compar x", allowPrefixes: true).map { try $0.get().name } == ["compare"])
    #expect(throws: LineProblem.self) { try parseLine("compar x").map { try $0.get() } }
    // `s` could be several.
    #expect(throws: LineProblem.self) {
      try parseLine("s", allowPrefixes: true).map { try $0.get() }
    }
  }

  @Test func `never traps on any line`() {
    var seed: UInt64 = 42
    let pieces = [
      "compare", "where", "(", ")", "\"", "“", "value", ">=", "60..70", "to", "as", ";", "#", " ",
      "é", "\u{0}", "\u{202E}", "who", "said", "d99999999999999999999", "@0", "-1", "since", "|",
      "!",
    ]
    for _ in 0..<2000 {
      var line = ""
      for _ in 0..<9 {
        seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        line += pieces[Int(seed >> 33) % pieces.count] + (seed >> 40 & 1 == 0 ? " " : "")
      }
      for case .failure(let problem) in parseLine(line) {
        _ = diagnosticText(problem.diagnostic(in: line))
        #expect(problem.range.upperBound <= line.unicodeScalars.count)
      }
    }
  }
}
