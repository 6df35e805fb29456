import HearsayCore
import HearsayText

/// Figures that are no numbers: places in an order (`the first release`) and words of share
/// (`some of them`, `all political prisoners`). They are claims only beside a topic or population
/// of the rules, for by themselves they stand everywhere.
struct LooseFigureFinder {
  let draft: Draft
  let layers: SentenceLayers
  let lexicon: Lexicon
  let hits: [ClaimHit]
  /// Ordinal words with the place they name.
  let ordinals: [WordID: Int]

  /// The loose figures of a sentence, in order of start.
  func figures() -> [Placed<Quantity>] {
    guard !hits.isEmpty else { return [] }
    let sentence = layers.sentence.tokens
    return sentence.indices.compactMap { row in
      let tags = lexicon.tags(draft.tokens[row].word)
      guard tags.has(.claimOrdinal) || tags.has(.shareWord) || tags.has(.mannerWord), !isTaken(row)
      else { return nil }
      if tags.has(.mannerWord) { return manner(row, sentence) }
      return tags.has(.claimOrdinal) ? ordinal(row, sentence) : share(row, sentence)
    }
  }

  private func isTaken(_ row: Int) -> Bool {
    layers.quantities.contains { draft.quantities[$0].tokens.contains(row) }
      || layers.times.contains { draft.times[$0].tokens.contains(row) }
  }

  /// `the first known release`, `the first Americans`: a topic or population follows closely.
  private func ordinal(_ row: Int, _ sentence: TokenRange) -> Placed<Quantity>? {
    let ahead = hits.contains { hit in
      hit.tokens.start > row && hit.tokens.start - row <= 6 && hit.phrase.sort < 2
    }
    guard ahead, let number = ordinalValue(draft.tokens[row].word) else { return nil }
    return Placed(
      Quantity(Interval(exactly: number), stated: number, kind: .ordinal),
      TokenRange(row, row + 1), rule: "english/claims.ordinals")
  }

  private func ordinalValue(_ word: WordID) -> ExactNumber? {
    ordinals[word].map { ExactNumber($0) }
  }

  /// `some of them`, `all political prisoners`, `Several more have been arrested`.
  private func share(_ row: Int, _ sentence: TokenRange) -> Placed<Quantity>? {
    let next = row + 1
    guard next < sentence.end, row == sentence.start || draft.classes[row - 1] != .whWord else {
      return nil
    }
    let ofThem = draft.classes[next] == .preposition
    let counted = hits.contains { hit in
      guard case .population = hit.phrase else { return false }
      return hit.tokens.start > row && hit.tokens.start - row <= (ofThem ? 5 : 2)
    }
    let pronoun =
      ofThem && next + 1 < sentence.end && draft.classes[next + 1] == .objectPronoun
    guard counted || pronoun || isMore(next, sentence) else { return nil }
    return Placed(
      Quantity(Interval(), vague: lexicon.text(draft.tokens[row].word), kind: .count),
      TokenRange(row, next), rule: "english/claims.shares")
  }

  /// `a mass release`, `letting people go in a trickle`: how many, said as how.
  private func manner(_ row: Int, _ sentence: TokenRange) -> Placed<Quantity>? {
    let near = hits.contains { hit in
      guard case .topic = hit.phrase else { return false }
      return abs(hit.tokens.start - row) <= 5
    }
    guard near else { return nil }
    return Placed(
      Quantity(Interval(), vague: lexicon.text(draft.tokens[row].word), kind: .count),
      TokenRange(row, row + 1), rule: "english/claims.manners")
  }

  /// `Several more have been arrested`, `some come out`: the verb says of what.
  private func isMore(_ next: Int, _ sentence: TokenRange) -> Bool {
    let verb = hits.contains { hit in
      guard case .topic(_, .verb) = hit.phrase else { return false }
      return hit.tokens.start == next
    }
    if verb { return true }
    guard draft.classes[next] == .adverb, next + 1 < sentence.end,
      draft.classes[next + 1].isAuxiliary
    else { return false }
    return hits.contains { hit in
      guard case .topic = hit.phrase else { return false }
      return hit.tokens.start > next && hit.tokens.start - next <= 4
    }
  }
}

extension Tags {
  static let claimOrdinal = Tags.bit(121)
  static let shareWord = Tags.bit(122)
  static let mannerWord = Tags.bit(126)
}
