import HearsayCore
import HearsayText

/// The word that tells what a figure is about, and how near it stands.
struct Bearing {
  /// The topic, when the word belongs to one.
  var topic: Int?
  /// The words themselves.
  var tokens: TokenRange
  var cost: Int
  var rule: String
}

/// Finds what bears on a figure.
struct BearingFinder: ClaimFinder {
  let context: ClaimContext
  let hits: [ClaimHit]
  /// The rows of the attributions: their reporting words say, they do not happen.
  let attributions: ArraySlice<Int>
  /// The phrases of the other figures of the sentence: a word inside one bears on that one only.
  var otherPhrases: [TokenRange] = []
  /// The rows of the points in time of the sentence.
  var times: Range<Int> = 0..<0
  let cost = DistanceCost()

  /// The most a word may cost and still bear on a figure.
  static let most = 16

  /// The best topic word for a figure, the nearest first.
  func topicBearing(_ frame: FigureFrame) -> Bearing? {
    if let subject = eventBearing(frame) ?? numberedBearing(frame) ?? labelBearing(frame)
      ?? mainBearing(frame) ?? headlineBearing(frame)
    {
      return subject
    }
    if let subject = risingSubject(frame) { return subject.topic == nil ? nil : subject }
    var best: Bearing?
    let descriptors = descriptors(of: frame)
    let fit = TopicFit(context: context, times: times, others: otherPhrases)
    let isPaid = isPaid(frame)
    for hit in hits {
      guard case .topic(let topic, let word) = hit.phrase, !isTaken(hit.tokens),
        !isPaid || !tables.traits[topic].ofPeople,
        !isTeller(hit.tokens, frame),
        hit.tokens.overlaps(frame.phrase) || !holdsAnother(hit.tokens),
        !(descriptors?.overlaps(hit.tokens) ?? false),
        fit.fits(word, topic, at: hit.tokens, frame)
      else { continue }
      guard let near = cost(of: hit.tokens, word, to: frame), near <= Self.most else { continue }
      let bearing = Bearing(
        topic: topic, tokens: hit.tokens, cost: near + tables.traits[topic].weakness,
        rule: tables.topics[topic].rule)
      if isBetter(bearing, than: best) { best = bearing }
    }
    return best
  }

  /// What the subject of a verb of rising counts.
  func risingSubject(_ frame: FigureFrame) -> Bearing? {
    guard let found = RisingSubject(context: context, hits: hits, frame: frame).bearing() else {
      return nil
    }
    guard let topic = found.topic else { return found }
    let fit = TopicFit(context: context, times: times)
    return fit.fitsKind(.phrase, topic, at: found.tokens, frame) ? found : nil
  }

  /// `built for 36`, `took 12 people to hospital`: the words bear on the figure inside.
  private func holdsAnother(_ tokens: TokenRange) -> Bool {
    tokens.count > 2
      && otherPhrases.contains { tokens.contains($0.start) && !isPlace($0, endOf: tokens) }
  }

  /// `taken to eight hospitals`: the number only counts the places.
  private func isPlace(_ other: TokenRange, endOf tokens: TokenRange) -> Bool {
    other.end == tokens.end && tables.thingNouns.contains(draft.tokens[other.end - 1].word)
  }

  /// Whether the words stand inside the phrase of another figure.
  func isTaken(_ tokens: TokenRange) -> Bool {
    otherPhrases.contains { $0.contains(tokens) }
  }

  /// The nearest verb, whether a rule names it or not; reporting and light verbs are passed over.
  func verbBearing(_ frame: FigureFrame) -> Bearing? {
    if let own = ownVerb(frame) {
      return Bearing(
        topic: nil, tokens: TokenRange(own, own + 1), cost: 0, rule: "built-in/predicate.verb")
    }
    var best: Bearing?
    for row in frame.sentence.indices where draft.classes[row].isVerb {
      let token = TokenRange(row, row + 1)
      if draft.facts[row].tags.has(.lightVerb) || isCue(row) { continue }
      guard let cost = cost(of: token, .verb, to: frame), cost <= Self.most else { continue }
      let bearing = Bearing(topic: nil, tokens: token, cost: cost, rule: "built-in/predicate.verb")
      if isBetter(bearing, than: best) { best = bearing }
    }
    return best
  }

  /// The verb right behind a figure, over auxiliaries: `€12.4m was taken`, `six men took part`.
  ///
  /// It wins though it be a light one, for nothing else tells what became of those counted.
  func ownVerb(_ frame: FigureFrame) -> Int? {
    var row = frame.phrase.end
    let last = min(frame.sentence.end, row + 5)
    while row < last, draft.classes[row].isAuxiliary || draft.classes[row] == .adverb { row += 1 }
    guard row < last, draft.classes[row].isVerb, !isCue(row) else { return nil }
    let isFinite = draft.classes[row] == .verbPast || draft.classes[row] == .verbParticiple
    return row > frame.phrase.end || isFinite ? row : nil
  }

