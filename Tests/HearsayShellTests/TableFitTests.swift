import Testing

@testable import HearsayShell

struct TableFitTests {
  static let long = "at least four people walked out of the prison on Friday morning"

  static func table(
    _ kind: Reply.Column.Kind, _ words: String = long, width: Int
  ) -> [String] {
    var reply = Reply()
    reply.sections = [
      Reply.Section(
        columns: [.claim, .who, Reply.Column("WORDS", kind), .place],
        rows: [
          Reply.Row(
            ["7", "interior ministry", words, "evening-paper.txt:3, wire.txt:14"],
            details: ["said in a statement"])
        ])
    ]
    var canvas = Canvas(width: width)
    canvas.handles = ["evening-paper.txt": 2, "wire.txt": 10]
    return drawTable(reply, on: canvas).split(separator: "\n").map(String.init)
  }

  @Test func `a table that fits is left as it is`() {
    let lines = Self.table(.words, width: 140)
    #expect(lines[1].hasSuffix(Self.long + "  evening-paper.txt:3, wire.txt:14"))
    #expect(!lines.contains { $0.contains("d2") })
  }

  @Test func `articles stand by number before a word is cut, and it is said which they are`() {
    let lines = Self.table(.words, width: 112)
    #expect(lines[1].hasSuffix(Self.long + "  d2:3, d10:14"))
    #expect(lines.last == "d2 is evening-paper.txt; d10 is wire.txt")
  }

  @Test func `words that were asked for go under their row, whole`() {
    let lines = Self.table(.sentence, width: 100)
    #expect(lines[1] == "  7  interior ministry  d2:3, d10:14")
    #expect(lines[2] == "      " + Self.long)
    #expect(lines[3] == "      said in a statement")
  }

  @Test(arguments: [(100, false), (70, true)])
  func `other words are cut while enough is left, else they go under the row`(
    _ width: Int, _ goesUnder: Bool
  ) {
    let text = Self.table(.words, width: width).joined(separator: " ")
    #expect(text.contains("… is a cut") == !goesUnder)
    #expect(text.contains(Self.long) == goesUnder)
  }

  @Test func `a short word stays beside the others`() {
    let lines = Self.table(.words, "four people", width: 46)
    #expect(lines[1].contains("four people  d2:3"))
  }

  @Test func `a name that two files share stays a name`() {
    var reply = Reply()
    reply.sections = [
      Reply.Section(
        columns: [.sentence, .place], rows: [Reply.Row([Self.long, "a/index.txt:3"])])
    ]
    #expect(drawTable(reply, on: Canvas(width: 60)).contains("a/index.txt:3"))
  }
}
