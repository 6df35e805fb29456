import HearsayCore
import HearsayText

// Figures that count a part of another one.
extension FigureBuilder {
  /// `another 13 died`, after a figure of the dead: it comes on top and is no total.
  mutating func findAddition(_ last: FormerFigure?) {
    if proposition.part == nil, isDifference {
      proposition.part = draft.words(frame.phrase)
      return
    }
    if proposition.part == nil, proposition.topic != nil, isMore, bringsToTotal {
      proposition.part = draft.words(frame.phrase)
      return
    }
    guard let last, proposition.part == nil, let topic = proposition.topic,
      topic == last.about.topic, last.frame.quantity.kind == .count,
      last.frame.sentence == frame.sentence || frame.sentence.start - last.frame.sentence.end < 4
    else { return }
    guard isMore else { return }
    let start = max(frame.sentence.start, frame.number.start - 1)
    proposition.part = draft.words(TokenRange(start, frame.phrase.end))
  }

  /// `another 13`, `13 more`, `13 others`.
  private var isMore: Bool {
    let before = max(frame.sentence.start, frame.number.start - 1)...frame.number.start
    let after = frame.number.end..<min(frame.sentence.end, frame.number.end + 2)
    return before.contains { tables.moreWords.contains(draft.tokens[$0].word) }
      || after.contains { tables.othersWords.contains(draft.tokens[$0].word) }
  }

  /// `five fewer than on Thursday`, `one more than was known`: by how many, and not how many.
  private var isDifference: Bool {
    let row = frame.unit.map { $0.start == frame.number.end ? $0.end : frame.number.end }
    let more = row ?? frame.number.end
    return more + 1 < frame.sentence.end && tables.differences.contains(draft.tokens[more].word)
      && tables.thanWords.contains(draft.tokens[more + 1].word)
  }

  /// `…, taking the toll to 62`: the total follows.
  private var bringsToTotal: Bool {
    guard
      let verb = (frame.phrase.end..<frame.sentence.end).first(where: {
        draft.classes[$0] == .verbIng && tables.bringingVerbs.contains(draft.facts[$0].lemma)
      })
    else { return false }
    return otherPhrases.contains { other in
      other.start > verb
        && (verb + 1..<other.start).contains {
          draft.facts[$0].tags.has(.figureNoun) || tables.tollNouns.contains(draft.tokens[$0].word)
        }
    }
  }

  /// `all but two of the 30 passengers survived`: they are those who did not.
  mutating func findException() {
    let row = frame.number.start - 1
    guard proposition.part == nil, row > frame.sentence.start,
      tables.butWords.contains(draft.tokens[row].word),
      tables.thoseWords.contains(draft.tokens[row - 1].word)
    else { return }
    proposition.topic = nil
    proposition.measure = .none
    proposition.part = draft.words(TokenRange(row - 1, frame.phrase.end))
  }

  /// `$5.9 billion, or $9.66 per share`: the sum once more, by another measure.
  mutating func findRate(_ last: FormerFigure?) {
    guard proposition.part == nil, frame.quantity.kind == .money, let last,
      last.frame.quantity.kind == .money, last.frame.sentence == frame.sentence,
      frame.number.start > frame.sentence.start,
      tables.orWords.contains(draft.tokens[frame.number.start - 1].word),
      frame.number.start - last.frame.phrase.end <= 3, frame.number.end + 1 < frame.sentence.end,
      tables.perWords.contains(draft.tokens[frame.number.end].word)
    else { return }
    proposition.part = draft.words(TokenRange(frame.number.start, frame.number.end + 2))
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
    guard let follows, frame.quantity.kind == .count, !isAll else { return }
    proposition.part = draft.words(TokenRange(frame.number.start, follows.tokens.end))
    if proposition.topic == nil, let last {
      proposition.topic = last.about.topic
      proposition.measure = last.about.measure
    }
  }

  /// `All 34 of those killed`: nobody is left out.
  private var isAll: Bool {
    let before = frame.number.start - 1
    return before >= frame.sentence.start && tables.allWords.contains(draft.tokens[before].word)
      || tables.allWords.contains(draft.tokens[frame.number.start].word)
  }

  /// `Of the 477 freed, 40 are women`, `Among the dead were nine officers`, `two Americans were among
  /// those killed`, `The dead include three children`: some of those whom the topic counts.
  mutating func findMembership() {
    guard proposition.part == nil, frame.quantity.kind == .count, !isAll else { return }
    for hit in hits {
      guard let topic = membersTopic(hit) else { continue }
      if let own = proposition.topic, let topic, own != tables.topics[topic].name { continue }
      if let topic, proposition.topic == nil {
        proposition.topic = tables.topics[topic].name
        proposition.measure = tables.topics[topic].measure
      }
      proposition.part = draft.words(frame.phrase)
      trail.append(fired("english/claims.parts", frame.number, "part of those counted"))
      return
    }
  }

