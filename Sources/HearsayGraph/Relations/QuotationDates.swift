import HearsayCore

extension ClaimGraph {
  /// Tellings of one quotation by one named speaker that are dated so that not both can be right
  /// (step 6 of the comparison): one post cannot be of Saturday and of Sunday.
  ///
  /// Two statements tell of one quotation when they share a run of three quoted words and lie within
  /// a week of each other; the same phrase used again a month later is another saying.
  ///
  /// - Complexity: O(*q*) in the quoted words, and a comparison for each pair that shares a run.
  func quotationClashes(_ scope: Scope) -> [ConflictRow] {
    var owners: [String: [Int]] = [:]
    var seen: Set<[Int]> = []
    var found: [ConflictRow] = []
    let rows = sorted(claims.indices.filter(isDatedQuotation).filter(isInside(scope)))
    for row in rows {
      let speaker = ownOrigin(row).key
      for run in runs(of: row) {
        let key = speaker + "\u{0}" + run
        for other in owners[key] ?? [] where clashes(other, row) {
          if seen.insert([other, row]).inserted { found.append(clash(other, row)) }
        }
        owners[key, default: []].append(row)
      }
    }
    return found
  }

  private func isDatedQuotation(_ row: Int) -> Bool {
    let claim = claims[row]
    return claim.kind == .statement && claim.quote != nil && claim.origin.saidAt != nil
      && ownOrigin(row).kind == .identified
  }

  private func runs(of row: Int) -> Set<String> {
    var runs: Set<String> = []
    for piece in (claims[row].quote ?? "").split(separator: "|") {
      let words = foldedWords(String(piece))
      for start in 0..<max(0, words.count - 2) {
        runs.insert(words[start..<(start + 3)].joined(separator: " "))
      }
    }
    return runs
  }

  private func clashes(_ one: Int, _ other: Int) -> Bool {
    guard claims[one].document != claims[other].document,
      let first = claims[one].origin.saidAt, let second = claims[other].origin.saidAt,
      quotationDatesClash(first, second), let start = first.earliest, let end = second.earliest
    else { return false }
    return abs(Int(start.day.number) - Int(end.day.number)) <= 7
  }

  private func clash(_ one: Int, _ other: Int) -> ConflictRow {
    let days = [one, other].map { claims[$0].origin.saidAt?.value ?? "" }
    let question = Question(
      topic: claims[one].proposition.topic ?? "words", measure: .none, kind: .other,
      realm: "actual")
    return ConflictRow(
      question: question,
      link: Link(
        .contradicts, verdict: .conflict(.strict), from: one, to: other,
        reasons: ["the same words are dated \(days[0]) and \(days[1])"],
        assumptions: ["both tell of one occasion"], confidence: .probable),
      isInsideOneArticle: false)
  }
}
