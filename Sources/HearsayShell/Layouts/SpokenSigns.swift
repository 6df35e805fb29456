/// The text with words for its signs, for a screen reader.
///
/// A sign is ours where it stands as we set it: `>` and `≥` before a number, `…` and `–` between
/// two, `?` behind a day. The same characters in an article's words stay.
func spoken(_ text: String) -> String {
  var out = text
  for (sign, words) in wholeSigns {
    out = out.split(separator: sign, omittingEmptySubsequences: false).joined(separator: words)
  }
  let characters = Array(out)
  out = ""
  for (place, character) in characters.enumerated() {
    out += words(for: character, at: place, in: characters) ?? String(character)
  }
  return out
}

private let wholeSigns: [(String, String)] = [
  ("#: ", "claim "), ("<≈", "nearly "), ("≥", "at least "), ("≤", "at most "), ("≈", "about "),
  (" → ", ", then "), ("×", "in conflict"), (") / ", ") against "),
  ("▸; ", "the claim's own sentence: "),
]

/// What a single character is where it is a sign; `nil` where it is a letter of the text.
private func words(for character: Character, at place: Int, in text: [Character]) -> String? {
  let before = place > 0 ? text[place - 1] : " "
  let after = place + 1 < text.count ? text[place + 1] : " "
  switch character {
  case ">" where startsNumber(after): return "more than "
  case "<" where startsNumber(after): return "less than "
  case "…" where before.isNumber && after.isNumber: return " to "
  case "–" where before != " " && startsNumber(after): return " to "
  case "?" where endsDay(text[..<place]): return ", inferred"
  default: return nil
  }
}

private func startsNumber(_ character: Character) -> Bool {
  character.isNumber || "$€£".contains(character)
}

/// `2026-01-13`, or the `…14` of a span of days.
private func endsDay(_ text: ArraySlice<Character>) -> Bool {
  let last = Array(text.suffix(3))
  return last.count == 3 && (last[0] == "-" || last[0] == "…") && last[1].isNumber
    && last[2].isNumber
}
