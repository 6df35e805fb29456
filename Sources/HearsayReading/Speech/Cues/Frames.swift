import HearsayCore
import HearsayText

/// What follows a verb group: the frame, where the content begins, and what joined the cue.
struct CueFrame: Sendable {
  var frame: Frame
  /// The first token of what follows, adjuncts passed over.
  var contentStart: Int
  /// One past the cue, with particle and manner.
  var cueEnd: Int
  /// Where and how it was said.
  var manner: TokenRange?
  /// Whether a comma or colon stands before the content.
  var afterMark = false
  /// Whoever was told: `told reporters`.
  var hearer: TokenRange?
}

extension SpeechScanner {
  /// What follows a verb group.
  func frame(after group: VerbGroup, lemma: WordID) -> CueFrame {
    var found = CueFrame(frame: .end, contentStart: group.tokens.end, cueEnd: group.tokens.end)
    skipAdjuncts(group, &found)
    found.frame = frame(at: &found.contentStart, lemma: lemma, marked: &found.afterMark)
    if case .preposition(let word) = found.frame, belongs(word, to: group, lemma: lemma) {
      found.cueEnd = found.contentStart + 1
      found.contentStart += 1
      var after = found.contentStart
      var marked = false
      // `shot back, "…"`
      if frame(at: &after, lemma: lemma, marked: &marked) == .quote {
        found.frame = .quote
        found.contentStart = after
        found.afterMark = marked
      }
    }
    return found
  }

  /// `called for`, `is wary of`: whether a preposition belongs to the cue.
  private func belongs(_ word: WordID, to group: VerbGroup, lemma: WordID) -> Bool {
    if tables.cuePrepositions.contains(SpeechTables.pair(lemma, word)) { return true }
    if group.complement != nil || tags(group.head).has(.psychological) {
      return word != function.by
    }
    if group.passive { return false }
    return tags(group.head).has(.quoteVerb)
      ? tables.quoteParticles.contains(word) : tables.cueParticles.contains(word)
  }

  /// Passes over days, hearers, and the manner of saying.
  private func skipAdjuncts(_ group: VerbGroup, _ found: inout CueFrame) {
    let says = tags(group.head).has(.quoteVerb)
    var here = group.tokens.end
    var heard = false
    while here < end, mask[here] < 0, numberAfter(here) == nil {
      if let next = afterTime(here), !finiteGroup(at: next) {
        // `said Tuesday`: a bare day belongs to the verb (28 of 36; before `that`, 11 of 22).
        if says, here == found.cueEnd, kind(here) == .day, next - here < 3,
          next >= end || tokens[next].word != function.that
        {
          found.cueEnd = next
        }
        here = next
        continue
      }
      if kind(here) == .adverb, tokens[here].kind == .word,
        !tags(here).has(.particle)
      {
        if here == found.cueEnd, isManner(adverb: here) { found.cueEnd = here + 1 }
        here += 1
        continue
      }
      if !heard, tags(group.head).has(.hearerVerb), !group.passive, let next = hearerEnd(here) {
        heard = true
        found.hearer = TokenRange(here, next)
        here = next
        continue
      }
      if says || heard, let next = afterManner(here, group, &found) { here = next; continue }
      if tables.thatAfterAdjunct.contains(group.lemma), let next = phraseBeforeThat(here) {
        here = next
        continue
      }
      if isObjectBeforeQuote(here) { here += 1; continue }
      break
    }
    found.contentStart = here
  }

  /// One past a time that begins here, with its preposition.
  func afterTime(_ row: Int) -> Int? {
    if timeAt[row] >= 0 {
      let time = draft.times[Int(timeAt[row])].tokens
      if time.start == row, time.end <= end, kind(time.end) != .genitive { return time.end }
    }
    if kind(row) == .preposition, row + 1 < end, timeAt[row + 1] >= 0 {
      let time = draft.times[Int(timeAt[row + 1])].tokens
      if time.start == row + 1, time.end <= end { return time.end }
    }
    if kind(row) == .day {
      return kind(row + 1) == .day || tokens[min(row + 1, end - 1)].kind == .number
        ? row + 2 : row + 1
    }
    if kind(row) == .preposition, kind(row + 1) == .day { return row + 2 }
    return nil
  }

  /// Whether an adverb after the verb is the last word of the cue: `complained bitterly about`, not
  /// `reported unusually high`, `said only that`.
  private func isManner(adverb row: Int) -> Bool {
    let form = lexicon.vocabulary.form(tokens[row].word)
    guard form.count > 4, form.suffix(2).elementsEqual("ly".utf8) else { return false }
    switch kind(row + 1) {
    case .adjective, .adverb, .number, .noun, .name, .verbParticiple, .verbIng:
      return row + 1 >= end || mask[row + 1] >= 0
    default: return true
    }
  }