  private func isCue(_ row: Int) -> Bool {
    attributions.contains { draft.cueTokens[$0].contains(row) }
  }

  /// The noun that a figure follows with `of`, `to`, `at` or a light verb: `a toll of 56`,
  /// `the number of dead rose to 56`, `a reward of $1 million`.
  func nounBearing(_ frame: FigureFrame) -> Bearing? {
    var row = frame.phrase.start - 1
    var links = 0
    while row >= frame.sentence.start, links < 8 {
      let wordClass = draft.classes[row]
      let tags = lexicon.tags(draft.tokens[row].word)
      if wordClass == .noun, links > 0 {
        return Bearing(
          topic: nil, tokens: TokenRange(row, row + 1), cost: links + 1,
          rule: "built-in/predicate.noun")
      }
      let isLink =
        wordClass == .preposition || wordClass == .to || tags.has(.lightVerb)
        || wordClass == .adverb || wordClass == .be || wordClass == .have
        || wordClass == .determiner
      guard isLink else { return nil }
      links += 1
      row -= 1
    }
    return nil
  }

  private func isBetter(_ one: Bearing, than other: Bearing?) -> Bool {
    guard let other else { return true }
    if one.cost != other.cost { return one.cost < other.cost }
    let stories = (isFromStory(one), isFromStory(other))
    if stories.0 != stories.1 { return stories.0 }
    return one.tokens.count > other.tokens.count
  }

  private func isFromStory(_ bearing: Bearing) -> Bool {
    bearing.topic.map { tables.traits[$0].fromStory } ?? false
  }

  /// How far a word stands from a figure, in cost; `nil` when it cannot bear on it.
  func cost(of tokens: TokenRange, _ word: TopicWord, to frame: FigureFrame) -> Int? {
    if tokens.overlaps(frame.phrase) { return overlapCost(tokens, word, frame) }
    if tokens.start >= frame.phrase.end {
      return afterCost(tokens, word, frame)
    }
    return beforeCost(tokens, word, frame)
  }

  /// How near a word inside the figure's own phrase stands.
  ///
  /// In `56 deaths` the counted noun is the event itself. A verb inside the phrase is a modifier, as
  /// in `jailed Americans`: it says what state they are in.
  private func overlapCost(_ tokens: TokenRange, _ word: TopicWord, _ frame: FigureFrame) -> Int {
    let isHead = frame.unit.map { tokens.end >= $0.end } ?? false
    // Of `three of the survivors` something else is told.
    if isHead, draft.tokens.indices.contains(frame.number.end),
      tables.ofWords.contains(draft.tokens[frame.number.end].word)
    {
      return 8
    }
    // Nearer than any verb, though it stand next to it: `175 bodies were taken to hospital`.
    return isHead ? -1 : word == .verb ? 6 : 2
  }

  private func afterCost(_ tokens: TokenRange, _ word: TopicWord, _ frame: FigureFrame) -> Int {
    let between = afterBase(frame, before: tokens.start)..<tokens.start
    var cost = cost.of(between, context, skipping: frame.phrase)
    // `120 aboard, of whom 98 died`: the clause that counts anew speaks of its own figure.
    if opensOwnClause(between) || isOfAnother(tokens, between) { cost += Self.most }
    // `Citizens jailed in the north have been set free`: the finite verb outranks the participle
    // that only describes them, unless it is all there is.
    if word == .verb, frame.zone.hasVerbs, isReduced(tokens.start), !isSuffered(tokens.start) {
      // `11 dead and 84 injured at the clinic`.
      cost += frame.unit == nil && tokens.start == frame.phrase.end ? 2 : 6
    }
    // `Two of the wounded later died`: whose part they are is not what became of them.
    if hits.contains(where: { $0.isVictims && $0.tokens.overlaps(tokens) }) { cost += 8 }
    if word == .noun { cost += 4 }
    return cost
  }

  /// Where the sentence goes on behind `of the six arrested`, else behind an aside.
  private func afterBase(_ frame: FigureFrame, before end: Int) -> Int {
    if let words = descriptors(of: frame), words.start > frame.phrase.end, words.end <= end {
      return words.end
    }
    return afterAside(frame, before: end)
  }

  /// Where the sentence goes on after an aside in dashes or brackets right behind the figure:
  /// `Eleven people – eight men and three women – were arrested`.
  private func afterAside(_ frame: FigureFrame, before end: Int) -> Int {
    var start = frame.phrase.end
    // `people who, according to the ministry, have been freed`.
    if start + 1 < end, draft.classes[start] == .relative, isMark(start + 1) { start += 1 }
    guard start < end, isMark(start) else { return afterAges(frame, before: end) }
    if isComma(start) { return afterCommas(start, before: end) ?? frame.phrase.end }
    let close = (start + 1..<end).first { draft.classes[$0] == .mark && !isComma($0) }
    return close.map { $0 + 1 } ?? start
  }

