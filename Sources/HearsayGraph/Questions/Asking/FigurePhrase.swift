/// Words beside a figure: `carry* # people` with `#` for the figure; without it, on either side.
///
/// Letters behind the `#` say more of it: `n` it has a counted noun, `p` it happens to those counted,
/// `s` they do it, `a` it stands right behind, `l` it is said of much else.
package struct FigurePhrase: Hashable, Sendable {
  struct Element: Hashable, Sendable {
    /// What may stand here.
    var words: Set<String>
    var isOptional = false
    /// How many words may stand before it.
    var gap = 0
  }

  var before: [Element] = []
  var after: [Element] = []
  /// Whether the figure counts those who do it.
  var isOfAgents = false
  /// Whether it says so of a counted noun only, and of no bare number.
  var needsNoun = false
  /// Whether it is said of much else besides, so that it keeps no figure from other questions.
  var isLoose = false
  /// Whether it stands right behind: `3 held`, and not `3 were held`.
  var isAdjacent = false
  /// Whether it is what those counted do: `six of its nine coaches overturned` is not of the nine.
  var isDone = false
  /// Whether it happens to those counted, so that no object may follow: `12 hurt their backs`.
  var isPassive = false
  /// How many words may stand between it and the figure, beside words that only join.
  var reach = nearReach

  /// The phrases of a text: a choice that holds runs of words, `(paid|handed over)`, makes one each.
  package static func all(
    _ text: String, forms: (String) -> [String] = { [$0] }
  ) -> [FigurePhrase] {
    guard let choice = runs(in: text) else {
      return FigurePhrase(text, forms: forms).map { [$0] } ?? []
    }
    let inside = text[text.index(after: choice.lowerBound)..<text.index(before: choice.upperBound)]
    var rest = text[choice.upperBound...]
    let isOptional = rest.first == "?"
    if isOptional { rest = rest.dropFirst() }
    let parts = inside.split(separator: "|").map(String.init) + (isOptional ? [""] : [])
    return parts.flatMap { all(text[..<choice.lowerBound] + $0 + rest, forms: forms) }
  }

  /// The first choice between runs of words, with its brackets.
  private static func runs(in text: String) -> Range<String.Index>? {
    let bytes = text.utf8
    var start: String.Index?
    var hasRun = false
    for place in bytes.indices {
      switch bytes[place] {
      case UInt8(ascii: "("): (start, hasRun) = (place, false)
      case UInt8(ascii: " "): hasRun = true
      case UInt8(ascii: ")"):
        if let first = start, hasRun { return first..<bytes.index(after: place) }
        start = nil
      default: break
      }
    }
    return nil
  }

  /// Reads `(a|b)` as either, a `?` behind as may be missing, `...` as up to three words and `*`
  /// behind a word as every form of the verb; `nil` when nothing is left to look for.
  package init?(_ text: String, forms: (String) -> [String] = { [$0] }) {
    var elements: [Element] = []
    var isAfter = false
    var gap = 0
    for part in text.utf8.split(separator: UInt8(ascii: " ")) {
      let isGap = part.elementsEqual("...".utf8)
      if part.first == UInt8(ascii: "#") {
        needsNoun = part.contains(UInt8(ascii: "n"))
        isPassive = part.contains(UInt8(ascii: "p"))
        isLoose = part.contains(UInt8(ascii: "l"))
        isDone = part.contains(UInt8(ascii: "s"))
        isAdjacent = part.contains(UInt8(ascii: "a"))
        before = elements
        elements = []
        isAfter = true
        if gap > 0 { reach = farReach }
        gap = 0
      } else if isGap, isAfter, elements.isEmpty {
        reach = farReach
      } else if isGap {
        gap = 3
      } else {
        let isOptional = part.last == UInt8(ascii: "?")
        let words = Self.choice(part).flatMap { word in
          word.utf8.last == UInt8(ascii: "*") ? forms(String(word.dropLast())) : [word]
        }
        elements += Self.elements(words.map(Self.foldedRun), isOptional, gap)
        gap = 0
      }
    }
    // Behind a verb and its figure what may be missing says nothing.
    after =
      isAfter && before.contains(where: \.isNeeded) && !elements.contains(where: \.isNeeded)
      ? [] : elements
    guard before.contains(where: \.isNeeded) || after.contains(where: \.isNeeded) else {
      return nil
    }
    if !isAfter { before = [] }
  }

  /// The words between the bars of `(a|b)?`.
  package static func choice(_ part: some Collection<UInt8>) -> [String] {
    let bare = part.filter {
      $0 != UInt8(ascii: "(") && $0 != UInt8(ascii: ")") && $0 != UInt8(ascii: "?")
    }
    return bare.split(separator: UInt8(ascii: "|")).map { String(decoding: $0, as: UTF8.self) }
  }

  /// The words that one folds into: mostly itself.
  private static func foldedRun(_ word: String) -> [String] {
    word.utf8.allSatisfy { (0x61...0x7A).contains($0) } ? [word] : foldedWords(word)
  }

  /// A word that folds into several, such as `lay-off`, is a run.
  private static func elements(
    _ words: [[String]], _ isOptional: Bool, _ gap: Int
  ) -> [Element] {
    let single = words.filter { $0.count == 1 }.flatMap { $0 }
    if !single.isEmpty { return [Element(words: Set(single), isOptional: isOptional, gap: gap)] }
    return (words.first ?? []).enumerated().map { place, word in
      Element(words: [word], isOptional: isOptional, gap: place == 0 ? gap : 0)
    }
  }
}

extension FigurePhrase.Element {
  fileprivate var isNeeded: Bool { !isOptional && !words.isEmpty }
}

/// `carrying 41 people`, and `payments announced by the state of 400,000`.
private let nearReach = 1
private let farReach = 4

extension FigurePhrase {
  /// How much it says: a longer phrase tells more.
  var weight: Int { needed.count }

  /// Elements one of whose words must stand in the sentence.
  var needed: [Element] { (before + after).filter(\.isNeeded) }
}
