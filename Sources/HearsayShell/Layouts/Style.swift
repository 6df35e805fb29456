/// Emphasis by meaning.
///
/// The only place that knows colour codes.
package struct Style: Hashable, Sendable {
  /// What a word is, for the eye.
  ///
  /// Colour only repeats what the words say.
  package enum Meaning: Hashable, Sendable {
    case plain, heading, number, faint, error, warning, good
  }

  /// Whether colour codes are written.
  package var isColoured: Bool

  /// Colour codes or none.
  package init(isColoured: Bool) { self.isColoured = isColoured }

  /// Text as it is.
  package static let plain = Style(isColoured: false)

  /// The text, coloured when that is wanted.
  package func draw(_ text: String, _ meaning: Meaning) -> String {
    guard isColoured, let code = Self.code(meaning), !text.isEmpty else { return text }
    return "\u{1B}[\(code)m\(text)\u{1B}[0m"
  }

  /// The text without colour codes.
  package static func withoutColour(_ text: String) -> String {
    var out = ""
    var isInCode = false
    for character in text {
      if character == "\u{1B}" { isInCode = true }
      if !isInCode { out.append(character) }
      if isInCode, character == "m" { isInCode = false }
    }
    return out
  }

  private static func code(_ meaning: Meaning) -> String? {
    switch meaning {
    case .plain: nil
    case .heading: "1"
    case .number: "36"
    case .faint: "2"
    case .error: "31"
    case .warning: "33"
    case .good: "32"
    }
  }
}
