import HearsayCore
import HearsayReading
import HearsayTestSupport
import Testing

struct JoinedPersonFinderTests {
  static let persons: [(sentence: String, size: Int, topic: String)] = [
    ("⟦Its owner and an engineer⟧ have been arrested.", 2, "arrested"),
    ("⟦The driver and the conductor⟧ were taken into custody.", 2, "arrested"),
    ("Officers arrested ⟦John Brown and his wife⟧.", 2, "arrested"),
    ("Police have arrested ⟦shift boss Paul Moyo and a safety officer⟧.", 2, "arrested"),
    ("⟦The mayor, his deputy and a clerk⟧ were arrested on Friday.", 3, "arrested"),
    ("⟦The owner of the factory and his brother⟧ are in custody.", 2, "arrested"),
    ("⟦The manager, 54, and a foreman⟧, 41, have been charged.", 2, "charged"),
    ("⟦The owner and the architect⟧ of the building were released.", 2, "released"),
    ("After ⟦the nurse and her son⟧ were freed, the talks went on.", 2, "released"),
    ("⟦The priest and the driver⟧ have been kidnapped.", 2, "kidnapped"),
  ]

  @Test(arguments: persons)
  func `persons told of together to whom something happened are a count`(
    _ sentence: String, _ size: Int, _ topic: String
  ) throws {
    let claim = try #require(try ClaimFigureTests.marked(sentence).last)
    #expect(claim.proposition.quantity?.stated == ExactNumber(size))
    #expect(claim.proposition.topic == topic)
  }

  @Test(arguments: [
    "The owner and the manager said the engineer was angry.", "The owner and manager was arrested.",
    "The driver and the conductor have not been arrested.",
    "Police want to arrest the owner and his son.", "The owner and his son may be arrested.",
    "He met the owner and his son, who was arrested in May.",
    "The judge and the prosecutor were told that the minister was arrested.",
    "Police arrested the driver and the conductor fled.",
  ])
  func `who acts or may be arrested is no count`(_ sentence: String) throws {
    let claims = try ClaimFigureTests.read(sentence)
    let figures = claims.filter { $0.kind == .figure }
    #expect(!figures.contains { $0.proposition.quantity?.stated == ExactNumber(2) })
  }
}
