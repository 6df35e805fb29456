import HearsayCore
import HearsayText

/// Roles that stand after a name or apart from it: `X, director of Foro Penal,`,
/// `the director of Foro Penal, X, said`.
extension NameResolver {
  mutating func addRoles() {
    for row in sightings.indices {
      addRoleAfter(row)
      if row > 0 { addRoleAcrossComma(row) }
      addRoleBeforeComma(row)
      addBodyAfter(row)
      addBodyLed(row)
    }
  }

  /// The tokens of a sentence end where the sighting's sentence ends.
  private func limit(_ sighting: NameSighting) -> Int { finder.ends[sighting.sentence] }

  private mutating func addRoleAfter(_ row: Int) {
    let sighting = sightings[row]
    let end = limit(sighting)
    guard sighting.role == nil, sighting.evidence.place < 50, sighting.evidence.body < 50,
      sighting.evidence.other < 50
    else { return }
    var at = sighting.tokens.end
    guard at < end, finder.isCommaToken(at) else { return }
    at += 1
    if at + 1 < end, finder.tokens[at].kind == .number, finder.isCommaToken(at + 1) { at += 2 }
    let start = at
    guard let noun = roleNoun(from: at, before: end) else { return }
    let stop = roleEnd(noun, before: end)
    // `in the village of Kolm, the mayor said`: nothing closes it, so that it is no apposition.
    if stop < end, finder.tables.words.speaking.contains(finder.tokens[stop].word) { return }
    sightings[row].role = withoutArticle(TokenRange(start, stop))
    sightings[row].evidence.person += 6
    if sighting.known == nil { sightings[row].rule = "english/name.apposition" }
    let next = row + 1
    if next < sightings.count, sightings[next].tokens.start < stop {
      sightings[row].organisation = sightings[next].tokens
    }
    addGender(row, noun)
  }

  private mutating func addGender(_ row: Int, _ noun: Int) {
    let word = finder.tokens[noun].word
    if finder.tables.words.maleRoles.contains(word) { sightings[row].gender = .male }
    if finder.tables.words.femaleRoles.contains(word) { sightings[row].gender = .female }
  }

  private func withoutArticle(_ range: TokenRange) -> TokenRange {
    let isArticle =
      finder.classes[range.start] == .possessive
      || finder.tables.words.articles.contains(finder.tokens[range.start].word)
    return TokenRange(isArticle && range.count > 1 ? range.start + 1 : range.start, range.end)
  }

  /// The last role word of the noun group that begins here, such as `director` in
  /// `the group's executive director`.
  private func roleNoun(from start: Int, before end: Int) -> Int? {
    var noun: Int?
    var row = start
    let first = finder.tokens[start < end ? start : max(0, end - 1)]
    guard start < end, first.kind == .word else { return nil }
    while row < end, row < start + 7, isGroupWord(row, row == start) {
      if isRole(row) { noun = row }
      row += 1
    }
    return noun
  }

  /// A role of one person: plurals take over the tag of their singular.
  private func isRole(_ row: Int) -> Bool {
    let word = finder.tokens[row].word
    return finder.tags(row).has(.nameRole) && finder.lexicon.facts(word).lemma == word
  }

  private func isGroupWord(_ row: Int, _ isFirst: Bool) -> Bool {
    let token = finder.tokens[row]
    if token.kind == .mark { return finder.isHyphenToken(row) }
    guard token.kind == .word else { return false }
    let tags = finder.tags(row)
    if tags.has(.nameRole) || tags.has(.nameRoleModifier) || token.flags.contains(.capital) {
      return true
    }
    if finder.tables.words.articles.contains(token.word) { return isFirst }
    if token.flags.contains(.clitic) { return true }
    switch finder.classes[row] {
    case .noun, .adjective, .possessive, .name, .genitive: return true
    case .other: return !tags.has(.nameCommon)
    default: return false
    }
  }

  /// `of Foro Penal` and what belongs to it, up to a comma.
  private func roleEnd(_ noun: Int, before end: Int) -> Int {
    var row = noun + 1
    while row < end, row < noun + 12 {
      let token = finder.tokens[row]
      guard token.kind == .word || finder.isHyphenToken(row), !endsRole(row) else { break }
      if row == noun + 1, !finder.tables.words.bodyPrepositions.contains(token.word),
        !finder.tables.words.placePrepositions.contains(token.word)
      {
        break
      }
      row += 1
    }
    return row
  }

