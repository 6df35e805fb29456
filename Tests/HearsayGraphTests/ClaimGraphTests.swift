import HearsayCore
import Testing

@testable import HearsayGraph

struct ClaimGraphTests {
  private let graph = ClaimGraph(rules: venezuela, articles: demoStory)

  @Test func `what must hold inside the graph holds`() {
    #expect(graph.brokenInvariants().isEmpty)
    #expect(ClaimGraph().brokenInvariants().isEmpty)
  }

  @Test func `a part keeps its whole when it joins`() throws {
    let part = try #require(graph.claims.first { $0.partOf != nil })
    #expect(graph.claims[part.partOf ?? -1].span.text == "~800")
  }

  @Test func `a number is found in any notation`() {
    let exactly = { (number: Int) in Said.number(Interval(exactly: ExactNumber(number))) }
    let words = { (said: Said) in graph.whoSaid(said).claims.map { graph.claims[$0].span.text } }
    #expect(words(exactly(56)) == ["56", "56"])
    #expect(words(exactly(800)).sorted() == ["800-1200", "800-900", "~800"])
    #expect(words(exactly(57)).isEmpty)
    #expect(words(.number(Interval(low: ExactNumber(60), high: ExactNumber(70)))) == ["60-70"])
    let more = Interval(low: ExactNumber(400), lowOpen: true)
    #expect(words(.number(more)) == [">400"])
  }

  @Test func `different meanings of one number are apart`() {
    let graph = ClaimGraph(articles: [
      article(
        "a", "2026-01-13",
        [
          claim("5", topic: nil, unit: "people", predicate: "kill"),
          claim("5", topic: nil, unit: "hectares", predicate: "clear", at: 99),
        ])
    ])
    let answer = graph.whoSaid(.number(Interval(exactly: ExactNumber(5))))
    #expect(answer.meanings.map(\.name) == ["clear, hectares", "kill, people"])
  }