  /// The hearer of `told reporters that`: a noun group that no verb follows.
  private func hearerEnd(_ row: Int) -> Int? {
    guard kind(row) != .relative, let simple = simpleGroupEnd(row) else { return nil }
    if simple < end, tables.toldPrepositions.contains(tokens[simple].word) { return simple }
    let next = nounGroupEnd(row) ?? simple
    if finiteGroup(at: next), let number = firstQuantity(in: row..<next) {
      // `showed 9,000 people had fled`, `told AFP 19 people had died`: the number begins what is told.
      return number > row && kind(number - 1).isNominal ? number : nil
    }
    return hearersEnd(next) ?? describedEnd(next) ?? next
  }

  private func firstQuantity(in range: Range<Int>) -> Int? {
    let low = partitionPoint(draft.quantities.count) {
      draft.quantities[$0].tokens.start < range.lowerBound
    }
    guard low < draft.quantities.count, range.contains(draft.quantities[low].tokens.start) else {
      return nil
    }
    return draft.quantities[low].tokens.start
  }

  /// `told Ana Lima, chair of the panel, that`: one past the commas around who the hearer is.
  private func describedEnd(_ comma: Int) -> Int? {
    guard isComma(comma) else { return nil }
    for here in comma + 1..<max(comma + 1, min(end - 1, comma + 16)) {
      guard mask[here] < 0, groupAt[here] < 0, tokens[here].kind != .stop else { return nil }
      if isComma(here) {
        return kind(here + 1) == .to || tokens[here + 1].word == function.that ? here + 1 : nil
      }
    }
    return nil
  }

  /// `asked Ana Lima, Rui Sol and Eva Paz to`: one past a list of hearers.
  private func hearersEnd(_ first: Int) -> Int? {
    var here = first
    var rounds = 0
    while rounds < 5, here + 1 < end, isComma(here) || kind(here) == .conjunction {
      rounds += 1
      let next = isComma(here) && kind(here + 1) == .conjunction ? here + 2 : here + 1
      guard let last = nounGroupEnd(next) else { return nil }
      here = last
    }
    guard rounds > 0, here < end else { return nil }
    return kind(here) == .to || tokens[here].word == function.that ? here : nil
  }

  /// `in a statement`, `on CNN`, `at a rally in Ohio`, `of Trump`.
  private func afterManner(
    _ row: Int, _ group: VerbGroup, _ found: inout CueFrame
  ) -> Int? {
    guard kind(row) == .preposition, !group.passive || tokens[row].word != function.by else {
      return nil
    }
    if tokens[row].word == function.of, let next = simpleGroupEnd(row + 1),
      next >= end || kind(next) != .noun
    {
      return next
    }
    guard tags(row).has(.mannerPreposition) || tokens[row].word == tables.toWord,
      let next = nounGroupEnd(row + 1)
    else { return nil }
    let range = TokenRange(row, next)
    let manner = range.indices.contains { tags($0).has(.mannerNoun) }
    let isTo = tokens[row].word == tables.toWord
    guard manner || kind(row + 1) == .name || isTo else { return nil }
    if isTo, isObjectOfTo(group, found, after: next) { return nil }
    if manner {
      if found.manner == nil { found.manner = range }
      let head = range.indices.first { tags($0).has(.mannerNoun) } ?? row
      if row == found.cueEnd { found.cueEnd = head + 1 }
    } else if found.manner == nil {
      found.manner = range
    }
    return next
  }

  /// `responded to a request`: what stands behind `to` is no hearer.
  private func isObjectOfTo(_ group: VerbGroup, _ found: CueFrame, after next: Int) -> Bool {
    if found.hearer != nil { return true }
    guard tables.cuePrepositions.contains(SpeechTables.pair(group.lemma, tables.toWord)) else {
      return false
    }
    return
      !(next < end && tokens[next].word == function.that || isColon(next)
      || quote(at: next) != nil || isComma(next) && quote(at: next + 1) != nil)
  }

  /// `put it, "…"`: a bare pronoun before a quotation.
  private func isObjectBeforeQuote(_ row: Int) -> Bool {
    guard tags(row).has(.thingPronoun), row + 1 < end else { return false }
    return isComma(row + 1) && quote(at: row + 2) != nil || isColon(row + 1)
  }

