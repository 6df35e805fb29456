import HearsayCore
import Testing

@testable import HearsayGraph

/// The main figures of the demo story, by hand, end to end.
let demoStory: [Made] = [
  article(
    "d0.txt", "2026-01-13", outlet: "The Northport Ledger",
    [
      claim(
        ">=3", "?a person briefed on the events", population: "americans", asOf: "2026-01-13TEV",
        at: 100),
      claim(
        "800-900", "*rights groups", topic: "held", population: "prisoners", measure: .stock,
        asOf: "2026-01-13", modality: .state, at: 200),
      claim("56", "Foro Penal", population: "political prisoners", at: 300, hedges: ["only"]),
      claim("dozens", topic: "released", population: "americans", eventTime: "2025-07-01", at: 400),
    ]),
  article(
    "d1.txt", "2026-01-13", outlet: "Atlantic Business Daily",
    [
      claim(
        "~800", "UN fact-finding mission", topic: "held", population: "prisoners", measure: .stock,
        asOf: "2026-01-12", modality: .state, at: 100),
      claim(
        "~50", "UN fact-finding mission", population: "prisoners", asOf: "2026-01-12", at: 110,
        partOf: 0),
    ]),
  article(
    "d3.txt", "2026-01-14", outlet: "Signal Wire",
    [
      claim(
        ">=4", "?sources familiar", population: "americans", asOf: "2026-01-14", at: 100),
      claim(
        ">400", "Jorge Rodríguez", population: "prisoners", asOf: "2026-01-13", at: 200,
        contests: "not political prisoners"),
      claim(
        nil, "*rights organizations", at: 240,
        sentence: "Rights organizations dispute that figure.",
        disputes: "that figure"),
      claim("56", "Penal Forum", population: "political prisoners", asOf: "2026-01-12TEV", at: 300),
      claim(
        "60-70", "*other groups", population: "political prisoners", asOf: "2026-01-14", at: 400),
      claim(
        "800-1200", "*other groups", topic: "held", population: "prisoners", measure: .stock,
        asOf: "2026-01-14", modality: .state, at: 420),
      claim(
        "116", "the ministry", population: "prisoners", measure: .flow, asOf: "2026-01-12",
        window: "2026-01-12", at: 500),
    ]),
  article(
    "d4.txt", "2026-01-08",
    [claim("5", population: "prisoners", asOf: "2026-01-08", at: 100)]),
]

struct CompareTests {
  private let graph = ClaimGraph(rules: venezuela, articles: demoStory)

  private func main(_ topic: String) throws -> QuestionGroup {
    try #require(graph.compare(Asked(topic)).groups.first)
  }

  private func words(_ link: Link) -> String {
    let numbers = [link.from, link.to].map { graph.claims[$0].span.text }
    return "\(numbers[0]) \(link.relation.rawValue) \(numbers[1]): \(link.verdict?.name ?? "")"
  }

