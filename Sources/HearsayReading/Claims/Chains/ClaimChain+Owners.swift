import HearsayCore
import HearsayText

/// Whose figure it is, where the words around the number say so: `the ministry's figure of 9`,
/// `64 by police`, `300, the estimate of a shopkeeper`.
extension ChainFinder {
  /// How far from a number its owner is looked for, in tokens.
  private static var reach: Int { 14 }

  /// The owner of a figure; `nil` where no words give it to anybody.
  ///
  /// Where somebody says it already (`isTold`), `12 deaths confirmed by the doctors` is his.
  func owner(of frame: FigureFrame, isTold: Bool = false) -> ChainStep? {
    let beside =
      ownerBefore(frame) ?? agent(behind: frame, isTold: isTold) ?? ownerBehind(frame)
      ?? claimant(before: frame) ?? retractor(of: frame)
    return beside ?? announcer(of: frame) ?? quoted(before: frame) ?? gapped(frame) ?? bare(frame)
      ?? announced(before: frame) ?? relayed(frame) ?? nominal(frame)
  }

  // MARK: - Before the number

  /// `X's estimate of 40`, `a police figure of 14`, `the ministry's figure of at least 9`.
  private func ownerBefore(_ frame: FigureFrame) -> ChainStep? {
    let of = frame.phrase.start - 1
    guard of - 1 > frame.sentence.start, tables.ofWords.contains(draft.tokens[of].word),
      isCount(of - 1)
    else { return nil }
    if let owner = owner(ofNoun: of - 1, frame) { return owner }
    // `the count of 64 of the provincial government`
    let next = frame.phrase.end
    guard next + 1 < frame.sentence.end, tables.ofWords.contains(draft.tokens[next].word) else {
      return nil
    }
    return step(sourceGroup(from: next + 1, frame.sentence), cue: of - 1)
  }

  func isCount(_ row: Int) -> Bool {
    let word = draft.tokens[row].word
    return draft.classes[row] == .noun
      && tables.origins.countNouns.contains(lexicon.facts(word).lemma)
      || draft.classes[row] == .verbIng && tables.origins.countNouns.contains(word)
  }

  /// The genitive or noun before a noun for a count, or the possessive that goes back to whoever
  /// speaks.
  func owner(ofNoun noun: Int, _ frame: FigureFrame) -> ChainStep? {
    var row = noun - 1
    while row > frame.sentence.start,
      draft.classes[row] == .adjective
        || draft.classes[row] == .adverb || draft.classes[row] == .verbParticiple
    {
      row -= 1
    }
    guard row >= frame.sentence.start else { return nil }
    switch draft.classes[row] {
    case .genitive:
      return step(groupEnding(at: row - 1, frame.sentence), cue: noun)
    case .possessive: return possessor(row)
    case .noun, .name:
      let group = groupEnding(at: row, frame.sentence)
      return isSomebody(row) ? step(group, cue: noun) : nil
    default: return nil
    }
  }

  /// `an increase over their estimate of`: whoever the sentence gives words to.
  private func possessor(_ row: Int) -> ChainStep? {
    let here = draft.bytes(TokenRange(row, row + 1))
    for attribution in layers.attributions {
      guard let source = draft.attributions[attribution].source, source.end <= here.start,
        draft.chains[attribution].count > 1, !isDenied(here, by: attribution)
      else { continue }
      return draft.chains[attribution][1]
    }
    return keeper(before: row)
  }

  /// `stood by its figure of 61`: whoever the sentence is about; `disputed its figure` is another's.
  private func keeper(before row: Int) -> ChainStep? {
    let group =
      partitionPoint(draft.verbGroups.count) {
        draft.verbGroups[$0].tokens.start < row
      } - 1
    guard group >= 0, draft.verbGroups[group].tokens.start > layers.sentence.tokens.start,
      !tables.origins.denials.contains(draft.verbGroups[group].lemma)
    else { return nil }
    if let known = keeper(ofGroup: group, before: row) { return known }
    guard let subject = PastSources(finder: self).subject(before: row) else { return nil }
    return ChainStep(
      speaker: subject, cue: draft.words(TokenRange(row, row + 1)),
      range: draft.bytes(TokenRange(row, row + 1)))
  }

  func groupEnding(at row: Int, _ sentence: TokenRange) -> TokenRange {
    var start = row + 1
    while start > sentence.start, row - start < 8, isNominalPart(start - 1) { start -= 1 }
    return TokenRange(start, row + 1)
  }

  func isNominalPart(_ row: Int) -> Bool {
    switch draft.classes[row] {
    case .noun, .name, .adjective, .determiner, .possessive, .genitive: true
    default: false
    }
  }

  // MARK: - Behind the number

