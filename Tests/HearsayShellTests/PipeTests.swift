import HearsayFormats
import Synchronization
import Testing

@testable import HearsayShell

/// `claims as jsonl | wc -l`.
struct PipeTests {
  /// What programs were started with.
  final class Started: Sendable {
    struct Call: Sendable {
      var before: String
      var command: String
      var input: String
    }

    let calls = Mutex<[Call]>([])

    func access(_ end: ProgramEnd = .exited(0)) -> ProgramAccess {
      ProgramAccess { before, command, input in
        let call = Call(
          before: before, command: command, input: String(decoding: input, as: UTF8.self))
        self.calls.withLock { $0.append(call) }
        return end
      }
    }

    var all: [Call] { calls.withLock { $0 } }
  }

  private func session(_ started: Started, _ end: ProgramEnd = .exited(0)) throws -> Session {
    var session = try storySession(MemoryDisk())
    session.programs = started.access(end)
    return session
  }

  static let lines: [(line: String, command: String?)] = [
    ("claims | wc -l", "wc -l"),
    (
      "claims as jsonl | jq -r '.text | ascii_upcase' | sort; date # all of it",
      "jq -r '.text | ascii_upcase' | sort; date # all of it"
    ),
    ("status; claims|cat", "cat"),
    ("who said \"12 | 30\"", nil),
    ("claims # | wc", nil),
    ("how many were killed? | cat", "cat"),
    ("check \"12 people | or so were killed\" | cat", "cat"),
    ("! ls -l", "ls -l"),
    ("!ls | wc", "ls | wc"),
    ("alias n = claims | wc -l", nil),
  ]

  @Test(arguments: lines)
  func `what stands behind a bar goes to the system's shell as it is`(
    _ line: String, _ command: String?
  ) throws {
    let started = Started()
    var session = try session(started)
    let result = session.perform(line)
    #expect(started.all.map(\.command) == [command].compactMap { $0 }, "\(result.messages)")
  }

  @Test func `a program gets what a file would get, after what was answered before`() throws {
    let started = Started()
    var session = try session(started)
    let plain = session.perform("compare killed").output
    let events = session.perform("events").output
    let screen = Canvas(width: 40, style: Style(isColoured: true))
    let result = session.perform("events; compare killed | cat", on: screen)
    #expect(started.all.map(\.input) == [plain])
    #expect(started.all.map(\.before).joined().contains("\u{1B}"))
    #expect(result.output.isEmpty)
    _ = session.perform("events; claims as csv | cat")
    #expect(started.all.last?.before == events)
    #expect(started.all.last?.input.hasPrefix("row,") == true)
  }

  @Test func `a script's answers come before what it pipes`() throws {
    let started = Started()
    var session = try session(started)
    session.files = .inMemory(["a.hearsay": Array("events\nclaims | cat\nstatus\n".utf8)])
    let result = session.perform("status; run a.hearsay")
    let before = try #require(started.all.first?.before)
    #expect(before.contains("A fire") && before.contains("EVENT"))
    #expect(!result.output.contains("EVENT") && result.output.contains("A fire"))
  }

  @Test(arguments: [
    (ProgramEnd.exited(3), "ended with status 3"), (.signalled(13), "was ended by signal 13"),
    (.notStarted, "could not be started"),
  ])
  func `how it ended is told, and the answer is kept`(_ end: ProgramEnd, _ says: String) throws {
    var session = try session(Started(), end)
    let result = session.perform("claims | x")
    #expect(result.hasFailed)
    #expect(result.messages[0].contains(says))
    #expect(!session.perform("last").hasFailed)
  }

  @Test(arguments: ["claims | wc", "!ls", "claims to x.csv"])
  func `in safe mode none is started and no file is written, and the error says so`(
    _ line: String
  ) throws {
    let started = Started()
    var session = try session(started)
    session.beSafe()
    let result = session.perform(line)
    #expect(started.all.isEmpty)
    #expect(result.messages[0].contains("in safe mode no "))
    #expect(result.messages[0].contains("without `--safe`"))
  }

  @Test(arguments: [
    ("claims |", "a program is missing"), ("| wc", "a command is missing"),
    ("quit | wc", "nothing that could be piped"), ("claims to a.csv | wc", "not to both"),
    ("!", "a program is missing"),
  ])
  func `a bar that leads nowhere is an error`(_ line: String, _ says: String) throws {
    var session = try session(Started())
    let result = session.perform(line)
    #expect(result.messages.first?.contains(says) == true, "\(result.messages)")
  }
}
