import HearsayCore

extension ClaimGraph {
  /// How the lines of one question bear on each other, in the order of the lines.
  func links(between lines: [OriginLine], _ disputes: Disputes) -> [Link] {
    var links: [Link] = []
    let sides = lines.map { side($0, disputes) }
    var place = 0
    for pair in wanted(pairs(of: lines, disputes)) {
      while place <= pair.one {
        links += retellings(lines[place])
        place += 1
      }
      let (one, other) = (lines[pair.one], lines[pair.other])
      let comparison =
        beside(one, other, disputes)
        ?? compare(one, other, sides[pair.one], sides[pair.other], disputes)
      links += self.links(one, other, comparison)
    }
    for line in lines[place...] { links += retellings(line) }
    return withIncrements(withoutDetours(links), lines)
  }

  private func links(
    _ one: OriginLine, _ other: OriginLine, _ comparison: Comparison
  ) -> [Link] {
    if isToldAgain(comparison, one, other) { return [toldAgain(one, other, comparison.verdict)] }
    var links = comparison.verdicts.flatMap { link($0, comparison, one, other) }
    let isVague = [one, other].contains { claims[$0.claim].proposition.quantity?.vague != nil }
    if links.isEmpty, one.origin.key == other.origin.key, one.documents != other.documents,
      comparison.verdict != .notComparable, !isVague
    {
      links.append(restatement(one.claim, other.claim, .probable))
    }
    if comparison.reasons.first == "a whole and its remainder",
      claims[one.claim].sharesNumber(claims[other.claim])
    {
      links.append(
        Link(
          .restates, from: other.claim, to: one.claim, reasons: comparison.reasons,
          confidence: .probable, shift: [.role]))
    }
    return links
  }

  /// Whether one source's number of one day is told with and without its bound: `at least 34 by
  /// noon`, and `had counted 34 on Friday`.
  private func isToldAgain(
    _ comparison: Comparison, _ one: OriginLine, _ other: OriginLine
  ) -> Bool {
    guard comparison.verdict == .refines, isOneSpeaker(one, other),
      one.documents != other.documents,
      let first = asOf(one.claim)?.days, let second = asOf(other.claim)?.days,
      let number = claims[one.claim].proposition.quantity?.stated
    else { return false }
    return number == claims[other.claim].proposition.quantity?.stated && first.overlaps(second)
  }

  private func toldAgain(_ one: OriginLine, _ other: OriginLine, _ verdict: Verdict?) -> Link {
    var again = restatement(other.claim, one.claim, .probable)
    again.verdict = verdict
    return again
  }

  /// Two lines laid side by side.
  func compare(_ one: OriginLine, _ other: OriginLine, _ disputes: Disputes) -> Comparison {
    compare(one, other, side(one, disputes), side(other, disputes), disputes)
  }

  private func compare(
    _ one: OriginLine, _ other: OriginLine, _ first: Figure, _ second: Figure,
    _ disputes: Disputes
  ) -> Comparison {
    compareFigures(
      first, second, sharedRules, disputed: disputes.isDisputed(one.claims, other.claims))
  }

  /// Where one sentence tells both as two counts, what it says of them holds for their lines.
  private func beside(
    _ one: OriginLine, _ other: OriginLine, _ disputes: Disputes
  ) -> Comparison? {
    guard one.claims.count + other.claims.count < mostTold else { return nil }
    for first in one.claims {
      for second in other.claims
      where claims.document(of: first) == claims.document(of: second)
        && (first, second) != (one.claim, other.claim)
      {
        let sides = (
          side(one, disputes, first), side(other, disputes, second)
        )
        if Deliberation.areTwoCounts(sides.0, sides.1) {
          return compare(one, other, sides.0, sides.1, disputes)
        }
      }
    }
    return nil
  }

  private func side(_ line: OriginLine, _ disputes: Disputes, _ told: Int? = nil) -> Figure {
    var figure = figure(told ?? line.claim, originKey: line.origin.key)
    if line.claims.contains(where: { disputes.contested.contains($0) }) {
      figure.isContested = true
    }
    return figure
  }

