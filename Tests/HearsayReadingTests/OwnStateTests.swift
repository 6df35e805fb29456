import HearsayCore
import HearsayReading
import HearsayTestSupport
import Testing

struct OwnStateTests {
  static let rows: [(sentence: String, size: Int, topic: String)] = [
    ("Nine militants were killed and four captured.", 4, "arrested"),
    ("13 gunmen were shot dead and three taken alive.", 3, "arrested"),
    ("The operation left 17 militants dead and five in custody.", 5, "arrested"),
    ("Nine people were dead and 19 in hospital.", 19, "injured"),
    ("It left 12 people dead and 37 with various degrees of injury.", 37, "injured"),
    ("Ten people died at the scene and two in hospital.", 2, "killed"),
    ("The governor put the number of dead at 9 and the injured at 85.", 85, "injured"),
    ("The toll was put at 24 dead and 18 injured, but it may rise.", 18, "injured"),
    ("Eleven people have been confirmed dead with seven more feared trapped.", 7, "trapped"),
    ("14 dead, says the ministry.", 14, "killed"),
    ("All 34 of those arrested are foreigners.", 34, "arrested"),
    ("The 17-death toll was confirmed.", 17, "killed"),
  ]

  @Test(arguments: rows)
  func `a number in a row has the state told with it`(
    _ sentence: String, _ size: Int, _ topic: String
  ) throws {
    #expect(try topics(sentence, size) == [topic])
  }

  static let others: [(sentence: String, size: Int)] = [
    ("The death toll rose to 78, and 500 troops were sent to the area.", 500),
    ("The blast killed nine people in the town of 40,000 people.", 40000),
    ("Twelve people were arrested in a town that is home to 9,000 people.", 9000),
    ("Nine people were killed, and a 10-member panel was set up.", 10),
    ("Nine people were killed, and a committee of seven was named.", 7),
    ("Three attackers stormed the camp, leaving 94 guards dead.", 3),
    ("A week after 10,000 people marched, the number of dead stood at 12.", 10000),
    ("The number of people killed by the two men stood at five.", 2),
    ("He was convicted of five counts of murder and 15 of attempted murder.", 15),
    ("She was charged with the false imprisonment of 11 persons.", 11),
    ("Twelve people were killed in a place where 12,000 people live.", 12000),
    ("The toll stood at 12 in the second week of a strike by 8,000 teachers.", 8000),
    ("Of 40 buildings inspected, 16 are unsafe and 25 people were killed.", 16),
  ]

  @Test(arguments: others)
  func `what counts something else has no topic of people`(
    _ sentence: String, _ size: Int
  ) throws {
    let found = try topics(sentence, size)
    #expect(found.allSatisfy { !["killed", "arrested"].contains($0) })
  }

  static let nobody: [(sentence: String, size: Int)] = [
    ("Detectives investigating the murder of the mother of two arrested nine men.", 2),
    ("The minister, who is 62, said nine people were killed.", 62),
    ("The dead man was 41.", 41),
    ("A welder of 36 died on Tuesday.", 36),
    ("A girl, nine, was among four dead.", 9),
    ("Police held a man of 29 grabbed at the scene.", 29),
    ("Nine men were arrested, a police source and two residents said.", 2),
    ("Citing two hospital officials, the agency said 31 people were killed.", 2),
    ("The arrested men’s ages ranged from 19 to 63.", 63),
  ]

  @Test(arguments: nobody)
  func `ages, parents and those who speak are no figures`(
    _ sentence: String, _ size: Int
  ) throws {
    #expect(try topics(sentence, size).isEmpty)
  }

  @Test func `a doer is not what it does to others`() throws {
    let claims = try ClaimFigureTests.read("300 officers arrested 95 people on Tuesday.")
    let doers = claims.filter { $0.proposition.quantity?.stated == ExactNumber(300) }
    #expect(doers.allSatisfy { $0.proposition.topic == nil && $0.proposition.predicate == nil })
  }

  @Test func `groups with verbs of their own are not added up`() throws {
    let claims = try ClaimFigureTests.read(
      "Police arrested 17 people and 43 officers were injured.")
    let figures = claims.filter { $0.kind == .figure && $0.proposition.part == nil }
    #expect(figures.map(\.proposition.topic) == ["arrested", "injured"])
  }

  private func topics(_ sentence: String, _ size: Int) throws -> [String] {
    try ClaimFigureTests.read(sentence)
      .filter { $0.kind == .figure && $0.proposition.quantity?.stated == ExactNumber(size) }
      .map { $0.proposition.topic ?? "" }
  }
}
