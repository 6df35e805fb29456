import HearsayFormats

// How a lesson's words are set.

extension Session {
  /// Prose, each line as it stands; on a terminal its paragraphs are filled anew.
  func paragraphs(_ text: String, _ canvas: Canvas) -> String {
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .map(String.init)
    guard let width = canvas.width else { return lines.map { printableLine($0) + "\n" }.joined() }
    return filled(lines).map { line in
      let indent = String(line.prefix { $0 == " " })
      return wrapped(printable(line), indent: indent, width: min(width, widestProse)) + "\n"
    }.joined()
  }

  /// An answer to choose, with its number; what does not fit on a row stands under its words.
  func choice(_ number: Int, _ text: String, _ canvas: Canvas) -> String {
    let width = canvas.width.map { min($0, widestProse) }
    let rows = wrapped(printable(text), indent: "     ", width: width)
    return "  \(number)  " + rows.dropFirst(5) + "\n"
  }

  private func printableLine(_ line: String) -> String {
    String(line.prefix { $0 == " " }) + printable(line)
  }

  /// Lines of one paragraph as one; what begins like a list, a table or code stays a line.
  private func filled(_ lines: [String]) -> [String] {
    var units: [String] = []
    var isOpen = false
    for line in lines {
      let mark = line.first.map { " -+>|#".contains($0) } ?? true
      let isNumbered = line.first?.isNumber == true && line.drop { $0.isNumber }.hasPrefix(". ")
      let isItem = mark || isNumbered || line.hasPrefix("* ") || line.hasPrefix("```")
      if isOpen, !isItem {
        units[units.count - 1] += " " + line
      } else {
        units.append(line)
      }
      isOpen = !line.isEmpty && !isItem
    }
    return units
  }
}

/// Longer lines of prose tire the eye, however wide the window is.
private let widestProse = 100

/// The text in lines of at most `width` columns, cut at blanks; unbroken without a width.
func wrapped(_ text: String, indent: String, width: Int?) -> String {
  guard let width, width > 20, displayWidth(text) + indent.count > width else {
    return indent + text
  }
  var lines: [String] = []
  var line = indent
  for word in text.split(separator: " ") {
    if displayWidth(line) + 1 + displayWidth(String(word)) > width, line != indent {
      lines.append(line)
      line = indent
    }
    line += (line == indent ? "" : " ") + word
  }
  return (lines + [line]).joined(separator: "\n")
}
