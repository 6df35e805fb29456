import HearsayCore
import HearsayText

/// Finds what in a sentence tells of another event by its own words.
struct OtherEventFinder: ClaimFinder {
  let context: ClaimContext
  let layers: SentenceLayers
  /// Whether the article is of unrest, whose tear gas is no other event.
  var isOfUnrest = true
  /// Whether it is of people who met, at whose protest some were taken.
  var isOfGathering = true
  /// The names that the article has told of before.
  var names: Set<WordID> = []

  var sentence: TokenRange { layers.sentence.tokens }

  /// The first such stretch.
  func stretch() -> OtherStretch? {
    compared() ?? dated() ?? later() ?? shortlyBefore() ?? previousTime() ?? nextDoor()
      ?? elsewhereToo() ?? described() ?? named() ?? titled()
  }

  // MARK: Dates

  /// `In 2011 six hijackers …`, `the worst since the 1995 quake, which killed …`.
  private func dated() -> OtherStretch? {
    if let start = numbered() { return stretch(from: start, "told of a year before", nil) }
    for row in layers.times {
      let time = draft.times[row]
      // `since December, when`: what was then is past sooner than what is only dated.
      if !isPast(time.value) {
        guard isWeeksAgo(time.value), let start = opener(behind: time.tokens.end),
          tables.events.when.contains(draft.tokens[start].word)
        else { continue }
        return stretch(from: start, "dated \(time.value.value) by the text", time.value)
      }
      let reason = "dated \(time.value.value) by the text"
      if let start = yearTitle(time.tokens) {
        return stretch(from: start, reason, time.value, isWhole: true)
      }
      let isSince =
        draft.timeRelations.indices.contains(row)
        && ![.at, .during].contains(draft.timeRelations[row])
      if time.tokens.start <= sentence.start + 1, !isSince,
        !layers.times.contains(where: { isNear($0) && isBefore($0, draft.times[row]) })
      {
        return stretch(from: time.tokens.start, reason, time.value, isWhole: true)
      }
      if let start = opener(behind: time.tokens.end) {
        return stretch(from: start, reason, time.value)
      }
    }
    return nil
  }

  /// `the 2015 attacks, which`: the year looks like a count and is read as none.
  private func numbered() -> Int? {
    guard let year = draft.document.published?.earliest?.day.civil.year else { return nil }
    for row in sentence.start + 1..<max(sentence.start + 1, sentence.end - 1)
    where draft.tokens[row].kind == .number && isEventNoun(row + 1)
      && tables.events.definite.contains(draft.tokens[row - 1].word)
    {
      guard let number = Int(draft.words(TokenRange(row, row + 1))), (1900..<year).contains(number)
      else { continue }
      if let start = opener(behind: row + 1) { return start }
      if row <= sentence.start + 1 { return sentence.start }
    }
    return nil
  }

  /// `The 2020 Labor Day fires in Oregon destroyed …`: a year in the name of an event of which the
  /// sentence tells.
  private func yearTitle(_ time: TokenRange) -> Int? {
    let start = time.start - 1
    guard start >= sentence.start, start <= sentence.start + 4,
      tables.events.definite.contains(draft.tokens[start].word),
      !(sentence.start..<start).contains(where: { draft.classes[$0].isVerb })
    else { return nil }
    for row in time.end..<max(time.end, min(sentence.end, time.end + 5)) {
      if isEventNoun(row) || tables.events.titles.contains(draft.facts[row].lemma) {
        return tellsOfPast(behind: row + 1) ? start : nil
      }
      switch draft.classes[row] {
      case .name, .noun, .adjective, .day, .other, .number: break
      default: return nil
      }
    }
    return nil
  }

  /// Whether the first verb is of the past: `the 2021 coup has led to` counts until now.
  func tellsOfPast(behind row: Int) -> Bool {
    let verb = (row..<max(row, sentence.end)).first {
      draft.classes[$0].isVerb || draft.classes[$0].isAuxiliary
    }
    return verb.map { draft.classes[$0] == .verbPast || draft.classes[$0] == .be } ?? false
  }

  /// What the next sentence may point back to: `the disaster of 1970`, `the second such attack`.
  func mention() -> OtherStretch? {
    let row = layers.times.first { isPast(draft.times[$0].value) }
    guard row != nil || isNextOne() else { return nil }
    let value = row.map { draft.times[$0].value }
    return OtherStretch(
      tokens: TokenRange(sentence.start, sentence.start),
      reason: value.map { "dated \($0.value) by the text" } ?? "told as another event", time: value,
      isWhole: row.map { isToldOf(at: $0) } ?? false, isCount: isNextOne())
  }

  private func isNextOne() -> Bool {
    sentence.indices.contains { row in
      tables.events.ordinals.contains(draft.tokens[row].word)
        && (row + 1..<min(sentence.end, row + 4)).contains {
          isEventNoun($0) || tables.events.happenings.contains(draft.facts[$0].lemma)
        }
    }
  }

  private func isBefore(_ row: Int, _ time: Placed<TimeValue>) -> Bool {
    draft.times[row].tokens.start < time.tokens.start
  }

  /// A relative clause within a few words: `since 2019, when`, `the 2015 quake that`.
  func opener(behind end: Int) -> Int? {
    for row in end..<max(end, min(sentence.end, end + Self.mostBetween)) {
      if tables.events.openers.contains(draft.tokens[row].word) { return row }
      switch draft.classes[row] {
      case .verbS where isEventNoun(row): break
      case .verbPast, .verbS, .verbBase, .be, .have, .modal, .conjunction, .stop: return nil
      default: break
      }
    }
    return nil
  }

