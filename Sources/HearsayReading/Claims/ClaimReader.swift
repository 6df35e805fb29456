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
      add(frame, hits, layers, frames.filter { $0.number != frame.number }.map(\.phrase))
    }
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
    // `a` stands everywhere: it counts one only beside a person to whom something happens.
    return tags.has(.shareWord | .mannerWord | .zeroWord)
      || tags.has(.oneWord) && tags.has(.claimTrigger) && tags.has(.personNoun)
  }

  /// The phrases of the rules in a sentence.
  func hits(_ layers: SentenceLayers) -> [ClaimHit] {
    tables.hits(
      in: layers.sentence.tokens, context, figures: layers.quantities,
      asVerbs: layers.sentence.zone.hasVerbs)
  }

  func frames(_ layers: SentenceLayers, _ hits: [ClaimHit]) -> [FigureFrame] {
    var former: FigureFrame?
    var frames = layers.quantities.map { row in
      let joined = JoinedNouns(context: context, sentence: layers.sentence.tokens)
      var frame = FigureFrame(
        draft.quantities[row],
        counted: draft.quantityUnits.indices.contains(row)
          ? draft.quantityUnits[row].map { joined.all($0, of: draft.quantities[row].tokens) }
          : nil,
        context,
        sentence: layers.sentence)
      if let gapped = former.flatMap({
        GappedSpan(context: context, frame: frame).quantity(after: $0)
      }) {
        frame.quantity = gapped
        frame.isGapped = true
      }
      if isOfOwner(frame) {
        frame.unit = nil
        frame.phrase = frame.number
        frame.quantity.unit = nil
      }
      if let unit = SpanUnit(context: context).unit(of: frame) { frame.quantity.unit = unit }
      if let noun = NumberedSubject(context: context, frame: frame).noun() {
        frame.unit = noun
        frame.quantity.unit = draft.words(noun)
      }
      if let sum = NamedOthers(context: context, frame: frame).sum() { frame.quantity = sum }
      former = frame
      return frame
    }
    let loose = LooseFigureFinder(context: context, layers: layers, hits: hits)
    for figure in loose.figures() {
      var frame = FigureFrame(
        figure.placed, counted: figure.unit, context, sentence: layers.sentence)
      frame.event = figure.event
      frames.append(frame)
    }
    // Only loose figures come out of order.
    if frames.count > layers.quantities.count { frames.sort { $0.number.lower < $1.number.lower } }
    return frames
  }

  /// `the count of 64 of the provincial government`: whose number it is, and not who is counted.
  private func isOfOwner(_ frame: FigureFrame) -> Bool {
    guard let unit = frame.unit, unit.start > frame.number.end, frame.number.start >= 2,
      tables.ofWords.contains(draft.tokens[frame.number.end].word),
      tables.ofWords.contains(draft.tokens[frame.number.start - 1].word)
    else { return false }
    return draft.facts[frame.number.start - 2].tags.has(.figureNoun)
      && !tables.persons.contains(draft.tokens[unit.end - 1].word)
  }

  /// Ages and bare numbers claim nothing that is compared, and `two officials` who speak are
  /// sources.
  func isClaimed(
    _ frame: FigureFrame, _ layers: SentenceLayers, _ hits: [ClaimHit]
  ) -> Bool {
    let number = draft.bytes(frame.number)
    let speaks = layers.attributions.contains { row in
      guard let source = draft.attributions[row].source else { return false }
      return source.start == number.start && source.end > number.end
    }
    if speaks, frame.quantity.kind == .count, !isSubjectBehindCue(frame) { return false }
    switch frame.quantity.kind {
    case .count, .money, .percent, .measure, .ordinal: return true
    case .other where BareMagnitude(context: context, frame: frame).isOne(): return true
    case .age, .other: return hits.contains { isScale($0, beside: frame) }
    }
  }

  /// `guards said 19 former prisoners had left`: a verb of their own follows, so they do not speak.
  private func isSubjectBehindCue(_ frame: FigureFrame) -> Bool {
    let (before, next) = (frame.phrase.start - 1, frame.phrase.end)
    guard before > frame.sentence.start, next < frame.sentence.end else { return false }
    return draft.classes[before].isVerb
      && (draft.classes[next].isAuxiliary || draft.classes[next] == .verbPast)
  }

  /// `measured 6.1 on the Richter scale`, `a magnitude of 6.1`: the scale makes the bare number a
  /// figure.
  private func isScale(_ hit: ClaimHit, beside frame: FigureFrame) -> Bool {
    guard case .topic(let row, let word) = hit.phrase, word != .verb, frame.quantity.kind == .other,
      tables.topics[row].measure == .none
    else { return false }
    let gap =
      hit.tokens.start >= frame.phrase.end
      ? hit.tokens.start - frame.phrase.end : frame.phrase.start - hit.tokens.end
    return gap <= 3
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
    if frame.rule == SinglePersonFinder.rule, totals.isPart(claim) {
      claim.proposition.part = claim.span.text
    }
    // Times and lengths between do not end it.
    let counts = [.count, .percent, .money].contains(frame.quantity.kind)
    voice = figure.voice() ?? (counts ? nil : voice)
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
    return totals.goesOn(with: size, topic) ? place : nil
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
