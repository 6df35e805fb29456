import ArgumentParser
import HearsayFormats
import HearsayShell
import HearsayTerminal

/// `hearsay lesson FILE`: a lesson, at a terminal or with the answers on stdin.
struct LessonCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lesson", abstract: "Take a lesson, or test it.")

  @Argument(help: "The lesson: NAME.lesson.md.", completion: .file())
  var file: String
  @Option(help: "Where tries, hints and answers are written at the end, as JSON.")
  var report: String?
  @Flag(help: "Test it instead: every command, answer and hint; as `hearsay test FILE`.")
  var test = false
  @Flag(help: "With --test: write its answers as they are now into its output blocks.")
  var update = false

  func validate() throws {
    if update, !test { throw ValidationError("--update goes with --test") }
    if report != nil, test { throw ValidationError("--report and --test do not go together") }
  }

  func run() throws {
    if test {
      let code = testLessonFile(file, update: update)
      Output.flush()
      if code != 0 { throw ExitCode(code) }
      return
    }
    var session = Session(files: .disk, roots: rootFolders())
    session.connect()
    let start = session.perform("lesson \(quoted(file))", on: canvas())
    show(start)
    if start.hasFailed { throw ExitCode(1) }
    if Terminal.current().isInteractive {
      let status = runInteractive(&session, untilLessonEnds: true)
      try writeReport(session)
      Output.leave(status)
    }
    try answerFromStdin(&session)
    try writeReport(session)
  }

  private func quoted(_ path: String) -> String {
    let marks = path.map { $0 == "\"" || $0 == "\\" ? "\\\($0)" : String($0) }
    return "\"" + marks.joined() + "\""
  }

  private func answerFromStdin(_ session: inout Session) throws {
    var lines = ScriptLines()
    do throws(ScriptLines.Failure) {
      while session.isInLesson, let line = try lines.next() {
        show(session.perform(line.text, on: canvas()))
      }
    } catch {
      Output.report("stdin: error: \(error.message)")
      throw ExitCode(1)
    }
  }

  private func writeReport(_ session: Session) throws {
    guard let report, let text = session.lessonReport else { return }
    guard FileAccess.disk.replace(report, Array((text + "\n").utf8)) else {
      Output.report("\(printable(report)): error: cannot be written")
      throw ExitCode(1)
    }
  }
}
