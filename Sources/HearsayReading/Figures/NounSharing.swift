internal import HearsayCore
internal import HearsayText

// Counts that leave their noun to a neighbour: `102 and 21 people`, `4,300 jobs in France and 400
// in Spain`.
extension FigureText {
  /// Gives a count without a noun the noun of the count beside it, either way.
  func shareNoun(_ found: inout FigureFinding, _ draft: inout Draft, from sentence: DraftSentence) {
    let row = draft.quantities.count - 1
    continueAges(&found, draft)
    shareMeasure(found, &draft, from: sentence)
    guard row >= 0, row < draft.quantityUnits.count, found.quantity.kind == .count,
      draft.quantities[row].value.kind == .count,
      sentence.tokens.contains(draft.quantities[row].tokens.start)
    else { return }
    if let noun = found.noun, draft.quantityUnits[row] == nil,
      isJoined(draft.quantities[row].tokens.end, found.tokens.start)
    {
      draft.quantityUnits[row] = noun
      draft.quantities[row].value.unit = found.quantity.unit
    } else if found.noun == nil || isKindOf(found), let noun = draft.quantityUnits[row],
      isGapped(found, after: noun.end)
    {
      found.noun = noun
      found.quantity.unit = draft.quantities[row].value.unit
    }
  }

  /// `15, 12, eight and eight years`: the counts before a length of time are lengths too.
  private func shareMeasure(
    _ found: FigureFinding, _ draft: inout Draft, from sentence: DraftSentence
  ) {
    guard found.quantity.kind == .measure, let unit = measureRow(after: found.tokens.end),
      !isSubject(unit + 1)
    else { return }
    var next = found.tokens.start
    for row in draft.quantities.indices.reversed().prefix(8) {
      let former = draft.quantities[row]
      guard former.value.kind == .count, row < draft.quantityUnits.count,
        draft.quantityUnits[row] == nil, sentence.tokens.contains(former.tokens.start),
        isListedBefore(former.tokens.end, next)
      else { return }
      draft.quantities[row].value.kind = .measure
      draft.quantities[row].value.unit = printed(TokenRange(unit, unit + 1))
      draft.quantities[row].rule = found.rule
      next = former.tokens.start
    }
  }

  /// `rose to 706, and three days of mourning were declared`: the length is of something else.
  private func isSubject(_ row: Int) -> Bool {
    guard holds(row), row < classes.count else { return false }
    return word(row) == sets.of || classes[row] == .be || classes[row] == .have
  }

  private func measureRow(after end: Int) -> Int? {
    let row = isHyphen(end) ? end + 1 : end
    return has(row, .durationWord) ? row : nil
  }

  /// Whether only a comma, `and` or both stand between.
  private func isListedBefore(_ start: Int, _ end: Int) -> Bool {
    start < end && end - start <= 2
      && (start..<end).allSatisfy { sets.joiners.contains(word($0)) || byte($0) == 0x2C }
  }

  /// `22 and 34` after `aged 19`.
  private func continueAges(_ found: inout FigureFinding, _ draft: Draft) {
    guard let last = draft.quantities.last, last.value.kind == .age, found.quantity.kind == .count,
      found.noun == nil, let value = found.quantity.stated, value < ExactNumber(121),
      found.tokens.start - last.tokens.end <= 2, found.tokens.start > last.tokens.end,
      sets.joiners.contains(word(found.tokens.start - 1)) || byte(found.tokens.start - 1) == 0x2C
    else { return }
    found.quantity.kind = .age
    found.rule = "english/quantity.age"
  }

  /// Whether nothing but `and` or a comma stands between.
  private func isJoined(_ start: Int, _ end: Int) -> Bool {
    guard start < end, end - start <= 2 else { return false }
    for row in start..<end
    where !sets.joiners.contains(word(row)) && !sets.or.contains(word(row))
      && !sets.to.contains(word(row))
    {
      return false
    }
    return true
  }

  /// `15 of attempted murder`: of what kind they are, and no noun that is counted.
  private func isKindOf(_ found: FigureFinding) -> Bool {
    guard let noun = found.noun, word(found.tokens.end) == sets.of else { return false }
    return !isPluralNoun(noun.end - 1)
  }

  /// Whether `, 1,600 in Britain` goes on with what was counted before it.
  private func isGapped(_ found: FigureFinding, after noun: Int) -> Bool {
    let start = found.tokens.start
    let joined = sets.joiners.contains(word(start - 1)) || byte(start - 1) == 0x2C
    guard joined, start > noun, start - noun <= 12 else { return false }
    for row in noun..<start where kind(row) == .stop || kind(row) == .quote { return false }
    // `five counts of murder and 15 of wounding`.
    if word(noun) == sets.of, word(found.tokens.end) == sets.of {
      return !isPronoun(found.tokens.end + 1)
    }
    return sets.places.contains(word(found.tokens.end))
  }

  /// `16 men of the village, and six of them`: some of those counted.
  private func isPronoun(_ row: Int) -> Bool {
    holds(row) && row < classes.count
      && [.objectPronoun, .relative, .whWord, .determiner, .possessive].contains(classes[row])
  }
}
