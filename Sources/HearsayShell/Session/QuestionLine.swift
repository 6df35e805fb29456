import HearsayGraph

/// A question cut into words, its clauses apart.
struct QuestionLine {
  var words: [QuestionWord] = []
  /// The question without them.
  var question = ""
  /// `as jsonl`, `to out.csv`, `top 3` at the end.
  var clauses = ""

  init(_ line: String) {
    words = Self.cut(line)
    var end = words.count
    while end > 2, Self.isClause(words[end - 2], words[end - 1]) { end -= 2 }
    clauses = words[end...].map(\.text).joined(separator: " ")
    words = Array(words[..<end])
    question = words.map { $0.isQuoted ? "\"\($0.text)\"" : $0.text }.joined(separator: " ")
    for row in words.indices where !words[row].isQuoted {
      words[row].text = Self.bare(words[row].text, isLast: row == words.count - 1)
    }
    words.removeAll { $0.folded.isEmpty && !$0.isQuoted }
  }

  /// Puts whole words for short forms, where they stood.
  mutating func writeOut(_ contractions: [String: [String]]) {
    words = words.flatMap { word -> [QuestionWord] in
      guard !word.isQuoted, let whole = contractions[word.folded] else { return [word] }
      return whole.map { QuestionWord(text: $0, folded: $0, range: word.range) }
    }
  }

  private static func isClause(_ keyword: QuestionWord, _ value: QuestionWord) -> Bool {
    switch keyword.text.lowercased() {
    case "as": OutputFormat(rawValue: value.text.lowercased()) != nil
    case "top": Int(value.text) != nil
    case "to": value.text.contains("/") || value.text.dropLast().contains(".")
    default: false
    }
  }

  /// A word without the marks that end a clause; a dot inside, as in `U.S.`, stays.
  private static func bare(_ text: String, isLast: Bool) -> String {
    var text = text[...]
    while let mark = text.last, "?!,:;".contains(mark) || (isLast && mark == ".") {
      text = text.dropLast()
    }
    return String(text)
  }

  private static func cut(_ line: String) -> [QuestionWord] {
    var words: [QuestionWord] = []
    let scalars = Array(line.unicodeScalars)
    var at = 0
    while at < scalars.count {
      guard !scalars[at].properties.isWhitespace else {
        at += 1
        continue
      }
      let start = at
      let closing: Unicode.Scalar? = scalars[at] == "\"" ? "\"" : scalars[at] == "“" ? "”" : nil
      if let closing, let end = scalars[(at + 1)...].firstIndex(of: closing) {
        at = end + 1
        words.append(word(scalars[(start + 1)..<end], start..<at, isQuoted: true))
        while at < scalars.count, "?.,".unicodeScalars.contains(scalars[at]) { at += 1 }
        continue
      }
      while at < scalars.count, !scalars[at].properties.isWhitespace { at += 1 }
      words.append(word(scalars[start..<at], start..<at, isQuoted: false))
    }
    return words
  }

  private static func word(
    _ scalars: ArraySlice<Unicode.Scalar>, _ range: Range<Int>, isQuoted: Bool
  ) -> QuestionWord {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars)
    return QuestionWord(
      text: String(text), folded: folded(String(text)), range: range, isQuoted: isQuoted)
  }
}
