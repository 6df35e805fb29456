/// A script being done, line by line, as its lines come.
///
/// It stops at the first line that fails, unless it keeps going. A line that fails waits for the
/// next: should that be `expect error …`, failing was what was wanted.
package struct ScriptRun: Sendable {
  /// The file's name, for messages.
  package let name: String
  /// Whether a line that fails does not end it.
  package var keepsGoing = false
  /// Whether each command is shown before its answer.
  package var echoes = false
  /// Whether nothing more is to be done.
  package private(set) var isOver = false

  private var held: LineResult?

  /// A script by its name, nothing done yet.
  package init(name: String, keepsGoing: Bool = false, echoes: Bool = false) {
    self.name = name
    self.keepsGoing = keepsGoing
    self.echoes = echoes
  }

  /// Does a line.
  ///
  /// - Returns: what is to be shown now: of a line that failed nothing yet.
  package mutating func next(
    _ line: Script.Line, in session: inout Session, on canvas: Canvas = Canvas()
  ) -> LineResult {
    var shown = LineResult()
    let isPlain = !isBlank(line.text)
    let forgives = line.shouldFail || expectsError(line.text)
    if isPlain, let waiting = held, !forgives || line.shouldFail {
      held = nil
      shown.add(waiting)
      if !keepsGoing { isOver = true }
      if isOver { return shown }
    }
    session.unshown.append(echoes && isPlain ? "hearsay> \(printable(line.text))\n" : "")
    var result = session.perform(line.text, on: canvas)
    result.output = session.unshown.removeLast() + result.output
    result.messages = result.messages.map { $0.hasPrefix("{") ? $0 : at(line.number) + $0 }
    return shown.adding(settle(result, line, forgives))
  }

  private mutating func settle(_ result: LineResult, _ line: Script.Line, _ forgives: Bool)
    -> LineResult
  {
    if line.shouldFail {
      guard !result.hasFailed else { return LineResult() }
      var unexpected = result
      unexpected.messages.append(at(line.number) + "error: this command should fail, and did not")
      unexpected.hasFailed = true
      unexpected.hasDisappointed = true
      return close(unexpected)
    }
    if forgives, !result.hasFailed { held = nil }
    guard result.hasFailed else {
      if result.wantsToQuit { isOver = true }
      return result
    }
    guard !result.hasDisappointed else { return close(result) }
    var now = result
    now.messages = []
    now.hasFailed = false
    var later = result
    later.output = ""
    held = later
    return now
  }

  private mutating func close(_ result: LineResult) -> LineResult {
    if !keepsGoing { isOver = true }
    var shown = result
    if let waiting = held {
      shown = waiting.adding(result)
      held = nil
    }
    return shown
  }

  /// What is left to be shown when no line follows.
  package mutating func end() -> LineResult {
    defer { held = nil }
    isOver = true
    return held ?? LineResult()
  }

  private func at(_ number: Int) -> String { "\(printable(name)):\(number): " }

  private func isBlank(_ line: String) -> Bool {
    let first = line.unicodeScalars.first { !$0.properties.isWhitespace }
    return first == nil || first == "#"
  }

  private func expectsError(_ line: String) -> Bool {
    let words = line.lowercased().split(separator: " ", maxSplits: 2)
    return words.count > 1 && words[0] == "expect" && words[1] == "error"
  }
}

extension LineResult {
  fileprivate func adding(_ other: LineResult) -> LineResult {
    var sum = self
    sum.add(other)
    return sum
  }
}
