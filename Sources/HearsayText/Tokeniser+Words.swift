/// The lower-case form of a word while it is being read.
struct FormBuffer {
  var bytes: [UInt8] = []
  var letters = 0
  var capitals = 0
  var digits = 0
  var startsCapital = false
}

extension TokenScanner {
  /// A word with its clitics: `Maduro's` is two tokens, `O'Brien` one.
  mutating func takeWord(_ bytes: Span<UInt8>, _ tokens: inout [Token], _ lexicon: inout Lexicon) {
    var form = FormBuffer()
    let end = readLetters(bytes, from: index, into: &form)
    if let dotted = readDotted(bytes, end: end, form: form) {
      return addDotted(bytes, dotted, form, &tokens, &lexicon)
    }
    let clitic = cliticStart(bytes, wordStart: index, wordEnd: end, lexicon)
    if let clitic {
      addWord(bytes, clitic.start, &tokens, &lexicon)
      addClitic(bytes, clitic.end, &tokens, &lexicon)
      return
    }
    if let joined = apostropheInside(bytes, end: end) {
      return addWord(bytes, joined, &tokens, &lexicon)
    }
    addPlain(bytes, end, form, &tokens, &lexicon)
  }

  /// Reads letters and digits from `start`, folding them; returns where they end.
  func readLetters(_ bytes: Span<UInt8>, from start: Int, into form: inout FormBuffer) -> Int {
    var end = start
    while end < count, end - start < Self.longest {
      let byte = bytes[end]
      switch byteClasses[Int(byte)] {
      case .letter:
        let capital = byte & 0x20 == 0
        if capital, form.bytes.isEmpty { form.startsCapital = true }
        form.capitals += capital ? 1 : 0
        form.letters += 1
        form.bytes.append(byte | 0x20)
        end += 1
      case .digit:
        form.digits += 1
        form.bytes.append(byte)
        end += 1
      case .high:
        guard let length = readHighLetter(bytes, at: end, into: &form) else { return end }
        end += length
      default: return end
      }
    }
    return end
  }

  func readHighLetter(_ bytes: Span<UInt8>, at index: Int, into form: inout FormBuffer) -> Int? {
    let decoded = decodeScalar(bytes, at: index)
    guard let value = decoded.value, let scalar = Unicode.Scalar(value) else { return nil }
    switch scalarClass(value) {
    case .letter: break
    case .ignorable: return decoded.length
    default: return nil
    }
    let capital = scalar.properties.isUppercase
    if capital, form.bytes.isEmpty { form.startsCapital = true }
    form.capitals += capital ? 1 : 0
    form.letters += 1
    if capital {
      form.bytes.append(contentsOf: scalar.properties.lowercaseMapping.utf8)
    } else {
      for offset in 0..<decoded.length { form.bytes.append(bytes[index + offset]) }
    }
    return decoded.length
  }

