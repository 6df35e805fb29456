import HearsayCore
import HearsayText

extension TimeScanner {
  /// A length of time, or a point so far from another: `two years`, `six weeks ago`.
  func lengthPhrase(at start: Int) -> TimeMatch? {
    guard let first = counted(at: start) else { return barePlural(at: start) }
    var parts = [first.part]
    var end = first.end
    if word(end).has(.and), let second = counted(at: end + 1), second.part.unit < first.part.unit,
      !second.part.amount.vague, !first.part.amount.vague
    {
      parts.append(second.part)
      end = second.end
    } else if let fraction = fractionTail(after: end) {
      parts[0].amount.hundredths += fraction.hundredths
      end = fraction.end
    }
    return offset(parts, start, end) ?? length(parts, start, end)
  }

  /// `one hour and a half`, `one year and a quarter`.
  private func fractionTail(after start: Int) -> (hundredths: Int, end: Int)? {
    guard word(start).has(.and) else { return nil }
    let at = word(start + 1).has(.one) ? start + 2 : start + 1
    if word(at).has(.half), word(at + 1).unit == nil { return (50, at + 1) }
    if word(at).has(.quarterWord), at > start + 1 { return (25, at + 1) }
    return nil
  }

  /// A number with its unit: `12-year`, `3Y`, `20 more years`, `several months`.
  private func counted(at start: Int) -> (part: TimeSpanPart, end: Int)? {
    guard let amount = amount(at: start) else { return nil }
    var next = amount.end
    if isHyphen(next), isGlued(next) { next += 1 }
    while next < amount.end + 3, word(next).unit == nil,
      word(next).has(.adjective) || (word(next).has(.next) && !word(next).has(.article))
    { next += 1 }
    if isGlued(next), let unit = word(next).shortUnit, token(start)?.kind == .number {
      return (TimeSpanPart(amount: amount.amount, unit: unit), next + 1)
    }
    guard let unit = word(next).unit else { return nil }
    if unit == .quarter, !isPlainCount(start) || isHyphen(next - 1) || word(next + 1).has(.of) {
      return nil
    }
    if unit == .night, !word(next).has(.plural), (amount.amount.whole ?? 2) > 1 { return nil }
    if unit == .second, !isSeconds(start, next) { return nil }
    return (TimeSpanPart(amount: amount.amount, unit: unit), next + 1)
  }

  /// `a quarter` is mostly a share; `two quarters` are a time.
  private func isPlainCount(_ index: Int) -> Bool {
    token(index)?.kind == .number || word(index).numeral > 1 || word(index).has([.vague])
  }

  private func isSeconds(_ start: Int, _ index: Int) -> Bool {
    word(index).has(.plural) || token(start)?.kind == .number
  }

  private func isAge(_ end: Int) -> Bool {
    word(isHyphen(end) ? end + 1 : end).has(.age)
  }

  /// The length itself; an article alone asks for a preposition: `for a year`.
  private func length(_ parts: [TimeSpanPart], _ start: Int, _ found: Int) -> TimeMatch? {
    var end = found
    guard !isAge(end) else { return nil }
    let hyphened = (start + 1..<max(start + 1, found)).contains { isHyphen($0) }
    if word(start).has(.one), word(start).numeral < 0, hyphened || isHyphen(found) { return nil }
    if word(start).has(.article), word(start).numeral < 0, parts[0].amount == TimeAmount(1) {
      guard isLed(start) || word(end).has(.long) else { return rate(parts, start, end) }
    }
    if word(end).has(.long) { end += 1 }
    if isHyphen(end), word(end + 1).has(.long) { end += 2 }
    return TimeMatch(end, .duration(parts), rule: "english/time.length")
  }

  /// A preposition, or a bound, of length before it.
  private func isLed(_ start: Int) -> Bool {
    lexicon.tags(token(start - 1)?.word ?? 0).has(.lengthCue)
      || phraseEnding(before: start)
  }

