import HearsayCore
import HearsayFormats
import HearsayGraph
import HearsayTestSupport
import Synchronization
import Testing

@testable import HearsayShell

/// Corrections by hand: kept, replayed, shown, undone, never lost.
struct CorrectionTests {
  static func session(_ disk: MemoryDisk) throws -> Session {
    for (path, text) in SessionTests.story { disk.put(path, Array(text.utf8)) }
    for path in englishFiles { disk.put(path, try projectFile(path).bytes) }
    var session = Session(files: disk.access)
    #expect(!session.load(["case"]).contains { $0.severity == .error })
    return session
  }

  @Test func `corrections are kept beside the corpus and replayed on load`() throws {
    let disk = MemoryDisk()
    var one = try Self.session(disk)
    #expect(one.perform("same 1 2; note 1 \"ask the desk\"").messages.isEmpty)
    let kept = try #require(disk.text("case/corrections.hearsay"))
    #expect(kept.hasPrefix("hearsay corrections 1\nsame\t"))
    var other = try Self.session(disk)
    #expect(other.perform("edits").output == one.perform("edits").output)
    #expect(other.perform("compare killed").output.contains("by hand, edit 2"))
    #expect(other.perform("origins").output.contains("by hand"))
    #expect(other.perform("origins as jsonl").output.contains(#""row":"edit""#))
  }

  @Test func `what was decided is one origin, or two`() throws {
    var session = try Self.session(MemoryDisk())
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

  @Test func `names are merged and split`() throws {
    var session = try Self.session(MemoryDisk())
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
    var session = try Self.session(disk)
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
    var session = try Self.session(disk)
    _ = session.perform("note 2 \"ask the desk\"")
    disk.put("case/two.txt", Array("The mayor said 30 people were killed on Tuesday night.\n".utf8))
    let diagnostics = session.reload()
    #expect(!diagnostics.contains { $0.code == "lost-correction" })
  }

  @Test func `what another session wrote is not written over`() throws {
    let disk = MemoryDisk()
    var one = try Self.session(disk)
    var other = try Self.session(disk)
    _ = one.perform("note 1 \"first\"")
    let result = other.perform("note 1 \"second\"")
    #expect(result.hasFailed && result.messages[0].contains("is not what was read"))
    #expect(disk.text("case/corrections.hearsay")?.contains("first") == true)
    _ = other.reload()
    #expect(!other.perform("note 1 \"second\"").hasFailed)
    #expect(disk.text("case/corrections.hearsay")?.contains("first") == true)
    disk.put("case/corrections.hearsay", [0xFF, 0xFE])
    #expect(one.reload().contains { $0.code == "corrections" && $0.severity == .error })
    #expect(one.perform("note 1 \"third\"").hasFailed)
  }

  @Test func `a file that cannot be written changes nothing`() throws {
    let disk = MemoryDisk()
    var session = try Self.session(disk)
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
      })
  }
}
