import HearsayCore

/// Words that nobody said one after another, found in what was said all the same.
extension ClaimGraph {
  /// Claims of the sentences that hold the words, apart or in another form: `bury at night` in `told
  /// to bury them at night`; where none holds all of three or more, of those that miss one.
  func rows(near words: [String]) -> (rows: [Int], missing: [String]) {
    let wanted = Array(tellingWords(words).prefix(24))
    guard !wanted.isEmpty, words.count > 1 else { return ([], []) }
    var held: [Int32: UInt32] = [:]
    for (place, word) in wanted.enumerated() {
      for form in forms(of: word) {
        for sentence in index.sentences(holding: [form]) {
          held[sentence, default: 0] |= 1 << UInt32(place)
        }
      }
    }
    let most = held.values.map(\.nonzeroBitCount).max() ?? 0
    guard most == wanted.count || most > 2 && most + 1 >= wanted.count else { return ([], []) }
    var found: [Int] = []
    var missing: Set<String> = []
    for sentence in held.keys.sorted() {
      guard let bits = held[sentence], bits.nonzeroBitCount == most else { continue }
      let rows = index.sentences.rows(of: sentence)
      guard let first = rows.first, stand(wanted, bits, in: claims[first].sentence.text) else {
        continue
      }
      found += best(of: rows, for: wanted)
      for place in wanted.indices where bits >> UInt32(place) & 1 == 0 {
        missing.insert(wanted[place])
      }
    }
    return (found.sorted(), missing.sorted())
  }

  /// Claims with a number that stands between quotation marks: `"96"` finds 96mph, `"eight"` finds 8.
  func rows(sayingNumber words: String) -> [Int] {
    let word = words.lowercased()
    let number =
      Self.smallNumbers.firstIndex(of: word).map { ExactNumber($0) }
      ?? ExactNumber(String(word.filter { $0 != "," }))
    return number.map { index.numbers[$0].map(Int.init) } ?? []
  }

  /// Without small words, unless there are no others.
  private func tellingWords(_ words: [String]) -> [String] {
    let long = words.filter {
      $0.utf8.count > 3 || $0.utf8.allSatisfy { (0x30...0x39).contains($0) }
    }
    return long.count > 1 || long.count == words.count ? long : words
  }

  /// A word with other endings, and a small number as word and in digits.
  private func forms(of word: String) -> Set<String> {
    var forms: Set<String> = [word]
    if let number = Self.smallNumbers.firstIndex(of: word) { forms.insert(String(number)) }
    if let number = Int(word), Self.smallNumbers.indices.contains(number) {
      forms.insert(Self.smallNumbers[number])
    }
    guard word.utf8.count > 3 else { return forms }
    var stems = [word]
    for ending in ["ing", "es", "ed", "s", "d", "ly"] where word.hasSuffix(ending) {
      let stem = String(word.dropLast(ending.count))
      if stem.utf8.count > 2 {
        stems += ending == "ing" || ending == "ed" ? [stem, stem + "e"] : [stem]
      }
    }
    for stem in stems {
      forms.insert(stem)
      for ending in ["s", "es", "d", "ed", "ing", "ly"] { forms.insert(stem + ending) }
      if stem.hasSuffix("e") { forms.insert(stem.dropLast() + "ing") }
      if stem.hasSuffix("y") {
        forms.formUnion([stem.dropLast() + "ies", stem.dropLast() + "ied"])
      }
    }
    return forms
  }

  private static let smallNumbers = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen",
    "nineteen", "twenty",
  ]

  /// Whether the words that are there stand in order and near one another.
  private func stand(_ wanted: [String], _ bits: UInt32, in text: String) -> Bool {
    let words = foldedWords(text)
    let there = wanted.indices.filter { bits >> UInt32($0) & 1 != 0 }.map { forms(of: wanted[$0]) }
    guard let first = there.first else { return false }
    let longest = wanted.count * 3 + 6
    return words.indices.contains { start in
      guard first.contains(words[start]) else { return false }
      let end = min(words.count, start + longest)
      var here = start + 1
      for forms in there.dropFirst() {
        guard let next = (here..<max(here, end)).first(where: { forms.contains(words[$0]) }) else {
          return false
        }
        here = next + 1
      }
      return true
    }
  }

  /// The statements, or else the figures, whose own words hold most of those wanted.
  private func best(of rows: [Int], for wanted: [String]) -> [Int] {
    let statements = rows.filter { claims[$0].kind == .statement }
    let rows = statements.isEmpty ? rows : statements
    let counts = rows.map { row -> Int in
      let own = Set(foldedWords(claims[row].quote ?? "") + foldedWords(claims[row].span.text))
      return wanted.filter { !own.isDisjoint(with: forms(of: $0)) }.count
    }
    let most = counts.max() ?? 0
    return zip(rows, counts).filter { $0.1 == most }.map(\.0)
  }
}
