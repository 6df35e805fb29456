import HearsayText

extension WordClassScanner {
  /// The class of a listed word here; `nil` when another reading of it is meant (`a can`, `March`).
  func closedClass(_ row: Int, _ classes: WordClasses) -> WordClass? {
    let word = tokens[row].word
    if isCapitalName(row, classes) { return nil }
    if word == function.genitive { return genitiveOrVerb(row) }
    if word == function.would, tokens[row].flags.contains(.clitic) { return wouldOrHad(row) }
    if word == function.that { return thatClass(row) }
    if classes.has(.to) { return infinitiveFollows(row) ? .to : .preposition }
    if classes.has(.negation) { return .negation }
    if classes.has(.be) { return .be }
    if classes.has(.have) { return .have }
    if classes.has(.doAuxiliary) { return .doAuxiliary }
    if classes.has(.day) { if let day = dayClass(row, classes) { return day } }
    if classes.has(.modal) { return modalClass(row) }
    if classes.has(.possessive) || classes.has(.objectPronoun) || classes.has(.subjectPronoun) {
      return pronounClass(row, classes)
    }
    if classes.has(.relative) || classes.has(.whWord) { return relativeClass(row, classes) }
    if classes.has(.determiner) { return determinerClass(row, classes) }
    return linkingClass(row, classes)
  }

  /// `Will`, `US`, `May`, `IT`: listed words that are names when printed so inside a sentence.
  private func isCapitalName(_ row: Int, _ classes: WordClasses) -> Bool {
    let flags = tokens[row].flags
    guard flags.contains(.capital), !titleCase else { return false }
    if flags.contains(.allCapitals), tokens[row].length > 1 { return true }
    if classes == WordClasses(.adverb), Int(tokens[row].word) >= lexicon.frozenCount,
      row == sentence.lowerBound
    {
      return row + 1 < sentence.upperBound && tokens[row + 1].flags.contains(.capital)
    }
    guard row > sentence.lowerBound, tokens[row - 1].kind == .word else { return false }
    if classes == WordClasses(.adverb), Int(tokens[row].word) >= lexicon.frozenCount { return true }
    return classes.has(.modal) && !classes.has(.day)
      || classes.has(.number) || classes == WordClasses(.preposition, .adverb)
  }

  private func genitiveOrVerb(_ row: Int) -> WordClass {
    guard row > sentence.lowerBound else { return .genitive }
    if tags(row - 1).has(.cliticBeAfter) { return .be }
    if tokens[row - 1].word == function.letVerb { return .objectPronoun }
    guard let next = next(after: row) else { return .genitive }
    let follower = can(next)
    let determined =
      follower.has(.determiner) || follower.has(.be) || follower.has(.have)
      || tokens[next].word == function.not || next > row + 1 && can(row + 1).has(.negation)
    if determined { return .be }
    let progressive = follower.has(.verbIng) && !follower.has(.noun) && !nominalFollows(next)
    return progressive ? .be : .genitive
  }

  private func wouldOrHad(_ row: Int) -> WordClass {
    guard let next = next(after: row) else { return .modal }
    let follower = can(next)
    return follower.has(.verbParticiple) && !follower.has(.verbBase) ? .have : .modal
  }

  /// `said that`, `the plan that failed`, `that plan`.
  private func thatClass(_ row: Int) -> WordClass {
    let before = lastClass
    if row > sentence.lowerBound, tokens[row - 1].word == function.so { return .subordinator }
    let next = next(after: row)
    let verbFollows =
      next.map { startsVerb($0, can($0)) || tokens[$0].flags.contains(.clitic) } ?? false
    let follower = next.map { can($0) } ?? WordClasses()
    if endsHere(row), tokens[min(row + 1, tokens.count - 1)].kind != .quote {
      if isComma(row + 1), last >= 0, takesThat(last) { return .subordinator }
      return .subjectPronoun
    }
    switch before {
    case .adjective, .verbBase, .verbS, .verbPast, .verbParticiple, .verbIng, .be, .have,
      .doAuxiliary, .modal:
      if verbFollows, !follower.has(.noun) { return .subjectPronoun }
      return takesThat(last) || clauseStarts(row) ? .subordinator : .determiner
    case .objectPronoun: return .subordinator
    case .noun, .name, .number, .day:
      if verbFollows, before != .day { return .relative }
      if before == .day || clauses.awaitsClause || tags(last).has(.thatNoun) {
        return .subordinator
      }
      return finiteAhead(row) ? .relative : .subordinator
    case .mark, .quote:
      if verbFollows { return before == .mark ? .subjectPronoun : .relative }
      return .subordinator
    case .conjunction, .subjectPronoun:
      return verbFollows ? .subjectPronoun : .subordinator
    case .preposition where clauses.awaitsClause && clauseStarts(row): return .subordinator
    default: return verbFollows ? .subjectPronoun : .determiner
    }
  }

