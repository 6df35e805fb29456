import HearsayCore

/// The shell's own small grammar of numbers: `at least 4`, `60..70`, `more than 1,200`, `about 50`.
///
/// Words of the news (`two dozen`, `half a million`) are left to the reader of articles.
extension LineCursor {
  /// A quantity, or `nil` with the cursor unmoved.
  mutating func takeQuantity() -> Quantity? {
    let start = row
    if let quantity = quantityHere() { return quantity }
    rewind(to: start)
    return nil
  }

  private mutating func quantityHere() -> Quantity? {
    switch peek?.keyword {
    case "only", "exactly": return stepThenNumber(1) { Interval(exactly: $0) }
    case "about", "around", "roughly": return approximate()
    case "nearly", "almost":
      return stepThenNumber(1, approximate: true) { Interval(high: $0, highOpen: true) }
    case "more", "over": return bound(than: "more") { Interval(low: $0, lowOpen: true) }
    case "less", "fewer", "under": return bound(than: "less") { Interval(high: $0, highOpen: true) }
    case "at": return atBound()
    case "up" where peek(ahead: 1)?.keyword == "to": return stepThenNumber(2) { Interval(high: $0) }
    case "between": return between()
    default: return plain()
    }
  }

  private mutating func stepThenNumber(
    _ words: Int, approximate: Bool = false, _ interval: (ExactNumber) -> Interval
  ) -> Quantity? {
    for _ in 0..<words { take() }
    guard let number = takeNumber() else { return nil }
    return number.quantity(interval(number.value), approximate: approximate)
  }

  private mutating func bound(
    than word: String, _ interval: (ExactNumber) -> Interval
  ) -> Quantity? {
    let isShort = ["over", "under"].contains(peek?.keyword ?? "")
    if !isShort, peek(ahead: 1)?.keyword != "than" { return nil }
    return stepThenNumber(isShort ? 1 : 2, interval)
  }

  private mutating func atBound() -> Quantity? {
    switch peek(ahead: 1)?.keyword {
    case "least": stepThenNumber(2) { Interval(low: $0) }
    case "most": stepThenNumber(2) { Interval(high: $0) }
    default: nil
    }
  }

  private mutating func approximate() -> Quantity? {
    take()
    guard let number = takeNumber() else { return nil }
    return number.quantity(tolerance(number.value), approximate: true)
  }

  private mutating func between() -> Quantity? {
    take()
    guard let low = takeNumber(), take(keyword: "and"), let high = takeNumber() else { return nil }
    return range(low, high)
  }

  private mutating func plain() -> Quantity? {
    if let token = peek, token.kind == .word, let quantity = dots(token.text) {
      take()
      return quantity
    }
    guard let low = takeNumber() else { return nil }
    let afterLow = row
    if take(keyword: "to"), let high = takeNumber() { return range(low, high) }
    rewind(to: afterLow)
    return low.quantity(Interval(exactly: low.value))
  }

  private func range(_ low: TypedNumber, _ high: TypedNumber) -> Quantity? {
    guard low.value <= high.value else { return nil }
    var quantity = high.quantity(Interval(low: low.value, high: high.value))
    quantity.stated = nil
    return quantity
  }

  /// `60..70`, `60..`, `..70`, `60-70`, `60–70`.
  private func dots(_ text: String) -> Quantity? {
    for mark in ["..", "–", "-"] {
      guard let parts = split(text, at: mark) else { continue }
      let low = TypedNumber(parts.0)
      let high = TypedNumber(parts.1)
      if !parts.0.isEmpty && low == nil || !parts.1.isEmpty && high == nil { return nil }
      if let low, let high { return range(low, high) }
      guard mark == "..", let number = low ?? high else { return nil }
      let interval = Interval(low: low?.value, high: high?.value)
      var quantity = number.quantity(interval)
      quantity.stated = nil
      return quantity
    }
    return nil
  }

  /// `56`, `1,200`, `2.5 million`, `$3.5m`, `12%`.
  private mutating func takeNumber() -> TypedNumber? {
    guard let token = peek, token.kind == .word, var number = TypedNumber(token.text) else {
      return nil
    }
    take()
    if let power = TypedNumber.powers[peek?.keyword ?? ""],
      let scaled = number.value.scaled(byPowerOfTen: power)
    {
      number.value = scaled
      take()
    }
    return number
  }
}

/// 10 % and at least 1, as CLAIM-MODEL sets it for "about".
private func tolerance(_ number: ExactNumber) -> Interval {
  let tenth = number.scaled(byPowerOfTen: -1) ?? .one
  let spread = max(tenth, .one)
  return Interval(low: number.minus(spread), high: number.plus(spread))
}

private func split(_ text: String, at mark: String) -> (String, String)? {
  var index = text.startIndex
  while index < text.endIndex {
    if text[index...].hasPrefix(mark) {
      let after = text.index(index, offsetBy: mark.count)
      return (String(text[..<index]), String(text[after...]))
    }
    index = text.index(after: index)
  }
  return nil
}

/// A number as typed, with its currency or per cent sign.
private struct TypedNumber {
  var value: ExactNumber
  var kind: QuantityKind = .count
  var unit: String?

  static let powers = ["thousand": 3, "million": 6, "billion": 9, "trillion": 12]

  /// - Returns: `nil` for anything that is not digits with groups of three after commas.
  init?(_ text: String) {
    var digits = text[...]
    if let first = digits.first, "$€£¥".contains(first) {
      kind = .money
      unit = String(first)
      digits = digits.dropFirst()
    }
    if digits.last == "%" {
      kind = .percent
      unit = "%"
      digits = digits.dropLast()
    }
    guard digits.first?.isNumber ?? false, let plain = Self.withoutGroups(digits),
      let number = ExactNumber(plain)
    else { return nil }
    value = number
  }

  private static func withoutGroups(_ digits: Substring) -> String? {
    let groups = digits.split(separator: ",", omittingEmptySubsequences: false)
    for (row, group) in groups.enumerated().dropFirst() {
      let whole = row == groups.count - 1 ? group.split(separator: ".").first ?? "" : group
      if whole.count != 3 { return nil }
    }
    return groups.joined()
  }

  func quantity(_ interval: Interval, approximate: Bool = false) -> Quantity {
    Quantity(interval, stated: value, approximate: approximate, kind: kind, unit: unit)
  }
}
