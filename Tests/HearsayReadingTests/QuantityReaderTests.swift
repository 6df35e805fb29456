import HearsayCore
import HearsayReading
import HearsayTestSupport
import Testing

struct QuantityReaderTests {
  static let bounds: [(text: String, interval: String)] = [
    ("⟦five⟧ people died", "[5,5]"),
    ("only ⟦five⟧ people died", "[5,5]"),
    ("⟦at least seven⟧ people died", "[7,∞)"),
    ("⟦at least about 50⟧ people died", "~[45,∞)"),
    ("⟦no fewer than 60⟧ people died", "[60,∞)"),
    ("⟦more than two dozen⟧ Americans were held", "(24,∞)"),
    ("⟦five hundred or more⟧ people died", "[500,∞)"),
    ("⟦50-plus⟧ people died", "[50,∞)"),
    ("⟦up to 40⟧ rockets fell", "(-∞,40]"),
    ("⟦as many as 40⟧ rockets fell", "(-∞,40]"),
    ("⟦fewer than 10⟧ sirens worked", "(-∞,10)"),
    ("⟦nearly 2,000⟧ protesters were held", "~[1800,2000)"),
    ("⟦just under 50⟧ people died", "~[45,50)"),
    ("⟦just over 54,000⟧ employees", "~(54000,59400]"),
    ("⟦about 50⟧ people died", "~[45,55]"),
    ("⟦some 200⟧ people died", "~[180,220]"),
    ("⟦an estimated 30⟧ people died", "~[27,33]"),
    ("⟦30 or so⟧ people died", "~[27,33]"),
    ("⟦about three⟧ people died", "~[2,4]"),
    ("⟦800 to 900⟧ people are held", "[800,900]"),
    ("⟦800-1,200⟧ people are held", "[800,1200]"),
    ("⟦800–1,200⟧ people are held", "[800,1200]"),
    ("⟦between 60 and 70⟧ people are held", "[60,70]"),
    ("⟦between 40 and 55 million crowns⟧ was paid", "[40000000,55000000]"),
    ("⟦from 3 to 5⟧ people are held", "[3,5]"),
    ("⟦two or three⟧ people are held", "[2,3]"),
    ("⟦$5 to $7 million⟧ was paid", "[5000000,7000000]"),
    ("⟦US$3,000 to 5,000⟧ was paid", "[3000,5000]"),
    ("⟦20 to 25 percent⟧ left", "[20,25]"),
    ("⟦above 1000 and below 1500⟧ people", "(1000,1500)"),
    ("⟦more than half⟧ of the people", "(0.5,∞)"),
    ("⟦at least 17 and perhaps as many as 25⟧ people", "[17,25]"),
    ("a town of ⟦some 8,000⟧", "~[7200,8800]"),
    ("it fell by ⟦-3.16%⟧ on the day", "[-3.16,-3.16]"),
  ]

  @Test(arguments: bounds)
  func `works out what the words allow, and marks number and bound`(
    _ text: String, _ interval: String
  ) throws {
    let probe = try #require(FigureProbe.shared)
    let found = probe.read(text)
    #expect(found.map(\.value.drawn) == [interval])
    #expect(found.ranges == MarkedText(text).answers)
  }

  static let vague: [(text: String, word: String)] = [
    ("⟦a handful⟧ of Americans", "handful"), ("⟦several⟧ prisoners", "several"),
    ("⟦dozens⟧ of prisoners", "dozens"), ("⟦hundreds⟧ of families", "hundreds"),
    ("⟦tens of thousands⟧ of people", "tens of thousands"), ("⟦a number⟧ of men", "number"),
    ("⟦many⟧ people", "many"),
  ]

  @Test(arguments: vague)
  func `gives a vague word its lemma and no number`(_ text: String, _ word: String) throws {
    let probe = try #require(FigureProbe.shared)
    let found = probe.read(text)
    #expect(found.map(\.value.vague) == [word])
    #expect(found.map(\.value.stated) == [nil])
    #expect(found.ranges == MarkedText(text).answers)
  }

  @Test func `keeps the two levels of a change apart`() throws {
    let probe = try #require(FigureProbe.shared)
    let found = probe.read("The number of people held rose from 14 to 17 people.")
    #expect(found.map(\.value.drawn) == ["[14,14]", "[17,17]"])
  }

  static let levels: [(text: String, drawn: [String], kinds: [QuantityKind])] = [
    ("It rose from 5.2 to 5.6 percent.", ["[5.2,5.2]", "[5.6,5.6]"], [.percent, .percent]),
    ("The toll rose by 12 to 68.", ["[12,12]", "[68,68]"], [.count, .count]),
    ("Oil rose $2 to $100.", ["[2,2]", "[100,100]"], [.money, .money]),
    (
      "$5 billion on top of the four billion it has.",
      ["[5000000000,5000000000]", "[4000000000,4000000000]"], [.money, .money]
    ),
    ("men aged 19, 22 and 34,", ["[19,19]", "[22,22]", "[34,34]"], [.age, .age, .age]),
  ]

