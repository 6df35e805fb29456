// Nearly all words of articles are plain letters, quotation marks and dashes: what is to be known of
// them is told by their bytes, without parting them into letters.

/// Whether ``printable(_:)`` would give the text as it is.
///
/// All that moves a terminal begins with a byte that few other letters begin with; of those only the
/// marks of papers are let pass, U+2010 to U+2027.
func isPrintable(_ text: String) -> Bool {
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
