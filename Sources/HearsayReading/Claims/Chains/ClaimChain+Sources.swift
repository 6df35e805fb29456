import HearsayCore
import HearsayText

/// Which of the attributions around a figure say it: most do, but what is done, meant or believed is
/// told by whoever tells of it.
extension ChainFinder {
  /// Without those that only mean, believe or do something, from the outermost to the innermost.
  func sources(_ rows: [Int]) -> [Int] {
    var kept = rows.filter { isSaid($0) }
    // `he said investigators believe`, `he said an inventory shows`: he says it.
    while kept.count > 1, let last = kept.last, isPassedOn(last) { kept.removeLast() }
    return kept
  }

  private func isSaid(_ row: Int) -> Bool {
    let found = draft.attributions[row]
    guard found.kind == .indirect else { return true }
    let verb = verb(of: row)
    let says = found.strength == .estimating || says(row)
    if let verb, tables.origins.intents.contains(verb) { return false }
    switch found.rule {
    // `Firm announces 400 cuts`: a headline is the paper's own.
    case "english/cue.object" where layers.sentence.zone == .headline: return false
    case "english/cue.object", "english/cue.other", "english/cue.infinitive":
      if let verb, tables.origins.deeds.contains(verb), found.rule != "english/cue.infinitive" {
        return false
      }
      return says || canSay(row)
    case "english/cue.passive": return canSay(row)
    default: return true
    }
  }

  /// `sentenced a gang that robbed a bank of 12 million`: a clause about the object is the article's.
  func isOnlyDescribed(_ range: ByteRange, by row: Int) -> Bool {
    let found = draft.attributions[row]
    guard found.rule == "english/cue.object", found.kind == .indirect, !says(row),
      let cue = found.cue, cue.end <= range.start
    else { return false }
    let between = draft.tokens(in: ByteRange(cue.end, range.start))
    guard let clause = between.indices.first(where: { draft.classes[$0] == .relative }) else {
      return false
    }
    // `… to 18 years and jailed six others`: behind the clause the sentence goes on.
    let goesOn = (clause..<between.end).contains { row in
      draft.classes[row] == .conjunction && row + 1 < between.end
        && draft.classes[row + 1].isVerb
    }
    return !goesOn && !(between.count > 0 && draft.classes[between.end - 1] == .to)
  }

  /// `declared war after gunmen killed 12`, `claiming allegiance`, `claimed 217 lives`: what is done
  /// with such words counts nobody.
  func isAct(_ range: ByteRange, by row: Int) -> Bool {
    let cue = draft.cueTokens[row]
    guard draft.attributions[row].kind == .indirect, cue.count > 0,
      draft.bytes(cue).end <= range.start, draft.classes[cue.end - 1].isVerb,
      tables.origins.performingVerbs.contains(draft.facts[cue.end - 1].lemma)
    else { return false }
    let end = min(layers.sentence.tokens.end, cue.end + Self.mostToAct)
    for row in cue.end..<max(cue.end, end) {
      if tables.origins.acts.contains(draft.tokens[row].word) { return true }
      switch draft.classes[row] {
      case .determiner, .adjective, .adverb, .number, .preposition: break
      // `a state of emergency`
      case .noun where row + 1 < end && tables.ofWords.contains(draft.tokens[row + 1].word): break
      default: if draft.tokens[row].kind != .number { return false }
      }
    }
    return false
  }

  private static var mostToAct: Int { 8 }

  /// Whether a cue rejects or withholds a figure, so that nobody gives it.
  ///
  /// `denied that 700 had been held`, `declined to say whether all four`, `could not confirm`.
  func isDenied(_ range: ByteRange, by row: Int) -> Bool {
    let cue = draft.cueTokens[row]
    guard draft.attributions[row].kind == .indirect, let end = draft.attributions[row].cue?.end,
      end <= range.start
    else { return false }
    return cue.indices.contains { token in
      draft.classes[token] == .negation
        || draft.classes[token].isVerb
          && tables.origins.denials.contains(lexicon.facts(draft.tokens[token].word).lemma)
    }
  }

  /// `sentenced three men to eleven years`: a court says the years, and the article the men.
  func isOnlyRuled(_ frame: FigureFrame, by row: Int) -> Bool {
    let found = draft.attributions[row]
    guard frame.quantity.kind == .count, found.kind == .indirect,
      found.rule == "english/cue.object" || found.rule == "english/cue.infinitive"
        || found.rule == "english/cue.other",
      let verb = verb(of: row), tables.origins.rulings.contains(verb), let source = found.source,
      let head = headNoun(draft.tokens(in: source))
    else { return false }
    return tables.origins.courts.contains(draft.tokens[head].word)
  }

