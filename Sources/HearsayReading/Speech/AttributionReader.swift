import HearsayCore
import HearsayText

/// Finds who says what.
///
/// A cascade without a parser (after Pareti 2015 and PolNeAR, Newell et al. 2018): statements that
/// wrap their content first, then every other verb by counted chances, then nouns and quotations
/// that float. What stands inside a content is read once more, three levels deep, so that a chain
/// of sources stays a chain.
///
/// - Complexity: O(*n*) in the number of tokens.
func readAttributions(
  _ draft: inout Draft, _ tables: SpeechTables, _ words: WordTables, _ lexicon: Lexicon
) {
  guard !draft.tokens.isEmpty else { return }
  var scanner = SpeechScanner(draft, tables, words, lexicon)
  scanner.readArticle()
  var resolver = SpeakerResolver(scanner)
  draft.attributions = resolver.attributions()
}

extension SpeechScanner {
  /// The deepest nesting that is read: outlet, paper cited, person, what that person relays.
  static let deepest = 3

  mutating func readArticle() {
    readTranscript()
    for row in units.indices { readUnit(row) }
    releaseOpen()
    var from = 0
    for level in 1...Self.deepest {
      let to = found.count
      depth = level
      for row in from..<to where !found[row].ownerless { readInside(row) }
      from = to
    }
    sortFound()
  }

  private mutating func readUnit(_ row: Int) {
    unit = units[row]
    unitRow = row
    if mask[start] < 0 { releaseOpen() }
    readWrapped()
    readCues()
    readFloating()
    readHedges()
  }

  /// Reads the content of an attribution as text of its own.
  private mutating func readInside(_ row: Int) {
    parent = row
    unitRow = found[row].unit
    for piece in found[row].content where piece.count > 3 {
      // Before, and not as an argument: a call holds a copy of what it is called on, and opening
      // up would then copy the article's arrays for every quotation.
      let open = openUp(piece)
      for part in sentences(in: open) {
        unit = SpeechUnit(tokens: part, paragraph: found[row].paragraph)
        readWrapped()
        readCues()
      }
    }
    parent = nil
  }

  /// Lets the inside of a whole quotation be seen, its inner quotations apart; what was taken is
  /// free again.
  ///
  /// Where a quotation is only a part of the content, it stays closed: it may have its own speaker.
  private mutating func openUp(_ piece: TokenRange) -> TokenRange {
    for row in piece.indices where row < taken.count { taken[row] = false }
    let quote = Int(mask[piece.start])
    guard quote >= 0, draft.quotes[quote].tokens.end >= piece.end else { return piece }
    for row in piece.indices where row < mask.count && mask[row] == quote { mask[row] = -1 }
    var inner = quote + 1
    while inner < draft.quotes.count, draft.quotes[inner].tokens.end <= piece.end {
      let tokens = draft.quotes[inner].tokens
      if draft.quotes[inner].kind == .speech {
        for row in tokens.indices where mask[row] < 0 { mask[row] = Int32(inner) }
      }
      inner += 1
    }
    let inside = draft.quotes[quote].inner
    return TokenRange(max(piece.start, inside.start), min(piece.end, inside.end))
  }

  private func sentences(in piece: TokenRange) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    var from = piece.start
    let last = min(piece.end, tokens.count)
    for row in piece.start..<max(piece.start, last) where tokens[row].kind == .stop && mask[row] < 0
    {
      if row > from { parts.append(from..<(row + 1)) }
      from = row + 1
    }
    if last > from { parts.append(from..<last) }
    return parts
  }

  /// The first token of any of its parts.
  private func firstToken(of one: FoundAttribution) -> Int {
    var first = Int.max
    if let source = one.source { first = source.start }
    if let cue = one.cue { first = min(first, cue.start) }
    for piece in one.content { first = min(first, piece.start) }
    return first == .max ? 0 : first
  }

  /// In order of start; a child after its parent.
  private mutating func sortFound() {
    let keys = found.indices.map { firstToken(of: found[$0]) }
    let depths = found.indices.map { row -> Int in
      var depth = 0
      var here = found[row].parent
      while let up = here, depth < 8 { depth += 1; here = found[up].parent }
      return depth
    }
    var roots = Array(found.indices)
    for row in found.indices {
      var here = row
      while let up = found[here].parent { here = up }
      roots[row] = here
    }
    let order = found.indices.sorted { one, other in
      let a = (keys[roots[one]], roots[one], depths[one], keys[one], one)
      let b = (keys[roots[other]], roots[other], depths[other], keys[other], other)
      return a < b
    }
    var place = Array(repeating: 0, count: found.count)
    for (new, old) in order.enumerated() { place[old] = new }
    found = order.map { old in
      var one = found[old]
      one.parent = one.parent.map { place[$0] }
      return one
    }
  }
}
