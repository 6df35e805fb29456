import HearsayText

/// Noun groups, from their left or right end. They hold what a coarse word class can tell: whether
/// a phrase after a noun belongs to it is a guess by its preposition.
extension SpeechScanner {
  /// One past the noun group that begins at `row`; `nil` when none does.
  func nounGroupEnd(_ row: Int, attachments: Int = 4) -> Int? {
    guard var here = simpleGroupEnd(row) else { return nil }
    var left = attachments
    while left > 0, here < end {
      left -= 1
      if kind(here) == .preposition, tags(here).has(.nounPreposition), mask[here] < 0,
        numberAfter(here) == nil, let next = simpleGroupEnd(here + 1)
      {
        here = next
      } else if byte(here) == UInt8(ascii: "("), let close = closingBracket(here) {
        here = close + 1
      } else {
        break
      }
    }
    return here
  }

  /// The number of a quantity that begins at `row` with other words: `at least 19`, `up to 30`.
  func numberAfter(_ row: Int) -> Int? {
    guard row >= start, row < end else { return nil }
    let number = Int(layers.numberAfter[row])
    return number > row && number < end ? number : nil
  }

  private func closingBracket(_ row: Int) -> Int? {
    (row..<min(end, row + 12)).first { byte($0) == UInt8(ascii: ")") }
  }

  /// Determiner, modifiers and head, with genitives: `the group's former director`.
  func simpleGroupEnd(_ row: Int) -> Int? {
    guard row < end, mask[row] < 0 else { return nil }
    let first = kind(row)
    if first == .subjectPronoun || first == .objectPronoun { return row + 1 }
    // `at least 19 people`: the words before a number are the number's.
    var here = numberAfter(row) ?? row
    var head = false
    while here < end, mask[here] < 0 {
      let kind = kind(here)
      switch kind {
      case .determiner, .possessive:
        if head, self.kind(here - 1) != .genitive { return here }
        if here > row, kind == .possessive { return head ? here : nil }
      case .noun, .name, .number, .day: head = true
      case .adjective: if head, tokens[here].kind == .word, !premodifies(here) { return here }
      case .genitive: if !head { return nil }
      case .adverb where !head && leadsIntoGroup(here): break
      case .quote where isScare(here): break
      case .mark where head && titleBracketEnd(here) != nil:
        here = titleBracketEnd(here) ?? here
      case .verbIng where !head && here > row && self.kind(here + 1).isPremodifier: break
      default: return head || here > row && self.kind(row) == .determiner ? here : nil
      }
      here += 1
    }
    return head || here > row && first == .determiner ? here : nil
  }

  /// `Principal Secretary (Health) Ana Lima`.
  private func titleBracketEnd(_ row: Int) -> Int? {
    TitleBrackets.close(row, before: end, tokens, classes, byte)
  }

  private func premodifies(_ row: Int) -> Bool {
    kind(row + 1) == .noun || kind(row + 1) == .name || kind(row + 1) == .adjective
  }

  private func leadsIntoGroup(_ row: Int) -> Bool {
    let next = kind(row + 1)
    return next == .number || next == .adjective || next == .determiner || next == .noun
  }

  /// A mark of a short quotation, which is transparent.
  func isScare(_ row: Int) -> Bool {
    guard row < end, tokens[row].kind == .quote, mask[row] < 0 else { return false }
    let before = row > start && !tokens[row].flags.contains(.spaced)
    let after = row + 1 < end && !tokens[row + 1].flags.contains(.spaced)
    return before || after
  }

  /// The noun group whose last token is `row`, reaching back not before `lower`.
  func nounGroup(endingAt row: Int, lower: Int) -> TokenRange? {
    var here = row
    guard here >= lower, endsGroup(here) else { return nil }
    if kind(here) == .subjectPronoun { return TokenRange(here, here + 1) }
    var first = here
    while here >= lower, mask[here] < 0, !taken[here] {
      let kind = kind(here)
      if byte(here) == UInt8(ascii: ")") {
        guard let open = openingBracket(here, lower) else { break }
        here = open - 1
        continue
      }
      if tokens[here].kind == .quote, isScare(here) {
        first = here
        here -= 1
        continue
      }
      if isDayBeforeGroup(here, first) { break }
      guard
        kind.isPremodifier || kind == .day || kind == .objectPronoun && here == row
          || (kind == .verbIng && self.kind(here + 1) == .noun
            && self.kind(here - 1) == .determiner)
          || kind == .adverb
            && (self.kind(here + 1) == .adjective || self.kind(here + 1) == .number)
            && here > lower && self.kind(here - 1) != .mark
      else { break }
      first = here
      if kind == .determiner || kind == .possessive {
        guard let before = attachment(before: here, lower) else { break }
        here = before
        continue
      }
      if let before = attachment(before: here, lower) {
        here = before
        continue
      }
      here -= 1
    }
    return first <= row ? TokenRange(first, row + 1) : nil
  }

  private func isDayBeforeGroup(_ row: Int, _ first: Int) -> Bool {
    kind(row) == .day && first == row + 1 && kind(first).opensNounGroup
  }

  private func endsGroup(_ row: Int) -> Bool {
    let kind = kind(row)
    return kind.isNominal || kind == .determiner || byte(row) == UInt8(ascii: ")")
      || tokens[row].kind == .quote && isScare(row) || kind == .adjective
  }

  private func openingBracket(_ row: Int, _ lower: Int) -> Int? {
    var here = row
    while here >= lower, here > row - 12 {
      if byte(here) == UInt8(ascii: "(") { return here }
      here -= 1
    }
    return nil
  }

  /// The last token of the group that a preposition or `and` before `row` ties this one to.
  private func attachment(before row: Int, _ lower: Int) -> Int? {
    let link = row - 1
    guard link > lower else { return nil }
    if kind(link) == .preposition, tags(link).has(.nounPreposition) {
      let before = link - 1
      if tokens[before].kind == .word || tokens[before].kind == .number, mask[before] < 0 {
        let kind = kind(before)
        if kind == .noun || kind == .name || kind == .number { return before }
        // `sources familiar with`, `officials briefed on`
        let described = kind == .adjective || kind == .verbParticiple
        if described, before > lower, self.kind(before - 1) == .noun { return before - 1 }
        if kind == .determiner { return before }
      }
      return nil
    }
    if kind(link) == .conjunction, kind(row) != .genitive, joinsGroups(link, row, lower) {
      return link - 1
    }
    return nil
  }

  /// `A and B said`: both are the subject when nothing before A takes it as its object.
  private func joinsGroups(_ link: Int, _ row: Int, _ lower: Int) -> Bool {
    guard kind(link - 1).isNominal || kind(link - 1) == .adjective, kind(link - 1) != .day else {
      return false
    }
    var here = link - 1
    var steps = 0
    while here >= lower, steps < 12,
      kind(here).isPremodifier || kind(here) == .preposition || kind(here) == .conjunction
    {
      here -= 1
      steps += 1
    }
    guard here >= lower else { return kind(here + 1) != .preposition }
    return kind(here) == .subordinator || kind(here) == .stop
      || kind(here) == .mark && kind(here + 1) != .preposition
  }

  /// The modifiers directly before a head, with it.
  func nounGroup(backFrom head: Int) -> TokenRange? {
    var first = head
    while first > 0, head - first < 5, classes[first - 1].isPremodifier,
      classes[first - 1] != .number
    { first -= 1 }
    return TokenRange(first, head + 1)
  }
}
