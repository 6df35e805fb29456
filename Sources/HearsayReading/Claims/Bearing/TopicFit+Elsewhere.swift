import HearsayCore
import HearsayText

// Words of a topic that tell of something else than the figure of their sentence.
extension TopicFit {
  /// `two episodes of “Our Flag Means Death”`: a word of a name, unless all words have capitals.
  func isOfName(_ tokens: TokenRange, _ frame: FigureFrame) -> Bool {
    let row = tokens.start
    guard frame.zone != .headline, row > frame.sentence.start, !tokens.overlaps(frame.phrase),
      isCapital(row), isCapital(row - 1) || isCapital(tokens.end)
    else { return false }
    let words = frame.sentence.indices.filter { draft.tokens[$0].length > 3 }
    return words.count(where: isCapital) * 2 < words.count
  }

  private func isCapital(_ row: Int) -> Bool {
    draft.tokens.indices.contains(row) && draft.tokens[row].kind == .word
      && draft.tokens[row].flags.contains(.capital)
  }

  /// `thousands of drivers in the handling of injured dogs`: behind a preposition of its own and
  /// before a noun of its own.
  func isOfItsOwn(_ tokens: TokenRange, _ frame: FigureFrame) -> Bool {
    guard tokens.start > frame.phrase.end + 1, tokens.end < frame.sentence.end,
      draft.classes[tokens.end] == .noun, tokens.count == 1,
      !isTime(tokens.end)
    else { return false }
    var row = tokens.start - 1
    while row > frame.phrase.end,
      draft.classes[row] == .determiner || draft.classes[row] == .possessive
    { row -= 1 }
    return row > frame.phrase.end && draft.classes[row] == .preposition
  }

  private func isTime(_ row: Int) -> Bool {
    times.contains { draft.times[$0].tokens.contains(row) }
  }

  /// `charged with three` tells of counts, unless others follow.
  func isOfCounts(_ topic: Int, _ frame: FigureFrame, from start: Int) -> Bool {
    guard tables.crimeTopics.contains(tables.topics[topic].name), frame.unit == nil,
      start == frame.number.start - 1, tables.crimeLinks.contains(draft.tokens[start].word)
    else { return false }
    let end = frame.number.end
    return end >= frame.sentence.end || draft.tokens[end].kind != .word
  }
}
