import HearsayFormats

/// A line that is being done on another thread, so that Ctrl-C gives the prompt back whatever the
/// command is at.
package struct LineWork: Sendable {
  /// What came of it.
  package struct Outcome: Sendable {
    package var session: Session
    package var result: LineResult
  }

  private let later: Later<Outcome>

  /// Begins with a copy of the session: nothing of what the line changes is seen before it is done.
  package init(_ line: String, on canvas: Canvas, in session: Session) {
    later = Later {
      var session = session
      let result = session.perform(line, on: canvas)
      return Outcome(session: session, result: result)
    }
  }

  /// Waits until the line is done, or the person has lost patience.
  ///
  /// A command that does not look at `isCancelled` is left to itself: what it comes to is dropped.
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

/// So long a command may take to see that it should stop.
private let patience = 400

extension Session {
  /// From now on a line that was given up writes no file.
  package mutating func writeOnlyWhatIsWanted() { files = files.writingOnlyWhatIsWanted }
}

extension FileAccess {
  /// The same, where a thread whose work was given up writes nothing.
  fileprivate var writingOnlyWhatIsWanted: FileAccess {
    var files = self
    let (write, replace) = (self.write, self.replace)
    files.write = { isUnwanted ? false : write($0, $1) }
    files.replace = { isUnwanted ? false : replace($0, $1) }
    return files
  }
}