  private func phraseEnding(before start: Int) -> Bool {
    for back in 1...3 where start - back >= floor {
      if let bound = phrase(start - back, .bound), bound.words.count == back { return true }
    }
    return false
  }

  /// `a day` after what is counted: `hundreds of interviews a day`.
  private func rate(_ parts: [TimeSpanPart], _ start: Int, _ end: Int) -> TimeMatch? {
    let before = token(start - 1)
    let counted =
      before?.kind == .number || before?.kind == .symbol
      || form(start - 1).last == 0x73 && word(start - 1).unit == nil || word(start - 1).numeral > 0
    guard counted, let part = parts.first, part.unit == .day, !word(end).has(.of) else {
      return nil
    }
    return TimeMatch(end, .set(durationValue([part])), rule: "english/time.rate")
  }

  /// `for years`, `within weeks`, `weeks earlier`.
  private func barePlural(at start: Int) -> TimeMatch? {
    guard let unit = word(start).unit, unit != .second else { return nil }
    if !word(start).has(.plural) { return comparison(unit, start) }
    guard unit != .quarter else { return nil }
    let parts = [TimeSpanPart(amount: .some, unit: unit)]
    if let offset = offset(parts, start, start + 1) { return offset }
    if isHyphen(start + 1), word(start + 2).has(.long) {
      return TimeMatch(start + 3, .duration(parts), rule: "english/time.length")
    }
    guard isLed(start), !isHyphen(start + 1), !word(start + 1).has(.apart) else { return nil }
    return TimeMatch(start + 1, .duration(parts), rule: "english/time.vague-length")
  }

  /// `year-ago results`, `a year-earlier loss`.
  private func comparison(_ unit: TimeUnit, _ start: Int) -> TimeMatch? {
    guard unit >= .month, isHyphen(start + 1), word(start + 2).has([.ago, .back]) else {
      return nil
    }
    return TimeMatch(
      start + 3, .offset(TimeAmount(1), unit, sign: -1, .story), rule: "english/time.compared")
  }

  /// `ago`, `earlier`, `later`, `from now`, `before May 13` after a length.
  private func offset(_ parts: [TimeSpanPart], _ start: Int, _ found: Int) -> TimeMatch? {
    guard parts.count == 1, let part = parts.first else { return nil }
    let end = isHyphen(found) && isGlued(found) ? found + 1 : found
    if end > found, isArticle(start) || word(start).has(.one) && word(start).numeral < 0 {
      return nil
    }
    if word(end).has(.ago) {
      return made(part, -1, .document, end + 1, "english/time.ago")
    }
    if let now = phrase(found, .fromNow) {
      return made(part, 1, .document, found + now.words.count, "english/time.from-now")
    }
    let word = word(end)
    guard word.has([.back, .ahead]) else {
      guard word.has([.yearAfter]), phrase(end, .relation)?.value == "since",
        let base = point(at: end + 1), phrase(base.end, .relation)?.value != "until"
      else { return nil }
      return made(part, 1, .at(base.meaning), base.end, "english/time.from")
    }
    let sign = word.has(.back) ? -1 : 1
    if !isHyphen(found), let base = point(at: end + 1), word.has([.pastHour, .toHour]) {
      return made(part, sign, .at(base.meaning), base.end, "english/time.offset")
    }
    if word.has([.pastHour, .toHour]), isWord(end + 1) || isQuoteMark(end + 1) { return nil }
    return made(part, sign, .story, end + 1, "english/time.offset")
  }

  private func made(
    _ part: TimeSpanPart, _ sign: Int, _ anchor: TimeAnchor, _ end: Int, _ rule: String
  ) -> TimeMatch {
    TimeMatch(end, .offset(part.amount, part.unit, sign: sign, anchor), rule: rule)
  }

