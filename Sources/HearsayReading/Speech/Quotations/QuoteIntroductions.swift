import HearsayCore
import HearsayText

/// Quotations that the words before them announce: `X had one answer: "…"`, `As X put it, "…"`,
/// `In X's words, "…"`, `Said X, "…"`.
extension SpeechScanner {
  /// A clause before a colon and a quotation says who speaks, whatever its verb is.
  ///
  /// Read before the other cues, whose objects would end at the colon.
  mutating func readAnnounced() {
    guard depth == 0 else { return }
    readSaidFirst()
    guard hints.contains(.colon) else { return }
    var here = start
    while here < end {
      let row = here
      here += 1
      guard mask[row] < 0, isColon(row), !taken[row], let content = announced(by: row) else {
        continue
      }
      if !readLabel(row, content) { announce(row, content) }
    }
  }

  /// The quotation behind a colon, or the one that the next paragraph begins with.
  private func announced(by colon: Int) -> TokenRange? {
    let next = colon + 1
    if let quote = quote(at: next), !taken[next] { return TokenRange(next, quote.tokens.end) }
    guard next >= end || next + 1 >= end && tokens[next].kind != .word, unitRow + 1 < units.count
    else { return nil }
    return quotedUnit(units[unitRow + 1].tokens)
  }

  /// The clause's verb of saying, else its main verb, with everything up to the colon.
  private mutating func announce(_ colon: Int, _ content: TokenRange) {
    let rows = groups(before: colon)
    guard let row = saying(rows, colon, content) ?? mainVerb(rows) else {
      announceWithoutVerb(colon, content)
      return
    }
    let group = groups[row]
    let source = subject(of: row).range ?? speakerBetween(group, colon)
    guard let source else { return }
    let says = tags(group.head).has(.quoteVerb)
    add(
      FoundAttribution(
        source: source, cue: TokenRange(group.tokens.start, colon + 1), content: [content],
        score: says ? 0.95 : 0.85, rule: "english/speech.announced", lemma: group.lemma, unit: 0))
  }

  /// The verb groups of the clause before a colon or comma, the nearest first.
  func groups(before mark: Int) -> [Int] {
    var rows: [Int] = []
    var here = mark - 1
    let lowest = max(start, mark - 60)
    while here >= lowest, mask[here] < 0, !taken[here], rows.count < 8,
      byte(here) != UInt8(ascii: ";")
    {
      if groupAt[here] >= 0, groups[Int(groupAt[here])].head == here {
        rows.append(Int(groupAt[here]))
      }
      here -= 1
    }
    return rows
  }

  private func saying(_ rows: [Int], _ colon: Int, _ content: TokenRange) -> Int? {
    rows.first { row in
      let group = groups[row]
      guard tags(group.head).has(.quoteVerb), !group.passive, group.form != .participle else {
        return false
      }
      return subject(of: row).range != nil || speakerBetween(group, colon) != nil
    }
  }

  /// The nearest finite verb that no relative clause or conjunction governs.
  func mainVerb(_ rows: [Int]) -> Int? {
    rows.first { row in
      let group = groups[row]
      guard group.form == .finite else { return false }
      let subject = subject(of: row)
      guard let range = subject.range, !subject.isRelative, range.start >= start else {
        return false
      }
      let before = range.start - 1
      guard before >= start, mask[before] < 0 else { return true }
      return kind(before) != .subordinator && kind(before) != .whWord && kind(before) != .relative
    }
  }

  /// `From the mayor's letter: "…"`: no verb, but somebody's own words.
  private mutating func announceWithoutVerb(_ colon: Int, _ content: TokenRange) {
    let lowest = max(start, colon - 14)
    guard let owner = (lowest..<colon).last(where: { kind($0) == .genitive && mask[$0] < 0 }),
      let group = nounGroup(endingAt: owner - 1, lower: start), speaks(group)
    else { return }
    add(
      FoundAttribution(
        source: TokenRange(group.start, owner + 1), cue: TokenRange(owner + 1, colon + 1),
        content: [content], score: 0.85, rule: "english/speech.own-words", lemma: 0, unit: 0))
  }

