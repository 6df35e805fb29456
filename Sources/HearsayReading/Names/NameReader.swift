import HearsayCore
import HearsayRules
import HearsayText

/// Titles, roles, name parts, aliases.
package struct NameTables: Sendable {
  init(_ rules: RuleSet, _ lexicon: inout Lexicon) {}
}

/// Finds names and their bearers.
func readNames(_ draft: inout Draft, _ tables: NameTables, _ lexicon: Lexicon) {}
