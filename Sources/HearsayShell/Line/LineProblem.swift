package import HearsayCore

/// What is wrong with a typed line: the first thing only, since the rest may follow from it.
package struct LineProblem: Error, Hashable, Sendable {
  /// A stable word for scripts, such as `unknown-command`.
  package var code: String
  /// The code points of the line that the carets stand under.
  package var range: Range<Int>
  /// One sentence: what was found.
  package var message: String
  /// At most two nearest known words.
  package var suggestions: [String]
  /// What may stand there, when no known word is near.
  package var allowed: String?

  /// A problem; the range may be empty at the end of the line.
  package init(
    _ code: String, _ range: Range<Int>, _ message: String, suggestions: [String] = [],
    allowed: String? = nil
  ) {
    self.code = code
    self.range = range
    self.message = message
    self.suggestions = Array(suggestions.prefix(2))
    self.allowed = allowed
  }

  /// `did you mean 'released'?`, or what is allowed.
  package var help: String? {
    if suggestions.isEmpty { return allowed }
    return "did you mean " + suggestions.map { "'\($0)'" }.joined(separator: " or ") + "?"
  }

  /// The problem with something to do about it, should it come without.
  func withNextStep(in line: String) -> LineProblem {
    guard help == nil else { return self }
    var problem = self
    let words = translated(line).lowercased().split(separator: " ").map(String.init)
    let names = [words.prefix(2).joined(separator: " "), words.first ?? ""]
    if code == Session.disappointed {
      problem.allowed = "`last` shows the answer"
    } else if let name = names.first(where: { Command.named($0) != nil }) {
      problem.allowed = "`help \(name)` shows how"
    } else {
      problem.allowed = "`help` lists the commands"
    }
    return problem
  }

  /// The problem as a diagnostic of the line it was found in.
  package func diagnostic(in line: String) -> Diagnostic {
    Diagnostic(
      .error, code: code, place: TextPlace(line: 1, column: range.lowerBound + 1),
      sourceLine: line, length: max(1, range.count), message: message, help: help)
  }
}
