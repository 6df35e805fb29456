import HearsayCore
import HearsayText

/// Puts the layers together to claims: first the figures of each sentence, then what is said in
/// words, then the same figure in headline, lead and body is made one.
func readClaims(_ draft: inout Draft, _ tables: ClaimTables, _ lexicon: Lexicon) {
  var reader = ClaimReader(ClaimContext(draft: draft, tables: tables, lexicon: lexicon))
  for row in draft.sentences.indices where draft.sentences[row].zone.isRead {
    reader.readFigures(row)
  }
  reader.readStatements()
  draft.claims = withOwnNumbers(RepeatFolder(tables: tables).folded(reader.claims))
}

extension ZoneKind {
  /// Whether claims are read in it.
  var isRead: Bool {
    switch self {
    case .headline, .deck, .body, .caption, .summary, .duplicate: true
    case .dateline, .byline, .boilerplate, .related, .residue: false
    }
  }

  /// Whether its sentences are whole enough to tell a verb from a noun.
  var hasVerbs: Bool { self == .body || self == .duplicate }
}

/// Reads the claims of one article.
struct ClaimReader: ClaimFinder {
  let context: ClaimContext
  let index: SentenceIndex
  /// For each sentence what of it tells of another event.
  private let stretches: [OtherStretch?]
  var claims: [Claim] = []
  /// The spans of the figures so far.
  var figureSpans: [ByteRange] = []
  /// The figure before, whose population and topic a bare number continues.
  var last: (row: Int, figure: FormerFigure)?
  /// The last figure of each kind, which `the sum`, `the toll` stand for.
  var lastOfKind: [QuantityKind: FormerFigure] = [:]
  /// Whoever gave the figure before, if anybody did.
  var voice: Voice?
  /// The last few figures that counted a whole, which a bare number may stand for.
  var recent: [EchoSource] = []
  /// The figures so far, by topic and number.
  var totals = ArticleTotals()
  /// Whether the sentence is an item of a list that a colon opened: `Of the 27:`.
  private var isItem = false

  init(_ context: ClaimContext) {
    self.context = context
    index = SentenceIndex(context.draft)
    stretches = EventScope.stretches(context, index)
    claims.reserveCapacity(
      context.draft.quantities.count + context.draft.attributions.count
        + context.draft.quotes.count)
  }

  mutating func readFigures(_ row: Int) {
    let layers = index.layers[row]
    isItem = isListItem(row)
    let announces = mayAnnounce(layers)
    guard announces || mayHoldFigures(layers) else { return }
    let hits = hits(layers)
    if announces {
      let finder = AnnouncementFinder(
        context: context, hits: hits, sentence: layers.sentence.tokens)
      if let announced = finder.announcement() { remember(announced) }
    }
    let frames = self.frames(layers, hits)
    for frame in frames where isClaimed(frame, layers, hits) {
      add(frame, hits, layers, frames.filter { $0.isBeside(frame) }.map(\.phrase))
    }
  }

  /// Whether a sentence opens with a bullet or a dash, behind a colon or another item.
  private func isListItem(_ row: Int) -> Bool {
    let tokens = index.layers[row].sentence.tokens
    guard row > 0, tokens.count > 1, context.isBullet(tokens.start) else { return false }
    let former = index.layers[row - 1].sentence.tokens
    return isItem || former.count > 0 && context.isMark(former.end - 1, ":")
  }

  /// Whether words ask how many: only sentences of the text do.
  private func mayAnnounce(_ layers: SentenceLayers) -> Bool {
    layers.sentence.zone == .body
      && layers.sentence.tokens.indices.contains {
        draft.facts[$0].tags.has(.figureNoun) || tables.howWords.contains(draft.tokens[$0].word)
      }
  }

