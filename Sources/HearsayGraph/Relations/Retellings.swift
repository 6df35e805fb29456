package import HearsayCore

// What changes from one telling of a line to the next.

extension ClaimGraph {
  /// Each telling of a line after the first, and what changed in it.
  func retellings(_ line: OriginLine) -> [Link] {
    guard let first = line.claims.first, line.documents.count > 1 else { return [] }
    let others = line.claims.dropFirst().filter { claims[$0].document != claims[first].document }
    let confidence = line.origin.confidence
    return others.prefix(mostComparedLines).map { restatement($0, first, confidence) }
  }

  func restatement(_ from: Int, _ to: Int, _ confidence: Confidence) -> Link {
    Link(
      .restates, from: from, to: to, reasons: ["both go back to one origin"],
      confidence: confidence, shift: shifts(from: to, to: from))
  }

  /// What changed between two tellings.
  package func shifts(from earlier: Int, to later: Int) -> [Shift] {
    let before = claims[earlier]
    let after = claims[later]
    let one = before.proposition
    let other = after.proposition
    var shifts: [Shift] = []
    if one.quantity?.stated != other.quantity?.stated {
      shifts.append(.quantity)
    } else if one.quantity?.interval != other.quantity?.interval {
      shifts.append(.bound)
    }
    if (before.partOf == nil) != (after.partOf == nil) { shifts.append(.role) }
    if one.population != other.population { shifts.append(.population) }
    if asOf(earlier)?.days != asOf(later)?.days { shifts.append(.time) }
    if one.part != other.part || one.place != other.place { shifts.append(.scope) }
    if before.frames != after.frames { shifts.append(.label) }
    if one.modality != other.modality { shifts.append(.modality) }
    if lostMarks(before, after) { shifts.append(.marksLost) }
    return shifts
  }

  /// Words quoted in one telling and printed as the article's own in the other.
  private func lostMarks(_ before: Claim, _ after: Claim) -> Bool {
    guard let quote = before.quote, after.quote == nil else { return false }
    return containsRun(foldedWords(quote), in: foldedWords(after.sentence.text))
  }
}
