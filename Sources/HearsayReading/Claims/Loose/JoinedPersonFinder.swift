import HearsayCore
import HearsayText

/// Finds persons told of together by their office or name: `Its owner and an engineer have been
/// arrested`, `police arrested the mayor, his deputy and a clerk`.
///
/// Only what police and courts do to them is a count: who died beside whom is told within a greater
/// number.
struct JoinedPersonFinder: ClaimFinder {
  let context: ClaimContext
  let layers: SentenceLayers
  let hits: [ClaimHit]

  private var sentence: TokenRange { layers.sentence.tokens }

  /// The persons joined in the sentence to whom something happened.
  func figures() -> [LooseFigure] {
    guard layers.sentence.zone.hasVerbs, hits.contains(where: isEvent) else { return [] }
    var found: [LooseFigure] = []
    var row = sentence.start + 1
    while row + 1 < sentence.end {
      guard tables.andWords.contains(draft.tokens[row].word), let joined = joined(at: row),
        let event = object(joined) ?? subject(joined)
      else {
        row += 1
        continue
      }
      found.append(figure(joined, event))
      row = joined.tokens.end
    }
    return found
  }

  private func figure(_ joined: Joined, _ event: TokenRange) -> LooseFigure {
    let value = ExactNumber(joined.size)
    return LooseFigure(
      placed: Placed(
        Quantity(Interval(exactly: value), stated: value, kind: .count), joined.tokens,
        rule: SinglePersonFinder.rule),
      unit: nil, event: event)
  }

  private struct Joined {
    var tokens: TokenRange
    var size: Int
    /// Whether the last one has an article of its own: `the owner and manager` may be one person.
    var isOpened: Bool
  }

  /// One person with the words before it.
  private struct Person {
    var tokens: TokenRange
    var isOpened: Bool
  }

  /// The persons around `and`.
  private func joined(at conjunction: Int) -> Joined? {
    guard let last = person(from: conjunction + 1),
      let first = person(upTo: beforeAside(conjunction))
    else { return nil }
    var (start, size) = (first.tokens.start, 2)
    while start - 1 > sentence.start, isComma(start - 1), first.isOpened,
      let other = person(upTo: start - 1), other.isOpened
    {
      start = other.tokens.start
      size += 1
    }
    guard isWhole(start) else { return nil }
    return Joined(
      tokens: TokenRange(start, last.tokens.end), size: size, isOpened: last.isOpened)
  }

  /// `an engineer`, `his wife`, `chief engineer`, `John Brown` that begins at a row.
  private func person(from start: Int) -> Person? {
    let isOpened = start < sentence.end && isOpener(start)
    let first = isOpened ? start + 1 : start
    var row = first
    while row < min(sentence.end, first + Self.longest), isNominal(row) { row += 1 }
    guard row > first, isOne(row - 1, from: first) else { return nil }
    return Person(
      tokens: TokenRange(start, row), isOpened: isOpened || draft.classes[row - 1] == .name)
  }

  /// The same that ends before a row: `the mine's director`, `the mayor of the town`.
  private func person(upTo end: Int) -> Person? {
    guard let first = firstNominal(before: end) else { return nil }
    if isOne(end - 1, from: first) { return opened(first, end) }
    let link = isOpener(first - 1) ? first - 2 : first - 1
    guard link > sentence.start, tables.ofWords.contains(draft.tokens[link].word),
      let before = firstNominal(before: link), isOne(link - 1, from: before)
    else { return nil }
    return opened(before, end)
  }

  private func opened(_ first: Int, _ end: Int) -> Person? {
    let isOpened = first > sentence.start && isOpener(first - 1)
    guard isOpened || draft.classes[end - 1] == .name else { return nil }
    return Person(tokens: TokenRange(isOpened ? first - 1 : first, end), isOpened: isOpened)
  }

  private func firstNominal(before end: Int) -> Int? {
    var row = end
    while row > sentence.start, end - row < Self.longest, isNominal(row - 1) { row -= 1 }
    return row < end && row >= 0 ? row : nil
  }

  private static let longest = 7

  /// Whether the words from `first` name one person: an office, or a name of two words or behind
  /// an office.
  private func isOne(_ head: Int, from first: Int) -> Bool {
    if draft.classes[head] == .name {
      guard head > first else { return false }
      return draft.classes[head - 1] == .name || isOffice(head - 1)
    }
    return draft.classes[head] == .noun && isOffice(head)
  }

