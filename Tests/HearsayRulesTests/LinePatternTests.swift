import HearsayRules
import Testing

struct LinePatternTests {
  static let examples: [(pattern: String, line: String, matches: Bool)] = [
    ("^Advertisement$", "Advertisement", true),
    ("^Advertisement$", "Advertisements", false),
    ("^Related (News|Topics)$", "Related Topics", true),
    ("^Related (News|Topics)$", "Related Stories", false),
    ("appeared first on", "The post appeared first on X.", true),
    ("^Write to ", "He wrote: Write to me", false),
    ("^\\d+ comments?$", "12 comments", true),
    ("^\\d+ comments?$", "no comments", false),
    ("[A-Z]{3,5}-[^ ]+", "see ABC-12", true),
    ("[A-Z]{3,5}-[^ ]+", "see AB-12", false),
    ("\\bads?\\b", "an ad here", true),
    ("\\bads?\\b", "a shade", false),
    ("caf.s", "cafés", true),
    ("né?e", "ne", true),
    ("n.e", "née", true),
    ("n.é?e", "ne", false),
    ("né?e", "née", true),
    ("(a|aa)*$", "aaaa", true),
    ("a.*b.*c", "a--b--c", true),
    ("", "", false),
  ]

  @Test(arguments: examples)
  func `a pattern matches as regular expressions do`(
    _ pattern: String, _ line: String, _ matches: Bool
  ) {
    let found = (try? LinePattern(pattern))?.matches(Array(line.utf8).span)
    #expect((found ?? false) == matches)
  }

  static let broken: [(pattern: String, problem: LinePattern.Problem)] = [
    ("", .empty), ("(a", .unbalanced), ("a)", .unbalanced), ("[a", .unbalanced),
    ("*a", .nothingToRepeat),
    ("\\q", .unsupported("\\q")), ("(?=a)", .unsupported("(?")), ("a{2", .unbalanced),
    ("a{99}", .tooLong), ("((((a{64}){64}){64}){64})", .tooLong),
  ]

  @Test(arguments: broken)
  func `what is wrong with a pattern is said`(_ pattern: String, _ problem: LinePattern.Problem) {
    #expect(throws: problem) { try LinePattern(pattern) }
  }

  @Test
  func `no pattern takes long`() throws {
    let pattern = try LinePattern("^(a+)+(b|bb)*$")
    let line = [UInt8](repeating: 0x61, count: 20_000) + [0x63]
    let matches = pattern.matches(line.span)
    #expect(!matches)
  }
}
