import HearsayCore
import HearsayReading
import HearsayTestSupport
import Testing

struct ClaimFigureTests {
  /// Reads one sentence as the body of an article of 4 March 2008.
  static func read(_ sentence: String) throws -> [Claim] {
    var reader = try englishReader()
    let text = "Night of news\n\nTuesday, March 4, 2008\n\n\(sentence)\n"
    return reader.read(Article(text: SourceText(name: "test", text: text))).claims
  }

  /// The claims of the marked figures.
  static func marked(_ sentence: String) throws -> [Claim] {
    let text = MarkedText(sentence)
    let claims = try read(text.text)
    let bytes = Array(text.text.utf8)
    return try text.answers.map { answer in
      let words = String(decoding: bytes[answer], as: UTF8.self)
      return try #require(
        claims.first { $0.kind == .figure && $0.span.text == words },
        "\(words) among \(claims.map(\.span.text))")
    }
  }

  static let topics: [(sentence: String, topics: [String?])] = [
    (
      "⟦At least 12 people⟧ were killed and ⟦40⟧ others injured in the blast.",
      ["killed", "injured"]
    ),
    ("The blast left ⟦at least 30 people⟧ dead and ⟦more than 100⟧ hurt.", ["killed", "injured"]),
    ("Police arrested ⟦14 suspects⟧ on Monday.", ["arrested"]),
    (
      "A magnitude ⟦6.4 earthquake⟧ killed ⟦at least 41 people⟧ on Sunday.",
      ["magnitude", "killed"]
    ),
    ("The quake was measured at ⟦7.1⟧ by the institute.", ["magnitude"]),
    ("A missing bus with ⟦22 children⟧ was on the road.", ["passengers"]),
    ("He said ⟦17 people⟧ had been pulled alive from the rubble.", ["rescued"]),
    ("⟦12⟧ dead, ⟦40⟧ hurt in station blast.", ["killed", "injured"]),
    ("The death toll has risen to ⟦102⟧, with ⟦300⟧ still missing.", ["killed", "missing"]),
    ("The flood claimed the lives of ⟦eight people⟧.", ["killed"]),
    ("Crews pulled ⟦12 bodies⟧ from the rubble.", ["killed"]),
    ("The crash killed a total of ⟦346 people⟧.", ["killed"]),
    ("⟦Twenty people⟧ remain in critical condition.", ["injured"]),
    ("⟦Eleven people⟧ – eight men and three women – were arrested.", ["arrested"]),
    ("Thieves stole jewels worth ⟦4 million euros⟧.", ["stolen"]),
    ("The quake measured ⟦6.1⟧ on the Richter scale.", ["magnitude"]),
    ("⟦Two hostages⟧ were released, leaving ⟦19⟧ still held.", ["released", "held"]),
    ("There were ⟦120 people⟧ aboard the plane, of whom ⟦98⟧ died.", ["passengers", "killed"]),
    ("The clinic treated ⟦48 people⟧, ⟦eight⟧ of whom later died.", ["injured", "killed"]),
    ("⟦Ten victims⟧ died at the scene and ⟦two⟧ in hospital.", ["killed", "killed"]),
    ("The storm killed ⟦11 people⟧ and affected ⟦2.5 million⟧.", ["killed", nil]),
    ("⟦175 bodies⟧ were taken to hospitals in the region.", ["killed"]),
    ("⟦Three of the survivors⟧ were in a critical condition.", ["injured"]),
    ("⟦Forty people⟧ survived the crash.", ["survived"]),
    ("⟦Five men⟧ were sentenced to death.", ["sentenced"]),
    ("⟦More than 5,000 men⟧ remain in prisons there.", ["held"]),
    ("The mayor told Reuters ⟦250 people⟧ had died.", ["killed"]),
    ("The army confirmed only ⟦one death⟧.", ["killed"]),
    ("Gunmen holding ⟦up to 700 hostages⟧ freed ⟦eight children⟧.", ["held", "released"]),
    ("The firm will lay off ⟦2,500 workers⟧ and close ⟦five factories⟧.", ["job cuts", nil]),
    ("The bank is to cut ⟦3,000 jobs⟧.", ["job cuts"]),
    ("The virus has killed ⟦961 people⟧ out of ⟦1,779 cases⟧.", ["killed", "infected"]),
    ("The court heard ⟦12 cases⟧.", [nil]),
    ("⟦Ten soldiers⟧ were killed and ⟦130⟧ had gunshot wounds.", ["killed", "injured"]),
    ("The strike claimed ⟦19 lives⟧.", ["killed"]),
    ("⟦Eleven villagers⟧ were burned to death.", ["killed"]),
    ("⟦Two⟧ of the wounded later died.", ["killed"]),
    ("⟦Six⟧ were airlifted to a hospital in the capital.", ["injured"]),
    ("Ambulances ferried ⟦57⟧ to hospitals across the city.", ["injured"]),
    ("⟦Nine⟧ have not been found.", ["missing"]),
    ("Rescuers are searching for ⟦nine people⟧.", ["missing"]),
    ("⟦Nine miners⟧ are trapped underground.", ["trapped"]),
    ("Police seized ⟦11 suspects⟧ in raids.", ["arrested"]),
    ("Gunmen seized ⟦20 tourists⟧ from a hotel.", ["kidnapped"]),
    ("The prison was holding ⟦812 people⟧.", ["held"]),
    ("⟦Ten captives⟧ regained their freedom.", ["released"]),
    (
      "⟦245 of the inmates⟧ were recaptured while ⟦387⟧ remained at large.",
      ["recaptured", "at large"]
    ),
    ("Of the ⟦638⟧ who absconded, ⟦251⟧ are back behind bars.", ["escaped", "recaptured"]),
    ("⟦638 inmates⟧ got out and ⟦245⟧ have been arrested.", ["escaped", "arrested"]),
    ("The bus was carrying ⟦52 people⟧.", ["passengers"]),
    ("There were ⟦52 people⟧ on board a vehicle built for ⟦36⟧.", ["passengers", "capacity"]),
    ("All ⟦41⟧ aboard died.", ["killed"]),
    ("The thieves got away with ⟦$4 million⟧ in cash.", ["stolen"]),
    ("A ransom of ⟦P50 million⟧ (⟦$1 million⟧) was paid.", ["ransom", "ransom"]),
    ("The kidnappers demanded ⟦100 million pesos⟧.", ["ransom"]),
    ("Families of the dead will get ⟦Rs 2 lakh⟧ each.", ["compensation"]),
    ("He was jailed for ⟦12 years⟧.", ["sentence"]),
    ("⟦Three gunmen⟧ killed two people.", ["attackers"]),
    ("A crowd of ⟦8,000⟧ filled the square.", ["protesters"]),
    ("⟦Five of the seven men⟧ on the boat drowned.", ["killed"]),
    ("All but ⟦two of the 30 passengers⟧ survived.", [nil]),
    ("⟦Ten people⟧, according to the ministry, have been freed.", ["released"]),
  ]

  @Test(arguments: topics)
  func `a figure takes the topic of its own clause`(_ sentence: String, _ topics: [String?]) throws
  {
    #expect(try Self.marked(sentence).map(\.proposition.topic) == topics)
  }

  static let rising: [(sentence: String, topics: [String?])] = [
    (
      "The death toll from the magnitude 6.3 quake that struck on Monday rose to ⟦207⟧.", ["killed"]
    ),
    ("The number of injured climbed from ⟦130⟧ to ⟦145⟧.", ["injured", "injured"]),
    (
      "The number of people missing after the flood that killed 12 now stands at ⟦60⟧.", ["missing"]
    ),
    ("Twelve people died on Monday. The total has since risen to ⟦15⟧.", ["killed"]),
    ("Twelve people died. Two more were hurt, and the number of horses rose to ⟦15⟧.", [nil]),
    ("The toll, the highest in years, reached ⟦40⟧.", ["killed"]),
  ]

  @Test(arguments: rising)
  func `a number that something rose to is of what rose`(
    _ sentence: String, _ topics: [String?]
  ) throws { #expect(try Self.marked(sentence).map(\.proposition.topic) == topics) }

  /// Numbers without words of their own, behind the figure or the question that they answer.
  static let echoes: [(sentence: String, topics: [String?])] = [
    ("The police said 12 people had died. The government says ⟦eight⟧.", ["killed"]),
    ("Fifteen people were hurt, one report said; the clinic counted ⟦14⟧.", ["injured"]),
    ("Ten people died and 40 were hurt. The ministry has reported ⟦12⟧.", ["killed"]),
    ("Ten people died and 40 were hurt. The ministry has reported ⟦38⟧.", ["injured"]),
    ("How many were arrested is disputed. Police speak of ⟦63⟧.", ["arrested"]),
    ("The number of dead is not known. On Tuesday it was ⟦23⟧.", ["killed"]),
    ("Ten people died. The ministry counted ⟦14 bridges⟧.", [nil]),
  ]

  @Test(arguments: echoes)
  func `a bare number stands for the figure or the question before it`(
    _ sentence: String, _ topics: [String?]
  ) throws {
    #expect(try Self.marked(sentence).map(\.proposition.topic) == topics)
  }

  @Test func `one named and others are one more, and none are counted too`() throws {
    let others = try Self.marked("The owner and ⟦seven⟧ others were held by police.")
    #expect(others.map(\.proposition.quantity?.stated) == [ExactNumber(8)])
    let more = try Self.marked("Three people died and ⟦two⟧ others were hurt.")
    #expect(more.map(\.proposition.quantity?.stated) == [ExactNumber(2)])
    let none = try Self.read("No arrests have been made. No trains ran.")
    #expect(none.filter { $0.proposition.quantity?.stated == .zero }.count == 1)
    let attackers = try Self.read("The attackers, thought to number around 100, fled.")
    #expect(attackers.first { $0.kind == .figure }?.proposition.populationText == "attackers")
  }

  static let counters: [(sentence: String, origin: String)] = [
    ("State television raised the toll to ⟦378⟧.", "State television"),
    ("The ministry later revised the number of dead to ⟦40⟧.", "ministry"),
    ("Forty died, it was said; the hospital counted ⟦41⟧.", "hospital"),
    ("The agency quoted a rescuer as saying ⟦15 people⟧ had died.", "a rescuer"),
    (
      "⟦At least 30 people⟧ died, the agency reported, citing the local government.",
      "local government"
    ),
    ("“We have ⟦20⟧ dead,” the agency quoted a rescuer as saying.", "a rescuer"),
    ("Hospital officials told the BBC ⟦24 people⟧ had died.", "Hospital officials"),
    (
      "⟦At least nine people⟧ died, an aide to the governor said, citing the needs of the families.",
      "an aide to the governor"
    ),
    ("⟦34⟧ more died, the minister Ana Roos said, bringing the total to ⟦590⟧.", "Ana Roos"),
    ("Officials said the number of dead had reached 52, up from ⟦50⟧ on Monday.", "Officials"),
  ]

  @Test(arguments: counters)
  func `who moves a toll is its origin`(_ sentence: String, _ origin: String) throws {
    for claim in try Self.marked(sentence) { #expect(claim.chain.last?.speaker.name == origin) }
  }

  static let outside: [String] = [
    "Forty people were hurt when ⟦three bombs⟧ went off.",
    "He was charged with ⟦12 counts⟧ of fraud.", "She was killed in ⟦two attacks⟧.",
    "⟦Four suicide bombers⟧ killed at least 200 people.",
    "They released him after ⟦several sleepy months⟧.",

    "⟦Three gunmen⟧ killed 12 people.", "At least 106 protesters in ⟦21 cities⟧ were killed.",
    "Nine fighters were killed by ⟦40 soldiers⟧.", "Six of the ⟦15 hostages⟧ were freed.",
    "The rebels freed the crew after a ransom of ⟦$3 million⟧ was paid.",
    "He was hiding for ⟦more than two months⟧ after the death of the leader.",
    "The firm released its staff from ⟦two giant plants⟧.",
  ]

  @Test(arguments: outside)
  func `doers, places, bases and spans of time are not what it happens to`(
    _ sentence: String
  ) throws {
    for claim in try Self.marked(sentence) {
      #expect(!["killed", "released", "injured"].contains(claim.proposition.topic))
    }
  }

  static let parts = [
    "The blast killed 14 people, including ⟦three police officers⟧.",
    "The attack killed nine people on Monday. Another ⟦13 people⟧ were killed on Tuesday.",
    "Police said ⟦two of the victims⟧ were children.",
    "The dead include ⟦three soldiers⟧, ⟦12 foreigners⟧ and ⟦two children⟧.",
    "Among the injured were ⟦nine police officers⟧.", "Of the 477 freed, ⟦40⟧ were women.",
    "⟦At least one American⟧ was among those killed.", "Among those released were ⟦27 women⟧.",
    "The bank lost $6 billion, or ⟦$9⟧ per share.",
  ]

  @Test(arguments: parts)
  func `sub-counts and additions are parts`(_ sentence: String) throws {
    for claim in try Self.marked(sentence) { #expect(claim.proposition.part != nil) }
  }

  static let otherEvents = [
    "In 1998, a bomb in the same street killed ⟦191 people⟧.",
    "The 1995 earthquake killed ⟦more than 6,400 people⟧.",
    "⟦Ten people⟧ died in a similar crash last year.",
    "⟦More than 3,000 people⟧ have died since 2001.",
    "In an earlier derailment ⟦44 people⟧ died.",
    "The attack was the deadliest since 2002, when ⟦202 people⟧ died.",
    "In 2005 a bus fell into a ravine there, killing ⟦12 people⟧ and injuring ⟦15⟧.",
    "In a separate attack, a bomb killed ⟦five soldiers⟧.",
    "Elsewhere, ⟦two policemen⟧ were killed.", "A bomb killed ⟦30 people⟧ there last month.",
    "They came first.\n\nThen they went.\n\nMines kill ⟦more than 90 people⟧ there every year.",
  ]

  @Test(arguments: otherEvents)
  func `figures of former events stay apart`(_ sentence: String) throws {
    for claim in try Self.marked(sentence) { #expect(claim.proposition.otherEvent != nil) }
  }

  @Test(arguments: [
    "⟦Twelve people⟧ died on Monday.", "⟦More than 300 people⟧ have died since Friday.",
    "⟦Two people⟧ were arrested after the first attack.",
    "It was the worst quake in the region since 1995, killing ⟦33 people⟧.",
    "⟦Ninety people⟧ have died of the fever this year.", "A bomb killed ⟦30 people⟧ on Sunday.",
  ])
  func `figures of the article's own event stay in`(_ sentence: String) throws {
    for claim in try Self.marked(sentence) { #expect(claim.proposition.otherEvent == nil) }
  }

  @Test func `a figure told twice is one claim and two kinds of victims are two`() throws {
    let once = try Self.read("Five people were killed. The blast killed five people.")
    #expect(once.filter { $0.kind == .figure }.count == 1)
    let twice = try Self.read("Five soldiers were killed. Later five miners were killed.")
    #expect(twice.filter { $0.kind == .figure }.count == 2)
  }

  @Test func `a denied verb is negative`() throws {
    let claim = try #require(try Self.marked("⟦Two people⟧ were not killed.").first)
    #expect(!claim.proposition.positive)
  }

  @Test(arguments: [
    "⟦400 prisoners⟧ will be released on Friday.", "⟦Two more arrests⟧ are expected, police said.",
    "⟦Up to 40 releases⟧ had been planned for this week.",
  ])
  func `what will be is a plan`(_ sentence: String) throws {
    let claim = try #require(try Self.marked(sentence).first)
    #expect(claim.proposition.modality == .plan || claim.proposition.modality == .promise)
  }

  @Test(arguments: [
    "⟦Two deaths⟧ are likely linked to the storm.", "⟦Twelve arrests⟧ have been made so far.",
  ])
  func `what was is none`(_ sentence: String) throws {
    let claim = try #require(try Self.marked(sentence).first)
    #expect(claim.proposition.modality == .event)
  }

  @Test func `the chain ends at who counted`() throws {
    let claim = try #require(try Self.marked("Police said ⟦12 people⟧ were killed.").first)
    #expect(claim.chain.last?.speaker.name == "Police")
    #expect(claim.proposition.asOfBasis == .publication)
  }
}