  private func isOffice(_ row: Int) -> Bool {
    let word = draft.tokens[row].word
    if tables.joinedPersons.contains(word) { return true }
    return (tables.persons.contains(word) || draft.facts[row].tags.has(.personNoun))
      && draft.facts[row].lemma == word && !tables.pluralPersons.contains(word)
  }

  private func isOpener(_ row: Int) -> Bool {
    draft.facts[row].tags.has(.oneWord) || draft.classes[row] == .possessive
      || tables.definite.contains(draft.tokens[row].word)
  }

  private func isNominal(_ row: Int) -> Bool {
    switch draft.classes[row] {
    case .adjective, .noun, .name, .genitive: !isOpener(row)
    default: context.isMark(row, "-") && !draft.tokens[row].flags.contains(.spaced)
    }
  }

  /// Where the person ends before `, Malam Isa,`.
  private func beforeAside(_ row: Int) -> Int {
    guard row - 1 > sentence.start, isComma(row - 1) else { return row }
    var open = row - 2
    while open > max(sentence.start, row - 9), !isComma(open) {
      if draft.classes[open].isVerb || draft.classes[open].isAuxiliary { return row }
      open -= 1
    }
    return isComma(open) ? open : row
  }

  /// Whether they are no part of others: `five people, including the owner and his son`.
  private func isWhole(_ start: Int) -> Bool {
    let before = start - 1
    guard before > sentence.start else { return true }
    let word = draft.tokens[before].word
    if draft.classes[before] == .preposition || draft.classes[before] == .conjunction
      || tables.memberWords.contains(word) || tables.includeWords.contains(word)
    {
      return false
    }
    return !layers.quantities.contains {
      draft.quantities[$0].tokens.end <= start && draft.quantities[$0].value.kind == .count
    }
  }
}

// What happened to them.
extension JoinedPersonFinder {
  private func isEvent(_ hit: ClaimHit) -> Bool {
    guard case .topic(let topic, let word) = hit.phrase, word != .noun else { return false }
    return tables.joinedTopics.contains(tables.topics[topic].name)
  }

  /// `Police arrested the owner and an engineer`, and no verb behind them.
  private func object(_ joined: Joined) -> TokenRange? {
    let (start, end) = (joined.tokens.start, joined.tokens.end)
    if end < sentence.end, draft.classes[end].isVerb || draft.classes[end].isAuxiliary {
      return nil
    }
    return hits.first { hit in
      let verb = hit.tokens.start
      guard isEvent(hit), hit.tokens.end == start,
        draft.classes[verb] == .verbPast || draft.classes[verb] == .verbParticiple
      else { return false }
      guard verb > sentence.start else { return true }
      switch draft.classes[verb - 1] {
      case .modal, .to, .negation, .doAuxiliary, .be: return false
      default: return true
      }
    }?.tokens
  }

  /// Over `, 41,` and `of the building`.
  private func afterAside(_ end: Int) -> Int {
    let last = min(sentence.end, end + 8)
    guard end < last else { return end }
    if isComma(end) {
      return (end + 1..<max(end + 1, last)).first { isComma($0) }.map { $0 + 1 } ?? end
    }
    var row = end
    while row < last,
      [.preposition, .determiner, .noun, .name, .adjective, .day].contains(draft.classes[row])
    { row += 1 }
    return row
  }

  /// `… were arrested`, `… have been freed`: done to them, and to more than one.
  private func subject(_ joined: Joined) -> TokenRange? {
    var row = afterAside(joined.tokens.end)
    var isPassive = false
    while row < min(sentence.end, joined.tokens.end + 14) {
      if isPassive, let hit = hits.first(where: { $0.tokens.start == row && isEvent($0) }) {
        return hit.tokens
      }
      switch draft.classes[row] {
      case .be, .have:
        if tables.singularBe.contains(draft.tokens[row].word) { return nil }
        if !joined.isOpened, !tables.pluralBe.contains(draft.tokens[row].word), !isPassive {
          return nil
        }
        isPassive = true
      case .adverb: break
      default: return nil
      }
      row += 1
    }
    return nil
  }
}
