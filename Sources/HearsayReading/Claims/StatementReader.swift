import HearsayCore
import HearsayText

extension ClaimReader {
  /// Adds what is said in words: every attributed content that is quoted or holds no figure.
  mutating func readStatements() {
    for row in draft.attributions.indices where !draft.attributions[row].ownerless {
      guard let claim = statement(row) else { continue }
      claims.append(claim)
    }
    var outer: Int32 = 0
    for quote in draft.quotes where quote.kind == .speech && quote.tokens.upper > outer {
      outer = quote.tokens.upper
      if let claim = loose(quote) { claims.append(claim) }
    }
    // A claim is large: its row is sorted instead, equal ones in the order they were found.
    let order = claims.indices.sorted { one, other in
      let (a, b) = (claims[one].span.range, claims[other].span.range)
      return a < b || !(b < a) && one < other
    }
    claims.permute(order)
    relinkParts()
  }

  private func isAttributed(_ range: ByteRange, _ layers: SentenceLayers) -> Bool {
    layers.attributions.contains { row in
      draft.attributions[row].content.contains { $0.overlaps(range) }
    }
  }

  private func layers(at range: ByteRange) -> SentenceLayers? {
    draft.sentence(holding: draft.token(atOrAfter: range.start)).map { index.layers[$0] }
  }

  /// Whether a figure was read inside a stretch; spans are in order of start.
  private func holdsFigure(_ extent: ByteRange) -> Bool {
    let low = partitionPoint(figureSpans.count) { figureSpans[$0].start < extent.start }
    return low < figureSpans.count && extent.contains(figureSpans[low])
  }

  private func statement(_ row: Int) -> Claim? {
    let found = draft.attributions[row]
    guard let first = found.content.first, let layers = layers(at: first),
      layers.sentence.zone.isRead, layers.sentence.zone != .duplicate
    else { return nil }
    let extent = found.content.dropFirst().reduce(first) { $0.union($1) }
    let quoted = quotes(in: extent).filter { quote in
      found.content.contains { $0.overlaps(draft.bytes(quote.tokens)) }
    }
    if quoted.isEmpty, holdsFigure(extent) { return nil }
    let chains = ChainFinder(context: context, layers: layers)
    let outer = chains.attributions(around: first).filter { $0 != row }
    let quote = quoted.isEmpty ? nil : quoted.map { draft.words($0.inner) }.joined(separator: " | ")
    return claim(
      extent, layers, speakers: outer + [row], quote: quote,
      mode: found.kind == .direct ? .directQuote : found.kind == .mixed ? .mixedQuote : .indirect)
  }

  /// The quotations that touch a stretch.
  private func quotes(in extent: ByteRange) -> [DraftQuote] {
    let tokens = draft.tokens(in: extent)
    guard let first = draft.sentence(holding: tokens.start),
      let last = draft.sentence(holding: max(tokens.start, tokens.end - 1))
    else { return [] }
    var rows: [Int] = []
    for sentence in first...max(first, last) {
      for row in index.layers[sentence].quotes where rows.last.map({ $0 < row }) ?? true {
        rows.append(row)
      }
    }
    return rows.map { draft.quotes[$0] }
  }

  /// A quotation that nobody is given for: the outlet prints it.
  private func loose(_ quote: DraftQuote) -> Claim? {
    let range = draft.bytes(quote.inner)
    guard quote.inner.count >= 3, let layers = layers(at: range), layers.sentence.zone.isRead,
      layers.sentence.zone != .duplicate, !isAttributed(range, layers)
    else { return nil }
    return claim(range, layers, speakers: [], quote: draft.words(quote.inner), mode: .narrator)
  }

  private func claim(
    _ range: ByteRange, _ layers: SentenceLayers, speakers: [Int], quote: String?,
    mode: AttributionMode
  ) -> Claim {
    let sentence = layers.sentence
    let whole = draft.bytes(sentence.tokens)
    let text = draft.text
    return Claim(
      id: claimIdentity(
        document: text.name, sentence: text.bytes[whole.start..<whole.end], span: range,
        start: whole.start, frame: "statement"),
      kind: .statement, span: draft.evidence(range), sentence: draft.evidence(whole),
      zone: sentence.zone, proposition: about(range, sentence, speakers),
      chain: ChainFinder(context: context, layers: layers).chain(speakers), mode: mode,
      quote: quote,
      disputes: disputed(speakers, range), credits: draft.credits(layers),
      trail: speakers.map { row in
        RuleFiring(
          rule: draft.attributions[row].rule, range: draft.attributions[row].cue ?? range,
          note: "said by \(draft.attributions[row].speaker?.name ?? "unknown")")
      })
  }

  /// The words rejected, when the cue of the innermost attribution rejects something.
  private func disputed(_ speakers: [Int], _ range: ByteRange) -> String? {
    guard let row = speakers.last, draft.attributions[row].strength == .disputing else {
      return nil
    }
    return draft.text.text(range)
  }

  private func about(_ range: ByteRange, _ sentence: DraftSentence, _ speakers: [Int])
    -> Proposition
  {
    var about = Proposition()
    let tokens = draft.tokens(in: range)
    var lemmas: [WordID] = []
    for hit in tables.hits(in: tokens, context) {
      switch hit.phrase {
      case .topic(let row, _): about.topic = about.topic ?? tables.topics[row].name
      case .population(let row):
        about.population = about.population ?? tables.populations[row].name
      default: break
      }
    }
    for row in tokens.indices where draft.classes[row] == .noun || draft.classes[row].isVerb {
      lemmas.append(context.lexicon.facts(context.draft.tokens[row].word).lemma)
    }
    about.terms = context.terms(lemmas)
    about.modality = .state
    if let said = speakers.reversed().compactMap({ draft.attributions[$0].saidAt }).first {
      about.asOf = said
      about.asOfBasis = .inferred
    } else if let published = draft.document.published {
      about.asOf = published
      about.asOfBasis = .publication
    }
    return about
  }

  /// After sorting, the row of a part's whole is found again: the last whole figure before it.
  private mutating func relinkParts() {
    var whole: Int?
    for row in claims.indices where claims[row].kind == .figure {
      if claims[row].partOf != nil {
        claims[row].partOf = whole
      } else if claims[row].proposition.part == nil {
        whole = row
      }
    }
  }
}

extension Array {
  /// Puts the element of row `order[i]` into row `i`, by moves alone: nothing is copied.
  mutating func permute(_ order: [Int]) {
    var from = order
    for start in from.indices {
      var here = start
      while from[here] != start, from[here] != here {
        let next = from[here]
        swapAt(here, next)
        from[here] = here
        here = next
      }
      from[here] = here
    }
  }
}
