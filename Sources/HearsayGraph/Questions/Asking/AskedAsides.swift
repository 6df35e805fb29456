import HearsayCore

// What belongs to a question and is none of its answers.

extension ClaimGraph {
  /// Rows that stand beside the question: of whom another thing is told, or how many there might be.
  func asides(
    _ found: FoundClaims, _ asked: Asked, _ related: RelatedWords?, isTopic: Bool
  ) -> Set<Int> {
    let rows = found.closeness.keys.filter { claims.isFigure($0) }
    guard rows.count <= mostLookedAt else { return [] }
    let hasNumbers = rows.contains { row in
      claims[row].proposition.quantity.map { $0.vague == nil } == true
    }
    let several = articlesOfSeveral(rows)
    let isOfPeople = isOfPeople(found)
    let never = words(of: found, related)?.never ?? []
    let bystanders = never + (isOfPeople ? rules.asking.onlookers : [])
    let loose = Set(
      rows.filter { row in
        (hasNumbers && isLoose(row)) || isDenied(row, found.topic)
          || (found.by[row] == .said && isSingle(row, several))
          || (isOfPeople && (isRate(row) || isOneOfMore(row))) || isTold(row, bystanders)
      })
    guard !(isTopic && isOfPeople) else { return loose }
    // Who asks for a noun wants all that it counts.
    let isNoun = related?.says.isEmpty ?? true
    let otherwise = isNoun ? [] : rows.filter { isToldOtherwise($0, related) }
    let spare = rows.filter { row in
      isCapacity(row) || isRate(row) || isSingle(row, several)
        || (found.by[row] == nil && claims.countedWords(of: row).isEmpty
          && clause(row).isBase)
        || (found.by[row] == .noun && related.map { isRivals(row, $0, clause(row)) } == true)
    }
    let beside = Set(otherwise).union(spare)
    // Where all that is known is told so, it is the answer.
    let rest = rows.filter { !beside.contains($0) && found.closeness[$0] == .central }
    return rest.isEmpty ? loose : beside.union(loose)
  }

  /// `600 had not been freed`: the contrary of what is asked.
  private func isDenied(_ row: Int, _ topic: String?) -> Bool {
    guard let topic, rules.asking.peopleTopics.contains(topic),
      rules.topic(topic)?.measure == .cumulative, claims[row].proposition.topic == topic
    else {
      return false
    }
    return clause(row).hasBeside(rules.clauses.negations, 0, 3)
  }

  /// Whether words beside a figure say that it is of others: `attended by some 1,500`.
  private func isTold(_ row: Int, _ phrases: [FigurePhrase]) -> Bool {
    guard !phrases.isEmpty else { return false }
    let clause = clause(row)
    return phrases.contains { clause.says($0) == .ofIt }
  }

  /// `500,000 for each of the injured`, `three people a day`: so many for each of something.
  private func isRate(_ row: Int) -> Bool {
    claims[row].proposition.quantity?.kind == .count
      && standing(claims.document(of: row))[row].contains(.rate)
  }

  /// `one of the nine survivors`: he is told of, and nobody counted.
  private func isOneOfMore(_ row: Int) -> Bool {
    guard claims[row].proposition.quantity?.interval == Interval(exactly: .one) else {
      return false
    }
    let words = foldedWords(claims[row].span.text)
    return rules.asking.oneOf.contains { words.starts(with: $0) }
  }

  /// `several` beside any number.
  private func isLoose(_ row: Int) -> Bool {
    guard let vague = claims[row].proposition.quantity?.vague else { return false }
    return foldedWords(vague).contains(where: rules.asking.loose.contains)
  }

  /// The articles in which some of the figures is more than one.
  private func articlesOfSeveral(_ rows: [Int]) -> Set<Int> {
    let several = rows.filter { (claims[$0].proposition.quantity?.interval.low ?? .zero) > .one }
    return Set(several.map { claims.document(of: $0) })
  }

  /// `one robber brought them water`, where the article counts more.
  private func isSingle(_ row: Int, _ several: Set<Int>) -> Bool {
    let claim = claims[row]
    guard claim.zone == .body, claim.proposition.quantity?.kind == .count,
      claim.proposition.quantity?.interval == Interval(exactly: .one)
    else { return false }
    return several.contains(claim.document)
  }
}