  /// A verb or a word that begins a clause.
  private func endsRole(_ row: Int) -> Bool {
    switch finder.classes[row] {
    case .verbBase, .verbS, .verbPast, .be, .have, .doAuxiliary, .modal, .relative, .subordinator,
      .whWord, .to, .subjectPronoun:
      true
    default: false
    }
  }

  /// `the director of Foro Penal, Alfredo Romero, said`.
  private mutating func addRoleAcrossComma(_ row: Int) {
    let sighting = sightings[row]
    let body = sightings[row - 1]
    guard sighting.role == nil, body.sentence == sighting.sentence,
      sighting.tokens.start == body.tokens.end + 1, finder.isCommaToken(body.tokens.end),
      sighting.tokens.count > 1, sighting.known == nil || sighting.evidence.person > 50
    else { return }
    let end = limit(sighting)
    guard sighting.tokens.end >= end || finder.tokens[sighting.tokens.end].kind != .word else {
      return
    }
    var at = body.tokens.start - 1
    if at > 0, finder.tables.words.articles.contains(finder.tokens[at].word) { at -= 1 }
    guard at > 1, finder.tables.words.bodyPrepositions.contains(finder.tokens[at].word),
      finder.tags(at - 1).has(.nameRole)
    else { return }
    sightings[row].role = TokenRange(at - 1, body.tokens.end)
    sightings[row].organisation = body.tokens
    sightings[row].evidence.person += 6
    if sighting.known == nil { sightings[row].rule = "english/name.role" }
    addGender(row, at - 1)
  }

  /// `its former president, Nicolás Maduro, said`: a noun group with an article or possessive.
  private mutating func addRoleBeforeComma(_ row: Int) {
    let sighting = sightings[row]
    let comma = sighting.tokens.start - 1
    let lower = sighting.sentence == 0 ? 0 : finder.ends[sighting.sentence - 1]
    guard sighting.role == nil, comma - 1 > lower, finder.isCommaToken(comma),
      finder.tags(comma - 1).has(.nameRole), isClosedOff(sighting)
    else { return }
    var start = comma - 1
    while start > lower, finder.tags(start - 1).has(.nameRoleModifier) { start -= 1 }
    guard start > lower else { return }
    switch finder.classes[start - 1] {
    case .determiner, .possessive, .genitive: break
    default: return
    }
    sightings[row].role = TokenRange(start, comma)
    sightings[row].evidence.person += 6
    if sighting.known == nil { sightings[row].rule = "english/name.role" }
    addGender(row, comma - 1)
  }

  /// Whether a mark or a stop follows, or the sentence ends.
  private func isClosedOff(_ sighting: NameSighting) -> Bool {
    let end = sighting.tokens.end
    return end >= limit(sighting) || finder.tokens[end].kind == .mark
      || finder.tokens[end].kind == .stop
  }

  /// `Alfredo Romero of Foro Penal`.
  private mutating func addBodyAfter(_ row: Int) {
    let sighting = sightings[row]
    guard sighting.organisation == nil, row + 1 < sightings.count,
      sighting.tokens.count > 1 || sighting.titled
    else { return }
    let body = sightings[row + 1]
    guard body.sentence == sighting.sentence else { return }
    let gap = body.tokens.start - sighting.tokens.end
    guard gap == 1 || gap == 2,
      finder.tables.words.bodyPrepositions.contains(finder.tokens[sighting.tokens.end].word),
      gap == 1 || finder.tables.words.articles.contains(finder.tokens[sighting.tokens.end + 1].word)
    else { return }
    sightings[row].organisation = body.tokens
    sightings[row + 1].evidence.body += 3
  }

  /// `Jorge Rodríguez, who presides over the National Assembly`.
  private mutating func addBodyLed(_ row: Int) {
    let sighting = sightings[row]
    guard sighting.organisation == nil, row + 1 < sightings.count,
      sightings[row + 1].sentence == sighting.sentence
    else { return }
    var at = sighting.tokens.end
    let body = sightings[row + 1].tokens
    if finder.isCommaToken(at) { at += 1 }
    guard at + 1 < body.start, body.start - at <= 4,
      finder.tables.words.personNext.contains(finder.tokens[at].word),
      finder.tables.words.leads.contains(finder.tokens[at + 1].word)
    else { return }
    sightings[row].organisation = body
  }
}
