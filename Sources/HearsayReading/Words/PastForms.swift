import HearsayText

/// Forms in -ed and irregular pasts: finite, participle or adjective.
extension WordClassScanner {
  func pastClass(_ row: Int, _ classes: WordClasses) -> WordClass {
    guard classes.has(.verbPast), classes.has(.verbParticiple) else {
      return classes.has(.verbPast) ? pastOrBase(row, classes) : participle(row, classes)
    }
    if classes.has(.verbBase), isBase(row) { return .verbBase }
    switch lastClass {
    case .determiner where tags(last).has(.bareDeterminer):
      if nominalFollows(row), classes.has(.adjective) { return .adjective }
      return isReduced(row) ? .verbParticiple : .verbPast
    case .determiner, .possessive, .genitive:
      return nominalFollows(row) || adjectiveFollows(row) ? .adjective : .noun
    case .adjective:
      if nominalFollows(row) || adjectiveFollows(row) { return .adjective }
      return clauses.anyWaits ? .verbPast : .verbParticiple
    case .preposition: return nominalFollows(row) ? .adjective : .verbParticiple
    case .stop, .subordinator: return .verbParticiple
    case .verbParticiple where saysNext(row): return .verbPast
    case .verbParticiple:
      let subject = clauses.needsVerb && clauses.hasSubject && lastVerb == .verbParticiple
      return subject ? .verbPast : .verbParticiple
    case .verbBase, .verbS, .verbPast, .verbIng: return .verbParticiple
    case .subjectPronoun
    where tags(last).has(.bareDeterminer) && (adjunctFollows(row) || verbFollows(row)):
      return .verbParticiple
    case .subjectPronoun, .relative, .whWord: return .verbPast
    case .mark: return afterMark(row)
    case .quote: return afterQuote(row, classes)
    case .conjunction: return afterConjunction(row, classes)
    case .number where nominalFollows(row) && classes.has(.adjective): return .adjective
    default: return afterNominal(row)
    }
  }

  /// `Let me`, `to come and put`: one of the forms that are all alike.
  private func isBase(_ row: Int) -> Bool {
    switch lastClass {
    case .stop, .quote: objectStarts(row)
    case .conjunction: lastVerb == .to || lastVerb == .modal || lastVerb == .verbBase
    default: false
    }
  }

  private func pastOrBase(_ row: Int, _ classes: WordClasses) -> WordClass {
    classes.has(.noun) && determined ? .noun : .verbPast
  }

  private func participle(_ row: Int, _ classes: WordClasses) -> WordClass {
    if determined, nominalFollows(row) { return .adjective }
    let plural = lastClass == .subjectPronoun || last >= 0 && isPlural(last)
    if classes.has(.verbBase), plural || lastClass == .relative { return .verbBase }
    return .verbParticiple
  }

  /// `the group attacked`, `weapons seized in the raid`: by what the clause still waits for.
  private func afterNominal(_ row: Int) -> WordClass {
    if tags(row).has(.quoteVerb), numberFollows(row) || isUnreduced(row) { return .verbPast }
    if isReduced(row) { return .verbParticiple }
    if tags(row).has(.transitivePast), adjunctFollows(row) { return .verbParticiple }
    let says = tags(row).has(.quoteVerb) && (clauses.isCoordinated || !adjunctFollows(row))
    if clauses.needsVerb || says || endsHere(row) { return .verbPast }
    if clauses.isCoordinated { return adjunctFollows(row) ? .verbParticiple : .verbPast }
    return objectStarts(row) && !tags(row).has(.namingParticiple) ? .verbPast : .verbParticiple
  }

  /// `won and lost`, `were beaten and robbed`: as the verb before.
  private func afterConjunction(_ row: Int, _ classes: WordClasses) -> WordClass {
    if agentFollows(row) { return .verbParticiple }
    if tags(row).has(.quoteVerb), saysBehind(row) { return .verbPast }
    if nominalFollows(row), classes.has(.adjective), !clauses.isCoordinated,
      !tokens[row + 1].flags.contains(.capital)
    {
      return .adjective
    }
    if last == row - 1, row - 2 >= sentence.lowerBound {
      switch self.classes[row - 2] {
      case .verbParticiple: return .verbParticiple
      case .verbPast: return .verbPast
      default: break
      }
    }
    switch lastVerb {
    case .have, .be: return .verbParticiple
    default: return clauses.anyWaits ? .verbPast : .verbParticiple
    }
  }

