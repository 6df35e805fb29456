import HearsayCore
import HearsayReading
import HearsayTestSupport
import Testing

struct LayoutReaderTests {
  static let reader = Result { Reader(rules: try testRules()) }

  static let prose = """
    The river rose by two metres in the night, the mayor of the town said on Friday, and more \
    than forty houses were lost. Nobody was hurt.
    """

  /// Lines before and after running text, with the kind each must get.
  static let before: [(line: String, kind: ZoneKind)] = [
    ("By Anna Kell and Davor Quist", .byline),
    ("BY ANNA KELL", .byline),
    ("Anna Kell in Brask", .byline),
    ("Friday, March 14, 2025", .dateline),
    ("14 March 2025 10:05 am", .dateline),
    ("Updated 18/02/2026", .dateline),
    ("The Lowland ExaminerMarch 14, 2025", .dateline),
    ("The Lowland Examiner", .dateline),
    ("Home | News | Sport | Weather", .boilerplate),
    ("Published At:", .boilerplate),
    ("Share this article", .boilerplate),
    ("5 min read", .boilerplate),
    ("Officials count forty houses lost as the water falls", .deck),
    ("• Forty houses lost", .summary),
    ("A boat on the main street. Photo: Tarn Wire", .caption),
    ("(Photo by Ida Marsh/Tarn Wire via Getty Images)", .caption),
  ]

  @Test(arguments: before)
  func `a line under the headline is what it looks like`(_ line: String, _ kind: ZoneKind) throws {
    let (zones, _) = try read("River takes forty houses in Brask\n\n\(line)\n\n\(Self.prose)")
    #expect(zones.map(\.kind) == [.headline, kind, .body])
  }

  static let after: [(line: String, kind: ZoneKind)] = [
    ("Advertisement", .boilerplate),
    ("Leave a Comment", .boilerplate),
    ("© 2025 Northbank Tribune", .boilerplate),
    ("Copyright 2025 by the publisher. All rights reserved.", .boilerplate),
    ("Sign up for our newsletter: five stories every morning", .boilerplate),
    ("Ida Marsh contributed to this report from Ostrey.", .byline),
    ("Reporting by Ida Marsh; editing by Davor Quist", .byline),
    ("Write to Ida Marsh at ida.marsh@post.example", .boilerplate),
    ("Read more: How the dam was built", .related),
    ("If you’d like, I can make this text shorter.", .residue),
    ("As an AI language model, I cannot check this.", .residue),
    ("The Hardest Night", .body),
    ("“Sign up for the army,” the posters said.", .body),
    ("Related deaths rose to ten, the office said on Friday evening.", .body),
    ("The paper contributed to this report of the commission, and it was wrong about that.", .body),
    ("She read more: books on dams, on rivers and on the law of the sea.", .body),
    ("If you want peace, prepare for rain, the old men of the valley say here.", .body),
  ]

  @Test(arguments: after)
  func `a line behind the text is what it says`(_ line: String, _ kind: ZoneKind) throws {
    let (zones, _) = try read(
      "\(Self.prose)\n\n\(line)\n\n\(Self.prose.replacing("two", with: "six"))")
    #expect(zones.map(\.kind) == [.body, kind, .body])
  }

  static let datelines: [(text: String, outlet: String?)] = [
    ("⟦BRASK, March 12 —⟧ \(prose)", nil),
    ("⟦BRASK, Sarrovia -⟧ \(prose)", nil),
    ("⟦BRASK (Tarn Wire) -⟧ \(prose)", "Tarn Wire"),
    ("⟦CARACAS, Jan 14 (Signal Wire) —⟧ \(prose)", "Signal Wire"),
    ("⟦OSTREY, Saturday, 15 March –⟧ \(prose)", nil),
    ("⟦Boulder, CO, Nov. 15 (Tarn) --⟧ \(prose)", "Tarn"),
    ("⟦NEW YORK —⟧ \(prose)", nil),
  ]

