public import HearsayCore

/// Cuts an article into tokens and numbers their forms.
///
/// Every byte that is no blank lies in exactly one token. A clitic stands apart (`Maduro|'s`,
/// `do|n't`), hyphens stand apart (`5,000|-|strong`), a number keeps its separators (`1,250`, `3.5`)
/// and an abbreviation its stop (`Mr.`, `U.S.`), so that a later full stop is a full stop.
///
/// - Complexity: O(*n*) in the number of bytes.
public func tokenise(_ bytes: Span<UInt8>, into tokens: inout [Token], lexicon: inout Lexicon) {
  var scanner = TokenScanner(count: bytes.count)
  while scanner.skipBlanks(bytes) {
    scanner.take(bytes, &tokens, &lexicon)
  }
}

/// The place in the text and what stood before it.
struct TokenScanner {
  var index = 0
  let count: Int
  var newlines = 2
  var blanks = true

  /// The most bytes a token may have; a longer run is cut.
  static let longest = 1024

  init(count: Int) { self.count = count }

  /// Moves to the next byte that begins a token; `false` at the end.
  mutating func skipBlanks(_ bytes: Span<UInt8>) -> Bool {
    while index < count {
      switch byteClasses[Int(bytes[index])] {
      case .blank: blanks = true
      case .newline:
        newlines += 1
        blanks = true
      case .high:
        let scalar = decodeScalar(bytes, at: index)
        guard let value = scalar.value else { return true }
        switch scalarClass(value) {
        case .blank: blanks = true
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

  var flags: TokenFlags {
    var flags: TokenFlags = []
    if blanks { flags.insert(.spaced) }
    if newlines > 0 { flags.insert(.line) }
    if newlines > 1 { flags.insert(.paragraph) }
    return flags
  }

  mutating func take(_ bytes: Span<UInt8>, _ tokens: inout [Token], _ lexicon: inout Lexicon) {
    switch byteClasses[Int(bytes[index])] {
    case .letter: takeWord(bytes, &tokens, &lexicon)
    case .digit: takeNumber(bytes, &tokens, &lexicon)
    case .stop: takeRun(bytes, &tokens, &lexicon, kind: .stop)
    case .quote: emit(bytes, 1, .quote, &tokens, &lexicon)
    case .apostrophe: takeApostrophe(bytes, &tokens, &lexicon)
    case .symbol: emit(bytes, 1, .symbol, &tokens, &lexicon)
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
    add(word, length, kind, flags, &tokens)
  }

  mutating func add(
    _ word: WordID, _ length: Int, _ kind: TokenKind, _ flags: TokenFlags, _ tokens: inout [Token]
  ) {
    tokens.append(Token(start: index, word: word, length: length, kind: kind, flags: flags))
    index += length
    newlines = 0
    blanks = false
  }

  /// `?!`, `...`: a run of stops; two dots or more are a mark, because they end no sentence alone.
  mutating func takeRun(
    _ bytes: Span<UInt8>, _ tokens: inout [Token], _ lexicon: inout Lexicon, kind: TokenKind
  ) {
    var end = index
    var onlyDots = true
    while end < count, end - index < Self.longest, byteClasses[Int(bytes[end])] == .stop {
      if bytes[end] != UInt8(ascii: ".") { onlyDots = false }
      end += 1
    }
    let dots = onlyDots && end - index > 1
    emit(bytes, end - index, dots ? .mark : kind, &tokens, &lexicon)
  }

  mutating func takeMark(_ bytes: Span<UInt8>, _ tokens: inout [Token], _ lexicon: inout Lexicon) {
    let hyphen = UInt8(ascii: "-")
    var length = 1
    if bytes[index] == hyphen {
      while index + length < count, length < Self.longest, bytes[index + length] == hyphen {
        length += 1
      }
    }
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
