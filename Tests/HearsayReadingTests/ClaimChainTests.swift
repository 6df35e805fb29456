import HearsayCore
import HearsayReading
import HearsayTestSupport
import Testing

/// Who says a figure.
struct ClaimChainTests {
  /// A text, a number in it, and the last of its chain; `nil` for the article itself.
  static let examples: [(text: String, number: Int, origin: String?)] = [
    ("The charity said at least 19 people had died.", 19, "charity"),
    ("Police said 12 people were hurt, four were arrested and three fled.", 3, "Police"),
    ("Police said yesterday that 30 people had been hurt.", 30, "Police"),
    ("Rescuers pulled 14 people out, Mayor Ana Lima said by telephone from Kolm.", 14, "Ana Lima"),
    (
      "Speed caused the crash, in which 7 died, police said in a report published on Monday.", 7,
      "police"
    ),
    (
      "The death toll rose to 43, officials said, and more than 100 people are missing.", 100,
      "officials"
    ),
    ("The army told AFP 19 people had died.", 19, "army"),
    ("Figures released by the ministry showed 90 people had fled.", 90, "ministry"),
    ("According to a tally by Amnesty International, 31 people died.", 31, "Amnesty International"),
    ("The toll was put at 64 by police on Monday.", 64, "police"),
    ("The mayor said the figure of 17 given by the union was wrong, and 9 died.", 17, "union"),
    (
      "The attackers ranged from 80, the minister's estimate, to 300, the estimate of a shopkeeper.",
      300,
      "a shopkeeper"
    ),
    ("The government on Monday lowered the death toll from 57 to 42.", 57, "government"),
    ("The town office has since given a figure of 28 injured.", 28, "town office"),
    ("The organisers spoke of 400 marchers, the government of 80.", 80, "government"),
    ("Police have arrested 14 people over the robbery.", 14, "Police"),
    ("State radio quoted the mayor as saying 8 had died and a union as saying 40.", 40, "a union"),
    ("Fresh figures from mayor Ana Lima: 25 people are in hospital.", 25, "Ana Lima"),
    ("He said that investigators believe six people were involved.", 6, "He"),
    ("Norvik Motors plans to lay off 400 workers.", 400, nil),
    ("These problems have led to a programme in which 400 jobs go.", 400, nil),
    ("An armed group claimed responsibility for a raid that freed 60 inmates.", 60, nil),
    ("A gunman killed 12 people on Monday. Another fled.", 12, nil),
  ]

  @Test(arguments: examples)
  func `a figure is its last teller's`(_ text: String, _ number: Int, _ origin: String?) throws {
    var reader = try englishReader()
    let reading = reader.read(Article(text: SourceText(name: "test", text: text)))
    let claim = try #require(
      reading.claims.first { $0.proposition.quantity?.stated == ExactNumber(number) })
    #expect((claim.chain.count > 1 ? claim.chain.last?.speaker.name : nil) == origin)
  }
}
