import HearsayCore
import HearsayText

/// Finds persons told of one by one: `A guard was wounded`, `an 11-year-old boy was pulled alive`,
/// `Police arrested a woman and a teenage boy`, `a fourth was captured`, `The driver was arrested`.
///
/// Only what happened is a count: `a man who was arrested in 2011` is background, and `if a person
/// is hurt` nobody.
struct SinglePersonFinder: ClaimFinder {
  let context: ClaimContext
  let layers: SentenceLayers
  let hits: [ClaimHit]

  /// The rule of single persons.
  static let rule = "english/claims.single-persons"

  private var sentence: TokenRange { layers.sentence.tokens }

  /// The single persons of the sentence to whom something of the topics happened.
  func figures() -> [LooseFigure] {
    guard layers.sentence.zone != .headline else { return [] }
    var found: [LooseFigure] = []
    var row = sentence.start
    while row < sentence.end {
      guard opens(row), let person = person(at: row) else {
        row += 1
        continue
      }
      let group = group(from: person)
      if let group, let event = object(row) ?? subject(group.tokens.end, person) {
        found.append(figure(group.tokens, group.size, person, event))
      }
      row = max(row + 1, (group?.tokens ?? person.tokens).end)
    }
    return found
  }

  /// `a`, `another`; `the`, `his`, where there is but one of them.
  private func opens(_ row: Int) -> Bool {
    draft.facts[row].tags.has(.oneWord) || isDefinite(row)
  }

  private func isDefinite(_ row: Int) -> Bool {
    [.determiner, .possessive].contains(draft.classes[row])
      && !draft.facts[row].tags.has(.oneWord)
  }

  private func figure(
    _ tokens: TokenRange, _ size: Int, _ person: OnePerson, _ event: TokenRange
  ) -> LooseFigure {
    let value = ExactNumber(size)
    let head = person.head ?? tokens.end
    let unit = person.head.map { TokenRange($0, $0 + 1) }
    return LooseFigure(
      placed: Placed(
        Quantity(
          Interval(exactly: value), stated: value, kind: .count,
          unit: unit.map { draft.words($0) }),
        TokenRange(tokens.start, unit == nil || size > 1 ? tokens.end : head), rule: Self.rule),
      unit: size > 1 ? nil : unit, event: event)
  }

  /// One person, or several told one by one.
  private struct OnePerson {
    var tokens: TokenRange
    /// The noun; `nil` where an ordinal stands for it.
    var head: Int?
  }

  /// `a guard`, `an elderly woman`, `a 34-year-old man`, `a fourth`, that begins at a row.
  private func person(at start: Int) -> OnePerson? {
    var row = start + 1
    var head: Int?
    let last = min(sentence.end, start + 9)
    while row < last, isNominal(row) {
      if draft.classes[row] == .noun || tables.persons.contains(draft.tokens[row].word) {
        head = row
      }
      row += 1
    }
    if let head, head == row - 1 {
      guard isPerson(head) else { return nil }
      return OnePerson(tokens: TokenRange(start, row), head: head)
    }
    guard row == start + 1 || row == start + 2, row < sentence.end, !isDefinite(start),
      draft.facts[row - 1].tags.has(.ordinalWord) || isAnother(start) && row == start + 1,
      draft.classes[row].isAuxiliary || draft.classes[row].isVerb
    else { return nil }
    return OnePerson(tokens: TokenRange(start, row), head: nil)
  }

  private func isAnother(_ row: Int) -> Bool {
    tables.moreWords.contains(draft.tokens[row].word)
  }

  private func isPerson(_ row: Int) -> Bool {
    tables.persons.contains(draft.tokens[row].word)
      && draft.facts[row].lemma == draft.tokens[row].word
      && !tables.pluralPersons.contains(draft.tokens[row].word)
  }

  private func isNominal(_ row: Int) -> Bool {
    switch draft.classes[row] {
    case .adjective, .noun, .name, .number, .genitive: return true
    case .verbParticiple, .verbIng, .verbPast:
      return row + 1 < sentence.end && [.noun, .adjective].contains(draft.classes[row + 1])
    default:
      return draft.tokens[row].kind == .number || isHyphen(row)
        || draft.facts[row].tags.has(.ordinalWord)
    }
  }

