/// The words of `text` as they are looked up: lower case, without accents, split at every mark.
///
/// `Rodríguez’s “big way”` gives `rodriguez s big way`, so that neither accents nor the kind of
/// quotation mark decide whether words are found.
package func foldedWords(_ text: String) -> [String] {
  foldedASCII(text) ?? foldedScalars(text)
}

/// The words of a text of ASCII and the marks of papers, U+2010 to U+2027, as nearly all are; `nil`
/// for any other.
private func foldedASCII(_ text: String) -> [String]? {
  var words: [String] = []
  var word: [UInt8] = []
  // How many bytes of a mark have been read.
  var ofMark = 0
  for byte in text.utf8 {
    switch (byte, ofMark) {
    case (0x61...0x7A, 0), (0x30...0x39, 0): word.append(byte)
    case (0x41...0x5A, 0): word.append(byte + 0x20)
    case (0xE2, 0): ofMark = 1
    case (0x80, 1): ofMark = 2
    case (0x90...0xA7, 2), (0...0x7F, 0):
      ofMark = 0
      if word.isEmpty { continue }
      words.append(String(decoding: word, as: UTF8.self))
      word.removeAll(keepingCapacity: true)
    default: return nil
    }
  }
  if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
  return words
}

private func foldedScalars(_ text: String) -> [String] {
  var words: [String] = []
  var word = ""
  for scalar in text.unicodeScalars where !isCombiningMark(scalar) {
    if isPartOfWord(scalar) {
      appendFolded(scalar, to: &word)
    } else if !word.isEmpty {
      words.append(word)
      word = ""
    }
  }
  if !word.isEmpty { words.append(word) }
  return words
}

/// The words of `text` as one look-up key.
package func folded(_ text: String) -> String {
  isFolded(text) ? text : foldedWords(text).joined(separator: " ")
}

/// Whether it is words in lower case with one blank between them already.
private func isFolded(_ text: String) -> Bool {
  var isBehindBlank = true
  for byte in text.utf8 {
    switch byte {
    case 0x61...0x7A, 0x30...0x39: isBehindBlank = false
    case 0x20 where !isBehindBlank: isBehindBlank = true
    default: return false
    }
  }
  return !isBehindBlank
}

/// Whether `words` stand in `text` one after another.
func containsRun(_ words: [String], in text: [String]) -> Bool {
  firstRun(of: words, in: text) != nil
}

/// Whether `words` stand in `text` one after another; most texts are told not to have the first of
/// them by their letters alone.
func containsRun(_ words: [String], inWordsOf text: String) -> Bool {
  guard let first = words.first, mayHold(first, text) else { return false }
  return containsRun(words, in: foldedWords(text))
}

/// `false` where no word of `text` can be `word`, which is folded.
private func mayHold(_ word: String, _ text: String) -> Bool {
  let known = word.utf8.withContiguousStorageIfAvailable { word in
    text.utf8.withContiguousStorageIfAvailable { mayHold(word, $0) }
  }
  return (known ?? nil) ?? true
}

private func mayHold<Bytes: RandomAccessCollection>(_ word: Bytes, _ text: Bytes) -> Bool
where Bytes.Element == UInt8, Bytes.Index == Int {
  func lower(_ place: Int) -> UInt8 {
    (0x41...0x5A).contains(text[place]) ? text[place] + 0x20 : text[place]
  }
  // Letters beyond ASCII are folded in ways that only folding tells.
  if hasOtherLetters(text) { return true }
  guard let first = word.first, word.count <= text.count else { return word.isEmpty }
  for start in 0...(text.count - word.count) where lower(start) == first {
    if word.indices.allSatisfy({ lower(start + $0) == word[$0] }) { return true }
  }
  return false
}

/// Whether there is more than ASCII and the quotation marks and dashes of papers, U+2010 to U+2027.
private func hasOtherLetters<Bytes: RandomAccessCollection>(_ text: Bytes) -> Bool
where Bytes.Element == UInt8, Bytes.Index == Int {
  var at = text.startIndex
  while at < text.endIndex {
    let byte = text[at]
    at += 1
    if byte < 0x80 { continue }
    guard byte == 0xE2, at + 1 < text.endIndex, text[at] == 0x80,
      (0x90...0xA7).contains(text[at + 1])
    else { return true }
    at += 2
  }
  return false
}

/// Where `words` stand in `text` one after another for the first time.
func firstRun(of words: [String], in text: [String]) -> Int? {
  guard let first = words.first, words.count <= text.count else { return nil }
  for start in 0...(text.count - words.count) where text[start] == first {
    if text[start..<(start + words.count)].elementsEqual(words) { return start }
  }
  return nil
}

private func isCombiningMark(_ scalar: Unicode.Scalar) -> Bool {
  (0x300...0x36F).contains(scalar.value)
}

private func isPartOfWord(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
  case 0..<0xC0: false
  // The quotation marks and dashes of papers.
  case 0x2010...0x2027: false
  default: scalar.properties.isAlphabetic || scalar.properties.numericType != nil
  }
}

/// U+00C0 to U+017F without their accents; the Unicode data for this is in Foundation only.
private let plainLatin: [Unicode.Scalar] = Array(
  ("aaaaaaæceeeeiiiiðnooooo×ouuuuyþßaaaaaaæceeeeiiii"
    + "ðnooooo÷ouuuuyþyaaaaaaccccccccddddeeeeeeeeeegggg"
    + "gggghhhhiiiiiiiiiiĳĳjjkkkllllllllllnnnnnnnŋŋoooo"
    + "ooœœrrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs").unicodeScalars)

private func appendFolded(_ scalar: Unicode.Scalar, to word: inout String) {
  let value = Int(scalar.value)
  if value < 0x80 {
    let lower = (0x41...0x5A).contains(value) ? value + 0x20 : value
    word.unicodeScalars.append(Unicode.Scalar(UInt8(truncatingIfNeeded: lower)))
  } else if value >= 0xC0, value - 0xC0 < plainLatin.count {
    word.unicodeScalars.append(plainLatin[value - 0xC0])
  } else {
    word += scalar.properties.lowercaseMapping
  }
}
