import HearsayText

/// A noun group that can be the subject of a verb.
struct FoundSubject: Sendable {
  /// The chunk it begins with.
  var from: Int
  /// The token of its head.
  var head: Int
  /// Whether something else takes it already: `by Lima and Soto`.
  var isWeak = false
}

/// The noun group of a clause that its verb goes with.
extension ClauseScanner {
  /// The subject of a clause that waited for its verb.
  func waitingSubject(_ here: Int, _ clause: OpenClause) -> FoundSubject? {
    let candidate = clause.candidate
    guard candidate >= 0 else {
      return search(from: here - 1, lower: clause.first) ?? timeSubject(here, clause.first)
        ?? initialSubject(here, clause.first)
    }
    let whole = FoundSubject(from: candidate, head: chunks[candidate].head)
    if isClosed(here, after: candidate) { return whole }
    guard let near = search(from: here - 1, lower: max(clause.first, candidate)) else {
      return whole
    }
    guard near.from > candidate else { return whole }
    var link = near.from - 1
    while link > candidate, chunks[link].kind == .adverb { link -= 1 }
    if chunks[link].kind == .conjunction {
      return classes[near.head] == .subjectPronoun && hasComma(candidate, near.from) ? near : whole
    }
    return near
  }

  /// `13 Hours will cover`, `Monday was`.
  private func timeSubject(_ here: Int, _ lower: Int) -> FoundSubject? {
    guard here > lower, chunks[here - 1].kind == .time,
      here - 2 < lower || chunks[here - 2].kind != .preposition
    else { return nil }
    return FoundSubject(from: here - 1, head: chunks[here - 1].head)
  }

  /// `Retired judge Ana Lima said`, `Small, who lives there, said`.
  private func initialSubject(_ here: Int, _ first: Int) -> FoundSubject? {
    guard first + 1 < here else { return nil }
    switch chunks[first].kind {
    case .verb:
      let group = groups[chunks[first].head]
      guard group.form == .participle, group.tokens.count == 1, chunks[first + 1].kind == .noun,
        !classes[chunks[first + 1].start].opensNounGroup
      else { return nil }
      return FoundSubject(from: first, head: chunks[first + 1].head)
    case .adjective:
      guard tokens[chunks[first].start].flags.contains(.capital), chunks[first + 1].kind == .comma
      else { return nil }
      return FoundSubject(from: first, head: chunks[first].head)
    default: return nil
    }
  }

  private func hasComma(_ from: Int, _ to: Int) -> Bool {
    (from..<to).contains { chunks[$0].kind == .comma }
  }

  /// Whether a comma stands directly before the verb, phrases aside.
  private func isClosed(_ here: Int, after candidate: Int) -> Bool {
    var row = here - 1
    while row > candidate {
      switch chunks[row].kind {
      case .comma: return true
      case .adverb, .time, .bracket: row -= 1
      case .preposition where row + 1 < here && chunks[row + 1].kind == .time: row -= 1
      default: return false
      }
    }
    return false
  }

  /// A noun group between the verb of an open clause and this verb: `said he left`.
  func subject(before here: Int, _ depth: Int) -> FoundSubject? {
    let verb = max(open[depth].verb, 0)
    let takesObject =
      chunks[verb].kind == .verb && groups[chunks[verb].head].form != .finite && !takesBare(depth)
    let lower = takesObject ? verb : verb + 1
    guard lower <= here - 1 else { return nil }
    return search(from: here - 1, lower: lower, listing: true)
  }

  /// `said Lima, the mayor, was`: a noun group before an insertion that ends at this verb.
  func enclosed(before here: Int, _ depth: Int) -> FoundSubject? {
    let lower = max(open[depth].verb, 0) + 1
    var row = here - 1
    while row >= lower, chunks[row].kind != .comma { row -= 1 }
    row -= 1
    var steps = 0
    while row > lower, steps < 32 {
      steps += 1
      if skip[row] >= 0, skip[row] > lower { row = skip[row]; continue }
      if chunks[row].kind == .comma, let found = search(from: row - 1, lower: lower) {
        switch chunks[row + 1].kind {
        case .noun, .relative: return found
        case .verb: return takesBare(depth) || saysAside(row + 1, here, found) ? found : nil
        default: return nil
        }
      }
      row -= 1
    }
    return nil
  }

