import Foundation
import HearsayTestSupport
import Testing

/// The built program as a person or a script runs it.
struct ProgramTests {
  static let statuses: [(arguments: [String], input: String, status: Int32, says: String)] = [
    (["-c", "status"], "", 0, ""),
    (["-c", "compare released as jsonl"], "", 0, ""),
    (["--nonsense"], "", 2, "nonsense"),
    (["--output", "xml"], "", 2, "'xml' is not a format"),
    (["extract"], "", 2, "Missing expected argument"),
    (["extract", "--date", "yesterday", "x.txt"], "", 2, "'yesterday' is no day"),
    (["extract", "/nowhere.txt"], "", 1, "/nowhere.txt: error: no such file"),
    (["/nowhere", "-c", "status"], "", 1, "/nowhere: error: no such file"),
    (["-c", "articles; cmopare x; status"], "", 1, "did you mean 'compare'?"),
    (["-f", "/nowhere.hearsay"], "", 1, "/nowhere.hearsay"),
    ([], "status\ncompare relased\nevents\n", 1, "stdin:2: error: no claim is about 'relased'"),
    ([], "# a comment\r\nstatus\r\nquit\r\nnonsense\r\n", 0, ""),
    (["--help"], "", 0, ""),
    (["--version"], "", 0, ""),
    (["test", "/nowhere.yaml"], "", 1, "/nowhere.yaml: error: no such file"),
    (["--rules", "/nowhere.yaml", "-c", "status"], "", 1, "/nowhere.yaml"),
  ]

  @Test(arguments: statuses)
  func `ends with the status of the contract, and says why on stderr`(
    _ arguments: [String], _ input: String, _ status: Int32, _ says: String
  ) throws {
    let run = try hearsay(arguments, input: input)
    #expect(run.status == status, "\(arguments): \(run.errors)")
    if says.isEmpty {
      #expect(run.errors.isEmpty)
    } else {
      #expect(run.errors.contains(says))
    }
    #expect(!run.output.contains("\u{1B}") && !run.errors.contains("\u{1B}"))
  }

  @Test func `a script stops at its first error`() throws {
    let run = try hearsay(input: "status\ncompare relased\nevents\n")
    #expect(run.output.contains("articles"))
    #expect(!run.output.contains("FIGURES"))
  }

  @Test func `an unmet expectation of a rules file is 3`() throws {
    let folder = try scratchFolder()
    let file = folder.appendingPathComponent("story.yaml")
    try Data(
      """
      hearsay: 1
      extends: english
      tests:
        - text: Police said 12 people were killed.
          expect: [{topic: killed, number: 99}]
        - text: Nothing happened.
          expect: none
        - text: No one knows.
          todo: later

      """.utf8
    ).write(to: file)
    let run = try hearsay("test", file.path)
    #expect(run.status == 3, "\(run.errors)")
    #expect(run.output.contains(":4: failed: Police said 12 people were killed."))
    #expect(run.output.contains("1 passed, 1 failed, 1 to do"))
  }

  @Test func `mistakes in the rules are all named with their places, and nothing runs`() throws {
    let folder = try scratchFolder()
    let file = folder.appendingPathComponent("story.yaml")
    try Data("hearsay: 1\nextends: english\ntopicks: {}\n".utf8).write(to: file)
    let run = try hearsay("--rules", file.path, "-c", "status")
    #expect(run.status == 1)
    #expect(run.errors.contains("story.yaml:3:1: error:"))
    #expect(run.output.isEmpty)
  }

  @Test func `rows for programs carry the bytes of the file`() throws {
    let run = try hearsay("seeds/venezuela", "-c", "claims as jsonl")
    #expect(run.status == 0)
    for line in run.output.split(separator: "\n") {
      let object = try #require(
        try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
      let file = try #require(object["file"] as? String)
      let start = try #require(object["start"] as? Int)
      let end = try #require(object["end"] as? Int)
      let bytes = try Data(contentsOf: projectRoot.appendingPathComponent(file))
      #expect(String(decoding: bytes[start..<end], as: UTF8.self) == object["text"] as? String)
    }
  }

  @Test func `finds rules and seeds from any folder`() throws {
    let run = try hearsay("-c", "status", in: try scratchFolder())
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.contains("english.yaml"))
  }

  @Test func `ten thousand empty files are twenty messages and a count, and all of them in json`()
    throws
  {
    let folder = try scratchFolder()
    for number in 0..<10_000 {
      let name = folder.appendingPathComponent("f\(number).txt").path
      _ = FileManager.default.createFile(atPath: name, contents: nil)
    }
    let run = try hearsay(folder.path, "-c", "status")
    #expect(run.status == 1)
    #expect(run.errors.split(separator: "\n").count { $0.contains("the file is empty") } == 21)
    #expect(run.errors.contains("9980 more like these"))
    let program = try hearsay(folder.path, "--output", "json", "-c", "status")
    #expect(program.errors.split(separator: "\n").count { $0.contains("is empty") } == 10_000)
    #expect(run.output.contains("nothing is loaded"))
    try? FileManager.default.removeItem(at: folder)
  }

  @Test func `one line of a megabyte is read`() throws {
    let folder = try scratchFolder()
    let file = folder.appendingPathComponent("long.txt")
    let sentence = "The court said 12 people were killed. "
    try Data(String(repeating: sentence, count: 1_000_000 / sentence.utf8.count).utf8).write(
      to: file)
    let run = try hearsay("segment", file.path)
    #expect(run.status == 0)
    #expect(run.output.split(separator: "\n").count > 20_000)
  }
}
