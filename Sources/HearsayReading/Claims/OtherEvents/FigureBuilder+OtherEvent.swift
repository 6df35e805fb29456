import HearsayCore
import HearsayText

// Whether a figure is of another event than the article's own.
extension FigureBuilder {
  /// `killing 12 people and injuring 15`: what the first is of, the second is of too.
  func goesOn(from former: FormerFigure) -> Bool {
    guard former.about.otherEvent != nil else { return false }
    if isOfThem(former) { return true }
    guard former.frame.sentence == frame.sentence,
      frame.number.start >= former.frame.phrase.end,
      frame.number.start - former.frame.phrase.end <= 4
    else { return false }
    return (former.frame.phrase.end..<frame.number.start).contains {
      draft.classes[$0] == .conjunction
    }
  }

  /// `Four of them died`, at the head of the next sentence, or after a comma.
  private func isOfThem(_ former: FormerFigure) -> Bool {
    let isSame = former.frame.sentence == frame.sentence
    let gap = frame.sentence.start - former.frame.sentence.end
    let isAtHead = frame.number.start <= frame.sentence.start + 3
    guard isSame || isAtHead && (0...Self.mostOfParagraph).contains(gap) else { return false }
    if !isSame, isBareAgain(gap, former) { return true }
    let start = isSame ? frame.phrase.start : frame.sentence.start
    return (start..<min(frame.sentence.end, frame.phrase.end + 3)).contains { row in
      row > frame.sentence.start && tables.events.ofThem.contains(draft.tokens[row].word)
        && tables.ofWords.contains(draft.tokens[row - 1].word)
    }
  }

  /// `More than 90 are still missing`, right behind a sentence of its paragraph that told of others:
  /// a number without a noun goes on with them.
  private func isBareAgain(_ gap: Int, _ former: FormerFigure) -> Bool {
    guard gap == 0, frame.unit == nil, frame.quantity.kind == .count,
      let before = draft.sentence(holding: former.frame.number.start)
    else { return false }
    return draft.sentences[before].paragraph == layers.sentence.paragraph
  }

  /// So many tokens may stand between: a sentence or two.
  private static let mostOfParagraph = 40

  /// A figure dated long before publication, or set beside by words such as `a similar attack in`,
  /// belongs to another event than the article's own.
  mutating func findOtherEvent(_ times: FigureTimes) {
    // What somebody was sentenced to is news long after the sentence.
    if let event = times.event, isPast(event), !isTerm, !isSumOfAll(), !isAside(event) {
      proposition.otherEvent = "dated \(event.value) by the text"
    } else if let window = times.window, window.latest == nil, isLongAgo(window), isSinceClause(),
      !isSumOfAll(), proposition.measure != .stock
    {
      proposition.otherEvent = "counted since \(window.value)"
    }
    for hit in hits {
      switch hit.phrase {
      case .otherEvent: break
      case .takenBack where hit.tokens.start >= frame.phrase.end: break
      // What is told first is the article's own count, though it be of a year.
      case .longSpan where frame.zone == .body && layers.sentence.paragraph > 2 && !isSumOfAll():
        break
      default: continue
      }
      if isInReach(hit.tokens) { proposition.otherEvent = "\"\(draft.words(hit.tokens))\"" }
    }
    if proposition.otherEvent == nil, let opening = openingTime(), isPast(opening), !isTerm {
      proposition.otherEvent = "dated \(opening.value) by the text"
      if proposition.eventTime == nil { proposition.eventTime = opening }
    }
    if proposition.otherEvent == nil, let event = times.event, isAnotherOne(event),
      !isAside(event)
    {
      proposition.otherEvent = "dated \(event.value) by the text"
    }
    if proposition.otherEvent == nil, isOfShock() { proposition.otherEvent = "told of aftershocks" }
    if proposition.otherEvent == nil, let promised = formerPromise(times) {
      proposition.otherEvent = "dated \(promised.value) by the text"
    }
    if proposition.otherEvent == nil, let stretch { take(stretch, times) }
  }

