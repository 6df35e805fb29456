import HearsayCore
import HearsayText

/// The sightings of one bearer.
struct NameGroup {
  /// The words without diacritics.
  var key: WordRun
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
  /// The words of all keys.
  private var runs = WordRuns()
  private var byKey: RowsByRun
  private var byKnown: [Int: Int] = [:]

  init(_ finder: NameFinder) {
    self.finder = finder
    sightings = finder.found
    byKey = RowsByRun(finder.found.count)
  }

  /// The words of a sighting without diacritics, marks and the ending of a firm.
  private mutating func key(_ range: TokenRange) -> WordRun {
    let start = runs.words.count
    for row in keyTokens(range) { runs.append(finder.lexicon.folded(finder.tokens[row].word)) }
    return start..<runs.words.count
  }

  /// The tokens that make the key of a sighting.
  func keyTokens(_ range: TokenRange) -> Range<Int> {
    var end = range.end
    while end - 1 > range.start,
      finder.tables.words.bodySuffixes.contains(finder.tokens[end - 1].word)
    { end -= 1 }
    var start = range.start
    if end - start > 1, finder.tables.words.articles.contains(finder.tokens[start].word) {
      start += 1
    }
    return start..<end
  }

  /// Puts equal names together and lets their evidence decide what they are.
  mutating func group() {
    for row in sightings.indices {
      let key = key(sightings[row].tokens)
      let before = byKey.last(key, runs)
      let known = sightings[row].known
      let place = known.flatMap { byKnown[$0] } ?? before ?? groups.count
      if place == groups.count { groups.append(NameGroup(key: key, rows: [])) }
      if before == nil { byKey.add(place, key, runs) }
      if let known {
        byKnown[known] = place
        groups[place].known = groups[place].known ?? known
      }
      groups[place].rows.append(row)
      groups[place].evidence.add(sightings[row].evidence)
      groups[place].gender = groups[place].gender ?? sightings[row].gender
      if !sightings[row].inByline { groups[place].onlyByline = false }
    }
    addPlaceStems()
    for row in groups.indices { groups[row].kind = kind(row) }
  }

  /// `Korrin` beside `Korrin Valley` is likely a place.
  private mutating func addPlaceStems() {
    // What one stem gains must not make a place of the next group.
    let headed = groups.indices.filter {
      groups[$0].key.count == 2 && groups[$0].evidence.place > 4
    }
    for row in headed {
      let key = groups[row].key
      let isHeaded = finder.lexicon.tags(runs.words[key.lowerBound + 1]).has(.namePlaceHead)
      guard isHeaded, let stem = byKey.last(key.prefix(1), runs) else { continue }
      groups[stem].evidence.place += 2
    }
  }

  /// The class the evidence gives; two or three words without any are a person, unless they are
  /// words of the language, as in `Penal Forum`.
  private func kind(_ row: Int) -> EntityClass? {
    if let best = groups[row].evidence.best { return best }
    let key = groups[row].key
    guard (2...4).contains(key.count) else { return nil }
    if groups[row].evidence.person < 0 { return .organisation }
    return runs[key].contains { finder.isLanguageWord($0) } ? .organisation : .person
  }

  /// Joins short names to the one full name they can mean.
  mutating func join() {
    joinFullNames()
    let endings = endings()
    let starts = starts()
    for row in groups.indices where groups[row].joined == nil { joinShort(row, endings, starts) }
    joinAcronyms()
    joinPrefixed()
    joinFirms()
    for row in groups.indices where groups[row].kind == nil { groups[row].kind = .other }
  }

  /// `Juan Guanipa` and `Juan Pablo Guanipa`: same first and last word, one inside the other.
  private mutating func joinFullNames() {
    // Only names of three words and more are longer than another one.
    var byEnds = RowsByRun(groups.count)
    for row in groups.indices where groups[row].key.count > 2 && isPerson(row) {
      byEnds.add(row, ends(groups[row].key), runs)
    }
    if byEnds.isEmpty { return }
    for row in groups.indices where groups[row].key.count > 1 && isPerson(row) {
      guard groups[row].known == nil else { continue }
      let count = groups[row].key.count
      let others = byEnds.rows(ends(groups[row].key), runs).filter {
        $0 != row && groups[$0].key.count > count
      }
      if others.count == 1 { groups[row].joined = others[0] }
    }
  }

  /// The first and the last word of a key.
  private mutating func ends(_ key: WordRun) -> WordRun {
    if key.count == 2 { return key }
    let ends = [runs.words[key.lowerBound], runs.words[key.upperBound - 1]]
    return runs.add(ends)
  }

