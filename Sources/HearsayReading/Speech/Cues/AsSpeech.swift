import HearsayCore
import HearsayText

/// Statements that others are said to make too: `As the agency reported, …`, `…, as X said.`
extension SpeechScanner {
  /// The clause beside `as X said`; `nil` where the words after the verb are its own content.
  func asSaying(_ row: Int, _ group: VerbGroup) -> FoundAttribution? {
    let subject = subject(of: row)
    guard let source = subject.range, !subject.isRelative, source.start > start,
      tokens[source.start - 1].word == tables.asWord, source.end <= group.tokens.start
    else { return nil }
    let opener = source.start - 1
    let followed = frame(after: group, lemma: group.lemma)
    guard let after = afterPhrases(followed) else { return nil }
    guard
      let content = opener - start < 2 && (opener == start || kind(start) == .conjunction)
        ? asContent(behind: after) : asContent(before: opener, behind: after)
    else { return nil }
    return FoundAttribution(
      source: source, cue: TokenRange(group.tokens.start, min(followed.cueEnd, after)),
      content: content, score: 0.9, rule: "english/speech.as", lemma: group.lemma, unit: 0,
      manner: followed.manner)
  }

  /// `As X said, the road is closed`: 12 of 14.
  private func asContent(behind row: Int) -> [TokenRange]? {
    guard isComma(row), row + 2 < end, mask[row + 1] >= 0 || clauseFollows(row + 1) else {
      return nil
    }
    return [TokenRange(row + 1, takenOrEnd(row + 1))]
  }

  /// Whether a quotation ends at a token, with a comma inside its mark: `“a heat,” as X said`.
  private func endsQuotation(_ row: Int) -> Bool {
    guard row > start, mask[row] >= 0 else { return false }
    let quote = draft.quotes[Int(mask[row])]
    return quote.tokens.end == row + 1 && isMark(quote.inner.end - 1, ",")
  }

  /// `the road, as X said, is closed`, `the road is closed, as X said`.
  private func asContent(before opener: Int, behind row: Int) -> [TokenRange]? {
    let quoted = endsQuotation(opener - 1)
    guard isComma(opener - 1) || isDash(opener - 1) || quoted else { return nil }
    let last = quoted ? opener : opener - 1
    let lead = leadStart(before: opener - 1, lowest: opener - Self.longestLead)
    let first = contentStart(from: lead, to: last)
    let before = TokenRange(first, last)
    guard before.count > 0 else { return nil }
    let isWhole = before.indices.contains { groupAt[$0] >= 0 && finiteGroup(at: $0) }
    let goesOn = isComma(row) || isDash(row)
    if isWhole {
      guard isComma(opener - 1) || quoted, goesOn || row >= end || tokens[row].kind == .stop else {
        return nil
      }
      return [before]
    }
    guard goesOn, finiteFollows(row + 1) else { return nil }
    return [before, TokenRange(row + 1, takenOrEnd(row + 1))]
  }
}
