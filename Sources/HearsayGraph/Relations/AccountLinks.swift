import HearsayCore

// From the steps of a question's accounts to links between its lines.

extension ClaimGraph {
  /// What replaces and gainsays what, read over all articles in order of time, in the place of what
  /// two figures by themselves seem to say.
  ///
  /// A story file says itself which labels and episodes belong together: there each two figures are
  /// weighed by its populations, and the accounts only add who goes on beside whom.
  func withAccounts(_ groups: [QuestionGroup], _ asked: Asked) -> [QuestionGroup] {
    guard rules.episodes.isEmpty else {
      return groups.map {
        $0.question.realm == "actual" && !$0.isTooLarge ? withRivals($0, asked) : $0
      }
    }
    var groups = groups
    var kinds: [QuantityKind: [Int]] = [:]
    for (place, group) in groups.enumerated()
    where group.question.realm == "actual" && !group.isTooLarge {
      kinds[group.question.kind, default: []].append(place)
    }
    // Those held and those taken, told in one article as a level and in another as a total.
    for places in kinds.values { addAccounts(&groups, places, asked) }
    return groups
  }

  /// Adds what the accounts of some groups say to the groups of the newer figures.
  private func addAccounts(
    _ groups: inout [QuestionGroup], _ places: [Int], _ asked: Asked
  ) {
    let lines = places.flatMap { groups[$0].lines }
    guard let course = course(of: lines, asked) else {
      withoutTerms(&groups, places, lines)
      return
    }
    var placeOf: [Int: Int] = [:]
    for place in places {
      groups[place].links.removeAll(where: isReadFromAccounts)
      for line in groups[place].lines { placeOf[line.claim] = place }
    }
    var known = Set(
      places.flatMap { groups[$0].links }.filter { $0.relation == .contradicts }
        .map { Set([$0.from, $0.to]) })
    var replaced: Set<[Int]> = []
    for series in series(of: tellings(of: lines, asked, course), asked, course) {
      for step in AccountSweep(series, course, rules).steps where !isWholeAndRest(step) {
        let link = link(step, course)
        // An explicit dispute says more than the numbers do.
        let isNew =
          link.relation == .contradicts
          ? known.insert([link.from, link.to]).inserted
          : replaced.insert([link.from, link.to]).inserted
        if isNew, let place = placeOf[link.from] { groups[place].links.append(link) }
      }
    }
  }

  /// Adds where two accounts of one population differ at one time; neither follows the other then.
  private func withRivals(_ group: QuestionGroup, _ asked: Asked) -> QuestionGroup {
    guard let course = course(of: group.lines, asked), course == .grows else { return group }
    var group = group
    let known = Set(group.links.filter { $0.verdict?.isConflict == true }.map(\.pair))
    var added: Set<Set<Int>> = []
    for series in series(of: tellings(of: group.lines, asked, course), asked, course) {
      for step in AccountSweep(series, course, rules).steps where step.kind == .clashes {
        let link = link(step, course)
        let order = TimeOrder(step.from.figure.asOf, step.to.figure.asOf)
        // A time that is only inferred overlaps with the day before: then both may hold.
        guard order == .same || order == .overlapping, isOneArticle(step), isOfOneDay(step),
          relate(step.from.figure, step.to.figure, rules).isEqual, !known.contains(link.pair),
          added.insert(link.pair).inserted
        else { continue }
        group.links.removeAll { $0.pair == link.pair && $0.relation == .supersedes }
        group.links.append(link)
      }
    }
    return withSame(group)
  }

  /// What contradicts a number contradicts the same number of the same time in another article.
  private func withSame(_ group: QuestionGroup) -> QuestionGroup {
    var group = group
    var same: [Int: [Int]] = [:]
    for link in group.links where link.relation == .sameAs {
      same[link.from, default: []].append(link.to)
      same[link.to, default: []].append(link.from)
    }
    var known = Set(
      group.links.filter { $0.relation == .contradicts || $0.relation == .supersedes }.map(\.pair))
    for link in group.links where link.verdict == .conflict(.strict) {
      for (told, rival) in [(link.from, link.to), (link.to, link.from)] {
        for other in same[told] ?? [] where known.insert([other, rival]).inserted {
          guard let first = asOf(other)?.days, let second = asOf(told)?.days,
            first.overlaps(second), isMain(other)
          else { continue }
          var again = link
          (again.from, again.to) = (rival, other)
          again.confidence = .probable
          again.assumptions.append("the same number of the same time is one count")
          group.links.append(again)
        }
      }
    }
    return group
  }

