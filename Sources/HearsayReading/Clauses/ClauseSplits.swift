import HearsayText

/// How the parts of a cut verb group or clause find each other again.
extension ClauseScanner {
  /// `did he say`, `has Lima left`: an auxiliary before the subject and the verb behind are one;
  /// `let him go`: a base form is none that a clause is built of.
  mutating func completes(_ here: Int, _ group: VerbGroup) -> Bool {
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
  mutating func opensParenthesis(_ here: Int) -> Bool {
    guard let top = open.last, top.isWaiting, top.candidate >= 0, finiteFrom[here] > 1
    else { return false }
    var after = here + 1
    while after < chunks.count, chunks[after].kind == .adverb || chunks[after].kind == .time {
      after += 1
    }
    guard after < chunks.count, chunks[after].kind == .comma, here > 1,
      tags(groups[chunks[here].head].head).has(.quoteVerb) || verbFollows(after),
      let near = search(from: beforeComma(here), lower: top.first), near.from > top.candidate,
      near.from > 0, chunks[near.from - 1].kind == .comma
    else { return false }
    let found = apposed(near, here, after: top.candidate)
    let row = push(.parenthetical, at: found.from, opener: -1, parent: top.row)
    take(group: here, row)
    setOwn(row, from: found.from, to: here, head: found.head)
    open[open.count - 1].verb = here
    return true
  }

  /// Where the words before a verb end that a comma may part from it.
  private func beforeComma(_ here: Int) -> Int {
    chunks[here - 1].kind == .comma ? here - 2 : here - 1
  }

  /// `The plan, Lima, the mayor, said, was`: with the noun group that an apposition before the verb
  /// describes.
  private func apposed(_ near: FoundSubject, _ here: Int, after candidate: Int) -> FoundSubject {
    let name = near.from - 2
    guard chunks[here - 1].kind == .comma, name - 1 > candidate, chunks[name].kind == .noun,
      chunks[name - 1].kind == .comma
    else { return near }
    return FoundSubject(from: name, head: chunks[name].head)
  }

  func verbFollows(_ comma: Int) -> Bool {
    var row = comma + 1
    while row < chunks.count, chunks[row].kind == .adverb { row += 1 }
    return row < chunks.count && chunks[row].kind == .verb
      && groups[chunks[row].head].form == .finite
  }

  /// `…, Lima said, and will leave`: what follows goes on with the clause around.
  mutating func leaveParenthesis(_ here: Int) {
    guard let top = open.last, open.count > 1, layer.rows[top.row].kind == .parenthetical,
      !tags(groups[chunks[here].head].head).has(.quoteVerb)
    else { return }
    var comma = here - 1
    while comma > top.verb, chunks[comma].kind != .comma { comma -= 1 }
    if comma > top.verb { close(at: comma + 1) }
  }
}
