import HearsayCore
import HearsayText

/// Cuts a run of capitals where a title, a day or another bearer begins.
extension NameFinder {
  /// `Venezuela President Nicolás Maduro Tuesday` is a place, a title, a person and a day.
  mutating func split(_ run: TokenRange) {
    var start = run.start
    var title: TokenRange?
    var organisation: TokenRange?
    var row = run.start
    while row < run.end {
      if isBareCalendar(row, start) {
        take(TokenRange(start, row), title, organisation)
        (start, title, organisation) = (row + 1, nil, nil)
      } else if let end = titleEnd(row, run) {
        let before = TokenRange(start, row)
        let named = takeBeforeTitle(before)
        title = TokenRange(named?.end ?? title?.start ?? before.start, end)
        if let named { organisation = named }
        start = end
        row = end - 1
      }
      row += 1
    }
    take(TokenRange(start, run.end), title, organisation)
  }

  /// A month or day that is no part of a name such as `Theresa May`.
  private func isBareCalendar(_ row: Int, _ start: Int) -> Bool {
    guard tags(row).has(.nameCalendar) else { return false }
    if row > start, tags(row - 1).has(.nameGiven) || tags(row - 1).has(.nameTitle) { return false }
    return true
  }

  /// One past the title at a token, when a name follows it in the run.
  private func titleEnd(_ row: Int, _ run: TokenRange) -> Int? {
    let isRole = row == run.start && tags(row).has(.nameRole) && !tags(row).has(.nameGiven)
    guard tags(row).has(.nameTitle) || isRole, !isHyphen(row + 1) else { return nil }
    let end = longTitleEnd(row) ?? row + 1
    guard end < run.end, tokens[end].kind == .word, isCapital(end) || tags(end).has(.nameParticle),
      !lexicon.vocabulary.form(tokens[row].word).isEmpty
    else { return nil }
    if end == row + 1, !isSingleTitle(row) {
      guard isRole, !isLanguageWord(tokens[end].word) else { return nil }
    }
    if row > run.start, isHyphen(row - 1) { return nil }
    return headEnds(end, run) ? nil : end
  }

  /// One past a title of several words that begins here, such as `secretary of state`.
  func longTitleEnd(_ row: Int) -> Int? {
    guard tags(row).has(.nameTitle) else { return nil }
    for words in tables.longTitles[tokens[row].word] ?? [] where row + words.count <= bounds.end {
      if words.indices.allSatisfy({ tokens[row + $0].word == words[$0] }) {
        return row + words.count
      }
    }
    return nil
  }

  /// `prime` begins a title of two words but is none.
  private func isSingleTitle(_ row: Int) -> Bool {
    let word = tokens[row].word
    return tables.words.titles.contains(word)
      || tables.words.titles.contains(lexicon.facts(word).lemma)
  }

  /// Whether the words after a title make a body or a place: `Justice Department`.
  private func headEnds(_ start: Int, _ run: TokenRange) -> Bool {
    var end = start
    while end < run.end, isCapital(end), !tags(end).has(.nameCalendar) { end += 1 }
    guard end > start else { return true }
    let isHead = tags(end - 1).has(.nameHead) || isOne(end - 1, of: tables.words.bodySuffixes)
    return isHead && !tags(start).has(.nameGiven)
  }

  /// The name before a title, without the title's own modifiers.
  private mutating func takeBeforeTitle(_ range: TokenRange) -> TokenRange? {
    var end = range.end
    let listed = text.listed(at: range.start, before: range.end)
    let least = listed?.end ?? range.start
    while end > least, tags(end - 1).has(.nameRoleModifier) || tags(end - 1).has(.nameTitle) {
      end -= 1
    }
    let before = found.count
    take(TokenRange(range.start, end), nil, nil)
    return found.count > before ? found[found.count - 1].tokens : nil
  }

