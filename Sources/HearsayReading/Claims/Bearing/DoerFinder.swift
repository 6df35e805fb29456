import HearsayCore
import HearsayText

/// Finds figures that count those who did it, not those it was done to: `Three gunmen killed 12`.
struct DoerFinder: ClaimFinder {
  let context: ClaimContext
  let hits: [ClaimHit]
  let frame: FigureFrame

  /// Whether the figure counts attackers: by their noun, or by the active verb behind it.
  func isDoer() -> Bool {
    guard frame.quantity.kind == .count, let unit = frame.unit, unit.count > 0 else { return false }
    if frame.number.end < unit.start, tables.ofWords.contains(draft.tokens[frame.number.end].word) {
      return false
    }
    let noun = draft.tokens[unit.end - 1]
    if tables.attackerNouns.contains(noun.word) || isMarked(unit) { return true }
    guard tables.isPerson(noun), !tables.officeNouns.contains(noun.word),
      !unit.indices.contains(where: { tables.officeNouns.contains(draft.tokens[$0].word) })
    else { return false }
    if isAgent() { return true }
    return activeVerb().map { tables.attackVerbs.contains(draft.facts[$0].lemma) } ?? false
  }

  /// `four masked men`, `a four-man gang`.
  private func isMarked(_ unit: TokenRange) -> Bool {
    let head = unit.end - 1
    if unit.count > 1, (max(unit.start, head - 2)..<head).contains(where: isMark) {
      return tables.isPerson(draft.tokens[head])
        && (head - 1 == unit.start || draft.classes[head - 1] != .noun)
        && !unit.indices.contains { tables.officeNouns.contains(draft.tokens[$0].word) }
    }
    return unit.end < frame.sentence.end && draft.classes[unit.end - 1] == .noun
      && tables.attackerNouns.contains(draft.tokens[unit.end].word)
      && frame.rule == "english/quantity.compound"
  }

  private func isMark(_ row: Int) -> Bool {
    tables.attackerMarks.contains(draft.tokens[row].word)
  }

  /// `was seized by four armed men`.
  private func isAgent() -> Bool {
    var link = frame.number.start - 1
    while link > frame.sentence.start, draft.classes[link] == .determiner { link -= 1 }
    guard link > frame.sentence.start, tables.doerWords.contains(draft.tokens[link].word) else {
      return false
    }
    return (max(frame.sentence.start, link - 2)..<link).contains {
      draft.classes[$0].isVerb && tables.attackVerbs.contains(draft.facts[$0].lemma)
    }
  }

  /// The first verb behind the figure, when nothing makes it a passive one.
  private func activeVerb() -> Int? {
    let last = min(frame.sentence.end, frame.phrase.end + 10)
    for row in frame.phrase.end..<max(frame.phrase.end, last) {
      switch draft.classes[row] {
      case .be, .relative, .mark, .conjunction: return nil
      case .verbPast, .verbS, .verbBase, .verbIng: return row
      case .verbParticiple: return draft.classes[row - 1] == .have ? row : nil
      default: continue
      }
    }
    return nil
  }
}
