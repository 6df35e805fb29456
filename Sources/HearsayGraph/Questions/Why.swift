package import HearsayCore

/// The answer to `why`: what a claim rests on.
package struct WhyAnswer: Sendable {
  package var claim: Int
  /// The rules that took part in reading it.
  package var trail: [RuleFiring]
  package var origin: OriginKey
  package var asOf: TimeValue?
  package var asOfBasis: AsOfBasis?
  package var isMain: Bool
  /// How it bears on the others of its question.
  package var links: [Link]
  /// Set when it is left out of comparisons.
  package var apart: String?
}

/// The answer to `show`: a claim with those around it.
package struct ShowAnswer: Sendable {
  package var claim: Int
  package var file: String
  /// Other claims of the same sentence.
  package var sameSentence: [Int]
  /// Where else in the article it stands.
  package var repeats: [Evidence]
}

extension ClaimGraph {
  /// What the claim in `row` rests on; `nil` when there is none.
  package func why(_ row: Int) -> WhyAnswer? {
    guard let claim = claim(row) else { return nil }
    let key = origins(of: [row])[0]
    return WhyAnswer(
      claim: row, trail: claims.trail(of: row), origin: key, asOf: asOf(row),
      asOfBasis: asOfBasis(row),
      isMain: isMain(row), links: linksOfQuestion(row),
      apart: claim.proposition.otherEvent ?? whyOutside(row))
  }

  private func linksOfQuestion(_ row: Int) -> [Link] {
    let proposition = claims[row].proposition
    guard claims[row].kind == .figure, let word = proposition.topic ?? proposition.predicate else {
      return []
    }
    for group in compare(Asked(word)).groups {
      guard let line = group.lines.first(where: { $0.claims.contains(row) }) else { continue }
      return group.links.filter { link in
        [link.from, link.to].contains { $0 == line.claim || $0 == row }
      }
    }
    return []
  }

  /// A claim with those around it; `nil` when there is none in `row`.
  package func show(_ row: Int) -> ShowAnswer? {
    guard let claim = claim(row) else { return nil }
    let neighbours = claimRows[claim.document].filter {
      $0 != row && claims[$0].sentence.range == claim.sentence.range
    }
    return ShowAnswer(
      claim: row, file: document(of: row).file, sameSentence: neighbours, repeats: claim.repeats)
  }
}
