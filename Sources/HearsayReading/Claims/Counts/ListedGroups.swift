import HearsayCore
import HearsayText

/// Adds up groups of people that are told one after the other: `Three men, two women and a child
/// were killed` counts six.
///
/// Where a greater number stands before them, they are parts of that one: `Six people – three men,
/// two women and a child – were killed`.
struct ListedGroups: ClaimFinder {
  let context: ClaimContext
  let frames: [FigureFrame]
  let hits: [ClaimHit]

  private static let reach = 16

  /// The frames with a sum before each list.
  func withSums() -> [FigureFrame] {
    guard frames.count > 1 else { return frames }
    var found: [FigureFrame] = []
    var row = 0
    while row < frames.count {
      var end = row + 1
      while end < frames.count, isGroup(frames[end - 1]), isGroup(frames[end]),
        isJoined(frames[end - 1], frames[end])
      { end += 1 }
      if end - row > 1, !closes(frames[row..<end]) { end = row + 1 }
      if end - row > 1, opensClause(frames[end - 1], behind: frames[row]) { end -= 1 }
      if end - row > 1, let sum = sum(of: row..<end) {
        found.append(sum)
        for listed in frames[row..<end] {
          var listed = listed
          listed.isListed = true
          found.append(listed)
        }
      } else {
        found += frames[row..<end]
      }
      row = end
    }
    return found
  }

  /// An exact number of people with their noun behind it, who did nothing to anybody and are not
  /// of two kinds that are counted apart.
  private func isGroup(_ frame: FigureFrame) -> Bool {
    guard frame.quantity.kind == .count, let stated = frame.quantity.stated,
      frame.quantity.interval == Interval(exactly: stated),
      frame.number.end < frame.sentence.end,
      !tables.ofWords.contains(draft.tokens[frame.number.end].word)
    else { return false }
    if frame.isSum { return true }
    guard let unit = frame.unit, unit.count > 0, unit.start >= frame.number.end else {
      return false
    }
    let noun = draft.tokens[unit.end - 1].word
    return tables.persons.contains(noun) && !tables.attackerNouns.contains(noun)
      && !tables.apartNouns.contains(noun)
      && !tables.pluralOthers.contains(noun)
      && !(frame.number.end..<unit.end).contains {
        tables.othersWords.contains(draft.tokens[$0].word)
      }
  }

  /// Whether only a comma, `and` or both stand between.
  private func isJoined(_ one: FigureFrame, _ other: FigureFrame) -> Bool {
    let between = one.phrase.end..<max(one.phrase.end, other.number.start)
    guard (1...2).contains(between.count) else { return false }
    return between.allSatisfy {
      tables.andWords.contains(draft.tokens[$0].word) || isComma($0)
    }
  }

  /// Whether `and` stands before the last; titles leave it out: `In a town of 9,000 people, 12 men were
  /// held` adds nothing.
  private func closes(_ groups: ArraySlice<FigureFrame>) -> Bool {
    guard let last = groups.last, last.zone.hasVerbs, !last.isSum else { return true }
    return tables.andWords.contains(draft.tokens[last.number.start - 1].word)
  }

  /// `Police arrested 17 people and 43 officers were injured`: the last ones have a verb of their
  /// own, and the first ones one that is done to them.
  private func opensClause(_ last: FigureFrame, behind first: FigureFrame) -> Bool {
    var row = last.phrase.end
    while row < last.sentence.end, draft.classes[row] == .adverb { row += 1 }
    guard row < last.sentence.end,
      draft.classes[row] == .be || draft.classes[row] == .have
        || draft.classes[row] == .verbPast
    else { return false }
    return hits.contains { hit in
      guard case .topic(_, let word) = hit.phrase, word != .noun else { return false }
      return hit.tokens.end == first.number.start
        && draft.classes[hit.tokens.end - 1].isVerb
    }
  }

  /// The sum of a list, where it is no part of a number before it and has no number of its own.
  private func sum(of rows: Range<Int>) -> FigureFrame? {
    var sum = frames[rows.lowerBound]
    guard var total = sum.quantity.stated, isWhole(sum) else { return nil }
    for row in rows.dropFirst() {
      guard let next = frames[row].quantity.stated, let more = total.plus(next) else { return nil }
      total = more
    }
    guard !isTold(total, before: rows.lowerBound), !isTold(total, behind: rows.upperBound) else {
      return nil
    }
    sum.quantity.interval = Interval(exactly: total)
    sum.quantity.stated = total
    sum.quantity.unit = nil
    sum.unit = nil
    sum.phrase = TokenRange(sum.number.start, frames[rows.upperBound - 1].phrase.end)
    sum.isSum = true
    return sum
  }

  /// Whether the list opens its noun phrase: behind `including`, a dash or a colon it is taken from
  /// something else.
  private func isWhole(_ first: FigureFrame) -> Bool {
    let before = first.number.start - 1
    guard before > first.sentence.start else { return true }
    if draft.classes[before] == .mark || isMember(before) { return false }
    return !hits.contains { hit in
      guard case .part = hit.phrase else { return false }
      return hit.tokens.end <= first.number.start && first.number.start - hit.tokens.end < 2
    }
  }

  private func isMember(_ row: Int) -> Bool {
    let word = draft.tokens[row].word
    return tables.memberWords.contains(word) || tables.includeWords.contains(word)
      || tables.includeWords.contains(draft.facts[row].lemma)
  }

  /// `Eleven people died: eight men and three women`.
  private func isTold(_ total: ExactNumber, before row: Int) -> Bool {
    frames[..<row].contains {
      $0.quantity.kind == .count && frames[row].number.start - $0.number.end < Self.reach
        && ($0.quantity.stated.map { $0 >= total } ?? true)
    }
  }

  /// `Eight men and three women, 11 people in all,`.
  private func isTold(_ total: ExactNumber, behind row: Int) -> Bool {
    frames[row...].contains { $0.quantity.kind == .count && $0.quantity.stated == total }
  }
}
