internal import HearsayCore
internal import HearsayGraph
package import HearsayReuse

extension Session {
  /// More text than this is not searched for copies on loading: `reuse` does it when asked, and
  /// origins go by sentences alone.
  static let mostSearchedBytes = 1 << 26

  /// Tells the graph which stretches of an article an earlier one has too.
  ///
  /// To be called when the graph has all articles.
  mutating func shareText() {
    let bytes = articles.reduce(0) { $0 + $1.article.text.bytes.count }
    sharedText = bytes <= Self.mostSearchedBytes ? findSharedText() : nil
    graph.setSharedText((sharedText?.pairs ?? []).flatMap(stretches))
  }

  /// Who shares text with whom: as found on loading, else found now.
  package func textReuse() -> TextReuse { sharedText ?? findSharedText() }

  private func findSharedText() -> TextReuse {
    findReuse(in: articles.indices.map(reuseText))
  }

  private func reuseText(_ document: Int) -> ReuseText {
    let item = articles[document]
    let furniture = item.zones.filter { $0.kind.isFurniture }.map(\.range).sorted()
    return ReuseText(
      name: item.article.text.name, bytes: item.article.text.bytes, leftOut: furniture,
      published: graph.documents[document].facts.published?.latest?.minutes,
      credits: graph.articlesCredited(by: document))
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
