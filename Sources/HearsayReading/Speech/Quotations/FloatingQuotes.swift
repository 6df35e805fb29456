import HearsayCore
import HearsayText

/// Quotations that stand alone and go on with the last speaker.
extension SpeechScanner {
  /// A sentence that is only a quotation goes on with the last speaker.
  mutating func readFloating() {
    guard depth == 0 else { return }
    guard let content = floatingQuote() else { return releaseOpen() }
    if let named = signature() ?? presented() ?? dangling() {
      add(
        FoundAttribution(
          source: named.source, cue: named.cue, content: openSpeech + [content], score: 0.9,
          rule: "english/speech.signed", lemma: 0, unit: 0))
      openSpeech = []
    } else if draft.quotes[Int(mask[content.start])].unclosed, nextUnitOpensQuote {
      // No closing mark: the next paragraph is the same speech, and may name the speaker.
      openSpeech.append(content)
      take(content)
      return
    } else {
      goOn(openSpeech + [content])
      openSpeech = []
    }
    releaseOpen()
  }

  /// The quotations that make up the unit, with at most a relative clause behind them.
  private func floatingQuote() -> TokenRange? {
    var first = start
    while first < end, tokens[first].kind == .mark { first += 1 }
    guard first < end, !taken[first], let quote = quote(at: first) else { return nil }
    var last = quote.tokens.end
    while last < end, let next = self.quote(at: last) { last = max(next.tokens.end, last + 1) }
    var rest = last
    while rest < end, tokens[rest].kind != .word, tokens[rest].kind != .number { rest += 1 }
    if rest >= end || kind(rest) == .relative { return TokenRange(first, last) }
    return goesOnBeyond(first, last) ? TokenRange(first, end) : nil
  }

  /// `"…," he said. "They are hungry" for solutions.`: a whole sentence goes on where it began in
  /// quotation marks (9/9), unless somebody speaks in it.
  private func goesOnBeyond(_ first: Int, _ last: Int) -> Bool {
    guard !startsParagraph, let before = lastAttribution(),
      found[before].paragraph == unit.paragraph, found[before].unit + 1 == unitRow,
      !(last..<end).contains(where: { taken[$0] })
    else { return false }
    return !(last..<end).contains { row in
      mask[row] < 0 && groupAt[row] >= 0 && finiteGroup(at: row)
        && tags(groups[Int(groupAt[row])].head).has(.quoteVerb)
    }
  }

  private var nextUnitOpensQuote: Bool {
    guard unitRow + 1 < units.count else { return false }
    return quote(at: units[unitRow + 1].tokens.lowerBound) != nil
  }

  /// Gives paragraphs without a closing mark to the last speaker, where nobody else claims them.
  mutating func releaseOpen() {
    guard !openSpeech.isEmpty else { return }
    goOn(openSpeech)
    openSpeech = []
  }

  /// Adds quotations to what the last speaker said.
  private mutating func goOn(_ pieces: [TokenRange]) {
    guard let before = lastAttribution(),
      found[before].unit + pieces.count >= unitRow
        || found[before].paragraph == unit.paragraph,
      found[before].quoted || found[before].paragraph == unit.paragraph
    else { return followSubject(pieces) }
    found[before].content += pieces
    found[before].quoted = true
    found[before].unit = unitRow
    found[before].paragraph = unit.paragraph
    for piece in pieces { take(piece) }
  }

  /// A paragraph that is only a quotation behind one that tells of a person: the words are his.
  private mutating func followSubject(_ pieces: [TokenRange]) {
    let before = unitRow - pieces.count
    guard before >= 0, units[before].paragraph != unit.paragraph, !units[before].headline,
      let name = subjectName(of: units[before].tokens)
    else { return }
    add(
      FoundAttribution(
        source: name, cue: nil, content: pieces, score: 0.6,
        rule: "english/speech.paragraph-before", lemma: 0, unit: 0))
  }

  /// The person whose name opens a sentence as its subject.
  private func subjectName(of range: Range<Int>) -> TokenRange? {
    let low = partitionPoint(draft.names.count) {
      draft.names[$0].tokens.start < range.lowerBound
    }
    guard low < draft.names.count, range.contains(draft.names[low].tokens.start),
      draft.entities.indices.contains(draft.names[low].value),
      draft.entities[draft.names[low].value].kind == .person
    else { return nil }
    let name = draft.names[low].tokens
    let opens = (range.lowerBound..<name.start).allSatisfy { kind($0).isPremodifier }
    guard opens, kind(name.end) != .genitive else { return nil }
    return TokenRange(range.lowerBound, name.end)
  }

