internal import HearsayCore
internal import HearsayText

// Numbers that are no quantity: names, addresses, years, versions, list markers.
extension FigureText {
  /// The end of what is no quantity though a number stands at its start; `nil` for a quantity.
  func exclusion(of amount: Amount) -> Int? {
    if let end = gluedExclusion(amount) { return end }
    let start = amount.tokens.start
    guard amount.currency == nil, amount.percent == nil else { return nil }
    if units.clock.contains(word(amount.tokens.end)) { return amount.tokens.end + 1 }
    if isHour(amount) || isBase(amount) || isInRow(amount) || isNamedWord(amount)
      || isLoneNumber(amount) || isAddress(amount)
    {
      return amount.tokens.end
    }
    if isPronounOne(amount) { return amount.tokens.end }
    if isYear(amount.numeral), !isCountedYear(amount) { return amount.tokens.end }
    if isListMarker(amount) { return amount.tokens.end }
    if byte(start - 1) == UInt8(ascii: "["), byte(amount.tokens.end) == UInt8(ascii: "]") {
      return amount.tokens.end
    }
    return nil
  }

  /// What is glued to the number: `A-330`, `8:30`, `1.2.3`, `5G`, `1990s`.
  private func gluedExclusion(_ amount: Amount) -> Int? {
    let start = amount.tokens.start
    let end = amount.tokens.end
    if isGlued(start), !opensNumber(start - 1, amount) { return end }
    guard isGlued(end), amount.numeral.isDigits else { return nil }
    switch kind(end) {
    case .number: return end + 1
    case .stop, .mark:
      let joins = [0x2E, 0x3A, 0x2F, 0x5E].contains(byte(end))
      return joins && isGlued(end + 1) && kind(end + 1) == .number ? end + 2 : nil
    case .word:
      if flag(end, .clitic) || isUnitAhead(end) || amount.currency?.end == end { return nil }
      if tables.after.match(at: end, in: tokens, within: bounds) != nil { return nil }
      return amount.percent == nil ? end + 1 : nil
    case .quote: return nil
    default: return nil
    }
  }

  /// Whether bare digits at `row` go on with a row of names that ended at `end`.
  func continuesNames(_ row: Int, after end: Int) -> Bool {
    guard end > 0, row > end, row <= end + 2, kind(row) == .number,
      !isGlued(row + 1) || !isWord(row + 1)
    else { return false }
    for between in end..<row
    where byte(between) != UInt8(ascii: ",") && !sets.joiners.contains(word(between))
      && !sets.to.contains(word(between)) && !isDash(between) && word(between) != sets.of
    {
      return false
    }
    return !isWord(row + 1) || has(row + 1, .nounEnd)
  }

  /// Whether the token glued before a number leaves it a number.
  private func opensNumber(_ row: Int, _ amount: Amount) -> Bool {
    switch kind(row) {
    case .quote: return byte(row) != UInt8(ascii: "'") || spelling(amount.tokens.start).count != 2
    case .symbol: return byte(row) != UInt8(ascii: "%")
    case .mark:
      if isDash(row) {
        guard isGlued(row) else { return true }
        // `the magnitude-6.4 quake`.
        if units.gluedBefore.contains(word(row - 1)), !isDash(row - 2) { return true }
        // `pre-2003`, `A-330`, but `three-12`… and a dash between clauses.
        return spelling(row).count > 1 && byte(row) == 0 && spelling(row).last == 0x94
          || kind(row - 1) != .word && kind(row - 1) != .number
      }
      let mark = byte(row)
      if mark == UInt8(ascii: "=") { return !isGlued(row) }
      if mark == UInt8(ascii: ",") || mark == UInt8(ascii: ".") {
        return kind(row - 1) != .number || !isGlued(row)
      }
      return ![0x3A, 0x2F, 0x23, 0x5E, 0x5F, 0x40, 0x26].contains(mark)
    case .stop: return false
    case .word: return flag(row, .clitic)
    default: return false
    }
  }

  /// `per 100,000`: what a rate is counted on.
  private func isBase(_ amount: Amount) -> Bool {
    amount.value >= ExactNumber(100) && word(amount.tokens.start - 1) == units.perWord
  }

  /// `7946` of `020 7946 0123`: bare digits after other digits.
  private func isInRow(_ amount: Amount) -> Bool {
    let start = amount.tokens.start
    guard kind(start - 1) == .number, time(at: start - 1) == nil, !amount.numeral.isGrouped,
      amount.numeral.isDigits
    else { return false }
    return !isPluralNoun(amount.tokens.end)
  }

  /// A year with a plural after it, or bounded, is a number: `2000 people`.
  private func isCountedYear(_ amount: Amount) -> Bool {
    let start = amount.tokens.start
    let bound = tables.before.match(at: start - 1, in: tokens, within: bounds)
    if let bound, bound.payload != .filler, !has(start - 1, .beforeYear) { return true }
    if has(start - 1, .beforeYear) { return false }
    // `the 1777 campaigns`, but `the 2000 people`.
    if has(start - 1, .determinerWord), (amount.value.whole ?? 0) % 100 != 0 { return false }
    let end = amount.tokens.end
    return isPluralNoun(end) || measurePhrase(at: end, amount) != nil
      || isPluralNoun(end + 1) && !has(end, .nounEnd)
  }

  /// `1.` or `2)` at the start of a line with text behind it.
  private func isListMarker(_ amount: Amount) -> Bool {
    let start = amount.tokens.start
    let end = amount.tokens.end
    guard amount.numeral.isDigits, end == start + 1, amount.value < ExactNumber(100) else {
      return false
    }
    let paren = byte(end) == UInt8(ascii: ")")
    if paren, byte(start - 1) != UInt8(ascii: "(") {
      return flag(start, .line) || start == bounds.lowerBound
    }
    guard end < tokens.count, tokens[end].kind == .stop, end + 1 < tokens.count,
      start == bounds.lowerBound || tokens[start].flags.contains(.line)
    else { return false }
    return !tokens[end + 1].flags.contains(.line)
  }
}
