/// The small words of the clause around a figure.
package struct ClauseWords: Sendable {
  /// Words at which a clause ends, those that go on about the noun before, and those that join two.
  package var borders: Set<String> = []
  package var relatives: Set<String> = []
  package var joins: Set<String> = []
  package var auxiliaries: Set<String> = []
  /// Words that only join a noun to its number: `stands at`, `thought to number`.
  package var links: Set<String> = []
  package var linkVerbs: Set<String> = []
  /// `number`, `count`, `toll`.
  package var figureNouns: Set<String> = []
  /// Before those who act: `by`.
  package var doers: Set<String> = []
  /// `not`, `never`.
  package var negations: Set<String> = []
  /// Before what only a part is taken from: `of the forty, 35 were deported`.
  package var bases: Set<String> = []
  /// Before `of` and a whole: words for a part, such as `most`, and for nobody, such as `none`.
  package var partWords: Set<String> = []
  package var nones: Set<String> = []
  package var articles: Set<String> = []
  /// Forms of `be`: what they stand before is done to others.
  package var passives: Set<String> = []
  /// How a form ends that goes on: `were marching`.
  package var progressive = ""
  /// Behind `of` they stand for those counted before: `whom`.
  package var pronouns: Set<String> = []
  /// Before some of those counted: `including`.
  package var including: Set<String> = []
  /// Words that begin an object, but for those before a noun of time: `hurt the day before`.
  package var objects: Set<String> = []
  package var timeNouns: Set<String> = []
  /// Adverbs that may stand between the words of a phrase: `now`.
  package var fillers: Set<String> = []

  package init() {}
}

/// What figures may count, and words that say that one is no answer.
package struct AskingWords: Sendable {
  /// Words for how many that hardly say more than one: `several`.
  package var loose: Set<String> = []
  /// Words of how many there might be: `built for 36`.
  package var capacity: Set<String> = []
  /// Words that ask for nothing by themselves.
  package var empty: Set<String> = []
  /// Nouns of people, and how such nouns end in the plural.
  package var persons: Set<String> = []
  package var personEndings: [String] = []
  /// Nouns that stand for those counted before: `a list of 35 names`.
  package var proxies: Set<String> = []
  /// What is counted and is nobody, and how other such nouns end.
  package var things: Set<String> = []
  package var thingEndings: [String] = []
  /// Who does it rather than has it done to him, behind a noun of it: `rescue workers`.
  package var crew: Set<String> = []
  /// Beside people of whom nothing is told but that they were there: `attended by some 1,500`.
  package var onlookers: [FigurePhrase] = []
  /// Words that name one of more: `one of the nine`.
  package var oneOf: [[String]] = []
  /// Topics that tell what happened to people.
  package var peopleTopics: Set<String> = []

  package init() {}

  /// Whether a counted noun is nobody: it is known, or ends like `performances` and is no person.
  func isThing(_ head: String) -> Bool {
    things.contains(head) || !persons.contains(head) && thingEndings.contains(where: head.hasSuffix)
  }
}
