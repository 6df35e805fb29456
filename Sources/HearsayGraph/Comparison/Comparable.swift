import HearsayCore

// Step 1 of a comparison: figures that answer different questions are never compared.

extension Deliberation {
  /// Why the two do not answer one question; `nil` when they do.
  func whyNotComparable() -> String? {
    guard let first = one.proposition.quantity, let second = other.proposition.quantity else {
      return "one of them gives no number"
    }
    return whyOtherSubject() ?? whyOtherKind(first, second) ?? whyOtherModality()
      ?? whyOtherMeasure() ?? whyOtherEpisode() ?? whyOtherActor()
  }

  /// Why two figures that answer one question as asked are no two values of one thing.
  func whyNotOneAnswer() -> String? {
    guard let first = one.proposition.quantity, let second = other.proposition.quantity else {
      return "one of them gives no number"
    }
    if one.isElsewhere != other.isElsewhere { return "one tells of another event" }
    if !haveOneStem, let reason = whyOtherSubject() { return reason }
    // `up from 2.1 billion last week`.
    let isElliptic =
      first.kind == .money && second.kind == .money
      && [first, second].contains { quantity in
        quantity.unit == nil && quantity.stated.map { $0 > ExactNumber(999) } == true
      }
    return (isElliptic ? nil : whyOtherKind(first, second)) ?? whyOtherModality()
      ?? whyOtherMeasure() ?? whyOtherEpisode() ?? whyOtherActor()
  }

  /// Whether their topics are forms of one word: `damage`, `damaged`.
  private var haveOneStem: Bool {
    guard let first = one.proposition.topic, let second = other.proposition.topic else {
      return false
    }
    let shared = zip(first.utf8, second.utf8).prefix { $0 == $1 }.count
    return shared >= 5 && shared + 2 >= min(first.utf8.count, second.utf8.count)
  }

  private func whyOtherSubject() -> String? {
    if one.isElsewhere != other.isElsewhere { return "one tells of another event" }
    let topics = (one.proposition.topic, other.proposition.topic)
    if let first = topics.0, let second = topics.1 {
      return first == second ? nil : "different topics: \(first), \(second)"
    }
    if one.proposition.otherEvent != nil || other.proposition.otherEvent != nil {
      return "one tells of another event"
    }
    return sameHappening(one.proposition, other.proposition)
      ? nil : "not said to be the same happening"
  }

  private func whyOtherModality() -> String? {
    let classes = (one.proposition.modality.realm, other.proposition.modality.realm)
    if classes.0 != classes.1 {
      return "a \(one.proposition.modality.rawValue) and a \(other.proposition.modality.rawValue)"
    }
    return one.proposition.positive == other.proposition.positive
      ? nil : "one is said to be so, the other not to be so"
  }

  private func whyOtherKind(_ first: Quantity, _ second: Quantity) -> String? {
    if first.kind != second.kind {
      return "different kinds: \(first.kind.rawValue), \(second.kind.rawValue)"
    }
    switch first.kind {
    case .money, .measure, .percent, .other:
      return sameUnit(first.unit, second.unit, rules)
        ? nil : "different units: \(first.unit ?? "none"), \(second.unit ?? "none")"
    case .count, .ordinal, .age: return nil
    }
  }

  private func whyOtherMeasure() -> String? {
    let measures = (one.measure, other.measure)
    if measures.0 == measures.1 || measures.0 == .none || measures.1 == .none { return nil }
    let pair: Set = [measures.0, measures.1]
    // What came in a window is bounded by the running total; nothing else mixes.
    if pair == [.flow, .cumulative] { return nil }
    return "different measures: \(measures.0.rawValue), \(measures.1.rawValue)"
  }

  private func whyOtherEpisode() -> String? {
    guard !lacksEpisode(one.proposition, asOf: one.asOf, rules),
      !lacksEpisode(other.proposition, asOf: other.asOf, rules)
    else { return nil }
    let first = episode(one)
    let second = episode(other)
    return first == second ? nil : "different episodes: \(first ?? "none"), \(second ?? "none")"
  }

  private func episode(_ figure: Figure) -> String? {
    episodeName(figure.proposition, asOf: figure.asOf, rules)
  }

  /// Two named actors did two things: GM's lay-offs are not Chrysler's.
  ///
  /// Only without a story file, whose topics already say what belongs together.
  private func whyOtherActor() -> String? {
    guard rules.topic(one.proposition.topic) == nil, let first = one.proposition.actor,
      let second = other.proposition.actor, first.hasCapital, second.hasCapital,
      Set(foldedWords(first)).isDisjoint(with: foldedWords(second))
    else { return nil }
    return "different actors: \(first), \(second)"
  }
}

/// The episode of the rules in which a figure's event lies, by the best time known.
func episodeName(_ proposition: Proposition, asOf: TimeValue?, _ rules: GraphRules) -> String? {
  let time = bestTime(proposition, asOf: asOf)
  return (time?.latest ?? time?.earliest).flatMap { rules.episode(holding: $0.day)?.name }
}

/// Whether the time of a figure does not say to which episode it belongs: no time at all, or one
/// open towards an episode, as `after 3 January`.
func lacksEpisode(_ proposition: Proposition, asOf: TimeValue?, _ rules: GraphRules) -> Bool {
  guard let time = bestTime(proposition, asOf: asOf) else { return true }
  let isOpen = time.earliest == nil || time.latest == nil
  return isOpen && episodeName(proposition, asOf: asOf, rules) == nil
}

/// When the event of a figure was, as well as is known.
func bestTime(_ proposition: Proposition, asOf: TimeValue?) -> TimeValue? {
  proposition.eventTime.known ?? proposition.window.known ?? asOf.known
}

/// Whether two clauses without a topic tell of one happening: the predicate of one is among the
/// words of the other (`lost` and `a loss`), or none has a predicate and both count the same.
func sameHappening(_ one: Proposition, _ other: Proposition) -> Bool {
  switch (one.predicate, other.predicate) {
  case (nil, nil): return sharesSubject(one, other)
  case (let first?, nil): return other.terms.contains(first)
  case (nil, let second?): return one.terms.contains(second)
  case (let first?, let second?):
    return first == second || other.terms.contains(first) || one.terms.contains(second)
  }
}

/// Whether two units measure one thing, perhaps on different scales.
func sameUnit(_ one: String?, _ other: String?, _ rules: GraphRules) -> Bool {
  unitFamily(one, rules) == unitFamily(other, rules)
}

/// What a unit measures: the family of the rules, or the unit itself.
func unitFamily(_ unit: String?, _ rules: GraphRules) -> String {
  guard let unit else { return "" }
  if let known = rules.unit(unit) { return known.family }
  let words = folded(unit)
  // A sign such as € has no letters. A bare $ is read as the one of the United States.
  guard unit.unicodeScalars.last == "$" else { return words.isEmpty ? unit : words }
  return words == "us" || words == "u s" ? "$" : words + "$"
}

extension Modality {
  /// What is, what is promised and what is judged are three worlds.
  var realm: String {
    switch self {
    case .event, .state: "actual"
    case .promise, .plan: "intended"
    case .demand: "demanded"
    case .evaluation: "judged"
    }
  }
}
