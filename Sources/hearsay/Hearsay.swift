import ArgumentParser
import HearsayCore
import HearsayFormats
import HearsayShell
import HearsayTerminal

/// `hearsay [CORPUS…]`: the shell, or its commands.
struct Hearsay: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "hearsay", abstract: "Who said what, and does it fit?",
    discussion: """
      Reads articles about one story and answers questions: compare released, who said 800,
      conflicts. Without a corpus it opens the first story of seeds/. `help` in the shell lists \
      the commands.
      """, version: "hearsay 0.1.0",
    subcommands: [
      ExtractCommand.self, SegmentCommand.self, TextCommand.self, MetaCommand.self,
      ReuseCommand.self, TestCommand.self, LessonCommand.self,
    ])

  @Argument(help: "Articles, folders of them, or a corpus.yaml.", completion: .file())
  var corpus: [String] = []
  @Option(
    help: "A rules file instead of those the corpus names; may be given again.",
    completion: .file(extensions: ["yaml"]))
  var rules: [String] = []
  @Option(
    name: .customShort("c"), help: "A command to answer; may be given again.",
    completion: .list(Command.all.map(\.name)))
  var command: [String] = []
  @Option(
    name: .customShort("f"), help: "A file of commands, one a line.",
    completion: .file(extensions: ["hearsay"]))
  var file: String?
  @Option(
    help: "plot, table, lines, csv, md, json or jsonl.",
    completion: .list(OutputFormat.allCases.map(\.rawValue)))
  var output: String?
  @Flag(help: "Go on with a script after a line that fails.")
  var keepGoing = false
  @Flag(help: "Show each command of a script before its answer.")
  var echo = false
  @Flag(help: "Write no file and start no program.")
  var safe = false

  func validate() throws {
    guard let output else { return }
    if OutputFormat(rawValue: output) == nil {
      let names = OutputFormat.allCases.map(\.rawValue).joined(separator: ", ")
      throw ValidationError("'\(output)' is not a format: \(names)")
    }
  }

  func run() throws {
    var session = Session(files: .disk, roots: rootFolders(), rules: rules)
    if let output, let format = OutputFormat(rawValue: output) { session.format = format }
    session.connect()
    if beginsEmpty {
      if safe { session.beSafe() }
      Output.leave(runInteractive(&session, readsRulesLater: true))
    }
    let isLoaded = open(&session)
    if session.rules == nil { throw ExitCode(1) }
    if safe { session.beSafe() }
    try answer(&session, isLoaded)
  }

  /// Whether a person opens a shell with nothing in it.
  private var beginsEmpty: Bool {
    command.isEmpty && file == nil && corpus.isEmpty && Terminal.current().isInteractive
      && firstSeed() == nil
  }

  private func answer(_ session: inout Session, _ isLoaded: Bool) throws {
    var status = Status.fine
    if !command.isEmpty || file != nil {
      status = try runCommands(&session)
    } else if Terminal.current().isInteractive {
      Output.leave(runInteractive(&session))
    } else {
      status = runScript(ScriptLines(), scriptRun(named: "stdin"), &session)
    }
    Output.flush()
    status = max(status, isLoaded ? .fine : .failed)
    if status != .fine { throw ExitCode(status.rawValue) }
  }

  /// Loads what was asked for, or the first story at hand.
  private func open(_ session: inout Session) -> Bool {
    let paths = corpus.isEmpty ? firstSeed().map { [$0] } ?? [] : corpus
    let diagnostics = session.load(paths)
    // A program gets every message, a person the first of many alike.
    for diagnostic in session.format.isForPrograms ? diagnostics : shortened(diagnostics) {
      Output.report(messageText(diagnostic, for: session.format))
    }
    return !diagnostics.contains { $0.severity == .error }
  }

  /// `seeds/` here, or above the executable.
  private func firstSeed() -> String? {
    for root in rootFolders() {
      if let story = FileAccess.disk.stories(in: Path.join(root, "seeds")).first { return story }
    }
    return nil
  }

  private func scriptRun(named name: String) -> ScriptRun {
    ScriptRun(name: name, keepsGoing: keepGoing, echoes: echo)
  }

  /// The commands of `-c` in order, then those of `-f`; each answer though one before it failed.
  private func runCommands(_ session: inout Session) throws -> Status {
    var status = Status.fine
    for line in command {
      let result = session.perform(line, on: canvas())
      put(result)
      status = max(status, Status(result))
      if result.wantsToQuit { return status }
    }
    guard let file else { return status }
    do throws(ScriptLines.Failure) {
      return max(
        status, runScript(try ScriptLines(file: file), scriptRun(named: file), &session))
    } catch {
      Output.report("\(file): error: \(error.message)")
      return .failed
    }
  }
}

/// Where answers go: cut and coloured only on a terminal.
func canvas() -> Canvas {
  Canvas(width: Terminal.width, style: Style(isColoured: Terminal.current().takesColour))
}
