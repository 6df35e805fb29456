import HearsayCore
import HearsayText

/// One outlet that names another: `as first reported by X, …`.
extension SpeechScanner {
  /// As in `As first reported by X, the bank lied.` and `The bank lied, as reported by X.`.
  mutating func readCredits() {
    guard depth == 0, hints.contains(.credit) else { return }
    var here = start
    while here + 3 < end {
      let row = here
      here += 1
      guard tokens[row].word == tables.asWord, mask[row] < 0, !taken[row],
        row == start || isComma(row - 1) || isDash(row - 1)
      else { continue }
      if let found = credit(row) { add(found) }
    }
  }

  private func credit(_ row: Int) -> FoundAttribution? {
    var verb = row + 1
    while verb < end, verb < row + 4, !tags(verb).has(.quoteVerb) { verb += 1 }
    guard verb < end, tags(verb).has(.quoteVerb), mask[verb] < 0 else { return nil }
    var by = verb + 1
    while by < end, by < verb + 4, tokens[by].word != function.by {
      guard kind(by) == .adverb || timeAt[by] >= 0 || kind(by) == .preposition else { return nil }
      by += 1
    }
    guard by < end, tokens[by].word == function.by, let last = nounGroupEnd(by + 1) else {
      return nil
    }
    var content = TokenRange(last, end)
    if row > start {
      content = TokenRange(leadStart(before: row - 1, lowest: row - Self.longestLead), row)
    } else {
      guard isComma(last) else { return nil }
    }
    return FoundAttribution(
      source: TokenRange(by + 1, last), cue: TokenRange(row, by + 1), content: [content],
      score: 0.9, rule: "english/speech.as-reported", lemma: lemma(verb), unit: 0)
  }
}
