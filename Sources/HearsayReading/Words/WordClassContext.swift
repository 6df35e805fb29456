import HearsayCore
import HearsayText

/// What was just read, for the word that follows.
extension WordClassScanner {
  /// Keeps what later words ask for.
  mutating func follow(_ row: Int) {
    let kind = classes[row]
    switch kind {
    case .adverb, .negation: return
    case .subordinator: open(0)
    case .relative, .whWord: open(ClauseStack.subject)
    case .conjunction: followConjunction(row)
    case .mark: followMark(row)
    case .quote: followQuote(row)
    case .preposition: followPreposition(row)
    case .subjectPronoun: followSubject(row)
    case .determiner, .possessive:
      if lastClass.isNominal { inPhrase = false }
    case .noun, .name, .number:
      if lastClass == .day { inPhrase = false }
      if !inPhrase { clauses.set(ClauseStack.subject) }
    case .to:
      inPhrase = true
      lastVerb = .to
    default: if kind.isVerb || kind.isAuxiliary { followVerb(row, kind) }
    }
    last = row
  }

  /// After a comma and a conjunction another clause is as likely as another verb.
  private mutating func followConjunction(_ row: Int) {
    let comma = row > sentence.lowerBound && tokens[row - 1].kind == .mark
    if comma { clauses.resume() } else { clauses.coordinate() }
  }

  private mutating func followPreposition(_ row: Int) {
    let clause = can(row).has(.subordinator)
    if clause { clauses.open(ClauseStack.unsure) }
    inPhrase = !clause
  }

  mutating func open(_ flags: UInt64) {
    clauses.open(flags)
    inPhrase = false
    inverted = .other
  }

  /// `he` after a verb that is no object: a new clause.
  private mutating func followSubject(_ row: Int) {
    inPhrase = false
    let clear = !can(row).hasAny(WordClasses(.determiner, .objectPronoun))
    if clear, clauses.hasFinite, !clauses.isCoordinated, inverted == .other {
      clauses.open(ClauseStack.subject)
    } else {
      clauses.set(ClauseStack.subject)
    }
  }

  private mutating func followVerb(_ row: Int, _ kind: WordClass) {
    inPhrase = false
    if isFinite(row, kind) {
      inverted = kind.isAuxiliary && subjectFollows(row) ? kind : .other
      // `, said one person briefed on it`: what follows is the subject, unless one waits for its
      // verb: `Lima, the mayor, said in an interview that`.
      let isInverted = (lastClass == .mark || lastClass == .quote) && !clauses.subjectWaits
      clauses.finite()
      lastVerb = kind
      if tags(row).has(.clauseVerb), !isInverted { clauses.open(ClauseStack.content) }
    } else {
      if kind == .verbBase, lastVerb != .to { lastVerb = .modal }
      if kind == .verbParticiple || kind == .verbIng {
        lastVerb = lastClass == .have || lastClass == .be ? lastClass : kind
        if tags(row).has(.clauseVerb), lastClass.isAuxiliary { clauses.open(ClauseStack.content) }
      }
      if inverted != .other, lastClass.isNominal { inverted = .other }
      inPhrase = true
    }
  }

  /// Whether the verb or auxiliary just classified makes a clause complete.
  private func isFinite(_ row: Int, _ kind: WordClass) -> Bool {
    let before = lastClass
    switch kind {
    case .verbPast, .verbS, .modal: return true
    case .verbBase:
      if before.isAuxiliary || before == .to || inverted != .other { return false }
      return before != .conjunction || lastVerb != .to && lastVerb != .modal
    case .be, .have, .doAuxiliary:
      if before == .to || before == .modal || before == .have && kind == .be { return false }
      return !can(row).hasAny(WordClasses(.verbIng))
        && (!can(row).has(.verbParticiple) || can(row).has(.verbPast))
    default: return false
    }
  }

  /// Whether a subject stands right after an auxiliary that has none before it.
  private func subjectFollows(_ row: Int) -> Bool {
    switch lastClass {
    case .stop, .mark, .quote, .conjunction, .whWord, .adverb: break
    default: return false
    }
    guard row + 1 < sentence.upperBound else { return false }
    let next = can(row + 1)
    return next.hasAny(WordClasses(.subjectPronoun, .determiner, .possessive))
      || next.isEmpty || tokens[row + 1].flags.contains(.capital)
  }

  private mutating func followMark(_ row: Int) {
    if isHyphen(row) { return }
    inPhrase = false
    inverted = .other
    switch lexicon.vocabulary.firstByte(tokens[row].word) {
    case UInt8(ascii: ";"), UInt8(ascii: ":"): clauses.reset()
    default: clauses.closeComplete()
    }
  }

  /// A long quotation is read by itself; a short one is part of its clause.
  private mutating func followQuote(_ row: Int) {
    guard marks[row] & QuoteMark.long != 0 else { return }
    inPhrase = false
    if marks[row] & QuoteMark.opens != 0 {
      outside = clauses
      clauses.reset()
    } else {
      clauses = outside
      clauses.closeComplete()
    }
  }
}
