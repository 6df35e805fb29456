internal import CLine
internal import Glibc

/// What is at the other end of stdin and stdout.
public struct Terminal: Hashable, Sendable {
  /// Whether a person sits there: both stdin and stdout are terminals.
  public let isInteractive: Bool

  /// Whether stdout is a terminal: the answer may be laid out to its width.
  public let showsOutput: Bool

  /// Whether stdout takes colour.
  public let takesColour: Bool

  /// Whether stderr, where messages go, takes colour.
  public let errorsTakeColour: Bool

  /// The terminal of this process.
  public static func current() -> Terminal {
    let output = isTerminal(STDOUT_FILENO)
    return Terminal(
      isInteractive: output && isTerminal(STDIN_FILENO),
      showsOutput: output,
      takesColour: takesColour(isTerminal: output, environment: environment),
      errorsTakeColour: takesColour(
        isTerminal: isTerminal(STDERR_FILENO), environment: environment))
  }

  /// The columns of stdout at this moment, `nil` when it is no terminal.
  public static var width: Int? {
    let columns = Int(cline_columns(STDOUT_FILENO))
    return columns > 0 ? columns : nil
  }

  /// The rows of stdout at this moment, `nil` when it is no terminal.
  public static var height: Int? {
    let rows = Int(cline_rows(STDOUT_FILENO))
    return rows > 0 ? rows : nil
  }

  /// Whether colour is welcome: on a terminal that is not dumb, unless NO_COLOR says otherwise
  /// (https://no-color.org: any value but the empty one).
  ///
  /// CLICOLOR_FORCE is not heard: an answer that is not on a terminal goes to a program or a
  /// file, and colour codes in it are damage.
  static func takesColour(isTerminal: Bool, environment: (String) -> String?) -> Bool {
    guard isTerminal, (environment("NO_COLOR") ?? "").isEmpty else { return false }
    return !["", "dumb"].contains(environment("TERM") ?? "")
  }

  static func isTerminal(_ descriptor: Int32) -> Bool { isatty(descriptor) == 1 }
}

/// The environment of this process; `nil` for a variable that is not set or not UTF-8.
func environment(_ name: String) -> String? {
  guard let value = unsafe getenv(name) else { return nil }
  return unsafe String(validatingCString: value)
}
