import HearsayCore
import HearsayText

/// One reason why an article cannot be older, with the words that give it.
private struct DateFloor {
  var day: Day
  var reason: String
}

/// The days on which an article without a date may have come out: after what it tells of, and near
/// enough that its bare weekdays are plain. (After Chambers, "Labeling documents with timestamps".)
func constrainedDate(
  _ draft: Draft, _ found: [FoundTime], _ tables: TimeTables, _ lexicon: Lexicon
) -> TimeValue? {
  guard let floor = latestKnown(draft, found, tables) else { return nil }
  var first = floor.day
  var last: Day?
  var reasons = [floor.reason]
  for (weekday, words) in pastWeekdays(draft, found, tables, lexicon) {
    let day = floor.day.adding((weekday - floor.day.weekday + 7) % 7)
    guard last.map({ day <= $0 }) ?? true else { continue }
    let upTo = day.adding(6)
    if day > first { first = day }
    last = min(last ?? upTo, upTo)
    reasons.append("not before \(weekdayNames[weekday - 1]) \(day) (\(words)), nor a week after it")
  }
  if let month = thisMonth(draft, found, floor.day) {
    last = min(last ?? month.last, month.last)
    reasons.append(month.reason)
  }
  if let last, last < first { return nil }
  var value = TimeValue(from: first, to: last ?? first, derivation: reasons.joined(separator: "; "))
  if last == nil { (value.latest, value.value) = (nil, first.description) }
  if last == nil { value.mod = "ON_OR_AFTER" }
  return value
}

/// Names of weekdays in derivations, which are ours and not the article's.
private let weekdayNames = [
  "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
]

private func place(_ draft: Draft, _ tokens: TokenRange) -> String {
  let bytes = draft.bytes(tokens)
  return "\"\(draft.text.text(bytes))\", line \(draft.text.line(at: bytes.start))"
}

/// The latest day the article surely looks back on: a pinned event or a date written in full.
private func latestKnown(
  _ draft: Draft, _ found: [FoundTime], _ tables: TimeTables
) -> DateFloor? {
  var best: DateFloor?
  func offer(_ day: Day, _ reason: String) {
    if best.map({ $0.day < day }) ?? true { best = DateFloor(day: day, reason: reason) }
  }
  for sentence in draft.sentences where isOwn(sentence.zone) {
    for event in tables.events {
      guard let tokens = mention(of: event, in: sentence.tokens, draft) else { continue }
      offer(event.day, "after \(event.day), \(event.name) (\(place(draft, tokens)))")
    }
  }
  for time in found where isOwnTime(draft, time) {
    guard case .date(.day(let month, let day), .open, nil, _) = time.match.meaning else { continue }
    for event in tables.events where (event.day.civil.month, event.day.civil.day) == (month, day) {
      offer(event.day, "after \(event.day), \(event.name) (\(place(draft, time.tokens)))")
    }
  }
  guard let event = best else { return nil }
  for time in found where isOwnTime(draft, time) {
    guard case .date(.day(let month, let day), let year, nil, _) = time.match.meaning else {
      continue
    }
    let known: Int
    switch year {
    case .known(let year): known = year
    case .open: known = event.day.civil.year
    default: continue
    }
    guard let found = Day(year: known, month: month, day: day), found >= event.day.adding(-366),
      found <= event.day.adding(14)
    else { continue }
    offer(found, "after \(found) (\(place(draft, time.tokens)))")
  }
  return best
}

private func isOwn(_ zone: ZoneKind) -> Bool {
  switch zone {
  case .related, .boilerplate, .residue, .duplicate: false
  default: true
  }
}

private func isOwnTime(_ draft: Draft, _ time: FoundTime) -> Bool {
  draft.sentence(holding: time.tokens.start).map { isOwn(draft.sentences[$0].zone) } ?? false
}

private func mention(of event: TimeEvent, in range: TokenRange, _ draft: Draft) -> TokenRange? {
  for phrase in event.phrases where phrase.count <= range.count {
    for start in range.start...(range.end - phrase.count) {
      if let end = matchEnd(phrase, at: start, range, draft) { return TokenRange(start, end) }
    }
  }
  return nil
}

/// The words of a phrase in order, with at most two others between: `seized Nicolás Maduro`.
private func matchEnd(
  _ phrase: [WordID], at start: Int, _ range: TokenRange, _ draft: Draft
) -> Int? {
  guard draft.tokens[start].word == phrase[0] else { return nil }
  var row = start + 1
  for word in phrase.dropFirst() {
    guard let next = (row..<min(row + 3, range.end)).first(where: { draft.tokens[$0].word == word })
    else { return nil }
    row = next + 1
  }
  return row
}

/// Bare weekdays beside a past tense, each with its first mention, in the order of the text.
private func pastWeekdays(
  _ draft: Draft, _ found: [FoundTime], _ tables: TimeTables, _ lexicon: Lexicon
) -> [(weekday: Int, words: String)] {
  let cues = TenseFinder(
    tokens: draft.tokens, classes: draft.classes, tables: tables, lexicon: lexicon)
  var seen: [(weekday: Int, words: String)] = []
  for time in found where isOwnTime(draft, time) {
    guard case .weekday(let weekday, nil) = time.match.meaning,
      !seen.contains(where: { $0.weekday == weekday }),
      let row = draft.sentence(holding: time.tokens.start),
      cues.tense(of: time.tokens, in: draft.sentences[row].tokens) == .past
    else { continue }
    seen.append((weekday, place(draft, time.tokens)))
  }
  return seen
}

/// `this month` in an article whose last known day is pinned: it came out in that month.
private func thisMonth(
  _ draft: Draft, _ found: [FoundTime], _ day: Day
) -> (last: Day, reason: String)? {
  for time in found where isOwnTime(draft, time) {
    guard case .unit(.month, let shift) = time.match.meaning, shift.step == 0,
      shift.anchor == .document
    else { continue }
    let (year, month, _) = day.civil
    guard let days = days(ofMonth: month, year: year) else { return nil }
    return (days.upperBound, "in that month (\(place(draft, time.tokens)))")
  }
  return nil
}
