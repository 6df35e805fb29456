package import HearsayCore

/// How one claim bears on another; the standard terms are in CLAIM MODEL, "Relations".
package enum Relation: String, Hashable, Sendable, CaseIterable {
  case contradicts, refines, supersedes, restates, partOf, supports, sameAs, disputes
  case contestsLabel, tension, quotes, citesOutlet, exclusive, fulfils
}

/// What comes out when two figures are laid side by side.
package enum Verdict: Hashable, Sendable {
  /// How a conflict is known.
  package enum Ground: String, Hashable, Sendable {
    /// By arithmetic.
    case strict
    /// Because the text itself says that one rejects the other.
    case explicit
  }

  case same, refines, compatible, later, tension
  case conflict(Ground)
  case conflictIfSamePopulation, contestedLabel, notComparable

  /// The name in rows for other programs, such as `conflict(strict)`.
  package var name: String {
    switch self {
    case .same: "same"
    case .refines: "refines"
    case .compatible: "compatible"
    case .later: "later"
    case .tension: "tension"
    case .conflict(let ground): "conflict(\(ground.rawValue))"
    case .conflictIfSamePopulation: "conflictIfSamePopulation"
    case .contestedLabel: "contestedLabel"
    case .notComparable: "notComparable"
    }
  }

  /// Whether both cannot be right, perhaps on a condition.
  package var isConflict: Bool {
    switch self {
    case .conflict, .conflictIfSamePopulation: true
    default: false
    }
  }
}

/// How sure a link is.
package enum Confidence: String, Hashable, Sendable, Comparable {
  case certain, probable, possible

  private var rank: Int {
    switch self {
    case .certain: 0
    case .probable: 1
    case .possible: 2
    }
  }

  package static func < (one: Confidence, other: Confidence) -> Bool { one.rank < other.rank }
}

/// What changed between two tellings of one statement.
package enum Shift: String, Hashable, Sendable, CaseIterable {
  case quantity, bound, role, population, time, scope, label, modality, marksLost, omitted
}

/// A relation between two claims, with everything it rests on.
package struct Link: Hashable, Sendable {
  package var relation: Relation
  package var verdict: Verdict?
  /// The row of the claim the relation starts from; for `supersedes` the newer one.
  package var from: Int
  package var to: Int
  package var reasons: [String]
  package var assumptions: [String]
  package var confidence: Confidence
  package var shift: [Shift]

  package init(
    _ relation: Relation, verdict: Verdict? = nil, from: Int, to: Int, reasons: [String] = [],
    assumptions: [String] = [], confidence: Confidence = .certain, shift: [Shift] = []
  ) {
    self.relation = relation
    self.verdict = verdict
    self.from = from
    self.to = to
    self.reasons = reasons
    self.assumptions = assumptions
    self.confidence = confidence
    self.shift = shift
  }
}
