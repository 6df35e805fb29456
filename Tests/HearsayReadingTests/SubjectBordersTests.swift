import HearsayCore
import HearsayReading
import HearsayTestSupport
import Testing

/// Where the words of a source begin and end: the marks stand around them.
struct SubjectBordersTests {
  static let sources = [
    "“It was late,” said ⟦Ana Lima⟧ in an interview.",
    "“It was late,” said ⟦Ana Lima, head of the club,⟧ which owns the pitch.",
    "“It was late,” said ⟦Ana Lima, head of the club,⟧ in a note to fans.",
    "“It was late,” said ⟦Ana Lima⟧, who added that it was cold.",
    "⟦Current and former officials⟧ said the bridge was safe.",
    "⟦Edward D. Lima⟧ said the bridge was safe.",
    "⟦The aides, led by Ana Lima,⟧ said the bridge was safe.",
    "As ⟦Ana Lima, a professor,⟧ put it, “the bridge is safe for now.”",
    "The point of the plan, says ⟦Ana Lima⟧, is that the bridge is safe.",
    "After a long night in Orta, ⟦Gov. Ana Lima (Orta)⟧, said, “the bridge is safe.”",
  ]

  @Test(arguments: sources)
  func `a source ends where its speaker does`(_ text: String) throws {
    let marked = MarkedText(text)
    var reader = try englishReader()
    let reading = reader.read(Article(text: SourceText(name: "test", text: marked.text)))
    let found = reading.attributions.filter { $0.parent == nil }.compactMap(\.source)
      .map { $0.start..<$0.end }
    #expect(found.contains(marked.answers[0]), "\(found)")
  }
}
