import HearsayCore
import HearsayText

extension TimeScanner {
  /// `1998`, `the 1980s`, `'80s`, `the 20th century`, `264 BC`, `Q3 2008`, `week 10`.
  func yearLike(at start: Int) -> TimeMatch? {
    var best = decade(at: start)
    best = longer(best, century(at: start))
    best = longer(best, namedPiece(at: start))
    best = longer(best, plainYear(at: start))
    return best
  }

  private func decade(at start: Int) -> TimeMatch? {
    var from = isArticle(start) ? start + 1 : start
    if let edge = phrase(from, .edge), from > start { from += edge.words.count }
    if let value = digits(from, count: 4), value % 10 == 0, isPluralEnding(from + 1) {
      let tail = isQuoteMark(from + 1) ? from + 3 : from + 2
      return decadeMatch(value / 10, tail, from, start)
    }
    let at = isQuoteMark(from) ? from + 1 : from
    if let value = digits(at, count: 2), value % 10 == 0, isPluralEnding(at + 1),
      at > from || from > start
    {
      return decadeMatch(190 + value / 10, at + 2, from, start)
    }
    guard word(from).decade > 0, from > start || word(start - 1).has(.of) else { return nil }
    return decadeMatch(190 + word(from).decade, from + 1, from, start)
  }

  private func decadeMatch(_ prefix: Int, _ end: Int, _ from: Int, _ start: Int) -> TimeMatch? {
    guard word(end).has(.bc) == false else { return nil }
    var match = TimeMatch(
      end, .years(prefix: prefix, digits: 3, before: false), rule: "english/time.decade")
    if from > start + 1 { match.mod = phrase(start + 1, .edge)?.value }
    return match
  }

  /// A glued `s`, or `'s`.
  private func isPluralEnding(_ index: Int) -> Bool {
    let form = form(index)
    guard isGlued(index), let last = form.last, last == 0x73 else { return false }
    return form.count == 1 || (token(index)?.flags.contains(.clitic) ?? false)
  }

  private func century(at start: Int) -> TimeMatch? {
    var from = isArticle(start) ? start + 1 : start
    if let edge = phrase(from, .edge), from > start {
      from += edge.words.count
      if isHyphen(from) { from += 1 }
    }
    guard let nth = ordinal(at: from), (1...30).contains(nth.value) else { return nil }
    let next = isHyphen(nth.end) ? nth.end + 1 : nth.end
    guard word(next).unit == .century else { return nil }
    let bc = word(next + 1).has(.bc)
    var match = TimeMatch(
      bc ? next + 2 : next + 1, .years(prefix: nth.value - 1, digits: 2, before: bc),
      rule: "english/time.century")
    if from > start + 1 { match.mod = phrase(start + 1, .edge)?.value }
    return match
  }

  /// `Q3 2008`, `week 10 of 2027`, `the year 2008`, `fiscal 1990`.
  private func namedPiece(at start: Int) -> TimeMatch? {
    if let quarter = shortQuarter(at: start) { return quarter }
    let at = isArticle(start) ? start + 1 : start
    if word(at).unit == .week, let week = digits(at + 1), (1...53).contains(week),
      digitCount(at + 1) <= 2
    {
      let tail = yearTail(after: at + 2)
      return TimeMatch(
        tail.end, .date(.week(week), tail.year, nil, weekday: nil), rule: "english/time.week")
    }
    var next = isArticle(start) ? start + 1 : start
    guard word(next).has(.yearWord) else { return nil }
    while word(next).has(.yearWord), next < start + 4 { next += 1 }
    guard let year = year(at: next), year.value >= 1000 else { return nil }
    return TimeMatch(
      year.end, .date(.whole, .known(year.value), nil, weekday: nil), rule: "english/time.year")
  }

  /// `Q3`, `q1 2009`: a word of a letter and a digit.
  private func shortQuarter(at start: Int) -> TimeMatch? {
    let form = form(start)
    guard isWord(start), form.count == 2, form.first == 0x71, let digit = form.last,
      (0x31...0x34).contains(digit)
    else { return nil }
    let tail = yearTail(after: start + 1)
    return TimeMatch(
      tail.end, .date(.quarter(Int(digit - 0x30)), tail.year, nil, weekday: nil),
      rule: "english/time.quarter")
  }

  private func plainYear(at start: Int) -> TimeMatch? {
    if let value = digits(start), (1...9999).contains(value), let era = era(value, start + 1) {
      return TimeMatch(
        era.1, .date(.whole, era.0, nil, weekday: nil), rule: "english/time.era")
    }
    guard let year = year(at: start), isYearHere(start, year.value, year.end) else { return nil }
    if token(start)?.kind == .word, !word(start - 1).has(.yearAfter) { return nil }
    return TimeMatch(
      year.end, .date(.whole, .known(year.value), nil, weekday: nil), rule: "english/time.year")
  }

  /// Whether a four-digit number is a year: what stands before it, and no counted noun after it.
  private func isYearHere(_ start: Int, _ value: Int, _ end: Int) -> Bool {
    guard (1000...2100).contains(value) else { return false }
    if isPartOfNumber(start, end) || word(end).has(.notYear) || word(end).unit != nil
      || isFileNumber(value, end)
    {
      return false
    }
    let before = word(start - 1)
    if before.has(.yearAfter) {
      return value >= 1500 || !isLowerPlural(end)
    }
    guard value >= 1500, !isLowerPlural(end) else { return false }
    if before.has(.yearLoose) || before.season != nil || before.month > 0 { return true }
    if (1900...2060).contains(value) { return true }
    return value >= 1700 && !(isWord(start - 1) && isWord(end) && !isCapital(start - 1))
  }

  /// `Decree No. 2024/418`, and neither `2024/25` nor `2024/07` nor `2024/2025`.
  private func isFileNumber(_ year: Int, _ end: Int) -> Bool {
    guard isMark(end, 0x2F), isGlued(end), isGlued(end + 1), let number = digits(end + 1) else {
      return false
    }
    return number > 12 && number != (year + 1) % 100 && digitCount(end + 1) != 4
  }

  private func isLowerPlural(_ index: Int) -> Bool {
    isWord(index) && !isCapital(index) && form(index).last == 0x73 && form(index).count > 3
  }

  private func isPartOfNumber(_ start: Int, _ end: Int) -> Bool {
    let before = token(start - 1)
    if before?.kind == .symbol, !isMark(start - 1, 0x3D) { return true }
    if isGlued(start), let before, before.kind == .mark, !isHyphen(start - 1),
      !isMark(start - 1, 0x28)
    {
      return !isMark(start - 1, 0x2F) && !isMark(start - 1, 0x3D)
    }
    if isGlued(start), before?.kind == .number { return true }
    if isGlued(start), isHyphen(start - 1), token(start - 2)?.kind == .word,
      !word(start - 2).has(.doubtful), word(start - 2).month == 0, phrase(start - 2, .edge) == nil
    {
      return true
    }
    guard let after = token(end), isGlued(end) else { return false }
    if after.kind == .symbol || after.kind == .number { return true }
    return after.kind == .word && !after.flags.contains(.clitic)
  }
}
