import HearsayCore
import HearsayText

/// Figures that are no numbers.
///
/// Places in an order (`the first release`) and words of share (`some of them`, `all political
/// prisoners`) are claims only beside a topic or population of the rules, for by themselves they
/// stand everywhere.
struct LooseFigureFinder: ClaimFinder {
  let context: ClaimContext
  let layers: SentenceLayers
  let hits: [ClaimHit]

  /// The rule of `mass` and `trickle`.
  static let mannerRule = "english/claims.manners"

  /// The rule of `lone` and `single`.
  static let loneRule = "english/claims.lone"

  /// The loose figures of a sentence.
  func figures() -> [LooseFigure] {
    let zeros = ZeroFinder(context: context, layers: layers, hits: hits)
    let found = zeros.figures()
    guard !hits.isEmpty else { return found + lone() }
    let persons = SinglePersonFinder(context: context, layers: layers, hits: hits)
    let joined = JoinedPersonFinder(context: context, layers: layers, hits: hits).figures()
    let single = persons.figures().filter { one in
      !joined.contains { $0.placed.tokens.overlaps(one.placed.tokens) }
    }
    return (ordinals() + words()).map { LooseFigure(placed: $0) } + found + single + joined
      + lone()
  }

  /// `the first known release`, `the first Americans`: a topic or population follows closely.
  private func ordinals() -> [Placed<Quantity>] {
    draft.ordinals(in: layers.sentence.tokens).filter { ordinal in
      hits.contains { hit in
        let ahead = hit.tokens.start - ordinal.tokens.end
        return (0...5).contains(ahead) && hit.phrase.sort < 2
      }
    }
  }

  private func words() -> [Placed<Quantity>] {
    let sentence = layers.sentence.tokens
    var found: [Placed<Quantity>] = []
    for row in sentence.indices
    where draft.facts[row].isShare && !isTaken(row)
      && !tables.loneWords.contains(draft.tokens[row].word)
    {
      let isManner = lexicon.tags(draft.tokens[row].word).has(.mannerWord)
      let figure = isManner ? manner(row, sentence) : share(row, sentence)
      if let figure { found.append(figure) }
    }
    return found
  }

  private func isTaken(_ row: Int) -> Bool {
    layers.quantities.contains { draft.quantities[$0].tokens.contains(row) }
      || layers.times.contains { draft.times[$0].tokens.contains(row) }
  }

  /// `a lone gunman`, `this was a single perpetrator`: there was but one of them.
  private func lone() -> [LooseFigure] {
    layers.sentence.tokens.indices.dropLast().compactMap { row in
      let noun = TokenRange(row + 1, row + 2)
      guard tables.loneWords.contains(draft.tokens[row].word),
        tables.attackerNouns.contains(draft.tokens[row + 1].word)
      else { return nil }
      let one = ExactNumber(1)
      let quantity = Quantity(
        Interval(exactly: one), stated: one, kind: .count, unit: draft.words(noun))
      let words = TokenRange(row, row + 1)
      return LooseFigure(
        placed: Placed(quantity, words, rule: Self.loneRule), unit: noun)
    }
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
      // `mass shootings` counts nobody: the word stands right before what happens, or in `in a
      // trickle` behind it.
      let ahead = hit.tokens.start - row
      let isTail = row + 1 >= sentence.end || draft.classes[row + 1] != .noun
      let isNominal =
        row > sentence.start
        && (draft.classes[row - 1] == .determiner || draft.tokens[row - 1].kind == .quote)
      return isNominal
        ? (1...3).contains(ahead) || isTail && (-5 ... -1).contains(ahead) : ahead == 1
    }
    guard near else { return nil }
    return Placed(
      Quantity(Interval(), vague: lexicon.text(draft.tokens[row].word), kind: .count),
      TokenRange(row, row + 1), rule: Self.mannerRule)
  }

  /// `Several more have been arrested`: the verb says of what.
  private func isMore(_ next: Int, _ sentence: TokenRange) -> Bool {
    guard draft.classes[next] == .adverb, next + 1 < sentence.end,
      draft.classes[next + 1].isAuxiliary
    else { return false }
    return hits.contains { hit in
      guard case .topic = hit.phrase else { return false }
      return hit.tokens.start > next && hit.tokens.start - next <= 4
    }
  }
}

/// A figure that is no number, with the noun of those counted where it has one.
struct LooseFigure {
  var placed: Placed<Quantity>
  var unit: TokenRange?
  /// What happened to those counted, where that is what made it a figure.
  var event: TokenRange?
}

extension WordFacts {
  /// Whether the word may be a figure without being a number.
  @inline(__always)
  var isLoose: Bool { tags.has(.shareWord | .mannerWord | .zeroWord | .oneWord) }

  @inline(__always)
  var isShare: Bool { tags.has(.shareWord | .mannerWord) }
}

extension Tags {
  static let shareWord = Tags.bit(122)
  static let mannerWord = Tags.bit(126)
  /// Outside the block of this stage, which is full.
  static let zeroWord = Tags.bit(55)
  /// `a`, `an`, `another` before one person.
  static let oneWord = Tags.bit(54)
}