  /// `It got $41 million in 2018 for a promise to keep 2,000 jobs through 2030`: what was to come was
  /// said long ago.
  private func formerPromise(_ times: FigureTimes) -> TimeValue? {
    guard let held = times.asOf?.latest?.day, let now = draft.document.published?.latest?.day,
      held.number > now.number,
      let row = layers.times.first(where: { isPast(draft.times[$0].value) })
    else { return nil }
    let time = draft.times[row].tokens
    guard draft.timeRelations.indices.contains(row), draft.timeRelations[row] == .at,
      (frame.sentence.start..<time.start).contains(where: { draft.classes[$0] == .verbPast }),
      !(time.end..<max(time.end, frame.phrase.end)).contains(where: { isClauseEnd($0) })
    else { return nil }
    return draft.times[row].value
  }

  /// A mark, or a verb that tells when it is.
  private func isClauseEnd(_ row: Int) -> Bool {
    switch draft.classes[row] {
    case .mark, .verbPast, .verbS, .be, .have, .modal: true
    default: false
    }
  }

  /// `bringing to eight the number released this year`: the story itself moves the sum.
  private func isSumOfAll() -> Bool {
    var row = frame.number.start - 1
    let lowest = max(frame.sentence.start, row - Self.mostToSum)
    var isTo = false
    while row >= lowest {
      if tables.toWords.contains(draft.tokens[row].word) { isTo = true }
      if tables.bringingVerbs.contains(draft.facts[row].lemma), draft.classes[row].isVerb {
        return isTo
      }
      row -= 1
    }
    return false
  }

  private static let mostToSum = 12

  /// What the passage tells of, unless the figure has a day of the story for itself.
  private mutating func take(_ stretch: OtherStretch, _ times: FigureTimes) {
    guard stretch.tokens.contains(frame.number.start),
      stretch.topics.map({ topics in proposition.topic.map(topics.contains) == true }) ?? true,
      !isOfToday(times)
    else { return }
    proposition.otherEvent = stretch.reason
    guard let time = stretch.time, proposition.eventTime == nil else { return }
    proposition.eventTime = time
    guard times.basis != .stated else { return }
    proposition.asOf = time
    proposition.asOfBasis = .stated
  }

  /// `is one of 11 still held`: a level of now, whatever began it.
  private func isOfToday(_ times: FigureTimes) -> Bool {
    guard proposition.measure == .stock, times.event == nil, times.basis == .stated else {
      return false
    }
    return times.asOf.map { !isPast($0) } ?? false
  }

  /// A length of time that somebody is sentenced to.
  private var isTerm: Bool {
    guard frame.quantity.kind == .measure, let unit = frame.unit, unit.count > 0 else {
      return false
    }
    return tables.termUnits.contains(draft.tokens[unit.end - 1].word)
  }

  /// `The train, built in 2009, carried 218 people`: the date tells only of the train.
  private func isAside(_ time: TimeValue) -> Bool {
    guard let row = layers.times.first(where: { draft.times[$0].value == time }) else {
      return false
    }
    let tokens = draft.times[row].tokens
    var start = tokens.start
    let lowest = max(frame.sentence.start, start - 8)
    while start > lowest, draft.classes[start - 1] != .mark { start -= 1 }
    guard start > lowest, start < tokens.start, tokens.end < frame.number.start,
      (tokens.end..<frame.number.start).contains(where: { draft.classes[$0] == .mark })
    else { return false }
    switch draft.classes[start] {
    case .verbParticiple, .verbPast, .relative, .whWord: return true
    default: return false
    }
  }

  /// `In 2019, … 240 people were hurt; two died`: a date before its comma at the head of a sentence
  /// dates all of it, unless another day is named in it.
  private func openingTime() -> TimeValue? {
    guard let first = layers.times.first, draft.times[first].value.type == .date,
      draft.times[first].tokens.start <= frame.sentence.start + 1,
      draft.times[first].tokens.end < frame.number.start,
      draft.classes[draft.times[first].tokens.end] == .mark,
      !layers.times.dropFirst().contains(where: { isNear(draft.times[$0]) })
    else { return nil }
    return draft.times[first].value
  }

  private func isNear(_ time: Placed<TimeValue>) -> Bool {
    // `at the time` is no day.
    guard time.value.value.utf8.first.map({ (0x30...0x39).contains($0) }) ?? false else {
      return false
    }
    return (time.value.latest ?? time.value.earliest).map { _ in !isPast(time.value) } ?? false
  }

