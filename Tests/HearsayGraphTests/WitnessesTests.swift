import HearsayCore
import Testing

@testable import HearsayGraph

/// What is worked out once for many figures, against what it says of each by itself.
struct WitnessesTests {
  typealias Dice = GraphPropertyTests.Dice

  static let quotes = [
    "we will not go away from here tonight", "they came at dawn and took the boats",
    "nobody told us that they came at dawn and took them", nil, nil, nil,
  ]

  static func graph(_ dice: inout Dice) -> ClaimGraph {
    let speakers = GraphPropertyTests.speakers + ["Ana Ruiz", "Civil Defence", "*rights groups"]
    let words = ["5", "56", ">400", "60-70", "~50", "dozens", ">=4", ">=5", "<=60", "<7", "1"]
    var articles: [Made] = []
    for number in 0..<12 {
      let claims = (0..<Int.random(in: 1...6, using: &dice)).map { place in
        claim(
          words.randomElement(using: &dice), speakers.randomElement(using: &dice),
          population: ["prisoners", "americans", nil].randomElement(using: &dice) ?? nil,
          asOf: ["2026-01-10", "2026-01-12", nil].randomElement(using: &dice) ?? nil,
          terms: ["release"], predicate: "release", at: place * 60,
          sentence: GraphPropertyTests.sentence(Int.random(in: 0..<20, using: &dice)),
          quote: quotes.randomElement(using: &dice) ?? nil)
      }
      articles.append(article("f\(number)", "2026-01-1\(number % 5)", claims))
    }
    return ClaimGraph(rules: venezuela, articles: articles)
  }

  @Test(arguments: UInt64(1)...40)
  func `witnesses of any figures are counted as by themselves`(_ seed: UInt64) {
    var dice = Dice(state: seed)
    let graph = Self.graph(&dice)
    let rows = graph.sorted(Array(graph.claims.indices))
    let keys = graph.origins(of: rows)
    let witnesses = Witnesses(rows, keys, graph)
    for _ in 0..<20 {
      let chance = Int.random(in: 1...4, using: &dice)
      let places = rows.indices.filter { _ in Int.random(in: 0...4, using: &dice) < chance }
      let expected = slowIndependence(places.map { rows[$0] }, places.map { keys[$0] }, graph)
      #expect(witnesses.independence(of: places, graph) == expected)
    }
  }

  @Test(arguments: UInt64(1)...40)
  func `the support of a figure is that of all which say it or something narrower`(_ seed: UInt64) {
    var dice = Dice(state: seed)
    let graph = Self.graph(&dice)
    let rows = graph.sorted(Array(graph.claims.indices))
    let keys = graph.origins(of: rows)
    let table = SupportTable(rows, keys, graph)
    for place in rows.indices {
      let says = rows.indices.filter { saysAsMuch(rows[$0], as: rows[place], graph) }
      let expected = slowIndependence(says.map { rows[$0] }, says.map { keys[$0] }, graph)
      #expect(table.support(of: place, graph) == expected)
    }
  }

  @Test(arguments: UInt64(1)...40)
  func `numbers inside an interval are found by their lower bound`(_ seed: UInt64) {
    var dice = Dice(state: seed)
    func bound() -> ExactNumber? {
      Bool.random(using: &dice) ? ExactNumber(Int.random(in: 0...9, using: &dice)) : nil
    }
    let all = (0..<60).map { _ in
      Interval(
        low: bound(), high: bound(), lowOpen: Bool.random(using: &dice),
        highOpen: Bool.random(using: &dice))
    }
    for proper in [true, false] {
      let kept = all.indices.filter { place in
        guard proper, let low = all[place].low, let high = all[place].high else { return true }
        return low <= high
      }
      var numbers = DayNumbers()
      for place in kept { numbers.add(place, all[place]) }
      numbers.sort()
      for interval in all {
        #expect(
          numbers.inside(interval).sorted() == kept.filter { interval.contains(all[$0]) })
      }
    }
  }

  @Test(arguments: UInt64(1)...10)
  func `parts are the same, kept or asked for`(_ seed: UInt64) {
    var dice = Dice(state: seed)
    let graph = Self.graph(&dice)
    for row in graph.claims.indices {
      #expect(graph.countsPart(row) == graph.countsPart(row, isMinor: graph.isMinor(row)))
    }
  }

  @Test(arguments: [
    ("Ruiz", "ANA RUIZ said", true), ("ruiz", "Ana Ruizes", false), ("ana ruiz", "ana-ruiz", true),
    ("rodriguez", "Jorge Rodríguez", true), ("jorge", "Rodríguez, Jorge", true), ("", "any", false),
    ("ana", "", false), ("an", "banana", false), ("s", "Ana’s", true), ("münchen", "Munchen", true),
  ])
  func `words stand in a text as they stand among its words`(
    _ words: String, _ text: String, _ expected: Bool
  ) {
    let wanted = foldedWords(words)
    #expect(containsRun(wanted, inWordsOf: text) == expected)
    #expect(containsRun(wanted, in: foldedWords(text)) == expected)
  }
}

/// Whether a figure says as much as another: the same, or something narrower of its day.
private func saysAsMuch(_ other: Int, as row: Int, _ graph: ClaimGraph) -> Bool {
  let (one, two) = (graph.claims[row].proposition, graph.claims[other].proposition)
  guard one.population == two.population, graph.part(of: row) == graph.part(of: other),
    (one.measure == .flow) == (two.measure == .flow)
  else { return false }
  let sides = [one, two].map { $0.quantity?.vague == nil ? $0.quantity?.interval : nil }
  let isOfOneDay = graph.day(of: row) == graph.day(of: other)
  guard let mine = sides[0] else { return sides[1] == nil && isOfOneDay }
  guard let theirs = sides[1] else { return false }
  return mine == theirs || (isOfOneDay && mine.contains(theirs))
}

/// How many stand behind some claims, gone through one after the other.
private func slowIndependence(
  _ rows: [Int], _ keys: [OriginKey], _ graph: ClaimGraph
) -> Independence {
  if rows.count == 1 {
    let note = "probable: 1 of 1 joined by \(keys[0].rule.words)"
    return Independence(
      lower: keys[0].kind.isNamed ? 1 : 0, upper: 1,
      notes: keys[0].confidence == .certain ? [] : [note])
  }
  var named: Set<String> = []
  var possible: Set<String> = []
  var unnamed: [Int: Set<String>] = [:]
  for (row, key) in zip(rows, keys) {
    switch key.kind {
    case .identified, .document: named.insert(key.key)
    case .anonymous: unnamed[graph.claims[row].document, default: []].insert(key.key)
    case .collective, .outletOnly, .unattributed: possible.insert(key.key)
    }
  }
  let linked = named.count < 2 ? [] : slowLinks(rows, keys, graph)
  let notes = graph.independenceNotes(
    rows, keys, of: rows.count, isAnyNamed: keys.contains { $0.kind == .identified })
  return Independence(
    lower: named.count - linked.count,
    upper: named.count + possible.count + (unnamed.values.map(\.count).max() ?? 0),
    notes: notes + linked.prefix(3) + (linked.count > 3 ? ["and \(linked.count - 3) more"] : []))
}

private func slowLinks(_ rows: [Int], _ keys: [OriginKey], _ graph: ClaimGraph) -> [String] {
  var owners: [String: Int] = [:]
  var groups: [String: String] = [:]
  func root(_ key: String) -> String { groups[key].map(root) ?? key }
  var notes: [String] = []
  for (place, row) in rows.enumerated() where keys[place].kind.isNamed {
    for run in wordRuns(foldedWords(graph.claims[row].quote ?? "")) {
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
