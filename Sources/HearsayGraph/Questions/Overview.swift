package import HearsayCore

/// One source: somebody in whose words or on whose word something is said.
package struct SourceRow: Hashable, Sendable {
  package var name: String
  package var kind: SourceKind
  package var role: String?
  package var organisation: String?
  package var side: String?
  package var anonymity: Anonymity?
  /// Claims that go back to it.
  package var claims: [Int]
  package var figures: Int
  package var documents: [Int]
}

/// One article.
package struct DocumentRow: Sendable {
  package var document: Int
  package var file: String
  package var outlet: String?
  package var published: TimeValue?
  package var basis: PublishedBasis
  package var flags: [DocumentFlag]
  package var claims: Int
  package var figures: Int
  package var origins: Int
}

/// Something that can be compared, with how much there is of it.
package struct TopicRow: Hashable, Sendable {
  package var name: String
  /// Whether the rules name it; otherwise it is a predicate of the articles.
  package var isNamed: Bool
  package var claims: Int
  package var figures: Int
  package var speakers: Int
  package var documents: Int
}

extension ClaimGraph {
  /// Everybody to whom claims go back, those with most claims first.
  ///
  /// Unnamed sources of two articles are two rows.
  package func sources(_ scope: Scope = .all) -> [SourceRow] {
    var groups: [String: [Int]] = [:]
    for row in claims.indices.lazy.filter(isInside(scope)) {
      let key = ownOrigin(row)
      guard key.kind != .unattributed else { continue }
      let name = key.kind == .anonymous ? key.key : folded(names.canonical(key.name))
      groups[name, default: []].append(row)
    }
    var rows: [(name: String, row: SourceRow)] = []
    for (name, claims) in groups {
      let sorted = sorted(claims)
      rows.append((name, sourceRow(sorted, names.canonical(ownOrigin(sorted[0]).name))))
    }
    rows.sort { one, other in
      let counts = (one.row.claims.count, other.row.claims.count)
      return counts.0 != counts.1 ? counts.0 > counts.1 : one.name < other.name
    }
    return rows.prefix(scope.top ?? rows.count).map(\.row)
  }

  /// A body and those who speak for it are one source, under the body's name.
  private func sourceRow(_ rows: [Int], _ name: String) -> SourceRow {
    let speakers = rows.map { claims[$0].origin.speaker }
    let own = speakers.first { folded(names.canonical($0.name)) == folded(name) }
    let entry = names.entry(name)
    let speaksForItself = own ?? speakers[0]
    return SourceRow(
      name: entry?.canonical ?? name, kind: own?.kind ?? .organisation,
      role: speakers.lazy.filter { $0.name == own?.name }.compactMap(\.role).first ?? entry?.role,
      organisation: speakers.lazy.compactMap { names.organisation(of: $0) }.first,
      side: names.side(of: speaksForItself),
      anonymity: speakers.lazy.compactMap(\.anonymity).first,
      claims: rows, figures: rows.filter { claims[$0].kind == .figure }.count,
      documents: documentRows(of: rows))
  }

  private func documentRows(of rows: [Int]) -> [Int] {
    var documents: [Int] = []
    for row in rows where documents.last != claims[row].document {
      documents.append(claims[row].document)
    }
    return documents
  }

  /// The articles by date.
  package func documentList(_ scope: Scope = .all) -> [DocumentRow] {
    let order = inOrder(documents.indices)
    let isInside = isInside(scope)
    let shown = order.filter { scope == .all || claimRows[$0].contains(where: isInside) }
    return shown.prefix(scope.top ?? shown.count).map { documentRow($0) }
  }

  /// Rows of documents by date, whatever came first.
  func inOrder(_ rows: some Sequence<Int>) -> [Int] {
    rows.map { (key: DocumentOrder(documents[$0]), row: $0) }
      .sorted { $0.key != $1.key ? $0.key < $1.key : $0.row < $1.row }.map(\.row)
  }

  private func documentRow(_ document: Int) -> DocumentRow {
    let rows = claimRows[document]
    let facts = documents[document].facts
    return DocumentRow(
      document: document, file: documents[document].file, outlet: facts.outlet,
      published: facts.published, basis: facts.publishedBasis, flags: facts.flags,
      claims: rows.count, figures: rows.filter { claims[$0].kind == .figure }.count,
      origins: Set(rows.map { ownOrigin($0).key }).count)
  }

  /// What can be compared: the topics of the rules, then predicates with figures.
  package func topics(_ scope: Scope = .all) -> [TopicRow] {
    var named: [String: [Int]] = [:]
    var open: [String: [Int]] = [:]
    for row in claims.indices.lazy.filter(isInside(scope)) {
      let proposition = claims[row].proposition
      if let topic = proposition.topic {
        named[topic, default: []].append(row)
      } else if let predicate = proposition.predicate, claims[row].kind == .figure {
        open[predicate, default: []].append(row)
      }
    }
    let rows = named.map { topicRow($0, $1, isNamed: true) }
    let all = rows + open.map { topicRow($0, $1, isNamed: false) }
    let ordered = all.sorted { one, other in
      if one.isNamed != other.isNamed { return one.isNamed }
      return one.figures != other.figures ? one.figures > other.figures : one.name < other.name
    }
    return Array(ordered.prefix(scope.top ?? ordered.count))
  }

  private func topicRow(_ name: String, _ rows: [Int], isNamed: Bool) -> TopicRow {
    TopicRow(
      name: name, isNamed: isNamed, claims: rows.count,
      figures: rows.filter { claims[$0].kind == .figure }.count,
      speakers: Set(rows.map { ownOrigin($0).key }).count,
      documents: Set(rows.map { claims[$0].document }).count)
  }
}
