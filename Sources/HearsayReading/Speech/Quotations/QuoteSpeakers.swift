import HearsayCore
import HearsayText

/// Speaker and verb beside a quotation, in both orders.
extension SpeechScanner {
  /// As in `X, director of Y, said`.
  func subjectThenVerb(_ row: Int, _ position: QuotePosition) -> SpeakerAndVerb? {
    guard kind(row) != .day,
      let subject = subjectBesideQuote(row, isLoose: position == .loose) ?? longSubject(row)
    else { return position == .loose ? nil : nounTakenForVerb(row) }
    let group = groups[Int(groupAt[subject.verb])]
    guard !group.passive, position != .loose || tags(group.head).has(.quoteVerb) else {
      return nil
    }
    let followed = frame(after: group, lemma: group.lemma)
    // `X asked, "Why?" Y replied, "Because …"`: the second speaker leads on, not back.
    if position == .touching, followed.frame == .quote, followed.afterMark,
      tokens[max(0, row - 2)].kind == .stop
    {
      return nil
    }
    guard fitsAtQuote(group, followed, position) else { return nil }
    var speaker = SpeakerAndVerb(
      source: subject.source, group: group, end: followed.contentStart,
      inverted: false, manner: followed.manner,
      cue: TokenRange(group.tokens.start, followed.cueEnd))
    speaker.endsHere = followed.frame == .end
    return speaker
  }

  /// `"…," Lima points out.`, `"…," a voice in the ad states.`: the last word before the end looks
  /// like a plural, but stands where only a verb of saying can.
  private func nounTakenForVerb(_ row: Int) -> SpeakerAndVerb? {
    guard let close = nounGroupEnd(row), close - row >= 2 else { return nil }
    let verb = close - 1
    let particle = close < end && tags(close).has(.particle) ? close + 1 : close
    guard tags(verb).has(.quoteVerb), can(verb, .verbS), groupAt[verb] < 0,
      particle >= end || isComma(particle) || tokens[particle].kind == .stop
    else { return nil }
    let cue = TokenRange(verb, particle)
    let group = VerbGroup(
      tokens: cue, head: verb, core: verb, lemma: lemma(verb), form: .finite, passive: false,
      negated: false, modal: nil, tense: .present, complement: nil, sentence: 0)
    return SpeakerAndVerb(
      source: TokenRange(row, verb), group: group, end: particle, inverted: false, manner: nil,
      cue: cue)
  }

  private func subjectBesideQuote(_ row: Int, isLoose: Bool) -> (source: TokenRange, verb: Int)? {
    guard let head = nounGroupEnd(row) else { return nil }
    var here = head
    var sourceEnd = head
    if isLoose, isComma(here), let name = nounGroupEnd(here + 1), finiteGroup(at: name) {
      // `"a duty to stop" the change, Lima said`: the quotation's sentence goes on to the comma.
      return nil
    }
    if isComma(here) || kind(here) == .relative {
      guard let close = appositionEnd(here) else { return nil }
      sourceEnd = close
      here = close
    }
    while here < end, kind(here) == .adverb, groupAt[here] < 0 { here += 1 }
    if here < end, let next = afterTime(here) { here = next }
    guard here < end, finiteGroup(at: here) && !isBriefed(here) || saysInPast(here) else {
      return nil
    }
    return (withoutWho(TokenRange(row, sourceEnd)), here)
  }

  /// `"…," X said in a letter that came`: a past form that looks reduced, but stands where only a
  /// verb of saying can.
  private func saysInPast(_ row: Int) -> Bool {
    guard groupAt[row] >= 0, mask[row] < 0 else { return false }
    let group = groups[Int(groupAt[row])]
    return group.form == .participle && row <= group.core && tags(group.head).has(.quoteVerb)
      && can(group.head, .verbPast) && !saidFurtherOn(group.tokens.end)
  }

  /// A past form that an adjunct follows, not its words, with a verb of saying further on.
  private func isBriefed(_ row: Int) -> Bool {
    let group = groups[Int(groupAt[row])]
    guard group.tokens.count == 1, can(group.head, .verbParticiple), can(group.head, .verbPast),
      group.tokens.end < end, kind(group.tokens.end) == .preposition
    else { return false }
    return saidFurtherOn(group.tokens.end)
  }

  /// `two officials briefed on it told us`, `Lima, asked about it, said`: a sure verb of saying comes
  /// before the sentence, or another clause, begins.
  private func saidFurtherOn(_ row: Int) -> Bool {
    for here in row..<max(row, min(end, row + 20)) {
      if mask[here] >= 0 || tokens[here].kind == .stop || kind(here) == .subordinator {
        return false
      }
      guard groupAt[here] >= 0 else { continue }
      let group = groups[Int(groupAt[here])]
      if group.form == .finite, group.head == here, tags(here).has(.quoteVerb) {
        return kind(group.tokens.start - 1) != .subjectPronoun
          && kind(group.tokens.start - 1) != .relative
      }
    }
    return false
  }

