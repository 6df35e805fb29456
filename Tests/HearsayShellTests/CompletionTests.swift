import HearsayTestSupport
import Testing

@testable import HearsayShell

struct CompletionTests {
  /// Read once for all tests.
  static let seed = Result { try seedSession("seeds/venezuela") }
  static let index = (try? seed.get()).map { CompletionIndex($0) }

  /// The cursor stands at `|`.
  static let places: [(line: String, replacing: Int, offers: String)] = [
    ("|", 0, "compare"),
    ("comp|", 4, "compare"),
    ("who |", 0, "said"),
    ("who sa|", 2, "said"),
    ("compare |", 0, "released"),
    ("compare rel|", 3, "released"),
    ("compare released |", 0, "where"),
    ("compare released where |", 0, "speaker"),
    ("compare released as |", 0, "jsonl"),
    ("compare released as js|", 2, "jsonl"),
    ("compare released sort |", 0, "value"),
    ("articles; comp|", 4, "compare"),
    ("claims in |", 0, "d0"),
    ("claims by \"Foro|", 5, "\"Foro Penal\""),
    ("help comp|", 4, "compare"),
    ("set output |", 0, "table"),
    ("rules |", 0, "stats"),
    ("rules stats |", 0, "top"),
    ("why-not \"He left.\" |", 0, "released"),
    ("why-not \"He left.\" rel|", 3, "released"),
    ("diff|", 4, "diff-rules"),
    // Values of a field, its signs, and what joins conditions.
    ("compare released where value |", 0, ">="),
    ("compare released where value >|", 0, "56"),
    ("compare released where speaker = |", 0, "\"Foro Penal\""),
    ("compare released where speaker=foro pe|", 7, "\"Foro Penal\""),
    ("compare released where (value > 5 |", 0, ")"),
    ("compare released where value > 5 |", 0, "and"),
    ("compare released where not |", 0, "prisoners"),
    // Several bare words are one value.
    ("claims by jorge rodr|", 10, "\"Jorge Rodríguez\""),
    ("compare released since |", 0, "2026-01-14"),
    ("compare released since 2 |", 0, "days ago"),
    ("compare released as of |", 0, "yesterday"),
    ("compare released top |", 0, "10"),
    ("who said 5|", 1, "56"),
    ("when |", 0, "held"),
    ("why 85|", 2, "85"),
    ("show d|", 1, "d3"),
    ("source s|", 1, "s1"),
    ("cites |", 0, "\"Signal Wire\""),
    ("record |", 0, "on"),
    ("help |", 0, "words"),
    ("set |", 0, "glyphs"),
    ("set glyphs |", 0, "ascii"),
    (".mode |", 0, "table"),
    ("alias freed = comp|", 4, "compare"),
    ("alias freed = compare |", 0, "released"),
    ("expect |", 0, "conflicts"),
    ("load seeds/ven|", 9, "seeds/venezuela/"),
    ("articles to seeds/ko|", 8, "seeds/korrin-valley/"),
    // Questions in plain words.
    ("how |", 0, "many"),
    ("how many |", 0, "released"),
    ("who disputes |", 0, "released"),
  ]

  @Test(arguments: places)
  func `offers what may stand at the cursor`(
    _ marked: String, _ replacing: Int, _ offer: String
  ) throws {
    let parts = marked.split(separator: "|", omittingEmptySubsequences: false)
    let session = try Self.seed.get()
    let line = parts.joined()
    let found = completions(line, cursor: parts[0].utf8.count, in: session, index: Self.index)
    #expect(found.replacing == replacing)
    #expect(found.choices.map(\.text).contains(offer), "\(found.choices.map(\.text))")
  }

  static let nothing = [
    "# a comm|", "articles # |", "articles | gre|", "compare released | |", "compare zzzz|", "\"|",
    "set output table |",
  ]

  @Test(arguments: nothing)
  func `offers nothing where nothing may stand`(_ marked: String) throws {
    let line = String(marked.dropLast())
    let session = try Self.seed.get()
    let found = completions(line, cursor: line.utf8.count, in: session, index: Self.index)
    #expect(found.choices == [])
  }

  /// The first offer and what is said of it.
  static let first: [(line: String, text: String, summary: String)] = [
    ("compare ", "released", " speakers"),
    ("claims by ", "\"Donald Trump\"", " articles"),
    ("claims in d3", "d3", "Signal Wire, 2026-01-14: US Citizens Walk Free"),
    ("compare released as cs", "csv", "RFC 4180, for spreadsheets"),
    ("compare released t", "top", "only so many rows"),
    ("comp", "compare", "set side by side what each source says of an event"),
  ]

  @Test(arguments: first)
  func `says what each offer is, commonest first`(
    _ line: String, _ text: String, _ summary: String
  ) throws {
    let session = try Self.seed.get()
    let found = completions(line, cursor: line.utf8.count, in: session).choices
    #expect(found.first?.text == text)
    #expect(found.first?.summary.contains(summary) == true, "\(found.first?.summary ?? "nothing")")
  }