  /// Whether there is a number, a place in an order or a word such as `some`.
  private func mayHoldFigures(_ layers: SentenceLayers) -> Bool {
    let tokens = layers.sentence.tokens
    if !layers.quantities.isEmpty || !draft.ordinals(in: tokens).isEmpty { return true }
    var tags = Tags.none
    for row in tokens.indices { tags.add(draft.facts[row].tags) }
    if tags.has(.shareWord | .mannerWord | .zeroWord) { return true }
    guard tags.has(.claimTrigger) else { return false }
    // `a` stands everywhere: it counts one only beside a person to whom something happens; `the`
    // does where there is but one of them.
    return tags.has(.personNoun)
      && (tags.has(.oneWord)
        || tokens.indices.contains { tables.andWords.contains(draft.tokens[$0].word) })
      || tokens.indices.contains { tables.definiteVerbs.contains(draft.facts[$0].lemma) }
  }

  /// The phrases of the rules in a sentence.
  func hits(_ layers: SentenceLayers) -> [ClaimHit] {
    tables.hits(
      in: layers.sentence.tokens, context, figures: layers.quantities,
      asVerbs: layers.sentence.zone.hasVerbs)
  }

  mutating func add(
    _ frame: FigureFrame, _ hits: [ClaimHit], _ layers: SentenceLayers,
    _ otherPhrases: [TokenRange]
  ) {
    let figure = figure(frame, hits, layers, otherPhrases)
    guard var claim = figure.claim() else { return }
    if let size = ordinalSize(frame, claim.proposition.topic) {
      claim.proposition.quantity?.interval = Interval(exactly: size)
      claim.proposition.quantity?.stated = size
    }
    if frame.rule == SinglePersonFinder.rule || frame.isSum || isItem, totals.isPart(claim) {
      claim.proposition.part = claim.span.text
    }
    // Times and lengths between do not end it.
    let counts = [.count, .percent, .money].contains(frame.quantity.kind)
    // Nor does a clause about a number: `including the 22 whom the army claims to have freed`.
    if !figure.isAside { voice = figure.voice() ?? (counts ? nil : voice) }
    figureSpans.append(claim.span.range)
    claims.append(claim)
    if figure.isPart, let whole = last?.row { claims[claims.count - 1].partOf = whole }
    if figure.isPart { return }
    totals.add(claims.count - 1, claim)
    let former = FormerFigure(frame: frame, claim: claim, speakers: figure.speakers)
    last = (claims.count - 1, former)
    lastOfKind[frame.quantity.kind] = former
    if claim.proposition.part == nil, !figure.isBase() {
      remember(EchoSource(frame, claim.proposition))
    }
  }

  /// `a sixth suspect was arrested` makes six of them, where five or none were counted before; `a
  /// sixth man was let go` one.
  private func ordinalSize(_ frame: FigureFrame, _ topic: String?) -> ExactNumber? {
    guard frame.rule == SinglePersonFinder.rule, let topic,
      let row = frame.phrase.indices.first(where: { draft.facts[$0].tags.has(.ordinalWord) }),
      let place = draft.ordinals.first(where: { $0.tokens.contains(row) })?.value.stated,
      let size = place.whole, size > 1
    else { return nil }
    let isTold = tables.ordinalTopics.contains(topic)
    return totals.goesOn(with: size, topic, isTold: isTold) ? place : nil
  }

  /// The figure of the same number that words such as `the 17 pieces` go back to.
  private func namesake(_ frame: FigureFrame) -> Claim? {
    guard let size = frame.size, let row = totals.row(of: size), claims.indices.contains(row) else {
      return nil
    }
    return claims[row]
  }

  private mutating func remember(_ former: EchoSource) {
    if recent.count >= Self.mostRecent { recent.removeFirst() }
    recent.append(former)
  }

  private static let mostRecent = 8

  /// A figure with everything worked out that its words tell.
  func figure(
    _ frame: FigureFrame, _ hits: [ClaimHit], _ layers: SentenceLayers,
    _ otherPhrases: [TokenRange]
  ) -> FigureBuilder {
    var figure = FigureBuilder(
      frame: frame, hits: hits, context: context, layers: layers, otherPhrases: otherPhrases)
    figure.stretch = draft.sentence(holding: frame.number.start).flatMap { stretches[$0] }
    figure.namesake = namesake(frame)
    figure.work(
      last: last?.figure, ofKind: lastOfKind[frame.quantity.kind], recent: recent)
    if let voice { figure.takeVoice(voice) }
    return figure
  }
}
