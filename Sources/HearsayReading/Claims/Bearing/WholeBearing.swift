import HearsayCore
import HearsayText

// What the greater of two figures is of, where the smaller one is taken from it: `Nine of the 14
// students detained on Monday were let go` counts 14 detained and nine let go.
extension BearingFinder {
  /// What describes the whole: inside its phrase, right behind it, or in the relative clause there.
  func baseBearing(_ frame: FigureFrame) -> Bearing? {
    let fit = TopicFit(context: context, times: times, others: otherPhrases)
    let words = descriptorWords(after: frame)
    let isDescribed = isSettled(frame, words)
    for hit in hits
    where hit.tokens.overlaps(frame.phrase) || isDescribed && words.contains(hit.tokens.start) {
      guard case .topic(let topic, let word) = hit.phrase,
        fit.fits(word, topic, at: hit.tokens, frame)
      else { continue }
      return Bearing(topic: topic, tokens: hit.tokens, cost: 0, rule: tables.topics[topic].rule)
    }
    return nil
  }

  /// The words that describe the whole, where the figure counts a part of it and a verb of its own
  /// follows; none otherwise.
  func descriptors(of frame: FigureFrame) -> TokenRange? {
    guard let base = base(of: frame) else { return nil }
    let words = descriptorWords(from: base, frame)
    return words.count > 0 && isSettled(frame, words) ? words : nil
  }

  /// One past the whole that the figure is taken from: `two of the six`.
  private func base(of frame: FigureFrame) -> Int? {
    let link = frame.number.end
    return otherPhrases.first {
      if frame.phrase.end == $0.end { return $0.start > link }
      return (2...3).contains($0.start - link) && tables.ofWords.contains(draft.tokens[link].word)
    }?.end
  }

  /// Whether a verb of its own follows, or stands before: `was one of 100 people hurt`.
  private func isSettled(_ frame: FigureFrame, _ words: TokenRange) -> Bool {
    if hasFiniteVerb(after: words.end, frame) { return true }
    var row = frame.number.start - 1
    let lowest = max(frame.sentence.start, frame.number.start - 8)
    while row >= lowest, !isClauseBorder(row) {
      // `He said 19 of the 64 needed treatment`: saying so is no verb of theirs.
      let isVerb = draft.classes[row] == .be || draft.classes[row] == .verbPast
      if isVerb, !isCue(row) { return true }
      row -= 1
    }
    return false
  }

  private func isClauseBorder(_ row: Int) -> Bool {
    switch draft.classes[row] {
    case .mark, .subordinator: true
    default: draft.tokens[row].kind == .mark
    }
  }

  private func isCue(_ row: Int) -> Bool {
    attributions.contains { draft.cueTokens[$0].contains(row) }
  }

  /// `detained`, `who had escaped`, `listed as stolen`, behind a figure.
  private func descriptorWords(after frame: FigureFrame) -> TokenRange {
    descriptorWords(from: frame.phrase.end, frame)
  }

  private func descriptorWords(from start: Int, _ frame: FigureFrame) -> TokenRange {
    let last = min(frame.sentence.end, start + 6)
    guard start < last else { return TokenRange(start, start) }
    if draft.classes[start] == .relative {
      let verb = (start + 1..<last).first { draft.classes[$0].isVerb }
      return TokenRange(start, verb.map { $0 + 1 } ?? start)
    }
    if draft.classes[start] == .subjectPronoun {
      // `the 60 hostages they had been holding`.
      let verb = (start + 1..<last).first { draft.classes[$0].isVerb }
      return TokenRange(start, verb.map { $0 + 1 } ?? start)
    }
    var end = start
    while end < last, [.adverb, .negation].contains(draft.classes[end]) { end += 1 }
    guard end < last, isDescriptor(end) else { return TokenRange(start, start) }
    end += 1
    if end + 1 < last, tables.asWords.contains(draft.tokens[end].word) { end += 2 }
    return TokenRange(start, end)
  }

  private func isDescriptor(_ row: Int) -> Bool {
    switch draft.classes[row] {
    case .verbParticiple, .verbPast, .verbIng, .adjective: true
    case .noun, .other, .name: hits.contains { $0.tokens.start == row && $0.isTopic }
    default: false
    }
  }

  /// Whether a verb follows that is no mere participle, before the clause ends.
  private func hasFiniteVerb(after start: Int, _ frame: FigureFrame) -> Bool {
    let last = min(frame.sentence.end, start + 16)
    for row in start..<max(start, last) {
      switch draft.classes[row] {
      case .be, .have, .modal, .doAuxiliary, .verbS, .verbPast: return true
      case .relative, .subordinator: return false
      default: if draft.tokens[row].kind == .stop { return false }
      }
    }
    return false
  }

  /// What made one person a figure.
  func eventBearing(_ frame: FigureFrame) -> Bearing? {
    guard let event = frame.event else { return nil }
    for hit in hits where hit.tokens == event {
      guard case .topic(let topic, _) = hit.phrase else { continue }
      return Bearing(topic: topic, tokens: hit.tokens, cost: 0, rule: tables.topics[topic].rule)
    }
    return nil
  }

  /// `Dead: 12, injured: 34`, `30 dead and 100 wounded`: a label before it, or its state behind it.
  func labelBearing(_ frame: FigureFrame) -> Bearing? {
    let before = frame.number.start - 1
    let isLabelled = before > frame.sentence.start && context.isMark(before, ":")
    for hit in hits where isLabelled && hit.tokens.end == before || isNext(hit, frame) {
      guard case .topic(let topic, let word) = hit.phrase, tables.traits[topic].ofPeople,
        tables.traits[topic].weakness == 0, frame.quantity.kind == .count,
        hit.tokens.end == before || (word == .phrase || hit.tokens.count > 1) && isState(hit, frame)
      else { continue }
      return Bearing(topic: topic, tokens: hit.tokens, cost: 0, rule: tables.topics[topic].rule)
    }
    return nil
  }

