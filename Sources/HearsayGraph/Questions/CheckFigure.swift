package import HearsayCore

extension ClaimGraph {
  /// Lays a figure that somebody typed beside the figures of the same question.
  ///
  /// - Parameters:
  ///   - stated: the claim that was read in the statement; its day counts only when the statement
  ///     gives one.
  ///   - asked: the words by which its question is found.
  /// - Returns: the lines of that question by how they bear on it, and a verdict.
  package func check(_ stated: Claim, asked: Asked) -> CheckAnswer {
    let speaker = stated.chain.count > 1 ? stated.origin.speaker : nil
    var check = FigureCheck(stated, speaker, self)
    let answer = compare(asked)
    for group in answer.groups { check.add(group) }
    for apart in answer.apart { check.add(apart) }
    return judge(check.sorted(), speaker: speaker)
  }
}

/// Lays one figure beside the lines of its question.
private struct FigureCheck {
  let graph: ClaimGraph
  let stated: Figure
  let speaker: Speaker?
  /// The episode of the question with most figures: a statement without a day is of it.
  private var episode: String??
  private var lines: [CheckedLine] = []

  init(_ claim: Claim, _ speaker: Speaker?, _ graph: ClaimGraph) {
    self.graph = graph
    self.speaker = speaker
    stated = Figure(Self.undated(claim), measure: claim.proposition.measure)
  }

  /// Without the day of reading, which is not the statement's own; and of no article.
  private static func undated(_ claim: Claim) -> Claim {
    var claim = claim
    claim.document = -1
    if claim.proposition.asOfBasis == .publication {
      claim.proposition.asOf = nil
      claim.proposition.asOfBasis = nil
    }
    return claim
  }

  mutating func add(_ group: QuestionGroup) {
    guard group.question.realm == stated.proposition.modality.realm else { return }
    let isFirst = episode == nil
    if isFirst { episode = .some(group.question.episode) }
    let isElsewhere = group.question.episode != (episode ?? nil) && stated.asOf == nil
    var found: [CheckedLine] = []
    for line in group.lines {
      guard let checked = check(line) else { continue }
      guard isElsewhere else {
        found.append(checked)
        continue
      }
      if checked.bearing == .says { lines.append(checked.with(.saysElsewhere)) }
    }
    markClashes(group, &found)
    markOvertaken(&found)
    // What others say matters only where they say the same or what cannot stand beside it.
    found.removeAll { [.differs, .leavesRoom].contains($0.bearing) && !isOfSpeaker($0.claims) }
    lines += found
  }

  /// A figure of another event that gives the same number.
  mutating func add(_ apart: ApartClaim) {
    guard isOfSpeaker([apart.claim]), entails(graph.claims[apart.claim].proposition.quantity) else {
      return
    }
    let key = graph.origins(of: [apart.claim])[0]
    lines.append(
      CheckedLine(
        claim: apart.claim, claims: [apart.claim], origin: key, bearing: .saysElsewhere))
  }

  private func isOfSpeaker(_ rows: [Int]) -> Bool {
    speaker.map { speaker in rows.contains { graph.isSaid($0, by: speaker) } } ?? true
  }

  private func check(_ line: OriginLine) -> CheckedLine? {
    guard let quantity = graph.claims[line.claim].proposition.quantity else { return nil }
    let figure = graph.figure(line.claim, originKey: line.origin.key)
    let comparison = compareFigures(stated, figure, rules: graph.rules)
    if comparison.verdict == .notComparable { return nil }
    let isOther = !isOfSpeaker(line.claims)
    guard let bearing = bearing(comparison, quantity, figure, isOther: isOther) else { return nil }
    return CheckedLine(
      claim: line.claim, claims: line.claims, origin: line.origin, bearing: bearing,
      comparison: comparison)
  }

  private func bearing(
    _ comparison: Comparison, _ quantity: Quantity, _ figure: Figure, isOther: Bool
  ) -> Bearing? {
    let says = entails(quantity)
    if isPart(comparison.population) {
      if comparison.verdict.isConflict { return .contradicts }
      return says ? .saysElsewhere : nil
    }
    // What others say bears on what somebody is said to have said only where they clash.
    if isOther { return says ? .saysElsewhere : .differs }
    if comparison.verdict.isConflict { return .contradicts }
    if says { return isOfTime(figure) ? .says : .saysElsewhere }
    return allows(quantity) ? .leavesRoom : .differs
  }

