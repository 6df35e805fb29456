package import HearsayCore
import HearsayFormats

/// What the test of a lesson found.
package struct LessonOutcome: Sendable {
  /// What is not as the lesson says, with its places.
  package var failures: [Diagnostic] = []
  /// How much was looked at.
  package var checks = 0
  /// The lesson's text with its `output` blocks as they are now.
  package var updated: String?
}

/// Tests a lesson by machine: every command, expectation, output, answer, wrong answer and hint.
///
/// - Returns: what failed; with `update` also the text with new outputs.
package func testLesson(
  _ text: String, file: String, in session: inout Session, update: Bool = false
)
  -> LessonOutcome
{
  var reader = LessonReader(text, file: file)
  let lesson = reader.read()
  var test = LessonTest(lesson: lesson, session: session)
  test.outcome.failures = reader.diagnostics
  if reader.diagnostics.isEmpty { test.run() }
  if update { test.outcome.updated = test.rewritten(text) }
  return test.outcome
}

private struct LessonTest {
  let lesson: Lesson
  var session: Session
  var outcome = LessonOutcome()
  /// The answers of the last block of commands, as drawn.
  private var drawn = ""
  private var outputs: [(line: Int, text: String)] = []

  init(lesson: Lesson, session: Session) {
    self.lesson = lesson
    self.session = session
  }

  mutating func run() {
    for problem in session.openStory(of: lesson) { outcome.failures.append(problem) }
    session.beSafe()
    session.settings.today = lesson.today
    guard outcome.failures.isEmpty else { return }
    for block in lesson.blocks {
      switch block.kind {
      case .heading, .prose: break
      case .commands(let commands):
        drawn = ""
        for command in commands { perform(command) }
      case .typed(let command):
        drawn = ""
        perform(command)
      case .expectations(let lines):
        for line in lines { check(line) }
      case .output(let wanted): compare(wanted, block.line)
      case .question(let question): check(question)
      }
    }
  }

  private mutating func perform(_ command: Script.Line) {
    outcome.checks += 1
    let result = session.performCommands(command.text, on: Canvas())
    drawn += result.output
    if result.hasFailed, !command.shouldFail {
      fail(command.number, "'\(command.text)' fails: \(result.messages.joined(separator: " "))")
    } else if !result.hasFailed, command.shouldFail {
      fail(command.number, "'\(command.text)' should fail, and did not")
    }
  }

  private mutating func check(_ line: Script.Line) {
    outcome.checks += 1
    let result = session.performCommands("expect " + line.text, on: Canvas())
    if result.hasFailed { fail(line.number, result.messages.joined(separator: " ")) }
  }

  private mutating func compare(_ wanted: String, _ line: Int) {
    outcome.checks += 1
    outputs.append((line, drawn))
    if !fits(wanted.split(separator: "\n"), drawn.split(separator: "\n")) {
      fail(line, "the answer is another one now; --update writes it")
    }
  }

  /// A line `…` stands for any lines.
  private func fits(_ wanted: [Substring], _ got: [Substring]) -> Bool {
    guard let place = wanted.firstIndex(of: "…") else { return wanted == got }
    guard got.starts(with: wanted[..<place]) else { return false }
    let rest = Array(wanted[(place + 1)...])
    if rest.isEmpty { return true }
    return (place...got.count).contains { fits(rest, Array(got[min($0, got.count)...])) }
  }

  // MARK: - Questions

  private mutating func check(_ question: LessonQuestion) {
    for answer in rightAnswers(question) {
      outcome.checks += 1
      if session.judge(answer, question) != .right {
        fail(question.line, "the answer '\(answer)' of '\(question.id)' is not accepted")
      }
    }
    for wrong in question.wrongs {
      outcome.checks += 1
      let judgement = session.judge(wrong.answer, question)
      if judgement != .wrong(wrong.remark) {
        fail(wrong.line, "the wrong answer '\(wrong.answer)' is not met by its remark")
      }
    }
    for command in question.commandsInWords where isMeantAsCommand(command) {
      outcome.checks += 1
      var copy = session
      let result = copy.performCommands(command, on: Canvas())
      if result.hasFailed {
        fail(question.line, "'\(command)' fails: \(result.messages.joined(separator: " "))")
      }
    }
    for command in question.show.flatMap(wordsInBackticks) {
      _ = session.performCommands(command, on: Canvas())
    }
  }

  private func rightAnswers(_ question: LessonQuestion) -> [String] {
    switch question.kind {
    case .choice, .choices: [question.key]
    case .free: [question.model ?? ""]
    default: question.answers
    }
  }

  /// Words in backticks are a command when they begin as one and stand for no part of another.
  private func isMeantAsCommand(_ words: String) -> Bool {
    let first = words.split(separator: " ").first.map(String.init) ?? ""
    return words.contains(" ") && Command.all.contains { $0.name.hasPrefix(first) }
      && !words.contains("…")
  }

  private mutating func fail(_ line: Int, _ message: String) {
    outcome.failures.append(
      Diagnostic(
        .error, code: "lesson", file: lesson.file, place: TextPlace(line: line, column: 1),
        message: message))
  }

  // MARK: - New outputs

  /// The text with every output as it came out; a block with `…` is left as written.
  func rewritten(_ text: String) -> String {
    var lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .map(String.init)
    for output in outputs.sorted(by: { $0.line > $1.line }) {
      let start = output.line
      guard let end = lines[start...].firstIndex(where: { $0.hasPrefix("```") }) else { continue }
      guard !lines[start..<end].contains("…") else { continue }
      let new = output.text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
      lines.replaceSubrange(start..<end, with: new.map(String.init))
    }
    return lines.joined(separator: "\n")
  }
}
