package import HearsayCore

/// How many witnesses stand behind something: surely, and at most.
package struct Independence: Hashable, Sendable {
  /// Named origins between which no link is known.
  package var lower: Int
  /// With unnamed, collective and outlet-only ones, should they all be others.
  package var upper: Int
  /// What a reader should know of it.
  package var notes: [String]

  /// `2` or `2 (up to 4)`.
  package var text: String { lower == upper ? "\(lower)" : "\(lower) (up to \(upper))" }
}

extension ClaimGraph {
  /// How many independent origins say what `rows` say.
  package func independence(of rows: [Int]) -> Independence {
    independence(rows, origins(of: rows))
  }

  func independence(_ rows: [Int], _ keys: [OriginKey]) -> Independence {
    Witnesses(rows, keys, self).independence(of: Array(rows.indices), self)
  }

  /// What a reader should know of so many claims, of which `rows` are those that call for it.
  func independenceNotes(
    _ rows: [Int], _ keys: [OriginKey], of count: Int, isAnyNamed: Bool
  ) -> [String] {
    var notes: [String] = []
    let opposed = opposedSides(rows, keys)
    if opposed.count > 1 {
      notes.append("agreement against interest: \(opposed.joined(separator: ", "))")
    }
    let collectives = keys.filter { $0.kind == .collective }.map(\.name)
    if !collectives.isEmpty, isAnyNamed {
      let who = Set(collectives).sorted().joined(separator: ", ")
      notes.append("independence not shown: \(who) may rest on a source named here")
    }
    let monitors = zip(rows, keys).filter { isMonitor($0, $1) }.map { row, key in
      spokenFor(by: claims[row].origin.speaker)?.body ?? key.name
    }
    if Set(monitors).count > 1 {
      let who = Set(monitors).sorted().joined(separator: ", ")
      notes.append("independence not shown: \(who) are monitors and may rest on each other")
    }
    let inferred = keys.filter { $0.confidence != .certain }
    for rule in Set(inferred.map(\.rule)).sorted(by: { $0.rawValue < $1.rawValue }) {
      let joined = inferred.count { $0.rule == rule }
      notes.append("probable: \(joined) of \(count) joined by \(rule.words)")
    }
    return notes
  }

  /// Whether anything is to be noted of a claim, beside others or by itself.
  func isNoteworthy(_ row: Int, _ key: OriginKey) -> Bool {
    if key.confidence != .certain || key.kind == .collective { return true }
    guard key.kind == .identified else { return false }
    return isMonitor(row, key)
      || (!rules.sides.isEmpty && names.side(of: claims[row].origin.speaker) != nil)
  }

  private func isMonitor(_ row: Int, _ key: OriginKey) -> Bool {
    guard names.hasMonitors, key.kind == .identified else { return false }
    let body = names.organisation(of: claims[row].origin.speaker) ?? key.name
    return names.entry(body)?.isMonitor ?? names.entry(key.name)?.isMonitor ?? false
  }

  private func opposedSides(_ rows: [Int], _ keys: [OriginKey]) -> [String] {
    guard !rules.sides.isEmpty else { return [] }
    var sides: Set<String> = []
    for (row, key) in zip(rows, keys) where key.kind == .identified {
      guard let side = names.side(of: claims[row].origin.speaker),
        let topic = claims[row].proposition.topic,
        rules.sides.contains(where: { $0.name == side && $0.stake.contains(topic) })
      else { continue }
      sides.insert(side)
    }
    return sides.sorted()
  }
}

extension OriginKind {
  /// Whether somebody stands for it by name.
  var isNamed: Bool { self == .identified || self == .document }
}

extension OriginRule {
  /// Why several claims count as one witness.
  package var words: String {
    switch self {
    case .identifiedSource: "the same named source"
    case .spokesperson: "the body they speak for"
    case .sharedQuotation: "the same quotation"
    case .credit: "credit to the other outlet"
    case .collectiveAndNumber: "the same group and number"
    case .textReuse: "the same text"
    case .ownKey: ""
    case .byHand: "by hand"
    }
  }
}