  @Test(arguments: datelines)
  func `a dateline stands apart from the first sentence`(_ marked: String, _ outlet: String?) throws
  {
    let text = MarkedText(marked)
    let (zones, reading) = try read(text.text)
    #expect(zones.map(\.kind) == [.dateline, .body])
    #expect(zones.first?.range.end == text.answers[0].upperBound)
    #expect(reading.document.outlet == outlet)
  }

  static let undated = [
    "The dam — the oldest of the valley — failed on Friday, and nobody in the town hall knew of it.",
    "Anna Kell, a farmer — and a mother — said on Friday that nobody in the town hall knew of it.",
    "In March - the month of rain - the dam failed, and nobody in the town hall knew of it on time.",
  ]

  @Test(arguments: undated)
  func `a dash makes no dateline`(_ text: String) throws {
    #expect(try read(text).0.map(\.kind) == [.body])
  }

  @Test
  func `one line is an article`() throws {
    #expect(try read("Forty houses were lost.").0.map(\.kind) == [.body])
    #expect(try read("").0.isEmpty)
    #expect(try read("\n \n").0.isEmpty)
  }

  @Test
  func `a page says who printed it`() throws {
    let footer = "The post River takes houses appeared first on The Ostrey Post."
    let known = KnownFacts(outlet: "Lowland Examiner")
    let (_, reading) = try read("\(Self.prose)\n\n\(footer)", known)
    #expect(reading.document.outlet == "The Ostrey Post")
    #expect(reading.document.republisher == "Lowland Examiner")
    let headline = try #require(reading.document.headline)
    #expect(headline.count == "River takes houses".utf8.count)
    #expect(reading.document.flags.contains(.republished))
    let (_, alone) = try read("\(Self.prose)\n\n\(footer)")
    #expect(alone.document.outlet == "The Ostrey Post" && alone.document.republisher == nil)
  }

  static let bylines: [(line: String, names: [String])] = [
    ("By Anna Kell", ["Anna Kell"]),
    ("By Anna Kell, Davor Quist and Ida Marsh", ["Anna Kell", "Davor Quist", "Ida Marsh"]),
    ("By Anna Kell, Staff Writer", ["Anna Kell"]),
    ("By Juan de la Cruz in Brask", ["Juan de la Cruz"]),
    ("By ANNA KELL of the Ostrey Post", ["ANNA KELL"]),
    ("Written by Anna Kell | March 3, 2025", ["Anna Kell"]),
  ]

  @Test(arguments: bylines)
  func `a byline gives its names`(_ line: String, _ names: [String]) throws {
    let (_, reading) = try read("River takes forty houses in Brask\n\n\(line)\n\n\(Self.prose)")
    #expect(reading.document.bylines == names)
  }

  @Test
  func `flaws of a page are flagged`() throws {
    let text = """
      River takes forty houses in Brask

      • Forty houses lost
      • The mayor asks for help but fears that it will

      \(Self.prose)

      \(Self.prose)

      Sources:

      Related News

      Two killed at a crossing 02/03/2025
      Dam review: what we know
      """
    let (zones, reading) = try read(text)
    #expect(
      zones.map(\.kind) == [
        .headline, .summary, .summary, .body, .duplicate, .boilerplate, .related, .related,
        .related,
      ])
    #expect(zones[4].original == zones[3].range)
    #expect(
      reading.document.flags == [
        .noOutlet, .noByline, .duplicateText, .emptySourceList, .truncated, .noDate,
      ])
    #expect(reading.sentences.allSatisfy { $0.zone != .boilerplate })
  }

  @Test
  func `a story file names lines of its own`() throws {
    var reader = Reader(rules: try testRules("rules/venezuela.yaml"))
    let source = SourceText(
      name: "test", text: "\(Self.prose)\n\nWrite to the desk\n\nX\n\nIf you want, I can")
    let zones = reader.read(Article(text: source)).zones
    #expect(zones.map(\.kind) == [.body, .boilerplate, .boilerplate, .residue])
  }

  private func read(_ text: String, _ known: KnownFacts = KnownFacts()) throws -> ([Zone], Reading)
  {
    var reader = try Self.reader.get()
    let reading = reader.read(Article(text: SourceText(name: "test", text: text), known: known))
    return (reading.zones, reading)
  }
}
