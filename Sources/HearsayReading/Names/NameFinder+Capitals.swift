import HearsayCore
import HearsayText

/// Which capitals begin a name, and how far it goes.
extension NameFinder {
  /// Whether a capitalised word can begin a name here.
  func mayBegin(_ row: Int) -> Bool {
    let word = tokens[row].word
    let tags = tags(row)
    if tags.has(.nameNever) { return false }
    if inTitleCase { return mayBeginInTitle(row) }
    guard beginsSpeech(row, bounds.start, tokens) else {
      return !tags.has(.nameCommon) || !evidence.isLower(word) || isCapital(row + 1)
        || tokens[row].flags.contains(.allCapitals)
    }
    let nameNext = isCapital(row + 1) && !self.tags(row + 1).has(.nameCalendar)
    if tags.has(.nameTitle) || tags.has(.nameRole) || tags.has(.nameRoleModifier) {
      return nameNext || longTitleEnd(row).map { isCapital($0) } ?? false
    }
    if tags.has(.nameGiven) {
      return nameNext || (!tags.has(.nameCommon) && !evidence.isLower(word))
    }
    if tags.has(.nameCommon) || tags.has(.nameCalendar) { return false }
    if tags.has(.nameParticle), nameNext { return true }
    if evidence.hasCapital(word) { return nameNext || !evidence.isLower(word) }
    if evidence.isLower(word) { return false }
    if nameNext {
      return !hasCommonEnding(word) && !isEveryday(word)
        && text.listed(at: row + 1, before: bounds.end) == nil
    }
    return looksLikeName(row)
  }

  /// Whether the language layer knows the word as one of its own.
  private func isEveryday(_ word: WordID) -> Bool {
    let classes = WordClasses(lexicon.facts(word).classes)
    return Int(word) < lexicon.frozenCount && !lexicon.tags(word).has(.nameHead)
      && classes.hasAny(WordClasses(.verbBase, .verbPast, .adverb, .adjective, .preposition))
  }

  /// A word that nothing else in the article tells of.
  private func looksLikeName(_ row: Int) -> Bool {
    let word = tokens[row].word
    if tokens[row].flags.contains(.allCapitals) { return true }
    if Int(word) < lexicon.frozenCount || hasCommonEnding(word) { return false }
    guard row + 1 < bounds.end else { return false }
    switch tokens[row + 1].kind {
    case .word:
      if tokens[row + 1].flags.contains(.clitic) { return true }
      let next = row + 1 < classes.count ? classes[row + 1] : .other
      return next.isVerb || next.isAuxiliary || next == .adverb || next == .conjunction
    case .mark: return !isHyphenToken(row + 1)
    default: return false
    }
  }

  private func mayBeginInTitle(_ row: Int) -> Bool {
    let word = tokens[row].word
    let tags = tags(row)
    if tags.has(.nameCalendar) { return false }
    if tags.has(.nameTitle) || tags.has(.nameRole) {
      return isCapital(row + 1) && inTitle(isName: row + 1)
    }
    return inTitle(isName: row) || (tags.has(.nameGiven) && isCapital(row + 1) && word != 0)
  }

  /// Whether the rest of the article knows the word as part of a name.
  func inTitle(isName row: Int) -> Bool {
    evidence.hasCapital(tokens[row].word) && !evidence.isLower(tokens[row].word)
  }

  func hasCommonEnding(_ word: WordID) -> Bool {
    let form = lexicon.vocabulary.form(word)
    for ending in tables.commonEndings where form.count > ending.count + 2 {
      if form.suffix(ending.count).elementsEqual(ending) { return true }
    }
    return false
  }

  /// One past the last token of the run of name words that begins at `start`.
  func runEnd(from start: Int) -> Int {
    var end = start + 1
    while end < bounds.end, let next = extended(TokenRange(start, end)) { end = next }
    return end
  }

  /// One past the words that carry a run on, or `nil` where it ends.
  private func extended(_ run: TokenRange) -> Int? {
    let at = run.end
    let token = tokens[at]
    if token.flags.contains(.paragraph) { return nil }
    if isHyphen(at) {
      if isCapital(at + 1) || tokens[at + 1].kind == .number { return at + 2 }
      return isSyllable(at + 1, run) ? at + 2 : nil
    }
    if token.kind == .quote { return afterPluralPossessive(run) }
    guard token.flags.contains(.spaced) || tables.words.ands.contains(token.word) else {
      return token.flags.contains(.clitic) ? afterPossessive(run) : nil
    }
    if tables.words.ands.contains(token.word) { return isCapital(at + 1) ? at + 2 : nil }
    guard token.kind == .word else { return nil }
    if isCapital(at) { return carriesOn(at, run) ? at + 1 : nil }
    if tags(at).has(.nameParticle), let next = afterParticles(at, run) { return next }
    return afterConnector(run)
  }

