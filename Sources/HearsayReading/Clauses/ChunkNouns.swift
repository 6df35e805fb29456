import HearsayCore
import HearsayText

/// A noun chunk, word by word, to its head.
extension ClauseScanner {
  /// Determiner, modifiers and head, with genitives: `the group's former director`.
  mutating func noun(_ row: Int, _ range: Range<Int>, time: Int) -> Chunk? {
    let first = classes[row]
    if first == .subjectPronoun || first == .objectPronoun {
      return Chunk(kind: .noun, start: row, end: row + 1, head: row)
    }
    let hedged = hedge(row, range)
    let prefixed = isPrefixed(row, range)
    guard hedged > 0 || prefixed || first.isPremodifier || first.isNominal || opensMark(row, range)
    else {
      return nil
    }
    var state = NounState(start: row)
    state.here += max(hedged, prefixed ? 1 : 0)
    state.time = time
    while state.here < range.upperBound,
      state.here == row || quoteFrom[state.here] < 0 || goesOn(state.here, range),
      step(&state, range)
    { state.here += 1 }
    guard state.here > row else { return nil }
    if state.head >= 0 {
      let isTime = classes[state.head] == .day && !state.determined && hedged == 0
      return Chunk(kind: isTime ? .time : .noun, start: row, end: state.here, head: state.head)
    }
    if state.determined {
      return Chunk(kind: .noun, start: row, end: state.here, head: state.here - 1)
    }
    return first == .adjective
      ? Chunk(kind: .adjective, start: row, end: state.here, head: row) : nil
  }

  /// The number of tokens of `at least`, `as many as` before a number.
  private func hedge(_ row: Int, _ range: Range<Int>) -> Int {
    let count = tables.numberHedges.match(tokens, at: row, end: range.upperBound)
    guard count > 0, row + count < range.upperBound else { return 0 }
    switch classes[row + count] {
    case .number: return count
    case .determiner, .noun:
      let next = row + count + 1
      let word = tokens[row + count].word
      let half =
        tables.fractions.contains(word)
        || next < range.upperBound
          && (classes[next] == .number || tables.fractions.contains(tokens[next].word))
      return half ? count : 0
    default: return 0
    }
  }

  /// `a poll last month showed`: the time is no part of the group before it.
  private func endsAtTime(_ state: NounState, _ range: Range<Int>) -> Bool {
    guard classes[state.here] != .genitive else { return false }
    var time = state.time
    while time < draft.times.count, draft.times[time].tokens.start < state.here { time += 1 }
    guard time < draft.times.count, draft.times[time].tokens.start == state.here else {
      return false
    }
    return draft.times[time].tokens.count > 1 && adjunctTime(time, state.here, range) != nil
  }

  /// `right-leaning voters`: an adverb before a hyphen.
  private func isPrefixed(_ row: Int, _ range: Range<Int>) -> Bool {
    guard row + 2 < range.upperBound, tokens[row].kind == .word, tokens[row + 1].kind == .mark,
      !tokens[row + 1].flags.contains(.spaced), !tokens[row + 2].flags.contains(.spaced)
    else { return false }
    return classes[row + 1] == .adjective || classes[row + 1] == .noun
  }

  /// One past a date that describes the noun behind it: `a Sept. 15, 2011 email`.
  private func dateInside(_ state: NounState, _ range: Range<Int>) -> Int? {
    var time = state.time
    while time < draft.times.count, draft.times[time].tokens.start < state.here { time += 1 }
    guard time < draft.times.count, draft.times[time].tokens.start == state.here,
      draft.times[time].tokens.count > 2, state.here > state.start
    else { return nil }
    let end = draft.times[time].tokens.end
    return end < range.upperBound && classes[end] == .noun ? end : nil
  }

  /// The mark of a short quotation that opens a noun group.
  private func opensMark(_ row: Int, _ range: Range<Int>) -> Bool {
    guard tokens[row].kind == .quote, classes[row] == .quote, row + 1 < range.upperBound else {
      return false
    }
    return !tokens[row + 1].flags.contains(.spaced) && classes[row + 1].isPremodifier
  }

