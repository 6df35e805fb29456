import HearsayCore
import HearsayRules
import HearsayText

/// The lists of words in the rules files, outside the parts that are counted one by one.
///
/// They say which tables an article's words come from, not which decided anything: a list is
/// compiled to bits, and a bit does not tell who looked at it.
struct WordLists {
  struct List {
    /// The dotted path, such as `claims.light-verbs`.
    var path: String
    var entries: [String]
    var place: RulePlace
  }

  private(set) var lists: [List] = []
  private var table = PatternTable<Entry>()
  private var triggers: Set<WordID> = []
  private var seen: Set<Int> = []

  private struct Entry: Sendable {
    var list: Int
    var number: Int
  }

  /// Parts whose entries are counted by themselves, or are no words of an article.
  private static let apart: Set<String> = [
    "hearsay", "language", "extends", "story", "episodes", "topics", "populations", "names",
    "sides", "outlets", "boilerplate", "residue", "axioms", "grades", "tests", "remove", "forms",
    "spelling", "events", "ambiguous",
  ]

  /// Keys of lists that hold parts of words or settings.
  private static let noWords = [
    "ending", "suffix", "prefix", "letter", "derivation", "weight", "attachment", "calendar",
    "counted",
  ]

  /// Parts that are one table themselves.
  private static let flat: Set<String> = ["cues", "vague", "frames"]

  init(_ rules: RuleSet, _ lexicon: inout Lexicon) {
    for entry in rules.root.entries where !Self.apart.contains(entry.key) {
      add(entry.value, entry.key)
    }
    var number = 0
    for (row, list) in lists.enumerated() {
      for word in list.entries {
        let plain = word.hasPrefix("=") ? String(word.dropFirst()) : word
        table.add(plain.lowercased(), Entry(list: row, number: number), &lexicon)
        number += 1
      }
    }
    triggers = Set(table.triggers)
  }

  private mutating func add(_ node: RuleNode, _ path: String) {
    if Self.noWords.contains(where: { path.contains($0) }) { return }
    switch node.content {
    case .text: break
    case .list(let items):
      let words = items.compactMap(\.text)
      if !words.isEmpty { lists.append(List(path: path, entries: words, place: node.place)) }
    case .map(let entries):
      // `speech.verbs: {say: …, tell: …}`: many keys with something under each are words themselves.
      let isOfWords = path.contains(".") && entries.count > 12
      let words = entries.filter { isOfWords || $0.value.text != nil }.map(\.key)
      // At the top of a part stand settings, such as `speech.threshold`; only `cues` and `vague`
      // hold words there.
      let isOfSettings = !path.contains(".") && !Self.flat.contains(path)
      if words.count > 2, !isOfSettings {
        lists.append(List(path: path, entries: words, place: node.place))
      }
      guard !isOfWords else { return }
      for entry in entries { add(entry.value, "\(path).\(entry.key)") }
    }
  }

  /// The list of each entry that stands in a sentence, and whether it is seen for the first time.
  mutating func found(
    in sentence: TokenRange, _ draft: Draft, _ lexicon: Lexicon
  ) -> [(list: Int, isNew: Bool)] {
    var found: [(list: Int, isNew: Bool)] = []
    for row in sentence.indices {
      let word = draft.tokens[row].word
      guard triggers.contains(word) || triggers.contains(lexicon.facts(word).lemma) else {
        continue
      }
      let matches = table.matches(
        at: row, in: draft.tokens, within: sentence.start..<sentence.end, lexicon)
      var last = -1
      for match in matches.sorted(by: { $0.payload.number < $1.payload.number })
      where match.payload.number != last {
        last = match.payload.number
        found.append((match.payload.list, seen.insert(last).inserted))
      }
    }
    return found
  }
}