  @Test func `meanings that are called the same stand in one order`() {
    let words = ["cart", "drive", "order", "strike", "vote", "walk"]
    let claims = words.enumerated().flatMap { place, word in
      [
        claim("5", topic: nil, unit: word, at: place * 100),
        claim("5", topic: nil, predicate: word, at: place * 100 + 50),
      ]
    }
    let graph = ClaimGraph(articles: [article("a", "2026-01-13", claims)])
    let answer = graph.whoSaid(.number(Interval(exactly: ExactNumber(5))))
    #expect(answer.meanings.map(\.name) == words.flatMap { [$0, $0] })
    #expect(
      answer.claims.map { graph.claims[$0].proposition.predicate } == words.flatMap { [$0, nil] })
  }

  @Test(arguments: [
    ("a big way", 1), ("A BIG way", 1), ("“big way”", 1), ("way big", 0), ("rodriguez said", 1),
    ("Rodríguez", 1), ("", 0), ("big", 1),
  ])
  func `words are found in a row, whatever their case and accents`(_ words: String, _ count: Int) {
    let sentence = "They “started, in a BIG way,” Rodríguez said."
    let graph = ClaimGraph(articles: [
      article(
        "a", "2026-01-13",
        [claim(nil, "Jorge Rodríguez", sentence: sentence, quote: "started, in a BIG way,")])
    ])
    #expect(graph.whoSaid(.words(words)).claims.count == count)
  }

  @Test(arguments: [
    (Filter.field(.speaker, .equal, .words("penal forum")), ["56"]),
    (.field(.group, .equal, .words("americans")), [">=4"]),
    (.field(.value, .atLeast, .number(Interval(exactly: ExactNumber(400)))), [">400", "800-1200"]),
    (.field(.value, .less, .number(Interval(exactly: ExactNumber(60)))), ["56"]),
    (
      .field(.value, .equal, .number(Interval(low: ExactNumber(60), high: ExactNumber(70)))),
      ["60-70"]
    ),
    (.all([.words("held"), .not(.field(.status, .equal, .words("anonymous")))]), ["800-1200"]),
    (
      .any([.field(.event, .equal, .words("held")), .field(.value, .equal, .words("116"))]),
      ["800-1200", "116"]
    ),
    (.field(.status, .equal, .words("anonymous")), [">=4"]),
    (.field(.outlet, .unequal, .words("Signal Wire")), []),
  ])
  func `filters what is asked`(_ filter: Filter, _ wanted: [String]) {
    let scope = Scope(
      in: "Signal Wire", where: .all([filter, .field(.kind, .equal, .words("figure"))]))
    #expect(graph.claimList(nil, scope).map { graph.claims[$0].span.text } == wanted)
  }

  @Test func `days, speakers and order limit an answer`() {
    let texts = { (scope: Scope) in
      graph.claimList(Asked("released"), scope).map { graph.claims[$0].span.text }
    }
    #expect(texts(Scope(until: day("2026-01-08"))).contains("5"))
    #expect(!texts(Scope(until: day("2026-01-08"))).contains("56"))
    #expect(texts(Scope(by: "ministry")) == ["116"])
    #expect(texts(Scope(since: day("2026-01-14"), sort: .value)).prefix(2) == [">=4", "60-70"])
    #expect(texts(Scope(top: 1)) == ["5"])
    let printed = Scope(knownAsOf: KnownAsOf(day("2026-01-13"), .published))
    let holding = Scope(knownAsOf: KnownAsOf(day("2026-01-13"), .holding))
    #expect(!texts(printed).contains(">400") && texts(holding).contains(">400"))
  }

  @Test func `sources, articles and topics are counted`() {
    let sources = graph.sources()
    #expect(sources.filter { $0.name == "Foro Penal" }.map(\.claims.count) == [2])
    #expect(graph.documentList().map(\.file) == ["d4.txt", "d0.txt", "d1.txt", "d3.txt"])
    #expect(graph.topics().map(\.name) == ["released", "held"])
  }

  @Test func `a trace begins with the first by date`() {
    let number = graph.claims.indices.filter { graph.claims[$0].span.text == "56" }
    let trace = graph.trace(.claim(number[1]))
    #expect(trace.appearances.map(\.claim) == number)
    #expect(trace.first == number[0])
    #expect(trace.appearances[0].chain == ["outlet", "Foro Penal"])
    #expect(trace.links.map(\.relation) == [.restates])
  }

  @Test func `a shared surname gives separate entries and is said to be so`() throws {
    var story = demoStory
    story.append(article("e", "2026-01-15", [claim("9", "Rodriguez/Assembly", at: 7)]))
    let graph = ClaimGraph(rules: venezuela, articles: story)
    let names = graph.whoIs("rodríguez")
    #expect(names.map(\.name) == ["Delcy Rodríguez", "Jorge Rodríguez", "Rodriguez"])
    #expect(names[2].mayAlsoBe == ["Delcy Rodríguez", "Jorge Rodríguez"])
  }

  @Test func `other spellings are proposed and not merged`() {
    let bearers = [
      ["Foro Penal", "José Muñoz", "Red Cross"], ["Penal Forum", "Jose Munoz", "Cross of Red"],
    ].map { $0.map { Entity(canonical: $0, kind: .organisation) } }
    var graph = ClaimGraph(rules: venezuela)
    for (row, entities) in bearers.enumerated() {
      graph.add(GraphDocument(file: "f\(row)", entities: entities), claims: [])
    }
    // The rules know that Foro Penal is the Penal Forum: nothing is left to decide.
    let proposals = graph.aliasProposals().map {
      "\(Set([$0.one, $0.other]).sorted()): \($0.reason)"
    }
    #expect(
      proposals.sorted() == [
        #"["Cross of Red", "Red Cross"]: order"#, #"["Jose Munoz", "José Muñoz"]: diacritics"#,
      ])
  }

  @Test func `why names origin, time and relations`() throws {
    let row = try #require(graph.claims.firstIndex { $0.span.text == "60-70" })
    let why = try #require(graph.why(row))
    #expect(why.origin.kind == .collective && why.asOfBasis == .stated)
    #expect(why.links.contains { $0.relation == .contradicts })
    #expect(graph.why(-1) == nil)
  }

  @Test(arguments: [
    ("Rodríguez’s “big way”", ["rodriguez", "s", "big", "way"]), ("ŁÓDŹ", ["lodz"]),
    ("e\u{301}té", ["ete"]), ("1,200", ["1", "200"]), ("Ærø ßĲ", ["æro", "ßĳ"]),
    ("A-b, 3.5 \u{7F}c", ["a", "b", "3", "5", "c"]), ("— …", []),
  ])
  func `folds words`(_ text: String, _ words: [String]) {
    #expect(foldedWords(text) == words)
  }
}
