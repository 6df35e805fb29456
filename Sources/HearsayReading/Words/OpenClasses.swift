import HearsayText

extension WordClassScanner {
  /// The class of a noun, verb, adjective or adverb, by what stands beside it.
  func openClass(_ row: Int, _ classes: WordClasses) -> WordClass {
    if classes.isEmpty { return .noun }
    if classes.hasAny(.verbs) { return verbOrOther(row, classes) }
    if classes == WordClasses(.adverb) { return isInitialName(row) ? .name : .adverb }
    if classes.has(.adjective) { return adjectiveOrNoun(row, classes) }
    return .noun
  }

  /// `Schlafly said`: the ending says adverb, the place says name.
  private func isInitialName(_ row: Int) -> Bool {
    guard row == sentence.lowerBound, Int(tokens[row].word) >= lexicon.frozenCount,
      row + 1 < sentence.upperBound
    else { return false }
    return can(row + 1).has(.verbPast) && !can(row + 1).has(.noun)
  }

  private func adjectiveOrNoun(_ row: Int, _ classes: WordClasses) -> WordClass {
    guard classes.has(.noun) else {
      let alone = lastClass == .determiner && !nominalFollows(row) && !adjectiveFollows(row)
      return alone ? .noun : .adjective
    }
    return nominalFollows(row) && !verbFollows(row) ? .adjective : .noun
  }

  private func adjectiveFollows(_ row: Int) -> Bool {
    guard row + 1 < sentence.upperBound else { return false }
    let next = tokens[row + 1]
    return next.kind == .mark || next.kind == .quote
      || can(row + 1).hasAny(WordClasses(.adjective, .adverb, .conjunction))
  }

  private func verbFollows(_ row: Int) -> Bool {
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
    if classes.has(.verbIng) { return ingClass(row, classes) }
    let nounlike = classes.has(.noun) || classes.has(.adjective)
    if classes.has(.verbPast) || classes.has(.verbParticiple), !(classes.has(.noun) && determined) {
      return pastClass(row, classes)
    }
    return nounlike ? nounProne(row, classes) : plainVerb(row, classes)
  }

  /// Whether a noun group is open before this word.
  private var determined: Bool {
    switch lastClass {
    case .determiner: !tags(last).has(.bareDeterminer)
    case .possessive, .genitive, .adjective, .preposition: true
    default: false
    }
  }

  private func ingClass(_ row: Int, _ classes: WordClasses) -> WordClass {
    switch lastClass {
    case .determiner, .possessive, .genitive, .adjective:
      return nominalFollows(row) && !classes.has(.noun) ? .adjective : .noun
    case .noun, .name, .number, .preposition:
      guard classes.has(.noun) else { return .verbIng }
      let next = row + 1 < sentence.upperBound ? can(row + 1) : WordClasses()
      let object = next.has(.determiner) || next.has(.possessive) || next.has(.subordinator)
      return object ? .verbIng : .noun
    case .stop:
      guard row == sentence.lowerBound, classes.has(.noun) || isUnknownInitial(row) else {
        return .verbIng
      }
      return verbFollows(row) ? (classes.has(.noun) ? .noun : .name) : .verbIng
    default: return .verbIng
    }
  }

  private func isUnknownInitial(_ row: Int) -> Bool {
    Int(tokens[row].word) >= lexicon.frozenCount
  }

