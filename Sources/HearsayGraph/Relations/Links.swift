package import HearsayCore

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
      links += self.links(
        lines[pair.one], lines[pair.other],
        beside(lines[pair.one], lines[pair.other], disputes)
          ?? compare(
            lines[pair.one], lines[pair.other], sides[pair.one], sides[pair.other], disputes))
    }
    for line in lines[place...] { links += retellings(line) }
    return withIncrements(withoutDetours(links), lines)
  }

  /// Of 5, 56, 60 the 60 follows the 56 and the 56 the 5, so that 60 follows 5 is not said again.
  ///
  /// What one origin says of its own former figure always is.
  private func withoutDetours(_ links: [Link]) -> [Link] {
    var older: [Int: Set<Int>] = [:]
    for link in links where link.relation == .supersedes {
      older[link.from, default: []].insert(link.to)
    }
    var clashing: [Int: [Int]] = [:]
    for link in links where link.relation == .contradicts {
      clashing[link.from, default: []].append(link.to)
      clashing[link.to, default: []].append(link.from)
    }
    return links.filter { link in
      if link.relation == .contradicts { return !isDetour(link, clashing, older) }
      guard link.relation == .supersedes, link.confidence != .certain else { return true }
      let between = older[link.from, default: []]
      return !between.contains { older[$0]?.contains(link.to) == true }
    }
  }

  /// Whether one side clashes already with the figure whose place the other has taken.
  private func isDetour(
    _ link: Link, _ clashing: [Int: [Int]], _ older: [Int: Set<Int>]
  ) -> Bool {
    guard link.verdict == .conflict(.strict), !older.isEmpty else { return false }
    return [(link.from, link.to), (link.to, link.from)].contains { newer, rival in
      guard let former = older[newer], let day = figure(rival).day else { return false }
      return clashing[rival, default: []].contains { other in
        former.contains(other) && figure(other).day.map { day <= $0 } == true
      }
    }
  }

  private func links(
    _ one: OriginLine, _ other: OriginLine, _ comparison: Comparison
  ) -> [Link] {
    if isToldAgain(comparison, one, other) {
      var again = restatement(other.claim, one.claim, .probable)
      again.verdict = comparison.verdict
      return [again]
    }
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
      var again = restatement(other.claim, one.claim, .probable)
      again.verdict = link.verdict
      again.reasons = ["both tell of one promise"]
      return [again]
    }
    let independent = one.origin.key != other.origin.key
    let named = one.origin.kind == .identified && other.origin.kind == .identified
    // A number given as a former one is retold, not found again.
    let isRetold = isFormer(one.claim) || isFormer(other.claim)
    if !independent, named, one.documents != other.documents {
      var again = restatement(other.claim, one.claim, .probable)
      again.verdict = link.verdict
      return [again]
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

  /// A later figure of the same source takes the place of its earlier one.
  private func replacement(
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

  private func isOneSpeaker(_ one: OriginLine, _ other: OriginLine) -> Bool {
    one.origin.key == other.origin.key && one.origin.kind == .identified
  }

  /// What came in a window that lies in the time of a total is a part of it.
  private func flowLink(_ link: Link, _ one: OriginLine, _ other: OriginLine) -> Link? {
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

// MARK: Retellings

extension ClaimGraph {
  /// Each telling of a line after the first, and what changed in it.
  private func retellings(_ line: OriginLine) -> [Link] {
    guard let first = line.claims.first, line.documents.count > 1 else { return [] }
    let others = line.claims.dropFirst().filter { claims[$0].document != claims[first].document }
    let confidence = line.origin.confidence
    return others.prefix(mostComparedLines).map { restatement($0, first, confidence) }
  }

  private func restatement(_ from: Int, _ to: Int, _ confidence: Confidence) -> Link {
    Link(
      .restates, from: from, to: to, reasons: ["both go back to one origin"],
      confidence: confidence, shift: shifts(from: to, to: from))
  }

  /// What changed between two tellings.
  package func shifts(from earlier: Int, to later: Int) -> [Shift] {
    let before = claims[earlier]
    let after = claims[later]
    let one = before.proposition
    let other = after.proposition
    var shifts: [Shift] = []
    if one.quantity?.stated != other.quantity?.stated {
      shifts.append(.quantity)
    } else if one.quantity?.interval != other.quantity?.interval {
      shifts.append(.bound)
    }
    if (before.partOf == nil) != (after.partOf == nil) { shifts.append(.role) }
    if one.population != other.population { shifts.append(.population) }
    if asOf(earlier)?.days != asOf(later)?.days { shifts.append(.time) }
    if one.part != other.part || one.place != other.place { shifts.append(.scope) }
    if before.frames != after.frames { shifts.append(.label) }
    if one.modality != other.modality { shifts.append(.modality) }
    if lostMarks(before, after) { shifts.append(.marksLost) }
    return shifts
  }

  /// Words quoted in one telling and printed as the article's own in the other.
  private func lostMarks(_ before: Claim, _ after: Claim) -> Bool {
    guard let quote = before.quote, after.quote == nil else { return false }
    return containsRun(foldedWords(quote), in: foldedWords(after.sentence.text))
  }
}
