import HearsayCore

// Steps 3 and 4 of a comparison: what the numbers allow, given what kind of number and when.

extension Deliberation {
  /// Both count the same: which rule applies depends on what sort of number each is.
  mutating func weighEqual() -> Outcome {
    let intervals = (scaledInterval(one), scaledInterval(other))
    guard let first = intervals.0, let second = intervals.1 else {
      return Outcome(verdict: .tension, reason: "a number is out of range")
    }
    if let gap = whySamePlaceTwice(first, second) ?? whyMinor(first, second) { return gap }
    if let fixed = weighFixed(first, second) { return fixed }
    switch (one.measure, other.measure) {
    case (.stock, _), (_, .stock): return weighStocks(first, second)
    case (.flow, .flow): return weighFlows(first, second)
    case (.flow, _): return weighFlow(first, one, into: second, other, order)
    case (_, .flow): return weighFlow(second, other, into: first, one, order.reversed)
    case (.ordinal, _), (_, .ordinal):
      return Outcome(
        verdict: first == second ? .same : .notComparable, reason: "places in an order")
    case (.cumulative, _), (_, .cumulative), (.none, .none):
      return weighTotals(first, second)
    }
  }

  /// The interval on the unit's common scale, so that 2 years and 18 months can be compared.
  private func scaledInterval(_ figure: Figure) -> Interval? {
    guard let quantity = figure.proposition.quantity else { return nil }
    guard quantity.kind == .measure || quantity.kind == .other || quantity.kind == .money,
      let factor = rules.unit(quantity.unit)?.factor, factor != .one
    else { return workingInterval(quantity) }
    return workingInterval(quantity).times(factor)
  }

  /// One article with two numbers mostly speaks of two things, above all when one source gives
  /// both.
  ///
  /// It may be a slip or a quarrel worth showing where the rules name both populations in two
  /// sentences, where the article's headline and body differ, or where two named sources count
  /// people. A number with an earlier date of its own is the former figure.
  private mutating func whySamePlaceTwice(_ first: Interval, _ second: Interval) -> Outcome? {
    guard one.claim.document == other.claim.document, first != second, one.originKey != nil,
      !areTwoWitnesses, !areNamedPopulations, !areHeadlineAndBody, !hasFormerFigure
    else { return nil }
    let reason = "one article, perhaps one source: read as two different things"
    note(3, reason)
    return Outcome(verdict: .notComparable, reason: reason)
  }

  /// Only two sources that are both named are surely two, `the company` may be Airbus; and of
  /// money each speaks of its own.
  private var areTwoWitnesses: Bool {
    guard let first = one.originKey, let second = other.originKey else { return false }
    let kind = one.proposition.quantity?.kind
    // Of plans each speaks of its own.
    guard first != second, kind == .count || isFixed, one.proposition.modality.realm == "actual"
    else { return false }
    return (first.isNamedOrigin && second.isNamedOrigin) || areTwoCounts || isRival(one, other)
      || isRival(other, one)
  }

  /// `had counted 34 when the office counted 29`: two counts that one sentence sets side by side.
  private var areTwoCounts: Bool {
    one.claim.mode == .implicit && other.claim.mode == .implicit && areInOneSentence
  }

  /// Whether somebody with a name says more than the article itself: less would be a part.
  private func isRival(_ rival: Figure, _ own: Figure) -> Bool {
    guard rival.originKey?.isNamedOrigin == true, own.claim.chain.count == 1,
      own.claim.zone == .body || !own.claim.repeats.isEmpty, !own.isMinor,
      !rival.isMinor, !own.isFormer, !rival.isFormer, own.measure == rival.measure,
      own.measure == .cumulative || own.measure == .stock,
      own.claim.sentence.range != rival.claim.sentence.range,
      let more = rival.proposition.quantity?.interval, let less = own.proposition.quantity?.interval
    else { return false }
    return less.isBelow(more)
  }

  private var areNamedPopulations: Bool {
    one.proposition.population != nil && other.proposition.population != nil
      && (one.claim.sentence.range != other.claim.sentence.range
        || one.originKey != other.originKey)
  }

  private var areHeadlineAndBody: Bool {
    (one.claim.zone == .body) != (other.claim.zone == .body) && one.originKey == other.originKey
  }

  private var hasFormerFigure: Bool {
    if one.isFormer != other.isFormer { return true }
    // Of money everybody may speak of another sum.
    guard one.proposition.quantity?.kind == .count else { return false }
    return switch order {
    case .before: one.basis == .stated
    case .after: other.basis == .stated
    case .same, .overlapping, .unknown: false
    }
  }
}

