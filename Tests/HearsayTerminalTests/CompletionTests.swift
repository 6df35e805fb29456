import Testing

@testable import HearsayTerminal

struct CompletionTests {
  private func step(_ line: String, _ replacing: Int, _ choices: String...) -> CompletionStep {
    let completion = Completion(replacing: replacing, choices: choices.map { .init($0) })
    return CompletionStep(completion, line: line, cursor: line.utf8.count)
  }

  @Test func `takes a single choice whole, with a space behind it`() {
    let step = step("show com", 3, "compare")
    #expect(step.erased == 3)
    #expect(step.inserted == "compare ")
    #expect(step.listed.isEmpty)
  }

  @Test(arguments: ["seeds/", "speaker="])
  func `puts no space where the word goes on`(_ text: String) {
    #expect(step("s", 1, text).inserted == text)
  }

  @Test func `goes as far as all choices agree, then lists them`() {
    let first = step("re", 2, "released", "relatives")
    #expect(first.inserted == "rel")
    #expect(first.listed.isEmpty)
    let second = step("rel", 3, "released", "relatives")
    #expect(second.inserted == nil)
    #expect(second.listed.map(\.text) == ["released", "relatives"])
  }

  @Test func `takes the quotation mark that all choices begin with for nothing`() {
    let step = step("by ", 0, "\"Foro Penal\"", "\"Ann Lee\"")
    #expect(step.inserted == nil)
    #expect(step.listed.count == 2)
  }

  @Test func `counts what it deletes in code points, as libedit does`() {
    let step = step("Señor", "Señor".utf8.count, "“Señor Müller”")
    #expect(step.erased == 5)
  }

  @Test func `lists choices that begin otherwise than the word`() {
    let step = step("foro", 4, "\"Foro Penal\"", "\"Foro Civil\"")
    #expect(step.inserted == "\"Foro ")
  }

  @Test func `offers nothing that could move the cursor`() {
    #expect(step("a", 1, "a\u{1B}[2J").inserted == nil)
    #expect(step("a", 1, "a\u{202E}b", "ab").inserted == "ab ")
  }

  @Test(arguments: [(-1, 2), (3, 2), (1, 9), (1, 3)])
  func `does nothing at a place that is not in the line`(_ replacing: Int, _ cursor: Int) {
    let completion = Completion(replacing: replacing, choices: [.init("x")])
    #expect(CompletionStep(completion, line: "aé", cursor: cursor) == step("", 0))
  }

  @Test func `lists with summaries one a line, cut to the width`() {
    let choices: [Completion.Choice] = [
      .init("compare", summary: "line up what each source said"), .init("who", summary: "加加加加"),
    ]
    #expect(
      listing(choices, width: 20, height: 10) == ["compare  line up w…", "who      加加加加"])
  }

  @Test func `lists words in columns and counts those that do not fit`() {
    let choices = (10..<50).map { Completion.Choice("w\($0)") }
    let lines = listing(choices, width: 21, height: 3)
    #expect(lines == ["w10  w11  w12  w13", "w14  w15  w16  w17", "… and 32 more"])
  }

  @Test func `lists equals in columns rather than leaving some out`() {
    let choices = (10..<18).map { Completion.Choice("w\($0)", summary: "what it is") }
    #expect(
      listing(choices, width: 30, height: 4, isRanked: false) == [
        "w10  w11  w12  w13  w14  w15", "w16  w17", "a letter more and Tab: what …",
      ])
    #expect(listing(choices, width: 30, height: 4).last == "… and 5 more")
    #expect(listing(choices, width: 30, height: 9, isRanked: false)[0] == "w10  what it is")
  }

  @Test func `cuts a description between letters and never within one`() {
    Self.locale
    let family = "👩‍👩‍👧"
    let lines = listing([.init("a", summary: "é" + family + family + family)], width: 9, height: 9)
    #expect(lines == ["a  é\(family)…"])
  }

  @Test func `shows no control character in a listing`() {
    let lines = listing([.init("a", summary: "b\u{1B}[2J\nc")], width: 80, height: 9)
    #expect(lines == ["a  b\u{FFFD}[2J\u{FFFD}c"])
  }

  /// Once, because the C library's locale is not made for threads.
  static let locale: Void = useUTF8()

  static let widths: [(text: String, width: Int)] = [
    ("abc", 3), ("é", 1), ("e\u{301}", 1), ("加", 2), ("🇻🇪", 2), ("👩‍👩‍👧", 2), ("❤️", 2), ("", 0),
  ]

  @Test(arguments: widths)
  func `gives each letter the columns a terminal does`(_ text: String, _ width: Int) {
    Self.locale
    #expect(displayWidth(text) == width)
  }

  static let prompts: [(prompt: String, marked: String, plain: String)] = [
    ("hearsay> ", "hearsay> ", "hearsay> "),
    ("\u{1B}[1mh>\u{1B}[0m ", "\u{1}\u{1B}[1m\u{1}h>\u{1}\u{1B}[0m\u{1} ", "h> "),
    ("h>\u{1B}[0m", "h>\u{1}\u{1B}[0m\u{1} ", "h>"),
    ("h\u{1B}> \n", "h> ", "h> "),
  ]

  @Test(arguments: prompts)
  func `marks the colour of a prompt`(_ prompt: String, _ wanted: String, _ plain: String) {
    #expect(marked(prompt, plain: false) == wanted)
    #expect(marked(prompt, plain: true) == plain)
  }
}
