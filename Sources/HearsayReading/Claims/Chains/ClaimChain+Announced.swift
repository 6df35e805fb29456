import HearsayCore
import HearsayText

/// Who gave a figure, where a clause or phrase about the number itself says so: `the 30 that
/// officials announced`, `put by the authorities at 171`, `not 30, as the mayor had said`.
extension ChainFinder {
  /// How far from a number its announcer is looked for, in tokens.
  private static var reach: Int { 14 }
  /// How far from a number the verb of an inquiry is looked for.
  private static var farthest: Int { 40 }

  /// Whoever a clause about the number, or a passive before it, gives it to.
  func announcer(of frame: FigureFrame) -> ChainStep? {
    relativeTeller(behind: frame) ?? asTold(behind: frame) ?? agent(before: frame)
  }

  /// Whether only a relative clause gives the figure: `the 22 whom the army claims to have freed`.
  func isToldInAside(_ frame: FigureFrame) -> Bool { relativeTeller(behind: frame) != nil }

  /// `the 118 pupils whom the authorities say were taken`, `the 30 the ministry reported`.
  private func relativeTeller(behind frame: FigureFrame) -> ChainStep? {
    let limit = min(frame.sentence.end, frame.phrase.end + Self.reach)
    var start = frame.phrase.end
    if let police = lastOfPhrase(frame, limit) { return source(police, cue: police.end) }
    // `the 22 rebel soldiers whom`
    while start < limit, start < frame.phrase.end + 3, draft.classes[start] == .noun,
      !isSomebodyNext(start, limit)
    {
      start += 1
    }
    let hasRelative = start < limit && draft.classes[start] == .relative
    if hasRelative { start += 1 }
    guard let words = teller(from: start, limit) else { return nil }
    // `the 17 it had announced`
    if words.count == 1, isPronoun(words.start) { return source(words, cue: words.end) }
    guard let head = headNoun(words) else { return nil }
    // Without a relative word it must be told apart: `the 30 the mayor announced`.
    guard hasRelative || isApart(words) else { return nil }
    return isSomebody(head) ? source(words, cue: words.end) : nil
  }

  /// `the 118 people police say`: the last noun of what looks like one group.
  private func lastOfPhrase(_ frame: FigureFrame, _ limit: Int) -> TokenRange? {
    let last = frame.phrase.end - 1
    guard last - 1 >= frame.number.end, draft.classes[last - 1] == .noun,
      isSomebodyNext(last, limit)
    else { return nil }
    return TokenRange(last, last + 1)
  }

  /// Whether the noun at `row` begins the words of whoever tells: `118 people police say`.
  private func isSomebodyNext(_ row: Int, _ limit: Int) -> Bool {
    guard let words = teller(from: row, limit), let head = headNoun(words) else { return false }
    return isSomebody(head) && isApart(words)
  }

  /// A noun group right before a verb of telling.
  private func teller(from start: Int, _ limit: Int) -> TokenRange? {
    var end = start
    while end < limit, isNominalPart(end) || isPronoun(end) { end += 1 }
    guard end > start, end < limit, let group = verbGroup(at: end),
      isTelling(draft.verbGroups[group]), !draft.verbGroups[group].negated,
      tables.origins.announcingVerbs.contains(draft.verbGroups[group].lemma)
    else { return nil }
    return TokenRange(start, end)
  }

  /// `the ministry reported on Monday` looks like a participle.
  private func isTelling(_ group: VerbGroup) -> Bool {
    group.form == .finite && !group.passive || group.form == .participle && group.tokens.count == 1
  }

  /// `the 17 it announced`: `it` may look like an object.
  private func isPronoun(_ row: Int) -> Bool {
    draft.classes[row] == .subjectPronoun
      || draft.classes[row] == .objectPronoun
        && lexicon.tags(draft.tokens[row].word).has(.thingPronoun)
  }

  /// Whether words begin a noun group of their own.
  private func isApart(_ words: TokenRange) -> Bool {
    switch draft.classes[words.start] {
    case .determiner, .possessive, .name, .subjectPronoun: return true
    case .noun:
      return words.count == 1 && isSomebody(words.start)
        && !lexicon.tags(draft.tokens[words.start].word).has(.documentNoun)
    default: return false
    }
  }

  /// `not 30, as officials had said`.
  private func asTold(behind frame: FigureFrame) -> ChainStep? {
    guard frame.phrase.start > frame.sentence.start,
      draft.classes[frame.phrase.start - 1] == .negation
    else { return nil }
    let limit = min(frame.sentence.end, frame.phrase.end + Self.reach)
    let near = frame.phrase.end..<max(frame.phrase.end, min(limit, frame.phrase.end + 5))
    guard let link = near.first(where: { tables.asWords.contains(draft.tokens[$0].word) }),
      let words = teller(from: link + 1, limit)
    else { return nil }
    return source(words, cue: link)
  }

