internal import HearsayCore
internal import HearsayText

/// What a number measures.
struct FigureUnit: Sendable {
  var kind: QuantityKind
  /// The counted noun, the currency or the unit as printed.
  var text: String?
  /// The counted noun's tokens.
  var noun: TokenRange?
  /// One past the number, its unit and its noun where they follow without a gap.
  var end: Int
  var rule: String
}

extension FigureText {
  /// What the amount that ends at `end` measures; `nil` when the words make it no quantity.
  func unit(of amount: Amount, end: Int, after modifiers: Modifiers) -> FigureUnit? {
    if amount.percent != nil { return share(amount, end) }
    if let rate = rate(at: end) { return rate }
    if let currency = amount.currency {
      return FigureUnit(
        kind: .money, text: printed(currency), noun: countedNoun(after: end, isOne: false),
        end: end, rule: "english/quantity.money")
    }
    if let whole = amount.partsOf {
      return FigureUnit(
        kind: .measure, text: printed(whole), noun: nil, end: end + 1,
        rule: "english/quantity.measure")
    }
    let row = isHyphen(end) ? end + 1 : end
    if let age = age(amount, at: row) ?? statedAge(amount, end) { return age }
    if let measure = measure(at: row, amount) { return measure }
    if isMark(amount, row) { return plainCount(amount, end: row + 1) }
    if isHyphen(end) { return compound(at: row, amount) }
    let whole = amount.numeral.isShare && has(end, .determinerWord) ? end + 1 : end
    if let noun = countedNoun(after: whole, isOne: amount.value == .one) {
      return FigureUnit(
        kind: amount.numeral.isShare ? .other : .count, text: printed(noun), noun: noun,
        end: noun.end, rule: "english/quantity.count")
    }
    let before = nounBefore(modifiers.start)
    return plainCount(amount, before, end: end)
  }

  /// `passed the 100 mark`, `the 1,000-mark`.
  private func isMark(_ amount: Amount, _ row: Int) -> Bool {
    sets.marks.contains(word(row)) && amount.numeral.value > ExactNumber(9)
      && has(amount.tokens.start - 1, .determinerWord) && !isNounAhead(row + 1)
  }

  private func isNounAhead(_ row: Int) -> Bool { countedNoun(after: row, isOne: false) != nil }

  /// A count without a noun behind it; `before` is one that stands before it.
  private func plainCount(
    _ amount: Amount, _ before: TokenRange? = nil, end: Int
  ) -> FigureUnit {
    let isCount = amount.value.exponent >= 0 && !amount.numeral.isShare && amount.value >= .zero
    return FigureUnit(
      kind: isCount ? .count : .other, text: before.map(printed), noun: before, end: end,
      rule: isCount ? "english/quantity.count" : "english/quantity.number")
  }

  /// `per 100,000` after a number.
  private func rate(at row: Int) -> FigureUnit? {
    guard units.per.contains(word(row)), let base = numeral(at: row + 1), base.isDigits,
      base.start == row + 1
    else { return nil }
    return FigureUnit(
      kind: .other, text: printed(TokenRange(row, base.end)), noun: nil, end: base.end,
      rule: "english/quantity.rate")
  }

  private func share(_ amount: Amount, _ end: Int) -> FigureUnit {
    let text = amount.isPoints ? amount.percent.map(printed) : "%"
    return FigureUnit(
      kind: .percent, text: text, noun: countedNoun(after: end, isOne: false), end: end,
      rule: "english/quantity.percent")
  }

  /// `km`, `square metres`, `miles an hour`, `years`, `times`, `points`.
  private func measure(at row: Int, _ amount: Amount) -> FigureUnit? {
    if let match = units.points.match(at: row, in: tokens, within: bounds) {
      return measured(match.tokens, .measure)
    }
    if units.multiples.contains(word(row)), row < bounds.upperBound {
      return measured(TokenRange(row, row + 1), .other)
    }
    // `half an hour`, `a third of a mile`.
    var at = amount.numeral.isShare && word(row) == sets.of ? row + 1 : row
    if amount.numeral.isShare, sets.articles.contains(word(at)) { at += 1 } else { at = row }
    guard let range = measurePhrase(at: at, amount) else { return nil }
    return measured(range, .measure)
  }

  private func measured(_ range: TokenRange, _ kind: QuantityKind) -> FigureUnit {
    let rule: String = kind == .measure ? "english/quantity.measure" : "english/quantity.times"
    return FigureUnit(kind: kind, text: printed(range), noun: nil, end: range.end, rule: rule)
  }

  /// A unit with what may stand before and after it.
  func measurePhrase(at row: Int, _ amount: Amount) -> TokenRange? {
    var at = row
    while at < row + 3, !isMeasureWord(at, amount), units.unitBefore.contains(word(at)) {
      at += isHyphen(at + 1) ? 2 : 1
    }
    guard isMeasureWord(at, amount) else { return nil }
    var end = at + 1
    let letters = spelling(end).count == 1
    if units.unitAfter.contains(word(end)), !letters || isDegree(at) { end += 1 }
    if units.per.contains(word(end)), units.perUnits.contains(word(end + 1)) { end += 2 }
    return TokenRange(row, end)
  }

  private func isDegree(_ row: Int) -> Bool {
    has(row, .measureWord) && !isGlued(row + 1) || kind(row) == .symbol
  }

  private func isMeasureWord(_ row: Int, _ amount: Amount) -> Bool {
    if isDegreeLetter(row) { return true }
    guard has(row, .measureWord | .durationWord) else { return false }
    guard isWord(row), spelling(row).count < 3 else { return true }
    // `5G` is no weight and `2 m` after a word none either: short signs need digits.
    return amount.numeral.isDigits && (spelling(row).count > 1 || !flag(row, .capital))
  }

  /// `5,000-strong`, `15-member`, `6.1-magnitude`: what a hyphen joins to the number.
  private func compound(at row: Int, _ amount: Amount) -> FigureUnit? {
    guard isWord(row) else { return nil }
    if units.strong.contains(word(row)) {
      let noun = countedNoun(after: row + 1, isOne: true)
      return FigureUnit(
        kind: .count, text: noun.map(printed), noun: noun, end: noun?.end ?? row + 1,
        rule: "english/quantity.strong")
    }
    guard units.compounds.contains(word(row)),
      amount.numeral.isDigits || amount.value >= ExactNumber(3)
    else { return nil }
    let noun = TokenRange(row, row + 1)
    return FigureUnit(
      kind: .count, text: printed(noun), noun: noun, end: row + 1,
      rule: "english/quantity.compound")
  }

  /// `C` of `-12C`.
  private func isDegreeLetter(_ row: Int) -> Bool {
    isGlued(row) && kind(row - 1) == .number && flag(row, .capital)
      && units.degrees.contains(word(row))
  }

  /// Whether the glued word at `row` can be a unit, so that the number before it is one.
  func isUnitAhead(_ row: Int) -> Bool {
    has(row, .measureWord | .durationWord) && !(spelling(row).count == 1 && flag(row, .capital))
      || units.codes.contains(word(row)) || units.signs.contains(word(row))
      || isDegreeLetter(row) || has(row, .currencyWord)
      || tables.percent.match(at: row, in: tokens, within: bounds) != nil
  }
}
