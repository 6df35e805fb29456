import HearsayCore
import HearsayText

/// The sightings of one bearer.
struct NameGroup {
  /// The words without diacritics.
  var key: [WordID]
  /// Rows of sightings, in order.
  var rows: [Int]
  var evidence = NameClassEvidence()
  var kind: EntityClass?
  var known: Int?
  var gender: Gender?
  /// Whether every sighting stands in a byline.
  var onlyByline = true
  /// The group it was found to be the same as.
  var joined: Int?
  /// Groups it could be the same as.
  var candidates: [Int] = []
}

/// Joins the sightings of an article to bearers: full name and surname, name and acronym.
struct NameResolver {
  let finder: NameFinder
  var sightings: [NameSighting]
  var groups: [NameGroup] = []
  private var byKey: [[WordID]: Int] = [:]
  private var byKnown: [Int: Int] = [:]

  init(_ finder: NameFinder) {
    self.finder = finder
    sightings = finder.found
  }

  /// The words of a sighting without diacritics, marks and the ending of a firm.
  func key(_ range: TokenRange) -> [WordID] {
    var end = range.end
    while end - 1 > range.start,
      finder.tables.words.bodySuffixes.contains(finder.tokens[end - 1].word)
    { end -= 1 }
    var start = range.start
    if end - start > 1, finder.tables.words.articles.contains(finder.tokens[start].word) {
      start += 1
    }
    return (start..<end).map { finder.lexicon.folded(finder.tokens[$0].word) }
  }

  /// Puts equal names together and lets their evidence decide what they are.
  mutating func group() {
    for row in sightings.indices {
      let sighting = sightings[row]
      let key = key(sighting.tokens)
      let place = sighting.known.flatMap { byKnown[$0] } ?? byKey[key] ?? groups.count
      if place == groups.count { groups.append(NameGroup(key: key, rows: [])) }
      byKey[key] = byKey[key] ?? place
      if let known = sighting.known {
        byKnown[known] = place
        groups[place].known = groups[place].known ?? known
      }
      groups[place].rows.append(row)
      groups[place].evidence.add(sighting.evidence)
      groups[place].gender = groups[place].gender ?? sighting.gender
      if !sighting.inByline { groups[place].onlyByline = false }
    }
    addPlaceStems()
    for row in groups.indices { groups[row].kind = kind(groups[row]) }
  }

  /// `Korrin` beside `Korrin Valley` is likely a place.
  private mutating func addPlaceStems() {
    for group in groups where group.key.count == 2 && group.evidence.place > 4 {
      let isHeaded = finder.lexicon.tags(group.key[1]).has(.namePlaceHead)
      guard isHeaded, let stem = byKey[[group.key[0]]] else { continue }
      groups[stem].evidence.place += 2
    }
  }

  /// The class the evidence gives; two or three words without any are a person, unless they are
  /// words of the language, as in `Penal Forum`.
  private func kind(_ group: NameGroup) -> EntityClass? {
    if let best = group.evidence.best { return best }
    guard (2...4).contains(group.key.count) else { return nil }
    if group.evidence.person < 0 { return .organisation }
    return (group.key.contains { finder.isLanguageWord($0) }) ? .organisation : .person
  }

  /// Joins short names to the one full name they can mean.
  mutating func join() {
    joinFullNames()
    let endings = longer(by: { $0.key.count }, parts: suffixes)
    let starts = longer(by: { $0.key.count }, parts: { [Array($0.key.prefix(1))] })
    for row in groups.indices where groups[row].joined == nil { joinShort(row, endings, starts) }
    joinAcronyms()
    joinPrefixed()
    joinFirms()
    for row in groups.indices where groups[row].kind == nil { groups[row].kind = .other }
  }

  /// `Juan Guanipa` and `Juan Pablo Guanipa`: same first and last word, one inside the other.
  private mutating func joinFullNames() {
    var byEnds: [[WordID]: [Int]] = [:]
    for (row, group) in groups.enumerated() where group.key.count > 1 && isPerson(row) {
      byEnds[[group.key[0], group.key[group.key.count - 1]], default: []].append(row)
    }
    for row in groups.indices where groups[row].key.count > 1 && isPerson(row) {
      let key = groups[row].key
      let others = (byEnds[[key[0], key[key.count - 1]]] ?? []).filter {
        $0 != row && groups[$0].key.count > key.count
      }
      if others.count == 1, groups[row].known == nil { groups[row].joined = others[0] }
    }
  }

  private func isPerson(_ row: Int) -> Bool { groups[row].kind == .person }

  /// The true endings of a person's name, and for three words or more the second last word too.
  private func suffixes(_ group: NameGroup) -> [[WordID]] {
    let key = trimmedKey(group.key)
    var parts = (1..<max(1, key.count)).map { Array(key[$0...]) }
    if key.count > 2 { parts.append([key[key.count - 2]]) }
    return parts
  }

  private func trimmedKey(_ key: [WordID]) -> [WordID] {
    var key = key
    while key.count > 2, finder.tables.words.generation.contains(key[key.count - 1]) {
      key.removeLast()
    }
    return key
  }

  private func longer(
    by size: (NameGroup) -> Int, parts: (NameGroup) -> [[WordID]]
  ) -> [[WordID]: [Int]] {
    var table: [[WordID]: [Int]] = [:]
    for (row, group) in groups.enumerated()
    where size(group) > 1 && group.joined == nil && group.kind == .person && !group.onlyByline {
      for part in parts(group) where !(table[part] ?? []).contains(row) {
        table[part, default: []].append(row)
      }
    }
    return table
  }

