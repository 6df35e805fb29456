internal import HearsayCore
internal import HearsayText

// What is written in digits: thousands apart, fractions, decimals in words.
extension FigureText {
  /// Digits at `row`: `1,250`, `1 250`, `3.5`, `1/2`, `2½`, `½`.
  func digits(at row: Int) -> Numeral? {
    guard kind(row) == .number else { return nil }
    if let sign = readFractionSign(spelling(row)) {
      return Numeral(
        value: sign, start: row, end: row + 1, coefficient: sign, scale: nil, isDigits: true,
        isShare: true)
    }
    if let slashed = slashed(at: row) { return slashed }
    guard let first = readDigits(spelling(row)) else { return nil }
    var found = Numeral(
      value: first.value, start: row, end: row + 1, coefficient: first.value, scale: nil,
      isDigits: true)
    found.isGrouped = first.grouped
    return first.grouped || first.count > 3 ? found : spacedGroups(found)
  }

  /// `1 200`, with a blank or a narrow one between the groups.
  private func spacedGroups(_ found: Numeral) -> Numeral {
    var result = found
    guard found.value.exponent >= 0, found.value > .zero else { return found }
    while kind(result.end) == .number, isGroup(result.end) {
      guard let group = readThree(spelling(result.end)),
        let shifted = result.value.scaled(byPowerOfTen: 3), let sum = shifted.plus(group)
      else { return found }
      result.value = sum
      result.end += 1
      result.isGrouped = true
    }
    // A longer row of numbers is a table, not a number.
    if kind(result.end) == .number { return found }
    result.coefficient = result.value
    return result
  }

  private func isGroup(_ row: Int) -> Bool {
    guard spelling(row).count == 3, flag(row, .spaced), !flag(row, .line),
      !isGlued(row + 1) || !isWord(row + 1)
    else { return false }
    return Int(tokens[row].start) - tokens[row - 1].end <= 3
  }

  private func readThree(_ bytes: ArraySlice<UInt8>) -> ExactNumber? {
    var value = 0
    for byte in bytes {
      guard (0x30...0x39).contains(byte) else { return nil }
      value = value * 10 + Int(byte - 0x30)
    }
    return ExactNumber(value)
  }

  /// `1/2`, `3/4`: a proper fraction with a usual denominator.
  func slashed(at row: Int) -> Numeral? {
    let slash = UInt8(ascii: "/")
    guard byte(row + 1) == slash, kind(row + 2) == .number, byte(row + 3) != slash,
      let top = readDigits(spelling(row))?.value.whole,
      let bottom = readDigits(spelling(row + 2))?.value.whole,
      top > 0, top < bottom, [2, 3, 4, 5, 6, 8, 10, 16, 32].contains(bottom),
      isGlued(row + 1) == isGlued(row + 2), !(isGlued(row + 3) && isWord(row + 3)),
      let value = ExactNumber.ratio(ExactNumber(top), Int64(bottom))
    else { return nil }
    return Numeral(
      value: value, start: row, end: row + 3, coefficient: value, scale: nil, isDigits: true,
      isShare: true)
  }

  /// The fraction that belongs to a whole number before it: ` 1/2`, `½`, `and a half`.
  func fraction(after found: Numeral, joins: Bool) -> Numeral? {
    guard !found.isShare, !found.isGrouped || found.isDigits else { return nil }
    let row = found.end
    if found.isDigits, kind(row) == .number {
      if let sign = readFractionSign(spelling(row)) {
        return Numeral(
          value: sign, start: row, end: row + 1, coefficient: sign, scale: nil, isDigits: true)
      }
      return found.value.exponent >= 0 ? slashed(at: row) : nil
    }
    let plus = isHyphen(row) ? row + 1 : row
    let next = isHyphen(plus + 1) ? plus + 2 : plus + 1
    guard joins, sets.plus.contains(word(plus)), let part = shareCore(at: next),
      !part.isDigits, part.value < .one
    else { return nil }
    // `six and half of them` counts two things.
    return word(part.end) == sets.of ? nil : part
  }

  /// `point zero three` after a number.
  func decimals(after found: Numeral) -> Numeral? {
    guard !found.isDigits, sets.points.contains(word(found.end)) else { return nil }
    var row = found.end + 1
    var value: Int64 = 0
    var places = 0
    while places < 8, let next = smallWords(at: row), let whole = next.value.whole {
      let width = whole > 9 ? 2 : 1
      value = value * (width == 2 ? 100 : 10) + Int64(whole)
      places += width
      row = next.end
    }
    guard places > 0, let number = ExactNumber(significand: value, exponent: -places) else {
      return nil
    }
    return Numeral(
      value: number, start: found.end, end: row, coefficient: number, scale: nil, isDigits: false)
  }
}
