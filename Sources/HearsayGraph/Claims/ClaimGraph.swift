package import HearsayCore

/// One article in the graph: its file and what was found out about it.
package struct GraphDocument: Sendable {
  /// The file as the person named it.
  package var file: String
  /// Outlet, date, flaws.
  package var facts: DocumentFacts
  /// The bearers of names in it, for `who is` and `aliases`; once it is part of a graph, ask
  /// ``ClaimGraph/entities(of:)``.
  package var entities: [Entity]

  package init(
    file: String, facts: DocumentFacts = DocumentFacts(), entities: [Entity] = []
  ) {
    self.file = file
    self.facts = facts
    self.entities = entities
  }
}

/// Documents and claims with their indexes.
///
/// Claims are added, never changed. It sees no text but the words inside claims. Relations between claims are not stored: they are
/// worked out for each question, so that loading an article costs the same however many there are.
package struct ClaimGraph: Sendable {
  /// What the rules say of populations, topics and names.
  package var rules: GraphRules { _read { yield sharedRules.rules } }
  let sharedRules: SharedRules
  /// In the order they joined.
  package private(set) var documents: [GraphDocument] = []
  /// In the order they joined; those of one document stand together.
  package private(set) var claims = ClaimStore()
  /// For each document its rows in ``claims``.
  package var claimRows: [Range<Int>] { claims.rows }
  /// Where each document stands when answers are sorted.
  private var ranks = DocumentRanks()
  let names: NameBook
  var index = ClaimIndex()
  /// What the figures of an article are within it, as far as it was asked for.
  private var standings = StandingCache()
  /// The words around the figures that were asked for.
  var clauses = ClauseCache()
  /// What belongs to the words that were asked for last.
  var lastFound = FoundCache()
  /// What a person decided by hand of claims.
  package internal(set) var corrections = AppliedCorrections()
  /// Which stretches of articles an earlier one has too.
  var sharedText = SharedText()
  /// The bodies that articles name.
  var bodies: KnownBodies
  /// How figures stand to the question at hand.
  var asking = Asking()
  /// Says when nobody waits for the answer any more.
  package var givenUp: GivenUp?

  /// A graph without claims.
  package init(rules: GraphRules = GraphRules()) {
    sharedRules = SharedRules(rules)
    names = NameBook(rules.names)
    bodies = KnownBodies(rules)
  }

  /// A graph whose numbers do not depend on the order of the files: articles join by the day
  /// they were published, then by file.
  package init(
    rules: GraphRules = GraphRules(), articles: [(document: GraphDocument, claims: [Claim])]
  ) {
    self.init(rules: rules)
    let sorted = articles.sorted {
      DocumentOrder($0.document) < DocumentOrder($1.document)
    }
    for article in sorted { add(article.document, claims: article.claims) }
  }

  /// Adds an article and its claims, and gives its row.
  ///
  /// - Complexity: O(*w*) in the number of words of the claims.
  @discardableResult
  package mutating func add(_ document: GraphDocument, claims added: [Claim]) -> Int {
    // A copy of this graph may put another article into the place to come.
    if !isKnownUniquelyReferenced(&standings) {
      standings = StandingCache()
      clauses = ClauseCache()
    }
    lastFound = FoundCache()
    ranks = DocumentRanks()
    let row = documents.count
    let first = claims.count
    bodies.add(document, added)
    let known = added.map { traits(of: $0) }
    claims.add(added, known, entities: document.entities)
    index.add(added, first: first, document: row)
    if let outlet = document.facts.outlet { index.addOutlet(names.canonical(outlet), row) }
    var document = document
    document.entities = []
    documents.append(document)
    return row
  }

  /// What the figure in `row` is within its own article.
  func traits(_ row: Int) -> ArticleStanding.Traits {
    let document = claims.document(of: row)
    return standings.traits(row, in: document) ?? standing(document)[row]
  }

  /// What the figures of an article are within it.
  func standing(_ document: Int) -> ArticleStanding {
    if let known = standings.standing(document) { return known }
    let made = ArticleStanding(claimRows[document], of: self)
    standings.keep(made, document)
    return made
  }

  private func traits(of claim: Claim) -> ClaimTraits {
    let isUnattributed = isUnattributed(claim) && claim.credits.isEmpty
    return ClaimTraits(
      meaning: claim.kind == .figure ? meaning(of: claim) : nil,
      speaker: claim.origin.speaker.isNamed ? claim.origin.speaker : nil,
      isUnattributed: isUnattributed)
  }

  /// The bearers of names in the document in `row`.
  package func entities(of row: Int) -> [Entity] { claims.entities(ofDocument: row) }

  /// An article as it was added, to be added to another graph.
  package func article(_ row: Int) -> (document: GraphDocument, claims: [Claim]) {
    var document = documents[row]
    document.entities = entities(of: row)
    return (document, claims.claims(ofDocument: row))
  }
}

