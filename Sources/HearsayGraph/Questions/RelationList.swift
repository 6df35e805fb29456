package import HearsayCore

/// A relation with every claim that stands on either side of it.
package struct RelationEntry: Hashable, Sendable {
  package var link: Link
  /// The claims of one origin that say what `link.from` says, and so for `link.to`.
  package var fromClaims: [Int]
  package var toClaims: [Int]
}

extension ClaimGraph {
  /// Every relation between claims: of what is asked, or of everything.
  package func relations(_ asked: Asked? = nil, _ scope: Scope = .all) -> [RelationEntry] {
    var entries: [RelationEntry] = []
    var seen: Set<LinkKey> = []
    for question in wanted(asked.map({ [$0] }) ?? everythingAsked()) {
      for group in compare(question, scope).groups {
        let sides = Dictionary(group.lines.map { ($0.claim, $0.claims) }) { first, _ in first }
        for link in group.links where seen.insert(LinkKey(link)).inserted {
          entries.append(
            RelationEntry(
              link: link, fromClaims: sides[link.from] ?? [link.from],
              toClaims: sides[link.to] ?? [link.to]))
        }
      }
    }
    let other = asked == nil ? linksBeyondQuestions(scope) : []
    for link in other where seen.insert(LinkKey(link)).inserted {
      entries.append(RelationEntry(link: link, fromClaims: [link.from], toClaims: [link.to]))
    }
    return entries
  }

  /// Relations that no single question holds: between topics, between words, inside an article.
  private func linksBeyondQuestions(_ scope: Scope) -> [Link] {
    let rows = claims.indices.filter(isInside(scope))
    let inScope = Set(rows)
    let documents = inOrder(Set(rows.map { claims[$0].document }))
    let inArticles = statedLinks(in: documents) + documents.flatMap(exclusiveLinks)
    return inArticles.filter { inScope.contains($0.from) && inScope.contains($0.to) }
      + firstLinks(rows) + contrastLinks(rows) + complementLinks(rows) + historyLinks(rows)
      + quotationLinks(rows)
      + fulfilmentLinks(scope) + creditLinks(scope) + sumLinks(scope)
      + quotationClashes(scope).map(\.link)
  }
}

/// What makes two links the same.
private struct LinkKey: Hashable {
  var relation: Relation
  var from: Int
  var to: Int

  init(_ link: Link) { (relation, from, to) = (link.relation, link.from, link.to) }
}