  /// `was joined by them and joked, “…”`, `is late and said that`, `was held and told police that`:
  /// its own words follow; `was held and told that` was not the one who told.
  private func saysBehind(_ row: Int) -> Bool {
    guard row + 2 < sentence.upperBound else { return false }
    if tags(row).has(.hearerVerb) {
      return tokens[row + 1].kind == .word && tokens[row + 2].word == function.that
        && can(row + 1).has(.noun)
    }
    if tokens[row + 1].word == function.that { return lastVerb == .be }
    if tokens[row + 1].kind == .quote { return marks[row + 1] & QuoteMark.opens != 0 }
    return tokens[row + 1].kind == .mark && marks[row + 2] & QuoteMark.opens != 0
  }

  /// After a closing mark the verb of saying; after an opening one what stood before it counts.
  private func afterQuote(_ row: Int, _ classes: WordClasses) -> WordClass {
    guard marks[row - 1] & QuoteMark.closes == 0, last == row - 1, row >= 2,
      row - 2 >= sentence.lowerBound
    else { return marks[max(last, 0)] & QuoteMark.closes == 0 ? .verbParticiple : .verbPast }
    switch self.classes[row - 2] {
    case .determiner, .possessive, .genitive, .adjective:
      return .adjective
    case .noun, .name, .subjectPronoun, .number:
      return clauses.anyWaits ? .verbPast : .verbParticiple
    default: return .verbParticiple
    }
  }

  /// `, said`, `, freed on Monday,`: after a comma the subject may still be the one before it.
  private func afterMark(_ row: Int) -> WordClass {
    if tags(row).has(.quoteVerb) { return agentFollows(row) ? .verbParticiple : .verbPast }
    guard row >= 2, row - 2 >= sentence.lowerBound else { return .verbParticiple }
    if tokens[row - 1].kind == .mark, tokens[row - 2].kind == .quote { return .verbPast }
    if isHyphen(row - 1) { return .adjective }
    if classes[row - 2] == .adjective, nominalFollows(row), !objectStarts(row) {
      return .adjective
    }
    if agentFollows(row) { return .verbParticiple }
    guard clauses.needsVerb else {
      return objectStarts(row) || !adjunctFollows(row) ? .verbPast : .verbParticiple
    }
    return adjunctFollows(row) && (!clauses.hasSubject || finiteAfterComma(row))
      ? .verbParticiple : .verbPast
  }

  private func adjunctFollows(_ row: Int) -> Bool {
    guard row + 1 < sentence.upperBound else { return false }
    return can(row + 1).hasAny(WordClasses(.preposition, .day, .to))
  }

  /// `police said in a report published on Monday`: nobody is said in a report.
  private func isUnreduced(_ row: Int) -> Bool {
    guard row + 1 < sentence.upperBound, unreduced.contains(tokens[row].word) else { return false }
    let next = tokens[row + 1].word
    // `said by telephone`
    if next == function.by {
      return row + 2 < sentence.upperBound && tags(row + 2).has(.mannerNoun)
    }
    return can(row + 1).has(.preposition) && next != function.to && next != function.as
  }

  /// `said at least 19 had died`, `said up to 30`: what looks like an adjunct opens a number.
  private func numberFollows(_ row: Int) -> Bool {
    var here = row + 1
    let end = min(sentence.upperBound, row + 6)
    while here < end, tokens[here].kind == .word, tags(here).has(.numberOpener) { here += 1 }
    guard here > row + 1, here < end, tokens[row + 1].word != function.to else { return false }
    return tokens[here].kind == .number || can(here).has(.number)
  }

