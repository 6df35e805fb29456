/// Whether a number is a level, a running total, what came in a window, or a place in an order.
public enum Measure: String, Hashable, Sendable, CaseIterable {
  case stock, cumulative, flow, ordinal, none
}

/// Whether it happened, holds, is promised, demanded, planned or judged.
public enum Modality: String, Hashable, Sendable, CaseIterable {
  case event, state, promise, demand, plan, evaluation
}

/// Where an as-of time comes from.
public enum AsOfBasis: String, Hashable, Sendable { case stated, inferred, publication }

/// One step of a chain of attribution, from the nearest reporter to the origin.
public struct ChainStep: Hashable, Sendable {
  /// Who.
  public var speaker: Speaker
  /// The words of the cue, as printed; `nil` for the outlet itself.
  public var cue: String?
  /// How strongly they commit.
  public var strength: CueStrength
  /// When it was said.
  public var saidAt: TimeValue?
  /// The words that name the source in the article.
  public var range: ByteRange?

  /// A step.
  public init(
    speaker: Speaker, cue: String? = nil, strength: CueStrength = .neutral,
    saidAt: TimeValue? = nil, range: ByteRange? = nil
  ) {
    self.speaker = speaker
    self.cue = cue
    self.strength = strength
    self.saidAt = saidAt
    self.range = range
  }
}

/// What is claimed, without who claims it.
public struct Proposition: Hashable, Sendable {
  /// The topic of the rules it falls under, such as `released`; `nil` when none.
  public var topic: String?
  /// Every word by which one may ask for it, as lemmas in lower case.
  ///
  /// Predicate, counted noun, its modifiers, unit, words of the same family. Sorted, without
  /// repeats.
  public var terms: [String]
  /// The predicate's lemma, such as `release`; `nil` when the clause has none that bears on it.
  public var predicate: String?
  /// `false` when it is denied: `no prisoners were freed`.
  public var positive: Bool
  /// Whether it happened, is promised and so on.
  public var modality: Modality
  /// The population of the rules, such as `political prisoners`.
  public var population: String?
  /// The words for those counted, as printed: `American citizens`.
  public var populationText: String?
  /// How many; `nil` for a statement.
  public var quantity: Quantity?
  /// Level, total, flow.
  public var measure: Measure
  /// For a flow or a total, the time it counts over.
  public var window: TimeValue?
  /// For when the number holds.
  public var asOf: TimeValue?
  /// Where that comes from.
  public var asOfBasis: AsOfBasis?
  /// When the event happened.
  public var eventTime: TimeValue?
  /// Where, as the clause says.
  public var place: String?
  /// Who did it, as the clause says.
  public var actor: String?
  /// A scope that makes it a part of a larger count: `in France`, `children`; `nil` for the whole.
  public var part: String?
  /// Set when the words tell of another event than the article's own: the reason.
  public var otherEvent: String?

  /// A proposition with everything unknown.
  public init(
    topic: String? = nil, terms: [String] = [], predicate: String? = nil, positive: Bool = true,
    modality: Modality = .event, population: String? = nil, populationText: String? = nil,
    quantity: Quantity? = nil, measure: Measure = .none, window: TimeValue? = nil,
    asOf: TimeValue? = nil, asOfBasis: AsOfBasis? = nil, eventTime: TimeValue? = nil,
    place: String? = nil, actor: String? = nil, part: String? = nil, otherEvent: String? = nil
  ) {
    self.topic = topic
    self.terms = terms
    self.predicate = predicate
    self.positive = positive
    self.modality = modality
    self.population = population
    self.populationText = populationText
    self.quantity = quantity
    self.measure = measure
    self.window = window
    self.asOf = asOf
    self.asOfBasis = asOfBasis
    self.eventTime = eventTime
    self.place = place
    self.actor = actor
    self.part = part
    self.otherEvent = otherEvent
  }
}

/// Who says what of whom, and the evidence for it.
///
/// What was read lies behind one reference: claims are sorted, filtered and handed round, and there
/// are many of them.
public struct Claim: Hashable, Sendable {
  /// A figure, or a reported or quoted sentence without one.
  public enum Kind: String, Hashable, Sendable { case figure, statement }

  @usableFromInline
  struct Fields: Hashable, Sendable {
    @usableFromInline var id: UInt64
    @usableFromInline var kind: Kind
    @usableFromInline var span: Evidence
    @usableFromInline var repeats: [Evidence]
    @usableFromInline var sentence: Evidence
    @usableFromInline var zone: ZoneKind
    @usableFromInline var proposition: Proposition
    @usableFromInline var chain: [ChainStep]
    @usableFromInline var mode: AttributionMode
    @usableFromInline var quote: String?
    @usableFromInline var hedges: [String]
    @usableFromInline var frames: [String]
    @usableFromInline var disputes: String?
    @usableFromInline var contestsLabel: String?
    @usableFromInline var credits: [String]
    @usableFromInline var trail: [RuleFiring]
  }

  @usableFromInline
  final class Storage: Sendable {
    @usableFromInline let fields: Fields

    init(_ fields: consuming Fields) { self.fields = fields }
  }

  @usableFromInline var storage: Storage
  private var documentRow: Int32
  private var wholeRow: Int32

