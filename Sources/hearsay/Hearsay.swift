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
  @OptionGroup var options: HearsayOptions

  func run() throws {
    var session = Session(files: .disk, roots: rootFolders(), rules: options.rules)
    let format = options.output.flatMap(OutputFormat.init(rawValue:))
    if let format { session.format = format }
    session.connect()
    // For the eyes and ears of a person only: what goes to a file or a program is for anybody.
    session.settings.isAccessible = Terminal.current().showsOutput && isListening()
    if beginsEmpty {
      if options.safe { session.beSafe() }
      Output.leave(runInteractive(&session, readsRulesLater: true))
    }
    let isLoaded = open(&session)
    if session.rules == nil { throw ExitCode(1) }
    if options.safe { session.beSafe() }
    try answer(&session, isLoaded)
  }

  /// Whether a person opens a shell with nothing in it.
  private var beginsEmpty: Bool {
    isInteractive && corpus.isEmpty && firstSeed() == nil
  }

  /// Whether somebody will type the commands.
  private var isInteractive: Bool {
    options.command.isEmpty && options.file == nil && Terminal.current().isInteractive
  }

  private func answer(_ session: inout Session, _ isLoaded: Bool) throws {
    var status = Status.fine
    if !options.command.isEmpty || options.file != nil {
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
    let diagnostics =
      isInteractive ? loadPatiently(paths, into: &session) : session.load(paths)
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
    ScriptRun(name: name, keepsGoing: options.keepGoing, echoes: options.echo)
  }

  /// The commands of `-c` in order, then those of `-f`; each answer though one before it failed.
  private func runCommands(_ session: inout Session) throws -> Status {
    var status = Status.fine
    for line in options.command {
      let result = session.perform(line, on: canvas())
      put(result)
      status = max(status, Status(result))
      if result.wantsToQuit { return status }
    }
    guard let file = options.file else { return status }
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
