import HearsayText

/// Infinitives and participles: what they close, and who controls them.
extension ClauseScanner {
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
    case .noun, .time, .bracket: return finiteFrom[here] == 0 || takesNumber(here, group)
    case .adverb: return true
    default: return false
    }
  }

  /// `A blast at a mine killed at least 11 men, officials said`: what is done to somebody leaves no
  /// room for an object, unless two can have one (`men given 40 lashes`).
  private func takesNumber(_ here: Int, _ group: VerbGroup) -> Bool {
    guard here + 1 < chunks.count, chunks[here + 1].kind == .noun,
      !tables.twoObjects.contains(group.lemma)
    else { return false }
    let object = chunks[here + 1]
    return object.start == chunks[here].end
      && (object.start..<min(object.end, object.start + 4)).contains { classes[$0] == .number }
      && classes[object.head] != .number
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
  func object(of clause: Int, before here: Int) -> Int? {
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
