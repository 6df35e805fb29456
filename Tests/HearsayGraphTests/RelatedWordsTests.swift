import HearsayCore
import Testing

@testable import HearsayGraph

/// Which words beside a figure bear on it.
struct RelatedWordsTests {
  /// A sentence with the figure between ⟦ and ⟧, a phrase, and whether it bears on the figure.
  struct Case: Sendable, CustomTestStringConvertible {
    var sentence: String
    var phrase: String
    var bears: Bool
    var testDescription: String { "\(phrase): \(sentence)" }
  }

  static let cases: [Case] = [
    Case(sentence: "The bus was carrying ⟦41 people⟧.", phrase: "(carrying|with) #", bears: true),
    Case(sentence: "⟦52 persons⟧ were on board.", phrase: "# on board", bears: true),
    Case(sentence: "⟦638 inmates⟧ got out and were caught.", phrase: "# got out", bears: true),
    Case(
      sentence: "They killed ⟦15 guards⟧ and had broken the chains.", phrase: "# broken",
      bears: false),
    Case(
      sentence: "The number of inmates who got out rose to ⟦629⟧.", phrase: "# got out",
      bears: true),
    Case(
      sentence: "⟦391 inmates⟧ who fled the jail on Monday have been recaptured.",
      phrase: "# recaptured", bears: true),
    Case(
      sentence: "A service attended by ⟦300 people⟧ was held.", phrase: "# held", bears: false),
    Case(sentence: "He left; ⟦12 men⟧ stayed. Others fled.", phrase: "# fled", bears: false),
  ]

  @Test(arguments: cases) func `a phrase bears on the figure beside it`(_ item: Case) throws {
    let phrase = try #require(FigurePhrase(item.phrase))
    let parts = item.sentence.split(whereSeparator: { "⟦⟧".contains($0) }).map(String.init)
    let before = item.sentence.hasPrefix("⟦") ? "" : parts[0]
    let figure = item.sentence.hasPrefix("⟦") ? parts[0] : parts[1]
    let text = item.sentence.filter { !"⟦⟧".contains($0) }
    let start = before.utf8.count
    var claim = claim("1", sentence: text)
    claim.sentence = Evidence(range: ByteRange(0, text.utf8.count), line: 1, text: text)
    claim.span = Evidence(
      range: ByteRange(start, start + figure.utf8.count), line: 1, text: figure)
    var rules = GraphRules()
    rules.clauses.borders = ["who", "when", "after"]
    rules.clauses.relatives = ["who"]
    rules.clauses.joins = ["and", "or"]
    rules.clauses.auxiliaries = ["had", "have", "was", "were", "been"]
    rules.clauses.links = ["rose", "to", "was", "were", "have", "been"]
    rules.clauses.figureNouns = ["number"]
    rules.clauses.doers = ["by"]
    #expect((FigureClause(claim, others: [], rules).says(phrase) == .ofIt) == item.bears)
  }

  @Test func `a choice between runs of words makes a phrase of each`() {
    let phrases = FigurePhrase.all("# (handed over|paid) (twice|again)?")
    #expect(phrases.count == 2)
    #expect(phrases.map(\.weight) == [2, 1])
  }

  @Test func `a phrase without words is none`() { #expect(FigurePhrase("#") == nil) }
}
