import HearsayCore
import HearsayText

/// Weekdays alone, and what only looks like one.
extension TimeScanner {
  /// A weekday, alone or with an ordinal day.
  func weekday(at start: Int) -> TimeMatch? {
    let word = word(start)
    guard word.weekday > 0, !isNamePart(start) else { return nil }
    if word.has(.rarely), !isWeekdayHere(start) { return nil }
    if word.has(.plural) {
      return TimeMatch(start + 1, .set("XXXX-WXX-\(word.weekday)"), rule: "english/time.weekdays")
    }
    return TimeMatch(start + 1, .weekday(word.weekday, nil), rule: "english/time.weekday")
  }

  private func isWeekdayHere(_ index: Int) -> Bool {
    isCapital(index)
      && (word(index + 1).has(.at) && clockTail(after: index + 1) != nil
        || word(index + 1).part != nil || word(index - 1).weekday > 0
        || word(index - 2).weekday > 0 && word(index - 1).has(.and)
        || isWeekOf(index - 1))
  }

  private func isWeekOf(_ index: Int) -> Bool {
    word(index).unit == .week || word(index).weekday > 0
      || word(index).has(.and) == false && isComma(index) && word(index - 1).weekday > 0
  }

  /// `the Sunday Times`, `Bloody Sunday`.
  func isNamePart(_ index: Int) -> Bool {
    guard isCapital(index) else { return false }
    if word(index + 1).has(.nameAfter), isCapital(index + 1) { return true }
    return word(index - 1).has(.nameBefore) && isCapital(index - 1)
  }
}