  func isMedia(_ row: Int) -> Bool {
    let tags = lexicon.tags(draft.tokens[row].word)
    return tags.has(.outletNoun) || tags.has(.collectiveHead)
  }

  /// `80, the minister's estimate,`, `300, the estimate of a shopkeeper`.
  private func ownerBehind(_ frame: FigureFrame) -> ChainStep? {
    let comma = frame.phrase.end
    guard comma + 2 < frame.sentence.end, draft.classes[comma] == .mark else { return nil }
    var row = comma + 1
    let limit = min(frame.sentence.end, row + 8)
    while row < limit, !isCount(row) {
      guard isNominalPart(row) else { return nil }
      row += 1
    }
    guard row < limit else { return nil }
    if row + 1 < frame.sentence.end,
      tables.ofWords.contains(draft.tokens[row + 1].word)
        || tables.origins.by.contains(draft.tokens[row + 1].word)
    {
      return step(sourceGroup(from: row + 2, frame.sentence), cue: row)
    }
    return row > comma + 1 ? owner(ofNoun: row, frame) : nil
  }

  // MARK: - Claims

  /// `the claim by a federation that 63 died`.
  private func claimant(before frame: FigureFrame) -> ChainStep? {
    var row = frame.phrase.start - 1
    let lowest = max(frame.sentence.start + 2, row - 6)
    while row > lowest, draft.classes[row] != .relative, draft.classes[row] != .subordinator {
      if draft.classes[row].isVerb || draft.classes[row] == .mark { return nil }
      row -= 1
    }
    guard row > lowest else { return nil }
    let group = groupEnding(at: row - 1, frame.sentence)
    let by = group.start - 1
    guard group.count > 0, by > frame.sentence.start,
      tables.origins.by.contains(draft.tokens[by].word) || draft.classes[by] == .preposition,
      tables.origins.claimNouns.contains(lexicon.facts(draft.tokens[by - 1].word).lemma),
      let head = headNoun(group), isSomebody(head)
    else { return nil }
    return step(group, cue: by - 1)
  }

  /// `quotes the ministry as saying 8,000 and the movement as saying 40,000`.
  private func quoted(before frame: FigureFrame) -> ChainStep? {
    let lowest = max(frame.sentence.start + 1, frame.phrase.start - 4)
    var row = frame.phrase.start - 1
    while row > lowest, draft.classes[row] != .verbIng {
      if draft.classes[row] == .mark || draft.classes[row].isVerb { return nil }
      row -= 1
    }
    guard row > lowest, lexicon.tags(draft.tokens[row].word).has(.quoteVerb),
      tables.asWords.contains(draft.tokens[row - 1].word)
    else { return nil }
    let group = groupWithPhrases(endingAt: row - 2, frame.sentence)
    // `was quoted by state television as saying`: television only passes it on.
    let by = draft.tokens[max(0, group.start - 1)].word
    return tables.origins.by.contains(by) ? nil : step(group, cue: row)
  }

  /// `The organisers spoke of 40,000, the government of 8,000`: the verb is left out.
  private func gapped(_ frame: FigureFrame) -> ChainStep? {
    let link = frame.phrase.start - 1
    guard link - 1 > frame.sentence.start, draft.classes[link] == .preposition else { return nil }
    let group = groupEnding(at: link - 1, frame.sentence)
    let border = group.start - 1
    guard group.count > 0, border > frame.sentence.start,
      draft.classes[border] == .mark || draft.classes[border] == .conjunction,
      case let before = partitionPoint(
        draft.quantities.count, where: { draft.quantities[$0].tokens.start < border }) - 1,
      layers.quantities.contains(before),
      case let number = draft.quantities[before].tokens, number.end <= border,
      border - number.end <= 4,
      number.start > frame.sentence.start,
      draft.tokens[number.start - 1].word == draft.tokens[link].word,
      let head = headNoun(group), isSomebody(head)
    else { return nil }
    return step(group, cue: link)
  }

  /// `Fresh figures from the mayor: 12 are dead`, `The ministry's count: 12 dead`.
  private func announced(before frame: FigureFrame) -> ChainStep? {
    var colon = frame.phrase.start - 1
    let lowest = max(frame.sentence.start, colon - 12)
    while colon > lowest, draft.words(TokenRange(colon, colon + 1)) != ":" { colon -= 1 }
    guard colon > lowest, colon - frame.sentence.start <= 24 else { return nil }
    if !(colon..<frame.number.start).contains(where: { draft.classes[$0].isVerb }),
      let own = ownCount(endingAt: colon - 1, frame)
    {
      return own
    }
    for row in frame.sentence.start..<colon {
      guard !draft.classes[row].isVerb else { return nil }
      guard isCount(row) else { continue }
      if row + 1 == colon { return owner(ofNoun: row, frame) }
      guard draft.classes[row + 1] == .preposition else { continue }
      return step(sourceGroup(from: row + 2, frame.sentence), cue: row)
    }
    return nil
  }

