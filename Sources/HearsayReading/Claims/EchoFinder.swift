import HearsayCore
import HearsayText

/// What a bare number may stand for: a figure before it, or a question that announces one.
struct EchoSource {
  /// Its sentence.
  let sentence: TokenRange
  /// One past its last token.
  let end: Int
  /// What it was about, with terms and words of those counted.
  let about: Proposition
  /// The number; `nil` for `how many people died` and for `the number of dead is disputed`.
  let size: Int?
  let kind: QuantityKind
}

extension EchoSource {
  /// A figure that counted a whole.
  init(_ frame: FigureFrame, _ about: Proposition) {
    self.init(
      sentence: frame.sentence, end: frame.phrase.end, about: about, size: frame.size,
      kind: frame.quantity.kind)
  }
}

extension FigureFrame {
  /// The number as a whole one, by which figures are compared in size.
  var size: Int? {
    (quantity.stated ?? quantity.interval.low ?? quantity.interval.high)?.whole
  }
}

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

  /// Whether the number is one.
  func echoes() -> Bool {
    let isBare = frame.quantity.kind == .count && frame.unit == nil
    return (isBare || frame.quantity.kind == .money) && frame.quantity.vague == nil
      && !hasOwnWords() && isSaid()
  }

  /// Whether a noun or a verb follows that tells what the number is of.
  private func hasOwnWords() -> Bool {
    let row = frame.phrase.end
    guard row < frame.sentence.end, !isTime(row) else { return false }
    switch draft.classes[row] {
    case .mark, .conjunction, .adverb, .day, .subordinator: return false
    case .preposition: return tables.ofWords.contains(draft.tokens[row].word)
    case .verbParticiple, .verbPast: return !isEcho(row)
    default: return draft.tokens[row].kind == .word || draft.tokens[row].kind == .number
    }
  }

  /// `up from 12 last week`.
  private func isTime(_ row: Int) -> Bool { times.contains { draft.times[$0].tokens.start == row } }

  /// Whether a verb of saying or counting, or `it was`, stands before.
  private func isSaid() -> Bool {
    var row = frame.number.start - 1
    let lowest = max(frame.sentence.start, row - Self.mostLinks)
    while row >= lowest {
      if tables.echoLinks.contains(draft.tokens[row].word) { return true }
      if draft.tokens[row].kind == .quote {
        row -= 1
        continue
      }
      switch draft.classes[row] {
      case .be: return isPointer(row - 1)
      case .determiner, .adverb, .negation, .preposition, .to, .day: break
      case .objectPronoun, .number: break
      case .noun:
        // `put the figure at 66`, `gave a number of 1,400`.
        guard draft.facts[row].tags.has(.figureNoun) else { return false }
      case let wordClass:
        guard wordClass.isVerb else { return false }
        return isEcho(row) || draft.facts[row].tags.has(.risingVerb) && isPointer(subject(row))
      }
      row -= 1
    }
    return false
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

  /// What it stands for: the figure before in its sentence, else the one nearest in size and place.
  func source(_ recent: [EchoSource]) -> EchoSource? {
    let fitting = recent.filter {
      isLike($0.kind) && ($0.about.topic != nil || !$0.about.terms.isEmpty)
        && frame.sentence.start - $0.sentence.end < Self.reach
    }
    let same = fitting.filter {
      $0.sentence == frame.sentence && $0.end <= frame.number.start
    }
    if let last = same.last { return same.last { $0.about.topic != nil } ?? last }
    var sentences = 0
    var former: TokenRange?
    var best: (cost: Int, source: EchoSource)?
    for source in fitting.reversed() {
      if source.sentence != former { sentences += 1 }
      former = source.sentence
      guard let distance = distance(source) else { continue }
      let unknown = source.about.topic == nil ? Self.unknownCost : 0
      let cost = distance + Self.sentenceCost * sentences + unknown
      if best.map({ cost < $0.cost }) ?? true { best = (cost, source) }
    }
    return best?.source
  }

  /// Two paragraphs, about.
  private static let reach = 110

  /// A sentence further back weighs as much as a number half as large again.
  private static let sentenceCost = 50
  private static let unknownCost = 60

  /// Sums are given without their currency too: `the true figure is above 25 million`.
  private func isLike(_ kind: QuantityKind) -> Bool {
    kind == frame.quantity.kind
      || kind == .money && frame.quantity.kind == .count && (frame.size ?? 0) >= 100_000
  }

  /// How many times larger one number is than the other, in per cent over one; `nil` beyond twenty
  /// times.
  private func distance(_ other: EchoSource) -> Int? {
    guard let theirs = other.size else { return 0 }
    guard let mine = frame.size, mine > 0, theirs > 0 else { return nil }
    let quotient = max(mine, theirs).multipliedReportingOverflow(by: 100)
    guard !quotient.overflow else { return nil }
    let times = quotient.partialValue / min(mine, theirs) - 100
    return times <= 1900 ? times : nil
  }
}

/// Finds questions of number without one: `Reports differ on how many people were on the bus`, `The
/// number of those killed is disputed`.
struct AnnouncementFinder: ClaimFinder {
  let context: ClaimContext
  let hits: [ClaimHit]
  let sentence: TokenRange

  private static let mostWords = 12

  /// What the numbers that follow are of.
  func announcement() -> EchoSource? {
    guard let opener = opener() else { return nil }
    let end = min(sentence.end, opener + Self.mostWords)
    var about = Proposition()
    for hit in hits where hit.tokens.end > opener && hit.tokens.start < end {
      guard case .topic(let row, _) = hit.phrase else { continue }
      about.topic = tables.topics[row].name
      about.measure = tables.topics[row].measure
      break
    }
    var words: [WordID] = []
    for row in opener..<end where draft.tokens[row].kind == .word {
      if draft.classes[row] == .noun || draft.classes[row].isVerb {
        words.append(draft.facts[row].lemma)
      }
      if draft.classes[row] == .noun, about.populationText == nil {
        about.populationText = draft.words(TokenRange(row, row + 1))
      }
    }
    about.terms = context.terms(&words)
    return EchoSource(sentence: sentence, end: end, about: about, size: nil, kind: .count)
  }

  /// One past `how many`, `the number of`.
  private func opener() -> Int? {
    guard sentence.count > 2 else { return nil }
    for row in sentence.start..<(sentence.end - 2) {
      let next = draft.tokens[row + 1].word
      if tables.howWords.contains(draft.tokens[row].word), tables.manyWords.contains(next) {
        return row + 2
      }
      if draft.facts[row].tags.has(.figureNoun), tables.ofWords.contains(next) { return row + 2 }
    }
    return nil
  }
}
