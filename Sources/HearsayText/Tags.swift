/// What the rules say of a word form: one bit a list.
///
/// A stage tests bits instead of comparing words.
///
/// Two words of 64 bits. Each stage owns a block of bits, declared in an extension beside the
/// tables that set them; the block is noted here so that no two stages share a bit.
///
/// | bits | stage |
/// |---|---|
/// | 0–15 | tokens, sentences, zones |
/// | 16–39 | numbers and quantities |
/// | 40–55 | times |
/// | 56–63 | word classes |
/// | 64–79 | names |
/// | 80–111 | word classes, speech |
/// | 112–127 | claims |
public struct Tags: Hashable, Sendable {
  /// Bits 0 to 63.
  public var low: UInt64
  /// Bits 64 to 127.
  public var high: UInt64

  /// Tags from their two words.
  @inlinable public init(low: UInt64 = 0, high: UInt64 = 0) {
    self.low = low
    self.high = high
  }

  /// The tag with number `bit`, from 0 to 127.
  @inlinable public static func bit(_ bit: Int) -> Tags {
    precondition((0..<128).contains(bit), "a tag is one of 128 bits")
    return bit < 64 ? Tags(low: 1 << UInt64(bit)) : Tags(high: 1 << UInt64(bit - 64))
  }

  /// No tags.
  @inlinable public static var none: Tags { Tags() }

  /// Whether any tag of `other` is set.
  @inlinable public func has(_ other: Tags) -> Bool {
    low & other.low != 0 || high & other.high != 0
  }

  /// Sets the tags of `other` too.
  @inlinable public mutating func add(_ other: Tags) {
    low |= other.low
    high |= other.high
  }

  /// What is left without the tags of `other`.
  @inlinable public func without(_ other: Tags) -> Tags {
    Tags(low: low & ~other.low, high: high & ~other.high)
  }

  /// Those that are in `other` too.
  @inlinable public func only(_ other: Tags) -> Tags {
    Tags(low: low & other.low, high: high & other.high)
  }

  /// Both together.
  @inlinable public static func | (one: Tags, other: Tags) -> Tags {
    Tags(low: one.low | other.low, high: one.high | other.high)
  }
}