  /// `Last month, a bomb killed 30 people`: an event told as new, though it was a week ago or more.
  private func isAnotherOne(_ time: TimeValue) -> Bool {
    // Of `last month` the first day counts: nobody says it of yesterday.
    let isMonth = time.value.utf8.count == 7
    guard let published = draft.document.published?.earliest,
      let last = isMonth ? time.earliest : time.latest,
      published.day.number - last.day.number >= (isMonth ? 28 : Self.daysOfOneEvent)
    else { return false }
    let lower = max(frame.sentence.start, frame.number.start - Self.clauseReach)
    let upper = min(frame.sentence.end, frame.number.end + Self.clauseReach)
    return (lower..<max(lower, upper)).contains { row in
      if tables.events.actors.contains(draft.tokens[row].word) {
        return row == frame.sentence.start || !draft.classes[row - 1].isPremodifier
      }
      guard tables.articles.contains(draft.tokens[row].word) else { return false }
      let end = min(frame.sentence.end, row + 5)
      return (min(row + 1, end)..<end).contains {
        tables.eventNouns.contains(draft.tokens[$0].word)
      }
    }
  }

  /// So many tokens around a figure tell of its event.
  private static let clauseReach = 40

  /// From so many days back on, `a bomb` is another one than the article's.
  private static let daysOfOneEvent = 7

  /// Whether a time lies too far back for the article's own story.
  private func isPast(_ time: TimeValue) -> Bool { draft.isBeforeStory(time) }

  /// Whether a count began long before the article's story: `have died since 2006`.
  private func isLongAgo(_ window: TimeValue) -> Bool {
    guard let first = window.earliest, let published = draft.document.published?.earliest else {
      return false
    }
    return published.day.number - first.day.number > 5 * Self.daysOfOneStory
  }

  /// Whether `since …` stands in the figure's own clause: `the worst since 1995, killing 33` counts
  /// nothing since then.
  private func isSinceClause() -> Bool {
    layers.times.contains { row in
      guard draft.timeRelations.indices.contains(row), draft.timeRelations[row] == .since else {
        return false
      }
      let time = draft.times[row].tokens
      let lower = min(time.end, frame.phrase.end)
      let upper = max(time.start, frame.phrase.start)
      return lower > upper || !(lower..<upper).contains { draft.classes[$0] == .mark }
    }
  }

  /// Whether words of another event stand before the figure or right behind it in its clause.
  private func isInReach(_ words: TokenRange) -> Bool {
    if words.end <= frame.number.start {
      let end = context.asideEnd(holding: words.start, frame.sentence)
      return frame.number.start - words.end < 14 && !hasOwnClause(behind: words.end)
        && !(end.map { $0 < frame.number.start } ?? false)
    }
    guard words.start >= frame.phrase.end, words.start - frame.phrase.end < 12 else { return false }
    return !(frame.phrase.end..<words.start).contains {
      draft.classes[$0] == .mark || lexicon.tags(draft.tokens[$0].word).has(.clauseBorder)
    }
  }

  /// `where a similar quake hit in 2002, eight people died on Tuesday`: the figure has a clause and a
  /// day for itself.
  private func hasOwnClause(behind end: Int) -> Bool {
    guard let comma = (end..<frame.number.start).last(where: { draft.classes[$0] == .mark }),
      (end..<comma).contains(where: { draft.classes[$0] == .verbPast })
    else { return false }
    return layers.times.contains { row in
      let time = draft.times[row]
      return time.tokens.start >= frame.phrase.end && isNear(time)
        && !(frame.phrase.end..<time.tokens.start).contains { draft.classes[$0] == .mark }
    }
  }

  /// `A 5.2-magnitude aftershock`.
  private func isOfShock() -> Bool {
    guard proposition.topic.map(tables.events.scales.contains) == true else { return false }
    let rest = frame.number.end..<min(frame.sentence.end, frame.number.end + 4)
    return rest.contains { row in
      tables.events.shocks.contains(draft.tokens[row].word)
        && !(frame.number.end..<row).contains { isClauseEnd($0) && !context.isMark($0, "-") }
    }
  }

  /// A figure for a time further back than this many days belongs to another event: news of one
  /// story seldom counts over more than two months.
  static let daysOfOneStory = 75
}
