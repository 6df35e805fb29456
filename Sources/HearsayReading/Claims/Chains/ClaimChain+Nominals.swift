import HearsayCore
import HearsayText

/// Whose count it is, where a noun says so: `the government's figure is 17`, `by the union's count`.
extension ChainFinder {
  /// The owner of a noun that a figure is the value or the measure of.
  func nominal(_ frame: FigureFrame) -> ChainStep? {
    // `"The official figure is 16, but …," he said`: he says it.
    guard quote(around: draft.bytes(frame.number)) == nil else { return nil }
    return equated(frame) ?? byCount(frame)
  }

  /// `The government's figure is 17`, `the police count stood at 41`.
  private func equated(_ frame: FigureFrame) -> ChainStep? {
    var row = frame.phrase.start - 1
    let lowest = max(frame.sentence.start, row - 4)
    while row > lowest, verbGroup(at: row) == nil {
      guard
        draft.classes[row] == .preposition || draft.classes[row] == .adverb
          || draft.classes[row] == .be
      else { return nil }
      row -= 1
    }
    guard let group = verbGroup(at: row),
      tables.origins.equals.contains(draft.verbGroups[group].lemma),
      draft.verbGroups[group].complement == nil, let words = clause(ofGroup: group)?.subject,
      words.start >= frame.sentence.start, words.end <= frame.number.start,
      let head = headNoun(words), isCount(head)
    else { return nil }
    return owner(ofNoun: head, frame) ?? officialCount(words, head)
  }

  /// `The official figure is 16`: what is official says so itself.
  private func officialCount(_ words: TokenRange, _ head: Int) -> ChainStep? {
    guard head > words.start, tables.origins.officialWords.contains(draft.tokens[head - 1].word)
    else { return nil }
    let named = TokenRange(head - 1, head + 1)
    return ChainStep(
      speaker: Speaker(name: draft.words(named), kind: .document),
      cue: draft.words(TokenRange(head, head + 1)), range: draft.bytes(named))
  }

  /// `By the ministry's count, 43 died`, `…, by the government's reckoning`, `by their own figures`.
  private func byCount(_ frame: FigureFrame) -> ChainStep? {
    for by in frame.sentence.indices
    where tables.origins.by.contains(draft.tokens[by].word) && !frame.phrase.contains(by) {
      let opens = by == frame.sentence.start || draft.classes[by - 1] == .mark
      guard opens, let count = countNoun(from: by + 1, frame.sentence) else { continue }
      if draft.classes[by + 1] == .possessive { return mainDoer(frame, cue: count) }
      if let found = owner(ofNoun: count, frame) { return found }
    }
    return nil
  }

  private func countNoun(from start: Int, _ sentence: TokenRange) -> Int? {
    var row = start
    let limit = min(sentence.end, start + 8)
    while row < limit, isNominalPart(row) || isCount(row) {
      let next = row + 1
      if isCount(row), next >= limit || !isNominalPart(next) { return row }
      row = next
    }
    return nil
  }

  /// `The coast guard rescued 725 people, by its own figures`: the subject of the sentence.
  func mainDoer(_ frame: FigureFrame, cue: Int) -> ChainStep? {
    let low = partitionPoint(draft.verbGroups.count) {
      draft.verbGroups[$0].tokens.start < frame.sentence.start
    }
    for row in low..<draft.verbGroups.count {
      let group = draft.verbGroups[row]
      guard group.tokens.start < frame.sentence.end else { break }
      guard group.form == .finite, !group.passive, let words = doer(ofGroup: row),
        let found = source(words, cue: cue)
      else { continue }
      return found
    }
    return nil
  }
}
