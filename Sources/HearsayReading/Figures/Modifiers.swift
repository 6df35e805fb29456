internal import HearsayCore
internal import HearsayText

/// The words around a number that bound or hedge it.
struct Modifiers: Sendable {
  /// The bound, if one is given; the outermost wins.
  var bound: Modifier?
  /// Whether the words say that it is not exact.
  var isAbout = false
  /// Whether the bound stands after the number, so that the number itself is the end.
  var isAfter = false
  /// The words that hedge without a bound: `only`.
  var hedge: TokenRange?
  /// The first token of the bound words.
  var start: Int

  mutating func add(_ modifier: Modifier, _ tokens: TokenRange) {
    switch modifier {
    case .filler: return
    case .exact:
      hedge = tokens
      return
    case .about: isAbout = true
    default: bound = modifier
    }
    start = min(start, tokens.start)
  }
}

extension FigureText {
  /// The words that end right before `start`, as many as belong together: `at least about`.
  func modifiersBefore(_ start: Int, notBefore floor: Int) -> Modifiers {
    var found = Modifiers(start: start)
    var row = start
    for _ in 0..<5 {
      guard row > floor,
        let match = tables.before.match(at: row - 1, in: tokens, within: floor..<row)
      else { break }
      // `around the 240,000 square metre park` is a place.
      if match.payload == .about, has(match.tokens.end, .determinerWord), row < start { break }
      if isGoal(match.tokens) || isCompared(match, row, found) { break }
      if match.payload == .exact, found.start == start || row == found.start {
        found.add(.exact, match.tokens)
      } else {
        found.add(match.payload, match.tokens)
      }
      row = match.tokens.start
    }
    return found
  }

  /// `more than the 119 given before`, `24 more than 42`: a known number that another is compared
  /// with.
  private func isCompared(
    _ match: (tokens: TokenRange, payload: Modifier), _ row: Int, _ found: Modifiers
  ) -> Bool {
    if match.payload == .filler { return sets.definite.contains(word(row - 1)) }
    let before = match.tokens.start - 1
    guard match.payload == .moreThan || match.payload == .lessThan, match.tokens.count == 2,
      kind(before) == .number ? spelling(before).count != 4 : has(before, .numberWord)
    else { return false }
    return true
  }

  /// `has gone up to 63`: where it has gone, and no bound.
  private func isGoal(_ words: TokenRange) -> Bool {
    words.count == 2 && sets.to.contains(word(words.end - 1))
      && sets.gone.contains(word(words.start - 1))
  }

  /// Adds the words after the number: `or more`, `or so`; returns one past them.
  func addModifiersAfter(_ end: Int, _ found: inout Modifiers) -> Int {
    guard let match = tables.after.match(at: end, in: tokens, within: bounds) else { return end }
    if isAtLeastOfNext(match.tokens) { return end }
    if match.payload == .about {
      found.isAbout = true
    } else {
      found.bound = match.payload
      found.isAfter = true
    }
    return match.tokens.end
  }

  /// `five, at least six`: the words belong to the next number.
  private func isAtLeastOfNext(_ range: TokenRange) -> Bool {
    guard range.end < bounds.upperBound, !sets.or.contains(word(range.start)) else { return false }
    // `a magnitude 6.8 tremor and more than 7,000 homes`.
    let next = (range.end..<min(range.end + 3, bounds.upperBound)).first {
      kind($0) == .number || has($0, .numberWord | .currencyStart)
    }
    if let next, modifiersBefore(next, notBefore: range.end - 1).start < range.end { return true }
    return kind(range.end) == .number || has(range.end, .numberWord | .currencyStart)
  }

  /// What a number with these words around it allows.
  func interval(of amount: Amount, _ words: Modifiers) -> Interval {
    let value = amount.value
    let spread = tolerance(of: amount)
    let low = words.isAbout && !words.isAfter ? value.minus(spread) ?? value : value
    let high = words.isAbout && !words.isAfter ? value.plus(spread) ?? value : value
    switch words.bound {
    case .atLeast: return Interval(low: low)
    case .moreThan: return Interval(low: low, lowOpen: true)
    case .atMost: return Interval(high: high)
    case .lessThan: return Interval(high: high, highOpen: true)
    case .nearBelow: return Interval(low: value.minus(spread), high: value, highOpen: true)
    case .nearAbove: return Interval(low: value, high: value.plus(spread), lowOpen: true)
    default: return Interval(low: low, high: high)
    }
  }

  /// A tenth of the number, at least one where ones are counted.
  private func tolerance(of amount: Amount) -> ExactNumber {
    let size = amount.value < .zero ? amount.value.negated : amount.value
    let share = size.times(tables.tolerance) ?? .zero
    return size.whole == nil || size == .zero ? share : max(share, .one)
  }
}