  /// The row of its article in the graph; set when it joins.
  public var document: Int {
    get { Int(documentRow) }
    set { documentRow = Int32(truncatingIfNeeded: newValue) }
  }
  /// For a part: the row in the same article's claims of its whole.
  public var partOf: Int? {
    get { wholeRow < 0 ? nil : Int(wholeRow) }
    set { wholeRow = newValue.map { Int32(truncatingIfNeeded: $0) } ?? -1 }
  }

  /// A claim.
  public init(
    id: UInt64 = 0, document: Int = 0, kind: Kind, span: Evidence, repeats: [Evidence] = [],
    sentence: Evidence, zone: ZoneKind, proposition: Proposition, chain: [ChainStep],
    mode: AttributionMode, quote: String? = nil, hedges: [String] = [], frames: [String] = [],
    disputes: String? = nil, contestsLabel: String? = nil, partOf: Int? = nil,
    credits: [String] = [], trail: [RuleFiring] = []
  ) {
    precondition(!chain.isEmpty, "a chain begins with the outlet, known or not")
    documentRow = Int32(truncatingIfNeeded: document)
    wholeRow = partOf.map { Int32(truncatingIfNeeded: $0) } ?? -1
    storage = Storage(
      Fields(
        id: id, kind: kind, span: span, repeats: repeats, sentence: sentence, zone: zone,
        proposition: proposition, chain: chain, mode: mode, quote: quote, hedges: hedges,
        frames: frames, disputes: disputes, contestsLabel: contestsLabel, credits: credits,
        trail: trail))
  }

  private mutating func change(_ change: (inout Fields) -> Void) {
    var fields = storage.fields
    change(&fields)
    storage = Storage(fields)
  }

  /// Who the words go back to: the last step.
  public var origin: ChainStep { chain[chain.count - 1] }

  /// By what they hold.
  public static func == (one: Claim, other: Claim) -> Bool {
    one.documentRow == other.documentRow && one.wholeRow == other.wholeRow
      && (one.storage === other.storage || one.storage.fields == other.storage.fields)
  }

  /// By the number that names it.
  public func hash(into hasher: inout Hasher) { hasher.combine(id) }
}

extension Claim {
  /// Hash of document name, normalised sentence and frame: it survives reloads.
  public var id: UInt64 {
    @inlinable _read { yield storage.fields.id }
    set { change { $0.id = newValue } }
  }
  /// Figure or statement.
  public var kind: Kind {
    @inlinable _read { yield storage.fields.kind }
    set { change { $0.kind = newValue } }
  }
  /// The figure with its counted noun, or the content of the statement.
  public var span: Evidence {
    @inlinable _read { yield storage.fields.span }
    set { change { $0.span = newValue } }
  }
  /// The same claim elsewhere in the article (headline, lead, body).
  public var repeats: [Evidence] {
    @inlinable _read { yield storage.fields.repeats }
    set { change { $0.repeats = newValue } }
  }
  /// The whole sentence.
  public var sentence: Evidence {
    @inlinable _read { yield storage.fields.sentence }
    set { change { $0.sentence = newValue } }
  }
  /// The zone of its sentence.
  public var zone: ZoneKind {
    @inlinable _read { yield storage.fields.zone }
    set { change { $0.zone = newValue } }
  }
  /// What is claimed.
  public var proposition: Proposition {
    @inlinable _read { yield storage.fields.proposition }
    set { change { $0.proposition = newValue } }
  }
  /// From the outlet (or `unknown outlet`) to the origin; never empty.
  public var chain: [ChainStep] {
    @inlinable _read { yield storage.fields.chain }
    set { change { $0.chain = newValue } }
  }
  /// How it is given to its origin.
  public var mode: AttributionMode {
    @inlinable _read { yield storage.fields.mode }
    set { change { $0.mode = newValue } }
  }
  /// The quoted words around or inside it, without marks.
  public var quote: String? {
    @inlinable _read { yield storage.fields.quote }
    set { change { $0.quote = newValue } }
  }
  /// Words that weaken it: `reportedly`, `may`, `only`.
  public var hedges: [String] {
    @inlinable _read { yield storage.fields.hedges }
    set { change { $0.hedges = newValue } }
  }
  /// Loaded or neutral labels used in the sentence, as `frame: word`.
  public var frames: [String] {
    @inlinable _read { yield storage.fields.frames }
    set { change { $0.frames = newValue } }
  }
  /// Explicit rejection of another claim by the text (`disputes`): the words rejected, if known.
  public var disputes: String? {
    @inlinable _read { yield storage.fields.disputes }
    set { change { $0.disputes = newValue } }
  }
  /// A denial that those counted belong to the population (`not political prisoners`).
  public var contestsLabel: String? {
    @inlinable _read { yield storage.fields.contestsLabel }
    set { change { $0.contestsLabel = newValue } }
  }
  /// Credit to another outlet in the words: `first reported by Bloomberg`.
  public var credits: [String] {
    @inlinable _read { yield storage.fields.credits }
    set { change { $0.credits = newValue } }
  }
  /// The rules that took part, in order.
  public var trail: [RuleFiring] {
    @inlinable _read { yield storage.fields.trail }
    set { change { $0.trail = newValue } }
  }
}
