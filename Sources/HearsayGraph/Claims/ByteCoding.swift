/// Appends a number in seven bits a byte, the lowest first; small numbers take one byte.
func appendVarint(_ value: UInt64, to bytes: inout [UInt8]) {
  var rest = value
  while rest >= 0x80 {
    bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
    rest >>= 7
  }
  bytes.append(UInt8(truncatingIfNeeded: rest))
}

/// Writes numbers of any size into few bytes.
struct ByteWriter {
  private(set) var bytes: [UInt8] = []

  mutating func byte(_ value: UInt8) { bytes.append(value) }

  mutating func number(_ value: Int) { appendVarint(UInt64(max(0, value)), to: &bytes) }

  /// A number that may be negative: 0, -1, 1, -2 … become 0, 1, 2, 3.
  mutating func signed(_ value: Int) {
    appendVarint(UInt64(bitPattern: Int64((value << 1) ^ (value >> 63))), to: &bytes)
  }

  /// All eight bytes of a number without pattern.
  mutating func word(_ value: UInt64) {
    for shift in stride(from: UInt64(0), to: 64, by: 8) {
      bytes.append(UInt8(truncatingIfNeeded: value >> shift))
    }
  }

  /// A copy of the bytes without the room to grow that they were written with.
  ///
  /// `Array(bytes)` and `Array(bytes[...])` would share the same storage, room and all.
  var exact: [UInt8] { bytes.map { $0 } }

  mutating func clear() { bytes.removeAll(keepingCapacity: true) }
}

/// Reads what ``ByteWriter`` wrote, in the same order; beyond the end all is 0.
struct ByteReader {
  private let bytes: [UInt8]
  private var at: Int

  init(_ bytes: [UInt8], at start: Int) {
    self.bytes = bytes
    at = start
  }

  mutating func byte() -> UInt8 {
    guard at < bytes.count else { return 0 }
    defer { at += 1 }
    return bytes[at]
  }

  private mutating func varint() -> UInt64 {
    var value: UInt64 = 0
    var shift: UInt64 = 0
    while shift < 64 {
      let next = byte()
      value |= UInt64(next & 0x7F) << shift
      if next & 0x80 == 0 { break }
      shift += 7
    }
    return value
  }

  mutating func number() -> Int { Int(truncatingIfNeeded: varint()) }

  mutating func signed() -> Int {
    let value = varint()
    return Int(truncatingIfNeeded: value >> 1) ^ -Int(truncatingIfNeeded: value & 1)
  }

  mutating func word() -> UInt64 {
    var value: UInt64 = 0
    for shift in stride(from: UInt64(0), to: 64, by: 8) { value |= UInt64(byte()) << shift }
    return value
  }
}
