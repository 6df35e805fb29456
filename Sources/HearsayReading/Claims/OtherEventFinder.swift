import HearsayCore
import HearsayRules
import HearsayText

/// Words by which a text turns to another event and back.
struct EventWords: Sendable {
  /// How far another event goes that is known by a phrase.
  enum Reach { case all, unrest, harm }

  let phrases: PatternTable<Reach>
  let triggers: WordSet
  let unrest: WordSet
  let harm: Set<String>
  /// `Background`; `earlier`, `previous` before another word of a heading.
  let headings: WordSet
  let earlier: WordSet
  /// `that`, before `bombing`.
  let pointers: WordSet
  /// `are`, `now`: the story itself.
  let present: WordSet
  /// `but`, `while`: back to the story.
  let returns: WordSet
  /// `when`, `who`, `which` behind a date.
  let openers: WordSet
  let after: WordSet
  /// `months`, `years`; `days`, `weeks`, behind which only a new event is another one.
  let longUnits: WordSet
  let shortUnits: WordSet

  init(_ rules: RuleSet, _ lexicon: inout Lexicon) {
    func set(_ key: String) -> WordSet { WordSet(rules["claims.\(key)"], &lexicon) }
    headings = set("other-headings")
    earlier = set("earlier")
    pointers = set("back-pointers")
    present = set("present")
    returns = set("returns")
    openers = set("openers")
    after = set("after")
    longUnits = set("long-units")
    shortUnits = set("short-units")
    unrest = set("unrest-nouns")
    harm = Set(rules["claims.harm-topics"].words)
    var phrases = PatternTable<Reach>()
    for words in rules["claims.other-events"].words { phrases.add(words, .all, &lexicon) }
    for words in rules["claims.other-passages"].words { phrases.add(words, .all, &lexicon) }
    for words in rules["claims.unrest"].words { phrases.add(words, .unrest, &lexicon) }
    for words in rules["claims.pursuits"].words { phrases.add(words, .harm, &lexicon) }
    triggers = WordSet(phrases.triggers)
    self.phrases = phrases
  }
}

/// Finds what in a sentence tells of another event by its own words.
struct OtherEventFinder: ClaimFinder {
  let context: ClaimContext
  let layers: SentenceLayers
  /// Whether the article is of unrest, whose tear gas is no other event.
  var isOfUnrest = true

  private var sentence: TokenRange { layers.sentence.tokens }

  /// The first such stretch.
  func stretch() -> OtherStretch? { dated() ?? later() ?? named() }

  // MARK: Dates

  /// `In 2011 six hijackers …`, `the worst since the 1995 quake, which killed …`.
  private func dated() -> OtherStretch? {
    for row in layers.times where isPast(draft.times[row].value) {
      let time = draft.times[row]
      let reason = "dated \(time.value.value) by the text"
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

  private func isBefore(_ row: Int, _ time: Placed<TimeValue>) -> Bool {
    draft.times[row].tokens.start < time.tokens.start
  }

  /// A relative clause within a few words: `since 2019, when`, `the 2015 quake that`.
  private func opener(behind end: Int) -> Int? {
    for row in end..<max(end, min(sentence.end, end + Self.mostBetween)) {
      if tables.events.openers.contains(draft.tokens[row].word) { return row }
      switch draft.classes[row] {
      case .verbPast, .verbS, .verbBase, .have, .modal, .conjunction, .stop: return nil
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
  }

  private static let daysOfNews: Int32 = 15

  // MARK: So long after

  /// `It comes five years after 32 people were killed`: behind `after`, as far as its comma where
  /// the sentence begins so.
  private func later() -> OtherStretch? {
    guard sentence.count > 3 else { return nil }
    for row in sentence.start + 1..<sentence.end - 1
    where tables.events.after.contains(draft.tokens[row].word) {
      let unit = draft.tokens[row - 1].word
      let isLong = tables.events.longUnits.contains(unit)
      guard isLong || tables.events.shortUnits.contains(unit) && isNewEvent(behind: row),
        let verb = verb(behind: row)
      else { continue }
      let opens = row <= sentence.start + 6
      let comma = (verb..<sentence.end).first { draft.classes[$0] == .mark }
      return stretch(
        from: row, before: opens ? comma : nil,
        "told as \(draft.words(TokenRange(row - 1, row))) before",
        nil)
    }
    return nil
  }

  /// `a bomb`, `two attacks`.
  private func isNewEvent(behind row: Int) -> Bool {
    guard row + 2 < sentence.end else { return false }
    let next = draft.tokens[row + 1].word
    let isCounted = tables.articles.contains(next) || draft.classes[row + 1] == .number
    for place in row + 1..<min(sentence.end, row + 6) {
      // `the bomb` is the one that is known.
      if draft.classes[place] == .determiner, place > row + 1 || !isCounted { return false }
      let (word, lemma) = (draft.tokens[place].word, draft.facts[place].lemma)
      guard tables.eventNouns.contains(lemma) || tables.eventNouns.contains(word) else { continue }
      return isCounted || lemma != word
    }
    return false
  }

  private func verb(behind row: Int) -> Int? {
    (row + 1..<min(sentence.end, row + 14)).first {
      draft.classes[$0] == .verbPast || draft.classes[$0] == .be || draft.classes[$0] == .verbIng
    }
  }

  // MARK: Words

  /// `A similar blast`, `in a separate incident`.
  private func named() -> OtherStretch? {
    var matches: [PatternSet.Match] = []
    for row in sentence.indices {
      guard
        tables.events.triggers.contains(draft.tokens[row].word)
          || tables.events.triggers.contains(draft.facts[row].lemma)
      else { continue }
      tables.events.phrases.patterns.find(
        at: row, in: draft.tokens, within: sentence.start..<sentence.end, lexicon.facts,
        into: &matches)
    }
    let fitting = matches.filter {
      !isOfUnrest || tables.events.phrases.payloads[$0.row] != .unrest
    }
    guard let first = fitting.min(by: { ($0.lower, -$0.upper) < ($1.lower, -$1.upper) }) else {
      return nil
    }
    let words = "\"\(draft.words(TokenRange(first.lower, first.upper)))\""
    let reach = tables.events.phrases.payloads[first.row]
    guard reach == .all else {
      return OtherStretch(
        tokens: sentence, reason: words, isWhole: true, isOfHarm: reach == .harm)
    }
    return stretch(from: first.lower, words, nil, isWhole: first.lower <= sentence.start + 2)
  }

  // MARK: Ends

  /// From `start` as far as something returns to the story.
  private func stretch(
    from start: Int, before border: Int? = nil, _ reason: String, _ time: TimeValue?,
    isWhole: Bool = false
  ) -> OtherStretch {
    var end = start + 1
    let last = border ?? sentence.end
    let days = layers.times.filter { isNear($0) && draft.times[$0].tokens.start > start }
    let near = days.first.map { draft.times[$0].tokens.start } ?? last
    while end < last, end < near, !tables.events.returns.contains(draft.tokens[end].word) {
      end += 1
    }
    return OtherStretch(
      tokens: TokenRange(start, end), reason: reason, time: time,
      isWhole: isWhole && end == sentence.end)
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