  /// The topic of those whom the figure is taken from by this word; `.some(nil)` for `the victims`.
  private func membersTopic(_ hit: ClaimHit) -> Int?? {
    let topic: Int?
    switch hit.phrase {
    case .topic(let row, _): topic = row
    case .victims: topic = nil
    default: return nil
    }
    let link = memberLink(hit)
    let isAhead = frame.phrase.end <= (link ?? hit.tokens.start)
    if isAhead {
      guard let link, joinsByBe(frame.phrase.end..<link) else { return nil }
    } else {
      let near = frame.number.start >= hit.tokens.end && frame.number.start - hit.tokens.end <= 14
      guard near, includes(hit.tokens.end) || link.map(opensClause) ?? false else { return nil }
    }
    return .some(topic)
  }

  /// The row of `of` or `among` before `the 477 freed`, `those killed`.
  private func memberLink(_ hit: ClaimHit) -> Int? {
    if case .victims = hit.phrase { return hit.tokens.start }
    var row = hit.tokens.start - 1
    let lowest = max(frame.sentence.start, row - 5)
    while row >= lowest,
      draft.classes[row] == .determiner || isAmount(row)
        || tables.thoseWords.contains(draft.tokens[row].word)
        || otherPhrases.contains(where: { $0.contains(row) })
    { row -= 1 }
    guard row >= lowest, row < hit.tokens.start - 1, !isOfNumber(row),
      tables.memberWords.contains(draft.tokens[row].word)
    else { return nil }
    return row
  }

  func isAmount(_ row: Int) -> Bool {
    draft.classes[row] == .number || draft.tokens[row].kind == .number
  }

  /// Nothing, or a form of `be` with adverbs.
  private func joinsByBe(_ rows: Range<Int>) -> Bool {
    rows.count <= 3 && rows.allSatisfy { [.be, .adverb, .modal].contains(draft.classes[$0]) }
  }

  private func includes(_ row: Int) -> Bool {
    row < frame.number.start && isOf(row, tables.includeWords)
      || row + 1 < frame.number.start && draft.classes[row] == .adverb
        && isOf(row + 1, tables.includeWords)
  }

  private func isOf(_ row: Int, _ words: borrowing WordSet) -> Bool {
    let word = draft.tokens[row].word
    return words.contains(word) || words.contains(lexicon.facts(word).lemma)
  }

  private func opensClause(_ row: Int) -> Bool {
    guard row > frame.sentence.start else { return true }
    let before = draft.tokens[row - 1].kind
    return before == .mark || before == .quote || draft.classes[row - 1] == .conjunction
  }

  /// `the number of the dead`: all of them.
  private func isOfNumber(_ row: Int) -> Bool {
    row > frame.sentence.start && draft.facts[row - 1].tags.has(.figureNoun)
      && tables.ofWords.contains(draft.tokens[row].word)
  }

  /// `rose to 87, of whom 13 are children`: the words behind the comma go with the next number.
  private func opensOther(_ hit: ClaimHit) -> Bool {
    hit.tokens.start == frame.number.end + 1 && isComma(frame.number.end)
      && otherPhrases.contains { (0...2).contains($0.start - hit.tokens.end) }
  }

  /// `five of them, not three`: `of them` goes with the number before.
  private func isOwn(_ hit: ClaimHit, of other: FigureFrame) -> Bool {
    hit.tokens.start == other.number.end && frame.number.start > frame.sentence.start
      && draft.classes[frame.number.start - 1] == .negation
      && tables.ofWords.contains(draft.tokens[hit.tokens.start].word)
  }

  /// `were charged, four of them with murder`: what they are charged with, and not what became of
  /// them.
  private func isAccusedOf() -> Bool {
    let (of, link) = (frame.number.end, frame.number.end + 2)
    return link < frame.sentence.end && frame.unit.map({ $0.start >= link }) ?? true
      && tables.ofWords.contains(draft.tokens[of].word)
      && [.objectPronoun, .relative, .whWord].contains(draft.classes[of + 1])
      && tables.crimeLinks.contains(draft.tokens[link].word)
  }

  /// `including 12 children`, `20 of them journalists`: a part of the figure before.
  mutating func findPart(_ last: FormerFigure?) {
    if frame.isListed, proposition.part == nil {
      proposition.part = draft.words(frame.phrase)
      isPart = last?.frame.isSum ?? false
      return
    }
    findPartOfVictims(last)
    if let last, last.about.topic.map(tables.crimeTopics.contains) ?? false, isAccusedOf(),
      last.frame.sentence == frame.sentence
    {
      isPart = true
      proposition.part = draft.words(TokenRange(frame.number.start, frame.number.end + 2))
      follow(last)
      return
    }
    guard proposition.part == nil, let last, last.frame.sentence == frame.sentence,
      frame.quantity.kind != .measure || last.frame.quantity.kind == .measure
    else { return }
    let before = hits.contains { hit in
      guard case .part = hit.phrase, !isOwn(hit, of: last.frame), !isOfNumber(hit.tokens.start),
        !opensOther(hit)
      else { return false }
      let ahead =
        hit.tokens.end <= frame.number.start && hit.tokens.start >= last.frame.number.end
        && !opensClause
      let inside = hit.tokens.start >= frame.number.end && hit.tokens.start <= frame.number.end + 1
      return (ahead && frame.number.start - hit.tokens.end <= 6) || inside
    }
    let own = proposition.topic
    if own != nil, own != last.about.topic, let bearing, bearing.topic != nil,
      bearing.tokens.start >= frame.number.end, bearing.cost <= BearingFinder.most
    {
      return
    }
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
