import HearsayCore
import HearsayText

/// Statements that stand around or behind their content: `"…," X said`, `…, X said.`, `according
/// to X`. They are read first, because weaker cues inside their content must not swallow them.
extension SpeechScanner {
  mutating func readWrapped() {
    readAccording()
    readQuotedSpeech()
    readTrailing()
  }

  /// A speaker beside a verb, in either order.
  struct SpeakerAndVerb {
    var source: TokenRange
    var group: VerbGroup
    /// One past both.
    var end: Int
    var inverted: Bool
    var manner: TokenRange?
    var cue: TokenRange
  }

  // MARK: - Quotations

  private mutating func readQuotedSpeech() {
    var here = start
    while here < end {
      guard let quote = quote(at: here), !taken[here] else {
        here += 1
        continue
      }
      here = max(quote.tokens.end, here + 1)
      guard let speaker = speaker(after: quote),
        let first = contentStart(before: quote.tokens.start)
      else { continue }
      accept(quote, from: first, speaker)
    }
  }

  private mutating func accept(_ quote: DraftQuote, from first: Int, _ speaker: SpeakerAndVerb) {
    var content = [TokenRange(first, quote.tokens.end)]
    var here = speaker.end
    if here < end, tokens[here].kind == .mark { here += 1 }
    if here < end, let second = self.quote(at: here), !taken[here] {
      content.append(TokenRange(here, contentTail(second)))
    }
    add(
      FoundAttribution(
        source: speaker.source, cue: speaker.cue, content: content, score: 0.97,
        rule: speaker.inverted ? "english/speech.inverted" : "english/speech.direct",
        lemma: speaker.group.lemma, unit: 0, manner: speaker.manner))
  }

  /// What follows the second part of a split quotation and still belongs to it.
  private func contentTail(_ quote: DraftQuote) -> Int {
    var here = quote.tokens.end
    while here < end, let next = self.quote(at: here) { here = max(next.tokens.end, here + 1) }
    return here
  }

  /// `…," X said` or `…," said X`.
  private func speaker(after quote: DraftQuote) -> SpeakerAndVerb? {
    var here = quote.tokens.end
    guard here < end else { return nil }
    let last = tokens[max(0, quote.inner.end - 1)]
    var touches =
      last.kind == .stop || isMark(quote.inner.end - 1, ",") || isDashMark(quote.inner.end - 1)
    if isComma(here) || isDash(here) {
      touches = true
      here += 1
    }
    guard here < end else { return nil }
    return subjectThenVerb(here, anyVerb: touches) ?? verbThenSubject(here, anyVerb: touches)
  }

  private func isMark(_ row: Int, _ mark: Character) -> Bool {
    row >= 0 && row < tokens.count && tokens[row].kind == .mark && byte(row) == mark.asciiValue
  }

  private func isDashMark(_ row: Int) -> Bool {
    row >= 0 && tokens[row].kind == .mark && (byte(row) == UInt8(ascii: "-") || byte(row) == 0xE2)
  }

  /// As in `X, director of Y, said`.
  private func subjectThenVerb(_ row: Int, anyVerb: Bool) -> SpeakerAndVerb? {
    guard let head = nounGroupEnd(row), kind(row) != .day else { return nil }
    var here = head
    var sourceEnd = head
    if isComma(here) || kind(here) == .relative {
      guard let close = appositionEnd(here) else { return nil }
      sourceEnd = close
      here = close
    }
    while here < end, kind(here) == .adverb, groupAt[here] < 0 { here += 1 }
    if here < end, let next = afterTime(here) { here = next }
    guard here < end, finiteGroup(at: here) else { return nil }
    let group = groups[Int(groupAt[here])]
    guard !group.passive, anyVerb || tags(group.head).has(.quoteVerb) else { return nil }
    let followed = frame(after: group, lemma: group.lemma)
    guard fitsAtQuote(group, followed) else { return nil }
    return SpeakerAndVerb(
      source: TokenRange(row, sourceEnd), group: group, end: followed.contentStart,
      inverted: false, manner: followed.manner,
      cue: TokenRange(group.tokens.start, followed.cueEnd))
  }

  /// A verb beside a quotation says it when nothing else is its object.
  private func fitsAtQuote(_ group: VerbGroup, _ followed: CueFrame) -> Bool {
    switch followed.frame {
    case .end, .quote, .ing, .subordinator: return true
    case .preposition, .verb, .other: return tags(group.head).has(.quoteVerb)
    default: return false
    }
  }

