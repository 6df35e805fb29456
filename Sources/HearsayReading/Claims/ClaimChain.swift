import HearsayCore
import HearsayText

/// Who says a stretch of an article: the attributions around it, outermost first.
struct ChainFinder: ClaimFinder {
  let context: ClaimContext
  let layers: SentenceLayers

  /// The rows of the attributions whose content holds `range`, from the outermost to the innermost.
  func attributions(around range: ByteRange) -> [Int] {
    var rows: [Int] = []
    for row in layers.attributions where holds(row, range) { rows.append(row) }
    if rows.count > 1 {
      rows.sort {
        let extents = (extent($0), extent($1))
        return extents.0 != extents.1 ? extents.0 > extents.1 : $0 < $1
      }
    }
    return rows
  }

  private func extent(_ row: Int) -> Int {
    draft.attributions[row].content.reduce(0) { $0 + $1.count }
  }

  private func holds(_ row: Int, _ range: ByteRange) -> Bool {
    guard !draft.attributions[row].ownerless, let source = draft.attributions[row].source,
      draft.attributions[row].strength != .credit,
      draft.attributions[row].content.contains(where: { reaches($0, range) })
    else { return false }
    return !source.overlaps(range)
  }

  /// Content may begin inside a figure's words: `say about | 50`, where the cue took the hedge.
  private func reaches(_ content: ByteRange, _ range: ByteRange) -> Bool {
    content.end >= range.end && content.start < range.end
  }

  /// The chain for these attributions: outlet, then each of them.
  ///
  /// A speaker who is named twice in
  /// a row is one step.
  func chain(_ rows: [Int]) -> [ChainStep] {
    // Most chains are the outlet's own or name one source: made once, and shared.
    if rows.isEmpty { return draft.outletChain }
    if rows.count == 1 { return draft.chains[rows[0]] }
    var steps = draft.outletChain
    for row in rows {
      for step in draft.chains[row].dropFirst()
      where steps.count < 2 || steps[steps.count - 1].speaker.name != step.speaker.name {
        steps.append(step)
      }
    }
    return steps
  }

  /// The attribution as a rule that took part.
  func fired(_ row: Int, on range: ByteRange) -> RuleFiring {
    RuleFiring(
      rule: draft.attributions[row].rule, range: draft.attributions[row].cue ?? range,
      note: "said by", draft.chains[row][1].speaker.name)
  }

  /// How a stretch is given to its origin.
  func mode(of range: ByteRange, _ rows: [Int]) -> AttributionMode {
    guard let inner = rows.last else { return .narrator }
    let found = draft.attributions[inner]
    if found.mode == .presupposed { return .presupposed }
    guard quote(around: range) != nil else {
      let implied = found.implied.map { $0.contains(range) } ?? false
      return implied ? .implicit : .indirect
    }
    return found.kind == .direct ? .directQuote : .mixedQuote
  }

  /// The quotation that holds a stretch.
  func quote(around range: ByteRange) -> DraftQuote? {
    layers.quotes.first { draft.bytes(draft.quotes[$0].tokens).contains(range) }
      .map { draft.quotes[$0] }
  }

  /// The longest quotation, in bytes, whose words every figure in it keeps as a whole.
  static let longestQuote = 4_000

  /// The words of the quotation that a number stands in; of a longer one than
  /// ``longestQuote`` those of the number's sentence, so that the words kept do not grow with the
  /// square of a quotation that never closes.
  func quoted(_ frame: FigureFrame) -> String? {
    quote(around: draft.bytes(frame.number)).map { found in
      guard draft.bytes(found.inner).count > Self.longestQuote else {
        return draft.words(found.inner)
      }
      let lower = max(found.inner.start, frame.sentence.start)
      return draft.words(TokenRange(lower, min(found.inner.end, frame.sentence.end)))
    }
  }

  /// Who counted, where a body is the subject of a verb of counting (`Penal Forum had 56 names on
  /// its list`, `the institute recorded 184 millimetres`, `state television raised the toll to 378`):
  /// the figure is its own.
  func counter(of frame: FigureFrame) -> ChainStep? {
    guard let row = countingVerb(before: frame) ?? tellingVerb(before: frame) else { return nil }
    let verb = draft.tokens[row].word
    if lexicon.tags(verb).has(.listingVerb), !isListed(frame) { return nil }
    guard let name = layers.names.last(where: { isSubject($0, before: row) }) else {
      return describedCounter(before: row, frame.sentence)
    }
    // `the society had counted 34 when the office counted 29`: the nearer one counts.
    if let described = describedCounter(before: row, frame.sentence),
      let near = described.range, near.start > draft.bytes(draft.names[name].tokens).end
    {
      return described
    }
    let entity = draft.entities[draft.names[name].value]
    let kind: SourceKind =
      switch entity.kind {
      case .person: .person
      case .place: .government
      default: .organisation
      }
    return ChainStep(
      speaker: Speaker(
        name: entity.canonical, kind: kind, role: entity.role, organisation: entity.organisation),
      cue: lexicon.text(verb), range: draft.bytes(draft.names[name].tokens))
  }

