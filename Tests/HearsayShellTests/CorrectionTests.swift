import Dispatch
import Foundation
import HearsayCore
import HearsayFormats
import HearsayGraph
import HearsayTestSupport
import Synchronization
import Testing

@testable import HearsayShell

/// Corrections by hand: kept, replayed, shown, undone, never lost.
struct CorrectionTests {
  @Test func `corrections are kept beside the corpus and replayed on load`() throws {
    let disk = MemoryDisk()
    var one = try storySession(disk)
    #expect(one.perform("same 1 2; note 1 \"ask the desk\"").messages.isEmpty)
    let kept = try #require(disk.text("case/corrections.hearsay"))
    #expect(kept.hasPrefix("hearsay corrections 1\nsame\t"))
    var other = try storySession(disk)
    #expect(other.perform("edits").output == one.perform("edits").output)
    #expect(other.perform("compare killed").output.contains("by hand, edit 2"))
    #expect(other.perform("origins").output.contains("by hand"))
    #expect(other.perform("origins as jsonl").output.contains(#""row":"edit""#))
  }

  @Test func `what was decided is one origin, or two`() throws {
    var session = try storySession(MemoryDisk())
    func origins() -> Int {
      session.graph.originList(of: Array(session.graph.claims.indices)).count
    }
    let before = origins()
    _ = session.perform("same 1 2")
    #expect(origins() == before - 1)
    _ = session.perform("undo")
    #expect(origins() == before)
    _ = session.perform("same 1 2; not-same 1 2")
    #expect(origins() == before)
  }

  @Test func `what was taken back is put back, the last thing first`() throws {
    let disk = MemoryDisk()
    var session = try storySession(disk)
    #expect(session.perform("redo").messages.first?.contains("nothing was taken back") == true)
    _ = session.perform("note 1 \"a\"; note 1 \"b\"")
    let both = disk.text("case/corrections.hearsay")
    _ = session.perform("undo; undo")
    #expect(session.perform("edits").output.contains("nothing was corrected"))
    #expect(session.perform("redo; redo").messages.isEmpty)
    #expect(disk.text("case/corrections.hearsay") == both)
    #expect(session.perform("redo").hasFailed)
    _ = session.perform("undo; note 1 \"c\"")
    #expect(session.perform("redo").hasFailed)
  }

  @Test func `the only correction taken back leaves no file behind`() throws {
    let disk = MemoryDisk()
    var session = try storySession(disk)
    _ = session.perform("note 1 \"a\"; undo")
    #expect(disk.text("case/corrections.hearsay") == nil)
    #expect(session.perform("redo").messages.isEmpty)
    #expect(disk.text("case/corrections.hearsay")?.contains("note") == true)
    // What another version wrote is not thrown away with it.
    let other = "hearsay corrections 1\nmark\tx\n"
    disk.put("case/corrections.hearsay", Array(other.utf8))
    _ = session.perform("note 1 \"b\"; undo")
    #expect(disk.text("case/corrections.hearsay") == other)
  }

