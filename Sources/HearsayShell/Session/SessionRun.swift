import HearsayCore
import HearsayFormats

/// What one line did.
package struct LineResult: Sendable {
  /// The answers, drawn.
  package var output = ""
  /// Messages, drawn, for stderr.
  package var messages: [String] = []
  /// Whether something asked for was not done.
  package var hasFailed = false
  /// Whether what was expected of an answer was not so.
  package var hasDisappointed = false
  /// Whether the person wants to leave.
  package var wantsToQuit = false
  /// Whether an answer taller than the window may be shown by the page.
  package var mayBePaged = false

  /// Nothing done.
  package init() {}
}

extension Session {
  /// Does the commands of a line; the first that fails ends it.
  ///
  /// In a lesson a line may also be an answer.
  ///
  /// A line that ends in a question mark is a question in plain words first, and a command only
  /// when it is none; any other line is a question when it is no command.
  package mutating func perform(_ line: String, on canvas: Canvas = Canvas()) -> LineResult {
    var canvas = settings.applied(to: canvas)
    // A lesson and a script say themselves what is next.
    if lesson != nil || scriptDepth > 0 { canvas.showsNext = false }
    let line = withoutAlias(line)
    plain = ""
    if lesson != nil { return performInLesson(line, on: canvas) }
    var result = performCommands(line, on: canvas)
    result.mayBePaged = settings.usesPager && !settings.isAccessible && lesson == nil
    let isKept = recording != nil && lesson == nil && !result.hasFailed && !isAboutRecording(line)
    if isKept, let problem = record(line, output: plain) {
      result.messages.append("error: " + problem)
      result.hasFailed = true
    }
    return result
  }

  private func isAboutRecording(_ line: String) -> Bool {
    let word = line.split(separator: " ").first?.lowercased()
    return word == nil || word == "record"
  }

  /// Does the commands of a line, whatever lesson there is.
  mutating func performCommands(_ line: String, on canvas: Canvas) -> LineResult {
    var result = LineResult()
    let known = translated(line)
    // At a terminal only: what the fingers typed, in the words of this shell.
    if canvas.width != nil, known != line, scriptDepth == 0 {
      result.output = canvas.style.draw(printable(known), .faint) + "\n"
    }
    if line.first(where: { !$0.isWhitespace }) == "!" {
      do throws(LineProblem) {
        try startProgram(of: line, &result)
      } catch {
        fail(error, line, canvas, &result)
      }
      return result
    }
    let isAsking = PipedLine(line).commands.split(separator: " ").dropFirst()
      .contains { $0.last == "?" }
    let parts = lineParts(line)
    let startsPrograms = parts.dropFirst().contains {
      $0.first(where: { !$0.isWhitespace }) == "!"
    }
    if parts.count > 1, isAsking || startsPrograms { return performParts(parts, on: canvas) }
    if isAsking, answer(line, canvas, &result) { return result }
    let commands = parseLine(line, allowPrefixes: allowsPrefixes)
    for command in commands {
      do throws(LineProblem) {
        let query = try command.get()
        try perform(query, line, current(canvas), &result)
      } catch {
        let mayBeQuestion =
          commands.count == 1 && !isAsking && !isAboutClause(error, command)
          && !isUnfinished(line, error)
        if mayBeQuestion, answer(line, canvas, &result) { break }
        let isAlone = commands.count == 1
        fail(isAlone ? plainer(error, line, isAsking: isAsking) : error, line, canvas, &result)
      }
      if result.hasFailed || result.wantsToQuit || isCancelled() { break }
    }
    return result
  }

  /// `who said 5 by Nobdy` is a command with a name nobody has, and no question about 5.
  private func isAboutClause(
    _ problem: LineProblem, _ command: Result<Request, LineProblem>
  ) -> Bool {
    guard case .success(let query) = command, query.clauses.narrows else { return false }
    return ["unknown-name", "unknown-place"].contains(problem.code)
  }

  /// `who said 56 by` is a command whose last clause is not written yet.
  private func isUnfinished(_ line: String, _ problem: LineProblem) -> Bool {
    guard !["unknown-command", "clause-first", "unexpected"].contains(problem.code),
      let last = line.split(separator: " ").last
    else { return false }
    return ClauseKeyword(rawValue: last.lowercased()) != nil
  }

  /// The canvas by what the commands of the line before may have set.
  private func current(_ canvas: Canvas) -> Canvas {
    var now = settings.applied(to: canvas)
    now.showsNext = canvas.showsNext
    return now
  }

  /// Questions and programs are no commands, so a line with some is parted before it is understood.
  private mutating func performParts(_ parts: [String], on canvas: Canvas) -> LineResult {
    var result = LineResult()
    // What a program writes stands behind the answers before it.
    unshown.append("")
    for part in parts {
      var one = performCommands(part, on: canvas)
      unshown[unshown.count - 1] += one.output
      one.output = ""
      result.add(one)
      if result.hasFailed || result.wantsToQuit || isCancelled() { break }
    }
    result.output = unshown.removeLast() + result.output
    return result
  }

