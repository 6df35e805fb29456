import HearsayCore

/// Which figures the articles themselves set against each other.
struct Disputes {
  /// Pairs of claim rows, the rejected one first.
  private(set) var pairs: Set<Pair> = []
  /// Claims whose label somebody denies.
  private(set) var contested: Set<Int> = []
  /// Each rejection with a figure that it rejects.
  private(set) var rejections: [(from: Int, to: Int)] = []
  /// Each denial of a label with a figure that it is the label of.
  private(set) var denials: [(from: Int, to: Int)] = []

  struct Pair: Hashable {
    var rejected: Int
    var rejecting: Int
  }

  /// Whether the text says that one of these rejects one of those.
  func isDisputed(_ one: [Int], _ other: [Int]) -> Bool {
    pairs.contains { pair in
      (one.contains(pair.rejected) && other.contains(pair.rejecting))
        || (other.contains(pair.rejected) && one.contains(pair.rejecting))
    }
  }

  /// The figures of a question that articles set against each other.
  init(_ rows: [Int], _ keys: [OriginKey], _ graph: ClaimGraph) {
    guard !graph.index.disputing.isEmpty else { return }
    let documents = Set(rows.map { graph.claims[$0].document }).sorted()
    let origins = Dictionary(zip(rows, keys.map(\.key))) { first, _ in first }
    for number in documents.flatMap({ graph.index.disputing[$0] ?? [] }) {
      let row = Int(number)
      let claim = graph.claims[row]
      if claim.contestsLabel != nil { contest(row, rows, origins, graph) }
      if claim.disputes != nil { reject(row, rows, origins, graph) }
    }
  }

  /// The speaker's own figures near the denial are those whose label is denied.
  private mutating func contest(
    _ denial: Int, _ rows: [Int], _ origins: [Int: String], _ graph: ClaimGraph
  ) {
    let own = origins[denial] ?? graph.ownOrigin(denial).key
    let document = graph.claims[denial].document
    for row in rows
    where row == denial || (graph.claims[row].document == document && origins[row] == own) {
      contested.insert(row)
      if row != denial { denials.append((denial, row)) }
    }
  }

  private mutating func reject(
    _ rejection: Int, _ rows: [Int], _ origins: [Int: String], _ graph: ClaimGraph
  ) {
    let own = origins[rejection] ?? graph.ownOrigin(rejection).key
    let targets = rejected(by: rejection, own, rows, origins, graph)
    let side = graph.names.side(of: graph.claims[rejection].origin.speaker)
    let following = following(rejection, rows, graph)
    for target in targets {
      rejections.append((rejection, target))
      for row in rows where row != target && origins[row] != origins[target] {
        let sameOrigin = origins[row] == own || row == rejection
        let sameSide = side != nil && graph.names.side(of: graph.claims[row].origin.speaker) == side
        guard sameOrigin || sameSide || following.contains(row) else { continue }
        pairs.insert(Pair(rejected: target, rejecting: row))
      }
    }
  }

  /// The figures a rejection speaks of: those whose words it repeats, else the last one before it.
  private func rejected(
    by rejection: Int, _ own: String, _ rows: [Int], _ origins: [Int: String], _ graph: ClaimGraph
  ) -> [Int] {
    let claim = graph.claims[rejection]
    let words = foldedWords(claim.disputes ?? "")
    let others = rows.filter { $0 != rejection && origins[$0] != own }
    let named = others.filter { row in
      let other = graph.claims[row]
      guard let stated = other.proposition.quantity?.stated else { return false }
      return words.contains(stated.description)
        || containsRun(foldedWords(other.span.text), in: words)
    }
    if !named.isEmpty { return named }
    guard let before = lastFigure(before: claim, graph), others.contains(before),
      !isStatement(between: before, and: claim, own, graph)
    else { return [] }
    return [before]
  }

  /// Whether somebody else says something in a later sentence: then it is that which is rejected.
  private func isStatement(
    between figure: Int, and rejection: Claim, _ own: String, _ graph: ClaimGraph
  ) -> Bool {
    let after = graph.claims[figure].sentence.range
    return graph.claimRows[rejection.document].contains { row in
      let claim = graph.claims[row]
      return claim.kind == .statement && claim.chain.count > 1
        && claim.sentence.range.start >= after.end
        && claim.span.range.end <= rejection.span.range.start && graph.ownOrigin(row).key != own
    }
  }

  /// The figure right before a sentence, whatever question it answers.
  private func lastFigure(before claim: Claim, _ graph: ClaimGraph) -> Int? {
    let before = graph.claimRows[claim.document].filter { row in
      graph.claims[row].kind == .figure && graph.claims[row].span.range < claim.sentence.range
        && graph.claims[row].sentence.range != claim.sentence.range
    }
    return before.max { graph.claims[$0].span.range < graph.claims[$1].span.range }
  }

  /// The figures of the rejection's own sentence and of the next one that has any.
  ///
  /// They are set against the rejected number: `groups dispute this. Penal Forum counts 56`.
  private func following(_ rejection: Int, _ rows: [Int], _ graph: ClaimGraph) -> Set<Int> {
    let one = graph.claims[rejection]
    let here = rows.filter { graph.claims[$0].document == one.document }
    let near = here.filter { row in
      let gap = graph.claims[row].sentence.range.start - one.sentence.range.end
      return (0...nearBytes).contains(gap)
    }
    let next = near.map { graph.claims[$0].sentence.range }.min()
    return Set(
      here.filter { row in
        let sentence = graph.claims[row].sentence.range
        return sentence == next || sentence == one.sentence.range
      })
  }
}

/// About two sentences: no farther away is a number still set against the rejected one.
private let nearBytes = 240
