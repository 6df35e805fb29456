import HearsayCore
import HearsayText

/// How unnamed sources are described, how they know, and why their name is withheld.
extension SpeakerResolver {
  func anonymity(_ core: TokenRange, _ source: TokenRange, _ head: Int) -> Anonymity {
    Anonymity(
      descriptor: draft.words(core), plural: scanner.isPluralNoun(head),
      access: access(core, source, head))
  }

  /// `familiar with that case`: from the phrase to the end of the group.
  private func access(_ core: TokenRange, _ source: TokenRange, _ head: Int) -> String? {
    let end = min(source.end, draft.tokens.count)
    guard let phrase = tables.anonymousAccess.first(draft.tokens, in: core.start..<end) else {
      return nil
    }
    let first = max(phrase.lowerBound, head + 1)
    var last = first
    while last < end, draft.classes[last] != .mark, draft.tokens[last].kind != .stop { last += 1 }
    return last > first ? draft.words(TokenRange(first, last)) : nil
  }

  /// Reasons in the sentence itself, and those given later: `The official was not authorized to …`.
  mutating func readReasons() {
    unnamedRows = resolved.indices.filter { resolved[$0]?.anonymity != nil }
    unnamedRows.sort { (scanner.found[$0].unit, $0) < (scanner.found[$1].unit, $1) }
    for (row, unit) in scanner.units.enumerated() {
      guard let reason = reason(in: unit.tokens) else { continue }
      guard let owner = owner(of: unit.tokens, row, at: reason.at) else { continue }
      attach(reason.text, reason.formulaic, to: owner)
    }
  }

  private struct Reason {
    var text: String
    var formulaic: Bool
    var at: Int
  }

  private func reason(in unit: Range<Int>) -> Reason? {
    var first = unit.lowerBound
    while first < unit.upperBound, !layers.hints[first].contains(.reason) { first += 1 }
    guard first < unit.upperBound else { return nil }
    let condition = firstReason(tables.anonymousConditions, in: first..<unit.upperBound)
    let formula = firstReason(tables.formulaicReasons, in: first..<unit.upperBound)
    guard let at = (condition ?? formula)?.lowerBound else { return nil }
    // A formula alone says nothing of names unless an unnamed source is its subject.
    if let opened = opener(in: unit, near: at) {
      let formulaic = tables.formulaicReasons.first(draft.tokens, in: opened) != nil
      return Reason(
        text: draft.words(TokenRange(opened.lowerBound, opened.upperBound)), formulaic: formulaic,
        at: at)
    }
    guard let formula else { return Reason(text: "", formulaic: false, at: at) }
    let end = clauseEnd(formula.lowerBound, unit)
    return Reason(
      text: draft.words(TokenRange(groupStart(formula.lowerBound), end)), formulaic: true, at: at)
  }

  /// The first phrase of a list of reasons; none begins but where its first word may stand.
  private func firstReason(_ list: PhraseList, in rows: Range<Int>) -> Range<Int>? {
    for row in rows where layers.hints[row].contains(.reason) {
      let count = list.match(draft.tokens, at: row, end: rows.upperBound)
      if count > 0 { return row..<(row + count) }
    }
    return nil
  }

  private func groupStart(_ row: Int) -> Int {
    let group = scanner.groupAt[row]
    return group >= 0 ? scanner.groups[Int(group)].tokens.start : row
  }

  /// `because she feared for her job`, `citing the sensitivity of the talks`: without the opener.
  private func opener(in unit: Range<Int>, near at: Int) -> Range<Int>? {
    let from = max(unit.lowerBound, at - 20)
    let to = min(unit.upperBound, at + 24)
    for row in from..<to where tables.reasonOpeners.contains(draft.tokens[row].word) {
      let end = clauseEnd(row + 1, unit)
      if end > row + 2 { return (row + 1)..<end }
    }
    return nil
  }

  private func clauseEnd(_ row: Int, _ unit: Range<Int>) -> Int {
    var here = row
    while here < unit.upperBound, draft.classes[here] != .mark, draft.tokens[here].kind != .stop {
      here += 1
    }
    return here
  }

  /// The attribution whose unnamed source the reason is about: by head noun, the last one before.
  private func owner(of unit: Range<Int>, _ row: Int, at: Int) -> Int? {
    var lemmas: [WordID] = []
    for token in unit where token < at && lexicon.tags(draft.tokens[token].word).has(.anonymousHead)
    {
      lemmas.append(lexicon.facts(draft.tokens[token].word).lemma)
    }
    let before = unnamed(upTo: row)
    if let same = before.last(where: { scanner.found[$0].unit == row }) { return same }
    guard let lemma = lemmas.first else { return nil }
    return before.last { index in
      guard let source = scanner.found[index].source, let head = head(of: core(of: source)) else {
        return false
      }
      return lexicon.facts(draft.tokens[head].word).lemma == lemma
    }
  }

  /// The attributions to unnamed sources of this unit and the twelve before it.
  private func unnamed(upTo row: Int) -> [Int] {
    let low = partitionPoint(unnamedRows.count) { scanner.found[unnamedRows[$0]].unit <= row }
    return unnamedRows[max(0, low - 24)..<low].filter { scanner.found[$0].unit + 12 >= row }
  }

  private func placeOf(_ owner: Int) -> Int {
    let key = (scanner.found[owner].unit, owner)
    let low = partitionPoint(unnamedRows.count) { place in
      let row = unnamedRows[place]
      return (scanner.found[row].unit, row) < key
    }
    return low
  }

  /// Gives the reason to every attribution of that source.
  private mutating func attach(_ reason: String, _ formulaic: Bool, to owner: Int) {
    guard let descriptor = resolved[owner]?.anonymity?.descriptor else { return }
    let place = placeOf(owner)
    let near = unnamedRows[max(0, place - 48)..<min(unnamedRows.count, place + 48)]
    for index in near where resolved[index]?.anonymity?.descriptor == descriptor {
      guard resolved[index]?.anonymity?.reason == nil else { continue }
      resolved[index]?.anonymity?.reason = reason.isEmpty ? nil : reason
      resolved[index]?.anonymity?.reasonKind =
        reason.isEmpty ? "none" : formulaic ? "formulaic" : "specific"
    }
  }
}
