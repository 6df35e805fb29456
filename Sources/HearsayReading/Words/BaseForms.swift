import HearsayText

/// Base forms and forms in -s: finite verb or noun.
extension WordClassScanner {
  /// A verb form that is no noun: believe, insists.
  func plainVerb(_ row: Int, _ classes: WordClasses) -> WordClass {
    let finite: WordClass = classes.has(.verbS) ? .verbS : .verbBase
    switch lastClass {
    case .determiner: return tags(last).has(.bareDeterminer) ? finite : .noun
    case .possessive, .genitive, .adjective, .preposition: return .noun
    case .relative where isWhose: return .noun
    default: return finite
    }
  }

  /// A form that is as often a noun: it is a verb only with evidence on both sides.
  func nounProne(_ row: Int, _ classes: WordClasses) -> WordClass {
    let other: WordClass = classes.has(.adjective) ? adjectiveOrNoun(row, classes) : .noun
    let finite: WordClass = classes.has(.verbS) ? .verbS : .verbBase
    let usuallyVerb = tags(row).has(.usuallyVerb)
    let usuallyNoun = tags(row).has(.usuallyNoun)
    if determined || lastClass == .relative && isWhose { return other }
    // `the car that police had stopped`
    if lastClass == .relative, tags(row).has(.plural), verbFollows(row) || sumFollows(row) {
      return other
    }
    if isSum(row, finite) || saysOfPlural(row, finite) { return finite }
    if followsManner(row), usuallyVerb || objectEvidence(row) { return finite }
    if isStart { return usuallyVerb && objectEvidence(row) ? finite : other }
    if finite == .verbBase, lastClass == .noun, afterSingularArticle { return other }
    switch subjectEvidence(finite) {
    case .sure: return finite
    case .none: return other
    case .some:
      guard clauses.subjectWaits || lastClass == .conjunction else {
        return usuallyVerb && objectEvidence(row) ? finite : other
      }
      if objectEvidence(row) {
        let waits = usuallyNoun && !tags(row).has(.clauseVerb) && finiteAhead(row)
        return waits ? other : finite
      }
      if usuallyNoun { return other }
      return (usuallyVerb || !nominalFollows(row)) && !finiteAhead(row) ? finite : other
    }
  }

  /// `Figures from the ministry show 14 died`: the plural before the phrase is the subject.
  private func saysOfPlural(_ row: Int, _ finite: WordClass) -> Bool {
    guard finite == .verbBase, last == row - 1, lastClass == .noun || lastClass == .name,
      tags(row).has(.clauseVerb), clauses.subjectWaits, !finiteAhead(row),
      objectEvidence(row) || row + 1 < sentence.upperBound && can(row + 1).has(.number)
    else { return false }
    var here = last
    while here > sentence.lowerBound, here > last - 8,
      classes[here].isNominal || classes[here] == .adjective || classes[here] == .determiner
    { here -= 1 }
    return here > sentence.lowerBound && classes[here] == .preposition
      && classes[here - 1] == .noun && isPlural(here - 1)
  }

  /// `that arrests now total`.
  private func sumFollows(_ row: Int) -> Bool {
    let next =
      row + 1 < sentence.upperBound && can(row + 1) == WordClasses(.adverb) ? row + 2 : row + 1
    return next < sentence.upperBound && summing.contains(tokens[next].word)
  }

  /// `Arrests now total nine`: between a plural that waits for its verb and a number.
  private func isSum(_ row: Int, _ finite: WordClass) -> Bool {
    guard finite == .verbBase, lastClass == .noun, last >= 0, isPlural(last),
      row + 1 < sentence.upperBound, clauses.subjectWaits, row - last <= 2, row > last
    else { return false }
    return (tokens[row + 1].kind == .number || can(row + 1).has(.number))
      && summing.contains(tokens[row].word)
  }

  /// `whose plans`: what follows is a noun.
  private var isWhose: Bool { can(last).has(.possessive) }

  /// `polls clearly show`: an adverb of manner between a noun and this word.
  private func followsManner(_ row: Int) -> Bool {
    guard row - 1 > last, lastClass == .noun || lastClass == .name, classes[row - 1] == .adverb
    else { return false }
    let form = lexicon.vocabulary.form(tokens[row - 1].word)
    return form.count > 5 && form.suffix(2).elementsEqual("ly".utf8)
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
    default:
      // `32% call themselves`
      let share = last >= sentence.lowerBound && tokens[last].kind == .symbol
      return share && finite == .verbBase ? .some : .none
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

  /// `a social media post`: a group that begins so is singular, whatever stands before its head.
  private var afterSingularArticle: Bool {
    var here = last
    while here >= sentence.lowerBound, here > last - 4,
      classes[here] == .noun || classes[here] == .adjective
    { here -= 1 }
    guard here >= sentence.lowerBound, classes[here] == .determiner else { return false }
    return lexicon.facts(tokens[here].word).lemma == function.article
  }

  /// What stands right of a possible verb: `claims that`, `plans a`, `calls for`.
  func objectEvidence(_ row: Int) -> Bool {
    guard row + 1 < sentence.upperBound else { return false }
    let next = tokens[row + 1]
    if next.kind == .quote { return marks[row + 1] & QuoteMark.closes == 0 }
    if next.kind == .mark {
      return lexicon.vocabulary.firstByte(next.word) == UInt8(ascii: ":")
    }
    if next.kind == .number { return true }
    let classes = can(row + 1)
    if next.flags.contains(.capital), !titleCase { return true }
    if classes.hasAny(
      WordClasses(.determiner, .possessive, .objectPronoun, .subjectPronoun)
        | WordClasses(.whWord, .to))
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
