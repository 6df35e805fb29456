import Foundation
import HearsayCore
import HearsayGraph
import HearsayTestSupport
import Yams

/// A relation between two claims as a careful reader wrote it down.
struct RelationRow: Sendable {
  /// Where a claim stands.
  struct End: Hashable, Sendable {
    var file: String
    var words: String
    var sentence: String
  }

  var from: End
  var to: End
  /// `none` where nothing holds between the two; `nil` where only the verdict is asked for.
  var relation: String?
  var verdicts: [String]
  var shift: [String]
}

/// The relations written down for a story.
func relationRows(_ story: String) throws -> [RelationRow] {
  let path = "Tests/HearsayGoldTests/Gold/\(story)-relations.yaml"
  let text = String(decoding: try projectFile(path).bytes, as: UTF8.self)
  guard let node = try Yams.compose(yaml: text, .basic), let rows = node.sequence else { return [] }
  return rows.compactMap { row in
    guard let map = row.mapping, let from = end(map["from"]), let to = end(map["to"]) else {
      return nil
    }
    func words(_ key: String) -> [String] {
      let node = map[Node(key)]
      return node?.sequence?.compactMap { $0.scalar?.string }
        ?? node?.scalar.map { [$0.string] } ?? []
    }
    let relation = map["relation"]?.scalar?.string
    return RelationRow(
      from: from, to: to, relation: relation == "null" ? nil : relation,
      verdicts: words("verdict"), shift: words("shift"))
  }
}

private func end(_ node: Node?) -> RelationRow.End? {
  guard let map = node?.mapping, let file = map["file"]?.scalar?.string,
    let words = map["words"]?.scalar?.string
  else { return nil }
  return RelationRow.End(
    file: file, words: words, sentence: map["sentence"]?.scalar?.string ?? words)
}

/// How many of the relations written down were found, and how many of those found are right.
struct RelationScore {
  /// Relations written down, and those of them that were found.
  var gold = 0
  var found = 0
  /// Relations found between two claims of the gold, and those that the gold has.
  var claimed = 0
  var right = 0
  /// Pairs for which a verdict is written down, and those where it is the program's.
  var verdicts = 0
  var verdictsRight = 0
  /// For each relation: written down, found, claimed, right.
  var byName: [String: [Int]] = [:]
  var errors: [String] = []

  var recall: Double { gold == 0 ? 0 : Double(found) / Double(gold) }
  var precision: Double { claimed == 0 ? 0 : Double(right) / Double(claimed) }

  var table: String {
    func share(_ part: Int, _ whole: Int) -> String {
      let tenths = whole == 0 ? 0 : (part * 1000 + whole / 2) / whole
      return "\(part)/\(whole) = \(tenths / 10).\(tenths % 10) %"
    }
    let names = byName.sorted { $0.key < $1.key }.map { name, counts in
      "    \(name): recall \(share(counts[1], counts[0])), precision \(share(counts[3], counts[2]))"
    }
    return
      ([
        "  relations recall     \(share(found, gold))",
        "  relations precision  \(share(right, claimed))",
        "  verdicts             \(share(verdictsRight, verdicts))",
      ] + names).joined(separator: "\n")
  }
}

extension RelationScore {
  /// Which relations hold whichever claim is named first.
  private static let mutual: Set<String> = [
    "sameAs", "contradicts", "tension", "quotes", "supports", "exclusive", "repeats", "disputes",
    "contestsLabel", "restates",
  ]

  mutating func score(_ rows: [RelationRow], _ graph: ClaimGraph, _ texts: [String: SourceText]) {
    let ends = rows.map { (claims($0.from, graph, texts), claims($0.to, graph, texts)) }
    // The verdicts of a pair excuse a relation that says no more than they do.
    var wanted: [Set<Int>: Set<String>] = [:]
    for (place, row) in rows.enumerated() {
      for one in ends[place].0 {
        for other in ends[place].1 {
          let relation = row.relation ?? "none"
          wanted[[one, other], default: []].formUnion([relation] + row.verdicts)
        }
      }
    }
    let entries = graph.relations()
    for (place, row) in rows.enumerated() { check(row, ends[place], entries, graph) }
    for entry in entries { checkRight(entry, wanted, graph) }
  }

  private func claims(
    _ end: RelationRow.End, _ graph: ClaimGraph, _ texts: [String: SourceText]
  ) -> [Int] {
    guard let text = texts[end.file] else { return [] }
    let row = GoldRow(
      file: end.file, isFigure: true, words: end.words, sentence: end.sentence, chain: [])
    let places = row.places(in: text)
    let hits = graph.claims.indices.filter { row in
      graph.document(of: row).file.hasSuffix("/" + end.file)
        && ([graph.claims[row].span] + graph.claims[row].repeats).contains { span in
          places.contains { $0.overlaps(span.range) }
        }
    }
    // A statement may hold the figure that is meant.
    let figures = hits.filter { graph.claims[$0].kind == .figure }
    let isNumber = figures.contains { graph.claims[$0].span.range.count < 80 }
    return isNumber ? figures : hits
  }

