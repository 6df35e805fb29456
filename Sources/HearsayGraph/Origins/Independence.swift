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
    if rows.count == 1, let key = keys.first { return independence(key) }
    var named: Set<String> = []
    var possible: Set<String> = []
    var unnamed: [Int: Set<String>] = [:]
    for (row, key) in zip(rows, keys) {
      switch key.kind {
      case .identified, .document: named.insert(key.key)
      case .anonymous: unnamed[claims[row].document, default: []].insert(key.key)
      case .collective, .outletOnly, .unattributed: possible.insert(key.key)
      }
    }
    // An unnamed source of one article may be the unnamed source of another: count one article's.
    let mostUnnamed = unnamed.values.map(\.count).max() ?? 0
    // Two names to whom the same words are given are no two witnesses for sure.
    let linked = named.count < 2 ? [] : sameWords(rows, keys)
    return Independence(
      lower: named.count - linked.count, upper: named.count + possible.count + mostUnnamed,
      notes: independenceNotes(rows, keys) + linked.prefix(mostNotes)
        + (linked.count > mostNotes ? ["and \(linked.count - mostNotes) more"] : []))
  }

  /// Of a single claim, as most figures of a large corpus are.
  private func independence(_ key: OriginKey) -> Independence {
    let note = "probable: 1 of 1 joined by \(key.rule.words)"
    return Independence(
      lower: key.kind.isNamed ? 1 : 0, upper: 1, notes: key.confidence == .certain ? [] : [note])
  }

  /// A note for each named origin whose quotation is given to another one too.
  private func sameWords(_ rows: [Int], _ keys: [OriginKey]) -> [String] {
    var owners: [String: Int] = [:]
    var groups: [String: String] = [:]
    func root(_ key: String) -> String {
      var key = key
      while let parent = groups[key] { key = parent }
      return key
    }
    var notes: [String] = []
    for (place, row) in rows.enumerated() where keys[place].kind.isNamed {
      guard let quote = claims[row].quote else { continue }
      for run in wordRuns(foldedWords(quote)) {
        guard let owner = owners[run] else {
          owners[run] = place
          continue
        }
        let roots = [owner, place].map { root(keys[$0].key) }.sorted()
        guard roots[0] != roots[1] else { continue }
        groups[roots[1]] = roots[0]
        let names = [keys[owner].name, keys[place].name].sorted().joined(separator: " and ")
        notes.append("not independent: the same words are given to \(names)")
      }
    }
    return notes
  }

  private func independenceNotes(_ rows: [Int], _ keys: [OriginKey]) -> [String] {
    var notes: [String] = []
    let opposed = opposedSides(rows, keys)
    if opposed.count > 1 {
      notes.append("agreement against interest: \(opposed.joined(separator: ", "))")
    }
    let collectives = zip(rows, keys).filter { $0.1.kind == .collective }.map(\.1.name)
    if !collectives.isEmpty, keys.contains(where: { $0.kind == .identified }) {
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
    let inferred = zip(rows, keys).filter { $0.1.confidence != .certain }
    for rule in Set(inferred.map(\.1.rule)).sorted(by: { $0.rawValue < $1.rawValue }) {
      let count = inferred.count { $0.1.rule == rule }
      notes.append("probable: \(count) of \(rows.count) joined by \(rule.words)")
    }
    return notes
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

private let mostNotes = 3

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
