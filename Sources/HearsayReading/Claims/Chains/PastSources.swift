import HearsayCore
import HearsayText

/// Whom a pronoun or a bare noun before a figure goes back to: `It put the number at 862`,
/// `Its records show`, `A spokesman says`.
struct PastSources: ClaimFinder {
  let finder: ChainFinder

  var context: ClaimContext { finder.context }

  /// How far back somebody is looked for, in tokens, and in how many attributions.
  private static let reach = 90
  private static let mostRows = 24

  /// Whom a pronoun or possessive stands for.
  func meant(by row: Int) -> Speaker? {
    let word = draft.tokens[row].word
    let tags = lexicon.tags(word)
    if tags.has(.male) || tags.has(.female) {
      return lastSpeaker(before: row) { $0.kind == .person }
    }
    guard tags.has(.thingPronoun) || tags.has(.groupPronoun) else { return nil }
    if let subject = bodyBeside(row) ?? bodyBefore(row) { return subject }
    let isGroup = tags.has(.groupPronoun)
    return lastSpeaker(before: row) { one in
      isBody(one) || isGroup && (one.kind == .collective || one.kind == .anonymous)
    }
  }

  /// The last body that spoke, for `a spokesman`, `an earlier statement`.
  func body(before row: Int) -> Speaker? {
    bodyBefore(row) ?? lastSpeaker(before: row) { isBody($0) }
  }

  private func isBody(_ speaker: Speaker) -> Bool {
    switch speaker.kind {
    case .organisation, .government, .outlet: true
    case .unknown: BodyNames(context: context).isBody(speaker.name)
    default: false
    }
  }

  /// The subject of the sentence before in its paragraph, where that is a body.
  func bodyBefore(_ row: Int) -> Speaker? {
    guard let at = draft.sentence(holding: row), at > 0 else { return nil }
    let former = draft.sentences[at - 1]
    guard former.paragraph == draft.sentences[at].paragraph else { return nil }
    return mainSubject(former.tokens)
  }

  /// `Ford plans to cut 120 jobs, it said`: the subject of the same sentence.
  func bodyBeside(_ row: Int) -> Speaker? {
    guard let at = draft.sentence(holding: row) else { return nil }
    return mainSubject(TokenRange(draft.sentences[at].tokens.start, row))
  }

  /// `The mayor took back his claim that`: whoever the sentence is about, for a possessive.
  func subject(before row: Int) -> Speaker? {
    guard let at = draft.sentence(holding: row) else { return nil }
    let start = draft.sentences[at].tokens.start
    let first = partitionPoint(draft.verbGroups.count) {
      draft.verbGroups[$0].tokens.start < start
    }
    for group in first..<draft.verbGroups.count {
      guard draft.verbGroups[group].tokens.start < row else { break }
      guard draft.verbGroups[group].form == .finite, let words = finder.doer(ofGroup: group),
        words.end <= row, let head = finder.headNoun(words), finder.isSomebody(head)
      else { continue }
      return spoken(words) ?? finder.step(words, cue: head)?.speaker
    }
    return meant(by: row)
  }

  private func mainSubject(_ range: TokenRange) -> Speaker? {
    let first = partitionPoint(draft.verbGroups.count) {
      draft.verbGroups[$0].tokens.start < range.start
    }
    for group in first..<draft.verbGroups.count {
      guard draft.verbGroups[group].tokens.start < range.end else { break }
      guard draft.verbGroups[group].form == .finite, let clause = finder.clause(ofGroup: group),
        clause.kind == .main, let words = clause.subject, range.contains(words)
      else { continue }
      return body(words)
    }
    return nil
  }

  private func body(_ words: TokenRange) -> Speaker? {
    // Whoever speaks there is known already: `Spring-21, a rights group, said`.
    if let spoken = spoken(words) { return isBody(spoken) ? spoken : nil }
    guard let head = finder.headNoun(words) else { return nil }
    if draft.classes[head] == .name {
      guard let mention = finder.mention(at: head),
        draft.entities[mention.value].kind == .organisation
      else { return nil }
      return finder.speaker(draft.entities[mention.value])
    }
    let word = draft.tokens[head].word
    guard BodyNames(context: context).isBody(word) || lexicon.tags(word).has(.collectiveHead) else {
      return nil
    }
    let found = finder.source(words, cue: head)?.speaker
    return found.map { Speaker(name: $0.name, kind: .organisation, role: nil, organisation: nil) }
  }

  private func spoken(_ words: TokenRange) -> Speaker? {
    let range = draft.bytes(words)
    let count = attributions(before: range.end)
    return (max(0, count - Self.mostRows)..<count).last {
      draft.attributions[$0].source.map { range.contains($0) || $0.contains(range) } ?? false
    }.flatMap { draft.attributions[$0].speaker }
  }

  /// How many attributions have their cue before a byte, about.
  private func attributions(before here: Int) -> Int {
    partitionPoint(draft.attributions.count) {
      (draft.attributions[$0].source ?? draft.attributions[$0].cue
        ?? draft.attributions[$0].content.first)?.start ?? 0 < here
    }
  }

  /// The last speaker of some kind, and not far.
  private func lastSpeaker(before row: Int, _ fits: (Speaker) -> Bool) -> Speaker? {
    let here = draft.bytes(TokenRange(row, row + 1)).start
    let farthest = max(0, row - Self.reach)
    let lowest = draft.bytes(TokenRange(farthest, farthest + 1)).start
    let count = partitionPoint(draft.attributions.count) {
      (draft.attributions[$0].cue ?? draft.attributions[$0].source
        ?? draft.attributions[$0].content
        .first)?.start ?? 0 < here
    }
    for place in (max(0, count - Self.mostRows)..<count).reversed() {
      let one = draft.attributions[place]
      guard let cue = one.cue, cue.start >= lowest, cue.end <= here, !one.ownerless,
        let speaker = one.speaker, fits(speaker)
      else { continue }
      return speaker
    }
    return nil
  }
}
