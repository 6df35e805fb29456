import HearsayCore
import HearsayText

extension Lexicon {
  private func isPlain(_ word: WordID) -> Bool {
    for byte in vocabulary.form(word) where byte >= 0x80 { return false }
    return true
  }

  /// The known form without diacritics, or `word` itself.
  func folded(_ word: WordID) -> WordID {
    if isPlain(word) { return word }
    return vocabulary.find(withoutDiacritics(text(word))) ?? word
  }

  /// The form without diacritics, made when it is new.
  mutating func foldedWord(_ word: WordID) -> WordID {
    if isPlain(word) { return word }
    return self.word(withoutDiacritics(text(word)))
  }
}
