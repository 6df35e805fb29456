import HearsayText

/// Clauses without an opener: bare contents, and reduced relatives taken back.
extension ClauseScanner {
  /// `Lima, after the scandal broke, said`: a preposition that opens a clause, when the clause
  /// around gets another verb.
  mutating func opensLoose(_ here: Int) -> Bool {
    guard let top = open.last, top.isWaiting, finiteFrom[here] > 1 else { return false }
    var row = here - 1
    var noun = -1
    while row > top.first || row == top.first && noun >= 0, row > here - 12 {
      switch chunks[row].kind {
      case .noun: noun = row
      case .adjective, .adverb, .time, .bracket: break
      case .preposition:
        if noun == row + 1, tables.loosePrepositions.contains(tokens[chunks[row].start].word) {
          guard row == top.first || row > 0 && chunks[row - 1].kind == .comma else { return false }
          let first = row
          push(.adverbial, at: first, opener: chunks[first].start, parent: top.row)
          let clause = open.count - 1
          layer.rows[open[clause].row].isFronted = top.candidate < 0
          open[clause].verb = here
          take(group: here, open[clause].row)
          setOwn(open[clause].row, from: noun, to: here)
          return true
        }
      default: return false
      }
      row -= 1
    }
    return false
  }

  /// Opens a clause without an opener: `said he left`, `…, he left`, `and she stayed`.
  mutating func openBare(_ here: Int, _ found: FoundSubject, _ depth: Int) {
    let first = found.from
    let before = first > 0 ? chunks[first - 1].kind : .other
    var kind = Clause.Kind.complement
    var opener = -1
    var parent = open[depth].row
    switch before {
    case .conjunction:
      kind = .coordinated
      opener = chunks[first - 1].start
      while open.count > depth { close(at: first - 1) }
      parent = layer.rows[parent].parent
    case .comma, .quote, .bracket:
      let says = tags(groups[chunks[here].head].head).has(.quoteVerb)
      kind = says ? .parenthetical : .main
      while open.count > depth + 1 { close(at: first) }
      if !says {
        parent = layer.rows[parent].parent
        close(at: first)
      }
    case .noun:
      kind = .relative
      while open.count > depth + 1 { close(at: first) }
    case .preposition where found.isWeak:
      kind = .adverbial
      opener = chunks[first - 1].start
      while open.count > depth + 1 { close(at: first - 1) }
    default:
      while open.count > depth + 1 { close(at: first) }
    }
    let row = push(kind, at: first, opener: opener, parent: parent)
    if kind == .relative {
      layer.rows[row].antecedent = TokenRange(chunks[first - 1].start, chunks[first - 1].end)
    }
    adopt(row, from: chunks[first].start)
    open[open.count - 1].verb = here
    take(group: here, row)
    setOwn(row, from: first, to: here, head: found.head)
  }

  /// Clauses inside the subject belong to the clause that begins with it.
  private mutating func adopt(_ row: Int, from start: Int) {
    var here = row - 1
    let parent = layer.rows[row].parent
    while here >= 0, here > row - 24, layer.rows[here].tokens.start >= start {
      if layer.rows[here].parent == parent { layer.rows[here].parent = row }
      here -= 1
    }
  }

  /// `officials briefed on the matter said`: the first verb was a participle.
  mutating func reduce(_ here: Int, closed: Bool) -> Bool {
    guard
      let depth = open.lastIndex(where: { !$0.isWaiting && isReducible($0, here, closed: closed) })
    else { return false }
    while open.count > depth + 1 { close(at: here) }
    let clause = open[depth]
    let old = layer.rows[clause.row].group
    var inner = Clause(
      kind: .participial,
      tokens: TokenRange(groups[old].tokens.start, chunks[here - 1].end), group: old,
      parent: clause.row)
    inner.subject = layer.rows[clause.row].subject
    inner.subjectHead = layer.rows[clause.row].subjectHead
    inner.subjectKind = .own
    groups[old].form = .participle
    layer.rows.append(inner)
    layer.ofGroup[old] = Int32(layer.rows.count - 1)
    open[depth].verb = here
    take(group: here, clause.row)
    setOwn(clause.row, from: clause.candidate, to: here)
    return true
  }

  /// Whether a verb that takes clauses may be a participle: `the plan announced Monday would`, not
  /// `officials said 2016 has`, `which critics said was`.
  private func isReducedSaying(_ clause: OpenClause, _ here: Int) -> Bool {
    let next = clause.verb + 1
    let subject = layer.rows[clause.row].subjectHead
    let isThing =
      subject >= 0 && classes[subject] == .noun && !tags(subject).has(.personNoun)
    guard next < here else { return isThing && layer.rows[clause.row].kind != .relative }
    switch chunks[next].kind {
    case .preposition, .adverb: return true
    case .time: return isThing
    case .verb: return groups[chunks[next].head].form == .infinitive
    default: return false
    }
  }

  private func isReducible(_ clause: OpenClause, _ here: Int, closed: Bool) -> Bool {
    guard clause.verb >= 0, clause.verb < here, clause.candidate >= 0,
      layer.rows[clause.row].subjectKind == .own, chunks[clause.verb].kind == .verb
    else { return false }
    let group = groups[chunks[clause.verb].head]
    // `which he added is`: what a pronoun does is no participle.
    if draft.classes[chunks[clause.candidate].head] == .subjectPronoun { return false }
    // `The note, found in his car, said “forgive me”`: nor is what a quotation follows.
    let next = group.tokens.end
    if next < draft.tokens.count, draft.tokens[next].kind == .quote,
      lexicon.tags(draft.tokens[group.head].word).has(.quoteVerb)
    {
      return false
    }
    let participle = canBe(group.head, .verbParticiple) && canBe(group.head, .verbPast)
    // `people close to the campaign said`
    let adjective =
      canBe(group.head, .adjective) && clause.verb + 1 < here
      && chunks[clause.verb + 1].kind == .preposition
    guard group.form == .finite, group.tokens.count == 1, participle || adjective,
      !tables.bare.contains(group.lemma) || isReducedSaying(clause, here)
    else { return false }
    // `Lima, a lawyer hired by the town, said`
    if closed, !(clause.candidate..<clause.verb).contains(where: { chunks[$0].kind == .comma }) {
      return false
    }
    for row in clause.verb + 1..<max(clause.verb + 1, here - (closed ? 1 : 0)) {
      switch chunks[row].kind {
      case .noun: if !isGoverned(row, clause.verb) { return false }
      case .comma, .strong: return false
      case .conjunction: if row + 1 >= here || chunks[row + 1].kind == .verb { return false }
      default: break
      }
      if chunks[row].isOpener { return false }
    }
    return true
  }
}
