import HearsayCore
import HearsayRules
import HearsayTestSupport
import Testing

@testable import HearsayReading

struct RuleStatisticsTests {
  static let story = """
    hearsay: 1
    extends: english
    topics:
      freed: {verbs: [free, let go], nouns: [ransom], measure: cumulative}
      visited: {phrases: [the prison], measure: stock}
    populations:
      all: {words: [prisoner, man], generic: yes}
      political: {words: [political prisoner], within: all}
      wardens: {words: [prison warden, warden]}
      heads: {words: [head prison warden], within: wardens}
    names:
      Anna Müller: {type: person}
      Nobody Else: {type: person}
    boilerplate: ['^Werbung$', '^Never$']

    """

  private static let made = Result {
    let english = try projectFile("rules/english.yaml")
    let (rules, found) = RulesLoader.load([english, SourceText(name: "tale.yaml", text: story)])
    return Reader(rules: try #require(rules, "\(found)"))
  }

  static let articles = [
    "Anna Müller said 12 prisoners were freed.\n\nWerbung\n\nThe man let 3 political prisoners go.",
    "Two prisoners were freed. Four head prison wardens and 9 men stood near it.",
  ].enumerated().map { Article(text: SourceText(name: "\($0).txt", text: $1)) }

  static func statistics() throws -> RuleStatistics {
    try #require(try made.get().statistics(of: articles))
  }

  static let counts: [(name: String, fired: Int, matched: Int, articles: Int)] = [
    ("tale/topic.freed", 3, 0, 2),
    ("tale/topic.visited", 0, 0, 0),
    ("tale/population.political", 1, 0, 1),
    ("free", 2, 2, 2),
    ("let go", 1, 1, 1),
    ("ransom", 0, 0, 0),
    ("political prisoner", 1, 1, 1),
    ("prisoner", 2, 3, 2),
    ("Anna Müller", 1, 0, 1),
    ("Nobody Else", 0, 0, 0),
    ("^Werbung$", 1, 0, 1),
    ("^Never$", 0, 0, 0),
    ("english/quantity.count", 5, 0, 2),
    ("story/name.listed", 1, 0, 1),
  ]

  @Test(arguments: counts)
  func `counts what fired, where its words stood, and in how many articles`(
    _ name: String, _ fired: Int, _ matched: Int, _ articles: Int
  ) throws {
    let statistics = try Self.statistics()
    let count = try #require(
      statistics.counts.first {
        $0.name == name && ($0.kind != .phrase || $0.owner.hasPrefix("tale/"))
      })
    #expect(count.fired == fired)
    #expect(count.matched == matched)
    #expect(count.articles == articles)
  }

  @Test func `what never fired is named, and what a longer entry hid each time`() throws {
    let statistics = try Self.statistics()
    let silent = statistics.silent.filter { ($0.place?.file ?? 0) > 0 }.map(\.name)
    #expect(silent.contains("ransom") && silent.contains("Nobody Else"))
    #expect(!silent.contains("free"))
    let hidden = statistics.hidden.filter { ($0.place?.file ?? 0) > 0 }
    #expect(hidden.map(\.name) == ["prison warden", "warden"])
    #expect(hidden.first?.hiddenBy == "'head prison wardens' of population heads")
  }

  @Test func `a phrase in more than a third of the sentences is too common`() throws {
    var statistics = try Self.statistics()
    #expect(statistics.tooCommon.isEmpty, "few sentences tell nothing")
    let text = String(repeating: "Two prisoners were freed. It rained in the town. ", count: 10)
    statistics = try #require(
      try Self.made.get().statistics(
        of: [Article(text: SourceText(name: "long.txt", text: text))]))
    let names = statistics.tooCommon.map(\.name)
    #expect(names.contains("free") && names.contains("prisoner") && !names.contains("man"))
  }

  @Test func `the order is that of the rules, whatever was counted`() throws {
    let one = try Self.statistics()
    let other = try #require(try Self.made.get().statistics(of: Self.articles.reversed()))
    #expect(one.counts.map(\.name) == other.counts.map(\.name))
    #expect(one.counts.map(\.fired) == other.counts.map(\.fired))
  }

  @Test func `counting stops when asked`() throws {
    #expect(try Self.made.get().statistics(of: Self.articles, isCancelled: { true }) == nil)
  }
}