  @Test(arguments: levels)
  func `lets a number take over what its neighbour says`(
    _ text: String, _ drawn: [String], _ kinds: [QuantityKind]
  ) throws {
    let probe = try #require(FigureProbe.shared)
    let found = probe.read(text)
    #expect(found.map(\.value.drawn) == drawn)
    #expect(found.map(\.value.kind) == kinds)
  }

  @Test func `gives counts in a row the noun of their neighbour`() throws {
    let probe = try #require(FigureProbe.shared)
    let text = "It cut 4,300 jobs in France, 1,600 in Britain; it killed 102 and 21 people."
    let units = probe.read(text).map(\.value.unit)
    #expect(units == ["jobs", "jobs", "people", "people"])
  }

  @Test func `gives both the part and the whole`() throws {
    let probe = try #require(FigureProbe.shared)
    let text = "About a dozen of the more than 100 detainees and two of the town's five bakers"
    let found = probe.read(text)
    #expect(found.map(\.value.drawn) == ["~[10.8,13.2]", "(100,∞)", "[2,2]", "[5,5]"])
    #expect(found.map(\.value.unit) == ["detainees", "detainees", "bakers", "bakers"])
  }

  @Test func `keeps ordinals in words apart from the figures`() throws {
    let probe = try #require(FigureProbe.shared)
    let draft = probe.draft("It was the first known release and the twenty-first this year.")
    #expect(draft.quantities.isEmpty)
    #expect(draft.ordinals.map(\.value.stated?.description) == ["1"])
  }

  @Test func `says what hedges a number`() throws {
    let probe = try #require(FigureProbe.shared)
    #expect(probe.read("Only five people died.").first?.value.hedge == "Only")
  }

  static let nothing = [
    "The Airbus A330 landed.", "They sell a 5G phone.", "The Boeing 747 landed.",
    "Spain won 3-2 against France.", "Call 555-0134 or +1-222-2222-2222.", "It was the 1990s.",
    "In 2016 it rained.", "The vote in 1998 was lost.", "Flight 200 crashed.", "See page 3.",
    "He lives at 10 Downing Street.", "Part two is longer.", "Which one do you prefer?",
    "That one is really good.", "the \"Big Three\" carmakers", "version 1.2.3 is out", "COVID-19",
    "It opened at 8:30 that day.", "one of the largest companies", "How many people died?",
    "iOS 5, and iCloud", "He scored in the second half.", "a third man came",
    "Chapter 11, Article 7", "Photo 3 of 12", "Flat 4B, 10 Elm Street", "He came at six.",
    "1. Open the box.", "The 7-Eleven was shut.", "Call 020 7946 0123.", "the seasons 2003-2005",
    "Pages 71, 72 and 73",
  ]

  @Test(arguments: nothing)
  func `leaves out numbers that count nothing`(_ text: String) throws {
    let probe = try #require(FigureProbe.shared)
    #expect(probe.read(text).map(\.value.drawn) == [])
  }

  @Test func `stays calm and quick on hostile text`() throws {
    let probe = try #require(FigureProbe.shared)
    let hostile = [
      String(repeating: "9", count: 400), "1,2,3,4", "1\u{200F}200", "$$$ 5 %%%",
      String(repeating: "-", count: 40_000), String(repeating: "- ", count: 8_000),
      String(repeating: "forty-", count: 2_000), String(repeating: "hundred ", count: 2_000),
      String(repeating: "five million ", count: 1_000), String(repeating: "1 000 ", count: 1_000),
      String(repeating: "about ", count: 2_000) + "5", "1/0", "0/1", "½½½", "a a a half half",
      String(repeating: "one in ", count: 1_000), "between and", "from to", "million million", "%",
    ]
    for text in hostile { _ = probe.read(text) }
  }

  @Test func `never trips over any bytes, and its layers agree`() throws {
    let probe = try #require(FigureProbe.shared)
    let pieces = [
      "at least", "about", "5", "1,200", "-", "to", "$", "US", "million", "%", "half", "a", "and",
      "two", "hundred", "of", "the", "people", "years", "old", "more than", ".", ",", "(", "\n\n",
      "km", "/", "½", "st", "several", "dozen", "\u{200F}", "between", "point", "in", "'s", "one",
    ]
    var state: UInt64 = 42
    for _ in 0..<300 {
      var text = ""
      for _ in 0..<40 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        text += pieces[Int(truncatingIfNeeded: state >> 33) % pieces.count]
        if state >> 62 != 0 { text += " " }
      }
      let draft = probe.draft(text)
      #expect(draft.quantities.count == draft.quantityUnits.count)
      for (one, next) in zip(draft.quantities, draft.quantities.dropFirst()) {
        #expect(one.tokens.end <= next.tokens.start)
      }
    }
  }
}
