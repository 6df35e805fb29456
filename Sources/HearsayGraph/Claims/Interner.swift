/// Strings and the small numbers that stand for them, told apart by their bytes.
///
/// A table of numbers over one array of strings: half the memory of a dictionary, and no string is
/// brought into a normal form before it is looked up.
struct Interner: Sendable {
  /// The strings by number.
  private(set) var strings: [String] = []
  /// Numbers of strings where their hash puts them, or -1; a power of two long.
  private var slots: [Int32] = [Int32](repeating: -1, count: 16)

  /// The number of `string`, a new one when it was not seen before.
  mutating func intern(_ string: String) -> Int32 {
    var slot = slot(of: string)
    if slots[slot] >= 0 { return slots[slot] }
    if strings.count * 3 >= slots.count * 2 {
      grow()
      slot = self.slot(of: string)
    }
    let fresh = Int32(truncatingIfNeeded: strings.count)
    slots[slot] = fresh
    strings.append(string)
    return fresh
  }

  /// The number of `string`; `nil` when it was never seen.
  func id(of string: String) -> Int32? {
    let known = slots[slot(of: string)]
    return known < 0 ? nil : known
  }

  subscript(id: Int32) -> String { strings[Int(id)] }

  /// Where `string` is, or where it would go.
  private func slot(of string: String) -> Int {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash(of: string)) & mask
    while slots[slot] >= 0 {
      let known = strings[Int(slots[slot])]
      if known.utf8.count == string.utf8.count, known.utf8.elementsEqual(string.utf8) { break }
      slot = (slot + 1) & mask
    }
    return slot
  }

  private func hash(of string: String) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in string.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    return hash ^ (hash >> 29)
  }

  private mutating func grow() {
    slots = [Int32](repeating: -1, count: slots.count * 2)
    for (id, string) in strings.enumerated() {
      slots[slot(of: string)] = Int32(truncatingIfNeeded: id)
    }
  }
}