  /// A form in -ed or an irregular past: finite, participle or adjective.
  private func pastClass(_ row: Int, _ classes: WordClasses) -> WordClass {
    let both = classes.has(.verbPast) && classes.has(.verbParticiple)
    guard both else {
      return classes.has(.verbPast) ? pastOrBase(row, classes) : participle(row, classes)
    }
    let before = lastClass
    switch before {
    case .determiner where tags(last).has(.bareDeterminer):
      return byFollows(row) || nominalFollows(row) && classes.has(.adjective)
        ? (nominalFollows(row) ? .adjective : .verbParticiple) : .verbPast
    case .determiner, .possessive, .genitive, .adjective:
      if nominalFollows(row) || adjectiveFollows(row) { return .adjective }
      return before == .adjective ? .verbPast : .noun
    case .preposition: return nominalFollows(row) ? .adjective : .verbParticiple
    case .number:
      if nominalFollows(row), classes.has(.adjective) { return .adjective }
      return isReduced(row) ? .verbParticiple : .verbPast
    case .stop, .subordinator: return .verbParticiple
    case .verbBase, .verbS, .verbPast, .verbParticiple, .verbIng: return .verbParticiple
    case .subjectPronoun, .relative, .whWord: return .verbPast
    case .mark: return afterComma(row)
    case .objectPronoun: return .verbParticiple
    default: return isReduced(row) ? .verbParticiple : .verbPast
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

  private func byFollows(_ row: Int) -> Bool {
    row + 1 < sentence.upperBound
      && (tokens[row + 1].word == function.by || can(row + 1) == WordClasses(.preposition))
  }

  /// `, said`, `, freed on Monday,`: after a comma the subject may still be the one before it.
  private func afterComma(_ row: Int) -> WordClass {
    if tags(row).has(.quoteVerb) { return agentFollows(row) ? .verbParticiple : .verbPast }
    guard row >= 2, row - 2 >= sentence.lowerBound else { return .verbParticiple }
    if tokens[row - 1].kind == .mark, tokens[row - 2].kind == .quote { return .verbPast }
    let next = row + 1 < sentence.upperBound ? can(row + 1) : WordClasses()
    let adjunct =
      tokens[min(row + 1, sentence.upperBound - 1)].word == function.by
      || next.has(.preposition) || next.has(.day) || next.has(.to)
    return adjunct && !finiteSeen ? .verbParticiple : .verbPast
  }

  /// `prisoners held in Rodeo were freed`: the clause has or gets another finite verb.
  private func isReduced(_ row: Int) -> Bool {
    if agentFollows(row) { return true }
    guard byFollows(row) || row + 1 < sentence.upperBound && can(row + 1).has(.day) else {
      return false
    }
    return finiteAhead(row)
  }

  private func agentFollows(_ row: Int) -> Bool {
    row + 1 < sentence.upperBound && tokens[row + 1].word == function.by
  }

  /// `a social media post`: a group that begins so is singular, whatever stands before its head.
  private var afterSingularArticle: Bool {
    var here = last
    while here >= sentence.lowerBound, here > last - 4,
      classes[here] == .noun || classes[here] == .adjective
    { here -= 1 }
    return here >= sentence.lowerBound && classes[here] == .determiner
      && tokens[here].word == function.article
      || here >= sentence.lowerBound && classes[here] == .determiner
        && lexicon.facts(tokens[here].word).lemma == function.article
  }

  /// Whether a sure finite verb comes before the clause ends.
  private func finiteAhead(_ row: Int) -> Bool {
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

  /// A verb form that is no noun: believe, insists.
  private func plainVerb(_ row: Int, _ classes: WordClasses) -> WordClass {
    let finite: WordClass = classes.has(.verbS) ? .verbS : .verbBase
    switch lastClass {
    case .determiner: return tags(last).has(.bareDeterminer) ? finite : .noun
    case .possessive, .genitive, .adjective, .preposition: return .noun
    default: return finite
    }
  }

  /// A form that is as often a noun: it is a verb only with evidence on both sides.
  private func nounProne(_ row: Int, _ classes: WordClasses) -> WordClass {
    let other: WordClass = classes.has(.noun) ? .noun : .adjective
    let finite: WordClass = classes.has(.verbS) ? .verbS : .verbBase
    guard !determined, !isStart else { return other }
    if finite == .verbBase, lastClass == .noun, afterSingularArticle { return other }
    switch subjectEvidence(finite) {
    case .sure: return finite
    case .none: return other
    case .some:
      if objectEvidence(row) { return finite }
      return !finiteSeen && !finiteAhead(row) && !nominalFollows(row) ? finite : other
    }
  }

  private enum Evidence { case none, some, sure }

  /// What stands left of a possible finite verb.
  private func subjectEvidence(_ finite: WordClass) -> Evidence {
    switch lastClass {
    case .subjectPronoun: return .sure
    case .relative: return .sure
    case .name: return finite == .verbS || isPlural(last) ? .some : .none
    case .noun:
      if isPlural(last) == (finite == .verbBase) { return .some }
      return headBeforePhrase.map { isPlural($0) == (finite == .verbBase) } ?? false ? .some : .none
    case .number: return finite == .verbBase ? .some : .none
    case .determiner: return tags(last).has(.bareDeterminer) && finite == .verbBase ? .some : .none
    case .conjunction: return .some
    case .quote, .mark: return finite == .verbS ? .some : .none
    default: return .none
    }
  }

  /// `households in the valley hold`: the noun before the phrase that ends here.
  private var headBeforePhrase: Int? {
    var here = last
    while here > sentence.lowerBound, here > last - 6 {
      switch classes[here] {
      case .noun, .name, .adjective, .determiner, .possessive, .number: here -= 1
      case .preposition:
        let before = here - 1
        return classes[before] == .noun || classes[before] == .name ? before : nil
      default: return nil
      }
    }
    return nil
  }

  /// What stands right of a possible verb: `claims that`, `plans a`, `calls for`.
  private func objectEvidence(_ row: Int) -> Bool {
    guard row + 1 < sentence.upperBound else { return false }
    let next = tokens[row + 1]
    if next.kind == .quote { return true }
    if next.kind == .mark {
      return lexicon.vocabulary.form(next.word).first == UInt8(ascii: ":")
    }
    if next.kind == .number { return true }
    let classes = can(row + 1)
    if next.flags.contains(.capital), !titleCase { return true }
    if classes.hasAny(
      WordClasses(.determiner, .possessive, .objectPronoun, .subjectPronoun, .whWord, .to))
    {
      return true
    }
    return tags(row + 1).has(.particle) && classes.has(.adverb)
  }

  /// Whether a noun here is in the plural.
  func isPlural(_ row: Int) -> Bool {
    let word = tokens[row].word
    let tags = lexicon.tags(word)
    if tags.has(.plural) { return true }
    if tags.has(.singularInS) { return false }
    let form = lexicon.vocabulary.form(word)
    guard form.last == UInt8(ascii: "s"), form.count > 3 else { return false }
    return lexicon.facts(word).lemma != word
  }
}
