import HearsayCore
import HearsayText

/// Finds words that say that none are counted: `no arrests`, `nobody was hurt`, `without injuries`,
/// `denied that anyone had been killed`.
struct ZeroFinder: ClaimFinder {
  let context: ClaimContext
  let layers: SentenceLayers
  let hits: [ClaimHit]

  /// The rule of `no` and `nobody`.
  static let rule = "english/claims.zeros"

  private var sentence: TokenRange { layers.sentence.tokens }

  /// The zeros of the sentence.
  func figures() -> [LooseFigure] {
    var found: [LooseFigure] = []
    for row in sentence.indices where draft.facts[row].tags.has(.zeroWord) && !isTaken(row) {
      found += zeros(at: row)
    }
    return found
  }

  private func isTaken(_ row: Int) -> Bool {
    layers.times.contains { draft.times[$0].tokens.contains(row) }
  }

  private func zeros(at row: Int) -> [LooseFigure] {
    let word = draft.tokens[row].word
    if tables.zero.without.contains(word) { return events(after: row, opener: row) }
    if tables.zero.any.contains(word) { return denied(row).map { [$0] } ?? [] }
    if tables.zero.things.contains(word) { return thing(row).map { [$0] } ?? [] }
    if tables.zero.nobody.contains(word) { return pronoun(row, end: row + 1).map { [$0] } ?? [] }
    if let end = endOfPronoun(row) { return pronoun(row, end: end).map { [$0] } ?? [] }
    // `no sign of survivors`: the words stand for something else.
    let isTopic = hits.contains { $0.isTopic && $0.tokens.start == row }
    guard tables.zero.no.contains(word), !isTopic else { return [] }
    let events = events(after: row, opener: row)
    return events.isEmpty ? persons(row).map { [$0] } ?? [] : events
  }

  private func zero(
    _ tokens: TokenRange, _ unit: TokenRange? = nil, of sums: Bool = false,
    event: TokenRange? = nil
  ) -> LooseFigure {
    let quantity = Quantity(
      Interval(exactly: .zero), stated: .zero, kind: sums ? .money : .count,
      unit: unit.map { draft.words($0) })
    return LooseFigure(
      placed: Placed(quantity, tokens, rule: Self.rule), unit: unit, event: event)
  }
}

// Nouns of what did not happen.
extension ZeroFinder {
  /// `no arrests`, `no deaths or serious injuries`, `without injuries`: one for each noun.
  private func events(after row: Int, opener: Int) -> [LooseFigure] {
    var found: [LooseFigure] = []
    var at = afterReports(row + 1)
    while let hit = event(from: at) {
      // The second noun is a finding of its own: `no deaths or injuries` says both.
      found.append(
        found.isEmpty
          ? zero(TokenRange(opener, opener + 1), of: isSum(hit), event: hit.tokens)
          : zero(hit.tokens, hit.tokens))
      guard hit.tokens.end + 1 < sentence.end, draft.classes[hit.tokens.end] == .conjunction else {
        break
      }
      at = hit.tokens.end + 1
    }
    return found
  }

  /// Over `immediate reports of`, `sign of`.
  private func afterReports(_ start: Int) -> Int {
    for row in start..<min(sentence.end, start + 3) {
      if tables.zero.reports.contains(draft.tokens[row].word), row + 1 < sentence.end,
        tables.ofWords.contains(draft.tokens[row + 1].word)
      {
        return row + 2
      }
      guard isModifier(row) else { break }
    }
    return start
  }

  /// The noun of a topic at `row`, over adjectives; no noun that only describes another.
  private func event(from row: Int) -> ClaimHit? {
    for hit in hits where (row..<row + 4).contains(hit.tokens.start) {
      guard case .topic(let topic, let word) = hit.phrase, word != .verb || isPlural(hit),
        tables.traits[topic].ofPeople || tables.traits[topic].ofSums,
        word != .phrase || draft.classes[hit.tokens.end - 1] == .noun
          || tables.persons.contains(draft.tokens[hit.tokens.start].word),
        (row..<hit.tokens.start).allSatisfy(isModifier),
        hit.tokens.end >= sentence.end || draft.classes[hit.tokens.end] != .noun
      else { continue }
      return hit
    }
    return nil
  }

  /// `arrests` of `or arrests`, taken for a verb.
  private func isPlural(_ hit: ClaimHit) -> Bool {
    hit.tokens.count == 1 && draft.classes[hit.tokens.start] == .verbS
  }

  private func isModifier(_ row: Int) -> Bool {
    switch draft.classes[row] {
    case .adjective, .adverb, .noun, .name, .verbParticiple, .verbPast: true
    default: false
    }
  }

  private func isSum(_ hit: ClaimHit) -> Bool {
    guard case .topic(let topic, _) = hit.phrase else { return false }
    return tables.traits[topic].ofSums
  }

  /// `no passengers were hurt`, `there are no political prisoners`.
  private func persons(_ row: Int) -> LooseFigure? {
    guard let noun = personNoun(after: row + 1),
      happens(after: noun.end, within: 6) || exists(row)
    else { return nil }
    return zero(TokenRange(row, row + 1), noun)
  }