  /// The end of `U.S.`, `a.m.`, `J.` or of a lower-case `bbc.co.uk`; `nil` for an ordinary word.
  func readDotted(_ bytes: Span<UInt8>, end: Int, form: FormBuffer) -> Int? {
    let dot = UInt8(ascii: ".")
    guard end < count, bytes[end] == dot, form.digits == 0 else { return nil }
    if end - index == 1 {
      var here = end + 1
      while here + 1 < count, isLetter(bytes, here), bytes[here + 1] == dot { here += 2 }
      if here > end + 1 || form.startsCapital { return here }
      return nil
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
    index < count && byteClasses[Int(bytes[index])] == .letter
  }

  mutating func addDotted(
    _ bytes: Span<UInt8>, _ end: Int, _ form: FormBuffer, _ tokens: inout [Token],
    _ lexicon: inout Lexicon
  ) {
    var folded: [UInt8] = []
    for here in index..<end {
      let byte = bytes[here]
      folded.append(byteClasses[Int(byte)] == .letter ? byte | 0x20 : byte)
    }
    var flags = self.flags
    if form.startsCapital { flags.insert(.capital) }
    if folded.last == UInt8(ascii: ".") { flags.insert(.abbreviated) }
    if form.startsCapital, folded.count > 2 { flags.insert(.allCapitals) }
    add(lexicon.word(folded.span), end - index, .word, flags, &tokens)
  }

  /// A word without clitic; takes its stop when it is an abbreviation.
  mutating func addPlain(
    _ bytes: Span<UInt8>, _ end: Int, _ form: FormBuffer, _ tokens: inout [Token],
    _ lexicon: inout Lexicon
  ) {
    let word = lexicon.word(form.bytes.span)
    var flags = self.flags
    if form.startsCapital { flags.insert(.capital) }
    if form.letters > 1, form.capitals == form.letters { flags.insert(.allCapitals) }
    if form.digits > 0 { flags.insert(.mixed) }
    var length = end - index
    if end < count, bytes[end] == UInt8(ascii: "."), keepsStop(bytes, end, lexicon.tags(word), form.startsCapital)
    {
      flags.insert(.abbreviated)
      length += 1
    }
    add(word, length, .word, flags, &tokens)
  }

  func keepsStop(_ bytes: Span<UInt8>, _ stop: Int, _ tags: Tags, _ capital: Bool) -> Bool {
    if stop + 1 < count, bytes[stop + 1] == UInt8(ascii: ".") { return false }
    if tags.has(.abbreviation) { return true }
    if capital, tags.has(.title | .abbreviationWithCapital) { return true }
    guard tags.has(.abbreviationBeforeDigit) else { return false }
    var here = stop + 1
    while here < count, bytes[here] == 0x20 { here += 1 }
    return here < count && byteClasses[Int(bytes[here])] == .digit
  }

  /// Adds the bytes up to `end` as one word.
  mutating func addWord(
    _ bytes: Span<UInt8>, _ end: Int, _ tokens: inout [Token], _ lexicon: inout Lexicon
  ) {
    var form = FormBuffer()
    var here = index
    while here < end {
      let next = readLetters(bytes, from: here, into: &form)
      if next > end { form.bytes.removeLast(min(next - end, form.bytes.count)) }
      here = min(max(next, here), end)
      if here < end {
        form.bytes.append(UInt8(ascii: "'"))
        here += decodeScalar(bytes, at: here).length
      }
    }
    addPlain(bytes, end, form, &tokens, &lexicon)
  }

  mutating func addClitic(
    _ bytes: Span<UInt8>, _ end: Int, _ tokens: inout [Token], _ lexicon: inout Lexicon
  ) {
    var folded: [UInt8] = []
    var here = index
    while here < end {
      let decoded = decodeScalar(bytes, at: here)
      let byte = bytes[here]
      folded.append(decoded.length > 1 ? UInt8(ascii: "'") : byte == 0x27 ? byte : byte | 0x20)
      here += decoded.length
    }
    add(lexicon.word(folded.span), end - index, .word, flags.union(.clitic), &tokens)
  }

  /// Where a clitic begins and ends, when the word ends in one: `'s`, `’re`, `n't`.
  func cliticStart(
    _ bytes: Span<UInt8>, wordStart: Int, wordEnd: Int, _ lexicon: Lexicon
  ) -> (start: Int, end: Int)? {
    guard let after = apostropheEnd(bytes, wordEnd) else { return nil }
    var form = FormBuffer()
    let end = readLetters(bytes, from: after, into: &form)
    guard end > after, end - after <= 3,
      let word = lexicon.vocabulary.find(String(decoding: form.bytes, as: UTF8.self)),
      lexicon.tags(word).has(.clitic)
    else { return nil }
    let negated = form.bytes == [0x74] && bytes[wordEnd - 1] | 0x20 == UInt8(ascii: "n")
    if form.bytes == [0x74], !negated { return nil }
    let start = negated && wordEnd - 1 > wordStart ? wordEnd - 1 : wordEnd
    return negated && wordEnd - 1 == wordStart ? nil : (start, end)
  }

  /// One past the apostrophe at `index`, if one stands there with a letter behind it.
  func apostropheEnd(_ bytes: Span<UInt8>, _ index: Int) -> Int? {
    guard index < count else { return nil }
    let decoded = decodeScalar(bytes, at: index)
    guard let value = decoded.value else { return nil }
    let isMark = value == 0x27 || (value >= 0x80 && scalarClass(value) == .apostrophe)
    let after = index + decoded.length
    guard isMark, isLetter(bytes, after) || (after < count && bytes[after] >= 0xC3 && bytes[after] < 0xE2)
    else { return nil }
    return after
  }

  /// The end of a word with an apostrophe inside that is no clitic: `O'Brien`, `d’Ivoire`.
  func apostropheInside(_ bytes: Span<UInt8>, end: Int) -> Int? {
    guard let after = apostropheEnd(bytes, end), end - index <= 3 else { return nil }
    var form = FormBuffer()
    return readLetters(bytes, from: after, into: &form)
  }

  /// Digits with separators: `1,250`, `3.5`, `1,250.75`. Letters after it are a token of their own.
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
    index < count && byteClasses[Int(bytes[index])] == .digit
  }

  func digitsEnd(_ bytes: Span<UInt8>, _ start: Int) -> Int {
    var end = start
    while end < count, end - index < Self.longest, byteClasses[Int(bytes[end])] == .digit {
      end += 1
    }
    return end
  }
}
