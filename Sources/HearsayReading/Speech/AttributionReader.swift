import HearsayCore
import HearsayRules
import HearsayText

/// Cues, their frames and strengths, anonymous descriptors.
package struct SpeechTables: Sendable {
  init(_ rules: RuleSet, _ lexicon: inout Lexicon) {}
}

/// Finds who says what.
func readAttributions(
  _ draft: inout Draft, _ tables: SpeechTables, _ words: WordTables, _ lexicon: Lexicon
) {}