  /// `more than two weeks`, `about a year ago`: the bound belongs to the extent.
  func bounded(at start: Int) -> TimeMatch? {
    guard let bound = phrase(start, .bound) else { return nil }
    var next = start + bound.words.count
    if let again = phrase(next, .bound) { next += again.words.count }
    guard var match = boundedLength(at: next, start) ?? boundedRest(at: next) else { return nil }
    if match.mod == nil, !bound.value.isEmpty { match.mod = bound.value }
    return match
  }

  private func boundedLength(at start: Int, _ from: Int) -> TimeMatch? {
    guard let match = lengthPhrase(at: start) else { return nil }
    if case .set = match.meaning { return nil }
    return match
  }

  /// `around March 1981`, `nearly 1,000`: only a month or a year.
  private func boundedRest(at start: Int) -> TimeMatch? {
    guard let match = date(at: start), case .date(.month, .known, _, _) = match.meaning else {
      return nil
    }
    return match
  }

  /// `early 1941`, `the end of March`, `mid-September`, `late Friday`.
  func edged(at start: Int) -> TimeMatch? {
    let skip = isArticle(start) && phrase(start, .edge) == nil ? 1 : 0
    guard let edge = phrase(start + skip, .edge) else { return nil }
    var next = start + skip + edge.words.count
    if isHyphen(next) { next += 1 }
    if let again = phrase(next, .edge) { next += again.words.count }
    guard var match = core(at: next) ?? definite(at: next) else { return nil }
    if skip == 1, edge.words.count == 1, !takesArticle(match.meaning) { return nil }
    switch match.meaning {
    case .duration, .set, .reference: return nil
    case .offset(_, _, _, .document): return nil
    default: break
    }
    if match.mod == nil || match.mod?.utf8.count == 1 { match.mod = edge.value }
    return match
  }

  /// `the early 1980s`, but `early October` in `the early October battle`.
  private func takesArticle(_ meaning: TimeMeaning) -> Bool {
    switch meaning {
    case .years, .today, .date(.season, _, _, _), .date(.quarter, _, _, _): true
    default: false
    }
  }

  /// `the month`, `month`, `year` after `the end of`.
  private func definite(at start: Int) -> TimeMatch? {
    let at = isArticle(start) ? start + 1 : start
    guard let unit = word(at).unit, unit >= .day, !word(at).has(.plural) else { return nil }
    return TimeMatch(
      at + 1, .unit(unit, TimeShift(step: 0, anchor: .story)), rule: "english/time.the-unit")
  }

  /// `earlier this week`, `later in the day`, `later that month`.
  func nearer(at start: Int) -> TimeMatch? {
    guard let joint = phrase(start, .joint) else { return nil }
    var next = start + 1
    if phrase(next, .relation)?.value == "at" { next += 1 }
    guard var match = longer(core(at: next), definite(at: next)) else { return nil }
    switch match.meaning {
    case .unit(.day, _) where next > start + 1: return nil
    case .unit, .dayStep: break
    case .today,
      .someDay where next > start + 1 || match.part != nil:
      break
    default: return nil
    }
    if match.clock != nil { return nil }
    match.mod = joint.value == "BEFORE" ? "-" : "+"
    return match
  }

  /// `now`, `recently`, `in the past`.
  func reference(at start: Int) -> TimeMatch? {
    guard let found = phrase(start, .reference, .span) else { return nil }
    let key = found.words.map { lexicon.text($0) }.joined(separator: " ")
    if let after = tables.referenceAfter[key],
      !after.contains(token(start - 1)?.word ?? 0)
        && !after.contains(token(start + found.words.count)?.word ?? 0)
    {
      return nil
    }
    if word(start + found.words.count).has(.nameAfter), isCapital(start + found.words.count) {
      return nil
    }
    return TimeMatch(
      start + found.words.count,
      found.kind == .span ? .fixed(found.value) : .reference(found.value),
      rule: "english/time.reference")
  }
}
