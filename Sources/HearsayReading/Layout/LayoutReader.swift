import HearsayCore
import HearsayRules
import HearsayText

/// What the rules say of page furniture and of headlines, datelines and bylines.
package struct LayoutTables: Sendable {
  init(_ rules: RuleSet, _ lexicon: inout Lexicon) {
    lexicon.tag(rules["tokens.clitics"].words, .clitic)
    lexicon.tag(rules["tokens.abbreviations"].words, .abbreviation)
    lexicon.tag(rules["tokens.abbreviations-before-digit"].words, .abbreviationBeforeDigit)
  }
}

/// Says what kind of text stands where.
func readLayout(_ draft: inout Draft, _ tables: LayoutTables, _ lexicon: Lexicon) {
  var start = 0
  for row in 1..<max(1, draft.tokens.count + 1) {
    let ends = row >= draft.tokens.count || draft.tokens[row].flags.contains(.paragraph)
    guard ends, row > start, row <= draft.tokens.count, !draft.tokens.isEmpty else { continue }
    draft.zones.append(
      Zone(kind: .body, range: draft.bytes(TokenRange(start, row)), rule: "built-in/body"))
    start = row
  }
}
