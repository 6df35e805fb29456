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
    if isHyphen(end) { return compound(at: row, amount) }
    if let noun = countedNoun(after: end, isOne: amount.value == .one) {
      return FigureUnit(
        kind: amount.numeral.isShare ? .other : .count, text: printed(noun), noun: noun,
        end: noun.end, rule: "english/quantity.count")
    }
    let before = nounBefore(modifiers.start)
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

  /// `34-year-old`, `12 years of age`, `ten months old`.
  private func age(_ amount: Amount, at row: Int) -> FigureUnit? {
    guard units.ageUnits.contains(word(row)) else { return nil }
    let next = isHyphen(row + 1) ? row + 2 : row + 1
    let bare = units.ageAfter.match(at: next, in: tokens, within: bounds)
    guard let end = bare?.tokens.end else { return nil }
    return FigureUnit(
      kind: amount.value < ExactNumber(150) ? .age : .measure,
      text: printed(TokenRange(row, row + 1)), noun: nil, end: end,
      rule: "english/quantity.age")
  }

  /// `aged 12`, `Barra, 51,`, `Barra (51)`.
  private func statedAge(_ amount: Amount, _ end: Int) -> FigureUnit? {
    let start = amount.tokens.start
    guard amount.value.exponent >= 0, amount.value < ExactNumber(121), amount.value > .zero,
      !amount.numeral.isScaled
    else { return nil }
    let named = units.ageBefore.match(at: start - 1, in: tokens, within: bounds) != nil
    let person = word(start - 1) == sets.of && units.ageNouns.contains(word(start - 2))
    guard (named || person) && !isWordOfNoun(end) || isApposedAge(start, end) else { return nil }
    let unit = units.ageUnits.contains(word(end)) ? TokenRange(end, end + 1) : nil
    return FigureUnit(
      kind: .age, text: unit.map(printed), noun: nil, end: unit?.end ?? end,
      rule: "english/quantity.age")
  }

  private func isWordOfNoun(_ row: Int) -> Bool {
    isWord(row) && !has(row, .nounEnd) && !has(row, .durationWord)
  }

  private func isApposedAge(_ start: Int, _ end: Int) -> Bool {
    guard end == start + 1, kind(start) == .number, bearsAge(start - 2, end),
      !has(start - 2, .notName), time(at: start - 2) == nil, spelling(start).count == 2
    else { return false }
    let comma = UInt8(ascii: ",")
    if byte(start - 1) == UInt8(ascii: "(") { return byte(end) == UInt8(ascii: ")") }
    guard byte(start - 1) == comma else { return false }
    return byte(end) == comma || kind(end) == .stop && end + 1 >= bounds.upperBound
      || byte(end) == UInt8(ascii: ";")
  }

  /// Whether the word before a comma and a number is a name or one person: `driver, 34,`.
  private func bearsAge(_ row: Int, _ end: Int) -> Bool {
    if flag(row, .capital) { return !isTitle || flag(row - 1, .capital) }
    return row < classes.count && row >= 0 && classes[row] == .noun && !isPluralNoun(row)
      && byte(end) == UInt8(ascii: ",") && !has(row, .measureWord | .durationWord)
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
