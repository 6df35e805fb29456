package import HearsayCore

/// What the graph needs of the rules, as plain values; without any, open topics still work.
package struct GraphRules: Sendable {
  /// Who is counted, and of whom they are a part.
  package struct Population: Hashable, Sendable {
    package var name: String
    /// The words for them, such as `prisoner`; used to see that one label only narrows another.
    package var words: [String]
    /// The population they are a part of.
    package var within: String?
    /// Whether the label is loose: `prisoners` is often said of political prisoners.
    package var generic: Bool
    /// Words that deny the label: `not political prisoners`.
    package var contestedBy: [String]

    package init(
      _ name: String, words: [String] = [], within: String? = nil, generic: Bool = false,
      contestedBy: [String] = []
    ) {
      self.name = name
      self.words = words
      self.within = within
      self.generic = generic
      self.contestedBy = contestedBy
    }
  }

  /// What may be asked for by name.
  package struct Topic: Hashable, Sendable {
    package var name: String
    /// Its verbs and nouns as lemmas.
    package var words: [String]
    package var measure: Measure
    /// The topic that says the contrary: `held` for `released`.
    package var opposite: String?
    /// For a promise: the topic it speaks of.
    package var needs: String?
    package var modality: Modality?

    package init(
      _ name: String, words: [String] = [], measure: Measure = .none, opposite: String? = nil,
      needs: String? = nil, modality: Modality? = nil
    ) {
      self.name = name
      self.words = words
      self.measure = measure
      self.opposite = opposite
      self.needs = needs
      self.modality = modality
    }
  }

  /// A stretch of days whose figures belong together.
  package struct Episode: Hashable, Sendable {
    package var name: String
    package var from: Day
    package var to: Day

    package init(_ name: String, from: Day, to: Day) {
      self.name = name
      self.from = from
      self.to = to
    }
  }

  /// A bearer of names.
  package struct Name: Hashable, Sendable {
    package var canonical: String
    package var aliases: [String]
    package var kind: SourceKind
    package var organisation: String?
    package var side: String?
    package var role: String?
    /// Whether it watches and counts for others: a monitor may rest on another monitor.
    package var isMonitor: Bool
    /// Whether it speaks for nobody else, because a person said so.
    package var standsAlone: Bool

    package init(
      _ canonical: String, aliases: [String] = [], kind: SourceKind = .unknown,
      organisation: String? = nil, side: String? = nil, role: String? = nil,
      isMonitor: Bool = false, standsAlone: Bool = false
    ) {
      self.canonical = canonical
      self.aliases = aliases
      self.kind = kind
      self.organisation = organisation
      self.side = side
      self.role = role
      self.isMonitor = isMonitor
      self.standsAlone = standsAlone
    }
  }

  /// A side and the topics it has a stake in.
  package struct Side: Hashable, Sendable {
    package var name: String
    package var stake: [String]

    package init(_ name: String, stake: [String] = []) {
      self.name = name
      self.stake = stake
    }
  }

  /// How fast a total may grow before a reader should wonder.
  package struct Growth: Hashable, Sendable {
    package var topic: String
    package var perDay: ExactNumber

    package init(topic: String, perDay: ExactNumber) {
      self.topic = topic
      self.perDay = perDay
    }
  }

  /// A promise and the topic by which it is kept.
  package struct Fulfilment: Hashable, Sendable {
    package var promise: String
    package var by: String

    package init(promise: String, by: String) {
      self.promise = promise
      self.by = by
    }
  }

  package var populations: [Population]
  package var topics: [Topic]
  package var episodes: [Episode]
  package var names: [Name]
  package var sides: [Side]
  /// Surnames that several people bear: never resolved silently.
  package var ambiguousSurnames: [String]
  package var growth: [Growth]
  /// Topics whose total cannot shrink.
  package var monotone: [String]
  /// Topics that exclude each other for one person at one time.
  package var exclusive: [[String]]
  package var fulfils: [Fulfilment]
  /// Working intervals of vague words; they order lines and never decide a conflict.
  package var vague: [String: Interval]
  /// Nouns that count anybody: `people`, `others`.
  package var genericNouns: [String]
  /// Nouns of people who are only some of those a total counts: `children`, `soldiers`.
  package var subgroups: [String] = []
  /// Nouns for what a witness saw of a whole: `bodies`.
  package var sightings: [String] = []
  /// Nouns that count one thing: `houses` and `homes`.
  package var sameThings: [[String]] = []
  /// Ways to ask for one thing, such as `lay off` and `job cuts`.
  package var asks: [[String]] = []
  /// Words by which a sentence gives a number as a former one.
  package var former = FormerWords()
  /// Words that make a number one of what is left: `still`, `remain`.
  package var levelWords: Set<String> = []
  /// Words that put a number on top of an earlier one: `more`, `another`.
  package var increments: Set<String> = []
  /// The word that makes `more` a bound: `than`.
  package var than: Set<String> = []
  /// Words that make a number one for each of something: `per`.
  package var rateWords: Set<String> = []
  /// `a`, `day`, and words that make `a day` another time: `after`.
  package var rateLinks: Set<String> = []
  package var ratePeriods: Set<String> = []
  package var notRatesBefore: Set<String> = []
  /// Nouns by which a number measures another thing than the event: `limit`, `aftershock`.
  package var others = OtherThingWords()
  /// Topics whose things are counted before sums are: `stolen`.
  package var thingsFirst: Set<String> = []
  /// `men`, who may be all that there are.
  package var looseSubgroups: Set<String> = []
  /// Prepositions that make a part of a whole: `of`.
  package var partWords: Set<String> = []
  /// How a sentence begins that lists parts: `they included`.
  package var including: [[String]] = []
  /// Words that leave nobody out: `all`.
  package var totalWords: Set<String> = []
  /// What else asks for the same, and by which words a figure answers.
  package var concepts = Concepts()
  /// How the clause around a figure is read, and which figures answer a question.
  package var clauses = ClauseWords()
  package var asking = AskingWords()
  /// Topics with one value for one event, such as a magnitude.
  package var fixedTopics: Set<String> = []
  /// Words of those who speak for the common account: `police`, `ministry`.
  package var officialWords: Set<String> = []
  /// Words of those who have an account of their own: `union`, `witness`.
  package var rivalWords: Set<String> = []
  /// Words of those who only pass the common account on: `local media`.
  package var commonWords: Set<String> = []
  /// Words by which the accounts of a question are told apart.
  package var accounts = AccountWords()
  /// Words beside a number that is only feared or expected.
  package var fearedWords: Set<String> = []
  /// Words of a sentence that rejects another's number: `baseless`.
  package var rejectedWords: Set<String> = []
  /// Families of units of time that passes.
  package var durations: Set<String> = []
  /// Units of what has one value for one event: a speed.
  package var fixedUnits: Set<String> = []
  /// Words of a sentence by which a number has moved: `now`, `risen`.
  package var updates: Set<String> = []
  /// Words of a sentence by which a number is put right: `corrected`, `twice`.
  package var revisions: Set<String> = []
  private(set) var nouns = CountedNouns()
  package var units = UnitTable()
  /// What `about` allows, in per cent; the intervals of claims have it already.
  package var tolerancePercent: ExactNumber
  /// Admiralty letters of sources by folded name; who has none is read as F.
  package var grades: [String: String] = [:]
  /// Words of a role that was held before, and of roles that speak for nobody else; folded.
  package var formerRoles: Set<String> = []
  package var ownVoiceRoles: Set<String> = []
  /// The names of a group to the first of them: `human rights organisations` to `rights groups`.
  package var groupLabels: [String: String] = [:]
  /// The noun of an office to that of what it heads: `minister` to `ministry`; folded.
  package var heads: [String: String] = [:]
  /// The preposition before the field of an office or body, `of`, and what else may stand before
  /// that field: `for`, `the`.
  package var fieldWords: Set<String> = []
  package var beforeField: Set<String> = []
  /// Prepositions of a place and of no time: `at the prison`.
  package var beforePlace: Set<String> = []

  package init(
    populations: [Population] = [], topics: [Topic] = [], episodes: [Episode] = [],
    names: [Name] = [], sides: [Side] = [], ambiguousSurnames: [String] = [],
    growth: [Growth] = [], monotone: [String] = [], exclusive: [[String]] = [],
    fulfils: [Fulfilment] = [], vague: [String: Interval] = [:], genericNouns: [String] = [],
    subgroups: [String] = [], units: [UnitScale] = [],
    tolerancePercent: ExactNumber = ExactNumber(10)
  ) {
    self.populations = populations
    self.topics = topics
    self.episodes = episodes
    self.names = names
    self.sides = sides
    self.ambiguousSurnames = ambiguousSurnames
    self.growth = growth
    self.monotone = monotone
    self.exclusive = exclusive
    self.fulfils = fulfils
    self.vague = vague
    self.genericNouns = genericNouns
    self.subgroups = subgroups
    self.units = UnitTable(units)
    self.tolerancePercent = tolerancePercent
    fileNouns()
  }

  /// Files the counted nouns; to be called after one of their lists was changed.
  package mutating func fileNouns() {
    nouns = CountedNouns(
      generic: genericNouns, subgroups: subgroups, sightings: sightings, things: sameThings)
  }
}

