package import HearsayCore

/// The answer to `compare`: one group a question.
package struct CompareAnswer: Sendable {
  package var asked: Asked
  package var groups: [QuestionGroup]
  /// Figures of another event than the one asked for, with the reason; no part of any group.
  package var apart: [ApartClaim]
  /// Set when the words only stand in the sentences of the figures shown.
  package var onlyMentioned: Bool
  /// Figures that answer because they give the number of another one that does.
  package var sameNumber: [Int: Int] = [:]
  /// Whether so many figures go by the words that not each was looked at.
  package var isTooMany = false
}

/// A question with its lines and how they bear on each other.
package struct QuestionGroup: Sendable {
  package var question: Question
  package var lines: [OriginLine]
  package var links: [Link]
  /// Every origin of the group with its claims.
  package var origins: [Origin]
  /// How many lines were too many to be compared pair by pair.
  package var uncompared: Int
  /// How many lines `top` leaves out.
  package var left = 0
  /// How many lines there are, those left out among them.
  package var lineCount: Int { lines.count + left }
  /// Whether there are so many lines that no relation between them was worked out.
  package var isTooLarge: Bool { lineCount > mostRelatedLines }

  /// Rows of all claims, in the order of the lines.
  package var claims: [Int] { lines.flatMap(\.claims) }
}

/// What is measured: beside speeds, distances are another thing; sums are one in any currency.
private struct Measured: Hashable {
  var kind: QuantityKind
  var unit: String?

  init(_ question: Question) {
    kind = question.kind
    unit = kind == .measure ? question.unit : nil
  }
}

/// A claim that is left out, and why.
package struct ApartClaim: Hashable, Sendable {
  package var claim: Int
  package var reason: String
}

extension ClaimGraph {
  /// What each origin says to what is asked, question by question.
  package func compare(_ asked: Asked, _ scope: Scope = .all) -> CompareAnswer {
    var found = self.found(asked)
    found.closeness = found.closeness.filter { claims.isFigure($0.key) }
    var graph = self
    graph.asking = asking(found)
    return graph.compare(asked, scope, found)
  }

  private func asking(_ found: FoundClaims) -> Asking {
    var asking = Asking()
    asking.sameNumber = found.sameNumber
    guard let topic = found.topic else { return asking }
    for row in found.by.keys { asking.topics[row] = topic }
    for row in found.sameNumber.keys { asking.topics[row] = topic }
    return asking
  }

  private mutating func compare(
    _ asked: Asked, _ scope: Scope, _ known: FoundClaims
  ) -> CompareAnswer {
    var known = known
    let found = known.closeness.map { (row: $0.key, closeness: $0.value) }.sorted {
      $0.row < $1.row
    }
    let all = belonging(found).filter(isInside(scope))
    asking.ownEvent = ownEvent(all)
    var answer = CompareAnswer(asked: asked, groups: [], apart: [], onlyMentioned: false)
    let current = Set(all.filter { !isElsewhen($0) }.map { claims[$0].document })
    let things = OtherThingsAsked(asked, rules)
    let own = asking.ownEvent
    let shared = sharedRules
    // From here on it is settled how figures stand to the question.
    asking.figures = FigureCache()
    func whyApart(_ row: Int) -> String? {
      if own.contains(row) { return nil }
      return self.whyApart(row) ?? (current.contains(claims[row].document) ? whyElsewhen(row) : nil)
        ?? claims[row].otherThing(shared.rules, things).map { "of another: \($0)" }
    }
    answer.apart = sorted(all).compactMap { row in
      whyApart(row).map { ApartClaim(claim: row, reason: $0) }
    }
    answer.onlyMentioned = found.first?.closeness == .mentioned
    if answer.onlyMentioned { known.asides = levels(all) }
    answer.sameNumber = known.sameNumber
    answer.isTooMany = known.isTooMany
    let figures = all.filter { whyApart($0) == nil }
    let groups = wanted(questions(of: figures, asked: asked.phrase)).map {
      group($0, known, scope)
    }
    answer.groups = withAccounts(
      withoutSums(
        withoutAsides(known.isIntended ? groups : withoutIntentions(groups, asked)), asked), asked)
    for place in wanted(answer.groups.indices) {
      let group = answer.groups[place]
      let known = Set(
        group.links.filter { $0.relation == .contradicts }.map { Set([$0.from, $0.to]) })
      // Of what is said to contradict each other already nothing more needs to be said.
      let clashes = zoneClashes(group.claims).filter { !known.contains(Set([$0.from, $0.to])) }
      answer.groups[place].links += clashes
    }
    if scope.sort != nil || scope.top != nil {
      for place in answer.groups.indices {
        let all = answer.groups[place].lines
        answer.groups[place].lines = arranged(all, scope)
        answer.groups[place].left = all.count - answer.groups[place].lines.count
      }
    }
    return answer
  }

