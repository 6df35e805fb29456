import HearsayText

/// Whose verb it is.
struct Subject: Sendable {
  /// The words; `nil` when nobody is named.
  var range: TokenRange?
  var evidence: CueEvidence
  /// Whether it is a relative pronoun.
  var isRelative = false
}

extension SpeechScanner {
  /// The subject of a verb group, found from the words before it.
  func subject(of row: Int, depth: Int = 0) -> Subject {
    let group = groups[row]
    switch group.form {
    case .finite: return finiteSubject(row, depth)
    case .infinitive: return governed(row, depth, evidence: .infinitive)
    case .progressive, .participle: return reducedSubject(row, depth)
    }
  }

  /// The group of the unit before this one, if any.
  private func groupBefore(_ row: Int, finite: Bool) -> Int? {
    var here = row - 1
    var nearest: Int?
    while here >= 0, here > row - 16, groups[here].tokens.start >= start {
      if mask[groups[here].head] < 0, !finite || groups[here].form == .finite {
        if !finite || !isSubordinate(groups[here]) { return here }
        if nearest == nil { nearest = here }
      }
      here -= 1
    }
    return nearest
  }

  /// Whether a clause is opened by `that`, `whether`, `who`: another verb is the sentence's own.
  private func isSubordinate(_ group: VerbGroup) -> Bool {
    var here = group.tokens.start - 1
    let lower = max(start, here - 12)
    while here >= lower, mask[here] < 0 {
      switch kind(here) {
      case .subordinator, .relative, .whWord: return true
      case .mark, .stop, .quote, .conjunction, .verbPast, .verbS, .verbBase, .be, .have, .modal:
        // `said he would`: a clause without `that`.
        return kind(here) != .mark && kind(here) != .conjunction && kind(here) != .stop
          && kind(here) != .quote && kind(here).isVerb
      default: here -= 1
      }
    }
    return false
  }

  private func groupAfter(_ row: Int) -> Int? {
    var here = row + 1
    while here < groups.count, here < row + 16, groups[here].head < end {
      if mask[groups[here].head] < 0, groups[here].form == .finite { return here }
      here += 1
    }
    return nil
  }

  /// The source of the attribution whose content ends where this clause begins.
  private func sharedSource(endingAt row: Int) -> TokenRange? {
    var here = found.count - 1
    while here >= 0, here > found.count - 8 {
      let one = found[here]
      here -= 1
      guard one.unit == unitRow, one.parent == parent, let source = one.source else { continue }
      let last = one.content.map(\.end).max() ?? 0
      if last <= row + 1, last >= row - 2 { return source }
    }
    return nil
  }

  /// Whoever does the verb that this one hangs from.
  private func governed(_ row: Int, _ depth: Int, evidence: CueEvidence) -> Subject {
    if evidence != .infinitive, let shared = sharedSource(endingAt: groups[row].tokens.start - 1) {
      return Subject(range: shared, evidence: evidence)
    }
    guard depth < 6, let before = groupBefore(row, finite: evidence != .infinitive) else {
      return Subject(range: nil, evidence: evidence)
    }
    // `told him to leave`: the hearer is the one who acts, not the teller.
    var subject = subject(of: before, depth: depth + 1)
    subject.evidence = evidence
    return subject
  }

  private func reducedSubject(_ row: Int, _ depth: Int) -> Subject {
    let group = groups[row]
    let ing = group.form == .progressive
    let before = group.tokens.start - 1
    guard before >= start, mask[before] < 0 else {
      guard depth < 6, before < start, let next = groupAfter(row) else {
        return governed(row, depth, evidence: ing ? .ingComma : .participleComma)
      }
      var subject = subject(of: next, depth: depth + 1)
      subject.evidence = ing ? .ingFirst : .participleFirst
      return subject
    }
    switch kind(before) {
    case .noun, .name, .number:
      if !tags(before).has(.lightNoun), timeAt[before] < 0,
        let range = nounGroup(endingAt: before, lower: start), !ing || canSpeak(range)
      {
        return Subject(range: range, evidence: ing ? .ingNoun : .participleNoun)
      }
    case .preposition, .subordinator:
      if before == start, depth < 6, let next = groupAfter(row) {
        var subject = subject(of: next, depth: depth + 1)
        subject.evidence = ing ? .ingPreposition : .participlePreposition
        return subject
      }
      return governed(row, depth, evidence: ing ? .ingPreposition : .participlePreposition)
    case .conjunction:
      return governed(row, depth, evidence: ing ? .ingConjunction : .participleConjunction)
    case .mark:
      return governed(row, depth, evidence: ing ? .ingComma : .participleComma)
    default: break
    }
    return governed(row, depth, evidence: ing ? .ingOther : .participleOther)
  }

  /// Whether a noun group names persons, a body or a paper, so that a participle after it is its own.
  func speaks(_ range: TokenRange) -> Bool {
    if range.count == 1, kind(range.start) == .subjectPronoun { return true }
    return canSpeak(range) || range.indices.prefix(16).contains { kind($0) == .name }
  }

