import HearsayText

/// Whether a content ends at a comma or conjunction, and what begins there.
extension SpeechScanner {
  /// Whether content ends at a comma before `next`; the comma may stand inside a closing mark.
  func stops(before next: Int, comma: Int, _ walk: ContentWalk) -> Bool {
    guard next < end, mask[next] < 0 else { return false }
    if tables.accordingWords.has(tokens[next].word) { return true }
    if walk.context.relative {
      // `, who said 83 were hurt, 52 of them seriously`: a number that has no verb goes on.
      return !isCounted(next) || clauseFollows(next)
    }
    if walk.context.fronted {
      if clauseFollows(next) || finiteGroup(at: next) { return true }
      if walk.context.isClause { return false }
    }
    if kind(next) == .conjunction { return stopsAtConjunction(next, walk, afterComma: true) }
    if tables.borders.tailAdverbs.contains(tokens[next].word) {
      return !walk.context.isClause || walk.isWhole
    }
    return walk.context.isClause ? endsClause(next, walk) : endsGroup(next, comma, walk)
  }

  /// After a clause: `, which` 14/19, `, who` 8/11, `, where` 4/6, `, while` 8/12, `, a plan that`
  /// 9/12, `, 34 % say` 5/7 (not `, four were hurt`); `, -ing` only where the writer comments (20/37 of all).
  private func endsClause(_ next: Int, _ walk: ContentWalk) -> Bool {
    let word = tokens[next].word
    switch kind(next) {
    case .verbIng: return walk.context.frame == .quote || isCue(at: next) || isComment(next)
    case .relative, .whWord: return walk.isWhole && word != function.that
    case .determiner:
      return walk.isWhole && tables.borders.summaries.contains(word) && !clauseFollows(next)
        && !listGoesOn(next - 1)
    case .number: return clauseFollows(next) && isCueVerbAfterSubject(next)
    case .subordinator:
      if tables.borders.contrasts.contains(word) { return walk.isWhole }
      if tables.borders.concessions.contains(word) { return isCueVerbAfterSubject(next + 1) }
      return cueClause(next, walk) || isCue(at: next + 1)
    case .preposition:
      return walk.isWhole && tables.borders.besidePrepositions.contains(word)
        && !isCounted(next + 1)
    default: return false
    }
  }

  /// `, with 30 still missing`: a number goes on with those before it.
  private func isCounted(_ row: Int) -> Bool {
    row < end && (kind(row) == .number || numberAfter(row) != nil)
  }

  /// After a noun group: `, -ing` 28/32, `, the` 27/41, `, which` 10/10, `, he` 5/7, `, talked over`
  /// 7/9, `, with` 4/6.
  private func endsGroup(_ next: Int, _ comma: Int, _ walk: ContentWalk) -> Bool {
    switch kind(next) {
    case .verbIng, .subjectPronoun: return true
    case .verbParticiple: return !asideGoesOn(comma)
    case .verbPast, .verbS, .be, .have, .modal, .doAuxiliary:
      guard finiteGroup(at: next), walk.finite == 0 else { return false }
      return walk.context.group.form != .finite || agrees(next, walk.context.group)
    case .relative: return tokens[next].word != function.that && !asideGoesOn(comma)
    case .determiner: return !listGoesOn(comma) && !asideGoesOn(comma)
    case .subordinator: return true
    case .preposition: return tables.borders.besidePrepositions.contains(tokens[next].word)
    default: return false
    }
  }

  /// A verb after `and` belongs to the cue's subject when it has the cue's form and the content has
  /// none (noun groups 29/33 against 3/40 of the others; clauses, with a verb of saying, 10/11).
  func stopsAtConjunction(_ row: Int, _ walk: ContentWalk, afterComma: Bool = false) -> Bool {
    let next = row + 1
    let opposite = tables.borders.opposites.contains(tokens[row].word)
    guard next < end, mask[next] < 0 else { return false }
    if tables.borders.alternatives.contains(tokens[row].word) {
      return kind(next) == .doAuxiliary
    }
    if let other = group(at: next) {
      return opposite && isCue(at: next) || begins(other, walk)
    }
    guard kind(next) == .subjectPronoun || opposite || !walk.context.isClause else {
      return isSameCueAfterSubject(next, walk.context.group)
    }
    return afterComma && beginsClause(next, opposite, walk)
      || isSameCueAfterSubject(next, walk.context.group)
  }

