import HearsayCore
import HearsayText

extension ClaimReader {
  /// Adds what is said in words: every attributed content that is quoted or holds no figure.
  mutating func readStatements() {
    for row in draft.attributions.indices where !draft.attributions[row].ownerless {
      guard let claim = statement(row) else { continue }
      claims.append(claim)
    }
    for quote in draft.quotes where quote.kind == .speech && !isAttributed(quote) {
      if let claim = loose(quote) { claims.append(claim) }
    }
    claims.sort { $0.span.range < $1.span.range }
    relinkParts()
  }

  private func isAttributed(_ quote: DraftQuote) -> Bool {
    let range = draft.bytes(quote.inner)
    return draft.attributions.contains { found in
      found.content.contains { $0.overlaps(range) }
    }
  }

  private func statement(_ row: Int) -> Claim? {
    let found = draft.attributions[row]
    guard let first = found.content.first, let sentence = sentence(at: first),
      sentence.zone.isRead, sentence.zone != .duplicate
    else { return nil }
    let extent = found.content.dropFirst().reduce(first) { $0.union($1) }
    let quoted = draft.quotes.filter { quote in
      found.content.contains { $0.overlaps(draft.bytes(quote.tokens)) }
    }
    let hasFigure = claims.contains { $0.kind == .figure && extent.contains($0.span.range) }
    if hasFigure, quoted.isEmpty { return nil }
    let chains = ChainFinder(draft: draft)
    let outer = chains.attributions(around: first).filter { $0 != row }
    let quote = quoted.isEmpty ? nil : quoted.map { draft.words($0.inner) }.joined(separator: " | ")
    return claim(
      extent, sentence, speakers: outer + [row], quote: quote,
      mode: found.kind == .direct ? .directQuote : found.kind == .mixed ? .mixedQuote : .indirect)
  }

  /// A quotation that nobody is given for: the outlet prints it.
  private func loose(_ quote: DraftQuote) -> Claim? {
    let range = draft.bytes(quote.inner)
    guard quote.inner.count >= 3, let sentence = sentence(at: range), sentence.zone.isRead,
      sentence.zone != .duplicate
    else { return nil }
    return claim(range, sentence, speakers: [], quote: draft.words(quote.inner), mode: .narrator)
  }

  private func sentence(at range: ByteRange) -> DraftSentence? {
    draft.sentence(holding: draft.token(atOrAfter: range.start)).map { draft.sentences[$0] }
  }

  private func claim(
    _ range: ByteRange, _ sentence: DraftSentence, speakers: [Int], quote: String?,
    mode: AttributionMode
  ) -> Claim {
    let whole = draft.bytes(sentence.tokens)
    let text = draft.text
    return Claim(
      id: claimIdentity(
        document: text.name, sentence: text.bytes[whole.start..<whole.end], span: range,
        start: whole.start, frame: "statement"),
      kind: .statement, span: draft.evidence(range), sentence: draft.evidence(whole),
      zone: sentence.zone, proposition: about(range, sentence, speakers),
      chain: ChainFinder(draft: draft).chain(speakers), mode: mode, quote: quote,
      disputes: disputed(speakers, range), credits: draft.credits(in: whole),
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
    var terms: Set<String> = []
    for hit in tables.hits(in: tokens, draft, lexicon) {
      switch hit.phrase {
      case .topic(let row, _): about.topic = about.topic ?? tables.topics[row].name
      case .population(let row):
        about.population = about.population ?? tables.populations[row].name
      default: break
      }
    }
    for row in tokens.indices where draft.classes[row] == .noun || draft.classes[row].isVerb {
      terms.insert(lexicon.lemma(draft.tokens[row].word))
    }
    about.terms = terms.sorted()
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

  /// After sorting, rows of wholes are found again by their spans.
  private mutating func relinkParts() {
    for row in claims.indices where claims[row].partOf != nil {
      let whole = claims[..<row].lastIndex {
        $0.kind == .figure && $0.sentence.range == claims[row].sentence.range
          && $0.proposition.part == nil
      }
      claims[row].partOf = whole
    }
  }
}
