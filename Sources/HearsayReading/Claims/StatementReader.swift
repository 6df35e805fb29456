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
    sortClaims()
    relinkParts()
  }

  /// By place, equal ones in the order they were found.
  private mutating func sortClaims() {
    var order: [(range: ByteRange, row: Int32)] = []
    order.reserveCapacity(claims.count)
    for row in claims.indices { order.append((claims[row].span.range, Int32(row))) }
    order.sort { $0.range != $1.range ? $0.range < $1.range : $0.row < $1.row }
    claims = order.map { claims[Int($0.row)] }
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
    guard let first = draft.attributions[row].content.first, let layers = layers(at: first),
      layers.sentence.zone.isRead, layers.sentence.zone != .duplicate
    else { return nil }
    let extent = draft.attributions[row].content.reduce(first) { $0.union($1) }
    let quote = quote(in: extent, of: row)
    if quote == nil, holdsFigure(extent) { return nil }
    let chains = ChainFinder(context: context, layers: layers)
    var speakers = chains.attributions(around: first)
    speakers.removeAll { $0 == row }
    speakers.append(row)
    return claim(
      extent, layers, speakers: speakers, quote: quote, mode: draft.attributions[row].mode)
  }

  /// The words of the quotations within the content of an attribution.
  private func quote(in extent: ByteRange, of row: Int) -> String? {
    var quote: String?
    for quoted in quotes(in: extent) {
      let range = draft.bytes(draft.quotes[quoted].tokens)
      guard draft.attributions[row].content.contains(where: { $0.overlaps(range) }) else {
        continue
      }
      let words = draft.words(draft.quotes[quoted].inner)
      quote = quote.map { $0 + " | " + words } ?? words
    }
    return quote
  }

  /// The rows of the quotations that touch a stretch.
  private func quotes(in extent: ByteRange) -> [Int] {
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
    return rows
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
    let chains = ChainFinder(context: context, layers: layers)
    return Claim(
      id: draft.identity(of: range, layers, "statement"), kind: .statement,
      span: draft.evidence(range), sentence: draft.evidence(draft.bytes(layers.sentence.tokens)),
      zone: layers.sentence.zone, proposition: about(range, speakers),
      chain: chains.chain(speakers), mode: mode, quote: quote,
      disputes: disputed(speakers, range), credits: draft.credits(layers),
      trail: speakers.map { chains.fired($0, on: range) })
  }

  /// The words rejected, when the cue of the innermost attribution rejects something.
  private func disputed(_ speakers: [Int], _ range: ByteRange) -> String? {
    guard let row = speakers.last, draft.attributions[row].strength == .disputing else {
      return nil
    }
    return draft.text.text(range)
  }

  private func about(_ range: ByteRange, _ speakers: [Int]) -> Proposition {
    var about = Proposition()
    let tokens = draft.tokens(in: range)
    for hit in tables.hits(in: tokens, context) {
      switch hit.phrase {
      case .topic(let row, _): about.topic = about.topic ?? tables.topics[row].name
      case .population(let row):
        about.population = about.population ?? tables.populations[row].name
      default: break
      }
    }
    about.terms = terms(tokens)
    about.modality = .state
    if let said = context.said(by: speakers) {
      about.asOf = said
      about.asOfBasis = .inferred
    } else if let published = draft.document.published {
      about.asOf = published
      about.asOfBasis = .publication
    }
    return about
  }

  private func terms(_ tokens: TokenRange) -> [String] {
    var lemmas: [WordID] = []
    lemmas.reserveCapacity(tokens.count)
    for row in tokens.indices where draft.classes[row] == .noun || draft.classes[row].isVerb {
      lemmas.append(draft.facts[row].lemma)
    }
    return context.terms(&lemmas)
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
