import HearsayText

/// Which clause a verb belongs to.
extension ClauseScanner {
  // MARK: - Finite verbs

  mutating func finiteVerb(_ here: Int) {
    let group = groups[chunks[here].head]
    if completes(here, group) { return }
    if opensParenthesis(here) { return }
    leaveParenthesis(here)
    let joined = wordBefore(here)
    if joined == .conjunction, joinsSubject(here, group) || coordinate(here, group) { return }
    if joined == .noun, endsObject(here), turnsNoun(here) { return }
    if opensLoose(here) { return }
    if joined == .comma { leaveVerbless(here) }
    var depth = open.count - 1
    while depth >= 0 {
      if open[depth].isWaiting { return take(here, depth) }
      if joined != .comma, joined != .conjunction, let found = subject(before: here, depth) {
        if isObject(found, depth), turnsNoun(here) { return }
        if found.isWeak, reduce(here, closed: false) { return }
        if describes(depth, found) {
          skip[here - 1] = open[depth].first
          depth -= 1
          continue
        }
        if outerWaits(depth, here, found) { depth -= 1; continue }
        return openBare(here, found, depth)
      }
      if joined == .comma, let found = enclosed(before: here, depth), !anyWaits {
        return openBare(here, found, depth)
      }
      let kind = layer.rows[open[depth].row].kind
      if depth == 0 || !anyWaits && kind != .relative && !isLoose(kind) { break }
      depth -= 1
    }
    if joined != .conjunction, reduce(here, closed: joined == .comma) { return }
    if joined == .comma, invert(here) { return }
    if joined == .noun || joined == .adjective, turnsNoun(here) { return }
    if coordinate(here, group) { return }
    beside(here)
  }

  /// `the question, if any, was`: a clause that got no verb before the comma gets none.
  private mutating func leaveVerbless(_ here: Int) {
    guard let top = open.last, open.count > 1, top.isWaiting,
      layer.rows[top.row].kind == .adverbial,
      open.dropLast().contains(where: { $0.isWaiting && $0.candidate >= 0 })
    else { return }
    var commas = 0
    for row in top.first..<here where chunks[row].kind == .comma { commas += 1 }
    if commas == 1 { close(at: here) }
  }

  /// Whether a verb group is one word that is as often a noun.
  private func canTurn(_ group: VerbGroup) -> Bool {
    group.tokens.count == 1 && canBe(group.head, .noun)
      && (classes[group.head] == .verbS || classes[group.head] == .verbBase)
  }

  /// `a founder and advocate of it, said`: what is joined to a subject is no verb.
  private mutating func joinsSubject(_ here: Int, _ group: VerbGroup) -> Bool {
    guard let top = open.last, top.isWaiting, top.candidate >= 0, here > 1, canTurn(group),
      chunks[here - 1].kind == .conjunction, chunks[here - 2].kind == .noun
    else { return false }
    dropped[chunks[here].head] = true
    classes[group.head] = .noun
    chunks[here].kind = .noun
    chunks[here].head = group.head
    return true
  }

  /// `who runs its lobbying arm, said`: the verb after the comma is the one that is waited for.
  private func endsObject(_ here: Int) -> Bool {
    guard open.last?.isWaiting == false, here + 2 < chunks.count, chunks[here + 1].kind == .comma
    else { return false }
    return verbFollows(here + 1)
  }

  /// `according to ministry records`: a verb without a subject, mark or clause of its own is the
  /// noun of the group before it.
  private mutating func turnsNoun(_ here: Int) -> Bool {
    let group = groups[chunks[here].head]
    guard here > 0, canTurn(group), chunks[here - 1].end == chunks[here].start else {
      return false
    }
    dropped[chunks[here].head] = true
    classes[group.head] = .noun
    if chunks[here - 1].kind == .adjective { chunks[here - 1].kind = .noun }
    chunks[here - 1].end = chunks[here].end
    chunks[here - 1].head = group.head
    chunks[here] = Chunk(
      kind: .other, start: chunks[here].start, end: chunks[here].end, head: group.head)
    return true
  }

  /// A clause that says nothing of what follows it.
  private func isLoose(_ kind: Clause.Kind) -> Bool {
    kind == .participial || kind == .infinitival || kind == .adverbial || kind == .complement
  }

  private var anyWaits: Bool {
    open.contains { $0.isWaiting && $0.candidate >= 0 }
  }

  /// What stands before a verb, adverbs and times aside.
  func wordBefore(_ here: Int) -> Chunk.Kind {
    var row = here - 1
    while row >= 0, chunks[row].kind == .adverb || chunks[row].kind == .time { row -= 1 }
    if row >= 0, row < here - 1, chunks[row].kind == .preposition { row -= 1 }
    return row >= 0 ? chunks[row].kind : .other
  }
}
