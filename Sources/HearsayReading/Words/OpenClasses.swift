import HearsayText

extension WordClassScanner {
  /// The class of a noun, verb, adjective or adverb, by what stands beside it.
  func openClass(_ row: Int, _ classes: WordClasses) -> WordClass {
    if !classes.hasAny(.verbs), afterModal(row) { return .verbBase }
    if classes.isEmpty { return .noun }
    if classes.hasAny(.verbs) { return verbOrOther(row, classes) }
    if classes == WordClasses(.adverb) { return isInitialName(row) ? .name : .adverb }
    if classes.has(.adjective) { return adjectiveOrNoun(row, classes) }
    return isUnknownVerb(row) ? .verbS : .noun
  }

  /// `could blunt`, `to dethrone`: a verb nobody listed.
  private func afterModal(_ row: Int) -> Bool {
    if lastClass == .to { return last == row - 1 && can(row).isEmpty }
    guard lastClass == .modal, inverted == .other, !tokens[row].flags.contains(.capital) else {
      return false
    }
    return can(row) != WordClasses(.adverb)
  }

  /// `who lulls`, `he excites`: an unknown form in -s where only a verb can stand.
  private func isUnknownVerb(_ row: Int) -> Bool {
    guard lastClass == .relative || lastClass == .subjectPronoun, isGuess(row),
      !tokens[row].flags.contains(.capital), isPlural(row), last == row - 1
    else { return false }
    return !can(last).has(.determiner) || tokens[last].word == function.that
  }

  /// `Schlafly said`: the ending says adverb, the place says name.
  private func isInitialName(_ row: Int) -> Bool {
    guard row == sentence.lowerBound, Int(tokens[row].word) >= lexicon.frozenCount,
      row + 1 < sentence.upperBound
    else { return false }
    return can(row + 1).has(.verbPast) && !can(row + 1).has(.noun)
  }

  func adjectiveOrNoun(_ row: Int, _ classes: WordClasses) -> WordClass {
    guard classes.has(.noun) else {
      let alone = lastClass == .determiner && !nominalFollows(row) && !adjectiveFollows(row)
      return alone ? .noun : .adjective
    }
    if lastClass == .be { return .adjective }
    return nominalFollows(row) && !finiteFollows(row) ? .adjective : .noun
  }

  /// `the official claims that`: the next word is a verb and no noun.
  private func finiteFollows(_ row: Int) -> Bool {
    verbFollows(row) && (!can(row + 1).has(.noun) || objectEvidence(row + 1))
  }

  func adjectiveFollows(_ row: Int) -> Bool {
    guard row + 1 < sentence.upperBound else { return false }
    let next = tokens[row + 1]
    return next.kind == .mark || next.kind == .quote
      || can(row + 1).hasAny(WordClasses(.adjective, .adverb, .conjunction))
  }

  func verbFollows(_ row: Int) -> Bool {
    row + 1 < sentence.upperBound && startsVerb(row + 1, can(row + 1))
  }

  private func verbOrOther(_ row: Int, _ classes: WordClasses) -> WordClass {
    let before = lastClass
    if classes.has(.verbBase), before == .to || before == .modal || before == .doAuxiliary {
      return .verbBase
    }
    if before == .have || before == .be {
      if classes.has(.verbParticiple), !(classes.has(.adjective) && nominalFollows(row)) {
        return .verbParticiple
      }
      if classes.has(.verbIng), !classes.has(.noun) || before == .be { return .verbIng }
    }
    if inverted != .other, before.isNominal, let form = invertedForm(row, classes) { return form }
    if classes.has(.verbIng) { return ingClass(row, classes) }
    let nounlike = classes.has(.noun) || classes.has(.adjective)
    if classes.has(.verbPast) || classes.has(.verbParticiple), !(classes.has(.noun) && determined) {
      return pastClass(row, classes)
    }
    return nounlike ? nounProne(row, classes) : plainVerb(row, classes)
  }

  /// `did the group say`, `has Trump said`: the form the auxiliary before the subject asks for.
  private func invertedForm(_ row: Int, _ classes: WordClasses) -> WordClass? {
    switch inverted {
    case .doAuxiliary, .modal:
      let verb = classes.has(.verbBase) && !(tags(row).has(.usuallyNoun) && lastClass == .noun)
      return verb ? .verbBase : nil
    case .have: return classes.has(.verbParticiple) && !classes.has(.noun) ? .verbParticiple : nil
    case .be:
      if classes.has(.verbParticiple), !classes.has(.noun), !nominalFollows(row) {
        return .verbParticiple
      }
      return classes.has(.verbIng) && !classes.has(.noun) ? .verbIng : nil
    default: return nil
    }
  }

  /// Whether a noun group is open before this word.
  var determined: Bool {
    switch lastClass {
    case .determiner: !tags(last).has(.bareDeterminer)
    case .possessive, .genitive, .adjective, .preposition: true
    default: false
    }
  }

  /// `chief operating officer`, `company managing director`.
  private func officeFollows(_ row: Int) -> Bool {
    guard last == row - 1, lastClass.isNominal || lastClass == .adjective,
      officeForms.contains(tokens[row].word), row + 1 < sentence.upperBound,
      tags(row + 1).has(.nameRole)
    else { return false }
    return lexicon.facts(tokens[row + 1].word).lemma == tokens[row + 1].word
  }

  private func ingClass(_ row: Int, _ classes: WordClasses) -> WordClass {
    if officeFollows(row) { return .adjective }
    switch lastClass {
    case .determiner, .possessive, .genitive, .adjective:
      return nominalFollows(row) && !classes.has(.noun) ? .adjective : .noun
    case .noun, .name, .number, .preposition:
      guard classes.has(.noun) else { return .verbIng }
      return takesObject(row) ? .verbIng : .noun
    case .stop:
      guard row == sentence.lowerBound, classes.has(.noun) || isUnknownInitial(row) else {
        return .verbIng
      }
      return verbFollows(row) ? (classes.has(.noun) ? .noun : .name) : .verbIng
    default: return .verbIng
    }
  }

  /// `a poll showing Clinton`, `by telling them that`.
  private func takesObject(_ row: Int) -> Bool {
    guard row + 1 < sentence.upperBound else { return false }
    if tokens[row + 1].flags.contains(.capital), !titleCase { return true }
    return can(row + 1).hasAny(
      WordClasses(.determiner, .possessive, .subordinator, .objectPronoun) | WordClasses(.whWord))
  }

  private func isUnknownInitial(_ row: Int) -> Bool {
    Int(tokens[row].word) >= lexicon.frozenCount
  }
}
