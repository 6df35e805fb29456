import HearsayCore
import HearsayFormats
import HearsayTestSupport
import Testing

@testable import HearsayShell

/// `check STATEMENT` on a small story, and what it must never say.
struct CheckTests {
  static let story = [
    "case/corpus.yaml": """
    title: A fire
    articles:
      - {file: one.txt, outlet: The Mill, published: 2025-03-12}
      - {file: two.txt, outlet: The Weir, published: 2025-03-12}
      - {file: three.txt, outlet: The Lock, published: 2025-03-14}
    """,
    "case/one.txt": """
    At least 12 people were killed on Tuesday, the mayor said. About 40 people were injured, according to the hospital.

    “The doors did not close,” the owner said. The owner denied that there was a fire alarm.

    """,
    "case/two.txt": """
    Police said 30 people were killed on Tuesday. Several houses were destroyed, residents said.

    The hall was built in 1931.

    """,
    "case/three.txt": "Police said 33 people were killed as of Friday.\n",
  ]

  static let loaded = Result { try storySession(MemoryDisk(), story) }

  /// Statement, verdict, and what must stand in one line of the answer.
  static let examples: [(statement: String, verdict: String, line: [String])] = [
    ("30 people were killed.", "supported", ["30", "Police", "two.txt:1"]),
    ("thirty people were killed", "supported", ["30", "Police", "two.txt:1"]),
    ("30 people were killed", "supported", ["a second named source"]),
    ("13 people were killed", "cannotTell", ["≥12", "mayor", "one.txt:1"]),
    ("5 people were killed", "notSaid", ["≥12", "mayor"]),
    ("40 people were injured", "supported", ["≈40", "hospital"]),
    ("12 people were injured", "notSaid", ["≈40", "hospital"]),
    ("Police said 30 people were killed", "supported", ["30", "two.txt:1"]),
    ("Police said 99 people were killed", "notSaid", ["33", "three.txt:1"]),
    ("The minister said 30 people were killed", "cannotTell", ["no article has anything from"]),
    ("The doors did not close.", "supported", ["owner", "one.txt:3"]),
    ("The doors closed.", "disputed", ["owner", "one.txt:3"]),
    ("The doors did close.", "disputed", ["owner", "one.txt:3"]),
    ("The owner denied that there was a fire alarm", "supported", ["one.txt:3"]),
    ("The owner said that there was a fire alarm", "notSaid", ["one.txt:3"]),
    ("The hall was built in 1931.", "notSaid", ["The hall was built", "two.txt:3"]),
    ("The moon is made of cheese.", "notSaid", []),
  ]

  @Test(arguments: examples)
  func `a statement is laid beside what is said`(
    _ statement: String, _ verdict: String, _ line: [String]
  ) throws {
    var session = try Self.loaded.get()
    let rows = session.perform("check \(statement) as jsonl").output
    #expect(rows.contains("\"verdict\":\"\(verdict)\""), "\(statement): \(rows)")
    let table = session.perform("check \"\(statement)\"").output
    #expect(
      line.isEmpty
        || table.split(separator: "\n").contains { row in line.allSatisfy(row.contains) },
      "\(table)")
    #expect(!table.contains(" true") && !table.contains(" false"))
    #expect(table.contains("what is said, not what is so"))
  }

  @Test func `a later figure of the same source is said to overtake it`() throws {
    var session = try Self.loaded.get()
    let answer = session.perform("check 30 people were killed").output
    #expect(answer.contains("a later figure of a source that said so"))
  }

  @Test func `two figures are two checks`() throws {
    var session = try Self.loaded.get()
    let rows = session.perform("check 30 people were killed and 40 injured as jsonl").output
    #expect(rows.split(separator: "\n").count { $0.hasPrefix("{\"row\":\"check\"") } == 2)
  }

  /// Nothing a person types may trap, and every row is one object.
  @Test(arguments: ["“", "99999999999999999999 people died", "--- ???", "a", "the the the"])
  func `strange statements are answered or refused`(_ statement: String) throws {
    var session = try Self.loaded.get()
    let result = session.perform("check \(statement) as jsonl")
    for row in result.output.split(separator: "\n") { #expect(isJSONObject(String(row))) }
    #expect(!result.output.isEmpty || !result.messages.isEmpty)
  }
}
