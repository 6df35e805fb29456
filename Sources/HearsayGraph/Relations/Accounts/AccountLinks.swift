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
    let tellings = tellings(of: lines, asked, course)
    let rivals = rivalsInArticles(tellings, course)
    let steps = series(of: tellings, asked, course).flatMap { series in
      AccountSweep(series, course, rules).steps
    }
    for step in steps.withoutSetBeside(rivals) + rivals where !isWholeAndRest(step) {
      let link = link(step, course)
      // An explicit dispute says more than the numbers do.
      let isNew =
        link.relation == .contradicts
        ? known.insert([link.from, link.to]).inserted
        : replaced.insert([link.from, link.to]).inserted
      if isNew, let place = placeOf[link.from] { groups[place].links.append(link) }
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
}

extension Link {
  /// Both ends.
  fileprivate var pair: Set<Int> { [from, to] }
}
