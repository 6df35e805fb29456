import HearsayCore
import HearsayText

// Which kinds of figures a topic can have: people, sums, lengths of time.
extension TopicFit {
  /// A verb of people has nothing to say of money and measures.
  ///
  /// Nobody is held in `held office for 56 years` and `holds 400 barrels`. A promise may be of money.
  func fitsKind(
    _ word: TopicWord, _ topic: Int, at tokens: TokenRange, _ frame: FigureFrame
  ) -> Bool {
    let traits = tables.traits[topic]
    if traits.ofSums { return isSum(frame) }
    if traits.ofSpans { return isSpan(frame) }
    return switch frame.quantity.kind {
    case .money: traits.ofMoney || traits.needsOther || (!traits.ofPeople && word != .verb)
    case .measure:
      traits.needsOther
        || traits.ofMoney && !isSpan(frame)
        || (!traits.ofPeople && word != .verb && (traits.counted == nil || isUnit(topic, frame)))
    case .percent: !traits.ofPeople || isOfSomebody(frame)
    case .ordinal: fitsPlace(tokens, frame)
    default: true
    }
  }

  /// Whether the unit is one that the topic counts: no `60 metres` are a magnitude.
  private func isUnit(_ topic: Int, _ frame: FigureFrame) -> Bool {
    guard let unit = frame.unit, unit.count > 0, let counted = tables.traits[topic].counted else {
      return false
    }
    return counted.contains(draft.tokens[unit.end - 1].word)
  }

  /// Money, or so many of a currency that goes without saying.
  private func isSum(_ frame: FigureFrame) -> Bool {
    frame.quantity.kind == .money
      || frame.quantity.kind == .count && frame.unit == nil
        && frame.quantity.stated.map { $0 >= ExactNumber(10_000) } ?? false
  }

  private func isSpan(_ frame: FigureFrame) -> Bool {
    guard frame.quantity.kind == .measure else { return false }
    if let unit = frame.unit, unit.count > 0 {
      return tables.termUnits.contains(draft.tokens[unit.end - 1].word)
    }
    return frame.quantity.unit.map { tables.spanNames.contains($0) } ?? false
  }

  func countsKnownPersons(_ frame: FigureFrame) -> Bool {
    frame.quantity.kind == .count && frame.unit != nil && isPerson(frame)
  }

  func countsPersons(_ frame: FigureFrame) -> Bool {
    guard let unit = frame.unit, unit.count > 0 else { return true }
    return tables.isPerson(draft.tokens[unit.end - 1])
  }

  /// `60 per cent of the victims`.
  private func isOfSomebody(_ frame: FigureFrame) -> Bool {
    frame.phrase.end > frame.number.end || isPreposition(frame.number.end, in: tables.ofWords)
  }

  /// `the first death`, `the second person killed`, but no `10th floor` and no `second day`.
  private func fitsPlace(_ tokens: TokenRange, _ frame: FigureFrame) -> Bool {
    if tokens.overlaps(frame.phrase) { return true }
    if tokens.start > frame.phrase.end,
      (frame.phrase.end..<tokens.start).contains(where: { draft.classes[$0] == .mark })
    {
      return false
    }
    guard let unit = frame.unit else { return true }
    return lexicon.tags(draft.tokens[unit.end - 1].word).has(.personNoun)
  }
}
