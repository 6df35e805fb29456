import HearsayCore

// A part and its whole, one interval in another, and numbers that share nothing.

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

  var areInOneSentence: Bool {
    one.claim.document == other.claim.document
      && one.claim.sentence.range == other.claim.sentence.range
      && one.claim.span.range != other.claim.span.range
  }

  mutating func clash(_ why: String) -> Outcome {
    note(3, "\(one.name) and \(other.name) share no number: \(why)")
    return Outcome(verdict: .conflict(.strict), reason: "no number fits both: \(why)")
  }

  /// Step 4: equal, one inside the other, or overlapping.
  mutating func nested(_ first: Interval, _ second: Interval) -> Outcome {
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
  mutating func weighCapacities(_ first: Interval, _ second: Interval) -> Outcome? {
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
