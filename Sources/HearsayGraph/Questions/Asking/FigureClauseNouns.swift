import HearsayCore

// Nouns beside a figure.

extension FigureClause {
  /// `The attackers, thought to number around 100`: the noun stands before, over words that only
  /// join it to its number.
  func isLinked(to related: RelatedWords) -> Bool {
    var place = start - 1
    while place >= 0, start - place <= mostLinks {
      if words[place].isFigure || words[place + 1].mark == .border { return false }
      if related.nouns.contains(where: { stands($0, at: place - $0.count + 1) }) { return true }
      guard rules.clauses.links.contains(words[place].text) else { return false }
      place -= 1
    }
    return false
  }

  /// `17 were women`, `29 of whom are Senegalese`: the noun stands behind, over words that join.
  func isNamed(by related: RelatedWords) -> Bool {
    var isJoined = false
    for place in end..<min(words.count, end + 5) {
      if words[place].mark != .none || words[place].isFigure { return false }
      if isJoined, related.nouns.contains(where: { stands($0, at: place) }) { return true }
      let text = words[place].text
      let isLink = rules.clauses.passives.contains(text) || rules.clauses.pronouns.contains(text)
      guard isLink || rules.clauses.bases.contains(text) else { return false }
      isJoined = isJoined || isLink
    }
    return false
  }

  private func stands(_ noun: [String], at place: Int) -> Bool {
    place >= 0 && place + noun.count <= words.count
      && noun.indices.allSatisfy { words[place + $0].text == noun[$0] }
  }

  /// `Police say it was 8,000`: what stands before it only gives the number.
  var isSaid: Bool {
    var place = start - 1
    while place >= 0, start - place <= 4, !words[place].isFigure,
      rules.clauses.links.contains(words[place].text)
    {
      if rules.clauses.linkVerbs.contains(words[place].text) { return true }
      place -= 1
    }
    return false
  }

  /// `Of the forty, 35 were deported`: only what the next figure is taken from.
  var isBase: Bool {
    guard start <= 3, start > 0, rules.clauses.bases.contains(words[0].text) else { return false }
    return (end..<min(words.count, end + 8)).contains { words[$0].isFigure }
  }

  /// Whether one of `known` stands at most so many words before or behind the figure.
  func hasBeside(_ known: Set<String>, _ before: Int, _ after: Int) -> Bool {
    let left = max(0, start - before)..<start
    let right = end..<min(words.count, end + after)
    return left.contains { known.contains(words[$0].text) && isClear(from: $0) }
      || right.contains { known.contains(words[$0].text) && isOpen(from: end, to: $0) }
  }
}