  /// `The governor sticks to his own figures: 66 dead and 20 missing`.
  private func ownCount(endingAt row: Int, _ frame: FigureFrame) -> ChainStep? {
    let isOwn = tables.origins.ownWords.contains(draft.tokens[row].word)
    guard isOwn || isCount(row), row - 2 > frame.sentence.start,
      (row - 2..<row).contains(where: { draft.classes[$0] == .possessive })
    else { return nil }
    return mainDoer(frame, cue: row)
  }

  private func groupWithPhrases(endingAt row: Int, _ sentence: TokenRange) -> TokenRange {
    var start = row + 1
    while start > sentence.start, row - start < 10,
      isNominalPart(start - 1) || draft.classes[start - 1] == .preposition
    {
      start -= 1
    }
    while start < row, draft.classes[start] == .preposition { start += 1 }
    return TokenRange(start, row + 1)
  }

  // MARK: - Who it is

  /// A noun group with what stands behind its prepositions, and the name behind a comma.
  func sourceGroup(from start: Int, _ sentence: TokenRange) -> TokenRange {
    var end = start
    let limit = min(sentence.end, start + 14)
    while end < limit {
      let kind = draft.classes[end]
      if end > start, let close = titleBracketEnd(end, limit) {
        end = close + 1
        continue
      }
      let goesOn =
        isNominalPart(end) || kind == .number && end == start && limit > end + 1
        || kind == .preposition && end > start
        || kind == .mark && end > start && isNameNext(end + 1, limit)
      guard goesOn else { break }
      end += 1
    }
    while end > start, draft.classes[end - 1] == .preposition { end -= 1 }
    return TokenRange(start, end)
  }

  /// `by the Principal Secretary (Health) Ana Lima`.
  private func titleBracketEnd(_ row: Int, _ end: Int) -> Int? {
    TitleBrackets.close(row, before: end, draft.tokens, draft.classes) {
      draft.text.bytes[Int(draft.tokens[$0].start)]
    }
  }

  /// Behind a comma in a row of titles and names.
  private func isNameNext(_ row: Int, _ limit: Int) -> Bool {
    row < limit && draft.classes[row] == .name
  }

  func step(_ words: TokenRange, cue: Int) -> ChainStep? {
    guard words.count > 0, let head = headNoun(words) else { return nil }
    let cue = draft.words(TokenRange(cue, cue + 1))
    // Names are in order of start; only those of the few words are looked at.
    let low = partitionPoint(draft.names.count) { draft.names[$0].tokens.start < words.start }
    let mentions = (low..<draft.names.count).prefix {
      draft.names[$0].tokens.start < words.end
    }.filter { words.contains(draft.names[$0].tokens) }
    let person = mentions.first { draft.entities[draft.names[$0].value].kind == .person }
    if let row = person ?? mentions.first(where: { names($0, words, head) }) {
      return ChainStep(
        speaker: speaker(draft.entities[draft.names[row].value]), cue: cue,
        range: draft.bytes(draft.names[row].tokens))
    }
    guard isSomebody(head) else { return nil }
    let hasArticle =
      words.count > 1 && draft.classes[words.start] == .determiner
      && tables.thoseWords.contains(draft.tokens[words.start].word)
    let named = TokenRange(hasArticle ? words.start + 1 : words.start, words.end)
    let tags = lexicon.tags(draft.tokens[head].word)
    let kind: SourceKind =
      tags.has(.anonymousHead)
      ? .anonymous : tags.has(.collectiveHead) ? .collective : .organisation
    return ChainStep(
      speaker: Speaker(name: draft.words(named), kind: kind), cue: cue, range: draft.bytes(named))
  }

  /// A body that is the head of the words; `Gaza police officials` are not Gaza police.
  private func names(_ row: Int, _ words: TokenRange, _ head: Int) -> Bool {
    let mention = draft.names[row]
    switch draft.entities[mention.value].kind {
    case .organisation: return mention.tokens.contains(head)
    case .place: return mention.tokens.contains(head) && mention.tokens.start == words.start
    default: return false
    }
  }

  func speaker(_ entity: Entity) -> Speaker {
    let kind: SourceKind =
      switch entity.kind {
      case .person: .person
      case .place: .government
      default: .organisation
      }
    var speaker = Speaker(
      name: entity.canonical, kind: kind, role: entity.role, organisation: entity.organisation)
    if let initials = entity.initials { speaker.short = initials }
    return speaker
  }
}