  /// `who asked not to be named said`, `who declined to be identified told reporters`: nobody is named
  /// said, or named told somebody.
  private func saysNext(_ row: Int) -> Bool {
    guard last == row - 1, row + 1 < sentence.upperBound else { return false }
    // `who did not want to be named put the toll at nine`
    if row - 3 >= sentence.lowerBound, classes[row - 2] == .be, classes[row - 3] == .to,
      clauses.needsVerb, objectStarts(row)
    {
      return true
    }
    guard tags(row).has(.quoteVerb) else { return false }
    if unreduced.contains(tokens[row].word) || tokens[row + 1].word == function.that { return true }
    return tags(row).has(.hearerVerb) && tokens[row + 1].kind == .word
      && (nominalFollows(row) || objectStarts(row))
  }

  /// Whether an object begins right after this word.
  private func objectStarts(_ row: Int) -> Bool {
    guard row + 1 < sentence.upperBound else { return false }
    let next = can(row + 1)
    if next.hasAny(WordClasses(.preposition, .adverb)) { return false }
    return next.hasAny(WordClasses(.determiner, .possessive, .objectPronoun))
      || tokens[row + 1].kind == .word && tokens[row + 1].flags.contains(.capital) && !titleCase
        && !next.has(.day)
  }

  /// `prisoners held in Rodeo were freed`: the clause has or gets another finite verb.
  private func isReduced(_ row: Int) -> Bool {
    if agentFollows(row) { return true }
    guard row + 1 < sentence.upperBound else { return false }
    let next = can(row + 1)
    let adjunct =
      tags(row).has(.namingParticiple) || next.hasAny(WordClasses(.day, .to))
      || next.has(.preposition)
    return adjunct && !opensClause(row) && finiteAhead(row)
  }

  /// `announced on Monday it would`: a clause begins behind the day.
  private func opensClause(_ row: Int) -> Bool {
    guard tags(row).has(.clauseVerb) else { return false }
    var here = row + 1
    while here < sentence.upperBound, can(here).hasAny(WordClasses(.day, .preposition)) {
      here += 1
    }
    guard here < sentence.upperBound, can(here - 1).has(.day) else { return false }
    return can(here).hasAny(WordClasses(.subjectPronoun, .determiner, .possessive))
      || tokens[here].flags.contains(.capital)
  }

  private func agentFollows(_ row: Int) -> Bool {
    guard row + 1 < sentence.upperBound, tokens[row + 1].word == function.by else { return false }
    // `said by telephone`
    if row + 2 < sentence.upperBound, tags(row).has(.quoteVerb), tags(row + 2).has(.mannerNoun) {
      return false
    }
    return row + 2 >= sentence.upperBound
      || tokens[row + 2].kind != .number
        && !(can(row + 2).has(.verbIng) && !can(row + 2).has(.noun))
  }

  /// `Trump, surrounded by aides, said`: a sure finite verb right after the next comma.
  private func finiteAfterComma(_ row: Int) -> Bool {
    var here = row + 1
    let end = min(sentence.upperBound, row + 16)
    while here < end, tokens[here].kind != .mark || isHyphen(here) { here += 1 }
    guard here + 1 < end else { return false }
    return startsVerb(here + 1, can(here + 1))
  }

  /// Whether a sure finite verb comes before the clause ends.
  func finiteAhead(_ row: Int) -> Bool {
    var here = row + 1
    let end = min(sentence.upperBound, row + 16)
    while here < end {
      if tokens[here].kind != .word {
        if tokens[here].kind == .number || tokens[here].kind == .symbol || isHyphen(here) {
          here += 1; continue
        }
        return false
      }
      let classes = can(here)
      if classes.has(.modal) || classes.has(.doAuxiliary) { return true }
      if classes.has(.be) || classes.has(.have) { return !classes.has(.verbIng) && here != row + 1 }
      if classes.has(.conjunction) || classes.has(.relative) || classes.has(.whWord) {
        return false
      }
      if classes.has(.subjectPronoun), !classes.has(.determiner), !classes.has(.objectPronoun) {
        return false
      }
      if classes.has(.subordinator), !classes.has(.preposition) { return false }
      if classes.has(.to) {
        here += 2
        continue
      }
      let open =
        !tokens[here].flags.contains(.capital) && !classes.has(.noun) && !classes.has(.adjective)
      if open, classes.has(.verbS) { return true }
      if open, classes.has(.verbPast),
        !nominalFollows(here) || classes.has(.verbBase) || !classes.has(.verbParticiple)
      {
        return true
      }
      here += 1
    }
    return false
  }
}
