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
  /// `given 40 lashes`: in the passive, an object is left.
  let twoObjects: WordSet
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
    bare = WordSet(clauses["bare-clause-verbs"], &lexicon)
    causative = WordSet(clauses["causative-verbs"], &lexicon)
    objectControl = WordSet(clauses["object-control-verbs"], &lexicon)
    twoObjects = WordSet(clauses["two-object-verbs"], &lexicon)
    subjectWords = WordSet(clauses["subject-words"], &lexicon)
    loosePrepositions = WordSet(clauses["clause-prepositions"], &lexicon)
    numberHedges = PhraseList(clauses["number-hedges"].words, &lexicon)
    fractions = WordSet(clauses["fractions"], &lexicon)
    listingPrepositions = WordSet(clauses["listing-prepositions"], &lexicon)
    joiners = WordSet(clauses["noun-joiners"], &lexicon)
  }
}
