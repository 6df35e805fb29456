package import HearsayCore
package import HearsayRules

/// How often each rule fired on some articles: the answer of `rules stats`.
package struct RuleStatistics: Sendable {
  package var articles = 0
  /// Sentences in which claims are read.
  package var sentences = 0
  /// In the order of the rules files, kind by kind.
  package var counts: [RuleCount] = []
}

/// One thing that can fire, and how often it did.
package struct RuleCount: Hashable, Sendable {
  /// What sort of thing.
  package enum Kind: String, Sendable, CaseIterable {
    /// A rule that Swift names: `english/time.weekday`.
    case rule
    case topic, population
    /// A verb, noun or phrase of a topic or population.
    case phrase
    case name
    /// A line of page furniture.
    case line
    /// A list of words of the language, such as `claims.light-verbs`.
    case table
  }

  package var kind: Kind
  /// `venezuela/topic.released`; of a phrase its words.
  package var name: String
  /// What a phrase belongs to; how many entries a table has.
  package var owner: String
  /// Where it stands in the rules; `nil` for what Swift names.
  package var place: RulePlace?
  /// How many findings rest on it; of a table, how many of its entries stand in the articles.
  package var fired = 0
  /// How often its words stand there.
  package var matched = 0
  package var articles = 0
  package var sentences = 0
  /// What took its words each time, where it never fired for that reason.
  package var hiddenBy: String?

  init(_ kind: Kind, _ name: String, owner: String = "", place: RulePlace? = nil) {
    self.kind = kind
    self.name = name
    self.owner = owner
    self.place = place
  }
}

extension RuleStatistics {
  /// The share of sentences from which on a phrase is too common to tell anything.
  package static let mostSentences = 1.0 / 3
  /// Fewer sentences than this tell nothing of how common a phrase is.
  package static let leastSentences = 12

  /// The phrases that fire in more than a third of all sentences.
  package var tooCommon: [RuleCount] {
    guard sentences >= Self.leastSentences else { return [] }
    return counts.filter {
      $0.kind == .phrase && Double($0.sentences) > Double(sentences) * Self.mostSentences
    }
  }

  /// What never fired.
  package var silent: [RuleCount] { counts.filter { $0.fired == 0 && $0.hiddenBy == nil } }

  /// The phrases whose words stood there, but went to another one each time.
  package var hidden: [RuleCount] { counts.filter { $0.fired == 0 && $0.hiddenBy != nil } }
}

extension Reader {
  /// Reads the articles again and counts what fired; `nil` when stopped.
  package func statistics(
    of articles: [Article], isCancelled: () -> Bool = { false }
  ) -> RuleStatistics? {
    var counter = RuleCounter(self)
    for article in articles {
      if isCancelled() { return nil }
      counter.count(article)
    }
    return counter.finished
  }
}
