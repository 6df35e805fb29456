import HearsayCore
import HearsayText

/// Who does a verb, by the clauses of the sentence.
extension ChainFinder {
  /// The row of the verb group that holds a token.
  func verbGroup(at token: Int) -> Int? {
    let row = partitionPoint(draft.verbGroups.count) {
      draft.verbGroups[$0].tokens.end <= token
    }
    return row < draft.verbGroups.count && draft.verbGroups[row].tokens.contains(token) ? row : nil
  }

  /// The clause of a verb group.
  func clause(ofGroup row: Int) -> Clause? {
    draft.clauses.of(group: row).map { draft.clauses.rows[$0] }
  }

  /// The words of whoever does a verb: its own subject, what a relative word goes back to, or the
  /// subject of the clause it hangs from (`…, counting 139`).
  func doer(ofGroup row: Int) -> TokenRange? {
    if let beside = besideSubject(ofGroup: row) { return beside }
    guard var at = draft.clauses.of(group: row) else { return nil }
    var steps = 0
    while steps < 6 {
      steps += 1
      let clause = draft.clauses.rows[at]
      if clause.subjectKind == .relative {
        return clause.antecedent.flatMap { antecedent($0, before: clause) }
      }
      if let subject = clause.subject { return inSentence(subject) }
      let outer = clause.sharedWith >= 0 ? clause.sharedWith : clause.parent
      guard outer >= 0, outer != at else { return nil }
      at = outer
    }
    return nil
  }

  /// `…, with police putting it at 300`: whoever stands between.
  func besideSubject(ofGroup row: Int) -> TokenRange? {
    let group = draft.verbGroups[row]
    guard group.form == .progressive, group.tokens.start - 1 > layers.sentence.tokens.start else {
      return nil
    }
    let words = groupEnding(at: group.tokens.start - 1, layers.sentence.tokens)
    guard words.count > 0, words.start > layers.sentence.tokens.start,
      tables.origins.beside.contains(draft.tokens[words.start - 1].word)
    else { return nil }
    return words
  }

  /// `the government in Lima, which speaks of`: what stands before a phrase that ends where the
  /// relative clause begins is what it describes.
  private func antecedent(_ words: TokenRange, before clause: Clause) -> TokenRange? {
    guard let found = inSentence(words) else { return nil }
    var start = found.start
    while start - 2 > layers.sentence.tokens.start, found.end - start < 10,
      draft.classes[start - 1] == .preposition, isNominalPart(start - 2)
    {
      start -= 2
      while start > layers.sentence.tokens.start, isNominalPart(start - 1) { start -= 1 }
      guard start > 0 else { break }
    }
    if start == found.start { return found }
    let whole = TokenRange(start, found.end)
    guard let head = headNoun(whole), isSomebody(head), !isSomebodyAtHead(found) else {
      return found
    }
    // `above that of the government in Lima`: pronouns before `of` are none of it.
    return whole
  }

  private func isSomebodyAtHead(_ words: TokenRange) -> Bool {
    guard let head = headNoun(words) else { return false }
    guard draft.classes[head] == .name else { return isSomebody(head) }
    guard let mention = mention(at: head) else { return false }
    return [.person, .organisation].contains(draft.entities[mention.value].kind)
  }

  /// The name that holds a token.
  func mention(at token: Int) -> Placed<Int>? {
    let row = partitionPoint(draft.names.count) { draft.names[$0].tokens.end <= token }
    guard row < draft.names.count, draft.names[row].tokens.contains(token) else { return nil }
    return draft.names[row]
  }

  private func inSentence(_ words: TokenRange) -> TokenRange? {
    let sentence = layers.sentence.tokens
    guard words.count > 0, sentence.contains(words) else { return nil }
    return words
  }

  /// Whoever some words name as the source of a figure; pronouns go back to whom they stand for.
  func source(_ words: TokenRange, cue: Int) -> ChainStep? {
    let words = withoutMarks(words)
    guard words.count > 0 else { return nil }
    switch draft.classes[words.start] {
    case .subjectPronoun, .objectPronoun:
      guard words.count == 1 else { return nil }
      return PastSources(finder: self).meant(by: words.start).map {
        ChainStep(
          speaker: $0, cue: draft.words(TokenRange(cue, cue + 1)), range: draft.bytes(words))
      }
    case .possessive:
      // `its records show`: the owner says it.
      if let head = headNoun(words), lexicon.tags(draft.tokens[head].word).has(.documentNoun),
        let owner = PastSources(finder: self).meant(by: words.start)
      {
        return ChainStep(
          speaker: owner, cue: draft.words(TokenRange(cue, cue + 1)), range: draft.bytes(words))
      }
    case .determiner:
      if let body = knownBody(words) {
        return ChainStep(
          speaker: body, cue: draft.words(TokenRange(cue, cue + 1)), range: draft.bytes(words))
      }
    default: break
    }
    return maker(words, cue: cue) ?? step(words, cue: cue)
  }

  /// `A survey by drone, published by the Red Crescent,`: whoever put a paper out.
  private func maker(_ words: TokenRange, cue: Int) -> ChainStep? {
    guard let head = headNoun(words), draft.classes[head] == .noun,
      lexicon.tags(draft.tokens[head].word).has(.documentNoun),
      let by = words.indices.last(where: { tables.origins.by.contains(draft.tokens[$0].word) }),
      by > head, by + 1 < words.end
    else { return nil }
    return step(TokenRange(by + 1, words.end), cue: cue)
  }

  /// `the office` after `National Disaster Office`, `the group` after whichever spoke last.
  private func knownBody(_ words: TokenRange) -> Speaker? {
    guard words.count == 2, draft.classes[words.start + 1] == .noun,
      tables.thoseWords.contains(draft.tokens[words.start].word)
    else { return nil }
    if let body = bodyCalled(words.start + 1) { return speaker(body) }
    guard tables.origins.generalBodies.contains(draft.tokens[words.start + 1].word) else {
      return nil
    }
    return PastSources(finder: self).body(before: words.start)
  }

  private func withoutMarks(_ words: TokenRange) -> TokenRange {
    var (start, end) = (words.start, words.end)
    while end > start, draft.classes[end - 1] == .mark { end -= 1 }
    while start < end, draft.classes[start] == .mark || draft.classes[start] == .adverb {
      start += 1
    }
    // `above that of the government`
    if start + 2 < end, draft.classes[start] != .noun, draft.classes[start] != .name,
      tables.ofWords.contains(draft.tokens[start + 1].word)
    {
      start += 2
    }
    return TokenRange(start, end)
  }
}
