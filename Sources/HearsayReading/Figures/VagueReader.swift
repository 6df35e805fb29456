internal import HearsayCore
internal import HearsayText

// Words of number that state none: `several`, `a handful of`, `tens of thousands`; and ordinals.
extension FigureText {
  /// The vague word that begins at `row`, where the words around let it count something.
  func vague(at row: Int, notBefore floor: Int) -> FigureFinding? {
    guard has(row, .vagueStart),
      let match = tables.vague.match(at: row, in: tokens, within: bounds),
      !sets.notVagueAfter.contains(word(row - 1))
    else { return nil }
    let end = match.tokens.end
    let word = match.payload
    if word.needsOf, self.word(end) != sets.of { return nil }
    let measure = self.word(end) == sets.of ? nil : vagueMeasure(at: end)
    let noun = countedNoun(after: end, isOne: false)
    if measure == nil, word.needsNoun {
      guard let noun, isPluralNoun(noun.end - 1) else { return nil }
    }
    let words = modifiersBefore(row, notBefore: floor)
    let quantity = Quantity(
      word.interval, vague: word.lemma, kind: measure == nil ? .count : .measure,
      unit: (measure ?? noun).map(printed), hedge: words.hedge.map(printed))
    return FigureFinding(
      quantity: quantity, tokens: TokenRange(words.start, end),
      noun: measure == nil ? noun : nil, end: (measure ?? noun)?.end ?? end,
      rule: "english/quantity.vague")
  }

  private func vagueMeasure(at row: Int) -> TokenRange? {
    guard has(row, .measureWord | .durationWord), spelling(row).count > 2 else { return nil }
    return TokenRange(row, row + 1)
  }

  /// `third`, `21st`, `twenty-first` before a noun.
  func ordinal(at row: Int) -> FigureFinding? {
    guard let (value, end) = ordinalValue(at: row) else { return nil }
    let noun = countedNoun(after: end, isOne: true)
    return FigureFinding(
      quantity: Quantity(
        Interval(exactly: value), stated: value, kind: .ordinal, unit: noun.map(printed)),
      tokens: TokenRange(row, end), noun: noun, end: end, rule: "english/quantity.ordinal")
  }

  private func ordinalValue(at row: Int) -> (ExactNumber, Int)? {
    if kind(row) == .number {
      guard isGlued(row + 1), sets.ordinalEndings.contains(word(row + 1)),
        let value = readDigits(spelling(row))?.value, value.exponent >= 0
      else { return nil }
      return (value, row + 2)
    }
    guard isWord(row) else { return nil }
    if has(row, .ordinalWord), let value = tables.ordinals[word(row)] { return (value, row + 1) }
    guard has(row, .numberWord), let tens = tables.words[word(row)], isHyphen(row + 1),
      has(row + 2, .ordinalWord), let unit = tables.ordinals[word(row + 2)],
      let value = tens.plus(unit)
    else { return nil }
    return (value, row + 3)
  }
}
