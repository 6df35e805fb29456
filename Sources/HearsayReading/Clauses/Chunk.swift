import HearsayCore
import HearsayText

/// A stretch of tokens that clauses are built of: a noun group without what hangs from it, a verb
/// group, a mark, a block that is read apart.
struct Chunk: Sendable {
  enum Kind: UInt8, Sendable {
    case noun, time, verb, preposition, comma, strong, conjunction
    case that, subordinator, relative, wh, adjective, adverb, quote, bracket, other
  }

  var kind: Kind
  var start: Int
  var end: Int
  /// The head noun; the row of the verb group; the opening word.
  var head: Int

  /// Opens a clause.
  var isOpener: Bool {
    switch kind {
    case .that, .subordinator, .relative, .wh: true
    default: false
    }
  }
}

extension ClauseScanner {
  /// Cuts a stretch into chunks.
  mutating func cut(_ range: Range<Int>, level: Int) {
    chunks.removeAll(keepingCapacity: true)
    var here = range.lowerBound
    var group = partitionPoint(groups.count) { groups[$0].tokens.start < here }
    var time = partitionPoint(draft.times.count) { draft.times[$0].tokens.start < here }
    while here < range.upperBound {
      while group < groups.count, groups[group].tokens.start < here { group += 1 }
      while time < draft.times.count, draft.times[time].tokens.start < here { time += 1 }
      let before = here
      if let block = block(here, range, level: level) {
        chunks.append(block)
        here = block.end
      } else if group < groups.count, groups[group].tokens.start == here,
        !isModifier(here, range), !isNoun(group, here, range)
      {
        let end = min(groups[group].tokens.end, range.upperBound)
        chunks.append(Chunk(kind: .verb, start: here, end: end, head: group))
        here = end
      } else if time < draft.times.count, let end = adjunctTime(time, here, range) {
        chunks.append(Chunk(kind: .time, start: here, end: end, head: end - 1))
        here = end
      } else if standsForNoun(here, range) {
        chunks.append(Chunk(kind: .noun, start: here, end: here + 1, head: here))
        here += 1
      } else if let noun = noun(here, range, time: time) {
        chunks.append(noun)
        here = noun.end
      } else {
        chunks.append(Chunk(kind: plainKind(here), start: here, end: here + 1, head: here))
        here += 1
      }
      if here <= before { here = before + 1 }
    }
  }

  /// A quotation or bracket as one block, read apart later.
  private mutating func block(_ row: Int, _ range: Range<Int>, level: Int) -> Chunk? {
    if quoteFrom[row] >= 0, level < Self.deepest, !goesOn(row, range) {
      let quote = draft.quotes[Int(quoteFrom[row])]
      let end = min(max(quote.tokens.end, row + 1), range.upperBound)
      readLater(quote.inner.start..<min(quote.inner.end, end), level + 1)
      return Chunk(kind: .quote, start: row, end: end, head: row)
    }
    guard tokens[row].kind == .mark, level < Self.deepest, isOpenBracket(row),
      let close = closingBracket(row, range.upperBound),
      byte(row) == UInt8(ascii: "(") || close > row + 5
    else { return nil }
    readLater(row + 1..<close, level + 1)
    return Chunk(kind: .bracket, start: row, end: close + 1, head: row)
  }

  /// `Lima "was not prepared for it"`: the quotation begins with the verb of the clause around it.
  private func goesOn(_ row: Int, _ range: Range<Int>) -> Bool {
    guard row > range.lowerBound, row + 1 < range.upperBound, groupAt[row + 1] >= 0,
      !tokens[row + 1].flags.contains(.capital)
    else { return false }
    return tokens[row - 1].kind == .word && groups[Int(groupAt[row + 1])].form == .finite
  }

  private func isOpenBracket(_ row: Int) -> Bool {
    byte(row) == UInt8(ascii: "(") || byte(row) == UInt8(ascii: "[")
  }

  private func closingBracket(_ row: Int, _ end: Int) -> Int? {
    var here = row + 1
    while here < end, here < row + 60 {
      if byte(here) == UInt8(ascii: ")") || byte(here) == UInt8(ascii: "]") {
        return tokens[here].kind == .mark ? here : nil
      }
      if quoteFrom[here] >= 0 { return nil }
      here += 1
    }
    return nil
  }

  /// `the sitting president`: a verb form that stands before its noun.
  private func isModifier(_ row: Int, _ range: Range<Int>) -> Bool {
    guard row > range.lowerBound, row + 1 < range.upperBound,
      classes[row] == .verbIng || classes[row] == .verbParticiple
    else { return false }
    switch classes[row - 1] {
    case .determiner, .possessive, .genitive: break
    default: return classes[row] == .verbParticiple && isTitle(row + 1, range)
    }
    switch classes[row + 1] {
    case .noun, .name, .adjective: return true
    default: return false
    }
  }

  /// `retired judge Ana Lima`: a noun and then a name.
  private func isTitle(_ row: Int, _ range: Range<Int>) -> Bool {
    var here = row
    while here < range.upperBound, here < row + 4, classes[here] == .noun { here += 1 }
    return here > row && here < range.upperBound && classes[here] == .name
  }

