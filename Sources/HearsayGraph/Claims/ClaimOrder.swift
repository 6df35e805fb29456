import HearsayCore
internal import Synchronization

/// Where an article stands when answers are sorted: undated ones last.
struct DocumentOrder: Comparable {
  let published: Int
  let file: String

  init(_ document: GraphDocument) {
    // `from 3 January on` is no date.
    published = document.facts.published?.latest?.minutes ?? Int.max
    file = document.file
  }

  static func < (one: DocumentOrder, other: DocumentOrder) -> Bool {
    one.published != other.published ? one.published < other.published : one.file < other.file
  }
}

/// The articles in that order, each as a number: dates and files are compared once, and not for
/// every claim that is sorted.
final class DocumentRanks: Sendable {
  private let ranks = Mutex<[Int32]>([])

  /// The rank of each article, worked out when the first claims are sorted.
  func all(_ documents: [GraphDocument]) -> [Int32] {
    ranks.withLock { known in
      if known.count != documents.count { known = Self.ranks(documents) }
      return known
    }
  }

  private static func ranks(_ documents: [GraphDocument]) -> [Int32] {
    let orders = documents.map(DocumentOrder.init)
    var ranks = [Int32](repeating: 0, count: orders.count)
    var rank: Int32 = 0
    var last: DocumentOrder?
    for row in orders.indices.sorted(by: { orders[$0] < orders[$1] }) {
      if let last, last < orders[row] { rank += 1 }
      last = orders[row]
      ranks[row] = rank
    }
    return ranks
  }
}

/// Where a claim stands when answers are sorted.
struct ClaimOrder: Comparable {
  /// The rank of its article.
  let document: Int32
  let range: ByteRange
  let row: Int

  static func < (one: ClaimOrder, other: ClaimOrder) -> Bool {
    if one.document != other.document { return one.document < other.document }
    return one.range != other.range ? one.range < other.range : one.row < other.row
  }
}
