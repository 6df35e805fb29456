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
  func scaledInterval(_ figure: Figure) -> Interval? {
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
    return (first.isNamedOrigin && second.isNamedOrigin) || Self.areTwoCounts(one, other)
      || isRival(one, other) || isRival(other, one)
  }

  /// `had counted 34 when the office counted 29`: two counts that one sentence sets side by side.
  static func areTwoCounts(_ one: Figure, _ other: Figure) -> Bool {
    one.claim.mode == .implicit && other.claim.mode == .implicit
      && one.claim.document == other.claim.document
      && one.claim.sentence.range == other.claim.sentence.range
      && one.claim.span.range != other.claim.span.range && one.originKey != other.originKey
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
  var isUndated: Bool { one.asOf.known == nil && other.asOf.known == nil }
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

// MARK: What came in a window

extension Deliberation {
  private mutating func weighFlows(_ first: Interval, _ second: Interval) -> Outcome {
    if let told = weighToldAgain(first, second) { return told }
    let windows = (one.proposition.window ?? one.asOf, other.proposition.window ?? other.asOf)
    guard let days = windows.0?.days, days == windows.1?.days else {
      note(3, "two windows of time")
      return Outcome(verdict: .compatible, reason: "different windows of time")
    }
    guard first.intersects(second) else { return clash("both count the same window of time") }
    return nested(first, second)
  }

  /// One source's number told again without its days, or put right: `176 millimetres, instead of the
  /// 184 given on Wednesday`.
  private mutating func weighToldAgain(_ first: Interval, _ second: Interval) -> Outcome? {
    guard one.originKey != nil, one.originKey == other.originKey else { return nil }
    let isOneArticle = one.claim.document == other.claim.document
    if one.revises(other) || other.revises(one) || (isOneArticle && one.isFormer != other.isFormer),
      first != second
    {
      note(3, "one source gives one of them as its former number")
      return Outcome(verdict: .later, reason: "the same source's newer figure")
    }
    guard first == second, [one, other].contains(where: { $0.basis == .publication }) else {
      return nil
    }
    note(3, "one source, one number; where no days are told they are read as the same")
    assume("both count the same window of time")
    return Outcome(verdict: .same, reason: "the same number of one source")
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