  /// Whether the line is a question that is understood, and then its answer.
  private mutating func answer(_ line: String, _ canvas: Canvas, _ result: inout LineResult) -> Bool
  {
    let piped = PipedLine(line)
    guard case .understood(let understood, var request) = understand(piped.commands) else {
      return false
    }
    do throws(LineProblem) {
      try piped.pipe(&request)
      try perform(request, line, canvas, &result, understood: understood)
    } catch {
      // The carets stand under the command it was taken for.
      fail(error, understood.command, canvas, &result)
    }
    return true
  }

  /// For a question that is not understood: what is wrong with it, and not that its first word is
  /// no command.
  private mutating func plainer(_ problem: LineProblem, _ line: String, isAsking: Bool)
    -> LineProblem
  {
    guard
      isAsking
        || (["unknown-command", "clause-first"].contains(problem.code)
          && line.split(separator: " ").count > 2),
      case .nearly(let better) = understand(line)
    else { return problem }
    // A command that is nearly one is nearer than a question that is none.
    let isNearCommand = !isAsking && !problem.suggestions.isEmpty || problem.code == "clause-first"
    return isNearCommand && better.code == "unknown-question" ? problem : better
  }

  private mutating func perform(
    _ query: Request, _ line: String, _ canvas: Canvas, _ result: inout LineResult,
    understood: Reply.Understood? = nil
  ) throws(LineProblem) {
    guard let command = Command.named(query.name) else { return }
    let query = try withRows(query)
    var reply = try command.answer(query, &self)
    reply.understood = understood
    markByHand(&reply, query)
    markUnsearched(&reply, query)
    if !reply.claims.isEmpty { shown = reply.claims }
    if !command.isAboutTheLastAnswer {
      last = LastAnswer(outcome: .success(reply), line: line)
      let rows =
        Command.correcting.contains(query.name)
        ? reply.claims.map { .claim($0) } : rowMeanings(reply)
      if !rows.isEmpty { lastRows = rows }
    }
    try follow(reply.effect, query, canvas, &result)
    result.messages += reply.warnings
    result.hasFailed = result.hasFailed || reply.isPartial
    result.wantsToQuit = reply.effect == .quit
    if let path = query.clauses.path {
      try write(reply, query, to: path, &result)
    } else if let program = query.clauses.program {
      try pipe(reply, query, to: program, &result)
    } else {
      let format =
        query.clauses.format
        ?? settings.format(of: query.name, isTerminal: canvas.width != nil)
      if recording != nil {
        let format = settings.format(of: query.name, isTerminal: false)
        plain += draw(reply, as: query.clauses.format ?? format)
      }
      if canvas.showsNext { reply.next = nextSteps(query, reply) }
      var canvas = canvas
      canvas.handles = leaves
      result.output += draw(reply, as: format, on: canvas)
      if format == .csv, let understood { result.messages.append(understood.line) }
    }
  }

  /// The format of a file is what the command says, else what the file's name says.
  private func write(_ reply: Reply, _ query: Request, to path: Phrase, _ result: inout LineResult)
    throws(LineProblem)
  {
    let ending = path.text.split(separator: ".").last.map(String.init) ?? ""
    let format = query.clauses.format ?? OutputFormat(rawValue: ending) ?? .table
    if isSafe {
      throw LineProblem(
        "safe", path.range, "in safe mode no file is written",
        allowed: "without `--safe`, and outside of lessons, it is")
    }
    if let what = whatIsLoaded(from: path.text) {
      throw LineProblem("would-overwrite", path.range, "'\(path.text)' is \(what): not written")
    }
    let text = draw(reply, as: format)
    guard files.write(path.text, Array(text.utf8)) else {
      throw cannotWrite(path)
    }
    result.messages.append("wrote \(printable(path.text)) (\(format.rawValue))")
  }

  /// An answer never takes the place of what it was read from.
  private func whatIsLoaded(from path: String) -> String? {
    let plain = Path.join(Path.folder(path), Path.leaf(path))
    if articles.contains(where: { $0.article.text.name == plain }) { return "an article" }
    if rulePaths.contains(plain) { return "a rules file" }
    return Path.leaf(plain) == "corpus.yaml" ? "a list of articles" : nil
  }

  private mutating func fail(
    _ problem: LineProblem, _ line: String, _ canvas: Canvas, _ result: inout LineResult
  ) {
    let problem = problem.withNextStep(in: line)
    let diagnostic = problem.diagnostic(in: translated(line))
    if problem.code == Self.disappointed {
      result.hasDisappointed = true
    } else if problem.code != Self.programFailed {
      last = LastAnswer(outcome: .failure(problem), line: line)
    }
    result.messages.append(
      format.isForPrograms || asksForJSON(line)
        ? diagnosticJSON(diagnostic, suggestions: problem.suggestions)
        : diagnosticText(diagnostic, style: canvas.style))
    result.hasFailed = true
  }

  /// A line with a mistake was not understood, but it may have said how it wants to be answered.
  private func asksForJSON(_ line: String) -> Bool {
    let words = line.lowercased().split(separator: " ")
    return zip(words, words.dropFirst()).contains { $0 == "as" && ($1 == "json" || $1 == "jsonl") }
  }
}
