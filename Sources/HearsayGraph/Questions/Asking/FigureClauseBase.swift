// What a figure is taken from, and the words behind that.

extension FigureClause {
  /// The same words around the figure with the whole it is taken from: behind `six of the injured`,
  /// `41 of them`, `three of the 36 accused`; `nil` where its own words name no whole.
  var withBase: FigureClause? {
    guard !isBehindBase, let base = behindBase else { return nil }
    var clause = self
    clause.end = base
    clause.isBehindBase = true
    return clause
  }

  /// Whether its words count it out of others: `six of the injured`, `of whom four`.
  var isCountedOut: Bool { isOfThose || isPart || behindBase != nil }

  private var behindBase: Int? {
    var row = end
    while isBase(row) { row += 1 }
    guard row > end, words.indices.contains(row) else { return nil }
    if rules.clauses.pronouns.contains(words[row].text) {
      // `of them had`, but `of those injured had`.
      let isVerb = row + 1 >= words.count || isBorder(row + 1) || isAuxiliary(row + 1)
      return isVerb || isAuxiliary(row + 2) == false ? row + 1 : row + 2
    }
    let isDefinite = rules.clauses.articles.contains(words[row].text)
    if isDefinite { row += 1 }
    let number = row
    while words.indices.contains(row), words[row].isFigure, words[row].mark == .none { row += 1 }
    guard isDefinite || row > number, row < words.count else { return nil }
    // The noun of a whole that is no figure with its noun.
    return row > number + 1 || isAuxiliary(row) ? row : row + 1
  }

  private func isBase(_ row: Int) -> Bool {
    words.indices.contains(row) && words[row].mark == .none
      && rules.clauses.bases.contains(words[row].text)
  }

  private func isAuxiliary(_ row: Int) -> Bool {
    words.indices.contains(row) && rules.clauses.auxiliaries.contains(words[row].text)
  }

  /// `Three out of the 17 wounded`: a part of it is counted right before, or behind in a sentence
  /// that opens with it.
  var isTakenFrom: Bool {
    if isBase { return true }
    var row = start - 1
    if row >= 0, rules.clauses.articles.contains(words[row].text) { row -= 1 }
    let last = row
    while row > 0, rules.clauses.bases.contains(words[row].text) { row -= 1 }
    return row < last && row >= 0 && words[row].isFigure
  }

  /// `55 canisters of tear gas`.
  func isOf(_ asked: [[String]]) -> Bool {
    guard isBase(end), end + asked.count < words.count else { return false }
    return asked.indices.allSatisfy { asked[$0].contains(words[end + 1 + $0].text) }
  }

  /// Behind a colon or a bracket.
  var opensClause: Bool { start < words.count && words[start].mark == .border }

  /// `of the 40 people who were let go`.
  var goesOnAboutIt: Bool {
    end < words.count && rules.clauses.relatives.contains(words[end].text)
  }

  /// Whether a phrase stands in it or right behind it as what they are: `the 17 people injured`.
  func isDescribed(by phrase: FigurePhrase) -> Bool {
    guard phrase.before.isEmpty else { return false }
    for place in start..<min(end + 1, words.count) {
      guard place < end || words[place].mark == .none else { return false }
      let after = match(phrase.after[...], at: place, before: min(words.count, end + 3))
      if let after, place < end || isDescriptor(place, after) { return true }
    }
    return false
  }

  /// `of the dead were children`, `of them soldiers`: one of the nouns, over an auxiliary or two.
  func hasNoun(_ known: Set<String>) -> Bool {
    var place = end
    while isAuxiliary(place) || isPronoun(place) || isBase(place) { place += 1 }
    return (place..<min(words.count, place + 2)).contains { row in
      known.contains(words[row].text) && words[row].mark == .none
    }
  }

  private func isPronoun(_ row: Int) -> Bool {
    words.indices.contains(row) && rules.clauses.pronouns.contains(words[row].text)
  }

  /// `including six who were badly hurt`: the clause behind tells which of them are counted.
  var isIncluded: Bool {
    start > 0 && end < words.count && rules.clauses.including.contains(words[start - 1].text)
      && rules.clauses.relatives.contains(words[end].text)
  }
}
