import HearsayCore
import HearsayReading
import HearsayTestSupport
import Testing

struct HarmFigureTests {
  static let tellers: [(sentence: String, topics: [String?])] = [
    ("The survivors speak of ⟦80 to 90 persons⟧ aboard.", ["passengers"]),
    ("Survivors say that ⟦112 people⟧ were on the boat.", ["passengers"]),
    ("According to the survivors, ⟦60 people⟧ were on board.", ["passengers"]),
    ("It based this on survivors' accounts that ⟦40 men⟧ were on the boat.", ["passengers"]),
    ("Relatives of the dead said ⟦30 people⟧ had been arrested.", ["arrested"]),
    ("The death toll published by the ministry says ⟦34⟧.", ["killed"]),
    ("The number of survivors now stands at ⟦94⟧.", ["survived"]),
    ("Police who detained ⟦12 men⟧ said more would follow.", ["arrested"]),
  ]

  @Test(arguments: tellers)
  func `those who tell of a figure are not counted by it`(
    _ sentence: String, _ topics: [String?]
  ) throws {
    #expect(try ClaimFigureTests.marked(sentence).map(\.proposition.topic) == topics)
  }

  static let scales: [(sentence: String, topics: [String?])] = [
    ("The magnitude-⟦6.4 tremor⟧ struck at dawn.", ["magnitude"]),
    ("The ⟦6.2⟧-magnitude quake has killed ⟦33 people⟧.", ["magnitude", "killed"]),
    ("The earthquake of ⟦6.4⟧ degrees of magnitude hit the province.", ["magnitude"]),
    ("The earthquake measured ⟦6.4⟧ degrees on the Richter scale.", ["magnitude"]),
    ("The ⟦6.4⟧-degree earthquake damaged ⟦300 homes⟧.", ["magnitude", "damaged"]),
    ("The tremor had a strength of ⟦6.1⟧.", ["magnitude"]),
  ]

  @Test(arguments: scales)
  func `the strength of an earthquake counts nobody`(
    _ sentence: String, _ topics: [String?]
  ) throws {
    #expect(try ClaimFigureTests.marked(sentence).map(\.proposition.topic) == topics)
  }

  @Test(arguments: [
    "The youngest of the dead was 14.", "The oldest victim was 81.",
    "Her grandmother died at 94, a neighbour said.",
    "The dead, the youngest of them 12, were buried.",
    "After the quake the temperature fell to 6.4 degrees.",
  ])
  func `an age or a temperature is no number of dead`(_ sentence: String) throws {
    let topics = try ClaimFigureTests.read(sentence).filter { $0.kind == .figure }
      .map(\.proposition.topic)
    #expect(!topics.contains("killed") && !topics.contains("magnitude"))
  }

  static let words: [(sentence: String, topics: [String?])] = [
    (
      "The quake left ⟦26⟧ dead, ⟦193⟧ injured and ⟦nine disappeared persons⟧.",
      ["killed", "injured", "missing"]
    ),
    ("There are ⟦11⟧ dead and ⟦84⟧ injured at the clinic.", ["killed", "injured"]),
    ("⟦Over 300⟧ have become sick since Monday.", ["infected"]),
    ("The coastguard pulled ⟦37 people⟧ alive from the water.", ["rescued"]),
    ("The navy pulled ⟦37 people⟧ alive from the sea, a port of call, said Jo Doe.", ["rescued"]),
    ("⟦120 houses⟧ were rendered uninhabitable.", ["destroyed"]),
    ("Villagers claim ⟦as many as 30⟧ may be dead.", ["killed"]),
    ("The principal said ⟦142 pupils⟧ could not be accounted for.", ["missing"]),
    ("The kidnappers fled. ⟦118 pupils⟧ were taken.", ["kidnapped"]),
    ("The kidnappers fled. ⟦118 pupils⟧ were taken to another town.", [nil]),
    ("The minister announced ⟦500,000⟧ for each of the injured.", ["compensation"]),
  ]

  @Test(arguments: words)
  func `words of harm tell what is counted`(_ sentence: String, _ topics: [String?]) throws {
    #expect(try ClaimFigureTests.marked(sentence).map(\.proposition.topic) == topics)
  }

  static let moves: [(sentence: String, topics: [String?])] = [
    (
      "⟦Four people⟧ died. The toll was raised to ⟦six⟧ that day, and to ⟦seven⟧ on Sunday.",
      ["killed", "killed", "killed"]
    ),
    ("Reports of missing persons have fallen to ⟦six⟧ from ⟦14⟧.", ["missing", "missing"]),
    ("⟦94 people⟧ were killed. The state put the casualties at ⟦27⟧.", ["killed", "killed"]),
  ]

  @Test(arguments: moves)
  func `a toll that moves goes on with what it counts`(
    _ sentence: String, _ topics: [String?]
  ) throws {
    #expect(try ClaimFigureTests.marked(sentence).map(\.proposition.topic) == topics)
  }

  @Test(arguments: [
    "The number of those injured rose from 42 to ⟦87⟧, of whom 13 are in a serious condition.",
    "Nine bodies were found, bringing the number of the dead to ⟦33⟧.",
    "The toll is ⟦71⟧, of them 20 children.",
  ])
  func `a whole is no part of the figure before`(_ sentence: String) throws {
    #expect(try ClaimFigureTests.marked(sentence).map(\.proposition.part) == [nil])
  }
}
