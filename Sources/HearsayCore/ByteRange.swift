/// A half-open range of UTF-8 bytes in one file: the only position Hearsay stores.
///
/// Lines and columns are made from it when something is drawn (see ``SourceText/place(of:)``).
public struct ByteRange: Hashable, Comparable, Sendable {
  /// The first byte.
  public var lower: Int32
  /// One past the last byte; never below `lower`.
  public var upper: Int32

  /// A range from byte `lower` up to, not including, byte `upper`.
  public init(_ lower: Int, _ upper: Int) {
    self.lower = Int32(truncatingIfNeeded: lower)
    self.upper = Int32(truncatingIfNeeded: max(lower, upper))
  }

  /// The first byte as an index.
  public var start: Int { Int(lower) }
  /// One past the last byte as an index.
  public var end: Int { Int(upper) }
  /// The number of bytes.
  public var count: Int { Int(upper) - Int(lower) }
  /// Whether no byte lies in it.
  public var isEmpty: Bool { lower >= upper }

  /// By start, the longer one first, so that an outer range precedes what it holds.
  public static func < (one: ByteRange, other: ByteRange) -> Bool {
    one.lower != other.lower ? one.lower < other.lower : one.upper > other.upper
  }

  /// Whether `other` lies wholly inside.
  public func contains(_ other: ByteRange) -> Bool {
    lower <= other.lower && other.upper <= upper
  }

  /// Whether byte `index` lies inside.
  public func contains(_ index: Int) -> Bool { start <= index && index < end }

  /// Whether the two share a byte.
  public func overlaps(_ other: ByteRange) -> Bool {
    lower < other.upper && other.lower < upper
  }

  /// The smallest range that holds both.
  public func union(_ other: ByteRange) -> ByteRange {
    ByteRange(min(start, other.start), max(end, other.end))
  }
}
