internal import HearsayCore
internal import HearsayGraph
package import HearsayReuse

extension Session {
  /// More text than this is not searched for copies on loading: `reuse` does it when asked, and
  /// origins go by sentences alone.
  static let mostSearchedBytes = 1 << 26

  /// Tells the graph which stretches of an article an earlier one has too.
  ///
  /// To be called when the graph has all articles; they are searched once.
  mutating func shareText() {
    let bytes = articles.reduce(0) { $0 + $1.article.text.bytes.count }
    if sharedText == nil, bytes <= Self.mostSearchedBytes { sharedText = findSharedText() }
    graph.setSharedText((sharedText?.pairs ?? []).flatMap(stretches))
  }

  /// Whether there was too much text to look for copies.
  var isUnsearched: Bool { sharedText == nil && !articles.isEmpty }

  /// Says so under an answer that counts origins.
  func markUnsearched(_ reply: inout Reply, _ query: Request) {
    guard isUnsearched, !reply.claims.isEmpty, Self.countingOrigins.contains(query.name) else {
      return
    }
    reply.notes.append(unsearchedNote)
  }

  var unsearchedNote: String {
    "more than \(Self.mostSearchedBytes >> 20) MB of text are not searched for copies: a copy may"
      + " count as an origin of its own; `reuse` finds them"
  }

  private static let countingOrigins: Set = [
    "compare", "who said", "trace", "conflicts", "origins", "single-source", "corroborated",
    "sources", "source", "check", "duplicates",
  ]

  /// Who shares text with whom: as found on loading, else found now.
  package func textReuse() -> TextReuse { sharedText ?? findSharedText() }

  private func findSharedText() -> TextReuse {
    findReuse(
      in: articles.indices.map(reuseText), credits: articlesCredited, unless: graph.givenUp)
  }

  private func reuseText(_ document: Int) -> ReuseText {
    let item = articles[document]
    let furniture = item.zones.filter { $0.kind.isFurniture }.map(\.range).sorted()
    return ReuseText(
      name: item.article.text.name, bytes: item.article.text.bytes, leftOut: furniture,
      published: graph.documents[document].facts.published?.latest?.minutes)
  }

  /// The articles, by their number, of the outlets that an article credits.
  func articlesCredited(by document: Int) -> [Int] {
    // Not one by one: they would push all others out of what is at hand.
    let claims = graph.article(document).claims
    var outlets = claims.flatMap(\.credits)
    for claim in claims {
      for step in claim.chain.dropFirst() where step.speaker.kind == .outlet {
        outlets.append(step.speaker.name)
      }
    }
    if let republisher = graph.documents[document].facts.republisher { outlets.append(republisher) }
    return graph.articles(ofOutlets: outlets).filter { $0 != document }
  }

  private func stretches(_ pair: ReusePair) -> [SharedStretch] {
    pair.passages.map { passage in
      SharedStretch(
        document: pair.other, range: passage.other, source: pair.one, sourceRange: passage.one,
        isCopy: pair.relation == .copy)
    }
  }
}

extension ZoneKind {
  /// Whether it is none of the article's own text, or its own text a second time.
  fileprivate var isFurniture: Bool {
    switch self {
    case .boilerplate, .related, .residue, .duplicate: true
    default: false
    }
  }
}
