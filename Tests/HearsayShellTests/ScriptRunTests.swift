import HearsayFormats
import Testing

@testable import HearsayShell

/// Scripts stop at the first line that fails, unless failing is what is expected.
@Suite struct ScriptRunTests {
  private func run(_ text: String, keepsGoing: Bool = false, echoes: Bool = false) throws
    -> LineResult
  {
    var session = try seedSession("seeds/korrin-valley")
    var run = ScriptRun(name: "s", keepsGoing: keepsGoing, echoes: echoes)
    var all = LineResult()
    for line in Script(name: "s", text: text).lines where !run.isOver {
      all.add(run.next(line, in: &session))
    }
    all.add(run.end())
    return all
  }

  @Test("stops at the first failure, and names its line")
  func stops() throws {
    let result = try run("# a comment\nstatus\nbogus\nevents\n")
    #expect(result.hasFailed)
    #expect(result.messages.count == 1)
    #expect(result.messages[0].hasPrefix("s:3: error: no command is named 'bogus'"))
    #expect(!result.output.contains("EVENT"))
  }

  @Test("forgives a failure that the next line expects")
  func forgives() throws {
    let result = try run("bogus\n\n# it must fail\nexpect error \"no command\"\nevents\n")
    #expect(!result.hasFailed)
    #expect(result.messages.isEmpty)
    #expect(result.output.contains("EVENT"))
  }

  @Test("shows both the failure and what was expected instead")
  func wrongFailure() throws {
    let result = try run("bogus\nexpect error \"no claim\"\nevents\n")
    #expect(result.hasDisappointed)
    #expect(result.messages.count == 2)
    #expect(!result.output.contains("EVENT"))
  }

  @Test("goes on when asked to, and still fails at the end")
  func keepsGoing() throws {
    let result = try run("bogus\nevents\nbogus\n", keepsGoing: true)
    #expect(result.hasFailed)
    #expect(result.messages.count == 2)
    #expect(result.output.contains("EVENT"))
  }

  @Test("shows each command before its answer when asked to")
  func echoes() throws {
    let result = try run("events\n", echoes: true)
    #expect(result.output.hasPrefix("hearsay> events\n"))
  }

  @Test("a script that runs itself ends")
  func runsItself() throws {
    let files = FileAccess.inMemory(["a.hearsay": Array("run a.hearsay\n".utf8)])
    var session = Session(files: files)
    let result = session.perform("run a.hearsay")
    #expect(result.hasFailed)
    #expect(result.messages.joined().contains("8 deep"))
  }

  @Test(
    "a file that is no script is refused",
    arguments: [("nowhere", "no such file"), ("folder", "is a folder"), ("bad", "not UTF-8")])
  func refuses(_ path: String, _ says: String) {
    let files = FileAccess.inMemory(["folder/x": [], "bad": [0xFF, 0xFE]])
    var session = Session(files: files)
    let result = session.perform("run \(path)")
    #expect(result.messages.joined().contains(says), "\(result.messages)")
  }
}

/// `record` writes a session down.
@Suite struct RecordingTests {
  @Test("what succeeds becomes a script")
  func script() throws {
    var session = try seedSession("seeds/korrin-valley")
    for line in ["record on out.hearsay", "events", "expect words killed", "bogus", "record off"] {
      _ = session.perform(line)
    }
    let text = session.files.read("out.hearsay").map { String(decoding: $0, as: UTF8.self) }
    #expect(text == "events\nexpect words killed\n")
  }

  @Test("a lesson that was recorded passes its own test")
  func lesson() throws {
    var session = try seedSession("seeds/korrin-valley")
    for line in ["record on out.lesson.md", "compare damage", "expect conflicts 1", "record off"] {
      #expect(!session.perform(line).hasFailed)
    }
    let bytes = try #require(session.files.read("out.lesson.md"))
    let text = String(decoding: bytes, as: UTF8.self)
    let outcome = testLesson(text, file: "out.lesson.md", in: &session)
    #expect(outcome.failures.isEmpty, "\(outcome.failures)")
    #expect(outcome.checks == 3)
  }

  @Test("writes over nothing, and not at all in safe mode")
  func careful() throws {
    var session = try seedSession("seeds/korrin-valley")
    let existing = session.perform("record on seeds/korrin-valley/e0-courier.txt")
    #expect(existing.messages.joined().contains("exists"))
    session.beSafe()
    #expect(session.perform("record on x.hearsay").messages.joined().contains("safe mode"))
    #expect(session.perform("events to x.csv").messages.joined().contains("safe mode"))
    #expect(session.perform("record off").messages.joined().contains("nothing is being recorded"))
  }
}
