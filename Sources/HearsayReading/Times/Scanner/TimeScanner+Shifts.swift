import HearsayCore
import HearsayText

/// "Last", "next", "this", "the same": a unit or a name counted from another time.
extension TimeScanner {
  /// `last`, `this`, `the following`, `that`, `the same`, with what it counts from.
  func shift(at start: Int) -> (value: TimeShift, end: Int)? {
    let hasArticle = word(start).has(.article)
    let at =
      hasArticle && word(start + 1).has([.last, .next, .before, .after, .same, .this])
        && !isArticle(start + 1) ? start + 1 : start
    let word = word(at)
    if word.has(.last) {
      let rolling = at > start || word.ordinal == 0
      return (TimeShift(step: -1, anchor: .document, rolling: rolling), at + 1)
    }
    if word.has(.this) { return (TimeShift(step: 0, anchor: .document), at + 1) }
    if word.has(.next) {
      let anchor: TimeAnchor = at > start ? .story : .document
      return (TimeShift(step: 1, anchor: anchor, rolling: at > start), at + 1)
    }
    if word.has(.before) { return (TimeShift(step: -1, anchor: .story), at + 1) }
    if word.has(.after) { return (TimeShift(step: 1, anchor: .story), at + 1) }
    if word.has(.same) {
      // "that same day"
      let end =
        !isArticle(at) && self.word(at + 1).has(.same) && !isArticle(at + 1) ? at + 2 : at + 1
      return (TimeShift(step: 0, anchor: .story), end)
    }
    return nil
  }

  /// `last week`, `this Friday`, `next May`, `the past three months`, `that night`.
  func shifted(at start: Int) -> TimeMatch? {
    guard let shift = shift(at: start) else { return nil }
    let plain = isArticle(shift.end - 1) && shift.end == start + 1
    if !plain, let count = countedUnits(at: shift.end, shift.value) { return count }
    let core = skipAdjectives(shift.end)
    if let latest = latestPeriod(shift.value, at: core) { return latest }
    if let joined = comparedUnit(at: shift.end, plain) ?? sameThen(at: shift.end) { return joined }
    if plain, let count = definiteCount(at: shift.end) { return count }
    if let unit = word(core).unit, word(core).has(.plural), core == shift.end, unit >= .day {
      return plain || shift.value.step == 0 ? nil : shiftedPlural(unit, shift.value, core + 1)
    }
    if let unit = word(core).unit, !word(core).has(.plural) {
      return shiftedUnit(unit, shift.value, start, core, plain)
    }
    guard core == shift.end else { return nil }
    return plain ? nil : shiftedName(shift.value, at: core)
  }

  /// `the latest period`: the quarter that is reported on.
  private func latestPeriod(_ shift: TimeShift, at index: Int) -> TimeMatch? {
    guard word(index).has(.period), shift.step == -1, shift.anchor == .document,
      word(index - 1).ordinal != 0, isArticle(index - 2), !word(index + 1).has(.of)
    else { return nil }
    return TimeMatch(
      index + 1, .unit(.quarter, TimeShift(step: 0, anchor: .story)), rule: "english/time.period")
  }

  /// `the year-ago quarter`, `the comparable year-earlier nine months`.
  private func comparedUnit(at found: Int, _ plain: Bool) -> TimeMatch? {
    let start = word(found).has(.compared) ? found + 1 : found
    guard plain, let unit = word(start).unit, unit >= .quarter, isHyphen(start + 1),
      word(start + 2).has([.ago, .back])
    else { return nil }
    let after = skipAdjectives(start + 3)
    if let count = definiteCount(at: after) { return count }
    let last = ordinal(at: after)?.end ?? after
    guard let inner = spanUnit(last), inner >= .month else { return nil }
    return TimeMatch(
      last + 1, .offset(TimeAmount(4), .quarter, sign: -1, .story), rule: "english/time.compared")
  }

  /// A unit, or `period`, which is whatever was spoken of.
  private func spanUnit(_ index: Int) -> TimeUnit? {
    word(index).unit ?? (word(index).has(.period) ? .quarter : nil)
  }

  /// `the nine months`: a length that is known already.
  private func definiteCount(at start: Int) -> TimeMatch? {
    guard !word(start).has(.article), word(start).ordinal == 0, let amount = amount(at: start),
      let unit = word(skipAdjectives(amount.end)).unit, unit > .second
    else { return nil }
    let core = skipAdjectives(amount.end)
    guard word(core).has(.plural), !isCapital(core),
      !word(core + 1).has([.ago, .back, .ahead, .age])
    else {
      return nil
    }
    return TimeMatch(
      core + 1, .duration([TimeSpanPart(amount: amount.amount, unit: unit)]),
      rule: "english/time.length")
  }

  /// `the same month a year ago`, `the same period last year`.
  private func sameThen(at start: Int) -> TimeMatch? {
    guard spanUnit(start) != nil, word(start - 1).has(.same), !isArticle(start - 1) else {
      return nil
    }
    let of = word(start + 1).has(.of) ? start + 2 : start + 1
    if let shift = shift(at: of), shift.value.step == -1, word(shift.end).unit == .year {
      return sameYearsBefore(shift.end + 1)
    }
    guard word(of).has(.one), word(of + 1).unit == .year, word(of + 2).has([.ago, .back]) else {
      return nil
    }
    return sameYearsBefore(of + 3)
  }

  private func sameYearsBefore(_ end: Int) -> TimeMatch {
    TimeMatch(
      end, .offset(TimeAmount(12), .month, sign: -1, .story), rule: "english/time.compared")
  }

  /// `last Friday`, `this May`, `next summer`, `last Christmas`, `this morning`, `that evening`.
  private func shiftedName(_ shift: TimeShift, at index: Int) -> TimeMatch? {
    if let holiday = phrase(index, .holiday) {
      return TimeMatch(
        index + holiday.words.count,
        .date(.holiday(holiday.row), .open, shift, weekday: nil), rule: "english/time.holiday")
    }
    let word = word(index)
    if word.weekday > 0, !isNamePart(index) {
      // "that Sun", "the following Wed" are no days, "next Wed" is one.
      if word.has(.rarely), shift.anchor == .story { return nil }
      return TimeMatch(index + 1, .weekday(word.weekday, shift), rule: "english/time.weekday")
    }
    if let month = month(at: index) {
      let full = date(at: index)
      if case .date(let piece, .open, nil, let weekday)? = full?.meaning, let full {
        return TimeMatch(full.end, .date(piece, .open, shift, weekday: weekday), rule: full.rule)
      }
      if full == nil || full?.end == index + 1 {
        return TimeMatch(
          index + 1, .date(.month(month), .open, shift, weekday: nil), rule: "english/time.month")
      }
      return nil
    }
    if let full = date(at: index), case .date(let piece, .open, nil, let weekday) = full.meaning {
      return TimeMatch(full.end, .date(piece, .open, shift, weekday: weekday), rule: full.rule)
    }
    if let season = word.season {
      return TimeMatch(
        index + 1, .date(.season(season.text), .open, shift, weekday: nil),
        rule: "english/time.season")
    }
    if let part = word.part, !word.has(.plural) {
      let shift =
        part == .night || shift.anchor == .story ? shift : TimeShift(step: 0, anchor: .document)
      var match = TimeMatch(index + 1, .unit(.day, shift), rule: "english/time.part")
      match.part = part
      return match
    }
    return nil
  }
}
