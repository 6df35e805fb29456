import HearsayCore
import HearsayFormats
import HearsayGraph

/// Work on a session that is being done on another thread, so that Ctrl-C gives the prompt back
/// whatever the work is at.
package struct SessionWork<Value: Sendable>: Sendable {
  /// What came of it.
  package struct Outcome: Sendable {
    package var session: Session
    package var value: Value
  }

  private let later: Later<Outcome>

  /// Begins with a copy of the session: nothing of what the work changes is seen before it is done.
  package init(in session: Session, _ body: @escaping @Sendable (inout Session) -> Value) {
    later = Later { flag in
      var session = session
      let value = session.doing(body, unless: flag)
      return Outcome(session: session, value: value)
    }
  }

  /// Waits until the work is done, or the person has lost patience.
  ///
  /// Work that does not end by itself soon after that is told that nobody waits: what it comes to is
  /// dropped.
  ///
  /// - Returns: `nil` when it was given up.
  package func outcome(unless isCancelled: () -> Bool) -> Outcome? {
    while true {
      if let outcome = later.value(withinMilliseconds: 50) { return outcome }
      guard isCancelled() else { continue }
      if let outcome = later.value(withinMilliseconds: patience) { return outcome }
      later.cancel()
      return nil
    }
  }
}

/// A line that is being done.
package typealias LineWork = SessionWork<LineResult>

extension SessionWork<LineResult> {
  /// Begins with the line.
  package init(_ line: String, on canvas: Canvas, in session: Session) {
    self.init(in: session) { $0.perform(line, on: canvas) }
  }
}

extension SessionWork<[Diagnostic]> {
  /// Begins to load.
  package init(loading paths: [String], in session: Session) {
    self.init(in: session) { $0.load(paths) }
  }
}

/// So many milliseconds a command has to stop by itself and to say how far it came.
private let patience = 200

extension Session {
  /// Does something; once it was given up, it starts no program, writes no file and tells nothing.
  fileprivate mutating func doing<Value>(
    _ body: (inout Session) -> Value, unless flag: GivenUp
  ) -> Value {
    let before = (isCancelled, programs, progress)
    let listened = graph.givenUp
    listen(to: flag)
    defer {
      (isCancelled, programs, progress) = before
      listen(to: listened)
    }
    isCancelled = { flag.holds || before.0() }
    if let programs = before.1 {
      self.programs = ProgramAccess { output, command, input in
        flag.holds ? .notStarted : programs.run(output, command, input)
      }
    }
    if let tell = before.2 {
      progress = { told in
        if !flag.holds { tell(told) }
      }
    }
    return writing(body, unless: flag)
  }

  /// What a line does about files: `--safe` and lessons put others in their place, which stay.
  private mutating func writing<Value>(
    _ body: (inout Session) -> Value, unless flag: GivenUp
  ) -> Value {
    let files = files
    let wasSafe = isSafe
    self.files.write = { flag.holds ? false : files.write($0, $1) }
    self.files.replace = { flag.holds ? false : files.replace($0, $1) }
    self.files.remove = { flag.holds ? false : files.remove($0) }
    let result = body(&self)
    if isSafe == wasSafe { self.files = files }
    return result
  }
}

extension LoadProgress {
  /// Loading was given up: what was told of it is out of date.
  package static let givenUp = LoadProgress(step: .done, count: 0, all: 0)
}
