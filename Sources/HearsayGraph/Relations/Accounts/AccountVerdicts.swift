import HearsayCore

// What the accounts of a question say of two of its figures.

extension ClaimGraph {
  /// What the accounts say of two figures stands above what their numbers say by themselves.
  func withAccounts(_ comparison: Comparison, _ one: Int, _ other: Int) -> Comparison {
    guard claims[one].kind == .figure, claims[other].kind == .figure,
      comparison.verdict != .conflict(.explicit),
      let word = claims[one].proposition.topic ?? claims[one].proposition.predicate
    else { return comparison }
    let groups = compare(Asked(word)).groups
    let lines = groups.flatMap(\.lines)
    guard let first = lines.first(where: { $0.claims.contains(one) }),
      let second = lines.first(where: { $0.claims.contains(other) })
    else { return comparison }
    let sides = [Set([first.claim, one]), Set([second.claim, other])]
    let link = groups.flatMap(\.links).first { link in
      guard link.relation == .contradicts || link.relation == .supersedes else { return false }
      return (sides[0].contains(link.from) && sides[1].contains(link.to))
        || (sides[1].contains(link.from) && sides[0].contains(link.to))
    }
    if !rules.episodes.isEmpty, link?.relation != .contradicts { return comparison }
    return read(comparison, link)
  }

  /// A comparison of two figures of one question in the light of the link between their lines.
  func read(_ comparison: Comparison, _ link: Link?) -> Comparison {
    var comparison = comparison
    guard let link, let verdict = link.verdict else {
      guard comparison.verdict == .conflict(.strict) else { return comparison }
      let reason = "in the order of all articles neither is set against the other"
      comparison.steps.append(ComparisonStep(number: 4, text: reason))
      comparison.verdicts = [.compatible]
      comparison.reasons = [reason]
      return comparison
    }
    guard comparison.verdict != verdict else { return comparison }
    comparison.steps += link.reasons.map {
      ComparisonStep(number: 4, text: "over all articles in order of time: \($0)")
    }
    comparison.verdicts = [verdict]
    comparison.reasons = link.reasons
    for assumption in link.assumptions where !comparison.assumptions.contains(assumption) {
      comparison.assumptions.append(assumption)
    }
    comparison.confidence = max(comparison.confidence, link.confidence)
    return comparison
  }
}
