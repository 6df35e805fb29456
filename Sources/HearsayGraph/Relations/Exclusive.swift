import HearsayCore

extension ClaimGraph {
  /// Figures of topics that exclude each other, told by one article for one time: those counted by
  /// one are not among those counted by the other, so that the two may be added.
  func exclusiveLinks(in document: Int) -> [Link] {
    guard !rules.exclusive.isEmpty else { return [] }
    let rows = claimRows[document].filter { row in
      claims[row].kind == .figure && claims[row].proposition.quantity?.vague == nil
        && claims[row].proposition.quantity?.kind == .count && isMain(row)
        && figure(row).measure != .flow && whyOutside(row) == nil
    }
    return rows.enumerated().flatMap { place, one in
      rows[(place + 1)...].compactMap { exclusion(one, $0) }
    }
  }

  private func exclusion(_ one: Int, _ other: Int) -> Link? {
    let (first, second) = (claims[one].proposition, claims[other].proposition)
    guard let topic = first.topic, let opposed = second.topic, topic != opposed,
      excludes(topic, opposed), first.modality.realm == second.modality.realm,
      let population = first.population, population == second.population,
      day(of: one) == day(of: other), let low = first.quantity?.interval.low,
      let more = second.quantity?.interval.low, let sum = low.plus(more)
    else { return nil }
    return Link(
      .exclusive, verdict: .compatible, from: one, to: other,
      reasons: [
        "nobody is \(topic) and \(opposed) at one time: together at least \(sum) \(population)"
      ], assumptions: ["both speak of the same day"], confidence: .probable)
  }
}
