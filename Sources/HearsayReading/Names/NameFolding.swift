import HearsayCore
import HearsayText

extension Lexicon {
  /// The known form without diacritics, or `word` itself.
  func folded(_ word: WordID) -> WordID {
    if vocabulary.isASCII(word) { return word }
    return vocabulary.find(withoutDiacritics(text(word))) ?? word
  }

  /// The form without diacritics, made when it is new.
  mutating func foldedWord(_ word: WordID) -> WordID {
    if vocabulary.isASCII(word) { return word }
    return self.word(withoutDiacritics(text(word)))
  }
}
