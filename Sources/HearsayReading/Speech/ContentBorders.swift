import HearsayText

/// Where reported content ends. Each rule is a count: how often such a place ended the content.
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
    var here = from
    while here < end {
      if taken[here] { return here }
      if let quote = quote(at: here) {
        let last = quote.inner.end - 1
        here = max(quote.tokens.end, here + 1)
        if here < end, byte(last) == UInt8(ascii: ","), tokens[last].kind == .mark,
          stops(before: here, comma: last, context)
        {
          return here
        }
        continue
      }
      if mask[here] >= 0 {
        here += 1
        continue
      }
      if here > from, stops(here, from: from, context) { return here }
      here += 1
    }
    return end
  }

  private func stops(_ row: Int, from: Int, _ context: BorderContext) -> Bool {
    switch kind(row) {
    case .mark:
      if byte(row) == UInt8(ascii: ";") { return true }
      if isComma(row) { return stopsAtComma(row, context) }
      if isDash(row) { return !context.isClause }
      return false
    case .conjunction: return stopsAtConjunction(row, context)
    case .subordinator: return cueClause(row, context)
    case .verbPast, .verbS, .be, .have, .modal, .doAuxiliary:
      return context.objectOfRelative && finiteGroup(at: row)
    default: return false
    }
  }

  private func stopsAtComma(_ comma: Int, _ context: BorderContext) -> Bool {
    stops(before: comma + 1, comma: comma, context)
  }

  /// Whether content ends at a comma before `next`; the comma may stand inside a closing mark.
  private func stops(before next: Int, comma: Int, _ context: BorderContext) -> Bool {
    guard next < end, mask[next] < 0 else { return false }
    if tables.accordingWords.has(tokens[next].word) { return true }
    if context.relative { return true }
    if context.fronted { return clauseFollows(next) || finiteGroup(at: next) }
    let clause = context.isClause
    switch kind(next) {
    case .conjunction:
      if finiteGroup(at: next + 1) { return !clause || isCue(at: next + 1) }
      if kind(next + 1) == .subjectPronoun {
        return clauseFollows(next + 1) && !clause || isCueAfterSubject(next + 1)
      }
      return false
    case .verbIng: return !clause || context.frame == .quote || isCue(at: next)
    case .verbParticiple: return !clause
    case .relative:
      return tokens[next].word != function.that && (!clause || tokens[next].word != tables.whoWord)
    case .determiner: return !clause && !listGoesOn(comma)
    case .subjectPronoun: return !clause
    case .subordinator: return !clause || cueClause(next, context) || isCue(at: next + 1)
    case .number: return clause && clauseFollows(next)
    default: return false
    }
  }

  /// `a, b and c`: the comma is one of a list.
  private func listGoesOn(_ comma: Int) -> Bool {
    var here = comma + 1
    let limit = min(end, comma + 14)
    while here < limit {
      if kind(here) == .conjunction { return isComma(here - 1) || kind(here - 1).isNominal }
      if groupAt[here] >= 0 { return false }
      here += 1
    }
    return false
  }

  private func stopsAtConjunction(_ row: Int, _ context: BorderContext) -> Bool {
    let next = row + 1
    guard next < end, mask[next] < 0 else { return false }
    if finiteGroup(at: next) {
      if !context.isClause { return true }
      return isCue(at: next) && sameTense(next, context.group)
    }
    return isSameCueAfterSubject(next, context.group)
  }

  private func sameTense(_ row: Int, _ group: VerbGroup) -> Bool {
    groups[Int(groupAt[row])].tense == group.tense
  }

  /// Whether a verb of saying stands here.
  func isCue(at row: Int) -> Bool {
    guard row < end, groupAt[row] >= 0 else { return false }
    let group = groups[Int(groupAt[row])]
    guard tags(group.head).has(.quoteVerb), !group.passive else { return false }
    return frame(after: group, lemma: group.lemma).frame != .nounGroup
  }

  /// As in `and one in four said`.
  private func isSameCueAfterSubject(_ row: Int, _ group: VerbGroup) -> Bool {
    guard let next = nounGroupEnd(row), finiteGroup(at: next) else { return false }
    let other = groups[Int(groupAt[next])]
    return other.lemma == group.lemma && tags(other.head).has(.quoteVerb)
  }

  private func isCueAfterSubject(_ row: Int) -> Bool {
    guard let next = nounGroupEnd(row), finiteGroup(at: next) else { return false }
    return isCue(at: next)
  }

  /// `because he worries`: a clause whose verb is a cue of its own.
  private func cueClause(_ row: Int, _ context: BorderContext) -> Bool {
    guard tokens[row].word != function.that, !context.isClause else { return false }
    guard let next = nounGroupEnd(row + 1), finiteGroup(at: next) else { return false }
    let other = groups[Int(groupAt[next])]
    return tables.strengths.has(other.lemma)
  }
}