  /// `denied reports that it had paid 14 million`: the reports say it.
  func rumour(_ frame: FigureFrame) -> ChainStep? {
    var row = frame.phrase.start - 1
    let lowest = max(frame.sentence.start, row - 16)
    // `There are reports of 15 deaths.`
    if row > lowest, tables.ofWords.contains(draft.tokens[row].word),
      tables.origins.reportNouns.contains(draft.tokens[row - 1].word),
      draft.classes[row - 1] == .noun
    {
      return step(groupEnding(at: row - 1, frame.sentence), cue: row)
    }
    while row > lowest {
      if draft.tokens[row].kind == .mark { return nil }
      let noun = row - 1
      if draft.classes[row] == .relative || draft.classes[row] == .subordinator,
        draft.classes[noun] == .noun, tables.origins.reportNouns.contains(draft.tokens[noun].word)
      {
        let group = groupEnding(at: noun, frame.sentence)
        return group.count > 0 ? step(group, cue: row) : nil
      }
      row -= 1
    }
    return nil
  }

  /// `expressed condolences to the families of the 15 victims`: who is counted so is known before.
  func isPresupposed(_ frame: FigureFrame, by row: Int) -> Bool {
    let found = draft.attributions[row]
    guard found.kind == .indirect, frame.quantity.kind == .count,
      frame.phrase.start > frame.sentence.start, let cue = found.cue,
      !isClauseTold(frame, by: row),
      cue.end <= draft.bytes(frame.number).start,
      tables.thoseWords.contains(draft.tokens[frame.phrase.start - 1].word)
    else { return false }
    switch found.rule {
    case "english/cue.object", "english/cue.other", "english/cue.infinitive": return true
    default: return false
    }
  }

  /// `said 16 of the 193 who got away have been found`: what looks like an object is a clause.
  private func isClauseTold(_ frame: FigureFrame, by row: Int) -> Bool {
    guard says(row), let content = draft.attributions[row].content.first else { return false }
    let words = draft.tokens(in: content)
    let of = frame.phrase.start - 2
    guard of > words.start, tables.ofWords.contains(draft.tokens[of].word) else { return false }
    return layers.quantities.contains { draft.quantities[$0].tokens.start == words.start }
      && (frame.number.end..<max(words.end, frame.number.end)).contains { token in
        verbGroup(at: token).map { draft.verbGroups[$0].form == .finite } ?? false
      }
  }

  private func isPassedOn(_ row: Int) -> Bool {
    let found = draft.attributions[row]
    if isVoice(row) { return true }
    guard found.kind == .indirect else { return false }
    if found.strength == .attitude || found.strength == .intention { return true }
    guard let source = found.source else { return false }
    // `A first reading showed 79, a person told`: who reads it says it.
    if !canSay(row) { return true }
    guard found.speaker?.kind == .document else { return false }
    let first = draft.tokens(in: source).start
    if draft.classes[first] == .possessive { return true }
    return draft.classes[first] == .determiner && tables.articles.contains(draft.tokens[first].word)
  }

  /// Words inside another's: `"They tell me there are 40 of us," he said`, `she said he had "treated
  /// nine as furniture"`.
  private func isVoice(_ row: Int) -> Bool {
    let found = draft.attributions[row]
    guard let source = found.source else { return false }
    let words = draft.tokens(in: source)
    if words.count == 1, draft.classes[words.start] == .subjectPronoun,
      quote(around: source) != nil
    {
      return true
    }
    return found.rule == "english/cue.quote" && found.strength == .neutral && !says(row)
  }

  /// Whether a cue holds a verb of saying.
  private func says(_ row: Int) -> Bool {
    draft.cueTokens[row].indices.contains {
      lexicon.tags(draft.tokens[$0].word).has(.quoteVerb)
    }
  }

  /// The lemma of a cue's last verb.
  private func verb(of row: Int) -> WordID? {
    let cue = draft.cueTokens[row]
    let last = cue.indices.last { draft.classes[$0].isVerb } ?? cue.indices.last
    return last.map { lexicon.facts(draft.tokens[$0].word).lemma }
  }

  /// Whether a source is somebody: problems that led to something say nothing.
  private func canSay(_ row: Int) -> Bool {
    guard let source = draft.attributions[row].source else { return false }
    switch draft.attributions[row].speaker?.kind {
    case .person, .organisation, .government, .outlet, .document, .anonymous: return true
    default: break
    }
    let words = draft.tokens(in: source)
    guard let head = headNoun(words) else { return false }
    return isSomebody(head)
  }

  /// The last noun of a group before its first preposition or mark.
  func headNoun(_ words: TokenRange) -> Int? {
    var head: Int?
    for row in words.indices {
      let kind = draft.classes[row]
      if head != nil, kind == .preposition || kind == .mark || kind == .relative { break }
      // `the group itself`
      if head != nil, kind == .objectPronoun { break }
      // `rescue service Edara 1122`: a number behind a noun is part of a name.
      if kind.isNominal, kind != .number || head == nil { head = row }
    }
    return head
  }

  /// Whether a noun is for persons, bodies or papers.
  func isSomebody(_ row: Int) -> Bool {
    if draft.classes[row] == .name { return true }
    let tags = lexicon.tags(draft.tokens[row].word)
    return tags.has(.personNoun) || tags.has(.documentNoun) || tags.has(.anonymousHead)
      || tags.has(.collectiveHead) || tags.has(.organisationNoun) || tags.has(.outletNoun)
      || tags.has(.governmentNoun) || tags.has(.spokesperson) || tags.has(.nameRole)
      || tags.has(.male) || tags.has(.female)
      || tables.counterNouns.contains(draft.tokens[row].word)
  }
}
