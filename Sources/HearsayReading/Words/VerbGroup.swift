package import HearsayText

/// A verb with its auxiliaries: `has not been released`, `also said`, `is confident`.
package struct VerbGroup: Hashable, Sendable {
  /// How the group stands in its clause.
  package enum Form: UInt8, Sendable {
    case finite, progressive, participle, infinitive
  }

  /// When, as far as the form tells.
  package enum Tense: UInt8, Sendable {
    case past, present, future, none
  }

  /// From the first adverb or auxiliary to the head (or the adjective of a copula).
  package var tokens: TokenRange
  /// The full verb; an auxiliary that stands alone; never the adjective.
  package var head: Int
  /// Where auxiliaries and head begin, after adverbs in front.
  package var core: Int
  /// The lemma of the head.
  package var lemma: WordID
  package var form: Form
  package var passive: Bool
  package var negated: Bool
  /// The lemma of the modal: `will`, `may`.
  package var modal: WordID?
  package var tense: Tense
  /// The adjective after a copula: `is confident`.
  package var complement: Int?
  /// The row of the sentence.
  package var sentence: Int
}
