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


  /// `X makes a case: "…"`, and a paragraph that ends in a colon before one that is a quotation.
  mutating func readColons() {
    guard depth == 0 else { return }
    var here = start
    while here < end {
      let row = here
      here += 1
      guard mask[row] < 0, isColon(row), !taken[row] else { continue }
      let next = row + 1
      if let quote = quote(at: next), !taken[next] {
        addColon(row, TokenRange(next, quote.tokens.end))
      } else if next >= end || next + 1 >= end && tokens[next].kind != .word,
        unitRow + 1 < units.count,
        let content = quotedUnit(units[unitRow + 1].tokens)
      {
        addColon(row, content)
      }
    }
  }

  /// The quotation that the next unit begins with and consists of.
  func quotedUnit(_ range: Range<Int>) -> TokenRange? {
    let first = range.lowerBound
    guard let quote = quote(at: first), !taken[first] else { return nil }
    let rest = min(quote.tokens.end, range.upperBound)..<range.upperBound
    let alone = rest.allSatisfy { tokens[$0].kind != .word && tokens[$0].kind != .number }
    return alone ? TokenRange(first, quote.tokens.end) : nil
  }

  /// The saying is the last finite verb before the colon, its verb of saying if it has one.
  mutating func addColon(_ colon: Int, _ content: TokenRange) {
    var rows: [Int] = []
    var here = colon - 1
    while here >= start, mask[here] < 0, !taken[here], rows.count < 6 {
      if groupAt[here] >= 0, groups[Int(groupAt[here])].head == here {
        rows.append(Int(groupAt[here]))
      }
      here -= 1
    }
    let finite = rows.filter { groups[$0].form == .finite }
    let saying = rows.first { tags(groups[$0].head).has(.quoteVerb) && !groups[$0].passive }
    guard let row = saying ?? finite.first else { return }
    let group = groups[row]
    let source = subject(of: row).range ?? speakerBetween(group, colon)
    guard source != nil else { return }
    add(
      FoundAttribution(
        source: source, cue: TokenRange(group.tokens.start, colon + 1), content: [content],
        score: saying != nil ? 0.95 : 0.7, rule: "english/cue.colon", lemma: group.lemma, unit: 0))
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

  /// Whether a person or a body is named at `row`.
  func namesSpeaker(_ row: Int) -> Bool {
    let low = partitionPoint(draft.names.count) { draft.names[$0].tokens.end <= row }
    guard low < draft.names.count, draft.names[low].tokens.contains(row),
      draft.entities.indices.contains(draft.names[low].value)
    else { return false }
    let kind = draft.entities[draft.names[low].value].kind
    return kind == .person || kind == .organisation
  }

  var startsParagraph: Bool {
    unitRow == 0 || units[unitRow - 1].paragraph != unit.paragraph
  }
}
