import HearsayCore
import HearsayText

/// The rows at which the items of a list begin that stands in running text, in order:
/// `1) … 2) …`, `(a) … (b) …`.
///
/// One number alone is no list; each marker must follow its predecessor in the same style.
func listStarts(_ text: borrowing SentenceText, _ rows: Range<Int>) -> [Int] {
  var open: [ListMarker] = []
  var listed: Set<Int> = []
  for row in rows where ListMarker.mayBegin(text.tokens[row]) {
    guard row == rows.lowerBound || text.isSpaced(row), let marker = ListMarker(row, text, rows)
    else { continue }
    if let before = open.lastIndex(where: { marker.follows($0) }) {
      listed.insert(open[before].row)
      listed.insert(row)
      open[before] = marker
    } else if open.count < 8 {
      open.append(marker)
    }
  }
  return listed.sorted()
}

/// What stands before an item of a list.
private struct ListMarker {
  var row: Int
  /// Brackets, stops and bullets, as bits.
  var style: Int
  var value: Int

  /// A number, a letter, a bullet or a bracket: most tokens are none.
  static func mayBegin(_ token: Token) -> Bool {
    switch token.kind {
    case .word: token.length <= 2
    case .number, .mark, .symbol: token.length <= 3
    case .stop, .quote, .other: false
    }
  }

  func follows(_ before: ListMarker) -> Bool {
    style == before.style && value == before.value + 1
  }

  init?(_ row: Int, _ text: borrowing SentenceText, _ rows: Range<Int>) {
    self.row = row
    var here = row
    style = 0
    if text.isBullet(here) {
      style = 1
      here += 1
    }
    if text.isOpenBracket(here) {
      style += 2
      here += 1
    }
    guard let value = Self.value(here, text) else { return nil }
    self.value = value
    style += text.kind(here) == .number ? 0 : 4
    let abbreviated = text.has(here, .abbreviated)
    here += 1
    let stopped = abbreviated || (text.isFullStop(here) && !text.isSpaced(here))
    if !abbreviated, stopped { here += 1 }
    let closed = text.isMark(here, ")") && !text.isSpaced(here)
    if closed { here += 1 }
    guard stopped || closed, here < rows.upperBound, text.isSpaced(here) else { return nil }
    // A bare `1.` must begin a line's worth of words, not `version 1. It`.
    guard text.isCapital(here) || text.kind(here) == .quote || (closed && text.isLower(here)) else {
      return nil
    }
    style += (stopped ? 8 : 0) + (closed ? 16 : 0)
    if style & 3 == 2, !closed { return nil }
  }

  /// `12` is 12, `b` is 2; `nil` for anything longer.
  private static func value(_ row: Int, _ text: borrowing SentenceText) -> Int? {
    let word = text.kind(row) == .word
    guard word || text.kind(row) == .number, text.length(row) <= 2 else { return nil }
    let first = text.byte(row)
    if word {
      guard text.length(row) == 1 || text.has(row, .abbreviated) else { return nil }
      let letter = first | 0x20
      return (0x61...0x7A).contains(letter) ? Int(letter) - 0x60 : nil
    }
    let start = Int(text.tokens[row].start)
    return text.text.bytes[start..<start + text.length(row)].reduce(0) { value, byte in
      value * 10 + Int(byte & 0x0F)
    }
  }
}
