import HearsayCore
import HearsayText

/// Builds the claim of one figure, a question at a time.
struct FigureBuilder: ClaimFinder {
  let frame: FigureFrame
  let hits: [ClaimHit]
  let context: ClaimContext
  let layers: SentenceLayers
  /// The phrases of the other figures of the sentence.
  let otherPhrases: [TokenRange]

  private(set) var isPart = false
  private var proposition = Proposition()
  private var speakers: [Int] = []
  private var mode = AttributionMode.narrator
  /// The body that counted, where the words say so without a reporting verb.
  private var counter: ChainStep?
  private var bearing: Bearing?
  private var hedges: [String] = []
  private var contest: String?
  private var trail: [RuleFiring] = []

  init(
    frame: FigureFrame, hits: [ClaimHit], context: ClaimContext, layers: SentenceLayers,
    otherPhrases: [TokenRange]
  ) {
    self.frame = frame
    self.hits = hits
    self.context = context
    self.layers = layers
    self.otherPhrases = otherPhrases
  }

  /// Works out everything; `last` is the figure before, with what it was about.
  mutating func work(last: (frame: FigureFrame, about: Proposition)?) {
    trail.append(fired(frame.rule, frame.number, "number"))
    findSpeakers()
    findSubject(last)
    findPopulation(last)
    findTimes()
    findModality()
  }

  private func fired(_ rule: String, _ tokens: TokenRange, _ note: String) -> RuleFiring {
    RuleFiring(rule: rule, range: draft.bytes(tokens), note: note)
  }

  private mutating func findSpeakers() {
    let chains = ChainFinder(context: context, layers: layers)
    let range = draft.bytes(frame.number)
    speakers = chains.attributions(around: range)
    mode = chains.mode(of: range, speakers)
    if speakers.isEmpty, let row = chains.implicit(frame) {
      speakers = [row]
      mode = .implicit
    }
    if speakers.isEmpty { counter = chains.counter(of: frame) }
    for row in speakers {
      let found = draft.attributions[row]
      trail.append(
        RuleFiring(
          rule: found.rule, range: found.cue ?? found.content.first ?? range,
          note: "said by \(found.speaker?.name ?? "unknown")"))
    }
  }

  /// What looks for the word that bears on the figure.
  var bearings: BearingFinder {
    let cues = layers.attributions.compactMap {
      draft.attributions[$0].cue.map { draft.tokens(in: $0) }
    }
    return BearingFinder(
      context: context, hits: hits, cues: cues,
      otherPhrases: otherPhrases, times: layers.times)
  }

  private mutating func findSubject(_ last: (frame: FigureFrame, about: Proposition)?) {
    let finder = bearings
    let topic = finder.topicBearing(frame)
    let noun = finder.nounBearing(frame)
    let verb = finder.verbBearing(frame)
    bearing = topic ?? noun ?? verb
    let named = [noun, verb].compactMap { $0 }.min { $0.cost < $1.cost }
    proposition.predicate = (named ?? topic).map {
      lexicon.lemma(draft.tokens[$0.tokens.start].word)
    }
    proposition.terms = TermFinder(context: context).terms(
      frame, [topic, noun, verb].compactMap { $0 })
    if isBase() {
      bearing = noun ?? verb
    } else if let topic, let row = topic.topic, !isAnaphor(noun) {
      take(topic: row, topic)
    } else if let last, continues(last.frame) || refersBack(noun, last.frame) {
      proposition.topic = last.about.topic
      proposition.measure = last.about.measure
      proposition.predicate = proposition.predicate ?? last.about.predicate
    }
    if let last, isElliptical(after: last.frame) { takeTerms(last.about) }
    findPart(last)
    findPlacePart(last)
    findAddition(last)
  }

  /// `six of the 15 hostages`, `Of the 52 passengers, 17 were hurt`: the greater number is only what
  /// the smaller one is taken from.
  func isBase() -> Bool {
    var row = frame.phrase.start - 1
    while row > frame.sentence.start,
      draft.classes[row] == .determiner || draft.classes[row] == .possessive
    {
      row -= 1
    }
    guard row >= frame.sentence.start, tables.ofWords.contains(draft.tokens[row].word) else {
      return false
    }
    if row == frame.sentence.start {
      return otherPhrases.contains { (1...3).contains($0.start - frame.phrase.end) }
    }
    return row < frame.phrase.start - 1
      && otherPhrases.contains { $0.start < row && row - $0.start <= 4 }
      && isAmount(row - 1)
  }

  private func isAmount(_ row: Int) -> Bool {
    draft.classes[row] == .number || draft.tokens[row].kind == .number
  }

