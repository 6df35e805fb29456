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
  /// What stands beside figures that are no answer, whatever other words say: `underground when`.
  package var never: [FigurePhrase] = []
  /// Topics of the rules whose figures it may take.
  package var over: Set<String>
  /// Whether its figures count those who act: `robbers`, and not `hostages`.
  package var isOfAgents = false
  /// Whether plans and demands answer it as well as deeds: a compensation offered.
  package var isIntended = false
  /// Whether its figures are mostly told as parts of others: political prisoners of those freed.
  package var isOfSome = false
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
