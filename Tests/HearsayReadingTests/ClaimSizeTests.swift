import HearsayCore
import Testing

/// What claims keep must not grow with the square of the text.
struct ClaimSizeTests {
  @Test(.timeLimit(.minutes(1)))
  func `a figure told thousands of times is one claim with its repeats`() throws {
    let count = 4_000
    let said = String(repeating: "The dam broke and 12 people died. ", count: count)
    let claims = try ClaimFigureTests.read(said).filter { $0.span.text == "12 people" }
    #expect(claims.count == 1)
    #expect(claims.first?.repeats.count == count - 1)
    #expect(claims.first.map { Set($0.repeats.map(\.range.start)).count } == count - 1)
  }

  @Test(.timeLimit(.minutes(1)), arguments: [400, 4_000])
  func `the words of a quotation that never closes are kept sentence by sentence`(count: Int) throws
  {
    let said = (0..<count).map { "We lost \($0 + 13) men there. " }.joined()
    let claims = try ClaimFigureTests.read("“" + said).filter { $0.kind == .figure }
    #expect(claims.count > count / 2)
    let longest = claims.compactMap { $0.quote?.utf8.count }.max() ?? 0
    #expect(longest < 60)
  }

  @Test func `the words of a quotation of some sentences are kept as a whole`() throws {
    let claims = try ClaimFigureTests.read("“We lost 13 men. We go on,” the mayor said.")
    #expect(claims.first { $0.span.text == "13 men" }?.quote == "We lost 13 men. We go on,")
  }
}
