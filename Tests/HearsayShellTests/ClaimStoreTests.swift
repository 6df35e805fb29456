import HearsayCore
import HearsayGraph
import HearsayReading
import HearsayTestSupport
import Testing

/// What is kept as bytes comes back as it was.
struct ClaimStoreTests {
  static let texts = [
    """
    At least 12 people were killed on Monday, police chief Ana Vega said, down from 1,200.

    "We lost 13 men. We go on," the mayor, who asked not to be named because he was not \
    authorized to speak, told The Weir. The Mill first reported about 50 arrests in Málaga.

    Of about 800 held, nearly 2.5 percent – 20 – were freed by Tuesday evening, Reuters reported, \
    citing an official. It denied that they were political prisoners.
    """,
    "", "12", "“", "Of 5 of 5 of 5 said said said.\nHeadline 5 dead\n\n5 dead. 5 dead.",
  ]

  static func graph(_ articles: [(GraphDocument, [Claim])]) -> ClaimGraph {
    var graph = ClaimGraph()
    for (document, claims) in articles { graph.add(document, claims: claims) }
    return graph
  }

  @Test func `claims and entities come back as they were read`() throws {
    var reader = Reader(rules: try testRules())
    let made = Self.texts.enumerated().map { number, text in
      let reading = reader.read(Article(text: SourceText(name: "\(number).txt", text: text)))
      return (
        GraphDocument(file: "\(number).txt", facts: reading.document, entities: reading.entities),
        reading.claims
      )
    }
    let graph = Self.graph(made)
    #expect(graph.claims.count > 5)
    for (row, (document, claims)) in made.enumerated() {
      let again = graph.article(row)
      #expect(again.claims.map(\.fields) == claims.map(\.fields))
      #expect(again.document.entities == document.entities)
      for (claim, place) in zip(claims, graph.claimRows[row]) {
        #expect(graph.claims[place].document == row)
        let whole = claim.partOf.map { $0 + graph.claimRows[row].lowerBound }
        #expect(graph.claims[place].partOf == whole)
      }
    }
    #expect(graph.brokenInvariants().isEmpty)
  }

  @Test func `a copy of a graph goes its own way`() throws {
    var one = ClaimGraph()
    one.add(GraphDocument(file: "a"), claims: [Self.made("first")])
    var other = one
    one.add(GraphDocument(file: "b"), claims: [Self.made("second")])
    #expect(one.claims[1].sentence.text == "second")
    other.add(GraphDocument(file: "c"), claims: [Self.made("third"), Self.made("fourth")])
    #expect(one.claims[1].sentence.text == "second")
    #expect(other.claims.map(\.sentence.text) == ["first", "third", "fourth"])
    // More claims than are kept as values at a time.
    for number in 0..<40_000 {
      one.add(GraphDocument(file: "\(number)"), claims: [Self.made("n\(number)")])
    }
    #expect(one.claims[39_999].sentence.text == "n39997" && one.claims[2].sentence.text == "n0")
    #expect(one.claims[32_770].sentence.text == "n32768")
  }

  static func made(_ words: String) -> Claim {
    let evidence = Evidence(range: ByteRange(0, words.utf8.count), line: 1, text: words)
    return Claim(
      kind: .statement, span: evidence, sentence: evidence, zone: .body,
      proposition: Proposition(terms: [words]),
      chain: [ChainStep(speaker: Speaker(name: "unknown", kind: .unknown))], mode: .narrator)
  }

  @Test(arguments: UInt64(1)...40)
  func `whatever a claim holds comes back`(_ seed: UInt64) {
    var dice = Dice(state: seed)
    let article = (0..<400).map { _ in UInt8.random(in: 0...255, using: &dice) }
    let source = SourceText(name: "f", bytes: article)
    let claims = (0..<12).map { _ in Self.random(source, &dice) }
    let graph = Self.graph([(GraphDocument(file: "f"), claims)])
    #expect(graph.article(0).claims == claims)
  }

  static func random(_ source: SourceText, _ dice: inout Dice) -> Claim {
    func number(_ bound: Int) -> Int { Int.random(in: 0..<bound, using: &dice) }
    func words() -> String? {
      switch number(4) {
      case 0: nil
      case 1: ["", "é", "e\u{301}", "two words", "released"][number(5)]
      default: source.text(range())
      }
    }
    func range() -> ByteRange { ByteRange(number(400), number(400)) }
    func list() -> [String] { (0..<number(4)).compactMap { _ in words() } }
    func exact() -> ExactNumber? {
      number(3) == 0
        ? nil : ExactNumber(significand: Int64(number(9999) - 500), exponent: number(9) - 3)
    }
    func time() -> TimeValue? {
      number(2) == 0 ? nil : TimeValue(day: Day(number: number(50)), derivation: words() ?? "")
    }
    func evidence() -> Evidence {
      number(9) == 0
        ? Evidence(range: range(), line: number(90), text: words() ?? "")
        : Evidence(range(), in: source)
    }
    var proposition = Proposition(
      topic: words(), terms: list(), predicate: words(), positive: number(2) == 0,
      modality: Modality.allCases.randomElement(using: &dice) ?? .event, population: words(),
      populationText: words(), measure: Measure.allCases.randomElement(using: &dice) ?? .none,
      window: time(), asOf: time(), asOfBasis: [nil, .stated, .publication][number(3)],
      eventTime: time(), place: words(), actor: words(), part: words(), otherEvent: words())
    if number(2) == 0 {
      let interval = Interval(
        low: exact(), high: exact(), lowOpen: number(2) == 0, highOpen: number(2) == 0)
      proposition.quantity = Quantity(
        interval, stated: exact(), approximate: number(2) == 0, vague: words(),
        kind: QuantityKind.allCases.randomElement(using: &dice) ?? .count, unit: words(),
        hedge: words())
    }
    let anonymity = Anonymity(
      descriptor: words() ?? "", plural: number(2) == 0, access: words(), reason: words())
    let chain = (0...number(3)).map { _ in
      ChainStep(
        speaker: Speaker(
          name: words() ?? "", kind: SourceKind.allCases.randomElement(using: &dice) ?? .unknown,
          role: words(), organisation: words(), anonymity: number(2) == 0 ? nil : anonymity),
        cue: words(), strength: CueStrength.allCases.randomElement(using: &dice) ?? .neutral,
        saidAt: time(), range: number(2) == 0 ? nil : range())
    }
    return Claim(
      id: dice.next(), kind: number(2) == 0 ? .figure : .statement, span: evidence(),
      repeats: (0..<number(3)).map { _ in evidence() }, sentence: evidence(),
      zone: ZoneKind.allCases.randomElement(using: &dice) ?? .body, proposition: proposition,
      chain: chain, mode: [.directQuote, .implicit, .narrator][number(3)], quote: words(),
      hedges: list(), frames: list(), disputes: words(), contestsLabel: words(),
      partOf: number(2) == 0 ? nil : number(12), credits: list(),
      trail: (0..<number(4)).map { _ in
        RuleFiring(rule: words() ?? "", range: range(), note: words() ?? "", words() ?? "")
      })
  }

  struct Dice: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ (state >> 29)
    }
  }
}

extension Claim {
  /// What it holds, without its place in a graph.
  fileprivate var fields: Claim {
    var claim = self
    claim.document = 0
    return claim
  }
}