// MARK: What only looks like a total

extension Deliberation {
  /// A number whose article counts more in all may be a part of it, though no word says so.
  private mutating func whyMinor(_ first: Interval, _ second: Interval) -> Outcome? {
    guard one.isMinor || other.isMinor, first != second, !areNamedPopulations else { return nil }
    let minor = one.isMinor ? one : other
    let reason = "the article of \(minor.name) counts more in all: perhaps a part"
    note(3, reason)
    return Outcome(verdict: .compatible, reason: reason)
  }

  /// Whether the topic or the unit has one value for one event: a magnitude, a speed, a delay.
  private var isFixed: Bool {
    if let topic = one.proposition.topic, topic == other.proposition.topic {
      if rules.fixedTopics.contains(topic) { return true }
    }
    let kinds = (one.proposition.quantity?.kind, other.proposition.quantity?.kind)
    return kinds.0 == .measure && kinds.1 == .measure && one.measure == .none
      && other.measure == .none
  }

  /// Such a value does not move, whenever it is told.
  private mutating func weighFixed(_ first: Interval, _ second: Interval) -> Outcome? {
    guard isFixed else { return nil }
    if let apart = weighEventsApart() { return apart }
    if one.isFormer != other.isFormer {
      note(3, "one is given as a former value")
      return Outcome(verdict: .later, reason: "the newer value takes the place of the former")
    }
    assume("both speak of one thing")
    guard first.intersects(second) else { return clash("there is one value for one event") }
    return nested(first, second)
  }
}

extension Deliberation {
  /// Whether neither has any date: then a difference is at least worth a look.
  private var isUndated: Bool { one.asOf.known == nil && other.asOf.known == nil }
}

// MARK: Levels

extension Deliberation {
  private mutating func weighStocks(_ first: Interval, _ second: Interval) -> Outcome {
    if one.isWhole != other.isWhole {
      note(3, "one counts the whole before a part left, the other what remains")
      return Outcome(verdict: .compatible, reason: "a whole and its remainder")
    }
    switch order {
    case .same:
      guard first.intersects(second) else { return clash("both are levels at one time") }
      return nested(first, second)
    case .unknown where !first.intersects(second) && isUndated:
      note(3, "\(one.name) and \(other.name): levels whose times are not known")
      return Outcome(verdict: .tension, reason: "levels that differ, and no dates to order them")
    case .before, .after, .overlapping, .unknown:
      note(3, "\(one.name) and \(other.name): \(order.words), and levels move")
      if first == second { return Outcome(verdict: .same, reason: "the same level") }
      return Outcome(verdict: .compatible, reason: "levels move; \(order.words)")
    }
  }
}

// MARK: Running totals

