import HearsayText

/// Whose verb a participle is: `police saying`, `with the union claiming`, `, adding that`.
extension SpeechScanner {
  func reducedSubject(_ row: Int, _ clause: Clause) -> Subject {
    let group = groups[row]
    let ing = group.form == .progressive
    let before = group.tokens.start - 1
    guard before >= start, mask[before] < 0 else {
      return governed(row, clause, evidence: ing ? .ingFirst : .participleFirst)
    }
    switch kind(before) {
    case .noun, .name, .number:
      if ing, let range = absoluteSubject(endingAt: before) {
        return Subject(range: range, evidence: .ingNoun)
      }
      if !tags(before).has(.lightNoun), timeAt[before] < 0, clause.subjectKind == .own,
        let range = inUnit(clause.subject), !ing || canSpeak(range)
      {
        return Subject(range: range, evidence: ing ? .ingNoun : .participleNoun)
      }
    case .preposition, .subordinator:
      // `, while trying to`: as without the word.
      if ing, isComma(before - 1), let range = inUnit(mainSubject(clause)) {
        return Subject(range: withoutLead(range), evidence: .ingPreposition)
      }
      return governed(row, clause, evidence: ing ? .ingPreposition : .participlePreposition)
    case .conjunction:
      return governed(row, clause, evidence: ing ? .ingConjunction : .participleConjunction)
    case .mark:
      if ing, let range = apposedBeside(before, group) ?? absoluteSubject(endingAt: before) {
        return Subject(range: range, evidence: .ingNoun)
      }
      return governed(row, clause, evidence: ing ? .ingComma : .participleComma)
    default: break
    }
    return governed(row, clause, evidence: ing ? .ingOther : .participleOther)
  }

  /// `…, with Ana Lima, the mayor, saying nine died`: up to the comma that closes the apposition.
  private func apposedBeside(_ comma: Int, _ group: VerbGroup) -> TokenRange? {
    guard isComma(comma), tags(group.head).has(.quoteVerb) else { return nil }
    var here = comma - 1
    var hasComma = false
    let lowest = max(start + 1, comma - 24)
    while here > lowest, mask[here] < 0, tokens[here].kind != .stop {
      if groupAt[here] >= 0, groups[Int(groupAt[here])].form == .finite,
        !hasWhoBefore(here, lowest)
      {
        return nil
      }
      if tables.borders.besidePrepositions.contains(tokens[here].word), isComma(here - 1) {
        let range = TokenRange(here + 1, comma)
        return hasComma && speaks(range) ? range : nil
      }
      hasComma = hasComma || isComma(here)
      here -= 1
    }
    return nil
  }

  private func hasWhoBefore(_ row: Int, _ lowest: Int) -> Bool {
    row - 1 > lowest && kind(row - 1) == .relative
  }

  /// `…, with the sheriff saying nine died and a doctor insisting that seven did`: who stands between
  /// the opener and the participle says it.
  private func absoluteSubject(endingAt last: Int) -> TokenRange? {
    guard last + 1 < end, tags(last + 1).has(.quoteVerb),
      let group = nounGroup(endingAt: last, lower: start), group.start - 1 > start
    else { return nil }
    if tables.borders.besidePrepositions.contains(tokens[group.start - 1].word) { return group }
    let isSpeaker =
      canSpeak(group) || headNoun(group).map { tags($0).has(.nameRole) } ?? false
    switch kind(group.start - 1) {
    case .mark, .conjunction, .subordinator:
      return isSpeaker || kind(group.start) == .determiner ? group : nil
    default: return nil
    }
  }
}
