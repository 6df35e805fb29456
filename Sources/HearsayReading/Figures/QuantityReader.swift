import HearsayCore
import HearsayRules
import HearsayText

/// Number words, bounds, hedges, units.
package struct FigureTables: Sendable {
  init(_ rules: RuleSet, _ lexicon: inout Lexicon) {}
}

/// Finds quantities.
func readQuantities(_ draft: inout Draft, _ tables: FigureTables, _ lexicon: Lexicon) {}
