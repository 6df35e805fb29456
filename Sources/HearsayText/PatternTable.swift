public import HearsayCore
public import HearsayRules

/// Phrases of the rules, each filed under one of its words, so that a thousand cost little more
/// than ten: a pattern is tried only where its trigger stands.
public struct PatternTable<Payload: Sendable>: Sendable {
  /// Where a pattern matched, in rows of tokens, and what it stands for.
  public struct Match: Sendable {
    /// The first token.
    public let lower: Int
    /// One past the last token.
    public let upper: Int
    /// What the pattern stands for.
    public let payload: Payload
  }

  /// The phrases themselves; what they stand for does not matter to finding them.
  public private(set) var patterns = PatternSet()
  /// What each entry of ``patterns`` stands for.
  public private(set) var payloads: [Payload] = []
  /// What each phrase as written stands for: for `why`.
  private(set) var writtenPayloads: [Payload] = []

  /// A table without phrases.
  public init() {}

  /// Whether no phrase is in it.
  public var isEmpty: Bool { patterns.entries.isEmpty }

  /// Files a phrase; one that cannot be read is left out, since checking the rules reports it.
  public mutating func add(_ pattern: String, _ payload: Payload, _ lexicon: inout Lexicon) {
    guard let added = patterns.add(pattern, &lexicon) else { return }
    writtenPayloads.append(payload)
    payloads += Array(repeating: payload, count: added)
  }

  /// The words a stage must look for: forms and lemmas that start a look-up.
  public var triggers: [WordID] { patterns.triggers }

  /// All matches around `token`, longest first, then in file order.
  ///
  /// A word matches a token by its form or by its lemma. `slot` gives the row after a finding that
  /// starts at a token, or `nil`.
  ///
  /// - Complexity: O(*p*) for *p* phrases filed under the token's form or lemma.
  public func matches(
    at token: Int, in tokens: [Token], within bounds: Range<Int>, _ lexicon: Lexicon,
    slot: (PhrasePattern.Slot, Int) -> Int? = { _, _ in nil }
  ) -> [Match] {
    var found: [PatternSet.Match] = []
    patterns.find(at: token, in: tokens, within: bounds, lexicon.facts, into: &found, slot: slot)
    return found.map { Match(lower: $0.lower, upper: $0.upper, payload: payloads[$0.row]) }
  }
}
