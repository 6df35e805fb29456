import HearsayCore
import HearsayRules
import HearsayTestSupport
import HearsayText
import Testing

@testable import HearsayReading

/// The chances that counts give, on a small table.
struct CueCountsTests {
  static let table = """
    hearsay: 1
    language: en
    speech:
      counted:
        verbs:
          frames: {that: 90/10, np: 20/80}
          classes: {
            neutral: {all: 80/10, that: 75/5, np: 5/5}, none: {all: 30/80, that: 15/5, np: 15/75}}
          words: {state: {all: 40/1, that: 38/0}, carry: {all: 0/30, np: 0/30}}
    """

  private static func counts() throws -> (CueCounts, Lexicon) {
    let loaded = RulesLoader.load([SourceText(name: "counts.yaml", text: table)])
    let rules = try #require(loaded.rules)
    var lexicon = Lexicon()
    var counts = CueCounts(rules["speech.counted.verbs"], smoothing: 4, &lexicon)
    let state = lexicon.word("state")
    counts.compareWords { $0 == state ? .neutral : nil }
    return (counts, lexicon)
  }

  @Test func `a word goes by its own counts, and one never seen by its class`() throws {
    var (counts, lexicon) = try Self.counts()
    let (state, carry) = (lexicon.word("state"), lexicon.word("carry"))
    let unseen = lexicon.word("aver")
    #expect(counts.chance(state, .neutral, .that) > 0.97)
    #expect(counts.chance(carry, nil, .nounGroup) < 0.05)
    #expect(counts.chance(unseen, .neutral, .that) > counts.chance(unseen, nil, .that))
    #expect(counts.chance(unseen, .neutral, .nounGroup) > counts.chance(unseen, nil, .nounGroup))
  }

  @Test func `what a word adds to its class holds in frames it was not seen in`() throws {
    var (counts, lexicon) = try Self.counts()
    let (carry, unseen) = (lexicon.word("carry"), lexicon.word("aver"))
    #expect(counts.chance(carry, nil, .that) < counts.chance(unseen, nil, .that))
  }

  @Test func `a table without counts gives chances all the same`() {
    var lexicon = Lexicon()
    let counts = CueCounts(RuleNode.empty, smoothing: 4, &lexicon)
    let chance = counts.chance(lexicon.word("say"), .neutral, .that)
    #expect(chance > 0 && chance < 1)
  }

  @Test(arguments: [("that", Frame.that), ("np-speech", .speechNoun), ("end", .end)])
  func `a frame has the name that the rules give it`(_ name: String, _ frame: Frame) {
    var lexicon = Lexicon()
    #expect(Frame(name, &lexicon) == frame)
    #expect(frame.name(lexicon) == name)
    let about = Frame("about", &lexicon)
    #expect(about == .preposition(lexicon.word("about")))
    #expect(about.name(lexicon) == "about")
  }
}
