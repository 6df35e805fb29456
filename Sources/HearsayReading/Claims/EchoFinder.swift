import HearsayCore
import HearsayText

/// Finds numbers that stand for one given before and have no words of their own: `The government
/// says eight`, `Police first spoke of 41, then 52`, `On Tuesday evening it was 23`, `the clinic
/// counted 14`, `higher than the 500 given earlier`.
struct EchoFinder: ClaimFinder {
  let context: ClaimContext
  let frame: FigureFrame

  /// The most tokens between the number and what says it.
  private static let mostLinks = 8

  /// Whether the number is one.
  func echoes() -> Bool {
    frame.quantity.kind == .count && frame.unit == nil && frame.quantity.vague == nil
      && !hasOwnWords() && isSaid()
  }

  /// Whether a noun or a verb follows that tells what the number is of.
  private func hasOwnWords() -> Bool {
    let row = frame.number.end
    guard row < frame.sentence.end else { return false }
    switch draft.classes[row] {
    case .mark, .conjunction, .adverb, .day, .subordinator: return false
    case .preposition: return tables.ofWords.contains(draft.tokens[row].word)
    case .verbParticiple, .verbPast: return !isEcho(row)
    default: return draft.tokens[row].kind == .word || draft.tokens[row].kind == .number
    }
  }

  /// Whether a verb of saying or counting, or `it was`, stands before.
  private func isSaid() -> Bool {
    var row = frame.number.start - 1
    let lowest = max(frame.sentence.start, row - Self.mostLinks)
    while row >= lowest {
      if tables.echoLinks.contains(draft.tokens[row].word) { return true }
      switch draft.classes[row] {
      case .be: return isPointer(row - 1)
      case .determiner, .adverb, .negation, .preposition, .day, .objectPronoun, .number: break
      case .noun:
        // `put the figure at 66`, `gave a number of 1,400`.
        guard draft.facts[row].tags.has(.figureNoun) else { return false }
      case let wordClass:
        return wordClass.isVerb && isEcho(row)
      }
      row -= 1
    }
    return false
  }

  /// `it was`, `the number is`, `the true figure was`.
  private func isPointer(_ row: Int) -> Bool {
    guard row >= frame.sentence.start else { return false }
    return tables.pointers.contains(draft.tokens[row].word)
      || draft.facts[row].tags.has(.figureNoun)
  }

  private func isEcho(_ row: Int) -> Bool {
    tables.echoVerbs.contains(draft.facts[row].lemma)
      || tables.echoVerbs.contains(draft.tokens[row].word)
  }

  /// The figure that it stands for: the one before in its sentence, else of those in the sentence
  /// that counted last the one nearest in size.
  func source(_ recent: [FormerFigure]) -> FormerFigure? {
    let near = recent.filter {
      $0.frame.quantity.kind == .count && ($0.about.topic != nil || $0.counted != nil)
        && frame.sentence.start - $0.frame.sentence.end < Self.reach
    }
    guard let last = near.last else { return nil }
    if last.frame.sentence == frame.sentence { return last }
    let together = near.filter { $0.frame.sentence == last.frame.sentence }
    return together.min { distance($0) < distance($1) }
  }

  /// A paragraph, about.
  private static let reach = 60

  /// How far apart two numbers are, by their quotient in per cent; equal ones come last, for nobody
  /// says `eight` of eight.
  private func distance(_ other: FormerFigure) -> Int {
    guard let mine = size(frame), let theirs = size(other.frame), mine > 0, theirs > 0 else {
      return Int.max
    }
    let quotient = max(mine, theirs).multipliedReportingOverflow(by: 100)
    return quotient.overflow ? Int.max : quotient.partialValue / min(mine, theirs)
  }

  private func size(_ frame: FigureFrame) -> Int? {
    (frame.quantity.stated ?? frame.quantity.interval.low ?? frame.quantity.interval.high)?.whole
  }
}
