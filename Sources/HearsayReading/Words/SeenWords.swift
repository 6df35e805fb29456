import HearsayText

/// A few bits for each word of an article, however many words there are in all.
struct SeenWords {
  private var slots: [(word: WordID, flags: UInt8)]
  private let mask: Int

  /// Room for the words of as many tokens.
  init(_ tokens: Int) {
    var size = 64
    while size < tokens + tokens / 2 { size *= 2 }
    slots = Array(repeating: (0, 0), count: size)
    mask = size - 1
  }

  @inline(__always)
  private func slot(_ word: WordID) -> Int {
    var slot = Int(truncatingIfNeeded: (UInt64(word) &* 0x9E37_79B9_7F4A_7C15) >> 32) & mask
    while slots[slot].flags != 0, slots[slot].word != word { slot = (slot &+ 1) & mask }
    return slot
  }

  subscript(word: WordID) -> UInt8 { slots[slot(word)].flags }

  @inline(__always)
  mutating func add(_ flags: UInt8, _ word: WordID) {
    let slot = slot(word)
    slots[slot] = (word, slots[slot].flags | flags)
  }
}
