import Foundation
import HearsayShell
import HearsayTerminal

/// What a person at the terminal gets: the answer, by the page when it is taller than the window;
/// messages beside it.
func show(_ result: LineResult) {
  guard result.mayBePaged, isTallerThanWindow(result.output), Pager.show(result.output) else {
    return put(result)
  }
  report(result.messages)
}

/// What a script or a program gets: the answer to stdout, messages to stderr.
func put(_ result: LineResult) {
  Output.write(result.output)
  report(result.messages)
}

private func report(_ messages: [String]) {
  for message in messages { Output.report(message) }
}

/// Whether the answer and the prompt below it find no room on a terminal where somebody sits.
private func isTallerThanWindow(_ text: String) -> Bool {
  guard Terminal.current().isInteractive, let height = Terminal.height, let width = Terminal.width
  else { return false }
  var rows = 0
  for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
    let columns = displayWidth(Style.withoutColour(String(line)))
    rows += max(1, (columns + width - 1) / width)
    if rows > height { return true }
  }
  return rows > height
}

/// The person's own program for long texts.
enum Pager {
  /// Shows a text with `$PAGER`, else with `less` when there is one.
  ///
  /// - Returns: `false` when nothing was shown: there is none, or none is wanted.
  static func show(_ text: String) -> Bool {
    let environment = ProcessInfo.processInfo.environment
    let own = environment["PAGER"] ?? "command -v less >/dev/null || exit 127; less"
    guard !own.isEmpty, own != "cat", environment["TERM"] != "dumb" else { return false }
    // Colours as they are, and what was read stays on the screen; as git has it.
    let command = "LESS=${LESS-FRX} LV=${LV--c}; export LESS LV; " + own
    switch Output.run(command, with: Array(text.utf8)) {
    case .exited(126), .exited(127), .notStarted: return false
    case .exited, .signalled: return true
    }
  }
}
