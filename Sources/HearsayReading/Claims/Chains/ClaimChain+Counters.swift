import HearsayCore
import HearsayText

/// Who counted, where no verb of saying gives a figure to anybody.
extension ChainFinder {
  /// Who counted, where a body is the subject of a verb of counting (`Penal Forum had 56 names on
  /// its list`, `the institute recorded 184 millimetres`, `state television raised the toll to 378`):
  /// the figure is its own.
  func counter(of frame: FigureFrame) -> ChainStep? {
    // A headline is the paper's own: `Firm reports losses of $6 billion`.
    guard frame.zone != .headline,
      let row = countingVerb(before: frame) ?? tellingVerb(before: frame)
    else { return nil }
    let verb = draft.tokens[row].word
    if lexicon.tags(verb).has(.listingVerb), !isListed(frame) { return nil }
    if isActing(row) { return authority(before: row, frame.sentence) }
    if isOfVerb(row), frame.phrase.start - row > 4 { return nil }
    // `…, revising an initial count of four`: whoever stands before the comma does not do it.
    if draft.classes[row] == .verbIng, draft.classes[row - 1] == .mark { return nil }
    guard let name = layers.names.last(where: { isSubject($0, before: row) }) else {
      return describedCounter(before: row, frame.sentence) ?? sharedSubject(of: row)
        ?? phrasedCounter(row)
    }
    // `Captain Rui Sol of the fire department gave a toll of 18`: the person counts, not his body.
    if let words = verbGroup(at: row).flatMap({ doer(ofGroup: $0) }),
      words.start < draft.names[name].tokens.start, words.contains(draft.names[name].tokens),
      draft.classes[draft.names[name].tokens.start - 1] == .preposition
        || draft.classes[draft.names[name].tokens.start - 1] == .determiner,
      let found = source(words, cue: row)
    {
      return found
    }
    // `the society had counted 34 when the office counted 29`: the nearer one counts.
    if let described = describedCounter(before: row, frame.sentence),
      let near = described.range, near.start > draft.bytes(draft.names[name].tokens).end
    {
      return described
    }
    return ChainStep(
      speaker: speaker(draft.entities[draft.names[name].value]), cue: lexicon.text(verb),
      range: draft.bytes(draft.names[name].tokens))
  }

  /// `A spokesman for the ministry gave a toll of nine`: a described body or person with a phrase.
  private func phrasedCounter(_ row: Int) -> ChainStep? {
    guard let words = verbGroup(at: row).flatMap({ doer(ofGroup: $0) }), words.end <= row,
      words.indices.contains(where: { draft.classes[$0] == .preposition }),
      let head = headNoun(words), isSomebody(head)
    else { return nil }
    return source(words, cue: row)
  }

  /// How far before a figure its verb is looked for, in tokens.
  private static var longestObject: Int { 20 }

  /// The verb right before a figure, or before `the toll to`, `a list of` it.
  private func countingVerb(before frame: FigureFrame) -> Int? {
    var hasToll = false
    var row = frame.phrase.start - 1
    while row > frame.sentence.start, frame.phrase.start - row <= Self.longestObject {
      let tags = lexicon.tags(draft.tokens[row].word)
      if frame.phrase.start - row <= 3, tags.has(.countingVerb), !isNoun(row) {
        return row
      }
      if isOfVerb(row), draft.classes[row + 1] == .preposition { return row }
      if isActing(row), frame.phrase.start == row + 1 { return row }
      if draft.classes[row].isVerb, draft.classes[row] != .verbParticiple || isGiven(row) {
        if hasToll, tags.has(.revisingVerb) || isGiving(row) { return row }
        // `the number of those who got out to 629`: a relative clause tells who is counted.
        guard draft.classes[row - 1] == .relative else { return nil }
        row -= 1
      } else if draft.classes[row] == .mark {
        return nil
      }
      hasToll = hasToll || isToll(row)
      row -= 1
    }
    return nil
  }

  /// `has given a figure of`: a participle that an auxiliary makes a verb.
  private func isGiven(_ row: Int) -> Bool {
    var before = row - 1
    while before > 0, draft.classes[before] == .adverb { before -= 1 }
    return before >= 0 && (draft.classes[before] == .have || draft.classes[before] == .be)
  }