  /// `said during a meeting in Porto, Portugal, that`: any preposition phrases before the clause.
  private func phraseBeforeThat(_ row: Int) -> Int? {
    var here = row
    var rounds = 0
    while rounds < 6, here < end, kind(here) == .preposition || rounds > 0 && isComma(here) {
      rounds += 1
      if isComma(here), here + 1 < end, tokens[here + 1].word == function.that {
        here += 1
        break
      }
      if kind(here + 1) == .verbIng, kind(here + 2) == .preposition, here + 2 < end {
        here += 2
        continue
      }
      guard
        let next = kind(here) == .preposition ? nounGroupEnd(here + 1) : simpleGroupEnd(here + 1)
      else { return nil }
      here = next
    }
    guard here > row, here < end, tokens[here].word == function.that, opensThat(here) else {
      return nil
    }
    return here
  }

  /// Whether a `that` opens a clause that is said, not one about the noun before it.
  private func opensThat(_ row: Int) -> Bool {
    switch kind(row) {
    case .subordinator: return true
    case .relative, .determiner: return !finiteGroup(at: row + 1)
    default: return false
    }
  }

  /// `described, in harsh terms, a plan`: one past an aside between two commas, without a verb.
  private func afterAside(_ comma: Int) -> Int? {
    let limit = min(end, comma + 12)
    guard comma + 2 < limit else { return nil }
    switch kind(comma + 1) {
    case .preposition, .adverb, .subordinator, .number: break
    default: return nil
    }
    let isAs = tokens[comma + 1].word == tables.asWord
    for here in comma + 1..<limit {
      if isComma(here) { return here > comma + 1 && here + 1 < end ? here + 1 : nil }
      // `wondered, as I do, why`
      guard mask[here] < 0, tokens[here].kind != .stop,
        groupAt[here] < 0 || isAs && here < comma + 6
      else { return nil }
    }
    return nil
  }

  /// The frame by the first token that is no adjunct.
  private func frame(at row: inout Int, lemma: WordID, marked: inout Bool) -> Frame {
    guard row < end else { return .end }
    if isComma(row) || isColon(row) {
      let next = row + 1
      if quote(at: next) != nil || isColon(row) && next < end {
        let colon = isColon(row)
        row = next
        marked = true
        return quote(at: next) != nil || colon ? .quote : .end
      }
      guard isComma(row), var after = afterAside(row) else { return .end }
      let inner = frame(at: &after, lemma: lemma, marked: &marked)
      switch inner {
      case .that, .clause, .nounGroup, .quote, .wh, .infinitive:
        row = after
        return inner
      default: return .end
      }
    }
    if mask[row] >= 0 { return .quote }
    // `said on Monday that 30 were hurt`: no `that 30`.
    if tokens[row].word == function.that, row + 1 < end, lexicon.tags(lemma).has(.quoteVerb),
      firstQuantity(in: row + 1..<row + 2) != nil, clauseFollows(row + 1)
    {
      return .that
    }
    // `said about 50 were hurt`, not `talked about 50 things`.
    if numberAfter(row) != nil,
      !tables.cuePrepositions.contains(SpeechTables.pair(lemma, tokens[row].word))
    {
      return clauseFollows(row) ? .clause : .nounGroup
    }
    switch kind(row) {
    case .stop: return .end
    case .mark: return .end
    case .to: return .infinitive
    case .relative where tokens[row].word == function.that:
      // `told the panel that sat`: a clause about the hearer.
      return lexicon.tags(lemma).has(.quoteVerb) && row > start && !kind(row - 1).isVerb
        && finiteGroup(at: row + 1) ? .end : .that
    case .subordinator:
      if tokens[row].word == function.that { return .that }
      return tags(row).has(.whSubordinator) && lexicon.tags(lemma).has(.whVerb)
        ? .wh : .subordinator
    case .whWord, .relative:
      let adverbial = tags(row).has(.whSubordinator) && !lexicon.tags(lemma).has(.whVerb)
      return adverbial ? .subordinator : .wh
    case .preposition: return .preposition(tokens[row].word)
    case .adverb where tags(row).has(.particle): return .preposition(tokens[row].word)
    case .adverb:
      row += 1
      return frame(at: &row, lemma: lemma, marked: &marked)
    case .verbIng: return .ing
    case .verbBase, .verbS, .verbPast, .verbParticiple, .be, .have, .modal, .doAuxiliary:
      return .verb
    case .conjunction, .negation: return .other
    default:
      guard
        simpleGroupEnd(row) != nil || kind(row) == .adjective || kind(row) == .quote
          || kind(row) == .determiner
      else { return .other }
      return clauseFollows(row) ? .clause : .nounGroup
    }
  }
}