  private func isComma(_ row: Int) -> Bool {
    row < sentence.upperBound && tokens[row].kind == .mark
      && lexicon.vocabulary.firstByte(tokens[row].word) == UInt8(ascii: ",")
  }

  /// Whether `that` after this verb or adjective opens a clause as a rule.
  private func takesThat(_ row: Int) -> Bool {
    row >= sentence.lowerBound
      && (classes[row] == .adjective || classes[row] == .be || tags(row).has(.clauseVerb)
        || tags(row).has(.quoteVerb))
  }

  /// Whether what follows `that` can be a subject and a verb comes after it.
  private func clauseStarts(_ row: Int) -> Bool {
    guard row + 1 < sentence.upperBound else { return false }
    let next = can(row + 1)
    if next.has(.subjectPronoun) { return true }
    return
      (next.hasAny(WordClasses(.determiner, .possessive)) || tokens[row + 1].kind == .number
      || tokens[row + 1].flags.contains(.capital) || isPlural(row + 1)) && finiteAhead(row)
  }

  /// Whether a verb group may begin here and hardly anything else.
  func startsVerb(_ row: Int, _ classes: WordClasses) -> Bool {
    if classes.has(.modal) || classes.has(.be) || classes.has(.have) || classes.has(.doAuxiliary) {
      return true
    }
    guard !tokens[row].flags.contains(.capital) else { return false }
    if classes.has(.verbPast) || classes.has(.verbS) { return true }
    return classes.has(.verbBase) && !classes.has(.noun) && !classes.has(.adjective)
  }

  /// `to release`, `to fully release`, `to “release`; not `to prisoners`.
  private func infinitiveFollows(_ row: Int) -> Bool {
    guard var next = next(after: row) else { return false }
    if row > sentence.lowerBound, tokens[row - 1].word == function.according { return false }
    if tokens[next].kind == .quote, next + 1 < sentence.upperBound { next += 1 }
    let follower = can(next)
    if follower.isEmpty { return isUnknownVerb(next) }
    guard follower.has(.verbBase) else { return false }
    if tokens[next].flags.contains(.capital), !titleCase { return false }
    if tags(next).has(.usuallyNoun), !objectEvidence(next), !leadsOn(next) { return false }
    return !follower.has(.adjective) || follower.has(.be) || !nominalFollows(next)
  }

  /// `to dethrone the`: a word nobody listed, with an object behind it.
  private func isUnknownVerb(_ row: Int) -> Bool {
    guard tokens[row].kind == .word, !tokens[row].flags.contains(.capital),
      row + 1 < sentence.upperBound
    else { return false }
    return can(row + 1).hasAny(WordClasses(.determiner, .possessive, .objectPronoun))
  }

  /// `to campaign with`: a preposition follows.
  private func leadsOn(_ row: Int) -> Bool {
    row + 1 < sentence.upperBound && can(row + 1).has(.preposition)
      && tokens[row + 1].word != function.of
  }

  private func dayClass(_ row: Int, _ classes: WordClasses) -> WordClass? {
    let alone = !classes.hasAny(
      WordClasses(.modal, .noun, .verbBase, .verbPast) | WordClasses(.adverb))
    if alone { return .day }
    let capital = tokens[row].flags.contains(.capital)
    if classes.has(.adverb) { return .day }
    if capital, row > sentence.lowerBound { return .day }
    let numberNext = row + 1 < sentence.upperBound && tokens[row + 1].kind == .number
    return capital && numberNext ? .day : nil
  }

  private func modalClass(_ row: Int) -> WordClass? {
    switch lastClass {
    case .determiner, .possessive, .genitive, .adjective: nil
    default: .modal
    }
  }

  private func pronounClass(_ row: Int, _ classes: WordClasses) -> WordClass {
    let next = next(after: row)
    let verbNext = next.map { startsVerb($0, can($0)) } ?? false
    if classes.has(.possessive) {
      if classes.has(.relative) { return .relative }
      guard classes.has(.objectPronoun) else { return .possessive }
      return nominalFollows(row) || adjectiveNext(row) ? .possessive : .objectPronoun
    }
    if classes.has(.determiner) {
      return verbNext || next == nil || endsHere(row) ? .subjectPronoun : .determiner
    }
    if tokens[row].word == function.there { return isExpletive(next) ? .subjectPronoun : .adverb }
    guard classes.has(.objectPronoun), classes.has(.subjectPronoun) else {
      return classes.has(.objectPronoun) ? .objectPronoun : .subjectPronoun
    }
    let before = lastClass
    if verbNext, before != .preposition { return .subjectPronoun }
    return before.isVerb || before == .preposition ? .objectPronoun : .subjectPronoun
  }

  /// `there is`, `there 's`, `there may`, `is there`.
  private func isExpletive(_ next: Int?) -> Bool {
    guard inverted != .be, let next else { return inverted == .be }
    return tokens[next].flags.contains(.clitic)
      || can(next).hasAny(WordClasses(.be, .modal, .have, .doAuxiliary))
      || tags(next).has(.copula) && can(next).hasAny(.verbs)
  }

