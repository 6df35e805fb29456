/// A piece of a typed line, with its place for carets and completion.
struct LineToken: Hashable, Sendable {
  /// What sort of piece it is.
  enum Kind: Hashable, Sendable {
    /// Anything without blanks: `compare`, `60..70`, `d3`.
    case word
    /// Between quotation marks; never a keyword.
    case string
    /// `=`, `!=`, `<`, `<=`, `>`, `>=`, `~`.
    case comparison
    case open, close, semicolon, pipe
  }

  var kind: Kind
  /// The text; of a string without its marks.
  var text: String
  /// Code points of the line.
  var range: Range<Int>

  /// The word in lower case; `nil` for anything that cannot be a keyword.
  var keyword: String? { kind == .word ? text.lowercased() : nil }
}

/// Cuts a line into tokens; a comment is left out.
///
/// - Throws: when a string is not closed, or an operator is unknown.
func lineTokens(_ line: String) throws(LineProblem) -> [LineToken] {
  var lexer = LineLexer(line)
  return try lexer.tokens()
}

private struct LineLexer {
  let scalars: [Unicode.Scalar]
  var position = 0

  init(_ line: String) { scalars = Array(line.unicodeScalars) }

  mutating func tokens() throws(LineProblem) -> [LineToken] {
    var found: [LineToken] = []
    while let scalar = peek {
      if scalar.properties.isWhitespace {
        position += 1
      } else if scalar == "#", position == 0 || scalars[position - 1].properties.isWhitespace {
        break
      } else {
        found.append(try token(scalar))
      }
    }
    return found
  }

  private var peek: Unicode.Scalar? { position < scalars.count ? scalars[position] : nil }

  private mutating func token(_ scalar: Unicode.Scalar) throws(LineProblem) -> LineToken {
    switch scalar {
    case "(": return single(.open)
    case ")": return single(.close)
    case ";": return single(.semicolon)
    case "|": return single(.pipe)
    case "\"": return try string(until: "\"")
    case "“": return try string(until: "”")
    case "=", "<", ">", "~", "!": return try comparison()
    default: return word()
    }
  }

  private mutating func single(_ kind: LineToken.Kind) -> LineToken {
    position += 1
    return LineToken(
      kind: kind, text: String(scalars[position - 1]), range: position - 1..<position)
  }

  private mutating func string(until mark: Unicode.Scalar) throws(LineProblem) -> LineToken {
    let start = position
    var text = String.UnicodeScalarView()
    position += 1
    while let scalar = peek, scalar != mark {
      let isEscape = scalar == "\\" && position + 1 < scalars.count
      if isEscape { position += 1 }
      text.append(scalars[position])
      position += 1
    }
    guard peek == mark else {
      throw LineProblem(
        "unclosed-string", start..<scalars.count, "the quotation mark is not closed")
    }
    position += 1
    return LineToken(kind: .string, text: String(text), range: start..<position)
  }

  private mutating func comparison() throws(LineProblem) -> LineToken {
    let start = position
    var text = String(scalars[position])
    position += 1
    if peek == "=", text != "=", text != "~" {
      text += "="
      position += 1
    }
    guard text != "!" else {
      throw LineProblem(
        "unknown-operator", start..<position, "'!' is no comparison", allowed: "= != < <= > >= ~")
    }
    return LineToken(kind: .comparison, text: text, range: start..<position)
  }

  private mutating func word() -> LineToken {
    let start = position
    var text = String.UnicodeScalarView()
    while let scalar = peek, !scalar.properties.isWhitespace, !Self.ends.contains(scalar) {
      text.append(scalar)
      position += 1
    }
    return LineToken(kind: .word, text: String(text), range: start..<position)
  }

  private static let ends: Set<Unicode.Scalar> = [
    "(", ")", ";", "|", "\"", "“", "=", "<", ">", "~", "!",
  ]
}
