import HearsayCore
import HearsayText

/// Notes a name with what its words and its neighbours say of its bearer.
extension NameFinder {
  mutating func note(
    _ range: TokenRange, known: Int?, title: TokenRange?, organisation: TokenRange?
  ) {
    guard range.count > 0 else { return }
    var sighting = NameSighting(
      tokens: range, rule: "english/name.shape", known: known, sentence: sentence)
    sighting.inByline = inByline
    if let known {
      let bearer = tables.known.rows[known]
      sighting.rule = bearer.fromStory ? "story/name.listed" : "english/name.listed"
      if bearer.homeland != nil { sighting.rule = "english/name.demonym" }
      if !bearer.openKind { addListed(bearer.kind, &sighting.evidence) }
    }
    addShape(range, &sighting)
    if let title { addTitle(title, organisation, &sighting) } else { addRoleBefore(&sighting) }
    addNeighbours(range, &sighting)
    add(sighting)
  }

  private func addListed(_ kind: EntityClass, _ evidence: inout NameClassEvidence) {
    switch kind {
    case .person: evidence.person += 100
    case .organisation: evidence.body += 100
    case .place: evidence.place += 100
    case .other: evidence.other += 100
    }
  }

  // MARK: the words themselves

  private func addShape(_ range: TokenRange, _ sighting: inout NameSighting) {
    let first = tags(range.start)
    var end = range.end
    while end - 1 > range.start, isOne(end - 1, of: tables.words.generation) { end -= 1 }
    let last = tags(end - 1)
    let several = end - range.start > 1
    if isOne(end - 1, of: tables.words.bodySuffixes), several { sighting.evidence.body += 9 }
    if isOne(end - 1, of: tables.words.otherHeads), several { sighting.evidence.other += 7 }
    if isOne(range.start, of: tables.words.otherFirsts), several { sighting.evidence.other += 9 }
    if isOne(range.start, of: tables.words.bodyFirsts), several { sighting.evidence.body += 6 }
    if (range.indices.contains { hasDigits($0) }) { sighting.evidence.other += 7 }
    if first.has(.nameGiven) { addGiven(first, several, &sighting) }
    let joined = range.indices.contains { isOne($0, of: tables.words.of) }
    if joined {
      addJoined(range, &sighting.evidence)
    } else if several, !first.has(.nameGiven) || last.has(.nameBodyHead) {
      if last.has(.namePlaceHead) { sighting.evidence.place += 6 }
      let isPair = first.has(.nameGiven) && end - range.start == 2
      if last.has(.nameBodyHead) { sighting.evidence.body += isPair ? 3 : 5 }
      if first.has(.namePlaceFirst), !last.has(.nameHead) { sighting.evidence.place += 2 }
    }
    if range.indices.contains(where: { isOne($0, of: tables.words.ands) }) {
      sighting.evidence.body += 4
    }
    if several, !inTitleCase, hasCapitalsInside(range) { sighting.evidence.person -= 4 }
    if !several, isAcronym(range.start) { sighting.evidence.body += 4 }
    if (range.indices.contains { isInitial($0) }) { sighting.evidence.person += 3 }
  }

  private func addGiven(_ tags: Tags, _ several: Bool, _ sighting: inout NameSighting) {
    sighting.evidence.person += several ? 4 : 2
    let both = tags.has(.nameMale) && tags.has(.nameFemale)
    if !both { sighting.gender = tags.has(.nameMale) ? .male : .female }
  }

  private func addJoined(_ range: TokenRange, _ evidence: inout NameClassEvidence) {
    for row in range.indices {
      if isOne(row, of: tables.words.of) { return }
      let tags = tags(row)
      if tags.has(.nameBodyHead) {
        evidence.body += 6
      } else if tags.has(.namePlaceHead) {
        evidence.place += 6
      } else if tags.has(.nameOfHead) {
        evidence.body += 3
      }
    }
  }

  /// `Mac OS`: a word of capitals beside one that is none.
  private func hasCapitalsInside(_ range: TokenRange) -> Bool {
    var all = 0
    var words = 0
    for row in range.indices where tokens[row].kind == .word && !isInitial(row) {
      words += 1
      let isInitials = row == range.start && tokens[row].length == 2
      if tokens[row].flags.contains(.allCapitals), !isInitials,
        !isOne(row, of: tables.words.generation)
      {
        all += 1
      }
    }
    return all > 0 && all < words
  }

  /// `A380`, `FTSE-100`: a thing that is numbered.
  private func hasDigits(_ row: Int) -> Bool {
    tokens[row].kind == .number || tokens[row].flags.contains(.mixed)
  }

