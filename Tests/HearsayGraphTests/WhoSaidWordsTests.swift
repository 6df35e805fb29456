import HearsayCore
import HearsayGraph
import Testing

/// Words that nobody said in a row.
struct WhoSaidWordsTests {
  static let examples: [(words: String, count: Int, missing: [String])] = [
    ("bury at night", 1, []), ("burying them by night", 1, []),
    ("relatives bury nothing slowly", 1, ["slowly"]), ("night bury", 0, []), ("whales sing", 0, []),
  ]

  @Test(arguments: examples)
  func `the nearest words in order are found, and what they lack is said`(
    _ words: String, _ count: Int, _ missing: [String]
  ) {
    let sentence = "Relatives were told to bury them at night and say nothing."
    let graph = ClaimGraph(articles: [
      article("a", "2026-01-13", [claim(nil, "Jorge Rodríguez", sentence: sentence)])
    ])
    let answer = graph.whoSaid(.words(words))
    #expect(answer.claims.count == count)
    #expect(answer.missing == missing)
    #expect(answer.isNear)
  }
}
