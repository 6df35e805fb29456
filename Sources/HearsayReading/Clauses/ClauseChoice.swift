import HearsayText

/// Which of the open clauses a finite verb belongs to.
extension ClauseScanner {
  /// Gives a verb to the clause that waits for it.
  mutating func take(_ here: Int, _ depth: Int) {
    if let zero = zeroRelative(here, depth) {
      open[open.count - 1].verb = here
      take(group: here, open[open.count - 1].row)
      setOwn(open[open.count - 1].row, from: zero, to: here)
      return
    }
    let edge = open.count > depth + 1 ? edge(before: here) : here
    while open.count > depth + 1 { close(at: edge) }
    let clause = open[depth]
    open[depth].verb = here
    take(group: here, clause.row)
    if let found = waitingSubject(here, clause) {
      setOwn(clause.row, from: found.from, to: here, head: found.head)
    } else if !openerIsSubject(clause, here) {
      invertSubject(clause.row, here)
    }
  }

  /// Where inner clauses end before a verb: at a comma, when its subject stands behind it.
  func edge(before here: Int) -> Int {
    var row = here - 1
    var noun = false
    while row > open[open.count - 1].first, row > here - 12 {
      switch chunks[row].kind {
      case .comma: return noun && row > open[open.count - 1].verb ? row + 1 : here
      case .noun: if !isGoverned(row, 0) { noun = true }
      case .time, .adverb, .bracket, .adjective, .preposition, .other: break
      case .conjunction: break
      case .verb: if groups[chunks[row].head].form == .finite { return here }
      default: return here
      }
      row -= 1
    }
    return here
  }

  /// `the money he needed was`: a clause inside the subject, when another verb follows.
  private mutating func zeroRelative(_ here: Int, _ depth: Int) -> Int? {
    guard depth == open.count - 1, finiteFrom[here] > 1, open[depth].candidate >= 0, here > 1
    else { return nil }
    var row = here - 1
    while row > open[depth].candidate, chunks[row].kind == .adverb { row -= 1 }
    guard row > open[depth].candidate, chunks[row].kind == .noun, chunks[row - 1].kind == .noun,
      follows(here)
    else { return nil }
    push(.relative, at: row, opener: -1, parent: open[depth].row)
    let top = open[open.count - 1].row
    layer.rows[top].antecedent = TokenRange(chunks[row - 1].start, chunks[row - 1].end)
    return row
  }

  /// Whether the next finite verb has no subject, opener or mark of its own before it.
  func follows(_ here: Int) -> Bool {
    var row = here + 1
    while row < chunks.count, row < here + 8 {
      switch chunks[row].kind {
      case .verb: if groups[chunks[row].head].form == .finite { return true }
      case .adverb, .time, .preposition: break
      case .noun: if !isGoverned(row, here) { return false }
      default: return false
      }
      row += 1
    }
    return false
  }

  mutating func take(group here: Int, _ row: Int) {
    layer.rows[row].group = chunks[here].head
    layer.ofGroup[chunks[here].head] = Int32(row)
  }

  /// `who left`, `that works`, `what happened`.
  private mutating func openerIsSubject(_ clause: OpenClause, _ here: Int) -> Bool {
    let opener = layer.rows[clause.row].opener
    guard opener >= 0, opener < tokens.count else { return false }
    let kind = chunks[clause.first].kind
    guard kind == .relative || kind == .that || tables.subjectWords.contains(tokens[opener].word)
    else { return false }
    layer.rows[clause.row].subject = TokenRange(opener, opener + 1)
    layer.rows[clause.row].subjectHead = opener
    layer.rows[clause.row].subjectKind = .relative
    let whole = clause.first - 2
    if whole >= 0, chunks[whole].kind == .noun, chunks[whole + 1].kind == .preposition {
      // `both of whom said`
      layer.rows[clause.row].subject = TokenRange(chunks[whole].start, opener + 1)
      layer.rows[clause.row].subjectHead = chunks[whole].head
      layer.rows[clause.row].subjectKind = .own
    }
    return true
  }

  /// Whether a clause around is left waiting with its subject, so that this verb is its.
  func outerWaits(_ depth: Int, _ here: Int, _ found: FoundSubject) -> Bool {
    guard depth > 0,
      let waiting = open[..<depth].lastIndex(where: { $0.isWaiting && $0.candidate >= 0 })
    else { return false }
    let apart = found.from > 0 && chunks[found.from - 1].kind == .comma
    if apart { return true }
    if classes[found.head] == .subjectPronoun { return false }
    let verb = open[depth].verb
    guard verb >= 0 else { return true }
    let bare = tables.bare.contains(groups[chunks[verb].head].lemma)
    return !(bare && finiteFrom[here] > depth - waiting)
  }

  /// `said women who own guns are`: what stands before the verb is the object of a relative clause,
  /// and the clause around takes clauses.
  func describes(_ depth: Int, _ found: FoundSubject) -> Bool {
    guard depth > 0, layer.rows[open[depth].row].kind == .relative, !takesBare(depth),
      classes[found.head] != .subjectPronoun, !open[depth - 1].isWaiting
    else { return false }
    return takesBare(depth - 1) && found.from > 0 && chunks[found.from - 1].kind == .verb
  }

  /// `take this policy shift`: behind a verb that takes no clauses stands its object.
  func isObject(_ found: FoundSubject, _ depth: Int) -> Bool {
    found.from > 0 && found.from - 1 == open[depth].verb && !takesBare(depth)
      && classes[found.head] != .subjectPronoun
  }
}