  /// Behind an event only its own speakers, and how many claims about it each of them makes.
  @Test(arguments: ["claims released by ", "claims released where speaker = "])
  func `counts what the words before leave`(_ line: String) throws {
    var session = try Self.seed.get()
    let found = completions(line, cursor: line.utf8.count, in: session, index: Self.index).choices
    let all = completions("claims by ", cursor: 10, in: session, index: Self.index).choices
    #expect(found.count > 3 && found.count < all.count)
    for choice in found.prefix(5) {
      let output = session.perform("claims released by \(choice.text) as jsonl").output
      let count = output.split(separator: "\n").count { $0.hasPrefix(#"{"row":"#) }
      // `by` finds a body under its longer names too.
      let said = Int(choice.summary.prefix { $0.isNumber }) ?? 0
      #expect(said > 0 && said <= count, "\(choice)")
    }
    let nobody = "claims released by zzz in "
    let outlets = completions(nobody, cursor: nobody.utf8.count, in: session, index: Self.index)
    #expect(!outlets.choices.isEmpty)
  }

  @Test func `offers the claims of the last answer in its order, with their words`() throws {
    var session = try Self.seed.get()
    _ = session.perform("who said 56")
    let found = completions("why ", cursor: 4, in: session).choices
    #expect(found.map(\.text) == session.shown.map { String($0 + 1) })
    #expect(found.first?.summary.contains("56") == true)
    let rows = completions("show @", cursor: 6, in: session).choices
    #expect(rows.map(\.text) == session.lastRows.indices.map { "@\($0 + 1)" })
    #expect(rows.first?.summary.contains("56") == true)
    _ = session.perform("events")
    #expect(completions("compare @", cursor: 9, in: session).choices.first?.summary == "released")
    let others = completions("explain \(session.shown[0] + 1) ", cursor: 99, in: session).choices
    #expect(!others.map(\.text).contains(String(session.shown[0] + 1)))
  }

  static let hostile = "Evil\u{1B}[2J\u{202E} Ministry"

  @Test func `never offers a text that could move the terminal, and shows none`() throws {
    let story = [
      "case/a.txt": "At least 56 people were killed, Evil\u{1B}[2J Ministry said on Monday.\n\n"
        + "“No\u{202E}body,” said Ann \u{9B}31m Lee. Six \u{7} hostages were freed, she said.\n"
    ]
    let session = try storySession(MemoryDisk(), story)
    for line in [
      "", "claims by ", "claims in ", "compare ", "who said ", "show ", "show d", "how many ",
    ] {
      for choice in completions(line, cursor: line.utf8.count, in: session).choices {
        let shown = (choice.text + choice.summary).unicodeScalars
        #expect(!shown.contains(where: movesTerminal), "\(line): \(choice)")
      }
    }
  }

  static let quotations: [(text: String, quoted: String)] = [
    ("released", "released"), ("Foro Penal", "\"Foro Penal\""), ("top", "\"top\""),
    ("and", "\"and\""), ("a;b", "\"a;b\""), ("#1", "\"#1\""), ("a\"b\\", "\"a\\\"b\\\\\""),
    ("O’Neil-Smith", "O’Neil-Smith"), ("3.5", "3.5"), ("加", "加"), ("$3", "$3"),
  ]

  @Test(arguments: quotations)
  func `puts a text into the line as the grammar reads it back`(_ text: String, _ wanted: String)
    throws
  {
    #expect(quoted(text) == wanted)
    #expect(try lineTokens(quoted(text)).map(\.text) == [text])
  }

  /// What stands behind the cursor without being part of the line.
  static let hints: [(line: String, hint: String?)] = [
    ("compare ", "EVENT [where …"), ("compare", nil), ("compare released ", "[where … by …"),
    ("compare released where ", "FIELD = VALUE"), ("compare released where value ", "= VALUE"),
    ("compare released where value > ", "VALUE"), ("compare released top ", "NUMBER"),
    ("compare released top 3 ", "[where … by … in … since … until … on … sort … as …"),
    ("who ", "said | is"), ("articles; compare ", "EVENT"), ("zzz ", nil), ("# compare ", nil),
    ("quit ", nil), ("", nil),
  ]

  @Test(arguments: hints)
  func `explains what comes next`(_ line: String, _ wanted: String?) {
    let hint = lineHint(line, cursor: line.utf8.count)
    #expect(wanted.map { hint?.hasPrefix($0) == true } ?? (hint == nil), "\(hint ?? "none")")
  }

  @Test func `offers no clause twice, and none that does not belong`() throws {
    let session = try Self.seed.get()
    let line = "compare released top 3 "
    let texts = completions(line, cursor: line.utf8.count, in: session).choices.map(\.text)
    #expect(!texts.contains("top"))
    let articles = completions("articles ", cursor: 9, in: session).choices.map(\.text)
    #expect(articles == ["as", "to"])
  }

  @Test func `never traps wherever the cursor stands`() throws {
    let session = try Self.seed.get()
    let index = CompletionIndex(session)
    let lines = [
      "compare “é加\" where value >= 60; show d1 \"x", "alias a = = compare ! where ((",
      "| ; ) ( \\",
      "expect row 1 speaker = \"a", "who was the first to say \"", "known as of 2 days",
      "rules stats to",
    ]
    for line in lines {
      for cursor in -1...(line.utf8.count + 1) {
        _ = completions(line, cursor: cursor, in: session, index: index)
        _ = lineHint(line, cursor: cursor)
      }
    }
  }

  /// The bound is one that a busy machine and a build without optimisation keep.
  ///
  /// `Tests/Terminal/speed` measures the same with real keys.
  @Test func `answers Tab at once in a thousand articles`() throws {
    var story: [String: String] = [:]
    for number in 0..<1000 {
      story["case/\(number).txt"] = """
        \(number) people were freed in Town \(number % 70) on Monday, Ann Lee\(number) of Group \
        \(number % 90) said. At least \(number % 37) were hurt, according to Ministry \(number % 50).
        """
    }
    let session = try storySession(MemoryDisk(), story)
    let index = CompletionIndex(session)
    let lines = [
      "", "compare ", "claims by ", "claims by ann", "who said 1", "claims in d", "show ",
    ]
    for line in lines {
      let time = ContinuousClock().measure {
        _ = completions(line, cursor: line.utf8.count, in: session, index: index)
      }
      #expect(time < .milliseconds(400), "\(line): \(time)")
    }
  }
}
