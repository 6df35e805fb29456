internal import HearsayCore
internal import HearsayText

// The counted noun: head last, with the modifiers that stand between it and the number.
extension FigureText {
  /// The noun after a number that ends at `end`: `people`, `political prisoners`, of `56 of the
  /// detainees` the `detainees`, of `14 of them children` the `children`.
  func countedNoun(after end: Int, isOne: Bool) -> TokenRange? {
    var row = end
    var isOne = isOne
    if word(row) == sets.of {
      isOne = false
      row = afterDeterminers(row + 1)
      if units.pronouns.contains(word(row)) {
        return isPluralNoun(row + 1) ? noun(at: row + 1, isOne: false) : nil
      }
      if let owned = afterOwner(row) { row = afterDeterminers(owned) }
    }
    while has(row, .nounSkip) { row += 1 }
    guard row - end < 10, !isTimeAlone(row) else { return nil }
    return noun(at: row, isOne: isOne, isSure: row > end + 1)
  }

  /// `up from 16 last week`: no noun, unless one follows (`200 Sunday worshippers`).
  private func isTimeAlone(_ row: Int) -> Bool {
    guard let time = time(at: row), time.tokens.start == row, time.value.type != .duration else {
      return false
    }
    return !isNounPart(time.tokens.end)
  }

  /// One past `the`, `these two`, `the more than 100`.
  private func afterDeterminers(_ start: Int) -> Int {
    var row = start
    while row < start + 8, holds(row) {
      if kind(row) == .number || has(row, .determinerWord | .numberWord | .scaleWord) {
        row += 1
      } else if isNounPart(row), isNumber(row + 1) {
        // `of his original 1,100 men`.
        row += 2
      } else if let number = (row + 1..<row + 5).first(where: isNumber),
        modifiersBefore(number, notBefore: row).start == row
      {
        row = number
      } else {
        break
      }
    }
    return row
  }

  private func isNumber(_ row: Int) -> Bool { kind(row) == .number || has(row, .numberWord) }

  /// One past the `'s` of `the valley's five bridges`.
  private func afterOwner(_ start: Int) -> Int? {
    for row in start..<(start + 5) {
      guard isWord(row) else { return nil }
      if flag(row, .clitic) { return units.genitives.contains(word(row)) ? row + 1 : nil }
      if endsNoun(row) { return nil }
    }
    return nil
  }

  /// The noun that begins at `start`, by its first plural, or by its last word where none stands.
  ///
  /// `isSure` says that the words before ask for a noun, so that no verb stands at `start`.
  private func noun(at start: Int, isOne: Bool, isSure: Bool = false) -> TokenRange? {
    var row = start
    var head: Int?
    while row < start + 7, holds(row) {
      if row > start && isHyphen(row) || isInnerNumber(row) {
        row += 1
        continue
      }
      if head == nil, row > start, joinsAdjectives(row) {
        row += 1
        continue
      }
      guard isNounPart(row) else { break }
      if !isOne, isPluralNoun(row), !isHyphen(row + 1) {
        head = row
        guard modifiesNext(row) else { break }
      }
      row += 1
    }
    if !isOne, head == nil, isMistakenVerb(row, isSure || row > start) { head = row }
    return (head ?? singularHead(start, row, isOne)).map { TokenRange(start, $0 + 1) }
  }

  /// Whether a plural only describes the noun after it: `rights groups`, `Iraqi soldiers`.
  private func modifiesNext(_ row: Int) -> Bool {
    let next = row + 1
    if flag(next, .capital), !flag(row, .capital), !isTitle { return false }
    if isPlural(row), !units.pluralModifiers.contains(word(row)) {
      // `United States automakers`, `Texas oilmen`.
      let isName = row < classes.count && classes[row] == .name && flag(row, .capital)
      return isName && isPluralNoun(next) && !isTitle
    }
    if isPluralNoun(next) { return isPlural(next) || !isPlural(row) && isNounPart(next) }
    guard next < classes.count, [.noun, .adjective, .name].contains(classes[next]) else {
      return false
    }
    return isNounPart(next) && isPluralNoun(next + 1)
  }

  private func isFinite(_ row: Int) -> Bool {
    guard row < classes.count else { return false }
    switch classes[row] {
    case .be, .have, .modal, .doAuxiliary, .verbPast: return true
    default: return false
    }
  }

  /// `warrants` of `28 arrest warrants`, taken for a verb: two or more want a plural.
  private func isMistakenVerb(_ row: Int, _ follows: Bool) -> Bool {
    guard follows || isFinite(row + 1), row < classes.count, classes[row] == .verbS, isPlural(row),
      !endsNoun(row),
      isWord(row)
    else { return false }
    return !units.notPlural.contains { spelling(row).suffix($0.count).elementsEqual($0) }
  }