  /// From a comma or `who` to one past the comma that closes it.
  private func appositionEnd(_ row: Int) -> Int? {
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
  private func verbThenSubject(_ row: Int, anyVerb: Bool) -> SpeakerAndVerb? {
    guard let group = group(at: row), group.form == .finite, !group.passive,
      tags(group.head).has(.quoteVerb) || anyVerb && !kind(group.head).isAuxiliary,
      !tags(group.head).has(.hearerVerb) || anyVerb && kind(group.tokens.end) != .objectPronoun
    else { return nil }
    var here = group.tokens.end
    if here < end, let next = afterTime(here), !(kind(here) == .name) { here = next }
    guard here < end, kind(here) != .objectPronoun, var sourceEnd = nounGroupEnd(here) else {
      return nil
    }
    if sourceEnd < end, kind(sourceEnd).isVerb || kind(sourceEnd).isAuxiliary,
      kind(sourceEnd) != .verbIng, kind(sourceEnd) != .verbParticiple,
      !isReducedPast(sourceEnd)
    {
      return nil
    }
    let source = here
    guard anyVerb || speaks(TokenRange(source, sourceEnd)) else { return nil }
    if sourceEnd < end,
      kind(sourceEnd) == .verbParticiple || kind(sourceEnd) == .verbPast
        || kind(sourceEnd) == .adjective
    {
      sourceEnd = reducedClauseEnd(sourceEnd)
    }
    if isComma(sourceEnd) || kind(sourceEnd) == .relative {
      sourceEnd = trailingApposition(sourceEnd)
    }
    var follow = CueFrame(frame: .end, contentStart: sourceEnd, cueEnd: group.tokens.end)
    mannerAfter(&follow)
    return SpeakerAndVerb(
      source: TokenRange(source, sourceEnd), group: group, end: follow.contentStart,
      inverted: true, manner: follow.manner, cue: group.tokens)
  }

  /// `said a person briefed on`: behind an inverted speaker a past form is a participle.
  private func isReducedPast(_ row: Int) -> Bool {
    kind(row) == .verbPast && row + 1 < end && kind(row + 1) == .preposition
  }

  /// `briefed on the events`: to the next mark.
  private func reducedClauseEnd(_ row: Int) -> Int {
    var here = row
    while here < end, mask[here] < 0, kind(here) != .mark, tokens[here].kind != .stop { here += 1 }
    return here
  }

  /// Passes over times and manner after an inverted speaker.
  private func mannerAfter(_ follow: inout CueFrame) {
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

  /// An apposition or who-clause after an inverted speaker, to the end of the unit or its comma.
  private func trailingApposition(_ row: Int) -> Int {
    let first = isComma(row) ? row + 1 : row
    guard first < end else { return row }
    guard kind(first).isPremodifier && kind(first) != .day || kind(first) == .relative,
      timeAt[first] < 0 || tokens[first].kind == .number
    else {
      return row
    }
    var here = first
    let limit = min(end, row + 60)
    while here < limit {
      if mask[here] >= 0 { return isComma(here - 1) ? here - 1 : here }
      if tokens[here].kind == .stop { return here }
      if isComma(here),
        quote(at: here + 1) != nil || kind(here + 1) == .verbIng
          || kind(here + 1) == .conjunction && finiteGroup(at: here + 2)
      {
        return here
      }
      here += 1
    }
    return here
  }

  /// Where the content that ends in this quotation begins; `nil` when another cue owns it.
  private func contentStart(before row: Int) -> Int? {
    var first = row
    while first > start, !taken[first - 1] { first -= 1 }
    if first == row { return row }
    var here = first
    while here < row {
      if groupAt[here] >= 0, mask[here] < 0 {
        let group = groups[Int(groupAt[here])]
        if tags(group.head).has(.quoteVerb), group.form == .finite {
          let followed = frame(after: group, lemma: group.lemma)
          switch followed.frame {
          case .quote, .that, .clause: return nil
          default: break
          }
        }
        here = max(group.tokens.end, here + 1)
      } else {
        here += 1
      }
    }
    while first < row, kind(first) == .conjunction || kind(first) == .mark { first += 1 }
    return first
  }

  // MARK: - Without quotation marks

  /// As in `…, X said.`, `…, X said, …`, `…, said X.`.
  private mutating func readTrailing() {
    for row in groupsInUnit() {
      let group = groups[row]
      guard group.form == .finite, !group.passive, tags(group.head).has(.quoteVerb),
        isFree(group.tokens.start..<min(group.tokens.end, end))
      else { continue }
      if let found = trailing(row, group) { add(found) }
    }
  }

  private func trailing(_ row: Int, _ group: VerbGroup) -> FoundAttribution? {
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
      let after = afterPhrases(followed)
      guard let after, !tags(group.head).has(.hearerVerb) || after > group.tokens.end
      else { return nil }
      speaker = SpeakerAndVerb(
        source: source, group: group, end: after, inverted: false,
        manner: followed.manner, cue: TokenRange(group.tokens.start, min(followed.cueEnd, after)))
    }
    guard isComma(comma) || isDash(comma), let speaker else { return nil }
    return trailing(speaker, comma)
  }

  /// One past the phrases after a trailing verb of saying, if only phrases stand there.
  private func afterPhrases(_ followed: CueFrame) -> Int? {
    var here = followed.contentStart
    if case .preposition = followed.frame {
      here = followed.cueEnd == here ? here - 1 : here
    } else if followed.frame != .end {
      return nil
    }
    var rounds = 0
    while here < end, rounds < 6, kind(here) == .preposition, let next = nounGroupEnd(here + 1) {
      here = next
      rounds += 1
      while here < end, let time = afterTime(here) { here = time }
    }
    guard here < end, !isComma(here), !isDash(here), tokens[here].kind != .stop else { return here }
    return nil
  }

  private func trailing(_ speaker: SpeakerAndVerb, _ comma: Int) -> FoundAttribution? {
    var first = comma
    while first > start, !taken[first - 1] { first -= 1 }
    while first < comma, kind(first) == .mark || kind(first) == .conjunction { first += 1 }
    let finite = (first..<comma).filter {
      mask[$0] < 0 && groupAt[$0] >= 0 && groups[Int(groupAt[$0])].head == $0
        && groups[Int(groupAt[$0])].form == .finite
    }.count
    let quoted = (first..<comma).contains { mask[$0] >= 0 }
    let goesOn = isComma(speaker.end) && finiteFollows(speaker.end + 1)
    guard (finite > 0 || quoted) && comma - first >= 2 || goesOn && comma > first else {
      return nil
    }
    let subordinate = kind(first) == .subordinator || kind(first) == .whWord
    guard !subordinate || finite > 1 || goesOn else { return nil }
    var content = [TokenRange(first, comma)]
    let after = speaker.end
    if after < end, tokens[after].kind == .mark, after + 1 < end {
      guard isComma(after) || isDash(after) else { return nil }
      if kind(after + 1) == .verbIng || kind(after + 1) == .conjunction {
        // `…, he said, adding that`: the rest is another saying.
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

  private func finiteFollows(_ row: Int) -> Bool {
    var here = row
    while here < end, here < row + 24 {
      if groupAt[here] >= 0, groups[Int(groupAt[here])].form == .finite, mask[here] < 0 {
        return true
      }
      if isComma(here) { return false }
      here += 1
    }
    return false
  }

  /// As in `According to X, …` and `…, according to X.`.
  private mutating func readAccording() {
    var here = start
    while here < end {
      let row = here
      here += 1
      guard mask[row] < 0, !taken[row], tables.accordingWords.has(tokens[row].word),
        let second = tables.accordingWords[tokens[row].word]
      else {
        continue
      }
      if second == 0 || row + 1 >= end || tokens[row + 1].word != second { continue }
      if let found = according(row) {
        add(found)
        here = max(here, found.source?.end ?? here)
      }
    }
  }

  private func according(_ row: Int) -> FoundAttribution? {
    guard var sourceEnd = nounGroupEnd(row + 2, attachments: 6) else { return nil }
    if sourceEnd < end,
      kind(sourceEnd) == .verbParticiple || kind(sourceEnd) == .adjective
        || kind(sourceEnd) == .relative
        || kind(sourceEnd) == .verbIng
    {
      while sourceEnd < end, mask[sourceEnd] < 0, tokens[sourceEnd].kind == .word { sourceEnd += 1 }
    } else if sourceEnd < end, kind(sourceEnd) == .conjunction,
      let more = nounGroupEnd(sourceEnd + 1),
      !finiteGroup(at: more)
    {
      sourceEnd = more
    }
    var first = row
    while first > start, !taken[first - 1] { first -= 1 }
    while first < row, kind(first) == .mark || kind(first) == .conjunction { first += 1 }
    let initial = row - first < 2
    var after = sourceEnd
    if isComma(after) {
      if let close = (after + 1..<min(end, after + 40)).first(where: { isComma($0) }),
        isApposition(TokenRange(after + 1, close))
          || isWhoClause(TokenRange(after + 1, close))
      {
        if !initial || clauseFollows(close + 1) {
          sourceEnd = initial ? close : close
          after = close
        }
      } else if !initial, isApposition(TokenRange(after + 1, trimmedEnd)) {
        sourceEnd = trimmedEnd
        after = sourceEnd
      }
    }
    var content: [TokenRange] = []
    if !initial {
      content.append(TokenRange(first, row))
      if isComma(after), after + 1 < end, isComma(row - 1) {
        let rest = TokenRange(after + 1, end)
        if rest.count > 2, kind(after + 1) != .verbIng { content.append(rest) }
      }
    } else if after < end {
      let from = isComma(after) ? after + 1 : after
      guard from < end else { return nil }
      content.append(TokenRange(from, takenOrEnd(from)))
    }
    return FoundAttribution(
      source: TokenRange(row + 2, sourceEnd), cue: TokenRange(row, row + 2), content: content,
      score: 0.95, rule: "english/speech.according", lemma: lemma(row), unit: 0)
  }

  private func takenOrEnd(_ row: Int) -> Int {
    (row..<end).first { taken[$0] } ?? end
  }

  /// The end of the unit without its stop.
  private var trimmedEnd: Int {
    var here = end
    while here > start, tokens[here - 1].kind == .stop { here -= 1 }
    return here
  }
}
