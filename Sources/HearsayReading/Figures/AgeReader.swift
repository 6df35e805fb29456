internal import HearsayCore
internal import HearsayText

// Years of life: `34-year-old`, `aged 12`, `a man of 93`, `Barra, 51,`.
extension FigureText {
  /// `34-year-old`, `12 years of age`, `ten months old`.
  func age(_ amount: Amount, at row: Int) -> FigureUnit? {
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
  func statedAge(_ amount: Amount, _ end: Int) -> FigureUnit? {
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
    isWord(row) && !has(row, .nounEnd) && !has(row, .durationWord) && !isReducedVerb(row)
  }

  /// `a man of 29 grabbed at the scene`.
  private func isReducedVerb(_ row: Int) -> Bool {
    row < classes.count && (classes[row] == .verbPast || classes[row] == .verbParticiple)
      && (has(row + 1, .nounEnd) || !isWord(row + 1))
  }

  private func isApposedAge(_ start: Int, _ end: Int) -> Bool {
    if isWrittenAge(start, end) { return true }
    guard end == start + 1, kind(start) == .number, bearsAge(start - 2, end),
      !has(start - 2, .notName), time(at: start - 2) == nil, spelling(start).count < 3
    else { return false }
    let comma = UInt8(ascii: ",")
    if byte(start - 1) == UInt8(ascii: "(") { return byte(end) == UInt8(ascii: ")") }
    guard byte(start - 1) == comma else { return false }
    if sets.plus.contains(word(end)), kind(end + 1) == .number, byte(end + 2) == comma {
      return flag(start - 2, .capital)
    }
    return byte(end) == comma || kind(end) == .stop && end + 1 >= bounds.upperBound
      || byte(end) == UInt8(ascii: ";")
  }

  /// `a girl, nine, among the dead`: below thirteen, ages are written out.
  private func isWrittenAge(_ start: Int, _ end: Int) -> Bool {
    let comma = UInt8(ascii: ",")
    return end == start + 1 && kind(start) == .word && byte(start - 1) == comma
      && byte(end) == comma && units.ageNouns.contains(word(start - 2))
  }

  /// Whether the word before a comma and a number is a name or one person: `driver, 34,`.
  private func bearsAge(_ row: Int, _ end: Int) -> Bool {
    if flag(row, .capital) { return !isTitle || flag(row - 1, .capital) }
    return row < classes.count && row >= 0 && classes[row] == .noun && !isPluralNoun(row)
      && byte(end) == UInt8(ascii: ",") && !has(row, .measureWord | .durationWord)
  }
}
