internal import HearsayCore
internal import HearsayText

// From an amount to a finding: its range, the words around it, its unit.
extension FigureText {
  /// The figure that begins with an amount, alone or as one end of a range.
  func figure(of low: Amount, _ floor: Int) -> FigureReading {
    if let end = exclusion(of: low) { return .skip(end: end) }
    if low.currency == nil, low.percent == nil, isDesignated(low) || isNamePart(low) {
      return .name(end: low.tokens.end)
    }
    switch range(from: low) {
    case .notQuantity(let end): return .skip(end: end)
    case .range(let range): return figure(of: range, floor)
    case .change(let level): return figure(ofSingle: level, floor)
    case .single: return figure(ofSingle: low, floor)
    }
  }

  private func figure(of range: FigureRange, _ floor: Int) -> FigureReading {
    var words = modifiersBefore(range.tokens.start, notBefore: floor)
    let end = addModifiersAfter(range.tokens.end, &words)
    var amount = range.high
    amount.currency = range.high.currency ?? range.low.currency
    amount.tokens.lower = range.tokens.lower
    guard let unit = unit(of: amount, end: end, after: words) else {
      return .skip(end: range.tokens.end)
    }
    var interval = Interval(low: range.low.value, high: range.high.value)
    if words.isAfter, words.bound == .atLeast { interval.high = nil }
    return found(unit, interval, nil, words, TokenRange(words.start, end))
  }

  private func figure(ofSingle first: Amount, _ floor: Int) -> FigureReading {
    var amount = ratio(first) ?? first
    if let whole = measurePhrase(at: amount.tokens.end, amount) { addParts(&amount, of: whole) }
    var words = modifiersBefore(amount.tokens.start, notBefore: floor)
    let end = addModifiersAfter(amount.tokens.end, &words)
    if let both = figure(of: amount, words, upTo: end) { return both }
    guard let unit = unit(of: amount, end: end, after: words) else { return .skip(end: end) }
    dropOver(&words, amount, unit)
    if words.bound == nil { addAfterNoun(unit, &words) }
    let interval = interval(of: amount, words)
    return found(unit, interval, amount.value, words, TokenRange(words.start, end))
  }

  /// A lower bound with an upper one after it: `at least 17 and perhaps as many as 25`.
  private func figure(of low: Amount, _ words: Modifiers, upTo end: Int) -> FigureReading? {
    var interval = interval(of: low, words)
    guard let other = upperBound(after: end, interval) else { return nil }
    var amount = other.amount
    amount.currency = amount.currency ?? low.currency
    guard let unit = unit(of: amount, end: other.end, after: words) else { return nil }
    interval.high = other.interval.high
    interval.highOpen = other.interval.highOpen
    return found(unit, interval, nil, words, TokenRange(words.start, other.end))
  }

  private func found(
    _ unit: FigureUnit, _ interval: Interval, _ stated: ExactNumber?, _ words: Modifiers,
    _ tokens: TokenRange
  ) -> FigureReading {
    let isNear = words.bound == .nearBelow || words.bound == .nearAbove
    let quantity = Quantity(
      interval, stated: stated, approximate: words.isAbout || isNear, kind: unit.kind,
      unit: unit.text, hedge: words.hedge.map(printed))
    return .found(
      FigureFinding(
        quantity: quantity, tokens: tokens, noun: unit.noun, end: max(unit.end, tokens.end),
        rule: unit.rule))
  }

  /// `over 3 years` is a period unless something is said to last or be that long.
  private func dropOver(_ words: inout Modifiers, _ amount: Amount, _ unit: FigureUnit) {
    guard words.start + 1 == amount.tokens.start, sets.over.contains(word(words.start)) else {
      return
    }
    // `Eritrea handed over 64 men`: the word goes with the verb.
    if words.start > 0, sets.overVerbs.contains(word(words.start - 1)) {
      words = Modifiers(start: amount.tokens.start)
      return
    }
    guard unit.kind == .measure, let text = measurePhrase(at: amount.tokens.end, amount),
      has(text.end - 1, .durationWord), !sets.overAfter.contains(word(words.start - 1))
    else { return }
    words = Modifiers(start: amount.tokens.start)
  }

  /// `three people or more`: the bound stands after the noun.
  private func addAfterNoun(_ unit: FigureUnit, _ words: inout Modifiers) {
    guard tables.afterNoun.contains(word(unit.end)) else { return }
    _ = addModifiersAfter(unit.end, &words)
  }

  /// `and below 1500` after `above 1000`.
  private func upperBound(
    after end: Int, _ low: Interval
  ) -> (interval: Interval, amount: Amount, end: Int)? {
    guard let least = low.low, low.high == nil else { return nil }
    var row = end
    if byte(row) == UInt8(ascii: ",") { row += 1 }
    while row < end + 3, isWord(row), sets.joiners.contains(word(row)) { row += 1 }
    guard row > end else { return nil }
    for start in row..<min(row + 7, bounds.upperBound)
    where kind(start) == .number || has(start, .numberWord | .currencyStart) {
      let words = modifiersBefore(start, notBefore: row)
      guard words.start == row, words.bound == .atMost || words.bound == .lessThan,
        let amount = amount(at: start), amount.value > least
      else { return nil }
      return (interval(of: amount, words), amount, amount.tokens.end)
    }
    return nil
  }
}
