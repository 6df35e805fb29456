/// What a look-up gives for a form that is not there; no vocabulary grows to this number.
let absentWord = WordID.max

/// The bytes of a form of up to sixteen bytes as two numbers, the first byte lowest.
struct FormKeys {
  var first: UInt64
  var second: UInt64

  init(first: UInt64, second: UInt64) {
    self.first = first
    self.second = second
  }

  /// `nil` for a longer form and for one with a zero byte, which would look like a shorter one.
  init?(_ form: Span<UInt8>) {
    guard form.count <= 16 else { return nil }
    var keys = (first: UInt64(0), second: UInt64(0))
    for index in form.indices {
      let byte = UInt64(form[index])
      guard byte != 0 else { return nil }
      if index < 8 {
        keys.first |= byte << UInt64(index &* 8)
      } else {
        keys.second |= byte << UInt64((index &- 8) &* 8)
      }
    }
    (first, second) = keys
  }

  /// The form again.
  var bytes: [UInt8] {
    var bytes: [UInt8] = []
    for key in [first, second] {
      var rest = key
      while rest != 0 {
        bytes.append(UInt8(truncatingIfNeeded: rest))
        rest >>= 8
      }
    }
    return bytes
  }
}

/// Spreads a key over a table.
@inline(__always)
func mix(_ key: UInt64) -> UInt64 {
  let hash = key &* 0x9E37_79B9_7F4A_7C15
  return hash ^ (hash >> 32)
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

/// Forms of up to eight bytes: open addressing, key 0 is an empty slot.
///
/// A slot takes 16 bytes.
struct ShortForms: Sendable {
  private struct Slot {
    var key: UInt64
    var word: WordID
  }

  private var slots = Array(repeating: Slot(key: 0, word: absentWord), count: 1 << 13)
  private var count = 0

  @inline(__always)
  func find(_ key: UInt64) -> WordID {
    let mask = slots.count &- 1
    var index = Int(truncatingIfNeeded: mix(key)) & mask
    while true {
      let slot = slots[index]
      if slot.key == key || slot.key == 0 { return slot.word }
      index = (index &+ 1) & mask
    }
  }

  mutating func add(_ key: UInt64, _ word: WordID) {
    count += 1
    // Three quarters full at most: a smaller table is looked up faster than a shorter run.
    if count * 4 > slots.count * 3 { grow() }
    insert(Slot(key: key, word: word))
  }

  private mutating func insert(_ slot: Slot) {
    let mask = slots.count - 1
    var index = Int(truncatingIfNeeded: mix(slot.key)) & mask
    while slots[index].key != 0 { index = (index + 1) & mask }
    slots[index] = slot
  }

  private mutating func grow() {
    let old = slots
    slots = Array(repeating: Slot(key: 0, word: absentWord), count: old.count * 2)
    for slot in old where slot.key != 0 { insert(slot) }
  }
}

/// Forms of nine to sixteen bytes: the same with two keys.
///
/// A slot takes 24 bytes.
struct MiddleForms: Sendable {
  private struct Slot {
    var first: UInt64
    var second: UInt64
    var word: WordID
  }

  private static let empty = Slot(first: 0, second: 0, word: absentWord)
  private var slots = Array(repeating: MiddleForms.empty, count: 1 << 12)
  private var count = 0

  @inline(__always)
  private static func start(_ first: UInt64, _ second: UInt64) -> Int {
    Int(truncatingIfNeeded: mix(first ^ mix(second)))
  }

  @inline(__always)
  func find(_ first: UInt64, _ second: UInt64) -> WordID {
    let mask = slots.count &- 1
    var index = Self.start(first, second) & mask
    while true {
      let slot = slots[index]
      if slot.first == first && slot.second == second || slot.first == 0 { return slot.word }
      index = (index &+ 1) & mask
    }
  }

  mutating func add(_ first: UInt64, _ second: UInt64, _ word: WordID) {
    count += 1
    if count * 4 > slots.count * 3 { grow() }
    insert(Slot(first: first, second: second, word: word))
  }

  private mutating func insert(_ slot: Slot) {
    let mask = slots.count - 1
    var index = Self.start(slot.first, slot.second) & mask
    while slots[index].first != 0 { index = (index + 1) & mask }
    slots[index] = slot
  }

  private mutating func grow() {
    let old = slots
    slots = Array(repeating: Self.empty, count: old.count * 2)
    for slot in old where slot.first != 0 { insert(slot) }
  }
}

/// Longer forms, by hash; whoever asks compares the bytes.
struct LongForms: Sendable {
  private struct Slot {
    var hash: UInt64
    var word: WordID
  }

  private var slots = Array(repeating: Slot(hash: 0, word: absentWord), count: 1 << 8)
  private var count = 0

  func find(_ hash: UInt64, _ matches: (WordID) -> Bool) -> WordID {
    let mask = slots.count - 1
    var index = Int(truncatingIfNeeded: hash) & mask
    while slots[index].hash != 0 {
      if slots[index].hash == hash, matches(slots[index].word) { return slots[index].word }
      index = (index + 1) & mask
    }
    return absentWord
  }

  mutating func add(_ hash: UInt64, _ word: WordID) {
    count += 1
    if count * 2 > slots.count { grow() }
    insert(Slot(hash: hash, word: word))
  }

  private mutating func insert(_ slot: Slot) {
    let mask = slots.count - 1
    var index = Int(truncatingIfNeeded: slot.hash) & mask
    while slots[index].hash != 0 { index = (index + 1) & mask }
    slots[index] = slot
  }

  private mutating func grow() {
    let old = slots
    slots = Array(repeating: Slot(hash: 0, word: absentWord), count: old.count * 2)
    for slot in old where slot.hash != 0 { insert(slot) }
  }
}
