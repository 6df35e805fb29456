package import HearsayCore

/// What figures must share to be laid side by side.
package struct Question: Hashable, Sendable {
  /// The rules' topic, or the words asked.
  package var topic: String
  package var measure: Measure
  package var kind: QuantityKind
  /// The unit's family for money and measures; `nil` for counts.
  package var unit: String?
  /// The outermost population of the rules; `nil` when they name none.
  package var population: String?
  /// `actual`, `intended`, `demanded`, `judged`.
  package var realm: String
  package var episode: String?

  var sortKey: [String] {
    [
      realm == "actual" ? "0" : realm, kind == .count ? "0" : kind.rawValue, topic, episode ?? "",
      population ?? "", unit ?? "", measure.rawValue,
    ]
  }
}

/// A question and its figures.
struct QuestionRows {
  var question: Question
  var rows: [Int]
}

extension ClaimGraph {
  /// `rows` by question, the ones with most figures first.
  func questions(of rows: [Int], asked: String?) -> [QuestionRows] {
    var groups: [Question: [Int]] = [:]
    let usual = usualEpisode(rows)
    for row in rows { groups[looseQuestion(row, asked, usual), default: []].append(row) }
    let whole = groups.flatMap { question, rows in divide(question, rows) }
    return whole.sorted { one, other in
      let ranks = (one.question.realm == "actual", other.question.realm == "actual")
      if ranks.0 != ranks.1 { return ranks.0 }
      if one.rows.count != other.rows.count { return one.rows.count > other.rows.count }
      return one.question.sortKey.lexicographicallyPrecedes(other.question.sortKey)
    }
  }

  /// The question without what a claim may leave open: measure and population.
  private func looseQuestion(_ row: Int, _ asked: String?, _ usual: String?) -> Question {
    let proposition = claims[row].proposition
    let kind = proposition.quantity?.kind ?? .other
    let topic = asking.topics[row] ?? proposition.topic ?? asked ?? proposition.predicate ?? "other"
    return Question(
      topic: topic, measure: .none, kind: kind,
      unit: kind == .count ? nil : unitFamily(proposition.quantity?.unit, rules), population: nil,
      realm: proposition.modality.realm,
      episode: lacksEpisode(proposition, asOf: asOf(row), rules)
        ? usual : episodeName(proposition, asOf: asOf(row), rules))
  }

  /// The episode of most figures: those whose time is not known are read as of it.
  private func usualEpisode(_ rows: [Int]) -> String? {
    mostCommon(rows.compactMap { episodeName(claims[$0].proposition, asOf: asOf($0), rules) })
  }

  private func mostCommon(_ names: [String]) -> String? {
    var counts: [String: Int] = [:]
    for name in names { counts[name, default: 0] += 1 }
    return counts.max { $0.value != $1.value ? $0.value < $1.value : $0.key > $1.key }?.key
  }

  private func family(_ proposition: Proposition) -> String? {
    proposition.population.map(rules.family)
  }

  /// Whether a figure names nobody in particular: `23 were killed`, `23 people`.
  private func countsAnybody(_ row: Int) -> Bool {
    let proposition = claims[row].proposition
    guard
      let noun = (proposition.quantity?.unit ?? proposition.populationText).map(foldedWords)?.last
    else { return true }
    return rules.genericNouns.contains { sameNoun(folded($0), noun) }
  }

  /// Why a figure lies outside all episodes of the story; `nil` when it does not.
  func whyOutside(_ row: Int) -> String? {
    guard !rules.episodes.isEmpty, let time = bestTime(claims[row].proposition, asOf: asOf(row)),
      !rules.episodes.contains(where: { TimeValue(from: $0.from, to: $0.to).mayOverlap(time) })
    else { return nil }
    return "dated \(time.value), outside the episodes of the story"
  }

