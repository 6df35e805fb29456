import HearsayCore
import HearsayRules
import HearsayText

/// Topics, populations, modality words.
package struct ClaimTables: Sendable {
  init(_ rules: RuleSet, _ lexicon: inout Lexicon) {}
}

/// Puts the layers together to claims.
func readClaims(_ draft: inout Draft, _ tables: ClaimTables, _ lexicon: Lexicon) {}
