package import HearsayCore
import HearsayText

/// A topic of the rules, such as `released`: which words tell of it and how its numbers behave.
package struct Topic: Sendable {
  package var name: String
  package var measure: Measure
  /// The modality its claims have, such as `promise`; `nil` leaves it to the clause.
  package var modality: Modality?
  /// The topic it speaks of: `promised` needs `released`.
  package var needs: String?
  /// Whether it happens to people, so that cities and days are not counted by it.
  package var ofPeople = false
  /// Whether its verbs have a sum of money for object: `stole $2 million`.
  package var ofMoney = false
  /// Whether a story file names it, so that its words win over those of the language.
  package var fromStory: Bool
  package var rule: String
  /// Its verbs and nouns as lemmas, by which one may ask for it.
  package var words: [String]
}

/// The yes and no of a topic, apart from its words.
struct TopicTraits: Sendable {
  /// The only nouns it counts, where the rules name some: `job cuts` counts no factories.
  var counted: WordSet?
  var ofPeople: Bool
  var ofMoney: Bool
  var fromStory: Bool
  var needsOther: Bool
  /// Whether it counts sums only: `ransom`.
  var ofSums: Bool
  /// Whether it counts people only, by a noun of people or by none.
  var ofPersons: Bool
  /// Whether it counts lengths of time only: `sentence`.
  var ofSpans: Bool
  /// What it costs more than another topic: `41 passengers` are aboard when nothing else is told.
  var weakness: Int
}

/// A population of the rules, such as `political prisoners`.
package struct Population: Sendable {
  package var name: String
  package var within: String?
  package var generic: Bool
  package var rule: String
  /// How many populations it lies within.
  package var depth = 0
}

/// How the words of a topic stand in a sentence.
enum TopicWord: Sendable {
  case verb, noun, phrase
}

/// What a phrase of the claim tables stands for.
enum ClaimPhrase: Sendable {
  case topic(Int, TopicWord)
  case population(Int)
  case contest(Int)
  case part
  /// `of the victims`, behind the number of some of them.
  case victims
  case flow
  case otherEvent
  /// `reported dead were found alive`.
  case takenBack
  /// `this year`: a count over more than one event.
  case longSpan
}