  /// Whether the smaller number makes the larger one with another of its sentence: `the five were
  /// taken off, one is missing`, and six in all.
  private func isWholeAndRest(_ step: AccountStep) -> Bool {
    guard step.kind == .clashes, step.from.figure.proposition.quantity?.kind == .count else {
      return false
    }
    let isFirst = step.from.number < step.to.number
    let (less, more) = isFirst ? (step.from, step.to) : (step.to, step.from)
    return index.sentences.rows(withSentenceOf: less.row).contains { row in
      guard row != less.row, claims.isFigure(row),
        let quantity = claims[row].proposition.quantity, quantity.kind == .count
      else { return false }
      return quantity.stated?.plus(less.number) == more.number
    }
  }

  private func isOneArticle(_ step: AccountStep) -> Bool {
    step.from.figure.claim.document == step.to.figure.claim.document
  }

  private func isOfOneDay(_ step: AccountStep) -> Bool {
    day(of: step.from.row) == day(of: step.to.row)
  }

  /// Terms of many lengths are those of many people; of two lengths perhaps of one delay.
  private func withoutTerms(
    _ groups: inout [QuestionGroup], _ places: [Int], _ lines: [OriginLine]
  ) {
    let terms = lines.filter { $0.isMain && isDuration($0) }
    guard Set(terms.map { claims[$0.claim].proposition.quantity?.stated }).count > 2 else { return }
    for place in places { groups[place].links.removeAll(where: isReadFromAccounts) }
  }

  /// What the accounts say of two figures stands above what their numbers say by themselves.
  func withAccounts(_ comparison: Comparison, _ one: Int, _ other: Int) -> Comparison {
    guard claims[one].kind == .figure, claims[other].kind == .figure,
      comparison.verdict != .conflict(.explicit),
      let word = claims[one].proposition.topic ?? claims[one].proposition.predicate
    else { return comparison }
    let groups = compare(Asked(word)).groups
    let lines = groups.flatMap(\.lines)
    guard let first = lines.first(where: { $0.claims.contains(one) }),
      let second = lines.first(where: { $0.claims.contains(other) })
    else { return comparison }
    let sides = [Set([first.claim, one]), Set([second.claim, other])]
    let link = groups.flatMap(\.links).first { link in
      guard link.relation == .contradicts || link.relation == .supersedes else { return false }
      return (sides[0].contains(link.from) && sides[1].contains(link.to))
        || (sides[1].contains(link.from) && sides[0].contains(link.to))
    }
    if !rules.episodes.isEmpty, link?.relation != .contradicts { return comparison }
    return read(comparison, link)
  }

  /// A comparison of two figures of one question in the light of the link between their lines.
  func read(_ comparison: Comparison, _ link: Link?) -> Comparison {
    var comparison = comparison
    guard let link, let verdict = link.verdict else {
      guard comparison.verdict == .conflict(.strict) else { return comparison }
      let reason = "in the order of all articles neither is set against the other"
      comparison.steps.append(ComparisonStep(number: 4, text: reason))
      comparison.verdicts = [.compatible]
      comparison.reasons = [reason]
      return comparison
    }
    guard comparison.verdict != verdict else { return comparison }
    comparison.steps += link.reasons.map {
      ComparisonStep(number: 4, text: "over all articles in order of time: \($0)")
    }
    comparison.verdicts = [verdict]
    comparison.reasons = link.reasons
    for assumption in link.assumptions where !comparison.assumptions.contains(assumption) {
      comparison.assumptions.append(assumption)
    }
    comparison.confidence = max(comparison.confidence, link.confidence)
    return comparison
  }

  /// Whether a link of two figures is one that the accounts decide.
  private func isReadFromAccounts(_ link: Link) -> Bool {
    switch link.relation {
    case .supersedes: return true
    case .contradicts:
      guard link.verdict == .conflict(.strict) else { return false }
      let (one, other) = (figure(link.from), figure(link.to))
      // What one source counts in a window must fit into what it counts in all.
      let isFlow = (one.measure == .flow) != (other.measure == .flow)
      let isOwn = ownOrigin(link.from).key == ownOrigin(link.to).key
      return !isInsideArticle(link)
        && !(isFlow && isOwn && relate(one, other, rules).isEqual)
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
  private func series(
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

extension Link {
  /// Both ends.
  fileprivate var pair: Set<Int> { [from, to] }
}

/// What was done so many days apart was done twice.
private let daysBetween = 10

/// So many things are counted at most under one question.
private let mostSeries = 12
