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

  package init() { bits = 0 }
  // One initialiser a number of classes, so that a set written in the code is a constant.
  @inline(__always) package init(_ one: WordClass) { bits = one.bit }
  @inline(__always) package init(_ one: WordClass, _ two: WordClass) { bits = one.bit | two.bit }
  @inline(__always) package init(_ one: WordClass, _ two: WordClass, _ three: WordClass) {
    bits = one.bit | two.bit | three.bit
  }
  @inline(__always)
  package init(_ one: WordClass, _ two: WordClass, _ three: WordClass, _ four: WordClass) {
    bits = one.bit | two.bit | three.bit | four.bit
  }
  @inline(__always)
  package init(
    _ one: WordClass, _ two: WordClass, _ three: WordClass, _ four: WordClass, _ five: WordClass,
    _ more: WordClass...
  ) {
    bits = more.reduce(one.bit | two.bit | three.bit | four.bit | five.bit) { $0 | $1.bit }
  }

  /// Both together.
  @inline(__always)
  package static func | (one: WordClasses, other: WordClasses) -> WordClasses {
    WordClasses(one.bits | other.bits)
  }
  @inline(__always) package func has(_ one: WordClass) -> Bool { bits & one.bit != 0 }
  @inline(__always) package func hasAny(_ other: WordClasses) -> Bool { bits & other.bits != 0 }
  package var isEmpty: Bool { bits == 0 }

  /// Any form of a full verb.
  @inline(__always) package static var verbs: WordClasses {
    WordClasses(.verbBase, .verbS, .verbPast) | WordClasses(.verbParticiple, .verbIng)
  }

  /// The classes whose words are listed one by one.
  @inline(__always) static var closed: WordClasses {
    WordClasses(.determiner, .possessive, .genitive, .subjectPronoun)
      | WordClasses(.objectPronoun, .relative, .subordinator, .whWord)
      | WordClasses(.preposition, .to, .conjunction, .be)
      | WordClasses(.have, .doAuxiliary, .modal, .negation)
      | WordClasses(.adverb, .number, .day)
  }
}
