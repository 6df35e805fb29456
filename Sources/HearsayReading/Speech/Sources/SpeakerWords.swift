import HearsayRules
import HearsayText

/// Words by which speakers are told apart and found again.
struct SpeakerWords: Sendable {
  /// `nobody`, `everyone`: no person, so that no `he` goes back to it.
  let indefinites: WordSet
  /// `the company`, `the group`: may mean any body named before.
  let generalBodies: WordSet
  /// `company`: those of them that are no offices; `union`: bodies that have the word in their name.
  let businesses: WordSet
  let namedBodies: WordSet
  /// `coast` guard: what makes a body of a guard.
  let bodyModifiers: WordSet
  let guards: WordSet
  /// `a man calling himself`.
  let callingVerbs: WordSet
  /// `Police confirm: 12 dead`: verbs that speak right before the colon of a headline.
  let colonVerbs: WordSet
  /// `for`, `in`: what parts an office from its body, beside `of`.
  let roleLinks: [String]
  /// `the same report`.
  let sameWords: WordSet
  /// `according to a tally by`, `records of`: who made a paper.
  let makers: WordSet
  /// Names of buildings and cities that speak for a government: `the White House`.
  let governments: Set<String>
  /// What an abbreviated title is called afterwards: `Sen.`, then `the senator`.
  private(set) var titles: WordMap<[String]> = [:]

  init(_ speech: RuleNode, _ lexicon: inout Lexicon) {
    indefinites = WordSet(speech["indefinites"], &lexicon)
    generalBodies = WordSet(speech["general-bodies"], &lexicon)
    businesses = WordSet(speech["businesses"], &lexicon)
    namedBodies = WordSet(speech["named-bodies"], &lexicon)
    bodyModifiers = WordSet(speech["body-modifiers"], &lexicon)
    guards = WordSet(speech["guard-words"], &lexicon)
    callingVerbs = WordSet(speech["calling-verbs"], &lexicon)
    colonVerbs = WordSet(speech["colon-verbs"], &lexicon)
    roleLinks = speech["role-links"].words
    sameWords = WordSet(speech["same-words"], &lexicon)
    makers = WordSet(speech["maker-prepositions"], &lexicon)
    governments = Set(speech["government-names"].words.map { $0.lowercased() })
    for entry in speech["title-nouns"].entries {
      titles[lexicon.word(entry.key)] = entry.value.words
    }
  }
}

/// Words that tell how sure somebody is.
struct FactualityWords: Sendable {
  let asking, wishing, knowing, guessing: WordSet
  let probable, possible, conditional, negative, open: WordSet

  init(_ node: RuleNode, _ lexicon: inout Lexicon) {
    asking = WordSet(node["asking"], &lexicon)
    wishing = WordSet(node["wishing"], &lexicon)
    knowing = WordSet(node["knowing"], &lexicon)
    guessing = WordSet(node["guessing"], &lexicon)
    probable = WordSet(node["probable"], &lexicon)
    possible = WordSet(node["possible"], &lexicon)
    conditional = WordSet(node["conditional"], &lexicon)
    negative = WordSet(node["negative"], &lexicon)
    open = WordSet(node["open"], &lexicon)
  }
}
