import HearsayCore
import HearsayText

/// Words before a noun that belong to it, and words that only look so.
extension ClauseScanner {
  /// `the sitting president`: a verb form that stands before its noun.
  func isModifier(_ row: Int, _ range: Range<Int>) -> Bool {
    guard row > range.lowerBound, row + 1 < range.upperBound,
      classes[row] == .verbIng || classes[row] == .verbParticiple
    else { return false }
    switch classes[row - 1] {
    case .determiner, .possessive, .genitive: break
    default: return classes[row] == .verbParticiple && isTitle(row + 1, range)
    }
    switch classes[row + 1] {
    case .noun, .name, .adjective: return true
    default: return false
    }
  }

  /// `retired judge Ana Lima`: a noun and then a name.
  private func isTitle(_ row: Int, _ range: Range<Int>) -> Bool {
    var here = row
    while here < range.upperBound, here < row + 4, classes[here] == .noun { here += 1 }
    return here > row && here < range.upperBound && classes[here] == .name
  }

  /// `interest rates have moved`: of two finite verbs side by side the first is the noun before.
  func isNoun(_ group: Int, _ row: Int, _ range: Range<Int>) -> Bool {
    let one = groups[group]
    guard one.form == .finite, one.tokens.count == 1, row > range.lowerBound,
      classes[row] == .verbS || classes[row] == .verbBase || classes[row] == .noun,
      canBe(row, .noun), one.tokens.end < range.upperBound
    else { return false }
    if dropped[group] || isDetermined(row, range) { return true }
    guard group + 1 < groups.count, groups[group + 1].tokens.start == one.tokens.end,
      groups[group + 1].form == .finite, !isClauseWord(before: row, range)
    else { return false }
    switch classes[row - 1] {
    case .noun, .name, .adjective, .possessive, .determiner, .genitive: return true
    case .relative: return canBe(row - 1, .possessive)
    case .subjectPronoun, .whWord, .to, .modal: return false
    case .subordinator: return classes[groups[group + 1].core].isAuxiliary
    default: return classes[row] == .verbS
    }
  }

  /// `its own finances`: no verb stands behind a possessive.
  private func isDetermined(_ row: Int, _ range: Range<Int>) -> Bool {
    if classes[row - 1] == .possessive { return true }
    return classes[row - 1] == .adjective && row - 2 >= range.lowerBound
      && classes[row - 2] == .possessive
  }

  /// `what Lima wants is`: the verb before the verb has a subject and an opener of its own.
  private func isClauseWord(before row: Int, _ range: Range<Int>) -> Bool {
    var here = row - 1
    while here > range.lowerBound, here > row - 5, classes[here].isPremodifier { here -= 1 }
    guard here < row - 1 else { return false }
    return classes[here] == .whWord || classes[here] == .relative && !canBe(here, .possessive)
  }

  /// `most of the money`, `several of them`.
  func standsForNoun(_ row: Int, _ range: Range<Int>) -> Bool {
    guard row + 1 < range.upperBound, tokens[row + 1].word == function.of,
      tokens[row].kind == .word
    else { return false }
    let can = WordClasses(text.facts[row].classes)
    return can.has(.determiner) && classes[row] != .name
  }

  /// One past a time that says when; `nil` for one that describes a noun or is one.
  func adjunctTime(_ time: Int, _ row: Int, _ range: Range<Int>) -> Int? {
    let tokens = draft.times[time].tokens
    guard tokens.start == row, tokens.end <= range.upperBound, tokens.end > row else { return nil }
    for here in row..<tokens.end where groupAt[here] >= 0 { return nil }
    guard tokens.end < range.upperBound else { return tokens.end }
    if self.tokens[tokens.end].word == function.of { return nil }
    switch classes[tokens.end] {
    case .genitive, .noun: return nil
    case .name: return classes[tokens.end - 1] == .number ? nil : tokens.end
    default: return tokens.end
    }
  }
}
