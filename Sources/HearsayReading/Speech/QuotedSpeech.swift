import HearsayCore
import HearsayText

/// Quotations with their speaker beside them: `"…," X said`, `"…," said X, who …`.
extension SpeechScanner {
  mutating func readQuotedSpeech() {
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

  mutating func accept(_ quote: DraftQuote, from first: Int, _ speaker: SpeakerAndVerb) {
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
  func contentTail(_ quote: DraftQuote) -> Int {
    var here = quote.tokens.end
    while here < end, let next = self.quote(at: here) { here = max(next.tokens.end, here + 1) }
    return here
  }

  /// `…," X said` or `…," said X`.
  func speaker(after quote: DraftQuote) -> SpeakerAndVerb? {
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

  func isMark(_ row: Int, _ mark: Character) -> Bool {
    row >= 0 && row < tokens.count && tokens[row].kind == .mark && byte(row) == mark.asciiValue
  }

  func isDashMark(_ row: Int) -> Bool {
    row >= 0 && tokens[row].kind == .mark && (byte(row) == UInt8(ascii: "-") || byte(row) == 0xE2)
  }

  /// As in `X, director of Y, said`.
  func subjectThenVerb(_ row: Int, anyVerb: Bool) -> SpeakerAndVerb? {
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
  func fitsAtQuote(_ group: VerbGroup, _ followed: CueFrame) -> Bool {
    switch followed.frame {
    case .end, .quote, .ing, .subordinator: return true
    case .preposition, .verb, .other: return tags(group.head).has(.quoteVerb)
    default: return false
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
  func isReducedPast(_ row: Int) -> Bool {
    kind(row) == .verbPast && row + 1 < end && kind(row + 1) == .preposition
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

  /// An apposition or who-clause after an inverted speaker, to the end of the unit or its comma.
  func trailingApposition(_ row: Int) -> Int {
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
  func contentStart(before row: Int) -> Int? {
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
}
