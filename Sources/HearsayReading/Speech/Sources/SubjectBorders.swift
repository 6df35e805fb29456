import HearsayCore
import HearsayText

/// Where the words of a subject begin and end, beyond what its clause holds.
extension SpeechScanner {
  /// A subject with its first names, what limits it, and the apposition before its verb.
  func widened(_ range: TokenRange, to verb: Int) -> TokenRange {
    var first = wholeName(range.start)
    first = withJoinedAdjective(first) ?? withLimit(first) ?? first
    if first == range.start, let whole = wholeAfterAs(range, verb) { return whole }
    let last = withParticiple(range.end, verb) ?? withAdjective(range.end, verb) ?? range.end
    return withoutWho(TokenRange(first, last))
  }

  /// `Lima, who was there, said`: behind a surname alone the clause is the writer's (26/36), behind a
  /// full name the source's (21/32).
  func withoutWho(_ range: TokenRange) -> TokenRange {
    var comma = range.start
    var names = 0
    while comma < range.end, !isComma(comma), comma < range.start + 4 {
      if kind(comma) == .name, !tags(comma).has(.male), !tags(comma).has(.female) { names += 1 }
      comma += 1
    }
    guard names == 1, isComma(comma), comma + 1 < range.end,
      tokens[comma + 1].word == tables.whoWord, kind(comma - 1) == .name
    else { return range }
    return TokenRange(range.start, comma)
  }

  /// The first token of the name that holds a token: `Edward D. Lima`.
  private func wholeName(_ row: Int) -> Int {
    let low = partitionPoint(draft.names.count) { draft.names[$0].tokens.end <= row }
    guard low < draft.names.count, draft.names[low].tokens.contains(row) else { return row }
    let name = draft.names[low].tokens.start
    return name >= start && row - name < 4 && !(name..<row).contains { taken[$0] || mask[$0] >= 0 }
      ? name : row
  }

  /// `Current and former officials said`.
  private func withJoinedAdjective(_ row: Int) -> Int? {
    guard row - 2 >= start, kind(row) == .adjective, kind(row - 1) == .conjunction,
      kind(row - 2) == .adjective, isFree(row - 2..<row), mask[row - 2] < 0
    else { return nil }
    return row - 2
  }

  /// `Virtually all analysts`, `only 40 percent`.
  private func withLimit(_ row: Int) -> Int? {
    guard row - 1 >= start, kind(row - 1) == .adverb, tokens[row - 1].kind == .word,
      !taken[row - 1], mask[row - 1] < 0, groupAt[row - 1] < 0,
      tags(row - 1).has(.numberHedge), kind(row) == .number || kind(row) == .determiner
    else { return nil }
    return row - 1
  }

  /// `as Ana Lima, a professor, put it`: all that stands between `as` and the verb; `as a start, Lima
  /// decided` has two groups.
  private func wholeAfterAs(_ range: TokenRange, _ verb: Int) -> TokenRange? {
    let comma = range.start - 1
    guard isComma(comma), kind(comma - 1) == .name && kind(range.start) != .name || putsIt(verb)
    else { return nil }
    var here = comma
    let lowest = max(start, here - 12)
    while here > lowest, mask[here - 1] < 0, groupAt[here - 1] < 0,
      tokens[here - 1].word != tables.asWord
    {
      let kind = kind(here - 1)
      guard kind.isPremodifier || kind.isNominal || kind == .genitive || isComma(here - 1) else {
        return nil
      }
      here -= 1
    }
    guard here > lowest, tokens[here - 1].word == tables.asWord, here < comma else { return nil }
    return TokenRange(here, isComma(verb - 1) ? verb : range.end)
  }

  private func putsIt(_ verb: Int) -> Bool {
    verb < end && groupAt[verb] >= 0
      && tags(groups[Int(groupAt[verb])].tokens.end).has(.thingPronoun)
  }

  /// `Two people close to the talks said`: what follows the noun up to its verb.
  private func withAdjective(_ row: Int, _ verb: Int) -> Int? {
    guard row + 2 < verb, verb - row < 16, kind(row) == .verbBase || kind(row) == .adjective,
      kind(row + 1) == .preposition,
      (row..<verb).allSatisfy({
        mask[$0] < 0 && kind($0) != .mark && tokens[$0].kind != .stop
          && ($0 == row || groupAt[$0] < 0)
      })
    else { return nil }
    return backOverAdjuncts(verb - 1) + 1
  }

  /// `People who have seen it say`: the second verb is that of the noun before `who`.
  func beyondRelative(_ who: Int, _ row: Int) -> TokenRange? {
    guard let inner = verb(of: who, before: row), groups[row].tokens.start - who < 30,
      let noun = nounGroup(endingAt: who - 1, lower: start)
    else { return nil }
    let between = groups[inner].tokens.end..<groups[row].tokens.start
    guard
      between.allSatisfy({
        mask[$0] < 0 && kind($0) != .mark && kind($0) != .conjunction && kind($0) != .relative
          && kind($0) != .subordinator && kind($0) != .whWord
          && (kind($0) != .subjectPronoun || isObject($0, of: row - 1))
      }), !between.isEmpty || !tables.strengths.has(groups[inner].lemma)
    else { return nil }
    return TokenRange(noun.start, groups[row].tokens.start)
  }

  /// The finite verb of a relative word, before a verb: also `who asked not to be named`.
  private func verb(of who: Int, before row: Int) -> Int? {
    var inner = row - 1
    while inner > 0, inner > row - 4, groups[inner].form == .infinitive,
      groups[inner - 1].tokens.start > who
    {
      inner -= 1
    }
    guard inner >= 0, groups[inner].form == .finite, groups[inner].tokens.start > who else {
      return nil
    }
    return inner
  }

  /// `the company that runs it said`: `it` right behind a verb that takes no clauses.
  private func isObject(_ row: Int, of group: Int) -> Bool {
    tags(row).has(.thingPronoun) && groups[group].tokens.end == row
      && !tables.strengths.has(groups[group].lemma)
  }

  /// `The aides, led by Lima, told`, `Lima, now a senator, said`: what a subject was made or became,
  /// between commas (6/7); not what it does (`, citing`: 1/6).
  private func withParticiple(_ row: Int, _ verb: Int) -> Int? {
    guard isComma(row), row + 2 < verb, verb - row < 40, isComma(verb - 1) else { return nil }
    let first = row + 1
    let isParticiple = kind(first) == .verbParticiple || kind(first) == .verbPast
    guard isParticiple || kind(first) == .adverb && kind(first + 1) == .determiner,
      !(first..<verb).contains(where: { mask[$0] >= 0 || tokens[$0].kind == .stop })
    else { return nil }
    return verb
  }
}