  /// `another 13 died`, after a figure of the dead: it comes on top and is no total.
  private mutating func findAddition(_ last: (frame: FigureFrame, about: Proposition)?) {
    guard let last, proposition.part == nil, let topic = proposition.topic,
      topic == last.about.topic, last.frame.quantity.kind == .count,
      last.frame.sentence == frame.sentence || frame.sentence.start - last.frame.sentence.end < 4
    else { return }
    let before = max(frame.sentence.start, frame.number.start - 1)...frame.number.start
    let after = frame.number.end..<min(frame.sentence.end, frame.number.end + 2)
    let adds =
      before.contains { tables.moreWords.contains(draft.tokens[$0].word) }
      || after.contains { tables.othersWords.contains(draft.tokens[$0].word) }
    guard adds else { return }
    proposition.part = draft.words(TokenRange(before.lowerBound, frame.phrase.end))
  }

  private mutating func take(topic row: Int, _ bearing: Bearing) {
    proposition.topic = tables.topics[row].name
    proposition.measure = tables.topics[row].measure
    trail.append(fired(bearing.rule, bearing.tokens, "topic \(tables.topics[row].name)"))
  }

  /// A bare number or a part right after a figure in the same sentence goes on with its subject.
  private func continues(_ other: FigureFrame) -> Bool {
    other.sentence == frame.sentence && frame.number.start - other.phrase.end <= 8
      && isLike(other.quantity.kind) && !isDoerOrPlace()
  }

  /// `were killed by 40 soldiers`, `106 protesters in 21 cities`: counted beside, not with them.
  private func isDoerOrPlace() -> Bool {
    let row = frame.phrase.start - 1
    guard row >= frame.sentence.start else { return false }
    let word = draft.tokens[row].word
    return tables.doerWords.contains(word)
      || (frame.unit != nil && tables.placeWords.contains(word))
  }

  /// A ransom is no number of hostages: only what is counted alike goes on.
  private func isLike(_ kind: QuantityKind) -> Bool {
    frame.quantity.kind == kind || frame.quantity.kind == .percent
      || frame.quantity.kind == .ordinal || kind == .ordinal
  }

  /// `4,300 jobs in France, 3,700 in Germany`: a number without noun goes on with the noun before.
  private func isElliptical(after other: FigureFrame) -> Bool {
    frame.unit == nil && frame.quantity.kind == .count && other.quantity.kind == .count
      && other.sentence == frame.sentence && frame.number.start - other.phrase.end <= 8
  }

  private mutating func takeTerms(_ about: Proposition) {
    proposition.terms = Set(proposition.terms + about.terms).sorted()
    proposition.predicate = about.predicate ?? proposition.predicate
  }

  /// A figure with a place of its own beside another one with another place counts a part.
  private mutating func findPlacePart(_ last: (frame: FigureFrame, about: Proposition)?) {
    guard proposition.part == nil, let place = ownPlace() else { return }
    let lists = otherPhrases.contains { other in
      abs(other.start - frame.number.start) < 12 && ownPlace(after: other.end) != nil
    }
    if lists { proposition.part = place }
  }

  private func ownPlace() -> String? { ownPlace(after: frame.phrase.end) }

  /// `in France`, right after a figure.
  private func ownPlace(after row: Int) -> String? {
    guard row + 1 < frame.sentence.end, draft.classes[row] == .preposition,
      draft.classes[row + 1] == .name || draft.classes[row + 1] == .determiner
    else { return nil }
    let mention = layers.names.first {
      let tokens = draft.names[$0].tokens
      return tokens.start >= row + 1 && tokens.start <= row + 2
        && draft.entities[draft.names[$0].value].kind == .place
    }
    return mention.map { draft.words(TokenRange(row, draft.names[$0].tokens.end)) }
  }

  /// `put the figure at 60`, `the toll`: the noun stands for a number given before.
  func isAnaphor(_ noun: Bearing?) -> Bool {
    guard let noun else { return false }
    return lexicon.tags(draft.tokens[noun.tokens.start].word).has(.figureNoun)
      && !followedByOf(noun.tokens.end) && !countsAnew(noun.tokens.end)
  }

  /// `a total of 346 people` says itself who is counted.
  private func countsAnew(_ row: Int) -> Bool {
    frame.unit != nil && row == frame.phrase.start - 1
      && tables.ofWords.contains(draft.tokens[row].word)
  }

  private func followedByOf(_ row: Int) -> Bool {
    row < frame.sentence.end && draft.classes[row] == .preposition
      && row + 1 < frame.phrase.start && draft.classes[row + 1] == .noun
  }

  /// Whether the clause speaks of those counted just before: `They included three …`, `the figure`.
  private func refersBack(_ noun: Bearing?, _ other: FigureFrame) -> Bool {
    guard frame.sentence.start - other.sentence.end < 4 || other.sentence == frame.sentence else {
      return false
    }
    if isAnaphor(noun) { return true }
    let start = frame.sentence.start
    let subject =
      draft.classes[start] == .subjectPronoun
      && !tables.emptySubjects.contains(draft.tokens[start].word)
    return subject && frame.number.start - start <= 3
  }

