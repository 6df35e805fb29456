import HearsayText

extension Reader {
  /// The lemma of each typed word, such as `die` for `died`.
  package mutating func lemmas(of words: [String]) -> [String] {
    words.map { lexicon.lemma(lexicon.word($0.lowercased())) }
  }
}
