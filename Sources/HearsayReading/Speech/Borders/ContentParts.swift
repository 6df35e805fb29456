import HearsayText

/// The pieces of a content that does not stand in one: `moves that he said improved …`, `but, he
/// said, "it is"`.
extension SpeechScanner {
  /// The content after a cue, with what stands before the cue and belongs to it.
  func contentParts(
    _ content: TokenRange, _ subject: Subject, _ followed: CueFrame, _ group: VerbGroup
  ) -> [TokenRange] {
    if let lead = lead(before: subject, content.start) { return [lead, content] }
    guard let gap = gap(before: subject) ?? contact(before: subject, group) else {
      return [content]
    }
    let both = [gap, content]
    if followed.frame == .that { return [content] }
    switch followed.frame {
    case .verb, .infinitive: return both
    case .clause: return tokens[gap.start].word == function.that ? [content] : both
    case .preposition where followed.cueEnd < content.start && !startsWithAs(content):
      return [gap]
    case .nounGroup, .quote, .preposition:
      return tables.borders.namingVerbs.contains(group.lemma) ? both : [content]
    default: return [gap]
    }
  }

  /// Whether the subject of a passive is content: not the hearer in `was asked whether`, nor the `it`
  /// of `it was said that`.
  func isContent(_ subject: TokenRange, _ group: VerbGroup, _ followed: CueFrame) -> Bool {
    if group.passive, tags(group.head).has(.hearerVerb), followed.frame != .end { return false }
    guard subject.count == 1, tags(subject.start).has(.thingPronoun) else { return true }
    return followed.frame != .that && followed.frame != .clause && followed.frame != .wh
  }

  /// Where the content begins: with the hearer in `urged people to leave` (37/49; not after *tell*).
  func contentStart(_ followed: CueFrame, _ group: VerbGroup) -> Int {
    guard followed.frame == .infinitive, tags(group.head).has(.hearerVerb), !group.passive,
      !tables.borders.outerHearers.contains(group.lemma), group.tokens.end < followed.contentStart,
      nounGroupEnd(group.tokens.end) == followed.contentStart
    else { return followed.contentStart }
    return group.tokens.end
  }

  /// `moves that he said improved …`: the relative word before the subject belongs to the content.
  func gap(before subject: Subject) -> TokenRange? {
    guard let range = subject.range, !subject.isRelative else { return nil }
    var before = range.start - 1
    // `whom even senators hate`
    if before > start, kind(before) == .adverb { before -= 1 }
    guard before > start, !taken[before], !tags(before - 1).has(.nounPreposition),
      kind(before) == .relative || kind(before) == .whWord,
      tables.borders.gaps.contains(tokens[before].word)
    else { return nil }
    return TokenRange(before, before + 1)
  }

  private func startsWithAs(_ content: TokenRange) -> Bool {
    tokens[content.start].word == tables.asWord
  }

  /// `the approach they embraced`: the noun group before the subject of a clause that has no
  /// relative word.
  func contact(before subject: Subject, _ group: VerbGroup) -> TokenRange? {
    guard let range = subject.range, !subject.isRelative, range.end <= group.tokens.start,
      group.form == .finite, range.start - 1 >= start, opensContact(range.start)
    else { return nil }
    let before = range.start - 1
    guard !taken[before], mask[before] < 0, timeAt[before] < 0, kind(before) == .noun,
      let found = nounGroup(endingAt: before, lower: start), isFree(found.start..<found.end)
    else { return nil }
    // `In recent years they …` has its own main clause.
    return kind(found.start - 1) == .preposition ? nil : found
  }

  private func opensContact(_ row: Int) -> Bool {
    switch kind(row) {
    case .subjectPronoun, .determiner, .name, .possessive: true
    default: false
    }
  }

  /// `the reality is, he said, "there are none"`: a quotation that goes on in lower case goes on
  /// with the sentence before the speaker.
  private func lead(before subject: Subject, _ from: Int) -> TokenRange? {
    guard let range = subject.range, let quote = quote(at: from), isComma(range.start - 1),
      quote.inner.start < tokens.count, tokens[quote.inner.start].kind == .word,
      !tokens[quote.inner.start].flags.contains(.capital)
    else { return nil }
    let comma = range.start - 1
    var first = comma
    while first > start, !taken[first - 1], mask[first - 1] < 0 { first -= 1 }
    first = contentStart(from: first, to: comma)
    if kind(first) == .preposition || kind(first) == .to { return nil }
    return first < comma ? TokenRange(first, comma) : nil
  }
}
