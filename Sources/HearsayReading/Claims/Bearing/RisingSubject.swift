import HearsayCore
import HearsayText

/// Finds what a number is of when a verb of rising or being stands between: `The death toll from
/// the quake that struck on Monday rose to 207`, `the number of injured climbed from 130 to 145`.
///
/// By distance alone the nearest word would win, which is mostly one of the cause.
struct RisingSubject: ClaimFinder {
  let context: ClaimContext
  let hits: [ClaimHit]
  let frame: FigureFrame

  /// The most tokens between the verb and its figure, and of the subject.
  private static let mostLinks = 8
  private static let mostSubject = 40

  /// The head of the subject, with its topic where it has one.
  func bearing() -> Bearing? {
    if let named = named() { return named }
    guard let verb = verb() else { return stated() }
    var row = verb - 1
    while row >= frame.sentence.start, isAuxiliary(row) { row -= 1 }
    var aside = row >= frame.sentence.start && draft.classes[row] == .mark
    if aside { row -= 1 }
    let lowest = max(frame.sentence.start, verb - Self.mostSubject)
    while row >= lowest {
      if draft.classes[row] == .mark || draft.tokens[row].kind == .quote {
        guard aside else { return nil }
        aside = false
      } else if !aside, let found = head(row, before: verb) {
        return found
      }
      row -= 1
    }
    return nil
  }

  /// `brings to nine the number released`, `put at 45 the number of people still missing`.
  private func named() -> Bearing? {
    let row = frame.number.end
    guard row + 2 < frame.sentence.end, frame.unit == nil, draft.classes[row] == .determiner,
      draft.facts[row + 1].tags.has(.figureNoun)
    else { return nil }
    return counted(row + 1, before: min(frame.sentence.end, row + Self.mostStated))
  }

  /// `gave the number of people missing after the storm as 58`.
  private func stated() -> Bearing? {
    let link = frame.number.start - 1
    guard link > frame.sentence.start, frame.unit == nil,
      tables.asWords.contains(draft.tokens[link].word)
        || tables.toWords.contains(draft.tokens[link].word)
        || tables.placeWords.contains(draft.tokens[link].word)
    else { return nil }
    var row = link - 1
    let lowest = max(frame.sentence.start + 1, link - Self.mostStated)
    while row > lowest {
      if draft.classes[row] == .mark || draft.tokens[row].kind == .quote { return nil }
      if draft.facts[row].tags.has(.figureNoun), draft.classes[row - 1] == .determiner {
        let found = counted(row, before: link)
        return found.topic == nil ? nil : found
      }
      row -= 1
    }
    return nil
  }

  private static let mostStated = 16

  /// The verb before the figure, over `to`, `at`, `from 130`, days and articles.
  private func verb() -> Int? {
    var row = frame.number.start - 1
    let lowest = max(frame.sentence.start, row - Self.mostLinks)
    while row >= lowest {
      let tags = lexicon.tags(draft.tokens[row].word)
      if draft.classes[row].isVerb || draft.classes[row] == .be {
        return tags.has(.risingVerb) || draft.classes[row] == .be ? row : nil
      }
      if tags.has(.risingVerb), draft.classes[row] == .noun, !isDescribed(row) { return row }
      guard isLink(row) else { return nil }
      row -= 1
    }
    return nil
  }

  /// `a rise`, and not `the toll now stands`, where a verb was taken for a noun.
  private func isDescribed(_ row: Int) -> Bool {
    guard row > frame.sentence.start else { return true }
    return [.determiner, .possessive, .adjective, .genitive].contains(draft.classes[row - 1])
  }

  private func isLink(_ row: Int) -> Bool {
    switch draft.classes[row] {
    case .preposition, .to, .adverb, .determiner, .number, .day: true
    default: draft.tokens[row].kind == .number
    }
  }

  private func isAuxiliary(_ row: Int) -> Bool {
    switch draft.classes[row] {
    case .adverb, .be, .have, .doAuxiliary, .modal, .negation, .to: true
    default: lexicon.tags(draft.tokens[row].word).has(.lightVerb) && draft.classes[row].isVerb
    }
  }

  /// What a word of the subject says, when it is one that counts: `number`, `toll`, `arrests`.
  private func head(_ row: Int, before verb: Int) -> Bearing? {
    let isNamed = hits.contains { $0.tokens.end == row + 1 && $0.tokens.count > 1 && $0.isTopic }
    if lexicon.tags(draft.tokens[row].word).has(.figureNoun), !isNamed, !isInside(row) {
      return counted(row, before: verb)
    }
    if let reported = reported(row, before: verb) { return reported }
    for hit in hits where hit.tokens.end == row + 1 {
      guard case .topic(let topic, let word) = hit.phrase, word != .verb,
        draft.classes[row] == .noun, !isInside(hit.tokens.start)
      else { continue }
      return Bearing(topic: topic, tokens: hit.tokens, cost: 0, rule: tables.topics[topic].rule)
    }
    return nil
  }

  /// `Reports of missing persons have fallen to six`: as many as are reported.
  private func reported(_ row: Int, before verb: Int) -> Bearing? {
    guard tables.zero.reports.contains(draft.tokens[row].word), draft.classes[row] == .noun,
      row + 1 < verb, tables.ofWords.contains(draft.tokens[row + 1].word)
    else { return nil }
    let found = counted(row, before: verb)
    return found.topic == nil ? nil : found
  }

  /// Whether a word only goes with another: `the fear of arrests`.
  private func isInside(_ start: Int) -> Bool {
    var row = start - 1
    while row >= frame.sentence.start,
      [.determiner, .adjective, .possessive].contains(draft.classes[row])
    { row -= 1 }
    return row >= frame.sentence.start && draft.classes[row] == .preposition
  }

  /// `number released`, `number still missing`.
  private func described(_ row: Int, before verb: Int) -> Bearing? {
    for hit in hits where hit.tokens.start > row && hit.tokens.end <= verb {
      guard hit.tokens.start - row <= 3, case .topic(let topic, _) = hit.phrase else { return nil }
      return Bearing(topic: topic, tokens: hit.tokens, cost: 0, rule: tables.topics[topic].rule)
    }
    return nil
  }

  /// `number of people who died`: the first word of a topic behind `of`, else the noun there.
  private func counted(_ row: Int, before verb: Int) -> Bearing {
    // `the number who regained freedom, including the 17 who escaped`.
    let verb = (row..<max(row, verb)).first { draft.classes[$0] == .mark } ?? verb
    let itself = Bearing(
      topic: nil, tokens: TokenRange(row, row + 1), cost: 0, rule: "built-in/predicate.noun")
    guard row + 1 < verb else { return itself }
    guard tables.ofWords.contains(draft.tokens[row + 1].word) else {
      return described(row, before: verb) ?? itself
    }
    // `number of evacuees` may be a phrase of the rules itself.
    for hit in hits where hit.tokens.start >= row && hit.tokens.end <= verb {
      guard case .topic(let topic, _) = hit.phrase else { continue }
      return Bearing(topic: topic, tokens: hit.tokens, cost: 0, rule: tables.topics[topic].rule)
    }
    var end = row + 2
    while end < verb, [.noun, .adjective, .name, .determiner].contains(draft.classes[end]) {
      end += 1
    }
    end = min(verb, max(end, row + 3))
    return Bearing(
      topic: nil, tokens: TokenRange(end - 1, end), cost: 0, rule: "built-in/predicate.noun")
  }
}
