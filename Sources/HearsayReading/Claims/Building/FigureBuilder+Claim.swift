import HearsayCore
import HearsayText

// From what was worked out of a figure to its claim.
extension FigureBuilder {
  /// The claim, or `nil` when nothing tells what the number is about.
  func claim() -> Claim? {
    if proposition.topic == nil, needsTopic { return nil }
    let chains = ChainFinder(context: context, layers: layers)
    let span = draft.bytes(frame.phrase)
    let own = speakers.isEmpty && counter == nil ? context.ownStatement : nil
    let steps = steps(chains, own)
    return Claim(
      id: draft.identity(of: span, layers, "figure"), kind: .figure,
      span: draft.evidence(span), sentence: draft.evidence(draft.bytes(frame.sentence)),
      zone: frame.zone, proposition: about(),
      chain: steps,
      mode: counter == nil && own == nil ? mode : .implicit,
      quote: chains.quoted(frame),
      hedges: hedges, contestsLabel: contest, credits: draft.credits(layers),
      trail: own.map { trail + [fired(own: $0)] } ?? trail)
  }

  /// Who says it; where a body's statement speaks, what it says of itself is its own.
  private func steps(_ chains: ChainFinder, _ own: ChainStep?) -> [ChainStep] {
    var steps = chains.chain(speakers)
    if let counter { steps = chains.resolved(steps + [counter]) }
    if let own { steps.append(own) }
    if let body = context.ownStatement, let last = steps.last, isOurs(last) {
      steps[steps.count - 1].speaker = body.speaker
    }
    return steps
  }

  /// `We recorded`, `our monitors` outside quotation marks, where a body's statement speaks.
  private func isOurs(_ step: ChainStep) -> Bool {
    guard let range = step.range else { return false }
    let row = draft.token(atOrAfter: range.start)
    return draft.tokens.indices.contains(row)
      && tables.firstPlural.contains(draft.tokens[row].word)
      && !layers.quotes.contains { draft.quotes[$0].tokens.contains(row) }
  }

  private func fired(own step: ChainStep) -> RuleFiring {
    RuleFiring(
      rule: OwnStatement.rule, range: step.range ?? draft.bytes(frame.number), note: "said by",
      step.speaker.name)
  }

  /// A place in an order, one person and none are claims only where it is told of what.
  private var needsTopic: Bool {
    frame.quantity.kind == .ordinal || frame.rule == SinglePersonFinder.rule
      || frame.rule == LooseFigureFinder.loneRule
      || frame.rule == ZeroFinder.rule && frame.unit == nil && proposition.predicate == nil
  }

  private func about() -> Proposition {
    var about = proposition
    about.quantity = frame.quantity
    if frame.quantity.kind == .measure, let unit = frame.quantity.unit,
      let name = tables.unitNames[unit.lowercased()]
    {
      about.quantity?.unit = name
    }
    // A `magnitude 6.4 earthquake` counts no earthquakes.
    if frame.quantity.kind == .count, let stated = frame.quantity.stated, stated.exponent < 0 {
      about.quantity?.kind = .other
      about.quantity?.unit = nil
    }
    return about
  }
}

extension ClaimLayers {
  /// A stretch with its line and words.
  func evidence(_ range: ByteRange) -> Evidence { Evidence(range, in: text) }

  /// The outlets that a sentence credits.
  func credits(_ layers: SentenceLayers) -> [String] {
    var names: [String] = []
    for row in layers.attributions where attributions[row].strength == .credit {
      if let name = attributions[row].speaker?.name { names.append(name) }
    }
    return names
  }
}
