import HearsayCore
import Testing

@testable import HearsayGraph

/// Relations that are not between two figures of one question.
struct RelationTests {
  static func links(rules: GraphRules = venezuela, _ articles: [Made]) -> [Link] {
    ClaimGraph(rules: rules, articles: articles).relations().map(\.link)
  }

  static func has(_ relation: Relation, _ links: [Link]) -> [Link] {
    links.filter { $0.relation == relation }
  }

  @Test func `two papers that print one quotation quote, and lost marks are a retelling`() {
    let words = "we welcome the release of all"
    let links = Self.links([
      article("a", "2026-01-12", [claim(nil, "State Department", quote: words)]),
      article("b", "2026-01-13", [claim(nil, "State Department", quote: words)]),
      article("c", "2026-01-14", [claim(nil, "?an official", sentence: "He said " + words)]),
    ])
    #expect(Self.has(.quotes, links).count == 1)
    let lost = Self.has(.restates, links).filter { $0.shift.contains(.marksLost) }
    #expect(lost.count == 2 && lost.allSatisfy { $0.confidence == .probable })
  }

  @Test func `a short quotation is one only when one speaker is quoted`() {
    let links = Self.links([
      article("a", "2026-01-12", [claim(nil, "Jorge Rodríguez", quote: "in a BIG WAY")]),
      article("b", "2026-01-13", [claim(nil, "Jorge Rodríguez", quote: "in a big way,")]),
      article("c", "2026-01-14", [claim(nil, "Delcy Rodríguez", quote: "in a big way")]),
    ])
    #expect(Self.has(.quotes, links).map { [$0.from, $0.to] } == [[1, 0]])
  }

  @Test func `a rejection is of the figure before it, or of the statement between`() {
    let links = Self.links([
      article(
        "a", "2026-01-13",
        [
          claim("400", "Jorge Rodríguez", at: 0),
          claim(nil, "*rights groups", at: 60, disputes: "that account"),
        ]),
      article(
        "b", "2026-01-13",
        [
          claim("7", "Foro Penal", at: 0),
          claim(nil, "Jorge Rodríguez", at: 60, quote: "we warned"),
          claim(nil, "Emil Harrow", at: 120, disputes: "that account"),
        ]),
    ])
    #expect(Self.has(.disputes, links).map { [$0.from, $0.to] } == [[1, 0], [4, 3]])
  }

  static let headlines: [(headline: String, text: [String], clashes: Bool)] = [
    ("27", ["29"], true), ("27", ["29", "27"], false), (">25", ["29"], false),
    ("dozens", ["29"], false), ("27", [], false),
  ]

  @Test(arguments: headlines)
  func `a headline that no figure of the text bears out is a conflict inside one article`(
    _ headline: String, _ text: [String], _ clashes: Bool
  ) {
    let body = text.enumerated().map { claim($1, "Police", topic: "killed", at: 100 * ($0 + 1)) }
    let graph = ClaimGraph(articles: [
      article("a", "2026-01-13", [claim(headline, topic: "killed", zone: .headline)] + body)
    ])
    let conflicts = graph.conflicts().conflicts
    #expect(conflicts.contains { $0.isInsideOneArticle } == clashes)
  }

  static let sums: [(whole: String, parts: [String], verdict: Verdict?)] = [
    ("12", ["5", "7"], .same), ("12", ["5", "4"], .compatible), ("several", ["3", "2"], .refines),
    ("12", ["5", "8"], .conflict(.strict)), ("12", ["5"], nil), (">10", ["5", "8"], .compatible),
  ]

  @Test(arguments: sums)
  func `parts of one sentence add up, or do not`(
    _ whole: String, _ parts: [String], _ verdict: Verdict?
  ) {
    var claims = [claim(whole)]
    for (place, part) in parts.enumerated() {
      claims.append(claim(part, part: "part \(place)", at: 100, sentence: "a", partOf: 0))
    }
    let graph = ClaimGraph(articles: [article("a", "2026-01-13", claims)])
    #expect(graph.sums().map(\.verdict) == [verdict].compactMap { $0 })
    let isConflict = verdict == .conflict(.strict)
    #expect(graph.conflicts().conflicts.contains { $0.link.to == 0 } == isConflict)
  }

  @Test func `what makes a former total the newer one is a part of it`() {
    let links = Self.links([
      article("a", "2026-01-12", [claim("29", "Foro Penal", asOf: "2026-01-12")]),
      article(
        "b", "2026-01-13",
        [
          claim("7", "Foro Penal", asOf: "2026-01-13", at: 100),
          claim("36", "Foro Penal", asOf: "2026-01-13", at: 200),
        ]),
    ])
    let parts = Self.has(.partOf, links)
    #expect(parts.map(\.reasons) == [["it makes 29 the newer total"]])
    #expect(Self.has(.contradicts, links).isEmpty)
  }