  /// `or` in `smaller or exiled governments`, where a plural is still to come.
  private func joinsAdjectives(_ row: Int) -> Bool {
    guard sets.or.contains(word(row)) || sets.joiners.contains(word(row)),
      row + 1 < classes.count, classes[row - 1] == .adjective, isNounPart(row + 1)
    else { return false }
    return isPluralNoun(row + 2)
  }

  /// `900` in `Trent 900 engines`.
  private func isInnerNumber(_ row: Int) -> Bool {
    guard kind(row) == .number else { return false }
    // `T-34-85 tanks`.
    if isDash(row - 1), isGlued(row) { return isHyphen(row + 1) || isNounPart(row + 1) }
    return flag(row - 1, .capital) && isNounPart(row + 1)
  }

  /// Whether no noun goes on over this word: `of`, but not the `US` of `200 US soldiers`.
  func endsNoun(_ row: Int) -> Bool {
    has(row, .nounEnd) && (!flag(row, .allCapitals) || isTitle)
  }

  /// Whether the word can be part of a noun with its modifiers.
  private func isNounPart(_ row: Int) -> Bool {
    guard isWord(row), !flag(row, .clitic), !endsNoun(row), !has(row, .numberWord) else {
      return false
    }
    if units.states.contains(word(row)) { return pluralIsNear(row + 1) }
    guard row < classes.count else { return true }
    switch classes[row] {
    case .verbPast, .verbParticiple, .verbIng: return isPluralNoun(row) || pluralIsNear(row + 1)
    case .adverb:
      return row + 1 < classes.count && classes[row + 1] == .adjective
        || pluralIsNear(row + 1)
    case .verbS, .verbBase: return isPluralNoun(row) || isPluralNoun(row + 1) && !isPlural(row)
    case .be, .have, .doAuxiliary, .modal, .negation, .preposition, .to, .conjunction, .determiner,
      .subjectPronoun, .objectPronoun, .relative, .subordinator, .whWord, .possessive, .day:
      return false
    default: return true
    }
  }

  /// Whether a plural follows after at most one adjective: `freed political prisoners`.
  private func pluralIsNear(_ row: Int) -> Bool {
    if isPluralNoun(row) { return true }
    guard row < classes.count, classes[row] == .adjective || classes[row] == .name else {
      return false
    }
    return isPluralNoun(row + 1)
  }

  /// The head where no plural stands: the last noun before the noun ends, if that is near.
  private func singularHead(_ start: Int, _ end: Int, _ isOne: Bool) -> Int? {
    guard end > start else { return nil }
    for row in stride(from: end - 1, through: start, by: -1)
    where row < classes.count && isWord(row) {
      if classes[row] == .noun || classes[row] == .name { return row }
    }
    let last = end - 1
    let adverb = spelling(last).suffix(2).elementsEqual([0x6C, 0x79])
    guard end - start <= 2, !adverb, isWord(last) else { return nil }
    if isOne { return last }
    // A count without a plural is trusted when nothing else follows: `100 Taliban.`
    return kind(end) != .word && end - start == 1 ? last : nil
  }

  /// Whether a word has the look of a plural.
  func isPluralNoun(_ row: Int) -> Bool {
    guard isWord(row), !flag(row, .clitic) else { return false }
    if has(row, .pluralNoun) { return true }
    if has(row, .nounEnd) { return false }
    if row < classes.count, classes[row] == .verbS || classes[row] == .adverb { return false }
    guard isPlural(row) else { return false }
    let form = spelling(row)
    if form.count < 4 { return flag(row, .capital) && form.count == 3 }
    return !units.notPlural.contains { form.suffix($0.count).elementsEqual($0) }
  }

  /// Whether the word ends in s.
  func isPlural(_ row: Int) -> Bool { spelling(row).last.map { $0 | 0x20 } == 0x73 }

  /// The noun before `of` and a number without a noun after it: `death toll of 56`.
  func nounBefore(_ start: Int) -> TokenRange? {
    guard word(start - 1) == sets.of else { return nil }
    var row = start - 1
    while row > start - 4, isNounPart(row - 1), !has(row - 1, .determinerWord) { row -= 1 }
    // `a peak of 3,400` counts no peaks, `a father of three` no fathers.
    guard row < start - 1, !units.levels.contains(word(start - 2)) else { return nil }
    return TokenRange(row, start - 1)
  }
}