  /// `il` in `Kim Jong-il`: a short word that is no word of the language.
  private func isSyllable(_ row: Int, _ run: TokenRange) -> Bool {
    run.count > 1 && tokens[row].kind == .word && tokens[row].length < 5
      && !tags(row).has(.nameParticle) && !tags(row).has(.nameCommon)
      && lexicon.facts(tokens[row].word).classes == 0 && row + 1 < bounds.end
      && !isHyphenToken(row + 1)
  }

  private func carriesOn(_ row: Int, _ run: TokenRange) -> Bool {
    if tags(row).has(.nameNever) || isClosed(row) { return false }
    if inTitleCase {
      return inTitle(isName: row) || (tags(row - 1).has(.nameGiven) && row > run.start)
        || tags(row).has(.nameHead)
          && evidence.hasCapital(tokens[row].word)
    }
    return true
  }

  /// A verb or a pronoun of a headline inside a sentence: `Citizens Are Freed`.
  private func isClosed(_ row: Int) -> Bool {
    let tags = tags(row)
    guard tags.has(.nameCommon), !tags.has(.nameGiven), !tokens[row].flags.contains(.allCapitals)
    else { return false }
    let classes = WordClasses(lexicon.facts(tokens[row].word).classes)
    return classes.hasAny(
      WordClasses(.be, .have, .doAuxiliary, .subjectPronoun, .verbS, .subordinator))
      && !classes.hasAny(WordClasses(.noun, .adjective))
  }

  /// `de la`, `al-`, `van der` before a capital.
  private func afterParticles(_ at: Int, _ run: TokenRange) -> Int? {
    var row = at
    while row < bounds.end, row - at < 4, !isCapital(row) {
      guard tags(row).has(.nameParticle) || isHyphen(row) else { return nil }
      row += 1
    }
    guard isCapital(row), !tags(row).has(.nameCalendar) else { return nil }
    return row + 1
  }

  /// `King's College`, `People's Party`.
  private func afterPossessive(_ run: TokenRange) -> Int? {
    let last = run.end - 1
    guard isOne(last, of: tables.words.possessiveFirsts), isCapital(run.end + 1) else { return nil }
    return run.end + 2
  }

  /// `Workers' Party`.
  private func afterPluralPossessive(_ run: TokenRange) -> Int? {
    let last = run.end - 1
    guard !tokens[run.end].flags.contains(.spaced),
      isOne(last, of: tables.words.possessiveFirsts),
      tokens[run.end].length != 2, isCapital(run.end + 1), tags(run.end + 1).has(.nameHead),
      tokens[run.end + 1].flags.contains(.spaced)
    else { return nil }
    return run.end + 2
  }

  /// `of England`, `for Disease Control`, `and Human Services` after a word that takes them.
  private func afterConnector(_ run: TokenRange) -> Int? {
    let at = run.end
    let word = tokens[at].word
    if let end = longTitleEnd(at - 1), end > at, isCapital(end) { return end }
    var next = at + 1
    if isOne(next, of: tables.words.articles) { next += 1 }
    guard isCapital(next), !tags(next).has(.nameCalendar) else { return nil }
    if tables.words.of.contains(word) {
      return hasTag(.nameOfHead, run) || hasPurpose(run) ? next + 1 : nil
    }
    if tables.words.forWords.contains(word) {
      return hasTag(.nameForHead, run) ? next + 1 : nil
    }
    if tables.words.onWords.contains(word) {
      return isOne(at - 1, of: tables.words.onHeads) ? next + 1 : nil
    }
    guard tables.words.and.contains(word), next == at + 1, joinsLists(run, next) else {
      return nil
    }
    return next + 1
  }

  /// `Platform for the Defence`, which goes on with `of Detainees`.
  private func hasPurpose(_ run: TokenRange) -> Bool {
    hasTag(.nameForHead, run) && run.indices.contains { isOne($0, of: tables.words.forWords) }
  }

  /// Whether `and` stays inside: only in `Department of Health and Human Services`.
  private func joinsLists(_ run: TokenRange, _ next: Int) -> Bool {
    guard hasTag(.nameOfHead, run), run.indices.contains(where: { isOne($0, of: tables.words.of) })
    else { return false }
    if tags(next).has(.nameTitle) || tags(next).has(.nameGiven) || tags(next).has(.nameRole) {
      return false
    }
    let isListed = text.listed(at: next, before: bounds.end) != nil
    return !isListed && !tokens[next].flags.contains(.allCapitals)
  }

  private func hasTag(_ tag: Tags, _ run: TokenRange) -> Bool {
    for row in run.indices where tags(row).has(tag) && isCapital(row) { return true }
    return false
  }
}
