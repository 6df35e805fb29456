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
