import HearsayCore

/// What sort of people or things a counted noun names.
enum NounSort: Hashable, Sendable {
  /// Anybody: `people`, `victims`, or no noun at all.
  case generic
  /// Only some of those a total counts: `children`, `soldiers`, `Britons`.
  case subgroup
  /// What somebody saw or handled of a whole: `bodies`, `corpses`.
  case sighting
  case plain
}

/// The counted nouns of the rules in every form, so that each question is one look-up.
package struct CountedNouns: Sendable {
  private var sorts: [String: NounSort] = [:]
  private var things: [String: Int] = [:]

  init() {}

  /// Files nouns that count anybody, those of people who are only some of a total, those for what
  /// one witness saw of it, and groups of nouns that count one thing.
  init(generic: [String], subgroups: [String], sightings: [String], things groups: [[String]]) {
    for noun in subgroups { note(noun, .subgroup) }
    for noun in generic { note(noun, .generic) }
    for noun in sightings { note(noun, .sighting) }
    for (number, group) in groups.enumerated() {
      for noun in group { for form in Self.forms(noun) { things[form] = number } }
    }
  }

  private mutating func note(_ noun: String, _ sort: NounSort) {
    for form in Self.forms(noun) { sorts[form] = sort }
  }

  /// The noun with and without an ending of the plural.
  private static func forms(_ noun: String) -> [String] {
    let word = folded(noun)
    var forms = [word, word + "s", word + "es"]
    if word.hasSuffix("s"), word.utf8.count > 3 { forms.append(String(word.dropLast())) }
    if word.hasSuffix("y") { forms.append(String(word.dropLast()) + "ies") }
    return forms
  }

  /// The sort of a noun; people of a country are some of those counted.
  func sort(of head: String, asPrinted printed: @autoclosure () -> Substring? = nil) -> NounSort {
    if let known = sorts[head] { return known }
    let first = printed()?.unicodeScalars.first
    return first?.properties.isUppercase == true ? .subgroup : .plain
  }

  /// Whether two nouns count one thing.
  func areOneThing(_ one: String, _ other: String) -> Bool {
    if sameNoun(one, other) { return true }
    guard let first = things[one], let second = things[other] else { return false }
    return first == second
  }
}

extension Proposition {
  /// The words for those counted, folded; empty when none is printed.
  var countedWords: [String] {
    (quantity?.unit ?? populationText).map(foldedWords) ?? []
  }

  /// What sort of noun it counts.
  func nounSort(_ rules: GraphRules) -> NounSort { nounSort(countedWords, rules) }

  /// The same where the words counted are known.
  func nounSort(_ counted: [String], _ rules: GraphRules) -> NounSort {
    guard let head = counted.last else { return .generic }
    return rules.nouns.sort(
      of: head,
      asPrinted: (quantity?.unit ?? populationText)?.lastPart(behind: UInt8(ascii: " ")))
  }
}
