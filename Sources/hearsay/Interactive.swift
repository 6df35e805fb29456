import Foundation
import HearsayFormats
import HearsayShell
import HearsayTerminal

/// The loop at a terminal: a line in, an answer out, until the person leaves.
///
/// - Returns: the exit code.
func runInteractive(_ session: inout Session, untilLessonEnds: Bool = false) -> Int32 {
  guard
    var editor = LineEditor(
      program: "hearsay", history: History(file: History.standardFile()))
  else {
    Output.report("the line editor cannot be opened")
    return 1
  }
  let terminal = Terminal.current()
  session.allowsPrefixes = true
  session.isCancelled = { Interruption.isRequested }
  session.settings.isAccessible = wantsAccessible()
  runStartFile(&session)
  if !untilLessonEnds { greet(session, terminal) }
  while !untilLessonEnds || session.isInLesson {
    Output.flush()
    let seen = session
    let outcome = editor.read(
      prompt: session.isInLesson ? "lesson> " : "hearsay> ", completing: { complete($0, $1, seen) },
      hinting: { seen.settings.isAccessible ? nil : hint($0, $1) })
    switch outcome {
    case .line(let line):
      if let note = editor.remember(line) { Output.report(note) }
      if answer(line, &session) { return 0 }
    case .interrupted: continue
    case .endOfInput:
      Output.write("\n")
      return 0
    case .stopped(let signal): return 128 + signal
    }
  }
  return 0
}

private func greet(_ session: Session, _ terminal: Terminal) {
  let style = Style(isColoured: terminal.takesColour)
  if session.articles.isEmpty {
    Output.write("nothing is loaded: `load FOLDER` reads articles, `help` lists the commands\n")
    return
  }
  let title = style.draw(printable(session.title ?? "untitled"), .heading)
  let size = "\(session.articles.count) articles, \(session.claimCount) claims"
  Output.write(
    "\(title)\n\(size). Try `events`, `compare …`, `conflicts`; `help` lists the rest.\n")
}

/// A pasted entry may hold several lines; the first that fails ends it.
///
/// - Returns: whether the person wants to leave.
private func answer(_ entry: String, _ session: inout Session) -> Bool {
  Interruption.forget()
  let lines = entry.split(whereSeparator: \.isNewline)
  // In a lesson an empty line goes on.
  for line in lines.isEmpty && session.isInLesson ? [""] : lines {
    var result = LineResult()
    let time = ContinuousClock().measure {
      result = session.perform(String(line), on: canvas())
    }
    show(result)
    if session.settings.showsTime { Output.report("(\(milliseconds(time)) ms)") }
    if result.wantsToQuit { return true }
    if result.hasFailed || Interruption.isRequested { return false }
  }
  return false
}

/// Whether the person asks for answers that can be listened to.
private func wantsAccessible() -> Bool {
  let wish = ProcessInfo.processInfo.environment["HEARSAY_ACCESSIBLE"] ?? ""
  return ["1", "on", "yes", "true"].contains(wish)
}

private func milliseconds(_ time: Duration) -> Int64 {
  time.components.seconds * 1000 + time.components.attoseconds / 1_000_000_000_000_000
}

// MARK: - Tab and hints

private func complete(_ line: String, _ cursor: Int, _ session: Session) -> Completion {
  let candidates = completions(line, cursor: cursor, in: session)
  var choices = candidates.choices.map { Completion.Choice($0.text, summary: $0.summary) }
  if candidates.takesPath {
    let begun = String(
      decoding: line.utf8.prefix(cursor).suffix(candidates.replacing), as: UTF8.self)
    choices = paths(begun).map { Completion.Choice($0) } + choices
  }
  return Completion(replacing: candidates.replacing, choices: choices)
}

/// The files and folders that begin as typed; a folder ends with `/`.
private func paths(_ begun: String) -> [String] {
  let folder = begun.hasSuffix("/") ? begun : Path.folder(begun)
  let names = FileAccess.disk.list(folder.isEmpty ? "." : folder) ?? []
  let found = names.map { name in
    folder.isEmpty ? name : (folder.hasSuffix("/") ? folder : folder + "/") + name
  }
  return found.filter { $0.hasPrefix(begun) && !Path.leaf($0).hasPrefix(".") }.map { path in
    FileAccess.disk.kind(path) == .folder ? path + "/" : path
  }
}

/// What a command wants, behind its name.
private func hint(_ line: String, _ cursor: Int) -> Hint? {
  guard line.hasSuffix(" "), cursor == line.utf8.count,
    let command = Command.named(String(line.dropLast()).lowercased()), !command.usage.isEmpty
  else { return nil }
  return Hint(command.usage, canBeTaken: false)
}
