import HearsayCore
import HearsayText

// The names of persons: the full name that a short one stands for.

extension NameResolver {
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
}
