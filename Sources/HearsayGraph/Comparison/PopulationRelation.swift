package import HearsayCore

// Step 2 of a comparison: whether two figures count the same people or things.

/// How those counted by one figure lie to those counted by another.
package enum PopulationRelation: Hashable, Sendable {
  case equal
  /// Nothing says that they differ; the assumption is named.
  case assumedEqual(String)
  /// The first is a part of the second.
  case partOfOther
  /// The second is a part of the first.
  case wholeOfOther
  /// One label only narrows the other: `prisoners`, `political prisoners`.
  case label(narrowIsFirst: Bool, String)
  /// Different people, or nothing known of how they lie to each other.
  case unrelated(String)

  var words: String {
    switch self {
    case .equal: "both count the same population"
    case .assumedEqual(let assumption): assumption
    case .partOfOther: "the first counts a part of the second"
    case .wholeOfOther: "the second counts a part of the first"
    case .label(_, let words): words
    case .unrelated(let reason): reason
    }
  }

  /// Whether both are read as the same people.
  var isEqual: Bool {
    switch self {
    case .equal, .assumedEqual: true
    case .partOfOther, .wholeOfOther, .label, .unrelated: false
    }
  }

  var reversed: PopulationRelation {
    switch self {
    case .partOfOther: .wholeOfOther
    case .wholeOfOther: .partOfOther
    case .label(let narrowIsFirst, let words): .label(narrowIsFirst: !narrowIsFirst, words)
    case .equal, .assumedEqual, .unrelated: self
    }
  }
}

func relate(_ one: Figure, _ other: Figure, _ rules: GraphRules) -> PopulationRelation {
  if let parts = relateParts(one, other) { return parts }
  let names = (one.proposition.population, other.proposition.population)
  switch (names.0, names.1) {
  case (let first?, let second?):
    if let topic = rules.topic(one.proposition.topic),
      let same = namedByTopic(first, second, topic, rules)
    {
      return same
    }
    return relateNamed(first, second, rules)
  case (let first?, nil): return relateNamed(first, rules.family(first), rules, assumed: true)
  case (nil, let second?): return relateNamed(rules.family(second), second, rules, assumed: true)
  case (nil, nil): return relateNouns(one, other, rules)
  }
}

/// `in France` is a part of the whole, and no part of `in Germany`.
private func relateParts(_ one: Figure, _ other: Figure) -> PopulationRelation? {
  switch (one.part, other.part) {
  case (nil, nil): nil
  case (nil, _?): .wholeOfOther
  case (_?, nil): .partOfOther
  case (let first?, let second?):
    first == second ? nil : .unrelated("two different parts: \(first), \(second)")
  }
}

extension Figure {
  /// The words that make it a part, folded; `nil` for a whole.
  var part: String? { proposition.name(ofPart: isPart) }
}

extension Proposition {
  /// The part it counts in words, where it counts one.
  fileprivate func name(ofPart isPart: Bool) -> String? {
    if let part { return folded(part) }
    guard isPart else { return nil }
    return populationText.map(folded) ?? "a part"
  }
}

extension ClaimGraph {
  /// That of its figure, without making the whole of it.
  func part(of row: Int) -> String? {
    claims[row].proposition.name(ofPart: countsPart(row))
  }
}

/// Of those evacuated all are evacuees: a population named after the topic is no part of the wider
/// one there.
private func namedByTopic(
  _ first: String, _ second: String, _ topic: GraphRules.Topic, _ rules: GraphRules
) -> PopulationRelation? {
  guard first != second else { return nil }
  let narrow: String
  if rules.lineage(first).contains(second) {
    narrow = first
  } else if rules.lineage(second).contains(first) {
    narrow = second
  } else {
    return nil
  }
  let words = rules.population(narrow)?.words.map(folded) ?? []
  let isNamed = words.contains { word in
    topic.words.contains { sharesStem(word, folded($0)) }
  }
  let wide = narrow == first ? second : first
  return isNamed ? .assumedEqual("\(narrow) are the \(wide) \(topic.name)") : nil
}

/// Whether two words begin alike for two thirds of the shorter one and at least five letters.
private func sharesStem(_ one: String, _ other: String) -> Bool {
  let shared = zip(one.utf8, other.utf8).prefix { $0 == $1 }.count
  return shared >= 5 && shared * 3 >= min(one.utf8.count, other.utf8.count) * 2
}

private func relateNamed(
  _ first: String, _ second: String, _ rules: GraphRules, assumed: Bool = false
) -> PopulationRelation {
  if first == second {
    return assumed ? .assumedEqual("both mean \(first)") : .equal
  }
  if rules.lineage(first).contains(second) {
    return narrows(first, second, rules)
      ? .label(narrowIsFirst: true, "'\(second)' may be said of '\(first)'") : .partOfOther
  }
  if rules.lineage(second).contains(first) {
    return relateNamed(second, first, rules).reversed
  }
  return .unrelated("nothing says how \(first) and \(second) lie to each other")
}

