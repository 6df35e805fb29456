import HearsayCore
import HearsayTestSupport
import Testing

struct UnitReaderTests {
  static let units: [(text: String, kind: QuantityKind, unit: String?)] = [
    ("⟦At least seven⟧ people were killed.", .count, "people"),
    ("⟦56⟧ of the detainees walked out.", .count, "detainees"),
    ("⟦56⟧ freed political prisoners were named.", .count, "freed political prisoners"),
    ("Only ⟦56⟧ political prisoners were freed.", .count, "political prisoners"),
    ("⟦Three⟧ of the bridges collapsed.", .count, "bridges"),
    ("⟦Fewer than 10⟧ of the valley's old sirens worked.", .count, "old sirens"),
    ("⟦200⟧ US soldiers left.", .count, "US soldiers"),
    ("⟦Four⟧ Iraqi soldiers left.", .count, "Iraqi soldiers"),
    ("⟦28⟧ arrest warrants were issued.", .count, "arrest warrants"),
    ("⟦1⟧ staff member is missing.", .count, "staff member"),
    ("He leads a ⟦5,000⟧-strong force.", .count, "force"),
    ("A crew of ⟦six⟧ was aboard.", .count, "crew"),
    ("⟦14⟧ of them children.", .count, "children"),
    ("⟦$3.5 million⟧ was paid.", .money, "$"),
    ("⟦US$14⟧ was paid.", .money, "US$"),
    ("⟦420 million Finnish markka⟧ was paid.", .money, "Finnish markka"),
    ("⟦44 billion dollars⟧ was paid.", .money, "dollars"),
    ("⟦EUR 125⟧ was paid.", .money, "EUR"),
    ("They paid ⟦200 pounds⟧ for it.", .money, "pounds"),
    ("He lost ⟦25⟧ pounds in spring.", .measure, "pounds"),
    ("⟦12%⟧ stayed.", .percent, "%"),
    ("⟦Twenty per cent⟧ stayed.", .percent, "%"),
    ("A ⟦6.1⟧-magnitude earthquake struck.", .measure, "magnitude"),
    ("They laid ⟦500⟧km of wiring.", .measure, "km"),
    ("⟦190,000⟧ square metres of land.", .measure, "square metres"),
    ("He ran at ⟦188⟧ miles an hour.", .measure, "miles an hour"),
    ("It was ⟦20⟧ degrees Celsius.", .measure, "degrees Celsius"),
    ("It has ⟦33⟧ years of history.", .measure, "years"),
    ("A ⟦34⟧-year-old woman came.", .age, "year"),
    ("A boy aged ⟦12⟧ came.", .age, nil),
    ("Mirko Sandor, ⟦44⟧, a farmer, came.", .age, nil),
    ("It is ⟦four⟧ times faster.", .other, "times"),
    ("The ⟦30th⟧ anniversary came.", .ordinal, "anniversary"),
  ]

  @Test(arguments: units)
  func `finds what a number measures`(
    _ text: String, _ kind: QuantityKind, _ unit: String?
  ) throws {
    let probe = try #require(FigureProbe.shared)
    let found = try #require(probe.read(text).first)
    #expect(found.value.kind == kind)
    #expect(found.value.unit == unit)
    #expect([found].ranges == MarkedText(text).answers)
  }
}
