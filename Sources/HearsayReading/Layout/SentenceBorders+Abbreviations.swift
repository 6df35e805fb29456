import HearsayCore
import HearsayText

extension SentenceBorders {
  /// The border after an abbreviation, whose stop may be the sentence's too.
  ///
  /// `in the U.S. The` ends, `the U.S. Government` does not: what follows decides.
  func afterAbbreviation(_ row: Int, _ start: Int) -> Int? {
    let next = closersEnd(row)
    guard next < end else { return end }
    guard text.isSpaced(next), text.kind(next) != .stop else { return nil }
    let word = firstWord(next)
    guard text.isCapital(word), !text.tags(row).has(.title) else { return nil }
    let quoted = next > row + 1 && text.kind(next - 1) == .quote
    if isInitial(row) { return endsAfterInitial(row, word, quoted) ? next : nil }
    if isOpening(row, start) { return nil }
    if text.tags(row).has(.endsBeforeCapital) { return isClockWord(word) ? nil : next }
    if quoted || (word > next && text.kind(next) == .quote) { return next }
    return startsSentence(word) ? next : nil
  }

  /// A single letter with its stop.
  private func isInitial(_ row: Int) -> Bool { text.length(row) == 2 }

  private func endsAfterInitial(_ row: Int, _ word: Int, _ quoted: Bool) -> Bool {
    guard startsSentence(word) else { return quoted && !text.isCapital(row - 1) }
    // `J. So` may be a name; `you and I. Did` is none.
    return true
  }

  /// A word that begins sentences, and not `I.` or `A.` as another initial.
  private func startsSentence(_ word: Int) -> Bool {
    !text.has(word, .abbreviated) && text.tags(word).has(.sentenceStarter)
      && (!text.has(word, .allCapitals) || text.length(word) < 2)
  }

  /// `At 5 a.m. Mr. Smith went`: a time that opens the sentence does not end it.
  private func isOpening(_ row: Int, _ start: Int) -> Bool {
    row - start <= 3 && text.isCapital(start) && text.tags(start).has(.sentenceStarter)
      && text.kind(row - 1) == .number && text.kind(start) == .word
  }

  /// What may follow `a.m.` inside a sentence: `EST`, `Monday`, `Jan. 5`.
  private func isClockWord(_ word: Int) -> Bool {
    let tags = text.tags(word)
    if tags.has(.month) || tags.has(.weekday) { return true }
    return text.has(word, .allCapitals) && tags.has(.dateWord)
  }
}
