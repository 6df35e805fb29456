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

  /// For each claim those that reject it or that it rejects.
  private var opponents: [Int: Set<Int>] = [:]

  /// Whether the text says that one of these rejects one of those.
  func isDisputed(_ one: [Int], _ other: [Int]) -> Bool {
    guard !opponents.isEmpty else { return false }
    return one.contains { row in
      opponents[row].map { known in other.contains(where: known.contains) } ?? false
    }
  }

  /// The figures of a question that articles set against each other.
  init(_ rows: [Int], _ keys: [OriginKey], _ graph: ClaimGraph) {
    guard !graph.index.disputing.isEmpty else { return }
    let documents = Set(rows.map { graph.claims.document(of: $0) }).sorted()
    let disputing = documents.flatMap({ graph.index.disputing[$0] ?? [] }).map(Int.init)
    guard !disputing.isEmpty else { return }
    let question = DisputedRows(rows, keys, graph)
    for row in disputing {
      let claim = graph.claims[row]
      if claim.contestsLabel != nil { contest(row, question, graph) }
      if claim.disputes != nil { reject(row, question, graph) }
    }
    for pair in pairs {
      opponents[pair.rejected, default: []].insert(pair.rejecting)
      opponents[pair.rejecting, default: []].insert(pair.rejected)
    }
  }

  /// The speaker's own figures near the denial are those whose label is denied.
  private mutating func contest(
    _ denial: Int, _ question: DisputedRows, _ graph: ClaimGraph
  ) {
    let own = question.origins[denial] ?? graph.ownOrigin(denial).key
    for row in question.rows(in: graph.claims.document(of: denial))
    where row == denial || question.origins[row] == own {
      contested.insert(row)
      if row != denial { denials.append((denial, row)) }
    }
  }

  private mutating func reject(
    _ rejection: Int, _ question: DisputedRows, _ graph: ClaimGraph
  ) {
    let own = question.origins[rejection] ?? graph.ownOrigin(rejection).key
    let targets = rejected(by: rejection, own, question, graph)
    guard !targets.isEmpty else { return }
    let side = graph.names.side(of: graph.claims[rejection].origin.speaker)
    var rejecting = Set(question.rows(of: own))
    if question.origins[rejection] != nil { rejecting.insert(rejection) }
    if let side { rejecting.formUnion(question.rows(ofSide: side, graph)) }
    rejecting.formUnion(following(rejection, question, graph))
    for target in targets {
      rejections.append((rejection, target))
      for row in rejecting where row != target {
        guard question.origins[row] != question.origins[target],
          isNear(row, rejection, graph), isOfOneSize(row, target, graph)
        else { continue }
        pairs.insert(Pair(rejected: target, rejecting: row))
      }
    }
  }

  /// What somebody said weeks before he rejected a number is not set against it.
  private func isNear(_ row: Int, _ rejection: Int, _ graph: ClaimGraph) -> Bool {
    guard graph.claims[row].document != graph.claims[rejection].document,
      let first = graph.published(of: row)?.latest?.day,
      let second = graph.published(of: rejection)?.latest?.day
    else { return true }
    return abs(Int(first.number) - Int(second.number)) <= mostDaysBetween
  }

  /// Who speaks of two does not gainsay ninety-six: of counts so far apart one is of a few of them.
  private func isOfOneSize(_ row: Int, _ target: Int, _ graph: ClaimGraph) -> Bool {
    let sides = [row, target].map { graph.claims[$0].proposition.quantity }
    guard let one = sides[0]?.stated, let other = sides[1]?.stated, sides[0]?.kind == .count,
      let far = one.times(mostTimes), let most = other.times(mostTimes)
    else { return true }
    return other <= far && one <= most
  }

  /// The figures a rejection speaks of: those whose words it repeats, else the last one before it.
  private func rejected(
    by rejection: Int, _ own: String, _ question: DisputedRows, _ graph: ClaimGraph
  ) -> [Int] {
    let claim = graph.claims[rejection]
    func isOther(_ row: Int) -> Bool { row != rejection && question.origins[row] != own }
    let named = question.rows(namedIn: foldedWords(claim.disputes ?? ""), graph).filter(isOther)
    if !named.isEmpty { return named }
    guard let before = lastFigure(before: claim, graph), question.origins[before] != nil,
      isOther(before), !isStatement(between: before, and: claim, own, graph)
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
      graph.claims.isFigure(row) && graph.claims[row].span.range < claim.sentence.range
        && graph.claims[row].sentence.range != claim.sentence.range
    }
    guard let last = before.max(by: { graph.claims[$0].span.range < graph.claims[$1].span.range })
    else { return nil }
    // `Eight: seven civilians and an officer`, and then it is the eight that is rejected.
    return graph.statedWhole(last) ?? last
  }

  /// The figures of the rejection's own sentence and of the next one that has any.
  ///
  /// They are set against the rejected number: `groups dispute this. Penal Forum counts 56`.
  private func following(
    _ rejection: Int, _ question: DisputedRows, _ graph: ClaimGraph
  ) -> Set<Int> {
    let one = graph.claims[rejection]
    let here = question.rows(in: one.document)
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

/// So many days may lie between a number and the rejection of another.
private let mostDaysBetween = 7

/// So many times as large a number is no other count of the same.
private let mostTimes = ExactNumber(10)

/// About two sentences: no farther away is a number still set against the rejected one.
private let nearBytes = 240
