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

  /// `898 cases` in an article on an illness: of those infected.
  func casesTopic() -> Int? {
    guard context.isOfDisease, let unit = frame.unit, unit.count > 0,
      tables.caseNouns.contains(draft.tokens[unit.end - 1].word)
    else { return nil }
    return tables.topic(named: "infected")
  }
}