  /// The verb right before a figure, or before `the toll to` it.
  private func countingVerb(before frame: FigureFrame) -> Int? {
    var hasToll = false
    var row = frame.phrase.start - 1
    while row > frame.sentence.start, frame.phrase.start - row <= 8 {
      let tags = lexicon.tags(draft.tokens[row].word)
      if frame.phrase.start - row <= 3, tags.has(.countingVerb) { return row }
      if hasToll, tags.has(.revisingVerb), draft.classes[row].isVerb { return row }
      if draft.classes[row] == .mark || draft.classes[row].isVerb { return nil }
      if tags.has(.figureNoun) || tables.tollNouns.contains(draft.tokens[row].word) {
        hasToll = true
      }
      row -= 1
    }
    return nil
  }

  /// `told` in `told Reuters 250 people had died and 40 were hurt`, where no `that` shows what is told.
  private func tellingVerb(before frame: FigureFrame) -> Int? {
    let lowest = max(frame.sentence.start, frame.phrase.start - 30)
    var row = frame.phrase.start - 1
    while row > lowest {
      if draft.tokens[row].kind == .quote || draft.tokens[row].kind == .stop { return nil }
      if tables.tellingVerbs.contains(draft.tokens[row].word) {
        var end = row + 1
        while end < frame.phrase.start, [.determiner, .name].contains(draft.classes[end]) {
          end += 1
        }
        let opens = layers.quantities.contains { draft.quantities[$0].tokens.start == end }
        return end > row + 1 && opens ? row : nil
      }
      row -= 1
    }
    return nil
  }

  /// A body that is only described: `The ministry later raised the toll to 20`.
  private func describedCounter(before verb: Int, _ sentence: TokenRange) -> ChainStep? {
    var end = verb
    while end > sentence.start, [.adverb, .have].contains(draft.classes[end - 1]) { end -= 1 }
    var start = end
    while start > sentence.start, end - start < 6, isNominal(start - 1) { start -= 1 }
    guard start < end, opensClause(start, sentence) else { return nil }
    let head = draft.tokens[end - 1].word
    guard lexicon.tags(head).has(.personNoun) || tables.counterNouns.contains(head) else {
      return nil
    }
    if start < end - 1, draft.classes[start] == .determiner { start += 1 }
    let words = TokenRange(start, end)
    return ChainStep(
      speaker: Speaker(name: draft.words(words), kind: .organisation),
      cue: lexicon.text(draft.tokens[verb].word), range: draft.bytes(words))
  }

  private func isNominal(_ row: Int) -> Bool {
    switch draft.classes[row] {
    case .noun, .name, .adjective, .determiner, .possessive, .genitive: true
    default: false
    }
  }

  private func opensClause(_ row: Int, _ sentence: TokenRange) -> Bool {
    guard row > sentence.start else { return true }
    return switch draft.classes[row - 1] {
    case .mark, .conjunction, .subordinator: true
    default: lexicon.tags(draft.tokens[row - 1].word).has(.clauseBorder)
    }
  }

  /// `had 56 … on its list`: only the list makes having a count.
  private func isListed(_ frame: FigureFrame) -> Bool {
    (frame.phrase.end..<min(frame.sentence.end, frame.phrase.end + 6)).contains {
      lexicon.tags(draft.tokens[$0].word).has(.listNoun)
    }
  }

  /// A person or body before the verb, with nothing between but an aside between commas; a country
  /// where it begins the clause (`Israel confirmed one death`).
  private func isSubject(_ name: Int, before verb: Int) -> Bool {
    let mention = draft.names[name]
    guard mention.tokens.end <= verb else { return false }
    switch draft.entities[mention.value].kind {
    case .organisation, .person: break
    case .place:
      guard opensClause(mention.tokens.start, layers.sentence.tokens) else { return false }
    default: return false
    }
    return verb - mention.tokens.end <= 2 || draft.classes[mention.tokens.end] == .mark
  }

  /// An evaluating cue whose clause is followed by the figure's (`denounced … after only 56 …`):
  /// the figure is given to the same source, but by grammar only.
  func implicit(_ frame: FigureFrame) -> Int? {
    let number = draft.bytes(frame.number)
    let sentence = draft.bytes(frame.sentence)
    return layers.attributions.first { row in
      guard let implied = draft.attributions[row].implied,
        let cue = draft.attributions[row].cue, sentence.contains(cue)
      else { return false }
      return implied.start < number.start && number.end <= implied.end
    }
  }
}
