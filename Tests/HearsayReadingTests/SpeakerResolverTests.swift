import HearsayCore
import HearsayReading
import HearsayTestSupport
import Testing

/// Whom pronouns, roles and definite phrases mean.
struct SpeakerResolverTests {
  /// The last attribution's speaker.
  static let examples: [(text: String, name: String)] = [
    ("Sen. Ana Lima left. The senator said that it was late.", "Ana Lima"),
    ("Dr. Ana Lima left. The doctor said that it was late.", "Ana Lima"),
    ("Orta Airlines cut flights. The airline said that it was late.", "Orta Airlines"),
    ("Acme Motors cut jobs. The company said that it was late.", "Acme Motors"),
    ("Acme Motors cut jobs. It said that it was late.", "Acme Motors"),
    (
      "Its chief executive, Tom Reed, spoke. The chief executive said that it was late.", "Tom Reed"
    ),
    ("Tom Reed said no. The mayor, Ana Lima, left. She said that it was late.", "Ana Lima"),
    ("Ana Lima said no. Tom Reed disagreed. He said that it was late.", "Tom Reed"),
    ("Reuters and the BBC reported that it was late.", "Reuters and BBC"),
    ("As first reported by Reuters, it was late.", "Reuters"),
    ("Police said they held 14 people. They said that it was late.", "Police"),
    ("Police said in a report that it was early. The same report said that it was late.", "Police"),
    (
      "State Minister for Labour Ana Lima spoke. Ana Lima said no. She said it was late.",
      "Ana Lima"
    ),
    ("A clerk who saw them, Ana Lima, said that it was late.", "Ana Lima"),
    ("The father, taxi driver Tom Reed, said that it was late.", "Tom Reed"),
    (
      "Orta Airlines won. On the Acme Motors site, the company said that it was late.",
      "Acme Motors"
    ),
    ("A poll found him ahead. Nobody said that it was late.", "Nobody"),
  ]

  @Test(arguments: examples)
  func `a phrase goes back to whom it means`(_ text: String, _ name: String) throws {
    var reader = try englishReader()
    let reading = reader.read(Article(text: SourceText(name: "test", text: text)))
    #expect(reading.attributions.last?.speaker?.name == name)
  }

  @Test
  func `a spokesman speaks for a body, a credit is none of its words, who hears is a channel`()
    throws
  {
    var reader = try englishReader()
    func first(_ text: String) throws -> Attribution {
      let reading = reader.read(Article(text: SourceText(name: "test", text: text)))
      return try #require(reading.attributions.first)
    }
    let spoken = try first("A spokeswoman for Acme Motors, Ana Lima, said that it was late.")
    #expect(spoken.speaker?.organisation == "Acme Motors")
    #expect(try first("As first reported by Reuters, it was late.").strength == .credit)
    #expect(try first("Ana Lima told CNN that it was late.").channel == "CNN")
  }
}
