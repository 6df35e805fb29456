/// The text with words for its signs, for a screen reader.
func spoken(_ text: String) -> String {
  var out = text
  for (sign, words) in signs {
    out = out.split(separator: sign, omittingEmptySubsequences: false)
      .joined(separator: words)
  }
  return out
}

private let signs: [(String, String)] = [
  ("#: ", "claim "),
  ("<≈", "nearly "), ("≥", "at least "), ("≤", "at most "), ("≈", "about "), ("…", " to "),
  ("–", " to "), (" → ", ", then "), ("×", "in conflict"), ("?", ", inferred"),
]
