/// The lower-case form of a word while it is being read; one buffer serves a whole article.
struct FormBuffer {
  var bytes: [UInt8] = []
  var letters = 0
  var capitals = 0
  var digits = 0
  var startsCapital = false

  mutating func clear() {
    bytes.removeAll(keepingCapacity: true)
    (letters, capitals, digits, startsCapital) = (0, 0, 0, false)
  }

  /// Reads letters and digits from `start`, folding them; returns where they end.
  mutating func read(_ text: Span<UInt8>, from start: Int) -> Int {
    var end = start
    let last = min(text.count, start + TokenScanner.longest)
    while end < last {
      let byte = text[end]
      switch byteClass(byte) {
      case .letter:
        add(letter: byte | 0x20, isCapital: byte & 0x20 == 0)
        end += 1
      case .digit:
        digits += 1
        bytes.append(byte)
        end += 1
      case .high:
        guard let length = readHighLetter(text, at: end) else { return end }
        end += length
      default: return end
      }
    }
    return end
  }

  private mutating func add(letter: UInt8, isCapital: Bool) {
    count(isCapital)
    bytes.append(letter)
  }

  private mutating func count(_ isCapital: Bool) {
    if isCapital, bytes.isEmpty { startsCapital = true }
    capitals += isCapital ? 1 : 0
    letters += 1
  }

  private mutating func readHighLetter(_ text: Span<UInt8>, at index: Int) -> Int? {
    let decoded = decodeScalar(text, at: index)
    guard let value = decoded.value else { return nil }
    switch scalarClass(value) {
    case .letter: break
    case .ignorable: return decoded.length
    default: return nil
    }
    if let small = smallLetter(value), let encoded = UTF8.encode(small) {
      count(true)
      bytes.append(contentsOf: encoded)
    } else {
      count(false)
      for offset in 0..<decoded.length { bytes.append(text[index + offset]) }
    }
    return decoded.length
  }
}

/// The small letter of a capital beyond ASCII, or `nil` when the code point is no capital.
func smallLetter(_ value: UInt32) -> Unicode.Scalar? {
  switch value {
  case 0xC0...0xDE where value != 0xD7: return Unicode.Scalar(value + 0x20)
  case 0xDF...0xFF, 0x4E00...0x9FFF, 0xAC00...0xD7AF: return nil
  case 0x410...0x42F: return Unicode.Scalar(value + 0x20)
  case 0x400...0x40F: return Unicode.Scalar(value + 0x50)
  default:
    guard let scalar = Unicode.Scalar(value), scalar.properties.isUppercase else { return nil }
    return scalar.properties.lowercaseMapping.unicodeScalars.first
  }
}
