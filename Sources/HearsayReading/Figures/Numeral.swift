internal import HearsayCore
internal import HearsayText

/// A number as written, without what bounds or measures it.
struct Numeral: Sendable {
  var value: ExactNumber
  /// The first token and one past the last.
  var start: Int
  var end: Int
  /// The part before its last scale: 1.2 of `1.2 million`; the value itself without one.
  var coefficient: ExactNumber
  /// What the coefficient is multiplied by; `nil` without a scale.
  var scale: ExactNumber?
  /// Whether it begins with digits.
  var isDigits: Bool
  /// Whether it is a part of a whole and nothing else: `half`, `two thirds`.
  var isShare = false
  /// Whether its digits are grouped in thousands, as only counts are.
  var isGrouped = false
  /// Whether its scale is a word or a letter, so that it is no year and no name.
  var isScaled: Bool { scale != nil }
}

extension ExactNumber {
  /// `numerator / denominator`, to 15 places where it does not come out even.
  static func ratio(_ numerator: ExactNumber, _ denominator: Int64) -> ExactNumber? {
    guard denominator > 0, numerator.significand.magnitude < 1_000_000_000_000 else { return nil }
    var digits = numerator.significand
    var power = Int(numerator.exponent)
    while digits % denominator != 0, digits.magnitude < 100_000_000_000_000_000 {
      digits *= 10
      power -= 1
    }
    return ExactNumber(
      significand: digits / denominator + (digits % denominator * 2 >= denominator ? 1 : 0),
      exponent: power)
  }

  /// The smaller and the larger of two.
  static func ordered(_ one: ExactNumber, _ other: ExactNumber) -> (ExactNumber, ExactNumber) {
    one < other ? (one, other) : (other, one)
  }
}

/// Reads the digits of one number token: `1,250.75`, `½`; `nil` for `007` and what is too long.
func readDigits(_ bytes: ArraySlice<UInt8>) -> (value: ExactNumber, grouped: Bool, count: Int)? {
  var digits: Int64 = 0
  var power = 0
  var count = 0
  var grouped = false
  var afterPoint = false
  for byte in bytes {
    switch byte {
    case 0x30...0x39:
      guard count < 18 else { return nil }
      digits = digits * 10 + Int64(byte - 0x30)
      count += 1
      if afterPoint { power -= 1 }
    case UInt8(ascii: ","): grouped = true
    case UInt8(ascii: "."): afterPoint = true
    default: return nil
    }
  }
  let leadingZero = bytes.first == 0x30 && bytes.count > 1 && !afterPoint
  guard count > 0, !leadingZero, let value = ExactNumber(significand: digits, exponent: power)
  else { return nil }
  return (value, grouped, count)
}

/// The fractions that are one code point (Unicode block Number Forms and Latin-1).
func readFractionSign(_ bytes: ArraySlice<UInt8>) -> ExactNumber? {
  guard let scalar = String(decoding: bytes, as: UTF8.self).unicodeScalars.first else { return nil }
  let parts: (Int, Int64)?
  switch scalar.value {
  case 0xBC: parts = (1, 4)
  case 0xBD: parts = (1, 2)
  case 0xBE: parts = (3, 4)
  case 0x2150: parts = (1, 7)
  case 0x2151: parts = (1, 9)
  case 0x2152: parts = (1, 10)
  case 0x2153...0x2154: parts = (Int(scalar.value) - 0x2152, 3)
  case 0x2155...0x2158: parts = (Int(scalar.value) - 0x2154, 5)
  case 0x2159: parts = (1, 6)
  case 0x215A: parts = (5, 6)
  case 0x215B: parts = (1, 8)
  case 0x215C: parts = (3, 8)
  case 0x215D: parts = (5, 8)
  case 0x215E: parts = (7, 8)
  default: parts = nil
  }
  return parts.flatMap { ExactNumber.ratio(ExactNumber($0.0), $0.1) }
}
