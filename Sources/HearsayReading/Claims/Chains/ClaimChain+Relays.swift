import HearsayCore
import HearsayText

/// Whose words are passed on in the passive: `a spokesman was quoted as saying`, `the minister was
/// informed by his secretary that`, `it was reported by the agency`.
extension ChainFinder {
  /// Who is quoted or informs, where a passive says so, or `…, the agency quoted a spokesman as saying`.
  func relayed(_ frame: FigureFrame) -> ChainStep? {
    if let found = quotedObject(behind: frame) { return found }
    let low = partitionPoint(draft.verbGroups.count) {
      draft.verbGroups[$0].tokens.start < frame.sentence.start
    }
    for row in low..<draft.verbGroups.count {
      let group = draft.verbGroups[row]
      guard group.tokens.start < frame.sentence.end else { break }
      guard group.passive, group.form == .finite else { continue }
      if let found = quotedSubject(row, group, frame) ?? informant(row, group, frame) {
        return found
      }
    }
    return nil
  }

  /// The object of a verb of quoting in a clause behind the figure's: `…, state media quoted the
  /// minister as saying.`.
  private func quotedObject(behind frame: FigureFrame) -> ChainStep? {
    let last = frame.sentence.end
    let low = partitionPoint(draft.verbGroups.count) {
      draft.verbGroups[$0].tokens.start < frame.phrase.end
    }
    for row in low..<draft.verbGroups.count {
      let group = draft.verbGroups[row]
      guard group.tokens.start < last else { break }
      guard !group.passive, tables.citingVerbs.contains(group.lemma),
        draft.classes[group.head] != .verbIng,
        let saying = asSaying(from: group.tokens.end, last),
        isEnd(saying + 2, last), hasMark(frame.phrase.end, group.tokens.start)
      else { continue }
      return source(TokenRange(group.tokens.end, saying), cue: group.head)
    }
    return nil
  }

  /// The `as` of `as saying`, `as telling reporters`.
  private func asSaying(from start: Int, _ end: Int) -> Int? {
    (start..<max(start, min(end - 1, start + 30))).first {
      tables.asWords.contains(draft.tokens[$0].word) && draft.classes[$0 + 1] == .verbIng
        && lexicon.tags(draft.tokens[$0 + 1].word).has(.quoteVerb)
    }
  }

  /// Whether nothing that could be said follows: a stop, a mark, a time, `in a statement`.
  private func isEnd(_ row: Int, _ end: Int) -> Bool {
    guard row < end else { return true }
    switch draft.classes[row] {
    case .stop, .mark, .preposition, .day, .noun, .name, .quote: return true
    default: return draft.tokens[row].kind == .stop
    }
  }

  private func hasMark(_ start: Int, _ end: Int) -> Bool {
    (start..<max(start, end)).contains { draft.classes[$0] == .mark }
  }

  /// The subject of a quoting passive: `a spokesman was quoted as saying 40 had died`.
  private func quotedSubject(
    _ row: Int, _ group: VerbGroup, _ frame: FigureFrame
  ) -> ChainStep? {
    guard tables.citingVerbs.contains(group.lemma) else { return nil }
    let upper = min(frame.sentence.end - 1, group.tokens.end + 12)
    guard group.tokens.end < upper,
      let link = (group.tokens.end..<upper).first(where: {
        tables.asWords.contains(draft.tokens[$0].word) && draft.classes[$0 + 1] == .verbIng
      }), let words = doer(ofGroup: row)
    else { return nil }
    let isBefore = link < frame.number.start
    // `Police said 21, before a doctor was quoted as saying 30`: a clause of its own.
    guard isBefore || words.start > frame.phrase.end && draft.classes[words.start - 1] == .mark
    else { return nil }
    return source(words, cue: group.head)
  }

  /// `was informed by the secretary that`, `it was announced by the ministry that`, `…, it was
  /// reported by the agency`.
  private func informant(_ row: Int, _ group: VerbGroup, _ frame: FigureFrame) -> ChainStep? {
    let informs = tables.origins.informingVerbs.contains(group.lemma)
    guard informs || isOfIt(row) && isAgentLemma(group.lemma) else { return nil }
    let by = group.tokens.end
    guard by + 1 < frame.sentence.end, tables.origins.by.contains(draft.tokens[by].word) else {
      return nil
    }
    let words = sourceGroup(from: by + 1, frame.sentence)
    guard words.count > 0 else { return nil }
    if words.end > frame.number.start { return by > frame.phrase.end ? step(words, cue: by) : nil }
    guard
      let border = (words.end..<frame.number.start).first(where: { row in
        draft.classes[row] == .relative || draft.classes[row] == .subordinator
          || tables.ofWords.contains(draft.tokens[row].word)
      }), border - words.end <= 2
    else { return nil }
    return step(words, cue: by)
  }

  private func isOfIt(_ row: Int) -> Bool {
    guard let subject = clause(ofGroup: row)?.subject, subject.count == 1 else { return false }
    return lexicon.tags(draft.tokens[subject.start].word).has(.thingPronoun)
  }
}
