import HearsayCore
import HearsayRules
import HearsayText

/// What the rules say of page furniture and of headlines, datelines and bylines.
package struct LayoutTables: Sendable {
  let phrases: LinePhrases
  let patterns: [FurniturePattern]
  /// Words between the names of a byline; words that the name of an outlet may begin with or not.
  let bylineJoins: Set<String>
  let outletArticles: Set<String>

  init(_ rules: RuleSet, _ lexicon: inout Lexicon) {
    tagTokens(rules["tokens"], &lexicon)
    tagLayout(rules["layout"], &lexicon)
    phrases = LinePhrases(rules["layout"], &lexicon)
    patterns = furniturePatterns(rules)
    bylineJoins = Set(rules["layout"]["byline"]["joins"].words)
    outletArticles = Set(rules["layout"]["outlet-articles"].words)
  }
}

private func tagTokens(_ node: RuleNode, _ lexicon: inout Lexicon) {
  lexicon.tag(node["clitics"].words, .clitic)
  lexicon.tag(node["titles"].words, .title)
  lexicon.tag(node["abbreviations"].words, .abbreviation)
  lexicon.tag(node["abbreviations-with-capital"].words, .abbreviationWithCapital)
  lexicon.tag(node["abbreviations-before-digit"].words, .abbreviationBeforeDigit)
  lexicon.tag(node["abbreviations-ending"].words, .endsBeforeCapital)
  lexicon.tag(node["sentence-starters"].words, .sentenceStarter)
  lexicon.tag(node["reporting"].words, .reporting)
}

private func tagLayout(_ node: RuleNode, _ lexicon: inout Lexicon) {
  let dates = node["dates"]
  lexicon.tag(dates["months"].words, .month | .dateWord)
  lexicon.tag(dates["days"].words, .weekday | .dateWord)
  lexicon.tag(dates["words"].words, .dateWord)
  lexicon.tag(node["outlets"].words, .outletWord)
  lexicon.tag(node["never-last"].words, .neverLast)
  lexicon.tag(node["byline.roles"].words, .bylineRole)
  lexicon.tag(node["byline"]["roles"].words, .bylineRole)
}

/// A line of one document or one outlet, by a pattern of the rules.
struct FurniturePattern: Sendable {
  var pattern: LinePattern
  var kind: ZoneKind
  var rule: String
}

private func furniturePatterns(_ rules: RuleSet) -> [FurniturePattern] {
  let kinds: [(String, ZoneKind)] = [("boilerplate", .boilerplate), ("residue", .residue)]
  return kinds.flatMap { key, kind in
    rules.root[key].items.compactMap { node in
      guard let text = node.text, let pattern = try? LinePattern(text) else { return nil }
      let rule = "\(rules.layerName(node.place.file))/\(key)"
      return FurniturePattern(pattern: pattern, kind: kind, rule: rule)
    }
  }
}
