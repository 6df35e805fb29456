import HearsayCore

/// How a program that was started ended.
package enum ProgramEnd: Hashable, Sendable {
  /// By itself; 0 when all was well.
  case exited(Int32)
  /// By a signal.
  case signalled(Int32)
  case notStarted
}

/// Other programs, as a function handed in, so that pipes can be tested without any.
package struct ProgramAccess: Sendable {
  /// Hands bytes to a command of the system's shell and waits for its end.
  ///
  /// The program writes where this one writes, so what was answered `before` is shown first. One
  /// that does not read to the end does no harm.
  package var run: @Sendable (_ before: String, _ command: String, _ input: [UInt8]) -> ProgramEnd

  /// Programs that are started by a function.
  package init(
    run: @escaping @Sendable (_ before: String, _ command: String, _ input: [UInt8]) -> ProgramEnd
  ) {
    self.run = run
  }
}

extension Session {
  static let programFailed = "program-failed"

  /// `claims as jsonl | wc -l`: the answer as a file would get it, uncut and without colour.
  mutating func pipe(
    _ reply: Reply, _ query: Request, to program: Phrase, _ result: inout LineResult
  ) throws(LineProblem) {
    let format = query.clauses.format ?? settings.format(of: query.name, isTerminal: false)
    var canvas = settings.applied(to: Canvas())
    canvas.showsNext = false
    try start(program, with: Array(draw(reply, as: format, on: canvas).utf8), &result)
  }

  /// `! ls`: a program by itself.
  mutating func startProgram(of line: String, _ result: inout LineResult) throws(LineProblem) {
    let scalars = Array(line.unicodeScalars)
    let bar = scalars.firstIndex(of: "!") ?? 0
    let words = scalars[(bar + 1)...].drop { $0.properties.isWhitespace }
    let program = Phrase(
      text: String(String.UnicodeScalarView(words)), range: words.startIndex..<scalars.count)
    guard !words.isEmpty else {
      throw LineProblem(
        "missing", bar..<bar + 1, "a program is missing behind '!'", allowed: "as in: !ls")
    }
    try start(program, with: [], &result)
  }

  private mutating func start(
    _ program: Phrase, with input: [UInt8], _ result: inout LineResult
  ) throws(LineProblem) {
    if isSafe {
      throw LineProblem(
        "safe", program.range, "in safe mode no program is started",
        allowed: "without `--safe`, and outside of lessons, it is")
    }
    guard let programs else {
      throw LineProblem(
        "no-programs", program.range, "no program can be started here",
        allowed: "`to FILE` writes the answer")
    }
    let before = unshown.joined() + result.output
    for place in unshown.indices { unshown[place] = "" }
    result.output = ""
    switch programs.run(before, program.text, input) {
    case .exited(0): return
    case .exited(let status): throw failure(program, "ended with status \(status)")
    case .signalled(let signal): throw failure(program, "was ended by signal \(signal)")
    case .notStarted: throw failure(program, "could not be started")
    }
  }

  private func failure(_ program: Phrase, _ how: String) -> LineProblem {
    LineProblem(
      Self.programFailed, program.range, "the program " + how,
      allowed: "what it wrote stands above; `last` has the answer")
  }
}
