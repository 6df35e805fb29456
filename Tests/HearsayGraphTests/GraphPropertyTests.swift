import HearsayCore
import Testing

@testable import HearsayGraph

/// Made stories: what must hold whatever the articles say.
struct GraphPropertyTests {
  /// A repeatable source of chance.
  struct Dice: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ (state >> 29)
    }
  }

  static let speakers = [
    "Foro Penal", "State Department", "Jorge Rodríguez", "?an official", "*families", "@CNN",
  ]

  /// Sentences that are equal or share no word: whether near-copies are one telling depends on
  /// the copies in between.
  static func sentence(_ number: Int) -> String {
    (0..<8).map { "w\(number)x\($0)" }.joined(separator: " ")
  }

  static func story(_ seed: UInt64) -> [Made] {
    var dice = Dice(state: seed)
    return (0..<6).map { number in
      let claims = (0..<Int.random(in: 1...5, using: &dice)).map { place in
        let says = Bool.random(using: &dice) ? speakers.randomElement(using: &dice) : nil
        let words = ["5", "56", ">400", "60-70", "~50", "dozens", ">=4"].randomElement(using: &dice)
        return claim(
          words, says,
          population: ["prisoners", "political prisoners", "americans", nil]
            .randomElement(using: &dice) ?? nil,
          asOf: ["2026-01-10", "2026-01-12", "2026-01-14", nil].randomElement(using: &dice) ?? nil,
          terms: ["release"], predicate: "release", at: place * 60,
          sentence: sentence(Int.random(in: 0..<20, using: &dice)))
      }
      let outlet = Bool.random(using: &dice) ? "Paper \(number % 3)" : nil
      return article("f\(number)", "2026-01-1\(2 + number % 4)", outlet: outlet, claims)
    }
  }

  /// An answer as text, with files instead of row numbers.
  static func drawn(_ graph: ClaimGraph) -> [String] {
    func place(_ row: Int) -> String {
      "\(graph.document(of: row).file):\(graph.claims[row].span.range.start)"
    }
    var text: [String] = []
    for group in graph.compare(Asked("released")).groups {
      for line in group.lines {
        text.append(
          "\(place(line.claim)) \(line.claims.map(place)) \(line.isMain) \(line.support.text)")
      }
      for link in group.links {
        text.append(
          "\(place(link.from)) \(link.relation) \(place(link.to)) \(link.reasons) \(link.assumptions)"
        )
      }
    }
    for entry in graph.relations() {
      text.append("\(place(entry.link.from)) \(entry.link.relation) \(place(entry.link.to))")
    }
    for figure in graph.supportedFigures() {
      text.append("\(place(figure.claim)) \(figure.independence.text) \(figure.claims.map(place))")
    }
    for pair in graph.lookalikes() {
      text.append("\(place(pair.one)) \(pair.comparison.verdicts) \(place(pair.other))")
    }
    text += graph.stale().map { "\(place($0.claim)) is stale" }
    text += graph.gaps().map {
      "\($0.kind) \($0.claim.map(place) ?? graph.documents[$0.document].file)"
    }
    let conflicts = graph.conflicts()
    text += (conflicts.conflicts + conflicts.tensions).map { row in
      "\(place(row.link.from)) \(row.link.verdict?.name ?? "") \(place(row.link.to))"
    }
    return text
  }

  @Test(arguments: UInt64(1)...20)
  func `the order of files changes nothing`(_ seed: UInt64) {
    let story = Self.story(seed)
    let one = ClaimGraph(rules: venezuela, articles: story)
    let other = ClaimGraph(rules: venezuela, articles: story.reversed())
    #expect(Self.drawn(one) == Self.drawn(other))
    var added = ClaimGraph(rules: venezuela)
    for article in story.reversed() { added.add(article.document, claims: article.claims) }
    #expect(Self.drawn(one) == Self.drawn(added))
    #expect(one.brokenInvariants().isEmpty)
  }

  @Test(arguments: UInt64(1)...20)
  func `a copy of an article adds no origin`(_ seed: UInt64) {
    let story = Self.story(seed)
    let graph = ClaimGraph(rules: venezuela, articles: story)
    var copy = story[0]
    copy.document.file = "zz-copy"
    let more = ClaimGraph(rules: venezuela, articles: story + [copy])
    let one = graph.independence(of: Array(graph.claims.indices))
    let other = more.independence(of: Array(more.claims.indices))
    #expect(one.lower == other.lower && one.upper == other.upper)
    #expect(Self.support(graph) == Self.support(more))
  }

  /// The figures with how many stand behind each.
  static func support(_ graph: ClaimGraph) -> [String: String] {
    var support: [String: String] = [:]
    for figure in graph.supportedFigures() {
      support[name(figure, graph)] = figure.independence.text
    }
    return support
  }

  static func name(_ figure: SupportedFigure, _ graph: ClaimGraph) -> String {
    let proposition = graph.claims[figure.claim].proposition
    let number = proposition.quantity?.vague ?? proposition.quantity?.interval.name ?? ""
    // One origin's prisoners and political prisoners are one figure, under either name.
    return "\(number) \(proposition.population == "americans")"
  }

  @Test(arguments: UInt64(1)...20)
  func `taking an article away adds no support`(_ seed: UInt64) {
    let story = Self.story(seed)
    let graph = ClaimGraph(rules: venezuela, articles: story)
    let all = graph.independence(of: Array(graph.claims.indices))
    for without in story.indices {
      var fewer = story
      fewer.remove(at: without)
      let smaller = ClaimGraph(rules: venezuela, articles: fewer)
      let left = smaller.independence(of: Array(smaller.claims.indices))
      // The upper end may rise: with an article goes the knowledge of who copied whom.
      #expect(left.lower <= all.lower)
      let before = Dictionary(
        graph.supportedFigures().map { (Self.name($0, graph), $0.independence.lower) },
        uniquingKeysWith: max)
      for figure in smaller.supportedFigures() {
        #expect(figure.independence.lower <= before[Self.name(figure, smaller)] ?? 0)
      }
    }
  }

  @Test(arguments: UInt64(1)...20)
  func `other names for the sources change nothing else`(_ seed: UInt64) {
    let story = Self.story(seed)
    let renamed = story.map { article in
      (
        document: article.document,
        claims: article.claims.map { claim in
          var claim = claim
          for step in claim.chain.indices {
            claim.chain[step].speaker.name = "New \(claim.chain[step].speaker.name)"
            claim.chain[step].speaker.anonymity?.descriptor += " new"
          }
          return claim
        }
      )
    }
    let one = ClaimGraph(articles: story)
    let other = ClaimGraph(articles: renamed)
    #expect(Self.drawn(one) == Self.drawn(other))
  }

  @Test func `many articles cost a linear amount of work`() {
    let articles = (0..<2000).map { number in
      article(
        "f\(number)", "2026-01-12",
        [
          claim(
            "\(number % 50)", topic: nil, terms: ["kill"], predicate: "kill",
            sentence: Self.sentence(number))
        ])
    }
    let graph = ClaimGraph(articles: articles)
    let group = graph.compare(Asked("killed")).groups.first
    #expect(group?.lines.count == 2000 && group?.uncompared == 1900)
    // Not a relation for each of two million pairs.
    #expect((group?.links.count ?? 0) < 2000 * 20)
    #expect(graph.whoSaid(.number(Interval(exactly: ExactNumber(7)))).claims.count == 40)
  }
}
