import HearsayCore

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
    if after.prefix(2).contains(where: rules.rateWords.contains) || isPerPeriod(after, rules) {
      found.insert(.rate)
    }
    return found
  }

  /// `23,000 people a day`, and not `12 people a day after the blast`.
  private func isPerPeriod(_ after: [String], _ rules: GraphRules) -> Bool {
    guard after.count > 1, rules.rateLinks.contains(after[0]),
      rules.ratePeriods.contains(after[1])
    else { return false }
    return after.count == 2 || !rules.notRatesBefore.contains(after[2])
  }

  /// Whether its sentence gives it as a number that no longer holds: `up from five`, `an earlier
  /// estimate of 240`, `57, as first thought`.
  private func isFormer(_ before: [String], _ after: [String], _ rules: GraphRules) -> Bool {
    let words = rules.former
    guard !words.isEmpty, proposition.quantity != nil else { return false }
    if let from = before.suffix(4).lastIndex(where: words.from.contains),
      before[..<from].contains(where: words.shifts.contains)
    {
      return !before[from...].contains(where: words.to.contains)
    }
    if isMoved(before, words) || words.isSaidBefore(before) || words.isTakenBack(before)
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
      let said = words.saidAfterAuxiliary(before)
    else { return false }
    return foldedWords(sentence.text).count(where: words.speaking.contains)
      <= said.count(where: words.speaking.contains)
  }

  /// `corrected to 56 from 58`, `to five lakh from two lakh`, however far the verb is.
  private func isMoved(_ before: [String], _ words: FormerWords) -> Bool {
    guard let from = before.suffix(2).lastIndex(where: words.from.contains),
      let to = before[..<from].suffix(5).lastIndex(where: words.to.contains), to + 1 < from
    else { return false }
    return proposition.quantity?.kind == .money
      || before[(to + 1)..<from].contains { word in
        word.unicodeScalars.allSatisfy { ("0"..."9").contains($0) }
      }
  }

  /// Whether it comes on top of an earlier number: `four more`, `another 13`.
  private func isIncrement(_ rules: GraphRules) -> Bool {
    guard !rules.increments.isEmpty, proposition.quantity?.kind == .count else { return false }
    return ([span] + repeats).contains { place in
      let words = foldedWords(place.text)
      // `more than 400` is a bound.
      return !words.contains(where: rules.than.contains)
        && words.contains(where: rules.increments.contains)
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