  /// A speaker named behind a quotation that stands alone, and the words that name him so.
  typealias NamedBehind = (source: TokenRange, cue: TokenRange)

  /// `— Ana Lima (@lima) March 3` behind a quotation: a dash and a name.
  private func signature() -> NamedBehind? {
    guard unitRow + 1 < units.count else { return nil }
    let next = units[unitRow + 1].tokens
    let dash = next.lowerBound
    guard next.count <= 20, next.count > 1, isDashMark(dash), kind(dash + 1) == .name,
      !next.contains(where: { groupAt[$0] >= 0 && groups[Int(groupAt[$0])].form == .finite })
    else { return nil }
    var last = dash + 1
    while last < next.upperBound, kind(last).isPremodifier, timeAt[last] < 0 { last += 1 }
    return (TokenRange(dash + 1, last), TokenRange(dash, dash + 1))
  }

  /// `That was Ana Lima, who …`, `So said the judge`.
  private func presented() -> NamedBehind? {
    guard startsParagraph, unitRow + 1 < units.count else { return nil }
    let next = units[unitRow + 1].tokens
    let first = next.lowerBound
    guard first + 2 < next.upperBound, tables.presenters.contains(tokens[first].word),
      mask[first] < 0, kind(first + 1) == .be || tags(first + 1).has(.quoteVerb)
    else { return nil }
    var other = self
    other.unit = units[unitRow + 1]
    let from = first + 2
    guard let last = other.nounGroupEnd(from),
      other.headNoun(TokenRange(from, last)).map({
        kind($0) == .name && namesSpeaker($0) || tags($0).has(.personNoun)
      }) ?? false,
      last >= next.upperBound || kind(last) == .mark || kind(last) == .stop
        || kind(last) == .relative
    else { return nil }
    let source = other.isComma(last) ? other.trailingApposition(last) : last
    return (TokenRange(from, source), TokenRange(first, from))
  }

  /// `Lima said in a statement. “…”`: a verb of saying with nothing behind it, and a stop where a
  /// comma belongs.
  private func dangling() -> NamedBehind? {
    guard !startsParagraph, unitRow > 0, units[unitRow - 1].paragraph == unit.paragraph else {
      return nil
    }
    var other = self
    other.unit = units[unitRow - 1]
    other.unitRow = unitRow - 1
    guard let row = other.groupsInUnit().last, groups[row].form == .finite, !groups[row].passive,
      tags(groups[row].head).has(.quoteVerb), !taken[groups[row].head],
      case let followed = other.frame(after: groups[row], lemma: groups[row].lemma),
      followed.frame == .end, isEndOfUnit(followed.contentStart, other.unit.tokens),
      let source = other.subject(of: row).range
    else { return nil }
    return (source, TokenRange(groups[row].tokens.start, followed.cueEnd))
  }

  private func isEndOfUnit(_ row: Int, _ unit: Range<Int>) -> Bool {
    (row..<max(row, unit.upperBound)).allSatisfy { tokens[$0].kind == .stop }
  }

  func lastAttribution() -> Int? {
    var best: Int?
    var row = found.count - 1
    var steps = 0
    while row >= 0, steps < 24 {
      let one = found[row]
      if let best, one.unit < found[best].unit { return best }
      if one.parent == nil, one.source != nil, isSaying(one), !isRelative(one.source) {
        if best.map({ later(one, found[$0]) }) ?? true { best = row }
      }
      row -= 1
      steps += 1
    }
    return best
  }

  /// Of two attributions of one unit, the one that a quotation goes on with.
  func later(_ one: FoundAttribution, _ other: FoundAttribution) -> Bool {
    if one.quoted != other.quoted { return one.quoted }
    return (one.source?.start ?? 0) < (other.source?.start ?? 0)
  }

  func isRelative(_ range: TokenRange?) -> Bool {
    guard let range, range.count == 1 else { return false }
    return kind(range.start) == .relative || kind(range.start) == .whWord
  }
}

extension SpeechScanner {
  /// Whether a later quotation may go on with this one: it was said, not thought or wanted.
  func isSaying(_ found: FoundAttribution) -> Bool {
    guard !found.ownerless, !found.presupposed else { return false }
    if found.quoted { return true }
    switch tables.strengths[found.lemma] {
    case .neutral, .committing, .distancing, .evaluating, .disputing: return true
    // `promised that`
    default:
      return found.rule == "english/speech.according" || lexicon.tags(found.lemma).has(.quoteVerb)
    }
  }
}