  /// `spoke of 26 injured`.
  private func isOfVerb(_ row: Int) -> Bool {
    draft.classes[row].isVerb
      && tables.origins.ofVerbs.contains(lexicon.facts(draft.tokens[row].word).lemma)
      && tables.ofWords.contains(draft.tokens[row + 1].word)
  }

  /// `have arrested 14`: what an authority does itself.
  private func isActing(_ row: Int) -> Bool {
    draft.classes[row].isVerb
      && tables.origins.actingVerbs.contains(lexicon.facts(draft.tokens[row].word).lemma)
  }

  /// `a list of`; without a word before it that asks for a noun, `lists` is a verb.
  private func isNoun(_ row: Int) -> Bool {
    guard draft.classes[row] == .noun else { return false }
    switch draft.classes[row - 1] {
    case .determiner, .adjective, .possessive, .genitive, .preposition: return true
    default: return false
    }
  }

  private func isGiving(_ row: Int) -> Bool {
    tables.origins.givingVerbs.contains(lexicon.facts(draft.tokens[row].word).lemma)
  }

  private func isToll(_ row: Int) -> Bool {
    let word = draft.tokens[row].word
    let tags = lexicon.tags(word)
    return tags.has(.figureNoun) || tags.has(.listNoun) && draft.classes[row] == .noun
      || tables.tollNouns.contains(word)
  }

  /// `told` in `told Reuters 250 people had died and 40 were hurt`, where no `that` shows what is told.
  private func tellingVerb(before frame: FigureFrame) -> Int? {
    let lowest = max(frame.sentence.start, frame.phrase.start - 30)
    var row = frame.phrase.start - 1
    while row > lowest {
      if draft.tokens[row].kind == .quote || draft.tokens[row].kind == .stop { return nil }
      if tables.tellingVerbs.contains(draft.tokens[row].word) {
        var end = row + 1
        while end < frame.phrase.start, [.determiner, .name].contains(draft.classes[end]) {
          end += 1
        }
        let opens = layers.quantities.contains { draft.quantities[$0].tokens.start == end }
        return end > row + 1 && opens ? row : nil
      }
      row -= 1
    }
    return nil
  }

  /// Police, an army, a coast guard: what they do with those counted they count.
  private func authority(before verb: Int, _ sentence: TokenRange) -> ChainStep? {
    guard let step = describedCounter(before: verb, sentence), let range = step.range else {
      return nil
    }
    let head = draft.tokens(in: range).end - 1
    return isAuthority(head) ? step : nil
  }

  private func isAuthority(_ row: Int) -> Bool {
    guard row >= 0 else { return false }
    let word = draft.tokens[row].word
    return lexicon.tags(word).has(.governmentNoun) && !tables.origins.rulers.contains(word)
      || tables.origins.authorities.contains(word)
  }

  /// `reported a toll of 24 but wrote of 22`: whoever does the verb before `and` or `but`.
  private func sharedSubject(of verb: Int) -> ChainStep? {
    guard verb > 0, draft.classes[verb - 1] == .conjunction else { return nil }
    let here = draft.bytes(TokenRange(verb, verb + 1)).start
    let row = layers.attributions.last { row in
      draft.attributions[row].cue.map { $0.end <= here } ?? false
        && draft.attributions[row].source != nil
    }
    return row.map { draft.chains[$0][1] }
  }

  /// A body that is only described: `The ministry later raised the toll to 20`.
  private func describedCounter(before verb: Int, _ sentence: TokenRange) -> ChainStep? {
    var end = verb
    while end > sentence.start, let before = beforeAdjunct(end) ?? beforeAside(end, sentence) {
      end = before
    }
    var start = end
    while start > sentence.start, end - start < 6, isNominal(start - 1) { start -= 1 }
    guard start < end, opensClause(start, sentence) else { return nil }
    guard isSomebody(end - 1) else { return nil }
    let isDefinite = draft.classes[start] == .determiner
    if start < end - 1, isDefinite { start += 1 }
    let words = TokenRange(start, end)
    if isDefinite, words.count == 1, let body = bodyCalled(start) {
      return ChainStep(
        speaker: speaker(body), cue: lexicon.text(draft.tokens[verb].word),
        range: draft.bytes(words))
    }
    return ChainStep(
      speaker: Speaker(name: draft.words(words), kind: .organisation),
      cue: lexicon.text(draft.tokens[verb].word), range: draft.bytes(words))
  }

