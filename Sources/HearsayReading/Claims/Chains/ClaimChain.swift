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
    if rows.isEmpty { return rows }
    if rows.count > 1 {
      rows.sort {
        let extents = (extent($0), extent($1))
        return extents.0 != extents.1 ? extents.0 > extents.1 : $0 < $1
      }
    }
    return rows
  }

  /// The rows of the attributions that say the figure at `range`.
  ///
  /// `denies that anyone was hurt`: who denies that any were says none.
  func speakers(around range: ByteRange, isNone: Bool = false) -> [Int] {
    sources(attributions(around: range)).filter {
      !isOnlyDescribed(range, by: $0) && !isAct(range, by: $0)
        && (isNone || !isDenied(range, by: $0))
    }
  }

  private func extent(_ row: Int) -> Int {
    draft.attributions[row].content.reduce(0) { $0 + $1.count }
  }

  private func holds(_ row: Int, _ range: ByteRange) -> Bool {
    guard !draft.attributions[row].ownerless, let source = draft.attributions[row].source,
      draft.attributions[row].strength != .credit,
      draft.attributions[row].content.contains(where: { reaches($0, range) })
    else { return false }
    return !source.overlaps(range) && !isAside(row, from: range) && !isGoneOn(row, to: range)
  }

  /// `…, police said, as the toll reached nine`: what follows with `as` is the article's.
  private func isGoneOn(_ row: Int, to range: ByteRange) -> Bool {
    let cue = draft.cueTokens[row]
    guard draft.attributions[row].rule == "english/speech.parenthetical", cue.count > 0,
      draft.bytes(cue).end <= range.start
    else { return false }
    let next = draft.tokens(in: ByteRange(draft.bytes(cue).end, range.start))
    guard let mark = next.indices.first(where: { draft.classes[$0] == .mark }),
      mark + 1 < next.end
    else { return false }
    return tables.origins.asWords.contains(draft.tokens[mark + 1].word)
  }

  /// `About 1,500 were arrested in the protests, during which 58 died according to an inquiry`:
  /// without a comma, words inside a relative clause give no more than that clause.
  private func isAside(_ row: Int, from range: ByteRange) -> Bool {
    let cue = draft.cueTokens[row]
    guard cue.count > 0, cue.start > 0, draft.bytes(cue).start >= range.end,
      draft.classes[cue.start] == .verbIng || draft.classes[cue.start] == .preposition,
      draft.classes[cue.start - 1] != .mark,
      let relative = draft.clauses.around(cue.start, .relative),
      isSetOff(draft.clauses.rows[relative])
    else { return false }
    return draft.bytes(draft.clauses.rows[relative].tokens).start >= range.end
  }

  /// Content may begin inside a figure's words: `say about | 50`, where the cue took the hedge.
  private func reaches(_ content: ByteRange, _ range: ByteRange) -> Bool {
    content.end >= range.end && content.start < range.end
  }

  /// Whether a comma stands before a relative clause or its preposition: `, during which`.
  private func isSetOff(_ clause: Clause) -> Bool {
    let before = clause.tokens.start - 1
    return clause.isAfterComma
      || before > 0 && draft.classes[before] == .preposition && draft.classes[before - 1] == .mark
  }

  /// The chain for these attributions: outlet, then each of them.
  ///
  /// A speaker who is named twice in
  /// a row is one step.
  func chain(_ rows: [Int]) -> [ChainStep] {
    // Most chains are the outlet's own or name one source: made once, and shared.
    if rows.isEmpty { return draft.outletChain }
    if rows.count == 1 { return resolved(draft.chains[rows[0]]) }
    var steps = draft.outletChain
    for row in rows {
      for step in draft.chains[row].dropFirst()
      where steps.count < 2 || steps[steps.count - 1].speaker.name != step.speaker.name {
        steps.append(step)
      }
    }
    return resolved(steps)
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
