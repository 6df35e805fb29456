/// How many code points the letter has that stands before the cursor, or behind it.
///
/// A letter is what a reader takes for one: `é` as `e` and an accent, a flag, a family. libedit
/// goes by code points, and would leave an accent standing alone.
///
/// - Returns: 0 where there is none, and where `cursor`, a UTF-8 byte offset, is not in the line.
func letterLength(in line: String, at cursor: Int, forward: Bool) -> Int {
  let bytes = Array(line.utf8)
  guard bytes.indices.contains(cursor) || cursor == bytes.count else { return 0 }
  let part = String(decoding: forward ? bytes[cursor...] : bytes[..<cursor], as: UTF8.self)
  let letter = forward ? part.first : part.last
  return letter?.unicodeScalars.count ?? 0
}

/// The one code point that a letter and a mark are together: `é` of `e` and U+0301.
func composed(_ letter: Unicode.Scalar, _ mark: Unicode.Scalar) -> Unicode.Scalar? {
  var both = String.UnicodeScalarView()
  both.append(letter)
  both.append(mark)
  let text = String(both)
  guard let whole = text.first, text.count == 1 else { return nil }
  return composedLetters[whole]
}

/// The letters with marks, found by those they are made of: letters that are canonically
/// equivalent are equal, and have one hash (Unicode UAX 15).
private let composedLetters: [Character: Unicode.Scalar] = {
  // Latin, Greek, Cyrillic and Arabic, kana, and the additions to Latin and Greek.
  let blocks: [ClosedRange<UInt32>] = [
    0xC0...0x24F, 0x370...0x4FF, 0x620...0x6D5, 0x1E00...0x1FFF, 0x3040...0x30FF,
  ]
  let letters = blocks.joined().compactMap(Unicode.Scalar.init)
  return Dictionary(letters.map { (Character($0), $0) }) { first, _ in first }
}()
