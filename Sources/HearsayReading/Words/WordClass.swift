/// Coarse word classes, enough to draw borders without a parser.
package enum WordClass: UInt8, Sendable, CaseIterable {
  /// Not yet said, or nothing of the others.
  case other
  case determiner, possessive, genitive, subjectPronoun, objectPronoun, relative, subordinator
  case whWord, preposition, to, conjunction, be, have, doAuxiliary, modal, negation, adverb
  case number, noun, name, adjective, verbBase, verbS, verbPast, verbParticiple, verbIng
  case mark, stop, quote, day
}

extension WordClass {
  /// The bit of this class in ``WordFacts/classes``.
  package var bit: UInt32 { 1 << UInt32(rawValue) }

  /// A full verb in any form.
  package var isVerb: Bool {
    switch self {
    case .verbBase, .verbS, .verbPast, .verbParticiple, .verbIng: true
    default: false
    }
  }

  /// An auxiliary: be, have, do, or a modal.
  package var isAuxiliary: Bool {
    switch self {
    case .be, .have, .doAuxiliary, .modal: true
    default: false
    }
  }

  /// What a noun group may end in.
  package var isNominal: Bool {
    switch self {
    case .noun, .name, .number, .subjectPronoun, .objectPronoun, .day: true
    default: false
    }
  }

  /// What may stand before the head inside a noun group.
  package var isPremodifier: Bool {
    switch self {
    case .determiner, .possessive, .genitive, .adjective, .number, .noun, .name: true
    default: false
    }
  }

  /// What opens a noun group for sure.
  package var opensNounGroup: Bool {
    self == .determiner || self == .possessive
  }
}

/// The word classes of a form as a set of bits.
package struct WordClasses: Hashable, Sendable {
  package var bits: UInt32
  package init(_ bits: UInt32) { self.bits = bits }
  package init(_ classes: WordClass...) {
    bits = classes.reduce(0) { $0 | $1.bit }
  }
  package func has(_ one: WordClass) -> Bool { bits & one.bit != 0 }
  package func hasAny(_ other: WordClasses) -> Bool { bits & other.bits != 0 }
  package var isEmpty: Bool { bits == 0 }

  /// Any form of a full verb.
  package static let verbs = WordClasses(.verbBase, .verbS, .verbPast, .verbParticiple, .verbIng)
}
