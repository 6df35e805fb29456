import HearsayCore
import HearsayText

/// Who takes back or keeps to what he said: `withdrew her statement of a day earlier that 22 had
/// died`, `took back an announcement that`.
extension ChainFinder {
  /// How far before a number the noun of a statement is looked for, in tokens.
  private static var reach: Int { 16 }

  /// The doer of the verb whose object the statement is.
  func retractor(of frame: FigureFrame) -> ChainStep? {
    guard let noun = statement(before: frame), let verb = keepingVerb(before: noun),
      let words = doer(ofGroup: verb)
    else { return nil }
    return source(words, cue: draft.verbGroups[verb].head)
  }

  /// `The rebels stood by their figure of 61`: whoever keeps to a figure gave it, of whatever sort.
  func keeper(ofGroup row: Int, before possessive: Int) -> ChainStep? {
    guard tables.origins.keepingVerbs.contains(draft.verbGroups[row].lemma),
      let words = doer(ofGroup: row), words.end <= possessive
    else { return nil }
    if let found = source(words, cue: draft.verbGroups[row].head) { return found }
    let first = draft.classes[words.start] == .determiner && words.count > 1 ? 1 : 0
    let named = TokenRange(words.start + first, words.end)
    return ChainStep(
      speaker: Speaker(name: draft.words(named), kind: .organisation),
      cue: draft.words(TokenRange(possessive, possessive + 1)), range: draft.bytes(named))
  }

  /// `statement`, `claim` whose clause the number stands in.
  private func statement(before frame: FigureFrame) -> Int? {
    let lowest = max(frame.sentence.start + 1, frame.phrase.start - Self.reach)
    var row = frame.phrase.start - 1
    while row > lowest, draft.classes[row] != .relative, draft.classes[row] != .subordinator {
      if draft.classes[row] == .mark || verbGroup(at: row) != nil { return nil }
      row -= 1
    }
    guard row > lowest else { return nil }
    return (max(lowest, row - 6)..<row).last { isStatement($0) }
  }

  private func isStatement(_ row: Int) -> Bool {
    draft.classes[row] == .noun && tables.origins.claimNouns.contains(draft.facts[row].lemma)
  }

  /// The verb before a noun group without a genitive: `the union's claim` is the union's.
  private func keepingVerb(before noun: Int) -> Int? {
    let lowest = max(layers.sentence.tokens.start, noun - 5)
    var row = noun - 1
    while row > lowest, verbGroup(at: row) == nil {
      switch draft.classes[row] {
      case .possessive, .determiner, .adjective, .adverb, .preposition: row -= 1
      default: return nil
      }
    }
    guard let group = verbGroup(at: row), !draft.verbGroups[group].passive,
      tables.origins.keepingVerbs.contains(draft.verbGroups[group].lemma)
    else { return nil }
    return group
  }
}