  /// `F.` in `John F. Kennedy`.
  private func isInitial(_ row: Int) -> Bool {
    tokens[row].flags.contains(.abbreviated) && tokens[row].length == 2
  }

  /// Two to six capital letters and nothing else.
  func isAcronym(_ row: Int) -> Bool {
    tokens[row].flags.contains(.allCapitals) && tokens[row].length <= 7 && !inTitleCase
      && !evidence.hasMixedCapital(tokens[row].word)
  }

  // MARK: titles and roles before it

  private func addTitle(
    _ title: TokenRange, _ organisation: TokenRange?, _ sighting: inout NameSighting
  ) {
    sighting.titled = true
    sighting.evidence.person += 9
    sighting.rule = "english/name.title"
    sighting.organisation = organisation
    let isRole = title.indices.contains {
      tags($0).has(.nameRole) || tags($0).has(.nameRoleModifier)
    }
    if isRole { sighting.role = withModifiers(title) }
    addGender(of: title, &sighting)
  }

  private func addGender(of words: TokenRange, _ sighting: inout NameSighting) {
    for row in words.indices {
      if isOne(row, of: tables.words.maleTitles) || isOne(row, of: tables.words.maleRoles) {
        sighting.gender = .male
      }
      if isOne(row, of: tables.words.femaleTitles) || isOne(row, of: tables.words.femaleRoles) {
        sighting.gender = .female
      }
    }
  }

  /// Goes back over `former deputy` before a role.
  private func withModifiers(_ role: TokenRange) -> TokenRange {
    var start = role.start
    let last = found.last.map { $0.sentence == sentence ? $0.tokens.end : 0 } ?? 0
    while start - 1 >= max(bounds.start, last),
      tags(start - 1).has(.nameRoleModifier) || isHyphen(start - 1)
    { start -= 1 }
    while start < role.start, isHyphen(start) { start += 1 }
    return TokenRange(start, role.end)
  }

  /// `opposition leader | Davor Kell`, `White House spokeswoman | Karoline Leavitt`.
  private func addRoleBefore(_ sighting: inout NameSighting) {
    let before = sighting.tokens.start - 1
    if let title = titleBeforeBracket(before) { return addTitle(title, nil, &sighting) }
    guard before >= bounds.start, tokens[before].kind == .word, !isCapital(before) else { return }
    if isOne(before, of: tables.words.bodyNouns) { sighting.evidence.body += 4 }
    let start = longTitleStart(before)
    guard
      start < before || tags(before).has(.nameRole)
        || tables.words.titles.contains(tokens[before].word)
    else { return }
    let role = withModifiers(TokenRange(start, before + 1))
    sighting.role = role
    sighting.titled = true
    sighting.evidence.person += 8
    if sighting.known == nil { sighting.rule = "english/name.role" }
    addGender(of: role, &sighting)
    guard let last = found.last, last.sentence == sentence else { return }
    let gap = role.start - last.tokens.end
    let genitive = gap == 1 && tokens[last.tokens.end].flags.contains(.clitic)
    if gap == 0 || genitive { sighting.organisation = last.tokens }
  }

  /// `Principal Secretary (Health) | Ana Lima`: the role before a bracket that a name follows.
  private func titleBeforeBracket(_ close: Int) -> TokenRange? {
    guard close > bounds.start, tokens[close].kind == .mark, firstByte(close) == UInt8(ascii: ")")
    else { return nil }
    let open = (max(bounds.start, close - 7)..<close).last {
      firstByte($0) == UInt8(ascii: "(")
    }
    guard let open, open - 1 >= bounds.start else { return nil }
    let last = open - 1
    let start = longTitleStart(last)
    guard
      start < last || tags(last).has(.nameRole) || tables.words.titles.contains(tokens[last].word)
    else { return nil }
    return TokenRange(start, last + 1)
  }

  /// Where a title of several words begins that ends at a token; the token itself when none does.
  private func longTitleStart(_ last: Int) -> Int {
    var row = last - 1
    while row >= bounds.start, row > last - 4 {
      if longTitleEnd(row) == last + 1 { return row }
      row -= 1
    }
    return last
  }

  // MARK: what stands beside it

  private func addNeighbours(_ range: TokenRange, _ sighting: inout NameSighting) {
    if !modifiesNoun(range.end) || !isOne(range.start - 1, of: tables.words.articles) {
      addBefore(range.start - 1, range.count, &sighting.evidence)
    }
    guard range.end < bounds.end else { return }
    if isOne(range.end, of: tables.words.personNext) { sighting.evidence.person += 4 }
    if isOne(range.end, of: tables.words.speaking) { sighting.evidence.person += 1 }
    if range.start == bounds.start, tokens[range.start].flags.contains(.allCapitals),
      isDash(range.end) || isComma(range.end)
    {
      sighting.evidence.place += 4
    }
    if isDash(range.end), let city = found.last, city.tokens.start == bounds.start,
      city.tokens.end == range.start - 1, isComma(range.start - 1)
    {
      sighting.evidence.place += 4
    }
    if isComma(range.end) { addApposition(range.end + 1, &sighting.evidence) }
    addPronoun(range, &sighting)
  }