  /// `Six men aged between 19 and 34 are held`: their ages tell nothing of them.
  private func afterAges(_ frame: FigureFrame, before end: Int) -> Int {
    let start = frame.phrase.end
    guard start < end, tables.ageWords.contains(draft.tokens[start].word) else { return start }
    let last = min(end, start + Self.longestAside)
    return (start + 1..<last).first { draft.classes[$0].isAuxiliary || draft.classes[$0].isVerb }
      ?? start
  }

  private func isMark(_ row: Int) -> Bool { draft.classes[row] == .mark }

  /// `six men, according to the court, broke in`: a verb follows right behind the second comma.
  private func afterCommas(_ start: Int, before end: Int) -> Int? {
    let last = min(end, start + Self.longestAside)
    guard let close = (start + 1..<max(start + 1, last)).first(where: { isMark($0) }),
      isComma(close), close + 1 <= end, close + 1 < draft.classes.count,
      draft.classes[close + 1].isVerb || draft.classes[close + 1].isAuxiliary,
      isReducedClause(start + 1)
        || !(start + 1..<close).contains(where: { draft.classes[$0].isVerb })
    else { return nil }
    return close + 1
  }

  /// `, aged 30 and 41,`, `, wearing masks,`.
  private func isReducedClause(_ row: Int) -> Bool {
    [.verbParticiple, .verbPast, .verbIng].contains(draft.classes[row])
  }

  private static let longestAside = 14

  /// `21 had embraced martyrdom and 52 were wounded`: the verb is of the second figure, where the
  /// first one has a verb of its own.
  private func isOfAnother(_ tokens: TokenRange, _ between: Range<Int>) -> Bool {
    guard
      let other = otherPhrases.last(where: {
        between.contains($0.start) && $0.end <= between.upperBound
      }),
      (other.end..<tokens.start).allSatisfy({
        draft.classes[$0].isAuxiliary || draft.classes[$0] == .adverb
      })
    else { return false }
    var hasVerb = false
    for row in between.lowerBound..<other.start {
      hasVerb = hasVerb || draft.classes[row].isVerb || draft.classes[row] == .have
      // `there had been six and that one was at large`.
      hasVerb = hasVerb || draft.classes[row] == .subordinator
    }
    return hasVerb && other.start > between.lowerBound
      && [.conjunction, .subordinator].contains(draft.classes[other.start - 1])
  }

  /// Whether a relative clause with a figure of its own begins in between.
  private func opensOwnClause(_ between: Range<Int>) -> Bool {
    guard let border = between.first(where: { draft.classes[$0] == .relative }) else {
      return false
    }
    return otherPhrases.contains { other in
      other.start > border && other.start < between.upperBound
        || between.contains(other.start) && other.end < border && border - other.end <= 1
    }
  }

  private func beforeCost(_ tokens: TokenRange, _ word: TopicWord, _ frame: FigureFrame) -> Int {
    let between = tokens.end..<frame.phrase.start
    var cost = cost.of(between, context, skipping: frame.phrase)
    if word == .verb, isPassive(tokens.start) { cost += joinsClause(frame) ? 9 : 5 }
    if word == .noun, !followsWithOf(between) { cost += 2 }
    return cost
  }

  /// `six were held and two of them let go`: the number begins a clause of its own.
  private func joinsClause(_ frame: FigureFrame) -> Bool {
    draft.classes[frame.phrase.start - 1] == .conjunction
      && hits.contains { $0.isTopic && (0...6).contains($0.tokens.start - frame.phrase.end) }
  }

  private func followsWithOf(_ between: Range<Int>) -> Bool {
    between.contains { draft.classes[$0] == .preposition || draft.classes[$0] == .be }
  }

  /// `Three died in hospital`: what nobody else does to them is no passive.
  private func isSuffered(_ row: Int) -> Bool {
    draft.classes[row] != .verbIng && tables.sufferedVerbs.contains(draft.facts[row].lemma)
  }

  /// A participle without auxiliary: it describes the noun before it.
  private func isReduced(_ row: Int) -> Bool {
    guard draft.classes[row] == .verbParticiple || draft.classes[row] == .verbIng else {
      return false
    }
    var here = row - 1
    while here >= 0, draft.classes[here] == .adverb || draft.classes[here] == .negation {
      here -= 1
    }
    return here < 0 || !draft.classes[here].isAuxiliary
  }

  /// Whether a form of `be` stands before the verb, with adverbs between at most.
  func isPassive(_ row: Int) -> Bool {
    var here = row - 1
    while here >= 0, draft.classes[here] == .adverb || draft.classes[here] == .negation {
      here -= 1
    }
    return here >= 0 && draft.classes[here] == .be
  }
}