/// Whether `narrow` only puts a finer label on those `wide` counts.
///
/// Then a loose writer may mean the same people: the wide one is generic, and the narrow one is
/// contested as a label or is the wide word with an adjective. `Americans` within `prisoners` is a
/// real part.
func narrows(_ narrow: String, _ wide: String, _ rules: GraphRules) -> Bool {
  guard let outer = rules.population(wide), outer.generic,
    let inner = rules.population(narrow)
  else { return false }
  if !inner.contestedBy.isEmpty { return true }
  return inner.words.contains { phrase in
    outer.words.contains { word in
      foldedWords(phrase).count > 1 && foldedWords(phrase).last == foldedWords(word).last
    }
  }
}

// MARK: Without populations in the rules

private func relateNouns(
  _ figure: Figure, _ against: Figure, _ rules: GraphRules
) -> PopulationRelation {
  let (one, other) = (figure.proposition, against.proposition)
  guard one.quantity?.kind == .count else { return .equal }
  let (first, second) = (figure.counted, against.counted)
  let heads = (first.last ?? "", second.last ?? "")
  let sorts = (sort(figure, rules), sort(against, rules))
  if first.isEmpty || second.isEmpty {
    // `children` beside a bare number are a part of it, unless both are the same number.
    if one.quantity?.interval == other.quantity?.interval {
      return .assumedEqual("both count the same")
    }
    return relateSorts(sorts, heads) ?? .assumedEqual("both count the same")
  }
  if sorts == (.sighting, .sighting), one != other {
    return .label(narrowIsFirst: true, "each may speak of the \(heads.0) he saw")
  }
  if rules.nouns.areOneThing(heads.0, heads.1) { return relateModified(first, second, rules) }
  // `149 orders` and `144 planes ordered` count one thing: the noun of one is the verb of the other.
  if names(one.predicate, heads.1) || names(other.predicate, heads.0) {
    return .assumedEqual("both count the same")
  }
  return relateSorts(sorts, heads) ?? .unrelated("different things: \(heads.0), \(heads.1)")
}

/// `three men` are only some of those counted where their article counts more.
private func sort(_ figure: Figure, _ rules: GraphRules) -> NounSort {
  let sort = figure.nounSort(rules)
  return sort == .subgroup && !figure.isMinor ? .plain : sort
}

/// How two nouns that are not one lie to each other; `nil` when nothing says so.
private func relateSorts(
  _ sorts: (NounSort, NounSort), _ heads: (String, String)
) -> PopulationRelation? {
  switch sorts {
  case (.generic, .generic): .assumedEqual("both count the same people")
  case (.generic, .subgroup): .wholeOfOther
  case (.subgroup, .generic): .partOfOther
  case (.generic, .plain) where heads.0.isEmpty, (.plain, .generic) where heads.1.isEmpty: nil
  case (.generic, .plain), (.generic, .sighting), (.plain, .subgroup):
    .label(narrowIsFirst: false, "'\(heads.0)' may be said of '\(heads.1)'")
  case (.plain, .generic), (.sighting, .generic), (.subgroup, .plain):
    .label(narrowIsFirst: true, "'\(heads.1)' may be said of '\(heads.0)'")
  case (.subgroup, .subgroup), (.plain, .plain), (.sighting, _), (_, .sighting): nil
  }
}

private func names(_ predicate: String?, _ head: String) -> Bool {
  predicate.map { sameNoun(folded($0), head) } ?? false
}

/// `children` and `young children`: an adjective in one only may narrow it.
private func relateModified(
  _ first: [String], _ second: [String], _ rules: GraphRules
) -> PopulationRelation {
  let modifiers = (Set(first.dropLast()), Set(second.dropLast()))
  if modifiers.0 == modifiers.1 { return .equal }
  if modifiers.0.isSuperset(of: modifiers.1) || modifiers.1.isSuperset(of: modifiers.0) {
    let words =
      "'\(second.joined(separator: " "))' may be said of '\(first.joined(separator: " "))'"
    return .label(narrowIsFirst: modifiers.0.count > modifiers.1.count, words)
  }
  return .unrelated(
    "different things: \(first.joined(separator: " ")), \(second.joined(separator: " "))")
}

/// Whether two forms are one noun: equal, or one with a short ending more (`worker`, `workers`).
func sameNoun(_ one: String, _ other: String) -> Bool {
  if one == other { return true }
  let (short, long) = one.utf8.count < other.utf8.count ? (one, other) : (other, one)
  return short.utf8.count > 2 && long.utf8.count - short.utf8.count <= 2 && long.hasPrefix(short)
}