  private static let mostBetween = 8

  /// Whether a time lies too far back for the article's own story.
  private func isPast(_ time: TimeValue) -> Bool {
    draft.isBeforeStory(time)
  }

  /// Whether a time is one of the days of the article's own story.
  func isNear(_ row: Int) -> Bool {
    let time = draft.times[row].value
    guard time.type == .date || time.type == .time,
      let published = draft.document.published?.latest,
      let first = time.earliest, let last = time.latest
    else { return false }
    return last.day.number - first.day.number <= 7
      && published.day.number - last.day.number <= Self.daysOfNews
      && !isVague(draft.times[row].tokens)
  }

  /// `the day`, `that night`: no day of the story by itself.
  private func isVague(_ tokens: TokenRange) -> Bool {
    draft.classes[tokens.start] == .determiner && tokens.count <= 2
  }

  private func isWeeksAgo(_ time: TimeValue) -> Bool {
    guard time.type == .date, let published = draft.document.published?.earliest,
      let last = time.latest, last >= time.earliest ?? last
    else { return false }
    return published.day.number - last.day.number > 2 * Self.daysOfNews
  }

  private static let daysOfNews: Int32 = 15

  // MARK: So long after

  /// `It comes five years after 32 people were killed`: behind `after`, as far as its comma where
  /// the sentence begins so.
  private func later() -> OtherStretch? {
    guard sentence.count > 3 else { return nil }
    for row in sentence.start + 1..<sentence.end - 1
    where tables.events.after.contains(draft.tokens[row].word) || isAnniversary(row) {
      let unit = draft.tokens[row - 1].word
      let isLong = tables.events.longUnits.contains(unit)
      let opens = !(sentence.start..<row).contains { draft.classes[$0].isVerb }
      // `Two days after a bomb killed 24, traders returned`: the story goes on.
      let isShort =
        tables.events.shortUnits.contains(unit) || tables.events.hours.contains(unit)
      guard
        isLong || !opens && isShort && (isNewEvent(behind: row) || isNewHarm(behind: row)),
        let verb = verb(behind: row)
      else { continue }
      let comma = (verb..<sentence.end).first { draft.classes[$0] == .mark }
      return stretch(
        from: row, before: opens ? comma : nil,
        "told as \(draft.words(TokenRange(row - 1, row))) before",
        nil)
    }
    return nil
  }

  /// `It is 28 years since a gunman killed 35 people`.
  private func isAnniversary(_ row: Int) -> Bool {
    tables.events.since.contains(draft.tokens[row].word)
      && tables.events.anniversaries.contains(draft.tokens[row - 1].word)
  }

  private func verb(behind row: Int) -> Int? {
    (row + 1..<min(sentence.end, row + 14)).first {
      draft.classes[$0] == .verbPast || draft.classes[$0] == .be || draft.classes[$0] == .verbIng
    }
  }

  // MARK: Ends

  /// From `start` as far as something returns to the story.
  func stretch(
    from start: Int, before border: Int? = nil, _ reason: String, _ time: TimeValue?,
    isWhole: Bool = false
  ) -> OtherStretch {
    var end = start + 1
    let last = border ?? asideEnd(holding: start) ?? sentence.end
    let days = layers.times.filter { isReturn($0) && draft.times[$0].tokens.start > start }
    let near = days.first.map { draft.times[$0].tokens.start } ?? ownClause(behind: start) ?? last
    while end < last, end < near, !returns(end) { end += 1 }
    return OtherStretch(
      tokens: TokenRange(start, end), reason: reason, time: time,
      isWhole: isWhole && end == sentence.end)
  }

  /// The comma before a clause that a day of the story ends: `where a similar quake hit in 2002,
  /// eight people died on Tuesday`; what was said that day is no such clause.
  private func ownClause(behind start: Int) -> Int? {
    let days = layers.times.filter { isNear($0) && draft.times[$0].tokens.start > start }
    guard let day = days.first else { return nil }
    let end = draft.times[day].tokens.start
    guard let comma = (start..<end).last(where: { draft.classes[$0] == .mark }) else { return nil }
    let verbs = (comma..<end).filter { draft.classes[$0] == .verbPast || draft.classes[$0] == .be }
    let clause = TokenRange(comma, end)
    let isSaid = layers.attributions.contains { draft.cueTokens[$0].overlaps(clause) }
    return verbs.isEmpty || isSaid ? nil : comma
  }

  /// `but`, and not `but only two`.
  private func returns(_ row: Int) -> Bool {
    tables.events.returns.contains(draft.tokens[row].word)
      && !(row + 1 < sentence.end && tables.events.limits.contains(draft.tokens[row + 1].word))
  }

  /// A day of the story at the head of a clause: `; on Tuesday 24 died`.
  private func isReturn(_ row: Int) -> Bool {
    guard isNear(row) else { return false }
    let start = draft.times[row].tokens.start
    return (max(sentence.start, start - 2)..<start).contains {
      draft.classes[$0] == .mark || draft.classes[$0] == .conjunction
    }
  }
}

extension ClaimLayers {
  /// Whether a time lies too far back for the article's own story; for a year that means any year
  /// before that of publication.
  func isBeforeStory(_ time: TimeValue) -> Bool {
    guard let published = document.published?.earliest else { return false }
    if time.value.utf8.count == 4, let last = time.latest, time.type == .date {
      return last.day.number < published.day.number
    }
    guard let last = time.latest ?? time.earliest else { return false }
    return published.day.number - last.day.number > FigureBuilder.daysOfOneStory
  }
}
