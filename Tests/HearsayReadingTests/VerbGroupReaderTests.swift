import HearsayCore
import HearsayReading
import HearsayTestSupport
import HearsayText
import Testing

struct VerbGroupReaderTests {
  static let examples:
    [(text: String, lemma: String, passive: Bool, negated: Bool, tense: VerbGroup.Tense)] = [
      ("They ⟦have not been released⟧ yet.", "release", true, true, .present),
      ("They ⟦were freed⟧ on Monday.", "free", true, false, .past),
      ("They ⟦will leave⟧ soon.", "leave", false, false, .future),
      ("They ⟦left⟧ soon.", "leave", false, false, .past),
      ("They ⟦also said⟧ so.", "say", false, false, .past),
      ("They want ⟦to leave⟧ it.", "leave", false, false, .none),
      ("They ⟦didn't say⟧ so.", "say", false, true, .past),
      ("They ⟦are confident⟧ of it.", "be", false, false, .present),
      ("What did he ⟦say⟧ about it?", "say", false, false, .past),
      ("Has the group ⟦been released⟧?", "release", true, false, .present),
      ("They ⟦are going to leave⟧ it.", "leave", false, false, .future),
      ("He ⟦used to work⟧ there.", "work", false, false, .past),
      ("It ⟦has, however, been closed⟧.", "close", true, false, .present),
      ("It ⟦has been being built⟧.", "build", true, false, .present),
      ("They were arrested and ⟦charged⟧.", "charge", true, false, .past),
      ("They want to go and ⟦see⟧ it.", "see", false, false, .none),
      ("They helped him ⟦find⟧ it.", "find", false, false, .none),
    ]

  @Test(arguments: examples)
  func `a verb and its auxiliaries are one group`(
    _ marked: String, _ lemma: String, _ passive: Bool, _ negated: Bool, _ tense: VerbGroup.Tense
  ) throws {
    let text = MarkedText(marked)
    var reader = try englishReader()
    let draft = reader.draft(Article(text: SourceText(name: "test", text: text.text)))
    let range = ByteRange(text.answers[0].lowerBound, text.answers[0].upperBound)
    let group = try #require(draft.verbGroups.first { draft.bytes($0.tokens) == range })
    #expect(reader.lexicon.text(group.lemma) == lemma)
    #expect(group.passive == passive)
    #expect(group.negated == negated)
    #expect(group.tense == tense)
  }
}
