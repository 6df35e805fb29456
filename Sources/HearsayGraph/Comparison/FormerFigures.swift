import HearsayCore

/// Words by which a sentence gives a number as what was said before.
package struct FormerWords: Hashable, Sendable {
  /// Words of a change: `down from 15`, `lowered from 57 to 42`.
  var shifts: Set<String>
  /// `earlier`, `initial`.
  var adverbs: Set<String>
  /// Nouns and verbs of a figure given: `an earlier estimate of 240`.
  var figures: Set<String>
  /// Verbs of saying, only right beside an adverb: `initially said`.
  var verbs: Set<String>
  /// Verbs of saying after `had`, and those by which a sentence has another speaker.
  var past: Set<String>
  var speaking: Set<String>
  /// Verbs right before a number that they take back: `correcting the 8.4`.
  var corrections: Set<String>

  package init(
    shifts: [String] = [], adverbs: [String] = [], figures: [String] = [], verbs: [String] = [],
    past: [String] = [], speaking: [String] = [], corrections: [String] = []
  ) {
    self.past = Set(past)
    self.speaking = Set(speaking)
    self.corrections = Set(corrections)
    self.verbs = Set(verbs)
    self.shifts = Set(shifts)
    self.adverbs = Set(adverbs)
    self.figures = Set(figures)
  }
}

extension FormerWords {
  /// `six, not seven`, `rather than seven`, `correcting the seven`.
  fileprivate func isTakenBack(_ before: [String]) -> Bool {
    if before.last == "not" || before.suffix(2) == ["rather", "than"]
      || before.suffix(2) == ["instead", "of"]
    {
      return true
    }
    return before.suffix(3).contains(where: corrections.contains)
  }

  /// `after initially reporting`, `had earlier said`, at most a few words before the number.
  fileprivate func isSaidBefore(_ before: [String]) -> Bool {
    let near = Array(before.suffix(6))
    return zip(near, near.dropFirst()).contains { first, second in
      (adverbs.contains(first) && verbs.contains(second))
        || (verbs.contains(first) && adverbs.contains(second))
    }
  }
}

extension Claim {
  /// What the words around a figure say of it.
  func traits(_ rules: GraphRules) -> ArticleStanding.Traits {
    var found: ArticleStanding.Traits = []
    let (before, after) = wordsAround(9, 5)
    if isFormer(before, after, rules) { found.insert(.former) }
    if isIncrement(rules) { found.insert(.increment) }
    // `31 people remain in hospital`: how many are left.
    if (before.suffix(4) + after).contains(where: rules.levelWords.contains) {
      found.insert(.level)
    }
    // `$9.66 per share`: for each of something.
    if after.prefix(2).contains(where: rules.rateWords.contains) { found.insert(.rate) }
    return found
  }

  /// Whether its sentence gives it as a number that no longer holds: `up from five`, `an earlier
  /// estimate of 240`, `57, as first thought`.
  private func isFormer(_ before: [String], _ after: [String], _ rules: GraphRules) -> Bool {
    let words = rules.former
    guard !words.shifts.isEmpty || !words.adverbs.isEmpty, proposition.quantity != nil else {
      return false
    }
    if let from = before.suffix(4).lastIndex(of: "from"),
      before[..<from].contains(where: words.shifts.contains)
    {
      return !before[from...].contains(where: { $0 == "to" })
    }
    if isMoved(from: before) || words.isSaidBefore(before) || words.isTakenBack(before)
      || isOfBefore(before, words)
    {
      return true
    }
    let near = before.suffix(7) + after
    guard near.contains(where: words.figures.contains) else { return false }
    // `Earlier, the coordinator had put the toll at 24.`
    let first = foldedWords(String(sentence.text.prefix(24))).first
    return near.contains(where: words.adverbs.contains)
      || first.map(words.adverbs.contains) == true
  }

  /// `Prosecutors had given the value as 8.4 million`, when nobody speaks in the sentence otherwise.
  private func isOfBefore(_ before: [String], _ words: FormerWords) -> Bool {
    guard zone == .body, let kind = proposition.quantity?.kind, kind == .count || kind == .money,
      let had = before.lastIndex(of: "had"),
      before[(had + 1)...].prefix(3).contains(where: words.past.contains)
    else { return false }
    return foldedWords(sentence.text).count(where: words.speaking.contains)
      <= before[(had + 1)...].prefix(3).count(where: words.speaking.contains)
  }

  /// `corrected to 56 from 58`, `to five lakh from two lakh`, however far the verb is.
  private func isMoved(from before: [String]) -> Bool {
    guard let from = before.suffix(2).lastIndex(of: "from"),
      let to = before[..<from].suffix(5).lastIndex(of: "to"), to + 1 < from
    else { return false }
    return proposition.quantity?.kind == .money
      || before[(to + 1)..<from].contains { word in
        word.unicodeScalars.allSatisfy { ("0"..."9").contains($0) }
      }
  }

  /// Whether it comes on top of an earlier number: `four more`, `another 13`.
  private func isIncrement(_ rules: GraphRules) -> Bool {
    guard !rules.increments.isEmpty, proposition.quantity?.kind == .count else { return false }
    let own = foldedWords(span.text)
    // `more than 400` is a bound.
    let isBound = zip(own, own.dropFirst()).contains { $0.1 == "than" }
    if !isBound, own.contains(where: rules.increments.contains) { return true }
    return repeats.contains { repeated in
      let words = foldedWords(repeated.text)
      return !words.contains("than") && words.contains(where: rules.increments.contains)
    }
  }

  /// The words of its clause before and after it, as far as the next comma.
  func wordsAround(_ most: Int, _ next: Int) -> (before: [String], after: [String]) {
    let bytes = sentence.utf8
    let (first, last) = (bytes.startIndex, bytes.endIndex)
    let start = min(max(first, first + span.range.start - sentence.range.start), last)
    let end = min(max(start, first + span.range.end - sentence.range.start), last)
    // No words that matter stand farther away.
    let left = bytes[max(first, start - 120)..<start]
    let right = bytes[end..<min(last, end + 80)]
    let text = String(decoding: left, as: UTF8.self)
    let rest = String(decoding: right.prefix { $0 != UInt8(ascii: ",") }, as: UTF8.self)
    return (Array(foldedWords(text).suffix(most)), Array(foldedWords(rest).prefix(next)))
  }
}
