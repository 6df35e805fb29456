import HearsayCore
import HearsayText

// Events of the same kind that happened to others: another wreck, a storm of another name, what was
// told of another country.
extension OtherEventFinder {
  /// The first of these in the sentence.
  func elsewhereToo() -> OtherStretch? {
    guard isLate else { return nil }
    for row in sentence.indices {
      let found = namedKind(row) ?? newlyPlaced(row) ?? anotherOne(row) ?? model(row)
      if let found { return found }
    }
    return nil
  }

  /// What the first paragraphs tell is the story itself.
  private var isLate: Bool { layers.sentence.paragraph > 2 && layers.sentence.zone == .body }

  /// `Cyclone Batsirai left 121 dead`, where nothing was told of one by that name.
  private func namedKind(_ row: Int) -> OtherStretch? {
    guard tables.events.named.contains(draft.tokens[row].word), row + 2 < sentence.end,
      isNewName(row + 1)
    else { return nil }
    var next = row + 2
    while next < sentence.end, draft.classes[next] == .name { next += 1 }
    guard next < sentence.end, tellsOfPast(behind: row + 2),
      !layers.times.contains(where: { isNear($0) })
    else { return nil }
    let isHead = row <= sentence.start + 2
    switch draft.classes[next] {
    case .verbPast, .mark, .relative, .whWord, .conjunction, .be, .have: break
    default: if !tables.events.openers.contains(draft.tokens[next].word) { return nil }
    }
    return stretch(
      from: row, "told of \"\(words(row, next))\"", nil, isWhole: isHead)
  }

  /// `the eruption of Mount Gamkolo last month, which claimed two lives`: at a place of which nothing
  /// was told, longer ago than the story.
  private func newlyPlaced(_ row: Int) -> OtherStretch? {
    guard isAnyEvent(row), row > sentence.start, row + 4 < sentence.end,
      hasDeterminer(before: row), draft.classes[row + 1] == .preposition
    else { return nil }
    let name = draft.classes[row + 2] == .determiner ? row + 3 : row + 2
    guard isNewName(name), let start = opener(behind: name),
      layers.times.contains(where: { isOlder($0, between: row, and: start) })
    else { return nil }
    return stretch(from: start, "told of \"\(words(row, name + 1))\"", nil)
  }

  /// `another wreck a week earlier in which eight people died`; `21 deaths in a separate outbreak`.
  private func anotherOne(_ row: Int) -> OtherStretch? {
    let word = draft.tokens[row].word
    let isAnother = tables.events.siblings.contains(word)
    guard isAnother || tables.events.formerAdjectives.contains(word) else { return nil }
    var noun = row + 1
    while noun < min(sentence.end, row + 4), !isAnyEvent(noun) {
      switch draft.classes[noun] {
      case .adjective, .noun, .name, .verbParticiple: noun += 1
      default: return nil
      }
    }
    guard noun < min(sentence.end, row + 4) else { return nil }
    if let start = opener(behind: noun + 1) {
      return stretch(from: start, "\"\(words(row, noun + 1))\"", nil)
    }
    // `another attack` minutes later may be one of the story's own.
    guard !isAnother || isBackDated(behind: noun) else { return nil }
    return before(row, noun)
  }

  /// What stands before `in a separate outbreak`, as far as its own clause goes.
  private func before(_ row: Int, _ noun: Int) -> OtherStretch? {
    var end = row
    while end > sentence.start, draft.classes[end - 1] == .determiner { end -= 1 }
    guard end > sentence.start, draft.classes[end - 1] == .preposition else { return nil }
    end -= 1
    var start = end
    while start > sentence.start, !isBorder(start - 1, before: end) { start -= 1 }
    guard start < end else { return nil }
    return OtherStretch(
      tokens: TokenRange(start, noun + 1), reason: "\"\(words(row, noun + 1))\"")
  }

  /// A mark or an opener; an `and` behind which another place stands.
  private func isBorder(_ row: Int, before end: Int) -> Bool {
    if draft.classes[row] == .mark || draft.classes[row] == .subordinator { return true }
    if tables.events.openers.contains(draft.tokens[row].word) { return true }
    guard draft.classes[row] == .conjunction else { return false }
    let left = max(sentence.start, row - 4)..<row
    return left.contains { draft.classes[$0] == .preposition }
  }

  /// `inspired by events in Kenya, where 60 were killed`; `Protests in Kenya began in June`.
  private func model(_ row: Int) -> OtherStretch? {
    guard draft.classes[row] == .preposition, row + 2 < sentence.end, row > sentence.start,
      draft.classes[row + 1] == .name, isNewName(row + 1)
    else { return nil }
    let isModel = (max(sentence.start, row - 6)..<row).contains {
      tables.events.models.contains(draft.facts[$0].lemma)
    }
    let isHead =
      row == sentence.start + 1 && isAnyEvent(sentence.start)
      && draft.facts[sentence.start].lemma != draft.tokens[sentence.start].word
    guard isModel || isHead else { return nil }
    let start = opener(behind: row + 2) ?? sentence.end
    return OtherStretch(
      tokens: TokenRange(isHead ? sentence.start : start, sentence.end),
      reason: "told of \"\(words(row, row + 2))\"", isOfPlace: true)
  }

  // MARK: What they are made of

  private func isAnyEvent(_ row: Int) -> Bool {
    isEventNoun(row) || tables.events.titles.contains(draft.facts[row].lemma)
      || tables.events.unrest.contains(draft.facts[row].lemma)
  }

  private func isNewName(_ row: Int) -> Bool {
    draft.classes[row] == .name && !names.contains(draft.tokens[row].word)
  }

  private func hasDeterminer(before row: Int) -> Bool {
    (max(sentence.start, row - 3)..<row).contains {
      tables.events.definite.contains(draft.tokens[$0].word)
        || tables.articles.contains(draft.tokens[$0].word)
    }
  }

  private func isOlder(_ time: Int, between row: Int, and end: Int) -> Bool {
    let placed = draft.times[time]
    guard placed.tokens.start > row, placed.tokens.end <= end,
      placed.value.type == .date, let published = draft.document.published?.earliest,
      let last = placed.value.latest
    else { return false }
    return published.day.number - last.day.number >= 7
  }

  /// `a week earlier`, `last month`, right behind the event.
  private func isBackDated(behind noun: Int) -> Bool {
    (noun + 1..<min(sentence.end, noun + 6)).contains { row in
      tables.events.backWords.contains(draft.tokens[row].word)
        || (tables.events.formerAdjectives.contains(draft.tokens[row].word)
          && row + 1 < sentence.end
          && (tables.events.longUnits.contains(draft.tokens[row + 1].word)
            || tables.events.weeks.contains(draft.tokens[row + 1].word)))
    }
  }

  private func words(_ start: Int, _ end: Int) -> String {
    draft.words(TokenRange(start, min(end, sentence.end)))
  }
}
