/// A sentence of an article and the zone it stands in.
public struct Sentence: Hashable, Sendable {
  /// From its first to one past its last byte that is no blank.
  public var range: ByteRange
  /// The paragraph it belongs to, from 0.
  public var paragraph: Int32
  /// The zone it stands in.
  public var zone: ZoneKind

  /// A sentence.
  public init(range: ByteRange, paragraph: Int, zone: ZoneKind) {
    self.range = range
    self.paragraph = Int32(truncatingIfNeeded: paragraph)
    self.zone = zone
  }
}

/// One article read: an array per layer, each in order of start; layers may overlap.
public struct Reading: Sendable {
  /// What kind of text stands where.
  public var zones: [Zone] = []
  /// Sentences.
  public var sentences: [Sentence] = []
  /// Numbers and vague words of number.
  public var quantities: [Found<Quantity>] = []
  /// Times.
  public var times: [Found<TimeValue>] = []
  /// Bearers of names.
  public var entities: [Entity] = []
  /// Where they are named.
  public var names: [NameMention] = []
  /// Quotations.
  public var quotes: [Quote] = []
  /// Who says what; a child comes after its parent.
  public var attributions: [Attribution] = []
  /// What is claimed.
  public var claims: [Claim] = []
  /// The article as a document.
  public var document = DocumentFacts()

  /// A reading in which nothing was found yet.
  public init() {}
}
