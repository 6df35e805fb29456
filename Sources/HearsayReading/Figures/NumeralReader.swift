internal import HearsayCore
internal import HearsayText

// Numbers in digits and words: `1,250`, `1 250`, `1.2m`, `two hundred and six`, `3.5 million`.
extension FigureText {
  /// The number that begins at `row`; `joins` is false where `and` belongs to `between`.
  func numeral(at row: Int, joins: Bool = true, money: Bool = false) -> Numeral? {
    if let share = share(at: row) { return share }
    guard var found = term(at: row, joins: joins, money: money) else { return nil }
    guard found.isScaled else { return found }
    while let next = lowerTerm(after: found, joins: joins) {
      guard let sum = found.value.plus(next.value) else { break }
      found.value = sum
      found.end = next.end
      found.coefficient = sum
      found.scale = next.scale ?? .one
    }
    return addHalf(to: found, joins: joins)
  }

  /// A coefficient and the scales that follow it: `1.2 million`, `three lakh crore`.
  private func term(at row: Int, joins: Bool, money: Bool) -> Numeral? {
    guard var found = coefficient(at: row, joins: joins) else { return nil }
    while let scale = scale(at: found.end, after: found, money: money) {
      guard let value = found.value.times(scale.value) else { return nil }
      found.scale = (found.scale ?? .one).times(scale.value) ?? scale.value
      found.value = value
      found.end = scale.end
    }
    return found
  }

  /// `three hundred` after `two thousand`: smaller than the scale before.
  private func lowerTerm(after found: Numeral, joins: Bool) -> Numeral? {
    guard let scale = found.scale, scale > ExactNumber(20) else { return nil }
    var row = found.end
    let plus = sets.plus.contains(word(row))
    if plus {
      guard joins else { return nil }
      row += 1
    }
    guard let next = term(at: row, joins: joins, money: false), next.value < scale,
      next.isDigits == found.isDigits, next.value > .zero
    else { return nil }
    if next.isDigits, plus || !next.isScaled { return nil }
    return next
  }

  /// `and a half` after `one million`: half of the scale.
  private func addHalf(to found: Numeral, joins: Bool) -> Numeral {
    guard joins, let scale = found.scale, sets.plus.contains(word(found.end)),
      let part = shareCore(at: found.end + 1), !part.isScaled,
      let added = part.value.times(scale), let sum = found.value.plus(added)
    else { return found }
    var found = found
    found.value = sum
    found.end = part.end
    return found
  }

  /// Digits or words below a thousand, with a fraction: `2½`, `two and a half`, `one hundred and six`.
  private func coefficient(at row: Int, joins: Bool) -> Numeral? {
    guard var found = plain(at: row) ?? bareScale(at: row) else { return nil }
    if let hundred = hundreds(of: found, joins: joins) { found = hundred }
    if let fraction = fraction(after: found, joins: joins),
      let sum = found.value.plus(fraction.value)
    {
      found.value = sum
      found.end = fraction.end
    } else if let point = decimals(after: found), let sum = found.value.plus(point.value) {
      found.value = sum
      found.end = point.end
    }
    found.coefficient = found.value
    return found
  }

  /// Digits, or a number word up to 99.
  private func plain(at row: Int) -> Numeral? {
    if kind(row) == .number { return digits(at: row) }
    return smallWords(at: row)
  }

  /// `twenty-six`, `seven`.
  func smallWords(at row: Int) -> Numeral? {
    guard has(row, .numberWord), isWord(row), var value = tables.words[word(row)] else {
      return nil
    }
    var end = row + 1
    let isTens = value >= ExactNumber(20)
    let next = isHyphen(end) ? end + 1 : end
    if isTens, has(next, .numberWord), let unit = tables.words[word(next)],
      unit > .zero, unit < ExactNumber(10), let sum = value.plus(unit)
    {
      value = sum
      end = next + 1
    }
    return Numeral(
      value: value, start: row, end: end, coefficient: value, scale: nil, isDigits: false)
  }

  /// `a hundred`, `a dozen`, `dozen`, `hundred thousand`: one of the scale that follows.
  private func bareScale(at row: Int) -> Numeral? {
    let article = sets.articles.contains(word(row))
    let at = article ? row + 1 : row
    guard has(at, .scaleWord), isWord(at), let scale = tables.scales[word(at)],
      !sets.neverAlone.contains(word(at))
    else { return nil }
    let twice = has(at + 1, .scaleWord) && scale < tables.scales[word(at + 1)] ?? .zero
    guard article || twice || sets.alone.contains(word(at)) else { return nil }
    return Numeral(
      value: .one, start: row, end: at, coefficient: .one, scale: nil, isDigits: false)
  }

  /// `hundred and six` after `one`.
  private func hundreds(of found: Numeral, joins: Bool) -> Numeral? {
    let hundred = ExactNumber(100)
    let at = isHyphen(found.end) ? found.end + 1 : found.end
    guard isWord(at), has(at, .scaleWord), tables.scales[word(at)] == hundred,
      let value = found.value.times(hundred)
    else { return nil }
    var result = found
    result.value = value
    result.end = at + 1
    var next = result.end
    if joins, sets.plus.contains(word(next)) { next += 1 } else if isHyphen(next) { next += 1 }
    guard !found.isDigits, let rest = smallWords(at: next), rest.value > .zero,
      tables.scales[word(rest.end)] != hundred, !has(rest.end, .fractionWord),
      let sum = value.plus(rest.value)
    else {
      // Alone it is a scale, so that `5 to 6 hundred` can share it.
      if result.end == at + 1 { result.scale = hundred }
      return result
    }
    result.value = sum
    result.end = rest.end
    return result
  }

  /// The scale at `row`, a word or a letter glued to digits.
  private func scale(
    at row: Int, after found: Numeral, money: Bool
  ) -> (value: ExactNumber, end: Int)? {
    let at = isHyphen(row) ? row + 1 : row
    if has(at, .scaleWord), isWord(at), let value = tables.scales[word(at)] {
      return (value, at + 1)
    }
    // `P100-M`.
    guard row == at || money && flag(at, .capital), found.isDigits, !found.isScaled,
      let value = tables.letters[word(at)], isWord(at),
      isGlued(at) || sets.spacedLetters.contains(word(at)), money || !isMetre(at),
      money || isTold(at)
    else { return nil }
    return (value, at + 1)
  }

  /// Whether a `B` after digits is a scale though no money is spoken of: `4B` is a flat.
  private func isTold(_ row: Int) -> Bool {
    byte(row) | 0x20 != UInt8(ascii: "b") || isWord(row + 1) && !has(row + 1, .nounEnd)
  }

  /// Whether the letter at `row` is a unit here and no million.
  private func isMetre(_ row: Int) -> Bool {
    guard has(row, .measureWord) else { return false }
    if flag(row, .capital) { return false }
    if isHyphen(row + 1) { return true }
    for near in (row - 5)...(row + 4) where near != row && has(near, .metreWord) { return true }
    return false
  }
}
