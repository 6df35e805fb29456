import HearsayCore
import HearsayText

/// The words by which one may ask for a figure.
struct TermFinder: ClaimFinder {
  let context: ClaimContext

  /// Lemmas of the counted noun with its modifiers, and of what bears on the figure.
  ///
  /// Also of the phrase that follows it directly (`18 months behind schedule`). Sorted, without
  /// repeats.
  func terms(
    _ frame: FigureFrame, _ topic: TokenRange?, _ noun: TokenRange?, _ verb: TokenRange?
  ) -> [String] {
    var terms: [WordID] = []
    terms.reserveCapacity(12)
    if let unit = frame.unit { add(unit.indices, to: &terms) }
    if let topic { add(topic.indices, to: &terms) }
    if let noun { add(noun.indices, to: &terms) }
    if let verb { add(verb.indices, to: &terms) }
    add(complement(after: frame.phrase.end, in: frame.sentence), to: &terms)
    add(complement(before: frame.phrase.start, in: frame.sentence), to: &terms)
    return context.terms(&terms)
  }

  private func add(_ rows: Range<Int>, to terms: inout [WordID]) {
    for row in rows where draft.tokens[row].kind == .word {
      guard isContent(draft.classes[row]) else { continue }
      terms.append(draft.facts[row].lemma)
    }
  }

  private func isContent(_ wordClass: WordClass) -> Bool {
    switch wordClass {
    case .noun, .name, .adjective, .preposition, .other, .adverb: true
    default: wordClass.isVerb
    }
  }

  /// A preposition with its noun phrase, right after the figure.
  private func complement(after start: Int, in sentence: TokenRange) -> Range<Int> {
    guard start < sentence.end,
      draft.classes[start] == .preposition || draft.classes[start] == .adjective
    else { return start..<start }
    var end = start + 1
    while end < sentence.end, end - start < 5, isNominal(draft.classes[end]) { end += 1 }
    return start..<end
  }

  /// The nouns right before the figure, over one linking word (`reward of`, `magnitude`).
  private func complement(before end: Int, in sentence: TokenRange) -> Range<Int> {
    var start = end
    if start > sentence.start, draft.classes[start - 1] == .preposition { start -= 1 }
    let link = start
    while start > sentence.start, link - start < 3, isNominal(draft.classes[start - 1]) {
      start -= 1
    }
    return start..<link
  }

  private func isNominal(_ wordClass: WordClass) -> Bool {
    switch wordClass {
    case .noun, .adjective, .determiner, .possessive: true
    default: false
    }
  }
}
