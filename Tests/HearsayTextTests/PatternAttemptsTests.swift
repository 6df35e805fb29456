import HearsayCore
import HearsayTestSupport
import Testing

@testable import HearsayText

struct PatternAttemptsTests {
  /// A phrase, a sentence, and where the phrase stopped; the tokens that fit are marked.
  static let attempts: [(phrase: String, text: String, failure: String?)] = [
    ("let go", "they ⟦let⟧ them go", "2/2 go: them"),
    ("let ... go", "they ⟦let them go⟧", nil),
    (
      "let ... go", "they ⟦let⟧ one two three four five six go",
      "3/3 go: one two three four five six"
    ),
    ("set free", "they were ⟦free⟧", "1/2 set: were"),
    ("set free", "⟦free⟧", "1/2 set: -"),
    ("on political grounds", "⟦on political⟧", "3/3 grounds: -"),
    ("in (a)? prison", "into ⟦prison⟧", "1/2 in: into"),
    ("prison", "a ⟦prison⟧", nil),
  ]

  @Test(arguments: attempts)
  func `says the element that failed, what it wanted and what stood there`(
    _ phrase: String, _ marked: String, _ failure: String?
  ) throws {
    let text = MarkedText(marked)
    var lexicon = Lexicon()
    var table = PatternTable<Int>()
    table.add(phrase, 7, &lexicon)
    var tokens: [Token] = []
    let bytes = Array(text.text.utf8)
    tokenise(bytes.span, into: &tokens, lexicon: &lexicon)
    func words(_ range: Range<Int>) -> String {
      guard let first = range.first, let last = range.last else { return "-" }
      let (start, end) = (Int(tokens[first].start), tokens[last].end)
      return String(decoding: bytes[start..<end], as: UTF8.self)
    }
    let found = tokens.indices.flatMap {
      table.attempts(at: $0, in: tokens, within: tokens.indices, lexicon)
    }
    let attempt = try #require(found.max { $0.tokens.count < $1.tokens.count })
    #expect(attempt.written == phrase && attempt.payload == 7)
    let said = attempt.failure.map { "\($0.element)/\($0.count) \($0.wanted): \(words($0.looked))" }
    #expect(said == failure)
    let answer = text.answers[0]
    #expect(words(attempt.tokens) == String(decoding: bytes[answer], as: UTF8.self))
    // The same phrase matches for the stages exactly when no element failed.
    let matches = tokens.indices.flatMap {
      table.matches(at: $0, in: tokens, within: tokens.indices, lexicon)
    }
    #expect(matches.isEmpty == (failure != nil))
  }

  @Test func `names the phrases that were never tried, and the word they miss`() {
    var lexicon = Lexicon()
    var table = PatternTable<Int>()
    table.add("win the freedom of", 1, &lexicon)
    table.add("walk out", 2, &lexicon)
    var tokens: [Token] = []
    let bytes = Array("they walk into the town of theirs".utf8)
    tokenise(bytes.span, into: &tokens, lexicon: &lexicon)
    let found = table.untried(in: tokens, within: tokens.indices, lexicon) { _ in true }
    #expect(found.map(\.written) == ["win the freedom of"])
    #expect(found.map(\.missing) == ["freedom"])
  }
}
