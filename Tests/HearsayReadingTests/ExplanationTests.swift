import Foundation
import HearsayCore
import HearsayTestSupport
import Testing

@testable import HearsayReading
@testable import HearsayText

struct ExplanationTests {
  private static let made = Result { Reader(rules: try testRules("rules/venezuela.yaml")) }

  static func reader() throws -> Reader { try made.get() }

  static func article(_ text: String) -> Article {
    Article(
      text: SourceText(name: "sentence", text: text),
      known: KnownFacts(published: Day(iso: "2026-01-14")))
  }

  /// A sentence, the words of one step (marked), and what is said of them.
  static let steps:
    [(text: String, part: ExplainedStep.Part, status: ExplainedStep.Status, says: String)] = [
      ("Only 56 prisoners had been ⟦freed⟧.", .phrase, .fired, "a verb of topic released"),
      ("Only 56 prisoners had been ⟦freed⟧.", .bearing, .fired, "bears on it"),
      ("She has ⟦held⟧ office for 56 years.", .bearing, .matched, "nothing to say of measures"),
      ("The ⟦jails⟧ were full of 56 men.", .phrase, .matched, "wanted a verb, but 'jails'"),
      (
        "They let the 56 men walk.", .phrase, .failed,
        "failed at element 3 of 3: wanted 'go', found 'the 56 men walk.'"
      ),
      (
        "Police took 56 men on ⟦political⟧ marches.", .phrase, .failed,
        "failed at element 3 of 3: wanted 'grounds', found 'marches'"
      ),
      (
        "Fifty ⟦political prisoners⟧ left.", .phrase, .matched, "population political prisoners"
      ),
      ("Nobody was ⟦fed⟧ or freed there.", .cue, .failed, " below 0."),
      ("There was a ⟦plan⟧ with the men.", .cue, .failed, "any noun before 'with'"),
      ("Anna Müller, ⟦41⟧, was freed.", .figure, .failed, "an age counts nothing"),
      ("The plan was ⟦“a very bad idea”⟧ then.", .cue, .failed, "nor around it could anybody"),
      ("“⟦Nobody⟧ was freed,” Anna Müller said.", .attribution, .fired, "said by Anna Müller"),
    ]

  @Test(arguments: steps)
  func `says what came of each candidate`(
    _ marked: String, _ part: ExplainedStep.Part, _ status: ExplainedStep.Status, _ says: String
  ) throws {
    var reader = try Self.reader()
    let text = MarkedText(marked)
    let steps = reader.explain(Self.article(text.text)).sentences.flatMap(\.steps)
    let found = steps.filter { $0.part == part && $0.status == status && $0.note.contains(says) }
    #expect(!found.isEmpty, "\(steps.filter { $0.part == part }.map(\.note))")
  }

  @Test func `the reading beside the explanation is the reading`() throws {
    var reader = try Self.reader()
    for file in ["d0-northport-ledger", "d3-signal-wire", "d4-undated"] {
      let article = Article(text: try projectFile("seeds/venezuela/\(file).txt"))
      let explained = reader.explain(article)
      let read = reader.read(article)
      #expect(explained.reading.claims == read.claims)
      #expect(explained.reading.attributions == read.attributions)
    }
  }

  /// What `why` says a score is made of must be what it was made of.
  @Test func `the parts of a score give the score`() throws {
    var reader = try Self.reader()
    for file in ["d1-atlantic-business-daily", "d3-signal-wire"] {
      let draft = reader.draft(Article(text: try projectFile("seeds/venezuela/\(file).txt")))
      let explainer = Explainer(draft: draft, reader: reader)
      for candidate in explainer.candidates {
        guard let score = candidate.score, let parts = candidate.parts else { continue }
        let chance = min(parts.chance, 0.995)
        let odds = parts.factors.reduce(chance / (1 - chance)) { $0 * $1.factor }
        #expect(abs(odds / (1 + odds) - score) < 0.001)
      }
    }
  }

  /// What each claim on the page rests on is among the phrases that fired.
  @Test func `every claim with a topic has a phrase of it that fired`() throws {
    var reader = try Self.reader()
    let article = Article(text: try projectFile("seeds/venezuela/d3-signal-wire.txt"))
    let explanation = reader.explain(article)
    for sentence in explanation.sentences {
      let claims = sentence.steps.filter { $0.part == .claim && $0.topic != nil }
      for claim in claims where claim.note.hasPrefix("statement") {
        let fired = sentence.steps.filter { $0.part == .phrase && $0.status == .fired }
        #expect(!fired.isEmpty, "\(article.text.text(claim.range))")
      }
    }
  }

  static let whyNot: [(text: String, topic: String, verdict: String)] = [
    ("Only 56 prisoners had walked out.", "detained", "no word of detained stands in it"),
    ("Only 56 prisoners were detianed.", "detained", "'detianed' is only near one"),
    ("She has held office for 56 years.", "held", "'held' has nothing to say of measures"),
    ("Police arrested and held them.", "held", "has no figure"),
    ("Two prisoners said they had not been let go.", "released", "who speaks"),
    ("Only 56 prisoners had been freed.", "released", "it does: a figure of released"),
    ("They let the 56 men walk.", "released", "'let ... go' failed at element 3 of 3"),
    ("The 56 men promised to free 30 hostages were seen.", "held", "no word of held"),
    ("", "held", "nothing was read in it"),
  ]

  @Test(arguments: whyNot)
  func `says why a sentence yields no claim on a topic`(
    _ text: String, _ topic: String, _ verdict: String
  ) throws {
    var reader = try Self.reader()
    let answer = reader.whyNot(Self.article(text), topic: topic)
    #expect(answer.verdict.contains(verdict), "\(answer.verdict)")
  }

  /// Every rule that the sources name is in the list that `rules stats` goes by, and no other.
  @Test func `the catalogue holds the rules of the sources`() throws {
    let folder = projectRoot.appendingPathComponent("Sources/HearsayReading")
    let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    var named: Set<String> = []
    while let file = files?.nextObject() as? URL {
      guard file.pathExtension == "swift", !file.path.contains("/Explain/") else { continue }
      for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
      where !line.drop(while: { $0 == " " }).hasPrefix("//") {
        for piece in line.split(separator: "\"").dropFirst() {
          let isRule = piece.hasPrefix("english/") || piece.hasPrefix("story/")
          if isRule, !piece.contains("\\") { named.insert(String(piece)) }
        }
      }
    }
    #expect(named.subtracting(builtRules).sorted() == [], "add them to RuleCatalogue.swift")
    #expect(Set(builtRules).subtracting(named).sorted() == [], "nothing names these any more")
    #expect(builtRules == builtRules.sorted())
  }

  @Test func `any bytes can be explained`() throws {
    var reader = try Self.reader()
    var state: UInt64 = 42
    let words = Array(
      "said that 56 prisoners were let \"go” … (of {number}) not \n\n é\u{0}\u{202E}".utf8)
    for _ in 0..<60 {
      var bytes: [UInt8] = []
      for _ in 0..<120 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        let pick = Int(truncatingIfNeeded: state >> 33)
        bytes.append(
          pick % 4 == 0 ? UInt8(truncatingIfNeeded: pick >> 3) : words[pick % words.count])
      }
      let article = Article(text: SourceText(name: "random", bytes: bytes))
      _ = reader.explain(article)
      _ = reader.whyNot(article, topic: "released")
    }
  }
}
