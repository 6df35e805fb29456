import HearsayCore
import Testing

@testable import HearsayGraph

/// An account is read article by article: what is read first must not depend on chance.
struct ArticleOrderTests {
  @Test(arguments: UInt64(1)...40)
  func `articles of one day stand in one order, however they come`(_ seed: UInt64) {
    var dice = GraphPropertyTests.Dice(state: seed)
    let articles = (0..<14).compactMap { document in
      let tellings = (0...Int.random(in: 0...2, using: &dice)).map { telling($0, document, &dice) }
      return ArticleTellings(tellings, .grows, GraphRules())
    }
    let order = articles.sorted().map(drawn)
    for _ in 0..<12 {
      #expect(articles.shuffled(using: &dice).sorted().map(drawn) == order)
    }
  }

  @Test
  func `no tellings are no article`() {
    #expect(ArticleTellings([], .grows, GraphRules()) == nil)
  }

  private func drawn(_ article: ArticleTellings) -> [Int] {
    (article.current + article.minors + article.formers).map(\.row)
  }

  private func telling(
    _ place: Int, _ document: Int, _ dice: inout GraphPropertyTests.Dice
  ) -> Telling {
    let number = Int.random(in: 1...3, using: &dice)
    let row = document * 3 + place
    var figure = Figure(claim("\(number)", nil))
    figure.claim.document = document
    return Telling(
      row: row, claim: row, figure: figure, interval: Interval(exactly: ExactNumber(number)),
      number: ExactNumber(number), origin: "\(place)",
      voice: Bool.random(using: &dice) ? .common : .rival, body: [], side: nil,
      isUnattributed: false, day: Int32(Int.random(in: 0...1, using: &dice)), isFormer: false,
      isDisplayOnly: false, isMinor: Int.random(in: 0...2, using: &dice) > 0, sort: .plain,
      head: "",
      order: ClaimOrder(document: Int32(document), range: ByteRange(place, place + 1), row: row))
  }
}
