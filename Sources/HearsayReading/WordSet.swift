import HearsayRules
import HearsayText

/// A set of word forms, a bit each: words of the rules have small numbers, and a look-up hashes
/// nothing.
struct WordSet: Sendable, ExpressibleByArrayLiteral {
  private var bits: [UInt64] = []

  init(_ words: some Sequence<WordID>) { for word in words { insert(word) } }

  init(arrayLiteral words: WordID...) { self.init(words) }

  /// The words of a list in the rules.
  init(_ list: RuleNode, _ lexicon: inout Lexicon) {
    self.init(list.words.map { lexicon.word($0) })
  }

  /// Whether a word is in it.
  @inline(__always)
  func contains(_ word: WordID) -> Bool {
    let row = Int(word >> 6)
    return row < bits.count && bits[row] >> UInt64(word & 63) & 1 != 0
  }

  /// Adds a word.
  mutating func insert(_ word: WordID) {
    let row = Int(word >> 6)
    while bits.count <= row { bits.append(0) }
    bits[row] |= 1 << UInt64(word & 63)
  }
}

/// Something for each of some word forms, found without hashing.
struct WordMap<Value: Sendable>: Sendable, ExpressibleByDictionaryLiteral {
  /// A row of `values` for each word; 0 for none.
  private var rows: [UInt16] = []
  private var values: [Value?] = [nil]

  init(dictionaryLiteral entries: (WordID, Value)...) {
    for (word, value) in entries { self[word] = value }
  }

  /// Whether something is kept for a word.
  @inline(__always)
  func has(_ word: WordID) -> Bool { Int(word) < rows.count && rows[Int(word)] != 0 }

  /// What is kept for a word.
  @inline(__always)
  subscript(word: WordID) -> Value? {
    get { has(word) ? values[Int(rows[Int(word)])] : nil }
    set {
      while rows.count <= Int(word) { rows.append(0) }
      if rows[Int(word)] == 0 {
        guard values.count < Int(UInt16.max) else { return }
        rows[Int(word)] = UInt16(values.count)
        values.append(nil)
      }
      values[Int(rows[Int(word)])] = newValue
    }
  }

  subscript(word: WordID, default value: Value) -> Value {
    get { self[word] ?? value }
    set { self[word] = newValue }
  }

  /// The words something is kept for, in order of their numbers.
  var keys: [WordID] {
    rows.indices.filter { rows[$0] != 0 }.map { WordID(truncatingIfNeeded: $0) }
  }

  /// Changes every value.
  mutating func changeAll(_ change: (inout Value) -> Void) {
    for row in values.indices.dropFirst() {
      guard var value = values[row] else { continue }
      change(&value)
      values[row] = value
    }
  }
}
