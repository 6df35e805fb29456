import HearsayCore
import HearsayText

/// Finds numbers that stand for one given before and have no words of their own: `The government
/// says eight`, `Police first spoke of 41, then 52`, `On Tuesday evening it was 23`, `the clinic
/// counted 14`, `higher than the 500 given earlier`.
struct EchoFinder: ClaimFinder {
  let context: ClaimContext
  let frame: FigureFrame
  /// The rows of the times of its sentence.
  var times: Range<Int> = 0..<0

  /// The most tokens between the number and what says it.
  private static let mostLinks = 8

  /// How a number is given that stands for another.
  enum Link {
    /// `says eight`, `it was 23`.
    case said
    /// `had seen five`, `there were 20`, `At least 300.`: only where a like number stands near.
    case seen
    /// `It is 59, not 63`, `not 12 but 15`.
    case contrasted
  }

  /// Whether the number is one.
  func echoes() -> Bool { link() != nil }

  /// How the number is given; `nil` when it has words of its own.
  func link() -> Link? {
    if frame.isOfNames { return .said }
    let isBare = frame.quantity.kind == .count && frame.unit == nil
    guard isBare || frame.quantity.kind == .money, frame.quantity.vague == nil, !hasOwnWords()
    else { return nil }
    if isContrasted() { return .contrasted }
    return said() ?? (isFragment() ? .seen : nil)
  }

  /// Whether what says it stands right before it, so that no other word of its sentence can bear
  /// on it.
  func isSaidOutright() -> Bool {
    var row = frame.number.start - 1
    while row > frame.sentence.start, draft.classes[row] == .adverb { row -= 1 }
    return row > frame.sentence.start && draft.classes[row].isVerb && isEcho(row)
  }

  /// Whether a noun or a verb follows that tells what the number is of.
  private func hasOwnWords() -> Bool {
    let row = frame.phrase.end
    guard row < frame.sentence.end, !isTime(row) else { return false }
    switch draft.classes[row] {
    case .mark, .conjunction, .adverb, .day, .subordinator: return false
    case .preposition: return tables.ofWords.contains(draft.tokens[row].word) && !isOfThem(row)
    case .verbParticiple, .verbPast: return !isEcho(row)
    // `the opposition claims more than 80 were`.
    case .be, .have, .doAuxiliary:
      return row + 1 < frame.sentence.end && draft.classes[row + 1] != .mark
        && draft.tokens[row + 1].kind != .stop
    // `whoever counts 31 should look again`.
    case .modal: return !isSaidOutright()
    default: return draft.tokens[row].kind == .word || draft.tokens[row].kind == .number
    }
  }

  /// `up from 12 last week`.
  private func isTime(_ row: Int) -> Bool { times.contains { draft.times[$0].tokens.start == row } }

  /// `five of them` with nothing behind it.
  private func isOfThem(_ row: Int) -> Bool {
    guard row + 1 < frame.sentence.end, draft.classes[row + 1] == .objectPronoun else {
      return false
    }
    return row + 2 >= frame.sentence.end || draft.classes[row + 2] == .mark
      || draft.tokens[row + 2].kind == .stop
  }

  /// `, not 63`; `15` of `not 12 but 15`.
  private func isContrasted() -> Bool {
    let row = frame.number.start - 1
    guard row > frame.sentence.start else { return false }
    if draft.classes[row] == .negation {
      return draft.classes[row - 1] == .mark || draft.classes[row - 1] == .conjunction
        || draft.tokens[row - 1].kind == .quote
    }
    return tables.butWords.contains(draft.tokens[row].word)
      && (max(frame.sentence.start, row - 4)..<row).contains { draft.classes[$0] == .negation }
  }

  /// `Three hundred, at least.`, `About 40, says the mayor.`: a sentence that is a number.
  private func isFragment() -> Bool {
    guard frame.zone == .body, frame.sentence.count < 12 else { return false }
    let end = saying() ?? frame.sentence.end
    return (frame.sentence.start..<end).allSatisfy { row in
      if frame.number.contains(row) || isTime(row) { return true }
      switch draft.classes[row] {
      case .adverb, .mark, .determiner, .preposition: return true
      default: return draft.tokens[row].kind == .quote || draft.tokens[row].kind == .stop
      }
    }
  }

  /// Where whoever says the number is named behind it: `, says the mayor`.
  private func saying() -> Int? {
    let comma = frame.number.end
    guard comma + 1 < frame.sentence.end, draft.classes[comma] == .mark,
      draft.classes[comma + 1].isVerb, isEcho(comma + 1)
    else { return nil }
    return comma
  }

  /// Whether a verb of saying or counting, or `it was`, stands before.
  private func said() -> Link? {
    var row = frame.number.start - 1
    let lowest = max(frame.sentence.start, row - Self.mostLinks)
    while row >= lowest {
      if tables.echoLinks.contains(draft.tokens[row].word) { return .said }
      if let start = startOfTime(row) {
        row = start - 1
        continue
      }
      if draft.tokens[row].kind == .quote {
        row -= 1
        continue
      }
      switch draft.classes[row] {
      case .be: return pointer(subject(row)) ?? (isAt(row) ? atLink : nil)
      case .have: return row >= frame.number.start - 2 ? .seen : nil
      case .determiner, .adverb, .negation, .preposition, .to, .day: break
      case .subordinator where startOfTime(row + 1) == row + 1: break
      case .objectPronoun, .number: break
      case .noun:
        // `put the figure at 66`, `gave a number of 1,400`.
        guard draft.facts[row].tags.has(.figureNoun | .listNoun) else { return nil }
      case let wordClass:
        guard wordClass.isVerb else { return nil }
        if isEcho(row) { return .said }
        if tables.seeingVerbs.contains(draft.facts[row].lemma) { return .seen }
        return draft.facts[row].tags.has(.risingVerb) ? pointer(subject(row)) : nil
      }
      row -= 1
    }
    return nil
  }

  /// `whose own list was at 111`, `the opposition's is 700`.
  private func isAt(_ be: Int) -> Bool {
    if draft.classes[subject(be)] == .genitive { return true }
    let link = frame.number.start - 1
    return link > be && tables.placeWords.contains(draft.tokens[link].word)
  }

  /// Beyond the hours of a day it is surely no time.
  private var atLink: Link { frame.size.map { $0 > 24 } ?? false ? .said : .seen }

  /// The first token of a time that ends here: `put the total since Monday at 56`.
  private func startOfTime(_ row: Int) -> Int? {
    times.first { draft.times[$0].tokens.contains(row) }.map { draft.times[$0].tokens.start }
  }

  /// The word before a verb, over auxiliaries and adverbs: `it has since risen`.
  private func subject(_ verb: Int) -> Int {
    var row = verb - 1
    while row > frame.sentence.start {
      guard draft.classes[row].isAuxiliary || draft.classes[row] == .adverb else { break }
      row -= 1
    }
    return row
  }

  /// `it was`, `the number is`, `the true figure was`; `there were`.
  private func pointer(_ row: Int) -> Link? {
    guard row >= frame.sentence.start else { return nil }
    let word = draft.tokens[row].word
    if tables.pointers.contains(word) || draft.facts[row].tags.has(.figureNoun) { return .said }
    return tables.thereWords.contains(word) ? .seen : nil
  }

  private func isEcho(_ row: Int) -> Bool {
    tables.echoVerbs.contains(draft.facts[row].lemma)
      || tables.echoVerbs.contains(draft.tokens[row].word)
  }
}
