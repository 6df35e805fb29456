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

  mutating func findSubject(
    _ last: FormerFigure?, _ like: FormerFigure?, _ recent: [EchoSource]
  ) {
    let finder = bearings
    let topic = finder.topicBearing(frame)
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
    } else if let last, isGapped(after: last, topic) {
      follow(last)
    } else if let topic, let row = topic.topic, !isAnaphor(noun), !isDoneByThem(row) {
      take(topic: row, topic)
    } else if let source = echoed(recent) {
      echo(source)
    } else if isAnaphor(noun), like?.frame.sentence != frame.sentence,
      let source = figureSource(recent)
    {
      echo(source)
    } else if isAnaphor(noun), let like, isNear(like.frame) {
      follow(like)
      stand(for: like)
    } else if let last, frame.isGapped {
      follow(last)
    } else if let last, !isThing, continues(last.frame) || refersBack(last.frame) {
      follow(last)
    }
    if let infected = casesTopic() { take(cases: infected) }
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
    if let last, isElliptical(after: last.frame) { takeTerms(last.about) }
    findPart(last)
    findMembership()
    findRate(last)
    findPlacePart(last)
    findAddition(last)
    findException()
  }

  /// `the 17 pieces`, `one of its nine carriages`: a number told before, of the same noun.
  private func isNamesake(_ other: Proposition) -> Bool {
    guard frame.quantity.kind == other.quantity?.kind, frame.quantity.vague == nil,
      let unit = frame.unit,
      unit.count > 0, frame.phrase.start > frame.sentence.start
    else { return false }
    let before = frame.phrase.start - 1
    guard
      tables.thoseWords.contains(draft.tokens[before].word)
        || draft.classes[before] == .possessive
    else { return false }
    return other.terms.contains(lexicon.lemma(draft.tokens[unit.end - 1].word))
  }

  private mutating func goBack(to other: Proposition) {
    proposition.topic = other.topic
    proposition.measure = other.measure
    proposition.terms = Set(proposition.terms + other.terms).sorted()
    trail.append(fired("english/claims.echoes", frame.number, "goes back to a figure before"))
  }

  /// `sentenced in 2022 to 12 years`, `jailed six others for between four and 15 years`.
  private mutating func findTerm() {
    guard let topic = tables.topic(named: "sentence"), frame.quantity.kind == .measure,
      let unit = frame.quantity.unit, tables.spanNames.contains(unit),
      frame.number.start > frame.sentence.start,
      tables.termLinks.contains(draft.tokens[frame.number.start - 1].word)
    else { return }
    let lowest = max(frame.sentence.start, frame.number.start - 14)
    let sentences = (lowest..<frame.number.start - 1).contains {
      tables.sentencingVerbs.contains(draft.facts[$0].lemma) && draft.classes[$0].isVerb
    }
    guard sentences else { return }
    take(cases: topic)
  }

  private var isDoer: Bool { DoerFinder(context: context, hits: hits, frame: frame).isDoer() }

  /// `Four men robbed the bank`: the topic is of what they did, and not of them.
  private func isDoneByThem(_ topic: Int) -> Bool {
    let traits = tables.traits[topic]
    return !traits.ofPeople && !traits.fromStory && frame.quantity.kind == .count && isDoer
  }

  /// `Three gunmen killed 12 people`, `six masked men robbed a bank`, `the raiders were five`.
  private mutating func findDoers() {
    guard let topic = tables.topic(named: "attackers"), !tables.traits[topic].fromStory,
      isDoer
    else { return }
    proposition.topic = tables.topics[topic].name
    proposition.measure = tables.topics[topic].measure
    trail.append(fired("english/claims.doers", frame.phrase, "topic", tables.topics[topic].name))
  }

  /// The figure that a number without words of its own stands for.
  private func echoed(_ recent: [EchoSource]) -> EchoSource? {
    guard !recent.isEmpty else { return nil }
    let finder = EchoFinder(context: context, frame: frame, times: layers.times)
    return finder.echoes() ? finder.source(recent) : nil
  }

  /// `the families who sleep in ruined huts say 25`: the number is what they say, and the verb
  /// before belongs to them.
  private func outright(_ topic: Bearing?, _ recent: [EchoSource]) -> EchoSource? {
    guard let topic, let row = topic.topic, topic.tokens.end <= frame.number.start,
      draft.classes[topic.tokens.start].isVerb || !tables.traits[row].ofPeople
    else { return nil }
    let finder = EchoFinder(context: context, frame: frame, times: layers.times)
    return finder.isSaidOutright() ? finder.source(recent) : nil
  }

  /// `the figure of 22 is wrong`: of what was counted in numbers like it.
  private func figureSource(_ recent: [EchoSource]) -> EchoSource? {
    EchoFinder(context: context, frame: frame, times: layers.times).figureSource(recent)
  }

  private mutating func echo(_ source: EchoSource) {
    proposition.topic = source.about.topic
    proposition.measure = source.about.measure
    proposition.predicate = source.about.predicate ?? proposition.predicate
    proposition.terms = Set(proposition.terms + source.about.terms).sorted()
    if frame.unit == nil { counted = source.about.populationText }
    trail.append(fired("english/claims.echoes", frame.number, "stands for a figure before"))
  }

  /// `898 cases` in an article on an illness: of those infected.
  private func casesTopic() -> Int? {
    guard context.isOfDisease, let unit = frame.unit, unit.count > 0,
      tables.caseNouns.contains(draft.tokens[unit.end - 1].word)
    else { return nil }
    return tables.topic(named: "infected")
  }

  private mutating func follow(_ last: FormerFigure) {
    proposition.topic = last.about.topic
    proposition.measure = last.about.measure
    proposition.predicate = proposition.predicate ?? last.about.predicate
  }

  /// `bringing the total to 590`: counts what was counted before, in no words of its own.
  private mutating func stand(for last: FormerFigure) {
    guard frame.unit == nil else { return }
    proposition.terms = Set(proposition.terms + last.about.terms).sorted()
    counted = last.about.populationText
  }

  /// `Ten died at the scene and two in hospital`: the noun and the verb are those of the figure
  /// before, and the place behind it tells nothing new.
  private func isGapped(after last: FormerFigure, _ topic: Bearing?) -> Bool {
    guard let unit = frame.unit, unit.end <= frame.number.start, last.about.topic != nil,
      last.frame.sentence == frame.sentence, last.frame.unit == unit
    else { return false }
    return topic.map { $0.tokens.start == frame.number.end } ?? true
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
  private func hasDescriptor() -> Bool {
    let next = frame.phrase.end
    guard next < frame.sentence.end else { return false }
    if draft.classes[next] == .relative { return true }
    return hits.contains { $0.tokens.start == next && $0.isTopic }
  }

  private mutating func take(cases row: Int) {
    let topic = tables.topics[row]
    take(topic: row, Bearing(topic: row, tokens: frame.phrase, cost: 0, rule: topic.rule))
  }

  private mutating func take(topic row: Int, _ bearing: Bearing) {
    proposition.topic = tables.topics[row].name
    proposition.measure = tables.topics[row].measure
    trail.append(fired(bearing.rule, bearing.tokens, "topic", tables.topics[row].name))
  }

  /// A bare number or a part right after a figure in the same sentence goes on with its subject.
  private func continues(_ other: FigureFrame) -> Bool {
    other.sentence == frame.sentence && frame.number.start - other.phrase.end <= 8
      && isLike(other.quantity.kind) && !isDoerOrPlace() && bearings.ownVerb(frame) == nil
      && !opensClause(after: other.phrase.end)
      && !TopicFit(context: context).hasOwnVerb(after: other.phrase.end, frame)
  }

  /// `two were killed when 200 officers moved in`: the clause between has its own subject.
  private func opensClause(after end: Int) -> Bool {
    let start = frame.phrase.start
    return end < start
      && (end..<start).contains {
        draft.classes[$0] == .subordinator || tables.clauseWords.contains(draft.tokens[$0].word)
      }
  }

  /// `two attacks` are no people, whoever was counted before.
  private var isThing: Bool { TopicFit(context: context).isThing(frame) }

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

  /// `put the figure at 60`, `the toll`: the noun stands for a number given before.
  func isAnaphor(_ noun: Bearing?) -> Bool {
    guard let noun, noun.topic == nil else { return false }
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

  /// Whether a figure stands in this sentence or the one before.
  private func isRecent(_ other: FigureFrame) -> Bool {
    frame.sentence.start - other.sentence.end < 4 || other.sentence == frame.sentence
  }

  /// Whether a noun such as `the sum` may still stand for a figure: a paragraph away at most.
  private func isNear(_ other: FigureFrame) -> Bool {
    frame.sentence.start - other.sentence.end < 60
  }

  /// Whether the clause speaks of those counted just before: `They included three …`.
  private func refersBack(_ other: FigureFrame) -> Bool {
    guard isRecent(other), isLike(other.quantity.kind) else { return false }
    let start = frame.sentence.start
    let subject =
      draft.classes[start] == .subjectPronoun
      && !tables.emptySubjects.contains(draft.tokens[start].word)
    return subject && frame.number.start - start <= 3
  }

  /// `one man`, `a woman`: one person, no population of men.
  private var isOneOfAnyKind: Bool {
    guard frame.quantity.stated == .one, let unit = frame.unit, unit.count == 1,
      unit.start == frame.number.end || frame.rule == SinglePersonFinder.rule
    else { return false }
    return tables.anyPersons.contains(draft.tokens[unit.start].word)
  }

  /// `six of its soldiers were there and two of them died`: soldiers too.
  private func ofThem(_ last: FormerFigure?) -> String? {
    let end = frame.number.end
    guard let last, frame.quantity.kind == .count, last.frame.sentence == frame.sentence,
      end + 1 < frame.sentence.end, tables.ofWords.contains(draft.tokens[end].word),
      draft.classes[end + 1] == .objectPronoun || draft.classes[end + 1] == .relative
        || draft.classes[end + 1] == .whWord
    else { return nil }
    return last.about.populationText
  }

  mutating func findPopulation(_ last: FormerFigure?) {
    let finder = PopulationFinder(context: context, hits: hits)
    proposition.populationText = frame.unit.map { draft.words($0) } ?? counted ?? ofThem(last)
    if isOneOfAnyKind { proposition.populationText = tables.personNoun }
    let near = last.map { frame.sentence.start - $0.frame.sentence.end < 4 } ?? false
    // `a mass release` counts whom the release is of, and not those counted before.
    let isBare = frame.unit == nil && frame.quantity.kind == .count
    let continues = isPart || (near && isBare && frame.rule != LooseFigureFinder.mannerRule)
    let before = continues ? last?.about.population : nil
    let continued = tables.population(named: before)
    if let row = finder.population(of: frame, bearing, continued: continued) {
      proposition.population = tables.populations[row].name
      trail.append(
        fired(
          tables.populations[row].rule, frame.phrase, "population", tables.populations[row].name))
    }
    if let contested = finder.contested(in: frame), !speakers.isEmpty {
      contest = tables.populations[contested.row].name
      trail.append(
        fired(tables.populations[contested.row].rule, contested.tokens, "contests the label"))
    }
  }
}
