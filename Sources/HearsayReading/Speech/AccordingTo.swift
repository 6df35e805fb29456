import HearsayCore
import HearsayText

/// Verbless attribution: `according to X`.
extension SpeechScanner {
  /// As in `According to X, …` and `…, according to X.`.
  mutating func readAccording() {
    var here = start
    while here < end {
      let row = here
      here += 1
      guard mask[row] < 0, !taken[row], tables.accordingWords.has(tokens[row].word),
        let second = tables.accordingWords[tokens[row].word]
      else {
        continue
      }
      if second == 0 || row + 1 >= end || tokens[row + 1].word != second { continue }
      if let found = according(row) {
        add(found)
        here = max(here, found.source?.end ?? here)
      }
    }
  }

  func according(_ row: Int) -> FoundAttribution? {
    guard var sourceEnd = nounGroupEnd(row + 2, attachments: 6) else { return nil }
    if sourceEnd < end,
      kind(sourceEnd) == .verbParticiple || kind(sourceEnd) == .adjective
        || kind(sourceEnd) == .relative
        || kind(sourceEnd) == .verbIng
    {
      while sourceEnd < end, mask[sourceEnd] < 0, tokens[sourceEnd].kind == .word { sourceEnd += 1 }
    } else if sourceEnd < end, kind(sourceEnd) == .conjunction,
      let more = nounGroupEnd(sourceEnd + 1),
      !finiteGroup(at: more)
    {
      sourceEnd = more
    }
    var first = row
    while first > start, !taken[first - 1] { first -= 1 }
    first = contentStart(from: first, to: row)
    let initial = row - first < 2
    var after = sourceEnd
    if isComma(after) {
      if let close = (after + 1..<min(end, after + 40)).first(where: { isComma($0) }),
        isApposition(TokenRange(after + 1, close))
          || isWhoClause(TokenRange(after + 1, close))
      {
        if !initial || clauseFollows(close + 1) {
          sourceEnd = initial ? close : close
          after = close
        }
      } else if !initial, isApposition(TokenRange(after + 1, trimmedEnd)) {
        sourceEnd = trimmedEnd
        after = sourceEnd
      }
    }
    var content: [TokenRange] = []
    if !initial {
      content.append(TokenRange(first, row))
      if isComma(after), after + 1 < end, isComma(row - 1) {
        let rest = TokenRange(after + 1, end)
        if rest.count > 2, kind(after + 1) != .verbIng { content.append(rest) }
      }
    } else if after < end {
      let from = isComma(after) ? after + 1 : after
      guard from < end else { return nil }
      content.append(TokenRange(from, takenOrEnd(from)))
    }
    return FoundAttribution(
      source: TokenRange(row + 2, sourceEnd), cue: TokenRange(row, row + 2), content: content,
      score: 0.95, rule: "english/speech.according", lemma: lemma(row), unit: 0)
  }

  func takenOrEnd(_ row: Int) -> Int {
    (row..<end).first { taken[$0] } ?? end
  }

  /// The end of the unit without its stop.
  var trimmedEnd: Int {
    var here = end
    while here > start, tokens[here - 1].kind == .stop { here -= 1 }
    return here
  }
}
