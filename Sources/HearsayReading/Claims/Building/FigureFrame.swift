import HearsayCore
import HearsayText

/// A quantity in its sentence: the words of the number, of what is counted, and both together.
struct FigureFrame {
  /// The rule that found it.
  var rule: String
  var quantity: Quantity
  /// The bound words and the number.
  var number: TokenRange
  /// The counted noun with its modifiers, where one was found.
  var unit: TokenRange?
  /// From the first to the last of both.
  var phrase: TokenRange
  var sentence: TokenRange
  var zone: ZoneKind
  /// Whether it goes on with the unit of the figure before: `12 years, later cut to eight`.
  var isGapped = false
  /// Whether its words say that it is the strength of an earthquake: `the 6.2-magnitude quake`.
  var isScale = false
  /// Whether it counts the names on a list, and so those who are named.
  var isOfNames = false
  /// Whether it adds one person told beside the number, or the groups of a list.
  var isSum = false
  /// Whether it is one group of a list that was added up.
  var isListed = false
  /// What happened to those counted, where that is known from the start.
  var event: TokenRange?

  /// A quantity with its sentence; `counted` is the noun where the quantity stage found one.
  init(
    _ placed: Placed<Quantity>, counted: TokenRange?, _ context: ClaimContext,
    sentence: DraftSentence
  ) {
    rule = placed.rule
    quantity = placed.value
    number = placed.tokens
    unit = counted ?? Self.measureUnit(placed, context)
    // A noun shared with a count before (`killed 102 people in one flood and 21 in another`) is no
    // part of the words: what stands between would seem to belong to the figure.
    let upper = max(number.end, unit?.end ?? number.end)
    phrase = upper - number.start <= 16 ? TokenRange(number.start, upper) : number
    self.sentence = sentence.tokens
    zone = sentence.zone
    if isSpan(context) { quantity.kind = .measure }
  }
}

extension FigureFrame {
  /// Whether it is another figure, and not the sum of which this one is a group.
  func isBeside(_ other: FigureFrame) -> Bool {
    if number == other.number { return false }
    return !(isListed && other.isSum && other.phrase.contains(phrase))
      && !(isSum && other.isListed && phrase.contains(other.phrase))
  }

  /// `several sleepy months`, `15 extra minutes`: a length of time, whatever describes it.
  private func isSpan(_ context: ClaimContext) -> Bool {
    guard quantity.kind == .count, let unit, unit.count > 0 else { return false }
    return context.tables.spans.contains(context.draft.tokens[unit.end - 1].word)
  }

  /// The unit of a measure where it follows its number: `74 metres`, `two years`.
  private static func measureUnit(
    _ placed: Placed<Quantity>, _ context: ClaimContext
  ) -> TokenRange? {
    guard let unit = placed.value.unit, placed.value.kind == .measure else { return nil }
    let draft = context.draft
    let start = placed.tokens.end
    let first =
      start < draft.tokens.count && context.isMark(start, "-")
      ? start + 1 : start
    let last = min(draft.tokens.count, first + 4)
    return (first..<max(first, last)).lazy.map { TokenRange(first, $0 + 1) }
      .first { draft.words($0) == unit }
  }
}

/// What lies between a figure and a word that may bear on it, as a cost: the less, the nearer.
///
/// Without a parser the right verb is mostly the one with the least between: no comma, no other
/// verb, no other number, no subordinating word. The weights were set by reading, not counted.
struct DistanceCost {
  var other = 1
  var comma = 3
  var stop = 14
  var conjunction = 3
  var border = 4
  var quote = 2
  var verb = 5
  var number = 6

  func of(_ range: Range<Int>, _ context: ClaimContext, skipping own: TokenRange) -> Int {
    var cost = 0
    var skipped = 0
    for row in range where !own.contains(row) {
      // Nothing so far away bears on anything; a sentence may have a thousand words.
      if cost >= 60 { break }
      let token = context.draft.tokens[row]
      let tags = context.draft.facts[row].tags
      switch context.draft.classes[row] {
      case .conjunction: cost += conjunction
      case .adverb, .negation, .be, .have, .doAuxiliary, .modal, .determiner, .possessive: break
      case .verbBase, .verbS, .verbPast, .verbIng:
        cost += tags.has(.lightVerb) || tags.has(.clauseBorder) ? other : verb
      case .number: cost += number
      default:
        if tags.has(.clauseBorder) {
          cost += border
        } else if token.kind == .quote {
          cost += quote
        } else if token.kind == .stop {
          cost += stop
        } else if token.kind == .mark {
          cost += isLight(row, context) ? comma : context.isMark(row, ";") ? 10 : border
        } else if token.kind == .number {
          cost += number
        } else {
          // A long noun phrase is not far away just because it is long.
          skipped += 1
          cost += skipped % 2 == 1 ? other : 0
        }
      }
    }
    return cost
  }

  private func isLight(_ row: Int, _ context: ClaimContext) -> Bool {
    context.isMark(row, ",") || context.isMark(row, "-")
  }
}
