import HearsayCore
import HearsayText

/// Speech behind a colon: `X makes a case: "…"`, `X: …`.
extension SpeechScanner {
  /// As in `Added Lima: "…"`.
  func speakerBetween(_ group: VerbGroup, _ colon: Int) -> TokenRange? {
    let first = group.tokens.end
    guard first < colon, nounGroupEnd(first) == colon else { return nil }
    return TokenRange(first, colon)
  }

  /// The quotation that the next unit begins with and consists of.
  func quotedUnit(_ range: Range<Int>) -> TokenRange? {
    let first = range.lowerBound
    guard let quote = quote(at: first), !taken[first] else { return nil }
    let rest = min(quote.tokens.end, range.upperBound)..<range.upperBound
    let alone = rest.allSatisfy { tokens[$0].kind != .word && tokens[$0].kind != .number }
    return alone ? TokenRange(first, quote.tokens.end) : nil
  }

  /// `NAME: …` at the start of a paragraph.
  mutating func readNameColon() {
    if depth == 0, unit.headline { readHeadlineSource() }
    if depth == 0, startsParagraph, !unit.headline, readSpeakerColon() { return }
    guard depth == 0, start < end, kind(start) == .name, let next = nounGroupEnd(start), next < end,
      next - start <= 5, isColon(next), next + 2 < end, !taken[start], startsParagraph
    else { return }
    let quoted = quote(at: next + 1) != nil
    guard quoted || unit.headline, namesSpeaker(start), quoted || !isSaid(from: next + 1) else {
      return
    }
    add(
      FoundAttribution(
        source: TokenRange(start, next), cue: TokenRange(next, next + 1),
        content: [TokenRange(next + 1, end)], score: 0.9, rule: "english/speech.colon", lemma: 0,
        unit: 0))
  }

  /// `The minister, Ana Lima: “…”`, `Ana Lima, 54, a nurse: “…”`: a person with what he is, and then
  /// nothing but a quotation.
  private mutating func readSpeakerColon() -> Bool {
    let limit = min(end, start + 26)
    guard start + 2 < limit,
      let colon = (start..<limit).first(where: { isColon($0) || groupAt[$0] >= 0 || taken[$0] }),
      isColon(colon), colon - start > 1, let quote = quote(at: colon + 1), !taken[colon + 1],
      !(start..<colon).contains(where: {
        mask[$0] >= 0 || tokens[$0].kind == .stop && $0 > start + 1
      }),
      nounGroupEnd(start) != nil,
      (start..<colon).contains(where: { namesSpeaker($0, .person) })
    else { return false }
    add(
      FoundAttribution(
        source: TokenRange(start, colon), cue: TokenRange(colon, colon + 1),
        content: [quote.tokens], score: 0.9, rule: "english/speech.colon", lemma: 0, unit: 0))
    return true
  }

  /// `Kolm: 12 taken, says minister`: what stands before the colon is where it happened.
  private func isSaid(from row: Int) -> Bool {
    (row..<end).contains {
      mask[$0] < 0 && groupAt[$0] >= 0 && tags(groups[Int(groupAt[$0])].head).has(.quoteVerb)
        && groups[Int(groupAt[$0])].form == .finite
        && isComma(groups[Int(groupAt[$0])].tokens.start - 1)
    }
  }

  /// `12 dead in crash – police`, `12 dead in crash: minister`, `Police: 12 dead in crash`.
  private mutating func readHeadlineSource() {
    let last = trimmedEnd
    guard last - start > 4, !taken[last - 1], !taken[start] else { return }
    if let colon = simpleGroupEnd(start), colon - start <= 4, isColon(colon), colon + 2 < last,
      !isSaid(from: colon + 1), isSource(TokenRange(start, colon))
    {
      return addHeadline(TokenRange(start, colon), colon, TokenRange(colon + 1, last))
    }
    var mark = last - 1
    while mark > start, last - mark <= 5, !isColon(mark), !isDash(mark) { mark -= 1 }
    guard mark > start + 2, last - mark <= 5, isColon(mark) || isDash(mark),
      simpleGroupEnd(mark + 1) == last, isSource(TokenRange(mark + 1, last)), !taken[mark - 1]
    else { return }
    let first = leadStart(before: mark)
    addHeadline(TokenRange(mark + 1, last), mark, TokenRange(first, mark))
  }

  private mutating func addHeadline(_ source: TokenRange, _ mark: Int, _ content: TokenRange) {
    add(
      FoundAttribution(
        source: source, cue: TokenRange(mark, mark + 1), content: [content], score: 0.8,
        rule: "english/speech.colon", lemma: 0, unit: 0))
  }

  /// Whether words of a headline name somebody who speaks, and no place or thing.
  private func isSource(_ range: TokenRange) -> Bool {
    guard let head = headNoun(range), head == range.end - 1 else { return false }
    if namesSpeaker(head) { return true }
    return tags(head).has(.personNoun) || tags(head).has(.anonymousHead)
      || tags(head).has(.collectiveHead) || tags(head).has(.governmentNoun)
      || tags(head).has(.spokesperson) || tags(head).has(.nameRole)
  }

  /// Whether a person or a body is named at `row`, or one of a kind.
  func namesSpeaker(_ row: Int, _ only: EntityClass? = nil) -> Bool {
    let low = partitionPoint(draft.names.count) { draft.names[$0].tokens.end <= row }
    guard low < draft.names.count, draft.names[low].tokens.contains(row),
      draft.entities.indices.contains(draft.names[low].value)
    else { return false }
    let kind = draft.entities[draft.names[low].value].kind
    return only.map { kind == $0 } ?? (kind == .person || kind == .organisation)
  }

  var startsParagraph: Bool {
    unitRow == 0 || units[unitRow - 1].paragraph != unit.paragraph
  }
}
