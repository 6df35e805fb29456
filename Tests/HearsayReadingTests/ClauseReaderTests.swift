import HearsayCore
import HearsayReading
import HearsayTestSupport
import HearsayText
import Testing

struct ClauseReaderTests {
  /// The head of a subject and its verb.
  static let subjects: [String] = [
    "The ⟦mayor⟧ of the town ⟦said⟧ so.",
    "The ⟦mayor⟧, Ana Lima, ⟦said⟧ so.",
    "The ⟦mayor⟧, who lives in the valley, ⟦said⟧ so.",
    "The ⟦mayor⟧ who lives in the valley ⟦said⟧ so.",
    "⟦Officials⟧ briefed on the matter ⟦said⟧ so.",
    "When she arrived, the ⟦mayor⟧ ⟦said⟧ so.",
    "Speaking in the town, the ⟦mayor⟧ ⟦said⟧ so.",
    "The ⟦mayor⟧ opened the bridge and ⟦said⟧ so.",
    "The ⟦mayor⟧ and the sheriff ⟦said⟧ so.",
    "The mayor said ⟦prisoners⟧ in the valley ⟦were⟧ hungry.",
    "The mayor said that the ⟦bridge⟧ ⟦was closed⟧.",
    "The ⟦plan⟧, the mayor said, ⟦was⟧ bad.",
    "The bridge was closed, the ⟦mayor⟧ ⟦said⟧.",
    "The bridge was closed, ⟦said⟧ the ⟦mayor⟧.",
    "The ⟦money⟧ he needed ⟦was⟧ gone.",
    "The ⟦mayor⟧ on Monday ⟦said⟧ so.",
    "The ⟦mayor⟧ herself ⟦said⟧ so.",
    "⟦Most⟧ of the prisoners ⟦were⟧ hungry.",
    "Interest ⟦rates⟧ ⟦have risen⟧ again.",
    "The mayor told the ⟦police⟧ ⟦to leave⟧ the town.",
    "“The bridge is closed,” the ⟦mayor⟧ ⟦said⟧.",
    "The ⟦mayor⟧, a lawyer hired by the town, ⟦said⟧ so.",
    "The ⟦mayor⟧, after the scandal broke, ⟦said⟧ so.",
    "At least one former ⟦employee⟧ ⟦said⟧ so.",
    "The sheriff said ⟦women⟧ who own guns ⟦were⟧ safe.",
    "The ⟦mayor⟧ says that the bridge is old and ⟦complains⟧ of it.",
  ]

  @Test(arguments: subjects)
  func `a verb has the subject of its clause`(_ marked: String) throws {
    let text = MarkedText(marked)
    // Only `said the mayor` has the verb first.
    let inverted = text.text.contains("said the")
    let answers = inverted ? text.answers.reversed() : text.answers
    var reader = try englishReader()
    let draft = reader.draft(Article(text: SourceText(name: "test", text: text.text)))
    let verb = ByteRange(answers[1].lowerBound, answers[1].upperBound)
    let row = try #require(
      draft.verbGroups.firstIndex { verb.overlaps(draft.bytes($0.tokens)) })
    let clause = draft.clauses.rows[try #require(draft.clauses.of(group: row))]
    let head = try #require(clause.subjectHead >= 0 ? clause.subjectHead : nil)
    #expect(draft.tokens[head].range == ByteRange(answers[0].lowerBound, answers[0].upperBound))
  }

  static let kinds: [(marked: String, kind: Clause.Kind)] = [
    ("The mayor said ⟦that the bridge was closed⟧.", .complement),
    ("The mayor said ⟦the bridge was closed⟧.", .complement),
    ("The mayor, ⟦who lives in the valley⟧, said so.", .relative),
    ("⟦When she arrived⟧, the mayor said so.", .adverbial),
    ("The mayor opened the bridge ⟦and said so⟧.", .coordinated),
    ("⟦Speaking in the town⟧, the mayor said so.", .participial),
    ("The plan, ⟦the mayor said⟧, was bad.", .parenthetical),
    ("The mayor wants ⟦to open the bridge⟧.", .infinitival),
  ]

  @Test(arguments: kinds)
  func `a clause begins and ends where it does`(_ marked: String, _ kind: Clause.Kind) throws {
    let text = MarkedText(marked)
    var reader = try englishReader()
    let draft = reader.draft(Article(text: SourceText(name: "test", text: text.text)))
    let range = ByteRange(text.answers[0].lowerBound, text.answers[0].upperBound)
    let clause = draft.clauses.rows.first { draft.bytes($0.tokens) == range }
    #expect(clause?.kind == kind)
    let start = draft.token(atOrAfter: range.start)
    #expect(draft.clauses.starting(at: start).map { draft.clauses.rows[$0].kind } != nil)
  }

  @Test func `fronted and relative clauses are known from inside`() throws {
    var reader = try englishReader()
    let text = "When the mayor arrived, the man who shot the dog left."
    let draft = reader.draft(Article(text: SourceText(name: "test", text: text)))
    #expect(draft.clauses.isInsideFronted(3))
    #expect(!draft.clauses.isInsideFronted(6))
    #expect(draft.clauses.isInsideRelative(9))
    #expect(!draft.clauses.isInsideRelative(2))
  }

  @Test func `no text stops it, however long or deep`() throws {
    var reader = try englishReader()
    var seed: UInt64 = 7
    let words = [
      "the", "mayor", "said", "that", "who", ",", "and", "to", "say", "saying", "“", "”", "(", ")",
      "because", "was", "told", "him", ".", "—", "-", "of", "Lima", "asked", ";", "in", "2014",
      "'s",
    ]
    for length in [1, 2, 3, 7, 40, 300] {
      for _ in 0..<20 {
        let text = (0..<length).map { _ in
          seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
          return words[Int(seed >> 33) % words.count]
        }
        _ = reader.draft(
          Article(text: SourceText(name: "test", text: text.joined(separator: " "))))
      }
    }
    let deep = String(repeating: "he said that the man who ", count: 2500) + "left."
    let draft = reader.draft(Article(text: SourceText(name: "test", text: deep)))
    #expect(!draft.clauses.rows.isEmpty)
  }
}
