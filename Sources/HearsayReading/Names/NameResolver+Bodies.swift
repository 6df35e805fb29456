import HearsayCore
import HearsayText

// The names of bodies: acronyms, a body with and without its country, the short names of firms.

extension NameResolver {
  /// `FP` and `Foro Penal`: the first letters of one body in the article.
  mutating func joinAcronyms() {
    let acronyms = groups.indices.filter { isAcronym($0) }
    if acronyms.isEmpty { return }
    var byInitials: [[UInt8]: [Int]] = [:]
    for row in groups.indices
    where groups[row].key.count > 1 && groups[row].joined == nil && groups[row].kind != .place {
      byInitials[initials(groups[row].key), default: []].append(row)
    }
    for row in acronyms {
      let form = finder.lexicon.vocabulary.form(runs.first(groups[row].key)).filter { $0 != 0x2E }
      var bodies = byInitials[Array(form)] ?? []
      if bodies.isEmpty, form.count > 2 { bodies = bodiesBeginning(Array(form), byInitials) }
      guard bodies.count == 1 else { continue }
      groups[row].joined = bodies[0]
      groups[bodies[0]].kind = .organisation
    }
  }

  /// `SIA` and `Singapore Airlines`: the first letters of two or three words, more than one of some.
  private func bodiesBeginning(_ form: [UInt8], _ byInitials: [[UInt8]: [Int]]) -> [Int] {
    var found: [Int] = []
    // Few names come before the one that an acronym stands for.
    for row in groups.indices.prefix(512)
    where groups[row].key.count > 1 && groups[row].key.count < form.count
      && groups[row].joined == nil && groups[row].kind == .organisation
    {
      if begins(form[...], groups[row].key) { found.append(row) }
      if found.count > 1 { return [] }
    }
    return found
  }

  /// Whether letters are made of the beginnings of words, in order.
  private func begins(_ letters: ArraySlice<UInt8>, _ key: WordRun) -> Bool {
    guard let first = runs[key].first else { return letters.isEmpty }
    let form = finder.lexicon.vocabulary.form(first)
    var taken = 0
    for (letter, own) in zip(letters, form) {
      guard lower(letter) == lower(own) else { break }
      taken += 1
      if begins(letters.dropFirst(taken), key.dropFirst()) { return true }
      if taken == 3 { break }
    }
    return false
  }

  private func lower(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte + 0x20 : byte }

  /// A single word of capitals that is not listed.
  private func isAcronym(_ row: Int) -> Bool {
    guard groups[row].key.count == 1, groups[row].joined == nil, groups[row].known == nil,
      let first = groups[row].rows.first
    else { return false }
    return finder.isAcronym(sightings[first].tokens.start)
  }

  /// `State Department` and `US State Department`: a body with and without its country, when only
  /// one such country is named with it.
  mutating func joinPrefixed() {
    var byRest = RowsByRun(16)
    for row in groups.indices
    where groups[row].key.count > 2 && groups[row].kind == .organisation
      && groups[row].joined == nil
    {
      guard let first = groups[row].rows.first else { continue }
      let range = sightings[first].tokens
      let listed = finder.text.listed(at: range.start, before: range.end)
      guard let listed, finder.tables.known.rows[listed.row].kind != .organisation else { continue }
      byRest.add(row, key(TokenRange(listed.end, range.end)), runs)
    }
    if byRest.isEmpty { return }
    for row in groups.indices where groups[row].joined == nil && groups[row].key.count > 1 {
      let longer = byRest.rows(groups[row].key, runs)
      if longer.count == 1, longer[0] != row { groups[row].joined = longer[0] }
    }
  }

  /// `Norvik` and `Norvik Steel Corp.`: the first word of one body, when nothing else bears it.
  mutating func joinFirms() {
    var byFirst = RowsByRun(16)
    for row in groups.indices
    where groups[row].key.count > 1 && groups[row].kind == .organisation
      && groups[row].joined == nil
    {
      byFirst.add(row, groups[row].key.prefix(1), runs)
    }
    if byFirst.isEmpty { return }
    for row in groups.indices where mayShortenFirm(row) {
      let bodies = byFirst.rows(groups[row].key, runs)
      guard bodies.count == 1, groups[bodies[0]].known == nil, isFirm(groups[bodies[0]]) else {
        continue
      }
      groups[row].joined = bodies[0]
    }
  }

  /// A single word that nothing else is known of.
  private func mayShortenFirm(_ row: Int) -> Bool {
    groups[row].key.count == 1 && groups[row].joined == nil && groups[row].known == nil
      && groups[row].candidates.isEmpty
      && (groups[row].kind != .person || groups[row].evidence.person < 3)
      && groups[row].evidence.place < 3
  }

  /// Whether the name ends as names of firms do; a police department is no short for its city.
  private func isFirm(_ group: NameGroup) -> Bool {
    group.rows.contains { row in
      let last = finder.tokens[sightings[row].tokens.end - 1].word
      return finder.tables.words.bodySuffixes.contains(last)
        || finder.tables.words.firmHeads.contains(last)
        // `Norvik Copper, a Canadian company`
        || group.evidence.body >= 5 && !finder.lexicon.tags(last).has(.nameBodyHead)
    }
  }

  private func initials(_ key: WordRun) -> [UInt8] {
    runs[key].compactMap { word in
      let tags = finder.lexicon.tags(word)
      let isSmall =
        finder.tables.words.of.contains(word) || finder.tables.words.forWords.contains(word)
        || finder.tables.words.and.contains(word) || finder.tables.words.articles.contains(word)
      if isSmall || tags.has(.nameParticle) || tags.has(.clitic) { return nil }
      return finder.lexicon.vocabulary.form(word).first
    }
  }
}