  private func link(
    _ verdict: Verdict, _ comparison: Comparison, _ one: OriginLine, _ other: OriginLine
  ) -> [Link] {
    var link = Link(
      .tension, verdict: verdict, from: one.claim, to: other.claim, reasons: comparison.reasons,
      assumptions: comparison.assumptions, confidence: comparison.confidence)
    switch verdict {
    case .same: return sameLinks(link, one, other)
    case .refines:
      link.relation = .refines
      if narrower(other.claim, one.claim) { swap(&link.from, &link.to) }
      let newer = replacement(comparison, one, other)
      // A source's newer figure takes the place of its former one; it does not only narrow it.
      if isOneSpeaker(one, other), !newer.isEmpty || comparison.verdicts.contains(.later) {
        return newer
      }
      return [link]
    case .later:
      link.relation = .supersedes
      // The newer one comes first.
      if comparison.order == .before { swap(&link.from, &link.to) }
      link.confidence =
        one.origin.key == other.origin.key ? .certain : max(link.confidence, .probable)
    case .tension: link.relation = .tension
    case .conflict(let ground):
      link.relation = .contradicts
      if isOneSpeaker(one, other), comparison.population.isEqual {
        link.reasons.append("one source is given two values")
      }
      if ground == .explicit { return [link, link.with(.disputes)] }
    case .conflictIfSamePopulation:
      // Without a story file nobody said that the two labels are used for the same people.
      link.relation =
        rules.population(claims[one.claim].proposition.population) == nil
          && rules.population(claims[other.claim].proposition.population) == nil
        ? .tension : .contradicts
    case .contestedLabel: return labelLinks(link, comparison, one, other)
    case .compatible: return compatibleLinks(link, comparison, one, other)
    case .notComparable: return []
    }
    return [link]
  }

  /// From the claim whose label is denied to a figure that the label is used for; where both fit
  /// together there is nothing to tell.
  private func labelLinks(
    _ link: Link, _ comparison: Comparison, _ one: OriginLine, _ other: OriginLine
  ) -> [Link] {
    let isVague = [one, other].contains { claims[$0.claim].proposition.quantity?.vague != nil }
    guard comparison.verdict.isConflict || (comparison.verdict == .tension && !isVague) else {
      return []
    }
    var link = link
    link.relation = .contestsLabel
    link.reasons = ["it is denied that those counted bear the label"]
    if !one.claims.contains(where: { claims[$0].contestsLabel != nil }),
      other.claims.contains(where: { claims[$0].contestsLabel != nil })
    {
      swap(&link.from, &link.to)
    }
    return [link]
  }

  private func sameLinks(_ link: Link, _ one: OriginLine, _ other: OriginLine) -> [Link] {
    // A promise is one act: who tells of it again is no second witness.
    if claims[one.claim].proposition.modality.realm == "intended" {
      var again = toldAgain(one, other, link.verdict)
      again.reasons = ["both tell of one promise"]
      return [again]
    }
    let independent = one.origin.key != other.origin.key
    let named = one.origin.kind == .identified && other.origin.kind == .identified
    // A number given as a former one is retold, not found again.
    let isRetold = isFormer(one.claim) || isFormer(other.claim)
    if !independent, named, one.documents != other.documents {
      return [toldAgain(one, other, link.verdict)]
    }
    guard independent, named, !isRetold else { return [link.with(.sameAs)] }
    return [link.with(.sameAs), link.with(.supports)]
  }

  private func compatibleLinks(
    _ link: Link, _ comparison: Comparison, _ one: OriginLine, _ other: OriginLine
  ) -> [Link] {
    var link = link
    switch comparison.population {
    case .partOfOther: link.relation = .partOf
    case .wholeOfOther:
      link.relation = .partOf
      swap(&link.from, &link.to)
    default:
      if let part = flowLink(link, one, other) { return [part] }
      return replacement(comparison, one, other)
    }
    return [link]
  }

  private func narrower(_ one: Int, _ other: Int) -> Bool {
    guard let first = claims[one].proposition.quantity?.interval,
      let second = claims[other].proposition.quantity?.interval
    else { return false }
    return second.contains(first) && !first.contains(second)
  }
}

/// Among no more tellings of two lines one sentence is looked for that has both.
private let mostTold = 24

extension Claim {
  fileprivate func sharesNumber(_ other: Claim) -> Bool {
    proposition.quantity?.interval == other.proposition.quantity?.interval
  }
}

extension Link {
  func with(_ relation: Relation) -> Link {
    var link = self
    link.relation = relation
    return link
  }
}