  private func isPerson(_ row: Int) -> Bool { groups[row].kind == .person }

  /// Whether a short name may stand for this one.
  private func isLonger(_ row: Int) -> Bool {
    groups[row].key.count > 1 && groups[row].joined == nil && isPerson(row)
      && !groups[row].onlyByline
  }

  /// Persons by the true endings of their names, and for three words or more by the second last
  /// word too.
  private func endings() -> RowsByRun {
    var table = RowsByRun(groups.count)
    for row in groups.indices where isLonger(row) {
      let key = trimmed(groups[row].key)
      for start in key.dropFirst() { table.add(row, start..<key.upperBound, runs) }
      guard key.count > 2 else { continue }
      let before = key.upperBound - 2..<key.upperBound - 1
      // `Garcia Garcia`: once is enough.
      if runs.first(before) != runs.words[key.upperBound - 1] { table.add(row, before, runs) }
    }
    return table
  }

  /// Persons by their first words.
  private func starts() -> RowsByRun {
    var table = RowsByRun(groups.count)
    for row in groups.indices where isLonger(row) {
      table.add(row, groups[row].key.prefix(1), runs)
    }
    return table
  }

  private func trimmed(_ key: WordRun) -> WordRun {
    var key = key
    while key.count > 2, finder.tables.words.generation.contains(runs.words[key.upperBound - 1]) {
      key.removeLast()
    }
    return key
  }

  private mutating func joinShort(
    _ row: Int, _ endings: borrowing RowsByRun, _ starts: borrowing RowsByRun
  ) {
    let key = groups[row].key
    if !finder.tables.ambiguous.isEmpty, finder.tables.ambiguous.contains(Array(runs[key])) {
      groups[row].candidates = endings.rows(key, runs).filter { $0 != row }
      groups[row].kind = .person
      return
    }
    if isListed(row) || isNoPerson(row) { return }
    if let family = family(row, endings) {
      groups[row].candidates = family
      groups[row].kind = .person
      return
    }
    var bearers = endings.rows(key, runs).filter { $0 != row }
    if bearers.isEmpty { bearers = starts.rows(key, runs).filter { $0 != row } }
    if bearers.count == 1 {
      groups[row].joined = bearers[0]
    } else if bearers.count > 1 {
      groups[row].candidates = bearers
      groups[row].kind = .person
    }
  }

  /// Whether the story lists it, or the language as something that is nobody.
  private func isListed(_ row: Int) -> Bool {
    guard let known = groups[row].known else { return false }
    return finder.tables.known.rows[known].fromStory
      || finder.tables.known.rows[known].kind == .other
  }

  /// A place or body that no title makes a person.
  private func isNoPerson(_ row: Int) -> Bool {
    let kind = groups[row].kind
    guard kind == .place || kind == .organisation || groups[row].known != nil else { return false }
    let evidence = groups[row].evidence
    return evidence.person < 3 && evidence.place + evidence.body > 3
      && !groups[row].rows.contains { sightings[$0].titled }
  }

  /// The bearers of a surname in the plural: `the Sandors`.
  private mutating func family(_ row: Int, _ endings: borrowing RowsByRun) -> [Int]? {
    let key = groups[row].key
    guard !endings.isEmpty, key.count == 1, groups[row].known == nil, !endings.has(key, runs) else {
      return nil
    }
    let form = finder.lexicon.vocabulary.form(runs.first(key))
    guard form.count > 3, form.last == UInt8(ascii: "s"),
      let singular = finder.lexicon.vocabulary.find(
        String(finder.lexicon.text(runs.first(key)).dropLast()))
    else { return nil }
    let bearers = endings.rows(runs.add([singular]), runs)
    return bearers.isEmpty ? nil : bearers
  }

  /// `FP` and `Foro Penal`: the first letters of one body in the article.
  private mutating func joinAcronyms() {
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
  private mutating func joinPrefixed() {
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
  private mutating func joinFirms() {
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
      && groups[row].candidates.isEmpty && groups[row].kind != .person
      && groups[row].evidence.place < 3
  }

  /// Whether the name ends as names of firms do; a police department is no short for its city.
  private func isFirm(_ group: NameGroup) -> Bool {
    group.rows.contains { row in
      let last = finder.tokens[sightings[row].tokens.end - 1].word
      return finder.tables.words.bodySuffixes.contains(last)
        || finder.tables.words.firmHeads.contains(last)
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
