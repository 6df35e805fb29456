import Testing

@testable import HearsayShell

/// The lines typed, as an answer.
struct HistoryCommandTests {
  static let lines = ["events", "compare released", "who said 56", "a\nb", "compare killed"]

  @Test(arguments: [
    ("history", "1,2,3,4,5"), ("history 2", "4,5"), ("history COMPARE", "2,5"),
    ("history \"56\"", "3"), ("history who said", "3"),
  ])
  func `shows the last lines, or those with words in them`(_ line: String, _ numbers: String)
    throws
  {
    var session = try seedSession("seeds/venezuela")
    session.typedLines = Self.lines
    let rows = session.perform(line + " as jsonl").output.split(separator: "\n")
    let found = rows.compactMap { row in
      row.split(separator: "\"line\":").last?.split(separator: ",").first
    }
    #expect(found.joined(separator: ",") == numbers)
  }

  @Test func `a pasted entry is one row, and a script has no lines`() throws {
    var session = try seedSession("seeds/venezuela")
    #expect(session.perform("history").output.contains("only where somebody types"))
    session.typedLines = Self.lines
    #expect(session.perform("history").output.contains("a ⏎ b"))
    #expect(session.perform("history -3").hasFailed)
  }
}
