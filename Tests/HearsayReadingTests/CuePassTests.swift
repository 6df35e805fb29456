import HearsayCore
import HearsayTestSupport
import Testing

@testable import HearsayReading

struct CuePassTests {
  private static let wide = Result { Reader(rules: try testRules(), profile: .wide) }

  static func read(_ text: String, _ profile: SpeechProfile = .strict) throws -> [Attribution] {
    var reader = profile == .strict ? try englishReader() : try wide.get()
    let article = Article(text: SourceText(name: "test", text: text))
    return reader.read(article).attributions.filter { !$0.ownerless && $0.parent == nil }
  }

  /// Source, cue and content, in the order of the text.
  static let cues: [String] = [
    "⟦The villagers⟧ ⟦are worried about⟧ ⟦the dam⟧.",
    "⟦The nurses⟧ ⟦called for⟧ ⟦a new hospital⟧.",
    "⟦The coach⟧ ⟦raised questions about⟧ ⟦the referee⟧.",
    "⟦The union⟧ ⟦made the case⟧ ⟦that wages had fallen⟧.",
    "⟦The minister⟧ ⟦declined to say⟧ ⟦who had paid⟧.",
    "⟦The bank⟧ ⟦is confident⟧ ⟦that prices will fall⟧.",
  ]

  @Test(arguments: cues)
  func `source, cue and content stand where they are marked`(_ marked: String) throws {
    let text = MarkedText(marked)
    let one = try #require(try Self.read(text.text, .wide).first)
    let ranges = text.answers.map { ByteRange($0.lowerBound, $0.upperBound) }
    #expect([one.source, one.cue, one.content.first] == ranges)
  }

  static let acts: [String] = [
    "The river rose by two metres.", "The crew repaired the bridge in March.",
    "Two players were sold to a club in Spain.", "The firm opened a shop in the old town.",
    "She has two sons and a house by the lake.",
  ]

  @Test(arguments: acts)
  func `what people do is no saying in either profile`(_ text: String) throws {
    #expect(try Self.read(text, .wide).isEmpty)
  }

  @Test func `the wide profile hears what the strict one hears, and more`() throws {
    let text = "The mayor said that the dam held. The farmers plan a new road."
    let strict = try Self.read(text)
    let wide = try Self.read(text, .wide)
    #expect(strict.map(\.cue) == [ByteRange(10, 14)])
    #expect(wide.count > strict.count)
  }

  @Test func `counting sees every candidate, covered or not`() throws {
    var reader = try englishReader()
    let text = "The mayor said that the dam held, and the farmers repaired it."
    let records = reader.cueRecords(Article(text: SourceText(name: "test", text: text)))
    #expect(records.map(\.word) == ["say", "hold", "repair"])
    #expect(records.map(\.isFree) == [true, false, false])
    #expect(records[0].frame == "that")
    #expect(records[0].evidence.contains("past"))
  }
}
