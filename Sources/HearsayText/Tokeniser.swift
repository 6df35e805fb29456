public import HearsayCore

/// Cuts an article into tokens and numbers their forms.
///
/// Every byte that is no blank lies in exactly one token. A clitic stands apart (`Maduro|'s`,
/// `do|n't`), hyphens stand apart (`5,000|-|strong`), a number keeps its separators (`1,250`, `3.5`)
/// and an abbreviation its stop (`Mr.`, `U.S.`), so that a later full stop is a full stop.
///
/// - Complexity: O(*n*) in the number of bytes.
public func tokenise(_ bytes: Span<UInt8>, into tokens: inout [Token], lexicon: inout Lexicon) {
  tokens.reserveCapacity(tokens.count + bytes.count / 5 + 16)
  var scanner = TokenScanner(count: bytes.count)
  while true {
    scanner.takePlainWords(bytes, &tokens, &lexicon)
    guard scanner.skipBlanks(bytes) else { return }
    scanner.take(bytes, &tokens, &lexicon)
  }
}

/// The place in the text and what stood before it.
struct TokenScanner {
  var index = 0
  let count: Int
  /// What the blanks before `index` make of the next token.
  var pending: TokenFlags = [.spaced, .line, .paragraph]
  /// Plain words that are not looked up yet; none outside ``takePlainWords(_:_:_:)``.
  var waiting = WaitingForms()
  /// The form of a word that is not plain, while it is being read.
  var form = FormBuffer()

  /// The most bytes a token may have; a longer run is cut.
  static let longest = 1024

  init(count: Int) { self.count = count }

  /// Moves to the next byte that begins a token; `false` at the end.
  mutating func skipBlanks(_ bytes: Span<UInt8>) -> Bool {
    while index < count {
      switch byteClass(bytes[index]) {
      case .blank: pending.insert(.spaced)
      case .newline: breakLine()
      case .high:
        let scalar = decodeScalar(bytes, at: index)
        guard let value = scalar.value else { return true }
        switch scalarClass(value) {
        case .blank: pending.insert(.spaced)
        case .ignorable: break
        default: return true
        }
        index += scalar.length - 1
      default: return true
      }
      index += 1
    }
    return false
  }

  @inline(__always)
  mutating func breakLine() {
    pending.formUnion(pending.contains(.line) ? [.spaced, .paragraph] : [.spaced, .line])
  }

  mutating func take(_ bytes: Span<UInt8>, _ tokens: inout [Token], _ lexicon: inout Lexicon) {
    switch byteClass(bytes[index]) {
    case .letter: takeWord(bytes, &tokens, &lexicon)
    case .digit: takeNumber(bytes, &tokens, &lexicon)
    case .stop: takeRun(bytes, &tokens, &lexicon)
    case .quote: emitByte(bytes, .quote, &tokens, &lexicon)
    case .apostrophe: takeApostrophe(bytes, &tokens, &lexicon)
    case .symbol: emitByte(bytes, .symbol, &tokens, &lexicon)
    case .mark: takeMark(bytes, &tokens, &lexicon)
    default: takeHigh(bytes, &tokens, &lexicon)
    }
  }

  mutating func takeHigh(_ bytes: Span<UInt8>, _ tokens: inout [Token], _ lexicon: inout Lexicon) {
    let scalar = decodeScalar(bytes, at: index)
    guard let value = scalar.value else { return emit(bytes, 1, .other, &tokens, &lexicon) }
    switch scalarClass(value) {
    case .letter: takeWord(bytes, &tokens, &lexicon)
    case .digitLike: emit(bytes, scalar.length, .number, &tokens, &lexicon)
    case .apostrophe: takeApostrophe(bytes, &tokens, &lexicon)
    case .quote: emit(bytes, scalar.length, .quote, &tokens, &lexicon)
    case .symbol: emit(bytes, scalar.length, .symbol, &tokens, &lexicon)
    case .mark: emit(bytes, scalar.length, .mark, &tokens, &lexicon)
    case .blank, .ignorable, .other: emit(bytes, scalar.length, .other, &tokens, &lexicon)
    }
  }

  /// Adds the next `length` bytes as a token, spelled as printed.
  mutating func emit(
    _ bytes: Span<UInt8>, _ length: Int, _ kind: TokenKind, _ tokens: inout [Token],
    _ lexicon: inout Lexicon
  ) {
    let word = lexicon.word(bytes.extracting(index..<(index + length)))
    add(word, length, kind, pending, &tokens)
  }

  /// The same for one byte of ASCII, which is its own key.
  @inline(__always)
  mutating func emitByte(
    _ bytes: Span<UInt8>, _ kind: TokenKind, _ tokens: inout [Token], _ lexicon: inout Lexicon
  ) {
    add(lexicon.word(UInt64(bytes[index])), 1, kind, pending, &tokens)
  }

  @inline(__always)
  mutating func add(
    _ word: WordID, _ length: Int, _ kind: TokenKind, _ flags: TokenFlags, _ tokens: inout [Token]
  ) {
    tokens.append(Token(start: index, word: word, length: length, kind: kind, flags: flags))
    index &+= length
    pending = []
  }

  /// `?!`, `...`: a run of stops; two dots or more are a mark, because they end no sentence alone.
  mutating func takeRun(
    _ bytes: Span<UInt8>, _ tokens: inout [Token], _ lexicon: inout Lexicon
  ) {
    var end = index
    var onlyDots = true
    while end < count, end - index < Self.longest, byteClass(bytes[end]) == .stop {
      if bytes[end] != UInt8(ascii: ".") { onlyDots = false }
      end += 1
    }
    if end - index == 1 { return emitByte(bytes, .stop, &tokens, &lexicon) }
    emit(bytes, end - index, onlyDots ? .mark : .stop, &tokens, &lexicon)
  }

  mutating func takeMark(_ bytes: Span<UInt8>, _ tokens: inout [Token], _ lexicon: inout Lexicon) {
    let hyphen = UInt8(ascii: "-")
    var length = 1
    if bytes[index] == hyphen {
      while index + length < count, length < Self.longest, bytes[index + length] == hyphen {
        length += 1
      }
    }
    if length == 1 { return emitByte(bytes, .mark, &tokens, &lexicon) }
    emit(bytes, length, .mark, &tokens, &lexicon)
  }

  /// An apostrophe where a token begins: `''` and two backticks are one quotation mark.
  mutating func takeApostrophe(
    _ bytes: Span<UInt8>, _ tokens: inout [Token], _ lexicon: inout Lexicon
  ) {
    let length = decodeScalar(bytes, at: index).length
    let doubled = length == 1 && index + 1 < count && bytes[index + 1] == bytes[index]
    emit(bytes, doubled ? 2 : length, .quote, &tokens, &lexicon)
  }
}
