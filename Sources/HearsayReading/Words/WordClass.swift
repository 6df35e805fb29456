/// Coarse word classes, enough to draw borders without a parser.
package enum WordClass: UInt8, Sendable, CaseIterable {
  /// Not yet said, or nothing of the others.
  case other
  case determiner, possessive, genitive, subjectPronoun, objectPronoun, relative, subordinator
  case whWord, preposition, to, conjunction, be, have, doAuxiliary, modal, negation, adverb
  case number, noun, name, adjective, verbBase, verbS, verbPast, verbParticiple, verbIng
  case mark, stop, quote, day
}
