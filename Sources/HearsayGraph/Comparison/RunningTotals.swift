import HearsayCore

// Two running totals: which is the later, and what a toll can have grown to in between.

extension Deliberation {
  mutating func weighTotals(_ first: Interval, _ second: Interval) -> Outcome {
    if let capacities = weighCapacities(first, second) { return capacities }
    if !mayBeOneToll(first, second), let apart = weighEventsApart() { return apart }
    assumeOneStart()
    switch order {
    case .same:
      guard first.intersects(second) else { return clash("both are as of the same time") }
      return nested(first, second)
    case .before: return weighGrowth(first, second, earlier: one, later: other)
    case .after: return weighGrowth(second, first, earlier: other, later: one)
    case .overlapping:
      note(3, "\(one.name) and \(other.name): \(order.words)")
      if first.intersects(second) { return nested(first, second) }
      return Outcome(verdict: .compatible, reason: "a total may have grown; \(order.words)")
    case .unknown:
      note(3, "\(one.name) and \(other.name): \(order.words)")
      if first.intersects(second) { return nested(first, second) }
      return Outcome(
        verdict: isUndated ? .tension : .compatible,
        reason: "they differ, and nothing says which is later")
    }
  }

  /// Whether a newer article's total, of the day of its news, may go on from the older one.
  func mayBeOneToll(_ first: Interval, _ second: Interval) -> Bool {
    guard one.measure == .cumulative, other.measure == .cumulative,
      let days = (one.happened ?? one.asOf)?.earliest?.day,
      let others = (other.happened ?? other.asOf)?.earliest?.day
    else { return false }
    return days < others ? !second.isBelow(first) : !first.isBelow(second)
  }

  /// What happened days after the other was counted, or on quite another day, is no part of it.
  mutating func weighEventsApart() -> Outcome? {
    let apart: Bool
    switch (one.happened, other.happened) {
    case (let first?, let second?): apart = first.isWellBefore(second) || second.isWellBefore(first)
    case (let first?, nil): apart = other.asOf?.isBefore(first) ?? false
    case (nil, let second?): apart = one.asOf?.isBefore(second) ?? false
    case (nil, nil): apart = false
    }
    guard apart else { return nil }
    note(3, "\(one.name) and \(other.name) tell of different days")
    return Outcome(verdict: .compatible, reason: "they tell of different days")
  }

  mutating func assumeOneStart() {
    let starts = (one.proposition.window?.earliest, other.proposition.window?.earliest)
    guard one.measure == .cumulative || other.measure == .cumulative
    else {
      if order == .before || order == .after { assume("the number can only grow") }
      return
    }
    if starts.0 == nil || starts.1 == nil || starts.0 != starts.1 {
      assume("both count from the same first day", .certain)
    }
  }

  /// The earlier total bounds the later one from below.
  mutating func weighGrowth(
    _ before: Interval, _ after: Interval, earlier: Figure, later: Figure
  ) -> Outcome {
    let isRevised = earlier.isFormer || later.revises(earlier)
    if after.isBelow(before), isRevised {
      note(3, "\(earlier.name) is given as a former number, \(later.name) in its place")
      return Outcome(verdict: .later, reason: "the number was revised down")
    }
    if after.isBelow(before) {
      return mayShrink
        ? Outcome(verdict: .compatible, reason: "different times; such a number may fall")
        : clash("\(earlier.name) came first, and a total cannot shrink")
    }
    note(3, "\(earlier.name), then \(later.name): a total may grow")
    if before == after { return Outcome(verdict: .same, reason: "the same number") }
    if let pace = implausibleGrowth(before, after, earlier, later) {
      note(3, pace)
      return Outcome(verdict: .tension, reason: "implausible growth: \(pace)")
    }
    return laterOutcome(before, after, earlier, later)
  }

  mutating func laterOutcome(
    _ before: Interval, _ after: Interval, _ earlier: Figure, _ later: Figure
  ) -> Outcome {
    let grew = largest(after, later).map { new in largest(before, earlier).map { $0 < new } }
    let isLater = (grew ?? nil) == true || before.isBelow(after)
    // What one source says later in fewer numbers takes the place of what it said before.
    let isOwnNewer =
      earlier.originKey != nil && earlier.originKey == later.originKey
      && before.contains(after)
    if before.contains(after) || after.contains(before) {
      note(4, "one interval lies inside the other")
      return Outcome(
        verdict: .refines, reason: "one is narrower than the other",
        also: isLater || isOwnNewer ? [.later] : [])
    }
    guard isLater else {
      return Outcome(verdict: .compatible, reason: "the intervals overlap")
    }
    return Outcome(verdict: .later, reason: "the newer number is the larger one")
  }

  /// The number in the words, or the bound that is given.
  func largest(_ interval: Interval, _ figure: Figure) -> ExactNumber? {
    figure.proposition.quantity?.stated ?? interval.high ?? interval.low
  }

  /// Shares and sums move both ways unless they are called a running total.
  var mayShrink: Bool {
    let kind = one.proposition.quantity?.kind
    let isTotal = one.measure == .cumulative || other.measure == .cumulative
    return !isTotal && (kind == .percent || kind == .money)
  }

  func implausibleGrowth(
    _ before: Interval, _ after: Interval, _ earlier: Figure, _ later: Figure
  ) -> String? {
    guard let limit = rules.growth.first(where: { $0.topic == earlier.proposition.topic })?.perDay,
      let high = before.high, let low = after.low, let growth = low.minus(high),
      let from = earlier.day, let to = later.day
    else { return nil }
    let days = max(1, Int(to.number) - Int(from.number))
    guard let allowed = limit.times(ExactNumber(days)), growth > allowed else { return nil }
    return "\(growth) more in \(days) day\(days == 1 ? "" : "s"), the rules allow \(allowed)"
  }
}
