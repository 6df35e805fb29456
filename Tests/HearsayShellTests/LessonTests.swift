import Foundation
import HearsayCore
import HearsayFormats
import HearsayTestSupport
import Testing

@testable import HearsayShell

/// Lessons tell, show and ask; answers are judged by what they mean.
@Suite struct LessonTests {
  @Test(
    "of the course keep what they promise",
    arguments: [
      "1-numbers-have-bounds", "2-when-is-a-number-true", "3-who-is-speaking",
      "4-one-source-five-papers", "5-words-that-take-sides", "6-what-nobody-knows",
    ])
  func course(_ name: String) throws {
    let file = "lessons/\(name).lesson.md"
    let text = try String(contentsOf: projectRoot.appending(path: file), encoding: .utf8)
    var session = try seedSession("seeds/venezuela")
    let outcome = testLesson(text, file: file, in: &session)
    #expect(outcome.failures.isEmpty, "\(outcome.failures.map { diagnosticText($0) })")
    #expect(outcome.checks > 10)
  }

  @Test(
    "of the course can be finished by typing only what they teach",
    arguments: [
      "1-numbers-have-bounds", "2-when-is-a-number-true", "3-who-is-speaking",
      "4-one-source-five-papers", "5-words-that-take-sides", "6-what-nobody-knows",
    ])
  func walkthrough(_ name: String) throws {
    var session = try seedSession("seeds/venezuela")
    #expect(!session.perform("lesson lessons/\(name).lesson.md").hasFailed)
    var steps = 0
    while let run = session.lesson, steps < 200 {
      steps += 1
      let line =
        switch run.wait {
        case .enter, .nothing: ""
        case .typed(let command): command.text
        // As a pupil would: without `answer`, and a command as a command.
        case .question(let question): question.key.filter { $0 != "`" }
        }
      #expect(!session.perform(line).hasFailed)
    }
    #expect(session.lesson == nil)
    let report = try #require(session.lessonReport)
    #expect(!report.contains("\"isRight\":false"), "\(report)")
  }

  static let lesson = """
    ---
    lesson: t
    title: T
    corpus: seeds/korrin-valley
    skip: shown
    ---
    # One
    Prose.

    ```ask dead number
    How many?
    answer: 36
    wrong 29: too early
    hint: first
    hint: second
    right: yes
    ```
    ```ask who source
    Who?
    answer: Jonas Erbach
    ```
    ```ask pick choices
    Pick.
    - [x] one
    - [ ] two
    - [x] three
    ```
    ```ask what command
    What?
    answer: `compare damage`
    ```
    # Two
    ```hearsay try
    conflicts damage
    ```
    The end.
    """

  private func started() throws -> Session {
    var session = try seedSession("seeds/korrin-valley")
    session.files = with(session.files, "t.lesson.md", Self.lesson)
    let start = session.perform("lesson t.lesson.md")
    #expect(start.output.contains("Prose."))
    #expect(start.output.contains("How many?"))
    return session
  }

  private func with(_ files: FileAccess, _ path: String, _ text: String) -> FileAccess {
    var files = files
    let (kind, read) = (files.kind, files.read)
    files.kind = { $0 == path ? .file(bytes: text.utf8.count) : kind($0) }
    files.read = { $0 == path ? Array(text.utf8) : read($0) }
    return files
  }

  @Test("judges numbers by their value, sources by who they are, commands by their result")
  func judges() throws {
    var session = try started()
    #expect(session.perform("29").output.contains("too early"))
    #expect(session.perform("hint").output.contains("first"))
    #expect(session.perform("hint").output.contains("second"))
    #expect(session.perform("hint").output.contains("last hint"))
    #expect(session.perform("who said 36").output.contains("Civil Protection Office"))
    #expect(session.perform("thirty-six").output.contains("right: yes"))
    #expect(session.perform("Nobody Atall").output.contains("nobody of that name"))
    #expect(session.perform("erbach").output.contains("right"))
    #expect(session.perform("1").output.contains("not that"))
    #expect(session.perform("3, 1").output.contains("right"))
    #expect(session.perform("compare killed").output.contains("not that"))
    #expect(session.perform("COMPARE damage sort value").output.contains("right"))
    #expect(session.perform("").output.contains("type: conflicts damage"))
    #expect(session.perform("events").output.contains("another answer"))
    #expect(session.perform("conflicts damage").output.contains("T: done. 4 of 4 questions"))
    #expect(session.lesson == nil)
  }

