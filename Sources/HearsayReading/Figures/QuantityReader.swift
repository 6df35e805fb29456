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
      guard text.mayStart(row, text.tokens[row].kind) else {
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
        // The noun may hold a number of its own: `two of the five fires`.
        row = max(row + 1, found.noun == nil ? found.end : found.tokens.end)
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
  static let figureStart: Tags = .numeralStart | .currencyStart | .vagueStart
  /// Where a number in words may begin, its article apart.
  static let numeralStart: Tags =
    .numberWord | .scaleWord | .fractionWord | .ordinalWord | .minusWord
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
    return words > 2 && capitals * 5 >= words * 4
  }

  /// What begins at `row`.
  func figure(at row: Int, notBefore floor: Int) -> FigureReading {
    let kind = tokens[row].kind
    guard mayStart(row, kind) else { return .nothing }
    if let time = time(at: row), time.value.type != .duration, !isMeasured(time.tokens.end),
      !isLevel(row), !has(time.tokens.end - 1, .scaleWord)
    {
      return kind == .number || kind == .word ? .skip(end: time.tokens.end) : .nothing
    }
    if opensAmount(row, kind) {
      if let found = ordinal(at: row), tables.words[word(row)] == nil || found.end > row + 1 {
        if kind == .number { return .found(found) }
        return found.noun == nil ? .nothing : .ordinal(found)
      }
      let opener = modifiersBefore(row, notBefore: floor).start - 1
      let between = sets.between.contains(word(opener))
      if let amount = amount(at: row, joins: !between) { return figure(of: amount, floor) }
    }
    if let vague = vague(at: row, notBefore: floor) { return .found(vague) }
    return kind == .number ? .skip(end: unreadable(row)) : .nothing
  }

  /// `up from 11 in the morning`: how many there were, and no hour.
  private func isLevel(_ row: Int) -> Bool {
    guard kind(row) == .number || has(row, .numberWord), sets.from.contains(word(row - 1)) else {
      return false
    }
    return has(row - 2, .changeWord) && !(kind(row + 1) == .mark && isGlued(row + 1))
      && !units.clock.contains(word(row + 1))
  }

  /// Whether an amount may begin here: most words that could open one, such as `a`, do not.
  private func opensAmount(_ row: Int, _ kind: TokenKind) -> Bool {
    guard kind == .word else { return kind != .mark || self.kind(row + 1) == .number }
    if has(row, .numeralStart) { return true }
    if has(row, .currencyStart) {
      switch self.kind(row + 1) {
      case .number, .symbol, .stop: return true
      default: if units.codesBeforeWords.contains(word(row)) { return true }
      }
    }
    return has(row + 1, .scaleWord | .fractionWord) || isHyphen(row + 1)
  }

  /// Whether a unit stands at `row`, so that the numbers before it are no date: `1/4 mile`.
  private func isMeasured(_ row: Int) -> Bool {
    has(row, .measureWord) && !has(row, .durationWord) && spelling(row).count > 1
  }

  /// The one question asked of every token.
  @inline(__always)
  func mayStart(_ row: Int, _ kind: TokenKind) -> Bool {
    switch kind {
    case .number: true
    case .word, .symbol: layers.facts[row].tags.has(.figureStart)
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
}
