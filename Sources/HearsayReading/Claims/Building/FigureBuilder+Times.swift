import HearsayCore
import HearsayText

// When a figure holds, and whether it happened, is planned or promised.
extension FigureBuilder {
  mutating func findTimes(_ former: FormerFigure?) {
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
    if proposition.otherEvent == nil, times.event == nil, let former, goesOn(from: former) {
      proposition.otherEvent = former.about.otherEvent
      if proposition.eventTime == nil { proposition.eventTime = former.about.eventTime }
    }
  }

  mutating func findModality() {
    let finder = ModalityFinder(context: context, layers: layers)
    proposition.modality = finder.modality(frame, bearing, measure: proposition.measure)
    // `no arrests` counts none, and does not deny that it does.
    proposition.positive =
      frame.rule == ZeroFinder.rule || finder.isPositive(bearing)
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
    guard let needed = proposition.topic, let own = tables.topic(named: needed),
      let promise = tables.promise(of: own)
    else { return }
    let topic = tables.topics[promise]
    proposition.topic = topic.name
    proposition.modality = topic.modality ?? proposition.modality
    proposition.measure = topic.measure
    trail.append(fired(topic.rule, frame.phrase, "topic \(topic.name), of \(needed)"))
  }
}
