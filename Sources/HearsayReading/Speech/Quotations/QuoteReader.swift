import HearsayCore
import HearsayText

/// Pairs quotation marks, paragraph by paragraph.
///
/// A straight mark opens or closes by whether one is open; a curly opening may be closed by a
/// straight mark; what is never closed runs to the end of its paragraph. Single marks count in
/// paragraphs without double ones and inside double ones, because elsewhere they are apostrophes
/// more often.
///
/// - Complexity: O(*n*) in the number of tokens.
func readQuotes(_ draft: inout Draft, _ tables: SpeechTables, _ lexicon: Lexicon) {
  var pairer = QuotePairer(tokens: draft.tokens, lexicon: lexicon, leastWords: tables.leastWords)
  for zone in draft.zones {
    let tokens = draft.tokens(in: zone.range)
    var start = tokens.start
    for row in tokens.indices where row > start && draft.tokens[row].flags.contains(.paragraph) {
      pairer.pair(start..<row)
      start = row
    }
    pairer.pair(start..<tokens.end)
  }
  draft.quotes = pairer.quotes
}

/// What a quotation mark can do.
private enum MarkShape {
  case straight, opening, closing, single, singleOpening, none
}

private struct QuotePairer {
  let tokens: [Token]
  let lexicon: Lexicon
  let leastWords: Int
  var quotes: [DraftQuote] = []
  /// Paragraphs without a mark since a quotation that its own did not close; `nil` where none waits.
  var waiting: [Range<Int>]?

  /// A quotation that goes on over more paragraphs without a mark was never closed.
  private static let mostUnmarked = 2

  /// Deeper marks are noise.
  static let deepest = 8

  mutating func pair(_ range: Range<Int>) {
    // Most paragraphs have no marks.
    var row = range.lowerBound
    while row < range.upperBound, tokens[row].kind != .quote { row += 1 }
    guard row < range.upperBound else { return wait(over: range) }
    let first = quotes.count
    if !pairDouble(range) { pairSingle(range) }
    waiting = quotes.count > first && quotes.last?.unclosed == true ? [] : nil
    guard quotes.count - first > 1 else { return }
    let added = quotes[first...].sorted {
      $0.tokens.lower != $1.tokens.lower
        ? $0.tokens.lower < $1.tokens.lower : $0.tokens.upper > $1.tokens.upper
    }
    quotes.replaceSubrange(first..., with: added)
  }

  private mutating func wait(over range: Range<Int>) {
    guard let before = waiting, !range.isEmpty else { return }
    waiting = before.count < Self.mostUnmarked ? before + [range] : nil
  }

  /// `"It is late.` and, as the next paragraph, `We go," he said`: the mark closes what was left
  /// open, and all between is said too.
  private mutating func closeWaiting(_ row: Int, _ range: Range<Int>) -> Bool {
    guard let before = waiting, row > range.lowerBound + 1 else { return false }
    waiting = nil
    for unmarked in before {
      let tokens = TokenRange(unmarked.lowerBound, unmarked.upperBound)
      quotes.append(DraftQuote(tokens: tokens, inner: tokens, kind: .speech, unclosed: true))
    }
    quotes.append(
      DraftQuote(
        tokens: TokenRange(range.lowerBound, row + 1), inner: TokenRange(range.lowerBound, row),
        kind: .speech))
    return true
  }

  private func shape(_ row: Int) -> MarkShape {
    guard tokens[row].kind == .quote else { return .none }
    // A mark is short, and most of one byte.
    if tokens[row].length == 1 {
      return lexicon.vocabulary.firstByte(tokens[row].word) == UInt8(ascii: "\"")
        ? .straight : .single
    }
    let form = Array(lexicon.vocabulary.form(tokens[row].word))
    switch form.count {
    case 1: return form[0] == UInt8(ascii: "\"") ? .straight : .single
    case 2:
      return form[0] == UInt8(ascii: "`")
        ? .opening : form[0] == 0xC2 ? (form[1] == 0xAB ? .opening : .closing) : .closing
    case 3 where form[0] == 0xE2 && form[1] == 0x80:
      switch form[2] {
      case 0x9C, 0x9E, 0x9F: return .opening
      case 0x9D: return .closing
      case 0x98, 0x9B: return .singleOpening
      case 0x99: return .single
      default: return .none
      }
    default: return .none
    }
  }

  /// Whether the paragraph has double marks at all.
  private mutating func pairDouble(_ range: Range<Int>) -> Bool {
    var open: [Int] = []
    var any = false
    for row in range {
      let shape = shape(row)
      guard shape == .straight || shape == .opening || shape == .closing else { continue }
      if open.isEmpty, isInchMark(row, range) || shape == .straight && looksClosing(row, range) {
        if !any, closeWaiting(row, range) { any = true }
        continue
      }
      if !any, shape == .closing, looksClosing(row, range), closeWaiting(row, range) {
        any = true
        continue
      }
      if let start = open.first, shape == .straight, tokens[row].flags.contains(.line),
        looksOpening(row, range)
      {
        // A new line begins with a mark: the writer forgot to close the one before.
        add(start, row, closed: false)
        open = []
      }
      any = true
      if opens(row, shape, isOpen: !open.isEmpty, range) {
        if open.count < Self.deepest { open.append(row) }
      } else if let start = open.popLast() {
        let end = afterInnerMark(row, range)
        add(start, end, closed: true)
        if open.isEmpty { pairSingle(start + 1..<end - 1) }
      }
    }
    if let start = open.first { addUnclosed(start, range.upperBound) }
    return any
  }

