import HearsayCore
import HearsayReading
import HearsayTestSupport
import Testing

/// Layouts of quotations: each text gives its quotations to the speakers named, in order.
struct QuotedSpeechTests {
  static func speech(_ text: String) throws -> [Attribution] {
    var reader = try englishReader()
    let reading = reader.read(Article(text: SourceText(name: "test", text: text)))
    return reading.attributions.filter { $0.parent == nil && $0.kind != .indirect }
  }

  static let layouts: [(text: String, speakers: [String])] = [
    ("“We are tired of it,” said Ana Lima, who runs the school.", ["Ana Lima"]),
    ("“We are tired of it,” Ana Lima, head of the school and its founder, told us.", ["Ana Lima"]),
    ("“I was cold,” Ana Lima said in a hall that was dark. “It was night.”", ["Ana Lima"]),
    (
      "“Many are unsure,” Ana Lima wrote to the club that hired her, “but most agree.”",
      ["Ana Lima"]
    ),
    ("Said Ana Lima, who runs the school, “We were all so proud of him.”", ["Ana Lima"]),
    ("The mayor, Ana Lima, called them on it:\n\n“These questions are old.”", ["Ana Lima"]),
    ("Ana Lima has since apologized for what happened: “It was a mistake.”", ["Ana Lima"]),
    ("As Ana Lima put it, “apart from the rain there was little to see.”", ["Ana Lima"]),
    ("In Ana Lima's words, “it is the oldest house of the town.”", ["Ana Lima"]),
    ("“It is the oldest house,” in the words of Ana Lima.", ["Ana Lima"]),
    ("Mayor Ana Lima (Orta): “I have not heard anyone say that.”", ["Ana Lima"]),
    ("“I ran to the window and it was gone.”\n\nThat was Ana Lima, who lives there.", ["Ana Lima"]),
    ("“I ran to the window and it was gone.”\n\n— Ana Lima, Orta", ["Ana Lima"]),
    (
      "A bridge falls\n\nAna Lima lost her brother.\n\n“He had just left for work that day.”",
      ["Ana Lima"]
    ),
    ("— Stay away from the river, Ana Lima said.", ["Ana Lima"]),
    ("“It was gone by then.\n\n“And then we left,” said Ana Lima.", ["Ana Lima"]),
    ("“Was it safe?” asked Ana Lima. “No,” said Tom Reed.", ["Ana Lima", "Tom Reed"]),
    ("Ana Lima asked, “Was it safe?” The mayor replied, “It was not.”", ["Ana Lima", "mayor"]),
    ("Ana Lima thanked the crew for “taking every possible step.”", ["Ana Lima"]),
    ("The club issued a statement saying the pitch was “not safe to play on.”", ["club"]),
    ("Ana Lima ran an ad that says “the bridge has to go.”", ["Ana Lima"]),
    ("Ana Lima's first answer was that “the bridge has to go.”", ["Ana Lima"]),
    ("Ana Lima was forced to say, “I was wrong about it.”", ["Ana Lima"]),
    ("Ana Lima vowed to “fight for the bridge” in court.", ["Ana Lima"]),
    ("On the show “Late Night,” Ana Lima said the bridge was “not at all safe.”", ["Ana Lima"]),
    ("“They are hungry,” Ana Lima said. “They want answers” from the town.", ["Ana Lima"]),
    ("“They are hungry,” Ana Lima wrote, that the town “may have failed them.”", ["Ana Lima"]),
    ("“It was late, right?” Ana Lima went on, as if alone.", ["Ana Lima"]),
    ("“It was late,” Ana Lima points out.", ["Ana Lima"]),
    ("Ana Lima said in a statement. “There was nobody left to ask.”", ["Ana Lima"]),
    ("Ana Lima likes the plan – “I think it is the best of all.”", ["Ana Lima"]),
    ("The road “was open all night,” as Ana Lima said, and is shut.", ["Ana Lima"]),
    ("Ana Lima, a judge, said in an interview that the rule was “too old now.”", ["Ana Lima"]),
    ("The crew came when Ana Lima interrupted the talk, shouting “Get out of here!”", ["Ana Lima"]),
    ("“It is bad,” said a source close to the town.", ["a source close to the town"]),
    ("A play\n\nANNA: Was it safe?\n\nTOM: It was not.\n\nANNA: Why?", ["ANNA", "TOM", "ANNA"]),
  ]

