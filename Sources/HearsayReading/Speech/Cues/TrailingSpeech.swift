import HearsayCore
import HearsayText

/// A cue behind or amid its content, without quotation marks: `…, X said.`
extension SpeechScanner {
  /// As in `…, X said.`, `…, X said, …`, `…, said X.`.
  mutating func readTrailing() {
    guard hints.contains(.quoteVerb) else { return }
    for row in groupsInUnit() {
      let group = groups[row]
      guard group.form == .finite, !group.passive, tags(group.head).has(.quoteVerb),
        isFree(group.tokens.start..<min(group.tokens.end, end))
      else { continue }
      if let found = asSaying(row, group) ?? trailing(row, group) { add(found) }
    }
  }

  func trailing(_ row: Int, _ group: VerbGroup) -> FoundAttribution? {
    var comma = group.tokens.start - 1
    var speaker: SpeakerAndVerb?
    if isComma(comma) {
      speaker = verbThenSubject(group.tokens.start, anyVerb: false)
    }
    if speaker == nil {
      let subject = subject(of: row)
      guard let source = subject.range, !subject.isRelative, source.end <= group.tokens.start,
        source.start > start
      else { return nil }
      comma = source.start - 1
      let followed = frame(after: group, lemma: group.lemma)
      // `…, X says, in exchange for food`: a phrase behind a mark belongs to what is said.
      let after = isPhraseBehind(group) ? group.tokens.end : afterPhrases(followed)
      guard let after, !tables.hearerNeeded.contains(group.lemma) || after > group.tokens.end
      else { return nil }
      speaker = SpeakerAndVerb(
        source: source, group: group, end: after, inverted: false,
        manner: followed.manner, cue: TokenRange(group.tokens.start, min(followed.cueEnd, after)))
    }
    guard isComma(comma) || isDash(comma), let speaker else { return nil }
    return trailing(speaker, comma)
  }

  private func isPhraseBehind(_ group: VerbGroup) -> Bool {
    let next = group.tokens.end + 1
    // `in exchange for food`, `down from 50`
    let opens =
      kind(next) == .preposition || kind(next) == .adverb && kind(next + 1) == .preposition
    return isComma(next - 1) && opens && !(next..<end).contains { mask[$0] >= 0 }
  }

  /// One past the phrases after a trailing verb of saying, if only phrases stand there.
  func afterPhrases(_ followed: CueFrame) -> Int? {
    var here = followed.contentStart
    // `…, X says: a vendor and his son`: the list is what is said too.
    if followed.afterMark, isColon(here - 1), here - 1 >= followed.cueEnd { return here - 1 }
    if let close = meanwhileEnd(here) ?? meanwhileEnd(max(here - 1, followed.cueEnd)) {
      here = close
    } else if case .preposition = followed.frame {
      if kind(here) != .preposition { here -= 1 }
    } else if followed.frame != .end {
      guard followed.manner != nil, isReducedPast(here) || afterTime(here + 1) != nil else {
        return nil
      }
    }
    var rounds = 0
    while here < end, rounds < 6, let next = afterPhrase(here, followed) {
      here = next
      rounds += 1
      while here < end, let time = afterTime(here) { here = time }
    }
    return isEdge(here) ? here : nil
  }

  private func isEdge(_ row: Int) -> Bool {
    row >= end || isComma(row) || isDash(row) || isSemicolon(row) || isColon(row)
      || tokens[row].kind == .stop
  }

  /// One past what the writer tells of the hour of saying, up to the next mark: `while receiving the
  /// children`, `as crews searched on`; none that goes on speaking, `while adding that`.
  func meanwhileEnd(_ row: Int) -> Int? {
    guard row + 1 < end, mask[row] < 0, tables.meanwhile.contains(tokens[row].word),
      kind(row + 1) == .verbIng || finiteFollows(row + 1), !tags(row + 1).has(.quoteVerb)
    else { return nil }
    return (row + 1..<end).first { isEdge($0) || mask[$0] >= 0 } ?? end
  }

  /// One past a phrase, or past what was done with the paper it was said in: `in a report published
  /// on Tuesday`.
  private func afterPhrase(_ row: Int, _ followed: CueFrame) -> Int? {
    if kind(row) == .preposition { return nounGroupEnd(row + 1) }
    guard followed.manner != nil, kind(row) == .verbParticiple || kind(row) == .verbPast else {
      return nil
    }
    return afterTime(row + 1) ?? reducedEnd(row)
  }

  /// `Sixty patients, the mayor said, remained in care`: behind an aside a past form looks like a
  /// participle; nothing before it has a verb.
  private func goesOnInPast(_ row: Int, _ first: Int) -> Bool {
    kind(row) == .verbParticiple && can(row, .verbPast)
      && !(first..<row).contains { mask[$0] >= 0 }
      && (first..<row).filter { finiteGroup(at: $0) && groups[Int(groupAt[$0])].head == $0 }.count
        == 1
  }