  /// What a few figures say in another unit is not what is asked: beside losses of money, points.
  private func withoutAsides(_ groups: [QuestionGroup]) -> [QuestionGroup] {
    let most = groups.map(\.lines.count).max() ?? 0
    let leading = Set(groups.filter { $0.lines.count == most }.map { Measured($0.question) })
    return groups.map { group in
      guard !leading.contains(Measured(group.question)), group.lines.count * 3 <= most else {
        return group
      }
      var group = group
      for place in group.lines.indices { group.lines[place].isMain = false }
      return group
    }
  }

  /// Who asks for what was stolen is told of things first; of sums where no things are counted.
  private func withoutSums(_ groups: [QuestionGroup], _ asked: Asked) -> [QuestionGroup] {
    guard rules.thingsFirst.contains(folded(asked.phrase)) else { return groups }
    let counts = groups.filter { $0.question.kind == .count && $0.question.realm == "actual" }
    let sums = groups.filter { $0.question.kind == .money }
    let documents = mainDocuments(counts)
    guard documents > 1, documents >= mainDocuments(sums) else { return groups }
    return groups.map { group in
      guard group.question.kind == .money else { return group }
      var group = group
      for place in group.lines.indices { group.lines[place].isMain = false }
      return group
    }
  }

  /// How many articles give a main figure of these questions.
  private func mainDocuments(_ groups: [QuestionGroup]) -> Int {
    Set(groups.flatMap(\.lines).filter(\.isMain).flatMap(\.documents)).count
  }

  /// Plans, hopes and demands stand apart from what was done, where the question is for that.
  ///
  /// `released` asks for what was done; `job cuts` may be answered by plans alone.
  private func withoutIntentions(_ groups: [QuestionGroup], _ asked: Asked) -> [QuestionGroup] {
    let actual = groups.filter { $0.question.realm == "actual" }
    guard !actual.isEmpty, actual.count < groups.count else { return groups }
    let done = actual.map(\.lines.count).reduce(0, +)
    let topics = Set(groups.map(\.question.topic))
    let isDone =
      asked.isDone
      || rules.topics.contains { topics.contains($0.name) && $0.measure != .none }
    return groups.map { group in
      guard group.question.realm != "actual", isDone || group.lines.count <= done else {
        return group
      }
      var group = group
      for place in group.lines.indices { group.lines[place].isMain = false }
      return group
    }
  }

  /// Beside a movement in per cent, levels and points of who is only named: `the FTSE fell by 2 per
  /// cent to 5,100 points`.
  private func levels(_ rows: [Int]) -> Set<Int> {
    func isShare(_ row: Int) -> Bool { claims[row].proposition.quantity?.kind == .percent }
    return rows.contains(where: isShare) ? Set(rows.filter { !isShare($0) }) : []
  }

  func whyApart(_ row: Int) -> String? {
    claims[row].proposition.otherEvent ?? whyOutside(row)
  }

  /// What belongs: where some figures are of the word itself, others must be of the same kind.
  ///
  /// A reward of $5,000 is no answer to how many were killed, although its words say
  /// `killed`; ages and places in an order answer only when nothing else does.
  private func belonging(_ found: [(row: Int, closeness: Closeness)]) -> [Int] {
    let kind = { (row: Int) in self.claims[row].proposition.quantity?.kind ?? .other }
    let central = Set(found.filter { $0.closeness == .central }.map { kind($0.row) })
    let rows = found.filter { entry in
      entry.closeness == .central || central.isEmpty || central.contains(kind(entry.row))
    }.map(\.row)
    let numbers = rows.filter { kind($0) != .age && kind($0) != .ordinal }
    return numbers.isEmpty ? rows : numbers
  }

