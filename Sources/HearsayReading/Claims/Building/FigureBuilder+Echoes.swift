import HearsayCore
import HearsayText

// Figures that stand for one given before, or go on with it.
extension FigureBuilder {
  /// `the 17 pieces`, `one of its nine carriages`: a number told before, of the same noun.
  func isNamesake(_ other: Proposition) -> Bool {
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

  mutating func goBack(to other: Proposition) {
    proposition.topic = other.topic
    proposition.measure = other.measure
    proposition.terms = Set(proposition.terms + other.terms).sorted()
    trail.append(fired("english/claims.echoes", frame.number, "goes back to a figure before"))
  }

  /// The figure that a number without words of its own stands for.
  func echoed(_ recent: [EchoSource]) -> EchoSource? {
    guard !recent.isEmpty else { return nil }
    let finder = EchoFinder(context: context, frame: frame, times: layers.times)
    return finder.echoes() ? finder.source(recent) : nil
  }

  /// `the families who sleep in ruined huts say 25`: the number is what they say, and the verb
  /// before belongs to them.
  func outright(_ topic: Bearing?, _ recent: [EchoSource]) -> EchoSource? {
    guard let topic, let row = topic.topic, topic.tokens.end <= frame.number.start,
      draft.classes[topic.tokens.start].isVerb || !tables.traits[row].ofPeople
    else { return nil }
    let finder = EchoFinder(context: context, frame: frame, times: layers.times)
    return finder.isSaidOutright() ? finder.source(recent) : nil
  }

  /// `the figure of 22 is wrong`: of what was counted in numbers like it.
  func figureSource(_ recent: [EchoSource]) -> EchoSource? {
    EchoFinder(context: context, frame: frame, times: layers.times).figureSource(recent)
  }

  mutating func echo(_ source: EchoSource) {
    proposition.topic = source.about.topic
    proposition.measure = source.about.measure
    proposition.predicate = source.about.predicate ?? proposition.predicate
    proposition.terms = Set(proposition.terms + source.about.terms).sorted()
    if frame.unit == nil { counted = source.about.populationText }
    if isShorterList(than: source) { proposition.part = draft.words(frame.phrase) }
    trail.append(fired("english/claims.echoes", frame.number, "stands for a figure before"))
  }

  /// `more than 700 were detained. It published a list with 521 names`: not all of those just told
  /// are on it.
  private func isShorterList(than source: EchoSource) -> Bool {
    guard frame.isOfNames, !isHad || isByPronoun, let size = source.size, let own = frame.size
    else {
      return false
    }
    return own < size && frame.sentence.start - source.sentence.end < 4
  }

  /// `The group has 84 names`: its own count, and no list of some of those told.
  private var isHad: Bool {
    frame.number.start > frame.sentence.start && draft.classes[frame.number.start - 1] == .have
  }

  /// `It has 84 names`: of the body just told of, whose own number came before.
  private var isByPronoun: Bool {
    (frame.sentence.start..<frame.number.start).contains {
      draft.classes[$0] == .subjectPronoun || draft.classes[$0] == .possessive
    }
  }

  mutating func follow(_ last: FormerFigure) {
    proposition.topic = last.about.topic
    proposition.measure = last.about.measure
    proposition.predicate = proposition.predicate ?? last.about.predicate
  }

  /// `bringing the total to 590`: counts what was counted before, in no words of its own.
  mutating func stand(for last: FormerFigure) {
    guard frame.unit == nil else { return }
    proposition.terms = Set(proposition.terms + last.about.terms).sorted()
    counted = last.about.populationText
  }

  /// `Ten died at the scene and two in hospital`: the noun and the verb are those of the figure
  /// before, and the place behind it tells nothing new.
  func isGapped(after last: FormerFigure, _ topic: Bearing?) -> Bool {
    guard let unit = frame.unit, unit.end <= frame.number.start, last.about.topic != nil,
      last.frame.sentence == frame.sentence, last.frame.unit == unit
    else { return false }
    return topic.map { $0.tokens.start == frame.number.end } ?? true
  }

  /// `was raised to six that afternoon, and to seven early on Sunday`: the verb and what it moves
  /// are those of the figure before.
  func isSameMove(after last: FormerFigure) -> Bool {
    let link = frame.number.start - 1
    guard frame.unit == nil, last.frame.unit == nil, last.about.topic != nil,
      last.frame.sentence == frame.sentence, link - 1 > last.frame.number.end,
      isTarget(frame), isTarget(last.frame)
    else { return false }
    let joined = draft.classes[link - 1]
    return joined == .conjunction || joined == .mark || joined == .adverb
  }

  private func isTarget(_ other: FigureFrame) -> Bool {
    let link = other.number.start - 1
    return link > other.sentence.start && tables.toWords.contains(draft.tokens[link].word)
  }

  /// `put the figure at 60`, `the toll`: the noun stands for a number given before.
  func isAnaphor(_ noun: Bearing?) -> Bool {
    guard let noun, noun.topic == nil else { return false }
    return lexicon.tags(draft.tokens[noun.tokens.start].word).has(.figureNoun)
      && !followedByOf(noun.tokens.end) && !countsAnew(noun.tokens.end)
  }

  /// `a total of 346 people` says itself who is counted.
  func countsAnew(_ row: Int) -> Bool {
    row == frame.phrase.start - 1 && tables.ofWords.contains(draft.tokens[row].word)
      && (frame.unit != nil || hasOwnTopic)
  }

  /// `A total of 104 were released`, and not `the figure of 22 was withdrawn`.
  private var hasOwnTopic: Bool {
    guard let verb = bearings.ownVerb(frame) else { return false }
    return hits.contains { $0.isTopic && $0.tokens.contains(verb) }
  }

  func followedByOf(_ row: Int) -> Bool {
    row < frame.sentence.end && draft.classes[row] == .preposition
      && row + 1 < frame.phrase.start && draft.classes[row + 1] == .noun
  }

  /// Whether a figure stands in this sentence or the one before.
  func isRecent(_ other: FigureFrame) -> Bool {
    frame.sentence.start - other.sentence.end < 4 || other.sentence == frame.sentence
  }

  /// Whether a noun such as `the sum` may still stand for a figure: a paragraph away at most.
  func isNear(_ other: FigureFrame) -> Bool {
    frame.sentence.start - other.sentence.end < 60
  }

  /// Whether the clause speaks of those counted just before: `They included three …`.
  func refersBack(_ other: FigureFrame) -> Bool {
    guard isRecent(other), isLike(other.quantity.kind) else { return false }
    let start = frame.sentence.start
    let subject =
      draft.classes[start] == .subjectPronoun
      && !tables.emptySubjects.contains(draft.tokens[start].word)
    return subject && frame.number.start - start <= 3
  }
}
