import HearsayCore
import HearsayText

/// Finds where the items of a list begin that stands in running text: `1) … 2) …`, `(a) … (b) …`.
///
/// One number alone is no list; each marker must follow its predecessor in the same style.
struct ListMarkers {
  let text: SentenceText
  /// The rows at which an item begins, in order.
  private(set) var starts: [Int] = []

  struct Marker {
    var row: Int
    var style: Int
    var value: Int
  }

  init(_ text: SentenceText, _ rows: Range<Int>) {
    self.text = text
    var open: [Marker] = []
    var listed: [Int] = []
    for row in rows where mayMark(text.tokens[row]) {
      guard row == rows.lowerBound || text.isSpaced(row), let marker = marker(row, rows) else {
        continue
      }
      if let before = open.lastIndex(where: { follows(marker, $0) }) {
        listed.append(open[before].row)
        listed.append(row)
        open[before] = marker
      } else if open.count < 8 {
        open.append(marker)
      }
    }
    starts = Array(Set(listed)).sorted()
  }

  /// A number, a letter, a bullet or a bracket: most tokens are none.
  private func mayMark(_ token: Token) -> Bool {
    switch token.kind {
    case .word: token.length <= 2
    case .number, .mark, .symbol: token.length <= 3
    case .stop, .quote, .other: false
    }
  }

  private func follows(_ marker: Marker, _ before: Marker) -> Bool {
    marker.style == before.style && marker.value == before.value + 1
  }

  private func marker(_ row: Int, _ rows: Range<Int>) -> Marker? {
    var here = row
    var style = 0
    if text.isBullet(here) {
      style = 1
      here += 1
    }
    if text.isOpenBracket(here) {
      style += 2
      here += 1
    }
    guard let value = value(here) else { return nil }
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
    return Marker(row: row, style: style, value: value)
  }

  /// `12` is 12, `b` is 2; `nil` for anything longer.
  private func value(_ row: Int) -> Int? {
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