  /// Takes the token at `here` into a noun group; `false` when the group ended before it.
  private mutating func step(_ state: inout NounState, _ range: Range<Int>) -> Bool {
    if let end = dateInside(state, range) {
      state.head = end
      state.here = end
      return true
    }
    let row = state.here
    if state.head >= 0, endsAtTime(state, range) { return false }
    if groupAt[row] >= 0, groups[Int(groupAt[row])].tokens.start == row {
      // Asked first, as it spares the question: most groups are of several words or not finite.
      let group = groups[Int(groupAt[row])]
      if group.form == .finite, group.tokens.count == 1, isNoun(Int(groupAt[row]), row, range) {
        dropped[Int(groupAt[row])] = true
        classes[row] = .noun
        state.head = row
        return true
      }
      return state.head < 0 && row > state.start && isModifier(row, range)
    }
    switch classes[row] {
    case .determiner:
      if state.head >= 0, classes[row - 1] != .genitive { return false }
      state.determined = true
    case .possessive:
      if state.head >= 0 { return false }
      state.determined = true
    case .name
    where state.head >= 0 && state.head == row - 1 && classes[row - 1] == .noun
      && isObject(state, row):
      return false
    case .noun, .name, .number, .day: state.head = row
    case .adjective:
      guard state.head >= 0, tokens[row].kind == .word else { return true }
      return row + 1 < range.upperBound && classes[row + 1].isHeadClass
    case .genitive: return state.head >= 0
    case .adverb: return state.head < 0 && row + 1 < range.upperBound && leads(row + 1)
    case .quote: return isInnerMark(row, state, range)
    case .conjunction: return joinsModifiers(row, state, range)
    case .mark:
      if state.head >= 0,
        let close = titleBracketEnd(row, range)
      {
        state.here = close
        return true
      }
      return state.head < 0 && isBetweenAdjectives(row, state, range) || isGlued(row, range)
    case .stop: return isGlued(row, range)
    default: return false
    }
    return true
  }

  private func titleBracketEnd(_ row: Int, _ range: Range<Int>) -> Int? {
    TitleBrackets.close(row, before: range.upperBound, tokens, classes, byte)
  }

  /// `told reporters Trump was`: a plural after a verb and then a name are two groups.
  private func isObject(_ state: NounState, _ row: Int) -> Bool {
    guard state.start > 0, groupAt[state.start - 1] >= 0 else { return false }
    return lexicon.tags(tokens[row - 1].word).has(.plural)
      || lexicon.vocabulary.lastByte(tokens[row - 1].word) == UInt8(ascii: "s")
  }

  func leads(_ row: Int) -> Bool {
    switch classes[row] {
    case .number, .adjective, .noun, .name: true
    default: false
    }
  }

  private func isInnerMark(_ row: Int, _ state: NounState, _ range: Range<Int>) -> Bool {
    guard tokens[row].kind == .quote else { return false }
    if row == state.start { return true }
    if !tokens[row].flags.contains(.spaced) { return true }
    return row + 1 < range.upperBound && classes[row + 1].isHeadClass
  }

  /// `current and former officials`, `10 or 20 people`.
  private func joinsModifiers(_ row: Int, _ state: NounState, _ range: Range<Int>) -> Bool {
    guard row > state.start, row + 1 < range.upperBound else { return false }
    let before = classes[row - 1]
    let after = classes[row + 1]
    if state.head < 0 { return before == .adjective && after == .adjective }
    return before == .number && after == .number && row + 2 < range.upperBound
      && classes[row + 2].isHeadClass
  }

  /// `site.com`, `Lima/Soto`: a mark inside a name.
  private func isGlued(_ row: Int, _ range: Range<Int>) -> Bool {
    guard row > range.lowerBound, row + 1 < range.upperBound, tokens[row].length == 1,
      !tokens[row].flags.contains(.spaced), !tokens[row + 1].flags.contains(.spaced),
      tokens[row - 1].kind == .word, tokens[row + 1].kind == .word,
      byte(row) == UInt8(ascii: ".") || byte(row) == UInt8(ascii: "/")
    else { return false }
    return classes[row + 1].isHeadClass
  }

  /// `a long, narrow road`; behind a noun an adjective ends its phrase: `leaving five people dead,
  /// local officials said`.
  private func isBetweenAdjectives(_ row: Int, _ state: NounState, _ range: Range<Int>) -> Bool {
    guard byte(row) == UInt8(ascii: ","), row + 1 < range.upperBound,
      state.start == 0 || !classes[state.start - 1].isNominal
    else { return false }
    return classes[row - 1] == .adjective && classes[row + 1] == .adjective
  }
}
