import HearsayCore
import HearsayText

/// Puts the layers together to claims: first the figures of each sentence, then what is said in
/// words, then the same figure in headline, lead and body is made one.
func readClaims(_ draft: inout Draft, _ tables: ClaimTables, _ lexicon: Lexicon) {
  var reader = ClaimReader(draft: draft, tables: tables, lexicon: lexicon)
  for sentence in draft.sentences where sentence.zone.isRead { reader.readFigures(sentence) }
  reader.readStatements()
  draft.claims = foldRepeats(reader.claims)
}

extension ZoneKind {
  /// Whether claims are read in it.
  var isRead: Bool {
    switch self {
    case .headline, .deck, .body, .caption, .summary, .duplicate: true
    case .dateline, .byline, .boilerplate, .related, .residue: false
    }
  }
}

/// Reads the claims of one article.
struct ClaimReader {
  let draft: Draft
  let tables: ClaimTables
  let lexicon: Lexicon
  var claims: [Claim] = []
  /// The figure before, whose population and topic a bare number continues.
  var last: (claim: Int, frame: FigureFrame)?

  init(draft: Draft, tables: ClaimTables, lexicon: Lexicon) {
    self.draft = draft
    self.tables = tables
    self.lexicon = lexicon
  }

  mutating func readFigures(_ sentence: DraftSentence) {
    let rows = quantityRows(in: sentence.tokens)
    let hits = tables.hits(in: sentence.tokens, draft, lexicon)
    var frames = rows.map { row in
      FigureFrame(
        draft.quantities[row],
        counted: draft.quantityUnits.indices.contains(row) ? draft.quantityUnits[row] : nil, draft,
        sentence: sentence)
    }
    let loose = LooseFigureFinder(
      draft: draft, lexicon: lexicon, hits: hits, ordinals: tables.ordinals)
    for figure in loose.figures(in: sentence.tokens) {
      frames.append(FigureFrame(figure, counted: nil, draft, sentence: sentence))
    }
    frames.sort { $0.number.lower < $1.number.lower }
    for frame in frames where isClaimed(frame) {
      add(frame, hits, frames.filter { $0.number != frame.number }.map(\.phrase))
    }
  }

  /// Ages and bare numbers claim nothing that is compared, and `two officials` who speak are
  /// sources.
  private func isClaimed(_ frame: FigureFrame) -> Bool {
    let number = draft.bytes(frame.number)
    let speaks = draft.attributions.contains { found in
      guard let source = found.source else { return false }
      return source.start == number.start && source.end > number.end
    }
    if speaks, frame.quantity.kind == .count { return false }
    switch frame.quantity.kind {
    case .count, .money, .percent, .measure, .ordinal: return true
    case .age, .other: return false
    }
  }

  private func quantityRows(in tokens: TokenRange) -> Range<Int> {
    var low = 0
    var high = draft.quantities.count
    while low < high {
      let middle = (low + high) / 2
      if draft.quantities[middle].tokens.start < tokens.start { low = middle + 1 } else {
        high = middle
      }
    }
    var end = low
    while end < draft.quantities.count, draft.quantities[end].tokens.start < tokens.end {
      end += 1
    }
    return low..<end
  }

  private mutating func add(
    _ frame: FigureFrame, _ hits: [ClaimHit], _ otherPhrases: [TokenRange]
  ) {
    var figure = FigureBuilder(
      frame: frame, hits: hits, draft: draft, tables: tables, lexicon: lexicon,
      otherPhrases: otherPhrases)
    figure.work(last: last.map { ($0.frame, claims[$0.claim].proposition) })
    guard let claim = figure.claim() else { return }
    claims.append(claim)
    if figure.isPart, let whole = last?.claim { claims[claims.count - 1].partOf = whole }
    if !figure.isPart { last = (claims.count - 1, frame) }
  }
}
