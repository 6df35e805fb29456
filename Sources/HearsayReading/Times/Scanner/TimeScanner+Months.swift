import HearsayCore
import HearsayText

/// When a word is a month, and not a name, a verb or a modal.
extension TimeScanner {
  /// Whether the word at `index` surely is a month here.
  func month(at index: Int) -> Int? {
    let word = word(index)
    guard word.month > 0 else { return nil }
    if !word.has(.doubtful) { return isPersonName(index) ? nil : word.month }
    return isMonthHere(index, word) ? word.month : nil
  }

  /// `April Smith`: a capital after it, and no word of time before it.
  private func isPersonName(_ index: Int) -> Bool {
    guard isCapital(index), isCapital(index + 1), isWord(index + 1) else { return false }
    let before = word(index - 1)
    return isCapital(index - 1) && isWord(index - 1) && before.weekday == 0
      && !before.has(.yearAfter)
      && index - 1 > floor
  }

  /// `may`, `march`: a capital and a date word beside it, or a preposition of time before it.
  private func isMonthHere(_ index: Int, _ word: TimeWord) -> Bool {
    if besideNumber(index) { return true }
    if word.has(.rarely) { return false }
    let before = self.word(index - 1)
    let led =
      before.has([.yearAfter, .last, .next])
      || (isCapital(index) && (before.has([.this, .and]) || isHyphen(index - 1)))
      || isWord(index - 1) && phraseEnds(at: index)
    guard isCapital(index) else {
      return led && !self.word(index - 1).has(.this) && !isWord(index + 1)
    }
    if index == floor || isQuoteStart(index) { return false }
    return led || token(index + 1)?.kind != .word
  }

  /// `as many as 30 may be dead`: without a capital, and a word follows.
  func isModal(_ index: Int) -> Bool {
    word(index).has(.doubtful) && !word(index).has(.rarely) && !isCapital(index)
      && isWord(index + 1)
  }

  private func isQuoteStart(_ index: Int) -> Bool { token(index - 1)?.kind == .quote }

  private func phraseEnds(at index: Int) -> Bool {
    lexicon.tags(tokens[index - 1].word).has(.timeStart) && self.word(index - 1).part == nil
      && self.word(index - 1).has(.yearAfter)
  }

  private func besideNumber(_ index: Int) -> Bool {
    let joined = isMark(index + 1, 0x2E) || isHyphen(index + 1) || isMark(index + 1, 0x2F)
    let after = joined ? index + 2 : index + 1
    if token(after)?.kind == .number, digits(after) != nil { return true }
    if ordinal(at: after) != nil || year(at: after) != nil { return true }
    if word(after).has(.of), year(at: after + 1) != nil { return true }
    if isModal(index) { return false }
    if token(index - 1)?.kind == .number { return digits(index - 1).map { $0 <= 31 } ?? false }
    if word(index - 1).has(.of), index - 2 >= floor {
      return word(index - 2).has(.ordinalEnding) || word(index - 2).ordinal > 0
    }
    return word(index - 1).has(.ordinalEnding) || word(index - 1).weekday > 0
  }
}