  /// `NAME (D-Ohio): "…"`, at the start of the sentence or behind a dash.
  private mutating func readLabel(_ colon: Int, _ content: TokenRange) -> Bool {
    let lowest = max(start, colon - 16)
    var first = colon
    while first > lowest, mask[first - 1] < 0, !isDash(first - 1) { first -= 1 }
    guard first == start || isDash(first - 1) else { return false }
    while first < colon, tokens[first].kind != .word { first += 1 }
    if let from = (first..<colon).first(where: { kind($0) == .preposition }), from < first + 2,
      kind(first) != .name
    {
      first = from + 1
    }
    guard first < colon, let last = labelEnd(first), last == colon,
      kind(colon - 1) == .name
        || (first..<colon).contains(where: { namesSpeaker($0) || tags($0).has(.personNoun) })
    else { return false }
    add(
      FoundAttribution(
        source: TokenRange(first, colon), cue: TokenRange(colon, colon + 1), content: [content],
        score: 0.9, rule: "english/speech.colon", lemma: 0, unit: 0))
    return true
  }

  private func labelEnd(_ row: Int) -> Int? {
    guard let one = nounGroupEnd(row) else { return nil }
    guard kind(one) == .conjunction, let both = nounGroupEnd(one + 1) else { return one }
    return both
  }

  // MARK: - Verb first

  /// `Said X, who …, "…"`.
  private mutating func readSaidFirst() {
    guard start < end, tags(start).has(.quoteVerb), !taken[start], kind(start).isVerb,
      tokens[start].flags.contains(.capital), groupAt[start] >= 0
    else { return }
    let group = groups[Int(groupAt[start])]
    guard group.tokens.start == start, let last = nounGroupEnd(group.tokens.end),
      speaks(TokenRange(group.tokens.end, last))
    else { return }
    let sourceEnd =
      isComma(last) && quote(at: last + 1) == nil || kind(last) == .relative
      ? trailingApposition(last) : last
    let mark = sourceEnd
    guard isComma(mark) || isColon(mark), let quote = quote(at: mark + 1), !taken[mark + 1] else {
      return
    }
    add(
      FoundAttribution(
        source: TokenRange(group.tokens.end, sourceEnd), cue: group.tokens,
        content: [TokenRange(mark + 1, contentTail(quote))], score: 0.95,
        rule: "english/speech.verb-first", lemma: group.lemma, unit: 0))
  }

  // MARK: - Behind a comma

  /// Whole sentences in marks behind a comma that no cue has taken: `X shot back, "We …"`.
  mutating func readLeftOver() {
    guard depth == 0 else { return }
    readOwnedNouns()
    guard hints.contains(.marked) else { return }
    var here = start
    while let quote = nextFreeQuote(&here) {
      if readAfterDash(quote) { continue }
      if !ownWords(quote), !readAfterComma(quote) { readInClause(quote) }
    }
  }

  /// `She thanked the crew for "taking every step"`: quoted words in a clause are those of its
  /// subject, if that can speak, whatever the verb.
  private mutating func readInClause(_ quote: DraftQuote) {
    guard !unit.headline else { return }
    let rows = groups(before: quote.tokens.start)
    guard let nearest = rows.first(where: { groups[$0].form != .participle }) else { return }
    let group = groups[nearest]
    guard !group.passive, !kind(group.head).isAuxiliary else { return }
    let subject = subject(of: nearest)
    guard let source = subject.range, !subject.isRelative, isSpeaker(source) else { return }
    let followed = frame(after: group, lemma: group.lemma)
    guard followed.contentStart <= quote.tokens.start else { return }
    let last = contentEnd(
      from: followed.contentStart, BorderContext(frame: followed.frame, group: group))
    guard last >= quote.tokens.end else { return }
    add(
      FoundAttribution(
        source: source, cue: TokenRange(group.tokens.start, followed.cueEnd),
        content: [TokenRange(followed.contentStart, last)], score: 0.6,
        rule: "english/speech.in-clause", lemma: group.lemma, unit: 0))
  }

  /// A person or body by name, pronoun or noun.
  private func isSpeaker(_ range: TokenRange) -> Bool {
    if range.count == 1 {
      return kind(range.start) == .subjectPronoun && !tags(range.start).has(.thingPronoun)
        || namesSpeaker(range.start)
    }
    return speaks(range)
  }

