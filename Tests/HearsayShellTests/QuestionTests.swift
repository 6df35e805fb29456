import HearsayCore
import HearsayRules
import HearsayTestSupport
import Testing

@testable import HearsayShell

/// Questions in plain words: each is taken for one command, or refused with a next step.
struct QuestionTests {
  /// Read once: a session is a value.
  static let seed = Result { try seedSession("seeds/venezuela") }

  static let understood: [(question: String, command: String)] = [
    ("how many were released?", "compare released"),
    ("How many people have been freed so far?", "compare released"),
    ("how many Americans were released?", "compare released where americans"),
    ("how many Spanish citizens were freed", "compare released where spanish"),
    ("how many are in custody?", "compare held"),
    ("how many were released according to Foro Penal?", "compare released by Foro Penal"),
    ("how many were released by Monday", "compare released until Monday"),
    ("do the papers agree on the number of released?", "compare released"),
    ("what did Foro Penal say", "source Foro Penal"),
    ("What did Foro Penal say about the released?", "claims released by Foro Penal"),
    ("what did the Signal Wire report?", "claims in Signal Wire"),
    ("which claims have only one source", "single-source"),
    ("who disagrees about the released?", "conflicts released"),
    ("where do the papers disagree?", "conflicts"),
    ("who was first with 56?", "trace \"56\""),
    ("where does \"BIG WAY\" come from?", "trace BIG WAY"),
    ("who said 56?", "who said 56"),
    ("did Foro Penal say 56?", "who said 56 by Foro Penal"),
    ("is it true that 56 prisoners were freed?", "check 56 prisoners were freed"),
    ("did Trump deny that prisoners were freed?", "check Trump denied that prisoners were freed"),
    ("were 56 prisoners freed?", "check 56 prisoners freed"),
    ("why do 79 and 76 conflict?", "explain 79 76"),
    ("how reliable is the Signal Wire?", "criteria Signal Wire"),
    ("how reliable is Foro Penal?", "grade Foro Penal"),
    ("what was known by 2026-01-13?", "known as of 2026-01-13"),
    ("what can I ask?", "help questions"),
    ("who cites CNN?", "cites CNN"),
    ("what's the latest number of released?", "compare released"),
    ("did anybody report 116?", "who said 116"),
    ("which papers say 56", "who said 56"),
    ("who quoted Trump?", "source Trump"),
    ("which figures come from Foro Penal?", "source Foro Penal"),
    ("who says so?", "sources"),
    ("list the sources", "sources"),
    ("who disagrees?", "conflicts"),
    ("why do they differ?", "conflicts"),
    ("do the figures add up?", "conflicts"),
    ("what is disputed?", "conflicts"),
    ("who contradicts Foro Penal?", "conflicts by Foro Penal"),
    ("are the numbers independent?", "corroborated"),
    ("what changed between the articles?", "shifts"),
    ("which papers copied each other?", "reuse"),
    ("was anything copied?", "reuse"),
    ("what happened on January 8?", "timeline on January 8"),
    ("what happened on 8 January 2026?", "timeline on 8 January 2026"),
    ("known 2026-01-13", "known as of 2026-01-13"),
    ("show me the articles", "articles"),
    ("which articles have no date?", "unknown"),
    ("what does nobody say?", "unknown"),
    ("what do the papers say?", "claims"),
    ("give me all the figures", "claims where kind = figure"),
  ]

  @Test(arguments: understood)
  func `a question in plain words is taken for a command, and says so first`(
    _ question: String, _ command: String
  ) throws {
    var session = try Self.seed.get()
    let result = session.perform(question)
    #expect(result.messages.isEmpty, "\(result.messages)")
    #expect(result.output.hasPrefix("understood as: \(command)\n"), "\(result.output.prefix(80))")
    let plain = session.perform(command)
    #expect(result.output.hasSuffix(plain.output))
  }

  @Test func `in rows for programs the header says how it was understood`() throws {
    var session = try Self.seed.get()
    let rows = session.perform("how many were released? as jsonl").output.split(separator: "\n")
    #expect(
      rows.first?.hasPrefix(
        "{\"row\":\"question\",\"question\":\"how many were released?\","
          + "\"understood\":\"compare released\"") == true)
    let document = session.perform("how many were released? as json").output
    #expect(document.hasPrefix("{\"question\":"))
    let table = session.perform("how many were released? as csv")
    #expect(table.output.hasPrefix("row,claim"))
    #expect(table.messages == ["understood as: compare released"])
  }

  /// The marked words are those the carets stand under.
  static let refused: [(question: String, code: String, suggestion: String?)] = [
    ("how many were ⟦relased⟧?", "unknown-event", "released"),
    ("what did ⟦Foro Penel⟧ say?", "unknown-name", "Foro Penal"),
    ("which claims have ⟦green⟧ hair?", "unknown-question", "single-source"),
    ("⟦xyzzy⟧ plugh foo bar", "unknown-question", nil),
  ]

  @Test(arguments: refused)
  func `what is not understood names the word, the nearest command and a next step`(
    _ question: String, _ code: String, _ suggestion: String?
  ) throws {
    var session = try Self.seed.get()
    let marked = MarkedText(question)
    let line = marked.text
    let result = session.perform(line)
    #expect(result.hasFailed && result.output.isEmpty)
    let message = try #require(result.messages.first)
    let blanks = String(repeating: " ", count: marked.answers[0].lowerBound)
    #expect(message.contains("\n  " + blanks + "^"), "\(message)")
    #expect(message.contains(suggestion.map { "'\($0)" } ?? "`check STATEMENT`"), "\(message)")
    let data = session.perform(line + " as jsonl").messages.first ?? ""
    #expect(data.contains("\"code\":\"\(code)\""), "\(data)")
  }

  @Test func `a command is a command, also behind a mistake`() throws {
    var session = try Self.seed.get()
    #expect(session.perform("cmopare released").messages[0].contains("did you mean 'compare'"))
    #expect(session.perform("compare relased").messages[0].contains("did you mean 'released'"))
    #expect(!session.perform("compare released").output.contains("understood"))
  }

  /// The rules' table holds no pattern that is none, and no command that is none.
  @Test func `every question of the rules is a pattern for a command`() throws {
    let rules = try testRules()
    let entries = rules["questions.phrases"].entries
    #expect(entries.count > 40)
    for entry in entries {
      #expect(!entry.value.words.isEmpty, "\(entry.key)")
      for text in entry.value.words { #expect(QuestionPattern(text) != nil, "\(text)") }
      var command = entry.key
      for slot in QuestionPattern.Slot.allCases {
        let sample = ["claim": "1", "number": "56", "day": "2026-01-13"][slot.rawValue] ?? "word"
        command = command.replacing("{\(slot.rawValue)}", with: sample)
      }
      #expect(!command.contains("{"), "\(entry.key)")
      for request in parseLine(command) { #expect(throws: Never.self) { try request.get() } }
    }
  }
}