  /// Where an adverb, an auxiliary or a time before a verb begins: `the government on Monday raised`.
  func beforeAdjunct(_ end: Int) -> Int? {
    if [.adverb, .have].contains(draft.classes[end - 1]) { return end - 1 }
    // `Police at first reported`
    if end - 2 > layers.sentence.tokens.start, draft.classes[end - 2] == .preposition,
      tables.moments.contains(draft.tokens[end - 1].word)
    {
      return end - 2
    }
    let time = layers.times.last { draft.times[$0].tokens.end == end }
    guard let start = time.map({ draft.times[$0].tokens.start }),
      start > layers.sentence.tokens.start
    else { return nil }
    return draft.classes[start - 1] == .preposition ? start - 1 : start
  }

  /// `the office` after `National Disaster Office`: the last body with that word in its name.
  func bodyCalled(_ row: Int) -> Entity? {
    let lemma = lexicon.facts(draft.tokens[row].word).lemma
    let count = partitionPoint(draft.names.count) { draft.names[$0].tokens.start < row }
    for place in (max(0, count - 60)..<count).reversed() {
      let mention = draft.names[place]
      let entity = draft.entities[mention.value]
      if entity.kind == .organisation,
        mention.tokens.indices.contains(where: {
          lexicon.facts(draft.tokens[$0].word).lemma == lemma
        })
      {
        return entity
      }
    }
    return nil
  }

  /// Where an aside between commas begins: `the verdict, published on Monday, speaks of`.
  func beforeAside(_ end: Int, _ sentence: TokenRange) -> Int? {
    guard draft.classes[end - 1] == .mark else { return nil }
    var row = end - 2
    var hasVerb = false
    let lowest = max(sentence.start, end - 18)
    while row > lowest, draft.classes[row] != .mark {
      switch draft.classes[row] {
      case .verbS, .verbBase, .be, .have, .modal, .subordinator: hasVerb = true
      default: break
      }
      row -= 1
    }
    // `The army, which has spoken of four deaths, counts`
    guard row > lowest, !hasVerb || draft.classes[row + 1] == .relative else { return nil }
    return row
  }

  private func isNominal(_ row: Int) -> Bool {
    switch draft.classes[row] {
    case .noun, .name, .adjective, .determiner, .possessive, .genitive: true
    // `the armed forces`
    case .verbParticiple: draft.classes[row + 1] == .noun
    default: false
    }
  }

  private func opensClause(_ row: Int, _ sentence: TokenRange) -> Bool {
    guard row > sentence.start else { return true }
    return switch draft.classes[row - 1] {
    case .mark, .conjunction, .subordinator: true
    default: lexicon.tags(draft.tokens[row - 1].word).has(.clauseBorder)
    }
  }

  /// `had 56 … on its list`: only the list makes having a count.
  private func isListed(_ frame: FigureFrame) -> Bool {
    (frame.phrase.end..<min(frame.sentence.end, frame.phrase.end + 6)).contains {
      lexicon.tags(draft.tokens[$0].word).has(.listNoun)
    }
  }

  /// A person or body before the verb, with nothing between but an aside between commas; a country
  /// where it begins the clause (`Israel confirmed one death`).
  private func isSubject(_ name: Int, before verb: Int) -> Bool {
    let mention = draft.names[name]
    guard mention.tokens.end <= verb else { return false }
    // `the control room at Kolm`
    if mention.tokens.count == 1, mention.tokens.start > 0,
      draft.classes[mention.tokens.start - 1] == .preposition
    {
      return false
    }
    switch draft.entities[mention.value].kind {
    case .organisation, .person: break
    case .place, .other:
      guard opensClause(mention.tokens.start, layers.sentence.tokens) else { return false }
    }
    return verb - mention.tokens.end <= 2 || draft.classes[mention.tokens.end] == .mark
  }
}