  /// `Lima embraced the plan -- “I think it is fine”`: own words behind a dash are the subject's.
  private mutating func readAfterDash(_ quote: DraftQuote) -> Bool {
    let dash = quote.tokens.start - 1
    guard dash > start, isDash(dash),
      let row = groups(beforeDash: dash).first(where: { groups[$0].form == .finite })
    else { return false }
    let group = groups[row]
    let says = tags(group.head).has(.quoteVerb)
    let subject = subject(of: row)
    guard let source = subject.range, !subject.isRelative, isSpeaker(source), !group.passive,
      !kind(group.head).isAuxiliary, says || isClause(quote.tokens.start)
    else { return false }
    add(
      FoundAttribution(
        source: source, cue: group.tokens, content: [quote.tokens], score: 0.7,
        rule: "english/speech.introduced", lemma: group.lemma, unit: 0))
    return true
  }

  /// The verb groups before a dash, the nearest first, taken ones too.
  private func groups(beforeDash dash: Int) -> [Int] {
    var rows: [Int] = []
    for here in stride(from: dash - 1, through: max(start, dash - 40), by: -1)
    where mask[here] < 0 && groupAt[here] >= 0 && groups[Int(groupAt[here])].head == here {
      rows.append(Int(groupAt[here]))
    }
    return rows
  }

  private mutating func readAfterComma(_ quote: DraftQuote) -> Bool {
    let comma = quote.tokens.start - 1
    guard isComma(comma), !taken[comma], quote.inner.count >= 4 else { return false }
    let rows = groups(before: comma)
    guard let row = mainVerb(Array(rows.prefix(2))) else { return false }
    let group = groups[row]
    let range = subject(of: row).range
    guard let source = range, !group.passive, !kind(group.head).isAuxiliary else { return false }
    let asBefore = source.start > start && tokens[source.start - 1].word == tables.asWord
    let whole = tokens[quote.inner.start].flags.contains(.capital) && endsUnit(quote.tokens.end)
    guard whole || asBefore else { return false }
    add(
      FoundAttribution(
        source: source, cue: TokenRange(group.tokens.start, comma),
        content: [quote.tokens], score: 0.8, rule: "english/speech.introduced",
        lemma: group.lemma, unit: 0))
    return true
  }

  private func endsUnit(_ row: Int) -> Bool {
    (row..<max(row, end)).allSatisfy { tokens[$0].kind != .word && tokens[$0].kind != .number }
  }

  /// `in X's words, "…"`, `"…," in the words of X`.
  private mutating func ownWords(_ quote: DraftQuote) -> Bool {
    let lowest = max(start, quote.tokens.start - 12)
    let before = isComma(quote.tokens.start - 1) ? quote.tokens.start - 1 : quote.tokens.start
    let after = isComma(quote.tokens.end) ? quote.tokens.end + 1 : quote.tokens.end
    let sides = [(lowest, before), (after, min(end, after + 12))]
    for (first, last) in sides {
      guard
        let noun = (first..<max(first, last)).last(where: {
          tables.ownWords.contains(tokens[$0].word)
        }), mask[noun] < 0, !taken[noun], let owner = ownerOfWords(noun, first, last)
      else { continue }
      add(
        FoundAttribution(
          source: owner.source, cue: owner.cue, content: [quote.tokens], score: 0.9,
          rule: "english/speech.own-words", lemma: 0, unit: 0))
      return true
    }
    return false
  }

  private func ownerOfWords(
    _ noun: Int, _ first: Int, _ last: Int
  ) -> (source: TokenRange, cue: TokenRange)? {
    if noun > first, kind(noun - 1) == .genitive || kind(noun - 1) == .possessive {
      let source: TokenRange?
      if kind(noun - 1) == .possessive {
        source = TokenRange(noun - 1, noun)
      } else {
        source = nounGroup(endingAt: noun - 2, lower: first)
          .map { TokenRange($0.start, noun) }
      }
      guard let source, source.start > first, kind(source.start - 1) == .preposition else {
        return nil
      }
      return (source, TokenRange(noun, noun + 1))
    }
    guard noun + 2 < last, tokens[noun + 1].word == function.of, noun - 2 >= first,
      kind(noun - 1) == .determiner, kind(noun - 2) == .preposition,
      let end = nounGroupEnd(noun + 2)
    else { return nil }
    return (TokenRange(noun + 2, end), TokenRange(noun - 2, noun + 2))
  }
}
