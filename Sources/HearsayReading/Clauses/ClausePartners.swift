import HearsayText

/// Inverted and coordinated verbs: whose subject they share.
extension ClauseScanner {
  /// `…, said Lima`.
  mutating func invert(_ here: Int) -> Bool {
    guard tags(groups[chunks[here].head].head).has(.quoteVerb), let top = open.last,
      let noun = nounAfter(here)
    else { return false }
    let row = push(.parenthetical, at: here, opener: -1, parent: top.row)
    open[open.count - 1].verb = here
    take(group: here, row)
    setInverted(row, noun)
    return true
  }

  mutating func invertSubject(_ row: Int, _ here: Int) {
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
  mutating func coordinate(_ here: Int, _ group: VerbGroup) -> Bool {
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
  mutating func beside(_ here: Int) {
    let row = push(.coordinated, at: here, opener: -1, parent: open.last?.row ?? -1)
    open[open.count - 1].verb = here
    take(group: here, row)
  }

  // MARK: - Other verbs
}
