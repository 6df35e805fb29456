import HearsayCore
import HearsayText

// Events that are known by what they are called.
extension OtherEventFinder {
  /// `A similar blast`, `in a separate incident`.
  func named() -> OtherStretch? {
    var matches: [PatternSet.Match] = []
    for row in sentence.indices {
      guard
        tables.events.triggers.contains(draft.tokens[row].word)
          || tables.events.triggers.contains(draft.facts[row].lemma)
      else { continue }
      tables.events.phrases.patterns.find(
        at: row, in: draft.tokens, within: sentence.start..<sentence.end, lexicon.facts,
        into: &matches)
    }
    let fitting = matches.filter {
      switch tables.events.phrases.payloads[$0.row] {
      case .unrest: !isOfUnrest
      case .held: !isOfGathering
      case .all, .harm: true
      }
    }
    guard let first = fitting.min(by: { ($0.lower, -$0.upper) < ($1.lower, -$1.upper) }) else {
      return nil
    }
    let words = "\"\(draft.words(TokenRange(first.lower, first.upper)))\""
    let reach = tables.events.phrases.payloads[first.row]
    let topics: Set<String>?
    switch reach {
    case .all:
      return stretch(from: first.lower, words, nil, isWhole: first.lower <= sentence.start + 2)
    case .unrest: topics = nil
    case .harm: topics = tables.events.harm
    case .held: topics = tables.events.held
    }
    return OtherStretch(
      tokens: sentence, reason: words, isWhole: reach != .held, topics: topics)
  }

  /// `A similar assault`, `the last time`; `the worst since a lorry exploded`; `follows a raid`.
  func described() -> OtherStretch? {
    var isWorst = false
    for row in sentence.start..<max(sentence.start, sentence.end - 1) {
      let word = draft.tokens[row].word
      if let end = event(behind: row, word) {
        return stretch(
          from: row, "\"\(draft.words(TokenRange(row, end)))\"", nil,
          isWhole: row <= sentence.start + 2)
      }
      if tables.events.superlatives.contains(word) {
        if isOfAnotherOne(row) || isOneOfThese(row) {
          return stretch(
            from: row, "told as another event", nil, isWhole: row <= sentence.start + 5)
        }
        isWorst = true
      }
      // `The worst attack since 2019 killed 24` is the story's own.
      if isWorst, tables.events.since.contains(word), pastVerb(behind: row),
        !layers.times.contains(where: { draft.times[$0].tokens.start == row + 1 })
      {
        return stretch(from: row, "told as another event", nil)
      }
      if isWorst, tables.events.since.contains(word), let start = opener(behind: row + 1) {
        return stretch(from: start, "told as another event", nil)
      }
      if tables.events.following.contains(draft.facts[row].lemma), draft.classes[row].isVerb,
        isNewEvent(behind: row)
      {
        return stretch(from: row, "told as an event before", nil)
      }
    }
    return nil
  }

  /// One past the event that an adjective tells to be another one.
  private func event(behind row: Int, _ word: WordID) -> Int? {
    let isPlural = tables.events.pluralAdjectives.contains(word)
    guard isPlural || tables.events.formerAdjectives.contains(word) else { return nil }
    for place in row + 1..<min(sentence.end, row + 5) {
      let isOne = isEventNoun(place) || tables.events.happenings.contains(draft.facts[place].lemma)
      if isOne, !isPlural || draft.facts[place].lemma != draft.tokens[place].word {
        return place + 1
      }
      switch draft.classes[place] {
      case .adjective, .noun, .name, .verbParticiple, .other, .adverb: break
      default: return nil
      }
    }
    return nil
  }

  /// `In its deadliest attack`, and not `In its deadliest attack yet`.
  private func isOfAnotherOne(_ row: Int) -> Bool {
    guard row <= sentence.start + 3, row >= sentence.start + 2,
      draft.classes[sentence.start] == .preposition, draft.classes[row - 1] == .possessive,
      !layers.times.contains(where: { isNear($0) })
    else { return false }
    let rest = row + 1..<min(sentence.end, row + 8)
    return rest.contains { isEventNoun($0) }
      && !rest.contains { tables.events.records.contains(draft.tokens[$0].word) }
  }

  /// `In the deadliest of these attacks`, `in the worst of the recent raids`.
  private func isOneOfThese(_ row: Int) -> Bool {
    guard row + 3 < sentence.end, tables.ofWords.contains(draft.tokens[row + 1].word)
    else { return false }
    let rest = row + 2..<min(sentence.end, row + 6)
    return rest.contains { tables.events.ofThese.contains(draft.tokens[$0].word) }
      && rest.contains { isEventNoun($0) && draft.facts[$0].lemma != draft.tokens[$0].word }
  }