  private func canSpeak(_ range: TokenRange) -> Bool {
    guard let head = headNoun(range) else { return false }
    if kind(head) == .name || kind(head) == .number { return true }
    return tags(head).has(.personNoun) || tags(head).has(.documentNoun)
      || tags(head).has(.anonymousHead) || tags(head).has(.collectiveHead)
      || tags(head).has(.organisationNoun) || tags(head).has(.governmentNoun)
  }

  private func finiteSubject(_ row: Int, _ depth: Int) -> Subject {
    let group = groups[row]
    var here = group.tokens.start - 1
    here = backOverAdjuncts(here)
    guard here >= start, mask[here] < 0 else { return Subject(range: nil, evidence: .subjectNone) }
    switch kind(here) {
    case .relative, .whWord: return relativeSubject(here)
    case .conjunction:
      if let shared = sharedSource(endingAt: here) {
        return Subject(range: shared, evidence: .subjectConjunction)
      }
      guard depth < 6, let before = groupBefore(row, finite: true) else {
        return Subject(range: nil, evidence: .subjectNone)
      }
      var subject = subject(of: before, depth: depth + 1)
      if subject.range != nil, subject.evidence == .subjectNone {
        subject.evidence = .subjectConjunction
      }
      return subject
    case .mark where isComma(here): return subjectBeforeComma(row, here, depth)
    case .mark where isDash(here):
      return subjectBeforeComma(row, here, depth)
    case .verbPast, .verbBase, .verbS, .subordinator, .adverb:
      return Subject(range: nil, evidence: .subjectNone)
    default:
      guard let range = nounGroup(endingAt: here, lower: start) else {
        return Subject(range: nil, evidence: .subjectNone)
      }
      let clean = headOfRelative(withoutLead(range)) ?? withoutLead(range)
      return Subject(range: clean, evidence: evidence(clean))
    }
  }

  /// `a charity that works in the valley insisted`: what stands before the verb is the object of
  /// the relative clause, whose head is the subject.
  private func headOfRelative(_ range: TokenRange) -> TokenRange? {
    let before = range.start - 1
    guard before > start, kind(before) == .preposition || kind(before).isVerb else { return nil }
    var here = before
    let lower = max(start + 1, before - 14)
    while here >= lower, mask[here] < 0, kind(here) != .mark, kind(here) != .stop {
      if kind(here) == .relative, let head = nounGroup(endingAt: here - 1, lower: start) {
        return TokenRange(head.start, range.end)
      }
      here -= 1
    }
    return nil
  }

  private func relativeSubject(_ row: Int) -> Subject {
    var evidence = CueEvidence.subjectWho
    if tokens[row].word == function.that {
      evidence = .subjectThat
    } else if tokens[row].word != tables.whoWord {
      evidence = .subjectWhich
    }
    return Subject(range: TokenRange(row, row + 1), evidence: evidence, isRelative: true)
  }

  /// Adverbs, days and `himself` between subject and verb.
  func backOverAdjuncts(_ row: Int) -> Int {
    var here = row
    while here >= start, mask[here] < 0 {
      if timeAt[here] >= 0, here > start, kind(here) != .name {
        let time = draft.times[Int(timeAt[here])].tokens
        guard time.start > start else { break }
        here = time.start - 1
        if kind(here) == .determiner, here > start { here -= 1 }
        if kind(here) == .preposition { here -= 1 }
      } else if kind(here) == .adverb && tokens[here].kind == .word {
        here -= 1
      } else if kind(here) == .day, here > start {
        here -= kind(here - 1) == .preposition ? 2 : 1
      } else if kind(here) == .objectPronoun, here > start,
        kind(here - 1) == .noun || kind(here - 1) == .name
          || kind(here - 1) == .subjectPronoun
      {
        here -= 1
      } else {
        break
      }
    }
    return here
  }

  /// `X, director of Y, said`: the group before the apposition, with the apposition and its comma.
  private func subjectBeforeComma(_ row: Int, _ comma: Int, _ depth: Int) -> Subject {
    var here = comma - 1
    var steps = 0
    var onlyWho = false
    while here > start, steps < 40 {
      if isComma(here) || isDash(here), mask[here] < 0 {
        let inner = TokenRange(here + 1, comma)
        if let group = nounGroup(endingAt: here - 1, lower: start),
          !onlyWho && isApposition(inner) && opensClause(group) || isWhoClause(inner)
        {
          let clean = withoutLead(outermost(group))
          return Subject(
            range: TokenRange(clean.start, comma + 1), evidence: evidence(clean))
        }
        if !onlyWho, isAdverbial(inner), let group = nounGroup(endingAt: here - 1, lower: start) {
          let whole = outermost(group)
          let clean = withoutLead(whole)
          let last = whole.start < group.start ? here + 1 : group.end
          return Subject(range: TokenRange(clean.start, last), evidence: evidence(clean))
        }
        if !onlyWho, isApposition(inner), let group = nounGroup(endingAt: here - 1, lower: start),
          !opensClause(group), let own = nounGroup(endingAt: comma - 1, lower: here + 1),
          own.start == here + 1
        {
          // `after winning in the primary, Gov. X, said`: what stands before is no subject.
          return Subject(range: TokenRange(own.start, comma + 1), evidence: evidence(own))
        }
        if !isApposition(inner) { onlyWho = true }
      }
      if taken[here] { break }
      here -= 1
      steps += 1
    }
    guard depth < 6, let before = groupBefore(row, finite: true) else {
      return Subject(range: nil, evidence: .subjectNone)
    }
    return subject(of: before, depth: depth + 1)
  }

