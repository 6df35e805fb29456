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
  var runs = WordRuns()
  private var byKey: RowsByRun
  private var byKnown: [Int: Int] = [:]

  init(_ finder: NameFinder) {
    self.finder = finder
    sightings = finder.found
    byKey = RowsByRun(finder.found.count)
  }

  /// The words of a sighting without diacritics, marks and the ending of a firm.
  mutating func key(_ range: TokenRange) -> WordRun {
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
}