  /// Takes one piece, cutting off listed bearers at its front.
  private mutating func take(
    _ piece: TokenRange, _ title: TokenRange?, _ organisation: TokenRange?
  ) {
    let piece = trimmed(piece, title)
    guard piece.count > 0 else { return }
    if piece.count > 2, isAcronym(piece.end - 1), !isAcronym(piece.end - 2) {
      take(TokenRange(piece.start, piece.end - 1), title, organisation)
      return take(TokenRange(piece.end - 1, piece.end), nil, nil)
    }
    if let firm = firmEnd(piece) {
      take(TokenRange(piece.start, firm), title, organisation)
      return take(TokenRange(firm, piece.end), nil, nil)
    }
    let listed = text.listed(at: piece.start, before: bounds.end)
    guard let listed else {
      return note(piece, known: nil, title: title, organisation: organisation)
    }
    if listed.end >= piece.end {
      return note(
        TokenRange(piece.start, listed.end), known: listed.row, title: title,
        organisation: organisation)
    }
    let rest = TokenRange(listed.end, piece.end)
    let place = tables.known.rows[listed.row].kind == .place && listed.end - piece.start > 1
    guard isAnother(rest, after: listed.row), title == nil || place else {
      note(piece, known: nil, title: title, organisation: organisation)
      return addPrefix(listed.row)
    }
    if title != nil {
      note(TokenRange(piece.start, listed.end), known: listed.row, title: nil, organisation: nil)
      return note(rest, known: nil, title: title, organisation: organisation)
    }
    note(TokenRange(piece.start, listed.end), known: listed.row, title: nil, organisation: nil)
    take(rest, nil, nil)
  }

  /// One past the firm in `Orlix Inc. Ana Vega`.
  private func firmEnd(_ piece: TokenRange) -> Int? {
    for row in piece.indices.dropFirst().dropLast()
    where isOne(row, of: tables.words.bodySuffixes) && isCapital(row + 1)
      && !isOne(row + 1, of: tables.words.bodySuffixes)
    {
      return row + 1
    }
    return nil
  }

  /// A name that begins with a listed body or people is a body or a thing: `Google Chrome`.
  private mutating func addPrefix(_ listed: Int) {
    let bearer = tables.known.rows[listed]
    guard bearer.kind == .organisation || bearer.homeland != nil else { return }
    strengthenLast { $0.body += 3 }
  }

  /// Whether words after a listed bearer are a bearer of their own: `Venezuelan | Delcy Rodríguez`.
  private func isAnother(_ rest: TokenRange, after listed: Int) -> Bool {
    guard isCapital(rest.start) else { return false }
    if let next = text.listed(at: rest.start, before: rest.end),
      next.end == rest.end, tables.known.rows[next.row].kind == .organisation,
      tables.known.rows[listed].kind != .organisation
    {
      return false
    }
    if tags(rest.end - 1).has(.nameHead) || isOne(rest.end - 1, of: tables.words.bodySuffixes) {
      return false
    }
    if tags(rest.start).has(.nameGiven), rest.count > 1 { return true }
    if (2...3).contains(rest.count), (rest.indices.allSatisfy { isStrange($0) }) { return true }
    if rest.count == 1, tokens[rest.start].flags.contains(.allCapitals) { return true }
    return text.listed(at: rest.start, before: rest.end) != nil
  }

  /// A capitalised word that is none of the language's own, as names of persons are.
  private func isStrange(_ row: Int) -> Bool {
    isCapital(row) && !isLanguageWord(tokens[row].word) && !tags(row).has(.nameHead)
      && !tags(row).has(.nameCommon) && !tokens[row].flags.contains(.allCapitals)
  }

  /// Without a role word at either end, as in `Former Foro Penal Director`.
  private func trimmed(_ piece: TokenRange, _ title: TokenRange?) -> TokenRange {
    var start = piece.start
    var end = piece.end
    while end > start, tokens[end - 1].kind != .word, tokens[end - 1].kind != .number { end -= 1 }
    if title != nil, isBeforeBracket(end), isOnlyRole(TokenRange(start, end)) {
      return TokenRange(start, start)
    }
    if isInTitleBracket(TokenRange(start, end)) { return TokenRange(start, start) }
    if title == nil, isOnlyRole(TokenRange(start, end)) || isShout(TokenRange(start, end)) {
      return TokenRange(start, start)
    }
    if end - start == 1, tags(start).has(.nameNever) || tags(start).has(.nameCalendar) {
      return TokenRange(start, start)
    }
    if title == nil, end - start == 1, !isNameAlone(start) { return TokenRange(start, start) }
    if title == nil { end = withoutTitle(TokenRange(start, end)) }
    if title == nil, end - start > 1, isBegun(start) { start += 1 }
    if title == nil { start = afterOffice(start, end) }
    return TokenRange(start, end)
  }

