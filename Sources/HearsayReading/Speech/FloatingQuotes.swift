import HearsayCore
import HearsayText

/// Quotations that stand alone and go on with the last speaker.
extension SpeechScanner {
  /// A sentence that is only a quotation goes on with the last speaker.
  mutating func readFloating() {
    guard depth == 0 else { return }
    guard let content = floatingQuote() else { return releaseOpen() }
    if let signature = signature() {
      add(
        FoundAttribution(
          source: TokenRange(signature.start + 1, signature.end),
          cue: TokenRange(signature.start, signature.start + 1), content: [content], score: 0.9,
          rule: "english/speech.signed", lemma: 0, unit: 0))
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
    guard rest >= end || kind(rest) == .relative else { return nil }
    return TokenRange(first, last)
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
    guard let before = lastAttribution(), found[before].unit + pieces.count >= unitRow
        || found[before].paragraph == unit.paragraph
    else { return }
    found[before].content += pieces
    found[before].quoted = true
    found[before].unit = unitRow
    found[before].paragraph = unit.paragraph
    for piece in pieces { take(piece) }
  }

  /// `— Ana Lima` in the line after a quotation: the dash and the name.
  func signature() -> TokenRange? {
    guard unitRow + 1 < units.count else { return nil }
    let next = units[unitRow + 1].tokens
    let dash = next.lowerBound
    guard next.count <= 8, tokens[dash].kind == .mark,
      byte(dash) == UInt8(ascii: "-") || byte(dash) == 0xE2,
      next.count > 1, kind(dash + 1) == .name
    else { return nil }
    var last = next.upperBound
    while last > dash + 1, tokens[last - 1].kind == .stop { last -= 1 }
    guard (dash + 1..<last).allSatisfy({ kind($0).isPremodifier }) else { return nil }
    return TokenRange(dash, last)
  }

  func lastAttribution() -> Int? {
    var best: Int?
    var row = found.count - 1
    var steps = 0
    while row >= 0, steps < 24 {
      let one = found[row]
      if let best, one.unit < found[best].unit { return best }
      if one.parent == nil, one.source != nil, tables.isSaying(one), !isRelative(one.source) {
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

extension SpeechTables {
  /// Whether a later quotation may go on with this one: it was said, not thought or wanted.
  func isSaying(_ found: FoundAttribution) -> Bool {
    guard !found.ownerless, !found.presupposed else { return false }
    if found.quoted { return true }
    switch strengths[found.lemma] {
    case .neutral, .committing, .distancing, .evaluating, .disputing: return true
    default: return found.rule == "english/speech.according"
    }
  }
}
