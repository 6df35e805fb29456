import HearsayFormats

// A lesson in the shell: each line of the learner, and what the lesson says to it.

extension Session {
  /// Shows the lesson from where it stands to where the learner is asked for something.
  mutating func goOn(on canvas: Canvas) -> LineResult {
    var result = LineResult()
    guard var run = lesson else { return result }
    var isFirst = true
    while run.at < run.lesson.blocks.count {
      let block = run.lesson.blocks[run.at]
      if !isFirst, case .heading = block.kind {
        result.output += faint("Enter goes on", canvas)
        break
      }
      isFirst = false
      if show(block, &result, canvas) { break }
      run.at += 1
    }
    lesson?.at = run.at
    if run.at >= run.lesson.blocks.count { result.add(endLesson(on: canvas)) }
    return result
  }

  /// Shows a block.
  ///
  /// - Returns: whether the learner is asked for something.
  private mutating func show(_ block: Lesson.Block, _ result: inout LineResult, _ canvas: Canvas)
    -> Bool
  {
    switch block.kind {
    case .heading(let text):
      result.output += canvas.style.draw(printable(text), .heading) + "\n\n"
    case .prose(let text): result.output += paragraphs(text, canvas) + "\n"
    case .commands(let commands):
      for command in commands { result.add(shown(command, on: canvas)) }
      result.output += "\n"
    case .expectations(let lines):
      for line in lines {
        let done = performCommands("expect " + line.text, on: canvas)
        result.messages += done.messages
      }
    case .output: break
    case .typed(let command):
      result.output += faint("type: \(printable(command.text))", canvas)
      return true
    case .question(let question):
      result.output += ask(question, canvas)
      return true
    }
    return false
  }

  /// A command as if somebody had typed it, with its answer.
  private mutating func shown(_ command: Script.Line, on canvas: Canvas) -> LineResult {
    var result = performCommands(command.text, on: canvas)
    result.output =
      canvas.style.draw("hearsay> \(printable(command.text))", .number) + "\n" + result.output
    if command.shouldFail {
      result.output += result.messages.map { $0 + "\n" }.joined()
      result.messages = []
      result.hasFailed = false
    }
    return result
  }

  private func ask(_ question: LessonQuestion, _ canvas: Canvas) -> String {
    var text = paragraphs(question.prompt, canvas)
    for (place, option) in question.options.enumerated() {
      text += choice(place + 1, option.text, canvas)
    }
    return text
      + faint("answer, or `hint`, `skip`, `back`, `progress`, `quit`; commands work too", canvas)
  }

  private func faint(_ text: String, _ canvas: Canvas) -> String {
    canvas.style.draw("(\(text))", .faint) + "\n"
  }

  // MARK: - A line of the learner

  /// Takes a line: a word of the lesson, a command, or an answer.
  mutating func performInLesson(_ line: String, on canvas: Canvas) -> LineResult {
    let text = trimmed(line)
    switch text.lowercased() {
    case "": return goOn(on: canvas)
    case "hint": return hint(on: canvas)
    case "skip": return skip(on: canvas)
    case "back": return goBack(on: canvas)
    case "progress": return said(lesson?.progress ?? "", canvas)
    case "quit", "exit", "q": return leaveLesson(on: canvas)
    default: return take(text, on: canvas)
    }
  }

  private mutating func take(_ text: String, on canvas: Canvas) -> LineResult {
    switch lesson?.wait {
    case .typed(let command): return take(text, typed: command, on: canvas)
    case .question(let question):
      let explicit = text.lowercased().hasPrefix("answer ")
      let answer = explicit ? trimmed(String(text.dropFirst("answer ".count))) : text
      if explicit || isAnswer(text, question) { return take(answer: answer, question, on: canvas) }
      return take(command: answer, question, on: canvas)
    default: return performCommands(text, on: canvas)
    }
  }

  /// A command explores, unless its name is the very word that is asked for.
  private func isAnswer(_ text: String, _ question: LessonQuestion) -> Bool {
    guard question.kind != .command else { return false }
    guard isCommand(text) else { return true }
    return question.kind == .words && judge(text, question) == .right
  }

  private func isCommand(_ text: String) -> Bool {
    let parsed = parseLine(text)
    return !parsed.isEmpty && parsed.allSatisfy { (try? $0.get()) != nil }
  }

  private mutating func take(_ text: String, typed command: Script.Line, on canvas: Canvas)
    -> LineResult
  {
    lesson?.record.tries += 1
    let isSame = haveSameResult(text, command.text)
    var result = performCommands(text, on: canvas)
    guard isSame else {
      let wanted = printable(command.text)
      result.output += faint(
        result.hasFailed ? "type: \(wanted)" : "another answer than that of: \(wanted)", canvas)
      result.hasFailed = false
      return result
    }
    result.output += "\n"
    lesson?.record.isRight = true
    lesson?.at += 1
    result.add(goOn(on: canvas))
    return result
  }