  /// The noun of people that begins at a row, with what describes it.
  private func personNoun(after start: Int) -> TokenRange? {
    let last = min(sentence.end, start + 4)
    var row = start
    while row < last, isModifier(row) {
      let next = row + 1
      if tables.persons.contains(draft.tokens[row].word),
        next >= sentence.end || draft.classes[next] != .noun
      {
        return TokenRange(start, next)
      }
      row += 1
    }
    return nil
  }

  /// `there are`, `it holds`, before `no`.
  private func exists(_ row: Int) -> Bool {
    guard row > sentence.start else { return false }
    let before = row - 1
    return draft.classes[before] == .have
      || draft.classes[before] == .be && before > sentence.start
        && tables.thereWords.contains(draft.tokens[before - 1].word)
      || draft.classes[before].isVerb && draft.facts[before].tags.has(.claimTrigger)
  }
}

// Words that stand for nobody.
extension ZeroFinder {
  /// One past `no one`, `not one`, `not a single hostage`.
  private func endOfPronoun(_ row: Int) -> Int? {
    let next = row + 1
    guard next < sentence.end else { return nil }
    if tables.zero.one.contains(draft.tokens[next].word) {
      if tables.zero.no.contains(draft.tokens[row].word) { return next + 1 }
      return draft.classes[row] == .negation ? next + 1 : nil
    }
    guard draft.classes[row] == .negation, next + 1 < sentence.end,
      draft.classes[next] == .determiner, tables.zero.single.contains(draft.tokens[next + 1].word)
    else { return nil }
    return next + 2
  }

  /// `Nobody was hurt`, `None of the passengers was hurt`; `there are none`.
  private func pronoun(_ row: Int, end: Int) -> LooseFigure? {
    let tokens = TokenRange(row, end)
    guard end < sentence.end, draft.classes[end] != .mark, draft.classes[end] != .stop else {
      return exists(row) ? zero(tokens) : nil
    }
    var start = end
    if tables.ofWords.contains(draft.tokens[end].word) {
      start += 1
      while start < sentence.end,
        [.determiner, .possessive, .number].contains(draft.classes[start])
      { start += 1 }
    }
    let noun = personNoun(after: start)
    let after = noun?.end ?? start
    return happens(after: after, within: 6) || isPassive(after) ? zero(tokens, noun) : nil
  }

  /// `no one has been deported`: done to nobody, whatever it was.
  private func isPassive(_ start: Int) -> Bool {
    var row = start
    var isBe = false
    while row < min(sentence.end, start + 4), draft.classes[row].isAuxiliary || isBe == false {
      if draft.classes[row] == .be { isBe = true }
      guard draft.classes[row] == .be || draft.classes[row] == .have else { break }
      row += 1
    }
    return isBe && row < sentence.end && draft.classes[row] == .verbParticiple
  }

  /// `Nothing was stolen`.
  private func thing(_ row: Int) -> LooseFigure? {
    let isTold = hits.contains { hit in
      guard case .topic(let topic, let word) = hit.phrase, word != .noun else { return false }
      return !tables.traits[topic].ofPeople && (row + 1...row + 5).contains(hit.tokens.start)
    }
    return isTold || isPassive(row + 1) ? zero(TokenRange(row, row + 1)) : nil
  }

  /// `denies that anyone has been killed`, `denied holding any prisoners`.
  private func denied(_ row: Int) -> LooseFigure? {
    let lowest = max(sentence.start, row - 8)
    guard (lowest..<row).contains(where: { tables.zero.denying.contains(draft.facts[$0].lemma) })
    else { return nil }
    let noun = personNoun(after: row + 1)
    let isHeld =
      noun != nil
      && hits.contains { hit in
        hit.isTopic && hit.tokens.start >= lowest && hit.tokens.start < row
      }
    let after = noun?.end ?? row + 1
    guard isHeld || happens(after: after, within: 6) || isPassive(after) else { return nil }
    return zero(TokenRange(row, row + 1), noun)
  }

  /// `Nobody rescued us`: what nobody does to somebody.
  private func isDone(_ hit: ClaimHit, _ word: TopicWord) -> Bool {
    let next = hit.tokens.end
    guard word == .verb, draft.classes[hit.tokens.start] == .verbPast, next < sentence.end else {
      return false
    }
    return [.objectPronoun, .possessive].contains(draft.classes[next])
  }

  /// Whether a verb of what happens to people follows, before the clause ends.
  private func happens(after row: Int, within reach: Int) -> Bool {
    hits.contains { hit in
      guard case .topic(let topic, let word) = hit.phrase, word != .noun,
        tables.traits[topic].ofPeople, (row..<row + reach).contains(hit.tokens.start),
        !isDone(hit, word)
      else { return false }
      return !(row..<hit.tokens.start).contains {
        draft.classes[$0] == .mark || draft.classes[$0] == .subordinator
      }
    }
  }
}
