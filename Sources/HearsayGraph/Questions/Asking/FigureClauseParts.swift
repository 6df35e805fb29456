import HearsayCore

// Of whom a verb beside a figure is told: of those counted, of a part of them, or of others.

extension FigureClause {
  /// `204 workers punched their cards`: a verb with an object of its own, and no `were` before it.
  func isActive(_ place: Int, _ after: Int) -> Bool {
    guard after < words.count, words[after].mark == .none,
      rules.clauses.objects.contains(words[after].text), !hasAuxiliary(end..<place)
    else { return false }
    return after + 1 >= words.count || !rules.clauses.timeNouns.contains(words[after + 1].text)
  }

  func hasAuxiliary(_ rows: Range<Int>) -> Bool {
    rows.contains { rules.clauses.auxiliaries.contains(words[$0].text) }
  }

  /// `20 shoppers were held hostage` are none of those who held them.
  func isSufferedBy(_ phrase: FigurePhrase, _ place: Int) -> Bool {
    phrase.isOfAgents && place > end && rules.clauses.passives.contains(words[place - 1].text)
      && !words[place].text.hasSuffix(rules.clauses.progressive)
  }

  /// `seven of the 16 pieces were found` tells nothing of the 16, and `seven of the 16 pieces stolen`
  /// nothing of the seven.
  func isOfOther(_ place: Int) -> Bool {
    if isWhole { return hasAuxiliary(end..<place) }
    return isPart && place == end && !rules.clauses.auxiliaries.contains(words[place].text)
  }

  /// Whether a part of it is counted right before.
  var isWhole: Bool {
    beforeOf.map { words[$0].isFigure || rules.clauses.partWords.contains(words[$0].text) } ?? false
  }

  /// `none of the eight was harmed`.
  var isNone: Bool { beforeOf.map { rules.clauses.nones.contains(words[$0].text) } ?? false }

  /// The word before `of` or `of the`, when that stands right before the figure.
  private var beforeOf: Int? {
    var row = start - 1
    if row >= 0, rules.clauses.articles.contains(words[row].text) { row -= 1 }
    guard row > 0, rules.clauses.bases.contains(words[row].text) else { return nil }
    return row - 1
  }

  /// Whether it is counted of a whole: `seven of the 16 pieces`.
  var isPart: Bool {
    guard end - start > 2 else { return false }
    return (start + 1..<end).contains { rules.clauses.bases.contains(words[$0].text) }
  }

  /// `of whom four`, `two of them`: some of those counted before.
  var isOfThose: Bool {
    func stands(_ row: Int) -> Bool {
      words.indices.contains(row) && words.indices.contains(row + 1)
        && rules.clauses.bases.contains(words[row].text)
        && rules.clauses.pronouns.contains(words[row + 1].text)
    }
    return stands(start - 2) || (start..<max(start, end + 1)).contains(where: stands)
  }
}
