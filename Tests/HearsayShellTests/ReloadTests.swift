import HearsayCore
import HearsayFormats
import HearsayGraph
import HearsayTestSupport
import Testing

@testable import HearsayShell

/// Loading more and reading again: only what changed, and as if all had been read at once.
struct ReloadTests {
  @Test func `only what changed is read, and the answer says what that was`() throws {
    let disk = MemoryDisk()
    var session = try storySession(disk)
    let same = session.perform("reload").output
    #expect(same.contains("2 kept, 0 read again, 0 new, 0 gone; claims: 2 kept, 0 new, 0 gone"))
    disk.put("case/two.txt", Array("The mayor said 31 people were killed on Tuesday.\n".utf8))
    disk.put("more/three.txt", Array("Police said 14 people were hurt.\n".utf8))
    let edited = session.perform("reload").output
    #expect(edited.contains("1 kept, 1 read again, 0 new, 0 gone; claims: 1 kept, 1 new, 1 gone"))
    #expect(edited.contains("read again  1 new, 1 gone  case/two.txt"))
    let more = session.perform("load more as jsonl").output
    #expect(more.contains(#""kept":2,"readAgain":[],"new":["more/three.txt"],"gone":[]"#))
    #expect(more.contains(#""sameNumbers":2"#))
  }

  @Test func `where copies were not looked for the answer says so`() throws {
    var session = try storySession(MemoryDisk())
    let note = "not searched for copies"
    #expect(!session.perform("compare killed").output.contains(note))
    session.sharedText = nil
    for line in ["compare killed", "who said 30", "status"] {
      #expect(session.perform(line).output.contains(note), "\(line)")
    }
    #expect(!session.perform("articles").output.contains(note))
  }

  @Test func `a file that vanished is gone, one that cannot be read stays as it was`() throws {
    let disk = MemoryDisk()
    var session = try storySession(disk)
    disk.put("case/two.txt", [0x66, 0xFF, 0x0A])
    let diagnostics = session.reload()
    #expect(diagnostics.map(\.code) == ["not-utf8", "former-text"])
    #expect(session.change?.keptArticles == 2 && session.claimCount == 2)
    disk.remove("case/one.txt")
    #expect(session.reload().contains { $0.code == "missing-file" })
    #expect(session.change?.files.map(\.state) == [.gone] && session.claimCount == 1)
    #expect(session.perform("compare killed").output.contains("30"))
  }

  @Test func `a reload that fails keeps everything`() throws {
    let disk = MemoryDisk()
    var session = try storySession(disk)
    let before = session.perform("claims as jsonl").output
    disk.put("case/corpus.yaml", Array("articles: [".utf8))
    disk.put("case/one.txt", Array("Nothing.\n".utf8))
    let result = session.perform("reload")
    #expect(result.hasFailed && result.output.contains("nothing was changed"))
    #expect(session.perform("claims as jsonl").output == before)
    for path in ["corpus.yaml", "one.txt", "two.txt"] { disk.remove("case/" + path) }
    #expect(session.reload().contains { $0.code == "nothing-changed" })
    #expect(session.perform("claims as jsonl").output == before)
    #expect(session.perform("load nowhere").hasFailed)
  }

  @Test func `what is known of an article may change without its text`() throws {
    let disk = MemoryDisk()
    var session = try storySession(disk)
    let list = SessionTests.story["case/corpus.yaml"]?.replacing("The Weir", with: "The Lock")
    disk.put("case/corpus.yaml", Array((list ?? "").utf8))
    #expect(session.reload().isEmpty)
    #expect(session.change?.files.map(\.file) == ["case/two.txt"])
    #expect(session.perform("articles").output.contains("The Lock"))
  }

  @Test func `the claims last shown are shown still`() throws {
    let disk = MemoryDisk()
    var session = try storySession(disk)
    _ = session.perform("who said 30")
    disk.put("case/one.txt", Array("Police said 12 died. Police said 5 people were hurt.\n".utf8))
    _ = session.reload()
    #expect(session.perform("show @1").output.contains("30 people"))
  }

  /// Sentences of all sorts, some of them corrected or quoted elsewhere.
  static let sentences = [
    "Police said 12 people were killed on Tuesday.", "The mayor said 30 people were killed.",
    "“We lost our homes in one night,” said Ana Vega, who lives there.",
    "About 50 were hurt, according to the Red Cross.", "It rained.",
    "Ana Vega, director of Penal Forum, denied that 30 people were killed.",
    "At least 9 people were killed, an official who was not authorized to speak said.",
    "The Mill first reported that 12 people were killed.",
  ]

  static let commands = [
    "compare killed", "who said 12", "conflicts", "origins", "sources", "articles", "claims",
    "trace \"lost our homes\"", "anonymous", "framing", "leftovers", "timeline", "aliases",
    "duplicates", "reuse", "single-source", "edits", "quotes", "status",
  ]

  static func answers(_ session: inout Session) -> [String] {
    commands.map { command in
      let result = session.perform(command + " as jsonl")
      return result.output + result.messages.joined()
    }
  }

  @Test(arguments: UInt64(1)...12)
  func `after any edits all is as if it were read at once`(_ seed: UInt64) throws {
    var dice = ClaimStoreTests.Dice(state: seed)
    let disk = MemoryDisk()
    for path in englishFiles { disk.put(path, try projectFile(path).bytes) }
    func article() -> [UInt8] {
      let count = Int.random(in: 1...5, using: &dice)
      let text = (0..<count).map { _ in Self.sentences.randomElement(using: &dice) ?? "" }
      return Array((text.joined(separator: " ") + "\n").utf8)
    }
    disk.put("a/0.txt", article())
    var session = Session(files: disk.access)
    #expect(session.load(["a"]).isEmpty)
    var paths = ["a"]
    for step in 0..<14 {
      let file = "a/\(Int.random(in: 0..<6, using: &dice)).txt"
      switch Int.random(in: 0..<6, using: &dice) {
      case 0, 1: disk.put(file, article())
      case 2 where file != "a/0.txt": disk.remove(file)
      case 3:
        disk.put("b\(step)/x.txt", article())
        paths.append("b\(step)")
        _ = session.load(["b\(step)"])
      case 4: _ = session.perform("note 1 \"n\(step)\"; merge Police \"Ana Vega\"")
      default: _ = session.perform(step % 2 == 0 ? "undo" : "same 1 2")
      }
      _ = session.reload()
    }
    var fresh = Session(files: disk.access)
    _ = fresh.load(paths)
    #expect(Self.answers(&session) == Self.answers(&fresh))
    #expect(session.graph.brokenInvariants().isEmpty)
  }
}
