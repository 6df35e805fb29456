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
  private func wordBefore(_ here: Int) -> Chunk.Kind {
    var row = here - 1
    while row >= 0, chunks[row].kind == .adverb || chunks[row].kind == .time { row -= 1 }
    if row >= 0, row < here - 1, chunks[row].kind == .preposition { row -= 1 }
    return row >= 0 ? chunks[row].kind : .other
  }

  /// `did he say`, `has Lima left`: an auxiliary before the subject and the verb behind are one;
  /// `let him go`: a base form is none that a clause is built of.
  private mutating func completes(_ here: Int, _ group: VerbGroup) -> Bool {
    guard let top = open.last, top.verb >= 0, here > top.verb,
      here - top.verb < 8, chunks[top.verb].kind == .verb, top.verb + 1 < here
    else { return false }
    let before = groups[chunks[top.verb].head]
    let single = group.core == group.head
    guard single else { return false }
    let form = classes[group.head]
    if tables.causative.contains(before.lemma), form == .verbBase, group.modal == nil,
      chunks[top.verb + 1].kind == .noun, here == top.verb + 2
    {
      let found = subject(before: here, open.count - 1)
      let row = push(.infinitival, at: here, opener: -1, parent: top.row)
      open[open.count - 1].verb = here
      take(group: here, row)
      if let found { setOwn(row, from: found.from, to: here, head: found.head) }
      layer.rows[row].subjectKind = .controlled
      return true
    }
    guard isBareAuxiliary(before),
      layer.rows[top.row].subjectKind == .inverted
        || isSplit(top.verb, here),
      form == .verbBase || canBe(group.head, .verbParticiple) || form == .verbIng
    else { return false }
    layer.ofGroup[chunks[here].head] = Int32(top.row)
    layer.rows[top.row].group = chunks[here].head
    join(before, to: chunks[here].head)
    open[open.count - 1].verb = here
    return true
  }

  /// A verb with its auxiliary apart is finite, with the tense of the auxiliary.
  private mutating func join(_ auxiliary: VerbGroup, to row: Int) {
    groups[row].form = .finite
    groups[row].tense = auxiliary.tense
    groups[row].modal = auxiliary.modal
    groups[row].negated = groups[row].negated || auxiliary.negated
    if classes[auxiliary.head] == .be, canBe(groups[row].head, .verbParticiple) {
      groups[row].passive = true
    }
  }

  /// `have both argued`, `has long said`: nothing between auxiliary and verb that could be an object.
  private func isSplit(_ auxiliary: Int, _ here: Int) -> Bool {
    (auxiliary + 1..<here).allSatisfy { row in
      switch chunks[row].kind {
      case .adverb, .other, .adjective, .time: true
      case .noun: classes[chunks[row].head] == .determiner
      default: false
      }
    }
  }

  private func isBareAuxiliary(_ group: VerbGroup) -> Bool {
    classes[group.head].isAuxiliary && group.complement == nil
  }

  /// `The plan, Lima said, was bad`.
  private mutating func opensParenthesis(_ here: Int) -> Bool {
    guard let top = open.last, top.isWaiting, top.candidate >= 0, finiteFrom[here] > 1
    else { return false }
    var after = here + 1
    while after < chunks.count, chunks[after].kind == .adverb || chunks[after].kind == .time {
      after += 1
    }
    guard after < chunks.count, chunks[after].kind == .comma, here > 1,
      tags(groups[chunks[here].head].head).has(.quoteVerb) || verbFollows(after),
      let found = search(from: here - 1, lower: top.first), found.from > top.candidate,
      found.from > 0, chunks[found.from - 1].kind == .comma
    else { return false }
    let row = push(.parenthetical, at: found.from, opener: -1, parent: top.row)
    take(group: here, row)
    setOwn(row, from: found.from, to: here, head: found.head)
    open[open.count - 1].verb = here
    return true
  }

  private func verbFollows(_ comma: Int) -> Bool {
    var row = comma + 1
    while row < chunks.count, chunks[row].kind == .adverb { row += 1 }
    return row < chunks.count && chunks[row].kind == .verb
      && groups[chunks[row].head].form == .finite
  }

  /// `…, Lima said, and will leave`: what follows goes on with the clause around.
  private mutating func leaveParenthesis(_ here: Int) {
    guard let top = open.last, open.count > 1, layer.rows[top.row].kind == .parenthetical,
      !tags(groups[chunks[here].head].head).has(.quoteVerb)
    else { return }
    var comma = here - 1
    while comma > top.verb, chunks[comma].kind != .comma { comma -= 1 }
    if comma > top.verb { close(at: comma + 1) }
  }

  /// Gives a verb to the clause that waits for it.
  private mutating func take(_ here: Int, _ depth: Int) {
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
  private func edge(before here: Int) -> Int {
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
  private func follows(_ here: Int) -> Bool {
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
  private func outerWaits(_ depth: Int, _ here: Int, _ found: FoundSubject) -> Bool {
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
  private func describes(_ depth: Int, _ found: FoundSubject) -> Bool {
    guard depth > 0, layer.rows[open[depth].row].kind == .relative, !takesBare(depth),
      classes[found.head] != .subjectPronoun, !open[depth - 1].isWaiting
    else { return false }
    return takesBare(depth - 1) && found.from > 0 && chunks[found.from - 1].kind == .verb
  }

  /// `take this policy shift`: behind a verb that takes no clauses stands its object.
  private func isObject(_ found: FoundSubject, _ depth: Int) -> Bool {
    found.from > 0 && found.from - 1 == open[depth].verb && !takesBare(depth)
      && classes[found.head] != .subjectPronoun
  }

  /// `Lima, after the scandal broke, said`: a preposition that opens a clause, when the clause
  /// around gets another verb.
  private mutating func opensLoose(_ here: Int) -> Bool {
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
  private mutating func openBare(_ here: Int, _ found: FoundSubject, _ depth: Int) {
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
  private mutating func reduce(_ here: Int, closed: Bool) -> Bool {
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

  private func isReducible(_ clause: OpenClause, _ here: Int, closed: Bool) -> Bool {
    guard clause.verb >= 0, clause.verb < here, clause.candidate >= 0,
      layer.rows[clause.row].subjectKind == .own, chunks[clause.verb].kind == .verb
    else { return false }
    let group = groups[chunks[clause.verb].head]
    let participle = canBe(group.head, .verbParticiple) && canBe(group.head, .verbPast)
    // `people close to the campaign said`
    let adjective =
      canBe(group.head, .adjective) && clause.verb + 1 < here
      && chunks[clause.verb + 1].kind == .preposition
    guard group.form == .finite, group.tokens.count == 1, participle || adjective else {
      return false
    }
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

  /// `…, said Lima`.
  private mutating func invert(_ here: Int) -> Bool {
    guard tags(groups[chunks[here].head].head).has(.quoteVerb), let top = open.last,
      let noun = nounAfter(here)
    else { return false }
    let row = push(.parenthetical, at: here, opener: -1, parent: top.row)
    open[open.count - 1].verb = here
    take(group: here, row)
    setInverted(row, noun)
    return true
  }

  private mutating func invertSubject(_ row: Int, _ here: Int) {
    let head = groups[chunks[here].head].head
    guard tags(head).has(.quoteVerb) || classes[head].isAuxiliary, let noun = nounAfter(here)
    else { return }
    setInverted(row, noun)
  }

  private func nounAfter(_ here: Int) -> Int? {
    var row = here + 1
    while row < chunks.count, chunks[row].kind == .adverb || chunks[row].kind == .time { row += 1 }
    guard row < chunks.count, chunks[row].kind == .noun, classes[chunks[row].head] != .objectPronoun
    else { return nil }
    return row
  }

  /// `and left`: the subject is that of the clause it is joined to.
  private mutating func coordinate(_ here: Int, _ group: VerbGroup) -> Bool {
    guard let depth = partner(of: group) else { return false }
    let partner = open[depth].row
    var edge = here - 1
    while edge > open[depth].verb, chunks[edge].kind == .adverb || chunks[edge].kind == .time {
      edge -= 1
    }
    let opener = edge >= 0 && chunks[edge].kind == .conjunction ? chunks[edge].start : -1
    let first = opener >= 0 ? edge : here
    while open.count > depth { close(at: first) }
    let row = push(.coordinated, at: first, opener: opener, parent: layer.rows[partner].parent)
    open[open.count - 1].verb = here
    open[open.count - 1].candidate = -1
    take(group: here, row)
    layer.rows[row].sharedWith = partner
    layer.rows[row].subjectKind = .shared
    return true
  }

  /// `said the bridge was closed and called for`: two verbs of saying have one speaker.
  private func speakingPartner(of group: VerbGroup) -> Int? {
    guard tags(group.head).has(.quoteVerb), group.form == .finite, !group.passive else {
      return nil
    }
    return open.lastIndex { clause in
      let row = layer.rows[clause.row].group
      guard clause.verb >= 0, row >= 0 else { return false }
      let other = groups[row]
      return other.form == .finite && other.tense == group.tense && !other.passive
        && tags(other.head).has(.quoteVerb) && layer.rows[clause.row].kind != .parenthetical
    }
  }

  /// The open clause whose verb is most like this one.
  private func partner(of group: VerbGroup) -> Int? {
    if let speaking = speakingPartner(of: group) { return speaking }
    let base = classes[group.head] == .verbBase && group.core == group.head
    var nearest: Int?
    var depth = open.count - 1
    while depth >= 0 {
      defer { depth -= 1 }
      guard open[depth].verb >= 0, layer.rows[open[depth].row].group >= 0 else { continue }
      let other = groups[layer.rows[open[depth].row].group]
      let joinsPassive = other.passive && group.core == group.head
      if joinsPassive, canBe(group.head, .verbParticiple) { return depth }
      if base {
        if other.form == .infinitive || other.modal != nil || classes[other.head] == .verbBase {
          return depth
        }
      } else if other.form == .finite, other.tense == group.tense,
        (other.modal == nil) == (group.modal == nil)
      {
        return depth
      }
      if nearest == nil, other.form == .finite { nearest = depth }
    }
    return nearest ?? open.lastIndex { $0.verb >= 0 }
  }

  /// Another clause, whose subject is not known.
  private mutating func beside(_ here: Int) {
    let row = push(.coordinated, at: here, opener: -1, parent: open.last?.row ?? -1)
    open[open.count - 1].verb = here
    take(group: here, row)
  }

  // MARK: - Other verbs

  mutating func otherVerb(_ here: Int) {
    if isFinite(here) {
      groups[chunks[here].head].form = .finite
      finiteVerb(here)
      return
    }
    let group = groups[chunks[here].head]
    if group.form != .infinitive, completes(here, group) { return }
    if let top = open.last, top.isWaiting, top.first == here - 1, chunks[top.first].isOpener {
      open[open.count - 1].verb = here
      take(group: here, top.row)
      control(top.row, here)
      return
    }
    closeLike(group, here)
    let kind: Clause.Kind = group.form == .infinitive ? .infinitival : .participial
    let parent = open.last
    let row = push(kind, at: here, opener: -1, parent: parent?.row ?? -1)
    open[open.count - 1].verb = here
    take(group: here, row)
    layer.rows[row].isFronted = parent.map { $0.isWaiting && $0.candidate < 0 } ?? false
    control(row, here)
  }

  /// `Lima, the mayor, called for`: a past form that was taken for a participle and is the verb of
  /// the clause that waits for one.
  private func isFinite(_ here: Int) -> Bool {
    let group = groups[chunks[here].head]
    guard group.form == .participle, group.core == group.head, canBe(group.head, .verbPast),
      let top = open.last, top.isWaiting, top.candidate >= 0
    else { return false }
    switch chunks[here - 1].kind {
    case .comma:
      return (top.candidate..<here - 1).contains { chunks[$0].kind == .comma }
    case .noun, .time, .bracket: return finiteFrom[here] == 0
    case .adverb: return true
    default: return false
    }
  }

  /// `adding …, saying …`, `to stay and to fight`: the second stands beside the first.
  private mutating func closeLike(_ group: VerbGroup, _ here: Int) {
    let before = wordBefore(here)
    guard before == .comma || before == .conjunction else { return }
    while let top = open.last, open.count > 1, top.verb >= 0, chunks[top.verb].kind == .verb,
      groups[chunks[top.verb].head].form == group.form
    { close(at: here) }
  }

  /// Who does what has no finite verb: the noun before it, the object, or the subject around.
  private mutating func control(_ row: Int, _ here: Int) {
    layer.rows[row].subjectKind = .controlled
    let group = groups[chunks[here].head]
    let parent = layer.rows[row].parent
    let before = here - 1
    if group.form != .infinitive, before >= 0, chunks[before].kind == .noun {
      let first = chainStart(before, lower: 0)
      setOwn(row, from: first, to: here, head: chunks[before].head)
      return
    }
    if group.form == .infinitive, parent >= 0, let object = object(of: parent, before: here) {
      setOwn(row, from: object, to: object + 1, head: chunks[object].head)
      layer.rows[row].subjectKind = .controlled
      return
    }
    layer.rows[row].sharedWith = parent
  }

  /// `told him to go`.
  private func object(of clause: Int, before here: Int) -> Int? {
    let group = layer.rows[clause].group
    guard group >= 0, tables.objectControl.contains(groups[group].lemma), !groups[group].passive
    else { return nil }
    var row = here - 1
    while row > 0, chunks[row].start > groups[group].head {
      if chunks[row].kind == .noun, !isGoverned(row, 0) { return row }
      row -= 1
    }
    return nil
  }
}