  private func pastVerb(behind row: Int) -> Bool {
    let rest = row + 1..<min(sentence.end, row + 16)
    let verb = rest.first { draft.classes[$0] == .verbPast || draft.classes[$0] == .mark }
    return verb.map { draft.classes[$0] == .verbPast } ?? false
  }

  func isEventNoun(_ row: Int) -> Bool {
    tables.eventNouns.contains(draft.facts[row].lemma)
      || tables.eventNouns.contains(draft.tokens[row].word)
  }

  /// `a bomb`, `two attacks`, `suicide bombers`.
  func isNewEvent(behind row: Int) -> Bool {
    guard row + 2 < sentence.end else { return false }
    let next = draft.tokens[row + 1].word
    let isCounted = tables.articles.contains(next) || draft.classes[row + 1] == .number
    for place in row + 1..<min(sentence.end, row + 6) {
      // `the bomb` is the one that is known.
      if draft.classes[place] == .determiner, place > row + 1 || !isCounted { return false }
      if tables.events.ordinals.contains(draft.tokens[place].word) { return false }
      guard isEventNoun(place) || tables.events.actors.contains(draft.tokens[place].word) else {
        continue
      }
      return isCounted || draft.facts[place].lemma != draft.tokens[place].word
    }
    return false
  }

  /// `Hours earlier, gunmen had killed four`, `Meanwhile, a fire killed eight`: a new event at the
  /// head of a sentence.
  func shortlyBefore() -> OtherStretch? {
    guard let end = lead(), let start = clause(behind: end), isNewEvent(behind: start - 1) else {
      return nil
    }
    return stretch(
      from: sentence.start, "told as another event", nil, isWhole: true)
  }

  /// The end of `Meanwhile`, `A week ago`, `Days earlier` at the head of the sentence.
  private func lead() -> Int? {
    guard sentence.count > 4 else { return nil }
    if tables.events.meanwhile.contains(draft.tokens[sentence.start].word) {
      return sentence.start + 1
    }
    for row in sentence.start + 1..<min(sentence.end, sentence.start + 5) {
      let unit = draft.tokens[row - 1].word
      if tables.events.laterWords.contains(draft.tokens[row].word) {
        return tables.events.shortUnits.contains(unit) ? row + 1 : nil
      }
      guard tables.events.backWords.contains(draft.tokens[row].word) else { continue }
      if tables.events.longUnits.contains(unit) || tables.events.shortUnits.contains(unit)
        || tables.events.hours.contains(unit)
      {
        return row + 1
      }
    }
    return nil
  }

  /// Over `, in the capital,` to where the clause begins.
  func clause(behind end: Int) -> Int? {
    var row = end
    let last = min(sentence.end - 2, end + 8)
    guard row < last else { return nil }
    if draft.classes[row] == .mark { row += 1 }
    if row < last, draft.classes[row] == .preposition {
      while row < last, draft.classes[row] != .mark { row += 1 }
      row += 1
    }
    return row < sentence.end - 2 ? row : nil
  }

  /// `the Harrow crash, which claimed 112 lives`: an event with a name the article has not told of.
  func titled() -> OtherStretch? {
    for row in sentence.indices.dropFirst() where draft.classes[row - 1] == .name {
      guard isEventNoun(row) || tables.events.titles.contains(draft.facts[row].lemma),
        isTitle(row - 1)
      else { continue }
      if let start = opener(behind: row + 1), start - row <= 4 {
        return stretch(from: start, "told of \"\(words(row))\"", nil)
      }
      if row <= sentence.start + 5, row + 1 < sentence.end, draft.classes[row + 1] == .verbPast {
        return stretch(from: row, "told of \"\(words(row))\"", nil, isWhole: true)
      }
    }
    return nil
  }

  /// Whether a definite article stands before the name and none of it was told before.
  private func isTitle(_ row: Int) -> Bool {
    var first = row
    while first > sentence.start, draft.classes[first] == .name {
      if names.contains(draft.tokens[first].word) { return false }
      first -= 1
    }
    return first < row && draft.classes[first] == .determiner
      && !tables.articles.contains(draft.tokens[first].word)
      || first < row && tables.events.definite.contains(draft.tokens[first].word)
  }

  private func words(_ row: Int) -> String { draft.words(TokenRange(row - 1, row + 1)) }
}
