import HearsayCore
import HearsayText

// Other events that the story is held against, or that stand a little before it.
extension OtherEventFinder {
  /// `The toll exceeds the 309 killed in L'Avila in 2009`; `the deadliest since the one in Van, which
  /// left 644 dead`: behind the word that compares.
  func compared() -> OtherStretch? {
    guard let past = layers.times.last(where: { isTold($0) }) else { return nil }
    let time = draft.times[past]
    for row in sentence.start + 1..<max(sentence.start + 1, time.tokens.start)
    where tables.events.comparing.contains(draft.facts[row].lemma) && draft.classes[row].isVerb {
      return stretch(from: row, "compared with another event", time.value)
    }
    return nil
  }

  private func isTold(_ row: Int) -> Bool {
    draft.isBeforeStory(draft.times[row].value) && draft.timeRelations.indices.contains(row)
      && draft.timeRelations[row] == .at
  }

  /// Whether what stands behind `after` is told of people: `two weeks after eleven people were gunned
  /// down`, in a sentence whose subject is the story's own event.
  func isNewHarm(behind row: Int) -> Bool {
    let subject = sentence.start..<max(sentence.start, row - 1)
    guard row + 3 < sentence.end,
      let verb = subject.first(where: { draft.classes[$0].isVerb || draft.classes[$0] == .be }),
      (sentence.start..<verb).contains(where: { isEventNoun($0) }),
      let number = (row + 1..<min(sentence.end, row + 5)).first(where: {
        draft.classes[$0] == .number
      }),
      !(row + 1..<number).contains(where: { draft.classes[$0] == .determiner })
    else { return false }
    // `after 24 people were killed in the blast` tells of the story again.
    return !(number + 1..<max(number + 1, sentence.end - 1)).contains {
      tables.events.definite.contains(draft.tokens[$0].word) && isEventNoun($0 + 1)
    }
  }

  /// `The previous week, seven people were killed`.
  func previousTime() -> OtherStretch? {
    guard sentence.count > 4, tables.events.definite.contains(draft.tokens[sentence.start].word),
      tables.events.formerAdjectives.contains(draft.tokens[sentence.start + 1].word),
      tables.events.longUnits.contains(draft.tokens[sentence.start + 2].word)
        || tables.events.weeks.contains(draft.tokens[sentence.start + 2].word),
      draft.classes[sentence.start + 3] == .mark
    else { return nil }
    return stretch(from: sentence.start, "told as an event before", nil, isWhole: true)
  }

  /// `In neighbouring Thailand, 38,000 convicts were pardoned`.
  func nextDoor() -> OtherStretch? {
    guard sentence.count > 4, draft.classes[sentence.start] == .preposition,
      tables.events.neighbours.contains(draft.tokens[sentence.start + 1].word),
      draft.classes[sentence.start + 2] == .name,
      !names.contains(draft.tokens[sentence.start + 2].word)
    else { return nil }
    var found = stretch(from: sentence.start, "told of a neighbour", nil, isWhole: true)
    found.isOfPlace = true
    return found
  }

  /// The end of a relative clause between commas in which a word stands: `The hospital, which treated
  /// victims of a similar attack, took in 52`.
  func asideEnd(holding row: Int) -> Int? { context.asideEnd(holding: row, sentence) }
}

extension ClaimContext {
  /// The comma behind which the main verb follows, when a row stands within a clause set between
  /// commas.
  func asideEnd(holding row: Int, _ sentence: TokenRange) -> Int? {
    let lowest = max(sentence.start + 1, row - 14)
    guard lowest < row,
      let mark = (lowest..<row).last(where: { draft.classes[$0] == .mark }), mark + 1 < row
    else { return nil }
    switch draft.classes[mark + 1] {
    case .relative, .whWord, .verbParticiple: break
    default: return nil
    }
    return (row..<max(row, min(sentence.end - 1, row + 16))).first {
      guard draft.classes[$0] == .mark else { return false }
      switch draft.classes[$0 + 1] {
      case .verbPast, .verbS, .be, .have, .modal: return true
      default: return false
      }
    }
  }
}
