import HearsayCore

// When one line takes the place of another, or is a part of it, though both may be right.

extension ClaimGraph {
  /// A later figure of the same source takes the place of its earlier one.
  func replacement(
    _ comparison: Comparison, _ one: OriginLine, _ other: OriginLine
  ) -> [Link] {
    let figures = (figure(one.claim), figure(other.claim))
    guard !figures.0.isVague, !figures.1.isVague, !figures.0.isMinor, !figures.1.isMinor else {
      return []
    }
    if let grown = grownWithinDay(figures, comparison, one, other) { return [grown] }
    guard comparison.order == .before || comparison.order == .after,
      !comparison.verdicts.contains(.later), figures.0.measure != .flow,
      figures.1.measure != .flow
    else { return [] }
    var link = Link(
      .supersedes, verdict: .later, from: one.claim, to: other.claim,
      reasons: ["the same source's newer figure"], assumptions: comparison.assumptions)
    if comparison.order == .before { swap(&link.from, &link.to) }
    if isOneSpeaker(one, other) { return [link] }
    guard areMovedLevels(figures.0, figures.1) else { return [] }
    link.verdict = comparison.verdict
    link.reasons = ["a level of a later day"]
    link.confidence = .probable
    return [link]
  }

  /// Of two totals that two articles of one day give, the larger is read as the later.
  private func grownWithinDay(
    _ figures: (Figure, Figure), _ comparison: Comparison, _ one: OriginLine, _ other: OriginLine
  ) -> Link? {
    guard comparison.order == .overlapping, comparison.verdict == .compatible,
      comparison.population.isEqual, figures.0.measure == .cumulative,
      figures.1.measure == .cumulative, figures.0.claim.document != figures.1.claim.document,
      figures.0.asOf?.days == figures.1.asOf?.days,
      let first = figures.0.proposition.quantity?.interval,
      let second = figures.1.proposition.quantity?.interval, !first.intersects(second)
    else { return nil }
    let isFirst = second.isBelow(first)
    return Link(
      .supersedes, verdict: comparison.verdict, from: isFirst ? one.claim : other.claim,
      to: isFirst ? other.claim : one.claim,
      reasons: ["two articles of one day: a total grows, so the larger is read as the later"],
      assumptions: comparison.assumptions, confidence: .possible)
  }

  /// Whether both are levels that have no number in common: then the later one is how things stand.
  private func areMovedLevels(_ one: Figure, _ other: Figure) -> Bool {
    guard one.measure == .stock || one.isFormer, other.measure == .stock || other.isFormer,
      let first = one.proposition.quantity, let second = other.proposition.quantity
    else { return false }
    return !first.interval.intersects(second.interval)
  }

  func isOneSpeaker(_ one: OriginLine, _ other: OriginLine) -> Bool {
    one.origin.key == other.origin.key && one.origin.kind == .identified
  }

  /// What came in a window that lies in the time of a total is a part of it.
  func flowLink(_ link: Link, _ one: OriginLine, _ other: OriginLine) -> Link? {
    let figures = (figure(one.claim), figure(other.claim))
    let isFirst = figures.0.measure == .flow
    guard isFirst != (figures.1.measure == .flow) else { return nil }
    let (flow, total) = isFirst ? figures : (figures.1, figures.0)
    guard total.measure == .cumulative, !flow.isVague, !total.isVague,
      let window = flow.proposition.window ?? flow.asOf, let until = total.asOf,
      let end = window.latest, let counted = until.latest, end <= counted
    else { return nil }
    var link = link.with(.partOf)
    if !isFirst { swap(&link.from, &link.to) }
    link.confidence = max(link.confidence, .probable)
    return link
  }
}
