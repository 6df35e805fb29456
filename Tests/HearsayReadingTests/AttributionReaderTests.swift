import HearsayCore
import HearsayReading
import HearsayTestSupport
import Testing

struct AttributionReaderTests {
  static func read(_ text: String) throws -> Reading {
    var reader = try englishReader()
    return reader.read(Article(text: SourceText(name: "test", text: text)))
  }

  /// Source, cue and first content are marked, in the order of the text.
  static let examples: [(text: String, source: Int, cue: Int, content: Int)] = [
    ("⟦“We will not go back to that,”⟧ ⟦said⟧ ⟦Ana Lima⟧.", 2, 1, 0),
    ("⟦“We will not go back to that,”⟧ ⟦Ana Lima, the mayor of Orta,⟧ ⟦told⟧ reporters.", 1, 2, 0),
    ("⟦The minister⟧ ⟦said⟧ ⟦that the bridge had collapsed⟧.", 0, 1, 2),
    ("⟦The bridge had collapsed⟧, ⟦the minister⟧ ⟦said⟧.", 1, 2, 0),
    ("⟦The bridge had collapsed⟧, ⟦said⟧ ⟦one person briefed on the events⟧.", 2, 1, 0),
    ("⟦According to⟧ ⟦the ministry⟧, ⟦the bridge had collapsed⟧.", 1, 0, 2),
    ("⟦The bridge had collapsed⟧, ⟦according to⟧ ⟦the ministry⟧.", 2, 1, 0),
    ("⟦Rights groups⟧ ⟦put⟧ ⟦the number of detainees at around 800⟧.", 0, 1, 2),
    ("⟦The ministry⟧, for its part, ⟦said in a statement⟧ ⟦that 116 were free⟧.", 0, 1, 2),
    ("⟦Police⟧ ⟦declined to say⟧ ⟦whether anyone was hurt⟧.", 0, 1, 2),
    ("⟦He⟧ ⟦said:⟧ ⟦“That is not how we work here.”⟧", 0, 1, 2),
  ]

  @Test(arguments: examples)
  func `source, cue and content stand where they are marked`(
    _ marked: String, _ source: Int, _ cue: Int, _ content: Int
  ) throws {
    let text = MarkedText(marked)
    let found = try Self.read(text.text).attributions
    let one = try #require(found.first)
    func part(_ row: Int) -> ByteRange {
      ByteRange(text.answers[row].lowerBound, text.answers[row].upperBound)
    }
    #expect(one.source == part(source))
    #expect(one.cue == part(cue))
    #expect(one.content.first == part(content))
  }

  static let silent = [
    "The bridge collapsed on Monday.", "He ran to the house and opened the door.",
    "The company sells “green” paint in three shops.",
  ]

  @Test(arguments: silent)
  func `what nobody says is no attribution`(_ text: String) throws {
    #expect(try Self.read(text).attributions.allSatisfy(\.ownerless))
  }

  @Test
  func `a split quotation is one attribution, and the next sentence goes on with it`() throws {
    let text = """
      “We are tired,” said Ana Lima, “and we want to go home.”

      “Nobody asked us about this,” she added. “Not once in all these years.”
      """
    let found = try Self.read(text).attributions.filter { $0.parent == nil }
    #expect(found.map(\.content.count) == [2, 2])
    #expect(found.map(\.speaker?.name) == ["Ana Lima", "Ana Lima"])
  }

  @Test
  func `a source inside a content is its child`() throws {
    let text = "Rights groups say that the government has promised to free all prisoners."
    let found = try Self.read(text).attributions
    #expect(found.count == 2)
    #expect(found[1].parent == 0)
    #expect(found[1].strength == .intention)
  }

  static let speakers: [(text: String, name: String, kind: SourceKind)] = [
    ("A senior official said that the talks failed.", "A senior official", .anonymous),
    ("Rights groups said that the talks failed.", "Rights groups", .collective),
    ("The report said that the talks failed.", "report", .document),
    ("CNN reported that the talks failed.", "CNN", .outlet),
    ("A ministry spokesman said that the talks failed.", "ministry spokesman", .person),
  ]

  @Test(arguments: speakers)
  func `a speaker is of its kind`(_ text: String, _ name: String, _ kind: SourceKind) throws {
    let speaker = try Self.read(text).attributions.first?.speaker
    #expect(speaker?.name == name)
    #expect(speaker?.kind == kind)
  }

  @Test
  func `access and a reason given later belong to the unnamed source`() throws {
    let text = """
      Two men were freed, said a person familiar with the case. The person was not authorized \
      to speak in public.
      """
    let anonymity = try Self.read(text).attributions.first?.speaker?.anonymity
    #expect(anonymity?.access == "familiar with the case")
    #expect(anonymity?.reasonKind == "formulaic")
  }

  @Test
  func `marks without end or sense do no harm`() throws {
    for text in [
      String(repeating: "“", count: 10_000) + "no",
      "“" + String(repeating: "said he ", count: 5_000),
      String(repeating: "said, ", count: 5_000), String(repeating: "according to ", count: 4_000),
      String(repeating: "\"a\" said b. ", count: 3_000),
    ] {
      let found = try Self.read(text).attributions
      #expect(found.allSatisfy { $0.parent ?? -1 < found.count })
    }
  }

  @Test(arguments: [UInt64(7), 8, 9])
  func `random pieces of speech do no harm`(_ seed: UInt64) throws {
    var state = seed &* 0x9E37_79B9_7F4A_7C15
    let pieces = [
      "\"", "'", "said ", "that ", ", ", ". ", "according to ", "“", "”", "he ", "\n\n", "who ",
      "and ", "the official ", ": ", "Mr. Ode ", "(", ")", "put 5 at ", "\u{FF}", "by ", "citing ",
    ]
    var text = ""
    for _ in 0..<4000 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      text += pieces[Int(state >> 33) % pieces.count]
    }
    let found = try Self.read(text).attributions
    for one in found {
      #expect(one.content.allSatisfy { $0.start < $0.end })
      if let parent = one.parent { #expect(parent < found.count) }
    }
  }
}
