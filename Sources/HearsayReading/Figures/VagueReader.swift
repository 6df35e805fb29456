internal import HearsayCore
internal import HearsayText

// Words of number that state none: `several`, `a handful of`, `tens of thousands`; and ordinals.
extension FigureText {
  /// The vague word that begins at `row`, where the words around let it count something.
  func vague(at row: Int, notBefore floor: Int) -> FigureFinding? {
    guard has(row, .vagueStart),
      let match = tables.vague.match(at: row, in: tokens, within: bounds),
      !sets.questions.contains(word(row - 1)),
      !match.payload.needsNoun || !sets.notVagueAfter.contains(word(row - 1))
    else { return nil }
    var word = match.payload
    let end = scaledEnd(match.tokens.end, &word)
    if word.needsNoun, has(row - 1, .determinerWord) { return nil }
    // `scores missing` in a headline.
    let isState = units.states.contains(self.word(end)) && row + 1 == end
    if word.needsOf, self.word(end) != sets.of, !isState, !isMore(row, end), !isObject(row, end),
      !isSubject(row, end)
    {
      return nil
    }
    if let money = vagueMoney(match.tokens.start, end, word, floor) { return money }
    let measure = vagueMeasure(at: self.word(end) == sets.of ? end + 1 : end)
    // The word alone may stand in quotation marks: `an “important number” of people`.
    let isQuoted = kind(end) == .quote && self.word(end + 1) == sets.of
    let noun = countedNoun(after: isQuoted ? end + 1 : end, isOne: false)
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

  /// `killing 24 and maiming scores more`.
  private func isMore(_ row: Int, _ end: Int) -> Bool {
    guard has(end, .nounSkip), holds(row - 1), row - 1 < classes.count else { return false }
    let before = classes[row - 1]
    return before.isVerb || before == .conjunction || before == .mark || before == .adverb
  }

  /// `injuring scores`: whom a verb of harm or of freeing is done to.
  private func isObject(_ row: Int, _ end: Int) -> Bool {
    guard holds(row - 1), row - 1 < classes.count, classes[row - 1].isVerb,
      sets.vagueVerbs.contains(layers.facts[row - 1].lemma)
    else { return false }
    return !isWord(end) || has(end, .nounEnd)
  }

  /// `Scores were arrested`.
  private func isSubject(_ row: Int, _ end: Int) -> Bool {
    guard end + 1 < classes.count, holds(end + 1), row == bounds.lowerBound || !isWord(row - 1)
    else { return false }
    return classes[end] == .be && sets.vagueVerbs.contains(layers.facts[end + 1].lemma)
  }

  /// `a few hundred million`: the scale counts into the working interval.
  private func scaledEnd(_ start: Int, _ word: inout VagueWord) -> Int {
    var end = start
    while end < start + 3, has(end, .scaleWord), isWord(end),
      let scale = tables.scales[self.word(end)]
    {
      word.interval.low = word.interval.low?.times(scale)
      word.interval.high = word.interval.high?.times(scale)
      word.needsNoun = false
      end += 1
    }
    return end
  }

  /// `millions of dollars`, `several hundred million US dollars`.
  private func vagueMoney(
    _ start: Int, _ end: Int, _ word: VagueWord, _ floor: Int
  ) -> FigureFinding? {
    let row = self.word(end) == sets.of ? end + 1 : end
    for last in row..<(row + 3) {
      if has(last, .currencyWord), isWord(last), !units.codes.contains(self.word(last)) {
        let words = modifiersBefore(start, notBefore: floor)
        let currency = TokenRange(row, last + 1)
        return FigureFinding(
          quantity: Quantity(
            word.interval, vague: word.lemma, kind: .money, unit: printed(currency)),
          tokens: TokenRange(words.start, end), noun: nil, end: last + 1,
          rule: "english/quantity.vague")
      }
      if !isWord(last) || endsNoun(last) { return nil }
    }
    return nil
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
