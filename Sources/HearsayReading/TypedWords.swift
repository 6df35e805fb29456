import HearsayText

extension Reader {
  /// The lemma of each typed word, such as `die` for `died`.
  package mutating func lemmas(of words: [String]) -> [String] {
    words.map { typed in
      // Bound first: looking up while the lexicon may grow would read the copy from before.
      let word = lexicon.word(typed.lowercased())
      return lexicon.lemma(word)
    }
  }
}
