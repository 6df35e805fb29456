import HearsayCore
import HearsayText

extension TimeScanner {
  /// The longest expression that starts at `start`; two of them for a range such as `3–4 May`.
  func expressions(at start: Int) -> [FoundTime]? {
    if let range = range(at: start) { return range }
    guard let match = expression(at: start) else { return nil }
    let first = FoundTime(tokens: TokenRange(start, match.end), match: match)
    guard let second = rangeTail(match) else { return [first] }
    return [first, second]
  }

  func expression(at start: Int) -> TimeMatch? {
    var best = reference(at: start)
    best = longer(best, edged(at: start))
    best = longer(best, nearer(at: start))
    best = longer(best, core(at: start))
    return longer(best, bounded(at: start))
  }

  /// A date, a weekday or `tomorrow`, with part and time of day.
  func dayLike(at start: Int) -> TimeMatch? {
    var best = longer(date(at: start), weekday(at: start))
    best = longer(best, deicticDay(at: start))
    best = longer(best, dayThatIsShifted(at: start))
    guard let best else { return nil }
    if case .date(let piece, _, _, _) = best.meaning, !isDay(piece) { return best }
    if case .set = best.meaning { return withClock(best) }
    return withYearAfterClock(withClock(withPart(withWeeks(best))))
  }

  /// `Wed Oct 26 15:50:06 2016`.
  private func withYearAfterClock(_ found: TimeMatch) -> TimeMatch {
    guard found.clock != nil, case .date(let piece, .open, let shift, let weekday) = found.meaning,
      let year = digits(found.end, count: 4), (1900...2100).contains(year)
    else { return found }
    var match = found
    match.meaning = .date(piece, .known(year), shift, weekday: weekday)
    match.end += 1
    return match
  }

  private func dayThatIsShifted(at start: Int) -> TimeMatch? {
    guard let match = shifted(at: start) else { return nil }
    switch match.meaning {
    case .weekday, .weekdayIn, .unit(.day, _), .date(.day, _, _, _), .date(.holiday, _, _, _):
      return match
    default: return nil
    }
  }

  private func isDay(_ piece: TimePiece) -> Bool {
    switch piece {
    case .day, .dayOfMonth, .holiday: true
    default: false
    }
  }

  /// `Monday two weeks from now`.
  private func withWeeks(_ found: TimeMatch) -> TimeMatch {
    guard case .weekday(let day, nil) = found.meaning, let later = lengthPhrase(at: found.end),
      case .offset(let amount, .week, let sign, .document) = later.meaning, let weeks = amount.whole
    else { return found }
    var match = found
    match.end = later.end
    match.meaning = .weekdayIn(day, .week, TimeShift(step: sign * weeks, anchor: .document))
    return match
  }

  func deicticDay(at start: Int) -> TimeMatch? {
    guard let day = word(start).day else { return nil }
    var match = TimeMatch(start + 1, .dayStep(day, .document), rule: "english/time.day")
    if word(start).has(.nightDay) { match.part = .night }
    return match
  }

  /// `Friday morning`, `April 19 night`, `Sunday early morning`.
  func withPart(_ found: TimeMatch) -> TimeMatch {
    var match = found
    var next = found.end
    if phrase(next, .edge) != nil, word(next + 1).part != nil { next += 1 }
    guard found.part == nil, let part = word(next).part, !word(next).has(.plural),
      !(isCapital(next) && isCapital(next + 1))
    else { return match }
    match.part = part
    match.end = next + 1
    return match
  }

  private func withClock(_ found: TimeMatch) -> TimeMatch {
    var match = found
    guard let clock = clockTail(after: found.end) else { return match }
    match.clock = clock.value
    match.end = clock.end
    if match.part == nil {
      let part = phrase(match.end, .edge) != nil ? match.end + 1 : match.end
      if let code = word(part).part {
        match.part = code
        match.end = part + 1
      }
    }
    return match
  }

  func holiday(at start: Int) -> TimeMatch? {
    guard let holiday = phrase(start, .holiday) else { return nil }
    // "Johnnie Christmas": a capital before it makes it a name.
    if isCapital(start), isCapital(start - 1), isWord(start - 1), start - 1 > floor,
      word(start - 1).weekday == 0
    {
      return nil
    }
    let end = start + holiday.words.count
    let tail = yearTail(after: end)
    var match = TimeMatch(
      tail.end, .date(.holiday(holiday.row), tail.year, nil, weekday: nil),
      rule: "english/time.holiday")
    if word(tail.end).unit == .weekend {
      let year = yearTail(after: tail.end + 1)
      match.end = year.end
      match.mod = "WE"
      match.meaning = .date(.holiday(holiday.row), year.year, nil, weekday: nil)
      return match
    }
    return withPart(match)
  }

  /// `summer of 1943`, `the spring`, `summer 1919`, `1982 summer`.
  func season(at start: Int) -> TimeMatch? {
    var from = isArticle(start) ? start + 1 : start
    var known: Int?
    if let year = digits(from, count: 4), (1500...2100).contains(year), word(from + 1).season != nil
    {
      known = year
      from += 1
    }
    while from < start + 3, from > start, word(from).season == nil, word(from).has(.adjective) {
      from += 1
    }
    guard let season = word(from).season else { return nil }
    if let known {
      return TimeMatch(
        from + 1, .date(.season(season.text), .known(known), nil, weekday: nil),
        rule: "english/time.season")
    }
    let tail = yearTail(after: from + 1)
    let bare = tail.year == .open
    // "the summer offensive": the article is the noun's.
    if bare, from > start, isNoun(from + 1) { return nil }
    if bare, word(from).has(.weakSeason), !isSeasonHere(from, start) { return nil }
    if bare, isCapital(from), from > floor, isCapital(from - 1) || isCapital(from + 1) {
      return nil
    }
    return TimeMatch(
      tail.end, .date(.season(season.text), tail.year, nil, weekday: nil),
      rule: "english/time.season")
  }

