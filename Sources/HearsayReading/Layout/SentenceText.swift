import HearsayCore
import HearsayText

/// The tokens of an article with the small questions that the sentence and layout stages ask.
///
/// Every question may be asked of any row; one outside the text gets the harmless answer.
struct SentenceText {
  /// Behind one reference: this is handed round a lot.
  private final class Layers: Sendable {
    let tokens: [Token]
    let text: SourceText
    let lexicon: Lexicon
    let facts: [WordFacts]

    init(_ draft: Draft, _ lexicon: Lexicon) {
      tokens = draft.tokens
      text = draft.text
      self.lexicon = lexicon
      facts = draft.facts(lexicon)
    }
  }

  private let layers: Layers
  /// For each row: 1 where a quotation opens, 2 where it closes, 4 inside one that is not cut.
  private(set) var marks: [UInt8]

  init(_ draft: Draft, _ lexicon: Lexicon) {
    layers = Layers(draft, lexicon)
    marks = Array(repeating: 0, count: draft.tokens.count)
    for quote in draft.quotes { mark(quote) }
  }

  @inline(__always) var tokens: [Token] { _read { yield layers.tokens } }
  @inline(__always) var text: SourceText { _read { yield layers.text } }
  @inline(__always) var facts: [WordFacts] { _read { yield layers.facts } }
  @inline(__always) var lexicon: Lexicon { _read { yield layers.lexicon } }

  private mutating func mark(_ quote: DraftQuote) {
    let (first, last) = (quote.tokens.start, quote.tokens.end - 1)
    guard first >= 0, first <= last, last < tokens.count else { return }
    marks[first] |= 1
    guard !quote.unclosed else { return }
    marks[last] |= 2
    // A cry is one utterance, and so is what breaks off: `“The Queen! The Queen!” and …`.
    let end = quote.inner.end - 1
    guard end > quote.inner.start, asksOrCries(end) || isDash(end) else { return }
    for row in quote.inner.indices where row < end && row < tokens.count { marks[row] |= 4 }
  }

  func opens(_ row: Int) -> Bool { marks.indices.contains(row) && marks[row] & 1 != 0 }
  func closes(_ row: Int) -> Bool { marks.indices.contains(row) && marks[row] & 2 != 0 }
  func isKeptWhole(_ row: Int) -> Bool { marks.indices.contains(row) && marks[row] & 4 != 0 }

  /// The first byte of a token; 0 where there is none.
  func byte(_ row: Int) -> UInt8 {
    guard tokens.indices.contains(row) else { return 0 }
    let start = Int(tokens[row].start)
    return text.bytes.indices.contains(start) ? text.bytes[start] : 0
  }

  func length(_ row: Int) -> Int { tokens.indices.contains(row) ? Int(tokens[row].length) : 0 }

  func kind(_ row: Int) -> TokenKind { tokens.indices.contains(row) ? tokens[row].kind : .other }

  func tags(_ row: Int) -> Tags {
    tokens.indices.contains(row) ? facts[row].tags : .none
  }

  func has(_ row: Int, _ flag: TokenFlags) -> Bool {
    tokens.indices.contains(row) && tokens[row].flags.contains(flag)
  }

  func isSpaced(_ row: Int) -> Bool { has(row, .spaced) || !tokens.indices.contains(row) }

  /// A word that can end nothing; `row` must be one of the text.
  func isPlainWord(_ row: Int) -> Bool {
    tokens[row].kind == .word && !tokens[row].flags.contains(.abbreviated)
  }

  /// A word with a capital.
  func isCapital(_ row: Int) -> Bool { kind(row) == .word && has(row, .capital) }

  /// A word without one.
  func isLower(_ row: Int) -> Bool { kind(row) == .word && !has(row, .capital) }

  func isMark(_ row: Int, _ mark: Unicode.Scalar) -> Bool {
    kind(row) == .mark && length(row) == 1 && byte(row) == UInt8(truncatingIfNeeded: mark.value)
  }

  func isOpenBracket(_ row: Int) -> Bool {
    kind(row) == .mark && (byte(row) == UInt8(ascii: "(") || byte(row) == UInt8(ascii: "["))
  }

  func isCloseBracket(_ row: Int) -> Bool {
    kind(row) == .mark && (byte(row) == UInt8(ascii: ")") || byte(row) == UInt8(ascii: "]"))
  }

  /// `.`, one of it.
  func isFullStop(_ row: Int) -> Bool {
    kind(row) == .stop && length(row) == 1 && byte(row) == UInt8(ascii: ".")
  }

