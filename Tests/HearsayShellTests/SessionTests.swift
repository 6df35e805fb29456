import HearsayCore
import HearsayFormats
import HearsayTestSupport
import Testing

@testable import HearsayShell

struct SessionTests {
  static let story = [
    "case/corpus.yaml": """
    title: A fire
    articles:
      - {file: one.txt, outlet: The Mill, published: 2025-03-12}
      - {file: two.txt, outlet: The Weir, published: 2025-03-12}
    """,
    "case/one.txt": "Police said 12 people were killed on Tuesday.\n",
    "case/two.txt": "The mayor said 30 people were killed on Tuesday.\n",
  ]

  static func access(_ more: [String: String] = [:]) throws -> FileAccess {
    var files: [String: [UInt8]] = [:]
    for path in englishFiles { files[path] = try projectFile(path).bytes }
    for (path, text) in story.merging(more, uniquingKeysWith: { $1 }) {
      files[path] = Array(text.utf8)
    }
    return .inMemory(files)
  }

  @Test(arguments: [
    ("compare released", "19 figures from 14 origins"),
    ("compare released top 3", "3 of 19 figures, from 14 origins"),
    ("compare released top 99", "19 figures from 14 origins"),
  ])
  func `an answer cut by top says how many figures there are`(_ line: String, _ says: String) throws
  {
    var session = try seedSession("seeds/venezuela")
    #expect(session.perform(line).output.contains(says))
  }

  @Test func `loads a story and answers`() throws {
    var session = Session(files: try Self.access())
    #expect(session.load(["case"]).isEmpty)
    let result = session.perform("compare killed as jsonl")
    #expect(result.messages.isEmpty)
    #expect(result.output.contains("\"file\":\"case/one.txt\",\"line\":1"))
    #expect(result.output.contains("a total grows, so the larger is read as the later"))
  }

  @Test func `the first command that fails ends its line`() throws {
    var session = Session(files: try Self.access())
    _ = session.load(["case"])
    let result = session.perform("articles; compare kiled; status")
    #expect(result.hasFailed)
    #expect(result.output.contains("The Mill"))
    #expect(!result.output.contains("rules"))
    #expect(
      result.messages == [
        "error: no claim is about 'kiled'\n  articles; compare kiled; status\n"
          + "                    ^^^^^ did you mean 'killed'?"
      ])
  }

  @Test func `a clause that is almost one is named, not the whole line`() throws {
    var session = Session(files: try Self.access())
    _ = session.load(["case"])
    let result = session.perform("compare killed wher people")
    #expect(
      result.messages == [
        "error: no clause is named 'wher'\n  compare killed wher people\n"
          + "                 ^^^^ did you mean 'where'?"
      ])
  }

  @Test func `errors are data where answers are`() throws {
    var session = Session(files: try Self.access())
    _ = session.load(["case"])
    let result = session.perform("compare kiled as jsonl")
    #expect(
      result.messages == [
        #"{"error":{"code":"unknown-event","file":null,"at":8,"length":5,"#
          + #""message":"no claim is about 'kiled'","suggest":["killed"]}}"#
      ])
  }

  @Test func `mistakes in the rules leave everything as it was`() throws {
    var session = Session(files: try Self.access(["bad.yaml": "topics: [\n"]))
    _ = session.load(["case"])
    let before = session.perform("status").output
    let result = session.perform("rules bad.yaml")
    #expect(result.hasFailed)
    #expect(result.messages.first?.contains("bad.yaml") == true)
    #expect(session.perform("status").output == before)
  }

  @Test func `nothing loaded is said, not an error`() throws {
    var session = Session(files: try Self.access())
    #expect(session.load([]).isEmpty)
    #expect(
      session.perform("articles").output == "nothing is loaded: `load FOLDER` reads articles\n")
  }

  @Test func `an answer goes to a file in the format of its name`() throws {
    var access = try Self.access()
    access.write = { path, bytes in
      path == "out.csv" && String(decoding: bytes, as: UTF8.self).hasPrefix("row,")
    }
    var session = Session(files: access)
    _ = session.load(["case"])
    let result = session.perform("claims to out.csv")
    #expect(result.output.isEmpty)
    #expect(result.messages == ["wrote out.csv (csv)"])
    #expect(session.perform("claims to elsewhere").hasFailed)
    #expect(session.perform("claims to case/one.txt").messages[0].contains("is an article"))
  }

  /// Every command answers its own example, in every format, on both seeds.
  @Test(arguments: ["seeds/venezuela", "seeds/korrin-valley"])
  func `each command answers its example`(_ seed: String) throws {
    var session = try seedSession(seed)
    for command in Command.all where command.name != "reload" && command.name != "load" {
      let isElsewhere =
        seed.contains("korrin")
        && ["compare", "who said", "who is", "claims", "timeline", "why-not", "merge", "split"]
          .contains(command.name)
      if isElsewhere { continue }
      let result = session.perform(command.example)
      #expect(result.messages.isEmpty, "\(command.example): \(result.messages)")
    }
  }

  @Test func `every line of rows for programs is one valid object`() throws {
    var session = try seedSession("seeds/venezuela")
    for command in Command.all
    where command.clauses.contains(.as) && command.takes != .paths(isRequired: true) {
      if command.name == "reload" { continue }
      for format in ["jsonl", "json"] {
        let output = session.perform(command.example + " as \(format)").output
        for line in output.split(separator: "\n") { #expect(isJSONObject(String(line)), "\(line)") }
      }
    }
  }

  @Test func `the same question twice gives the same bytes`() throws {
    var one = try seedSession("seeds/venezuela")
    var other = try seedSession("seeds/venezuela")
    for line in [
      "compare released as jsonl", "conflicts", "sources", "claims", "aliases", "events",
    ] {
      #expect(one.perform(line).output == other.perform(line).output)
    }
  }
}
