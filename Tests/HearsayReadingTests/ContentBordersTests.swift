import HearsayCore
import HearsayReading
import HearsayTestSupport
import Testing

struct ContentBordersTests {
  /// All that is said lies between the marks.
  static let examples = [
    "The agency said ⟦it had closed the road⟧ and called the damage severe.",
    "Officials said ⟦the river had risen and flooded the square⟧.",
    "The company has denied ⟦the charges⟧ and promised a review.",
    "The mayor praised ⟦Ana Lima⟧ during a strike.",
    "Police said ⟦two men had died⟧, while the army had no figures.",
    "The bank said ⟦profits fell in May⟧, a sign that the slump goes on.",
    "The judge, who praised ⟦the police⟧, left.",
    "Those who oppose ⟦the dam⟧ are few.",
    "The union urged ⟦drivers to stay at home⟧.",
    "Rescuers said ⟦that the road, which had been closed, was open⟧.",
    "Experts say ⟦the dam is weak⟧ — something the ministry knows.",
    "Experts say ⟦the dams — all four of them — are weak⟧.",
    "Experts say ⟦the dam is weak — including its gates⟧.",
    "(The firm announced ⟦a sale⟧.)",
    "The minister announced ⟦new roads, a bridge and two schools⟧.",
    "After he announced ⟦the sale⟧, the firm paid.",
    "The report said ⟦the plant was old⟧, but it named no cause.",
    "The firm reported ⟦a loss of $2 million⟧, well below what was expected.",
    "The mayor, citing ⟦the cost⟧, left.",
    "The plant is ⟦what⟧ critics call ⟦a ruin⟧.",
    "⟦The reality is⟧, she said, ⟦“there are no winners in this war.”⟧",
    "LIMA - ⟦The bridge had collapsed⟧, police said.",
    "⟦But the bridge had collapsed⟧, police said.",
    "⟦The bridge⟧, he said, ⟦had collapsed⟧.",
    "⟦The bridge was shut on Monday⟧, he said, ⟦and it would stay so⟧.",
    "⟦After the storm, the bridge had collapsed⟧, according to the ministry.",
    "As the agency reported, ⟦the bridge had collapsed⟧.",
    "⟦The bridge had collapsed⟧, as the agency reported.",
    "⟦The bridge⟧, as the agency noted, ⟦had collapsed⟧.",
    "According to a report published on Monday, ⟦the bridge had collapsed⟧.",
  ]

  @Test(arguments: examples)
  func `what a source says ends where the writer goes on`(_ marked: String) throws {
    let text = MarkedText(marked)
    let found = try AttributionReaderTests.read(text.text).attributions.filter { $0.parent == nil }
    let wanted = text.answers.map { ByteRange($0.lowerBound, $0.upperBound) }
    #expect(found.contains { $0.content == wanted })
  }

  @Test
  func `long chains, lists and asides are read in one go`() throws {
    let chains = [
      "He said it was so" + String(repeating: " and said it was so", count: 300) + ".",
      "He said that it was" + String(repeating: " ,", count: 3000) + ".",
      "He said that the man" + String(repeating: ", who said that the man", count: 300) + ".",
      "He said that it was so" + String(repeating: " - so", count: 2000) + ".",
      "He said it (was" + String(repeating: " ( so", count: 2000) + ".",
    ]
    for chain in chains {
      let found = try AttributionReaderTests.read(chain).attributions
      #expect(!found.isEmpty)
    }
  }
}
