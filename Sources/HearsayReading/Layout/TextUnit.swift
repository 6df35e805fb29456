import HearsayCore
import HearsayText

/// A paragraph, or a line that stands for itself: what gets one zone.
struct TextUnit {
  /// Its tokens.
  var rows: TokenRange
  /// Whether an empty line stands before it.
  var opensBlock: Bool
  /// Words, without numbers.
  var words = 0
  /// Words with a capital.
  var capitals = 0
  /// Whether its last words end a sentence.
  var ends = false
  /// Whether a sentence ends before its last token.
  var endsInside = false

  init(_ rows: TokenRange, _ text: SentenceText) {
    self.rows = rows
    opensBlock = text.has(rows.start, .paragraph)
    var last = rows.end - 1
    while last > rows.start, text.kind(last) == .quote || text.isCloseBracket(last) { last -= 1 }
    ends = text.kind(last) == .stop || text.isEllipsis(last)
    for row in rows.indices {
      let token = text.tokens[row]
      if token.kind == .word, !token.flags.contains(.clitic) {
        words += 1
        if token.flags.contains(.capital) { capitals += 1 }
      } else if token.kind == .stop, row < last {
        endsInside = true
      }
    }
  }

  /// Running text: it ends as sentences do and is no cry of three words.
  var isProse: Bool { ends && words >= 8 || endsInside && words >= 14 || words >= 45 }
}

/// Cuts an article into paragraphs, whatever its line ends mean.
///
/// An empty line always parts. A single line end parts too, unless the text is hard-wrapped or the
/// next line goes on in lower case.
struct UnitCutter {
  private let text: SentenceText
  private let wrapWidth: Int?

  init(_ text: SentenceText) {
    self.text = text
    wrapWidth = Self.wrapWidth(text.text)
  }

  func units() -> [TextUnit] {
    var units: [TextUnit] = []
    var start = 0
    let count = text.tokens.count
    for row in 0...count where row == count || text.has(row, .line) && parts(row, start) {
      if row > start { units.append(TextUnit(TokenRange(start, row), text)) }
      start = row
    }
    return units
  }

  private func parts(_ row: Int, _ start: Int) -> Bool {
    guard row > start else { return false }
    if text.has(row, .paragraph) { return true }
    if startsItem(row) { return true }
    if text.isLower(row) { return !goesOn(row) }
    guard let wrapWidth else { return !endsOpen(row - 1) }
    return fitsBefore(row, wrapWidth)
  }

  /// A bullet, or `1.` or `(a)` at the start of a line.
  private func startsItem(_ row: Int) -> Bool {
    if text.isBullet(row) { return true }
    if text.isDash(row), text.isSpaced(row + 1) { return !text.isLower(row + 1) }
    if text.isOpenBracket(row), text.isCloseBracket(row + 2), text.length(row + 1) < 5 {
      return true
    }
    guard text.kind(row) == .number || text.length(row) == 1 else { return false }
    return text.isMark(row + 1, ")") || text.isFullStop(row + 1) && text.isSpaced(row + 2)
  }

  /// Whether a line in lower case continues the one before it; three short ones make a list.
  private func goesOn(_ row: Int) -> Bool {
    let (before, this, after) = (line(row - 1), line(row), lineAfter(row))
    if isShort(before), isShort(this), let after, isShort(after) {
      return endsOpen(row - 1)
    }
    if let before = lineBefore(row - 1), isShort(before), isShort(this), isShort(line(row - 1)) {
      return endsOpen(row - 1)
    }
    return true
  }

  /// A line that cannot be the end of anything: `…, and`.
  private func endsOpen(_ row: Int) -> Bool {
    text.isMark(row, ",") || text.isMark(row, "-")
      || (text.isLower(row) && text.tags(row).has(.neverLast))
  }

  private func line(_ row: Int) -> Int { text.text.line(at: Int(text.tokens[row].start)) }

  private func lineAfter(_ row: Int) -> Int? {
    let number = line(row) + 1
    return number <= text.text.lineStarts.count && !text.text.lineRange(number).isEmpty
      ? number : nil
  }

  private func lineBefore(_ row: Int) -> Int? {
    let number = line(row) - 1
    return number >= 1 && !text.text.lineRange(number).isEmpty ? number : nil
  }

  private func isShort(_ number: Int) -> Bool {
    let range = text.text.lineRange(number)
    guard range.count < 40, range.count > 0 else { return false }
    return text.text.bytes[range.end - 1] != UInt8(ascii: ".")
  }

  /// Whether the first word of the line at `row` would have stood on the line before.
  private func fitsBefore(_ row: Int, _ width: Int) -> Bool {
    let before = text.text.lineRange(line(row - 1)).count
    return before + 1 + text.length(row) < width - 2
  }

  /// The width at which all long lines of a text were broken, or `nil`.
  ///
  /// Wrapped text has no line over some 100 bytes, and most lines that go on in the next one come
  /// near the longest.
  private static func wrapWidth(_ text: SourceText) -> Int? {
    var longest = 0
    var followed = 0
    for number in 1...max(1, text.lineStarts.count) {
      longest = max(longest, text.lineRange(number).count)
    }
    guard (40...110).contains(longest) else { return nil }
    var full = 0
    for number in 1..<max(1, text.lineStarts.count) {
      let (this, next) = (text.lineRange(number), text.lineRange(number + 1))
      guard !this.isEmpty, !next.isEmpty else { continue }
      followed += 1
      if this.count >= longest - 16 { full += 1 }
    }
    return followed >= 4 && full * 10 >= followed * 7 ? longest : nil
  }
}
