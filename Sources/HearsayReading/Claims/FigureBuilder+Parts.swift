import HearsayCore
import HearsayText

// Figures that count a part of another one.
extension FigureBuilder {
  /// `another 13 died`, after a figure of the dead: it comes on top and is no total.
  mutating func findAddition(_ last: FormerFigure?) {
    guard let last, proposition.part == nil, let topic = proposition.topic,
      topic == last.about.topic, last.frame.quantity.kind == .count,
      last.frame.sentence == frame.sentence || frame.sentence.start - last.frame.sentence.end < 4
    else { return }
    let before = max(frame.sentence.start, frame.number.start - 1)...frame.number.start
    let after = frame.number.end..<min(frame.sentence.end, frame.number.end + 2)
    let adds =
      before.contains { tables.moreWords.contains(draft.tokens[$0].word) }
      || after.contains { tables.othersWords.contains(draft.tokens[$0].word) }
    guard adds else { return }
    proposition.part = draft.words(TokenRange(before.lowerBound, frame.phrase.end))
  }

  /// A figure with a place of its own beside another one with another place counts a part.
  mutating func findPlacePart(_ last: FormerFigure?) {
    guard proposition.part == nil, let place = ownPlace() else { return }
    let lists = otherPhrases.contains { other in
      abs(other.start - frame.number.start) < 12 && ownPlace(after: other.end) != nil
    }
    if lists { proposition.part = place }
  }

  private func ownPlace() -> String? { ownPlace(after: frame.phrase.end) }

  /// `in France`, right after a figure.
  private func ownPlace(after row: Int) -> String? {
    guard row + 1 < frame.sentence.end, draft.classes[row] == .preposition,
      draft.classes[row + 1] == .name || draft.classes[row + 1] == .determiner
    else { return nil }
    let mention = layers.names.first {
      let tokens = draft.names[$0].tokens
      return tokens.start >= row + 1 && tokens.start <= row + 2
        && draft.entities[draft.names[$0].value].kind == .place
    }
    return mention.map { draft.words(TokenRange(row, draft.names[$0].tokens.end)) }
  }

  /// `two of the victims`, `five of those killed`: a part, wherever the whole is given.
  private mutating func findPartOfVictims(_ last: FormerFigure?) {
    let follows = hits.first { hit in
      guard case .victims = hit.phrase else { return false }
      return hit.tokens.start == frame.number.end
    }
    guard let follows, frame.quantity.kind == .count else { return }
    proposition.part = draft.words(TokenRange(frame.number.start, follows.tokens.end))
    if proposition.topic == nil, let last {
      proposition.topic = last.about.topic
      proposition.measure = last.about.measure
    }
  }

  /// `including 12 children`, `20 of them journalists`: a part of the figure before.
  mutating func findPart(_ last: FormerFigure?) {
    findPartOfVictims(last)
    guard proposition.part == nil, let last, last.frame.sentence == frame.sentence else { return }
    let before = hits.contains { hit in
      guard case .part = hit.phrase else { return false }
      let ahead = hit.tokens.end <= frame.number.start && hit.tokens.start >= last.frame.number.end
      let inside = hit.tokens.start >= frame.number.end && hit.tokens.start <= frame.number.end + 1
      return (ahead && frame.number.start - hit.tokens.end <= 6) || inside
    }
    let own = proposition.topic
    guard before, own == nil || own == last.about.topic || bearing.map({ $0.cost > 10 }) ?? true
    else { return }
    isPart = true
    proposition.part = frame.unit.map { draft.words($0) } ?? draft.words(frame.phrase)
    if let topic = last.about.topic {
      proposition.topic = topic
      proposition.measure = last.about.measure
    }
    trail.append(fired("english/claims.parts", frame.number, "part of the figure before"))
  }
}
