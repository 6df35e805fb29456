import HearsayRules
import Testing

struct PhrasePatternTests {
  static let counts: [(pattern: String, expansions: Int)] = [
    ("let go", 1), ("(a|one) person", 2), ("on (the)? condition", 2),
    ("(first|initially|earlier) reported by {name}", 3), ("(left|leave|out of) prison", 3),
  ]

  @Test(arguments: counts)
  func `spells out alternatives and optional words`(_ pattern: String, _ count: Int) throws {
    #expect(try PhrasePattern(pattern).expansions().count == count)
  }

  static let wrong: [(pattern: String, problem: PhrasePattern.Problem)] = [
    ("(a|b", .unbalanced), ("a)", .unbalanced), ("{nmae} said", .unknownSlot("nmae")),
    ("... {number}", .noLiteral), ("a ... ... b", .doubleGap), ("", .empty),
    ("{number", .unbalanced),
  ]

  @Test(arguments: wrong)
  func `says what is wrong with a pattern`(_ pattern: String, _ problem: PhrasePattern.Problem) {
    #expect(throws: problem) { try PhrasePattern(pattern) }
  }

  @Test func `keeps the number of expansions small`() throws {
    let pattern = Array(repeating: "(a|b|c|d)", count: 20).joined(separator: " ")
    #expect(try PhrasePattern(pattern).expansions().count <= 256)
  }
}