  /// Right behind the number, or the end of a phrase around it: `received … 100 wounded`.
  private func isNext(_ hit: ClaimHit, _ frame: FigureFrame) -> Bool {
    hit.tokens.contains(frame.number.end) && hit.tokens.end == frame.number.end + 1
  }

  /// `30 dead`, and not `30 injured were let go`.
  private func isState(_ hit: ClaimHit, _ frame: FigureFrame) -> Bool {
    guard frame.unit.map({ $0.start >= frame.number.end }) ?? true else { return false }
    let next = hit.tokens.end
    guard next < frame.sentence.end else { return true }
    switch draft.classes[next] {
    case .mark, .conjunction: return true
    default: return draft.tokens[next].kind != .word && draft.tokens[next].kind != .number
    }
  }

  /// `13 bodies recovered, 8 persons held`: the end of a headline.
  func headlineBearing(_ frame: FigureFrame) -> Bearing? {
    let row = frame.phrase.end
    guard !frame.zone.hasVerbs, frame.quantity.kind == .count, row < frame.sentence.end,
      tables.heldWords.contains(draft.tokens[row].word), isLast(row, frame),
      frame.unit.map({ !tables.apartNouns.contains(draft.tokens[$0.end - 1].word) }) ?? true,
      let topic = tables.topic(named: "arrested")
    else { return nil }
    return Bearing(
      topic: topic, tokens: TokenRange(row, row + 1), cost: 0, rule: tables.topics[topic].rule)
  }

  private func isLast(_ row: Int, _ frame: FigureFrame) -> Bool {
    guard row + 1 < frame.sentence.end else { return true }
    // `Seven held as cash is found`, `Four held over robbery`.
    return draft.tokens[row + 1].kind != .word
      || [.subordinator, .preposition].contains(draft.classes[row + 1])
  }

  /// `38 students who were abducted from a school 11 days ago have been freed`: what became of them
  /// is told by the verb behind the clause.
  func mainBearing(_ frame: FigureFrame) -> Bearing? {
    let start = frame.phrase.end
    guard frame.quantity.kind == .count, start + 2 < frame.sentence.end,
      draft.classes[start] == .relative || isReducedClause(start, frame)
    else { return nil }
    let last = min(frame.sentence.end, start + Self.longestClause)
    guard let inner = (start..<last).first(where: { draft.classes[$0].isVerb }),
      let main = (inner + 1..<max(inner + 1, last)).first(where: { isMain($0) }),
      !(start..<main).contains(where: { endsClause($0, frame) })
    else { return nil }
    let fit = TopicFit(context: context, times: times, others: otherPhrases)
    for hit in hits where (1...3).contains(hit.tokens.start - main) {
      guard case .topic(let topic, let word) = hit.phrase, word != .noun,
        word == .verb || draft.classes[hit.tokens.start] == .verbParticiple,
        tables.traits[topic].ofPeople, fit.fits(word, topic, at: hit.tokens, frame)
      else { continue }
      return Bearing(topic: topic, tokens: hit.tokens, cost: 0, rule: tables.topics[topic].rule)
    }
    return nil
  }

  /// `38 students abducted from a school`, `12 men held since May`: a clause without its `who were`.
  private func isReducedClause(_ row: Int, _ frame: FigureFrame) -> Bool {
    guard frame.zone.hasVerbs, frame.unit.map({ $0.end == row }) ?? false else { return false }
    return draft.classes[row] == .verbParticiple || draft.classes[row] == .verbPast
  }

  private static let longestClause = 26

  /// `have`, `were` that no word before it draws into a clause of its own.
  private func isMain(_ row: Int) -> Bool {
    guard draft.classes[row] == .have || draft.classes[row] == .be else { return false }
    switch draft.classes[row - 1] {
    case .noun, .name, .number, .adverb, .mark, .verbParticiple, .verbPast, .day: return true
    default: return draft.tokens[row - 1].kind == .number
    }
  }

  /// Where another clause or figure begins, so that the verb behind may be of that.
  private func endsClause(_ row: Int, _ frame: FigureFrame) -> Bool {
    // `held for two months`: a length of time is of the clause.
    if let other = otherPhrases.first(where: { $0.start == row }),
      !tables.spans.contains(draft.tokens[other.end - 1].word)
    {
      return true
    }
    if row > frame.phrase.end, draft.classes[row] == .relative { return true }
    return [.subordinator, .conjunction, .subjectPronoun].contains(draft.classes[row])
      || draft.tokens[row].kind == .stop || draft.tokens[row].kind == .quote
  }

  /// `The dead numbered 24`: the noun before the verb is the topic.
  func numberedBearing(_ frame: FigureFrame) -> Bearing? {
    guard let unit = frame.unit, unit.end <= frame.number.start,
      tables.numberingVerbs.contains(draft.facts[max(frame.number.start - 1, 0)].lemma)
    else { return nil }
    for hit in hits where hit.tokens.overlaps(unit) {
      guard case .topic(let topic, _) = hit.phrase else { continue }
      return Bearing(topic: topic, tokens: hit.tokens, cost: 0, rule: tables.topics[topic].rule)
    }
    return nil
  }
}