  /// Whether a noun in lower case follows: `the Brask council`.
  private func modifiesNoun(_ row: Int) -> Bool {
    guard row < bounds.end, row < classes.count, tokens[row].kind == .word else { return false }
    if isHyphenToken(row) { return true }
    return !isCapital(row) && (classes[row] == .noun || classes[row] == .adjective)
      && !tokens[row].flags.contains(.clitic)
  }

  private func addBefore(_ before: Int, _ count: Int, _ evidence: inout NameClassEvidence) {
    guard before >= bounds.start else { return }
    if isOne(before, of: tables.words.articles) {
      evidence.body += count > 1 ? 2 : 1
      evidence.person -= count > 1 ? 5 : 3
      if before > bounds.start, isOne(before - 1, of: tables.words.placePrepositions) {
        evidence.place += 1
      }
      return
    }
    if isOne(before, of: tables.words.placePrepositions) { evidence.place += 3 }
    guard isOne(before, of: tables.words.bodyPrepositions), before > bounds.start else { return }
    let noun = before - 1
    if tags(noun).has(.namePlaceHead) || isOne(noun, of: tables.words.placeNouns) {
      evidence.place += 4
    } else if tags(noun).has(.nameRole), !isCapital(noun) || tags(noun).has(.nameTitle) {
      evidence.body += 2
    }
  }

  func isComma(_ row: Int) -> Bool {
    row < bounds.end && isCommaToken(row)
  }

  private func isDash(_ row: Int) -> Bool {
    guard row < bounds.end, tokens[row].kind == .mark, tokens[row].flags.contains(.spaced) else {
      return false
    }
    let form = lexicon.vocabulary.form(tokens[row].word)
    return form.first == 0x2D || form.first == 0xE2
  }

  /// `, 58,`; `, a town in`; `, the company that`.
  private func addApposition(_ start: Int, _ evidence: inout NameClassEvidence) {
    guard start < bounds.end else { return }
    if tokens[start].kind == .number, tokens[start].length <= 3, isComma(start + 1) {
      evidence.person += 5
      return
    }
    if isOne(start, of: tables.words.personNext) { evidence.person += 4 }
    if isOne(start, of: tables.words.postNominals) { evidence.person += 5 }
    if isOne(start, of: tables.words.thingNext) { evidence.person -= 5 }
    guard isOne(start, of: tables.words.articles) else { return }
    var row = start + 1
    while row < bounds.end, row < start + 6, tokens[row].kind == .word {
      // `, the county's mayor,`
      if row + 1 < bounds.end, tokens[row + 1].flags.contains(.clitic) {
        row += 2
        continue
      }
      if isOne(row, of: tables.words.placeNouns) { evidence.place += 5 }
      if isOne(row, of: tables.words.bodyNouns) { evidence.body += 5 }
      // `in the village of Kolm, the mayor said`: nothing closes it.
      let isSubject = row + 1 < bounds.end && isOne(row + 1, of: tables.words.speaking)
      if tags(row).has(.nameRole), !isCapital(row), !isSubject { evidence.person += 5 }
      if isOne(row, of: tables.words.placeNouns) || isOne(row, of: tables.words.bodyNouns)
        || tags(row).has(.nameRole) || tokens[row].flags.contains(.clitic)
      {
        return
      }
      row += 1
    }
  }

  /// Whether a verb follows a name.
  private func isSubject(_ row: Int) -> Bool {
    guard row < bounds.end, row < classes.count else { return false }
    return classes[row].isVerb || classes[row].isAuxiliary || classes[row] == .adverb
  }

  /// The first pronoun after the first name of a sentence.
  private func addPronoun(_ range: TokenRange, _ sighting: inout NameSighting) {
    guard found.last?.sentence != sentence, isSubject(range.end) else { return }
    var row = range.end
    while row < bounds.end, row < range.end + 16 {
      if isOne(row, of: tables.words.he) || isOne(row, of: tables.words.she) {
        sighting.evidence.person += 2
        return
      }
      if isCapital(row) || tokens[row].kind == .quote { return }
      if isOne(row, of: tables.words.it) {
        sighting.evidence.person -= 1
        return
      }
      row += 1
    }
  }
}
