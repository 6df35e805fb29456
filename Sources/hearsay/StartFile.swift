import Foundation
import HearsayFormats
import HearsayShell
import HearsayTerminal

/// The commands a person wants done at every start: settings and aliases, a line each.
///
/// Only at a terminal: a script means the same on every machine.
func runStartFile(_ session: inout Session, _ terminal: Terminal) {
  guard let path = startFile(ProcessInfo.processInfo.environment),
    case .file = FileAccess.disk.kind(path)
  else { return }
  let style = Style(isColoured: terminal.takesColour)
  do throws(ScriptLines.Failure) {
    var lines = try ScriptLines(file: path)
    var run = ScriptRun(name: path, keepsGoing: true)
    while let line = try lines.next() {
      show(
        run.next(
          Script.Line(number: line.number, text: line.text), in: &session,
          on: Canvas(width: Terminal.width, style: style)))
    }
    show(run.end())
  } catch {
    Output.report("\(printable(path)): error: \(error.message)")
  }
}

/// `$XDG_CONFIG_HOME/hearsay/rc`, or `~/.config/hearsay/rc` (XDG Base Directory Specification).
private func startFile(_ environment: [String: String]) -> String? {
  if let folder = environment["XDG_CONFIG_HOME"], folder.hasPrefix("/") {
    return folder + "/hearsay/rc"
  }
  guard let home = environment["HOME"], home.hasPrefix("/") else { return nil }
  return home + "/.config/hearsay/rc"
}

/// Whether the person asks for answers that can be listened to.
func wantsAccessible() -> Bool {
  ["1", "on", "yes", "true"].contains(
    ProcessInfo.processInfo.environment["HEARSAY_ACCESSIBLE"] ?? "")
}
