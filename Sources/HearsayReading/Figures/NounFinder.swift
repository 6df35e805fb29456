internal import HearsayCore
internal import HearsayText

// The counted noun: head last, with the modifiers that stand between it and the number.
extension FigureText {
  /// The noun after a number that ends at `end`: `people`, `political prisoners`, and of
  /// `56 of the detainees` the `detainees`.
  func countedNoun(after end: Int, isOne: Bool) -> TokenRange? {
    var row = end
    if word(row) == sets.of {
      row += 1
      while has(row, .determinerWord | .numberWord) || kind(row) == .number { row += 1 }
    }
    while has(row, .nounSkip) { row += 1 }
    guard row - end < 6 else { return nil }
    return noun(at: row, isOne: isOne)
  }

  private func noun(at start: Int, isOne: Bool) -> TokenRange? {
    var row = start
    var head: Int?
    while row < start + 7, holds(row) {
      if row > start, isHyphen(row) {
        row += 1
        continue
      }
      if isInnerNumber(row) {
        row += 1
        continue
      }
      guard isNounPart(row) else { break }
      if isPluralNoun(row) {
        head = row
        guard isPluralNoun(row + 1), !isPossessive(row) else { break }
      }
      row += 1
    }
    let last = head ?? singularHead(start, row, isOne)
    return last.map { TokenRange(start, $0 + 1) }
  }

  /// `900` in `Trent 900 engines`.
  private func isInnerNumber(_ row: Int) -> Bool {
    kind(row) == .number && flag(row - 1, .capital) && isNounPart(row + 1)
  }

  private func isPossessive(_ row: Int) -> Bool { flag(row + 1, .clitic) }

  /// Whether the word can be part of a noun with its modifiers.
  private func isNounPart(_ row: Int) -> Bool {
    guard isWord(row), !flag(row, .clitic) else { return false }
    if has(row, .nounEnd), !flag(row, .allCapitals) || isTitle { return false }
    if has(row, .numberWord) { return false }
    if units.states.contains(word(row)) { return isPluralNoun(row + 1) }
    guard row < classes.count else { return true }
    switch classes[row] {
    case .verbPast, .verbS, .verbBase, .verbParticiple, .verbIng:
      return isPluralNoun(row) || isPluralNoun(row + 1) && classes[row] != .verbS
    case .be, .have, .doAuxiliary, .modal, .negation, .preposition, .to, .conjunction, .determiner,
      .subjectPronoun, .objectPronoun, .relative, .subordinator, .whWord, .possessive, .day:
      return false
    default: return true
    }
  }

  /// The head where no plural stands: the last word before the noun ends, if that is near.
  private func singularHead(_ start: Int, _ end: Int, _ isOne: Bool) -> Int? {
    guard end > start else { return nil }
    for row in stride(from: end - 1, through: start, by: -1) where row < classes.count {
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
    let form = spelling(row)
    guard let last = form.last, last | 0x20 == 0x73 else { return false }
    if form.count < 4 { return flag(row, .capital) && form.count == 3 }
    return !units.notPlural.contains { ending in
      form.suffix(ending.count).elementsEqual(ending)
    }
  }

  /// The noun before `of` and a number without a noun after it: `death toll of 56`.
  func nounBefore(_ start: Int) -> TokenRange? {
    guard word(start - 1) == sets.of else { return nil }
    var row = start - 1
    while row > start - 4, isNounPart(row - 1), kind(row - 1) == .word,
      !has(row - 1, .determinerWord)
    { row -= 1 }
    return row < start - 1 ? TokenRange(row, start - 1) : nil
  }
}