extension GraphRules {
  var related: [RelatedWords] { concepts.filed.all }

  /// The related words by which a folded phrase may be asked.
  package func relatedWords(askedBy phrase: String) -> RelatedWords? {
    concepts.filed.asked(by: phrase)
  }

  /// The phrases of related words that may bear on a figure of a sentence with these words.
  func phrases(of words: some Sequence<String>) -> [PhraseTable.Place] {
    concepts.filed.phrases.places(of: words)
  }

  func population(_ name: String?) -> Population? {
    name.flatMap { wanted in populations.first { $0.name == wanted } }
  }

  func topic(_ name: String?) -> Topic? {
    name.flatMap { wanted in topics.first { $0.name == wanted } }
  }

  /// `name` and what it is within, innermost first; a circle in the rules ends the walk.
  func lineage(_ name: String) -> [String] {
    var line = [name]
    var next = population(name)?.within
    while let outer = next, !line.contains(outer) {
      line.append(outer)
      next = population(outer)?.within
    }
    return line
  }

  /// The outermost population: all its parts belong to one question.
  func family(_ name: String) -> String { lineage(name).last ?? name }

  /// The first episode that holds `day`.
  func episode(holding day: Day) -> Episode? {
    episodes.first { $0.from <= day && day <= $0.to }
  }

  /// The unit a word names, such as `years` in the family of months.
  func unit(_ word: String?) -> UnitScale? { units[word] }
}