  private func group(
    _ rows: QuestionRows, _ found: FoundClaims, _ scope: Scope
  ) -> QuestionGroup {
    var question = rows.question
    let sorted = sorted(rows.rows)
    let keys = origins(of: sorted)
    let keyOf = Dictionary(zip(sorted, keys)) { first, _ in first }
    var lines = lines(of: sorted, keys, closeness: found.closeness)
    for place in lines.indices where !found.wholes.isDisjoint(with: lines[place].claims) {
      lines[place].isMain = true
    }
    if found.isOfSome {
      for place in lines.indices { lines[place].isMain = true }
    } else if !found.asides.isEmpty {
      for place in lines.indices where lines[place].claims.allSatisfy(found.asides.contains) {
        lines[place].isMain = false
      }
      lines = lines.filter(\.isMain) + lines.filter { !$0.isMain }
    }
    if let focus = focus(scope.filter), rules.family(focus) == question.population {
      question.population = focus
      lines = focused(lines, on: focus)
    }
    let claims = lines.flatMap(\.claims)
    let ordered = claims.map { keyOf[$0] ?? ownOrigin($0) }
    let links =
      lines.count > mostRelatedLines
      ? [] : links(between: lines, Disputes(claims, ordered, self))
    return QuestionGroup(
      question: question, lines: lines, links: links, origins: originList(of: claims, ordered),
      uncompared: max(0, lines.count - mostComparedLines))
  }

  /// The population a filter asks for: its own figures are then the whole, and no part.
  private func focus(_ filter: Filter?) -> String? {
    switch filter {
    case .words(let words), .field(.group, .equal, .words(let words)):
      rules.populations.first { folded($0.name) == folded(words) }?.name
    case .all(let filters): filters.lazy.compactMap { self.focus($0) }.first
    default: nil
    }
  }

  private func focused(_ lines: [OriginLine], on focus: String) -> [OriginLine] {
    let marked = lines.map { line in
      var line = line
      line.isMain = line.claims.contains { row in
        claims[row].proposition.population == focus && !countsPart(row)
          && claims[row].proposition.part == nil
      }
      return line
    }
    return marked.filter(\.isMain) + marked.filter { !$0.isMain }
  }

  private func arranged(_ lines: [OriginLine], _ scope: Scope) -> [OriginLine] {
    let byClaim = Dictionary(uniqueKeysWithValues: lines.map { ($0.claim, $0) })
    return arranged(lines.map(\.claim), scope).compactMap { byClaim[$0] }
  }

  /// Two claims laid side by side as `compare` would, for `explain`.
  package func explain(_ one: Int, _ other: Int) -> Comparison? {
    guard claims.indices.contains(one), claims.indices.contains(other) else { return nil }
    let rows = [one, other]
    let keys = origins(of: rows)
    let around = (Array(claimRows[claims[one].document]) + claimRows[claims[other].document])
      .filter { claims.isFigure($0) }
    let all = Array(Set(around + rows)).sorted()
    let disputes = Disputes(all, origins(of: all), self)
    var sides = [figure(one, originKey: keys[0].key), figure(other, originKey: keys[1].key)]
    for place in 0...1 where disputes.contested.contains(rows[place]) {
      sides[place].isContested = true
    }
    let comparison = compareFigures(
      sides[0], sides[1], rules: rules, disputed: disputes.isDisputed([one], [other]))
    return withAccounts(withWords(comparison, one, other), one, other)
  }

  /// What the articles' build says stands above what numbers and topics do.
  private func withWords(_ comparison: Comparison, _ one: Int, _ other: Int) -> Comparison {
    var comparison = comparison
    if statedWhole(one) == other || statedWhole(other) == one {
      guard !comparison.verdict.isConflict else { return comparison }
      let reason = "its own words count it out of the other"
      comparison.steps.append(ComparisonStep(number: 3, text: reason))
      comparison.verdicts = [.compatible]
      comparison.reasons = [reason]
      return comparison
    }
    if isComplement(one, other) {
      comparison.verdicts = [.compatible]
      comparison.reasons = ["the two shares make up the whole"]
      return comparison
    }
    if let first = firstLinks([one, other]).first {
      comparison.verdicts = [.tension]
      comparison.reasons = first.reasons
      comparison.assumptions = first.assumptions
      return comparison
    }
    guard !comparison.verdict.isConflict, claims[one].document == claims[other].document,
      let clash = zoneClashes([one, other]).first
    else { return comparison }
    comparison.steps += clash.reasons.map { ComparisonStep(number: 3, text: $0) }
    comparison.verdicts = clash.verdict.map { [$0] } ?? comparison.verdicts
    comparison.reasons = clash.reasons
    comparison.assumptions += clash.assumptions
    return comparison
  }
}
