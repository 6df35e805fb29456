import HearsayText

/// Where reported content ends. Each rule is a count: how often such a place ended the content, of
/// how often it stood in or at the end of one (`stopped/seen`, PolNeAR's practice part).
extension SpeechScanner {
  /// What the borders of a content depend on.
  struct BorderContext {
    var frame: Frame
    var group: VerbGroup
    /// The cue stands in a relative clause: `who said`.
    var relative = false
    /// The cue stands in a clause before its main clause.
    var fronted = false
    /// The object of a verb in a relative clause ends before the next finite verb.
    var objectOfRelative = false
    /// The cue is a verb of saying.
    var says = false

    /// Clauses stop later than noun groups.
    var isClause: Bool {
      switch frame {
      case .that, .clause, .quote, .wh, .end, .subordinator: return true
      case .ing: return says
      default: return false
      }
    }
  }

  /// One past the content that begins at `from`.
  func contentEnd(from: Int, _ context: BorderContext) -> Int {
    var walk = walk(from: from, context)
    var here = from
    while here < end {
      if taken[here] { return here }
      if let quote = quote(at: here) {
        let last = quote.inner.end - 1
        here = max(quote.tokens.end, here + 1)
        if here < end, byte(last) == UInt8(ascii: ","), tokens[last].kind == .mark,
          stops(before: here, comma: last, walk)
        {
          return here
        }
        if context.frame == .quote, here < end, isWhole(quote), leavesQuote(here) { return here }
        continue
      }
      if mask[here] >= 0 {
        here += 1
        continue
      }
      if here > from, stops(here, &walk) { return here }
      note(here, &walk)
      here += 1
    }
    return end
  }

  /// `shouted “Go home!” at the mayor`: the quotation closes its own sentence.
  private func isWhole(_ quote: DraftQuote) -> Bool {
    let last = quote.inner.end - 1
    return last >= 0 && (tokens[last].kind == .stop || byte(last) == UInt8(ascii: ","))
  }

  private func leavesQuote(_ row: Int) -> Bool {
    switch kind(row) {
    case .preposition, .subordinator, .day: true
    default: timeAt[row] >= 0
    }
  }

  private func stops(_ row: Int, _ walk: inout ContentWalk) -> Bool {
    if kind(row) == .mark { return stopsAtMark(row, &walk) }
    guard walk.brackets == 0 else { return false }
    if groupAt[row] >= 0 {
      let group = groups[Int(groupAt[row])]
      if group.tokens.start == row { return stopsAtVerb(row, group, walk) }
    }
    switch kind(row) {
    case .conjunction: return stopsAtConjunction(row, walk)
    case .subordinator: return cueClause(row, walk.context) || isAdjunct(row, walk)
    default: return isAdjunct(row, walk)
    }
  }

  private func stopsAtMark(_ row: Int, _ walk: inout ContentWalk) -> Bool {
    switch byte(row) {
    case UInt8(ascii: ";"): return walk.brackets == 0
    case UInt8(ascii: "("), UInt8(ascii: "["):
      walk.brackets += 1
      return false
    case UInt8(ascii: ")"), UInt8(ascii: "]"):
      // The bracket was opened before the cue: `(X denied it.)`
      guard walk.brackets > 0 else { return true }
      walk.brackets -= 1
      return false
    default: break
    }
    guard walk.brackets == 0 else { return false }
    if isComma(row) { return stops(before: row + 1, comma: row, walk) }
    return isDash(row) && stopsAtDash(row, &walk)
  }

  /// A dash ends a noun group (16/30).
  ///
  /// In a clause a pair of dashes holds an aside (10/26); a single
  /// one ends it (18/29), unless the clause itself goes on: `— including` (0/10).
  private func stopsAtDash(_ row: Int, _ walk: inout ContentWalk) -> Bool {
    if walk.inDashes {
      walk.inDashes = false
      return false
    }
    var here = row + 1
    while here < end, !isDash(here) || mask[here] >= 0 { here += 1 }
    // `the dams — all four — are weak`
    walk.inDashes = here < end && (walk.context.isClause || finiteGroup(at: here + 1))
    guard !walk.inDashes else { return false }
    guard walk.context.isClause, row + 1 < end else { return true }
    return !tables.borders.afterDash.contains(tokens[row + 1].word)
  }

  /// A verb that nothing in the content asked for is the one of the main clause:
  /// `voters saying X are many`.
  private func stopsAtVerb(_ row: Int, _ group: VerbGroup, _ walk: ContentWalk) -> Bool {
    guard walk.endsAtVerb, group.form == .finite, walk.owed == 0, !walk.joined else { return false }
    let before = kind(row - 1)
    if before == .conjunction || before == .mark || before == .to || row - 1 < walk.from {
      return false
    }
    // `comments Trump made`: a clause without its relative word.
    let contact =
      before == .name && walk.from < row - 1 && kind(row - 2) == .noun
      || before == .subjectPronoun
    return !contact
  }

  /// Notes the word that was passed.
  private func note(_ row: Int, _ walk: inout ContentWalk) {
    switch kind(row) {
    case .subordinator where row > walk.from:
      if opensClause(row) { walk.owed += 1 }
    case .relative where row > walk.from, .whWord where row > walk.from: walk.owed += 1
    case .conjunction: walk.joined = true
    default: break
    }
    guard groupAt[row] >= 0 else { return }
    let group = groups[Int(groupAt[row])]
    guard group.head == row else { return }
    walk.forms.insert(form(of: group))
    if group.form == .finite {
      walk.finite += 1
      walk.owed = max(0, walk.owed - 1)
      walk.joined = false
    }
    // `knew it was`: a clause without `that`.
    if walk.endsAtVerb, takesClause(group), clauseFollows(group.tokens.end) { walk.owed += 1 }
  }

  private func takesClause(_ group: VerbGroup) -> Bool {
    (tables.counts(.verb).words[group.lemma]?.counts.frames[.clause]?.yes ?? 0) >= 2
  }

  /// Whether a subordinator opens a clause with a finite verb; not `when asked`.
  func opensClause(_ row: Int) -> Bool {
    switch kind(row + 1) {
    case .verbIng, .verbParticiple, .adjective, .preposition, .mark, .to: return false
    default: return true
    }
  }

  /// `because he worries`: a clause whose verb is a cue of its own.
  private func cueClause(_ row: Int, _ context: BorderContext) -> Bool {
    guard tokens[row].word != function.that, !context.isClause else { return false }
    guard let next = nounGroupEnd(row + 1), finiteGroup(at: next) else { return false }
    let other = groups[Int(groupAt[next])]
    return tables.strengths.has(other.lemma)
  }
}
