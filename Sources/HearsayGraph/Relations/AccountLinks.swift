import HearsayCore

// From the steps of a question's accounts to links between its lines.

extension ClaimGraph {
  /// What replaces and gainsays what, read over all articles in order of time, in the place of what
  /// two figures by themselves seem to say.
  ///
  /// A story file says itself which labels and episodes belong together: there each two figures are
  /// weighed by its populations, and the accounts add nothing.
  func withAccounts(_ links: [Link], _ lines: [OriginLine]) -> [Link] {
    guard rules.episodes.isEmpty, let course = course(of: lines) else { return links }
    var kept = links.filter { !isReadFromAccounts($0) }
    var known = Set(kept.filter { $0.relation == .contradicts }.map { Set([$0.from, $0.to]) })
    for series in series(of: tellings(of: lines), course) {
      for step in AccountSweep(series, course, rules).steps {
        let link = link(step, course)
        // An explicit dispute says more than the numbers do.
        if link.relation == .contradicts, !known.insert([link.from, link.to]).inserted { continue }
        if !kept.contains(where: { $0.isSamePair(link) && $0.relation == link.relation }) {
          kept.append(link)
        }
      }
    }
    return kept
  }

  /// Whether a link of two figures is one that the accounts decide.
  private func isReadFromAccounts(_ link: Link) -> Bool {
    switch link.relation {
    case .supersedes: return true
    case .contradicts:
      guard link.verdict == .conflict(.strict) else { return false }
      return !isInsideArticle(link) && figure(link.from).measure != .flow
        && figure(link.to).measure != .flow
    default: return false
    }
  }

  /// Whether an article is at odds with itself in words that the rules or its build make sure.
  private func isInsideArticle(_ link: Link) -> Bool {
    guard claims[link.from].document == claims[link.to].document else { return false }
    return statedWhole(link.from) == link.to || statedWhole(link.to) == link.from
  }

  private func link(_ step: AccountStep, _ course: Course) -> Link {
    var assumptions = ["both speak of one event"]
    switch step.kind {
    case .replaces:
      if course == .grows { assumptions.append("both count from the same first day") }
      return Link(
        .supersedes, verdict: .later, from: step.from.claim, to: step.to.claim,
        reasons: [step.reason], assumptions: assumptions,
        confidence: step.from.origin == step.to.origin ? .certain : step.confidence)
    case .clashes:
      return Link(
        .contradicts, verdict: .conflict(.strict), from: step.from.claim, to: step.to.claim,
        reasons: [step.reason], assumptions: assumptions, confidence: step.confidence)
    }
  }

  /// Tellings of one thing each: soldiers apart from all who were hurt, another place's event apart.
  private func series(of tellings: [Telling], _ course: Course) -> [[Telling]] {
    var series: [(key: String, tellings: [Telling])] = []
    for telling in tellings.sorted(by: { ($0.day, $0.order) < ($1.day, $1.order) }) {
      let key = telling.sort == .subgroup ? telling.head : ""
      let place = series.firstIndex { known in
        known.key == key && known.tellings.first.map { isOne($0, telling, course) } == true
      }
      if let place {
        series[place].tellings.append(telling)
      } else if series.count < mostSeries {
        series.append((key, [telling]))
      }
    }
    return series.map(\.tellings)
  }

  private func isOne(_ one: Telling, _ other: Telling, _ course: Course) -> Bool {
    var deliberation = Deliberation(one.figure, other.figure, rules)
    guard deliberation.whyNotComparable() == nil else { return false }
    switch relate(one.figure, other.figure, rules) {
    case .equal, .assumedEqual, .label: break
    case .partOfOther, .wholeOfOther, .unrelated: return false
    }
    return deliberation.mayBeOneToll(one.interval, other.interval)
      || deliberation.weighEventsApart() == nil
  }
}

extension Link {
  fileprivate func isSamePair(_ other: Link) -> Bool {
    (from == other.from && to == other.to) || (from == other.to && to == other.from)
  }
}

/// So many things are counted at most under one question.
private let mostSeries = 12
