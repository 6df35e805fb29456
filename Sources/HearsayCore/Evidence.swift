/// A stretch of an article with its line and exact words, so that an answer can be opened.
///
/// It holds the bytes of the whole article, which are there once for all of its claims; the words
/// are made when somebody asks for them.
public struct Evidence: Sendable {
  /// Where it is.
  public var range: ByteRange
  /// Of the article, or just the words where they were given as such.
  private let bytes: [UInt8]
  private let lineNumber: Int32
  private let isWhole: Bool

  /// The line of its start, from 1.
  public var line: Int { Int(lineNumber) }

  /// The exact words.
  public var text: String {
    get {
      if isWhole { return String(decoding: bytes, as: UTF8.self) }
      let lower = min(max(range.start, 0), bytes.count)
      let upper = min(max(range.end, lower), bytes.count)
      return String(decoding: bytes[lower..<upper], as: UTF8.self)
    }
    set { self = Evidence(range: range, line: line, text: newValue) }
  }

  /// The bytes of the words, without a copy of them.
  public var utf8: ArraySlice<UInt8> {
    if isWhole { return bytes[...] }
    let lower = min(max(range.start, 0), bytes.count)
    return bytes[lower..<min(max(range.end, lower), bytes.count)]
  }

  /// The bytes of the whole article, shared by all of its evidence; `nil` where only the words were
  /// given.
  public var article: [UInt8]? { isWhole ? nil : bytes }

  /// Evidence from its words.
  public init(range: ByteRange, line: Int, text: String) {
    self.range = range
    lineNumber = Int32(truncatingIfNeeded: line)
    bytes = Array(text.utf8)
    isWhole = true
  }

  /// A stretch of an article whose line is known.
  public init(_ range: ByteRange, line: Int, article: [UInt8]) {
    self.range = range
    lineNumber = Int32(truncatingIfNeeded: line)
    bytes = article
    isWhole = false
  }

  /// A stretch of an article.
  public init(_ range: ByteRange, in text: SourceText) {
    self.range = range
    lineNumber = Int32(truncatingIfNeeded: text.line(at: range.start))
    bytes = text.bytes
    isWhole = false
  }
}

extension Evidence: Hashable {
  /// By place and words.
  public static func == (one: Evidence, other: Evidence) -> Bool {
    one.range == other.range && one.lineNumber == other.lineNumber && one.text == other.text
  }

  /// By place.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(range)
    hasher.combine(lineNumber)
  }
}
