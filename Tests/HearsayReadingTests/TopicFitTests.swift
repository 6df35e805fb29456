import HearsayCore
import HearsayReading
import HearsayTestSupport
import Testing

/// Words of a topic beside numbers that count something else.
struct TopicFitTests {
  static let things: [(sentence: String, size: Int)] = [
    ("The storm killed off two performances.", 2),
    ("The injured striker missed three opportunities.", 3),
    ("The injury ended a 12-game streak.", 12),
    ("She watched two episodes of “Our Flag Means Death” on Tuesday.", 2),
    ("The course teaches thousands of drivers in the handling of injured dogs.", 1000),
    ("The team has lost four of five this month.", 4),
    ("He was charged with three.", 3),
    ("She made 12 free throws.", 12),
  ]

  @Test(arguments: things)
  func `a word of a topic beside a number of something else does not make it one`(
    _ sentence: String, _ size: Int
  ) throws {
    let found = try topics(sentence, size)
    #expect(found.allSatisfy { !["killed", "injured", "charged", "released"].contains($0) })
  }

  static let people: [(sentence: String, size: Int, topic: String)] = [
    ("The crew lost four of its men.", 4, "killed"),
    ("Prosecutors charged with three others the driver of the van.", 3, "charged"),
    ("The 17-death toll was confirmed.", 17, "killed"),
    ("The two prisoners were set free on Monday.", 2, "released"),
    ("The court ordered three free men to stay in town, and freed nine others.", 9, "released"),
  ]

  @Test(arguments: people)
  func `a number of people beside the same words keeps its topic`(
    _ sentence: String, _ size: Int, _ topic: String
  ) throws {
    #expect(try topics(sentence, size) == [topic])
  }

  private func topics(_ sentence: String, _ size: Int) throws -> [String] {
    try ClaimFigureTests.read(sentence)
      .filter { $0.kind == .figure && $0.proposition.quantity?.stated == ExactNumber(size) }
      .map { $0.proposition.topic ?? "" }
  }
}