  /// Between a quotation and its verb of saying all words name the speaker, however long:
  /// `"…," X, chief of Y and professor at Z, told me`.
  private func longSubject(_ row: Int) -> (source: TokenRange, verb: Int)? {
    guard kind(row).isPremodifier || kind(row).isNominal || tokens[row].flags.contains(.capital)
    else { return nil }
    var inRelative = false
    var here = row
    let limit = min(end, row + 45)
    while here < limit, mask[here] < 0, tokens[here].kind != .stop, !isColon(here) {
      switch kind(here) {
      case .subordinator: return nil
      case .relative:
        guard tokens[here].word != function.that else { return nil }
        inRelative = true
      default: break
      }
      if finiteGroup(at: here) && !isBriefed(here) || saysInPast(here) {
        let group = groups[Int(groupAt[here])]
        let last = backOverAdjuncts(group.tokens.start - 1)
        if !inRelative || isComma(last), tags(group.head).has(.quoteVerb), last >= row {
          return (TokenRange(row, last + 1), here)
        }
        // A base form here is a noun that was taken for a verb: `Lima's 2008 campaign`.
        guard inRelative || kind(group.head) == .verbBase else { return nil }
        here = max(group.tokens.end, here + 1)
      } else {
        here += 1
      }
    }
    return nil
  }

  /// A verb beside a quotation says it when nothing else is its object.
  func fitsAtQuote(_ group: VerbGroup, _ followed: CueFrame, _ position: QuotePosition) -> Bool {
    let says = tags(group.head).has(.quoteVerb)
    switch followed.frame {
    case .end, .quote, .ing, .subordinator: return true
    case .preposition, .verb, .other:
      return says || position == .alone && !kind(group.head).isAuxiliary
    default: return says && position != .loose
    }
  }

  /// From a comma or `who` to one past the comma that closes it.
  func appositionEnd(_ row: Int) -> Int? {
    let first = isComma(row) ? row + 1 : row
    guard first < end else { return nil }
    let limit = min(end, row + 45)
    var here = first
    while here < limit {
      if mask[here] >= 0 { return nil }
      if isComma(here) || isDash(here) {
        let inner = TokenRange(first, here)
        guard isApposition(inner) || isWhoClause(inner) || kind(first) == .number else {
          return nil
        }
        if finiteGroup(at: here + 1) { return here + 1 }
      }
      here += 1
    }
    return nil
  }

  /// As in `said X, a member of Y who …`.
  func verbThenSubject(_ row: Int, anyVerb: Bool) -> SpeakerAndVerb? {
    guard let group = group(at: row), group.form == .finite, !group.passive, !hasSubjectBefore(row),
      tags(group.head).has(.quoteVerb) || anyVerb && !kind(group.head).isAuxiliary,
      !tags(group.head).has(.hearerVerb) || anyVerb && kind(group.tokens.end) != .objectPronoun
    else { return nil }
    var here = group.tokens.end
    if here < end, let next = afterTime(here), !(kind(here) == .name) { here = next }
    guard here < end, kind(here) != .objectPronoun, var sourceEnd = nounGroupEnd(here) else {
      return nil
    }
    if kind(sourceEnd) == .conjunction, sourceEnd + 1 < end, kind(sourceEnd + 1).isPremodifier,
      let both = nounGroupEnd(sourceEnd + 1), !finiteGroup(at: both)
    {
      sourceEnd = both
    }
    if sourceEnd < end, kind(sourceEnd).isVerb || kind(sourceEnd).isAuxiliary,
      kind(sourceEnd) != .verbIng, kind(sourceEnd) != .verbParticiple,
      !isReducedPast(sourceEnd)
    {
      return nil
    }
    let source = here
    sourceEnd = beforePlace(TokenRange(source, sourceEnd))
    guard anyVerb || speaks(TokenRange(source, sourceEnd)) || isSaidBy(group, source, sourceEnd)
    else { return nil }
    if sourceEnd < end,
      kind(sourceEnd) == .verbParticiple || kind(sourceEnd) == .verbPast
        || kind(sourceEnd) == .adjective || isReducedPast(sourceEnd)
    {
      sourceEnd = reducedClauseEnd(sourceEnd)
    }
    if isComma(sourceEnd) || kind(sourceEnd) == .relative {
      sourceEnd = trailingApposition(sourceEnd)
    }
    var follow = CueFrame(frame: .end, contentStart: sourceEnd, cueEnd: group.tokens.end)
    mannerAfter(&follow)
    // The comma that closes an apposition is the source's (24/27).
    let closes = isComma(sourceEnd) && (source..<sourceEnd).contains { isComma($0) }
    return SpeakerAndVerb(
      source: TokenRange(source, closes ? sourceEnd + 1 : sourceEnd), group: group,
      end: follow.contentStart, inverted: true, manner: follow.manner, cue: group.tokens)
  }

