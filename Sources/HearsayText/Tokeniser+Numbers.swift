extension TokenScanner {
  /// Digits with separators, such as `1,250`, `3.5` or `1,250.75`, as one token.
  ///
  /// Letters after it are a token of their own.
  mutating func takeNumber(
    _ bytes: Span<UInt8>, _ tokens: inout [Token], _ lexicon: inout Lexicon
  ) {
    var end = digitsEnd(bytes, index)
    let comma = UInt8(ascii: ",")
    while end - index < Self.longest, end + 3 < count, bytes[end] == comma,
      digitsEnd(bytes, end + 1) == end + 4
    { end += 4 }
    if end + 1 < count, bytes[end] == UInt8(ascii: "."), isDigit(bytes, end + 1) {
      end = digitsEnd(bytes, end + 1)
    }
    emit(bytes, end - index, .number, &tokens, &lexicon)
  }

  func isDigit(_ bytes: Span<UInt8>, _ index: Int) -> Bool {
    index < count && byteClass(bytes[index]) == .digit
  }

  /// One past the digits from `start` on.
  func digitsEnd(_ bytes: Span<UInt8>, _ start: Int) -> Int {
    var end = start
    while end < count, end - index < Self.longest, byteClass(bytes[end]) == .digit {
      end += 1
    }
    return end
  }
}
