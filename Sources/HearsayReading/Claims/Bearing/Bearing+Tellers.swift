import HearsayCore
import HearsayText

// Those who tell of a figure are not counted by it.
extension BearingFinder {
  /// `Survivors said 112 people were aboard`, `on survivors' accounts, 40 were lost`.
  func isTeller(_ tokens: TokenRange, _ frame: FigureFrame) -> Bool {
    guard !tokens.overlaps(frame.phrase) else { return false }
    return isOwner(tokens) || speaks(tokens, frame)
  }

  /// `500,000 for each of the injured`, with a currency that goes without saying.
  func isPaid(_ frame: FigureFrame) -> Bool {
    guard frame.quantity.kind == .count, frame.unit == nil, (frame.size ?? 0) >= Self.leastPaid
    else { return false }
    return hits.contains { hit in
      guard case .topic(let topic, .phrase) = hit.phrase else { return false }
      return tables.traits[topic].ofSums && hit.tokens.start == frame.phrase.end
    }
  }

  private static let leastPaid = 1000

  /// Whether the words name who speaks.
  ///
  /// A toll and a list that say something count by themselves,
  /// and what is counted within the name is meant by it.
  private func speaks(_ tokens: TokenRange, _ frame: FigureFrame) -> Bool {
    let (words, number) = (draft.bytes(tokens), draft.bytes(frame.number))
    return attributions.contains { row in
      guard let source = draft.attributions[row].source, source.start <= words.start,
        words.end <= source.end, number.end <= source.start || source.end <= number.start
      else { return false }
      return !draft.tokens(in: source).indices.contains(where: isCount)
    }
  }

  /// Whether the words are of people who have something that is no count.
  private func isOwner(_ tokens: TokenRange) -> Bool {
    let mark = tokens.end
    guard mark + 1 < draft.tokens.count, draft.classes[mark] == .genitive,
      tables.persons.contains(draft.tokens[mark - 1].word)
    else { return false }
    return !isCount(mark + 1)
  }

  private func isCount(_ row: Int) -> Bool {
    if draft.facts[row].tags.has(.figureNoun | .listNoun) { return true }
    let word = draft.tokens[row].word
    return tables.tollNouns.contains(word) && !tables.persons.contains(word)
  }
}
