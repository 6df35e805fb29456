import HearsayCore
import HearsayText

extension Lexicon {
  private func isPlain(_ word: WordID) -> Bool {
    let row = Int(word)
    guard row + 1 < vocabulary.starts.count else { return true }
    for index in Int(vocabulary.starts[row])..<Int(vocabulary.starts[row + 1])
    where vocabulary.bytes[index] >= 0x80 {
      return false
    }
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
