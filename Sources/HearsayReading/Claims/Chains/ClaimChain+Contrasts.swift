import HearsayCore
import HearsayText

/// Who counts in a clause that is set against the one before: `…, but the group has been able to
/// confirm only 383`, `…, while the union knows of 40`.
extension ChainFinder {
  /// How far the border of the clause is looked for, in tokens.
  private static var reach: Int { 40 }

  /// Whoever verifies a figure in a clause of his own, and where that begins.
  func verifier(of frame: FigureFrame) -> (step: ChainStep, border: Int)? {
    guard frame.zone != .headline, let verb = verifyingVerb(before: frame),
      let border = border(before: verb, frame.sentence)
    else { return nil }
    var start = border + 1
    while start < verb, draft.classes[start] == .adverb || draft.classes[start] == .mark {
      start += 1
    }
    let words = sourceGroup(from: start, TokenRange(frame.sentence.start, verb))
    guard words.count > 0, let head = headNoun(words), isSomebody(head),
      (words.end..<verb).allSatisfy({ isAuxiliary($0) })
    else { return nil }
    return source(words, cue: verb).map { ($0, border) }
  }

  /// `confirm only`, `knows of`, `puts it at`: the verb right before a number.
  private func verifyingVerb(before frame: FigureFrame) -> Int? {
    var row = frame.phrase.start - 1
    let lowest = max(frame.sentence.start + 1, row - 5)
    while row > lowest, !draft.classes[row].isVerb {
      switch draft.classes[row] {
      case .adverb, .preposition, .objectPronoun, .subjectPronoun, .determiner, .to: row -= 1
      default: return nil
      }
    }
    guard row > lowest else { return nil }
    return tables.origins.verifyingVerbs.contains(draft.facts[row].lemma) ? row : nil
  }

  /// `but`, `while`, `;` before the clause of a verb.
  private func border(before verb: Int, _ sentence: TokenRange) -> Int? {
    let lowest = max(sentence.start, verb - Self.reach)
    return (lowest..<verb).last { row in
      tables.origins.contrasts.contains(draft.tokens[row].word)
        || isSemicolon(row)
    }
  }

  private func isAuxiliary(_ row: Int) -> Bool {
    switch draft.classes[row] {
    case .have, .be, .modal, .adverb, .adjective, .to, .doAuxiliary, .mark, .day: true
    default: false
    }
  }
}
