/// Word forms by number. Words of the rules come first and are the same for everybody; words of
/// articles follow in a worker's own copy and never leave an article.
public struct Vocabulary: Sendable {
  struct Slot {
    var hash: UInt64
    var word: WordID
  }

  /// All forms, one after another.
  public private(set) var bytes: [UInt8] = []
  /// Where each form starts in `bytes`, with one entry more at the end.
  public private(set) var starts: [Int32] = [0]
  private var slots: [Slot] = Array(repeating: Slot(hash: 0, word: 0), count: 1 << 14)

  /// An empty vocabulary; word 0 is the empty form.
  public init() { _ = intern([]) }

  /// How many forms there are.
  public var count: Int { starts.count - 1 }

  /// The number of the form spelled by `form` (lower-case UTF-8), a new one when it is unknown.
  public mutating func intern(_ form: [UInt8]) -> WordID {
    intern(form.span)
  }

  /// The number of the form spelled by `form`, a new one when it is unknown.
  public mutating func intern(_ form: Span<UInt8>) -> WordID {
    let hash = hashBytes(form)
    var index = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[index].hash != 0 {
      if slots[index].hash == hash, matches(slots[index].word, form) { return slots[index].word }
      index = (index + 1) & (slots.count - 1)
    }
    return add(form, hash: hash, slot: index)
  }

  /// The number of a known form, or `nil`.
  public func find(_ form: String) -> WordID? {
    let letters = Array(form.utf8)
    let hash = hashBytes(letters.span)
    var index = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[index].hash != 0 {
      if slots[index].hash == hash, matches(slots[index].word, letters.span) {
        return slots[index].word
      }
      index = (index + 1) & (slots.count - 1)
    }
    return nil
  }

  /// The form as text.
  public func text(_ word: WordID) -> String {
    let row = Int(word)
    guard row < count else { return "" }
    return String(decoding: bytes[Int(starts[row])..<Int(starts[row + 1])], as: UTF8.self)
  }

  /// The bytes of a form.
  public func form(_ word: WordID) -> ArraySlice<UInt8> {
    let row = Int(word)
    guard row < count else { return [] }
    return bytes[Int(starts[row])..<Int(starts[row + 1])]
  }

  private func matches(_ word: WordID, _ form: Span<UInt8>) -> Bool {
    let lower = Int(starts[Int(word)])
    let length = Int(starts[Int(word) + 1]) - lower
    guard length == form.count else { return false }
    for offset in 0..<length where bytes[lower + offset] != form[offset] { return false }
    return true
  }

  private mutating func add(_ form: Span<UInt8>, hash: UInt64, slot: Int) -> WordID {
    let word = WordID(truncatingIfNeeded: count)
    for index in form.indices { bytes.append(form[index]) }
    starts.append(Int32(truncatingIfNeeded: bytes.count))
    slots[slot] = Slot(hash: hash, word: word)
    if count * 2 > slots.count { grow() }
    return word
  }

  private mutating func grow() {
    let old = slots
    slots = Array(repeating: Slot(hash: 0, word: 0), count: old.count * 2)
    for entry in old where entry.hash != 0 {
      var index = Int(truncatingIfNeeded: entry.hash) & (slots.count - 1)
      while slots[index].hash != 0 { index = (index + 1) & (slots.count - 1) }
      slots[index] = entry
    }
  }
}

/// FNV-1a with a final mix; never 0, which marks an empty slot.
func hashBytes(_ form: Span<UInt8>) -> UInt64 {
  var hash: UInt64 = 0xCBF2_9CE4_8422_2325
  for index in form.indices {
    hash = (hash ^ UInt64(form[index])) &* 0x0000_0100_0000_01B3
  }
  hash ^= hash >> 32
  return hash == 0 ? 1 : hash
}
