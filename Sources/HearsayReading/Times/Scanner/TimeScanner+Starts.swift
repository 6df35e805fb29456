import HearsayCore
import HearsayText

/// Which tokens an expression may begin with: a quick look that spares the rest.
extension TimeScanner {
  func mayStart(_ index: Int) -> Bool {
    let token = tokens[index]
    switch token.kind {
    case .number: return mayStartNumber(index)
    case .word:
      guard text.facts[index].tags.has(.timeStart) else { return false }
      return text.beginsAlone[wordRow(index)] || isFollowedByTime(index) || beginsPhrase(index)
    case .quote: return text.facts[index].tags.has(.timeStart) || digits(index + 1) != nil
    default: return text.facts[index].tags.has(.timeStart)
    }
  }

  /// A count of something else than time is most numbers: `800 people`, `56.`, `40%`.
  private func mayStartNumber(_ index: Int) -> Bool {
    let count = tokens[index].length
    let next = index + 1
    if count == 4 || count == 8 || tables.phraseRow(tokens[index].word) != 0 { return true }
    guard next < limit else { return false }
    switch tokens[next].kind {
    case .word: return !tokens[next].flags.contains(.spaced) || isOfTime(next)
    case .symbol: return false
    case .stop: return next + 1 < limit && !tokens[next + 1].flags.contains(.spaced)
    case .mark: return !isComma(next)
    default: return true
    }
  }

  /// Whether a token is a word of time, or no word: `the` begins nothing before any other.
  private func isFollowedByTime(_ index: Int) -> Bool {
    let next = index + 1
    guard next < limit else { return false }
    return tokens[next].kind != .word || isOfTime(next)
  }

  private func isOfTime(_ index: Int) -> Bool {
    wordRow(index) != 0 || tables.phraseRow(tokens[index].word) != 0
  }

  private func beginsPhrase(_ index: Int) -> Bool {
    let row = tables.phraseRow(tokens[index].word)
    guard row != 0 else { return false }
    return tables.phraseGroups[row].contains { phrase in
      index + phrase.words.count <= limit
        && phrase.words.indices.allSatisfy { tokens[index + $0].word == phrase.words[$0] }
    }
  }

  /// Whether a date may begin with the token: a number, a month, a weekday, an article or ordinal.
  @inline(__always)
  func mayStartDate(_ index: Int) -> Bool {
    guard let token = token(index) else { return false }
    if token.kind == .number { return true }
    let own = words[wordRow(index)]
    return own.month > 0 || own.weekday > 0 || own.ordinal != 0 || own.numeral > 0
      || own.has(.article)
  }

  /// Whether `last`, `this`, `the` or the like stands there.
  @inline(__always)
  func mayStartShift(_ index: Int) -> Bool {
    words[wordRow(index)].has([.article, .last, .this, .next, .before, .after, .same])
  }

  /// An expression without a word such as `early` or `about` before it.
  func core(at start: Int) -> TimeMatch? {
    guard let token = token(start) else { return nil }
    let own = word(start)
    let number = token.kind == .number
    let article = own.has(.article)
    let counts = number || own.numeral >= 0
    var best: TimeMatch?
    if counts || own.hour >= 0 || own.has([.half, .quarterWord]) { best = clockPhrase(at: start) }
    if own.day != nil || mayStartDate(start) || mayStartShift(start) {
      best = longer(best, dayLike(at: start))
    }
    best = longer(best, holiday(at: start))
    if mayStartShift(start) { best = longer(best, shifted(at: start)) }
    if article { best = longer(best, beside(at: start)) }
    if article || own.unit != nil { best = longer(best, unitEnd(at: start)) }
    if article || counts || own.ordinal != 0 || own.has(.adjective) {
      best = longer(best, nth(at: start))
    }
    if article || number || own.season != nil { best = longer(best, season(at: start)) }
    if article || own.has(.one) || own.part != nil { best = longer(best, partPhrase(at: start)) }
    best = longer(best, setPhrase(at: start))
    if counts || own.unit != nil || own.has([.half, .one, .pair, .vague]) {
      best = longer(best, lengthPhrase(at: start))
    }
    if article || counts || token.kind == .quote || own.ordinal != 0 || own.decade > 0
      || own.unit == .week || own.has(.yearWord)
      || token.length == 2 && lexicon.vocabulary.firstByte(token.word) == UInt8(ascii: "q")
    {
      best = longer(best, yearLike(at: start))
    }
    return best
  }
}
