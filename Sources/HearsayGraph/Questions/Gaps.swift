package import HearsayCore

/// What nobody says: a gap with a name.
package struct Gap: Hashable, Sendable {
  package enum Kind: String, Hashable, Sendable, CaseIterable {
    case outlet, date, byline, time, source, reason, number, speaker
  }
  package var kind: Kind
  package var document: Int
  /// The claim that has the gap; `nil` where it is the article's.
  package var claim: Int?
}

/// What a reader can tell of an article by the four questions of source criticism.
package struct CriteriaAnswer: Sendable {
  /// Thurén's four: is it what it seems, how near in time, how independent, whose interest.
  package enum Criterion: String, Hashable, Sendable, CaseIterable {
    case authenticity, time, dependence, tendency
  }
  /// What was found, as a value; its words are the shell's.
  package enum Fact: Hashable, Sendable {
    case publisher(String?)
    case writers([String])
    case republisher(String)
    case flaw(DocumentFlag)
    /// So many of so many figures say for when they hold.
    case dated(Int, of: Int)
    case noDay
    case oldFigures(Int)
    case near(Proximity, Int, of: Int)
    case credits([String])
    case sharedQuotations(Int)
    case party(String, Int)
    case unnamed(Int)
    case nobodyWithAStake
  }
  /// One finding, with the claims it rests on.
  package struct Finding: Hashable, Sendable {
    package var criterion: Criterion
    package var fact: Fact
    package var claims: [Int]
  }
  package var document: Int
  package var findings: [Finding]
}

extension ClaimGraph {
  /// What is not known: of articles, then of their claims.
  package func gaps(_ scope: Scope = .all) -> [Gap] {
    let isInside = isInside(scope)
    return documentList(scope).flatMap { row -> [Gap] in
      articleGaps(row.document)
        + claimRows[row.document].filter(isInside).flatMap(claimGaps)
    }
  }

  private func articleGaps(_ document: Int) -> [Gap] {
    let facts = documents[document].facts
    var kinds: [Gap.Kind] = []
    if facts.outlet == nil { kinds.append(.outlet) }
    if facts.published?.days == nil { kinds.append(.date) }
    if facts.bylines.isEmpty { kinds.append(.byline) }
    return kinds.map { Gap(kind: $0, document: document, claim: nil) }
  }

  private func claimGaps(_ row: Int) -> [Gap] {
    let claim = claims[row]
    var kinds: [Gap.Kind] = []
    if let anonymity = claim.origin.speaker.anonymity, anonymity.reason == nil {
      kinds.append(.reason)
    }
    if claim.chain.count > 1, claim.origin.speaker.name.hasPrefix("unknown") {
      kinds.append(.speaker)
    }
    if claim.kind == .figure, isMain(row), claim.proposition.otherEvent == nil {
      if ownOrigin(row).kind == .unattributed { kinds.append(.source) }
      if asOf(row) == nil || asOfBasis(row) == .publication { kinds.append(.time) }
      if claim.proposition.quantity?.vague != nil { kinds.append(.number) }
    }
    return kinds.map { Gap(kind: $0, document: claim.document, claim: row) }
  }

  /// The four questions put to one article.
  package func criteria(_ document: Int) -> CriteriaAnswer {
    let rows = Array(claimRows[document])
    let findings = authenticity(document) + nearness(document, rows) + dependence(document, rows)
    return CriteriaAnswer(document: document, findings: findings + tendency(rows))
  }

  private typealias Finding = CriteriaAnswer.Finding

  private func authenticity(_ document: Int) -> [Finding] {
    let facts = documents[document].facts
    var found: [CriteriaAnswer.Fact] = [.publisher(facts.outlet), .writers(facts.bylines)]
    if let republisher = facts.republisher { found.append(.republisher(republisher)) }
    for flag in facts.flags where ![.noOutlet, .noDate, .noByline, .republished].contains(flag) {
      found.append(.flaw(flag))
    }
    return found.map { Finding(criterion: .authenticity, fact: $0, claims: []) }
  }

  private func nearness(_ document: Int, _ rows: [Int]) -> [Finding] {
    let figures = rows.filter { claims[$0].kind == .figure }
    let dated = figures.filter { asOfBasis($0) == .stated }
    let guessed = figures.filter { asOfBasis($0) != .stated }
    let old = figures.filter { daysOld($0).map { $0 > 1 } ?? false }
    var findings = [
      Finding(
        criterion: .time, fact: .dated(dated.count, of: figures.count), claims: guessed)
    ]
    if documents[document].facts.published?.days == nil {
      findings.append(Finding(criterion: .time, fact: .noDay, claims: []))
    }
    if !old.isEmpty {
      findings.append(
        Finding(
          criterion: .time, fact: .oldFigures(old.count), claims: old))
    }
    return findings
  }

  private func daysOld(_ row: Int) -> Int? {
    guard asOfBasis(row) != .publication, let held = asOf(row)?.latest?.day,
      let out = document(of: row).facts.published?.earliest?.day
    else { return nil }
    return Int(out.number) - Int(held.number)
  }

  private func dependence(_ document: Int, _ rows: [Int]) -> [Finding] {
    var findings = Proximity.allCases.compactMap { proximity -> Finding? in
      let here = rows.filter { self.proximity(of: $0) == proximity }
      guard !here.isEmpty else { return nil }
      return Finding(
        criterion: .dependence, fact: .near(proximity, here.count, of: rows.count), claims: here)
    }
    let credits = rows.filter { !claims[$0].credits.isEmpty }
    if !credits.isEmpty {
      let outlets = Set(credits.flatMap { claims[$0].credits }).sorted()
      findings.append(
        Finding(criterion: .dependence, fact: .credits(outlets), claims: credits))
    }
    let shared = quotationRows(document, rows)
    if !shared.isEmpty {
      findings.append(
        Finding(
          criterion: .dependence, fact: .sharedQuotations(shared.count), claims: shared))
    }
    return findings
  }

  private func quotationRows(_ document: Int, _ rows: [Int]) -> [Int] {
    rows.filter { row in
      guard let quote = claims[row].quote else { return false }
      let words = foldedWords(quote)
      guard words.count >= fewestSharedWords else { return false }
      return self.rows(saying: words.prefix(fewestSharedWords).joined(separator: " "))
        .contains { claims[$0].document != document }
    }
  }

  private func tendency(_ rows: [Int]) -> [Finding] {
    var sides: [String: [Int]] = [:]
    for row in rows { if let side = stake(of: row) { sides[side, default: []].append(row) } }
    var findings = sides.keys.sorted().map { side in
      let rows = sides[side] ?? []
      return Finding(
        criterion: .tendency, fact: .party(side, rows.count), claims: rows)
    }
    let unnamed = rows.filter { ownOrigin($0).kind == .anonymous }
    if !unnamed.isEmpty {
      findings.append(
        Finding(
          criterion: .tendency, fact: .unnamed(unnamed.count), claims: unnamed))
    }
    if findings.isEmpty {
      findings = [Finding(criterion: .tendency, fact: .nobodyWithAStake, claims: [])]
    }
    return findings
  }
}