  /// `30 died, an official, speaking anonymously, said`.
  private func saysAside(_ aside: Int, _ here: Int, _ found: FoundSubject) -> Bool {
    found.from > 0 && chunks[found.from - 1].kind == .comma
      && groups[chunks[aside].head].form == .progressive
      && tags(groups[chunks[here].head].head).has(.quoteVerb)
  }

  /// Whether the verb of an open clause takes clauses without `that`.
  func takesBare(_ depth: Int) -> Bool {
    let group = layer.rows[open[depth].row].group
    return group >= 0 && tables.bare.contains(groups[group].lemma)
  }

  /// The nearest noun group to the left that nothing takes as its object, phrases passed over.
  func search(from: Int, lower: Int, listing: Bool = false) -> FoundSubject? {
    var row = from
    var fallback: Int?
    var steps = 0
    while row >= lower, steps < 64 {
      steps += 1
      if skip[row] >= 0, skip[row] >= lower, skip[row] < row {
        row = skip[row] - 1
        if row >= lower, chunks[row].kind == .comma { row -= 1 }
        continue
      }
      switch chunks[row].kind {
      case .noun where isFloating(row, lower): break
      case .noun where isAge(row, lower): row -= 1
      case .noun:
        if !isGoverned(row, lower) { return found(row, lower, listing: listing) }
        if afterLoose(row, lower) || fallback == nil && joined(row, lower) { fallback = row }
      case .verb: if groups[chunks[row].head].form == .finite { return fallback.map(single) }
      case .adverb, .time, .bracket, .adjective, .preposition, .other: break
      case .conjunction:
        guard row > lower, chunks[row - 1].kind == .noun || chunks[row - 1].kind == .adjective
        else { return fallback.map(single) }
      default: return fallback.map(single)
      }
      row -= 1
    }
    return fallback.map(single)
  }

  /// `Lima himself said`, `it all began`: stands beside the subject and is none.
  func isFloating(_ row: Int, _ lower: Int) -> Bool {
    let kind = classes[chunks[row].head]
    guard kind == .objectPronoun || kind == .determiner else { return false }
    if kind == .objectPronoun, !canBe(chunks[row].head, .subjectPronoun) { return true }
    return row > lower && kind == .determiner && chunks[row].end == chunks[row].start + 1
      && (chunks[row - 1].kind == .noun || chunks[row - 1].kind == .comma && row > lower + 1)
  }

  /// `Ana Lima, 54, said`: a bare number between commas behind a name.
  private func isAge(_ row: Int, _ lower: Int) -> Bool {
    guard row - 2 >= lower, row + 1 < chunks.count, chunks[row].end == chunks[row].start + 1,
      classes[chunks[row].head] == .number, chunks[row - 1].kind == .comma,
      chunks[row + 1].kind == .comma || chunks[row + 1].kind == .relative,
      chunks[row - 2].kind == .noun
    else { return false }
    return classes[chunks[row - 2].head] == .name
  }

  private func single(_ row: Int) -> FoundSubject {
    FoundSubject(from: row, head: chunks[row].head, isWeak: true)
  }

  /// `older than Lima would be`: a preposition that opens clauses too.
  private func afterLoose(_ row: Int, _ lower: Int) -> Bool {
    row - 1 >= lower && chunks[row - 1].kind == .preposition
      && tables.loosePrepositions.contains(tokens[chunks[row - 1].start].word)
  }

  private func joined(_ row: Int, _ lower: Int) -> Bool {
    row - 1 >= lower && chunks[row - 1].kind == .conjunction
  }

  /// A noun group with those it is joined to: `the mayor and the sheriff`.
  private func found(_ row: Int, _ lower: Int, listing: Bool) -> FoundSubject {
    var first = row
    var rounds = 0
    while rounds < 6, first - 2 >= lower, chunks[first - 1].kind == .conjunction,
      tables.joiners.contains(tokens[chunks[first - 1].start].word),
      chunks[first - 2].kind == .noun, listing
    {
      let before = chainStart(first - 2, lower: lower)
      guard !isGoverned(before, lower), !isObjectOnly(before, lower) else { break }
      first = before
      rounds += 1
    }
    return FoundSubject(from: first, head: chunks[first].head)
  }

  /// `won Ohio and Lima lost`: what stands right behind a verb is its object, unless that verb
  /// takes clauses.
  private func isObjectOnly(_ row: Int, _ lower: Int) -> Bool {
    guard row == lower, row > 0, chunks[row - 1].kind == .verb else { return false }
    return !tables.bare.contains(groups[chunks[row - 1].head].lemma)
  }

