internal import HearsayCore
internal import HearsayText

// `four in 10 adults`, `one out of five`: a share of a round number.
extension FigureText {
  /// The share that a small number makes with the one after `in` or `out of`.
  func ratio(_ top: Amount) -> Amount? {
    guard let match = tables.ratios.match(at: top.tokens.end, in: tokens, within: bounds),
      top.currency == nil, top.percent == nil, !top.numeral.isScaled, !top.numeral.isShare,
      let part = top.value.whole, (1...99).contains(part),
      let whole = numeral(at: match.tokens.end), !whole.isShare, let size = whole.value.whole,
      part < size, size <= 10 || [12, 20, 50, 100, 1000].contains(size),
      !has(whole.end, .durationWord | .measureWord), time(at: match.tokens.end) == nil,
      !has(top.tokens.start - 1, .designator),
      let value = ExactNumber.ratio(top.value, Int64(size))
    else { return nil }
    var found = top
    found.numeral.value = value
    found.numeral.isShare = true
    found.numeral.end = whole.end
    found.tokens.upper = Int32(truncatingIfNeeded: whole.end)
    return found
  }
}
