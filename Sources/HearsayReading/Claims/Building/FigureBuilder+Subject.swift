import HearsayCore
import HearsayText

// What a figure is about: topic, predicate, whom it counts.
extension FigureBuilder {
  /// What looks for the word that bears on the figure.
  var bearings: BearingFinder {
    BearingFinder(
      context: context, hits: hits, attributions: layers.attributions,
      otherPhrases: otherPhrases, times: layers.times)
  }

  /// What the figure says of its own people.
  var ownState: OwnState {
    OwnState(context: context, frame: frame, hits: hits, otherPhrases: otherPhrases)
  }

  mutating func findSubject(
    _ last: FormerFigure?, _ like: FormerFigure?, _ recent: [EchoSource]
  ) {
    let finder = bearings
    let own = ownState
    let state = own.bearing()
    let isCountedAside = CountedAside(context: context, frame: frame).isAside()
    let topic = state ?? (isCountedAside ? nil : own.kept(finder.topicBearing(frame)))
    let noun = finder.risingSubject(frame) ?? finder.nounBearing(frame)
    let verb = finder.verbBearing(frame)
    bearing = topic ?? noun ?? verb
    let isVerb = noun.map { noun in verb.map { $0.cost < noun.cost } ?? false } ?? true
    proposition.predicate = ((isVerb ? verb : noun) ?? topic).map {
      lexicon.lemma(draft.tokens[$0.tokens.start].word)
    }
    proposition.terms = TermFinder(context: context).terms(
      frame, topic?.tokens, noun?.tokens, verb?.tokens)
    if isBase() {
      bearing = finder.baseBearing(frame)
      if let bearing, let row = bearing.topic { take(topic: row, bearing) }
      bearing = bearing ?? noun ?? verb
    } else if let source = outright(topic, recent) {
      echo(source)
    } else if let last, state == nil, isGapped(after: last, topic) || isSameMove(after: last) {
      follow(last)
    } else if let topic, let row = topic.topic, state != nil || !isAnaphor(noun),
      !isDoneByThem(row)
    {
      take(topic: row, topic)
    } else if let source = echoed(recent) {
      echo(source)
    } else if isAnaphor(noun),
      like?.frame.sentence != frame.sentence || like?.about.topic == nil,
      let source = figureSource(recent)
    {
      echo(source)
    } else if isAnaphor(noun), let like, isNear(like.frame) {
      follow(like)
      stand(for: like)
    } else if let last, frame.isGapped {
      follow(last)
    } else if let last, !isThing, !isCountedAside, continues(last.frame) || refersBack(last.frame) {
      follow(last)
    }
    if let infected = casesTopic() { take(cases: infected) }
    if frame.isScale, let row = tables.topic(named: "magnitude") { take(cases: row) }
    if proposition.topic == nil { findVictims(noun, recent) }
    if proposition.topic == nil { findTaken(verb) }
    if proposition.topic == nil { findTerm() }
    if proposition.topic == nil { findDoers() }
    if proposition.topic == nil, let namesake, isNamesake(namesake.proposition) {
      goBack(to: namesake.proposition)
    }
    if proposition.topic == nil, let row = tables.topic(named: "magnitude"),
      BareMagnitude(context: context, frame: frame).isOne()
    {
      take(cases: row)
    }
    if proposition.topic == nil { forgetDeed(verb) }
    if let last, isElliptical(after: last.frame) { takeTerms(last.about) }
    findPart(last)
    findMembership()
    findRate(last)
    findPlacePart(last)
    findAddition(last)
    findException()
    if isPassed(finder) {
      frame.quantity.interval.high = nil
      frame.quantity.interval.lowOpen = true
    }
  }

