package import HearsayCore
package import HearsayText

/// A half-open range of token rows.
package struct TokenRange: Hashable, Sendable {
  package var lower: Int32
  package var upper: Int32

  package init(_ lower: Int, _ upper: Int) {
    self.lower = Int32(truncatingIfNeeded: lower)
    self.upper = Int32(truncatingIfNeeded: max(lower, upper))
  }

  package var start: Int { Int(lower) }
  package var end: Int { Int(upper) }
  package var count: Int { Int(upper) - Int(lower) }
  package var indices: Range<Int> { start..<end }
  package func contains(_ token: Int) -> Bool { start <= token && token < end }
  package func contains(_ other: TokenRange) -> Bool {
    lower <= other.lower && other.upper <= upper
  }
  package func overlaps(_ other: TokenRange) -> Bool {
    lower < other.upper && other.lower < upper
  }
}

/// A finding while an article is being read: its tokens instead of its bytes.
package struct Placed<Value: Sendable>: Sendable {
  package var value: Value
  package var tokens: TokenRange
  package var rule: String

  package init(_ value: Value, _ tokens: TokenRange, rule: String) {
    self.value = value
    self.tokens = tokens
    self.rule = rule
  }
}

/// A sentence while an article is being read.
package struct DraftSentence: Hashable, Sendable {
  package var tokens: TokenRange
  package var paragraph: Int
  package var zone: ZoneKind

  package init(tokens: TokenRange, paragraph: Int, zone: ZoneKind) {
    self.tokens = tokens
    self.paragraph = paragraph
    self.zone = zone
  }
}

/// A quotation while an article is being read.
package struct DraftQuote: Hashable, Sendable {
  /// With the marks.
  package var tokens: TokenRange
  /// Without them.
  package var inner: TokenRange
  package var kind: QuoteKind
  package var unclosed: Bool

  package init(tokens: TokenRange, inner: TokenRange, kind: QuoteKind, unclosed: Bool = false) {
    self.tokens = tokens
    self.inner = inner
    self.kind = kind
    self.unclosed = unclosed
  }
}

/// The word that joins a time to its clause.
package enum TimeRelation: String, Sendable {
  /// `as of Monday`.
  case asOf
  /// `by Thursday afternoon`.
  case by
  case since, until, before, after, during
  /// `on Monday`, `Monday`, or nothing that says otherwise.
  case at
  /// `on Monday alone`: only what came in that time.
  case alone
}

/// An article while it is being read: each stage fills its own layer and changes none below.
package struct Draft: Sendable {
  package let text: SourceText
  package let known: KnownFacts
  /// By ``tokenise(_:into:lexicon:)``.
  package var tokens: [Token] = []
  /// What is known of each token's word, by the reader right behind the tokens: the stages go over
  /// the tokens in order, and the words lie anywhere in a table larger than the fast memory.
  package var facts: [WordFacts] = []
  /// What kind of text stands where; by the layout stage, in order, covering every paragraph.
  package var zones: [Zone] = []
  /// By the quotation stage, in order of start; nested ones after their outer one.
  package var quotes: [DraftQuote] = []
  /// By the sentence stage, in order; every token of a zone that is read lies in one.
  package var sentences: [DraftSentence] = []
  /// One for each token; by the word class stage.
  package var classes: [WordClass] = []
  /// By the word class stage, in order of start.
  package var verbGroups: [VerbGroup] = []
  /// By the quantity stage, in order of start.
  package var quantities: [Placed<Quantity>] = []
  /// The counted noun with its modifiers, one entry for each quantity; `nil` where none was found.
  package var quantityUnits: [TokenRange?] = []
  /// Ordinals in words before a noun (`first release`), by the quantity stage, in order of start.
  ///
  /// Kept apart, because most of them only describe: they are no findings, but a claim may rest on
  /// one. Ordinals in digits stand among the quantities.
  package var ordinals: [Placed<Quantity>] = []
  /// The noun of each ordinal.
  package var ordinalUnits: [TokenRange?] = []
  /// By the time stage, in order of start.
  package var times: [Placed<TimeValue>] = []
  /// How each time is joined to its clause, one entry for each time.
  package var timeRelations: [TimeRelation] = []
  /// By the name stage.
  package var entities: [Entity] = []
  /// By the name stage, in order of start.
  package var names: [Placed<Int>] = []
  /// By the clause stage.
  package var clauses = ClauseLayer()
  /// By the speech stage: attributions with byte ranges; a child comes after its parent.
  package var attributions: [Attribution] = []
  /// What the layout and time stages found out about the document.
  package var document = DocumentFacts()
  /// By the claim stage.
  package var claims: [Claim] = []

  package init(text: SourceText, known: KnownFacts) {
    self.text = text
    self.known = known
  }

  /// What is known of each token's word.
  func facts(_ lexicon: Lexicon) -> [WordFacts] {
    facts.count == tokens.count ? facts : tokens.map { lexicon.facts($0.word) }
  }

  /// The bytes from the first to the last token of a range; empty for an empty one.
  package func bytes(_ range: TokenRange) -> ByteRange {
    guard range.count > 0, range.end <= tokens.count else { return ByteRange(0, 0) }
    return ByteRange(Int(tokens[range.start].start), tokens[range.end - 1].end)
  }

  /// The words of a token range as printed.
  package func words(_ range: TokenRange) -> String { text.text(bytes(range)) }

  /// The first token that starts at or after byte `index`.
  package func token(atOrAfter index: Int) -> Int {
    partitionPoint(tokens.count) { Int(tokens[$0].start) < index }
  }

  /// The tokens that lie in a byte range.
  package func tokens(in range: ByteRange) -> TokenRange {
    TokenRange(token(atOrAfter: range.start), token(atOrAfter: range.end))
  }

  /// The row of the sentence that holds a token, or `nil` in a zone that is not read.
  package func sentence(holding token: Int) -> Int? {
    let low = partitionPoint(sentences.count) { sentences[$0].tokens.end <= token }
    return low < sentences.count && sentences[low].tokens.contains(token) ? low : nil
  }
}
