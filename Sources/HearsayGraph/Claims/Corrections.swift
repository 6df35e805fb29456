package import HearsayCore

/// A claim as a correction names it: by its id, and by its words should the id be gone.
package struct ClaimName: Hashable, Sendable {
  package var id: UInt64
  package var file: String
  package var words: String

  package init(id: UInt64, file: String, words: String) {
    self.id = id
    self.file = file
    self.words = words
  }
}

/// What a person decided by hand; what was read is never changed.
package enum Correction: Hashable, Sendable {
  /// The second name is another name of the first.
  case merge(String, String)
  /// The name stands for nobody but its own bearer.
  case split(String)
  /// Both claims go back to one origin.
  case same(ClaimName, ClaimName)
  /// The two claims go back to two origins.
  case notSame(ClaimName, ClaimName)
  case note(ClaimName, String)

  /// The claims it speaks of.
  package var claims: [ClaimName] {
    switch self {
    case .merge, .split: []
    case .same(let one, let other), .notSame(let one, let other): [one, other]
    case .note(let claim, _): [claim]
    }
  }

  /// The names it speaks of.
  package var names: [String] {
    switch self {
    case .merge(let one, let other): [one, other]
    case .split(let name): [name]
    case .same, .notSame, .note: []
    }
  }
}

/// Corrections as they bear on the claims of a graph.
package struct AppliedCorrections: Sendable {
  /// Pairs of rows of one origin, and of two.
  private(set) var same: [(one: Int, other: Int)] = []
  private(set) var apart: [(one: Int, other: Int)] = []
  /// For each row the corrections that speak of it, by their place in the list.
  package private(set) var touching: [Int: [Int]] = [:]
  /// Corrections one of whose claims is gone; and those whose claim was found by its words.
  package private(set) var lost: [Int] = []
  package private(set) var foundByWords: [Int] = []

  init() {}

  init(_ corrections: [Correction], _ graph: ClaimGraph) {
    guard corrections.contains(where: { !$0.claims.isEmpty }) else { return }
    let finder = ClaimFinder(graph, corrections.flatMap(\.claims))
    for (place, correction) in corrections.enumerated() where !correction.claims.isEmpty {
      let found = correction.claims.map { finder.row(of: $0) }
      let rows = found.compactMap { $0?.row }
      guard rows.count == found.count else {
        lost.append(place)
        continue
      }
      if found.contains(where: { $0?.byWords == true }) { foundByWords.append(place) }
      for row in rows { touching[row, default: []].append(place) }
      switch correction {
      case .same: same.append((rows[0], rows[1]))
      case .notSame: apart.append((rows[0], rows[1]))
      case .merge, .split, .note: break
      }
    }
  }
}

/// Finds claims by id; where the id is gone, by file and words when only one has them.
///
/// A corpus may be loaded from another folder than last time: files are one whose paths end alike.
private struct ClaimFinder {
  private var byID: [UInt64: [Int]] = [:]
  private var byWords: [String: [Int]] = [:]
  private let graph: ClaimGraph

  init(_ graph: ClaimGraph, _ wanted: [ClaimName]) {
    self.graph = graph
    let ids = Set(wanted.map(\.id))
    let words = Set(wanted.map(\.words))
    let files = Set(wanted.map { Self.leaf($0.file) })
    for (document, range) in graph.claimRows.enumerated()
    where files.contains(Self.leaf(graph.documents[document].file)) {
      for row in range {
        let claim = graph.claims[row]
        if ids.contains(claim.id) { byID[claim.id, default: []].append(row) }
        let text = claim.span.text
        if words.contains(text) { byWords[text, default: []].append(row) }
      }
    }
  }

  private static func leaf(_ file: String) -> String {
    file.lastPart(behind: UInt8(ascii: "/")).map(String.init) ?? file
  }