  @Test func `names are merged and split`() throws {
    var session = try storySession(MemoryDisk())
    #expect(session.perform("merge Police Mayor").messages.isEmpty)
    let one = session.graph.originList(of: Array(session.graph.claims.indices)).map(\.name)
    #expect(one.count == 1)
    #expect(session.perform("split Mayor").messages.isEmpty)
    #expect(session.graph.originList(of: Array(session.graph.claims.indices)).count == 2)
    #expect(
      session.perform("merge Police Mayro").messages.first?.contains("nobody is named") == true)
  }

  @Test func `a correction whose claim is gone is reported and kept`() throws {
    let disk = MemoryDisk()
    var session = try storySession(disk)
    _ = session.perform("note 2 \"ask the desk\"; note 1 \"first\"")
    disk.put("case/two.txt", Array("Nothing was said.\n".utf8))
    let diagnostics = session.reload()
    #expect(diagnostics.contains { $0.code == "lost-correction" && $0.severity == .warning })
    #expect(session.perform("edits").output.contains("its claim is gone"))
    _ = session.perform("note 1 \"more\"")
    #expect(disk.text("case/corrections.hearsay")?.contains("ask the desk") == true)
  }

  @Test func `a claim that moved is found again by its words`() throws {
    let disk = MemoryDisk()
    var session = try storySession(disk)
    _ = session.perform("note 2 \"ask the desk\"")
    disk.put("case/two.txt", Array("The mayor said 30 people were killed on Tuesday night.\n".utf8))
    let diagnostics = session.reload()
    #expect(!diagnostics.contains { $0.code == "lost-correction" })
  }

  @Test func `what another session wrote comes in and is not written over`() throws {
    let disk = MemoryDisk()
    var one = try storySession(disk)
    var other = try storySession(disk)
    _ = one.perform("note 1 \"first\"")
    let result = other.perform("note 1 \"second\"")
    #expect(!result.hasFailed && result.output.contains("1 correction more in force"))
    #expect(other.perform("edits").output.contains("first"))
    // What is taken back is one's own, and not what came last.
    _ = one.perform("undo")
    #expect(disk.text("case/corrections.hearsay")?.contains("first") == false)
    #expect(disk.text("case/corrections.hearsay")?.contains("second") == true)
    _ = one.reload()
    disk.put("case/corrections.hearsay", [0xFF, 0xFE])
    #expect(one.reload().contains { $0.code == "corrections" && $0.severity == .error })
    #expect(one.perform("edits").output.contains("second"))
    #expect(one.perform("note 1 \"third\"").hasFailed)
    #expect(disk.bytes("case/corrections.hearsay") == [0xFF, 0xFE])
  }

  @Test func `sessions that write at once lose nothing`() throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("hearsay-\(UInt64.random(in: 0 ... .max))").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    for (path, text) in SessionTests.story {
      let file = folder + "/" + Path.leaf(path)
      try Data(text.utf8).write(to: URL(fileURLWithPath: file))
    }
    let sessions = try (0..<4).map { _ in
      var session = Session(files: .disk, roots: [projectRoot.path])
      #expect(!session.load([folder]).contains { $0.severity == .error })
      return session
    }
    DispatchQueue.concurrentPerform(iterations: 4) { number in
      var session = sessions[number]
      for note in 0..<10 {
        #expect(!session.perform("note 1 \"by \(number), \(note)\"").hasFailed)
      }
    }
    var last = sessions[0]
    _ = last.reload()
    #expect(last.perform("edits").output.contains("40 corrections by hand"))
  }

  @Test func `a bad line is named with its place, and the others are in force`() throws {
    let disk = MemoryDisk()
    var session = try storySession(disk)
    _ = session.perform("note 1 \"ask\"")
    let kept = try #require(disk.text("case/corrections.hearsay"))
    let bad = "rename\tA\tB\nmerge\tA\t \nnote\txyz\tf\tw\tt\nsplit\ta\\q\nsplit\n"
    disk.put("case/corrections.hearsay", Array((kept + bad).utf8))
    let found = session.reload().filter { $0.code == "corrections" }
    #expect(found.map(\.place?.line) == [3, 4, 5, 6, 7])
    #expect(found.map(\.place?.column) == [1, 9, 6, 8, 1])
    #expect(found.allSatisfy { $0.file == "case/corrections.hearsay" && $0.severity == .warning })
    #expect(session.perform("compare killed").output.contains("ask"))
    _ = session.perform("note 2 \"more\"")
    let now = try #require(disk.text("case/corrections.hearsay"))
    #expect(now.hasPrefix(kept + bad) && now.contains("more"))
  }

  @Test func `corrections hold wherever the corpus is loaded from`() throws {
    let disk = MemoryDisk()
    var session = try storySession(disk)
    _ = session.perform("note 2 \"ask the desk\"")
    for path in ["corpus.yaml", "one.txt", "two.txt", "corrections.hearsay"] {
      disk.put("../elsewhere/case/" + path, try #require(disk.bytes("case/" + path)))
    }
    var other = Session(files: disk.access)
    #expect(other.load(["../elsewhere/case"]).isEmpty)
    #expect(other.perform("show 2").output.contains("ask the desk"))
  }

  @Test func `of two equal sentences each has its own number`() throws {
    let disk = MemoryDisk()
    var session = try storySession(disk)
    let text = "Police said they would ask again. It rained. Police said they would ask again.\n"
    disk.put("case/one.txt", Array(text.utf8))
    _ = session.reload()
    let ids = session.graph.claimRows[0].map { session.graph.claims[$0].id }
    #expect(ids.count == Set(ids).count && ids.count >= 2)
    _ = session.perform("note \(ids.count) \"the second\"")
    disk.put("case/one.txt", Array(("The sun rose. " + text).utf8))
    #expect(session.reload().isEmpty)
    let touched = session.graph.corrections.touching.keys.sorted()
    let last = session.graph.claimRows[0].last { session.graph.claims[$0].id == ids.last }
    #expect(touched == [last])
  }

  @Test func `a file that cannot be written changes nothing`() throws {
    let disk = MemoryDisk()
    var session = try storySession(disk)
    disk.refuses.withLock { $0 = true }
    let result = session.perform("note 1 \"ask the desk\"")
    #expect(result.hasFailed && result.messages[0].contains("cannot be written"))
    #expect(session.perform("edits").output.contains("nothing was corrected"))
  }

  static let odd: [Correction] = [
    .merge("a\tb", "c\\d\n"), .split("é \\n"),
    .note(ClaimName(id: .max, file: "x/y.txt", words: "1,200\t“people”\r\n"), "a\\tb"),
    .same(ClaimName(id: 0, file: "", words: ""), ClaimName(id: 1, file: "f", words: "w")),
    .notSame(ClaimName(id: 2, file: "f", words: "\\"), ClaimName(id: 3, file: "g", words: "\t")),
  ]

  @Test func `the file gives back what was put in, and keeps what it does not know`() {
    var file = CorrectionsFile(Self.odd)
    #expect(CorrectionsFile(text: file.text) == file)
    file.lines.insert(.other("rename\tx\ty"), at: 1)
    let again = CorrectionsFile(text: file.text)
    #expect(again == file && again.others == ["rename\tx\ty"])
    #expect(again.corrections == Self.odd)
    for noise in ["", "same", "same\t1\t2", "note\tzz\tf\tw\tt", "split\ta\\", "\u{0}\u{1}"] {
      #expect(CorrectionsFile(text: noise).corrections.isEmpty)
    }
  }
}

/// Files in memory that can be changed.
final class MemoryDisk: Sendable {
  private let files = Mutex<[String: [UInt8]]>([:])
  let refuses = Mutex(false)

  func put(_ path: String, _ bytes: [UInt8]) { files.withLock { $0[path] = bytes } }

  func remove(_ path: String) { files.withLock { $0[path] = nil } }

  func bytes(_ path: String) -> [UInt8]? { files.withLock { $0[path] } }

  func text(_ path: String) -> String? {
    bytes(path).map { String(decoding: $0, as: UTF8.self) }
  }

  private var all: FileAccess { FileAccess.inMemory(files.withLock { $0 }) }

  var access: FileAccess {
    FileAccess(
      kind: { self.all.kind($0) }, list: { self.all.list($0) }, read: { self.all.read($0) },
      write: { path, bytes in
        if self.refuses.withLock({ $0 }) { return false }
        self.put(path, bytes)
        return true
      },
      remove: { path in
        self.remove(path)
        return true
      })
  }
}
