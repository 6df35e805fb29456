// Nearly all words of articles are plain letters, quotation marks and dashes: what is to be known of
// them is told by their bytes, without parting them into letters.

/// Whether ``printable(_:)`` would give the text as it is.
///
/// All that moves a terminal begins with a byte that few other letters begin with; of those only the
/// marks of papers are let pass, U+2010 to U+2027.
func isPrintable(_ text: String) -> Bool {
  let quick = text.utf8.withContiguousStorageIfAvailable { PlainASCII($0) }
  if let quick, quick.areAll {
    return !quick.hasBlanksInARow && text.utf8.first != 0x20 && text.utf8.last != 0x20
  }
  var (before, last): (UInt8, UInt8) = (0, 0x20)
  for byte in text.utf8 {
    switch byte {
    case 0x20: if last == 0x20 { return false }
    case 0x00...0x1F, 0x7F, 0xC2, 0xD8: return false
    case 0x80...0xBF where before == 0xE2 && last < 0x82:
      if !isMark(last, byte) { return false }
    default: break
    }
    (before, last) = (last, byte)
  }
  return last != 0x20 || text.isEmpty
}

/// The columns of a text of ASCII and the marks of papers; `nil` for any other.
func plainWidth(_ text: String) -> Int? {
  let quick = text.utf8.withContiguousStorageIfAvailable { PlainASCII($0) }
  if quick?.areAll == true { return text.utf8.count }
  var width = 0
  var (before, last): (UInt8, UInt8) = (0, 0)
  for byte in text.utf8 {
    switch byte {
    // With a line feed it would be one letter.
    case 0x0D: return nil
    case 0x00...0x7F: width += 1
    case 0xE2: break
    case 0x80 where last == 0xE2: break
    case 0x80...0xBF where before == 0xE2 && isMark(last, byte): width += 1
    default: return nil
    }
    (before, last) = (last, byte)
  }
  return width
}

/// What eight bytes at a time tell of a text: whether all are letters and signs of ASCII, and
/// whether two blanks follow each other.
private struct PlainASCII {
  private(set) var areAll = true
  private(set) var hasBlanksInARow = false

  init<Bytes: RandomAccessCollection>(_ bytes: Bytes)
  where Bytes.Element == UInt8, Bytes.Index == Int {
    var at = bytes.startIndex
    var before: UInt64 = 0
    while at < bytes.endIndex {
      var eight = Self.each * 0x2E
      if at + 8 <= bytes.endIndex {
        eight = 0
        for place in 0..<8 { eight |= UInt64(bytes[at + place]) << (8 * UInt64(place)) }
      } else {
        for place in 0..<(bytes.endIndex - at) {
          let shift = 8 * UInt64(place)
          eight = eight & ~(0xFF << shift) | UInt64(bytes[at + place]) << shift
        }
      }
      if !Self.arePlain(eight) {
        areAll = false
        return
      }
      let blanks = Self.places(of: 0x20, eight)
      if blanks & (blanks << 8 | before) != 0 { hasBlanksInARow = true }
      before = blanks >> 56
      at += 8
    }
  }

  private static let each: UInt64 = 0x0101_0101_0101_0101
  private static let highBits = each << 7

  /// Whether all bytes are 0x20 to 0x7E.
  private static func arePlain(_ eight: UInt64) -> Bool {
    guard eight & highBits == 0 else { return false }
    // Without high bits nothing is carried from one byte into the next.
    let atLeastBlank = eight + each * 0x60
    let isDelete = eight + each
    return atLeastBlank & ~isDelete & highBits == highBits
  }

  /// The high bit of each byte that is `byte`, where no byte has its own.
  private static func places(of byte: UInt8, _ eight: UInt64) -> UInt64 {
    ~((eight ^ each * UInt64(byte)) + (highBits - each)) & highBits
  }
}

/// Whether behind 0xE2 two bytes stand for a mark between U+2010 and U+2027.
private func isMark(_ second: UInt8, _ third: UInt8) -> Bool {
  second == 0x80 && (0x90...0xA7).contains(third)
}

/// The text without the blanks at its end.
func withoutBlanksBehind(_ text: String) -> String {
  let bytes = text.utf8
  guard bytes.last == 0x20 else { return text }
  var end = bytes.endIndex
  while end > bytes.startIndex, bytes[bytes.index(before: end)] == 0x20 {
    end = bytes.index(before: end)
  }
  return String(text[..<end])
}

/// So many blanks.
func blankText(_ count: Int) -> String {
  madeBlanks.indices.contains(count)
    ? madeBlanks[count] : String(repeating: " ", count: max(0, count))
}

private let madeBlanks = (0..<256).map { String(repeating: " ", count: $0) }