  @Test(arguments: layouts)
  func `a quotation has its speaker`(_ text: String, _ speakers: [String]) throws {
    let found = try Self.speech(text).map { $0.speaker?.name ?? "-" }
    #expect(found.map { $0.uppercased() } == speakers.map { $0.uppercased() })
  }

  static let silent = [
    "The film “The Long Way Home” was shown at Orta.", "Ben “Big Boy” Ode was there.",
    "His so-called “plan” was never read.", "UPDATE: The road is open.\n\nUPDATE: It is shut.",
    "The shop sells “green” paint.", "Roads: The pass is shut.\n\nSnow fell on Orta.",
  ]

  @Test(arguments: silent)
  func `titles, nicknames and scare quotes are no speech`(_ text: String) throws {
    #expect(try Self.speech(text).isEmpty)
  }

  @Test
  func `an inner quotation has its own speaker, who is not the outer one`() throws {
    let text = """
      “Tom Reed rang me at noon. He said, ‘The bridge is gone and so are we,’” Ana Lima said.
      """
    var reader = try englishReader()
    let reading = reader.read(Article(text: SourceText(name: "test", text: text)))
    #expect(reading.attributions.map { $0.speaker?.name } == ["Ana Lima", "Tom Reed"])
    #expect(reading.attributions.last?.parent == 0)
  }

  static let degrees: [(text: String, factuality: Factuality, mode: AttributionMode)] = [
    ("The minister said that the bridge had collapsed.", .certain, .indirect),
    ("The minister said that nobody was hurt.", .certainNot, .indirect),
    ("The minister denied that the bridge had collapsed.", .certainNot, .indirect),
    ("The minister said that the bridge might collapse.", .possible, .indirect),
    ("The minister believes that the bridge collapsed.", .probable, .indirect),
    ("The minister did not say that the bridge had collapsed.", .unknown, .indirect),
    ("The minister asked whether the bridge had collapsed.", .unknown, .indirect),
    ("“The bridge is gone for good,” the minister said.", .certain, .directQuote),
  ]

  @Test(arguments: degrees)
  func `a source is as sure as its words`(
    _ text: String, _ factuality: Factuality, _ mode: AttributionMode
  ) throws {
    var reader = try englishReader()
    let reading = reader.read(Article(text: SourceText(name: "test", text: text)))
    let first = try #require(reading.attributions.first)
    #expect(first.factuality == factuality)
    #expect(first.mode == mode)
  }

  /// Doubling an article may at most treble the time it takes.
  @Test(arguments: [
    "“", "\"a b c d,\" ", "'", "he said “we go,” ", "“a b c.”\n\n", "Q: a b c\n\n",
    "“We go,” she said. ",
  ])
  func `time grows with the text`(_ piece: String) throws {
    var reader = try englishReader()
    func seconds(_ count: Int) -> Double {
      let text = String(repeating: piece, count: count) + "said Ana Lima."
      let article = Article(text: SourceText(name: "test", text: text))
      let clock = ContinuousClock()
      let best = (0..<3).map { _ in clock.measure { _ = reader.read(article) } }.min()
      return Double(best?.components.attoseconds ?? 0) / 1e18
        + Double(best?.components.seconds ?? 0)
    }
    let (one, two) = (seconds(600), seconds(1200))
    #expect(two < 3 * one + 0.05, "\(one) s, then \(two) s")
  }
}