  private func isHyphen(_ row: Int) -> Bool {
    context.isMark(row, "-") && !draft.tokens[row].flags.contains(.spaced)
  }

  /// All who are told one by one: `a woman and a teenage boy` are two; with a number beside them
  /// they are a part of a list that nobody has summed up.
  private func group(from first: OnePerson) -> (tokens: TokenRange, size: Int)? {
    var end = first.tokens.end
    var size = 1
    while end + 1 < sentence.end, draft.classes[end] == .conjunction || isListComma(end) {
      guard draft.facts[end + 1].tags.has(.oneWord) || draft.classes[end + 1] == .possessive,
        let next = person(at: end + 1), next.head != nil
      else { break }
      size += 1
      end = next.tokens.end
    }
    let before = first.tokens.start - 1
    if before > sentence.start, draft.classes[before] == .conjunction,
      layers.quantities.contains(where: {
        let end = draft.quantities[$0].tokens.end
        return (0..<4).contains(before - end)
          && !(end..<before).contains { draft.classes[$0].isVerb }
      })
    {
      return nil
    }
    return (TokenRange(first.tokens.start, end), size)
  }

  private func isListComma(_ row: Int) -> Bool {
    draft.classes[row] == .mark && draft.facts[row + 1].tags.has(.oneWord)
  }
}

// What happened to them.
extension SinglePersonFinder {
  /// `Police arrested a man`: right behind an active verb.
  private func object(_ row: Int) -> TokenRange? {
    hits.first { hit in
      let isSplit = hit.tokens.start == row - 1 && hit.tokens.contains(row)
      guard hit.tokens.end == row || isSplit, isEvent(hit, of: row, asObject: true) else {
        return false
      }
      let verb = hit.tokens.start
      guard draft.classes[verb] == .verbPast || draft.classes[verb] == .verbParticiple else {
        return false
      }
      return verb == sentence.start || !draft.classes[verb - 1].isModalLike
    }?.tokens
  }

  /// `A guard was wounded`, `a woman died`, `a fourth captured`.
  private func subject(_ end: Int, _ person: OnePerson) -> TokenRange? {
    var start = afterAside(end)
    // `a man who was arrested on Monday`.
    if start + 1 < sentence.end, draft.classes[start] == .relative { start += 1 }
    var row = start
    var isFinite = false
    while row < min(sentence.end, start + 7) {
      if let hit = hits.first(where: {
        $0.tokens.start == row && isEvent($0, of: person.tokens.start, asObject: false)
      }) {
        return isFinite || isSuffered(hit) || person.head == nil ? hit.tokens : nil
      }
      switch draft.classes[row] {
      case .be, .have:
        guard !tables.presentBe.contains(draft.tokens[row].word) else { return nil }
        isFinite = true
      case .adverb: break
      // `was hauled in but let go`.
      case .verbParticiple, .verbPast, .conjunction, .preposition:
        guard isFinite,
          !draft.facts[row].tags.has(.clauseBorder) || draft.classes[row] == .conjunction
        else { return nil }
      default: return nil
      }
      row += 1
    }
    return nil
  }

  /// Over `, 58,` and `, aged 12,`.
  private func afterAside(_ end: Int) -> Int {
    guard end + 2 < sentence.end, draft.classes[end] == .mark else { return end }
    let last = min(sentence.end, end + 8)
    let close = (end + 1..<last).first { draft.classes[$0] == .mark }
    return close.map { $0 + 1 } ?? end
  }

  private func isEvent(_ hit: ClaimHit, of person: Int, asObject: Bool) -> Bool {
    guard case .topic(let topic, let word) = hit.phrase, word != .noun,
      asObject ? word == .verb : true
    else { return false }
    let topics = isDefinite(person) ? tables.definiteTopics : tables.singleTopics
    return topics.contains(tables.topics[topic].name)
  }

  private func isSuffered(_ hit: ClaimHit) -> Bool {
    let row = hit.tokens.start
    return draft.classes[row] == .verbPast
      && (tables.sufferedVerbs.contains(draft.facts[row].lemma)
        || tables.sufferedVerbs.contains(draft.tokens[row].word))
  }
}

extension WordClass {
  /// `may`, `to`, `did not`: it did not happen.
  fileprivate var isModalLike: Bool {
    switch self {
    case .modal, .to, .negation, .doAuxiliary: true
    default: false
    }
  }
}