  /// `…, said the coast guard.`: whoever stands alone behind the plainest verb of saying.
  private func isSaidBy(_ group: VerbGroup, _ first: Int, _ last: Int) -> Bool {
    guard tables.plainSaying.contains(group.lemma), group.tokens.end == first,
      last >= end || isComma(last) || tokens[last].kind == .stop,
      let head = headNoun(TokenRange(first, last))
    else { return false }
    return kind(head) == .noun && timeAt[head] < 0
      && !(first..<last).contains { kind($0) == .number }
  }

  /// `said Ana Lima in an interview`: where somebody with a name says it is no part of it (20/22).
  private func beforePlace(_ range: TokenRange) -> Int {
    for row in range.indices where row > range.start {
      if kind(row) == .mark && byte(row) != UInt8(ascii: "(") { break }
      if kind(row) == .preposition, tables.borders.placePrepositions.contains(tokens[row].word),
        kind(row - 1) == .name || byte(row - 1) == UInt8(ascii: ")"),
        kind(range.start) == .name || namesSpeaker(row - 1, .person)
      {
        return row
      }
    }
    return range.end
  }

  /// `said a person briefed on`, `a source close to`: behind an inverted speaker a past form is a
  /// participle, and what looks like a base form an adjective.
  func isReducedPast(_ row: Int) -> Bool {
    guard row + 1 < end, kind(row + 1) == .preposition else { return false }
    return kind(row) == .verbPast || kind(row) == .verbBase || can(row, .adjective)
  }

  /// `briefed on the events`: to the next mark.
  func reducedClauseEnd(_ row: Int) -> Int {
    var here = row
    while here < end, mask[here] < 0, kind(here) != .mark, tokens[here].kind != .stop { here += 1 }
    return here
  }

  /// Passes over times and manner after an inverted speaker.
  func mannerAfter(_ follow: inout CueFrame) {
    var here = follow.contentStart
    while here < end, mask[here] < 0 {
      if let next = afterTime(here) {
        here = next
      } else if kind(here) == .preposition, let next = nounGroupEnd(here + 1) {
        let range = TokenRange(here, next)
        if range.indices.contains(where: { tags($0).has(.mannerNoun) }) { follow.manner = range }
        here = next
      } else {
        break
      }
    }
    follow.contentStart = here
  }

  /// What ends an apposition behind its comma: a quotation, `adding`, `and left`, `which …` (9/11),
  /// where it was said.
  private func endsAside(_ row: Int) -> Bool {
    if quote(at: row) != nil { return true }
    switch kind(row) {
    case .verbIng: return true
    case .conjunction: return finiteGroup(at: row + 1)
    case .relative, .whWord:
      return tables.borders.thingRelatives.contains(tokens[row].word) || saysMore(row)
    case .preposition, .subordinator:
      if tables.borders.beforeWords.contains(tokens[row].word) { return true }
      guard tables.borders.placePrepositions.contains(tokens[row].word) else { return false }
      return timeAt[min(row + 1, end - 1)] >= 0 || saysHow(row)
    default: return false
    }
  }

  /// `in a statement`, `at its convention`.
  private func saysHow(_ row: Int) -> Bool {
    guard let close = simpleGroupEnd(row + 1) else { return false }
    return (row..<close).contains { tags($0).has(.mannerNoun) }
  }

  /// `said Lima, who also warned that …`: a saying of its own.
  func saysMore(_ row: Int) -> Bool {
    guard kind(row) == .relative, tokens[row].word != function.that else { return false }
    var verb = row + 1
    while verb < end, kind(verb) == .adverb, groupAt[verb] < 0 { verb += 1 }
    guard verb < end, groupAt[verb] >= 0, mask[verb] < 0 else { return false }
    let group = groups[Int(groupAt[verb])]
    guard group.form == .finite, !group.passive, tags(group.head).has(.quoteVerb) else {
      return false
    }
    switch frame(after: group, lemma: group.lemma).frame {
    case .that, .clause, .quote: return true
    default: return false
    }
  }

  /// An apposition or who-clause after an inverted speaker, to the end of the unit or its comma.
  func trailingApposition(_ row: Int) -> Int {
    let first = isComma(row) ? row + 1 : row
    guard first < end else { return row }
    guard kind(first).isPremodifier && kind(first) != .day || kind(first) == .relative,
      timeAt[first] < 0 || tokens[first].kind == .number
    else {
      return row
    }
    if isComma(row), endsAside(first) { return row }
    var here = first
    let limit = min(end, row + 60)
    while here < limit {
      if mask[here] >= 0 { return isComma(here - 1) ? here - 1 : here }
      if tokens[here].kind == .stop { return here }
      if isComma(here), endsAside(here + 1) {
        return here
      }
      here += 1
    }
    return here
  }
}