  /// `her own`, `her only`: an adjective that is listed elsewhere too.
  private func adjectiveNext(_ row: Int) -> Bool {
    row + 1 < sentence.upperBound && can(row + 1).has(.adjective) && nominalFollows(row + 1)
  }

  func endsHere(_ row: Int) -> Bool {
    guard row + 1 < sentence.upperBound else { return true }
    return tokens[row + 1].kind != .word && tokens[row + 1].kind != .number
  }

  private func relativeClass(_ row: Int, _ classes: WordClasses) -> WordClass {
    guard classes.has(.relative) else {
      return classes.has(.subordinator) && !lastClass.isVerb ? .subordinator : .whWord
    }
    switch lastClass {
    case .noun, .name, .number, .mark, .preposition, .day, .objectPronoun, .conjunction,
      .determiner:
      return .relative
    case .subjectPronoun: return .relative
    default: return .whWord
    }
  }

  private func determinerClass(_ row: Int, _ classes: WordClasses) -> WordClass {
    guard classes.has(.adverb), row + 1 < sentence.upperBound else { return .determiner }
    let next = can(row + 1)
    let degree = next.has(.adjective) || next.has(.adverb) || tokens[row + 1].word == function.than
    return degree && !next.has(.noun) ? .adverb : nominalFollows(row) ? .determiner : .adverb
  }

  /// Prepositions, subordinators, conjunctions, adverbs, numbers; `nil` for their open readings.
  private func linkingClass(_ row: Int, _ classes: WordClasses) -> WordClass? {
    if let kind = openReading(row, classes) { return kind == .other ? nil : kind }
    if classes.has(.number) { return .number }
    if classes.has(.conjunction) {
      return classes.has(.adverb) && lastClass != .mark ? .adverb : .conjunction
    }
    if classes.has(.preposition) { return prepositionClass(row, classes) }
    if classes.has(.subordinator) {
      let inside = lastClass.isNominal || lastClass.isAuxiliary || lastClass == .relative
      return classes.has(.adverb) && inside ? .adverb : .subordinator
    }
    if classes.has(.adjective) {
      let determined =
        lastClass == .determiner || lastClass == .possessive
        || lastClass == .genitive || lastClass == .be || lastClass == .preposition
      if lastClass == .modal || lastClass == .doAuxiliary { return .adverb }
      return determined || nominalFollows(row) ? .adjective : .adverb
    }
    return classes.has(.adverb) ? .adverb : nil
  }

  /// A listed word that is also a verb or noun: `back a plan`, `the round`; `.other` says "open".
  private func openReading(_ row: Int, _ classes: WordClasses) -> WordClass? {
    guard classes.hasAny(.verbs) || classes.has(.noun) else { return nil }
    let before = lastClass
    if before == .to || before == .modal || before == .doAuxiliary, classes.has(.verbBase) {
      return .verbBase
    }
    if before == .determiner || before == .possessive || before == .genitive {
      return classes.has(.preposition) && nominalFollows(row) ? nil : .other
    }
    return classes.has(.preposition) || classes == WordClasses(.adverb) ? nil : .other
  }

  private func prepositionClass(_ row: Int, _ classes: WordClasses) -> WordClass {
    guard row + 1 < sentence.upperBound else { return .adverb }
    let next = tokens[row + 1]
    if tags(row).has(.numberHedge) {
      if next.kind == .number || can(row + 1).has(.number) { return .adverb }
    }
    if next.kind == .number || next.kind == .quote || next.kind == .symbol { return .preposition }
    guard next.kind == .word else { return .adverb }
    let follower = can(row + 1)
    if next.word == function.of, classes.has(.subordinator) { return .preposition }
    if lastClass == .have, last == row - 1, follower.has(.verbParticiple) { return .adverb }
    if tokens[row].word == function.as, next.word == function.well { return .adverb }
    if follower.hasAny(WordClasses(.relative, .whWord)), next.word != function.that {
      return .preposition
    }
    if next.word == function.that, tags(row).has(.particle), lastClass.isVerb { return .adverb }
    if classes.has(.subordinator), follower.has(.subjectPronoun), !follower.has(.objectPronoun),
      !follower.has(.determiner)
    {
      return .subordinator
    }
    if classes.has(.adjective), tokens[row + 1].word != function.to, nominalFollows(row) {
      return .adjective
    }
    guard tags(row).has(.particle) || classes.has(.adverb) else { return .preposition }
    let opens =
      follower.isEmpty
      || follower.hasAny(
        WordClasses(.determiner, .possessive, .objectPronoun, .number)
          | WordClasses(.noun, .adjective, .day))
    if follower.has(.verbIng), !follower.has(.verbBase) { return .preposition }
    return opens || next.flags.contains(.capital) ? .preposition : .adverb
  }
}