  @Test func `one line an origin, parts after mains, other episodes apart`() throws {
    let group = try main("released")
    let lines = group.lines.map { line in
      "\(graph.claims[line.claim].span.text) \(line.isMain ? "main" : "part") \(line.documents.count)"
    }
    #expect(
      lines == [
        "5 main 1", "~50 main 1", "56 main 2", "116 main 1", ">400 main 1", "60-70 main 1",
        ">=3 part 1", ">=4 part 1",
      ])
    #expect(group.question.episode == "now" && group.question.population == "prisoners")
  }

  @Test func `the verdicts of the model come out of the whole answer`() throws {
    let links = try main("released").links.map(words)
    let wanted = [
      ">400 contradicts 60-70: conflict(strict)", ">400 contestsLabel 60-70: contestedLabel",
      "56 contradicts >400: conflict(explicit)", "56 disputes >400: conflict(explicit)",
      "56 contradicts 116: conflictIfSamePopulation", "56 supersedes 5: later",
      "60-70 supersedes 56: later", ">=4 refines >=3: refines", ">=4 supersedes >=3: later",
    ]
    for link in wanted { #expect(links.contains(link), "\(link) is not among \(links)") }
    #expect(!links.contains("~50 contradicts 56: conflict(strict)"))
    #expect(!links.contains { $0.contains("contradicts >=") })
    #expect(!links.contains("60-70 supersedes 5: later"), "it is told by way of 56")
  }

  @Test func `levels of different days do not conflict`() throws {
    let group = try main("held")
    #expect(group.lines.count == 3)
    #expect(!group.links.contains { $0.relation == .contradicts || $0.relation == .tension })
  }

  @Test func `one number of one origin is one line under a looser label too`() throws {
    let graph = ClaimGraph(
      rules: venezuela,
      articles: [
        article("a", "2026-01-13", [claim("56", "Foro Penal", population: "prisoners")]),
        article(
          "b", "2026-01-14", [claim("56", "Foro Penal", population: "political prisoners")]),
        article("c", "2026-01-14", [claim("56", "Foro Penal", population: "americans")]),
      ])
    let group = try #require(graph.compare(Asked("released")).groups.first)
    #expect(group.lines.map(\.claims) == [[0, 1], [2]])
    #expect(group.links.first { $0.relation == .restates }?.shift == [.population, .time])
  }

  @Test func `one origin in two articles is one line with a retelling`() throws {
    let group = try main("released")
    let line = try #require(group.lines.first { $0.documents.count == 2 })
    #expect(line.origin.key == "source:foro penal")
    let retold = try #require(group.links.first { $0.relation == .restates && $0.from != $0.to })
    #expect(retold.shift.contains(.time))
  }

  @Test func `conflicts of everything are found without asking for a topic`() {
    let found = graph.conflicts()
    #expect(
      found.conflicts.map(\.link).map(words) == [
        ">400 contradicts 60-70: conflict(strict)", "56 contradicts >400: conflict(explicit)",
        "56 contradicts 116: conflictIfSamePopulation",
        "116 contradicts 60-70: conflictIfSamePopulation", "~50 contradicts 116: conflict(strict)",
      ])
    #expect(found.conflicts.first?.isInsideOneArticle == true)
  }

  @Test func `a claim of another event is listed apart with its reason`() {
    let graph = ClaimGraph(articles: [
      article(
        "a", "2026-01-13",
        [
          claim("7", topic: nil, terms: ["kill"], predicate: "kill"),
          claim(
            "52", topic: nil, terms: ["kill"], predicate: "kill", otherEvent: "in 2005", at: 99),
        ])
    ])
    let answer = graph.compare(Asked("killed"))
    #expect(answer.groups.flatMap(\.claims) == [0])
    #expect(answer.apart == [ApartClaim(claim: 1, reason: "in 2005")])
  }

  @Test func `a figure outside all episodes is listed apart`() {
    let graph = ClaimGraph(
      rules: venezuela,
      articles: [
        article("a", "2026-01-13", [claim("56"), claim("9", eventTime: "2019-05-05", at: 99)])
      ])
    let answer = graph.compare(Asked("released"))
    #expect(answer.groups.flatMap(\.claims) == [0])
    #expect(answer.apart.map(\.claim) == [1])
  }

  @Test func `who asks for a topic gets no figures of another one`() {
    let made = [
      claim("7", topic: "killed"), claim("12", topic: "missing", terms: ["kill"], at: 99),
      claim("3", topic: nil, terms: ["kill"], predicate: "see", at: 199),
      claim("4", topic: nil, terms: ["kill"], predicate: "kill", at: 299),
    ]
    let rules = GraphRules(topics: [.init("killed", words: ["kill"])])
    let graph = ClaimGraph(rules: rules, articles: [article("a", "2026-01-13", made)])
    #expect(
      graph.compare(Asked("killed", forms: [["kill"]])).groups.flatMap(\.claims).sorted() == [0, 3])
  }

  @Test func `a figure that names nobody joins the usual population`() {
    let rules = GraphRules(populations: [.init("residents"), .init("livestock")])
    let made = [
      claim("7", topic: "killed", population: "residents"),
      claim("8", topic: "killed", population: "residents", at: 99),
      claim("400", topic: "killed", population: "livestock", at: 199),
      claim("9", topic: "killed", at: 299),
      claim("2", topic: "killed", unit: "bridges", at: 399),
    ]
    let graph = ClaimGraph(rules: rules, articles: [article("a", "2026-01-13", made)])
    let groups = graph.compare(Asked("killed")).groups
    #expect(groups.map(\.question.population) == ["residents", nil, "livestock"])
    #expect(groups.map(\.claims.count) == [3, 1, 1])
  }

  @Test func `a toll of one event grows with the day of publication`() {
    func toll(_ number: String, on day: String, _ start: Int = 0) -> Claim {
      claim(number, topic: "killed", asOf: day, eventTime: day, at: start)
    }
    let event = "2026-01-12"
    let graph = ClaimGraph(articles: [
      article("a", "2026-01-13", [claim("7", topic: "killed", asOf: "2026-01-13")]),
      article("b", "2026-01-14", [toll("8", on: event)]),
      article("c", "2026-01-15", [toll("6", on: event)]),
      article("d", "2026-01-19", [toll("2", on: "2026-01-18")]),
    ])
    let links = graph.compare(Asked("killed")).groups.flatMap(\.links).map { link in
      let files = [link.from, link.to].map { graph.document(of: $0).file }
      return "\(files[0]) \(link.relation.rawValue) \(files[1])"
    }
    #expect(links == ["b supersedes a", "c contradicts b"])
  }

  @Test func `a total of a former day beside the new one keeps its day`() {
    let made = [
      claim("36", topic: "killed", asOf: "2026-01-15"),
      claim("34", topic: "killed", asOf: "2026-01-13", eventTime: "2026-01-13", at: 99),
    ]
    let graph = ClaimGraph(articles: [
      article("a", "2026-01-15", made),
      article("b", "2026-01-14", [claim("29", topic: "killed", asOf: "2026-01-14")]),
    ])
    let links = graph.compare(Asked("killed")).groups.flatMap(\.links)
    #expect(
      links.map(\.relation).sorted { $0.rawValue < $1.rawValue } == [
        .contradicts, .supersedes, .supersedes,
      ])
  }

  @Test func `beside a larger total what came on one day is a flow`() {
    let made = [
      claim("36", topic: "killed", asOf: "2026-01-15"),
      claim("7", topic: "killed", asOf: "2026-01-14", eventTime: "2026-01-14", at: 99),
    ]
    let graph = ClaimGraph(articles: [
      article("a", "2026-01-15", made),
      article("b", "2026-01-14", [claim("29", topic: "killed", asOf: "2026-01-14")]),
    ])
    let links = graph.compare(Asked("killed")).groups.flatMap(\.links)
    // What came on one day is a part of both totals, and of none the older figure.
    #expect(links.map(\.relation) == [.partOf, .partOf, .supersedes])
  }

  @Test func `another kind of number answers only when it is of the word itself`() {
    let graph = ClaimGraph(articles: [
      article(
        "a", "2026-01-13",
        [
          claim("7", topic: nil, unit: "people", terms: ["kill", "people"], predicate: "kill"),
          claim(
            "5000", topic: nil, kind: .money, unit: "$", terms: ["kill", "reward"],
            predicate: "offer", at: 99),
          claim("34", topic: nil, kind: .age, terms: ["kill"], predicate: "kill", at: 199),
        ])
    ])
    #expect(graph.compare(Asked("killed")).groups.flatMap(\.claims) == [0])
    #expect(graph.compare(Asked("reward")).groups.flatMap(\.claims) == [1])
  }

  @Test func `all words asked must fit, and the sentence is the last resort`() {
    let graph = ClaimGraph(articles: [
      article(
        "a", "2026-01-13",
        [
          claim("10000", topic: nil, terms: ["cut", "job"], predicate: "announce"),
          claim("5", topic: nil, terms: ["job"], predicate: "offer", at: 99),
          claim(
            "2", topic: nil, terms: ["drop"], predicate: "drop", at: 199,
            sentence: "The FTSE dropped by 2 points"),
        ])
    ])
    #expect(graph.compare(Asked("job cuts")).groups.flatMap(\.claims) == [0])
    let mentioned = graph.compare(Asked("FTSE"))
    #expect(mentioned.groups.flatMap(\.claims) == [2] && mentioned.onlyMentioned)
    #expect(graph.compare(Asked("elephants")).groups.isEmpty)
  }

  @Test func `a topic answers to its words`() {
    let claims = { (word: String) in graph.compare(Asked(word)).groups.flatMap(\.claims).count }
    #expect(claims("freed") == claims("released") && claims("free") == claims("released"))
    #expect(claims("remaining") == 0 && claims("remains") == claims("held"))
  }

  @Test func `only figures of one day and kind support each other`() throws {
    let group = try main("released")
    let line = try #require(group.lines.first { graph.claims[$0.claim].span.text == "116" })
    #expect(line.support.text == "1")
  }

  @Test func `of a sentence that only mentions the words the nearest figure answers`() {
    let sentence = "The FTSE fell by 2.36 per cent, and the DAX, it was said, by 1.75 per cent"
    var made = ["2.36", "1.75"].map {
      claim($0, topic: nil, kind: .percent, unit: "%", sentence: sentence)
    }
    made[0].span.range = ByteRange(17, 21)
    made[1].span.range = ByteRange(58, 62)
    let graph = ClaimGraph(articles: [article("a", "2026-01-13", made)])
    #expect(graph.compare(Asked("ftse")).groups.flatMap(\.claims) == [0])
    #expect(graph.compare(Asked("DAX")).groups.flatMap(\.claims) == [1])
  }

  @Test func `one of many is an instance and no total`() {
    let made = [
      claim("56", measure: .cumulative), claim("1", measure: .cumulative, at: 99),
      claim("1", topic: "captured", at: 199),
    ]
    let graph = ClaimGraph(articles: [article("a", "2026-01-13", made)])
    #expect(made.indices.map(graph.isMain) == [true, false, true])
  }

  @Test func `a figure without any date joins the usual episode`() {
    let graph = ClaimGraph(
      rules: venezuela,
      articles: [
        article("a", "2026-01-13", [claim("56", population: "prisoners")]),
        article("b", nil, [claim("50", population: "prisoners", at: 99)]),
        (
          document: GraphDocument(
            file: "d",
            facts: DocumentFacts(
              published: TimeValue(
                earliest: Moment(day("2026-01-03")), latest: nil, type: .date, value: "open"))),
          claims: [claim("50", population: "prisoners", at: 99)]
        ),
        article("c", "2025-06-01", [claim("6", population: "prisoners", at: 199)]),
      ])
    let groups = graph.compare(Asked("released")).groups
    #expect(groups.map(\.question.episode) == ["now", "y2025"])
    #expect(groups.first?.claims.count == 3)
  }

  @Test func `one source with two numbers in one article speaks of two things`() {
    let made = [
      claim("10.2", topic: nil, kind: .money, unit: "$", terms: ["lose"], predicate: "lose"),
      claim("6", topic: nil, kind: .money, unit: "$", terms: ["lose"], predicate: "lose", at: 99),
    ]
    let graph = ClaimGraph(articles: [article("a", "2026-01-13", made)])
    #expect(graph.compare(Asked("lose")).groups.flatMap(\.links).isEmpty)
  }

  @Test func `two named sources in one article may conflict`() {
    let made = [
      claim("7", "the police", topic: "killed"),
      claim("9", "the hospital", topic: "killed", at: 99),
      claim("8", topic: "killed", at: 199),
    ]
    let graph = ClaimGraph(articles: [article("a", "2026-01-13", made)])
    let links = graph.compare(Asked("killed")).groups.flatMap(\.links)
    #expect(links.map(\.relation) == [.contradicts])
    #expect(links.map { Set([$0.from, $0.to]) } == [[0, 1]])
  }

  @Test func `a rejection speaks of the figure before it, whatever its question`() {
    let made = [
      claim("5", "the police", topic: "held", measure: .stock),
      claim("400", "Jorge Rodríguez", at: 100),
      claim(nil, "*groups", at: 200, disputes: "that account"),
      claim("800", "*others", topic: "held", measure: .stock, at: 300),
      claim("390", "Foro Penal", asOf: "2026-01-14", at: 300),
    ]
    let graph = ClaimGraph(articles: [article("a", "2026-01-13", made)])
    let disputed = graph.conflicts().conflicts.filter { $0.link.verdict == .conflict(.explicit) }
    #expect(disputed.isEmpty)
    #expect(
      graph.conflicts(Asked("released")).conflicts.map(\.link.verdict) == [.conflict(.strict)])
    #expect(graph.explain(1, 4)?.steps.contains { $0.number == 5 } == true)
    #expect(graph.explain(0, 3)?.steps.contains { $0.number == 5 } == false)
  }

  @Test func `explain gives every step with the numbers put in`() throws {
    let rows = graph.claims.indices.filter {
      [">400", "60-70"].contains(graph.claims[$0].span.text)
    }
    let comparison = try #require(graph.explain(rows[0], rows[1]))
    #expect(comparison.verdicts == [.conflict(.strict), .contestedLabel])
    #expect(comparison.steps.contains { $0.text.contains("more than 400 (2026-01-13)") })
    #expect(graph.explain(0, 999) == nil)
  }

  @Test func `of more figures than can be looked at one by one the answer says so`() {
    let few = ClaimGraph(articles: [article("a", "2026-01-13", [claim("5", "the police")])])
    #expect(!few.found(Asked("released")).isTooMany)
    let made = (0...mostLookedAt).map { claim("5", "the police", at: $0 * 10) }
    let many = ClaimGraph(articles: [article("a", "2026-01-13", made)])
    #expect(many.found(Asked("released")).isTooMany)
  }

  @Test func `articles of one day stand in the order of their files, whatever came first`() {
    let made = ["c", "a", "b"].map { article($0, "2026-01-13", [claim("5", "the police")]) }
    var graph = ClaimGraph()
    for one in made {
      graph.add(one.document, claims: one.claims)
      #expect(graph.sorted(graph.claims.indices).map { graph.document(of: $0).file }.isSorted)
    }
    #expect(graph.sortedDocuments([0, 1, 2, 1]) == [1, 2, 0])
    #expect(graph.claims.indices.map { graph.claims.id(of: $0) } == graph.claims.map(\.id))
  }
}

extension [String] {
  fileprivate var isSorted: Bool { self == sorted() }
}
