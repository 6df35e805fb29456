internal import HearsayCore
internal import HearsayText

// Numbers that are names, addresses and hours, by the words beside them.
extension FigureText {
  /// `one` that stands for a noun: `which one`, `that one is`.
  func isPronounOne(_ amount: Amount) -> Bool {
    let numeral = amount.numeral
    guard !numeral.isDigits, numeral.end == numeral.start + 1, numeral.value == .one else {
      return false
    }
    let start = amount.tokens.start
    if ratio(amount) != nil { return false }
    if sets.reciprocal.contains(word(numeral.end)) { return true }
    if word(numeral.end) == sets.of { return isOneOfKind(numeral.end + 1) }
    let bound = tables.before.match(at: start - 1, in: tokens, within: bounds)
    if let bound, bound.payload != .filler, bound.payload != .exact { return false }
    if isListed(start, numeral.end) || isOneOfSeveral(numeral) || isSubordinated(numeral) {
      return false
    }
    if has(start - 1, .beforePronounOne) { return !isOnly(start - 1) || endsOne(numeral.end) }
    if numeral.end < classes.count, isWord(numeral.end), isVerb(classes[numeral.end]) {
      return true
    }
    return endsOne(numeral.end)
  }

  /// `, eight in Switzerland and one in France`.
  private func isListed(_ start: Int, _ end: Int) -> Bool {
    let joined = sets.joiners.contains(word(start - 1)) || byte(start - 1) == 0x2C
    return joined && sets.places.contains(word(end)) && flag(end + 1, .capital)
  }

  /// `Five were held; one was let go`: taken from a number before it in the sentence.
  private func isOneOfSeveral(_ numeral: Numeral) -> Bool {
    let (start, end) = (numeral.start, numeral.end)
    guard end + 1 < classes.count, holds(end + 1),
      classes[end] == .be || classes[end] == .have,
      sets.joiners.contains(word(start - 1)) || kind(start - 1) == .mark
    else { return false }
    return (max(bounds.lowerBound, start - 16)..<start).contains {
      kind($0) == .number || has($0, .numberWord)
    }
  }

  /// `said that one man had been freed`.
  private func isSubordinated(_ numeral: Numeral) -> Bool {
    let row = numeral.start - 1
    return holds(row) && row < classes.count && classes[row] == .subordinator
      && numeral.end < classes.count && classes[numeral.end] == .noun
  }

  private func endsOne(_ row: Int) -> Bool {
    !isWord(row) || has(row, .afterPronounOne | .nounEnd)
  }

  /// `only one death`, but `the only one`.
  private func isOnly(_ row: Int) -> Bool {
    tables.before.match(at: row, in: tokens, within: bounds)?.payload == .exact
  }

  private func isVerb(_ wordClass: WordClass) -> Bool {
    switch wordClass {
    case .verbS, .modal, .be, .have, .doAuxiliary: true
    default: false
    }
  }

  /// `one of the largest`: a kind, no count.
  private func isOneOfKind(_ row: Int) -> Bool {
    var at = row
    while has(at, .determinerWord) { at += 1 }
    let form = spelling(at)
    return units.superlatives.contains(word(at))
      || form.suffix(3).elementsEqual([0x65, 0x73, 0x74])
      || flag(at + 1, .clitic) || !isWord(at)
  }

  /// `Big Three`, `One News`: a number word with a capital inside a sentence.
  func isNamedWord(_ amount: Amount) -> Bool {
    let start = amount.numeral.start
    return !amount.numeral.isDigits && flag(start, .capital) && !isTitle && isWord(start - 1)
      && !isShouted(amount)
  }

  /// `cops cuffed THREE men`: capitals for emphasis, where no word before has them too.
  private func isShouted(_ amount: Amount) -> Bool {
    let start = amount.numeral.start
    return amount.value > ExactNumber(1) && isInCapitals(start) && !isInCapitals(start - 1)
      && !isInCapitals(amount.tokens.end)
  }

  private func isInCapitals(_ row: Int) -> Bool {
    let form = spelling(row)
    return form.count > 2 && form.allSatisfy { (0x41...0x5A).contains($0) }
  }

  /// `at six`: an hour of the day.
  func isHour(_ amount: Amount) -> Bool {
    let end = amount.tokens.end
    let start = amount.tokens.start
    for row in (start - 6)..<start where sets.notClock.contains(word(row)) { return false }
    return sets.clockBefore.contains(word(start - 1)) && amount.value.exponent >= 0
      && amount.value > .zero && amount.value < ExactNumber(13) && !isHyphen(end)
      && measurePhrase(at: end, amount) == nil && countedNoun(after: end, isOne: false) == nil
  }

