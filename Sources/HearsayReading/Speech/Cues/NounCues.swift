import HearsayCore
import HearsayText

/// A noun that may give words to its owner, with what its choice goes by.
struct PossibleNounCue: Sendable {
  var row: Int
  /// What follows it.
  var frame: Frame
  /// The first token of the cue.
  var first: Int
  var source: TokenRange?
  var owner: CueEvidence
}

/// Nouns that report: `his claim that`, `questions about`, `X, a critic of`.
extension SpeechScanner {
  mutating func readNounCues() {
    guard hints.contains(.speechNoun) else { return }
    var here = start
    while here + 1 < end {
      let row = here
      here += 1
      guard layers.hints[row].contains(.speechNoun), mask[row] < 0,
        let candidate = nounCandidate(row)
      else { continue }
      let score = score(candidate)
      if watched != nil, depth == 0 { note(candidate, score) }
      log?.weigh(candidate, score: score, threshold: nounThreshold)
      guard score >= nounThreshold, isFree(candidate.first..<row + 2),
        let found = attribution(candidate, score)
      else { continue }
      add(found)
      here = max(here, found.content.last?.end ?? here)
    }
  }

  private var nounThreshold: Float {
    depth == 0 ? tables.thresholds.noun : max(tables.nestedThreshold, tables.thresholds.noun)
  }

  private func nounCandidate(_ row: Int) -> PossibleNounCue? {
    guard let frame = nounFrame(row + 1) ?? nounFrame(thatBehindPhrase(row + 1)) else { return nil }
    var first = row
    while first > start, first > row - 4, isNounModifier(first - 1) { first -= 1 }
    let before = first - 1
    var found = PossibleNounCue(row: row, frame: frame, first: first, owner: .ownerNone)
    switch kind(before) {
    case _ where before < start || taken[before] || mask[before] >= 0: break
    case .possessive:
      found.source = TokenRange(before, first)
      found.owner = .ownerPossessive
    case .genitive:
      guard let range = nounGroup(endingAt: before - 1, lower: start) else { return nil }
      found.source = TokenRange(range.start, first)
      found.owner = .ownerGenitive
    case .determiner:
      found.first = before
      found.owner = .ownerDeterminer
    default: break
    }
    guard tables.cueAgents.contains(lemma(row)) else { return found }
    return apposition(found)
  }

  /// `X, a critic of`: who is called so says it.
  private func apposition(_ candidate: PossibleNounCue) -> PossibleNounCue? {
    let comma = candidate.first - 1
    guard candidate.source == nil, isComma(comma),
      let range = nounGroup(endingAt: comma - 1, lower: start)
    else { return nil }
    var candidate = candidate
    candidate.source = range
    candidate.owner = .ownerBefore
    return candidate
  }

  private func isNounModifier(_ row: Int) -> Bool {
    guard mask[row] < 0, !taken[row] else { return false }
    switch kind(row) {
    case .adjective, .noun, .number: return true
    case .adverb: return kind(row + 1) == .adjective
    default: return false
    }
  }

  /// `his claim on Monday that`, `her promise during the debate that`: the row of `that`, or `row`.
  private func thatBehindPhrase(_ row: Int) -> Int {
    var here = row
    var rounds = 0
    while rounds < 3, here < end, mask[here] < 0 {
      rounds += 1
      if let next = afterTime(here) {
        here = next
      } else if kind(here) == .preposition, let next = simpleGroupEnd(here + 1) {
        here = next
      } else {
        break
      }
    }
    return here > row && here < end && tokens[here].word == function.that ? here : row
  }

  private func nounFrame(_ next: Int) -> Frame? {
    guard mask[next] < 0 else { return nil }
    if tokens[next].word == function.that { return .that }
    if kind(next) == .to { return .infinitive }
    return kind(next) == .preposition && tables.contentPrepositions.contains(tokens[next].word)
      ? .preposition(tokens[next].word) : nil
  }

  private func score(_ candidate: PossibleNounCue) -> Float {
    let chance = layers.chance(.noun, lemma(candidate.row), nil, candidate.frame)
    var odds = chance / (1 - chance)
    for evidence in evidence(candidate) { odds *= tables.weights[Int(evidence.rawValue)] }
    return odds / (1 + odds)
  }

  private func evidence(_ candidate: PossibleNounCue) -> [CueEvidence] {
    var found = [candidate.owner]
    if unit.headline { found.append(.headline) }
    if marksFollow(candidate.row) { found.append(.quotes) }
    return found
  }

  private func attribution(_ candidate: PossibleNounCue, _ score: Float) -> FoundAttribution? {
    let row = candidate.row
    let clause = candidate.frame == .that
    var from = clause || candidate.frame == .infinitive ? row + 1 : row + 2
    if clause { from = thatBehindPhrase(row + 1) }
    var to = quote(at: from)?.tokens.end ?? from + 1
    // Clauses that were opened and wait for their verb: `doubts about how it works`.
    var owed = kind(from) == .whWord || kind(from) == .subordinator && opensClause(from) ? 1 : 0
    while to < end, !taken[to], mask[to] < 0 || quote(at: to) != nil {
      if isComma(to) || tokens[to].kind == .stop || byte(to) == UInt8(ascii: ";") { break }
      if !clause, endsNoun(to, &owed) { break }
      if let quote = quote(at: to) { to = quote.tokens.end } else { to += 1 }
    }
    to = min(to, end)
    guard to > from, from < end else { return nil }
    return FoundAttribution(
      source: candidate.source, cue: TokenRange(candidate.first, from),
      content: [TokenRange(from, to)], score: score, rule: "english/cue.noun",
      lemma: lemma(row), unit: 0, presupposed: true)
  }

  /// Whether a finite verb stands here that nothing in the content asks for.
  private func endsNoun(_ row: Int, _ owed: inout Int) -> Bool {
    switch kind(row) {
    case .relative, .whWord: owed += 1
    case .subordinator: if opensClause(row) { owed += 1 }
    default: break
    }
    guard finiteGroup(at: row), groups[Int(groupAt[row])].tokens.start == row else { return false }
    owed -= 1
    return owed < 0
  }

  /// Keeps a noun for counting.
  private mutating func note(_ candidate: PossibleNounCue, _ score: Float) {
    let found = attribution(candidate, score)
    let record = CueRecord(
      cue: draft.bytes(TokenRange(candidate.row, candidate.row + 1)), kind: "noun",
      cueClass: "none", word: lexicon.text(lemma(candidate.row)),
      frame: candidate.frame.name(lexicon), evidence: evidence(candidate).map(\.key), subject: "",
      object: "", after: "", isFree: !taken[candidate.row], score: score,
      source: candidate.source.map { draft.bytes($0) },
      wholeCue: found?.cue.map { draft.bytes($0) },
      content: (found?.content ?? []).map { draft.bytes(trimmed($0)) }.filter { !$0.isEmpty })
    watched?.append(record)
  }
}
