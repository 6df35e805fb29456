import HearsayCore
import HearsayText

/// Quotations with their speaker beside them: `"…," X said`, `"…," said X, who …`.
extension SpeechScanner {
  mutating func readQuotedSpeech() {
    guard hints.contains(.marked) else { return }
    var here = start
    while let quote = nextFreeQuote(&here) {
      guard let speaker = speaker(after: quote),
        let first = contentStart(before: quote.tokens.start),
        speaker.endsHere || !isFronted(quote, from: first)
      else { continue }
      accept(quote, from: first, speaker)
    }
  }

  /// `On “The Big Hour,” Lima said that …`, `After they shouted “Go home,” he told them so`: the
  /// quotation belongs to a phrase before the main clause, whose verb has its own content behind it.
  private func isFronted(_ quote: DraftQuote, from first: Int) -> Bool {
    let before = quote.tokens.start - 1
    guard first <= before, !isComma(before), !isColon(before) else { return false }
    // `Under what Lima called “a model,” the club charged fees.`
    if finiteGroup(at: before), tables.borders.namingVerbs.contains(lemma(before)) { return true }
    var lead = first
    while lead < before, timeAt[lead] >= 0 || kind(lead) == .day { lead += 1 }
    if lead > first, kind(lead) == .preposition { return true }
    switch kind(first) {
    case .subordinator, .whWord: return true
    case .preposition, .verbIng, .verbParticiple:
      return can(first, .subordinator) || !(first...before).contains { finiteGroup(at: $0) }
    default: return false
    }
  }

  func can(_ row: Int, _ kind: WordClass) -> Bool {
    WordClasses(lexicon.facts(tokens[row].word).classes).has(kind)
  }

  mutating func accept(_ quote: DraftQuote, from first: Int, _ speaker: SpeakerAndVerb) {
    var content = openSpeech + [TokenRange(first, quote.tokens.end)]
    openSpeech = []
    if let second = secondPart(after: speaker.end) {
      content.append(TokenRange(second.tokens.start, contentTail(second)))
    } else if let rest = unquotedRest(after: speaker.end) {
      content.append(rest)
    }
    add(
      FoundAttribution(
        source: speaker.source, cue: speaker.cue, content: content, score: 0.97,
        rule: speaker.inverted ? "english/speech.inverted" : "english/speech.direct",
        lemma: speaker.group.lemma, unit: 0, manner: speaker.manner))
  }

  /// The other half of a quotation that the speaker splits: `"…," X said in a letter to Y, "but …"`.
  func secondPart(after row: Int) -> DraftQuote? {
    var here = row
    if here < end, tokens[here].kind == .mark { here += 1 }
    if here < end, let second = quote(at: here), !taken[here] { return second }
    // Behind other words only a small letter shows that it goes on.
    let limit = min(end, row + 40)
    here = row
    while here < limit, !taken[here] {
      if let second = quote(at: here) {
        let small = !tokens[min(second.inner.start, tokens.count - 1)].flags.contains(.capital)
        return small && isComma(here - 1) ? second : nil
      }
      if groupAt[here] >= 0, tags(here).has(.quoteVerb), finiteGroup(at: here) { return nil }
      here += 1
    }
    return nil
  }

  /// `"…," he wrote, that the bridge "may fall"`, `"…," he said, and "everyone ran"`: the sentence
  /// goes on behind the speaker without marks, at least at first.
  private func unquotedRest(after row: Int) -> TokenRange? {
    guard isComma(row), row + 3 < end, !taken[row + 1] else { return nil }
    let first = row + 1
    switch kind(first) {
    case .subordinator, .relative: guard tokens[first].word == function.that else { return nil }
    case .to: guard groupAt[first] >= 0 else { return nil }
    case .conjunction: guard quote(at: first + 1) != nil else { return nil }
    case .preposition:
      guard let next = (first + 1..<min(end, first + 6)).first(where: { quote(at: $0) != nil }),
        !(first..<next).contains(where: { groupAt[$0] >= 0 || isComma($0) })
      else { return nil }
    default: return nil
    }
    return TokenRange(first, takenOrEnd(first))
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
    var touches = touchesSpeaker(quote)
    if isComma(here) || isDash(here) {
      touches = true
      here += 1
    }
    guard here < end else { return nil }
    let position: QuotePosition =
      !touches ? .loose : startsUnit(quote.tokens.start) ? .alone : .touching
    return subjectThenVerb(here, position) ?? verbThenSubject(here, anyVerb: touches)
  }

  /// How a quotation stands to the words behind it.
  enum QuotePosition {
    /// No mark leads on: only a verb of saying takes it.
    case loose
    /// A comma, a dash, a question leads on.
    case touching
    /// That, and the sentence begins with it.
    case alone
  }

  private func touchesSpeaker(_ quote: DraftQuote) -> Bool {
    var last = max(0, quote.inner.end - 1)
    while last > quote.inner.start, tokens[last].kind == .quote { last -= 1 }
    return tokens[last].kind == .stop || isMark(last, ",") || isDashMark(last)
  }

  private func startsUnit(_ row: Int) -> Bool {
    var first = start
    while first < row, tokens[first].kind != .word, tokens[first].kind != .number, mask[first] < 0 {
      first += 1
    }
    return first == row
  }

  func isMark(_ row: Int, _ mark: Character) -> Bool {
    row >= 0 && row < tokens.count && tokens[row].kind == .mark && byte(row) == mark.asciiValue
  }

  func isDashMark(_ row: Int) -> Bool {
    row >= 0 && tokens[row].kind == .mark && (byte(row) == UInt8(ascii: "-") || byte(row) == 0xE2)
  }
}
