import HearsayCore
import HearsayFormats
import HearsayShell
import HearsayTerminal

/// The loop at a terminal: a line in, an answer out, until the person leaves.
///
/// It ends with the lesson when it `untilLessonEnds`. When it `readsRulesLater`, nothing is loaded
/// yet, not even the rules: they take longer to read than a prompt may, so they are read while the
/// person looks at it.
///
/// - Returns: the exit code.
func runInteractive(
  _ session: inout Session, untilLessonEnds: Bool = false, readsRulesLater: Bool = false
) -> Int32 {
  guard
    var editor = LineEditor(
      program: "hearsay", history: History(file: History.standardFile()))
  else {
    Output.report("the line editor cannot be opened")
    return 1
  }
  prepare(&session)
  var loading = readsRulesLater ? startLoading(session) : nil
  if startFile() != nil, let code = finish(&loading, &session) { return code }
  runStartFile(&session)
  if !untilLessonEnds { greet(session, Terminal.current()) }
  var memory = CompletionMemory()
  while !untilLessonEnds || session.isInLesson {
    Output.flush()
    memory.prepare(session)
    switch read(&editor, session, memory) {
    case .line(let line):
      session.typedLines = editor.history.entries
      if let note = editor.remember(line) { Output.report(note) }
      if let code = finish(&loading, &session) { return code }
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

private func prepare(_ session: inout Session) {
  session.allowsPrefixes = true
  session.isCancelled = { Interruption.isRequested }
  session.settings.isAccessible = isListening()
}

private func read(
  _ editor: inout LineEditor, _ session: Session, _ memory: CompletionMemory
) -> LineEditor.Outcome {
  // What is only drawn, a screen reader would read as if it had been typed.
  editor.wantsHints = !session.settings.isAccessible
  return editor.read(
    prompt: session.isInLesson ? "lesson> " : "hearsay> ",
    completing: { complete($0, $1, session, memory) },
    hinting: { lineHint($0, cursor: $1).map { Hint($0, canBeTaken: false) } })
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

// MARK: - Rules read behind the prompt

private typealias Loading = Later<(session: Session, diagnostics: [Diagnostic])>

private func startLoading(_ session: Session) -> Loading {
  Later { _ in
    var session = session
    let diagnostics = session.load([])
    return (session, diagnostics)
  }
}

/// Puts in force what was read; the exit code when the rules are of no use.
private func finish(_ loading: inout Loading?, _ session: inout Session) -> Int32? {
  guard let loaded = loading?.value() else { return nil }
  loading = nil
  session = loaded.session
  for diagnostic in loaded.diagnostics {
    Output.report(messageText(diagnostic, for: session.format))
  }
  return session.rules == nil ? 1 : nil
}

// MARK: - Answers

/// A pasted entry may hold several lines; the first that fails ends it.
///
/// - Returns: whether the person wants to leave.
private func answer(_ entry: String, _ session: inout Session) -> Bool {
  let lines = entry.split(whereSeparator: \.isNewline)
  // In a lesson an empty line goes on.
  for line in lines.isEmpty && session.isInLesson ? [""] : lines {
    var result: LineResult?
    let time = ContinuousClock().measure { result = perform(String(line), &session) }
    guard let result else {
      reportInterruption("interrupted")
      return false
    }
    show(result)
    if session.settings.showsTime { Output.report("(\(milliseconds(time)) ms)") }
    if result.wantsToQuit { return true }
    if result.hasFailed || Interruption.isRequested { return false }
  }
  return false
}

/// `nil` when Ctrl-C ended it before it was done; the session is then what it was.
private func perform(_ line: String, _ session: inout Session) -> LineResult? {
  let work = LineWork(line, on: canvas(), in: session)
  guard let outcome = work.outcome(unless: { Interruption.isRequested }) else {
    // What was told of its progress is wiped.
    if !session.settings.isAccessible { session.progress?(.givenUp) }
    return nil
  }
  session = outcome.session
  return outcome.value
}

private func milliseconds(_ time: Duration) -> Int64 {
  time.components.seconds * 1000 + time.components.attoseconds / 1_000_000_000_000_000
}

// MARK: - Tab

private func complete(
  _ line: String, _ cursor: Int, _ session: Session, _ memory: CompletionMemory
) -> Completion {
  let index = memory.current
  let candidates = completions(
    line, cursor: cursor, in: session, index: index ?? .empty, narrower: memory.narrower)
  var note = candidates.left > 0 ? "\(candidates.left) more come with a letter and Tab" : nil
  if index == nil { note = "the articles are still being counted: Tab again in a moment" }
  return Completion(
    replacing: candidates.replacing,
    choices: candidates.choices.map { Completion.Choice($0.text, summary: $0.summary) },
    isRanked: candidates.isRanked, note: note)
}
