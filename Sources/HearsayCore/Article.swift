/// One loaded article: its words and what is known of it from outside.
public struct Article: Sendable {
  /// The words.
  public var text: SourceText
  /// What a manifest or `corpus.yaml` says of it; unknown stays unknown.
  public var known: KnownFacts

  /// An article.
  public init(text: SourceText, known: KnownFacts = KnownFacts()) {
    self.text = text
    self.known = known
  }
}

/// What is known of an article from outside its text.
public struct KnownFacts: Hashable, Sendable {
  /// Who published it.
  public var outlet: String?
  /// When it was published.
  public var published: Day?
  /// The headline, when the file does not hold it.
  public var headline: String?
  /// Who wrote it.
  public var byline: String?

  /// Facts; what is not given is not known.
  public init(
    outlet: String? = nil, published: Day? = nil, headline: String? = nil, byline: String? = nil
  ) {
    self.outlet = outlet
    self.published = published
    self.headline = headline
    self.byline = byline
  }
}

/// What a stretch of a file is.
public enum ZoneKind: String, Hashable, Sendable, CaseIterable {
  case headline, deck, dateline, body, caption, summary, byline, boilerplate, related, duplicate
  case residue
}

/// A stretch of a file of one kind.
public struct Zone: Hashable, Sendable {
  /// What it is.
  public var kind: ZoneKind
  /// Where it is.
  public var range: ByteRange
  /// For a `duplicate`: the stretch it repeats word for word.
  public var original: ByteRange?
  /// The rule that said so.
  public var rule: String

  /// A zone.
  public init(kind: ZoneKind, range: ByteRange, original: ByteRange? = nil, rule: String) {
    self.kind = kind
    self.range = range
    self.original = original
    self.rule = rule
  }
}

/// A flaw of a document that a reader should know.
public enum DocumentFlag: String, Hashable, Sendable, CaseIterable {
  case noOutlet, noDate, noByline, duplicateText, machineResidue, emptySourceList, truncated
  case republished
}

/// How an article's date is known.
public enum PublishedBasis: String, Hashable, Sendable {
  /// A manifest, `corpus.yaml` or `--date` says so.
  case manifest
  /// The dateline of the article says so.
  case dateline
  /// Weekday words, pinned events or other documents leave only these days.
  case constraints
  /// Nothing says so.
  case unknown
}

/// What was found out about an article as a document.
public struct DocumentFacts: Sendable {
  /// Who published it, if known.
  public var outlet: String?
  /// Who printed it again.
  public var republisher: String?
  /// The headline's range, if one was found.
  public var headline: ByteRange?
  /// The writers.
  public var bylines: [String]
  /// When it was published; `nil` when unknown.
  public var published: TimeValue?
  /// How that is known.
  public var publishedBasis: PublishedBasis
  /// Its flaws.
  public var flags: [DocumentFlag]

  /// Facts; what is not given is not known.
  public init(
    outlet: String? = nil, republisher: String? = nil, headline: ByteRange? = nil,
    bylines: [String] = [], published: TimeValue? = nil, publishedBasis: PublishedBasis = .unknown,
    flags: [DocumentFlag] = []
  ) {
    self.outlet = outlet
    self.republisher = republisher
    self.headline = headline
    self.bylines = bylines
    self.published = published
    self.publishedBasis = publishedBasis
    self.flags = flags
  }
}
