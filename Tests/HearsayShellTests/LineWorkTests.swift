import Foundation
import HearsayCore
import HearsayFormats
import HearsayGraph
import HearsayTestSupport
import Synchronization
import Testing

@testable import HearsayShell

struct LineWorkTests {
  @Test func `hands back the session as the line has left it`() throws {
    let session = try storySession(MemoryDisk())
    let work = LineWork("set output csv", on: Canvas(), in: session)
    let outcome = try #require(work.outcome(unless: { false }))
    #expect(outcome.session.settings.output == .csv)
    #expect(session.settings.output == nil)
  }

  @Test func `gives up a command that does not look, and lets it write nothing`() throws {
    let disk = MemoryDisk()
    var slow = disk.access
    let read = slow.read
    slow.read = { path in
      Thread.sleep(forTimeInterval: 1)
      return read(path)
    }
    disk.put("slow.hearsay", Array("help to out.txt\n".utf8))
    let session = Session(files: slow)
    let began = ContinuousClock.now
    let work = LineWork("run slow.hearsay", on: Canvas(), in: session)
    #expect(work.outcome(unless: { true }) == nil)
    #expect(ContinuousClock.now - began < .seconds(1))
    Thread.sleep(forTimeInterval: 2)
    #expect(disk.bytes("out.txt") == nil)
    _ = LineWork("run slow.hearsay", on: Canvas(), in: session).outcome { false }
    #expect(disk.bytes("out.txt") != nil)
  }

  @Test func `keeps safe what a line has made safe`() throws {
    let disk = MemoryDisk()
    disk.put("a.lesson.md", Array("# One\n\n```ask a number\nHow many?\nanswer: 1\n```\n".utf8))
    var session = try storySession(disk)
    for line in ["lesson a.lesson.md", "status to out.txt"] {
      session = try #require(LineWork(line, on: Canvas(), in: session).outcome { false }).session
    }
    #expect(disk.bytes("out.txt") == nil)
  }

  @Test func `tells work that was given up, so that it ends`() throws {
    let session = try storySession(MemoryDisk())
    let hasEnded = Ended()
    let work = SessionWork(in: session) { session in
      while !session.graph.isGivenUp { Thread.sleep(forTimeInterval: 0.01) }
      hasEnded.set()
    }
    #expect(work.outcome(unless: { true }) == nil)
    for _ in 0..<1000 where !hasEnded.holds { Thread.sleep(forTimeInterval: 0.01) }
    #expect(hasEnded.holds)
  }

  @Test func `an answer given up half-way is none, and spoils no later one`() throws {
    let disk = MemoryDisk()
    var session = try storySession(disk)
    let lines = ["compare killed", "conflicts", "compatible", "corroborated", "quotes", "reuse"]
    let version = session.graphVersion
    let flag = GivenUp()
    flag.raise()
    session.listen(to: flag)
    #expect(session.graph.compare(Asked("killed")).groups.isEmpty)
    #expect(session.graph.relations().isEmpty)
    for line in lines { _ = session.perform(line) }
    session.listen(to: nil)
    #expect(session.graphVersion == version)
    var fresh = try storySession(MemoryDisk())
    for line in lines { #expect(session.perform(line).output == fresh.perform(line).output) }
  }

  @Test func `loading given up leaves what was there`() throws {
    let disk = MemoryDisk()
    var session = try storySession(disk)
    let before = session.perform("claims").output
    disk.put("more/a.txt", Array("At least 7 people were killed, police said.\n".utf8))
    let flag = GivenUp()
    flag.raise()
    session.listen(to: flag)
    #expect(session.perform("load more").hasFailed)
    session.listen(to: nil)
    #expect(session.perform("claims").output == before)
  }

  @Test func `a script ends between its lines when the person asks for it`() throws {
    let disk = MemoryDisk()
    disk.put("two.hearsay", Array("help to one.txt\nhelp to two.txt\n".utf8))
    var session = Session(files: disk.access)
    session.isCancelled = { disk.bytes("one.txt") != nil }
    let result = session.perform("run two.hearsay")
    #expect(result.hasFailed && result.messages.contains("interrupted"))
    #expect(disk.bytes("one.txt") != nil && disk.bytes("two.txt") == nil)
  }
}

private final class Ended: Sendable {
  private let flag = Atomic(false)
  var holds: Bool { flag.load(ordering: .relaxed) }
  func set() { flag.store(true, ordering: .relaxed) }
}