  /// `interest rates have moved`: of two finite verbs side by side the first is the noun before.
  private func isNoun(_ group: Int, _ row: Int, _ range: Range<Int>) -> Bool {
    let one = groups[group]
    guard one.form == .finite, one.tokens.count == 1, row > range.lowerBound,
      classes[row] == .verbS || classes[row] == .verbBase || classes[row] == .noun,
      canBe(row, .noun), one.tokens.end < range.upperBound
    else { return false }
    if dropped[group] || isDetermined(row, range) { return true }
    guard group + 1 < groups.count, groups[group + 1].tokens.start == one.tokens.end,
      groups[group + 1].form == .finite, !isClauseWord(before: row, range)
    else { return false }
    switch classes[row - 1] {
    case .noun, .name, .adjective, .possessive, .determiner, .genitive: return true
    case .relative: return canBe(row - 1, .possessive)
    case .subjectPronoun, .whWord, .to, .modal: return false
    case .subordinator: return classes[groups[group + 1].core].isAuxiliary
    default: return classes[row] == .verbS
    }
  }

  /// `its own finances`: no verb stands behind a possessive.
  private func isDetermined(_ row: Int, _ range: Range<Int>) -> Bool {
    if classes[row - 1] == .possessive { return true }
    return classes[row - 1] == .adjective && row - 2 >= range.lowerBound
      && classes[row - 2] == .possessive
  }

  /// `what Lima wants is`: the verb before the verb has a subject and an opener of its own.
  private func isClauseWord(before row: Int, _ range: Range<Int>) -> Bool {
    var here = row - 1
    while here > range.lowerBound, here > row - 5, classes[here].isPremodifier { here -= 1 }
    guard here < row - 1 else { return false }
    return classes[here] == .whWord || classes[here] == .relative && !canBe(here, .possessive)
  }

  /// `most of the money`, `several of them`.
  private func standsForNoun(_ row: Int, _ range: Range<Int>) -> Bool {
    guard row + 1 < range.upperBound, tokens[row + 1].word == function.of,
      tokens[row].kind == .word
    else { return false }
    let can = WordClasses(lexicon.facts(tokens[row].word).classes)
    return can.has(.determiner) && classes[row] != .name
  }

  /// One past a time that says when; `nil` for one that describes a noun or is one.
  private func adjunctTime(_ time: Int, _ row: Int, _ range: Range<Int>) -> Int? {
    let tokens = draft.times[time].tokens
    guard tokens.start == row, tokens.end <= range.upperBound, tokens.end > row else { return nil }
    for here in row..<tokens.end where groupAt[here] >= 0 { return nil }
    guard tokens.end < range.upperBound else { return tokens.end }
    if self.tokens[tokens.end].word == function.of { return nil }
    switch classes[tokens.end] {
    case .genitive, .noun: return nil
    case .name: return classes[tokens.end - 1] == .number ? nil : tokens.end
    default: return tokens.end
    }
  }

  /// Determiner, modifiers and head, with genitives: `the group's former director`.
  private mutating func noun(_ row: Int, _ range: Range<Int>, time: Int) -> Chunk? {
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
      if isNoun(Int(groupAt[row]), row, range) {
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
    case .mark: return state.head < 0 && isBetweenAdjectives(row, range) || isGlued(row, range)
    case .stop: return isGlued(row, range)
    default: return false
    }
    return true
  }

  /// `told reporters Trump was`: a plural after a verb and then a name are two groups.
  private func isObject(_ state: NounState, _ row: Int) -> Bool {
    guard state.start > 0, groupAt[state.start - 1] >= 0 else { return false }
    return lexicon.tags(tokens[row - 1].word).has(.plural)
      || lexicon.vocabulary.form(tokens[row - 1].word).last == UInt8(ascii: "s")
  }

  private func leads(_ row: Int) -> Bool {
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

  private func isBetweenAdjectives(_ row: Int, _ range: Range<Int>) -> Bool {
    guard byte(row) == UInt8(ascii: ","), row + 1 < range.upperBound else { return false }
    return classes[row - 1] == .adjective && classes[row + 1] == .adjective
  }

  private func plainKind(_ row: Int) -> Chunk.Kind {
    switch classes[row] {
    case .preposition, .to: return .preposition
    case .conjunction: return .conjunction
    case .subordinator: return tokens[row].word == function.that ? .that : .subordinator
    case .relative: return .relative
    case .whWord: return .wh
    case .adverb, .negation: return .adverb
    case .day: return .time
    case .stop: return .strong
    case .mark: return markKind(row)
    default: return .other
    }
  }

  private func markKind(_ row: Int) -> Chunk.Kind {
    switch byte(row) {
    case UInt8(ascii: ","): return .comma
    case UInt8(ascii: ";"), UInt8(ascii: ":"): return .strong
    case UInt8(ascii: "-"):
      return tokens[row].length >= 2 || tokens[row].flags.contains(.spaced) ? .comma : .other
    case 0xE2: return .comma
    default: return .other
    }
  }
}

/// A noun group while it is being read.
private struct NounState {
  let start: Int
  var here: Int
  var head = -1
  var determined = false
  /// The first time that may stand here.
  var time = 0

  init(start: Int) {
    self.start = start
    here = start
  }
}

extension WordClass {
  /// A noun, or what leads to one for sure.
  fileprivate var isHeadClass: Bool {
    switch self {
    case .noun, .name, .adjective, .number: true
    default: false
    }
  }
}
