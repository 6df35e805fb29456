import ArgumentParser

/// Wiring: arguments in, exit code out.
///
/// What the words mean is known elsewhere.
@main
enum Main {
  static func main() {
    do {
      let arguments = Array(CommandLine.arguments.dropFirst())
      if let page = page(for: arguments) {
        Output.write(page)
        return Output.flush()
      }
      var command = try parsed(arguments)
      try command.run()
    } catch {
      leave(with: error)
    }
    Output.flush()
  }

  /// What the program says of itself, when that is all that is asked.
  private static func page(for arguments: [String]) -> String? {
    if asksForHelp(arguments) { return helpText() }
    if asksForManual(arguments) { return manual() }
    if arguments.count == 2, arguments[0] == "help" { return helpText(of: arguments[1]) }
    return completionScript(for: arguments)
  }

  /// A subcommand's name comes first and is no corpus; the root's own arguments would take it.
  private static func parsed(_ arguments: [String]) throws -> any ParsableCommand {
    let named = Hearsay.configuration.subcommands.first {
      $0.configuration.commandName == arguments.first
    }
    guard let named else { return try Hearsay.parseAsRoot(arguments) }
    return try named.parseAsRoot(Array(arguments.dropFirst()))
  }

  /// 2 for wrong usage, whatever the argument parser's own habit is.
  private static func leave(with error: any Error) -> Never {
    Output.flush()
    let code = Hearsay.exitCode(for: error)
    let message = Hearsay.fullMessage(for: error)
    if code == .success {
      if !message.isEmpty { Output.write(message + "\n") }
      Output.flush()
    } else if !message.isEmpty {
      Output.report(message)
    }
    Hearsay.exit(withError: ExitCode(code == .validationFailure ? 2 : code.rawValue))
  }
}
