import HearsayCore
import HearsayReading
import HearsayTestSupport
import Testing

struct QuoteReaderTests {
  static let examples: [String] = [
    "He said ⟦“we are tired of it”⟧ and left.",
    "He said ⟦\"we are tired of it\"⟧ and left.",
    "He said ⟦“we are tired of it\"⟧ and left.",
    "He said ⟦''we are tired of it''⟧ and left.",
    "He said ⟦'we are tired of it'⟧ and the prisoners' wives left.",
    "⟦“We are tired of it. We said so.”⟧\n\nThey left.",
    "⟦“We are tired of it.⟧\n\n⟦“We said so then.”⟧",
    "He is 6'2\" tall and the dogs' owners left.",
  ]

  @Test(arguments: examples)
  func `marks are paired within their paragraph`(_ marked: String) throws {
    let text = MarkedText(marked)
    var reader = try englishReader()
    let reading = reader.read(Article(text: SourceText(name: "test", text: text.text)))
    let found = reading.quotes.map { $0.range.start..<$0.range.end }
    #expect(found == text.answers)
  }
}