  /// A claim that leaves population or measure open goes with the others, when they agree.
  private func divide(_ question: Question, _ rows: [Int]) -> [QuestionRows] {
    let families = rows.map { family(claims[$0].proposition) }
    let usual = mostCommon(families.compactMap { $0 })
    let topicMeasure = rules.topic(question.topic)?.measure ?? .none
    let levels = rows.filter { claims[$0].proposition.measure == .stock }.count
    let totals = rows.filter { [.cumulative, .flow].contains(claims[$0].proposition.measure) }
    let openIsLevel = topicMeasure == .stock || (topicMeasure == .none && levels > totals.count)
    var groups: [Question: [Int]] = [:]
    for (row, family) in zip(rows, families) {
      var finer = question
      finer.population = family ?? (countsAnybody(row) ? usual : nil)
      switch claims[row].proposition.measure {
      case .stock: finer.measure = .stock
      case .cumulative, .flow: finer.measure = .cumulative
      case .ordinal: finer.measure = .ordinal
      case .none: finer.measure = openIsLevel ? .stock : totals.isEmpty ? .none : .cumulative
      }
      groups[finer, default: []].append(row)
    }
    return groups.map { QuestionRows(question: $0.key, rows: $0.value) }
  }

  /// Whether a figure counts the whole that is asked for, and no part of it.
  package func isMain(_ row: Int) -> Bool {
    let claim = claims[row]
    let proposition = claim.proposition
    guard proposition.otherEvent == nil || asking.ownEvent.contains(row) else { return false }
    // Told of another question, it is no part of what this one asks for; and a sum is no part of
    // people: `one of whom was serving 14 years`.
    if let topic = asking.topics[row], topic != proposition.topic {
      let isCount = proposition.quantity?.kind == .count
      if isCount, proposition.part != nil { return false }
      return claim.partOf.map { asking.topics[$0] != topic } ?? true
    }
    // A length of time, a weight is no part of others.
    guard proposition.part == nil || proposition.quantity?.kind == .measure else { return false }
    guard !countsPart(row) else { return false }
    guard let population = proposition.population else { return true }
    let family = rules.family(population)
    return widestLabel(population) == family
  }

  /// The loosest label for the same people: one origin's 56 political prisoners and 56 prisoners
  /// are one figure.
  func widestLabel(_ population: String) -> String {
    let family = rules.family(population)
    return narrows(population, family, rules) ? family : population
  }

  /// Whether a figure is said to be a part of another one of the same question.
  ///
  /// Of 800 held, 50 were freed: the 50 are a part of those held, but the whole of those freed.
  func countsPart(_ row: Int) -> Bool {
    let document = claims.document(of: row)
    let isKnown =
      claims.isFigure(row) && claimRows[document].count <= ArticleStanding.mostWithParts
    return isKnown ? traits(row).contains(.part) : countsPart(row, isMinor: isMinor(row))
  }

  /// The same where it is known whether its article counts more in all.
  func countsPart(_ row: Int, isMinor: Bool) -> Bool {
    if let whole = claims[row].partOf,
      sharesQuestion(claims[row].proposition, claims[whole].proposition)
    {
      return true
    }
    return isInstance(row) || isSubgroup(row, isMinor: isMinor) || claims[row].isNoneElse(rules)
  }

  /// Whether a single one is spoken of in an article that counts more: `one of them had been in
  /// hospital` is no total.
  private func isInstance(_ row: Int) -> Bool {
    let proposition = claims[row].proposition
    let one = ExactNumber.one
    let voice = claims[row].voice
    guard proposition.quantity?.interval == Interval(exactly: one),
      proposition.quantity?.kind == .count, claims[row].zone == .body
    else { return false }
    return claimRows[claims[row].document].contains { other in
      guard other != row, claims.isFigure(other) else { return false }
      let quantity = claims[other].proposition.quantity
      guard quantity?.kind == .count, let low = quantity?.interval.low, low > one,
        claims[other].proposition.otherEvent == nil
      else { return false }
      // Another's larger number is a rival one.
      let rival = claims[other].voice
      guard voice.isEmpty || rival.isEmpty || rival == voice else { return false }
      return sharesQuestion(claims[other].proposition, proposition)
    }
  }

  func sharesQuestion(_ one: Proposition, _ other: Proposition) -> Bool {
    if let first = one.topic, let second = other.topic { return first == second }
    return sameHappening(one, other)
  }
}