  private mutating func joinShort(
    _ row: Int, _ endings: [[WordID]: [Int]], _ starts: [[WordID]: [Int]]
  ) {
    let group = groups[row]
    if finder.tables.ambiguous.contains(group.key) {
      groups[row].candidates = (endings[group.key] ?? []).filter { $0 != row }
      groups[row].kind = .person
      return
    }
    if let known = group.known {
      let bearer = finder.tables.known.rows[known]
      if bearer.fromStory || bearer.kind == .other { return }
    }
    let isTitled = group.rows.contains { sightings[$0].titled }
    if group.kind == .place || group.kind == .organisation || group.known != nil, !isTitled {
      if group.evidence.person < 3 && group.evidence.place + group.evidence.body > 3 { return }
    }
    if let family = family(group, endings) {
      groups[row].candidates = family
      groups[row].kind = .person
      return
    }
    var bearers = (endings[group.key] ?? []).filter { $0 != row }
    if bearers.isEmpty { bearers = (starts[group.key] ?? []).filter { $0 != row } }
    if bearers.count == 1 {
      groups[row].joined = bearers[0]
    } else if bearers.count > 1 {
      groups[row].candidates = bearers
      groups[row].kind = .person
    }
  }

  /// The bearers of a surname in the plural: `the Sandors`.
  private func family(_ group: NameGroup, _ endings: [[WordID]: [Int]]) -> [Int]? {
    guard group.key.count == 1, group.known == nil, endings[group.key] == nil else { return nil }
    let form = finder.lexicon.text(group.key[0])
    guard form.utf8.count > 3, form.hasSuffix("s"),
      let singular = finder.lexicon.vocabulary.find(String(form.dropLast()))
    else { return nil }
    return endings[[singular]]
  }

  /// `FP` and `Foro Penal`: the first letters of one body in the article.
  private mutating func joinAcronyms() {
    var byInitials: [[UInt8]: [Int]] = [:]
    for (row, group) in groups.enumerated()
    where group.key.count > 1 && group.joined == nil && group.kind != .place {
      byInitials[initials(group.key), default: []].append(row)
    }
    for row in groups.indices where groups[row].key.count == 1 && groups[row].joined == nil {
      guard groups[row].known == nil, let first = groups[row].rows.first,
        finder.isAcronym(sightings[first].tokens.start)
      else { continue }
      let form = finder.lexicon.vocabulary.form(groups[row].key[0]).filter { $0 != 0x2E }
      guard let bodies = byInitials[Array(form)], bodies.count == 1 else { continue }
      groups[row].joined = bodies[0]
      groups[bodies[0]].kind = .organisation
    }
  }

  /// `State Department` and `US State Department`: a body with and without its country, when only
  /// one such country is named with it.
  private mutating func joinPrefixed() {
    var byRest: [[WordID]: [Int]] = [:]
    for (row, group) in groups.enumerated()
    where group.key.count > 2 && group.kind == .organisation && group.joined == nil {
      guard let first = group.rows.first else { continue }
      let range = sightings[first].tokens
      let listed = finder.tables.known.match(
        at: range.start, finder.tokens, before: range.end, finder.lexicon)
      guard let listed, finder.tables.known.rows[listed.row].kind != .organisation else { continue }
      byRest[key(TokenRange(listed.end, range.end)), default: []].append(row)
    }
    for row in groups.indices where groups[row].joined == nil && groups[row].key.count > 1 {
      guard let longer = byRest[groups[row].key], longer.count == 1, longer[0] != row else {
        continue
      }
      groups[row].joined = longer[0]
    }
  }

  /// `Norvik` and `Norvik Steel Corp.`: the first word of one body, when nothing else bears it.
  private mutating func joinFirms() {
    var byFirst: [WordID: [Int]] = [:]
    for (row, group) in groups.enumerated()
    where group.key.count > 1 && group.kind == .organisation && group.joined == nil {
      byFirst[group.key[0], default: []].append(row)
    }
    for (row, group) in groups.enumerated() where group.key.count == 1 && group.joined == nil {
      guard group.known == nil, group.candidates.isEmpty, group.kind != .person,
        group.evidence.place < 3, let bodies = byFirst[group.key[0]], bodies.count == 1,
        groups[bodies[0]].known == nil, isFirm(groups[bodies[0]])
      else { continue }
      groups[row].joined = bodies[0]
    }
  }

  /// Whether the name ends as names of firms do; a police department is no short for its city.
  private func isFirm(_ group: NameGroup) -> Bool {
    group.rows.contains { row in
      let last = finder.tokens[sightings[row].tokens.end - 1].word
      return finder.tables.words.bodySuffixes.contains(last)
        || finder.tables.words.firmHeads.contains(last)
    }
  }

  private func initials(_ key: [WordID]) -> [UInt8] {
    key.compactMap { word in
      let tags = finder.lexicon.tags(word)
      let isSmall =
        finder.tables.words.of.contains(word) || finder.tables.words.forWords.contains(word)
        || finder.tables.words.and.contains(word) || finder.tables.words.articles.contains(word)
      if isSmall || tags.has(.nameParticle) || tags.has(.clitic) { return nil }
      return finder.lexicon.vocabulary.form(word).first
    }
  }
}