  func trailing(_ speaker: SpeakerAndVerb, _ comma: Int) -> FoundAttribution? {
    let lowest = comma - Self.longestLead
    var first = contentStart(from: leadStart(before: comma, lowest: lowest), to: comma)
    let goesOn =
      isComma(speaker.end)
      && (finiteFollows(speaker.end + 1) || goesOnInPast(speaker.end + 1, first))
    if goesOn { first = asideStart(first, comma) }
    let finite = (first..<comma).filter {
      mask[$0] < 0 && groupAt[$0] >= 0 && groups[Int(groupAt[$0])].head == $0
        && groups[Int(groupAt[$0])].form == .finite
    }.count
    let quoted = (first..<comma).contains { mask[$0] >= 0 }
    let isClause = finite > 0 || quoted || speaker.group.tokens.end < end && isReduced(first, comma)
    guard
      isClause && comma - first >= 2 || goesOn && comma > first || isCount(first, comma, speaker)
    else { return nil }
    let subordinate = kind(first) == .subordinator || kind(first) == .whWord
    guard !subordinate || finite > 1 || goesOn else { return nil }
    var content = [TokenRange(first, comma)]
    let after = meanwhileEnd(speaker.end) ?? speaker.end
    if after < end, tokens[after].kind == .mark, after + 1 < end {
      guard isComma(after) || isDash(after) || isSemicolon(after) || isColon(after) else {
        return nil
      }
      if isSemicolon(after) || isColon(after) && mask[after + 1] >= 0 {
        // `…, X says; others say`: a sentence of its own; `: "…"` is read as a quotation.
      } else if kind(after + 1) == .verbIng
        || kind(after + 1) == .conjunction && !subjectFollows(after + 2)
      {
        // `…, he said, adding that`: the rest is another saying; `…, he said, and it is` is not.
      } else {
        let rest = TokenRange(after + 1, end)
        if rest.count > 1 { content.append(rest) }
      }
    } else if after < end, tokens[after].kind != .stop {
      return nil
    }
    return FoundAttribution(
      source: speaker.source, cue: speaker.cue, content: content, score: 0.9,
      rule: content.count > 1 ? "english/speech.parenthetical" : "english/speech.trailing",
      lemma: speaker.group.lemma, unit: 0, manner: speaker.manner)
  }

  /// `14 dead, says the ministry`: a number without a verb, since one comma parts no subject from its
  /// verb.
  private func isCount(_ first: Int, _ comma: Int, _ speaker: SpeakerAndVerb) -> Bool {
    speaker.inverted && first < comma && isEdge(speaker.end)
      && (first..<comma).contains { kind($0) == .number }
      && !(first..<comma).contains { kind($0) == .mark || mask[$0] >= 0 }
  }

  /// `A gang made off with jewels, witnesses said`: behind a noun a past form looks like a
  /// participle.
  private func isReduced(_ first: Int, _ comma: Int) -> Bool {
    comma - first > 5
      && (first + 1..<comma).contains { row in
        mask[row] < 0 && kind(row) == .verbParticiple && can(row, .verbPast)
          && kind(row - 1) != .mark
      }
  }

  /// Where the content before a trailing cue begins: with the sentence, its `but` (10/15) and its
  /// fronted phrase (58/74) included, after a date line (`LIMA -`) and after what others said.
  func contentStart(from row: Int, to limit: Int) -> Int {
    var first = row
    if first == start, let dash = dateLineDash(limit) { first = dash + 1 }
    while first < limit, kind(first) == .mark || first > start && kind(first) == .conjunction {
      first += 1
    }
    return first
  }

  /// `… — a rule, X said, that`: what begins at the last dash and has no verb yet is the content, and
  /// so is a relative word (`…, which, X said, is`).
  private func asideStart(_ first: Int, _ comma: Int) -> Int {
    if comma - 2 > first, isComma(comma - 2), kind(comma - 1) == .relative { return comma - 1 }
    var here = comma - 1
    while here > first, mask[here] < 0 {
      if groupAt[here] >= 0, groups[Int(groupAt[here])].form == .finite { return first }
      if isDash(here) { return here + 1 }
      here -= 1
    }
    return first
  }

  /// The dash after a date line: only names, marks and a date stand before it.
  private func dateLineDash(_ limit: Int) -> Int? {
    guard startsParagraph, start < limit, kind(start) == .name else { return nil }
    for row in start..<min(limit, start + 14) {
      if isDash(row) { return row }
      switch kind(row) {
      case .name, .mark, .number, .day: continue
      default: return nil
      }
    }
    return nil
  }

  func subjectFollows(_ row: Int) -> Bool {
    nounGroupEnd(row) != nil && clauseFollows(row)
  }

  func finiteFollows(_ row: Int) -> Bool {
    var here = row
    while here < end, here < row + 24 {
      if groupAt[here] >= 0, groups[Int(groupAt[here])].form == .finite, mask[here] < 0 {
        return true
      }
      // `, officials say, 39 got away`: behind a noun a past form looks like a participle.
      if kind(here) == .verbParticiple, can(here, .verbPast), here > row, kind(here - 1).isNominal {
        return true
      }
      if isComma(here) { return false }
      here += 1
    }
    return false
  }
}
