import ArgumentParser

/// Wiring: arguments in, exit code out. What the words mean is known elsewhere.
@main
enum Main {
  static func main() {
    do {
      var command = try Hearsay.parseAsRoot()
      try command.run()
    } catch {
      leave(with: error)
    }
    Output.flush()
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
