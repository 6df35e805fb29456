import HearsayCore
import HearsayText

/// The stretches of text attributions are looked for in.
extension SpeechScanner {
  /// Sentences, with a quotation of several sentences kept whole.
  func makeUnits() -> [SpeechUnit] {
    var made: [SpeechUnit] = []
    var start = -1
    var paragraph = -1
    for sentence in draft.sentences where sentence.tokens.count > 0 && isRead(sentence.zone) {
      if start < 0 || sentence.paragraph != paragraph { start = sentence.tokens.start }
      paragraph = sentence.paragraph
      let end = min(sentence.tokens.end, tokens.count)
      if end < tokens.count, mask[end] >= 0, end > 0, mask[end] == mask[end - 1],
        draft.quotes[Int(mask[end])].tokens.end > end
      {
        continue
      }
      if goesOn(end, sentence) { continue }
      addUnits(start..<end, sentence, &made)
      start = -1
    }
    return made
  }

  /// Page furniture and lists of other articles say nothing of this one.
  private func isRead(_ zone: ZoneKind) -> Bool {
    switch zone {
    case .headline, .deck, .body, .caption, .summary: true
    default: false
    }
  }

  /// `"Why?" he asked.`: a quotation's own end is not the end of the sentence.
  private func goesOn(_ end: Int, _ sentence: DraftSentence) -> Bool {
    guard end < tokens.count, end > 0, mask[end - 1] >= 0, !tokens[end].flags.contains(.paragraph),
      let next = draft.sentence(holding: end), draft.sentences[next].paragraph == sentence.paragraph
    else { return false }
    return continuesQuote(end)
  }

  /// Whether what follows a quotation names its speaker and does not begin anew.
  private func continuesQuote(_ row: Int) -> Bool {
    if !tokens[row].flags.contains(.capital), tokens[row].kind == .word { return true }
    let last = tokens[row - 1].kind == .quote && row >= 2 ? row - 2 : row - 1
    let form = lexicon.vocabulary.form(tokens[last].word)
    guard form.last == UInt8(ascii: "?") || form.last == UInt8(ascii: "!") else { return false }
    // `X asked, "Why?" Y replied`: a quotation that a cue led to needs none behind it.
    let opening = mask[row - 1] >= 0 ? draft.quotes[Int(mask[row - 1])].tokens.start : row
    if opening > 0, tokens[opening - 1].kind == .mark, !tokens[opening].flags.contains(.paragraph),
      byte(opening - 1) == UInt8(ascii: ",") || byte(opening - 1) == UInt8(ascii: ":")
    {
      return false
    }
    for here in row..<min(tokens.count, row + 16) {
      if tokens[here].kind == .stop || mask[here] >= 0 { return false }
      guard groupAt[here] >= 0 else { continue }
      let head = groups[Int(groupAt[here])].head
      let says = lexicon.tags(tokens[head].word).has(.quoteVerb)
      if says || goesOnSpeaking(groups[Int(groupAt[here])]) { return true }
    }
    return false
  }

  /// Whether somebody goes on: `“Right?” he went on, as if nothing had happened.`.
  private func goesOnSpeaking(_ group: VerbGroup) -> Bool {
    let particle = group.tokens.end
    guard particle + 1 < tokens.count,
      tables.cuePrepositions.contains(SpeechTables.pair(group.lemma, tokens[particle].word))
    else { return false }
    return tokens[particle + 1].kind == .mark || tokens[particle + 1].kind == .stop
  }

  /// Cuts again where a quotation closes a sentence inside its mark: `… values." He said`.
  private func addUnits(
    _ range: Range<Int>, _ sentence: DraftSentence, _ made: inout [SpeechUnit]
  ) {
    var start = range.lowerBound
    var here = start
    while here < range.upperBound {
      guard mask[here] >= 0 else {
        here += 1
        continue
      }
      let quote = draft.quotes[Int(mask[here])]
      here = max(quote.tokens.end, here + 1)
      guard here < range.upperBound, quote.inner.end > 0,
        tokens[quote.inner.end - 1].kind == .stop, !continuesQuote(here)
      else { continue }
      made.append(unit(start..<here, sentence))
      start = here
    }
    if start < range.upperBound { made.append(unit(start..<range.upperBound, sentence)) }
  }

  func unit(_ range: Range<Int>, _ sentence: DraftSentence) -> SpeechUnit {
    SpeechUnit(
      tokens: range, paragraph: sentence.paragraph, headline: sentence.zone == .headline)
  }
}
