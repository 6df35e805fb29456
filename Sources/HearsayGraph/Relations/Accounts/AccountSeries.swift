import HearsayCore

// Which tellings of a question are of one thing.

extension ClaimGraph {
  /// Tellings of one thing each: soldiers apart from all who were hurt, another place's event apart.
  func series(
    of tellings: [Telling], _ asked: Asked, _ course: Course
  ) -> [[Telling]] {
    let words = foldedWords(asked.phrase)
    let isCrowd = course == .fixed && rules.accounts.isFixed(words)
    var series: [(key: String, tellings: [Telling])] = []
    for telling in tellings.sorted(by: { ($0.day, $0.order) < ($1.day, $1.order) }) {
      let key = telling.sort == .subgroup ? telling.head : ""
      let place = series.firstIndex { known in
        known.key == key
          && known.tellings.first.map { first in
            (isCrowd && areSameCrowd(first, telling, words))
              || isOne(first, telling, course, words)
          } == true
      }
      if let place {
        series[place].tellings.append(telling)
      } else if series.count < mostSeries {
        series.append((key, [telling]))
      }
    }
    return series.map(\.tellings)
  }

  private func isOne(
    _ one: Telling, _ other: Telling, _ course: Course, _ asked: [String]
  ) -> Bool {
    if areBatches(one, other) { return false }
    let deliberation = Deliberation(one.figure, other.figure, sharedRules)
    // A train has one speed, whatever verb goes with it; and suspects held and suspects arrested,
    // hostages locked in and hostages freed are the same ones.
    if deliberation.whyNotOneAnswer() != nil {
      guard isOneSpeed(one, other, course) || areSameOnes(one, other) else { return false }
    }
    switch relate(one.figure, other.figure, rules) {
    case .equal, .assumedEqual, .label: break
    case .partOfOther, .wholeOfOther, .unrelated:
      // `injured officers`, `police officers`, when officers are asked for.
      guard isAsked(one.head, asked), isAsked(other.head, asked) else { return false }
    }
    return deliberation.mayBeOneToll(one.interval, other.interval)
      || !tellOfDaysApart(one, other)
  }

  /// Whether both say when it happened, and those are different events.
  private func tellOfDaysApart(_ one: Telling, _ other: Telling) -> Bool {
    guard let first = one.figure.happened, let second = other.figure.happened,
      first.isWellBefore(second) || second.isWellBefore(first)
    else { return false }
    // `On Wednesday the office lowered the toll` dates the telling.
    return !one.figure.claim.saysRevised(rules) && !other.figure.claim.saysRevised(rules)
  }

  /// Whether each was done in its own time: those freed in January, and those freed in March.
  private func areBatches(_ one: Telling, _ other: Telling) -> Bool {
    guard let first = one.figure.happened?.days, let second = other.figure.happened?.days,
      first.upperBound.adding(daysBetween) < second.lowerBound
        || second.upperBound.adding(daysBetween) < first.lowerBound
    else { return false }
    return !one.figure.claim.saysUpdated(rules) && !other.figure.claim.saysUpdated(rules)
  }

  /// Whether both count those who did it, or those who were there: `robbers`, `masked men`.
  private func areSameCrowd(_ one: Telling, _ other: Telling, _ asked: [String]) -> Bool {
    guard let most = one.number.times(ExactNumber(8)), let more = other.number.times(ExactNumber(8))
    else { return false }
    return other.number <= most && one.number <= more
      && [one, other].allSatisfy { telling in
        telling.figure.proposition.quantity?.kind == .count
          && (telling.sort == .generic || isAsked(telling.head, asked))
      }
  }

  private func isOneSpeed(_ one: Telling, _ other: Telling, _ course: Course) -> Bool {
    guard course == .fixed, let unit = one.figure.proposition.quantity?.unit else { return false }
    return rules.fixedUnits.contains(folded(unit)) && rules.nouns.areOneThing(one.head, other.head)
  }

  /// Whether both count things with a name of their own, about as many.
  private func areSameOnes(_ one: Telling, _ other: Telling) -> Bool {
    guard one.figure.proposition.quantity?.kind == .count, one.sort == .plain,
      other.sort == .plain, !one.head.isEmpty, rules.nouns.areOneThing(one.head, other.head),
      let more = one.number.times(ExactNumber(2)), let most = other.number.times(ExactNumber(2))
    else { return false }
    return one.number <= most && other.number <= more
  }
}

/// What was done so many days apart was done twice.
private let daysBetween = 10

/// So many things are counted at most under one question.
private let mostSeries = 12