  /// `in the fall`, `early spring`: not `the fall of Rome`, `to fall`.
  private func isSeasonHere(_ index: Int, _ start: Int) -> Bool {
    if word(index + 1).has(.of) { return false }
    if index == start, isArticle(index - 1), isNoun(index + 1) { return true }
    return index > start
      ? phrase(start - 1, .relation) != nil || word(start - 1).has([.yearAfter, .of])
      : word(index - 1).has([.yearAfter]) && !isWordTo(index - 1)
        && (phrase(index - 1, .relation)?.value != "until")
  }

  private func isWordTo(_ index: Int) -> Bool { phrase(index, .relation)?.value == "until" }

  /// `the morning of April 19`, `in the evening`, `night`.
  func partPhrase(at start: Int) -> TimeMatch? {
    let from =
      isArticle(start) || word(start).has(.one) && word(start + 1).part != nil ? start + 1 : start
    guard let part = word(from).part, !word(from - 1).has(.greeting) else { return nil }
    if word(from).has(.weakPart), !isWeakPartHere(from, start) { return nil }
    if word(from).has(.plural) {
      return TimeMatch(from + 1, .set("XXXX-XX-XXT" + part.text), rule: "english/time.parts")
    }
    if isCapital(from), from > floor, isCapital(from + 1) || isCapital(from - 1) && isWord(from - 1)
    {
      return nil
    }
    if word(from).unit != nil, isHyphen(from + 1) { return nil }
    var next = from + 1
    if word(next).has(.of) {
      next += 1
      if let day = dayCore(at: next) {
        var match = day
        match.part = part
        match.rule = "english/time.part-of"
        return match
      }
    }
    if from == start, word(from).unit == .night, !word(from - 1).has(.at), isWord(from - 1),
      word(from - 1).has(.adjective) || word(from - 1).numeral >= 0 && word(from - 1).numeral < 2
    {
      return nil
    }
    let adverb = part == .night && word(from).unit == nil
    let led =
      adverb || from > start || phrase(from - 1, .relation) != nil
      || word(from - 1).has([.at, .of])
    var match = TimeMatch(
      from + 1, led && !isAtNight(from) ? .today : .someDay, rule: "english/time.part")
    match.part = part
    return match
  }

  /// `at dawn`, `by dusk`: not `as dawn broke`, `the dawn of an age`.
  private func isWeakPartHere(_ index: Int, _ start: Int) -> Bool {
    if word(index + 1).has(.of), dayCore(at: index + 2) == nil { return false }
    return phrase(start - 1, .relation) != nil || word(start - 1).has(.at)
      || dayCore(at: index + 1) != nil
  }

  /// `at night` is any night.
  private func isAtNight(_ index: Int) -> Bool {
    word(index).unit == .night && lexicon.tags(tokens[max(0, index - 1)].word).has(.atCue)
  }

  /// `every day`, `each Monday`, `daily`, `every two weeks`, `every other day`.
  func setPhrase(at start: Int) -> TimeMatch? {
    if word(start).set > 0 {
      if word(start).has(.reporting), word(start + 1).has(.books) { return nil }
      let value = tables.sets[word(start).set]
      if isCapital(start), start > floor, isWord(start - 1), isCapital(start - 1) { return nil }
      return withClock(TimeMatch(start + 1, .set(value), rule: "english/time.set"))
    }
    if let set = phrase(start, .set) {
      return TimeMatch(start + set.words.count, .set(set.value), rule: "english/time.set")
    }
    guard word(start).has(.every) else { return nil }
    var next = start + 1
    if word(next).weekday > 0 {
      return withClock(
        TimeMatch(next + 1, .set("XXXX-WXX-\(word(next).weekday)"), rule: "english/time.set"))
    }
    if let part = word(next).part {
      return withClock(
        TimeMatch(next + 1, .set("XXXX-XX-XXT" + part.text), rule: "english/time.set"))
    }
    if let season = word(next).season {
      return TimeMatch(next + 1, .set("XXXX-" + season.text), rule: "english/time.set")
    }
    if word(next).month > 0, isCapital(next) {
      return TimeMatch(
        next + 1, .set("XXXX-" + twoDigits(word(next).month)), rule: "english/time.set")
    }
    var count = TimeAmount(1)
    if word(next).has(.other) {
      count = TimeAmount(2)
      next += 1
    } else if let amount = amount(at: next), !word(next).has(.one) || word(next).numeral > 0 {
      count = amount.amount
      next = amount.end
    }
    guard let unit = word(next).unit else { return nil }
    let value =
      unit == .quarter
      ? "P\(count.text(times: 1))Q" : durationValue([TimeSpanPart(amount: count, unit: unit)])
    return withClock(TimeMatch(next + 1, .set(value), rule: "english/time.set"))
  }
}
