/// An exact decimal: `significand × 10^exponent`, as newspapers write them (`2.5`, `1.2 million`).
///
/// Binary fractions would make 0.1 + 0.2 differ from 0.3, and a conflict must never rest on that.
/// Kept with no trailing zeros in the significand, so that equal numbers are equal values.
/// At most 18 significant digits and an exponent in `-18...36`.
public struct ExactNumber: Hashable, Sendable {
  /// All significant digits with their sign.
  public let significand: Int64
  /// The power of ten they are multiplied by.
  public let exponent: Int8

  /// Zero.
  public static let zero = ExactNumber(0)
  /// One.
  public static let one = ExactNumber(1)

  /// A whole number.
  ///
  /// - Precondition: at most 18 digits.
  public init(_ whole: Int) {
    guard let number = ExactNumber(significand: Int64(whole), exponent: 0) else {
      preconditionFailure("a whole number of at most 18 digits")
    }
    self = number
  }

  /// `significand × 10^exponent`, or `nil` when it is outside the range of the type.
  public init?(significand: Int64, exponent: Int) {
    guard significand != .min, significand.magnitude < 1_000_000_000_000_000_000 else { return nil }
    var digits = significand
    var power = exponent
    while digits != 0, digits % 10 == 0 {
      digits /= 10
      power += 1
    }
    if digits == 0 { power = 0 }
    guard (-18...36).contains(power) else { return nil }
    self.significand = digits
    self.exponent = Int8(power)
  }

  /// Reads `12`, `-3.25`, `1e6`; `nil` for anything else.
  public init?(_ text: String) {
    var digits: Int64 = 0
    var power = 0
    var seen = 0
    var afterPoint = false
    var negative = false
    for (index, byte) in text.utf8.enumerated() {
      switch byte {
      case 0x2D where index == 0: negative = true
      case 0x2E where !afterPoint && seen > 0: afterPoint = true
      case 0x30...0x39:
        guard seen < 18 else { return nil }
        digits = digits * 10 + Int64(byte - 0x30)
        seen += 1
        if afterPoint { power -= 1 }
      default: return nil
      }
    }
    guard seen > 0 else { return nil }
    self.init(significand: negative ? -digits : digits, exponent: power)
  }

  /// The value when it is a whole number that fits, such as `1200` and not `2.5`.
  public var whole: Int? {
    guard exponent >= 0 else { return nil }
    var value = Int(significand)
    for _ in 0..<exponent {
      let (product, overflow) = value.multipliedReportingOverflow(by: 10)
      if overflow { return nil }
      value = product
    }
    return value
  }

  /// The nearest binary fraction, for drawing an axis and never for a verdict.
  public var approximate: Double {
    var value = Double(significand)
    let factor = exponent < 0 ? 0.1 : 10.0
    for _ in 0..<abs(Int(exponent)) { value *= factor }
    return value
  }

  /// The number times ten to the `power`, or `nil` when that is out of range.
  public func scaled(byPowerOfTen power: Int) -> ExactNumber? {
    ExactNumber(significand: significand, exponent: Int(exponent) + power)
  }

  /// The product, or `nil` when it is out of range.
  public func times(_ other: ExactNumber) -> ExactNumber? {
    let (product, overflow) = significand.multipliedReportingOverflow(by: other.significand)
    guard !overflow else { return nil }
    return ExactNumber(significand: product, exponent: Int(exponent) + Int(other.exponent))
  }

  /// The sum, or `nil` when it is out of range.
  public func plus(_ other: ExactNumber) -> ExactNumber? {
    let power = min(exponent, other.exponent)
    guard let one = aligned(to: power), let two = other.aligned(to: power) else { return nil }
    let (sum, overflow) = one.addingReportingOverflow(two)
    guard !overflow else { return nil }
    return ExactNumber(significand: sum, exponent: Int(power))
  }

  /// The difference, or `nil` when it is out of range.
  public func minus(_ other: ExactNumber) -> ExactNumber? { plus(other.negated) }

  /// The number with its sign changed.
  public var negated: ExactNumber {
    ExactNumber(significand: -significand, exponent: Int(exponent)) ?? .zero
  }

  private func aligned(to power: Int8) -> Int64? {
    var value = significand
    for _ in 0..<(Int(exponent) - Int(power)) {
      let (product, overflow) = value.multipliedReportingOverflow(by: 10)
      if overflow { return nil }
      value = product
    }
    return value
  }
}

extension ExactNumber: Comparable {
  /// By value: `2.5` before `10`.
  public static func < (one: ExactNumber, other: ExactNumber) -> Bool {
    let signs = (one.significand.signum(), other.significand.signum())
    if signs.0 != signs.1 { return signs.0 < signs.1 }
    if signs.0 == 0 { return false }
    let sizes = (one.magnitudeOrder, other.magnitudeOrder)
    if sizes.0 != sizes.1 { return (sizes.0 < sizes.1) == (signs.0 > 0) }
    // The same order of magnitude, so the exponents differ by less than 18 and this fits.
    let power = min(one.exponent, other.exponent)
    return one.wide(at: power) < other.wide(at: power)
  }

  /// The place of the first digit: 0 for `1...9`, 3 for `1000...9999`.
  private var magnitudeOrder: Int {
    var digits = significand.magnitude
    var count = 0
    while digits >= 10 {
      digits /= 10
      count += 1
    }
    return count + Int(exponent)
  }

  private func wide(at power: Int8) -> Int128 {
    var value = Int128(significand)
    for _ in 0..<(Int(exponent) - Int(power)) { value *= 10 }
    return value
  }
}

extension ExactNumber: CustomStringConvertible {
  /// Plain digits with a point, as JSON wants them: `3500000`, `0.025`.
  public var description: String {
    let digits = String(significand.magnitude)
    let sign = significand < 0 ? "-" : ""
    if exponent >= 0 { return sign + digits + String(repeating: "0", count: Int(exponent)) }
    let places = -Int(exponent)
    let padded = String(repeating: "0", count: max(0, places + 1 - digits.count)) + digits
    return sign + padded.dropLast(places) + "." + padded.suffix(places)
  }
}
