import HearsayCore
import HearsayText

extension TimeScanner {
  /// How many, in digits or words: `12`, `5 1/2`, `twenty-four`, `a couple of`, `several`.
  func amount(at start: Int) -> (amount: TimeAmount, end: Int)? {
    if token(start)?.kind == .number { return digitAmount(at: start) }
    let first = word(start)
    if first.has(.half) { return halfAmount(at: start) }
    let after = first.has(.one) && !first.has(.other) && first.numeral < 0 ? start + 1 : start
    if word(after).has(.pair) {
      let end = word(after + 1).has(.of) ? after + 2 : after + 1
      return (TimeAmount(2), end)
    }
    if word(after).has(.vague) {
      let end = word(after + 1).has(.of) ? after + 2 : after + 1
      return (.some, end)
    }
    if after > start, word(after).numeral >= 100 || word(after).numeral == 12 {
      return wordAmount(at: after)
    }
    if let number = wordAmount(at: start) { return withHalf(number) }
    return first.has(.one) ? withHalf((TimeAmount(1), start + 1)) : nil
  }

  /// `half an hour`, `half a century`, `half-hour`.
  private func halfAmount(at start: Int) -> (amount: TimeAmount, end: Int)? {
    var end = start + 1
    if word(end).has(.one) { end += 1 }
    return (TimeAmount(hundredths: 50), end)
  }

  private func withHalf(_ number: (amount: TimeAmount, end: Int)) -> (amount: TimeAmount, end: Int)
  {
    var end = number.end
    for role in [TimeRoles.and, .one, .half] {
      if isHyphen(end), isGlued(end) { end += 1 }
      guard word(end).has(role) else { return number }
      end += 1
    }
    return (TimeAmount(hundredths: number.amount.hundredths + 50), end)
  }

  private func digitAmount(at start: Int) -> (amount: TimeAmount, end: Int)? {
    guard var value = decimal(form(start)) else { return nil }
    var end = start + 1
    if value % 100 == 0, let top = digits(end, count: 1), isMark(end + 1, 0x2F),
      let below = digits(end + 2, count: 1), below > top, top > 0
    {
      value += 100 * top / below
      end += 3
    }
    return withHalf((TimeAmount(hundredths: value), end))
  }

  /// Hundred times the value of `3.5`, `1,250`, `½`.
  private func decimal(_ form: ArraySlice<UInt8>) -> Int? {
    if form.elementsEqual("½".utf8) { return 50 }
    var value = 0
    var places = -1
    for byte in form {
      switch byte {
      case 0x2C: continue
      case 0x2E: places = 0
      case 0x30...0x39:
        guard value < 100_000_000 else { return nil }
        if places >= 2 { continue }
        value = value * 10 + Int(byte - 0x30)
        if places >= 0 { places += 1 }
      default: return nil
      }
    }
    return places == 1 ? value * 10 : places == 2 ? value : value * 100
  }

  /// `twenty four`, `one hundred and six`, `two thousand`.
  func wordAmount(at start: Int) -> (amount: TimeAmount, end: Int)? {
    var total = 0
    var current = 0
    var last = 1_000_000
    var end = start
    while end < limit, end - start < 12 {
      if end > start, isHyphen(end), isGlued(end), word(end + 1).numeral >= 0, last % 10 == 0 {
        end += 1
      } else if end > start, word(end).has(.and), last >= 20, word(end + 1).numeral >= 0,
        word(end + 1).numeral < last
      {
        end += 1
      }
      let value = word(end).numeral
      guard value >= 0, fits(value, after: end > start ? last : nil) else { break }
      if value >= 1000 {
        total += max(current, 1) * value
        current = 0
      } else if value >= 100 {
        current = max(current, 1) * value
      } else {
        current += value
      }
      guard total + current < 10_000_000 else { return nil }
      last = value
      end += 1
    }
    return end > start ? (TimeAmount(total + current), end) : nil
  }

  /// Whether a number word can follow another: `twenty four`, not `four twenty`.
  private func fits(_ value: Int, after last: Int?) -> Bool {
    guard let last else { return true }
    if value >= 100 { return last < value }
    return last >= 100 || (last >= 20 && value < 10)
  }

  /// `first`, `23rd`, `twenty-third`; below 0 from the end.
  func ordinal(at start: Int) -> (value: Int, end: Int)? {
    if let value = digits(start), word(start + 1).has(.ordinalEnding), isGlued(start + 1) {
      return (value, start + 2)
    }
    if word(start).ordinal != 0 { return (word(start).ordinal, start + 1) }
    let tens = word(start).numeral
    guard tens >= 20, tens <= 90 else { return nil }
    let next = isHyphen(start + 1) ? start + 2 : start + 1
    let ones = word(next).ordinal
    return (1...9).contains(ones) ? (tens + ones, next + 1) : nil
  }

  /// `1998`, or `nineteen ninety-eight`, `two thousand and fifteen`.
  func year(at start: Int) -> (value: Int, end: Int)? {
    if let value = digits(start, count: 4), (1000...2199).contains(value) {
      return (value, start + 1)
    }
    guard isWord(start) else { return nil }
    let head = word(start).numeral
    if (13...20).contains(head), let rest = wordAmount(at: start + 1), let low = rest.amount.whole,
      (10...99).contains(low)
    {
      return (head * 100 + low, rest.end)
    }
    guard head == 2 || head == 1, let all = wordAmount(at: start), let value = all.amount.whole,
      (1900...2199).contains(value)
    else { return nil }
    return (value, all.end)
  }
}
