import HearsayCore
import HearsayText

/// Places every expression on the calendar, in the order of the text.
func resolveTimes(
  _ draft: inout Draft, _ found: [FoundTime], _ tables: TimeTables, _ lexicon: Lexicon
) {
  let days = draft.document.published?.days
  var early = TimeResolver(tables: tables, document: days?.lowerBound)
  early.narrative = isNarrative(found, days?.upperBound)
  var late = early
  late.document = days?.upperBound
  let cues = TenseFinder(
    tokens: draft.tokens, classes: draft.classes, tables: tables, lexicon: lexicon)
  for time in found {
    let sentence = draft.sentence(holding: time.tokens.start).map { draft.sentences[$0].tokens }
    let tense = cues.tense(of: time.tokens, in: sentence ?? time.tokens)
    var value = late.value(of: time, tense, cues)
    if early.document != late.document {
      value = either(early.value(of: time, tense, cues), value, tables, time)
    }
    draft.times.append(Placed(value, time.tokens, rule: time.match.rule))
    draft.timeRelations.append(cues.relation(of: time.tokens))
  }
}

/// One value for a publication that may lie anywhere between two days.
private func either(
  _ one: TimeValue, _ other: TimeValue, _ tables: TimeTables, _ time: FoundTime
) -> TimeValue {
  guard one.value != other.value else { return other }
  var open = TimeResolver(tables: tables, document: nil)
  var value = open.value(of: time.match, .none)
  let ends = [one.earliest, other.earliest].compactMap { $0 }
  value.earliest = ends.count == 2 ? ends.min() : nil
  let latest = [one.latest, other.latest].compactMap { $0 }
  value.latest = latest.count == 2 ? latest.max() : nil
  value.derivation = "\(one.value) or \(other.value), as publication is not known to the day"
  return value
}

/// Whether years far from publication carry the text: a history, not a report.
func isNarrative(_ found: [FoundTime], _ published: Day?) -> Bool {
  guard let year = published?.civil.year else { return false }
  var far = 0
  var near = 0
  for time in found {
    switch time.match.meaning {
    case .date(_, .known(let known), _, _): if abs(known - year) > 2 { far += 1 } else { near += 1 }
    case .date(_, .before, _, _): far += 1
    case .dayStep, .weekday(_, nil): near += 1
    case .unit(_, let shift) where shift.anchor == .document: near += 1
    case .offset(_, _, _, .document): near += 1
    default: break
    }
  }
  return far >= 5 && far > 2 * near
}

extension TimeResolver {
  /// The value of an expression; an exact day moves the story on.
  mutating func value(of time: FoundTime, _ tense: Tense, _ cues: TenseFinder) -> TimeValue {
    position = time.tokens.start
    return value(of: time.match, tense, cues.isLedByIn(time.tokens))
  }

  mutating func value(of match: TimeMatch, _ tense: Tense, _ ledByIn: Bool = false) -> TimeValue {
    self.tense = tense
    var meaning = match.meaning
    if ledByIn, tense == .future, case .duration(let parts) = meaning, parts.count == 1,
      match.mod == nil, !narrative
    {
      meaning = .offset(parts[0].amount, parts[0].unit, sign: 1, .document)
    }
    let found = resolve(meaning)
    remember(found, match)
    return finished(found, match, meaning)
  }

  private mutating func remember(_ found: ResolvedTime, _ match: TimeMatch) {
    guard let first = found.first, found.type == .date, found.last != nil else { return }
    if found.grain <= .day, match.meaning != .today { lastDay = (first, position) }
    switch match.meaning {
    case .reference, .today, .someDay, .fixed, .years, .nth: return
    case .unit(.weekend, _): return
    case .unit(let unit, let shift)
    where shift.step < 0 && shift.anchor == .story && unit >= .month:
      return
    case .offset(_, let unit, -1, .story) where unit >= .month: return
    case .offset(_, let unit, -1, .document) where unit >= .year && !narrative: return
    case .date(.whole, _, _, _):
      // A year far off is an aside: what follows goes on where the story was.
      if let story, abs(story.day.civil.year - first.civil.year) > 20 { return }
      story = StoryDate(day: first, grain: found.grain, position: position)
    case .date(.quarter, _, _, _):
      quarter = first
      story = StoryDate(day: first, grain: found.grain, position: position)
    default: story = StoryDate(day: first, grain: found.grain, position: position)
    }
  }

  /// Adds part of day, time of day, modifier and the interval of minutes.
  private func finished(
    _ found: ResolvedTime, _ match: TimeMatch, _ meaning: TimeMeaning
  ) -> TimeValue {
    var value = OpenTime(
      earliest: found.first.map { Moment($0) },
      latest: found.last.map { Moment($0, hour: 23, minute: 59) }, type: found.type,
      value: found.value, mod: nil, derivation: found.how)
    if case .reference("PAST_REF") = meaning { recent(&value) }
    if let mod = match.mod { apply(mod, to: &value, found, meaning) }
    if case .set = meaning {
      addClock(match.clock, toSet: &value)
      return value.closed
    }
    if let clock = match.clock {
      apply(clock, match.part, to: &value, found)
    } else if let part = match.part {
      apply(part, to: &value, found)
    }
    return value.closed
  }

