import Foundation
import Testing

struct BadFilesTests {
  static let files: [(name: String, bytes: [UInt8], says: String)] = [
    ("empty.txt", [], "the file is empty"),
    ("blank.txt", Array(" \n\t\r\n".utf8), "the file is empty"),
    ("picture.txt", [0x89, 0x50, 0x4E, 0x47, 0, 0, 0], "not a text file: byte 4"),
    (
      "latin.txt", Array("Good.\nCaf".utf8) + [0xE9, 0x0A],
      "not UTF-8: byte 9 (0xE9), line 2, column 4"
    ),
    ("wide.txt", [0xFF, 0xFE, 0x41, 0], "the text is UTF-16"),
  ]

  @Test(arguments: files)
  func `a file that is no text is one message, and the others are read`(
    _ name: String, _ bytes: [UInt8], _ says: String
  ) throws {
    let folder = try scratchFolder()
    let bad = folder.appendingPathComponent(name)
    let good = folder.appendingPathComponent("good.txt")
    try Data(bytes).write(to: bad)
    try Data("\u{FEFF}A court said no.\r\nHe left.\r\n".utf8).write(to: good)
    let run = try hearsay("segment", bad.path, good.path)
    #expect(run.status == 1)
    #expect(run.errors.contains(says))
    #expect(run.errors.split(separator: "\n").count == 1)
    #expect(run.output.contains("good.txt"))
  }

  @Test func `a missing file and a folder are named`() throws {
    let run = try hearsay("extract", "/nowhere/at/all.txt", "rules")
    #expect(run.status == 1)
    #expect(run.errors.contains("/nowhere/at/all.txt: error: no such file"))
    #expect(run.errors.contains("rules: error: this is a folder"))
  }
}
