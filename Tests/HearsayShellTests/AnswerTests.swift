import Foundation
import HearsayTestSupport
import Testing

@testable import HearsayShell

/// Questions with what a careful reader of the seed story answers, and the whole answer as it is.
///
/// Each page under `Answers/` holds for each question a few words on what is in the articles, then
/// `- has:` and `- not:` with the words that must stand in one line of the answer, or in
/// none, parted by ` · `. These were written from the articles, before the program was asked.
/// `- todo has:` is known not to hold yet. Last comes the answer as recorded; `HEARSAY_RECORD=1` in
/// the environment writes the answers anew, for a person to read.
struct AnswerTests {
  static let stories = ["venezuela", "korrin-valley"]

  static func page(_ story: String) throws -> AnswerPage {
    try AnswerPage(file: projectRoot.appendingPathComponent(path(story)))
  }

  static func path(_ story: String) -> String { "Tests/HearsayShellTests/Answers/\(story).md" }

  @Test(arguments: stories)
  func `an answer says what a careful reader of the articles says`(_ story: String) throws {
    var session = try seedSession("seeds/\(story)")
    for question in try Self.page(story).questions {
      let answer = session.perform(question.text + " as lines")
      let lines = (answer.output + answer.messages.joined(separator: "\n")).split(separator: "\n")
      for expectation in question.expectations {
        let isMet = expectation.isMet(by: lines)
        let place = "\(Self.path(story)):\(expectation.line)"
        if expectation.isToDo {
          withKnownIssue(isIntermittent: true) { #expect(isMet, "\(place)") }
        } else {
          #expect(isMet, "\(place): \(question.text): \(expectation.text)")
        }
      }
    }
  }

  @Test(arguments: stories)
  func `the answers are as recorded`(_ story: String) throws {
    var session = try seedSession("seeds/\(story)")
    var page = try Self.page(story)
    for place in page.questions.indices.reversed() {
      let question = page.questions[place]
      let result = session.perform(question.text)
      let answer = (result.output + result.messages.joined(separator: "\n"))
        .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      let lines = answer.last == "" ? Array(answer.dropLast()) : answer
      if ProcessInfo.processInfo.environment["HEARSAY_RECORD"] == "1" {
        page.record(lines, at: place)
      } else {
        #expect(
          lines == question.recorded, "\(Self.path(story)):\(question.line): \(question.text)")
      }
    }
    if ProcessInfo.processInfo.environment["HEARSAY_RECORD"] == "1" {
      try Data(page.lines.joined(separator: "\n").utf8)
        .write(to: projectRoot.appendingPathComponent(Self.path(story)))
    }
  }

  @Test func `the pages ask every command that asks something`() throws {
    let all = try Self.stories.flatMap { try Self.page($0).questions }
    #expect(all.count >= 57)
    #expect(all.allSatisfy { !$0.expectations.isEmpty })
    let texts = all.flatMap { question -> [String] in
      let understood = question.recorded.first?.split(separator: ": ", maxSplits: 1)
      return [
        question.text, understood?.first == "understood as" ? String(understood?[1] ?? "") : "",
      ]
    }
    for name in Self.asking {
      #expect(texts.contains { $0 == name || $0.hasPrefix(name + " ") }, "\(name)")
    }
  }

  /// The commands of CLAIM-MODEL, section 9, and `events`, `sources`, `claims`, `why`.
  static let asking = [
    "compare", "who said", "trace", "when", "conflicts", "compatible", "origins", "single-source",
    "corroborated", "anonymous", "cites", "source", "aliases", "who is", "shifts", "quotes",
    "duplicates", "leftovers", "framing", "unattributed", "hedged", "stale", "timeline",
    "known as of", "articles", "unknown", "criteria", "interested", "grade", "explain", "show",
    "check", "claims", "events", "sources", "why", "why-not",
  ]
}

/// A page of questions.
struct AnswerPage {
  var lines: [String]
  var questions: [Question] = []

  struct Question {
    var text = ""
    var line = 0
    var expectations: [Expectation] = []
    /// The rows of the page that hold the recorded answer.
    var rows: Range<Int> = 0..<0
    var recorded: [String] = []
  }

  struct Expectation {
    var text: String
    var line: Int
    var isToDo: Bool
    var isWanted: Bool
    var words: [String]

    /// Whether some line holds all the words, or none does.
    func isMet(by lines: [Substring]) -> Bool {
      lines.contains { line in words.allSatisfy { line.contains($0) } } == isWanted
    }
  }

  init(file: URL) throws {
    lines = try String(contentsOf: file, encoding: .utf8).components(separatedBy: "\n")
    var isInside = false
    for (row, line) in lines.enumerated() {
      if line.hasPrefix("```") {
        isInside.toggle()
        if isInside { continue }
        guard let last = questions.indices.last else { continue }
        questions[last].recorded = Array(lines[questions[last].rows])
      } else if isInside, line.hasPrefix("hearsay> ") {
        questions.append(pending(String(line.dropFirst("hearsay> ".count)), row))
      } else if isInside, let last = questions.indices.last {
        questions[last].rows = questions[last].rows.lowerBound..<(row + 1)
      } else if let expectation = Expectation(line, row + 1) {
        waiting.append(expectation)
      }
    }
  }

  private var waiting: [Expectation] = []

  private mutating func pending(_ text: String, _ row: Int) -> Question {
    defer { waiting = [] }
    return Question(
      text: text, line: row + 1, expectations: waiting, rows: (row + 1)..<(row + 1))
  }

  mutating func record(_ answer: [String], at place: Int) {
    lines.replaceSubrange(questions[place].rows, with: answer)
  }
}

extension AnswerPage.Expectation {
  init?(_ line: String, _ number: Int) {
    for (mark, isToDo, isWanted) in [
      ("- has: ", false, true), ("- not: ", false, false), ("- todo has: ", true, true),
      ("- todo not: ", true, false),
    ] where line.hasPrefix(mark) {
      self.init(
        text: line, line: number, isToDo: isToDo, isWanted: isWanted,
        words: line.dropFirst(mark.count).components(separatedBy: " · "))
      return
    }
    return nil
  }
}