  /// `in recent days`: an open stretch before publication, as long as the rules say.
  private func recent(_ value: inout OpenTime) {
    guard let document else { return }
    value.earliest = Moment(document.adding(-tables.recentDays))
    value.latest = Moment(document, hour: 23, minute: 59)
    value.derivation = "the \(tables.recentDays) days before publication \(document), open"
  }

  private func addClock(_ clock: TimeClock?, toSet value: inout OpenTime) {
    guard let clock else { return }
    let day = value.value.hasPrefix("XXXX-W") ? value.value : "XXXX-XX-XX"
    value.value = day + (clock.minute == nil ? "T" + twoDigits(clock.hour) : clock.text)
  }

  private func apply(
    _ clock: TimeClock, _ part: TimeCode?, to value: inout OpenTime, _ found: ResolvedTime
  ) {
    var clock = clock
    if let part, clock.hour < 12,
      part == .evening || part == .afternoon || (part == .night && clock.hour > 4)
    {
      clock.hour += 12
    }
    value.type = .time
    value.value =
      (found.first == nil && found.value.utf8.count < 8 ? "XXXX-XX-XX" : found.value) + clock.text
    guard let day = found.first, found.grain <= .day else { return }
    let start = Moment(day, hour: clock.hour, minute: clock.minute ?? 0)
    (value.earliest, value.latest) = (start, start)
  }

  private func apply(_ part: TimeCode, to value: inout OpenTime, _ found: ResolvedTime) {
    value.type = .time
    value.value = (found.value.hasSuffix("_REF") ? "XXXX-XX-XX" : found.value) + "T" + part.text
    guard let day = found.first, let hours = tables.hours[part.text], found.grain <= .day else {
      return
    }
    value.earliest = Moment(day, hour: hours.from)
    value.latest = Moment(minutes: Moment(day, hour: hours.to).minutes - 1)
  }

  /// `early`, `late`, `more than`; `earlier this week`; `the past three months`.
  private func apply(
    _ mod: String, to value: inout OpenTime, _ found: ResolvedTime, _ meaning: TimeMeaning
  ) {
    switch mod {
    case "<", ">": roll(mod == "<" ? -1 : 1, &value, meaning)
    case "-":
      if let document, let earliest = value.earliest, Moment(document) >= earliest {
        value.latest = min(value.latest ?? Moment(document), Moment(document, hour: 23, minute: 59))
      }
    case "+":
      if let document, let latest = value.latest, Moment(document) <= latest, found.grain > .day {
        value.earliest = max(value.earliest ?? Moment(document), Moment(document))
      }
    case "WE":
      if let day = found.first {
        let saturday = day.weekday <= 3 ? day.adding(-1 - day.weekday) : day.adding(6 - day.weekday)
        let weekend = weekend(saturday, found.how)
        value.value = weekend.value
        value.earliest = weekend.first.map { Moment($0) }
        value.latest = weekend.last.map { Moment($0, hour: 23, minute: 59) }
      }
    case "START", "MID", "END":
      value.mod = mod
      narrow(mod, &value)
    default:
      value.mod = modifier(mod, meaning)
    }
  }

  /// A bound on `ago` bounds the point the other way: `more than two years ago` is before.
  private func modifier(_ mod: String, _ meaning: TimeMeaning) -> String {
    guard case .offset(_, _, let sign, _) = meaning, mod != "APPROX" else { return mod }
    let more = mod.hasPrefix("MORE") || mod.hasSuffix("OR_MORE")
    let exact = mod.hasPrefix("EQUAL")
    return
      (more == (sign < 0) ? exact ? "ON_OR_BEFORE" : "BEFORE" : exact ? "ON_OR_AFTER" : "AFTER")
  }

  private func narrow(_ mod: String, _ value: inout OpenTime) {
    guard let from = value.earliest, let to = value.latest, from < to else { return }
    let third = (to.minutes - from.minutes + 1) / 3
    if mod != "START" {
      value.earliest = Moment(minutes: from.minutes + (mod == "MID" ? 1 : 2) * third)
    }
    if mod != "END" {
      value.latest = Moment(minutes: from.minutes + (mod == "START" ? 1 : 2) * third - 1)
    }
  }

  /// A length that ends, or begins, at publication.
  private func roll(_ sign: Int, _ value: inout OpenTime, _ meaning: TimeMeaning) {
    guard case .duration(let parts) = meaning, parts.count == 1, let document,
      let count = parts[0].amount.whole, count < 10_000
    else { return }
    let minutes = min(count * parts[0].unit.minutes, 3_000_000_000)
    let now = sign < 0 ? Moment(document, hour: 23, minute: 59) : Moment(document)
    let far = Moment(minutes: Moment(document).minutes + sign * minutes)
    value.earliest = sign < 0 ? far : now
    value.latest = sign < 0 ? now : far
    value.derivation = "\(sign < 0 ? "up to" : "from") publication \(document)"
  }
}

/// A time value while it is put together.
private struct OpenTime {
  var earliest: Moment?
  var latest: Moment?
  var type: TimexType
  var value: String
  var mod: String?
  var derivation: String

  var closed: TimeValue {
    TimeValue(
      earliest: earliest, latest: latest, type: type, value: value, mod: mod,
      derivation: derivation)
  }
}
