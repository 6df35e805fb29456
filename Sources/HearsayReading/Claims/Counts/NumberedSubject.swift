import HearsayCore
import HearsayText

/// Finds the noun of a count that stands behind its verb: `the attackers, thought to number around
/// 100`, `the gang numbered six`, `the raiders – five in all –`.
struct NumberedSubject: ClaimFinder {
  let context: ClaimContext
  let frame: FigureFrame

  private static let mostLinks = 8

  /// The noun, where the count has none of its own.
  func noun() -> TokenRange? {
    guard frame.unit == nil, frame.quantity.kind == .count else { return nil }
    let verb = frame.number.start - 1
    guard verb > frame.sentence.start else { return nil }
    if tables.numberingVerbs.contains(draft.facts[verb].lemma),
      draft.classes[verb].isVerb || isTo(verb - 1) || draft.classes[verb - 1] == .adverb
        || tables.persons.contains(draft.tokens[verb - 1].word)
    {
      return subject(before: verb)
    }
    return isAside() ? noun(at: verb - 1) : nil
  }

  /// Over `thought to`, `who`, a comma.
  private func subject(before verb: Int) -> TokenRange? {
    var row = verb - 1
    let lowest = max(frame.sentence.start, verb - Self.mostLinks)
    while row >= lowest {
      switch draft.classes[row] {
      case .to, .be, .have, .modal, .adverb, .mark, .relative, .whWord, .verbParticiple, .verbPast:
        row -= 1
      default:
        guard isTo(row) else { return noun(at: row) }
        row -= 1
      }
    }
    return nil
  }

  private func isTo(_ row: Int) -> Bool {
    draft.classes[row] == .to || tables.toWords.contains(draft.tokens[row].word)
  }

  /// `five in all` between marks.
  private func isAside() -> Bool {
    let end = frame.number.end
    guard draft.classes[frame.number.start - 1] == .mark, end + 2 < frame.sentence.end else {
      return false
    }
    return tables.inAll.contains { words in
      end + words.count < frame.sentence.end
        && words.indices.allSatisfy { draft.tokens[end + $0].word == words[$0] }
        && draft.classes[end + words.count] == .mark
    }
  }

  /// A plural, or a noun of a group, at `row`.
  private func noun(at row: Int) -> TokenRange? {
    guard row >= frame.sentence.start,
      draft.classes[row] == .noun || tables.persons.contains(draft.tokens[row].word),
      tables.isPerson(draft.tokens[row]) || draft.facts[row].lemma != draft.tokens[row].word
    else { return nil }
    return TokenRange(row, row + 1)
  }
}
