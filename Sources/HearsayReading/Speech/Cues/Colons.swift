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
    guard depth == 0, start < end, kind(start) == .name, let next = nounGroupEnd(start), next < end,
      next - start <= 5, isColon(next), next + 2 < end, !taken[start], startsParagraph
    else { return }
    let quoted = quote(at: next + 1) != nil
    guard quoted || unit.headline, namesSpeaker(start) else { return }
    add(
      FoundAttribution(
        source: TokenRange(start, next), cue: TokenRange(next, next + 1),
        content: [TokenRange(next + 1, end)], score: 0.9, rule: "english/speech.colon", lemma: 0,
        unit: 0))
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
