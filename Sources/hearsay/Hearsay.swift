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
    subcommands: [ExtractCommand.self, SegmentCommand.self, ReuseCommand.self, TestCommand.self])

  @Argument(help: "Articles, folders of them, or a corpus.yaml.")
  var corpus: [String] = []
  @Option(help: "A rules file instead of those the corpus names; may be given again.")
  var rules: [String] = []
  @Option(name: .customShort("c"), help: "A command to answer; may be given again.")
  var command: [String] = []
  @Option(name: .customShort("f"), help: "A file of commands, one a line.")
  var file: String?
  @Option(help: "table, lines, csv, md, json or jsonl.")
  var output: String?

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
    var isFine = open(&session)
    if session.rules == nil { throw ExitCode(1) }
    if !command.isEmpty || file != nil {
      isFine = try runCommands(&session) && isFine
    } else if Terminal.current().isInteractive {
      Output.leave(runInteractive(&session))
    } else {
      isFine = runScript(&session, ScriptLines(), named: "stdin") && isFine
    }
    Output.flush()
    if !isFine { throw ExitCode(1) }
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

  /// The commands of `-c` in order, then those of `-f`; each answer though one before it failed.
  private func runCommands(_ session: inout Session) throws -> Bool {
    var isFine = true
    for line in command {
      let result = session.perform(line, on: canvas())
      show(result)
      if result.hasFailed { isFine = false }
      if result.wantsToQuit { return isFine }
    }
    guard let file else { return isFine }
    do throws(ScriptLines.Failure) {
      return runScript(&session, try ScriptLines(file: file), named: file) && isFine
    } catch {
      Output.report("\(file): error: \(error.message)")
      return false
    }
  }

  /// A script stops at its first error, which is named with its line.
  private func runScript(
    _ session: inout Session, _ script: consuming ScriptLines, named name: String
  ) -> Bool {
    do throws(ScriptLines.Failure) {
      while let line = try script.next() {
        let result = session.perform(line.text, on: canvas())
        show(result, at: "\(name):\(line.number): ")
        if result.wantsToQuit { return true }
        if result.hasFailed { return false }
      }
      return true
    } catch {
      Output.report("\(name): error: \(error.message)")
      return false
    }
  }
}

/// Where answers go: cut and coloured only on a terminal.
private func canvas() -> Canvas {
  Canvas(width: Terminal.width, style: Style(isColoured: Terminal.current().takesColour))
}

/// The answer to stdout, messages to stderr.
func show(_ result: LineResult, at place: String = "") {
  Output.write(result.output)
  for message in result.messages {
    let isData = message.hasPrefix("{")
    Output.report(isData ? message : place + message)
  }
}
