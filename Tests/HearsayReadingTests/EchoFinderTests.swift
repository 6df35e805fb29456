import HearsayCore
import HearsayReading
import HearsayTestSupport
import Testing

struct EchoFinderTests {
  static let bare: [(sentence: String, topics: [String?])] = [
    (
      "The coastguard says ⟦14 passengers⟧ are missing. The line says ⟦nine⟧. Relatives say ⟦30⟧.",
      ["missing", "missing", "missing"]
    ),
    (
      "⟦Eleven people⟧ were killed. The clinic puts the total since Monday at ⟦13⟧.",
      ["killed", "killed"]
    ),
    (
      "⟦Four men⟧ robbed the bank. A clerk had seen ⟦five⟧. There were six of them, not ⟦three⟧.",
      ["attackers", "attackers", "attackers"]
    ),
    (
      "The rebels have freed ⟦63 hostages⟧, the army said. It is ⟦59⟧, not 63.",
      ["released", "released"]
    ),
    (
      "⟦120 inmates⟧ escaped, he said. A guard disagreed. \"Not 120. ⟦Three hundred⟧, at least.\"",
      ["escaped", "escaped"]
    ),
    ("⟦22 people⟧ died, up from ⟦16⟧ last week.", ["killed", "killed"]),
    (
      "⟦Nine people⟧ died. Those who live in flattened huts say ⟦14⟧.", ["killed", "killed"]
    ),
    (
      "⟦Nine miners⟧ died. ⟦Two⟧ are still missing, he said. Families say it is ⟦18⟧.",
      ["killed", "missing", "missing"]
    ),
    (
      "⟦Ten people⟧ were freed, he said. Lawyers say they can account for ⟦seven⟧.",
      ["released", "released"]
    ),
    (
      "⟦253 people⟧ were freed. The union, which was at ⟦96⟧, gave a figure of ⟦141⟧.",
      ["released", "released", "released"]
    ),
    (
      "⟦56 people⟧ were detained. \"We have the names of ⟦130⟧,\" he said.",
      ["arrested", "arrested"]
    ),
    ("⟦56 people⟧ were detained. The group has ⟦42 names⟧.", ["arrested", "arrested"]),
    ("⟦12 people⟧ are dead, he said. The office just tweeted ⟦17⟧.", ["killed", "killed"]),
    (
      "Where are they? How many are still in prison?\n\n⟦At least 1,150⟧, say the lawyers.",
      ["held"]
    ),
    ("⟦Nine people⟧ died. He had ⟦three⟧.", ["killed", nil]),
    ("⟦Nine people⟧ died. There were ⟦400⟧ in the street.", ["killed", nil]),
  ]

  @Test(arguments: bare)
  func `a bare number stands for one given before`(_ sentence: String, _ topics: [String?]) throws {
    #expect(try ClaimFigureTests.marked(sentence).map(\.proposition.topic) == topics)
  }

  static let subjects: [(sentence: String, topics: [String?])] = [
    ("That brings to ⟦29⟧ the number rescued.", ["rescued"]),
    ("The number rescued in the raid was therefore ⟦67⟧.", ["rescued"]),
    ("It gave the number of people missing after the storm as ⟦58⟧.", ["missing"]),
    ("The injured now number ⟦340⟧.", ["injured"]),
    ("A neighbour sent ⟦52 rescue workers⟧.", [nil]),
    ("The dead numbered ⟦24⟧.", ["killed"]),
    ("He was serving a ⟦six-year⟧ sentence.", ["sentence"]),
    ("She was jailed for ⟦12 years⟧, later cut to ⟦eight⟧.", ["sentence", "sentence"]),
    ("The court sentenced her in May to ⟦nine years⟧.", ["sentence"]),
  ]

  @Test(arguments: subjects)
  func `a number takes the subject that its sentence names`(
    _ sentence: String, _ topics: [String?]
  ) throws {
    #expect(try ClaimFigureTests.marked(sentence).map(\.proposition.topic) == topics)
  }

  static let wholes: [(sentence: String, topics: [String?])] = [
    (
      "Nine of the ⟦14 students⟧ detained on Monday were let go.", ["arrested"]
    ),
    ("⟦Nine of the 14 students⟧ detained on Monday were let go.", ["released"]),
    (
      "⟦Six of the 40 prisoners⟧ who escaped have been recaptured and ⟦three⟧ were killed.",
      ["recaptured", "killed"]
    ),
    ("Six of the ⟦40 prisoners⟧ who escaped have been recaptured.", ["escaped"]),
    ("Sixteen of the ⟦22 people⟧ injured were still in hospital.", ["injured"]),
    ("Two hostages died. Two of the ⟦60 people⟧ in the room sang.", [nil]),
    ("⟦Five people⟧ were arrested; ⟦one⟧ was let go.", ["arrested", "released"]),
    ("⟦Six people⟧ were arrested and ⟦two⟧ of them since let go.", ["arrested", "released"]),
    ("⟦21 persons⟧ had taken the oath and ⟦52⟧ were wounded.", [nil, "injured"]),
  ]

  @Test(arguments: wholes)
  func `a whole and its part have each their own topic`(
    _ sentence: String, _ topics: [String?]
  ) throws {
    #expect(try ClaimFigureTests.marked(sentence).map(\.proposition.topic) == topics)
  }

  @Test func `nouns that share a number are read with it`() throws {
    let claims = try ClaimFigureTests.read("The rebels killed 15 guards and soldiers on Monday.")
    #expect(claims.contains { $0.proposition.populationText == "guards and soldiers" })
    let other = try ClaimFigureTests.read("They killed 12 men and soldiers took the town.")
    #expect(other.contains { $0.proposition.populationText == "men" })
  }
}
