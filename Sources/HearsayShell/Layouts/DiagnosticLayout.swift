package import HearsayCore

/// A diagnostic as lines: where, what, the line itself, carets and help.
///
/// ```
/// rules/venezuela.yaml:12:14: error: no topic is named 'relased'
///    12 |     opposite: relased
///       |               ^^^^^^^ did you mean 'released'?
/// ```
package func diagnosticText(_ diagnostic: Diagnostic, style: Style = .plain) -> String {
  var lines = [head(diagnostic, style)]
  if let line = diagnostic.sourceLine, let place = diagnostic.place {
    lines += excerpt(line, place, diagnostic, style)
  } else if let help = diagnostic.help {
    lines.append("  " + printable(help))
  }
  return lines.joined(separator: "\n")
}

private func head(_ diagnostic: Diagnostic, _ style: Style) -> String {
  var place = ""
  if let file = diagnostic.file {
    place = printable(file)
    if let at = diagnostic.place { place += ":\(at.line):\(at.column)" }
    place += ": "
  }
  let meaning: Style.Meaning = diagnostic.severity == .error ? .error : .warning
  return place + style.draw(diagnostic.severity.rawValue, meaning) + ": "
    + printable(diagnostic.message)
}

/// The line with carets; of a long line only the part around them.
private func excerpt(
  _ line: String, _ place: TextPlace, _ diagnostic: Diagnostic, _ style: Style
) -> [String] {
  let scalars = Array(line.unicodeScalars)
  let at = min(max(0, place.column - 1), scalars.count)
  let from = at > 70 ? at - 40 : 0
  let upTo = min(scalars.count, from + 100)
  let shown = scalars[from..<upTo].map(oneColumn).joined()
  let before = scalars[from..<at].map(oneColumn).joined()
  let marked = scalars[at..<min(upTo, max(at, at + diagnostic.length))].map(oneColumn).joined()
  let carets = String(repeating: "^", count: max(1, displayWidth(marked)))
  let number = diagnostic.file == nil ? "" : String(place.line)
  let gutter = String(repeating: " ", count: max(0, 5 - number.count)) + number
  let blank = String(repeating: " ", count: displayWidth(before))
  let help = diagnostic.help.map { " " + printable($0) } ?? ""
  if diagnostic.file == nil {
    return ["  " + shown, "  " + blank + style.draw(carets, .error) + help]
  }
  return [
    gutter + " | " + shown,
    "      | " + blank + style.draw(carets, .error) + help,
  ]
}

private func oneColumn(_ scalar: Unicode.Scalar) -> String {
  scalar == "\t" ? " " : movesTerminal(scalar) ? "\u{FFFD}" : String(scalar)
}

/// A diagnostic as the reader of a format wants it: drawn, or as data.
package func messageText(_ diagnostic: Diagnostic, for format: OutputFormat) -> String {
  format.isForPrograms ? diagnosticJSON(diagnostic) : diagnosticText(diagnostic)
}

/// A diagnostic of a command line for programs: `{"error":{…}}`.
package func diagnosticJSON(_ diagnostic: Diagnostic, suggestions: [String] = []) -> String {
  var inner = JSONObject()
  inner.add("code", diagnostic.code)
  inner.add("file", diagnostic.file)
  if diagnostic.file != nil { inner.add("line", diagnostic.place?.line ?? 1) }
  inner.add("at", (diagnostic.place?.column ?? 1) - 1)
  inner.add("length", diagnostic.length)
  inner.add("message", diagnostic.message)
  inner.add("suggest", suggestions)
  var outer = JSONObject()
  outer.add(diagnostic.severity.rawValue, inner)
  return outer.line
}
