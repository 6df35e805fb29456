import HearsayCore
import HearsayRules
import HearsayText

/// One quantity with what later stages want to know of it.
struct FigureFinding: Sendable {
  var quantity: Quantity
  /// The bound words and the number.
  var tokens: TokenRange
  /// The counted noun.
  var noun: TokenRange?
  /// One past everything that belongs to it.
  var end: Int
  var rule: String
}

/// Finds quantities, sentence by sentence, driven by numbers and words of number.
///
/// - Complexity: O(*n*) in the number of tokens: what is looked at around a number is bounded, and
///   what was read is not read again.
func readQuantities(_ draft: inout Draft, _ tables: FigureTables, _ lexicon: Lexicon) {
  var text = FigureText(draft, tables, lexicon)
  for sentence in draft.sentences {
    text.bounds = sentence.tokens.start..<min(sentence.tokens.end, draft.tokens.count)
    text.isTitle = text.hasTitleCase
    var row = text.bounds.lowerBound
    var floor = row
    // One past the last number that was a name: `Page 71, 72 and 73` goes on with names.
    var named = -1
    while row < text.bounds.upperBound {
      if text.continuesNames(row, after: named) {
        named = row + 1
        row += 1
        continue
      }
      switch text.figure(at: row, notBefore: floor) {
      case .found(var found):
        inheritCurrency(&found, draft, text.bounds)
        text.shareNoun(&found, &draft, from: sentence)
        draft.quantities.append(Placed(found.quantity, found.tokens, rule: found.rule))
        draft.quantityUnits.append(found.noun)
        floor = found.tokens.end
        row = max(row + 1, found.end)
      case .ordinal(let found):
        draft.ordinals.append(Placed(found.quantity, found.tokens, rule: found.rule))
        draft.ordinalUnits.append(found.noun)
        row = max(row + 1, found.end)
      case .skip(let end): row = max(row + 1, end)
      case .name(let end):
        named = end
        row = max(row + 1, end)
      case .nothing: row += 1
      }
    }
  }
}

/// `the four billion it has received` after `US$5 billion`: money by the money before it.
private func inheritCurrency(
  _ found: inout FigureFinding, _ draft: Draft, _ sentence: Range<Int>
) {
  guard found.quantity.kind == .count, found.quantity.unit == nil,
    let value = found.quantity.stated, value >= ExactNumber(1_000_000),
    let last = draft.quantities.last, last.value.kind == .money,
    sentence.contains(last.tokens.start)
  else { return }
  found.quantity.kind = .money
  found.quantity.unit = last.value.unit
  found.rule = "english/quantity.money"
}

/// What stands at a token.
enum FigureReading {
  case found(FigureFinding)
  /// An ordinal in words.
  case ordinal(FigureFinding)
  /// A number that is no quantity, up to `end`.
  case skip(end: Int)
  /// A number that is part of a name.
  case name(end: Int)
  case nothing
}

extension Tags {
  /// Where a figure may begin.
  static let figureStart: Tags =
    .numberWord | .scaleWord | .fractionWord | .ordinalWord | .minusWord | .currencyStart
    | .vagueStart
}

extension FigureText {
  /// Whether most words of four letters or more have a capital: a headline in title case.
  var hasTitleCase: Bool {
    var words = 0
    var capitals = 0
    for row in bounds where tokens[row].kind == .word && tokens[row].length > 3 {
      words += 1
      if tokens[row].flags.contains(.capital) { capitals += 1 }
    }
    return words > 2 && capitals * 4 >= words * 3
  }

  /// What begins at `row`.
  func figure(at row: Int, notBefore floor: Int) -> FigureReading {
    let kind = tokens[row].kind
    guard mayStart(row, kind) else { return .nothing }
    if let time = time(at: row), time.value.type != .duration, !isMeasured(time.tokens.end) {
      return kind == .number || kind == .word ? .skip(end: time.tokens.end) : .nothing
    }
    let opener = modifiersBefore(row, notBefore: floor).start - 1
    let between = sets.between.contains(word(opener))
    if let found = ordinal(at: row), tables.words[word(row)] == nil || found.end > row + 1 {
      if kind == .number { return .found(found) }
      return found.noun == nil ? .nothing : .ordinal(found)
    }
    if let amount = amount(at: row, joins: !between) { return figure(of: amount, floor) }
    if let vague = vague(at: row, notBefore: floor) { return .found(vague) }
    return kind == .number ? .skip(end: unreadable(row)) : .nothing
  }

  /// Whether a unit stands at `row`, so that the numbers before it are no date: `1/4 mile`.
  private func isMeasured(_ row: Int) -> Bool {
    has(row, .measureWord) && !has(row, .durationWord) && spelling(row).count > 1
  }

  /// The one question asked of every token.
  private func mayStart(_ row: Int, _ kind: TokenKind) -> Bool {
    switch kind {
    case .number: true
    case .word, .symbol: lexicon.tags(tokens[row].word).has(.figureStart)
    case .mark: isDash(row)
    default: false
    }
  }

