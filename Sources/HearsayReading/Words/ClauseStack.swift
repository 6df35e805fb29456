/// What the open clauses have had so far: a byte a clause, the innermost lowest.
///
/// A clause has one finite verb, so a form that may be one is one where the clause still waits for
/// it, and hardly where it has it. Eight clauses deep; what lies below is forgotten.
struct ClauseStack {
  static let subject: UInt64 = 1
  static let finite: UInt64 = 2
  /// Opened inside another one.
  static let dependent: UInt64 = 4
  /// A conjunction stands after its verb, so that a second one is welcome.
  static let coordinated: UInt64 = 8
  /// Opened by a word that may be a preposition after all: `after`.
  static let unsure: UInt64 = 16
  /// Opened by a verb: `said`.
  static let content: UInt64 = 32

  private(set) var bits: UInt64 = 0

  /// Begins anew with a main clause.
  mutating func reset() { bits = 0 }

  mutating func open(_ flags: UInt64 = 0) { bits = bits << 8 | Self.dependent | flags }

  mutating func set(_ flag: UInt64) { bits |= flag }

  /// A conjunction: another verb or clause may come where one is complete.
  mutating func coordinate() {
    if hasFinite { bits |= Self.coordinated }
  }

  /// The clause waits again, or one like it begins.
  mutating func resume() { bits &= ~(Self.finite | Self.coordinated) }

  /// A finite verb: it belongs to the innermost clause that waits for one.
  mutating func finite() {
    if hasFinite, !isCoordinated, outerWaits {
      while hasFinite, isDependent { bits >>= 8 }
    }
    bits = bits & ~Self.coordinated | Self.finite
  }

  /// A comma closes the dependent clauses that are complete; what follows may be another one.
  mutating func closeComplete() {
    while isDependent, hasFinite || !hasSubject || bits & Self.unsure != 0 { bits >>= 8 }
    coordinate()
  }

  var hasFinite: Bool { bits & Self.finite != 0 }
  var hasSubject: Bool { bits & Self.subject != 0 }
  var isDependent: Bool { bits & Self.dependent != 0 }
  var isCoordinated: Bool { bits & Self.coordinated != 0 }

  /// Whether the innermost clause still waits for its verb, or may get another one.
  var waits: Bool { !hasFinite || isCoordinated }

  /// Whether any open clause does.
  var anyWaits: Bool { waits || outerWaits }

  /// Whether a verb that takes a clause has come and the clause has not.
  var awaitsClause: Bool { isDependent && !hasFinite && bits & Self.content != 0 }

  /// Whether a clause has a subject and no verb yet.
  var needsVerb: Bool { !hasFinite || outerWaits }

  /// Whether a clause that may take a verb has a subject for it.
  var subjectWaits: Bool {
    var rest = bits
    while true {
      let open = rest & Self.finite == 0 || rest & Self.coordinated != 0
      if open, rest & Self.subject != 0 { return true }
      guard rest & Self.dependent != 0 else { return false }
      rest >>= 8
    }
  }

  private var outerWaits: Bool {
    var rest = bits
    while rest & Self.dependent != 0 {
      rest >>= 8
      if rest & Self.finite == 0 { return true }
    }
    return false
  }
}
