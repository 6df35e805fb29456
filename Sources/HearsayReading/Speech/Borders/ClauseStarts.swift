import HearsayText

/// Whether a clause begins here: a noun group with a finite verb behind it.
extension SpeechScanner {
  /// Whether a noun group and then a finite verb stand here, also over an apposition.
  func clauseFollows(_ row: Int) -> Bool {
    var here = row
    if kind(here) == .subjectPronoun, kind(here) != .objectPronoun { return pronounClause(here) }
    var rounds = 0
    while rounds < 6, here < end {
      rounds += 1
      guard let next = nounGroupEnd(here) else {
        return finiteGroup(at: here) || rounds > 1 && isAdjectiveHead(here)
      }
      here = next
      while here < end, kind(here) == .adverb, groupAt[here] < 0 { here += 1 }
      if let after = here < end ? afterTime(here) : nil { here = after }
      guard here < end else { return false }
      if finiteGroup(at: here) { return true }
      if kind(here) == .conjunction {
        here += 1
        if finiteGroup(at: here) { return false }
        continue
      }
      if kind(here) == .verbParticiple || kind(here) == .adjective {
        guard let past = reducedEnd(here) else { return false }
        here = past
        if finiteGroup(at: here) { return true }
        continue
      }
      if isComma(here) { return clauseAfterApposition(here) }
      if kind(here) == .relative { return secondFinite(here) }
      if kind(here) == .preposition { here += 1; continue }
      return false
    }
    return false
  }

  /// `the number of injured had reached`: an adjective for those it describes.
  private func isAdjectiveHead(_ row: Int) -> Bool {
    guard kind(row - 1) == .preposition || kind(row - 1) == .determiner else { return false }
    return (kind(row) == .adjective || kind(row) == .verbParticiple) && finiteGroup(at: row + 1)
  }

  func pronounClause(_ row: Int) -> Bool {
    var here = row + 1
    while here < end, here < row + 6 {
      if finiteGroup(at: here) { return true }
      guard
        kind(here) == .adverb || kind(here) == .objectPronoun || kind(here) == .conjunction
          || kind(here).isNominal || kind(here) == .determiner
      else { return false }
      here += 1
    }
    return false
  }

  /// `prisoners held in Rodeo`: one past the participle and its phrases.
  func reducedEnd(_ row: Int) -> Int? {
    let here = row + 1
    guard here < end, kind(here) == .preposition || kind(here) == .to else { return nil }
    return nounGroupEnd(here + 1)
  }

  func finiteGroup(at row: Int) -> Bool {
    guard row < end, groupAt[row] >= 0, mask[row] < 0 else { return false }
    let group = groups[Int(groupAt[row])]
    return group.form == .finite && row <= group.core
  }

  func clauseAfterApposition(_ comma: Int) -> Bool {
    let limit = min(end, comma + 25)
    guard let close = (comma + 1..<max(limit, comma + 1)).first(where: { isComma($0) }) else {
      return false
    }
    let inner = TokenRange(comma + 1, close)
    return (isApposition(inner) || isWhoClause(inner)) && finiteGroup(at: close + 1)
  }

  /// Whether a second finite verb follows a relative clause before the next mark.
  func secondFinite(_ row: Int) -> Bool {
    var seen = 0
    for here in row..<min(end, row + 18) {
      if tokens[here].kind == .mark || tokens[here].kind == .stop || kind(here) == .subordinator {
        return false
      }
      if groupAt[here] >= 0, groups[Int(groupAt[here])].head == here,
        groups[Int(groupAt[here])].form == .finite
      {
        seen += 1
      }
    }
    return seen >= 2
  }
}
