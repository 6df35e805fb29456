internal import HearsayCore
internal import HearsayText

/// Two ends read as one figure, with the words that open and join them.
struct FigureRange: Sendable {
  var low: Amount
  var high: Amount
  /// From `between` or `from`, where they stand, to the end of the second number.
  var tokens: TokenRange
}

/// What follows an amount.
enum RangeReading {
  case range(FigureRange)
  /// The amount and what is joined to it is no figure: a result, a telephone number, years.
  case notQuantity(end: Int)
  /// The first of two levels, with the scale and the sign that the second gives it.
  case change(Amount)
  case single
}

extension FigureText {
  /// The range that `low` opens, if it does: `800 to 1,200`, `$5 to $7 million`, `60-70`.
  func range(from low: Amount) -> RangeReading {
    if let range = measured(from: low) { return .range(range) }
    let row = low.tokens.end
    if isDash(row) { return dashed(low, at: row) }
    if sets.to.contains(word(row)) {
      guard let high = otherEnd(at: row + 1, low), !isResult(low, high) else { return .single }
      if isChange(low) { return .change(sharing(low, with: high)) }
      if isStep(low, high) { return .single }
      return joined(low, high).map(RangeReading.range) ?? .single
    }
    if sets.and.contains(word(row)), sets.between.contains(word(low.tokens.start - 1)) {
      guard let high = otherEnd(at: row + 1, low) else { return .single }
      return joined(low, high).map(RangeReading.range) ?? .single
    }
    if sets.or.contains(word(row)) {
      guard let high = otherEnd(at: row + 1, low), isNear(low, high) else { return .single }
      return joined(low, high).map(RangeReading.range) ?? .single
    }
    return .single
  }

  /// `between 6kg and 8kg`, `6kg-8kg`: both ends have the unit.
  private func measured(from low: Amount) -> FigureRange? {
    guard low.currency == nil, low.percent == nil,
      let unit = measurePhrase(at: low.tokens.end, low)
    else { return nil }
    let row = unit.end
    let isBetween = sets.between.contains(word(low.tokens.start - 1))
    guard
      sets.to.contains(word(row)) || isDash(row) || sets.and.contains(word(row)) && isBetween,
      let high = otherEnd(at: row + 1, low), let other = measurePhrase(at: high.tokens.end, high),
      word(other.end - 1) == word(unit.end - 1), !isChange(low)
    else { return nil }
    return joined(low, high)
  }

  private func dashed(_ low: Amount, at row: Int) -> RangeReading {
    let glued = isGlued(row)
    guard glued == isGlued(row + 1), glued || byte(row) == UInt8(ascii: "-") || isEnDash(row)
    else { return .single }
    guard kind(row + 1) != .number || kind(row + 2) != .mark || !isChain(row + 2) else {
      return .notQuantity(end: chainEnd(row))
    }
    guard let high = otherEnd(at: row + 1, low) else {
      // `555-0134`: what cannot be read as a number makes no number of its neighbour.
      return glued && kind(row + 1) == .number ? .notQuantity(end: row + 2) : .single
    }
    if low.numeral.isDigits != high.numeral.isDigits {
      return glued ? .notQuantity(end: high.tokens.end) : .single
    }
    if isYear(low.numeral), isYear(high.numeral) || high.value < ExactNumber(100) {
      return .notQuantity(end: high.tokens.end)
    }
    if isResult(low, high) || high.value <= low.value, !low.numeral.isScaled {
      return glued ? .notQuantity(end: high.tokens.end) : .single
    }
    return joined(low, high).map(RangeReading.range) ?? .single
  }

  private func isEnDash(_ row: Int) -> Bool {
    let form = spelling(row)
    return form.count == 3 && form.last == 0x93
  }

  private func isChain(_ row: Int) -> Bool { isHyphen(row) && kind(row + 1) == .number }

  private func chainEnd(_ row: Int) -> Int {
    var end = row
    while isDash(end), kind(end + 1) == .number { end += 2 }
    return end
  }

  private func otherEnd(at row: Int, _ low: Amount) -> Amount? {
    guard let high = amount(at: row) else { return nil }
    if isGlued(high.tokens.end), isWord(high.tokens.end), high.numeral.isDigits,
      !isUnitAhead(high.tokens.end)
    {
      return nil
    }
    if low.percent != nil, high.percent == nil { return nil }
    if low.currency != nil, high.percent != nil { return nil }
    return high
  }