  private func isPart(_ population: PopulationRelation) -> Bool {
    switch population {
    case .partOfOther, .wholeOfOther, .unrelated: true
    case .equal, .assumedEqual, .label: false
    }
  }

  /// Whether who says this has said the statement: `about 50` says 50, `at least 50` does not.
  private func entails(_ quantity: Quantity?) -> Bool {
    guard let wanted = stated.proposition.quantity, let quantity else { return false }
    if wanted.vague != nil || quantity.vague != nil {
      return wanted.vague != nil && wanted.vague == quantity.vague
    }
    if wanted.interval.contains(quantity.interval) { return true }
    return quantity.approximate && quantity.stated.map { wanted.interval.contains($0) } == true
  }

  private func allows(_ quantity: Quantity) -> Bool {
    guard let wanted = stated.proposition.quantity, let mine = numbers(wanted),
      let other = numbers(quantity)
    else { return false }
    return mine.intersects(other)
  }

  /// What a quantity allows; of a vague word what the rules say, if they do.
  private func numbers(_ quantity: Quantity) -> Interval? {
    guard let vague = quantity.vague else { return quantity.interval }
    return graph.rules.vague[vague]
  }

  private func isOfTime(_ figure: Figure) -> Bool {
    guard let time = stated.asOf, let other = figure.asOf else { return true }
    return time.mayOverlap(other)
  }

  /// What cannot stand beside those who say so contradicts the statement.
  private func markClashes(_ group: QuestionGroup, _ found: inout [CheckedLine]) {
    let said = Set(found.filter { $0.bearing == .says }.flatMap(\.claims))
    guard !said.isEmpty else { return }
    for link in group.links where link.relation == .contradicts {
      guard said.contains(link.from) != said.contains(link.to) else { continue }
      let other = said.contains(link.from) ? link.to : link.from
      for place in found.indices where found[place].claims.contains(other) {
        found[place].bearing = .contradicts
        found[place].link = link
      }
    }
  }

  /// The same source's later figure: then the statement was said, and holds no longer.
  private func markOvertaken(_ found: inout [CheckedLine]) {
    let said = found.filter { $0.bearing == .says }
    for place in found.indices where [.differs, .leavesRoom].contains(found[place].bearing) {
      let later = found[place]
      let comparisons = said.compactMap { overtaken($0, by: later) }
      guard let comparison = comparisons.first else { continue }
      found[place].bearing = .overtakes
      found[place].comparison = comparison
    }
  }

  /// How the two compare when the second is the same source's later figure.
  private func overtaken(_ line: CheckedLine, by later: CheckedLine) -> Comparison? {
    guard line.origin.key == later.origin.key,
      graph.claims[later.claim].proposition.quantity?.vague == nil
    else { return nil }
    let one = graph.figure(line.claim, originKey: line.origin.key)
    let other = graph.figure(later.claim, originKey: line.origin.key)
    let comparison = compareFigures(one, other, rules: graph.rules)
    return comparison.order == .before && comparison.verdict != .notComparable ? comparison : nil
  }

  func sorted() -> [CheckedLine] {
    let order = Bearing.allCases
    let keyed = lines.enumerated().map { place, line in
      (bearing: order.firstIndex(of: line.bearing) ?? 0, gap: gap(line), place: place)
    }
    return keyed.sorted { one, other in
      if one.bearing != other.bearing { return one.bearing < other.bearing }
      if one.gap != other.gap, line(one.place).bearing != .says {
        return isLess(one.gap, other.gap)
      }
      return one.place < other.place
    }.map { line($0.place) }
  }

  private func line(_ place: Int) -> CheckedLine { lines[place] }

  private func isLess(_ one: ExactNumber?, _ other: ExactNumber?) -> Bool {
    guard let one else { return false }
    return other.map { one < $0 } ?? true
  }

  /// How far its number is from the statement's; `nil` when one of them has none.
  private func gap(_ line: CheckedLine) -> ExactNumber? {
    guard let mine = number(stated.proposition.quantity),
      let other = number(graph.claims[line.claim].proposition.quantity)
    else { return nil }
    return mine < other ? other.minus(mine) : mine.minus(other)
  }

  private func number(_ quantity: Quantity?) -> ExactNumber? {
    guard let quantity, quantity.vague == nil else { return nil }
    return quantity.stated ?? quantity.interval.low ?? quantity.interval.high
  }
}

extension CheckedLine {
  fileprivate func with(_ bearing: Bearing) -> CheckedLine {
    var line = self
    line.bearing = bearing
    return line
  }
}
