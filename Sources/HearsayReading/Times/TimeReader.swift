import HearsayCore
import HearsayRules
import HearsayText

/// Calendar words.
package struct TimeTables: Sendable {
  init(_ rules: RuleSet, _ lexicon: inout Lexicon) {}
}

/// Finds times and the document's date.
func readTimes(_ draft: inout Draft, _ tables: TimeTables, _ lexicon: Lexicon) {}
