import HearsayCore

// Relations between figures that no single question holds: the first of its kind, shares that make up
// the whole, and the same number told of an event of another year.

extension ClaimGraph {
  /// From a `first` to what is told of an earlier day: a superlative that other figures gainsay.
  func firstLinks(_ rows: [Int]) -> [Link] {
    let firsts = rows.filter { isFirst($0) }
    guard !firsts.isEmpty else { return [] }
    let dated = rows.filter { row in
      claims[row].kind == .figure && claims[row].proposition.quantity?.kind == .count
        && asOfBasis(row) == .stated && isMain(row) && !isElsewhen(row) && whyOutside(row) == nil
    }
    return firsts.flatMap { first in
      dated.prefix(mostComparedLines).compactMap { firstLink(first, $0) }
    }
  }

  private func isFirst(_ row: Int) -> Bool {
    let proposition = claims[row].proposition
    return proposition.quantity?.kind == .ordinal && proposition.topic != nil
      && proposition.quantity?.interval == Interval(exactly: .one)
      && proposition.otherEvent == nil
  }

  private func firstLink(_ first: Int, _ earlier: Int) -> Link? {
    let (one, other) = (claims[first].proposition, claims[earlier].proposition)
    guard one.topic == other.topic, one.modality.realm == other.modality.realm, other.positive,
      other.otherEvent == nil, let day = day(of: first), let before = self.day(of: earlier),
      before < day, isLikeCounted(one, other)
    else { return nil }
    return Link(
      .tension, verdict: .tension, from: first, to: earlier,
      reasons: ["it is called the first, the other is of an earlier day"],
      assumptions: ["both speak of the same kind of event"], confidence: .probable)
  }

  private func isLikeCounted(_ one: Proposition, _ other: Proposition) -> Bool {
    guard let first = one.population, let second = other.population else { return true }
    return rules.lineage(first).contains(second) || rules.lineage(second).contains(first)
  }

  /// `a "mass" release after only 56`: a sentence that sets a vague word against a number.
  func contrastLinks(_ rows: [Int]) -> [Link] {
    rows.filter { claims[$0].proposition.quantity?.vague != nil }.flatMap { vague in
      claimRows[claims.document(of: vague)].compactMap { other -> Link? in
        guard claims[other].kind == .figure, claims[other].proposition.quantity?.hedge != nil,
          claims[other].sentence.range == claims[vague].sentence.range,
          claims[other].proposition.topic == claims[vague].proposition.topic,
          let reason = explain(vague, other), reason.verdict == .tension
        else { return nil }
        return Link(
          .tension, verdict: .tension, from: vague, to: other, reasons: reason.reasons,
          assumptions: reason.assumptions)
      }
    }
  }

  /// Shares of two opposite topics that make up the whole: 38 per cent insured, 62 uninsured.
  func complementLinks(_ rows: [Int]) -> [Link] {
    let shares = rows.filter { row in
      claims[row].proposition.quantity?.kind == .percent
        && opposite(claims[row].proposition.topic) != nil
    }
    return shares.enumerated().flatMap { place, one in
      shares[(place + 1)...].prefix(mostComparedLines).compactMap { complement(one, $0) }
    }
  }

  private func opposite(_ topic: String?) -> String? {
    guard let topic else { return nil }
    return rules.topic(topic)?.opposite ?? rules.topics.first { $0.opposite == topic }?.name
  }

  private func complement(_ one: Int, _ other: Int) -> Link? {
    guard isComplement(one, other) else { return nil }
    let keys = origins(of: [one, other])
    guard keys[0].key == keys[1].key else { return nil }
    let (older, newer) =
      (day(of: one) ?? Day(number: 0)) <= (day(of: other) ?? Day(number: 0))
      ? (one, other) : (other, one)
    return Link(
      .restates, verdict: .compatible, from: newer, to: older,
      reasons: ["the two shares make up the whole"], confidence: .probable, shift: [.role])
  }

