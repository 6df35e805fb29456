package import HearsayCore

/// Two claims that look like a conflict and are none, with the reason.
package struct Lookalike: Hashable, Sendable {
  package var one: Int
  package var other: Int
  package var comparison: Comparison
}

extension ClaimGraph {
  /// Figures that differ and fit all the same, then one number that means two things.
  package func lookalikes(_ asked: Asked? = nil, _ scope: Scope = .all) -> [Lookalike] {
    var found: [Lookalike] = []
    for question in wanted(asked.map({ [$0] }) ?? everythingAsked()) {
      for group in compare(question, scope).groups { found += fitting(group) }
    }
    found += sameNumbers(asked, scope)
    var seen: Set<Set<Int>> = []
    return found.filter { seen.insert([$0.one, $0.other]).inserted }
  }

  /// Neighbours by time only: of 5, 56, 60 the 5 and the 60 need no telling.
  private func fitting(_ group: QuestionGroup) -> [Lookalike] {
    let lines = group.lines.filter {
      $0.isMain && claims[$0.claim].proposition.quantity?.vague == nil
    }
    guard lines.count > 1 else { return [] }
    let clashing = Set(
      group.links.filter { $0.relation == .contradicts || $0.relation == .tension }
        .map { Set([$0.from, $0.to]) })
    let disputes = Disputes(group.claims, origins(of: group.claims), self)
    return (1..<lines.count).flatMap { place in
      (max(0, place - nearestLines)..<place).compactMap { before in
        let (one, other) = (lines[before], lines[place])
        guard differ(one.claim, other.claim), !clashing.contains([one.claim, other.claim]) else {
          return nil
        }
        let pair = Set([one.claim, other.claim])
        let newer = group.links.first {
          $0.relation == .supersedes && Set([$0.from, $0.to]) == pair
        }
        var comparison = compare(one, other, disputes)
        if rules.episodes.isEmpty { comparison = read(comparison, newer) }
        return comparison.verdict.isConflict || comparison.verdict == .tension
          ? nil : Lookalike(one: one.claim, other: other.claim, comparison: comparison)
      }
    }
  }

  private func differ(_ one: Int, _ other: Int) -> Bool {
    claims[one].proposition.quantity?.interval != claims[other].proposition.quantity?.interval
  }

  /// One number of several questions: 7 missing, 7 found.
  private func sameNumbers(_ asked: Asked?, _ scope: Scope) -> [Lookalike] {
    let rows = claimList(asked, scope).filter { row in
      let quantity = claims[row].proposition.quantity
      return quantity?.kind == .count && quantity?.stated.map { $0 > ExactNumber(2) } == true
    }
    var byNumber: [ExactNumber: [Int]] = [:]
    for row in rows {
      guard let stated = claims[row].proposition.quantity?.stated else { continue }
      byNumber[stated, default: []].append(row)
    }
    return byNumber.keys.sorted().compactMap { number in
      let rows = byNumber[number] ?? []
      guard let first = rows.first,
        let other = rows.first(where: { isOtherTopic($0, first) }),
        let comparison = explain(first, other), comparison.verdict == .notComparable
      else { return nil }
      return Lookalike(one: first, other: other, comparison: comparison)
    }
  }

  private func isOtherTopic(_ one: Int, _ other: Int) -> Bool {
    let topics = [one, other].map {
      claims[$0].proposition.topic ?? claims[$0].proposition.predicate
    }
    return topics[0] != nil && topics[1] != nil && topics[0] != topics[1]
  }
}

/// With how many lines before it a line is held.
private let nearestLines = 3