  /// One past the body in `Airbus President`, `White House Press Secretary`, when no name follows.
  private func withoutTitle(_ piece: TokenRange) -> Int {
    let listed = text.listed(at: piece.start, before: piece.end)
    var row = max(piece.start + 1, listed?.end ?? 0)
    let isBody = listed != nil || isAcronym(piece.start)
    while row < piece.end {
      let isTitle =
        longTitleEnd(row) == piece.end
        || (row == piece.end - 1 && tags(row).has(.nameRole)
          && (isBody || tags(row - 1).has(.nameBodyHead)))
      if isTitle {
        var end = row
        while end > max(piece.start + 1, listed?.end ?? 0), tags(end - 1).has(.nameRoleModifier),
          !tags(end - 1).has(.nameBodyHead)
        { end -= 1 }
        return end
      }
      row += 1
    }
    return piece.end
  }

  private func isBeforeBracket(_ row: Int) -> Bool {
    row < bounds.end && tokens[row].kind == .mark && firstByte(row) == UInt8(ascii: "(")
  }

  /// `Secretary (Health) Ana Lima`: what the bracket holds is part of a title.
  private func isInTitleBracket(_ piece: TokenRange) -> Bool {
    let open = piece.start - 1
    guard open > bounds.start, piece.end + 1 < bounds.end, isBeforeBracket(open),
      firstByte(piece.end) == UInt8(ascii: ")"), tokens[piece.end].kind == .mark,
      isCapital(piece.end + 1)
    else { return false }
    return tags(open - 1).has(.nameRole) || tags(open - 1).has(.nameTitle)
  }

  /// `Minister of State for Health Ana Lima`: past the words of an office between its preposition and
  /// a given name.
  private func afterOffice(_ start: Int, _ end: Int) -> Int {
    guard end - start > 2, start - 2 >= bounds.start,
      isOne(start - 1, of: tables.words.bodyPrepositions), !tags(start).has(.nameGiven)
    else { return start }
    let office = start - 2
    guard tags(office).has(.nameTitle) || tags(office).has(.nameRole) || isTitleEnd(office) else {
      return start
    }
    return (start + 1..<end - 1).first { row in
      (tags(row).has(.nameGiven) || (row..<end).allSatisfy { isStrange($0) })
        && (isLanguageWord(tokens[row - 1].word) || tags(row - 1).has(.nameCommon))
    } ?? start
  }

  /// `State` in `Minister of State`.
  private func isTitleEnd(_ row: Int) -> Bool {
    (max(bounds.start, row - 3)..<row).contains { longTitleEnd($0) == row + 1 }
  }

  /// A common word that a sentence begins with, before the name.
  private func isBegun(_ row: Int) -> Bool {
    guard tags(row).has(.nameCommon), beginsSpeech(row, bounds.start, tokens) else { return false }
    return !tags(row).has(.nameGiven) && !tags(row).has(.namePlaceFirst)
      && text.listed(at: row, before: bounds.end) == nil
  }

  /// `BIG WAY`: everyday words in capitals.
  private func isShout(_ piece: TokenRange) -> Bool {
    for row in piece.indices where tokens[row].kind == .word {
      guard tokens[row].flags.contains(.allCapitals) else { return false }
    }
    return piece.indices.contains { row in
      let word = tokens[row].word
      return tokens[row].kind == .word && !evidence.hasMixedCapital(word)
        && (evidence.isLower(word) || tags(row).has(.nameCommon)
          || lexicon.facts(word).classes != 0)
    } && text.listed(at: piece.start, before: piece.end) == nil
  }

  private func isOnlyRole(_ piece: TokenRange) -> Bool {
    for row in piece.indices {
      let tags = tags(row)
      if tags.has(.nameGiven)
        || !(tags.has(.nameTitle) || tags.has(.nameRole) || tags.has(.nameRoleModifier))
      {
        return false
      }
    }
    return true
  }

  /// Whether one capitalised word is a name and not an everyday word set off.
  private func isNameAlone(_ row: Int) -> Bool {
    if text.listed(at: row, before: bounds.end) != nil { return true }
    let tags = tags(row)
    let word = tokens[row].word
    if tags.has(.nameGiven) { return !evidence.isLower(word) || evidence.hasCapital(word) }
    if tags.has(.nameCommon) || tags.has(.nameTitle) || tags.has(.nameParticle) { return false }
    if tokens[row].flags.contains(.allCapitals) { return !evidence.isLower(word) }
    if tags.has(.nameHead) || tags.has(.nameRole) {
      guard row > bounds.start, !beginsSpeech(row, bounds.start, tokens), row < classes.count else {
        return false
      }
      return !classes[row - 1].isPremodifier && !evidence.isLower(word)
    }
    return !evidence.isLower(word)
  }
}
