package import HearsayCore

/// The answer to `compare`: one group a question.
package struct CompareAnswer: Sendable {
  package var asked: Asked
  package var groups: [QuestionGroup]
  /// Figures of another event than the one asked for, with the reason; no part of any group.
  package var apart: [ApartClaim]
  /// Set when the words only stand in the sentences of the figures shown.
  package var onlyMentioned: Bool
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

  /// Rows of all claims, in the order of the lines.
  package var claims: [Int] { lines.flatMap(\.claims) }
}

/// A claim that is left out, and why.
package struct ApartClaim: Hashable, Sendable {
  package var claim: Int
  package var reason: String
}

extension ClaimGraph {
  /// What each origin says to what is asked, question by question.
  package func compare(_ asked: Asked, _ scope: Scope = .all) -> CompareAnswer {
    let found = claims(for: asked).filter { claims[$0.row].kind == .figure }
    let near = Dictionary(uniqueKeysWithValues: found.map { ($0.row, $0.closeness) })
    let all = belonging(found).filter { matches($0, scope) }
    var answer = CompareAnswer(asked: asked, groups: [], apart: [], onlyMentioned: false)
    let current = Set(all.filter { !isElsewhen($0) }.map { claims[$0].document })
    let words = Set(foldedWords(asked.phrase))
    func whyApart(_ row: Int) -> String? {
      self.whyApart(row) ?? (current.contains(claims[row].document) ? whyElsewhen(row) : nil)
        ?? claims[row].otherThing(rules).flatMap { words.contains($0) ? nil : "of another: \($0)" }
    }
    answer.apart = sorted(all).compactMap { row in
      whyApart(row).map { ApartClaim(claim: row, reason: $0) }
    }
    answer.onlyMentioned = found.first?.closeness == .mentioned
    let figures = all.filter { whyApart($0) == nil }
    let groups = questions(of: figures, asked: asked.phrase).map { group($0, near, scope) }
    answer.groups = withoutAsides(withoutIntentions(groups, asked))
    return answer
  }

  /// What a few figures say in another unit is not what is asked: beside losses of money, points.
  private func withoutAsides(_ groups: [QuestionGroup]) -> [QuestionGroup] {
    let most = groups.map(\.lines.count).max() ?? 0
    let leading = Set(groups.filter { $0.lines.count == most }.map(\.question.kind))
    return groups.map { group in
      guard !leading.contains(group.question.kind), group.lines.count * 3 <= most else {
        return group
      }
      var group = group
      for place in group.lines.indices { group.lines[place].isMain = false }
      return group
    }
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

  private func whyApart(_ row: Int) -> String? {
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
    _ rows: QuestionRows, _ closeness: [Int: Closeness], _ scope: Scope
  ) -> QuestionGroup {
    var question = rows.question
    var lines = lines(of: rows.rows, closeness: closeness)
    if let focus = focus(scope.filter), rules.family(focus) == question.population {
      question.population = focus
      lines = focused(lines, on: focus)
    }
    let claims = lines.flatMap(\.claims)
    var links = links(between: lines, Disputes(claims, origins(of: claims), self))
    links += zoneClashes(claims).filter { !isKnown($0, links) }
    if scope.sort != nil || scope.top != nil { lines = arranged(lines, scope) }
    return QuestionGroup(
      question: question, lines: lines, links: links,
      origins: originList(of: lines.flatMap(\.claims)),
      uncompared: max(0, lines.count - mostComparedLines))
  }

  /// Whether the two are said to contradict each other already.
  private func isKnown(_ clash: Link, _ links: [Link]) -> Bool {
    links.contains {
      $0.relation == .contradicts && Set([$0.from, $0.to]) == Set([clash.from, clash.to])
    }
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
      .filter { claims[$0].kind == .figure }
    let all = Array(Set(around + rows)).sorted()
    let disputes = Disputes(all, origins(of: all), self)
    var sides = [figure(one, originKey: keys[0].key), figure(other, originKey: keys[1].key)]
    for place in 0...1 where disputes.contested.contains(rows[place]) {
      sides[place].isContested = true
    }
    let comparison = compareFigures(
      sides[0], sides[1], rules: rules, disputed: disputes.isDisputed([one], [other]))
    return withWords(comparison, one, other)
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