  /// `10 Downing Street`.
  func isAddress(_ amount: Amount) -> Bool {
    let end = amount.tokens.end
    guard amount.numeral.isDigits, !amount.numeral.isGrouped,
      !amount.numeral.isScaled || isGlued(end - 1)
    else { return false }
    for row in end..<(end + 4) {
      guard isWord(row), flag(row, .capital) else { return false }
      if row > end, units.streets.contains(word(row)) { return true }
    }
    return false
  }

  /// `their 737 airliner`, `the 500 index`: digits before a singular are its name.
  func isLoneNumber(_ amount: Amount) -> Bool {
    let numeral = amount.numeral
    let end = amount.tokens.end
    guard numeral.isDigits, !numeral.isGrouped, !numeral.isScaled, !numeral.isShare,
      numeral.value > ExactNumber(9), isWord(end), !isGlued(end), !flag(end, .capital),
      end < classes.count, classes[end] == .noun || classes[end] == .adjective,
      has(amount.tokens.start - 1, .determinerWord) || flag(amount.tokens.start - 1, .clitic)
        || flag(amount.tokens.start - 1, .capital),
      !has(end, .measureWord | .durationWord | .nounSkip), !sets.marks.contains(word(end)),
      !units.states.contains(word(end)),
      let noun = countedNoun(after: end, isOne: false)
    else { return false }
    let bound = tables.before.match(at: amount.tokens.start - 1, in: tokens, within: bounds)
    return (bound == nil || bound?.payload == .filler) && !isPluralNoun(noun.end - 1)
  }

  /// `flight 200`, `page 3`, `part two`.
  func isDesignated(_ amount: Amount) -> Bool {
    let start = amount.tokens.start
    let owned = flag(start - 1, .clitic)
    let row = isHyphen(start - 1) || owned ? start - 2 : start - 1
    guard has(row, .designator), !amount.numeral.isGrouped, !amount.numeral.isScaled,
      !owned || flag(row, .capital) && !isPluralNoun(amount.tokens.end)
    else { return false }
    if isTold(row), isPluralNoun(amount.tokens.end) { return false }
    if sets.numbering.contains(word(row)), isNumberingVerb(row) { return false }
    // `a bill 20 senators back`: rather a noun of its own when a plural follows in lower case.
    return flag(row, .capital) || !isWord(row) || !isPluralNoun(amount.tokens.end)
  }

  /// `the injured now number 340`, `the marchers number 500`.
  private func isNumberingVerb(_ row: Int) -> Bool {
    guard row < classes.count, !flag(row, .capital), holds(row - 1) else { return false }
    return classes[row].isVerb && classes[row] != .verbParticiple || classes[row - 1] == .adverb
      || isPluralNoun(row - 1) || units.states.contains(word(row - 1))
      || classes[row - 1] == .relative
  }

  /// `Trent 900`, `Windows 7`: digits after a capital that is no sentence start.
  func isNamePart(_ amount: Amount) -> Bool {
    let numeral = amount.numeral
    let row = amount.tokens.start - 1
    guard numeral.isDigits, !numeral.isGrouped, !numeral.isScaled, isWord(row),
      flag(row, .capital) || hasInnerCapital(row), !flag(row, .clitic), !has(row, .notName),
      time(at: row) == nil
    else { return false }
    let plural = countedNoun(after: amount.tokens.end, isOne: false).map {
      isPluralNoun($0.end - 1)
    }
    if measurePhrase(at: amount.tokens.end, amount) != nil { return false }
    if row == bounds.lowerBound { return plural != true && hasInnerCapital(row) }
    // `TOLL REACHES 27`: in a title a verb has a capital too.
    if isTitle { return plural != true && !(row < classes.count && classes[row].isVerb) }
    // After a preposition the capital is a place: `in Iraq 20 soldiers`; after a verb of telling it
    // is who hears it: `told Reuters 250 people had died`.
    return !(plural == true && (has(row - 1, .beforeYear) || isTold(row)))
  }

  /// `Reuters` in `told Reuters`, `told the BBC`.
  private func isTold(_ row: Int) -> Bool {
    var start = row
    // `told the Hill Tribune 31 people`.
    while start > row - 4, flag(start - 1, .capital) { start -= 1 }
    return sets.telling.contains(word(start - 1))
      || has(start - 1, .determinerWord) && sets.telling.contains(word(start - 2))
  }

  /// `iPhone`, `eBay`.
  private func hasInnerCapital(_ row: Int) -> Bool {
    spelling(row).dropFirst().contains { (0x41...0x5A).contains($0) }
  }
}
