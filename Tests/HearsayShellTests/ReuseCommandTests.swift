import HearsayCore
import HearsayFormats
import HearsayGraph
import HearsayTestSupport
import Testing

@testable import HearsayShell

struct ReuseCommandTests {
  static let wire = """
    The river took the old bridge at Brask before dawn, and with it the only road to the south.

    Police said 12 people were killed on Tuesday. The army brought boats from the coast, but the \
    current was too strong for them, and for nine hours nobody could cross to the far bank.

    A rescue worker who asked not to be named said 40 people were missing. Schools were shut.

    """
  static let story = [
    "case/corpus.yaml": """
    title: A flood
    articles:
      - {file: wire.txt, outlet: Signal Wire, published: 2025-03-12}
      - {file: copy.txt, outlet: The Weir, published: 2025-03-13}
      - {file: other.txt, outlet: The Mill, published: 2025-03-13}
    """,
    "case/wire.txt": wire,
    "case/copy.txt": wire.replacing("Police said 12", with: "In all, 12") + "It rained again.\n",
    "case/other.txt": "The mayor said 30 people were killed on Tuesday.\n",
  ]

  static func session(_ files: [String] = ["case"], without: String? = nil) throws -> Session {
    var more = story
    if let without {
      more["case/corpus.yaml"] = story["case/corpus.yaml"]?.split(separator: "\n")
        .filter { !$0.contains(without) }.joined(separator: "\n")
    }
    var session = Session(files: try SessionTests.access(more))
    _ = session.load(files)
    return session
  }

  private func answer(_ line: String, _ session: Session) -> String {
    var session = session
    let result = session.perform(line)
    #expect(result.messages.isEmpty, "\(line)")
    return result.output
  }

  @Test func `shows what is shared, how much, and who probably had it first`() throws {
    let session = try Self.session()
    let all = answer("reuse", session)
    #expect(all.contains("d0 and d1") && all.contains("d0, the earlier one"))
    #expect(all.contains("wire.txt:1, copy.txt:1"))
    let one = answer("reuse copy", session)
    #expect(one.contains("d1 is probably from d0"))
    #expect(answer("reuse d2", session).contains("shares no passage"))
    let row = answer("reuse as jsonl", session)
    #expect(
      row.hasPrefix(#"{"row":"reuse","a":"case/wire.txt","b":"case/copy.txt","relation":"copy""#))
    #expect(row.contains(#""source":"case/wire.txt","basis":"date""#))
  }

  @Test func `a copy adds no origin, and what is inferred is called probable`() throws {
    let with = try Self.session()
    let without = try Self.session(without: "copy.txt")
    func named(_ session: Session) -> [String] {
      session.graph.originList(of: Array(session.graph.claims.indices)).map(\.key)
    }
    #expect(named(with) == named(without))
    #expect(answer("origins", with).contains("the same text, probable"))
    #expect(answer("single-source killed", with).contains("probable: 1 of 2 joined by"))
    let row = with.graph.claims.firstIndex { $0.document == 1 && $0.span.text.contains("12") } ?? 0
    #expect(answer("why \(row + 1)", with).contains("the same text as in"))
    #expect(answer("cites", with).contains("text in common without a credit"))
  }

  @Test func `the order of files changes no origin`() throws {
    let files = ["case/wire.txt", "case/copy.txt", "case/other.txt"]
    func origins(_ session: Session) -> [String] {
      session.graph.originList(of: session.graph.sorted(session.rows)).map { origin in
        "\(origin.key) \(origin.rule) \(origin.confidence)"
          + origin.claims.map { session.graph.claims[$0].span.text }.joined(separator: "|")
      }
    }
    let one = origins(try Self.session(files))
    #expect(one == origins(try Self.session(files.reversed())))
    #expect(one.contains { $0.contains("textReuse") })
  }

  @Test func `an outlet is graded as an outlet`() throws {
    let session = try Self.session()
    #expect(answer("grade Weir", session).contains("the rules do not say, as an outlet"))
  }

  @Test func `rows of hearsay reuse follow the contract`() throws {
    let session = try Self.session()
    _ = session
    let dates = publishedMinutes(
      SourceText(
        name: "m",
        text: "file\tdate\nx/a.txt\t2025-03-12\nb.txt\tThe Mill\t2025-03-12T09:30:00Z\n"
          + "{\"file\": \"c.txt\", \"published\": \"2025-03-13T00:10:00Z\"}\nnonsense\n"))
    #expect(dates.keys.sorted() == ["a.txt", "b.txt", "c.txt"])
    #expect((dates["b.txt"] ?? 0) - (dates["a.txt"] ?? 0) == 570)
    #expect((dates["c.txt"] ?? 0) - (dates["a.txt"] ?? 0) == 1450)
  }
}
