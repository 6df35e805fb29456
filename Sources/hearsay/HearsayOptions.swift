import ArgumentParser
import HearsayShell

/// The options of the shell and of its commands.
struct HearsayOptions: ParsableArguments {
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
}
