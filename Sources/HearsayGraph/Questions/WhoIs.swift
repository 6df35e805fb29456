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
    // The first role said of somebody counts: first by day, not by what was loaded first.
    for document in sortedDocuments(documents.indices) {
      for entity in entities(of: document) {
        book.add(entity, document, canonical: names.canonical(entity.canonical))
      }
    }
    for document in sortedDocuments(documents.indices) {
      for row in claimRows[document] where ownOrigin(row).kind == .identified {
        book.add(claims[row], row, canonical: names.canonical(claims[row].origin.speaker.name))
      }
    }
    return book.rows(ambiguous: rules.ambiguousSurnames).map { row in
      var row = row
      row.claims = sorted(row.claims)
      row.documents = sortedDocuments(row.documents)
      return row
    }
  }

  /// Names of different articles that may be one bearer, for a person to decide: never merged by
  /// the program.
  ///
  /// Names that the rules already hold together are one here, and a place is nobody.
  package func aliasProposals() -> [AliasProposal] {
    HearsayCore.aliasProposals(
      sortedDocuments(documents.indices).map { document in
        entities(of: document).filter { $0.kind != .place && !$0.isWriter }.map { entity in
          var entity = entity
          entity.canonical = names.canonical(entity.canonical)
          return entity
        }
      })
  }
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
      if row.documents.last != claim.document { row.documents.append(claim.document) }
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
