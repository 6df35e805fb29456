import HearsayCore
import HearsayReading
import HearsayTestSupport
import Testing

struct FigureBoundsTests {
  static let bounds: [(sentence: String, low: Int?, high: Int?, topic: String)] = [
    ("The death toll has gone up to 63.", 63, 63, "killed"),
    ("Up to 63 people were killed.", nil, 63, "killed"),
    ("The number of dead topped 40 on Sunday.", 40, nil, "killed"),
    ("The toll has climbed past 1,000.", 1000, nil, "killed"),
    ("Deaths have passed the 100 mark.", 100, nil, "killed"),
    ("The death toll crossed 1,000.", 1000, nil, "killed"),
    ("The number of injured was put at not exceeding 74.", nil, 74, "injured"),
    ("Nineteen or 20 people died.", 19, 20, "killed"),
    ("A blast wounded 12 and killed as many as five.", nil, 5, "killed"),
    ("Dead: 12, injured: 34", 12, 12, "killed"),
    ("Dead: 12, injured: 34", 34, 34, "injured"),
    ("The hospital received 30 dead and 100 wounded.", 30, 30, "killed"),
    ("The hospital received 30 dead and 100 wounded.", 100, 100, "injured"),
    ("The attack that killed 30 people was claimed by the group.", 30, 30, "killed"),
    ("40 people confirmed dead", 40, 40, "killed"),
    ("The toll is 68 dead and more than 7,000 homes are gone.", 68, 68, "killed"),
    ("Police said SIX men robbed the bank.", 6, 6, "attackers"),
    (
      "At least 40 people were killed, 30 men and ten women, said Mayor Ana Lima.", 40, nil,
      "killed"
    ),
    (
      "There were 118 people on board, 110 passengers and eight crew, said Ana Lima.", 118, 118,
      "passengers"
    ),
    ("The eight-strong gang robbed a bank.", 8, 8, "attackers"),
    ("He let out 45 of his opponents.", 45, 45, "released"),
    ("In July the police took in 118 people.", 118, 118, "arrested"),
    ("Cops had three people in cells.", 3, 3, "arrested"),
    ("Two of the six arrested were later released.", 2, 2, "released"),
    ("Six men aged 19 to 34 are being questioned by detectives.", 6, 6, "arrested"),
    ("Nobody died and there were no injuries.", 0, 0, "injured"),
    ("One man was killed and another wounded.", 1, 1, "injured"),
    ("Nineteen people were killed. The opposition claims more than 80 were.", 80, nil, "killed"),
    (
      "Over a dozen people were taken to hospital, none with life-threatening injuries.", 12, nil,
      "injured"
    ),
    ("The clinic said the morgue held 30 bodies.", 30, 30, "killed"),
    (
      "Thirty-eight students who were abducted from a school 11 days ago have been released.", 38,
      38, "released"
    ),
    (
      "Twenty-eight of the children abducted from a school in May have been freed.", 28, 28,
      "released"
    ),
    ("Twelve people injured in the blast have died.", 12, 12, "killed"),
    ("Three men wanted over the bombing were arrested.", 3, 3, "arrested"),
    ("Eritrea handed over 64 prisoners on Friday.", 64, 64, "released"),
    ("Smith was arrested along with two others.", 3, 3, "arrested"),
    ("The brothers were arrested along with two others.", 2, 2, "arrested"),
    ("Two brothers and their cousin were arrested.", 3, 3, "arrested"),
    ("Ten people escaped. A total of 104 were released in two batches.", 104, 104, "released"),
    (
      "That brought to 39 the number who had regained freedom, including 17 who escaped.", 39, 39,
      "released"
    ),
    ("Eleven people died. The office issued a list of 35 names.", 35, 35, "killed"),
    ("Twelve people were rushed to two clinics.", 12, 12, "injured"),
    ("Six people had been charged, four of them with murder.", 4, 4, "charged"),
    ("Three more people died in hospitals from wounds suffered on Monday.", 3, 3, "killed"),
  ]

  @Test(arguments: bounds)
  func `the words around a number tell its bound and its topic`(
    _ sentence: String, _ low: Int?, _ high: Int?, _ topic: String
  ) throws {
    let claims = try ClaimFigureTests.read(sentence)
    let found = claims.filter { $0.kind == .figure && $0.proposition.topic == topic }
    let interval = Interval(low: low.map { ExactNumber($0) }, high: high.map { ExactNumber($0) })
    #expect(
      found.contains {
        $0.proposition.quantity?.interval.low == interval.low
          && $0.proposition.quantity?.interval.high == interval.high
      }, "\(found.map { $0.span.text })")
  }

  static let wrong: [(sentence: String, size: Int, topic: String)] = [
    ("A total of 40 were kidnapped, far more than the 119 the state had named.", 120, "kidnapped"),
    ("Bataa and Tomor Gan, 31 and 27, were rescued.", 31, "rescued"),
    ("Children as young as six were killed.", 6, "killed"),
    ("A rescue team of 140 people was sent.", 140, "rescued"),
    ("Nineteen pupils escaped, leaving 99 in the forest.", 99, "escaped"),
    ("Six people were charged, four of them with murder.", 4, "killed"),
    ("Four were let go on Tuesday; the other eight appeared before a judge.", 8, "released"),
    ("Nobody rescued us.", 0, "rescued"),
  ]

  @Test(arguments: wrong)
  func `a number is not given what is told of others`(
    _ sentence: String, _ size: Int, _ topic: String
  ) throws {
    let claims = try ClaimFigureTests.read(sentence)
    #expect(
      !claims.contains {
        $0.kind == .figure && $0.proposition.topic == topic
          && $0.proposition.quantity?.stated == ExactNumber(size)
      })
  }

  static let money: [(sentence: String, unit: String)] = [
    ("They put the damage bill at $US600 million.", "$US"),
    ("They put the damage bill at US$600 million.", "US$"),
  ]

  @Test(arguments: money)
  func `letters may stand on either side of the sign`(_ sentence: String, _ unit: String) throws {
    let claims = try ClaimFigureTests.read(sentence)
    #expect(claims.contains { $0.proposition.quantity?.unit == unit })
  }
}
