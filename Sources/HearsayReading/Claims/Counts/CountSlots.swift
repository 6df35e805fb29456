import HearsayCore
import HearsayRules
import HearsayText

/// Finds the counts that patterns of the claim tables ask for: `hold {population}`.
///
/// `{number}` is any count with its noun, `{population}` one of people: by its noun, or without one;
/// `{people}` is one of people by its noun only, for `lose four of five` is told of a team;
/// `{date}` is a length of time.
struct CountSlots: ClaimFinder {
  let context: ClaimContext
  /// The rows of the quantities of the sentence.
  let figures: Range<Int>

  /// One past the count that stands at `row`; `nil` when none does.
  func end(_ slot: PhrasePattern.Slot, _ row: Int) -> Int? {
    guard slot != .name, !figures.isEmpty else { return nil }
    let start = firstOfNumber(row)
    guard let figure = figure(at: start) else { return nil }
    if slot == .date { return endOfSpan(draft.quantities[figure]) }
    guard draft.quantities[figure].value.kind == .count else { return nil }
    let number = draft.quantities[figure].tokens
    let unit = draft.quantityUnits.indices.contains(figure) ? draft.quantityUnits[figure] : nil
    guard let unit, unit.count > 0 else { return slot == .people ? nil : number.end }
    if slot == .population || slot == .people, !countsLiving(unit) { return nil }
    return unit.start >= number.end && unit.end - number.start <= 12 ? unit.end : number.end
  }

  /// Nobody holds, seeks or frees `30 bodies` as one does people.
  private func countsLiving(_ unit: TokenRange) -> Bool {
    let noun = draft.tokens[unit.end - 1]
    return tables.isPerson(noun) && !tables.bodyNouns.contains(noun.word)
  }

  private func endOfSpan(_ quantity: Placed<Quantity>) -> Int? {
    guard quantity.value.kind == .measure, let unit = quantity.value.unit,
      tables.spanNames.contains(unit)
    else { return nil }
    return quantity.tokens.end
  }

  /// The quantity that begins at a token.
  private func figure(at row: Int) -> Int? {
    let low = partitionPoint(figures.count) {
      draft.quantities[figures.lowerBound + $0].tokens.start < row
    }
    let figure = figures.lowerBound + low
    return figure < figures.upperBound && draft.quantities[figure].tokens.start == row
      ? figure : nil
  }

  /// `the`, `another`, `only` before a number change nothing.
  private func firstOfNumber(_ row: Int) -> Int {
    var start = row
    while start < row + 2, start < draft.tokens.count,
      draft.classes[start] == .determiner || draft.classes[start] == .possessive
        || draft.classes[start] == .adverb,
      figure(at: start) == nil
    { start += 1 }
    return start
  }
}

extension ClaimTables {
  /// Whether a word names people; names do, for most that are counted are of peoples.
  func isPerson(_ token: Token) -> Bool {
    persons.contains(token.word)
      || token.flags.contains(.capital) && !thingNouns.contains(token.word)
  }
}
