package import HearsayCore

/// A bearer of a name, as far as articles and rules know it.
package struct NameRow: Hashable, Sendable {
  package var name: String
  package var kind: EntityClass
  /// Other spellings that the rules or an article give it.
  package var aliases: [String]
  package var role: String?
  package var organisation: String?
  /// Claims that go back to it.
  package var claims: [Int]
  package var documents: [Int]
  /// Others whom the same bare name could mean; then nothing is resolved silently.
  package var mayAlsoBe: [String]
}

/// Two names that may be one bearer: for a person to decide, never merged by the program.
package struct AliasProposal: Hashable, Sendable {
  package var one: String
  package var other: String
  /// `accents`, `spelling`, `order`.
  package var reason: String
}

extension ClaimGraph {
  /// Everybody who may be meant by `name`; several entries when a surname is shared.
  package func whoIs(_ name: String) -> [NameRow] {
    let wanted = foldedWords(names.canonical(name))
    return bearers().filter { row in
      ([row.name] + row.aliases).contains { containsRun(wanted, in: foldedWords($0)) }
    }
  }

  /// Everybody who bears a name, alphabetically.
  package func bearers() -> [NameRow] {
    var book = BearerBook()
    for name in rules.names { book.add(name) }
    for (document, entry) in documents.enumerated() {
      for entity in entry.entities {
        book.add(entity, document, canonical: names.canonical(entity.canonical))
      }
    }
    for row in claims.indices where ownOrigin(row).kind == .identified {
      book.add(claims[row], row, canonical: names.canonical(claims[row].origin.speaker.name))
    }
    return book.rows(ambiguous: rules.ambiguousSurnames)
  }

  /// Names that look like two spellings of one: `Penal Forum`, `Foro Penal`.
  ///
  /// Only names whose words begin alike are compared, so the work stays near the number of names.
  package func aliasProposals() -> [AliasProposal] {
    let bearers = bearers()
    var buckets: [String: [NameRow]] = [:]
    for bearer in bearers { buckets[Self.bucket(bearer.name), default: []].append(bearer) }
    var proposals: [AliasProposal] = []
    for rows in buckets.values {
      for (place, one) in rows.enumerated() {
        for other in rows[(place + 1)...] {
          guard !one.aliases.contains(other.name), !other.aliases.contains(one.name),
            let reason = Self.likeness(one.name, other.name)
          else { continue }
          proposals.append(AliasProposal(one: one.name, other: other.name, reason: reason))
        }
      }
    }
    return proposals.sorted { $0.one != $1.one ? $0.one < $1.one : $0.other < $1.other }
  }

  private static func bucket(_ name: String) -> String {
    foldedWords(name).map { String($0.prefix(3)) }.sorted().joined(separator: " ")
  }

  private static func likeness(_ one: String, _ other: String) -> String? {
    let first = foldedWords(one)
    let second = foldedWords(other)
    if first == second { return one == other ? nil : "accents" }
    guard first.count == second.count else { return nil }
    let isReordered = zip(first, second).contains { $0.prefix(3) != $1.prefix(3) }
    let pairs = zip(first.sorted(), second.sorted())
    let isClose = pairs.allSatisfy { one, other in
      one == other || (min(one.count, other.count) > 3 && isSpelledLike(one, other))
    }
    return isClose ? (isReordered ? "order" : "spelling") : nil
  }

  /// At most two letters apart, and not more than half of the word.
  private static func isSpelledLike(_ one: String, _ other: String) -> Bool {
    let distance = letterDistance(Array(one.unicodeScalars), Array(other.unicodeScalars))
    return distance <= 2 && distance * 2 <= max(one.count, other.count)
  }
}

/// Levenshtein's distance.
private func letterDistance(_ one: [Unicode.Scalar], _ other: [Unicode.Scalar]) -> Int {
  var row = Array(0...other.count)
  for (i, letter) in one.enumerated() {
    var before = row[0]
    row[0] = i + 1
    for (j, facing) in other.enumerated() {
      let here = min(row[j + 1] + 1, row[j] + 1, before + (letter == facing ? 0 : 1))
      before = row[j + 1]
      row[j + 1] = here
    }
  }
  return row[other.count]
}

/// Bearers in the making, one for each canonical name.
private struct BearerBook {
  private var rows: [String: NameRow] = [:]
  /// Those named in the text of some article, and not in bylines only.
  private var inText: Set<String> = []

  private mutating func change(_ name: String, _ body: (inout NameRow) -> Void) {
    let blank = NameRow(
      name: name, kind: .other, aliases: [], role: nil, organisation: nil, claims: [],
      documents: [], mayAlsoBe: [])
    body(&rows[name, default: blank])
  }

  mutating func add(_ name: GraphRules.Name) {
    inText.insert(name.canonical)
    change(name.canonical) { row in
      row.kind = name.kind.entityClass
      row.aliases += name.aliases
      row.role = name.role
      row.organisation = name.organisation
    }
  }

  mutating func add(_ entity: Entity, _ document: Int, canonical: String) {
    guard entity.kind != .place else { return }
    if !entity.isWriter { inText.insert(canonical) }
    change(canonical) { row in
      if entity.isWriter, row.role == nil { row.role = "named only in a byline" }
      if row.kind == .other { row.kind = entity.kind }
      let spellings = entity.aliases + [entity.canonical]
      for alias in spellings where alias != canonical && !row.aliases.contains(alias) {
        row.aliases.append(alias)
      }
      row.role = row.role ?? entity.role
      row.organisation = row.organisation ?? entity.organisation
      if row.documents.last != document { row.documents.append(document) }
      for other in entity.candidates where !row.mayAlsoBe.contains(other) {
        row.mayAlsoBe.append(other)
      }
    }
  }

  mutating func add(_ claim: Claim, _ number: Int, canonical: String) {
    let speaker = claim.origin.speaker
    change(canonical) { row in
      if row.kind == .other { row.kind = speaker.kind.entityClass }
      row.role = row.role ?? speaker.role
      row.organisation = row.organisation ?? speaker.organisation
      row.claims.append(number)
      if !row.documents.contains(claim.document) { row.documents.append(claim.document) }
    }
  }

  /// A bare surname that several people bear says whom it may mean.
  func rows(ambiguous: [String]) -> [NameRow] {
    var bearers: [String: [String]] = [:]
    for row in rows.values where row.kind == .person && inText.contains(row.name) {
      let words = foldedWords(row.name)
      if words.count > 1, let last = words.last { bearers[last, default: []].append(row.name) }
    }
    let doubtful = Set(ambiguous.map(folded))
    return rows.values.map { row in
      var row = row
      let words = foldedWords(row.name)
      if words.count == 1, let surname = words.first {
        let others = (bearers[surname] ?? []).sorted()
        if others.count > 1 || doubtful.contains(surname) { row.mayAlsoBe = others }
      }
      row.aliases.sort()
      row.documents.sort()
      return row
    }.sorted { $0.name < $1.name }
  }
}

extension SourceKind {
  var entityClass: EntityClass {
    switch self {
    case .person: .person
    case .organisation, .government, .outlet: .organisation
    case .document, .collective, .anonymous, .unknown: .other
    }
  }
}
