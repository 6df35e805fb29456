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
    guard
      otherPhrases.contains(where: { frame.phrase.end == $0.end && $0.start > frame.number.end })
    else { return nil }
    let words = descriptorWords(after: frame)
    return words.count > 0 && isSettled(frame, words) ? words : nil
  }

  /// Whether a verb of its own follows, or stands before: `was one of 100 people hurt`.
  private func isSettled(_ frame: FigureFrame, _ words: TokenRange) -> Bool {
    if hasFiniteVerb(after: words.end, frame) { return true }
    let before = max(frame.sentence.start, frame.number.start - 8)..<frame.number.start
    return before.contains { draft.classes[$0] == .be || draft.classes[$0] == .verbPast }
  }

  /// `detained`, `who had escaped`, `listed as stolen`, behind a figure.
  private func descriptorWords(after frame: FigureFrame) -> TokenRange {
    let start = frame.phrase.end
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
