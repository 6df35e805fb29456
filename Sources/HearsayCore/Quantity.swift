/// The numbers a source's words allow, from `low` to `high`; `nil` is no bound.
///
/// `more than 400` is `(400, ∞)`: `low` 400, `lowOpen`. See CLAIM MODEL, "Quantity", in the docs.
public struct Interval: Hashable, Sendable {
  /// The least allowed number; `nil` when there is none.
  public var low: ExactNumber?
  /// The greatest allowed number; `nil` when there is none.
  public var high: ExactNumber?
  /// Whether `low` itself is left out.
  public var lowOpen: Bool
  /// Whether `high` itself is left out.
  public var highOpen: Bool

  /// An interval; without bounds it allows every number.
  public init(
    low: ExactNumber? = nil, high: ExactNumber? = nil, lowOpen: Bool = false, highOpen: Bool = false
  ) {
    self.low = low
    self.high = high
    self.lowOpen = lowOpen
    self.highOpen = highOpen
  }

  /// Just one number.
  public init(exactly number: ExactNumber) { self.init(low: number, high: number) }

  /// Whether some number lies in both.
  public func intersects(_ other: Interval) -> Bool {
    !isBelow(other) && !other.isBelow(self)
  }

  /// Whether every number here is smaller than every number of `other`.
  public func isBelow(_ other: Interval) -> Bool {
    guard let high, let low = other.low else { return false }
    if high != low { return high < low }
    return highOpen || other.lowOpen
  }

  /// Whether `number` is allowed.
  public func contains(_ number: ExactNumber) -> Bool {
    intersects(Interval(exactly: number))
  }

  /// Whether every number of `other` is allowed here too.
  public func contains(_ other: Interval) -> Bool {
    let lowFits =
      low.map { mine in
        other.low.map { $0 > mine || ($0 == mine && (!lowOpen || other.lowOpen)) } ?? false
      } ?? true
    let highFits =
      high.map { mine in
        other.high.map { $0 < mine || ($0 == mine && (!highOpen || other.highOpen)) } ?? false
      } ?? true
    return lowFits && highFits
  }
}

/// What sort of thing a number measures.
///
/// Only a `count` answers a question about people or things.
public enum QuantityKind: String, Hashable, Sendable, CaseIterable {
  /// Things or people that are counted.
  case count
  /// An amount in a currency.
  case money
  /// A share in per cent.
  case percent
  /// A length, weight, duration-free measure with a unit.
  case measure
  /// A place in an order: `third`.
  case ordinal
  /// Years of life.
  case age
  /// A number that is none of these.
  case other
}

/// How many, as bounds, because a source seldom says exactly.
public struct Quantity: Hashable, Sendable {
  /// What the words allow, approximation already applied.
  public var interval: Interval
  /// The number in the words: 50 for `about 50`; `nil` for a range or a vague word.
  public var stated: ExactNumber?
  /// Whether the words say that it is not exact.
  public var approximate: Bool
  /// The vague word in its lemma, such as `several`, when no number was given.
  public var vague: String?
  /// What it measures.
  public var kind: QuantityKind
  /// The counted noun as printed (`political prisoners`), the currency (`$`, `euros`), or the
  /// unit (`km`, `%`); `nil` when none was found.
  public var unit: String?
  /// The words around the number that bound or hedge it without changing the interval: `only`.
  public var hedge: String?

  /// A quantity.
  public init(
    _ interval: Interval, stated: ExactNumber? = nil, approximate: Bool = false,
    vague: String? = nil, kind: QuantityKind = .count, unit: String? = nil, hedge: String? = nil
  ) {
    self.interval = interval
    self.stated = stated
    self.approximate = approximate
    self.vague = vague
    self.kind = kind
    self.unit = unit
    self.hedge = hedge
  }
}
