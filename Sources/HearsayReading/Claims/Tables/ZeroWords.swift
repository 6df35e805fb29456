import HearsayRules
import HearsayText

/// Words that say that none are counted.
struct ZeroWords: Sendable {
  /// `no`.
  let no: WordSet
  /// `one` behind `no`, `not`.
  let one: WordSet
  /// `single` in `not a single hostage`.
  let single: WordSet
  /// `nothing`.
  let things: WordSet
  /// `without`.
  let without: WordSet
  /// `any`, `anyone` behind `deny`.
  let any: WordSet
  /// `deny`.
  let denying: WordSet
  /// `reports` in `no reports of injuries`.
  let reports: WordSet
  /// `nobody`, `none`: they stand for those counted.
  let nobody: WordSet

  init(_ rules: RuleSet, _ lexicon: inout Lexicon) {
    no = WordSet(rules["claims.zeros"], &lexicon)
    one = WordSet(rules["claims.one"], &lexicon)
    single = WordSet(rules["claims.single"], &lexicon)
    things = WordSet(rules["claims.zero-things"], &lexicon)
    without = WordSet(rules["claims.without"], &lexicon)
    any = WordSet(rules["claims.any"], &lexicon)
    denying = WordSet(rules["claims.denying-verbs"], &lexicon)
    reports = WordSet(rules["claims.report-nouns"], &lexicon)
    nobody = WordSet(rules["claims.zero-pronouns"], &lexicon)
  }
}
