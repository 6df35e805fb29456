import HearsayCore
import HearsayText

// Which bearings are of another number, or of another clause than the figure.
extension OwnState {
  /// A bearing, unless it is of another number or of another clause.
  func kept(_ bearing: Bearing?) -> Bearing? {
    guard let bearing, !isAgent(bearing) else { return nil }
    if bearing.tokens.start >= frame.phrase.end { return isOfOther(bearing) ? nil : bearing }
    guard bearing.tokens.end <= frame.number.start else { return bearing }
    if isBare, isJoined, hasOwnVerb { return nil }
    if isOfNounBefore(bearing) { return nil }
    return opensClause(behind: bearing.tokens.end) ? nil : bearing
  }

  /// `The arrest of 12 officers brought 2,000 people onto the streets`: the noun has a number of its
  /// own, and a verb follows it.
  private func isOfNounBefore(_ bearing: Bearing) -> Bool {
    let end = bearing.tokens.end
    guard !draft.classes[end - 1].isVerb, end < frame.number.start,
      tables.ofWords.contains(draft.tokens[end].word),
      let own = otherPhrases.first(where: { (1...2).contains($0.start - end) }),
      own.end < frame.number.start
    else { return false }
    return (own.end..<frame.number.start).contains {
      draft.classes[$0].isVerb && !draft.facts[$0].tags.has(.risingVerb)
    }
  }

  private var hasOwnVerb: Bool {
    let row = frame.number.end
    guard row < frame.sentence.end else { return false }
    let isVerb = draft.classes[row] == .verbParticiple || draft.classes[row] == .verbPast
    return isVerb && !tables.echoVerbs.contains(draft.facts[row].lemma)
  }

  /// `Three attackers stormed the camp, leaving 94 guards dead`: right behind another number, with a
  /// verb between.
  private func isOfOther(_ bearing: Bearing) -> Bool {
    if isBehindOwnClause(bearing) || isBehindJoinedClause(bearing) { return true }
    guard !draft.classes[bearing.tokens.start].isAuxiliary,
      let other = otherPhrases.first(where: {
        $0.end == bearing.tokens.start
          || $0.start < bearing.tokens.start && $0.overlaps(bearing.tokens)
      }),
      other.start > frame.phrase.end
    else { return false }
    let between = frame.phrase.end..<other.start
    return between.contains { draft.classes[$0].isVerb }
      || frame.unit != nil && other.overlaps(bearing.tokens)
        && !between.contains { draft.classes[$0] == .conjunction }
  }

  /// `a strike by 8,000 teachers`: those who do it, whatever else happens.
  private func isAgent(_ bearing: Bearing) -> Bool {
    let before = frame.number.start - 1
    guard before > frame.sentence.start, tables.doerWords.contains(draft.tokens[before].word),
      let unit = frame.unit, unit.count > 0, !bearing.tokens.overlaps(frame.phrase)
    else { return false }
    return tables.isPerson(draft.tokens[unit.end - 1])
  }

  /// `12 are unsafe and 258 people were killed`: a clause with another subject follows.
  private func isBehindJoinedClause(_ bearing: Bearing) -> Bool {
    let verb = frame.phrase.end
    guard verb < bearing.tokens.start,
      [.be, .have, .verbPast].contains(draft.classes[verb]),
      let joint = (verb + 1..<bearing.tokens.start).first(where: {
        draft.classes[$0] == .conjunction
      })
    else { return false }
    return draft.classes[joint + 1] == .determiner
      || otherPhrases.contains { $0.start == joint + 1 }
  }

  /// `A week after 10,000 people marched, the number of dead`: they have a verb of their own, and a
  /// new subject follows the comma.
  private func isBehindOwnClause(_ bearing: Bearing) -> Bool {
    let verb = frame.phrase.end
    guard verb < bearing.tokens.start, draft.classes[verb] == .verbPast,
      let comma = (verb + 1..<bearing.tokens.start).first(where: isComma),
      comma + 1 < frame.sentence.end
    else { return false }
    switch draft.classes[comma + 1] {
    case .determiner, .name, .noun, .subjectPronoun, .possessive: return true
    default: return comma + 1 == bearing.tokens.start
    }
  }

  /// `…, and 500 troops were sent`, `where 12,000 people live`, `but rescuers had reached 14 hamlets`:
  /// a clause with a subject of its own.
  func opensClause(behind end: Int) -> Bool {
    var row = frame.number.start - 1
    while row > end, [.determiner, .adverb, .possessive].contains(draft.classes[row]) { row -= 1 }
    guard row >= end else { return false }
    if draft.classes[row] == .conjunction { return isFinite(frame.phrase.end) }
    if isPlaceClause(row) { return true }
    guard
      let border = (end..<row).last(where: {
        [.conjunction, .subordinator].contains(draft.classes[$0])
      })
    else { return false }
    // Sums and bare numbers go on: `and some media have reported figures as high as …`.
    return frame.unit != nil && frame.quantity.kind == .count && hasSubject(border + 1..<row + 1)
  }

  /// `where`, `that housed`.
  private func isPlaceClause(_ row: Int) -> Bool {
    switch draft.classes[row] {
    case .whWord, .subordinator: return !tables.clauseWords.contains(draft.tokens[row].word)
    case .have: return draft.classes[row - 1] == .relative
    case .verbPast, .verbS:
      return draft.classes[row - 1] == .relative && !draft.facts[row].tags.has(.lightVerb)
        && !tables.numberingVerbs.contains(draft.facts[row].lemma)
    default: return false
    }
  }

  private func isFinite(_ start: Int) -> Bool {
    var row = start
    while row < frame.sentence.end, draft.classes[row] == .adverb { row += 1 }
    guard row < frame.sentence.end else { return false }
    switch draft.classes[row] {
    case .be, .have, .modal: return true
    default: return false
    }
  }

  /// A noun that is no number's name, and behind it a finite verb.
  private func hasSubject(_ rows: Range<Int>) -> Bool {
    var hasNoun = false
    for row in rows {
      switch draft.classes[row] {
      case .noun, .name:
        if draft.facts[row].tags.has(.figureNoun)
          || tables.tollNouns.contains(draft.tokens[row].word)
          || hits.contains(where: { $0.isTopic && $0.tokens.contains(row) })
        {
          return false
        }
        hasNoun = true
      case .be, .have, .modal: return hasNoun
      case .preposition where !hasNoun: return false
      default: break
      }
    }
    return false
  }
}
