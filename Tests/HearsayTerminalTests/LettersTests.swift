import Testing

@testable import HearsayTerminal

/// Letters as readers count them.
struct LettersTests {
  @Test(arguments: [
    ("abc", 3, 1), ("é", 2, 1), ("e\u{301}", 3, 2), ("x\u{915}\u{94D}", 7, 2),
    ("a👨‍👩‍👧", 19, 5), ("🇻🇪", 8, 2), ("❤\u{FE0F}", 6, 2), ("", 0, 0), ("ab", 99, 0),
  ])
  func `before the cursor`(_ line: String, _ cursor: Int, _ length: Int) {
    #expect(letterLength(in: line, at: cursor, forward: false) == length)
  }

  @Test func `behind the cursor`() {
    #expect(letterLength(in: "ae\u{301}b", at: 1, forward: true) == 2)
    #expect(letterLength(in: "ab", at: 2, forward: true) == 0)
  }

  @Test(
    arguments: [
      ("e", "\u{301}", "\u{E9}"), ("n", "\u{303}", "\u{F1}"), ("ê", "\u{323}", "\u{1EC7}"),
      ("и", "\u{306}", "\u{439}"), ("か", "\u{3099}", "\u{304C}"),
    ] as [(Unicode.Scalar, Unicode.Scalar, Unicode.Scalar)])
  func `a letter and its mark are one`(
    _ letter: Unicode.Scalar, _ mark: Unicode.Scalar, _ whole: Unicode.Scalar
  ) {
    #expect(composed(letter, mark) == whole)
  }

  @Test func `what is no letter stays apart`() {
    #expect(composed("x", "\u{301}") == nil)
    #expect(composed(" ", "\u{301}") == nil)
    #expect(composed("e", "x") == nil)
  }
}