  /// `and not seven as reported`, `not 14, as first thought`: a number taken back, and not the speaker's.
  func isOthersBehindNot(_ frame: FigureFrame) -> Bool {
    guard frame.phrase.start > frame.sentence.start,
      draft.classes[frame.phrase.start - 1] == .negation
    else { return false }
    let near =
      frame.phrase.end..<max(frame.phrase.end, min(frame.sentence.end, frame.phrase.end + 5))
    return near.contains { tables.asWords.contains(draft.tokens[$0].word) }
  }

  /// `now put by the authorities at 171`, `measured by the survey at magnitude 6.1`, `revised by the
  /// coroner to 28`.
  private func agent(before frame: FigureFrame) -> ChainStep? {
    guard let link = link(before: frame) else { return nil }
    let lowest = max(frame.sentence.start + 1, link - Self.reach)
    var by = link - 1
    while by > lowest, !tables.origins.by.contains(draft.tokens[by].word) {
      // `by Ana Lima, a spokeswoman for the service, at 36`, `by two officials at 27`
      guard
        isNominalPart(by) || draft.classes[by] == .preposition || draft.classes[by] == .number
          || draft.classes[by] == .mark
      else { return nil }
      by -= 1
    }
    // `reported by the agency on the day, to 200 million`: one comma closes no apposition.
    let commas = (by..<link).filter { isComma($0) }.count
    guard by > lowest, commas != 1, isGivenVerb(before: by) else { return nil }
    return source(TokenRange(by + 1, link), cue: by)
  }

  /// The `at`, `as` or `to` before a number, over `a depth of`, `magnitude`.
  private func link(before frame: FigureFrame) -> Int? {
    let lowest = max(frame.sentence.start, frame.phrase.start - 5)
    var row = frame.phrase.start - 1
    while row > lowest {
      let word = draft.tokens[row].word
      if tables.origins.placingLinks.contains(word) || draft.classes[row] == .to
        || tables.origins.movingLinks.contains(word) && draft.classes[row] == .preposition
      {
        return tables.origins.by.contains(word) ? nil : row
      }
      switch draft.classes[row] {
      case .noun, .determiner, .adjective, .adverb: break
      case .preposition where tables.ofWords.contains(word): break
      default: return nil
      }
      row -= 1
    }
    return nil
  }

  /// `put by`, `estimated by`, `revised by`.
  private func isGivenVerb(before by: Int) -> Bool {
    var row = by - 1
    while row > 0, draft.classes[row] == .adverb { row -= 1 }
    guard row >= 0, draft.classes[row].isVerb else { return false }
    return isAgentVerb(row) || lexicon.tags(draft.tokens[row].word).has(.revisingVerb)
  }

  // MARK: - Where nobody else gives it

  /// `denies it holds any prisoners`: who denies that there are any says none.
  func denier(of frame: FigureFrame) -> ChainStep? {
    guard frame.rule == ZeroFinder.rule else { return nil }
    let lowest = max(frame.sentence.start, frame.phrase.start - Self.reach)
    var row = frame.phrase.start - 1
    while row > lowest, draft.classes[row] != .mark {
      if let group = verbGroup(at: row), draft.verbGroups[group].form == .finite,
        !draft.verbGroups[group].negated,
        tables.origins.denials.contains(draft.verbGroups[group].lemma),
        let words = doer(ofGroup: group)
      {
        return source(words, cue: row)
      }
      row -= 1
    }
    return nil
  }

  /// `An inquiry found that 148 were taken`, `148 were taken, an inquiry has found`.
  func inquiry(of frame: FigureFrame) -> ChainStep? {
    let first = max(frame.sentence.start, frame.phrase.start - Self.farthest)
    let last = min(frame.sentence.end, frame.phrase.end + Self.farthest)
    let low = partitionPoint(draft.verbGroups.count) {
      draft.verbGroups[$0].tokens.start < first
    }
    for row in low..<draft.verbGroups.count {
      let group = draft.verbGroups[row]
      guard group.tokens.start < last else { break }
      guard group.form == .finite, !group.passive, !group.negated,
        tables.origins.findingVerbs.contains(group.lemma), let words = doer(ofGroup: row),
        let head = headNoun(words), tables.origins.inquiryNouns.contains(draft.facts[head].lemma),
        isTold(frame, by: words, group)
      else { continue }
      return source(words, cue: group.head)
    }
    return nil
  }

  /// Behind the verb without another mark between, or before a comma that opens the finding's clause.
  private func isTold(_ frame: FigureFrame, by words: TokenRange, _ group: VerbGroup) -> Bool {
    if frame.phrase.start >= group.tokens.end {
      return frame.phrase.start - group.tokens.end < 24
        && !(group.tokens.end..<frame.phrase.start).contains { draft.classes[$0] == .mark }
    }
    guard words.start > frame.phrase.end, draft.classes[words.start - 1] == .mark else {
      return false
    }
    guard group.tokens.end < frame.sentence.end else { return true }
    let next = draft.classes[group.tokens.end]
    return next == .mark || draft.tokens[group.tokens.end].kind == .stop
  }
}