  /// `two of the victims`, `five of those killed`: a part, wherever the whole is given.
  private mutating func findPartOfVictims(_ last: (frame: FigureFrame, about: Proposition)?) {
    let follows = hits.first { hit in
      guard case .victims = hit.phrase else { return false }
      return hit.tokens.start == frame.number.end
    }
    guard let follows, frame.quantity.kind == .count else { return }
    proposition.part = draft.words(TokenRange(frame.number.start, follows.tokens.end))
    if proposition.topic == nil, let last {
      proposition.topic = last.about.topic
      proposition.measure = last.about.measure
    }
  }

  /// `including 12 children`, `20 of them journalists`: a part of the figure before.
  private mutating func findPart(_ last: (frame: FigureFrame, about: Proposition)?) {
    findPartOfVictims(last)
    guard proposition.part == nil, let last, last.frame.sentence == frame.sentence else { return }
    let before = hits.contains { hit in
      guard case .part = hit.phrase else { return false }
      let ahead = hit.tokens.end <= frame.number.start && hit.tokens.start >= last.frame.number.end
      let inside = hit.tokens.start >= frame.number.end && hit.tokens.start <= frame.number.end + 1
      return (ahead && frame.number.start - hit.tokens.end <= 6) || inside
    }
    let own = proposition.topic
    guard before, own == nil || own == last.about.topic || bearing.map({ $0.cost > 10 }) ?? true
    else { return }
    isPart = true
    proposition.part = frame.unit.map { draft.words($0) } ?? draft.words(frame.phrase)
    if let topic = last.about.topic {
      proposition.topic = topic
      proposition.measure = last.about.measure
    }
    trail.append(fired("english/claims.parts", frame.number, "part of the figure before"))
  }

  private mutating func findPopulation(_ last: (frame: FigureFrame, about: Proposition)?) {
    let finder = PopulationFinder(context: context, hits: hits)
    proposition.populationText = frame.unit.map { draft.words($0) }
    let near = last.map { frame.sentence.start - $0.frame.sentence.end < 4 } ?? false
    // `a mass release` counts whom the release is of, and not those counted before.
    let isBare = frame.unit == nil && frame.quantity.kind == .count
    let continues = isPart || (near && isBare && frame.rule != LooseFigureFinder.mannerRule)
    let before = continues ? last?.about.population : nil
    let continued = before.flatMap { name in tables.populations.firstIndex { $0.name == name } }
    if let row = finder.population(of: frame, bearing, continued: continued) {
      proposition.population = tables.populations[row].name
      trail.append(
        fired(
          tables.populations[row].rule, frame.phrase, "population \(tables.populations[row].name)"))
    }
    if let contested = finder.contested(in: frame), !speakers.isEmpty {
      contest = tables.populations[contested.row].name
      trail.append(
        fired(tables.populations[contested.row].rule, contested.tokens, "contests the label"))
    }
  }

  private mutating func findTimes() {
    let finder = ClaimTimeFinder(context: context, layers: layers, hits: hits)
    let times = finder.times(of: frame, bearing, speakers)
    proposition.asOf = times.asOf
    proposition.asOfBasis = times.basis
    proposition.eventTime = times.event
    proposition.window = times.window
    if times.isFlow, proposition.measure == .cumulative { proposition.measure = .flow }
    if frame.quantity.kind == .ordinal { proposition.measure = .ordinal }
    trail += times.trail
    findOtherEvent(times)
  }

  /// A figure dated long before publication, or set beside by words such as `a similar attack in`,
  /// belongs to another event than the article's own.
  private mutating func findOtherEvent(_ times: FigureTimes) {
    if let event = times.event, isPast(event) {
      proposition.otherEvent = "dated \(event.value) by the text"
    } else if let window = times.window, window.latest == nil, isLongAgo(window), isSinceClause() {
      proposition.otherEvent = "counted since \(window.value)"
    }
    for hit in hits {
      guard case .otherEvent = hit.phrase, isInReach(hit.tokens) else { continue }
      proposition.otherEvent = "\"\(draft.words(hit.tokens))\""
    }
  }

  /// Whether a time lies too far back for the article's own story; for a year that means any year
  /// before that of publication.
  private func isPast(_ time: TimeValue) -> Bool {
    guard let published = draft.document.published?.earliest else { return false }
    if time.value.utf8.count == 4, let last = time.latest, time.type == .date {
      return last.day.number < published.day.number
    }
    guard let last = time.latest ?? time.earliest else { return false }
    return published.day.number - last.day.number > Self.daysOfOneStory
  }

