import HearsayCore
import HearsayText

/// One class for one word, out of those it can have.
extension WordClassScanner {
  func classify(_ row: Int) -> WordClass {
    let token = tokens[row]
    switch token.kind {
    case .number: return .number
    case .stop: return .stop
    case .quote: return isPossessiveMark(row) ? .genitive : .quote
    case .symbol:
      return lexicon.vocabulary.firstByte(token.word) == UInt8(ascii: "%") ? .noun : .number
    case .mark: return isHyphen(row) ? hyphenClass(row) : .mark
    case .other: return .other
    case .word: return classifyWord(row)
    }
  }

  /// `prisoners’ families`: an apostrophe that closes no quotation, after an s.
  private func isPossessiveMark(_ row: Int) -> Bool {
    guard row > sentence.lowerBound, !tokens[row].flags.contains(.spaced),
      marks[row] == 0, tokens[row - 1].kind == .word
    else { return false }
    let form = lexicon.vocabulary.form(tokens[row].word)
    let single = form.count == 1 || form.elementsEqual([0xE2, 0x80, 0x99])
    let before = lexicon.vocabulary.form(tokens[row - 1].word).last
    return single && form.first != UInt8(ascii: "\"") && before == UInt8(ascii: "s")
  }

  /// A hyphen takes the class of what it joins, so that a group is not torn: `Al-Amin`, `well-known`.
  private func hyphenClass(_ row: Int) -> WordClass {
    guard row > sentence.lowerBound else { return .mark }
    switch classes[row - 1] {
    case .name, .noun, .number: return classes[row - 1]
    default: return .adjective
    }
  }

  private func classifyWord(_ row: Int) -> WordClass {
    let classes = can(row)
    if row > sentence.lowerBound, isHyphen(row - 1), row + 1 < sentence.upperBound,
      isHyphen(row + 1), !isPrefix(row - 2)
    {
      return isName(row, classes) ? .name : .adjective
    }
    if tokens[row].flags.contains(.clitic) || classes.hasAny(.closed) {
      if let kind = closedClass(row, classes) { return kind }
    }
    if row + 1 < sentence.upperBound, isHyphen(row + 1) { return beforeHyphen(row, classes) }
    if row > sentence.lowerBound, isHyphen(row - 1), !isPrefix(row - 2) {
      return afterHyphen(row, classes)
    }
    if isName(row, classes) { return .name }
    if row == sentence.lowerBound, classes.has(.adjective), classes.hasAny(.verbs),
      row + 1 < sentence.upperBound, tokens[row + 1].flags.contains(.capital)
    {
      return .adjective
    }
    return openClass(row, classes)
  }

  private func isPrefix(_ row: Int) -> Bool {
    row >= sentence.lowerBound && tags(row).has(.hyphenPrefix)
  }

  private func beforeHyphen(_ row: Int, _ classes: WordClasses) -> WordClass {
    if isName(row, classes) { return .name }
    return classes.has(.noun) ? .noun : .adjective
  }

  private func afterHyphen(_ row: Int, _ classes: WordClasses) -> WordClass {
    if isName(row, classes), classes.isEmpty || classes.has(.noun) { return .name }
    if classes.has(.verbParticiple) || classes.has(.verbIng) || classes.has(.adjective) {
      return classes.has(.noun) && !nominalFollows(row) ? .noun : .adjective
    }
    return .noun
  }

  func nominalFollows(_ row: Int) -> Bool {
    guard row + 1 < sentence.upperBound else { return false }
    let kind = tokens[row + 1].kind
    if kind == .number { return true }
    guard kind == .word else { return false }
    let next = can(row + 1)
    if next.isEmpty || next.has(.noun) || next.has(.number) { return true }
    if next.hasAny(.closed) { return false }
    return next.has(.adjective) || tokens[row + 1].flags.contains(.capital)
  }

  /// A capital where a capital says something, or a known name at the start of a sentence.
  private func isName(_ row: Int, _ classes: WordClasses) -> Bool {
    let token = tokens[row]
    guard token.flags.contains(.capital) else { return false }
    if titleCase { return classes.isEmpty || classes == WordClasses(.noun) && seenAs(row) == 2 }
    if !startsSentence(row) { return true }
    let known = seenAs(row)
    if known & 2 != 0, known & 1 == 0 { return true }
    if classes.isEmpty { return known & 1 == 0 }
    if token.flags.contains(.allCapitals), token.length > 2, known & 1 == 0 { return true }
    return known & 1 == 0 && followedByName(row) && isGuess(row)
  }

  private func seenAs(_ row: Int) -> UInt8 { seen[tokens[row].word] }

  /// Whether only the ending speaks for the classes of this word.
  func isGuess(_ row: Int) -> Bool { Int(tokens[row].word) >= lexicon.frozenCount }

  private func followedByName(_ row: Int) -> Bool {
    guard row + 1 < sentence.upperBound else { return false }
    let next = tokens[row + 1]
    if next.flags.contains(.capital) { return true }
    if next.kind == .mark { return true }
    let classes = can(row + 1)
    return classes.has(.verbPast) || classes.has(.verbS) || classes.has(.be) || classes.has(.have)
      || next.flags.contains(.clitic)
  }

  private func startsSentence(_ row: Int) -> Bool {
    if row == sentence.lowerBound { return true }
    let before = row - 1
    if tokens[before].kind == .quote {
      return before == sentence.lowerBound || quotes.isEmpty || opensQuote(before)
    }
    return row == sentence.lowerBound + 1 && tokens[before].kind == .mark
  }

  private func opensQuote(_ row: Int) -> Bool {
    guard marks[row] != 0 else { return true }
    return row + 1 < tokens.count && !tokens[row + 1].flags.contains(.spaced)
  }

  /// Of two readings of `as`, `before`, `since`, the one that opens a clause, if a clause follows.
  mutating func reconsider(_ row: Int) {
    if tokens[row].word == function.than, row + 1 < sentence.upperBound,
      classes[row + 1] == .number
    {
      return
    }
    var here = row + 1
    var head = false
    let end = min(sentence.upperBound, row + 12)
    while here < end {
      let kind = classes[here]
      if kind.isNominal {
        head = true
      } else if !kind.isPremodifier, kind != .adverb,
        !(kind == .preposition && tokens[here].word == function.of)
      {
        break
      }
      here += 1
    }
    guard head, here < end else { return }
    switch classes[here] {
    case .verbPast, .verbS, .be, .have, .modal, .doAuxiliary: classes[row] = .subordinator
    case .verbBase where classes[here - 1] != .number: classes[row] = .subordinator
    default: break
    }
  }
}
