import HearsayCore
import HearsayText

extension Lexicon {
  /// The known form without diacritics, or `word` itself.
  @inline(__always)
  func folded(_ word: WordID) -> WordID {
    vocabulary.isASCII(word) ? word : foldedBeyondASCII(word)
  }

  @inline(never)
  private func foldedBeyondASCII(_ word: WordID) -> WordID {
    vocabulary.find(withoutDiacritics(text(word))) ?? word
  }

  /// The form without diacritics, made when it is new.
  mutating func foldedWord(_ word: WordID) -> WordID {
    if vocabulary.isASCII(word) { return word }
    return self.word(withoutDiacritics(text(word)))
  }
}
