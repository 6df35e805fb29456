import Glibc
import Testing

@testable import HearsayTerminal

struct HistoryTests {
  static let escapes: [(entry: String, line: String)] = [
    ("compare released", "compare released"),
    (#"show "D:\news""#, #"show "D:\\news""#),
    ("one\ntwo", #"one\ntwo"#),
    (#"one\ntwo"#, #"one\\ntwo"#),
    ("a\tb\r\u{7F}", #"a\x09b\x0d\x7f"#),
    ("“Señor” 加 🇻🇪", "“Señor” 加 🇻🇪"),
  ]

  @Test(arguments: escapes)
  func `writes an entry as one line and reads it back`(_ entry: String, _ line: String) {
    #expect(String(decoding: escaped(entry), as: UTF8.self) == line)
    #expect(unescaped(Array(line.utf8)) == entry)
  }

  static let damaged: [[UInt8]] = [
    Array(#"half \"#.utf8), Array(#"\q"#.utf8), Array(#"\x0"#.utf8), Array(#"\x41"#.utf8),
    Array(#"\x00"#.utf8), Array(#"\x+9"#.utf8), [0x61, 0, 0x62], [0xC3, 0x28], [0x1B, 0x5B], [],
  ]

  @Test(arguments: damaged)
  func `takes a damaged line for none`(_ line: [UInt8]) {
    #expect(unescaped(line) == nil)
  }

  @Test func `skips damaged lines and keeps the others`() {
    let folder = ScratchFolder()
    folder.write(Array("one\n".utf8) + [0xFF, 0x0A, 0x00, 0x0A, 0x0A] + Array("two".utf8), to: "h")
    #expect(History(file: folder.path + "/h").entries == ["one", "two"])
  }

  @Test func `keeps each line once, where it was typed last`() {
    var history = History(file: nil)
    for line in ["one", "two", "one", "one", "three"] { _ = history.add(line) }
    #expect(history.entries == ["two", "one", "three"])
    #expect(history.add("three").change == .none)
    #expect(history.add("two").change == .moved)
    #expect(history.add("four").change == .appended)
  }

  @Test(arguments: ["", "   ", " private", "\t", "\n", "a\0b"])
  func `does not keep a blank or private line`(_ line: String) {
    var history = History(file: nil)
    #expect(history.add(line).change == .none)
    #expect(history.entries.isEmpty)
  }

  @Test func `makes the folders and a file that only its owner reads`() {
    let folder = ScratchFolder()
    var history = History(file: folder.path + "/state/hearsay/history")
    #expect(history.add("one\ntwo").note == nil)
    #expect(folder.read("state/hearsay/history") == "one\\ntwo\n")
    #expect(folder.mode("state/hearsay/history") == 0o600)
    #expect(folder.mode("state/hearsay") == 0o700)
  }

  @Test func `closes a file that others could read`() {
    let folder = ScratchFolder()
    folder.write("one\n", to: "h")
    var history = History(file: folder.path + "/h")
    _ = history.add("two")
    #expect(folder.mode("h") == 0o600)
  }

  @Test func `does not glue a line to half of one`() {
    let folder = ScratchFolder()
    folder.write("one\nha", to: "h")
    var history = History(file: folder.path + "/h")
    _ = history.add("two")
    #expect(folder.read("h") == "one\nha\ntwo\n")
  }

  @Test func `loses nothing of two shells at once`() async {
    let folder = ScratchFolder()
    let file = folder.path + "/h"
    await withTaskGroup { group in
      for shell in 0..<4 {
        group.addTask {
          var history = History(file: file)
          for line in 0..<50 { _ = history.add("shell \(shell) line \(line)") }
        }
      }
    }
    #expect(History(file: file).entries.count == 200)
  }

  @Test func `says once that the file takes no more, and goes on`() {
    let folder = ScratchFolder()
    folder.write("a file where a folder belongs", to: "state")
    var history = History(file: folder.path + "/state/history")
    #expect(history.add("one").note?.hasPrefix("history is not kept: ") == true)
    #expect(history.add("two").note == nil)
    #expect(history.entries == ["one", "two"])
  }

  @Test(.timeLimit(.minutes(1)))
  func `is not held up by a pipe or a folder in the file's place`() {
    let folder = ScratchFolder()
    mkfifo(folder.path + "/pipe", 0o600)
    for name in ["pipe", "."] {
      var history = History(file: folder.path + "/" + name)
      #expect(history.entries.isEmpty)
      #expect(history.add("one").note != nil)
    }
  }

  @Test func `throws out old twins when they are most of the file, past a link`() {
    let folder = ScratchFolder()
    let twins = (0..<2000).map { "line \($0 % 10)\n" }.joined()
    folder.write(twins, to: "real")
    symlink("real", folder.path + "/h")
    #expect(History(file: folder.path + "/h").entries.count == 10)
    #expect(folder.read("real") == (0..<10).map { "line \($0)\n" }.joined())
    #expect(folder.mode("real") == 0o600)
    #expect(History(file: folder.path + "/h").entries.count == 10)
  }

  @Test func `forgets the oldest beyond the most it keeps`() {
    let lines = (0..<History.mostEntries + 5).map { Array("line \($0)".utf8) }
    let (entries, wasted) = History.entries(lines)
    #expect(entries.count == History.mostEntries)
    #expect(entries.first == "line 5")
    #expect(wasted == 5)
  }

  @Test func `goes on with the newest entry of one line`() {
    var history = History(file: nil)
    for line in ["compare killed", "compare released", "compare a\nb"] { _ = history.add(line) }
    #expect(history.continuation(of: "comp") == "are released")
    #expect(history.continuation(of: "compare k") == "illed")
    #expect(history.continuation(of: "compare released") == nil)
    #expect(history.continuation(of: "") == nil)
  }

  static let places: [(environment: [String: String], file: String?)] = [
    (["XDG_STATE_HOME": "/state", "HOME": "/home/a"], "/state/hearsay/history"),
    (["XDG_STATE_HOME": "relative", "HOME": "/home/a"], "/home/a/.local/state/hearsay/history"),
    (["XDG_STATE_HOME": "", "HOME": "/home/a"], "/home/a/.local/state/hearsay/history"),
    (["HOME": ""], nil),
    ([:], nil),
  ]

  @Test(arguments: places)
  func `lies where the XDG specification says`(_ variables: [String: String], _ file: String?) {
    #expect(History.standardFile(environment: { variables[$0] }) == file)
  }
}
