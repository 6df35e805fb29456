/// What words in quotation marks are.
public enum QuoteKind: String, Hashable, Sendable {
  /// Words given as said.
  case speech
  /// One or two words set apart without a cue; whose they are is unknown.
  case scare
  /// A title, a nickname or a word as a word.
  case title
}

/// Words in quotation marks.
public struct Quote: Hashable, Sendable {
  /// With the marks.
  public var range: ByteRange
  /// Without the marks.
  public var inner: ByteRange
  /// What it is.
  public var kind: QuoteKind
  /// Whether its end mark was missing and the paragraph's end was taken.
  public var unclosed: Bool

  /// A quotation.
  public init(range: ByteRange, inner: ByteRange, kind: QuoteKind, unclosed: Bool = false) {
    self.range = range
    self.inner = inner
    self.kind = kind
    self.unclosed = unclosed
  }
}