  /// Whether two shares of opposite topics are together a hundred per cent.
  func isComplement(_ one: Int, _ other: Int) -> Bool {
    let (first, second) = (claims[one].proposition, claims[other].proposition)
    guard first.quantity?.kind == .percent, second.quantity?.kind == .percent,
      opposite(first.topic) == second.topic, let share = first.quantity?.stated,
      let rest = second.quantity?.stated, let sum = share.plus(rest)
    else { return false }
    return sum == ExactNumber(100)
  }

  /// What two articles tell of one event of another year: no question of the news, but the same.
  func historyLinks(_ rows: [Int]) -> [Link] {
    var events: [String: [Int]] = [:]
    for row in rows where claims[row].kind == .figure {
      let proposition = claims[row].proposition
      let isPast = isLongPast(row)
      guard let topic = proposition.topic, proposition.otherEvent != nil || isPast,
        let time = bestTime(proposition, asOf: isPast ? asOf(row) : nil),
        let start = time.earliest
      else { continue }
      let year = start.day.description.prefix(4)
      events["\(topic)\u{0}\(year)\u{0}\(proposition.population ?? "")", default: []].append(row)
    }
    return events.keys.sorted().flatMap { key in sameLinks(events[key] ?? []) }
  }

  /// Whether it tells of a time months before its article.
  private func isLongPast(_ row: Int) -> Bool {
    guard asOfBasis(row) == .stated, let day = asOf(row)?.latest?.day,
      let published = published(of: row)?.earliest?.day
    else { return false }
    return day.number + longPast < published.number
  }

  private func sameLinks(_ rows: [Int]) -> [Link] {
    rows.enumerated().flatMap { place, one in
      rows[(place + 1)...].prefix(mostComparedLines).compactMap { other -> Link? in
        guard claims[one].document != claims[other].document, !countsPart(one), !countsPart(other),
          let first = claims[one].proposition.quantity,
          let second = claims[other].proposition.quantity, first.kind == second.kind
        else { return nil }
        if first.interval == second.interval, first.vague == nil, second.vague == nil {
          return Link(
            .sameAs, verdict: .same, from: other, to: one,
            reasons: ["the same number of an event of that year"],
            assumptions: ["both speak of one event"], confidence: .probable)
        }
        return narrowerLink(one, other, first, second)
      }
    }
  }

  /// Of one event of the past `52 were killed` says what `more than fifty` does, more sharply.
  private func narrowerLink(
    _ one: Int, _ other: Int, _ first: Quantity, _ second: Quantity
  ) -> Link? {
    guard first.vague == nil, second.vague == nil, first.kind == .count,
      claims[one].proposition.positive, claims[other].proposition.positive
    else { return nil }
    let isFirst = second.interval.contains(first.interval)
    guard isFirst || first.interval.contains(second.interval) else {
      return windowLink(one, other) ?? windowLink(other, one)
    }
    return Link(
      .refines, verdict: .refines, from: isFirst ? one : other, to: isFirst ? other : one,
      reasons: ["one is narrower than the other"],
      assumptions: ["both speak of one event"], confidence: .probable)
  }

  /// `Six flew home early last year` are some of those `by the summer two dozen had been freed`: what
  /// happened in a window is a part of a total counted after it.
  private func windowLink(_ part: Int, _ whole: Int) -> Link? {
    let (few, all) = (claims[part].proposition, claims[whole].proposition)
    guard let window = few.eventTime ?? few.window, let end = window.latest,
      let counted = asOf(whole)?.latest, end < counted,
      window.earliest.map({ start in asOf(whole)?.earliest.map { start < $0 } == true }) == true,
      let less = few.quantity?.interval, let more = all.quantity?.interval, less.isBelow(more)
    else { return nil }
    return Link(
      .partOf, verdict: .compatible, from: part, to: whole,
      reasons: ["its window of time ends before the other was counted"],
      assumptions: ["both tell of one run of events"], confidence: .possible)
  }
}

/// So many days before its article a figure is of the past.
private let longPast: Int32 = 120
