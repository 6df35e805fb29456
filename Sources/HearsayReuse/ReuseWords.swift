import HearsayCore

/// Where the words of all articles stand and what runs of five they begin.
///
/// A word is a stretch of letters and digits; case, marks and kinds of quotation marks make no
/// difference. Scripts that put no space between words are read as a few long ones.
struct ReuseWords {
  /// The hash of the run of five that begins with a word; 0 where an article ends before.
  private(set) var runs: [UInt64] = []
  /// The first byte of each word.
  private(set) var starts: [Int32] = []
  /// For each article the place of its first word here, and one past the last article's last.
  private(set) var articles: [Int] = [0]

  private var recent = [UInt64](repeating: 0, count: ReuseLimits.run)
  private var rolling: UInt64 = 0

  mutating func add(_ text: ReuseText) {
    let first = starts.count
    guard first &+ text.bytes.count <= ReuseLimits.allWords else { return articles.append(first) }
    for slot in recent.indices { recent[slot] = 0 }
    rolling = 0
    let bytes = text.bytes.span
    var hash: UInt64 = 0
    var start = -1
    var next = 0
    var left = text.leftOut[...]
    while next < bytes.count {
      if let out = left.first, next >= out.start {
        if start >= 0 { addWord(hash, start, first) }
        start = -1
        left = left.dropFirst()
        if out.end > next {
          // A word that stands nowhere: no run reaches over what is left out.
          addWord(mixed(UInt64(truncatingIfNeeded: starts.count) | 1 << 63), next, first)
          next = out.end
        }
        continue
      }
      let step = WordByte.at(next, bytes)
      if step.isPart {
        if start < 0 { (start, hash) = (next, 0xCBF2_9CE4_8422_2325) }
        hash = (hash ^ step.folded) &* 0x100_0000_01B3
      } else if start >= 0 {
        addWord(hash, start, first)
        start = -1
      }
      next += step.count
    }
    if start >= 0 { addWord(hash, start, first) }
    articles.append(starts.count)
  }

  private mutating func addWord(_ hash: UInt64, _ start: Int, _ first: Int) {
    let place = starts.count
    starts.append(Int32(truncatingIfNeeded: start))
    runs.append(0)
    let slot = place % ReuseLimits.run
    let word = mixed(hash)
    rolling = (rolling &- recent[slot] &* highest) &* base &+ word
    recent[slot] = word
    let begin = place - ReuseLimits.run + 1
    if begin >= first { runs[begin] = mixed(rolling) | 1 }
  }

  /// One past the last byte of the word at `place`.
  func end(of place: Int, in bytes: [UInt8]) -> Int {
    let span = bytes.span
    var next = Int(starts[place])
    while next < span.count {
      let step = WordByte.at(next, span)
      guard step.isPart else { break }
      next += step.count
    }
    return min(next, span.count)
  }
}

private let base: UInt64 = 0x9E37_79B9_7F4A_7C15
private let highest: UInt64 = base &* base &* base &* base

private func mixed(_ value: UInt64) -> UInt64 {
  let once = (value ^ (value >> 32)) &* 0xD6E8_FEB8_6659_FD93
  return once ^ (once >> 29)
}

/// One character of a text: whether it is part of a word, in what form, and its bytes.
private struct WordByte {
  var isPart: Bool
  var folded: UInt64
  var count: Int

  @inline(__always)
  static func at(_ index: Int, _ bytes: borrowing Span<UInt8>) -> WordByte {
    let byte = bytes[index]
    switch byte {
    case 0x61...0x7A, 0x30...0x39: return WordByte(isPart: true, folded: UInt64(byte), count: 1)
    case 0x41...0x5A: return WordByte(isPart: true, folded: UInt64(byte) | 0x20, count: 1)
    case 0x80...: return beyondASCII(index, bytes)
    default: return WordByte(isPart: false, folded: 0, count: 1)
    }
  }

  /// U+0080 to U+00BF, U+2000 to U+303F and U+10000 on are spaces, marks and signs; the capitals of Latin-1
  /// fold as those of ASCII do.
  private static func beyondASCII(_ index: Int, _ bytes: borrowing Span<UInt8>) -> WordByte {
    let byte = bytes[index]
    let second: UInt8 = index + 1 < bytes.count ? bytes[index + 1] : 0
    switch byte {
    case 0xC2: return WordByte(isPart: false, folded: 0, count: 2)
    case 0xC3 where 0x80...0x9E ~= second && second != 0x97:
      return WordByte(isPart: true, folded: UInt64(byte) << 8 | UInt64(second | 0x20), count: 2)
    case 0xC3:
      return WordByte(isPart: true, folded: UInt64(byte) << 8 | UInt64(second), count: 2)
    case 0xE2: return WordByte(isPart: false, folded: 0, count: 3)
    case 0xE3 where second == 0x80: return WordByte(isPart: false, folded: 0, count: 3)
    case 0xEF where second == 0xBB: return WordByte(isPart: false, folded: 0, count: 3)
    case 0xF0: return WordByte(isPart: false, folded: 0, count: 4)
    default: return WordByte(isPart: true, folded: UInt64(byte), count: 1)
    }
  }
}