extension ClaimGraph {
  /// What a long loop goes through: it ends early when the answer is wanted no more.
  package func wanted<Rows: Sequence>(_ rows: Rows) -> WhileWanted<Rows> {
    WhileWanted(rows, unless: givenUp)
  }

  /// Whether nobody waits for the answer.
  package var isGivenUp: Bool { givenUp?.holds ?? false }

  /// The claim in `row`, or `nil` when there is no such row.
  package func claim(_ row: Int) -> Claim? { claims.indices.contains(row) ? claims[row] : nil }

  /// The document of a claim.
  package func document(of row: Int) -> GraphDocument { documents[claims.document(of: row)] }

  /// When the article of a claim was published.
  func published(of row: Int) -> TimeValue? {
    documents[claims.document(of: row)].facts.published
  }

  /// For when a claim holds, as far as is known: its own time, else its article's.
  package func asOf(_ row: Int) -> TimeValue? {
    // The claim is one reference, what it says forty.
    let claim = claims[row]
    return claim.proposition.asOf.known ?? claim.proposition.window.known ?? published(of: row)
  }

  /// Where that time comes from.
  package func asOfBasis(_ row: Int) -> AsOfBasis? {
    let claim = claims[row]
    if claim.proposition.asOf.known != nil { return claim.proposition.asOfBasis ?? .inferred }
    if claim.proposition.window.known != nil { return .stated }
    return published(of: row) == nil ? nil : .publication
  }

  /// The last day a claim may hold for.
  package func day(of row: Int) -> Day? {
    let time = asOf(row)
    return (time?.latest ?? time?.earliest)?.day
  }

  /// Rows in an order that does not depend on the order of loading.
  package func sorted(_ rows: some Collection<Int>) -> [Int] {
    if rows.count < 2 { return Array(rows) }
    return orders(of: rows).sorted().map(\.row)
  }

  /// Rows of documents in an order that does not depend on the order of loading, each once.
  func sortedDocuments(_ rows: some Sequence<Int>) -> [Int] {
    let different = Set(rows)
    guard different.count > 1 else { return Array(different) }
    let ranks = ranks.all(documents)
    return different.sorted { (ranks[$0], $0) < (ranks[$1], $1) }
  }

  func order(of row: Int) -> ClaimOrder {
    ClaimOrder(
      document: ranks.all(documents)[claims.document(of: row)], range: claims.span(of: row),
      row: row)
  }

  /// The same for many.
  func orders(of rows: some Collection<Int>) -> [ClaimOrder] {
    let ranks = ranks.all(documents)
    var orders: [ClaimOrder] = []
    orders.reserveCapacity(rows.count)
    for row in rows {
      let document = ranks[claims.document(of: row)]
      orders.append(ClaimOrder(document: document, range: claims.span(of: row), row: row))
    }
    return orders
  }
}

extension TimeValue? {
  /// The time, unless it is one like `now` without any end.
  var known: TimeValue? {
    self?.earliest == nil && self?.latest == nil ? nil : self
  }
}
