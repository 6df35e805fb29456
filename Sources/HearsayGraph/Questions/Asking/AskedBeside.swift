import HearsayCore

// What answers because it stands beside an answer, or gives its number.

extension ClaimGraph {
  /// What stands beside an answer for the same thing: `200,000 rupees ($2,400)`, `104, up from 63`.
  func takeBeside(_ found: inout FoundClaims) {
    guard found.closeness.count <= mostLookedAt else { return }
    // In the order of the article: which one a figure stands beside may make it an aside.
    for row in found.closeness.keys.sorted() where found.closeness[row] == .central {
      let claim = claims[row]
      guard claim.kind == .figure, claim.proposition.quantity?.vague == nil else { continue }
      for other in row + 1..<min(row + 3, claimRows[claim.document].upperBound)
      where found.closeness[other] == nil
        && isSame(claim, claims[other], other, isNext: other == row + 1)
      {
        found.by[other] = .said
        found.closeness[other] = .central
        if found.asides.contains(row) { found.asides.insert(other) }
      }
    }
  }

  /// Whether a figure right behind another gives the same in another currency, or as it was before.
  private func isSame(_ claim: Claim, _ other: Claim, _ row: Int, isNext: Bool) -> Bool {
    let (one, two) = (claim.proposition, other.proposition)
    guard other.kind == .figure, other.sentence.range == claim.sentence.range,
      let kind = one.quantity?.kind, kind == two.quantity?.kind, two.quantity?.vague == nil,
      two.otherEvent == nil
    else { return false }
    let gap = other.span.range.start - claim.span.range.end
    if kind == .money, (1...3).contains(gap) {
      return !sameUnit(one.quantity?.unit, two.quantity?.unit, rules)
    }
    guard gap > 0, gap < mostBytesBetween, traits(row).contains(.former) else { return false }
    // What follows a number that is taken back may be read as of it: `nine hurt, revised from
    // seven, had been charged`.
    guard two.topic == nil || two.topic == one.topic || (isNext && two.countedWords.isEmpty) else {
      return false
    }
    if kind == .money { return sameUnit(one.quantity?.unit, two.quantity?.unit, rules) }
    return two.countedWords.isEmpty || one.countedWords.last == two.countedWords.last
  }

  /// Numbers that stand for a figure which answers: `2,900 did not turn up … The union says 7,000`.
  func takeEchoes(_ found: inout FoundClaims) {
    guard found.closeness.count <= mostLookedAt else { return }
    for row in sorted(found.by.keys.filter { claims.isFigure($0) }) {
      let about = claims[row].proposition
      guard let told = about.topic ?? about.predicate, about.topic.flatMap(rules.topic) == nil,
        !rules.clauses.links.contains(told)
      else { continue }
      for other in row + 1..<min(row + mostEchoes, claimRows[claims[row].document].upperBound)
      where found.closeness[other] == nil && isEcho(other, of: about) {
        found.by[other] = .said
        found.closeness[other] = .central
        if found.asides.contains(row) { found.asides.insert(other) }
      }
    }
  }

  /// `The revised list carries 38 names`: those of the figure before, else of the one behind.
  func takeProxies(_ found: inout FoundClaims) {
    guard let topic = found.topic, rules.asking.peopleTopics.contains(topic),
      found.closeness.count <= mostLookedAt
    else { return }
    let answers = sorted(found.closeness.keys.filter { claims.isFigure($0) })
    for row in answers where !found.asides.contains(row) {
      let all = claimRows[claims[row].document]
      let near = max(all.lowerBound, row - mostApart)..<min(all.upperBound, row + mostApart)
      for other in near where found.closeness[other] == nil && isProxy(other) {
        guard claims.topic(of: row) == topic, standsFor(other, near) == row else { continue }
        found.by[other] = .said
        found.closeness[other] = .central
        // A list that is shorter names some of them.
        if size(other) < size(row) { found.asides.insert(other) }
      }
    }
  }

  private func size(_ row: Int) -> ExactNumber {
    claims[row].proposition.quantity?.interval.low ?? .zero
  }

  private func isProxy(_ row: Int) -> Bool {
    guard claims.isFigure(row), claims[row].proposition.otherEvent == nil, size(row) > .one,
      let head = claims.countedWords(of: row).last, rules.asking.proxies.contains(head)
    else { return false }
    return claims.topic(of: row).map(rules.asking.peopleTopics.contains) != true
  }

  /// The nearest figure on people before it, else behind.
  private func standsFor(_ row: Int, _ near: Range<Int>) -> Int? {
    func tells(_ other: Int) -> Bool {
      claims.isFigure(other)
        && claims.topic(of: other).map(rules.asking.peopleTopics.contains) == true
    }
    return near.last { $0 < row && tells($0) } ?? near.first { $0 > row && tells($0) }
  }

  /// Whether a bare number was read as standing for a figure of which this is told.
  private func isEcho(_ row: Int, of about: Proposition) -> Bool {
    guard claims.isFigure(row), claims.topic(of: row) == about.topic else { return false }
    let claim = claims[row]
    let other = claim.proposition
    return (about.topic != nil || other.predicate == about.predicate)
      && (other.quantity?.unit == nil || isSameSum(row, claim, about))
      && other.quantity?.kind == about.quantity?.kind && other.otherEvent == nil
      && other.quantity?.vague == nil
      && Set(about.terms).isSubset(of: other.terms)
  }

  /// `The company restated the loss as €438 million`: money is given with its unit again.
  private func isSameSum(_ row: Int, _ claim: Claim, _ about: Proposition) -> Bool {
    claim.proposition.quantity?.kind == .money
      && sameUnit(about.quantity?.unit, claim.proposition.quantity?.unit, rules)
      && claims.trail(of: row).contains { $0.rule == "english/claims.echoes" }
  }

  /// Figures that only repeat a number which answers.
  func takeNumbers(_ found: inout FoundClaims) {
    let direct = found.closeness.filter { row, closeness in
      closeness == .central && claims.isFigure(row) && !found.asides.contains(row)
    }
    found.sameNumber = sameNumbers(Array(direct.keys)).filter { row, _ in
      let clause = clause(row)
      return !clause.isBase && !isAnswerElsewhere(row, found.topic, clause)
    }
    for row in found.sameNumber.keys where !found.asides.contains(row) {
      found.closeness[row] = .central
    }
  }

  /// Whether the words beside a figure answer a question that is not this one.
  private func isAnswerElsewhere(_ row: Int, _ topic: String?, _ clause: FigureClause) -> Bool {
    clause.candidates.contains { place in
      let other = rules.related[place.entry]
      let phrase = other.says[place.phrase]
      return other.name != topic && other.counted != .any && !phrase.isLoose
        && clause.says(phrase) == .ofIt && isOfKind(row, other)
    }
  }
}

/// What an article sets against its figure stands so near.
private let mostBytesBetween = 90

/// A number that stands for another follows it so soon.
private let mostEchoes = 8

/// A noun that stands for those counted stands so near to them.
private let mostApart = 6
