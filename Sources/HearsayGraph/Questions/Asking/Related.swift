package import HearsayCore

/// What else asks for the same thing, and the words beside a number by which it answers.
///
/// `passengers` asks for `41 travellers`, for `52 people on board` and for `a bus carrying 49`; a
/// passenger is a person aboard, and not every person a passenger.
package struct RelatedWords: Sendable {
  /// What its figures may count.
  package enum Counted: String, Sendable { case people, things, money, time, measure, percent, any }

  package var name: String
  /// What may be typed for it; folded.
  package var asks: [String]
  /// Nouns that are enough by themselves, in every form; folded words.
  package var nouns: [[String]]
  /// Nouns of what happens to those counted: `arrests`.
  package var events: [[String]] = []
  /// What it may count besides, where other words say so: the houses of `12 houses collapsed`.
  package var of: [[String]] = []
  package var counted: Counted
  /// The only units of its measures, folded; none where any will do.
  package var units: Set<String> = []
  /// What it never counts, whatever other words say: police among robbers.
  package var notOf: [[String]] = []
  /// Topics all of whose figures of the right kind it takes.
  package var takes: [String] = []
  /// What is asked where hardly a figure answers: the worth of what was stolen.
  package var instead: String?
  /// What stands beside other figures that answer it.
  package var says: [FigurePhrase]
  /// Topics of the rules whose figures it may take.
  package var over: Set<String>
  /// Whether its figures count those who act: `robbers`, and not `hostages`.
  package var isOfAgents = false
  /// Whether plans and demands answer it as well as deeds: a compensation offered.
  package var isIntended = false
  /// Other related words whose figures stand near: `at large` beside `escaped`.
  package var rivals: Set<String>

  package init(
    _ name: String, asks: [String] = [], nouns: [String] = [], counted: Counted = .people,
    says: [FigurePhrase] = [], over: [String] = [], rivals: [String] = [], isOfAgents: Bool = false,
    isIntended: Bool = false
  ) {
    self.name = name
    self.asks = ([name] + asks).map(folded)
    self.nouns = nouns.map(foldedWords)
    self.counted = counted
    self.says = says
    self.over = Set(over)
    self.rivals = Set(rivals)
    self.isOfAgents = isOfAgents
    self.isIntended = isIntended
    if isOfAgents { for place in self.says.indices { self.says[place].isOfAgents = true } }
  }

  /// Whether the counted words end in one of the nouns.
  func counts(_ words: [String]) -> Bool {
    ends(words, in: nouns)
  }

  /// Whether it may count them where other words say so.
  func mayCount(_ words: [String]) -> Bool { counts(words) || ends(words, in: of) }

  func neverCounts(_ words: [String]) -> Bool { ends(words, in: notOf) && !counts(words) }

  /// Whether words that may be said of anything say it of these: a noun, one of its own if it has any.
  func mayCountLoosely(_ words: [String]) -> Bool {
    !words.isEmpty && (of.isEmpty || mayCount(words))
  }

  /// Whether what happened to them is counted: `60 arrests`.
  func countsEvents(_ words: [String]) -> Bool { ends(words, in: events) }

  private func ends(_ words: [String], in nouns: [[String]]) -> Bool {
    nouns.contains { words.count >= $0.count && words.suffix($0.count).elementsEqual($0) }
  }
}

/// Words beside a figure: `carry* # people` with `#` for the figure; without it, on either side.
/// `#n` is a figure with a counted noun, `#p` one to which it happens, `#s` one
/// that does it; `#l` is said of much else.
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
    var start: String.Index?
    for place in text.indices {
      switch text[place] {
      case "(": start = place
      case ")":
        guard let first = start else { continue }
        let range = first..<text.index(after: place)
        if text[range].contains(" ") { return range }
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
    for part in text.split(separator: " ") {
      if part.first == "#" {
        needsNoun = part.contains("n")
        isPassive = part.contains("p")
        isLoose = part.contains("l")
        isDone = part.contains("s")
        before = elements
        elements = []
        isAfter = true
        if gap > 0 { reach = farReach }
        gap = 0
      } else if part == "...", isAfter, elements.isEmpty {
        reach = farReach
      } else if part == "..." {
        gap = 3
      } else {
        let isOptional = part.hasSuffix("?")
        let bare = part.filter { $0 != "(" && $0 != ")" && $0 != "?" }
        let words = bare.split(separator: "|").flatMap { word -> [String] in
          word.hasSuffix("*") ? forms(String(word.dropLast())) : [String(word)]
        }
        elements += Self.elements(words.map(foldedWords), isOptional, gap)
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
