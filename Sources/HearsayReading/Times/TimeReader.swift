import HearsayCore
import HearsayRules
import HearsayText

/// Finds times and the document's date.
func readTimes(_ draft: inout Draft, _ tables: TimeTables, _ lexicon: Lexicon) {
  let found = scanTimes(draft, tables, lexicon)
  readPublished(&draft, found, tables, lexicon)
  resolveTimes(&draft, found, tables, lexicon)
}
