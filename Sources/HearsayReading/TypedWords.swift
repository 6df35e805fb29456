import HearsayRules
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

  /// Whether a typed word says that something was done: `received`, `sold`.
  package mutating func isParticiple(_ typed: String) -> Bool {
    let word = lexicon.word(typed.lowercased())
    return WordClasses(lexicon.facts(word).classes).has(.verbParticiple)
      && lexicon.lemma(word) != typed.lowercased()
  }

  /// The words made from a lemma, and those it is made from, by the endings of the rules.
  ///
  /// `inject` and `injection`, `arrive` and `arrival`. Most of them are no words at all, which does no
  /// harm: only those that an article uses are ever found.
  package func related(to lemma: String) -> [String] {
    guard lemma.utf8.count >= 5 else { return [] }
    var forms: [String] = []
    let stem = lemma.hasSuffix("e") ? String(lemma.dropLast()) : lemma
    for ending in rules["claims.derivations"].words {
      forms.append(stem + ending)
      guard lemma.hasSuffix(ending), lemma.utf8.count - ending.utf8.count >= 4 else { continue }
      let base = String(lemma.dropLast(ending.count))
      forms += [base, base + "e"]
    }
    return forms
  }
}
