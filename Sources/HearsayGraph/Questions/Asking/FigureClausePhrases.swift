import HearsayCore

// Phrases of the rules in the clause around a figure, and whether they bear on it.

extension FigureClause {
  /// How closely a phrase bears on the figure: of it, or only in a clause on those counted; `nil`
  /// when it does not.
  func says(_ phrase: FigurePhrase) -> Bearing? {
    let own = saysItself(phrase)
    if own == .ofIt { return own }
    if own == .aside, isIncluded { return .ofIt }
    return withBase?.saysItself(phrase) ?? own
  }

  private func saysItself(_ phrase: FigurePhrase) -> Bearing? {
    if phrase.before.isEmpty {
      return follows(phrase, phrase.reach) ?? stands(phrase.after)
    }
    guard precedes(phrase.before, phrase.reach) else { return nil }
    return phrase.after.isEmpty ? .ofIt : follows(phrase, phrase.reach)
  }

  /// Whether what a phrase says is of the figure, or only told of those counted beside it.
  enum Bearing: Int { case ofIt, aside }

  func follows(_ phrase: FigurePhrase, _ reach: Int) -> Bearing? {
    let elements = phrase.after
    // `attended by hundreds of people was held`: who acts is no subject.
    if !phrase.isOfAgents, start > 0, rules.clauses.doers.contains(words[start - 1].text) {
      return nil
    }
    let isRelative = end < words.count && rules.clauses.relatives.contains(words[end].text)
    for place in end..<min(words.count, end + mostAfter + 1) {
      guard isOpen(from: end, to: place), isWithin(reach, end..<place) else { break }
      if let after = match(elements[...], at: place, before: words.count), joins(place) {
        // `six robbers who held nine people` were not held.
        if !phrase.isOfAgents, phrase.before.isEmpty, after < words.count, words[after].isFigure,
          words[after].mark == .none, !isSuffered(place)
        {
          continue
        }
        if phrase.isAdjacent, place > end { break }
        if isBehindBase || isPart, isDescriptor(place, after) { continue }
        if isWhole, !isRelative, hasAuxiliary(end..<place + 1) { continue }
        if isOfBase(place, after) { continue }
        if phrase.isPassive, isActive(place, after) || isOfOther(place) { continue }
        if phrase.isDone, (!isRelative && isWhole) || isSufferedBy(phrase, place) { continue }
        return isRelative ? .aside : .ofIt
      }
    }
    return isRelative && goesOn(elements) ? .ofIt : nil
  }

  /// `Seven of the people killed were women`: what describes the whole.
  func isDescriptor(_ place: Int, _ after: Int) -> Bool {
    !hasAuxiliary(end..<place + 1) && hasAuxiliary(after..<min(words.count, after + 16))
  }

  /// `$2 million was paid in two parts`: a passive has no object behind it.
  private func isSuffered(_ place: Int) -> Bool {
    let passives = rules.clauses.passives
    return passives.contains(words[place].text)
      || place > end && passives.contains(words[place - 1].text)
  }

  /// `Nine of those released have been arrested again`: what stands there tells whom they are of.
  private func isOfBase(_ place: Int, _ after: Int) -> Bool {
    guard place == end + 2, rules.clauses.bases.contains(words[end].text),
      rules.clauses.pronouns.contains(words[end + 1].text)
    else { return false }
    return hasAuxiliary(after..<min(words.count, after + 2))
  }

  /// Whether no more words than these stand between, beside those that only join.
  func isWithin(_ reach: Int, _ rows: Range<Int>) -> Bool {
    rows.count {
      !rules.clauses.links.contains(words[$0].text)
        && !rules.clauses.auxiliaries.contains(words[$0].text)
        && !rules.clauses.relatives.contains(words[$0].text)
    } <= reach
  }

  /// `391 inmates who absconded from the centre have been recaptured`: the verb of the sentence
  /// behind the clause.
  func goesOn(_ elements: [FigurePhrase.Element]) -> Bool {
    for place in end + 2..<max(end + 2, min(words.count, end + mostClause)) {
      if words[place].mark == .border || words[place].isFigure { return false }
      if hasAuxiliary(place - 1..<place + 1), place - 1 > end + 1,
        match(elements[...], at: place, before: words.count) != nil
      {
        return true
      }
    }
    return false
  }

