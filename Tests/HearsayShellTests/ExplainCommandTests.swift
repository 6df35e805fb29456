import HearsayCore
import HearsayTestSupport
import Testing

@testable import HearsayShell

struct ExplainCommandTests {
  /// What is asked, and what the answer or the message says.
  static let lines: [(line: String, says: String)] = [
    (#"why "The mayor said 30 people were killed.""#, "topic killed"),
    (#"why "The mayor said 30 people were killed.""#, "published on 2025-03-12"),
    (#"why "30 people were killed on Tuesday""#, "`why 2`"),
    (#"why "The dog said: woof.""#, "words"),
    (#"why """#, "there is nothing to read in it"),
    (#"why 1"#, "topic killed"),
    (#"why 1 2"#, "verdict"),
    (#"why-not "The mayor slept." killed"#, "no word of killed stands in it"),
    (#"why-not 1 injured"#, "no word of injured stands in it"),
    (#"why-not "The mayor slept." kiled"#, "did you mean 'killed'?"),
    (#"why-not "The mayor slept." KILLED"#, "why not killed"),
    (#"why-not "The mayor slept.""#, "needs a topic behind the sentence"),
    (#"why-not The mayor slept killed"#, "the sentence stands in quotation marks"),
    (#"why-not"#, "needs a sentence in quotation marks"),
    (#"why-not 99 killed"#, "there is no claim 99"),
    (#"rules stats"#, "english/quantity.count"),
    (#"rules stats top 1"#, "`top 1000` shows them"),
    (#"rules stats where x"#, "'rules stats' takes no 'where'"),
    (#"diff-rules old.yaml"#, "takes two rules files"),
    (#"diff-rules old.yaml new.yaml third.yaml"#, "takes two rules files"),
    (#"diff-rules old.yaml old.yaml"#, "both read the same"),
    (#"diff-rules old.yaml bad.yaml"#, "bad.yaml:3:1: error: unknown key 'topcs'"),
    (#"diff-rules nowhere.yaml new.yaml"#, "error: no such file or folder: 'nowhere.yaml'"),
    (#"diff-rules old.yaml new.yaml"#, "topic: killed → slain"),
  ]

  static let files = [
    "old.yaml": "hearsay: 1\nextends: english\n",
    "new.yaml":
      "hearsay: 1\nextends: english\ntopics:\n  slain: {verbs: [kill], measure: cumulative}\n",
    "less.yaml": "hearsay: 1\nextends: english\nboilerplate: ['^The mayor']\n",
    "bad.yaml": "hearsay: 1\nextends: english\ntopcs: {}\n",
  ]

  static func session() throws -> Session {
    var session = Session(files: try SessionTests.access(files))
    _ = session.load(["case"])
    return session
  }

  @Test(arguments: lines)
  func `answers, or says what is wrong`(_ line: String, _ says: String) throws {
    var session = try Self.session()
    let result = session.perform(line)
    let text = result.output + result.messages.joined(separator: "\n")
    #expect(text.contains(says), "\(text)")
    #expect(session.articles.count == 2)
    #expect(session.rulePaths == englishFiles)
  }

  @Test(arguments: OutputFormat.allCases)
  func `every layout draws them, and nothing moves the terminal`(_ format: OutputFormat) throws {
    var session = try Self.session()
    let sentence = "The \u{1B}[31mmayor\u{202E} said \u{7}30 people were killed\u{9B}."
    for line in [
      "why \"\(sentence)\"", "why-not \"\(sentence)\" injured", "rules stats",
      "diff-rules old.yaml new.yaml",
    ] {
      let result = session.perform("\(line) as \(format.rawValue)")
      #expect(result.messages.isEmpty && !result.output.isEmpty, "\(line) \(result.messages)")
      let scalars = result.output.unicodeScalars.filter { $0 != "\n" && $0 != "\r" }
      #expect(!scalars.contains(where: movesTerminal), "\(line)")
      if format == .jsonl {
        for line in result.output.split(separator: "\n") { #expect(isJSONObject(String(line))) }
      }
    }
  }

  @Test func `claims that came and went stand with their file and line`() throws {
    var session = try Self.session()
    let lost = session.perform("diff-rules old.yaml less.yaml as lines").output
    #expect(lost.contains("claims lost: 1"))
    #expect(lost.contains("two.txt:1"))
    let gained = session.perform("diff-rules less.yaml old.yaml as jsonl").output
    #expect(gained.contains(#""change":"gained","sort":"claim","file":"case/two.txt","line":1"#))
  }

  @Test func `without articles it is said that nothing is loaded`() throws {
    var session = Session(files: try SessionTests.access(Self.files))
    #expect(session.perform("rules stats").output.contains("nothing is loaded"))
    #expect(session.perform("diff-rules old.yaml new.yaml").output.contains("nothing is loaded"))
    #expect(session.perform("why \"A word.\"").hasFailed)
  }
}
