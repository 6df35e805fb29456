import HearsayCore
import HearsayText

/// Pairs quotation marks.
func readQuotes(_ draft: inout Draft, _ tables: SpeechTables, _ lexicon: Lexicon) {}
