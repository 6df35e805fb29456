package import HearsayCore

/// The times of one claim, each with how it was worked out.
package struct TimesOfClaim: Hashable, Sendable {
  package var claim: Int
  /// When it happened.
  package var event: TimeValue?
  /// For when the number holds.
  package var asOf: TimeValue?
  package var asOfBasis: AsOfBasis?
  /// When the source said it.
  package var said: TimeValue?
  /// When the article was published.
  package var published: TimeValue?
}

/// What was known on a day, in its two readings.
package struct KnownAnswer: Sendable {
  package var day: Day
  /// Claims of articles that were surely out by then.
  package var published: [Int]
  /// Claims that hold for then and were printed later, or nobody knows when.
  package var holding: [Int]
}

/// Why a figure is older than it looks.
package enum Staleness: Hashable, Sendable {
  /// It holds for so many days before its article.
  case olderThanReport(days: Int)
  /// A newer figure was out before its article was.
  case overtaken(by: Int)
  /// The same figure was given for an earlier day.
  case unchanged(since: Int)
}

/// A figure and why it is stale.
package struct StaleFigure: Hashable, Sendable {
  package var claim: Int
  package var why: Staleness
}

extension ClaimGraph {
  /// The times of the claims in `rows`, in order.
  package func times(of rows: [Int]) -> [TimesOfClaim] {
    sorted(rows).map { row in
      let claim = claims[row]
      return TimesOfClaim(
        claim: row, event: claim.proposition.eventTime.known ?? claim.proposition.window.known,
        asOf: asOf(row), asOfBasis: asOfBasis(row), said: claim.chain.last?.saidAt,
        published: document(of: row).facts.published)
    }
  }

  /// What is asked by an event's word, by a number, or by words of a claim.
  package func rows(about said: Said, _ asked: Asked?, _ scope: Scope = .all) -> [Int] {
    var rows: [Int] = []
    if case .words = said, let asked {
      rows = claims(for: asked).filter { $0.closeness != .mentioned }.map(\.row)
    }
    if rows.isEmpty { rows = whoSaid(said, scope).claims }
    return sorted(rows.filter(isInside(scope)))
  }

  /// What was known by the end of `day`.
  package func known(by day: Day, _ scope: Scope = .all) -> KnownAnswer {
    var answer = KnownAnswer(day: day, published: [], holding: [])
    for row in claims.indices.lazy.filter(isInside(scope)) {
      if let out = document(of: row).facts.published?.latest?.day, out <= day {
        answer.published.append(row)
      } else if claims[row].kind == .figure, asOfBasis(row) != .publication,
        let held = asOf(row)?.latest?.day, held <= day
      {
        answer.holding.append(row)
      }
    }
    answer.published = sorted(answer.published)
    answer.holding = sorted(answer.holding)
    return answer
  }

  /// Figures that are older than their report, or overtaken when it came out.
  package func stale(_ asked: Asked? = nil, _ scope: Scope = .all) -> [StaleFigure] {
    var found: [StaleFigure] = []
    for row in claimList(asked, scope) {
      if let days = daysBeforeReport(row) {
        found.append(StaleFigure(claim: row, why: .olderThanReport(days: days)))
      }
    }
    for entry in relations(asked, scope) {
      if let figure = overtaken(entry.link) ?? unchanged(entry.link) { found.append(figure) }
    }
    var seen: Set<Int> = []
    let ordered = found.enumerated().sorted { one, other in
      let keys = (order(of: one.element.claim), order(of: other.element.claim))
      return keys.0 != keys.1 ? keys.0 < keys.1 : one.offset < other.offset
    }
    return ordered.map(\.element).filter { seen.insert($0.claim).inserted }
  }

  /// How many days before its article a figure holds, when it is more than one.
  private func daysBeforeReport(_ row: Int) -> Int? {
    guard claims[row].kind == .figure, isMain(row), whyOutside(row) == nil,
      asOfBasis(row) != .publication,
      let held = asOf(row)?.latest?.day,
      let out = document(of: row).facts.published?.earliest?.day
    else { return nil }
    let days = Int(out.number) - Int(held.number)
    let measure = figure(row).measure
    return days > 1 && (measure == .stock || measure == .cumulative) ? days : nil
  }

  /// The older figure of a link, when its article came out after the newer one was known.
  private func overtaken(_ link: Link) -> StaleFigure? {
    guard link.relation == .supersedes,
      let newerOut = document(of: link.from).facts.published?.latest?.day,
      let olderOut = document(of: link.to).facts.published?.earliest?.day, newerOut < olderOut
    else { return nil }
    return StaleFigure(claim: link.to, why: .overtaken(by: link.from))
  }

  /// The later telling of a number that was already given days before.
  private func unchanged(_ link: Link) -> StaleFigure? {
    guard link.relation == .sameAs || link.relation == .restates, claims[link.from].kind == .figure,
      let one = asOf(link.from)?.days?.upperBound, let other = asOf(link.to)?.days?.upperBound,
      claims[link.from].proposition.quantity?.interval
        == claims[link.to].proposition.quantity?.interval,
      claims[link.from].proposition.quantity?.vague == nil
    else { return nil }
    let (older, newer) = one < other ? (link.from, link.to) : (link.to, link.from)
    let days = abs(Int(one.number) - Int(other.number))
    return days > 2 ? StaleFigure(claim: newer, why: .unchanged(since: older)) : nil
  }
}