  private mutating func check(
    _ row: RelationRow, _ ends: ([Int], [Int]), _ entries: [RelationEntry], _ graph: ClaimGraph
  ) {
    let label =
      "\(row.from.file.prefix(2)) “\(row.from.words.prefix(40))” \(row.relation ?? "-") "
      + "\(row.to.file.prefix(2)) “\(row.to.words.prefix(40))”"
    checkVerdict(row, ends, label, graph)
    guard let relation = row.relation, relation != "none" else { return }
    gold += 1
    byName[relation, default: [0, 0, 0, 0]][0] += 1
    if ends.0.isEmpty || ends.1.isEmpty {
      errors.append("no claim: \(label) \(ends.0) \(ends.1)")
      return
    }
    let isFound =
      entries.contains { entry in
        guard entry.link.relation.rawValue == relation else { return false }
        let straight = meets(entry.fromClaims, ends.0) && meets(entry.toClaims, ends.1)
        let turned = meets(entry.fromClaims, ends.1) && meets(entry.toClaims, ends.0)
        return straight || (Self.mutual.contains(relation) && turned)
      } || isFolded(ends, relation, graph)
    if isFound {
      found += 1
      byName[relation, default: [0, 0, 0, 0]][1] += 1
    } else {
      let have = entries.filter { entry in
        (meets(entry.fromClaims, ends.0) && meets(entry.toClaims, ends.1))
          || (meets(entry.fromClaims, ends.1) && meets(entry.toClaims, ends.0))
      }.map { "\($0.link.relation)" }
      let verdict = graph.explain(ends.0[0], ends.1[0]).map {
        "\($0.verdicts.map(\.name)) \($0.reasons)"
      }
      errors.append("missing: \(label); has \(have); \(ends.0) \(ends.1); \(verdict ?? "")")
    }
  }

  /// Two tellings of one article are one claim with two spans.
  private func isFolded(_ ends: ([Int], [Int]), _ relation: String, _ graph: ClaimGraph) -> Bool {
    ["repeats", "sameAs", "restates"].contains(relation)
      && ends.0.contains { ends.1.contains($0) && !graph.claims[$0].repeats.isEmpty }
  }

  private func meets(_ one: [Int], _ other: [Int]) -> Bool { one.contains { other.contains($0) } }

  private mutating func checkVerdict(
    _ row: RelationRow, _ ends: ([Int], [Int]), _ label: String, _ graph: ClaimGraph
  ) {
    guard !row.verdicts.isEmpty, let one = ends.0.first, let other = ends.1.first,
      graph.claims[one].kind == .figure, graph.claims[other].kind == .figure
    else { return }
    let comparisons = ends.0.flatMap { one in ends.1.compactMap { graph.explain(one, $0) } }
    verdicts += 1
    if comparisons.contains(where: { Set($0.verdicts.map(\.name)).isSuperset(of: row.verdicts) }) {
      verdictsRight += 1
    } else {
      let got = comparisons.first
      errors.append(
        "verdict: \(label): \(got?.verdicts.map(\.name) ?? []) not \(row.verdicts); \(got?.reasons ?? [])"
      )
    }
  }

  private mutating func checkRight(
    _ entry: RelationEntry, _ wanted: [Set<Int>: Set<String>], _ graph: ClaimGraph
  ) {
    var named: Set<String> = []
    for one in entry.fromClaims {
      for other in entry.toClaims { named.formUnion(wanted[[one, other]] ?? []) }
    }
    guard !named.isEmpty else { return }
    let relation = entry.link.relation.rawValue
    claimed += 1
    byName[relation, default: [0, 0, 0, 0]][2] += 1
    let isExcused =
      entry.link.relation != .supports
      && entry.link.verdict.map { named.contains($0.name) } == true
    if named.contains(relation) || isExcused {
      right += 1
      byName[relation, default: [0, 0, 0, 0]][3] += 1
    } else {
      let (one, other) = (graph.claims[entry.link.from], graph.claims[entry.link.to])
      errors.append(
        "wrong: \(entry.link.from) “\(one.span.text.prefix(40))” \(relation) \(entry.link.to) "
          + "“\(other.span.text.prefix(40))”: \(named.sorted()); \(entry.link.reasons)")
    }
  }
}
