import HearsayCore
import HearsayRules
import HearsayText

/// Titles, roles, heads, particles and listed bearers, compiled from `names-lexicon`, and from
/// `names`, `ambiguous` and `outlets` of a story.
package struct NameTables: Sendable {
  /// Short word lists that are looked at only beside a name.
  struct Words: Sendable {
    var articles: WordSet = []
    var titles: WordSet = []
    var maleTitles: WordSet = []
    var femaleTitles: WordSet = []
    var maleRoles: WordSet = []
    var femaleRoles: WordSet = []
    var he: WordSet = []
    var she: WordSet = []
    var it: WordSet = []
    var otherHeads: WordSet = []
    var otherFirsts: WordSet = []
    var bodyFirsts: WordSet = []
    var onWords: WordSet = []
    var onHeads: WordSet = []
    var postNominals: WordSet = []
    var speaking: WordSet = []
    var firmHeads: WordSet = []
    var possessiveFirsts: WordSet = []
    var stateBodies: WordSet = []
    var stateModifiers: WordSet = []
    var thingNext: WordSet = []
    var personNext: WordSet = []
    var placePrepositions: WordSet = []
    var bodyPrepositions: WordSet = []
    var placeNouns: WordSet = []
    var bodyNouns: WordSet = []
    var bodySuffixes: WordSet = []
    var leads: WordSet = []
    var startingParticles: WordSet = []
    var and: WordSet = []
    var ands: WordSet = []
    var of: WordSet = []
    var forWords: WordSet = []
    var generation: WordSet = []
  }

  var words = Words()
  /// Endings that a common word has at the start of a sentence more often than a name.
  var commonEndings: [[UInt8]] = []
  /// Titles of several words by their first one, longest first.
  var longTitles: WordMap<[[WordID]]> = [:]
  /// The bearers the rules list, and their forms.
  var known = KnownBearers()
  /// Surnames that a story says two people bear.
  var ambiguous: Set<[WordID]> = []

  init(_ rules: RuleSet, _ lexicon: inout Lexicon) {
    let section = rules["names-lexicon"]
    tagWords(section, &lexicon)
    fillWords(section, &lexicon)
    commonEndings = section["common-endings"].words.map { Array($0.utf8) }
    for title in section["long-titles"].words {
      let words = wordIDs(title, &lexicon)
      guard let first = words.first else { continue }
      longTitles[first, default: []].append(words)
      lexicon.update(first) { $0.tags.add(.nameTitle) }
    }
    longTitles.changeAll { $0.sort { $0.count > $1.count } }
    known.addStory(rules, &lexicon)
    known.addGeneral(section, &lexicon)
    known.close(&lexicon)
    for name in rules["ambiguous"].words {
      ambiguous.insert(wordIDs(name, &lexicon).map { lexicon.foldedWord($0) })
    }
  }

  private func tagWords(_ section: RuleNode, _ lexicon: inout Lexicon) {
    let lists: [(String, Tags)] = [
      ("roles", .nameRole), ("role-modifiers", .nameRoleModifier),
      ("organisation-heads", .nameBodyHead),
      ("place-heads", .namePlaceHead), ("place-firsts", .namePlaceFirst), ("of-heads", .nameOfHead),
      ("for-heads", .nameForHead), ("not-names", .nameNever), ("male-names", .nameMale),
      ("female-names", .nameFemale), ("particles", .nameParticle), ("common", .nameCommon),
      ("months", .nameCalendar), ("days", .nameCalendar),
    ]
    for (key, tag) in lists { lexicon.tag(section[key].words, tag) }
    for key in ["male", "female", "any"] { lexicon.tag(section["titles"][key].words, .nameTitle) }
  }

  private mutating func fillWords(_ section: RuleNode, _ lexicon: inout Lexicon) {
    let lists: [(String, WritableKeyPath<Words, WordSet>)] = [
      ("articles", \.articles), ("male-roles", \.maleRoles), ("female-roles", \.femaleRoles),
      ("male-pronouns", \.he), ("female-pronouns", \.she), ("thing-pronouns", \.it),
      ("person-next", \.personNext), ("place-prepositions", \.placePrepositions),
      ("body-prepositions", \.bodyPrepositions), ("place-nouns", \.placeNouns),
      ("body-nouns", \.bodyNouns), ("organisation-suffixes", \.bodySuffixes), ("leads", \.leads),
      ("starting-particles", \.startingParticles), ("and", \.and), ("ands", \.ands), ("of", \.of),
      ("for", \.forWords), ("other-heads", \.otherHeads), ("other-firsts", \.otherFirsts),
      ("organisation-firsts", \.bodyFirsts), ("thing-next", \.thingNext), ("speaking", \.speaking),
      ("firm-heads", \.firmHeads), ("possessive-firsts", \.possessiveFirsts),
      ("state-bodies", \.stateBodies), ("state-modifiers", \.stateModifiers),
      ("on", \.onWords), ("on-heads", \.onHeads), ("post-nominals", \.postNominals),
      ("generation", \.generation),
    ]
    for (key, path) in lists {
      words[keyPath: path] = WordSet(section[key], &lexicon)
    }
    let titles = section["titles"].entries.flatMap(\.value.words)
    words.titles = WordSet(titles.map { lexicon.word($0) })
    words.maleTitles = WordSet(section["titles"]["male"], &lexicon)
    words.femaleTitles = WordSet(section["titles"]["female"], &lexicon)
  }
}

/// The words of a phrase, cut as an article is.
func wordIDs(_ text: String, _ lexicon: inout Lexicon) -> [WordID] {
  var tokens: [Token] = []
  tokenise(Array(text.utf8).span, into: &tokens, lexicon: &lexicon)
  return tokens.map(\.word)
}