  private func begins(_ other: VerbGroup, _ walk: ContentWalk) -> Bool {
    let form = joinedForm(of: other)
    let own = self.form(of: walk.context.group)
    // `X hammered him, calling him a fraud and comparing`: the main verb may go on.
    let resumes =
      own == .progressive && form == .past && !walk.context.isClause
      && isComma(walk.context.group.tokens.start - 1) && walk.finite == 0
    guard own.goesOn(in: form) || resumes else { return false }
    if form == .progressive { return isCueVerb(other) || !walk.forms.contains(form) }
    guard !walk.forms.contains(form) else { return false }
    let says = isCueVerb(other)
    return walk.context.isClause ? says : walk.finite == 0 || says
  }

  /// `, but he`: 6/7 after a clause, `, and the` with a verb 4/5 after a noun group.
  private func beginsClause(_ row: Int, _ opposite: Bool, _ walk: ContentWalk) -> Bool {
    var next = row
    while next < end, kind(next) == .adverb, groupAt[next] < 0 { next += 1 }
    if let after = afterTime(next), after < end { next = after }
    if walk.context.isClause {
      guard kind(next) == .subjectPronoun else { return false }
      return opposite && clauseFollows(next) || isCueAfterSubject(next)
    }
    return clauseFollows(next)
  }

  /// `had agreed and said`: a participle that may as well be a past.
  private func joinedForm(of other: VerbGroup) -> VerbForm {
    let form = form(of: other)
    guard form == .participle, !other.passive else { return form }
    return WordClasses(lexicon.facts(tokens[other.head].word).classes).has(.verbPast) ? .past : form
  }

  /// Whether a verb is a cue more often than not.
  func isCueVerb(_ group: VerbGroup) -> Bool {
    if tags(group.head).has(.quoteVerb) { return true }
    guard let counts = tables.counts(.verb).words[group.lemma]?.counts else {
      return tables.strengths.has(group.lemma)
    }
    return counts.all.yes > counts.all.no
  }

  private func agrees(_ row: Int, _ group: VerbGroup) -> Bool {
    form(of: group).goesOn(in: form(of: groups[Int(groupAt[row])]))
  }

  private func isComment(_ row: Int) -> Bool {
    groupAt[row] >= 0 && tables.borders.comments.contains(groups[Int(groupAt[row])].lemma)
  }

  /// `a, b and c`: the comma is one of a list.
  private func listGoesOn(_ comma: Int) -> Bool {
    var here = comma + 1
    let limit = min(end, comma + 14)
    while here < limit {
      if kind(here) == .conjunction { return isComma(here - 1) || kind(here - 1).isNominal }
      if groupAt[here] >= 0 { return false }
      here += 1
    }
    return false
  }

  /// `quoted X, a student, as saying`: what stands between two commas is an aside.
  private func asideGoesOn(_ comma: Int) -> Bool {
    var here = comma + 1
    let limit = min(end, comma + 30)
    while here + 1 < limit, mask[here] < 0 {
      if isComma(here) {
        return tables.borders.afterAside.contains(tokens[here + 1].word) || kind(here + 1) == .to
      }
      here += 1
    }
    return false
  }

  /// Whether a verb of saying stands here.
  func isCue(at row: Int) -> Bool {
    guard row < end, groupAt[row] >= 0 else { return false }
    let group = groups[Int(groupAt[row])]
    guard tags(group.head).has(.quoteVerb), !group.passive else { return false }
    return frame(after: group, lemma: group.lemma).frame != .nounGroup
  }

  /// As in `and one in four said`.
  private func isSameCueAfterSubject(_ row: Int, _ group: VerbGroup) -> Bool {
    guard let next = nounGroupEnd(row), finiteGroup(at: next) else { return false }
    let other = groups[Int(groupAt[next])]
    return other.lemma == group.lemma && tags(other.head).has(.quoteVerb)
  }

  /// `, though they blame`.
  private func isCueVerbAfterSubject(_ row: Int) -> Bool {
    guard let next = nounGroupEnd(row), finiteGroup(at: next) else { return false }
    return isCueVerb(groups[Int(groupAt[next])])
  }

  private func isCueAfterSubject(_ row: Int) -> Bool {
    guard let next = nounGroupEnd(row), finiteGroup(at: next) else { return false }
    return isCue(at: next)
  }

  /// `, because he worries`: a clause whose verb is a cue of its own.
  private func cueClause(_ row: Int, _ walk: ContentWalk) -> Bool {
    guard tokens[row].word != function.that, !walk.context.isClause else { return false }
    return isCueAfterSubject(row + 1)
  }
}
