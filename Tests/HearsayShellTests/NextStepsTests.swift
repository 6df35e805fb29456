import Testing

@testable import HearsayShell

/// `next:` lines lead on, and `@1` is the first row that is seen.
struct NextStepsTests {
  /// Whatever is asked at a terminal, what is printed as the next step has an answer.
  @Test(arguments: HelpTests.seeds)
  func `every next step of every answer works`(_ seed: String) throws {
    var opened = try seedSession(seed)
    opened.programs = ProgramAccess { _, _, _ in .exited(0) }
    let corpus = CorpusWords(opened)
    var steps: Set<String> = []
    for example in HelpTask.all.flatMap(\.pages).flatMap(\.examples) {
      if ["lesson", "quiz", "diff-rules"].contains(where: example.line.hasPrefix) { continue }
      var session = opened
      let output = session.perform(corpus.filled(example.line), on: Canvas(width: 100)).output
      steps.formUnion(Self.steps(output))
    }
    #expect(steps.count > 25)
    for step in steps.sorted() {
      var session = opened
      let result = session.perform(step)
      #expect(!result.hasFailed, "\(step): \(result.messages)")
      #expect(session.last?.reply?.data.isEmpty == false, "\(step): \(result.output)")
    }
  }

  /// The commands of all `next:` lines, which may go over several lines of the screen.
  static func steps(_ output: String) -> [String] {
    var found: [String] = []
    var isInside = false
    for line in output.split(separator: "\n") {
      if line.hasPrefix("next:") {
        isInside = true
      } else if !line.hasPrefix("`") {
        isInside = false
      }
      if isInside { found += wordsInBackticks(String(line) + " ") }
    }
    return found
  }

  @Test func `a file and a program get no next steps`() throws {
    var session = try seedSession("seeds/venezuela")
    #expect(!session.perform("compare released").output.contains("next:"))
    #expect(session.perform("compare released", on: Canvas(width: 80)).output.contains("next: "))
    let data = session.perform("compare released as jsonl", on: Canvas(width: 80)).output
    #expect(!data.contains("next"))
    session.settings.isAccessible = true
    let spoken = session.perform("compare released", on: Canvas(width: 80)).output
    #expect(spoken.contains("\nnext: `why "))
  }

  // MARK: - @N

  /// `#2` is what the second row shows: one claim, or the two of a pair.
  static let rows: [(asked: String, then: String, same: String)] = [
    ("sources", "show @2", "show s2"),
    ("sources", "source @2", "source s2"),
    ("sources", "source @2 top 1", "source s2 top 1"),
    ("articles", "show @3", "show d2"),
    ("articles", "criteria @1", "criteria d0"),
    ("articles", "reuse @1", "reuse d0"),
    ("articles", "claims in @2", "claims in d1"),
    ("events", "compare @2", "compare held"),
    ("events", "timeline @1", "timeline released"),
    ("claims", "show @4", "show #4"),
    ("who said 56", "trace @2", "trace #2"),
    ("who said 56", "why @1 @2", "why #1 #2"),
    ("conflicts released", "why @1", "why #1"),
    ("conflicts released", "explain @1", "explain #1"),
    ("compare released", "show @3", "show #3"),
    ("sources", "claims by @2", "claims by \"Foro Penal\""),
    ("sources", "who is @2", "who is \"Foro Penal\""),
    ("sources", "grade @2", "grade \"Foro Penal\""),
    ("who said 56", "source @1", "source \"Foro Penal\""),
    ("who said 56", "why-not @1 killed", "why-not #1 killed"),
  ]

  @Test(arguments: rows)
  func `a row of the last answer stands for what it shows`(
    _ asked: String, _ then: String, _ same: String
  ) throws {
    var session = try seedSession("seeds/venezuela")
    #expect(!session.perform(asked).hasFailed)
    let wanted = same.split(separator: " ").map { word -> String in
      guard word.first == "#", let number = Int(word.dropFirst()),
        let rows = session.lastRows[number - 1].claimRows
      else { return String(word) }
      return rows.map { String(session.number($0)) }.joined(separator: " ")
    }
    var other = session
    let result = session.perform(then)
    #expect(!result.hasFailed, "\(result.messages)")
    #expect(result.output == other.perform(wanted.joined(separator: " ")).output)
  }

  @Test func `a row that is not there is said, with those that are`() throws {
    var session = try seedSession("seeds/venezuela")
    #expect(session.perform("show @1").messages[0].contains("ask something first"))
    _ = session.perform("events top 2")
    #expect(session.perform("compare @3").messages[0].contains("@1 to @2"))
  }

  // MARK: - The first question

  /// `who first said 56, and do the papers agree when?`, with nothing but help and what is shown.
  @Test func `a new user finds who said it first, and when, within five commands`() throws {
    var session = try seedSession("seeds/venezuela")
    let screen = Canvas(width: 80)
    let help = session.perform("help", on: screen).output
    #expect(help.contains("who said"))
    let said = session.perform("who said 56", on: screen).output
    let steps = Self.steps(said)
    let trace = try #require(steps.first { $0.hasPrefix("trace") })
    #expect(steps.contains("when 56"))
    let way = session.perform(trace, on: screen).output
    #expect(way.contains("the first that is dated"))
    #expect(way.contains("Foro Penal"))
    let times = session.perform("when 56", on: screen).output
    #expect(times.contains("2026-01-12") && times.contains("2026-01-13"))
  }
}
