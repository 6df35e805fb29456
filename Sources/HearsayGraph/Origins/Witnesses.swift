import HearsayCore

/// The claims of a question as witnesses, so that those of any of its numbers are soon counted.
///
/// A corpus has thousands of figures that say `at least 5` and all the larger numbers with it: each
/// key is looked at once, and then stands for a number.
final class Witnesses {
  private enum Sort { case named, unnamed, possible }

  private let rows: [Int]
  private let keys: [OriginKey]
  private var sorts: [Sort] = []
  /// For each place its key as a number; an unnamed one is another in each article.
  private var ids: [Int] = []
  private var documents: [Int] = []
  /// Whether it is somebody identified, and whether something is to be noted.
  private var isIdentified: [Bool] = []
  private var isNoteworthy: [Bool] = []
  private var quotes: SharedQuotes
  /// The count in which a key, and an article with how many, was met last.
  private var round = 0
  private var met: [Int] = []
  private var unnamed: [Int: (round: Int, count: Int)] = [:]

  init(_ rows: [Int], _ keys: [OriginKey], _ graph: ClaimGraph) {
    self.rows = rows
    self.keys = keys
    quotes = SharedQuotes(rows, keys)
    var known: [WitnessKey: Int] = [:]
    for (row, key) in zip(rows, keys) {
      let document = graph.claims.document(of: row)
      let sort = Self.sort(key)
      let own = WitnessKey(
        key: key.key, sort: sort == .possible ? 1 : 0, document: sort == .unnamed ? document : -1)
      let id = known[own] ?? known.count
      known[own] = id
      ids.append(id)
      sorts.append(sort)
      documents.append(document)
      isIdentified.append(key.kind == .identified)
      isNoteworthy.append(graph.isNoteworthy(row, key))
    }
    met = Array(repeating: 0, count: known.count)
  }

  private struct WitnessKey: Hashable {
    var key: String
    var sort: Int
    var document: Int
  }

  private static func sort(_ key: OriginKey) -> Sort {
    switch key.kind {
    case .identified, .document: .named
    case .anonymous: .unnamed
    case .collective, .outletOnly, .unattributed: .possible
    }
  }

  /// How many independent origins say what the claims in `places`, ascending, say.
  func independence(of places: [Int], _ graph: ClaimGraph) -> Independence {
    if places.count == 1 { return independence(keys[places[0]]) }
    let counts = counts(places)
    // Two names to whom the same words are given are no two witnesses for sure.
    let linked = counts.named < 2 ? [] : quotes.notes(places, graph)
    let noted = places.filter { isNoteworthy[$0] }
    let notes =
      noted.isEmpty
      ? []
      : graph.independenceNotes(
        noted.map { rows[$0] }, noted.map { keys[$0] }, of: places.count,
        isAnyNamed: places.contains { isIdentified[$0] })
    return Independence(
      lower: counts.named - linked.count, upper: counts.named + counts.others,
      notes: notes + linked.prefix(mostNotes)
        + (linked.count > mostNotes ? ["and \(linked.count - mostNotes) more"] : []))
  }

  /// How many origins have a name, and how many others there may be.
  private func counts(_ places: [Int]) -> (named: Int, others: Int) {
    round += 1
    var (named, possible, mostUnnamed) = (0, 0, 0)
    for place in places where met[ids[place]] != round {
      met[ids[place]] = round
      switch sorts[place] {
      case .named: named += 1
      case .possible: possible += 1
      case .unnamed:
        // An unnamed source of one article may be that of another: count one article's.
        let before = unnamed[documents[place]].flatMap { $0.round == round ? $0.count : nil } ?? 0
        unnamed[documents[place]] = (round, before + 1)
        mostUnnamed = max(mostUnnamed, before + 1)
      }
    }
    return (named, possible + mostUnnamed)
  }

  /// Of a single claim, as most figures of a large corpus are.
  private func independence(_ key: OriginKey) -> Independence {
    let note = "probable: 1 of 1 joined by \(key.rule.words)"
    return Independence(
      lower: key.kind.isNamed ? 1 : 0, upper: 1, notes: key.confidence == .certain ? [] : [note])
  }
}

/// Which words named origins are quoted with, each run of words once as a number.
private struct SharedQuotes {
  private let rows: [Int]
  private let keys: [OriginKey]
  private var runs: [[Int]?]
  private var numbers: [String: Int] = [:]

  init(_ rows: [Int], _ keys: [OriginKey]) {
    self.rows = rows
    self.keys = keys
    runs = Array(repeating: nil, count: rows.count)
  }

  /// A note for each named origin whose quotation is given to another one too.
  mutating func notes(_ places: [Int], _ graph: ClaimGraph) -> [String] {
    var owners: [Int: Int] = [:]
    var groups: [String: String] = [:]
    func root(_ key: String) -> String {
      var key = key
      while let parent = groups[key] { key = parent }
      return key
    }
    var notes: [String] = []
    for place in places where keys[place].kind.isNamed {
      for run in runs(of: place, graph) {
        guard let owner = owners[run] else {
          owners[run] = place
          continue
        }
        let roots = [owner, place].map { root(keys[$0].key) }.sorted()
        guard roots[0] != roots[1] else { continue }
        groups[roots[1]] = roots[0]
        let names = [keys[owner].name, keys[place].name].sorted().joined(separator: " and ")
        notes.append("not independent: the same words are given to \(names)")
      }
    }
    return notes
  }

  private mutating func runs(of place: Int, _ graph: ClaimGraph) -> [Int] {
    if let known = runs[place] { return known }
    let words = graph.claims[rows[place]].quote.map(foldedWords) ?? []
    let made = wordRuns(words).map { run in
      let number = numbers[run] ?? numbers.count
      numbers[run] = number
      return number
    }
    runs[place] = made
    return made
  }
}

private let mostNotes = 3