extension Deliberation {
  private mutating func weighTotals(_ first: Interval, _ second: Interval) -> Outcome {
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
  private func mayBeOneToll(_ first: Interval, _ second: Interval) -> Bool {
    guard one.measure == .cumulative, other.measure == .cumulative,
      let days = (one.happened ?? one.asOf)?.earliest?.day,
      let others = (other.happened ?? other.asOf)?.earliest?.day
    else { return false }
    return days < others ? !second.isBelow(first) : !first.isBelow(second)
  }

  /// What happened days after the other was counted, or on quite another day, is no part of it.
  private mutating func weighEventsApart() -> Outcome? {
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

  private mutating func assumeOneStart() {
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
  private mutating func weighGrowth(
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

  private mutating func laterOutcome(
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
  private func largest(_ interval: Interval, _ figure: Figure) -> ExactNumber? {
    figure.proposition.quantity?.stated ?? interval.high ?? interval.low
  }

  /// Shares and sums move both ways unless they are called a running total.
  private var mayShrink: Bool {
    let kind = one.proposition.quantity?.kind
    let isTotal = one.measure == .cumulative || other.measure == .cumulative
    return !isTotal && (kind == .percent || kind == .money)
  }

  private func implausibleGrowth(
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

// MARK: What came in a window

extension Deliberation {
  private mutating func weighFlows(_ first: Interval, _ second: Interval) -> Outcome {
    let windows = (one.proposition.window ?? one.asOf, other.proposition.window ?? other.asOf)
    guard let days = windows.0?.days, days == windows.1?.days else {
      note(3, "two windows of time")
      return Outcome(verdict: .compatible, reason: "different windows of time")
    }
    guard first.intersects(second) else { return clash("both count the same window of time") }
    return nested(first, second)
  }

  /// What came in a window cannot be more than all that came by its end.
  private mutating func weighFlow(
    _ flow: Interval, _ flowing: Figure, into total: Interval, _ counted: Figure, _ order: TimeOrder
  ) -> Outcome {
    let window = flowing.proposition.window ?? flowing.asOf
    let start = (window?.earliest ?? window?.latest)?.day
    // The total must surely have been counted when the window had begun.
    guard let start, let until = counted.asOf?.earliest?.day, start <= until else {
      note(3, "\(flowing.name) may have come after \(counted.name) was counted")
      return Outcome(verdict: .compatible, reason: "the window may lie after the total")
    }
    guard total.isBelow(flow) else {
      note(3, "\(flowing.name) alone fits into \(counted.name) in all")
      return Outcome(verdict: .compatible, reason: "the part of one window fits into the total")
    }
    assumeOneStart()
    return clash("\(flowing.name) in one window is more than \(counted.name) in all")
  }
}

// MARK: Parts, nesting, clash

extension Deliberation {
  /// A part cannot be larger than its whole at the same time or later.
  mutating func weighPart(_ part: Figure, of whole: Figure, _ order: TimeOrder) -> Outcome {
    guard let small = scaledInterval(part), let large = scaledInterval(whole) else {
      return Outcome(verdict: .compatible, reason: "a number is out of range")
    }
    if whole.isMinor || (large.isBelow(small) && areInOneSentence) {
      note(3, "\(whole.name) may be a part itself")
      return Outcome(verdict: .compatible, reason: "each may be a part of something larger")
    }
    let mayHaveGrown = order == .after || order == .overlapping || order == .unknown
    let isLevel = part.measure == .stock && order != .same
    if large.isBelow(small), isUndated {
      note(3, "\(part.name) is more than \(whole.name), of which it is a part")
      return Outcome(verdict: .tension, reason: "a part above its whole, and no dates")
    }
    if large.isBelow(small), !mayHaveGrown, !isLevel {
      return clash("the part \(part.name) is more than the whole \(whole.name)")
    }
    note(3, "\(part.name) is a part of \(whole.name)")
    return Outcome(verdict: .compatible, reason: "a part and its whole")
  }

  private var areInOneSentence: Bool {
    one.claim.document == other.claim.document
      && one.claim.sentence.range == other.claim.sentence.range
      && one.claim.span.range != other.claim.span.range
  }

  private mutating func clash(_ why: String) -> Outcome {
    note(3, "\(one.name) and \(other.name) share no number: \(why)")
    return Outcome(verdict: .conflict(.strict), reason: "no number fits both: \(why)")
  }

  /// Step 4: equal, one inside the other, or overlapping.
  private mutating func nested(_ first: Interval, _ second: Interval) -> Outcome {
    if first == second {
      note(4, "both say \(first.name)")
      return Outcome(verdict: .same, reason: "the same number")
    }
    if first.contains(second) || second.contains(first) {
      note(4, "one interval lies inside the other")
      return Outcome(verdict: .refines, reason: "one is narrower than the other")
    }
    note(4, "the intervals overlap")
    return Outcome(verdict: .compatible, reason: "the intervals overlap")
  }

  /// `up to 840` seats and `up to 800` seats both name the most there can be.
  ///
  /// That does not move. For what happened, `up to` is a loose bound and clashes with nothing below it.
  private mutating func weighCapacities(_ first: Interval, _ second: Interval) -> Outcome? {
    guard one.proposition.modality == .state, other.proposition.modality == .state,
      one.measure == .none, other.measure == .none,
      first.low == nil, second.low == nil, let most = first.high, let other = second.high,
      most != other
    else { return nil }
    assume("'up to' names the most there can be")
    return clash("both name the most there can be")
  }
}

extension TimeValue {
  /// Whether a whole day lies between: one night's event may be dated to either day.
  func isWellBefore(_ other: TimeValue) -> Bool {
    guard let last = latest?.day, let first = other.earliest?.day else { return false }
    return last.adding(1) < first
  }
}

extension Interval {
  /// Every number times `factor`; `nil` when out of range.
  func times(_ factor: ExactNumber) -> Interval? {
    let bounds = (low.map { $0.times(factor) }, high.map { $0.times(factor) })
    if case .some(.none) = bounds.0 { return nil }
    if case .some(.none) = bounds.1 { return nil }
    return Interval(
      low: bounds.0 ?? nil, high: bounds.1 ?? nil, lowOpen: lowOpen, highOpen: highOpen)
  }
}
