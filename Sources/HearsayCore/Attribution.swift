/// What kind of thing a source is.
public enum SourceKind: String, Hashable, Sendable, CaseIterable {
  case person, organisation, government, outlet, document, collective, anonymous, unknown
}

/// How strongly a cue commits: the reporting verb's stance (after Hyland 1999; FactBank).
public enum CueStrength: String, Hashable, Sendable, CaseIterable {
  case neutral, committing, distancing, evaluating, estimating, disputing, attitude, intention
  case credit
}

/// How words are given to a source.
public enum AttributionMode: String, Hashable, Sendable {
  case directQuote, mixedQuote, indirect, implicit, presupposed, narrator
}

/// How sure a source is of what it says, and whether it says or denies it (FactBank's values).
///
/// The raw values are the names used there. `U` also stands for what is asked, wanted or promised.
public enum Factuality: String, Hashable, Sendable, CaseIterable {
  case certain = "CT+"
  case certainNot = "CT-"
  case probable = "PR+"
  case probableNot = "PR-"
  case possible = "PS+"
  case possibleNot = "PS-"
  case unknown = "U"
}

/// Why and how a source's name is withheld.
public struct Anonymity: Hashable, Sendable {
  /// What the article calls it: `a person briefed on the events`.
  public var descriptor: String
  /// Whether there are several.
  public var plural: Bool
  /// How it knows: `familiar with that case`.
  public var access: String?
  /// The reason given for withholding the name.
  public var reason: String?
  /// Whether the reason says anything: `specific`, `formulaic`, `none`.
  public var reasonKind: String

  /// An anonymity.
  public init(
    descriptor: String, plural: Bool, access: String? = nil, reason: String? = nil,
    reasonKind: String = "none"
  ) {
    self.descriptor = descriptor
    self.plural = plural
    self.access = access
    self.reason = reason
    self.reasonKind = reasonKind
  }
}

/// Who speaks, as far as the article tells.
///
/// Most are a name and nothing else; what else is said of one lies behind a reference.
public struct Speaker: Hashable, Sendable {
  private struct Details: Hashable, Sendable {
    var role: String?
    var organisation: String?
    var anonymity: Anonymity?
    var short: String?
  }

  private final class Storage: Sendable {
    let details: Details

    init(_ details: Details) { self.details = details }
  }

  /// The canonical name, or the descriptor of an unnamed source (`a US official`).
  public var name: String
  /// What it is.
  public var kind: SourceKind
  private var storage: Storage?

  /// The role said of it.
  public var role: String? {
    get { storage?.details.role }
    set { change { $0.role = newValue } }
  }
  /// The body it speaks for: a canonical name.
  public var organisation: String? {
    get { storage?.details.organisation }
    set { change { $0.organisation = newValue } }
  }
  /// Set when the name is withheld.
  public var anonymity: Anonymity? {
    get { storage?.details.anonymity }
    set { change { $0.anonymity = newValue } }
  }

  /// Its initials, where the article uses them: `GM`.
  public var short: String? {
    get { storage?.details.short }
    set { change { $0.short = newValue } }
  }
  /// The name with the initials that the article uses: `General Motors (GM)`.
  public var nameAsPrinted: String { short.map { "\(name) (\($0))" } ?? name }

  /// A speaker.
  public init(
    name: String, kind: SourceKind, role: String? = nil, organisation: String? = nil,
    anonymity: Anonymity? = nil
  ) {
    self.name = name
    self.kind = kind
    if role != nil || organisation != nil || anonymity != nil {
      storage = Storage(Details(role: role, organisation: organisation, anonymity: anonymity))
    }
  }

  private mutating func change(_ change: (inout Details) -> Void) {
    var details = storage?.details ?? Details()
    change(&details)
    storage = details == Details() ? nil : Storage(details)
  }

  /// By what they hold.
  public static func == (one: Speaker, other: Speaker) -> Bool {
    one.kind == other.kind && one.name == other.name
      && (one.storage === other.storage || one.storage?.details == other.storage?.details)
  }

  /// By what it holds.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(name)
    hasher.combine(kind)
    hasher.combine(storage?.details)
  }
}

/// Source, cue and content, nested by `parent`.
///
/// After PARC 3.0 (Pareti 2016) and PolNeAR (Newell and others 2018).
public struct Attribution: Hashable, Sendable {
  /// Whether its content is wholly, partly or not quoted.
  public enum Kind: String, Hashable, Sendable { case direct, indirect, mixed }

  /// Whether its content is wholly, partly or not quoted.
  public var kind: Kind
  /// The words that name the source, with title and apposition; `nil` when it is not named here.
  public var source: ByteRange?
  /// The reporting words.
  public var cue: ByteRange?
  /// What is attributed, in as many pieces as the cue leaves, in order.
  public var content: [ByteRange]
  /// Who speaks; `nil` when not resolved.
  public var speaker: Speaker?
  /// How strongly the cue commits.
  public var strength: CueStrength
  /// How the words are given to the source.
  public var mode: AttributionMode
  /// How sure the source is of the content.
  public var factuality: Factuality
  /// A clause that hangs from the attributed one and that nobody is given for (`denounced the pace
  /// after only 56 were freed`): the same source, but by grammar only.
  public var implied: ByteRange?
  /// Whether it only hedges and names nobody (`reportedly`).
  public var ownerless: Bool
  /// When the source said it, if the words date the saying.
  public var saidAt: TimeValue?
  /// How or where it was said: `in a statement`, `on X`.
  public var channel: String?
  /// The attribution in whose content this one lies, as a row of the same array.
  public var parent: Int?
  /// The score of the cue, from 0 to 1; the strict profile keeps the high ones.
  public var score: Float
  /// The rule that found it.
  public var rule: String

  /// An attribution.
  public init(
    kind: Kind, source: ByteRange?, cue: ByteRange?, content: [ByteRange], speaker: Speaker? = nil,
    strength: CueStrength = .neutral, mode: AttributionMode = .indirect,
    factuality: Factuality = .unknown, implied: ByteRange? = nil, ownerless: Bool = false,
    saidAt: TimeValue? = nil,
    channel: String? = nil, parent: Int? = nil, score: Float = 1, rule: String
  ) {
    self.kind = kind
    self.source = source
    self.cue = cue
    self.content = content
    self.speaker = speaker
    self.strength = strength
    self.mode = mode
    self.factuality = factuality
    self.implied = implied
    self.ownerless = ownerless
    self.saidAt = saidAt
    self.channel = channel
    self.parent = parent
    self.score = score
    self.rule = rule
  }
}
