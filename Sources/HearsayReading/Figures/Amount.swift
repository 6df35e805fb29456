internal import HearsayCore
internal import HearsayText

/// A number with its sign of currency or per cent: what a range joins and a bound bounds.
struct Amount: Sendable {
  var numeral: Numeral
  /// With currency and per cent.
  var tokens: TokenRange
  /// The currency as printed.
  var currency: TokenRange?
  /// The words or the sign of per cent.
  var percent: TokenRange?
  /// The larger unit of `five feet and two inches`.
  var partsOf: TokenRange?
  /// Whether the words say percentage points.
  var isPoints = false

  var value: ExactNumber { numeral.value }
}

extension FigureText {
  /// The amount that begins at `row`: `US$3.5 million`, `-3 °C`'s -3, `12%`, `420 million francs`.
  func amount(at row: Int, joins: Bool = true) -> Amount? {
    let prefix = currencyPrefix(at: row)
    var at = prefix?.end ?? row
    let sign = minus(at: at)
    if sign { at += 1 }
    guard !(prefix != nil && kind(at) != .number && !has(at, .numberWord)),
      var number = numeral(at: at, joins: joins, money: prefix != nil)
    else { return nil }
    if sign {
      number.value = number.value.negated
      number.coefficient = number.coefficient.negated
    }
    var found = Amount(numeral: number, tokens: TokenRange(row, number.end), currency: prefix)
    addPercent(&found)
    if found.percent == nil { addCurrency(&found) }
    return found
  }

  /// Whether the token is a minus that belongs to the number after it.
  private func minus(at row: Int) -> Bool {
    if has(row, .minusWord), isWord(row) {
      return kind(row + 1) == .number || has(row + 1, .numberWord)
    }
    guard isDash(row), kind(row + 1) == .number, kind(row - 1) != .number,
      !isGlued(row) || isOpening(row - 1)
    else {
      return false
    }
    // `1000 - 5000` and `Smith - 20 people` are no minus.
    return isGlued(row + 1) || isMeasureAhead(row + 2)
  }

  private func isMeasureAhead(_ row: Int) -> Bool {
    has(row, .measureWord) && kind(row - 3) != .number
  }

  func isOpening(_ row: Int) -> Bool {
    kind(row) == .quote || [0x28, 0x5B, 0x3D, 0x3C, 0x3E, 0x7E].contains(byte(row))
  }

  /// `$`, `US$`, `C $`, `EUR` before a number; one past it.
  func currencyPrefix(at row: Int) -> TokenRange? {
    guard has(row, .currencyStart) else { return nil }
    if units.signs.contains(word(row)) {
      // `$US600 million`.
      let isLettered =
        isGlued(row + 1) && isGlued(row + 2) && units.signLetters.contains(word(row + 1))
      return TokenRange(row, isLettered && kind(row + 2) == .number ? row + 2 : row + 1)
    }
    if units.signLetters.contains(word(row)), units.signs.contains(word(row + 1)) {
      let together = isGlued(row + 1) || flag(row, .capital) || !has(row, .nounEnd)
      return together ? TokenRange(row, row + 2) : nil
    }
    if units.codeLetters.contains(word(row)), flag(row, .capital), isGlued(row + 1),
      kind(row + 1) == .number
    {
      return TokenRange(row, row + 1)
    }
    guard units.codes.contains(word(row)), flag(row, .capital) else { return nil }
    if units.codesBeforeWords.contains(word(row)), has(row + 1, .numberWord) {
      return TokenRange(row, row + 1)
    }
    let next = kind(row + 1) == .stop && isGlued(row + 1) ? row + 2 : row + 1
    return kind(next) == .number ? TokenRange(row, next) : nil
  }

  private func addPercent(_ found: inout Amount) {
    var row = found.tokens.end
    if isHyphen(row) { row += 1 }
    guard found.currency == nil,
      let match = tables.percent.match(at: row, in: tokens, within: bounds)
    else { return }
    found.percent = match.tokens
    found.isPoints = match.payload
    found.tokens.upper = match.tokens.upper
  }

  /// `euros`, `Australian dollars`, `USD`, `USD million` after the number.
  private func addCurrency(_ found: inout Amount) {
    var row = found.tokens.end
    if isHyphen(row) { row += 1 }
    if let code = codeAndScale(at: row, found) {
      found = code
      return
    }
    guard let suffix = currencySuffix(at: row, found) else { return }
    found.currency = found.currency ?? suffix
    found.tokens.upper = suffix.upper
    addParts(&found, of: suffix)
  }

  /// `million` after `75 USD`.
  private func codeAndScale(at row: Int, _ found: Amount) -> Amount? {
    guard found.currency == nil, !found.numeral.isScaled, units.codes.contains(word(row)),
      flag(row, .capital), has(row + 1, .scaleWord), let scale = tables.scales[word(row + 1)],
      let value = found.value.times(scale)
    else { return nil }
    var result = found
    result.numeral.value = value
    result.numeral.scale = scale
    result.currency = TokenRange(row, row + 1)
    result.tokens.upper = Int32(truncatingIfNeeded: row + 2)
    return result
  }

  private func currencySuffix(at row: Int, _ found: Amount) -> TokenRange? {
    if units.signs.contains(word(row)), found.currency == nil {
      // A sign that stands before the next number belongs to that one.
      let forNext = isGlued(row + 1) && kind(row + 1) == .number && !isGlued(row)
      return forNext ? nil : TokenRange(row, row + 1)
    }
    var at = row
    while at < row + 3, isWord(at) {
      if isCurrency(at, at > row, found) { return TokenRange(row, at + 1) }
      let second = at > row && !flag(row, .capital)
      if has(at, .nounEnd), !flag(at, .allCapitals) || has(at + 1, .nounEnd) { return nil }
      if second || has(at, .numberWord | .measureWord | .durationWord | .pluralNoun) { return nil }
      at += 1
    }
    return nil
  }

  /// Whether the word at `row` is the currency of a number before it.
  private func isCurrency(_ row: Int, _ adjective: Bool, _ found: Amount) -> Bool {
    if has(row, .currencyWord) {
      if spelling(row).count == 1 { return isGlued(row) && !flag(row, .capital) }
      // `21 cops` are no pesos: a code has no plural.
      let code =
        units.codes.contains(word(row))
        || units.codes.contains(layers.facts[row].lemma)
      return !code || flag(row, .allCapitals) || isGlued(row)
    }
    guard has(row, .doubtfulCurrency) else { return false }
    if adjective { return flag(row - 1, .capital) }
    if let scale = found.numeral.scale, scale >= ExactNumber(1_000_000) { return true }
    guard has(row, .measureWord) else { return false }
    for near in (found.tokens.start - 6)..<found.tokens.start where has(near, .moneyWord) {
      return true
    }
    return false
  }

  /// `and forty-five cents` after `thirteen dollars`.
  func addParts(_ found: inout Amount, of whole: TokenRange) {
    var row = whole.end
    if sets.plus.contains(word(row)) || byte(row) == UInt8(ascii: ",") { row += 1 }
    guard let part = numeral(at: row), let share = units.parts[word(part.end)],
      units.wholes[word(part.end)]?.contains(word(whole.end - 1)) == true,
      let added = ExactNumber.ratio(part.value, share), let sum = found.value.plus(added)
    else { return }
    found.numeral.value = sum
    found.tokens.upper = Int32(truncatingIfNeeded: found.currency == nil ? part.end : part.end + 1)
    found.numeral.end = part.end
    if found.currency == nil { found.partsOf = whole }
  }
}