  /// Whether a count began long before the article's story: `have died since 2006`.
  private func isLongAgo(_ window: TimeValue) -> Bool {
    guard let first = window.earliest, let published = draft.document.published?.earliest else {
      return false
    }
    return published.day.number - first.day.number > 5 * Self.daysOfOneStory
  }

  /// Whether `since …` stands in the figure's own clause: `the worst since 1995, killing 33` counts
  /// nothing since then.
  private func isSinceClause() -> Bool {
    layers.times.contains { row in
      guard draft.timeRelations.indices.contains(row), draft.timeRelations[row] == .since else {
        return false
      }
      let time = draft.times[row].tokens
      let lower = min(time.end, frame.phrase.end)
      let upper = max(time.start, frame.phrase.start)
      return lower > upper || !(lower..<upper).contains { draft.classes[$0] == .mark }
    }
  }

  /// Whether words of another event stand before the figure or right behind it in its clause.
  private func isInReach(_ words: TokenRange) -> Bool {
    if words.end <= frame.number.start { return frame.number.start - words.end < 14 }
    guard words.start >= frame.phrase.end, words.start - frame.phrase.end < 12 else { return false }
    return !(frame.phrase.end..<words.start).contains {
      draft.classes[$0] == .mark || lexicon.tags(draft.tokens[$0].word).has(.clauseBorder)
    }
  }

  /// A figure for a time further back than this many days belongs to another event: news of one
  /// story seldom counts over more than two months.
  static let daysOfOneStory = 75

  private mutating func findModality() {
    let finder = ModalityFinder(context: context, layers: layers)
    proposition.modality = finder.modality(frame, bearing, measure: proposition.measure)
    proposition.positive = finder.isPositive(bearing)
    hedges = finder.hedges(frame, bearing)
    if let topic = tables.topic(named: proposition.topic), let own = tables.topics[topic].modality {
      proposition.modality = own
    } else if proposition.modality == .plan || proposition.modality == .promise || isPromised() {
      promote()
    }
  }

  /// `the pledge to release all`, `120 million in aid promised by …`: a word of the topic that needs
  /// this one stands right before the infinitive or right behind the figure.
  private func isPromised() -> Bool {
    hits.contains { hit in
      guard case .topic(let row, _) = hit.phrase, tables.topics[row].needs == proposition.topic,
        proposition.topic != nil
      else { return false }
      if let start = bearing?.tokens.start, hit.tokens.end == start - 1,
        draft.classes[start - 1] == .to
      {
        return true
      }
      let behind = hit.tokens.start - frame.phrase.end
      return (0...3).contains(behind) && draft.classes[hit.tokens.start] == .verbParticiple
    }
  }

  /// `promised to free`, `would be freed`: the topic that needs this one, if the rules have one.
  private mutating func promote() {
    guard let needed = proposition.topic,
      let topic = tables.topics.first(where: { $0.needs == needed })
    else { return }
    proposition.topic = topic.name
    proposition.modality = topic.modality ?? proposition.modality
    proposition.measure = topic.measure
    trail.append(fired(topic.rule, frame.phrase, "topic \(topic.name), of \(needed)"))
  }

  /// The claim, or `nil` when nothing tells what the number is about.
  func claim() -> Claim? {
    if frame.quantity.kind == .ordinal, proposition.topic == nil { return nil }
    let text = draft.text
    let span = draft.bytes(frame.phrase)
    let sentence = draft.bytes(frame.sentence)
    let chains = ChainFinder(context: context, layers: layers)
    var about = proposition
    about.quantity = frame.quantity
    // A `magnitude 6.4 earthquake` counts no earthquakes.
    if frame.quantity.kind == .count, let stated = frame.quantity.stated, stated.exponent < 0 {
      about.quantity?.kind = .other
      about.quantity?.unit = nil
    }
    return Claim(
      id: claimIdentity(
        document: text.name, sentence: text.bytes[sentence.start..<sentence.end], span: span,
        start: sentence.start, frame: "figure"),
      kind: .figure, span: draft.evidence(span), sentence: draft.evidence(sentence),
      zone: frame.zone, proposition: about,
      chain: chains.chain(speakers) + (counter.map { [$0] } ?? []),
      mode: counter == nil ? mode : .implicit,
      quote: chains.quote(around: draft.bytes(frame.number)).map { draft.words($0.inner) },
      hedges: hedges, contestsLabel: contest, credits: draft.credits(layers), trail: trail)
  }
}

extension Draft {
  /// A stretch with its line and words.
  func evidence(_ range: ByteRange) -> Evidence {
    Evidence(range: range, line: text.line(at: range.start), text: text.text(range))
  }

  /// The outlets that a sentence credits.
  func credits(_ layers: SentenceLayers) -> [String] {
    layers.attributions.filter { attributions[$0].strength == .credit }
      .compactMap { attributions[$0].speaker?.name }
  }
}
