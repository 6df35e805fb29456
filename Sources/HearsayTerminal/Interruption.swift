internal import CLine

/// Ctrl-C as a flag that long work looks at, so that it ends the work and not the shell.
public enum Interruption {
  /// Makes Ctrl-C set the flag from now on, and never end the program; Ctrl-\ still does.
  public static func watch() { cline_interrupts_install() }

  /// The same for the first Ctrl-C; another ends the program, until ``watch()`` is called.
  public static func watchOnce() { cline_interrupts_install_once() }

  /// Whether Ctrl-C was pressed since the last line was read, or since ``forget()``.
  public static var isRequested: Bool { cline_interrupted() }

  /// Takes the flag back, before the next command of a script.
  public static func forget() { cline_interrupts_clear() }
}
