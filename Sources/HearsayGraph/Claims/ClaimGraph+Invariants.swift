import HearsayCore

extension ClaimGraph {
  /// What is wrong inside the graph: nothing, whenever the code is right.
  package func brokenInvariants() -> [String] {
    var broken: [String] = []
    if claimRows.count != documents.count { broken.append("a range of claims for each document") }
    var next = 0
    for (document, range) in claimRows.enumerated() {
      if range.lowerBound != next { broken.append("document \(document) begins at a gap") }
      next = range.upperBound
      for row in range where claims[row].document != document {
        broken.append("claim \(row) names another document")
      }
      for row in range {
        if let whole = claims[row].partOf, !range.contains(whole) {
          broken.append("claim \(row) is part of a claim of another document")
        }
      }
    }
    if next != claims.count { broken.append("claims beyond the last document") }
    return broken + brokenIndexes()
  }

  private func brokenIndexes() -> [String] {
    var broken: [String] = []
    for (row, claim) in claims.enumerated() {
      let number = Int32(truncatingIfNeeded: row)
      if let stated = claim.proposition.quantity?.stated,
        !index.numbers[stated].contains(number)
      {
        broken.append("claim \(row) is not found by its number")
      }
      if let topic = claim.proposition.topic,
        !index.topics[index.strings.id(of: topic)].contains(number)
      {
        broken.append("claim \(row) is not found by its topic")
      }
    }
    if index.sentences.claimCount != claims.count { broken.append("every claim has one sentence") }
    return broken
  }
}
