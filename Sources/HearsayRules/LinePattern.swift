/// A regular expression over one line, for page furniture that no list of words can name.
///
/// Known are literals, `.`, classes such as `[a-z]` and `[^,]`, `\d \w \s \b` and their opposites,
/// `^ $`, groups, `|` and `* + ? {2,5}`. A match takes time in the length of the line times that of
/// the pattern, whatever the pattern: all ways are followed at once, and none is tried again.
public struct LinePattern: Sendable {
  /// What is wrong with a pattern.
  public enum Problem: Error, Hashable, Sendable {
    /// `(a`, `[a`, `a{2`: something is not closed, or `a)` closes what is not open.
    case unbalanced
    /// `*a`: nothing stands there to be repeated.
    case nothingToRepeat
    /// `\q`, `[é]`: not part of the language of patterns.
    case unsupported(String)
    /// The pattern unfolds to more steps than any line needs.
    case tooLong
    /// Nothing in it.
    case empty
  }

  enum Step: Sendable {
    case bytes(ByteSet)
    case either(Int, Int)
    case jump(Int)
    case lineStart, lineEnd
    case wordBorder(Bool)
    case accept
  }

  private let steps: [Step]

  /// Reads a pattern.
  public init(_ pattern: String) throws(Problem) {
    guard !pattern.isEmpty else { throw .empty }
    var compiler = LinePatternCompiler(Array(pattern.utf8))
    steps = try compiler.compile()
  }

  /// Whether the pattern matches somewhere in `line`.
  public func matches(_ line: Span<UInt8>) -> Bool {
    var now: [Int] = []
    var next: [Int] = []
    var seen = Array(repeating: -1, count: steps.count)
    for place in 0...line.count {
      follow(0, place, line, &now, &seen)
      if now.contains(where: { if case .accept = steps[$0] { true } else { false } }) {
        return true
      }
      guard place < line.count else { return false }
      next.removeAll(keepingCapacity: true)
      for row in now {
        if case .bytes(let set) = steps[row], set.contains(line[place]) {
          follow(row + 1, place + 1, line, &next, &seen)
        }
      }
      swap(&now, &next)
    }
    return false
  }

  /// Adds the steps that can be reached from `row` without a byte; `seen` holds the place of the
  /// last visit of each, so that no step is added twice.
  private func follow(
    _ row: Int, _ place: Int, _ line: Span<UInt8>, _ rows: inout [Int], _ seen: inout [Int]
  ) {
    var open = [row]
    while let row = open.popLast() {
      guard seen[row] != place else { continue }
      seen[row] = place
      switch steps[row] {
      case .jump(let target): open.append(target)
      case .either(let one, let other):
        open.append(other)
        open.append(one)
      case .lineStart: if place == 0 { open.append(row + 1) }
      case .lineEnd: if place == line.count { open.append(row + 1) }
      case .wordBorder(let wanted):
        let before = place > 0 && ByteSet.word.contains(line[place - 1])
        let after = place < line.count && ByteSet.word.contains(line[place])
        if (before != after) == wanted { open.append(row + 1) }
      case .bytes, .accept: rows.append(row)
      }
    }
  }
}

/// A set of bytes as 256 bits.
struct ByteSet: Hashable, Sendable {
  private var bits: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)

  init() {}

  init(_ ranges: ClosedRange<UInt8>...) {
    for range in ranges { insert(range) }
  }

  static func == (one: ByteSet, other: ByteSet) -> Bool { one.bits == other.bits }

  func hash(into hasher: inout Hasher) {
    hasher.combine(bits.0)
    hasher.combine(bits.1)
    hasher.combine(bits.2)
    hasher.combine(bits.3)
  }

  mutating func insert(_ range: ClosedRange<UInt8>) {
    for byte in range {
      let bit: UInt64 = 1 << UInt64(byte & 63)
      switch byte >> 6 {
      case 0: bits.0 |= bit
      case 1: bits.1 |= bit
      case 2: bits.2 |= bit
      default: bits.3 |= bit
      }
    }
  }

  mutating func insert(_ other: ByteSet) {
    bits.0 |= other.bits.0
    bits.1 |= other.bits.1
    bits.2 |= other.bits.2
    bits.3 |= other.bits.3
  }

  var inverted: ByteSet {
    var set = ByteSet()
    set.bits = (~bits.0, ~bits.1, ~bits.2, ~bits.3)
    return set
  }

  func contains(_ byte: UInt8) -> Bool {
    let word =
      switch byte >> 6 {
      case 0: bits.0
      case 1: bits.1
      case 2: bits.2
      default: bits.3
      }
    return word >> UInt64(byte & 63) & 1 != 0
  }

  static let digit = ByteSet(0x30...0x39)
  static let blank = ByteSet(0x09...0x0D, 0x20...0x20)
  /// Letters beyond ASCII count as letters, byte by byte.
  static let word = ByteSet(0x30...0x39, 0x41...0x5A, 0x5F...0x5F, 0x61...0x7A, 0x80...0xFF)
  static let leading = ByteSet(0x00...0x7F, 0xC0...0xFF)
  static let trailing = ByteSet(0x80...0xBF)
}