  /// The first chunk of a noun group with its phrases: `the mayor of the town`.
  func chainStart(_ row: Int, lower: Int) -> Int {
    var first = row
    var rounds = 0
    while rounds < 8, first - 2 >= lower, chunks[first - 1].kind == .preposition,
      chunks[first - 2].kind == .noun
    {
      first -= 2
      rounds += 1
    }
    return first
  }

  // MARK: - Ranges

  /// Sets the subject: from a chunk to the verb, without what stands between and is no part of it.
  mutating func setOwn(_ row: Int, from first: Int, to verb: Int, head: Int? = nil) {
    guard first >= 0, first < verb, verb <= chunks.count else { return }
    var last = verb - 1
    while last > first, isAdjunct(last, first) { last -= 1 }
    if chunks[last].kind == .verb, last > first { last = afterParticiple(last, verb) }
    if chunks[last].kind == .comma, last > first { last = closingComma(first, last) }
    let head = head ?? chunks[first].head
    layer.rows[row].subject = TokenRange(chunks[first].start, max(chunks[last].end, head + 1))
    layer.rows[row].subjectHead = head
    layer.rows[row].subjectKind = .own
  }

  /// `a report issued last week said`: the time belongs to the participle.
  private func afterParticiple(_ row: Int, _ verb: Int) -> Int {
    var last = row
    while last + 1 < verb, chunks[last + 1].kind != .comma { last += 1 }
    return last
  }

  /// Adverbs, times, `himself` between subject and verb.
  private func isAdjunct(_ row: Int, _ first: Int) -> Bool {
    switch chunks[row].kind {
    case .adverb, .time, .other: return true
    case .preposition:
      return row + 1 < chunks.count && chunks[row + 1].kind == .time
    case .noun:
      return isFloating(row, first) && classes[chunks[row].head] == .determiner
    default: return false
    }
  }

  /// The last chunk of a subject before a comma: with an apposition its comma, without an adverbial
  /// what stands before it.
  private func closingComma(_ first: Int, _ last: Int) -> Int {
    var opening = first + 1
    while opening < last, chunks[opening].kind != .comma { opening += 1 }
    guard opening < last else { return last - 1 }
    var inner = opening + 1
    while inner + 1 < last, chunks[inner].kind == .adverb { inner += 1 }
    switch chunks[inner].kind {
    case .preposition where tables.listingPrepositions.contains(tokens[chunks[inner].start].word):
      return last
    case .verb where tables.listingPrepositions.contains(tokens[chunks[inner].start].word):
      return last
    case .noun, .relative, .wh, .quote, .adjective: return last
    case .preposition where opening + 2 < last && chunks[opening + 2].kind == .relative:
      return last
    default: return opening - 1
    }
  }

  mutating func setInverted(_ row: Int, _ noun: Int) {
    var last = noun
    while last + 2 < chunks.count, chunks[last + 1].kind == .preposition,
      chunks[last + 2].kind == .noun, tags(chunks[last + 1].start).has(.nounPreposition)
    { last += 2 }
    layer.rows[row].subject = TokenRange(chunks[noun].start, chunks[last].end)
    layer.rows[row].subjectHead = chunks[noun].head
    layer.rows[row].subjectKind = .inverted
  }

  // MARK: - At the end of a stretch

  /// Hands subjects on to the clauses that share them, and writes down which clause holds a token.
  mutating func finish(from first: Int) {
    for row in first..<layer.rows.count where layer.rows[row].subject == nil {
      var other = layer.rows[row].sharedWith
      var steps = 0
      while other >= 0, steps < 12 {
        if let subject = layer.rows[other].subject {
          layer.rows[row].subject = subject
          layer.rows[row].subjectHead = layer.rows[other].subjectHead
          break
        }
        other = layer.rows[other].sharedWith
        steps += 1
      }
    }
    // Bound first: a closure that holds the scanner would copy it.
    let rows = layer.rows
    let order = (first..<rows.count).sorted { one, other in
      let a = rows[one].tokens
      let b = rows[other].tokens
      return (a.lower, -a.upper, one) < (b.lower, -b.upper, other)
    }
    for row in order where rows[row].group >= 0 {
      for token in rows[row].tokens.indices where token < layer.at.count {
        layer.at[token] = Int32(row)
      }
    }
  }
}
