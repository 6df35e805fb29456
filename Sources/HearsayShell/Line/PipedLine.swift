/// A typed line parted at its `|`: commands before it, and behind it a program for the system's
/// shell, letter by letter.
struct PipedLine {
  /// What stands before the bar.
  var commands: String
  /// What stands behind it.
  var program: Phrase?
  /// The bar itself.
  var bar: Range<Int>?

  /// Parts a line at the first bar that stands in no quotation marks and no comment.
  ///
  /// The body of an alias keeps its bar: it is a line of its own.
  init(_ line: String) {
    commands = line
    let scalars = Array(line.unicodeScalars)
    let isDefinition = line.lowercased().split(separator: " ").first == "alias"
    guard !isDefinition, let bar = Self.bar(in: scalars) else { return }
    self.bar = bar..<bar + 1
    commands = Self.text(scalars[..<bar])
    var (start, end) = (bar + 1, scalars.count)
    while start < end, scalars[start].properties.isWhitespace { start += 1 }
    while end > start, scalars[end - 1].properties.isWhitespace { end -= 1 }
    program = Phrase(text: Self.text(scalars[start..<end]), range: start..<end)
  }

  private static func bar(in scalars: [Unicode.Scalar]) -> Int? {
    var closing: Unicode.Scalar?
    var place = 0
    while place < scalars.count {
      let scalar = scalars[place]
      if let mark = closing {
        if scalar == "\\" { place += 1 } else if scalar == mark { closing = nil }
      } else if scalar == "\"" || scalar == "“" {
        closing = scalar == "“" ? "”" : "\""
      } else if scalar == "#", place == 0 || scalars[place - 1].properties.isWhitespace {
        return nil
      } else if scalar == "|" {
        return place
      }
      place += 1
    }
    return nil
  }

  private static func text(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    String(String.UnicodeScalarView(scalars))
  }

  /// Puts the program behind the last command of the line.
  func pipe(_ request: inout Request) throws(LineProblem) {
    guard let program, let bar else { return }
    guard !program.text.isEmpty else {
      throw LineProblem(
        "missing", bar, "a program is missing behind '|'", allowed: "as in: claims | wc -l")
    }
    guard Command.named(request.name)?.clauses.contains(.to) ?? false else {
      throw LineProblem(
        "no-pipe", bar, "'\(request.name)' answers nothing that could be piped",
        allowed: "`last | PROGRAM` pipes the last answer")
    }
    if let path = request.clauses.path {
      throw LineProblem(
        "two-ways", path.range, "an answer goes to a file or to a program, not to both",
        allowed: "`| tee FILE` does both")
    }
    request.clauses.program = program
  }
}
