import HearsayRules
import HearsayText

/// Verbs by the clauses they take.
package struct ClauseTables: Sendable {
  /// `say`, `think`: a clause may follow without `that`.
  let bare: WordSet
  /// `let him go`: a base form after the object has it for its subject.
  let causative: WordSet
  /// `told him to go`: the object acts, not the subject.
  let objectControl: WordSet
  /// `what`, `who`, `which`: may be subjects themselves.
  let subjectWords: WordSet
  /// `and`, `or`: join noun groups; `but` does not.
  let joiners: WordSet

  /// `as`, `than`: may open a clause where they were taken for prepositions.
  let loosePrepositions: WordSet

  /// `including`: what follows belongs to the noun before.
  let listingPrepositions: WordSet
  /// `at least`, `more than`: belong to the number behind them.
  let numberHedges: PhraseList
  /// `half`, `third`, `dozen`.
  let fractions: WordSet

  init(_ rules: RuleSet, _ lexicon: inout Lexicon) {
    let clauses = rules["clauses"]
    bare = WordSet(clauses["bare-clause-verbs"].words.map { lexicon.word($0) })
    causative = WordSet(clauses["causative-verbs"].words.map { lexicon.word($0) })
    objectControl = WordSet(clauses["object-control-verbs"].words.map { lexicon.word($0) })
    subjectWords = WordSet(clauses["subject-words"].words.map { lexicon.word($0) })
    loosePrepositions = WordSet(clauses["clause-prepositions"].words.map { lexicon.word($0) })
    numberHedges = PhraseList(clauses["number-hedges"].words, &lexicon)
    fractions = WordSet(clauses["fractions"].words.map { lexicon.word($0) })
    listingPrepositions = WordSet(clauses["listing-prepositions"].words.map { lexicon.word($0) })
    joiners = WordSet(clauses["noun-joiners"].words.map { lexicon.word($0) })
  }
}
