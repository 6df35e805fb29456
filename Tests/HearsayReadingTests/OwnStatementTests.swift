import HearsayCore
import HearsayReading
import HearsayTestSupport
import HearsayText
import Testing

/// Who speaks in an article's own voice.
struct OwnStatementTests {
  /// The publisher, a text with a number of persons in it, and the last of its chain; `nil` for the
  /// article itself.
  static let texts: [(publisher: String, text: String, origin: String?)] = [
    (
      "LIBRA", "LIBRA calls on the ministry to answer. Our monitors recorded 63 arrests.",
      "LIBRA"
    ),
    (
      "Harrow County Sheriff's Office",
      "Harrow County Sheriff's Office deputies have arrested 12 people.", nil
    ),
    (
      "Rail Safety Board",
      "The Rail Safety Board has opened an inquiry. The crash killed 12 people.",
      "Rail Safety Board"
    ),
    (
      "LIBRA",
      "LIBRA calls on the ministry to answer. Police said 63 people were arrested.",
      "Police"
    ),
    (
      "The Harrow Gazette",
      "The Harrow Gazette has learned more. Our readers know the road. The crash killed 12 people.",
      nil
    ),
    (
      "BBC News",
      "BBC News has seen it. Our reporters are on their way. The crash killed 12 people.", nil
    ),
    (
      "Prosecutor's Office of Harrow",
      "Press release: arrests in the bank case\n\nSeven people were arrested on Monday.",
      "Prosecutor's Office of Harrow"
    ),
    ("LIBRA", "The minister called \"our friends\" in. The crash killed 12 people.", nil),
  ]

  @Test(arguments: texts)
  func `a body's own statement is the word of that body`(
    _ publisher: String, _ text: String, _ origin: String?
  ) throws {
    var reader = Reader(rules: try testRules())
    let known = KnownFacts(outlet: publisher)
    let whole = text.contains("\n") ? text : "Report\n\n" + text
    let reading = reader.read(
      Article(text: SourceText(name: "test", text: whole), known: known))
    let figure = try #require(reading.claims.first { $0.kind == .figure })
    #expect((figure.chain.count > 1 ? figure.chain.last?.speaker.name : nil) == origin)
  }
}
