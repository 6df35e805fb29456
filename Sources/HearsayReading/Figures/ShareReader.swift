internal import HearsayCore
internal import HearsayText

// Parts of a whole: `half`, `a third of`, `two-thirds`, `half a million`.
extension FigureText {
  /// The share at `row`, alone or of a scale, where the words around agree that it is one.
  func share(at row: Int) -> Numeral? {
    guard let found = shareCore(at: row) else { return nil }
    if let scaled = scaled(found) { return scaled }
    return found.isDigits || isShareHere(found) ? found : nil
  }

  /// The words of a share, whatever stands around them.
  func shareCore(at row: Int) -> Numeral? {
    if kind(row) == .number {
      guard let found = digits(at: row), found.isShare else { return nil }
      return found
    }
    var at = row
    var count = ExactNumber.one
    var counted = false
    if let number = smallWords(at: row), number.value > .zero {
      counted = true
      count = number.value
      at = isHyphen(number.end) ? number.end + 1 : number.end
    } else if sets.articles.contains(word(row)) {
      counted = true
      at = isHyphen(row + 1) ? row + 2 : row + 1
    }
    guard isWord(at), has(at, .fractionWord), let part = tables.fractions[word(at)],
      isPlural(at) == (count > .one), counted || part == 2 || part == 4,
      let value = ExactNumber.ratio(count, part)
    else { return nil }
    return Numeral(
      value: value, start: row, end: at + 1, coefficient: value, scale: nil, isDigits: false,
      isShare: true)
  }

  /// `half a million`, `a quarter of a million`, `three quarters billion`, `half-dozen`.
  private func scaled(_ found: Numeral) -> Numeral? {
    var at = found.end
    if word(at) == sets.of { at += 1 }
    if sets.articles.contains(word(at)) || isHyphen(at) { at += 1 }
    guard isWord(at), has(at, .scaleWord), let scale = tables.scales[word(at)],
      let value = found.value.times(scale)
    else { return nil }
    return Numeral(
      value: value, start: found.start, end: at + 1, coefficient: found.value, scale: scale,
      isDigits: false)
  }

  /// Whether the words around a share speak of a part: not `second half`, `a third man`.
  private func isShareHere(_ found: Numeral) -> Bool {
    let last = found.end - 1
    let next = found.end
    if has(found.start - 1, .ordinalWord) || sets.notFractions.contains(word(found.start - 1)) {
      return false
    }
    if isHyphen(next) || sets.notFractionOf.contains(word(next)) { return false }
    if word(next) == sets.of { return true }
    // `a week and a half`.
    if sets.plus.contains(word(found.start - 1)) { return false }
    let bounded = tables.before.match(at: found.start - 1, in: tokens, within: bounds)
    if let bounded, bounded.payload != .filler, bounded.payload != .exact { return true }
    if last == found.start {
      // A bare `half` or `quarter` needs what it is half of.
      guard tables.fractions[word(last)] == 2 else { return false }
      return has(next, .determinerWord) || has(next, .durationWord) || has(next, .measureWord)
        || isPluralNoun(next)
    }
    return !isWord(next) || endsNoun(next) || has(next, .determinerWord)
      || has(next, .measureWord) || isPlural(last)
  }
}
