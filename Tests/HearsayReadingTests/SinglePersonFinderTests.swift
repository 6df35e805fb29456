import HearsayCore
import HearsayReading
import HearsayTestSupport
import Testing

struct SinglePersonFinderTests {
  static let persons: [(sentence: String, size: Int, topic: String)] = [
    ("⟦A 9-year-old girl⟧ was pulled alive from the rubble.", 1, "rescued"),
    ("⟦A security guard⟧, 58, was wounded in the raid.", 1, "injured"),
    ("Police arrested ⟦a 34-year-old man⟧ on Monday.", 1, "arrested"),
    ("They had arrested ⟦a woman and a teenage boy⟧ over the fire.", 2, "arrested"),
    ("⟦A fifth man⟧ was taken in but let go.", 1, "released"),
    ("⟦An elderly woman⟧ died in the stampede.", 1, "killed"),
    ("⟦A seventh suspect⟧ was released without charge.", 1, "released"),
    ("Five people have died. ⟦A sixth person⟧ died on Monday.", 6, "killed"),
    ("⟦A ninth prisoner⟧ died in the camp.", 9, "killed"),
    ("⟦The driver⟧ was arrested on Monday.", 1, "arrested"),
    ("Police have arrested ⟦the owner's brother⟧, a mechanic.", 1, "arrested"),
    ("⟦The suspect⟧ was arrested at the station.", 1, "arrested"),
    ("A ⟦lone gunman⟧ opened fire in the hall.", 1, "attackers"),
    ("It was the work of a ⟦single attacker⟧.", 1, "attackers"),
  ]

  @Test(arguments: persons)
  func `one person to whom something happened is a count`(
    _ sentence: String, _ size: Int, _ topic: String
  ) throws {
    let claim = try #require(try ClaimFigureTests.marked(sentence).last)
    #expect(claim.proposition.quantity?.stated == ExactNumber(size))
    #expect(claim.proposition.topic == topic)
  }

  @Test(arguments: [
    "He was arrested in 2011.", "If a guard is hurt, call the police.",
    "Police want to arrest a man.", "A man said that he was hurt.", "A police officer shot at him.",
    "Police did not arrest a man.", "The man arrested over the fire wept.", "The driver was hurt.",
  ])
  func `who acts or may be hurt is no count`(_ sentence: String) throws {
    let claims = try ClaimFigureTests.read(sentence)
    #expect(!claims.contains { $0.kind == .figure && $0.proposition.topic != nil })
  }
}
