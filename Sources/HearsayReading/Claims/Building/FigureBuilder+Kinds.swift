import HearsayCore
import HearsayText

// Topics that the kind of figure tells: terms of prison, attackers, cases of an illness.
extension FigureBuilder {
  /// `sentenced in 2022 to 12 years`, `jailed six others for between four and 15 years`.
  mutating func findTerm() {
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

  /// `put the casualties at 27`, `the number of victims exceeds 100`: of whom the figure before told.
  mutating func findVictims(_ noun: Bearing?, _ recent: [EchoSource]) {
    guard let noun, frame.unit == nil, noun.tokens.count > 0,
      tables.victimNouns.contains(draft.tokens[noun.tokens.end - 1].word)
    else { return }
    let harmed = recent.filter { $0.about.topic.map(tables.harmTopics.contains) ?? false }
    if let source = figureSource(harmed) { echo(source) }
  }

  /// `131 pupils were taken`, in an article on a kidnapping.
  mutating func findTaken(_ verb: Bearing?) {
    guard context.isOfAbduction, frame.quantity.kind == .count, let verb,
      verb.tokens.start >= frame.phrase.end,
      tables.takingVerbs.contains(draft.facts[verb.tokens.start].lemma),
      bearings.isPassive(verb.tokens.start), !isThing,
      frame.unit.map({ tables.isPerson(draft.tokens[$0.end - 1]) }) ?? true,
      !isTakenTo(verb.tokens.end), let topic = tables.topic(named: "kidnapped")
    else { return }
    take(
      topic: topic,
      Bearing(topic: topic, tokens: verb.tokens, cost: 0, rule: "built-in/predicate.verb"))
  }

  /// `were taken to hospital`, `were taken into custody`.
  private func isTakenTo(_ row: Int) -> Bool {
    row < frame.sentence.end
      && (draft.classes[row] == .to || tables.toWords.contains(draft.tokens[row].word)
        || draft.facts[row].tags.has(.claimTrigger) && draft.classes[row].isVerb)
  }

  var isDoer: Bool { DoerFinder(context: context, hits: hits, frame: frame).isDoer() }

  /// `Four men robbed the bank`: the topic is of what they did, and not of them.
  func isDoneByThem(_ topic: Int) -> Bool {
    let traits = tables.traits[topic]
    return !traits.ofPeople && !traits.fromStory && frame.quantity.kind == .count && isDoer
  }

  /// `Three gunmen killed 12 people`, `six masked men robbed a bank`, `the raiders were five`.
  mutating func findDoers() {
    guard let topic = tables.topic(named: "attackers"), !tables.traits[topic].fromStory,
      isDoer
    else { return }
    proposition.topic = tables.topics[topic].name
    proposition.measure = tables.topics[topic].measure
    trail.append(fired("english/claims.doers", frame.phrase, "topic", tables.topics[topic].name))
  }

  /// `300 officers arrested 295 people`: what they do to others does not happen to them.
  mutating func forgetDeed(_ verb: Bearing?) {
    guard let verb, verb.tokens.start >= frame.phrase.end, frame.quantity.kind == .count else {
      return
    }
    let fit = TopicFit(context: context, times: layers.times, others: otherPhrases)
    for hit in hits where hit.tokens.start == verb.tokens.start {
      guard case .topic(let topic, .verb) = hit.phrase, tables.traits[topic].ofPeople,
        fit.misfit(.verb, topic, at: hit.tokens, frame) == .doer
      else { continue }
      let deed = lexicon.lemma(draft.tokens[verb.tokens.start].word)
      if proposition.predicate == deed { proposition.predicate = nil }
      proposition.terms.removeAll { $0 == deed }
      return
    }
  }

  /// `898 cases` in an article on an illness: of those infected.
  func casesTopic() -> Int? {
    guard context.isOfDisease, let unit = frame.unit, unit.count > 0,
      tables.caseNouns.contains(draft.tokens[unit.end - 1].word)
    else { return nil }
    return tables.topic(named: "infected")
  }
}
