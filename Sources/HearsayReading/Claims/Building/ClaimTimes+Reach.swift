import HearsayCore
import HearsayText

// Points in time that stand near a figure and date something else.
extension ClaimTimeFinder {
  /// Whether a time dates other words of the sentence than a figure's.
  func isOfOthers(_ row: Int, _ frame: FigureFrame, _ bearing: Bearing?) -> Bool {
    context.isOfRecord(row, frame.sentence) || isOfModifier(row, frame, bearing)
      || isOfClauseBefore(row, frame)
  }

  /// `12 reporters arrested after the 2021 coup` are freed today: what is told of those counted,
  /// beside what bears on the figure.
  private func isOfModifier(_ row: Int, _ frame: FigureFrame, _ bearing: Bearing?) -> Bool {
    let time = draft.times[row].tokens
    guard let bearing, time.start > frame.phrase.end else { return false }
    var start = frame.phrase.end
    if start < time.start, draft.classes[start] == .mark { start += 1 }
    guard start < time.start, bearing.tokens.end <= start || bearing.tokens.start >= time.end
    else { return false }
    switch draft.classes[start] {
    case .relative, .whWord: return true
    case .verbParticiple:
      // `60 people killed in 2015 in a crash that …` is what it is about.
      return !(start + 1..<time.start).contains { draft.classes[$0] == .mark }
    default: return false
    }
  }

  /// `A nurse who has worked there since 2003 said that 24 had died`.
  private func isOfClauseBefore(_ row: Int, _ frame: FigureFrame) -> Bool {
    let time = draft.times[row].tokens
    guard draft.timeRelations[row] == .since, time.end < frame.phrase.start else { return false }
    switch draft.classes[time.end] {
    case .verbPast, .verbS, .have, .be, .modal: break
    default: return false
    }
    return (frame.sentence.start..<time.start).contains {
      draft.classes[$0] == .verbPast || draft.classes[$0] == .verbS || draft.classes[$0] == .have
    }
  }
}

extension ClaimContext {
  /// Whether a time only measures a record: `the worst attack since 2019`, `the first such case since
  /// Chibok in 2014`.
  func isOfRecord(_ row: Int, _ sentence: TokenRange) -> Bool {
    guard let since = since(draft.times[row].tokens, after: sentence.start) else { return false }
    let words = max(sentence.start, since - Self.mostOfRecord)..<since
    return words.reversed().first { isPeak($0) || isEnd($0) }.map(isPeak) ?? false
  }

  private func isPeak(_ row: Int) -> Bool {
    tables.events.superlatives.contains(draft.tokens[row].word)
      || tables.events.peaks.contains(draft.tokens[row].word)
      || tables.events.ordinals.contains(draft.tokens[row].word)
  }

  private static let mostOfRecord = 10

  /// The word `since` before a time, or among its words.
  private func since(_ time: TokenRange, after first: Int) -> Int? {
    var row = min(time.start + 1, time.end - 1)
    let lowest = max(first, time.start - 7)
    while row >= lowest {
      if tables.events.since.contains(draft.tokens[row].word) { return row }
      if row < time.start, isEnd(row) { return nil }
      row -= 1
    }
    return nil
  }

  /// Where another clause begins.
  private func isEnd(_ row: Int) -> Bool {
    switch draft.classes[row] {
    case .mark, .stop, .verbPast, .verbS, .be, .have, .modal, .conjunction, .relative: true
    default: false
    }
  }
}
