import Glibc
import Testing

@testable import HearsayTerminal

struct ScriptLinesTests {
  static let scripts: [(bytes: [UInt8], lines: [String])] = [
    (Array("one\ntwo\n".utf8), ["one", "two"]),
    (Array("one\ntwo".utf8), ["one", "two"]),
    (Array("one\r\ntwo\r\n".utf8), ["one", "two"]),
    (Array("one\r\ntwo\r".utf8), ["one", "two"]),
    (Array("one\rtwo\n".utf8), ["one\rtwo"]),
    (Array("\u{FEFF}one\n\u{FEFF}two".utf8), ["one", "\u{FEFF}two"]),
    (Array("\n\n".utf8), ["", ""]),
    ([], []),
    ([0x61, 0, 0x62, 0x0A], ["a\u{FFFD}b"]),
    ([0x61, 0xFF, 0x62, 0x0A, 0xC3], ["a\u{FFFD}b", "\u{FFFD}"]),
    (Array("show “Señor” 加\n".utf8), ["show “Señor” 加"]),
  ]

  @Test(arguments: scripts)
  func `reads the lines of a file`(_ bytes: [UInt8], _ lines: [String]) throws {
    let folder = ScratchFolder()
    folder.write(bytes, to: "script")
    var script = try ScriptLines(file: folder.path + "/script")
    var found: [String] = []
    while let line = try script.next() {
      #expect(line.number == found.count + 1)
      found.append(line.text)
    }
    // `==` of two strings takes `e` and its accent for `é`; here each code point counts.
    #expect(found.map { Array($0.unicodeScalars) } == lines.map { Array($0.unicodeScalars) })
  }

  @Test func `gives a line of a pipe as soon as it is there`() throws {
    var ends: [Int32] = [0, 0]
    pipe(&ends)
    defer { close(ends[0]) }
    var script = ScriptLines(borrowing: ends[0])
    write(ends[1], "one\ntw", 6)
    #expect(try script.next()?.text == "one")
    write(ends[1], "o\n", 2)
    #expect(try script.next()?.text == "two")
    close(ends[1])
    #expect(try script.next() == nil)
    #expect(try script.next() == nil)
  }

  @Test func `reads many lines, some longer than what is read at once`() throws {
    let folder = ScratchFolder()
    let lines = (0..<2000).map { String(repeating: "x", count: $0 % 500 == 0 ? 100_000 : $0 % 90) }
    folder.write(lines.joined(separator: "\n") + "\n", to: "script")
    var script = try ScriptLines(file: folder.path + "/script")
    for line in lines { #expect(try script.next()?.text == line) }
    #expect(try script.next() == nil)
  }

  @Test func `says why a file is not a script`() {
    #expect(throws: ScriptLines.Failure.unreadable(reason: "No such file or directory")) {
      _ = try ScriptLines(file: "/no/such/file")
    }
    #expect(throws: ScriptLines.Failure.folder) { _ = try ScriptLines(file: "/tmp") }
  }

  @Test func `gives up on a line without end`() {
    #expect(throws: ScriptLines.Failure.tooLong(line: 1)) {
      var script = try ScriptLines(file: "/dev/zero")
      while try script.next() != nil {}
    }
  }
}
