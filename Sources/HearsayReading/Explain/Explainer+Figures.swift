import HearsayCore
import HearsayText

// Each figure of a sentence against each topic word: what bore on it and what did not.
extension Explainer {
  /// Also takes the claim reader on by one sentence, for later figures go on with earlier ones.
  func figures(_ row: Int, _ claims: inout ClaimReader) -> [ExplainedStep] {
    let layers = claims.index.layers[row]
    let hits = claims.hits(layers)
    let frames = claims.frames(layers, hits)
    var steps: [ExplainedStep] = []
    for frame in frames {
      guard claims.isClaimed(frame, layers, hits) else {
        steps.append(unclaimed(frame))
        continue
      }
      let others = frames.filter { $0.number != frame.number }.map(\.phrase)
      let figure = claims.figure(frame, hits, layers, others)
      steps += bearings(figure)
      steps.append(outcome(figure))
      claims.add(frame, hits, layers, others)
    }
    return steps
  }

  private func unclaimed(_ frame: FigureFrame) -> ExplainedStep {
    let reason =
      switch frame.quantity.kind {
      case .age: "an age counts nothing"
      case .other: "a bare number counts nothing"
      default: "they are who speaks, and are not counted"
      }
    return ExplainedStep(
      .figure, .failed, rule: frame.rule, draft.bytes(frame.phrase), reason,
      figure: draft.bytes(frame.phrase))
  }

  /// More topic words than this of one sentence nobody reads.
  private static let mostHits = 60

  /// One step for each topic word of the sentence.
  private func bearings(_ figure: FigureBuilder) -> [ExplainedStep] {
    let finder = figure.bearings
    let frame = figure.frame
    let winner = finder.topicBearing(frame)
    return figure.hits.prefix(Self.mostHits).compactMap { hit in
      guard case .topic(let row, let word) = hit.phrase else { return nil }
      let topic = reader.claims.topics[row]
      let won = winner.map { $0.tokens == hit.tokens && $0.topic == row } ?? false
      let note = won ? whyTaken(figure, winner) : whyPassed(hit, word, row, finder, frame, winner)
      return ExplainedStep(
        .bearing, won && note == nil ? .fired : .matched, rule: topic.rule,
        draft.bytes(hit.tokens), note ?? "bears on it, at cost \(winner?.cost ?? 0)",
        topic: topic.name, figure: draft.bytes(frame.phrase))
    }
  }

  /// Why the nearest topic word is not the figure's topic after all; `nil` when it is.
  private func whyTaken(_ figure: FigureBuilder, _ winner: Bearing?) -> String? {
    if figure.isBase() { return "the figure is only what another one is taken from" }
    if figure.isAnaphor(figure.bearings.nounBearing(figure.frame)) {
      return "the figure stands for one given before"
    }
    let topic = winner?.topic.map { reader.claims.topics[$0].name }
    guard let about = figure.claim()?.proposition, about.topic != topic else { return nil }
    if let row = reader.claims.topic(named: about.topic), reader.claims.topics[row].needs == topic {
      return "bears on it, but it is promised: \(reader.claims.topics[row].rule) takes it"
    }
    if about.part != nil { return "it is a part of a figure before, and has that one's topic" }
    return "the claim went to \(about.topic ?? "no topic")"
  }

  private func whyPassed(
    _ hit: ClaimHit, _ word: TopicWord, _ topic: Int, _ finder: BearingFinder,
    _ frame: FigureFrame, _ winner: Bearing?
  ) -> String {
    if finder.isTaken(hit.tokens) { return "it stands inside another figure's words" }
    let fit = TopicFit(context: context, times: finder.times, others: finder.otherPhrases)
    if let misfit = fit.misfit(word, topic, at: hit.tokens, frame) {
      return misfit.reason(draft.words(hit.tokens), frame)
    }
    guard let cost = finder.cost(of: hit.tokens, word, to: frame) else {
      return "it cannot bear on it"
    }
    if cost > BearingFinder.most {
      return "too far: cost \(cost), the most is \(BearingFinder.most)"
    }
    guard let winner else { return "cost \(cost)" }
    let name = winner.topic.map { reader.claims.topics[$0].name } ?? "-"
    return
      "'\(draft.words(winner.tokens))' (\(name)) is nearer: cost \(winner.cost) against \(cost)"
  }

  private func outcome(_ figure: FigureBuilder) -> ExplainedStep {
    let range = draft.bytes(figure.frame.phrase)
    guard let claim = figure.claim() else {
      return ExplainedStep(
        .figure, .failed, rule: figure.frame.rule, range,
        "a place in an order counts only beside a topic", figure: range)
    }
    let about = claim.proposition
    var notes = [about.topic.map { "topic \($0)" } ?? "no topic of the rules"]
    if about.topic == nil, let predicate = about.predicate { notes.append("about '\(predicate)'") }
    if let part = about.part { notes.append("a part: \(part)") }
    if let other = about.otherEvent { notes.append("another event: \(other)") }
    return ExplainedStep(
      .figure, about.topic == nil ? .matched : .fired, rule: figure.frame.rule, range,
      notes.joined(separator: ", "), topic: about.topic, figure: range)
  }
}

extension Misfit {
  /// The reason in words.
  func reason(_ words: String, _ frame: FigureFrame) -> String {
    switch self {
    case .kind: "'\(words)' has nothing to say of \(kind(frame.quantity.kind))"
    case .fraction: "people are not counted in fractions"
    case .thing: "people are counted by it, no such things"
    case .otherVerb: "the figure is the object of another verb"
    case .possessor: "the figure is a possessor"
    case .denied: "the figure is denied"
    case .place: "the figure is a place in which it happens"
    case .doer: "the figure is who does it, not whom it is done to"
    case .notObject: "the figure is no object of '\(words)'"
    case .otherClause: "a verb stands between '\(words)' and the figure"
    case .describesAnother: "'\(words)' describes another noun"
    }
  }

  private func kind(_ kind: QuantityKind) -> String {
    switch kind {
    case .money: "sums of money"
    case .measure: "measures"
    case .percent: "shares"
    case .ordinal: "a place in this order"
    default: "such numbers"
    }
  }
}
