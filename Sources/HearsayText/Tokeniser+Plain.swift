import HearsayCore

// The fast way through the usual text: words of ASCII letters, eight bytes at a time, with the
// blank behind them. What is not plain is left to the general way, at the byte where it begins.

/// Eight bytes from `index` on, the first lowest.
///
/// One bounds check, one load.
@inline(__always)
func load8(_ bytes: Span<UInt8>, _ index: Int) -> UInt64 {
  let part = bytes.extracting(index..<(index &+ 8))
  let low =
    UInt32(part[0]) | UInt32(part[1]) << 8 | UInt32(part[2]) << 16 | UInt32(part[3]) << 24
  let high =
    UInt32(part[4]) | UInt32(part[5]) << 8 | UInt32(part[6]) << 16 | UInt32(part[7]) << 24
  return UInt64(low) | UInt64(high) << 32
}

/// Bit 7 of every byte.
private let highBits: UInt64 = 0x8080_8080_8080_8080
/// Bit 5 of every byte: what makes a letter small.
private let caseBits: UInt64 = 0x2020_2020_2020_2020

/// Bit 7 of each byte that is no ASCII letter.
@inline(__always)
private func nonLetters(_ word: UInt64) -> UInt64 {
  let low = (word | caseBits) & ~highBits
  let letters =
    (low &+ 0x1F1F_1F1F_1F1F_1F1F) & ~(low &+ 0x0505_0505_0505_0505) & ~word
  return ~letters & highBits
}

/// Tags that make a full stop part of the word before it.
private let stopTags =
  Tags.abbreviation | .abbreviationBeforeDigit | .abbreviationWithCapital | .title

/// Words that were cut and are not numbered yet.
///
/// Most of the time goes into waiting for the vocabulary, which is larger than the fast memory.
/// Looked up in a row, the words are waited for together instead of one after the other.
struct WaitingForms {
  private static let most = 16
  private var forms = InlineArray<16, FormKeys>(repeating: FormKeys(first: 0, second: 0))
  private var rows = InlineArray<16, Int>(repeating: 0)
  private var count = 0

  var isFull: Bool { count == Self.most }

  @inline(__always)
  mutating func add(_ form: FormKeys, _ row: Int) {
    forms[count] = form
    rows[count] = row
    count &+= 1
  }

  @inline(__always)
  mutating func number(_ tokens: inout [Token], _ lexicon: inout Lexicon) {
    for place in 0..<count { tokens[rows[place]].word = lexicon.word(forms[place]) }
    count = 0
  }
}

extension TokenScanner {
  /// Takes words of ASCII letters while nothing else comes.
  mutating func takePlainWords(
    _ bytes: Span<UInt8>, _ tokens: inout [Token], _ lexicon: inout Lexicon
  ) {
    defer { waiting.number(&tokens, &lexicon) }
    // Sixteen letters and the two bytes behind them are looked at.
    while index &+ 18 <= count {
      let first = load8(bytes, index)
      let others = nonLetters(first)
      let length: Int
      let keys: FormKeys
      let capitals: UInt64
      let mask: UInt64
      if others != 0 {
        length = others.trailingZeroBitCount &>> 3
        guard length > 0 else {
          guard takePlainMark(UInt8(truncatingIfNeeded: first), bytes, &tokens, &lexicon) else {
            return
          }
          continue
        }
        mask = (1 &<< UInt64(length &* 8)) &- 1
        capitals = ~first & caseBits & mask
        guard isPlainEnd(bytes, length, capitals, mask) else { return }
        keys = FormKeys(first: (first | caseBits) & mask, second: 0)
      } else {
        let second = load8(bytes, index &+ 8)
        let rest = nonLetters(second)
        guard rest != 0 else { return }
        let more = rest.trailingZeroBitCount &>> 3
        length = 8 &+ more
        let tail = (1 &<< UInt64(more &* 8)) &- 1 as UInt64
        // Capitals inside so long a word are rare: the general way reads them.
        guard ~second & caseBits & tail == 0 else { return }
        mask = ~0
        capitals = ~first & caseBits
        guard isPlainEnd(bytes, length, capitals, 0xFF) else { return }
        keys = FormKeys(first: first | caseBits, second: (second | caseBits) & tail)
      }
      let end = bytes[index &+ length]
      if end == UInt8(ascii: ".") {
        // Bound first: the lexicon may grow by the word.
        let word = lexicon.word(keys)
        if lexicon.tags(word).has(stopTags) { return }
      }
      var flags = pending
      if capitals != 0 {
        flags.insert(.capital)
        if length > 1, length <= 8, capitals == caseBits & mask { flags.insert(.allCapitals) }
      }
      waiting.add(keys, tokens.count)
      add(0, length, .word, flags, &tokens)
      if waiting.isFull { waiting.number(&tokens, &lexicon) }
      if end == UInt8(ascii: " ") {
        index &+= 1
        pending = .spaced
      } else if end == UInt8(ascii: "\n") {
        index &+= 1
        pending = [.spaced, .line]
      }
    }
  }

  /// Whether the word of `length` letters ends where they end, and has capitals only at its start or
  /// throughout.
  @inline(__always)
  private func isPlainEnd(
    _ bytes: Span<UInt8>, _ length: Int, _ capitals: UInt64, _ mask: UInt64
  ) -> Bool {
    guard capitals & ~0xFF == 0 || capitals == caseBits & mask else { return false }
    let end = bytes[index &+ length]
    switch byteClass(end) {
    case .letter, .digit, .apostrophe, .high: return false
    case .stop where end == UInt8(ascii: "."):
      // `U.S.`, `bbc.com`, `ended.The`: the general way decides.
      return length > 1 && byteClass(bytes[index &+ length &+ 1]) != .letter
    default: return true
    }
  }

  /// Takes a comma, full stop or other single mark, or a blank; `false` at anything else.
  @inline(__always)
  private mutating func takePlainMark(
    _ byte: UInt8, _ bytes: Span<UInt8>, _ tokens: inout [Token], _ lexicon: inout Lexicon
  ) -> Bool {
    switch byteClass(byte) {
    case .mark where byte != UInt8(ascii: "-"):
      add(lexicon.word(UInt64(byte)), 1, .mark, pending, &tokens)
    case .stop where byteClass(bytes[index &+ 1]) != .stop:
      add(lexicon.word(UInt64(byte)), 1, .stop, pending, &tokens)
    case .quote: add(lexicon.word(UInt64(byte)), 1, .quote, pending, &tokens)
    case .blank:
      index &+= 1
      pending.insert(.spaced)
    case .newline:
      index &+= 1
      breakLine()
    default: return false
    }
    return true
  }
}