  /// `the number of inmates who got out to 629`, `The number displaced stands at 17,800`.
  func stands(_ elements: [FigurePhrase.Element]) -> Bearing? {
    var link = start
    while link > 0, start - link < mostLinks, rules.clauses.links.contains(words[link - 1].text) {
      if words[link - 1].isFigure { return nil }
      link -= 1
    }
    guard link < start else { return nil }
    let first = max(0, link - mostClause)
    for place in first..<link {
      // The links may hold the last words of the phrase: `taken to`.
      guard let after = match(elements[...], at: place, before: start), after >= link else {
        continue
      }
      if (first..<place).contains(where: { rules.clauses.figureNouns.contains(words[$0].text) }),
        !(place..<start).contains(where: { words[$0].isFigure || words[$0].mark == .border })
      {
        return .ofIt
      }
    }
    return nil
  }

  func precedes(_ elements: [FigurePhrase.Element], _ reach: Int) -> Bool {
    var place = start - 1
    while place >= 0, place >= start - mostBefore - 3 * elements.count {
      if let after = match(elements[...], at: place, before: start),
        start - after <= mostBefore, isWithin(reach, after..<start), isClear(from: after)
      {
        return true
      }
      place -= 1
    }
    return false
  }

  /// The first word behind the elements; `nil` when they do not stand at `place`.
  func match(
    _ elements: ArraySlice<FigurePhrase.Element>, at place: Int, before limit: Int
  ) -> Int? {
    guard let first = elements.first else { return place }
    let rest = elements.dropFirst()
    for next in place...(place + first.gap) where next < limit {
      if next > place, isBorder(next) { break }
      if first.words.contains(words[next].text) {
        let isApart = !rest.isEmpty && next + 1 < limit && words[next + 1].mark == .border
        if !isApart, let end = match(rest, at: next + 1, before: limit) { return end }
        // `were now free`.
        if !isApart, !rest.isEmpty, isFiller(next + 1, limit),
          let end = match(rest, at: next + 2, before: limit)
        {
          return end
        }
      }
    }
    return first.isOptional ? match(rest, at: place, before: limit) : nil
  }

  /// `now`, `since`: an adverb between the words of a phrase.
  private func isFiller(_ place: Int, _ limit: Int) -> Bool {
    place < limit && words[place].mark == .none
      && rules.clauses.fillers.contains(words[place].text)
  }

  /// `Seven of the girls never came home`: what the phrases say is denied, and they do not deny it
  /// themselves.
  func isDenied(_ phrases: [FigurePhrase]) -> Bool {
    guard hasBeside(rules.clauses.negations, 0, 3) else { return false }
    return !phrases.contains { phrase in
      says(phrase) == .ofIt
        && phrase.needed.contains { !$0.words.isDisjoint(with: rules.clauses.negations) }
    }
  }

  /// Whether a clause ends before `place`.
  func isBorder(_ place: Int) -> Bool {
    words[place].mark == .border || words[place].isFigure
      || rules.clauses.borders.contains(words[place].text)
  }

  /// `have since left`.
  private func isAdverb(_ row: Int) -> Bool {
    row > 0 && rules.clauses.fillers.contains(words[row].text) && hasAuxiliary(row - 1..<row)
  }

  /// Whether the words between the figure and `place` still speak of it.
  func isOpen(from first: Int, to place: Int) -> Bool {
    guard place < words.count, words[place].mark != .border, !words[place].isFigure else {
      return false
    }
    for row in first..<place {
      let word = words[row]
      if word.mark == .border || word.isFigure { return false }
      // `five men who robbed a dealer`.
      if rules.clauses.borders.contains(word.text), !isAdverb(row),
        row > first || !rules.clauses.relatives.contains(word.text)
      {
        return false
      }
    }
    return true
  }

  /// `12 dead and injured two`, `15 guards and had broken`: what `and` begins is of another; and
  /// a comma stands alone before what is of another.
  func joins(_ place: Int) -> Bool {
    if place > end, rules.clauses.joins.contains(words[place - 1].text) { return false }
    for row in end..<place where rules.clauses.joins.contains(words[row].text) {
      if row + 1 < words.count, rules.clauses.auxiliaries.contains(words[row + 1].text) {
        return false
      }
    }
    let commas = (end...place).count { words[$0].mark == .comma }
    return commas != 1
  }

  /// Whether nothing between a verb and the figure belongs to another.
  func isClear(from first: Int) -> Bool {
    (first...start).allSatisfy { row in
      guard row < words.count, words[row].mark == .none else { return false }
      if row == start { return true }
      return !words[row].isFigure
        && !rules.clauses.borders.contains(words[row].text)
        && !rules.clauses.joins.contains(words[row].text)
    }
  }
}

private let mostBefore = 6
private let mostAfter = 6
let mostLinks = 8
private let mostClause = 14
