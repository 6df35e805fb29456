import HearsayCore
import HearsayText

/// The doer of a passive beside a figure: `was put at 64 by police`, `the 500 given earlier in the
/// day by the mayor`, `valued at $6.3m by a panel`, `52 as reported in the media`.
extension ChainFinder {
  /// How far from a number its doer is looked for, in tokens.
  private static var reach: Int { 16 }

  /// Whoever stands after `by` behind a figure that was given, put, confirmed.
  func agent(behind frame: FigureFrame, isTold: Bool) -> ChainStep? {
    var row = frame.phrase.end
    let limit = min(frame.sentence.end, row + Self.reach)
    var isGiven = isPlaced(before: frame) || isGapped(frame)
    while row + 1 < limit {
      switch draft.classes[row] {
      case .verbParticiple, .verbPast, .verbBase:
        guard isAgentVerb(row), !isTold || !isVerified(row) else { return nil }
        isGiven = true
      case .preposition where tables.origins.by.contains(draft.tokens[row].word):
        // `released under an order by the president`: the order is his, not the figure.
        let isNoun =
          row > 1 && draft.classes[row - 1] == .noun && draft.classes[row - 2] == .determiner
        guard isGiven, !isNoun else { return nil }
        return step(sourceGroup(from: row + 1, frame.sentence), cue: row)
      case .preposition:
        if isGiven, let media = media(behind: row, frame) { return media }
      case .mark:
        guard row == frame.phrase.end, let next = afterMark(row, limit) else { return nil }
        row = next
      case .be, .have, .adverb: break
      // `listed as missing by officials`
      case .verbIng where isGiven && tables.asWords.contains(draft.tokens[row - 1].word): break
      case .verbS, .verbIng, .relative, .modal, .conjunction, .subordinator: return nil
      default: break
      }
      row += 1
    }
    return nil
  }

  /// `confirmed by the doctors`, `verified by`.
  private func isVerified(_ row: Int) -> Bool {
    tables.origins.provingVerbs.contains(lexicon.facts(draft.tokens[row].word).lemma)
  }

  /// `peddled on social media`, `reported in the press`.
  private func media(behind row: Int, _ frame: FigureFrame) -> ChainStep? {
    guard tables.origins.at.contains(draft.tokens[row].word) else { return nil }
    let group = sourceGroup(from: row + 1, frame.sentence)
    guard let head = headNoun(group), isMedia(head) else { return nil }
    return step(group, cue: row)
  }

  /// `3.6 billion pesos (about $64 million) by the office`, `the figure of 12, given by`: the closing
  /// bracket, or the comma before a participle.
  private func afterMark(_ row: Int, _ limit: Int) -> Int? {
    if context.isMark(row, "(") {
      return (row + 1..<max(row + 1, limit)).first { context.isMark($0, ")") }
    }
    var next = row + 1
    guard isComma(row), next < limit else { return nil }
    // `, as measured by`
    if tables.asWords.contains(draft.tokens[next].word), next + 1 < limit { next += 1 }
    return draft.classes[next] == .verbParticiple && isAgentVerb(next) ? row : nil
  }

  func isAgentVerb(_ row: Int) -> Bool {
    isAgentLemma(lexicon.facts(draft.tokens[row].word).lemma)
  }

  func isAgentLemma(_ lemma: WordID) -> Bool { tables.origins.agentVerbs.contains(lemma) }

  /// `was put at`, `is estimated at about`, `valued at`: right before the number.
  private func isPlaced(before frame: FigureFrame) -> Bool {
    let lowest = max(frame.sentence.start + 1, frame.phrase.start - 5)
    var row = frame.phrase.start - 1
    while row > lowest, !draft.classes[row].isVerb {
      guard [.preposition, .adverb, .to, .day].contains(draft.classes[row]) else { return false }
      row -= 1
    }
    guard row >= lowest, row > 0 else { return false }
    // `was lowered on Friday to 20 by`
    let isMoved =
      lexicon.tags(draft.tokens[row].word).has(.revisingVerb) && draft.classes[row - 1] == .be
    // `was jailed for 20 years by a court`
    let isRuled = tables.origins.rulings.contains(lexicon.facts(draft.tokens[row].word).lemma)
    guard isAgentVerb(row) || isMoved || isRuled else { return false }
    return draft.classes[row] == .verbParticiple || draft.classes[row] == .verbPast
      || draft.classes[row - 1] == .be
  }

  /// `was put at 300 by the region and 214 by civil defence`: the verb is left out.
  private func isGapped(_ frame: FigureFrame) -> Bool {
    guard frame.phrase.end < frame.sentence.end,
      tables.origins.by.contains(draft.tokens[frame.phrase.end].word)
    else { return false }
    let lowest = max(frame.sentence.start, frame.phrase.start - 24)
    var hasDoer = false
    for row in (lowest..<frame.phrase.start).reversed() {
      hasDoer = hasDoer || tables.origins.by.contains(draft.tokens[row].word)
      if draft.classes[row] == .verbParticiple { return hasDoer && isAgentVerb(row) }
    }
    return false
  }
}