  @Test func `one source's number of one day is told again with its bound or without`() {
    func relations(_ day: String) -> [Relation] {
      Self.links([
        article("a", "2026-01-12", [claim(">=34", "Foro Penal", asOf: "2026-01-12")]),
        article("b", "2026-01-14", [claim("34", "Foro Penal", asOf: day)]),
      ]).map(\.relation)
    }
    #expect(relations("2026-01-12") == [.restates])
    #expect(!relations("2026-01-14").contains(.restates))
  }

  @Test func `a promise is kept, not yet kept, or no number`() {
    var rules = venezuela
    rules.fulfils = [.init(promise: "promised", by: "released")]
    func verdicts(_ promised: String, _ done: String) -> [Verdict?] {
      let links = Self.links(
        rules: rules,
        [
          article(
            "a", "2026-01-10",
            [claim(promised, "Jorge Rodríguez", topic: "promised", modality: .promise)]),
          article("b", "2026-01-13", [claim(done, "Foro Penal", asOf: "2026-01-12")]),
        ])
      return Self.has(.fulfils, links).map(\.verdict)
    }
    #expect(verdicts("100", "56") == [.compatible])
    #expect(verdicts("50", "56") == [.same])
    #expect(verdicts("many", "56") == [.notComparable])
  }

  @Test func `who tells of a promise again is no second witness`() {
    let links = Self.links([
      article("a", "2026-01-10", [claim("9", "Anna Vel", topic: "promised", modality: .promise)]),
      article("b", "2026-01-11", [claim("9", "Emil Har", topic: "promised", modality: .promise)]),
    ])
    #expect(Self.has(.supports, links).isEmpty && Self.has(.restates, links).count == 1)
  }

  @Test func `topics that exclude each other are told apart inside one article`() {
    var rules = venezuela
    rules.exclusive = [["released", "held"]]
    let links = Self.links(
      rules: rules,
      [
        article(
          "a", "2026-01-13",
          [
            claim("50", "Foro Penal", population: "prisoners", asOf: "2026-01-12"),
            claim(
              "750", "Foro Penal", topic: "held", population: "prisoners", measure: .stock,
              asOf: "2026-01-12", at: 60),
          ])
      ])
    #expect(Self.has(.exclusive, links).first?.reasons.first?.contains("800 prisoners") == true)
  }

  @Test func `a credit leads to what the credited article says`() {
    let graph = ClaimGraph(articles: [
      article("a", "2026-01-12", outlet: "Tarn Wire", [claim("9", "Police", terms: ["kill"])]),
      article("b", "2026-01-13", [claim("9", "@Tarn Wire", terms: ["kill"])]),
      article("c", "2026-01-13", [claim("3", terms: ["kill"], credits: ["Bloomberg"])]),
    ])
    let credits = graph.credits()
    #expect(credits.map(\.outlet).sorted() == ["Bloomberg", "Tarn Wire"])
    #expect(graph.credits(to: "tarn wire").first?.original == 0)
    #expect(graph.credits(to: "Bloomberg").first?.document == nil)
    #expect(
      Self.has(.citesOutlet, graph.relations().map(\.link)).map { [$0.from, $0.to] } == [[1, 0]])
  }

  @Test func `of many lines the one that fits with none is found`() {
    var articles = (0..<400).map { number in
      article(
        "f\(number)", "2026-01-12",
        [claim("\(100 + number)", "Speaker \(number)", asOf: "2026-01-12")])
    }
    articles.append(article("z", "2026-01-20", [claim("3", "Somebody", asOf: "2026-01-20")]))
    let links = Self.links(articles)
    let odd = Self.has(.contradicts, links).filter { [$0.from, $0.to].contains(400) }
    #expect(!odd.isEmpty)
    let graph = ClaimGraph(rules: venezuela, articles: articles)
    #expect(graph.compare(Asked("released")).groups[0].uncompared == 301)
  }

  @Test func `one source with two values is said to have two`() {
    let links = Self.links([
      article("a", "2026-01-12", [claim("56", "Foro Penal", asOf: "2026-01-12")]),
      article("b", "2026-01-13", [claim("65", "Foro Penal", asOf: "2026-01-12")]),
    ])
    #expect(
      Self.has(.contradicts, links).first?.reasons.contains("one source is given two values")
        == true)
  }
}
