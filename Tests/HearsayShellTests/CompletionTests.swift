import HearsayTestSupport
import Testing

@testable import HearsayShell

struct CompletionTests {
  /// The cursor stands at `|`.
  static let places: [(line: String, replacing: Int, offers: String)] = [
    ("|", 0, "compare"),
    ("comp|", 4, "compare"),
    ("who |", 0, "said"),
    ("who sa|", 2, "said"),
    ("compare |", 0, "released"),
    ("compare rel|", 3, "released"),
    ("compare released |", 0, "where"),
    ("compare released where |", 0, "speaker"),
    ("compare released as |", 0, "jsonl"),
    ("compare released as js|", 2, "jsonl"),
    ("compare released sort |", 0, "value"),
    ("articles; comp|", 4, "compare"),
    ("claims in |", 0, "d0"),
    ("claims by \"Foro|", 5, "\"Foro Penal\""),
    ("help comp|", 4, "compare"),
    ("set output |", 0, "table"),
    ("rules |", 0, "stats"),
    ("rules stats |", 0, "top"),
    ("why-not \"He left.\" |", 0, "released"),
    ("why-not \"He left.\" rel|", 3, "released"),
    ("diff|", 4, "diff-rules"),
  ]

  @Test(arguments: places)
  func `offers what may stand at the cursor`(
    _ marked: String, _ replacing: Int, _ offer: String
  ) throws {
    let parts = marked.split(separator: "|", omittingEmptySubsequences: false)
    let session = try seedSession("seeds/venezuela")
    let line = parts.joined()
    let found = completions(line, cursor: parts[0].utf8.count, in: session)
    #expect(found.replacing == replacing)
    #expect(found.choices.map(\.text).contains(offer), "\(found.choices.map(\.text))")
  }

  @Test func `offers no clause twice, and none that does not belong`() throws {
    let session = try seedSession("seeds/venezuela")
    let line = "compare released top 3 "
    let texts = completions(line, cursor: line.utf8.count, in: session).choices.map(\.text)
    #expect(!texts.contains("top"))
    let articles = completions("articles ", cursor: 9, in: session).choices.map(\.text)
    #expect(articles == ["as", "to"])
  }

  @Test func `never traps wherever the cursor stands`() throws {
    let session = try seedSession("seeds/venezuela")
    let line = "compare “é加\" where value >= 60; show d1 \"x"
    for cursor in -1...(line.utf8.count + 1) {
      _ = completions(line, cursor: cursor, in: session)
    }
  }
}
