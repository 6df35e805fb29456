import Foundation
import HearsayCore
import HearsayFormats
import HearsayTestSupport
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
}
