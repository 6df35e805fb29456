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

  /// `Three hundred, at least.`: a sentence that is a number.
  private func isFragment() -> Bool {
    guard frame.zone == .body, frame.sentence.count < 12 else { return false }
    return frame.sentence.indices.allSatisfy { row in
      if frame.number.contains(row) || isTime(row) { return true }
      switch draft.classes[row] {
      case .adverb, .mark, .determiner, .preposition: return true
      default: return draft.tokens[row].kind == .quote || draft.tokens[row].kind == .stop
      }
    }
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
      case .be: return pointer(subject(row))
      case .have: return row >= frame.number.start - 2 ? .seen : nil
      case .determiner, .adverb, .negation, .preposition, .to, .day: break
      case .subordinator where startOfTime(row + 1) == row + 1: break
      case .objectPronoun, .number: break
      case .noun:
        // `put the figure at 66`, `gave a number of 1,400`.
        guard draft.facts[row].tags.has(.figureNoun) else { return nil }
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

  /// What it stands for: the figure before in its sentence, else the one nearest in size and place.
  func source(_ recent: [EchoSource]) -> EchoSource? {
    guard let link = link() else { return nil }
    let fitting = recent.filter {
      isLike($0.kind) && ($0.about.topic != nil || !$0.about.terms.isEmpty)
        && frame.sentence.start - $0.sentence.end < Self.reach
    }
    let same = fitting.filter {
      $0.sentence == frame.sentence && $0.end <= frame.number.start
    }
    if let last = same.last, link != .seen { return same.last { $0.about.topic != nil } ?? last }
    return link == .contrasted ? nil : nearest(fitting, link)
  }

  /// What `the figure of 22` stands for.
  func figureSource(_ recent: [EchoSource]) -> EchoSource? {
    guard frame.unit == nil, frame.quantity.kind == .count else { return nil }
    return nearest(
      recent.filter {
        isLike($0.kind) && $0.about.topic != nil
          && frame.sentence.start - $0.sentence.end < Self.reach
      }, .said)
  }

  private func nearest(_ fitting: [EchoSource], _ link: Link) -> EchoSource? {
    // Who speaks right behind a figure speaks of that one: `… two are missing. Families say it is 18`.
    let adjacent = fitting.filter {
      frame.sentence.start - $0.sentence.end < Self.adjacent && $0.sentence != frame.sentence
        && $0.about.topic != nil && (distance($0) ?? .max) <= Self.mostUnlike
    }
    if frame.size != 0, frame.sentence.count <= Self.shortSentence,
      let best = adjacent.min(by: { (distance($0) ?? .max) < (distance($1) ?? .max) })
    {
      return best
    }
    return nearest(in: fitting, link)
  }

  private static let adjacent = 3
  private static let shortSentence = 16
  private static let mostUnlike = 900

  private func nearest(in fitting: [EchoSource], _ link: Link) -> EchoSource? {
    var sentences = 0
    var former: TokenRange?
    var best: (cost: Int, source: EchoSource)?
    for source in fitting.reversed() {
      if source.sentence != former { sentences += 1 }
      former = source.sentence
      guard let distance = distance(source) else { continue }
      if frame.size == 0, source.about.measure == .cumulative || sentences > 2 { continue }
      if link == .seen, distance > Self.likeSize || sentences > 3
        || source.about.topic == nil && !(source.size == nil && sentences < 2)
      {
        continue
      }
      let unknown = source.about.topic == nil ? Self.unknownCost : 0
      let cost = distance + Self.sentenceCost * sentences + unknown
      if best.map({ cost < $0.cost }) ?? true { best = (cost, source) }
    }
    return best?.source
  }

  /// Numbers are alike up to two and a half times each other.
  private static let likeSize = 150

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
    if frame.size == 0 { return 100 }
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
      if about.topic == nil, tables.attackerNouns.contains(draft.tokens[row].word) {
        about.topic = tables.topic(named: "attackers").map { tables.topics[$0].name }
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
