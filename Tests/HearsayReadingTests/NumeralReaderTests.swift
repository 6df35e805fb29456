import HearsayCore
import HearsayTestSupport
import Testing

struct NumeralReaderTests {
  static let numbers: [(text: String, value: String)] = [
    ("⟦4⟧ people", "4"),
    ("⟦1,250⟧ were freed", "1250"),
    ("⟦1 200⟧ houses burned", "1200"),
    ("⟦1\u{202F}200\u{202F}000⟧ houses burned", "1200000"),
    ("It cost ⟦1.2m⟧ people their jobs", "1200000"),
    ("⟦€1.2b⟧ was lost", "1200000000"),
    ("⟦2.5 million⟧ people", "2500000"),
    ("⟦Twenty-six⟧ people died", "26"),
    ("⟦one hundred and six⟧ houses", "106"),
    ("⟦two thousand six hundred⟧ evacuees", "2600"),
    ("⟦twenty-one trillion three hundred⟧ bacteria", "21000000000300"),
    ("⟦two and a half⟧ tonnes", "2.5"),
    ("⟦two and a half million⟧ people", "2500000"),
    ("⟦one million and a half⟧ pilgrims", "1500000"),
    ("⟦half a million⟧ people", "500000"),
    ("⟦a quarter of a million⟧ people", "250000"),
    ("⟦a quarter⟧ of the town", "0.25"),
    ("⟦two-thirds⟧ of the seats", "0.66666666666666667"),
    ("⟦two dozen⟧ men", "24"),
    ("⟦half a dozen⟧ men", "6"),
    ("⟦three score⟧ ships", "60"),
    ("⟦three lakh⟧ voters", "300000"),
    ("⟦25 lakh⟧ tonnes of rice", "2500000"),
    ("⟦10 1/2⟧ miles of cable", "10.5"),
    ("⟦2½⟧ tonnes of rice", "2.5"),
    ("⟦a hundred and forty-seven⟧ people", "147"),
    ("⟦five point two⟧ million voters", "5200000"),
    ("⟦four in 10⟧ adults were hurt", "0.4"),
  ]

  @Test(arguments: numbers)
  func `reads a number however it is written`(_ text: String, _ value: String) throws {
    let probe = try #require(FigureProbe.shared)
    let found = try #require(probe.read(text).first)
    #expect(found.value.stated?.description == value)
  }

  @Test(arguments: ["four hundred four hundred people", "They counted 12, 13"])
  func `keeps two numbers in a row apart`(_ text: String) throws {
    let probe = try #require(FigureProbe.shared)
    #expect(probe.read(text).count == 2)
  }
}