  /// A command at a question: it explores, unless a command is what is asked for.
  private mutating func take(command: String, _ question: LessonQuestion, on canvas: Canvas)
    -> LineResult
  {
    var result = performCommands(command, on: canvas)
    let wasAnswered = !result.hasFailed
    result.hasFailed = false
    guard question.kind == .command, wasAnswered else {
      result.output += faint("the question is still open: Enter shows it", canvas)
      return result
    }
    result.add(take(answer: command, question, on: canvas))
    return result
  }

  private mutating func take(answer: String, _ question: LessonQuestion, on canvas: Canvas)
    -> LineResult
  {
    let judgement = judge(answer, question)
    if case .unclear(let what) = judgement { return said(what, canvas) }
    lesson?.record.tries += 1
    if question.kind == .free { lesson?.record.text = answer }
    guard judgement == .right else {
      if case .wrong(let remark?) = judgement { return said(remark, canvas) }
      return said("not that; `hint` helps", canvas)
    }
    lesson?.record.isRight = true
    return close(question, opening: question.kind == .free ? "kept" : "right", on: canvas)
  }

  // MARK: - What the lesson says

  private func said(_ text: String, _ canvas: Canvas) -> LineResult {
    var result = LineResult()
    result.output = wrapped(printable(text), indent: "", width: canvas.width) + "\n"
    return result
  }

  /// The question is done with: what is said, the evidence, and on.
  private mutating func close(_ question: LessonQuestion, opening: String, on canvas: Canvas)
    -> LineResult
  {
    var words = canvas.style.draw(opening, .good)
    if let right = question.right { words += ": " + printable(right) }
    var result = LineResult()
    result.output = wrapped(words, indent: "", width: canvas.width) + "\n"
    if question.kind == .free, let model = question.model {
      result.output += wrapped("for example: " + printable(model), indent: "", width: canvas.width)
      result.output += "\n"
    }
    for command in question.show.flatMap(wordsInBackticks) {
      result.add(shown(Script.Line(number: question.line, text: command), on: canvas))
    }
    result.output += "\n"
    lesson?.at += 1
    result.add(goOn(on: canvas))
    return result
  }

  private mutating func hint(on canvas: Canvas) -> LineResult {
    switch lesson?.wait {
    case .question(let question) where !question.hints.isEmpty:
      return hint(question, on: canvas)
    case .typed(let command): return said("type `\(command.text)`, and look at the answer", canvas)
    case .enter: return said("nothing is asked here: Enter goes on", canvas)
    default: return said("there is no hint here", canvas)
    }
  }

  private mutating func hint(_ question: LessonQuestion, on canvas: Canvas) -> LineResult {
    let given = lesson?.record.hints ?? 0
    guard given < question.hints.count else {
      return said(question.hints[question.hints.count - 1] + " (that was the last hint)", canvas)
    }
    lesson?.record.hints += 1
    return said(question.hints[given], canvas)
  }

  private mutating func skip(on canvas: Canvas) -> LineResult {
    guard let run = lesson else { return LineResult() }
    if run.wait == .enter { return goOn(on: canvas) }
    guard run.lesson.skip != .no else { return said("this lesson lets nobody skip", canvas) }
    lesson?.record.wasSkipped = true
    if case .question(let question) = run.wait, run.lesson.skip == .shown {
      return close(question, opening: "the answer: \(question.key)", on: canvas)
    }
    lesson?.at += 1
    return goOn(on: canvas)
  }

  private mutating func goBack(on canvas: Canvas) -> LineResult {
    guard let run = lesson else { return LineResult() }
    lesson?.at = run.headingBefore(run.headingBefore(run.at + 1))
    return goOn(on: canvas)
  }

  private mutating func leaveLesson(on canvas: Canvas) -> LineResult {
    guard let run = lesson else { return LineResult() }
    keepPlace(run.at, of: run.lesson)
    closeLesson()
    return said("\(run.progress); `lesson \(run.lesson.file)` goes on from here", canvas)
  }

  private mutating func endLesson(on canvas: Canvas) -> LineResult {
    guard let run = lesson else { return LineResult() }
    keepPlace(0, of: run.lesson)
    closeLesson()
    return said("\(run.lesson.title): done. \(run.progress)", canvas)
  }

  private mutating func closeLesson() {
    lastLesson = lesson
    if let before = lesson?.filesBefore { beUnsafe(before) }
    settings.today = lesson?.todayBefore
    lesson = nil
  }
}