  @Test("fills its paragraphs where a terminal is narrower, and nothing else")
  func filling() throws {
    let lesson = """
      # One

      Long prose that goes on and on until the line ends in the file,
      56 of its words here.

      - an item
      - another

      `by` a day is a word of its own, and it
      goes on.

      ```ask a words
      Which command lists old figures? Type its name, if you know it by
      heart.
      answer: stale
      ```
      """
    var session = try seedSession("seeds/korrin-valley")
    session.files = with(session.files, "l.lesson.md", lesson)
    let seen = session.perform("lesson l.lesson.md", on: Canvas(width: 50)).output
    #expect(seen.contains("the line ends\nin the file, 56 of its words here.\n\n- an item\n- a"))
    #expect(seen.contains("`by` a day is a word of its own, and it goes on.\n"))
    #expect(
      session.choice(2, "one that is longer than a row", Canvas(width: 24))
        == "  2  one that is longer\n     than a row\n")
    #expect(session.perform("hint").output.contains("no hint"))
    #expect(session.perform("events").output.contains("still open"))
    // The name of a command is the answer here.
    #expect(session.perform("stale").output.contains("right"))
    #expect(session.lesson == nil)
  }

  @Test("skips as the lesson allows, keeps the place, and goes back to it")
  func places() throws {
    var session = try started()
    #expect(session.perform("skip").output.contains("the answer: 36"))
    #expect(session.perform("progress").output.contains("0 of 4 questions"))
    #expect(session.perform("quit").output.contains("goes on from here"))
    #expect(session.perform("status").output.contains("articles"))
    #expect(session.perform("lesson t.lesson.md").output.contains("Who?"))
    #expect(session.perform("back").output.contains("Prose."))
  }

  @Test("writes no file while it runs, and again after it")
  func isSafe() throws {
    var session = try started()
    #expect(session.perform("events to x.csv").messages.joined().contains("safe mode"))
    _ = session.perform("quit")
    #expect(!session.perform("events to x.csv").hasFailed)
  }

  @Test(
    "says where it cannot be understood",
    arguments: [
      ("---\ntitel: x\n---\n", 2, "did you mean 'title'"),
      ("---\nskip: never\n---\n", 2, "no way to skip"),
      ("---\ntitle: x\n", 1, "not closed"),
      ("```hearsay\nevents\n", 1, "not closed"),
      ("```hearsay trry\nevents\n```\n", 1, "says nothing about commands"),
      ("```ask x numbr\nq\nanswer: 1\n```\n", 1, "did you mean 'number'"),
      ("```ask x number\nq\n```\n", 1, "has no answer"),
      ("```ask x choice\n- [x] a\n- [x] b\n```\n", 1, "one right option"),
      ("```ask x free\nq\n```\n", 1, "has a model"),
      ("```ask x number\nq\nanswer: 1\npoints: many\n```\n", 4, "above 0"),
      (
        "```ask x number\nq\nanswer: 1\n```\n```ask x number\nq\nanswer: 1\n```\n", 5,
        "two questions"
      ),
    ])
  func mistakes(_ text: String, _ line: Int, _ says: String) {
    var reader = LessonReader(text, file: "x.lesson.md")
    _ = reader.read()
    let first = reader.diagnostics.first
    #expect(first?.place?.line == line)
    #expect(first.map { diagnosticText($0) }?.contains(says) ?? false, "\(reader.diagnostics)")
  }

  @Test("a test finds a wrong key, a wrong output and a command that fails")
  func findsMistakes() throws {
    let text = """
      ```hearsay
      events
      ```
      ```output
      no such answer
      ```
      ```ask dead number
      How many? See `compare nothing-at-all`.
      answer: 36
      wrong 36: no
      ```
      """
    var session = try seedSession("seeds/korrin-valley")
    let outcome = testLesson(text, file: "x.lesson.md", in: &session, update: true)
    let messages = outcome.failures.map(\.message).joined(separator: "\n")
    #expect(messages.contains("another one now"))
    #expect(messages.contains("not met by its remark"))
    #expect(messages.contains("'compare nothing-at-all' fails"))
    let updated = try #require(outcome.updated)
    #expect(updated.contains("EVENT"))
    #expect(!updated.contains("no such answer"))
  }

  @Test("any bytes are read without a trap")
  func anyBytes() {
    var generator = SystemRandomNumberGenerator()
    let pieces = [
      "```", "~~~", "ask x", " number\n", "answer:", "- [x]", "---", "\n", "#", "é", "`", ":",
    ]
    for _ in 0..<300 {
      let text = (0..<Int.random(in: 0..<40, using: &generator)).map { _ in
        pieces.randomElement(using: &generator) ?? ""
      }.joined()
      var reader = LessonReader(text, file: "x")
      _ = reader.read().script
    }
  }
}

/// `quiz` asks about what is loaded, with the graph as its key.
@Suite struct QuizTests {
  @Test(
    "its own key is right, and the same every time",
    arguments: ["seeds/venezuela", "seeds/korrin-valley"])
  func keys(_ seed: String) throws {
    var session = try seedSession(seed)
    let first = try session.quiz(about: nil, range: 0..<4)
    #expect(first == (try session.quiz(about: nil, range: 0..<4)))
    #expect(first.questions.count >= 3)
    for question in first.questions {
      #expect(session.judge(question.key, question) == .right)
      for wrong in question.wrongs { #expect(session.judge(wrong.answer, question) != .right) }
    }
  }

  @Test("says when there is nothing to ask")
  func nothing() {
    var session = Session(files: .inMemory([:]))
    #expect(session.perform("quiz").messages.joined().contains("nothing here makes a question"))
  }
}
