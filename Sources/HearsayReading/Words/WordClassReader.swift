import HearsayCore
import HearsayRules
import HearsayText

/// Closed classes, verbs and nouns of the language.
package struct WordTables: Sendable {
  init(_ rules: RuleSet, _ lexicon: inout Lexicon) {}
}

/// Gives every token its word class.
func readWordClasses(_ draft: inout Draft, _ tables: WordTables, _ lexicon: Lexicon) {
  draft.classes = Array(repeating: .other, count: draft.tokens.count)
}
