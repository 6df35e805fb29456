import HearsayCore
import HearsayReading
import HearsayTestSupport
import Testing

struct ZeroFinderTests {
  /// The topics of which a sentence says that none were counted.
  static func zeros(_ sentence: String) throws -> [String] {
    try ClaimFigureTests.read(sentence).filter {
      $0.kind == .figure && $0.proposition.quantity?.stated == .zero
    }.map { $0.proposition.topic ?? $0.proposition.populationText ?? "" }
  }

  static let sentences: [(sentence: String, zeros: [String])] = [
    ("No ransom was paid, the ministry said.", ["ransom"]),
    ("Nobody was injured in the derailment.", ["injured"]),
    ("No one had been arrested by Friday.", ["arrested"]),
    ("None of the passengers was hurt.", ["injured"]),
    ("Neither hostage was hurt.", ["injured"]),
    ("There were no deaths or serious injuries, officials said.", ["killed", "injured"]),
    ("The raid passed off without injuries or arrests.", ["injured", "arrested"]),
    ("Not a single hostage has been released.", ["released"]),
    ("The government denies that anybody has been killed.", ["killed"]),
    ("The railway said no passengers were killed.", ["killed"]),
    ("There are no political prisoners, he said.", ["political prisoners"]),
    ("Nothing was stolen.", ["stolen"]),
    ("There have been no reports of injuries.", ["injured"]),
    ("They saw no sign of survivors.", []),
    ("Police arrested nobody.", ["arrested"]),
    ("He had no doubt that six people had died.", []),
    ("No one doubts, he said, that six people were killed.", []),
    ("She went home without the others.", []),
    ("Anybody who was hurt should call.", []),
    ("No death squad was seen.", []),
  ]

  @Test(arguments: sentences)
  func `none are counted where words say so`(_ sentence: String, _ zeros: [String]) throws {
    #expect(try Self.zeros(sentence) == zeros)
  }
}
