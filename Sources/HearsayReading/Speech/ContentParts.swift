import HearsayText

/// The pieces of a content that does not stand in one: `moves that he said improved …`, `but, he
/// said, "it is"`.
extension SpeechScanner {
  /// The content after a cue, with what stands before the cue and belongs to it.
  func contentParts(
    _ content: TokenRange, _ subject: Subject, _ followed: CueFrame, _ group: VerbGroup
  ) -> [TokenRange] {
    if let lead = lead(before: subject, content.start) { return [lead, content] }
    guard let gap = gap(before: subject) else { return [content] }
    let both = [gap, content]
    switch followed.frame {
    case .verb, .infinitive: return both
    case .clause: return tokens[gap.start].word == function.that ? [content] : both
    case .nounGroup, .quote, .preposition:
      return tables.borders.namingVerbs.contains(group.lemma) ? both : [content]
    default: return [gap]
    }
  }

  /// `moves that he said improved …`: the relative word before the subject belongs to the content.
  private func gap(before subject: Subject) -> TokenRange? {
    guard let range = subject.range, !subject.isRelative else { return nil }
    let before = range.start - 1
    guard before > start, !taken[before], !tags(before - 1).has(.nounPreposition),
      kind(before) == .relative || kind(before) == .whWord,
      tables.borders.gaps.contains(tokens[before].word)
    else { return nil }
    return TokenRange(before, before + 1)
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
