import HearsayCore
import Testing

@testable import HearsayShell

struct LayoutTests {
  static let reply: Reply = {
    var reply = Reply("Two counts")
    reply.sections = [
      Reply.Section(
        columns: [.claim, .figure, .who, .words, .place],
        rows: [
          Reply.Row(["1", "≥4", "Müller", "at least four 加加 people", "a.txt:3"]),
          Reply.Row(
            ["12", "60–70", "a \"group\", of some", "60 to 70 | *all*", "b.txt:14"],
            details: ["because of it"]),
        ])
    ]
    reply.data = [1, 12].map { number in
      var object = JSONObject()
      object.add("row", "figure")
      object.add("claim", number)
      object.add("text", number == 1 ? "say \"four\",\nplease" : "=HYPERLINK()")
      object.add("low", number: nil)
      return object
    }
    return reply
  }()

  @Test func `who listens gets sentences, whatever the command says`() {
    var canvas = Canvas(width: 80)
    canvas.isSpoken = true
    let lines = draw(Self.reply, as: .lines, on: canvas)
    #expect(draw(Self.reply, as: .table, on: canvas) == lines)
    #expect(draw(Self.reply, as: .plot, on: canvas) == lines)
    #expect(draw(Self.reply, as: .csv, on: canvas) == drawCSV(Self.reply))
  }

  @Test func `a table has two spaces between, numbers to the right, and nothing behind`() {
    #expect(
      draw(Self.reply, as: .table) == """
        Two counts
           #  FIGURE  WHO                 WORDS
           1      ≥4  Müller              at least four 加加 people  a.txt:3
          12   60–70  a "group", of some  60 to 70 | *all*           b.txt:14
              because of it

        """)
  }

  @Test(arguments: [
    ("e\u{301}", 1), ("加", 2), ("👍🏽", 2), ("👩‍👩‍👧‍👦", 2), ("🏳️‍🌈", 2), ("🇻🇪", 2), ("❤️", 2), ("☕", 2), ("1️⃣", 2),
    ("☎", 1), ("क्‍ष", 1), ("\u{301}", 0), ("—", 1),
  ])
  func `a letter takes the columns a terminal gives it`(_ letter: String, _ columns: Int) {
    #expect(displayWidth(letter) == columns)
  }

  @Test func `on a terminal text gives way, the footer says so, and no line is wider`() {
    let text = draw(Self.reply, as: .table, on: Canvas(width: 40))
    #expect(text.contains("…"))
    #expect(text.contains("is a cut"))
    for line in text.split(separator: "\n") { #expect(displayWidth(String(line)) <= 40) }
    #expect(text.contains("b.txt:14"))
  }

  @Test func `lines name their columns and end with the place`() {
    let lines = draw(Self.reply, as: .lines).split(separator: "\n")
    #expect(
      lines[2]
        == #"#: 12; figure: 60–70; who: a "group", of some; words: 60 to 70 | *all*; because of it; b.txt:14"#
    )
  }

  @Test func `comma-separated values are quoted, end with CRLF, and start no formula`() {
    #expect(
      draw(Self.reply, as: .csv)
        == "row,claim,text,low\r\nfigure,1,\"say \"\"four\"\",\nplease\",\r\nfigure,12,'=HYPERLINK(),\r\n"
    )
  }

  @Test func `Markdown escapes what it would take for its own`() {
    #expect(draw(Self.reply, as: .md).contains("60 to 70 \\| \\*all\\*<br>because of it"))
  }

  @Test func `one object a line and nothing else`() {
    #expect(
      draw(Self.reply, as: .jsonl) == """
        {"row":"figure","claim":1,"text":"say \\"four\\",\\nplease","low":null}
        {"row":"figure","claim":12,"text":"=HYPERLINK()","low":null}

        """)
  }

  /// Everything that could move a terminal, hide words, or turn a line around.
  static let harmful = "a\u{1B}[31mb\u{7}c\u{9B}d\u{7F}e\u{202E}f\u{2066}g\u{200F}h\u{0}i\u{2028}j"

  @Test(arguments: OutputFormat.allCases)
  func `no text moves the terminal`(_ format: OutputFormat) {
    var reply = Reply(Self.harmful, notes: [Self.harmful])
    reply.sections = [
      Reply.Section(
        Self.harmful, columns: [.words, .place],
        rows: [Reply.Row([Self.harmful, Self.harmful], details: [Self.harmful])],
        notes: [Self.harmful])
    ]
    var object = JSONObject()
    object.add("row", Self.harmful)
    reply.data = [object]
    let text = draw(reply, as: format)
    let rest = text.unicodeScalars.filter { $0 != "\n" && $0 != "\r" }
    #expect(!rest.contains(where: movesTerminal))
  }

  @Test func `a message about a harmful name is harmless`() {
    let diagnostic = Diagnostic(
      .error, code: "x", file: Self.harmful, place: TextPlace(line: 1, column: 3),
      sourceLine: Self.harmful, length: 2, message: Self.harmful, help: Self.harmful)
    let text = diagnosticText(diagnostic).unicodeScalars.filter { $0 != "\n" }
    #expect(!text.contains(where: movesTerminal))
  }

  @Test func `carets stand under wide letters too`() {
    let diagnostic = Diagnostic(
      .error, code: "x", file: "r.yaml", place: TextPlace(line: 12, column: 4),
      sourceLine: "加é: relased", length: 1, message: "no topic is named 'relased'",
      help: "did you mean 'released'?")
    #expect(
      diagnosticText(diagnostic) == """
        r.yaml:12:4: error: no topic is named 'relased'
           12 | 加é: relased
              |     ^ did you mean 'released'?
        """)
  }

  @Test func `colour only where it is wanted`() {
    #expect(!draw(Self.reply, as: .table).contains("\u{1B}"))
    let canvas = Canvas(width: 80, style: Style(isColoured: true))
    #expect(draw(Self.reply, as: .table, on: canvas).contains("\u{1B}[1mTwo counts\u{1B}[0m"))
    #expect(!draw(Self.reply, as: .csv, on: canvas).contains("\u{1B}"))
  }

  static let figures: [(low: Int?, high: Int?, stated: Int?, approximate: Bool, text: String)] = [
    (56, 56, 56, false, "56"), (4, nil, 4, false, "≥4"), (nil, 840, 840, false, "≤840"),
    (45, 55, 50, true, "≈50"), (800, 1200, nil, false, "800–1,200"),
    (3_500_000, 3_500_000, 3_500_000, false, "3.5 million"), (12345, 12345, 12345, false, "12,345"),
  ]

  @Test(arguments: figures)
  func `draws a figure with its bound`(
    _ low: Int?, _ high: Int?, _ stated: Int?, _ approximate: Bool, _ text: String
  ) {
    let interval = Interval(low: low.map { ExactNumber($0) }, high: high.map { ExactNumber($0) })
    let quantity = Quantity(
      interval, stated: stated.map { ExactNumber($0) }, approximate: approximate)
    #expect(figureText(quantity) == text)
  }
}
