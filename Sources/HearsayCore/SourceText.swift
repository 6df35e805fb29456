/// The exact bytes of one input, with its lines.
public struct SourceText: Sendable {
  /// The file as the person named it, such as `seeds/venezuela/d0.txt`.
  public let name: String
  /// The bytes as they are on disk.
  public let bytes: [UInt8]
  /// Where each line starts; the first is 0.
  public let lineStarts: [Int32]

  /// The most bytes one input may have: positions are 32 bits wide.
  public static let mostBytes = Int(Int32.max) - 16

  /// Keeps `bytes` and finds their lines.
  ///
  /// - Complexity: O(*n*) in the number of bytes.
  public init(name: String, bytes: [UInt8]) {
    precondition(bytes.count <= Self.mostBytes, "an input is checked for its size when read")
    self.name = name
    self.bytes = bytes
    var starts: [Int32] = [0]
    let span = bytes.span
    for index in span.indices where span[index] == 0x0A {
      starts.append(Int32(truncatingIfNeeded: index + 1))
    }
    lineStarts = starts
  }

  /// Keeps the UTF-8 of `text`.
  public init(name: String, text: String) {
    self.init(name: name, bytes: Array(text.utf8))
  }

  /// The whole input as a range.
  public var range: ByteRange { ByteRange(0, bytes.count) }

  /// The bytes of `range` as text; bytes that are no UTF-8 come out as U+FFFD.
  public func text(_ range: ByteRange) -> String {
    let lower = min(max(range.start, 0), bytes.count)
    let upper = min(max(range.end, lower), bytes.count)
    return String(decoding: bytes[lower..<upper], as: UTF8.self)
  }

  /// The line, from 1, that holds byte `index`.
  ///
  /// - Complexity: O(log *n*) in the number of lines.
  public func line(at index: Int) -> Int {
    var low = 0
    var high = lineStarts.count
    while low + 1 < high {
      let middle = (low + high) / 2
      if Int(lineStarts[middle]) <= index { low = middle } else { high = middle }
    }
    return low + 1
  }

  /// Line and column, both from 1, of the start of `range`; the column counts code points.
  public func place(of range: ByteRange) -> TextPlace {
    let line = line(at: range.start)
    let from = Int(lineStarts[line - 1])
    let upTo = min(max(range.start, from), bytes.count)
    let column = bytes[from..<upTo].reduce(1) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
    return TextPlace(line: line, column: column)
  }

  /// The bytes of line `number`, from 1, without its line end.
  public func lineRange(_ number: Int) -> ByteRange {
    guard number >= 1, number <= lineStarts.count else { return ByteRange(0, 0) }
    let lower = Int(lineStarts[number - 1])
    var upper = number < lineStarts.count ? Int(lineStarts[number]) - 1 : bytes.count
    if upper > lower, bytes[upper - 1] == 0x0D { upper -= 1 }
    return ByteRange(lower, upper)
  }
}

/// A line and a column, both counted from 1.
public struct TextPlace: Hashable, Sendable {
  /// The line, from 1.
  public let line: Int
  /// The code point in the line, from 1.
  public let column: Int

  /// A place from its two numbers.
  public init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }
}
