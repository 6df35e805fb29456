import HearsayFormats
import HearsayShell
import HearsayTerminal

/// How it went; an expectation that failed tells more than a command that did.
enum Status: Int32, Comparable {
  case fine = 0
  case failed = 1
  case disappointed = 3

  init(_ result: LineResult) {
    self = result.hasDisappointed ? .disappointed : result.hasFailed ? .failed : .fine
  }

  static func < (one: Status, other: Status) -> Bool { one.rawValue < other.rawValue }
}

/// Does the lines of a script as they come, and shows what each comes to.
func runScript(
  _ lines: consuming ScriptLines, _ script: ScriptRun, _ session: inout Session
) -> Status {
  var run = script
  var status = Status.fine
  do throws(ScriptLines.Failure) {
    while !run.isOver, let line = try lines.next() {
      let result = run.next(
        Script.Line(number: line.number, text: line.text), in: &session, on: canvas())
      put(result)
      status = max(status, Status(result))
      if result.wantsToQuit { return status }
    }
  } catch {
    Output.report("\(script.name): error: \(error.message)")
    status = max(status, .failed)
  }
  let rest = run.end()
  put(rest)
  return max(status, Status(rest))
}

/// Where the person's commands for every start stand, if there are any.
func startFile() -> String? {
  guard let path = StandardFolder.config.path.map({ $0 + "/rc" }),
    case .file = FileAccess.disk.kind(path)
  else { return nil }
  return path
}

/// The commands a person wants done at every start: settings and aliases, a line each.
///
/// Only at a terminal: a script means the same on every machine.
func runStartFile(_ session: inout Session) {
  guard let path = startFile() else { return }
  do throws(ScriptLines.Failure) {
    _ = runScript(
      try ScriptLines(file: path), ScriptRun(name: path, keepsGoing: true), &session)
  } catch {
    Output.report("\(printable(path)): error: \(error.message)")
  }
}
