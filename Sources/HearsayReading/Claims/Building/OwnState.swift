import HearsayCore
import HearsayText

/// Finds what a number without a noun says of its own people, where it stands in a row behind
/// another: `13 were killed and five taken alive`, `the dead at 12 and the injured at 30`.
///
/// By distance the word of the number before may be as near.
struct OwnState: ClaimFinder {
  let context: ClaimContext
  let frame: FigureFrame
  let hits: [ClaimHit]
  let otherPhrases: [TokenRange]

  private static let reach = 6

  /// The state told with it.
  func bearing() -> Bearing? { named() ?? behind() }

  var isBare: Bool {
    frame.quantity.kind == .count && (frame.unit.map { $0.end <= frame.number.start } ?? true)
  }

  /// `and five`, `, five`, `while five`, `with five`.
  var isJoined: Bool {
    let before = frame.number.start - 1
    guard before > frame.sentence.start else { return false }
    return [.conjunction, .subordinator].contains(draft.classes[before]) || isComma(before)
      || tables.withWords.contains(draft.tokens[before].word)
  }

  /// `the injured at 30`, `arrests at 12`: the words before the link name who is counted.
  private func named() -> Bearing? {
    let link = frame.number.start - 1
    guard isBare, link - 1 > frame.sentence.start,
      tables.ageLinks.contains(draft.tokens[link].word)
    else { return nil }
    for hit in hits where hit.tokens.end == link {
      guard case .topic(let topic, let word) = hit.phrase, word != .verb,
        tables.traits[topic].ofPeople, hit.tokens.start > frame.sentence.start
      else { continue }
      switch draft.classes[hit.tokens.start - 1] {
      case .determiner, .conjunction, .mark, .verbPast, .verbS, .verbBase:
        return bearing(topic, hit)
      default: continue
      }
    }
    return nil
  }

  /// `five in custody`, `30 with various degrees of injury`, `seven feared trapped`.
  private func behind() -> Bearing? {
    guard isBare, isJoined else { return nil }
    let start = frame.number.end
    for hit in hits where (0..<Self.reach).contains(hit.tokens.start - start) {
      guard case .topic(let topic, let word) = hit.phrase, tables.traits[topic].ofPeople,
        tables.traits[topic].weakness == 0, leads(start..<hit.tokens.start, to: word),
        !otherPhrases.contains(where: { $0.start >= start && $0.start < hit.tokens.end }),
        draft.classes[hit.tokens.start] != .preposition || !isParallel
      else { continue }
      return bearing(topic, hit)
    }
    return nil
  }

  private func bearing(_ topic: Int, _ hit: ClaimHit) -> Bearing {
    Bearing(topic: topic, tokens: hit.tokens, cost: 0, rule: tables.topics[topic].rule)
  }

  /// Whether the words between belong to the state: nothing, a participle, or `with serious`.
  private func leads(_ rows: Range<Int>, to word: TopicWord) -> Bool {
    if word == .noun {
      guard let first = rows.first, tables.withWords.contains(draft.tokens[first].word) else {
        return false
      }
      return rows.allSatisfy {
        [.preposition, .adjective, .noun, .adverb, .determiner].contains(draft.classes[$0])
      }
    }
    return rows.count < 3
      && rows.allSatisfy {
        [.adverb, .verbParticiple, .verbPast].contains(draft.classes[$0])
          || tables.othersWords.contains(draft.tokens[$0].word)
      }
  }

  /// `Ten died at the scene and two in hospital`: the place goes with the verb before.
  private var isParallel: Bool {
    guard let other = otherPhrases.last(where: { $0.end < frame.number.start }) else {
      return false
    }
    return (other.end..<frame.number.start).contains { row in
      draft.classes[row] == .preposition && tables.placeWords.contains(draft.tokens[row].word)
        && !hits.contains { $0.isTopic && $0.tokens.contains(row) }
    }
  }
}
