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
  /// The subject of a verb group: looked up on its clause, as far as it stands in this unit.
  func subject(of row: Int) -> Subject {
    guard let at = draft.clauses.of(group: row) else {
      return Subject(range: nil, evidence: .subjectNone)
    }
    let clause = draft.clauses.rows[at]
    switch groups[row].form {
    case .finite: return finiteSubject(row, clause)
    case .infinitive: return governed(row, clause, evidence: .infinitive)
    case .progressive, .participle: return reducedSubject(row, clause)
    }
  }

  private func finiteSubject(_ row: Int, _ clause: Clause) -> Subject {
    if clause.subjectKind == .relative, clause.subjectHead >= start {
      if let range = beyondRelative(clause.subjectHead, row) {
        return Subject(range: range, evidence: evidence(range))
      }
      return relativeSubject(clause.subjectHead)
    }
    if clause.subjectKind == .shared,
      let shared = sharedSource(endingAt: groups[row].tokens.start - 1)
    {
      return Subject(range: shared, evidence: .subjectConjunction)
    }
    guard let range = inUnit(clause.subject) else {
      return Subject(range: nil, evidence: .subjectNone)
    }
    if range.count == 1, kind(range.start) == .relative || kind(range.start) == .whWord {
      if let range = beyondRelative(range.start, row) {
        return Subject(range: range, evidence: evidence(range))
      }
      return relativeSubject(range.start)
    }
    if range.start >= groups[row].tokens.end, let before = subjectInFront(row) {
      return Subject(range: before, evidence: evidence(before))
    }
    let clean = aroundBracket(withoutLead(range))
    let whole = widened(clean, to: groups[row].tokens.start)
    return Subject(range: whole, evidence: evidence(clean))
  }

  /// `Presiding judge Ana Lima said Soto had`, `One aide, who, citing fear, left, said 14 had`: what
  /// stands before a verb of saying comes before what its clause takes for its subject.
  private func subjectInFront(_ row: Int) -> TokenRange? {
    let verb = groups[row].tokens.start
    guard tags(groups[row].head).has(.quoteVerb), verb - 1 > start, mask[verb - 1] < 0,
      nounGroupEnd(groups[row].tokens.end) != nil
    else { return nil }
    if let near = nounGroup(endingAt: verb - 1, lower: start) {
      return speaks(near) && (opensClause(near) || near.start == start + 1) ? near : nil
    }
    guard isComma(verb - 1), let first = nounGroupEnd(start),
      isComma(first) || kind(first) == .verbParticiple
    else { return nil }
    let comma = (first..<verb).first { isComma($0) } ?? verb
    guard comma + 2 < verb, kind(comma + 1) == .relative, speaks(TokenRange(start, first)) else {
      return nil
    }
    return TokenRange(start, verb)
  }

  /// `Gov. Ana Lima (R-OH), said`: what is in brackets is not the subject.
  private func aroundBracket(_ range: TokenRange) -> TokenRange {
    let close = range.end
    guard close < end, byte(close) == UInt8(ascii: ")"),
      !range.indices.contains(where: { byte($0) == UInt8(ascii: "(") }),
      let whole = nounGroup(endingAt: close, lower: start), whole.start < range.start
    else { return range }
    return whole
  }

  /// A range, when it lies in the unit that is read.
  func inUnit(_ range: TokenRange?) -> TokenRange? {
    guard let range, range.count > 0, range.start >= start, range.end <= end else { return nil }
    return range
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

  /// `"…," said Lima, the mayor, referring to`: the source that ends at the comma before.
  private func sourceEnding(at comma: Int) -> TokenRange? {
    for one in found.suffix(6).reversed() {
      guard one.unit == unitRow, one.parent == parent, let source = one.source else { continue }
      if source.end == comma || source.end == comma + 1 { return source }
    }
    return nil
  }

  /// Whoever does the verb that this one hangs from.
  func governed(_ row: Int, _ clause: Clause, evidence: CueEvidence) -> Subject {
    if evidence != .infinitive, let shared = sharedSource(endingAt: groups[row].tokens.start - 1) {
      return Subject(range: shared, evidence: evidence)
    }
    if evidence == .ingComma, let source = sourceEnding(at: groups[row].tokens.start - 1) {
      return Subject(range: source, evidence: evidence)
    }
    if evidence == .ingComma, row > 0, groups[row - 1].form == .finite,
      let near = draft.clauses.of(group: row - 1), hasItsOwn(draft.clauses.rows[near]),
      let range = inUnit(draft.clauses.rows[near].subject)
    {
      return Subject(range: withoutLead(range), evidence: evidence)
    }
    if evidence == .ingComma, let range = inUnit(mainSubject(clause)) {
      return Subject(range: withoutLead(range), evidence: evidence)
    }
    var around = clause
    var steps = 0
    while around.subjectKind == .own || around.subject == nil, steps < 8 {
      guard around.parent >= 0 else { break }
      around = draft.clauses.rows[around.parent]
      steps += 1
      if around.subject != nil { break }
    }
    let range = inUnit(around.subject)
    return Subject(range: range.map(withoutLead), evidence: evidence)
  }

  /// `…, saying that`: whoever does the main verb, not that of a relative clause at the end.
  func mainSubject(_ clause: Clause) -> TokenRange? {
    var around = clause
    var steps = 0
    while around.parent >= 0, steps < 12, around.kind != .parenthetical, !hasItsOwn(around) {
      let outer = draft.clauses.rows[around.parent]
      guard outer.tokens.start >= start else { break }
      around = outer
      steps += 1
    }
    return around.subject
  }

  /// `when protesters broke in, shouting`: a clause behind the main one that names who does it.
  private func hasItsOwn(_ clause: Clause) -> Bool {
    guard clause.subjectKind == .own, clause.subject != nil, !clause.isFronted else { return false }
    guard clause.opener >= start, clause.opener < end else { return false }
    return tables.borders.meanwhile.contains(tokens[clause.opener].word)
  }

  /// Whether a noun group names persons, a body or a paper, so that a participle after it is its own.
  func speaks(_ range: TokenRange) -> Bool {
    if range.count == 1, kind(range.start) == .subjectPronoun { return true }
    return canSpeak(range) || range.indices.prefix(16).contains { kind($0) == .name }
  }

  func canSpeak(_ range: TokenRange) -> Bool {
    guard let head = headNoun(range) else { return false }
    if kind(head) == .name || kind(head) == .number { return true }
    return tags(head).has(.personNoun) || tags(head).has(.documentNoun)
      || tags(head).has(.anonymousHead) || tags(head).has(.collectiveHead)
      || tags(head).has(.organisationNoun) || tags(head).has(.governmentNoun)
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

  /// Without a mark in front.
  func withoutLead(_ range: TokenRange) -> TokenRange {
    var lower = range.start
    while lower + 1 < range.end, tokens[lower].kind == .mark, kind(lower) == .mark { lower += 1 }
    return TokenRange(lower, range.end)
  }

  /// Whether the subject of a verb stands right before it, so that what follows is none:
  /// `Lima, star of “Orta,” thanked Soto`.
  func hasSubjectBefore(_ verb: Int) -> Bool {
    guard verb < groupAt.count, groupAt[verb] >= 0,
      let row = draft.clauses.of(group: Int(groupAt[verb]))
    else { return false }
    let clause = draft.clauses.rows[row]
    guard clause.subjectKind == .own, let subject = inUnit(clause.subject) else { return false }
    let mark = groups[Int(groupAt[verb])].tokens.start - 1
    guard subject.end == mark + 1, subject.count > 2 else { return false }
    // `The paradox of Lima, says Soto, is`: one comma parts no subject from its verb.
    if isComma(mark), tags(verb).has(.quoteVerb),
      !(subject.start..<mark).contains(where: { isComma($0) || isDash($0) })
    {
      return false
    }
    // `Seven took part, all of them in white, said Soto`: nor does what cannot speak say it.
    if isComma(mark), tags(verb).has(.quoteVerb),
      let comma = (subject.start..<mark).first(where: { isComma($0) }),
      !speaks(TokenRange(subject.start, comma))
    {
      return false
    }
    return !tags(verb).has(.quoteVerb) || !endsInSpeech(subject)
  }

  /// `her chances “are very slim,” says`: a quotation with a verb of its own that a comma closes.
  private func endsInSpeech(_ range: TokenRange) -> Bool {
    let last = range.end - 1
    guard mask[last] >= 0 else { return false }
    let quote = draft.quotes[Int(mask[last])]
    return quote.inner.count > 4 && isMark(quote.inner.end - 1, ",")
      && isClause(quote.tokens.start)
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
    return lexicon.vocabulary.lastByte(word) == UInt8(ascii: "s")
      && lexicon.facts(word).lemma != word
  }
}
