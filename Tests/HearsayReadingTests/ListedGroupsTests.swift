import HearsayCore
import HearsayReading
import HearsayTestSupport
import Testing

struct ListedGroupsTests {
  static let sums: [(sentence: String, size: Int, topic: String)] = [
    ("⟦Three men, two women and a child⟧ were killed.", 6, "killed"),
    ("⟦Three soldiers and two policemen⟧ were killed in the ambush.", 5, "killed"),
    ("The dead were ⟦four women, three men and two children⟧.", 9, "killed"),
    ("A woman and her ⟦two children⟧ were killed.", 3, "killed"),
    ("The pilot and all ⟦12 passengers⟧ died.", 13, "killed"),
    ("The skipper, Jon Abel, 52, and ⟦two of his officers⟧ had been detained.", 3, "arrested"),
  ]

  @Test(arguments: sums)
  func `those told one by one are added up`(
    _ sentence: String, _ size: Int, _ topic: String
  ) throws {
    let words = MarkedText(sentence)
    let claims = try ClaimFigureTests.read(words.text)
    let sum = try #require(
      claims.first {
        $0.kind == .figure && $0.proposition.part == nil
          && $0.proposition.quantity?.stated == ExactNumber(size)
      })
    #expect(sum.proposition.topic == topic)
  }

  static let apart: [(sentence: String, sum: Int)] = [
    ("There were 163 passengers and eight crew on board.", 171),
    ("Six people – three men, two women and a child – were killed, and four men.", 10),
    ("They freed 37 prisoners, among them three journalists and two priests.", 5),
    ("Rescuers found four bodies and three survivors.", 7),
    ("Eight soldiers were wounded and two gunmen were killed.", 10),
  ]

  @Test(arguments: apart)
  func `what is counted apart is not added up`(_ sentence: String, _ sum: Int) throws {
    let claims = try ClaimFigureTests.read(sentence)
    #expect(
      !claims.contains {
        $0.proposition.part == nil && $0.proposition.quantity?.stated == ExactNumber(sum)
      })
  }

  static let lists: [(sentence: String, size: Int, isPart: Bool)] = [
    ("The group said 70 people were arrested. It published a list with 52 names.", 52, true),
    ("Police say 300 died. The ministry issued a list of 190 names.", 190, true),
    ("Eleven people died. The office issued a list of 35 names.", 35, false),
  ]

  @Test(arguments: lists)
  func `a list shorter than the figure before names only some of those counted`(
    _ sentence: String, _ size: Int, _ isPart: Bool
  ) throws {
    let listed = try ClaimFigureTests.read(sentence).filter {
      $0.kind == .figure && $0.proposition.quantity?.stated == ExactNumber(size)
    }
    #expect(listed.map { $0.proposition.part != nil } == [isPart])
  }
}
