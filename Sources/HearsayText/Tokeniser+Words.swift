extension TokenScanner {
  /// A word with its clitics: `Maduro's` is two tokens, `O'Brien` one.
  mutating func takeWord(_ bytes: Span<UInt8>, _ tokens: inout [Token], _ lexicon: inout Lexicon) {
    form.clear()
    let end = form.read(bytes, from: index)
    if let dotted = dottedEnd(bytes, end) { return addDotted(bytes, dotted, &tokens, &lexicon) }
    if let clitic = clitic(bytes, end, lexicon) {
      addWord(bytes, clitic.start, &tokens, &lexicon)
      addClitic(bytes, clitic.end, &tokens, &lexicon)
      return
    }
    if let joined = apostropheInside(bytes, end) {
      return addWord(bytes, joined, &tokens, &lexicon)
    }
    if let date = gluedDate(bytes, end, lexicon) {
      addWord(bytes, date, &tokens, &lexicon)
      form.clear()
      _ = form.read(bytes, from: index)
    }
    if let letters = gluedCurrency(bytes, end, lexicon) {
      addWord(bytes, letters, &tokens, &lexicon)
      // The digits are a number of their own.
      return
    }
    addPlain(bytes, end, &tokens, &lexicon)
  }

  /// One past the letters of a currency that stand before digits: `PHP1.4 billion`, `P50 million`.
  ///
  /// One letter alone must be followed by thousands or by a scale: `M25` and `P5` are names.
  func gluedCurrency(_ bytes: Span<UInt8>, _ end: Int, _ lexicon: Lexicon) -> Int? {
    guard form.digits > 0, form.startsCapital, form.letters < 7,
      form.letters + form.digits == end - index
    else { return nil }
    var start = index
    while start < end, isLetter(bytes, start) { start += 1 }
    let digits = digitsEnd(bytes, start)
    guard (1..<5).contains(start - index), digits > start, isScale(bytes, digits..<end),
      let word = lexicon.vocabulary.find(form.bytes.span.extracting(first: start - index)),
      lexicon.tags(word).has(.gluedCurrency)
    else { return nil }
    return start - index > 1 || digits < end || isSumAhead(bytes, end) ? start : nil
  }

  /// Nothing, or the short scale of `Rs386m` and `N45bn`.
  private func isScale(_ bytes: Span<UInt8>, _ letters: Range<Int>) -> Bool {
    switch letters.count {
    case 0: true
    case 1: [0x6D, 0x62, 0x6B].contains(bytes[letters.lowerBound])
    case 2:
      [0x62, 0x6D, 0x74].contains(bytes[letters.lowerBound])
        && bytes[letters.lowerBound + 1] == 0x6E
    default: false
    }
  }

  /// `,000` or a blank or hyphen with the first letter of a scale.
  private func isSumAhead(_ bytes: Span<UInt8>, _ end: Int) -> Bool {
    guard end + 1 < count else { return false }
    switch bytes[end] {
    case UInt8(ascii: ","): return isDigit(bytes, end + 1) && isDigit(bytes, end + 3)
    case UInt8(ascii: "."): return isDigit(bytes, end + 1)
    case 0x20, UInt8(ascii: "-"):
      return [0x6D, 0x62, 0x74].contains(bytes[end + 1] | 0x20)
    default: return false
    }
  }

  /// The end of `U.S.`, `a.m.`, `J.` or of a lower-case `bbc.co.uk`; `nil` for an ordinary word.
  func dottedEnd(_ bytes: Span<UInt8>, _ end: Int) -> Int? {
    let dot = UInt8(ascii: ".")
    guard end < count, bytes[end] == dot, form.digits == 0 else { return nil }
    if end - index == 1 {
      var here = end + 1
      while here + 1 < count, here - index < Self.longest, isLetter(bytes, here),
        bytes[here + 1] == dot
      { here += 2 }
      return here > end + 1 || form.startsCapital ? here : nil
    }
    guard form.capitals == 0, end + 1 < count, (0x61...0x7A).contains(bytes[end + 1]),
      end - index >= 2
    else { return nil }
    var here = end + 1
    while here < count, here - index < Self.longest,
      isLetter(bytes, here) || (bytes[here] == dot && isLetter(bytes, here + 1))
    { here += 1 }
    return here - end > 2 ? here : nil
  }

  func isLetter(_ bytes: Span<UInt8>, _ index: Int) -> Bool {
    index < count && byteClass(bytes[index]) == .letter
  }

  mutating func addDotted(
    _ bytes: Span<UInt8>, _ end: Int, _ tokens: inout [Token], _ lexicon: inout Lexicon
  ) {
    let startsCapital = form.startsCapital
    form.clear()
    for here in index..<end {
      let byte = bytes[here]
      form.bytes.append(byteClass(byte) == .letter ? byte | 0x20 : byte)
    }
    var flags = pending
    if startsCapital { flags.insert(.capital) }
    if form.bytes.last == UInt8(ascii: ".") { flags.insert(.abbreviated) }
    if startsCapital, form.bytes.count > 2 { flags.insert(.allCapitals) }
    add(lexicon.word(form.bytes.span), end - index, .word, flags, &tokens)
  }

  /// A word without clitic; takes its stop when it is an abbreviation.
  mutating func addPlain(
    _ bytes: Span<UInt8>, _ end: Int, _ tokens: inout [Token], _ lexicon: inout Lexicon
  ) {
    let word = lexicon.word(form.bytes.span)
    var flags = pending
    if form.startsCapital { flags.insert(.capital) }
    if form.letters > 1, form.capitals == form.letters { flags.insert(.allCapitals) }
    if form.digits > 0 { flags.insert(.mixed) }
    var length = end - index
    if end < count, bytes[end] == UInt8(ascii: "."), keepsStop(bytes, end, lexicon.tags(word)) {
      flags.insert(.abbreviated)
      length += 1
    }
    add(word, length, .word, flags, &tokens)
  }

  func keepsStop(_ bytes: Span<UInt8>, _ stop: Int, _ tags: Tags) -> Bool {
    if stop + 1 < count, bytes[stop + 1] == UInt8(ascii: ".") { return false }
    if tags.has(.abbreviation) { return true }
    if form.startsCapital, tags.has(.title | .abbreviationWithCapital) { return true }
    guard tags.has(.abbreviationBeforeDigit) else { return false }
    var here = stop + 1
    while here < count, here < stop + 4, bytes[here] == 0x20 { here += 1 }
    return here < count && byteClass(bytes[here]) == .digit
  }

  /// Adds the bytes up to `end` as one word, apostrophes inside included.
  mutating func addWord(
    _ bytes: Span<UInt8>, _ end: Int, _ tokens: inout [Token], _ lexicon: inout Lexicon
  ) {
    form.clear()
    var here = index
    let piece = bytes.extracting(0..<end)
    while here < end {
      here = max(form.read(piece, from: here), here)
      if here < end {
        form.bytes.append(UInt8(ascii: "'"))
        here += decodeScalar(bytes, at: here).length
      }
    }
    addPlain(bytes, end, &tokens, &lexicon)
  }

  mutating func addClitic(
    _ bytes: Span<UInt8>, _ end: Int, _ tokens: inout [Token], _ lexicon: inout Lexicon
  ) {
    form.clear()
    var here = index
    while here < end {
      let decoded = decodeScalar(bytes, at: here)
      let byte = bytes[here]
      form.bytes.append(decoded.length > 1 || byte == 0x27 ? UInt8(ascii: "'") : byte | 0x20)
      here += decoded.length
    }
    add(lexicon.word(form.bytes.span), end - index, .word, pending.union(.clitic), &tokens)
  }

  /// Where a clitic begins and ends, when the word up to `end` has one: `'s`, `’re`, `n't`.
  func clitic(_ bytes: Span<UInt8>, _ end: Int, _ lexicon: Lexicon) -> (start: Int, end: Int)? {
    guard let after = apostropheEnd(bytes, end) else { return nil }
    var key: UInt64 = 0
    var here = after
    while isLetter(bytes, here), here < after + 4 {
      key |= UInt64(bytes[here] | 0x20) << UInt64((here - after) * 8)
      here += 1
    }
    let isWhole = !isDigit(bytes, here) && !isHighLetter(bytes, here)
    guard here > after, here <= after + 3, isWhole, let word = lexicon.vocabulary.find(key),
      lexicon.tags(word).has(.clitic)
    else { return nil }
    guard key == UInt64(UInt8(ascii: "t")) else { return (end, here) }
    guard bytes[end - 1] | 0x20 == UInt8(ascii: "n"), end - 1 > index else { return nil }
    return (end - 1, here)
  }

  /// One past the apostrophe at `index`, if one stands there with a letter behind it.
  func apostropheEnd(_ bytes: Span<UInt8>, _ index: Int) -> Int? {
    guard index < count, bytes[index] == 0x27 || bytes[index] >= 0x80 else { return nil }
    let decoded = decodeScalar(bytes, at: index)
    guard let value = decoded.value else { return nil }
    let isMark = value == 0x27 || (value >= 0x80 && scalarClass(value) == .apostrophe)
    let after = index + decoded.length
    guard isMark, isLetter(bytes, after) || isHighLetter(bytes, after) else { return nil }
    return after
  }

  private func isHighLetter(_ bytes: Span<UInt8>, _ index: Int) -> Bool {
    index < count && bytes[index] >= 0xC3 && bytes[index] < 0xE2
  }

  /// The end of a word with an apostrophe inside that is no clitic: `O'Brien`, `d’Ivoire`.
  func apostropheInside(_ bytes: Span<UInt8>, _ end: Int) -> Int? {
    guard let after = apostropheEnd(bytes, end), end - index <= 3 else { return nil }
    var rest = FormBuffer()
    return rest.read(bytes, from: after)
  }

  /// Where a date begins that lost the blank before it: `Signal WireJanuary 14`.
  ///
  /// Pages whose markup was taken away glue the name of a paper to the date behind it.
  func gluedDate(_ bytes: Span<UInt8>, _ end: Int, _ lexicon: Lexicon) -> Int? {
    guard form.capitals > 0, form.capitals < form.letters, form.digits == 0, end - index > 4 else {
      return nil
    }
    var start = end - 1
    while start > index, isLetter(bytes, start), bytes[start] & 0x20 != 0 { start -= 1 }
    // `McMay` is a name.
    guard start > index + 2, isLetter(bytes, start), bytes[start - 1] & 0x20 != 0,
      (3...8).contains(end - start) || end - start == 9
    else { return nil }
    let tail = form.bytes.span.extracting(last: end - start)
    guard let word = lexicon.vocabulary.find(tail) else { return nil }
    let tags = lexicon.tags(word)
    if tags.has(.month) { return isBeforeDigit(bytes, end) ? start : nil }
    return tags.has(.weekday) && end < count && bytes[end] == UInt8(ascii: ",") ? start : nil
  }

  private func isBeforeDigit(_ bytes: Span<UInt8>, _ end: Int) -> Bool {
    var here = end
    if here < count, bytes[here] == UInt8(ascii: ".") { here += 1 }
    guard here + 1 < count, bytes[here] == 0x20 else { return false }
    return byteClass(bytes[here + 1]) == .digit
  }
}
