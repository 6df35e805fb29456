import HearsayRules
import HearsayText

/// Marks the words that single questions ask for.
func tagClaimWords(_ rules: RuleSet, _ lexicon: inout Lexicon) {
  lexicon.tagLemmas(rules["claims.light-verbs"].words, .lightVerb)
  lexicon.tagLemmas(rules["claims.demand-verbs"].words, .demandVerb)
  lexicon.tagLemmas(rules["claims.promise-verbs"].words, .promiseVerb)
  lexicon.tag(rules["claims.future-modals"].words, .futureModal)
  lexicon.tag(rules["claims.hedging-words"].words, .hedgingWord)
  lexicon.tag(rules["claims.implicit-links"].words, .implicitLink)
  lexicon.tag(rules["claims.borders"].words, .clauseBorder)
  lexicon.tag(rules["claims.figure-nouns"].words, .figureNoun)
  lexicon.tagLemmas(rules["claims.rising-verbs"].words, .risingVerb)
  lexicon.tagLemmas(rules["claims.revising-verbs"].words, .revisingVerb)
  lexicon.tagLemmas(rules["claims.counting-verbs"].words, .countingVerb)
  lexicon.tagLemmas(rules["claims.listing-verbs"].words, .countingVerb | .listingVerb)
  lexicon.tagLemmas(rules["claims.list-nouns"].words, .listNoun)
  lexicon.tag(rules["claims.shares"].words + rules["claims.lone"].words, .shareWord)
  lexicon.tag(rules["claims.manners"].words, .mannerWord)
  for list in ["zeros", "zero-pronouns", "zero-things", "without", "any", "negations"] {
    lexicon.tag(rules["claims.\(list)"].words, .zeroWord)
  }
  lexicon.tag(rules["numbers.articles"].words + rules["claims.more"].words, .oneWord)
}

extension Tags {
  static let claimTrigger = Tags.bit(112)
  static let lightVerb = Tags.bit(113)
  static let demandVerb = Tags.bit(114)
  static let promiseVerb = Tags.bit(115)
  static let futureModal = Tags.bit(116)
  static let hedgingWord = Tags.bit(117)
  static let implicitLink = Tags.bit(118)
  static let clauseBorder = Tags.bit(119)
  static let figureNoun = Tags.bit(120)
  static let revisingVerb = Tags.bit(121)
  static let countingVerb = Tags.bit(123)
  static let listingVerb = Tags.bit(124)
  static let listNoun = Tags.bit(125)
  static let risingVerb = Tags.bit(127)
}

extension Lexicon {
  /// Sets `tags` on every form already known with one of these lemmas, and on the lemma itself.
  mutating func tagLemmas(_ lemmas: [String], _ tags: Tags) {
    let wanted = Set(lemmas.map { word($0) })
    for row in 0..<vocabulary.count where wanted.contains(facts(WordID(row)).lemma) {
      update(WordID(row)) { $0.tags.add(tags) }
    }
    for word in wanted { update(word) { $0.tags.add(tags) } }
  }
}