  /// `Ana Lima, the editor of its newspaper, El Sol, said`: the name before an apposition's own.
  private func outermost(_ group: TokenRange) -> TokenRange {
    let comma = group.start - 1
    guard isComma(comma), let before = nounGroup(endingAt: comma - 1, lower: start),
      opensClause(before), let head = headNoun(before), kind(head) == .name,
      kind(group.start) != .subjectPronoun
    else { return group }
    return TokenRange(before.start, group.end)
  }

  /// Whether a noun group can be the subject of its clause: nothing before takes it as an object.
  func opensClause(_ group: TokenRange) -> Bool {
    let before = group.start - 1
    guard before >= start else { return true }
    switch kind(before) {
    case .mark, .stop, .subordinator, .conjunction, .quote, .relative, .whWord, .adverb, .day:
      return true
    default: return mask[before] >= 0 || timeAt[before] >= 0
    }
  }

  /// Names what the group before it is: no finite verb, no preposition in front.
  func isApposition(_ range: TokenRange) -> Bool {
    guard range.count > 0, range.count < 40 else { return false }
    let first = kind(range.start)
    guard first.isPremodifier || first.isNominal else { return false }
    if first == .subjectPronoun || first == .day { return false }
    var here = range.start
    while here < range.end {
      if kind(here) == .relative { return true }
      if groupAt[here] >= 0, groups[Int(groupAt[here])].form == .finite { return false }
      here += 1
    }
    return true
  }

  func isWhoClause(_ range: TokenRange) -> Bool {
    range.count > 1 && kind(range.start) == .relative && tokens[range.start].word != function.that
      || range.count > 2 && kind(range.start) == .preposition && kind(range.start + 1) == .relative
  }

  private func isAdverbial(_ range: TokenRange) -> Bool {
    guard range.count > 0 else { return false }
    switch kind(range.start) {
    case .preposition, .adverb, .day, .verbIng, .verbParticiple, .subordinator, .to: return true
    default: return timeAt[range.start] >= 0
    }
  }

  /// Without a day or mark in front.
  func withoutLead(_ range: TokenRange) -> TokenRange {
    var lower = range.start
    while lower + 1 < range.end,
      kind(lower) == .day || tokens[lower].kind == .mark && kind(lower) == .mark
        || timeAt[lower] >= 0 && kind(lower) != .name && kind(lower + 1) != .genitive
          && draft.times[Int(timeAt[lower])].tokens.end < range.end
    { lower += 1 }
    return TokenRange(lower, range.end)
  }

  /// What sort of subject a noun group is.
  func evidence(_ range: TokenRange) -> CueEvidence {
    let last = range.end - 1
    let word = tokens[last].word
    if kind(last) == .subjectPronoun || kind(last) == .objectPronoun {
      if tables.he.contains(word) || tables.she.contains(word) || tags(last).has(.groupPronoun) {
        return .subjectHe
      }
      if tags(last).has(.thingPronoun) { return .subjectIt }
      if word == function.there { return .subjectThere }
      if tables.firstPersons.contains(word) { return .subjectWe }
      return .subjectYou
    }
    let rows = Array(range.indices.prefix(24))
    if let head = headNoun(range) {
      if kind(head) == .name { return .subjectName }
      if tags(head).has(.personNoun) { return .subjectPerson }
      if kind(head) == .number { return .subjectNumber }
    }
    if rows.contains(where: { kind($0) == .name }) { return .subjectName }
    return kind(last) == .determiner
      ? .subjectDeterminer : isPluralNoun(last) ? .subjectPlural : .subjectNoun
  }

  /// The head of a noun group: the last nominal before its first preposition.
  func headNoun(_ range: TokenRange) -> Int? {
    var head: Int?
    for row in range.indices {
      let kind = kind(row)
      if kind == .preposition || kind == .mark && row > range.start { break }
      if kind.isNominal { head = row }
    }
    return head
  }

  func isPluralNoun(_ row: Int) -> Bool {
    let word = tokens[row].word
    let tags = lexicon.tags(word)
    if tags.has(.plural) { return true }
    if tags.has(.singularInS) { return false }
    return lexicon.vocabulary.form(word).last == UInt8(ascii: "s")
      && lexicon.facts(word).lemma != word
  }
}
