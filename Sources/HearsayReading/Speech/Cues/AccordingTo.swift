import HearsayCore
import HearsayText

/// Verbless attribution: `according to X`.
extension SpeechScanner {
  /// As in `According to X, …` and `…, according to X.`.
  mutating func readAccording() {
    guard hints.contains(.according) else { return }
    var here = start
    while here < end {
      let row = here
      here += 1
      guard layers.hints[row].contains(.according), mask[row] < 0, !taken[row],
        let from = sourceStart(row), let found = according(row, from)
      else { continue }
      add(found)
      here = max(here, found.source?.end ?? here)
    }
  }

  /// Where the source after `according to` begins, or after `per` at the edge of a clause.
  private func sourceStart(_ row: Int) -> Int? {
    guard tables.accordingWords.has(tokens[row].word),
      let second = tables.accordingWords[tokens[row].word]
    else { return nil }
    if second != 0 {
      return row + 1 < end && tokens[row + 1].word == second ? row + 2 : nil
    }
    guard row == start || isComma(row - 1), let close = simpleGroupEnd(row + 1),
      speaks(TokenRange(row + 1, close))
    else { return nil }
    return row + 1
  }

  private func according(_ row: Int, _ from: Int) -> FoundAttribution? {
    guard let close = nounGroupEnd(from, attachments: 6) else { return nil }
    let lowest = row - Self.longestLead
    let first = contentStart(from: leadStart(before: row, lowest: lowest), to: row)
    // `14 according to police, 17 according to doctors`: the number is all it says.
    let initial = row - first < 2 && !(row - first == 1 && kind(first) == .number)
    let whole = markAfter(close)
    // `According to police two men died`: no mark tells where the source ends.
    let marked = !initial || isComma(whole)
    let sourceEnd = withAside(marked ? whole : close, initial: initial)
    guard
      let content = initial ? content(after: sourceEnd) : content(TokenRange(first, row), sourceEnd)
    else { return nil }
    return FoundAttribution(
      source: TokenRange(from, sourceEnd), cue: TokenRange(row, from), content: content,
      score: 0.95, rule: "english/speech.according", lemma: lemma(row), unit: 0)
  }

  /// No words after `according to` name a source further on.
  private static let longestSource = 60

  /// The mark up to which the words after `according to` name the source (145/147).
  private func markAfter(_ row: Int) -> Int {
    var here = row
    let limit = min(end, row + Self.longestSource)
    while here < limit, mask[here] < 0, tokens[here].kind != .stop {
      if isComma(here) || isDash(here) || isColon(here) || byte(here) == UInt8(ascii: ";") { break }
      if kind(here) == .conjunction, subjectFollows(here + 1) || givesAnother(here + 1) { break }
      here += 1
    }
    return here
  }

  /// `and 17 according to`: another's number.
  private func givesAnother(_ row: Int) -> Bool {
    guard row < end, kind(row) == .number else { return false }
    return (row + 1..<min(end, row + 5)).contains { layers.hints[$0].contains(.according) }
  }

  /// With an apposition or who-clause behind the source.
  private func withAside(_ row: Int, initial: Bool) -> Int {
    guard isComma(row), row + 1 < end, !givesAnother(row + 1) else { return row }
    func isAside(_ close: Int) -> Bool {
      let inner = TokenRange(row + 1, close)
      return isApposition(inner) || isWhoClause(inner)
    }
    // `according to police, who said that`: a saying of its own.
    if kind(row + 1) == .relative, saysMore(row + 1) { return row }
    if let close = (row + 1..<min(end, row + 40)).first(where: { isComma($0) }) {
      return isAside(close) && (!initial || clauseFollows(close + 1)) ? close : row
    }
    return !initial && trimmedEnd > row + 1 && isAside(trimmedEnd) ? trimmedEnd : row
  }

  private func content(after row: Int) -> [TokenRange]? {
    guard row < end else { return [] }
    let from = isComma(row) ? row + 1 : row
    return from < end ? [TokenRange(from, takenOrEnd(from))] : nil
  }

  /// `the road, according to X, is closed`.
  private func content(_ before: TokenRange, _ after: Int) -> [TokenRange]? {
    guard isComma(after), after + 3 < end, isComma(before.end - 1), kind(after + 1) != .verbIng,
      kind(after + 1) != .relative
    else { return [before] }
    return [before, TokenRange(after + 1, end)]
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
