import HearsayCore
import HearsayText

// Sentences that tell of a dated event without a number, so that the next one may go on.
extension OtherEventFinder {
  /// Whether the sentence tells of another event at a time: `Spain's worst rail disaster happened
  /// near Santiago in 2013`, `Its sister ship ran aground in December`.
  func isToldOf(at row: Int) -> Bool {
    let time = draft.times[row].tokens
    guard draft.timeRelations.indices.contains(row),
      [.at, .during].contains(draft.timeRelations[row]), !context.isOfRecord(row, sentence),
      !layers.times.contains(where: { isNear($0) }),
      let verb = sentence.indices.first(where: {
        draft.classes[$0] == .verbPast || draft.classes[$0] == .be || draft.classes[$0] == .mark
          || draft.classes[$0] == .verbParticiple
      }), draft.classes[verb] != .mark || isAside(verb), verb < time.start
    else { return false }
    return tellsNewEvent(before: time)
      || isOtherSubject(
        TokenRange(sentence.start, min(verb, sentence.start + Self.mostOfSubject)))
  }

  private static let mostOfSubject = 14

  /// `30 people were killed when three bombers struck in Konduga in 2019`, in one clause.
  private func tellsNewEvent(before time: TokenRange) -> Bool {
    layers.attributions.isEmpty
      && !(sentence.start..<time.start).contains {
        draft.classes[$0] == .relative || draft.classes[$0] == .mark
          || tables.events.openers.contains(draft.tokens[$0].word)
            && !tables.events.when.contains(draft.tokens[$0].word)
      } && (sentence.start..<time.start).contains { isNewEvent(behind: $0) }
  }

  /// `Its sister ship, the Star Ilocos, ran aground`: the comma is of an apposition.
  private func isAside(_ mark: Int) -> Bool {
    mark + 1 < sentence.end
      && [.determiner, .name, .possessive].contains(draft.classes[mark + 1])
  }

  /// An event that is not the one known: `A car bomb`, `Spain's worst rail disaster`; or another
  /// thing of the same sort: `Its sister ship`.
  private func isOtherSubject(_ subject: TokenRange) -> Bool {
    guard subject.count > 1 else { return false }
    if subject.indices.contains(where: { tables.events.siblings.contains(draft.tokens[$0].word) }) {
      return true
    }
    let isEvent = subject.indices.contains {
      isEventNoun($0) || tables.events.titles.contains(draft.facts[$0].lemma)
    }
    let first = draft.tokens[subject.start].word
    let second = draft.tokens[subject.start + 1].word
    if tables.events.definite.contains(first), tables.events.formerAdjectives.contains(second) {
      return true
    }
    let isNew = tables.articles.contains(first) && !tables.events.definite.contains(first)
    return isEvent
      && (isNew
        || subject.indices.contains { tables.events.superlatives.contains(draft.tokens[$0].word) })
  }

  // MARK: Days of the story

  /// `On Wednesday, gunmen killed five`, in an article of what happened the day before: a new event
  /// later than all that the first sentences date.
  func laterDay(than last: Day?) -> OtherStretch? {
    guard let last, let row = layers.times.first(where: { isNear($0) }),
      let day = draft.times[row].value.latest?.day, day > last, draft.timeRelations[row] == .at,
      let published = draft.document.published?.latest?.day, day <= published
    else { return nil }
    let time = draft.times[row].tokens
    let isFirst = time.start <= sentence.start + 1
    guard let start = isFirst ? clause(behind: time.end) : sentence.start,
      isNewEvent(behind: start - 1), !layers.times.contains(where: { isOnOrBefore($0, last) })
    else { return nil }
    return stretch(from: sentence.start, "dated \(draft.times[row].value.value) by the text", nil)
      .whole(sentence)
  }

  private func isOnOrBefore(_ row: Int, _ last: Day) -> Bool {
    isNear(row) && (draft.times[row].value.latest?.day).map { $0 <= last } == true
  }

  /// `In Dutsin Rafi, 80 girls were taken`, behind `It was the third abduction this year`: at a
  /// place of which nothing was told.
  func elsewhere(behind former: OtherStretch?) -> OtherStretch? {
    guard former?.isCount == true, sentence.count > 4,
      draft.classes[sentence.start] == .preposition
    else { return nil }
    var row = sentence.start + 1
    while row < sentence.end, draft.classes[row] == .name {
      if names.contains(draft.tokens[row].word) { return nil }
      row += 1
    }
    guard row > sentence.start + 1, row < sentence.end, draft.classes[row] == .mark else {
      return nil
    }
    return stretch(from: sentence.start, "told as another event", nil, isWhole: true)
  }
}

extension OtherStretch {
  func whole(_ sentence: TokenRange) -> OtherStretch {
    var copy = self
    copy.tokens = sentence
    copy.isWhole = true
    return copy
  }
}

extension ClaimContext {
  /// The last day that the first two sentences of the text date; `nil` where they date nothing.
  func lastDay(of layers: ArraySlice<SentenceLayers>) -> Day? {
    let lead = layers.filter { $0.sentence.zone == .body }.prefix(2)
    return lead.flatMap { Array($0.times) }.compactMap { row -> Day? in
      let value = draft.times[row].value
      guard value.type == .date || value.type == .time else { return nil }
      return value.latest?.day
    }.max()
  }
}