  /// One past a number that cannot be read and what is glued to it.
  private func unreadable(_ row: Int) -> Int {
    var end = row + 1
    while end < row + 16, kind(end) == .number, isGlued(end) { end += 1 }
    return end
  }

  private func figure(of low: Amount, _ floor: Int) -> FigureReading {
    if let end = exclusion(of: low) { return .skip(end: end) }
    if low.currency == nil, low.percent == nil, isDesignated(low) || isNamePart(low) {
      return .name(end: low.tokens.end)
    }
    switch range(from: low) {
    case .notQuantity(let end): return .skip(end: end)
    case .range(let range): return figure(of: range, floor)
    case .change(let level): return figure(ofSingle: level, floor)
    case .single: return figure(ofSingle: low, floor)
    }
  }

  private func figure(of range: FigureRange, _ floor: Int) -> FigureReading {
    var words = modifiersBefore(range.tokens.start, notBefore: floor)
    let end = addModifiersAfter(range.tokens.end, &words)
    var amount = range.high
    amount.currency = range.high.currency ?? range.low.currency
    amount.tokens.lower = range.tokens.lower
    guard let unit = unit(of: amount, end: end, after: words) else {
      return .skip(end: range.tokens.end)
    }
    var interval = Interval(low: range.low.value, high: range.high.value)
    if words.isAfter, words.bound == .atLeast { interval.high = nil }
    return found(unit, interval, nil, words, TokenRange(words.start, end))
  }

  private func figure(ofSingle first: Amount, _ floor: Int) -> FigureReading {
    var amount = ratio(first) ?? first
    if let whole = measurePhrase(at: amount.tokens.end, amount) { addParts(&amount, of: whole) }
    var words = modifiersBefore(amount.tokens.start, notBefore: floor)
    let end = addModifiersAfter(amount.tokens.end, &words)
    if let both = figure(of: amount, words, upTo: end) { return both }
    guard let unit = unit(of: amount, end: end, after: words) else { return .skip(end: end) }
    dropOver(&words, amount, unit)
    if words.bound == nil { addAfterNoun(unit, &words) }
    let interval = interval(of: amount, words)
    return found(unit, interval, amount.value, words, TokenRange(words.start, end))
  }

  /// A lower bound with an upper one after it: `at least 17 and perhaps as many as 25`.
  private func figure(of low: Amount, _ words: Modifiers, upTo end: Int) -> FigureReading? {
    var interval = interval(of: low, words)
    guard let other = upperBound(after: end, interval) else { return nil }
    var amount = other.amount
    amount.currency = amount.currency ?? low.currency
    guard let unit = unit(of: amount, end: other.end, after: words) else { return nil }
    interval.high = other.interval.high
    interval.highOpen = other.interval.highOpen
    return found(unit, interval, nil, words, TokenRange(words.start, other.end))
  }

  private func found(
    _ unit: FigureUnit, _ interval: Interval, _ stated: ExactNumber?, _ words: Modifiers,
    _ tokens: TokenRange
  ) -> FigureReading {
    let isNear = words.bound == .nearBelow || words.bound == .nearAbove
    let quantity = Quantity(
      interval, stated: stated, approximate: words.isAbout || isNear, kind: unit.kind,
      unit: unit.text, hedge: words.hedge.map(printed))
    return .found(
      FigureFinding(
        quantity: quantity, tokens: tokens, noun: unit.noun, end: max(unit.end, tokens.end),
        rule: unit.rule))
  }

  /// `over 3 years` is a period unless something is said to last or be that long.
  private func dropOver(_ words: inout Modifiers, _ amount: Amount, _ unit: FigureUnit) {
    guard words.start + 1 == amount.tokens.start, sets.over.contains(word(words.start)),
      unit.kind == .measure, let text = measurePhrase(at: amount.tokens.end, amount),
      has(text.end - 1, .durationWord), !sets.overAfter.contains(word(words.start - 1))
    else { return }
    words = Modifiers(start: amount.tokens.start)
  }

  /// `three people or more`: the bound stands after the noun.
  private func addAfterNoun(_ unit: FigureUnit, _ words: inout Modifiers) {
    guard tables.afterNoun.contains(word(unit.end)) else { return }
    _ = addModifiersAfter(unit.end, &words)
  }

  /// `and below 1500` after `above 1000`.
  private func upperBound(
    after end: Int, _ low: Interval
  ) -> (interval: Interval, amount: Amount, end: Int)? {
    guard let least = low.low, low.high == nil else { return nil }
    var row = end
    if byte(row) == UInt8(ascii: ",") { row += 1 }
    while row < end + 3, isWord(row), sets.joiners.contains(word(row)) { row += 1 }
    guard row > end else { return nil }
    for start in row..<min(row + 7, bounds.upperBound)
    where kind(start) == .number || has(start, .numberWord | .currencyStart) {
      let words = modifiersBefore(start, notBefore: row)
      guard words.start == row, words.bound == .atMost || words.bound == .lessThan,
        let amount = amount(at: start), amount.value > least
      else { return nil }
      return (interval(of: amount, words), amount, amount.tokens.end)
    }
    return nil
  }
}
