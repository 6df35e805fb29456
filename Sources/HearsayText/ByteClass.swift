/// What a byte can be at the start of a token.
enum ByteClass: UInt8 {
  case blank, newline, letter, digit, stop, apostrophe, quote, symbol, mark, high
}

/// The class of a byte.
@inline(__always)
func byteClass(_ byte: UInt8) -> ByteClass {
  byte < 0x80 ? asciiClasses[Int(byte)] : .high
}

/// The classes of ASCII, spelled out: a table made by a closure would be asked for on each access
/// whether it is there yet.
private let asciiClasses: InlineArray<128, ByteClass> = [
  .blank, .blank, .blank, .blank, .blank, .blank, .blank, .blank,
  .blank, .blank, .newline, .blank, .blank, .blank, .blank, .blank,
  .blank, .blank, .blank, .blank, .blank, .blank, .blank, .blank,
  .blank, .blank, .blank, .blank, .blank, .blank, .blank, .blank,
  .blank, .stop, .quote, .mark, .symbol, .symbol, .mark, .apostrophe,
  .mark, .mark, .mark, .mark, .mark, .mark, .stop, .mark,
  .digit, .digit, .digit, .digit, .digit, .digit, .digit, .digit,
  .digit, .digit, .mark, .mark, .mark, .mark, .mark, .stop,
  .mark, .letter, .letter, .letter, .letter, .letter, .letter, .letter,
  .letter, .letter, .letter, .letter, .letter, .letter, .letter, .letter,
  .letter, .letter, .letter, .letter, .letter, .letter, .letter, .letter,
  .letter, .letter, .letter, .mark, .mark, .mark, .mark, .mark,
  .apostrophe, .letter, .letter, .letter, .letter, .letter, .letter, .letter,
  .letter, .letter, .letter, .letter, .letter, .letter, .letter, .letter,
  .letter, .letter, .letter, .letter, .letter, .letter, .letter, .letter,
  .letter, .letter, .letter, .mark, .mark, .mark, .mark, .blank,
]

/// What a code point beyond ASCII is to the tokeniser.
enum ScalarClass {
  case letter, digitLike, blank, ignorable, apostrophe, quote, symbol, mark, other
}

/// Classes code points beyond ASCII; letters are the rest, so that no script is lost.
func scalarClass(_ value: UInt32) -> ScalarClass {
  switch value {
  case 0x80...0x9F: .blank
  case 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: .blank
  case 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFEFF, 0xFE00...0xFE0F: .ignorable
  case 0x2018, 0x2019, 0x201B, 0x02BC: .apostrophe
  case 0xAB, 0xBB, 0x201A, 0x201C...0x201F, 0x2039, 0x203A: .quote
  case 0xBC...0xBE, 0x2150...0x215E: .digitLike
  case 0xA2...0xA5, 0xA9, 0xAE, 0xB0, 0xB1, 0x20A0...0x20CF, 0x2030, 0x2100...0x214F: .symbol
  case 0x2190...0x2BFF, 0x1F000...0x1FAFF: .symbol
  case 0xA1, 0xA6...0xA8, 0xAC, 0xAF, 0xB2...0xB4, 0xB6...0xB9, 0xBF, 0xD7, 0xF7: .mark
  case 0x2010...0x2017, 0x2020...0x2029, 0x2031...0x2038, 0x203B...0x205E: .mark
  case 0x2212, 0x3001...0x3030, 0xFF01...0xFF0F: .mark
  case 0xFFFD: .other
  default: .letter
  }
}

/// A code point and the bytes it takes; broken UTF-8 is one byte with the value `nil`.
///
/// Follows the well-formed sequences of the Unicode Standard, table 3-7.
func decodeScalar(_ bytes: Span<UInt8>, at index: Int) -> (value: UInt32?, length: Int) {
  let first = UInt32(bytes[index])
  if first < 0x80 { return (first, 1) }
  let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
  guard first >= 0xC2, first <= 0xF4, index + length <= bytes.count else { return (nil, 1) }
  var value = first & (0x7F >> UInt32(length))
  for offset in 1..<length {
    let next = UInt32(bytes[index + offset])
    guard next & 0xC0 == 0x80 else { return (nil, 1) }
    value = value << 6 | (next & 0x3F)
  }
  let least: UInt32 = length == 2 ? 0x80 : length == 3 ? 0x800 : 0x10000
  guard value >= least, value <= 0x10FFFF, !(0xD800...0xDFFF).contains(value) else {
    return (nil, 1)
  }
  return (value, length)
}