  /// `5.2` of `from 5.2 to 5.6 percent` is a per cent too.
  private func sharing(_ low: Amount, with high: Amount) -> Amount {
    var low = low
    guard low.currency == nil, low.percent == nil, !low.numeral.isScaled else { return low }
    low.percent = high.percent
    low.isPoints = high.isPoints
    if high.currency.map({ $0.start >= high.numeral.end }) == true { low.currency = high.currency }
    if let scale = high.numeral.scale, low.value < high.numeral.coefficient,
      let value = low.value.times(scale)
    {
      low.numeral.value = value
      low.numeral.scale = scale
    }
    return low
  }

  /// `rose $2 to $100`: by how much, and to where.
  private func isStep(_ low: Amount, _ high: Amount) -> Bool {
    let before = low.tokens.start - 1
    let isBy = sets.by.contains(word(before))
    guard has(isBy ? before - 1 : before, .changeWord), low.value > .zero else { return false }
    if isBy { return true }
    let signed =
      low.currency != nil && high.currency != nil && high.tokens.start < high.numeral.start
    if signed || low.percent != nil { return true }
    guard high.percent == nil, high.currency == nil, !high.numeral.isScaled,
      let far = low.value.times(ExactNumber(3))
    else { return false }
    return high.value > far
  }

  /// One range of the two, with the scale of the second where the first has none.
  private func joined(_ low: Amount, _ high: Amount) -> FigureRange? {
    var low = low
    if let scale = high.numeral.scale, !low.numeral.isScaled,
      low.value < high.numeral.coefficient, let value = low.value.times(scale)
    {
      low.numeral.value = value
      low.numeral.scale = scale
    }
    guard low.value < high.value else { return nil }
    var start = low.tokens.start
    let opener = word(start - 1)
    if sets.between.contains(opener) || sets.from.contains(opener) { start -= 1 }
    return FigureRange(low: low, high: high, tokens: TokenRange(start, high.tokens.end))
  }

  /// `from 5 to 7` after a word of change names two levels.
  private func isChange(_ low: Amount) -> Bool {
    let opener = low.tokens.start - 1
    guard sets.from.contains(word(opener)) else { return false }
    for row in stride(from: opener - 1, through: max(bounds.lowerBound, opener - 40), by: -1)
    where has(row, .changeWord) {
      return true
    }
    return false
  }

  /// `3-2`, `52 to 35` where something was won or voted on.
  private func isResult(_ low: Amount, _ high: Amount) -> Bool {
    guard low.currency == nil, low.percent == nil, high.percent == nil, high.currency == nil,
      !low.numeral.isScaled, !high.numeral.isScaled, low.value.exponent >= 0,
      high.value.exponent >= 0, measurePhrase(at: high.tokens.end, high) == nil
    else { return false }
    for row in (low.tokens.start - 5)..<(high.tokens.end + 3) where has(row, .scoreWord) {
      return !isPluralNoun(high.tokens.end)
    }
    return false
  }

  /// `two or three`, `60 or 70`: neighbours, so that `five or a hundred` stays two numbers.
  private func isNear(_ low: Amount, _ high: Amount) -> Bool {
    guard low.numeral.isDigits == high.numeral.isDigits || isNext(low, high), low.value > .zero,
      low.value < high.value,
      low.currency == nil || high.currency != nil, low.percent == nil,
      let most = low.numeral.coefficient.times(ExactNumber(2))
    else { return false }
    let end = high.numeral.coefficient
    return end <= most && low.numeral.scale == nil || high.value <= most
  }

  /// `Nineteen or 20`: spelt only because it opens the sentence, or below ten.
  private func isNext(_ low: Amount, _ high: Amount) -> Bool {
    guard let least = low.value.whole, let most = high.value.whole else { return false }
    return most - least <= 2 && most < 1000
  }

  /// Four digits that name a year: 1100 to 2099.
  func isYear(_ numeral: Numeral) -> Bool {
    guard numeral.isDigits, !numeral.isGrouped, !numeral.isScaled,
      numeral.end == numeral.start + 1, spelling(numeral.start).count == 4,
      let whole = numeral.value.whole
    else { return false }
    return (1100...2099).contains(whole)
  }
}
