import HearsayCore

// What a figure is within its own article: the total, a part of it, a former total, another event.

extension ClaimGraph {
  /// Whether its article counts more in all: then it is read as a part.
  ///
  /// Another source's smaller total is a rival and no part, unless its noun names only some of those
  /// counted. What the article says itself after a source's total is a part of that.
  func isMinor(_ row: Int) -> Bool {
    let claim = claims[row]
    guard let quantity = claim.proposition.quantity, quantity.kind == .count,
      quantity.vague == nil, claim.zone == .body, quantity.interval.high != nil,
      claim.proposition.measure != .flow, claim.proposition.otherEvent == nil
    else { return false }
    let larger = totals.totals(claim.document, claim.proposition, rules).filter { total in
      Int(total.row) != row && quantity.interval.isBelow(Interval(low: total.low))
        && sharesLabel(row, Int(total.row))
    }
    guard !larger.isEmpty, !isFormer(row) else { return false }
    if claim.isIncrement(rules) || claim.proposition.nounSort(rules) == .subgroup { return true }
    let voice = claim.voice
    return larger.contains { total in
      (total.voice == voice || (voice.isEmpty && Int(total.row) < row))
        && !isEarlier(row, than: Int(total.row))
    }
  }

  /// Whether the words date it before the other: then it is the total of a former day.
  private func isEarlier(_ row: Int, than other: Int) -> Bool {
    guard asOfBasis(row) == .stated, let own = day(of: row), let later = day(of: other) else {
      return false
    }
    return own < later
  }

  /// Populations of the rules say themselves what is a part of what.
  private func sharesLabel(_ one: Int, _ other: Int) -> Bool {
    let names = (claims[one].proposition.population, claims[other].proposition.population)
    return names.0 == nil || names.1 == nil || names.0 == names.1
  }

  /// Whether it names only some of those that its article counts in all.
  func isSubgroup(_ row: Int) -> Bool {
    claims[row].proposition.population == nil
      && claims[row].proposition.nounSort(rules) == .subgroup && isMinor(row)
  }

  /// Whether its sentence gives it as a number that no longer holds.
  func isFormer(_ row: Int) -> Bool { claims[row].isFormer(rules) }

  /// Why a figure belongs to another event than the one its article reports; `nil` when it does not
  /// or when it is all the article tells.
  func whyElsewhen(_ row: Int) -> String? {
    let claim = claims[row]
    guard isElsewhen(row), let time = bestTime(claim.proposition, asOf: nil) else { return nil }
    return "dated \(time.value), the article's own event is later"
  }

  /// Whether its words date it long before its article.
  func isElsewhen(_ row: Int) -> Bool {
    rules.episodes.isEmpty && claims[row].proposition.quantity?.kind == .count
      && claims[row].proposition.isLongBefore(document(of: row).facts.published)
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
    return Set(candidates.values.compactMap { rows in
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
    return about.measure != .flow && !isFormer(row) && !isMinor(row)
      && !claims[row].isIncrement(rules) && about.positive
  }

  private func standing(_ row: Int) -> [Int] {
    let claim = claims[row]
    let isHeadOnly = claim.zone.isDisplay
    let isHead = !isHeadOnly && claim.repeats.contains { $0.line <= 2 }
    let isSighting = claim.proposition.nounSort(rules) == .sighting
    return [
      isHead ? 0 : 1, isSighting ? 1 : 0, isHeadOnly ? 1 : 0, claim.span.range.start,
    ]
  }
}
