import HearsayCore

/// A claim or attribution that one set of rules reads and the other does not, or reads otherwise.
struct RuleChange: Hashable {
  enum Kind: String, CaseIterable { case lost, gained, changed }

  var kind: Kind
  /// `claim` or `attribution`.
  var sort: String
  var document: Int
  var range: ByteRange
  var line: Int
  var text: String
  /// What it is read as: by the new rules, or by the old ones when it is lost.
  var facts: [String]
  /// `topic: killed → injured`.
  var differences: [String]
}

/// A finding as far as two readings are compared: where it stands, and what is said of it.
struct ComparedFinding: Hashable {
  var sort: String
  var range: ByteRange
  var fields: [Field]

  struct Field: Hashable {
    var name: String
    var value: String
  }
}

extension Reading {
  /// Claims and attributions, in order.
  var findings: [ComparedFinding] {
    claims.map(ComparedFinding.init) + attributions.map(ComparedFinding.init)
  }
}

extension ComparedFinding {
  init(_ claim: Claim) {
    let about = claim.proposition
    let fields: [(String, String?)] = [
      ("kind", claim.kind.rawValue), ("topic", about.topic),
      ("figure", about.quantity.map(figureText)), ("population", about.population),
      ("part", about.part), ("denied", about.positive ? nil : "yes"),
      ("measure", about.measure == .none ? nil : about.measure.rawValue),
      ("modality", about.modality.rawValue), ("as of", about.asOf?.value),
      ("other event", about.otherEvent),
      ("said by", claim.chain.map(\.speaker.name).joined(separator: " > ")),
    ]
    self.init(sort: "claim", range: claim.span.range, fields: fields.compactMap(Field.init))
  }

  init(_ found: Attribution) {
    let fields: [(String, String?)] = [
      ("kind", found.kind.rawValue), ("said by", found.speaker?.name ?? "nobody named"),
      ("strength", found.strength.rawValue), ("rule", found.rule),
    ]
    let range = found.content.reduce(found.content.first ?? ByteRange(0, 0)) { $0.union($1) }
    self.init(sort: "attribution", range: range, fields: fields.compactMap(Field.init))
  }
}

extension ComparedFinding.Field {
  fileprivate init?(_ pair: (String, String?)) {
    guard let value = pair.1 else { return nil }
    self.init(name: pair.0, value: value)
  }
}

/// The differences of two readings of one article.
///
/// Equal findings go together first, then those that cover the same bytes: they changed. The rest
/// was gained or lost.
struct RuleChanges {
  let text: SourceText
  let document: Int
  private(set) var changes: [RuleChange] = []

  init(
    text: SourceText, document: Int, _ old: [ComparedFinding], _ new: [ComparedFinding]
  ) {
    self.text = text
    self.document = document
    var (old, new) = without(common: old, new)
    for finding in new {
      let row = old.firstIndex { $0.sort == finding.sort && $0.range == finding.range }
      guard let row else { continue }
      note(.changed, finding, from: old.remove(at: row))
      new.removeAll { $0 == finding }
    }
    for finding in old { note(.lost, finding) }
    for finding in new { note(.gained, finding) }
    changes.sort { one, other in
      one.range != other.range ? one.range < other.range : one.sort < other.sort
    }
  }

  private func without(
    common old: [ComparedFinding], _ new: [ComparedFinding]
  ) -> ([ComparedFinding], [ComparedFinding]) {
    var counts: [ComparedFinding: Int] = [:]
    for finding in new { counts[finding, default: 0] += 1 }
    var common: [ComparedFinding: Int] = [:]
    let lost = old.filter { finding in
      guard let count = counts[finding], count > 0 else { return true }
      counts[finding] = count - 1
      common[finding, default: 0] += 1
      return false
    }
    let gained = new.filter { finding in
      guard let count = common[finding], count > 0 else { return true }
      common[finding] = count - 1
      return false
    }
    return (lost, gained)
  }

  private mutating func note(
    _ kind: RuleChange.Kind, _ finding: ComparedFinding, from old: ComparedFinding? = nil
  ) {
    changes.append(
      RuleChange(
        kind: kind, sort: finding.sort, document: document, range: finding.range,
        line: text.line(at: finding.range.start), text: text.text(finding.range),
        facts: finding.fields.map { "\($0.name) \($0.value)" },
        differences: old.map { differences(from: $0, to: finding) } ?? []))
  }

  private func differences(from old: ComparedFinding, to new: ComparedFinding) -> [String] {
    var names = old.fields.map(\.name)
    names += new.fields.map(\.name).filter { !names.contains($0) }
    return names.compactMap { name in
      let before = old.fields.first { $0.name == name }?.value ?? "none"
      let after = new.fields.first { $0.name == name }?.value ?? "none"
      return before == after ? nil : "\(name): \(before) → \(after)"
    }
  }
}