  /// `Deaths passed 100`, `the toll has crossed 1,000`: what is counted goes beyond the number.
  private func isPassed(_ finder: BearingFinder) -> Bool {
    guard frame.quantity.kind == .count, let stated = frame.quantity.stated,
      frame.quantity.interval == Interval(exactly: stated)
    else { return false }
    var row = frame.number.start - 1
    while row > frame.sentence.start,
      draft.classes[row] == .adverb || draft.classes[row] == .determiner
    { row -= 1 }
    return row > frame.sentence.start && tables.passingVerbs.contains(draft.facts[row].lemma)
      && draft.classes[row] != .noun && finder.risingSubject(frame) != nil
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
      if hasDescriptor() { return false }
      return otherPhrases.contains { (1...3).contains($0.start - frame.phrase.end) }
    }
    let counts = isAmount(row - 1) || otherPhrases.contains { $0.start == row - 1 }
    return counts && otherPhrases.contains { $0.start < row && row - $0.start <= 4 }
  }

  /// `Of the 638 who fled`, `Of the 477 freed`: what became of the whole is told with it.
  func hasDescriptor() -> Bool {
    let next = frame.phrase.end
    guard next < frame.sentence.end else { return false }
    if draft.classes[next] == .relative { return true }
    return hits.contains { $0.tokens.start == next && $0.isTopic }
  }

  mutating func take(cases row: Int) {
    let topic = tables.topics[row]
    take(topic: row, Bearing(topic: row, tokens: frame.phrase, cost: 0, rule: topic.rule))
  }

  mutating func take(topic row: Int, _ bearing: Bearing) {
    proposition.topic = tables.topics[row].name
    proposition.measure = tables.topics[row].measure
    trail.append(fired(bearing.rule, bearing.tokens, "topic", tables.topics[row].name))
  }

  /// A bare number or a part right after a figure in the same sentence goes on with its subject.
  func continues(_ other: FigureFrame) -> Bool {
    other.sentence == frame.sentence && frame.number.start - other.phrase.end <= 8
      && isLike(other.quantity.kind) && !isDoerOrPlace() && bearings.ownVerb(frame) == nil
      && !hasClause(after: other.phrase.end) && !isLeft && !opensClause
      && !ownState.opensClause(behind: other.phrase.end)
      && !TopicFit(context: context).hasOwnVerb(after: other.phrase.end, frame)
  }

  /// `; the other eight appeared before a judge`.
  private var hasVerbBehind: Bool {
    let next = frame.phrase.end
    return next < frame.sentence.end && draft.classes[next].isVerb
  }

  /// `, and three men are still in the mine`: a clause with a subject and a verb of its own.
  var opensClause: Bool {
    var (before, next) = (frame.number.start - 1, frame.phrase.end)
    while before > frame.sentence.start, draft.classes[before] == .determiner { before -= 1 }
    while next < frame.sentence.end, draft.classes[next] == .adverb { next += 1 }
    guard before > frame.sentence.start, next < frame.sentence.end,
      draft.classes[before] == .conjunction
    else { return false }
    return [.be, .have, .modal].contains(draft.classes[next])
  }

  /// `19 escaped, leaving 99 in the forest`.
  private var isLeft: Bool {
    let row = frame.number.start - 1
    return row > frame.sentence.start && draft.classes[row] == .verbIng
      && tables.leavingVerbs.contains(draft.facts[row].lemma)
  }

  /// `two were killed when 200 officers moved in`: the clause between has its own subject.
  func hasClause(after end: Int) -> Bool {
    let start = frame.phrase.start
    return end < start
      && (end..<start).contains {
        draft.classes[$0] == .subordinator || tables.clauseWords.contains(draft.tokens[$0].word)
          || isSemicolon($0) && hasVerbBehind
      }
  }

  /// `two attacks` are no people, whoever was counted before.
  var isThing: Bool { TopicFit(context: context).isThing(frame) }

  /// `were killed by 40 soldiers`, `106 protesters in 21 cities`: counted beside, not with them.
  func isDoerOrPlace() -> Bool {
    let row = frame.phrase.start - 1
    guard row >= frame.sentence.start else { return false }
    let word = draft.tokens[row].word
    return tables.doerWords.contains(word)
      || (frame.unit != nil && tables.placeWords.contains(word))
  }

  /// A ransom is no number of hostages: only what is counted alike goes on.
  func isLike(_ kind: QuantityKind) -> Bool {
    frame.quantity.kind == kind || frame.quantity.kind == .percent
      || frame.quantity.kind == .ordinal || kind == .ordinal
  }

  /// `4,300 jobs in France, 3,700 in Germany`: a number without noun goes on with the noun before.
  func isElliptical(after other: FigureFrame) -> Bool {
    frame.unit == nil && frame.quantity.kind == .count && other.quantity.kind == .count
      && other.sentence == frame.sentence && frame.number.start - other.phrase.end <= 8
  }

  mutating func takeTerms(_ about: Proposition) {
    proposition.terms = Set(proposition.terms + about.terms).sorted()
    proposition.predicate = about.predicate ?? proposition.predicate
  }
}
