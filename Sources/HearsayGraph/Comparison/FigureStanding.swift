import HearsayCore

// What a figure is within its own article: the total, a part of it, a former total, another event.

extension ClaimGraph {
  /// Whether its article counts more in all: then it is read as a part.
  func isMinor(_ row: Int) -> Bool { traits(row).contains(.minor) }

  /// Whether it names only some of those that its article counts in all.
  func isSubgroup(_ row: Int, isMinor: Bool) -> Bool {
    isMinor && claims[row].proposition.population == nil
      && claims[row].proposition.nounSort(rules) == .subgroup && !claims[row].isJoined(rules)
  }

  /// Whether its sentence gives it as a number that no longer holds.
  func isFormer(_ row: Int) -> Bool { traits(row).contains(.former) }

  /// Why a figure belongs to another event than the one its article reports; `nil` when it does not
  /// or when it is all the article tells.
  func whyElsewhen(_ row: Int) -> String? {
    if traits(row).contains(.sibling) { return "told with figures of another event" }
    guard isElsewhen(row), let time = bestTime(claims[row].proposition, asOf: nil) else {
      return nil
    }
    return "dated \(time.value), the article's own event is later"
  }

  /// Whether its words date it long before its article.
  func isElsewhen(_ row: Int) -> Bool {
    !traits(row).isDisjoint(with: [.elsewhen, .sibling])
  }

  /// The claim in which each article tells how things stand: what its headline says too, else the
  /// first.
  ///
  /// An article with several sums in the question and none of them in its headline has no such claim.
  func states(of lines: [OriginLine]) -> Set<Int> {
    var candidates: [Int: [Int]] = [:]
    for line in lines where line.isMain {
      for row in line.claims where mayBeState(row) {
        candidates[claims[row].document, default: []].append(row)
      }
    }
    return Set(
      candidates.values.compactMap { rows in
        let best = rows.min { standing($0).lexicographicallyPrecedes(standing($1)) }
        return best.flatMap { isClear($0, among: rows) ? $0 : nil }
      })
  }

  private func isClear(_ best: Int, among rows: [Int]) -> Bool {
    guard let quantity = claims[best].proposition.quantity, quantity.kind != .count,
      standing(best)[0] > 0
    else { return true }
    return rows.allSatisfy { claims[$0].proposition.quantity?.interval == quantity.interval }
  }

  private func mayBeState(_ row: Int) -> Bool {
    let about = claims[row].proposition
    guard let quantity = about.quantity, quantity.vague == nil else { return false }
    return about.measure != .flow && about.positive
      && traits(row).isDisjoint(with: [.former, .minor, .increment])
  }

  private func standing(_ row: Int) -> [Int] {
    let claim = claims[row]
    let isHeadOnly = claim.zone.isDisplay && claim.repeats.isEmpty
    let isHead = !isHeadOnly && (claim.zone.isDisplay || claim.repeats.contains { $0.line <= 2 })
    let isSighting = claim.proposition.nounSort(rules) == .sighting
    return [
      isHead ? 0 : 1, isSighting ? 1 : 0, isHeadOnly ? 1 : 0, claim.span.range.start,
    ]
  }
}

extension Claim {
  /// `23 women and children`, `15 guards and soldiers`: two sorts told as one number are no part.
  func isJoined(_ rules: GraphRules) -> Bool {
    let (_, after) = wordsAround(0, 2)
    guard after.count == 2, rules.clauses.joins.contains(after[0]) else { return false }
    return rules.nouns.sort(of: after[1]) == .subgroup || rules.others.people.contains(after[1])
  }

  /// `nobody else was hurt`: none beside those told before.
  func isNoneElse(_ rules: GraphRules) -> Bool {
    guard proposition.quantity?.interval == Interval(exactly: .zero) else { return false }
    let (_, after) = wordsAround(0, 1)
    return (foldedWords(span.text) + after).contains(where: rules.others.elseWords.contains)
  }
}