  /// `it,''' he said`: of three marks the last two close the outer quotation, though two came first.
  private func afterInnerMark(_ row: Int, _ range: Range<Int>) -> Int {
    guard row + 1 < range.upperBound, tokens[row].length == 2, shape(row + 1) == .single,
      !tokens[row + 1].flags.contains(.spaced),
      row + 2 == range.upperBound || tokens[row + 2].flags.contains(.spaced)
        || tokens[row + 2].kind != .word
    else { return row + 1 }
    return row + 2
  }

  /// To the end of the paragraph, or to a single mark behind a stop, typed for a double one.
  private mutating func addUnclosed(_ start: Int, _ end: Int) {
    var opened = false
    for row in start + 1..<max(start + 1, end) where tokens[row].kind == .quote {
      switch shape(row) {
      case .singleOpening: opened = true
      case .single where !opened && tokens[row - 1].kind == .stop && looksClosing(row, start..<end):
        return add(start, row + 1, closed: true)
      default: break
      }
    }
    add(start, end, closed: false)
  }

  private func opens(_ row: Int, _ shape: MarkShape, isOpen: Bool, _ range: Range<Int>) -> Bool {
    switch shape {
    case .opening: true
    case .straight: !isOpen
    // Some writers use the closing mark for both ends.
    default: !isOpen && (looksOpening(row, range) || row == range.lowerBound)
    }
  }

  /// Glued to the word before and apart from the next.
  private func looksClosing(_ row: Int, _ range: Range<Int>) -> Bool {
    guard row > range.lowerBound, !tokens[row].flags.contains(.spaced) else { return false }
    return row + 1 == range.upperBound || tokens[row + 1].flags.contains(.spaced)
  }

  /// A blank, a bracket or another mark before and no blank behind.
  private func looksOpening(_ row: Int, _ range: Range<Int>) -> Bool {
    let before =
      row == range.lowerBound || tokens[row].flags.contains(.spaced)
      || tokens[row - 1].kind == .mark && opensBracket(row - 1)
    return before && row + 1 < range.upperBound && !tokens[row + 1].flags.contains(.spaced)
  }

  private func opensBracket(_ row: Int) -> Bool {
    let byte = lexicon.vocabulary.firstByte(tokens[row].word)
    return byte == UInt8(ascii: "(") || byte == UInt8(ascii: "[")
  }

  /// As in `6'2"`.
  private func isInchMark(_ row: Int, _ range: Range<Int>) -> Bool {
    row > range.lowerBound && tokens[row - 1].kind == .number
      && !tokens[row].flags.contains(.spaced)
  }

  private mutating func pairSingle(_ range: Range<Int>) {
    guard !range.isEmpty else { return }
    var start: Int?
    for row in range {
      let shape = shape(row)
      guard shape == .single || shape == .singleOpening else { continue }
      if start == nil {
        if looksOpening(row, range), row + 1 < range.upperBound, tokens[row + 1].kind == .word {
          start = row
        }
      } else if let from = start, shape == .single, closesSingle(row, range) {
        add(from, row + 1, closed: true)
        start = nil
      }
    }
  }

  /// Glued to what it closes; `prisoners’ families` does not close when a mark comes later.
  private func closesSingle(_ row: Int, _ range: Range<Int>) -> Bool {
    guard !tokens[row].flags.contains(.spaced) else { return false }
    guard row + 1 < range.upperBound else { return true }
    guard tokens[row + 1].flags.contains(.spaced) || tokens[row + 1].kind != .word else {
      return false
    }
    let afterS = lexicon.vocabulary.lastByte(tokens[row - 1].word) == UInt8(ascii: "s")
    guard afterS, tokens[row + 1].kind == .word else { return true }
    let end = min(range.upperBound, row + 60)
    return !(row + 1..<end).contains { later in
      shape(later) == .single && !tokens[later].flags.contains(.spaced)
        && (tokens[later - 1].kind == .mark || tokens[later - 1].kind == .stop)
    }
  }

  private mutating func add(_ start: Int, _ end: Int, closed: Bool) {
    let inner = TokenRange(start + 1, closed ? end - 1 : end)
    guard inner.count > 0 else { return }
    quotes.append(
      DraftQuote(
        tokens: TokenRange(start, end), inner: inner, kind: kind(inner), unclosed: !closed))
  }

  /// Three words make speech; fewer, or a run of capitals, are set apart for another reason.
  private func kind(_ inner: TokenRange) -> QuoteKind {
    var words = 0
    var capitals = 0
    var marks = 0
    for row in inner.indices {
      switch tokens[row].kind {
      case .word where !tokens[row].flags.contains(.clitic):
        words += 1
        if tokens[row].flags.contains(.capital) || tokens[row].length < 4 { capitals += 1 }
      case .number: words += 1
      case .mark, .stop: marks += 1
      default: break
      }
      if words > 8 { return .speech }
    }
    let ended = tokens[inner.end - 1].kind == .stop || tokens[inner.end - 1].kind == .mark
    if words >= 2, words <= 6, capitals == words, marks == 0,
      tokens[inner.start].flags.contains(.capital), tokens[inner.end - 1].flags.contains(.capital)
    {
      return .title
    }
    return words >= leastWords || (ended && words > 0) ? .speech : .scare
  }
}
