internal import CLine

/// Makes ``displayWidth(_:)`` and libedit know more than ASCII; an open ``LineEditor`` has done it.
func useUTF8() { cline_use_utf8() }

/// The columns a terminal gives the text, letter by letter as a reader counts them.
func displayWidth(_ text: String) -> Int {
  text.reduce(0) { $0 + displayWidth($1) }
}

/// The columns of one letter.
///
/// Flags, and emoji held together by a joiner or made colourful by a selector, take two whatever
/// they consist of; a mark takes none.
func displayWidth(_ character: Character) -> Int {
  if let ascii = character.asciiValue { return ascii < 0x20 || ascii == 0x7F ? 0 : 1 }
  let scalars = character.unicodeScalars
  if scalars.contains(where: \.makesWide) { return 2 }
  return scalars.map { Int(cline_width($0.value)) }.max() ?? 0
}

/// The text with every control character replaced, so that no name out of an article can move the
/// cursor, hide words or turn the line around.
func printable(_ text: String) -> String {
  guard text.unicodeScalars.contains(where: \.isControl) else { return text }
  var shown = String.UnicodeScalarView()
  shown.append(contentsOf: text.unicodeScalars.map { $0.isControl ? "\u{FFFD}" : $0 })
  return String(shown)
}

extension Unicode.Scalar {
  fileprivate var makesWide: Bool {
    self == "\u{FE0F}" || self == "\u{200D}" || (0x1F1E6...0x1F1FF).contains(value)
  }

  /// C0, C1, the line separators, and the characters that reorder text (Unicode TR 9).
  var isControl: Bool {
    switch value {
    case 0..<0x20, 0x7F..<0xA0, 0x200E...0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF: true
    default: false
    }
  }
}