  func row(of name: ClaimName) -> (row: Int, byWords: Bool)? {
    let known = nearest(byID[name.id] ?? [], to: name)
    if let row = known.first(where: { graph.claims[$0].span.text == name.words }) ?? known.first {
      return (row, false)
    }
    let alike = nearest(byWords[name.words] ?? [], to: name)
    return alike.count == 1 ? (alike[0], true) : nil
  }

  /// Those of `rows` whose file is most like the one named.
  private func nearest(_ rows: [Int], to name: ClaimName) -> [Int] {
    let parts = name.file.split(separator: "/")
    let common = rows.map { row in
      zip(parts.reversed(), graph.document(of: row).file.split(separator: "/").reversed())
        .prefix { $0 == $1 }.count
    }
    let most = common.max() ?? 0
    return most == 0 ? [] : zip(rows, common).filter { $0.1 == most }.map(\.0)
  }
}

extension ClaimGraph {
  /// Puts corrections in force in place of the former ones; names are corrected in the rules,
  /// see ``GraphRules/corrected(by:)``.
  package mutating func apply(_ corrections: [Correction]) {
    self.corrections = AppliedCorrections(corrections, self)
  }

  /// The name of a claim for a correction.
  package func name(of row: Int) -> ClaimName {
    ClaimName(
      id: claims[row].id, file: document(of: row).file, words: claims[row].span.text)
  }

  /// What was decided by hand comes last: it overrules what was inferred.
  func correctByHand(_ rows: [Int], _ keys: inout [OriginKey]) {
    guard !corrections.same.isEmpty || !corrections.apart.isEmpty else { return }
    let places = Dictionary(rows.enumerated().map { ($1, $0) }) { first, _ in first }
    for pair in corrections.same {
      let ends = [pair.one, pair.other]
      let known = ends.map { row in places[row].map { keys[$0] } ?? ownOrigin(row) }
      let chosen = known[0].kind.rank <= known[1].kind.rank ? known[0] : known[1]
      for row in ends {
        guard let place = places[row], keys[place].key != chosen.key else { continue }
        keys[place] = chosen
        (keys[place].rule, keys[place].confidence) = (.byHand, .certain)
      }
    }
    for pair in corrections.apart {
      guard let one = places[pair.one], let other = places[pair.other],
        keys[one].key == keys[other].key
      else { continue }
      keys[other].key += ":apart:\(claims[pair.other].id)"
      (keys[other].rule, keys[other].confidence) = (.byHand, .certain)
    }
  }
}

extension GraphRules {
  /// The rules with the names that were merged and split by hand, in their order.
  package func corrected(by corrections: [Correction]) -> GraphRules {
    var rules = self
    for correction in corrections {
      switch correction {
      case .merge(let one, let other): rules.merge(one, other)
      case .split(let name): rules.split(name)
      case .same, .notSame, .note: break
      }
    }
    return rules
  }

  private func row(of name: String) -> Int? {
    let wanted = folded(name)
    return names.firstIndex { ([$0.canonical] + $0.aliases).contains { folded($0) == wanted } }
  }

  private mutating func merge(_ one: String, _ other: String) {
    var spellings = [other]
    var former: Name?
    if let row = row(of: other), row != self.row(of: one) {
      former = names.remove(at: row)
      spellings = [former?.canonical ?? other] + (former?.aliases ?? [])
    }
    if let row = row(of: one) {
      names[row].aliases += spellings.filter { !names[row].aliases.contains($0) }
    } else {
      var name = former ?? Name(one)
      (name.canonical, name.aliases) = (one, spellings)
      names.append(name)
    }
  }

  private mutating func split(_ name: String) {
    let wanted = folded(name)
    guard let row = row(of: name) else {
      names.append(Name(name, standsAlone: true))
      return
    }
    if folded(names[row].canonical) == wanted {
      names[row].aliases = []
      names[row].standsAlone = true
    } else {
      names[row].aliases.removeAll { folded($0) == wanted }
      names.append(Name(name, kind: names[row].kind, standsAlone: true))
    }
  }
}
