import HearsayCore
import Testing

struct AliasFinderTests {
  static func person(_ name: String) -> Entity { Entity(canonical: name, kind: .person) }
  static func body(_ name: String) -> Entity { Entity(canonical: name, kind: .organisation) }

  static let proposed: [(one: Entity, other: Entity, reason: AliasProposal.Reason)] = [
    (person("Nicolas Madero"), person("Nicolás Madero"), .diacritics),
    (person("Łukasz Żak"), person("Lukasz Zak"), .diacritics),
    (body("Ministry of the Interior"), body("Interior Ministry"), .order),
    (person("Mohamed Farid"), person("Mohammed Farid"), .spelling),
    (person("J. Quist"), person("Jonas Quist"), .initials),
    (body("VRS"), body("Valley Relief Society"), .acronym),
    (person("Juan Olmedo"), person("Juan Pablo Olmedo"), .fuller),
    (body("State Department"), body("US State Department"), .fuller),
    (body("Ministry of Interior"), body("Ministry of the Interior"), .order),
    (person("Hadrek"), person("Tomas Hadrek"), .surname),
  ]

  @Test(arguments: proposed)
  func `proposes two spellings of one name`(
    _ one: Entity, _ other: Entity, _ reason: AliasProposal.Reason
  ) {
    let found = aliasProposals([[one], [other]])
    #expect(found.count == 1)
    #expect(found.first?.reason == reason)
    #expect(Set([found.first?.one, found.first?.other]) == [one.canonical, other.canonical])
  }

  static let kept: [[[Entity]]] = [
    // Two bearers of the surname.
    [[person("Hadrek")], [person("Tomas Hadrek")], [person("Lena Hadrek")]],
    // One article names both.
    [[person("Jon Smith"), person("John Smith")]],
    // Other given names, other numbers, other kinds.
    [[person("Ruth Sandor")], [person("Mirko Sandor")]],
    [[body("Flight 17 Board")], [body("Flight 18 Board")]],
    [[person("Paris Nord")], [Entity(canonical: "Paris Nórd", kind: .place)]],
    // The acronym of two bodies.
    [[body("NLA")], [body("National Land Authority")], [body("Northern Lakes Association")]],
    // A proper word more makes another body.
    [[body("Central Bank")], [body("European Central Bank")]],
    [[body("University of York")], [body("University of New York")]],
    // Its own article leaves open who is meant.
    [
      [Entity(canonical: "Vega", kind: .person, candidates: ["Ana Vega", "Luis Vega"])],
      [person("Ana Vega")],
    ],
  ]

  @Test(arguments: kept)
  func `proposes nothing where two could be meant`(_ documents: [[Entity]]) {
    #expect(aliasProposals(documents).isEmpty)
  }

  @Test func `takes diacritics off every letter of the table`() {
    #expect(withoutDiacritics("àçñžőßŀſœ") == "acnzosslsoe")
    #expect(withoutDiacritics("O’Brien") == "O'Brien")
  }
}
