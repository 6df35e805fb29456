import HearsayCore
import HearsayFormats

/// Commands in a file, one a line.
package struct Script: Hashable, Sendable {
  /// How the person named it.
  package var name: String
  /// Its lines with their numbers; of a lesson only those of its commands.
  package var lines: [Line]

  /// A line of the script.
  package struct Line: Hashable, Sendable {
    /// Counted from 1, as editors do.
    package var number: Int
    package var text: String
    /// Whether it is wrong on purpose.
    package var shouldFail = false

    /// A line by its number.
    package init(number: Int, text: String) {
      self.number = number
      self.text = text
    }
  }

  /// The lines of a text.
  package init(name: String, text: String) {
    self.name = name
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    self.lines = lines.enumerated().map { Line(number: $0.offset + 1, text: String($0.element)) }
  }

  /// These lines.
  package init(name: String, lines: [Line]) {
    self.name = name
    self.lines = lines
  }
}

extension Session {
  /// How deep scripts may run scripts: one that runs itself ends soon.
  static let deepestScript = 8
  /// A script is text that somebody wrote; a larger file is something else.
  static let mostScriptBytes = 1 << 20

  /// The text of a file that the person named, such as a script.
  ///
  /// - Throws: when it is missing, no file, too large, or not UTF-8.
  func text(of path: Phrase) throws(LineProblem) -> String {
    let name = path.text
    switch files.kind(name) {
    case .missing: throw LineProblem("no-such-file", path.range, "no such file: '\(name)'")
    case .folder: throw LineProblem("not-a-file", path.range, "'\(name)' is a folder")
    case .other: throw LineProblem("not-a-file", path.range, "'\(name)' is no plain file")
    case .file(let bytes) where bytes > Self.mostScriptBytes:
      throw LineProblem(
        "too-large", path.range, "'\(name)' has \(bytes) bytes; \(Self.mostScriptBytes) are read")
    case .file: break
    }
    guard let bytes = files.read(name), let text = String(validating: bytes, as: UTF8.self) else {
      throw LineProblem("not-text", path.range, "'\(name)' is not UTF-8 text")
    }
    return text
  }

  /// Does what an answer asks for beyond being shown.
  mutating func follow(
    _ effect: Reply.Effect, _ query: Request, _ canvas: Canvas, _ result: inout LineResult
  ) throws(LineProblem) {
    if case .teach(let lesson) = effect { result.add(begin(lesson, on: canvas)) }
    guard case .run(let script) = effect else { return }
    guard scriptDepth < Self.deepestScript else {
      throw LineProblem(
        "too-deep", query.range, "scripts run scripts \(Self.deepestScript) deep, not deeper")
    }
    scriptDepth += 1
    var run = ScriptRun(name: script.name)
    unshown.append("")
    for line in script.lines where !run.isOver {
      if isCancelled() {
        result.messages.append("interrupted")
        result.hasFailed = true
        break
      }
      unshown[unshown.count - 1] += result.output
      result.output = ""
      result.add(run.next(line, in: &self, on: canvas))
    }
    result.output = unshown.removeLast() + result.output
    result.add(run.end())
    result.wantsToQuit = false
    scriptDepth -= 1
  }
}

extension LineResult {
  /// Appends what a later line did.
  mutating func add(_ other: LineResult) {
    output += other.output
    messages += other.messages
    hasFailed = hasFailed || other.hasFailed
    hasDisappointed = hasDisappointed || other.hasDisappointed
    wantsToQuit = other.wantsToQuit
  }
}
