package import HearsayCore

/// What one origin says to a question, however many articles print it.
package struct OriginLine: Hashable, Sendable {
  package var origin: OriginKey
  /// The claim that stands for the line: the fullest telling.
  package var claim: Int
  /// All its claims, sorted.
  package var claims: [Int]
  /// Rows of documents, in the order of the claims.
  package var documents: [Int]
  /// `false` for a figure that counts only a part.
  package var isMain: Bool
  package var closeness: Closeness
  /// How many origins say this or something narrower.
  package var support: Independence
}

extension ClaimGraph {
  /// `rows` of one question, sorted and each with its origin, as one line an origin and number: mains
  /// first, then by time.
  func lines(
    of rows: [Int], _ keys: [OriginKey], closeness: [Int: Closeness]
  ) -> [OriginLine] {
    var places: [LineKey: [Int]] = [:]
    for (place, row) in rows.enumerated() {
      places[LineKey(row, keys[place].key, self), default: []].append(place)
    }
    let supports = SupportTable(rows, keys, self)
    let lines = wanted(places.values).map { places in
      line(places.map { rows[$0] }, places, keys, closeness, supports)
    }
    let orders = lines.map { lineOrder($0) }
    return lines.indices.sorted { orders[$0] < orders[$1] }.map { lines[$0] }
  }

  private func line(
    _ rows: [Int], _ places: [Int], _ keys: [OriginKey], _ closeness: [Int: Closeness],
    _ supports: SupportTable
  ) -> OriginLine {
    // Most are told by one claim.
    let best =
      rows.count == 1
      ? 0
      : rows.indices.min {
        fullness(rows[$0], $0).lexicographicallyPrecedes(fullness(rows[$1], $1))
      } ?? 0
    var documents: [Int] = []
    for row in rows where documents.last != claims.document(of: row) {
      documents.append(claims.document(of: row))
    }
    return OriginLine(
      origin: keys[places[best]], claim: rows[best], claims: rows, documents: documents,
      isMain: rows.contains { isMain($0) },
      closeness: rows.compactMap { closeness[$0] }.min() ?? .central,
      support: supports.support(of: places[best], self))
  }

  /// Body before headline, stated time before guessed, then the first in order.
  private func fullness(_ row: Int, _ place: Int) -> [Int] {
    let basis: Int
    switch asOfBasis(row) {
    case .stated: basis = 0
    case .inferred: basis = 1
    case .publication: basis = 2
    case nil: basis = 3
    }
    return [claims[row].zone == .body ? 0 : 1, basis, place]
  }

  private func lineOrder(_ line: OriginLine) -> LineOrder {
    LineOrder(
      isPart: line.isMain ? 0 : 1, closeness: line.closeness,
      day: day(of: line.claim)?.number ?? Int32.max, order: order(of: line.claim))
  }
}

private struct LineOrder: Comparable {
  var isPart: Int
  var closeness: Closeness
  var day: Int32
  var order: ClaimOrder

  static func < (one: LineOrder, other: LineOrder) -> Bool {
    if one.isPart != other.isPart { return one.isPart < other.isPart }
    if one.closeness != other.closeness { return one.closeness < other.closeness }
    return one.day != other.day ? one.day < other.day : one.order < other.order
  }
}

/// What makes two claims of one question the same line.
private struct LineKey: Hashable {
  var origin: String
  var interval: Interval?
  var vague: String?
  var population: String?
  var part: String?
  var positive: Bool
  /// Two flows over different days are two numbers even if they are equal.
  var window: ClosedRange<Day>?

  init(_ row: Int, _ origin: String, _ graph: ClaimGraph) {
    let proposition = graph.claims[row].proposition
    self.origin = origin
    interval = proposition.quantity?.interval
    vague = proposition.quantity?.vague
    population = proposition.population.map(graph.widestLabel)
    part = graph.part(of: row)
    positive = proposition.positive
    window = proposition.measure == .flow ? (proposition.window ?? graph.asOf(row))?.days : nil
  }
}