  /// A run of stops that holds a question or exclamation mark.
  func asksOrCries(_ row: Int) -> Bool {
    guard kind(row) == .stop, tokens.indices.contains(row) else { return false }
    return text.bytes[tokens[row].range.start..<tokens[row].end].contains { $0 != 0x2E }
  }

  /// `...` or `…`.
  func isEllipsis(_ row: Int) -> Bool {
    guard kind(row) == .mark else { return false }
    if byte(row) == UInt8(ascii: ".") { return true }
    return bytes(row, 0xE2, 0x80, 0xA6)
  }

  /// A hyphen or dash of any length and kind.
  func isDash(_ row: Int) -> Bool {
    guard kind(row) == .mark else { return false }
    if byte(row) == UInt8(ascii: "-") { return true }
    return bytes(row, 0xE2, 0x80, 0x93) || bytes(row, 0xE2, 0x80, 0x94)
      || bytes(row, 0xE2, 0x80, 0x95)
  }

  /// A line drawn with hyphens.
  func isRule(_ row: Int) -> Bool {
    kind(row) == .mark && length(row) >= 5 && byte(row) == UInt8(ascii: "-") && isSpaced(row)
  }

  /// A bullet of a list: `•`, `*`, `▪`, `‣`, `·`, `⁃`, `●`.
  func isBullet(_ row: Int) -> Bool {
    guard kind(row) == .mark || kind(row) == .symbol else { return false }
    if byte(row) == UInt8(ascii: "*") { return length(row) == 1 }
    if length(row) == 2 { return bytes(row, 0xC2, 0xB7) }
    return bytes(row, 0xE2, 0x80, 0xA2) || bytes(row, 0xE2, 0x80, 0xA3)
      || bytes(row, 0xE2, 0x81, 0x83) || bytes(row, 0xE2, 0x96, 0xAA)
      || bytes(row, 0xE2, 0x97, 0x8F) || bytes(row, 0xE2, 0x96, 0xBA)
      || bytes(row, 0xE2, 0x97, 0xA6) || bytes(row, 0xE2, 0x96, 0xB6)
  }

  /// Curly and angular marks tell their side; a straight one is asked of the pairs.
  func isOpeningMark(_ row: Int) -> Bool {
    guard kind(row) == .quote else { return false }
    if bytes(row, 0xE2, 0x80, 0x9C) || bytes(row, 0xE2, 0x80, 0x98) || bytes(row, 0xE2, 0x80, 0x9E)
    {
      return true
    }
    return opens(row)
  }

  func isClosingMark(_ row: Int) -> Bool {
    guard kind(row) == .quote else { return false }
    if bytes(row, 0xE2, 0x80, 0x9D) || bytes(row, 0xE2, 0x80, 0x99) { return true }
    return closes(row)
  }

  /// One of `'` and `’`.
  func isSingleMark(_ row: Int) -> Bool {
    kind(row) == .quote
      && (byte(row) == 0x27 && length(row) == 1 || bytes(row, 0xE2, 0x80, 0x99))
  }

  private func bytes(_ row: Int, _ first: UInt8, _ second: UInt8, _ third: UInt8 = 0) -> Bool {
    guard tokens.indices.contains(row) else { return false }
    let start = Int(tokens[row].start)
    let count = third == 0 ? 2 : 3
    guard length(row) == count, start + count <= text.bytes.count else { return false }
    return text.bytes[start] == first && text.bytes[start + 1] == second
      && (third == 0 || text.bytes[start + 2] == third)
  }

  /// `http`, `https` or `www.…`: an address, which begins without a capital.
  func isAddress(_ row: Int) -> Bool {
    guard isLower(row) else { return false }
    let start = Int(tokens[row].start)
    let left = text.bytes[start..<min(start + 8, text.bytes.count)]
    return left.starts(with: "http://".utf8) || left.starts(with: "https:/".utf8)
      || left.starts(with: "www.".utf8)
  }

  /// One past the last token of the run without blanks that begins at `row`.
  func runEnd(_ row: Int, _ end: Int) -> Int {
    var here = row + 1
    while here < end, here < row + 64, !isSpaced(here) { here += 1 }
    return here
  }

  /// Whether the bytes up to the next blank hold a mark of addresses: `@` or `/`.
  func standsInAddress(_ row: Int, _ end: Int) -> Bool {
    var here = row
    while here < end, here < row + 32, here == row || !isSpaced(here) {
      if byte(here) == UInt8(ascii: "@") || byte(here) == UInt8(ascii: "/") { return true }
      here += 1
    }
    return false
  }
}
