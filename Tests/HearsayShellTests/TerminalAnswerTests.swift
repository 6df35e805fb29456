import HearsayCore
import HearsayFormats
import Testing

@testable import HearsayShell

/// What holds for every answer at a terminal, whatever is asked.
struct TerminalAnswerTests {
  /// Every example of help, on both seeds.
  static func answers(
    _ seed: String, _ canvas: Canvas, _ prepare: (inout Session) -> Void = { _ in }
  ) throws -> [(line: String, output: String)] {
    var opened = try seedSession(seed)
    opened.programs = ProgramAccess { _, _, _ in .exited(0) }
    prepare(&opened)
    let corpus = CorpusWords(opened)
    // Rules that are compiled anew take longer than all other answers together.
    let examples = HelpTask.all.flatMap(\.pages).flatMap(\.examples)
      .filter { !$0.line.contains("rules/") && !$0.line.hasPrefix("rules stats") }
    return examples.map { example in
      var session = opened
      session.files = overlay()
      let line = corpus.filled(example.line)
      return (line, session.perform(line, on: canvas).output)
    }
  }

  @Test(arguments: HelpTests.seeds)
  func `colour only repeats what the words say`(_ seed: String) throws {
    let plain = try Self.answers(seed, Canvas(width: 80))
    let coloured = try Self.answers(seed, Canvas(width: 80, style: Style(isColoured: true)))
    for (one, other) in zip(plain, coloured) {
      #expect(Style.withoutColour(other.output) == one.output, "\(one.line)")
    }
    #expect(coloured.contains { $0.output.contains("\u{1B}") })
  }

  @Test(arguments: [60, 80, 120])
  func `no line is wider than the window, and what is cut is said`(_ width: Int) throws {
    for (line, output) in try Self.answers("seeds/venezuela", Canvas(width: width)) {
      let isTable = !["json", "jsonl", "csv", "md", "lines"].contains {
        line.hasSuffix(" as " + $0)
      }
      guard isTable, !line.hasPrefix("lesson"), !line.hasPrefix("quiz") else { continue }
      for row in output.split(separator: "\n") {
        #expect(displayWidth(String(row)) <= width, "\(line): \(row)")
      }
    }
  }

  @Test(arguments: HelpTests.seeds)
  func `what is listened to has neither signs nor columns`(_ seed: String) throws {
    let answers = try Self.answers(seed, Canvas(width: 80, style: Style(isColoured: true))) {
      $0.settings.isAccessible = true
    }
    for (line, output) in answers where !line.contains(" as ") {
      // A lesson asks for tables by name; a quiz has its choices under each other.
      if line.hasPrefix("quiz") || line.contains("lesson") { continue }
      #expect(!output.contains { "\u{1B}●◆├┤▶◀╌▸≥≤≈×→".contains($0) }, "\(line): \(output)")
      for row in output.split(separator: "\n") { #expect(row.first != " ", "\(line): \(row)") }
    }
  }

  static let spokenSigns = [
    (">400 (Rodríguez) / ≥116", "more than 400 (Rodríguez) against at least 116"),
    ("2026-01-13…14?; by 2026-01-13?", "2026-01-13 to 14, inferred; by 2026-01-13, inferred"),
    ("60–70%, <$5, <≈9", "60 to 70%, less than $5, nearly 9"),
    ("who counted? A > B … he said – twice", "who counted? A > B … he said – twice"),
  ]

  @Test(arguments: spokenSigns)
  func `signs become words, the article's own characters stay`(_ text: String, _ words: String) {
    #expect(spoken(text) == words)
  }

  // MARK: - The rest of the line

  @Test func `what other shells call it is said in the words of this one, at a terminal`() throws {
    var session = try seedSession("seeds/korrin-valley")
    #expect(session.perform(".mode lines", on: Canvas(width: 80)).output == "set output lines\n")
    #expect(session.perform(".mode auto").output.isEmpty)
  }

  @Test func `a place that is cut keeps its line`() {
    #expect(cutInside("d1-atlantic-business-daily.txt:21", to: 16) == "d1-atlantic-…:21")
    #expect(cutInside("a.txt:3", to: 16) == "a.txt:3")
    for width in 1...40 {
      #expect(displayWidth(cutInside("d1-加加加加加加加加.txt:21, b.txt:7", to: width)) <= width)
    }
  }

  static let files: [(path: String, start: String)] = [
    ("a.csv", "row,claim"), ("a.md", "## "), ("a.jsonl", "{\"row\""), ("a.json", "{\"title\""),
    ("a.lines", "25 claims"), ("a.txt", "25 claims"), ("a", "25 claims"), ("b.c/a", "25 claims"),
  ]

  @Test(arguments: files)
  func `a file gets the format its name ends with, else a table`(_ path: String, _ start: String)
    throws
  {
    let disk = MemoryDisk()
    var session = try seedSession("seeds/korrin-valley")
    session.files.write = {
      disk.put($0, $1); return true
    }
    let result = session.perform("claims top 25 to \(path)", on: Canvas(width: 30))
    #expect(!result.hasFailed, "\(result.messages)")
    #expect(disk.text(path)?.hasPrefix(start) == true, "\(disk.text(path)?.prefix(40) ?? "")")
  }

  // MARK: - Today

  @Test func `weekdays and yesterday count from the day that is set`() throws {
    var session = try seedSession("seeds/venezuela")
    let plain = session.perform("claims on 2026-01-12").output
    _ = session.perform("set today 2026-01-13")
    #expect(session.perform("claims on yesterday").output == plain)
    #expect(session.perform("claims on Monday").output == plain)
    _ = session.perform("set today auto")
    #expect(session.perform("claims on 2 days ago").output == plain)
    #expect(session.perform("set today soon").hasFailed)
  }

  @Test func `a lesson's day holds in it, and not behind it`() throws {
    var session = try seedSession("seeds/venezuela")
    let text = """
      ---
      lesson: days
      today: 2026-01-13
      ---

      # Days

      ```hearsay
      claims on yesterday
      ```
      ```expect
      words "2026-01-12"
      ```
      ```hearsay try
      claims
      ```
      """
    _ = session.files.replace("days.lesson.md", Array(text.utf8))
    let outcome = testLesson(text, file: "days.lesson.md", in: &session)
    #expect(outcome.failures.isEmpty && outcome.checks == 3)
    #expect(!session.perform("run days.lesson.md").hasFailed)
    #expect(session.settings.today == nil)
    _ = session.perform("lesson days.lesson.md")
    #expect(session.settings.today == Day(iso: "2026-01-13"))
    _ = session.perform("quit")
    #expect(session.settings.today == nil)
    let bad = testLesson(
      text.replacing("2026-01-13", with: "soon"), file: "days.lesson.md", in: &session)
    #expect(bad.failures.first?.message == "'soon' is no day")
  }

  @Test func `what is recorded at a terminal is neither coloured nor cut`() throws {
    var session = try seedSession("seeds/korrin-valley")
    let screen = Canvas(width: 40, style: Style(isColoured: true))
    for line in ["record on out.lesson.md", "claims top 3", "record off"] {
      #expect(!session.perform(line, on: screen).hasFailed)
    }
    let text = String(decoding: try #require(session.files.read("out.lesson.md")), as: UTF8.self)
    #expect(!text.contains("\u{1B}") && !text.contains("next:") && !text.contains("is a cut"))
    #expect(text.contains("claims top 3"))
  }
}
