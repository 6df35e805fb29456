package import HearsayCore

// Where it is decided whether two figures conflict (CLAIM MODEL, "When do two figures conflict?").
// The numbered steps below are those of the model. Neighbours:
//   Comparable.swift          step 1: whether they answer one question
//   PopulationRelation.swift   step 2: whether they count the same people
//   Arithmetic.swift      step 3: stock, total and flow, before and after

/// One step of a comparison, with the numbers put in, for `explain`.
package struct ComparisonStep: Hashable, Sendable {
  /// The step of the model, from 1 to 7.
  package var number: Int
  package var text: String
}

/// What comes out when two figures are laid side by side, and why.
package struct Comparison: Hashable, Sendable {
  /// The answer; further verdicts hold beside it: `refines` and `later`.
  package var verdicts: [Verdict]
  package var reasons: [String]
  /// What must be so for the verdict to hold.
  package var assumptions: [String] = []
  package var steps: [ComparisonStep] = []
  package var confidence: Confidence = .certain
  /// How the two populations lie to each other.
  package var population: PopulationRelation = .equal
  /// Whether the second figure is surely the later one (`before`), and so on.
  var order: TimeOrder = .unknown

  /// The first and decisive verdict.
  package var verdict: Verdict { verdicts.first ?? .compatible }
}

/// Lays `one` and `other` side by side.
///
/// - Parameters:
///   - one: one figure.
///   - other: the other; the order does not matter.
///   - rules: what the rules say of populations, episodes, growth.
///   - disputed: whether an article says that the source of one rejects the other.
/// - Returns: a verdict with its reasons, its assumptions, and every step on the way.
package func compareFigures(
  _ one: Figure, _ other: Figure, rules: GraphRules = GraphRules(), disputed: Bool = false
) -> Comparison {
  compareFigures(one, other, SharedRules(rules), disputed: disputed, notes: ComparisonNotes())
}

/// The same for many figures and the same rules; the steps are told where they go to `notes`.
func compareFigures(
  _ one: Figure, _ other: Figure, _ rules: SharedRules, disputed: Bool,
  notes: ComparisonNotes? = nil
) -> Comparison {
  var deliberation = Deliberation(one, other, rules, notes)
  if let reason = deliberation.whyNotComparable() {
    deliberation.note(1, reason)
    return deliberation.finish(.notComparable, reason)
  }
  let population = deliberation.relatePopulations()
  if case .unrelated(let reason) = population {
    return deliberation.finish(.notComparable, reason)
  }
  let outcome = deliberation.soften(deliberation.weigh(population))
  return deliberation.settle(outcome, disputed: disputed)
}

/// The steps of a comparison, for who asks for them: most comparisons of an answer are of two figures
/// that have nothing to do with each other.
final class ComparisonNotes {
  fileprivate(set) var steps: [ComparisonStep] = []
}

/// What arithmetic says, before disputes and labels are taken into account.
struct Outcome {
  var verdict: Verdict
  var reason: String
  /// Further verdicts beside it.
  var also: [Verdict] = []
}

/// A comparison in the making: collects steps, reasons and assumptions on the way.
struct Deliberation {
  let one: Figure
  let other: Figure
  private let shared: SharedRules
  var rules: GraphRules { _read { yield shared.rules } }
  let order: TimeOrder
  private let notes: ComparisonNotes?
  private(set) var assumptions: [String] = []
  private(set) var population: PopulationRelation = .equal
  private var confidence: Confidence = .certain

  init(
    _ one: Figure, _ other: Figure, _ rules: SharedRules, _ notes: ComparisonNotes? = nil
  ) {
    self.notes = notes
    self.one = one
    self.other = other
    shared = rules
    order = Self.order(one, other)
  }

  /// Which is the later; within one article a former total is the earlier one whatever its date.
  private static func order(_ one: Figure, _ other: Figure) -> TimeOrder {
    let order = TimeOrder(one.asOf, other.asOf)
    // `The union had counted 34 when the office counted 29`: neither came before the other.
    if areTwoCounts(one, other) { return .same }
    if one.claim.document == other.claim.document, one.isFormer != other.isFormer {
      return one.isFormer ? .before : .after
    }
    // A toll grows by the hour: two articles of one day need not be of one time.
    let areReports = [one, other].allSatisfy {
      $0.basis != .stated && ($0.measure == .cumulative || $0.measure == .stock)
    }
    return order == .same && areReports && one.claim.document != other.claim.document
      ? .overlapping : order
  }

  func note(_ number: Int, _ text: @autoclosure () -> String) {
    notes?.steps.append(ComparisonStep(number: number, text: text()))
  }

  mutating func assume(_ text: String, _ doubt: Confidence = .probable) {
    if !assumptions.contains(text) { assumptions.append(text) }
    confidence = max(confidence, doubt)
  }

  func finish(_ verdict: Verdict, _ reason: String) -> Comparison {
    finish(Outcome(verdict: verdict, reason: reason))
  }

  func finish(_ outcome: Outcome) -> Comparison {
    var comparison = Comparison(
      verdicts: [outcome.verdict] + outcome.also, reasons: [outcome.reason])
    comparison.assumptions = assumptions
    comparison.steps = notes?.steps ?? []
    comparison.confidence = confidence
    comparison.population = population
    comparison.order = order
    return comparison
  }
}

// MARK: Step 2, populations

extension Deliberation {
  /// By itself, because whoever changes this value while the rules are lent has to copy them.
  @inline(never)
  private func relation() -> PopulationRelation { relate(one, other, rules) }

  mutating func relatePopulations() -> PopulationRelation {
    population = relation()
    // Who denies the label speaks of the same people: only the word for them is in dispute.
    if case .label = population, one.isContested || other.isContested {
      population = .equal
      assume("both mean the same people; only the label is in dispute", .certain)
    }
    if case .assumedEqual(let assumption) = population { assume(assumption) }
    note(2, population.words)
    return population
  }

  /// Works the arithmetic out in each way the populations may be read.
  mutating func weigh(_ population: PopulationRelation) -> Outcome {
    switch population {
    case .equal, .assumedEqual: return weighEqual()
    case .partOfOther: return weighPart(one, of: other, order)
    case .wholeOfOther: return weighPart(other, of: one, order.reversed)
    case .label(let narrowIsFirst, _): return weighBothWays(narrowIsFirst)
    case .unrelated(let reason): return Outcome(verdict: .notComparable, reason: reason)
    }
  }

  /// A loose label is the wider population and at once an assumed equal.
  private mutating func weighBothWays(_ narrowIsFirst: Bool) -> Outcome {
    let asPart =
      narrowIsFirst
      ? weighPart(one, of: other, order) : weighPart(other, of: one, order.reversed)
    // Without a story file nobody said that the two labels are used for the same people.
    let isNamed = [one, other].contains { rules.population($0.proposition.population) != nil }
    let narrow = narrowIsFirst ? one : other
    if asPart.verdict.isConflict, isNamed || narrow.nounSort(rules) == .subgroup { return asPart }
    let asEqual = weighEqual()
    guard asEqual.verdict.isConflict else { return asEqual }
    assume("both labels mean the same people", .possible)
    return Outcome(
      verdict: isNamed ? .conflictIfSamePopulation : .tension,
      reason: asEqual.reason + ", if both mean the same people")
  }
}

// MARK: Steps 5 and 6, what the text says

extension Deliberation {
  /// Adds what the text itself says to what arithmetic says.
  mutating func settle(_ outcome: Outcome, disputed: Bool) -> Comparison {
    var outcome = outcome
    if disputed, outcome.verdict != .same {
      note(5, "an article says that one source rejects the other's figure")
      let known = outcome.verdict.isConflict || outcome.verdict == .tension
      let arithmetic = known ? outcome.reason : "arithmetic allows both"
      if outcome.verdict != .conflict(.strict) {
        outcome.verdict = .conflict(.explicit)
        outcome.reason = "the text disputes it; \(arithmetic)"
      }
      outcome.also.removeAll { $0 == .later }
    }
    if one.isContested || other.isContested {
      note(2, "somebody denies that those counted bear the label")
      outcome.also.append(.contestedLabel)
    }
    return finish(outcome)
  }

  /// Step 7: a vague word or a judgement never makes a conflict, and a tension only where both
  /// speak of the same people at the same time.
  mutating func soften(_ outcome: Outcome) -> Outcome {
    let figures = [one, other]
    guard figures.contains(where: { $0.isVague || $0.proposition.modality == .evaluation }) else {
      return outcome
    }
    if let contrast = contrast(figures) { return contrast }
    guard outcome.verdict != .notComparable else { return outcome }
    if let promise = onePromise(figures) { return promise }
    if outcome.verdict == .same {
      let words = figures.map { $0.proposition.quantity?.vague }
      if words[0] == words[1] { return outcome }
      note(7, "\(one.name) and \(other.name): two vague words are not one number")
      return Outcome(verdict: .compatible, reason: "a vague word leaves room for the other")
    }
    let isOdd = outcome.verdict.isConflict || outcome.verdict == .tension
    guard isOdd, order == .same, !saysLess(one, other), !saysLess(other, one) else {
      note(7, "\(one.name) and \(other.name): a vague word settles nothing")
      return Outcome(verdict: .compatible, reason: "a vague word leaves room for the other")
    }
    note(7, "\(one.name) and \(other.name) do not fit, but one is vague or a judgement")
    return Outcome(verdict: .tension, reason: "a vague word does not fit the number")
  }

  /// A promise is told in many words; only `all` of them is another promise than `many`.
  private mutating func onePromise(_ figures: [Figure]) -> Outcome? {
    guard figures.allSatisfy({ $0.isVague && $0.proposition.modality.realm == "intended" }) else {
      return nil
    }
    assume("both speak of one announcement")
    let all = figures.filter {
      $0.proposition.quantity?.vague.map(rules.totalWords.contains) ?? false
    }
    if all.count == 1 {
      note(7, "one promises all of them, the other only a number")
      return Outcome(verdict: .tension, reason: "all of them is more than was promised")
    }
    note(7, "both tell of one promise")
    return Outcome(verdict: .same, reason: "both tell of one promise")
  }

  /// `denounced a "mass" release after only 56`: one sentence sets a word against a number.
  private mutating func contrast(_ figures: [Figure]) -> Outcome? {
    guard figures[0].isVague != figures[1].isVague,
      figures[0].claim.document == figures[1].claim.document,
      figures[0].claim.sentence.range == figures[1].claim.sentence.range,
      figures.contains(where: { !$0.isVague && $0.proposition.quantity?.hedge != nil })
    else { return nil }
    note(7, "one sentence sets the word against the number")
    return Outcome(verdict: .tension, reason: "the text sets the word against the number")
  }

  /// `several` beside 56 leaves many unnamed and is no upper bound; `dozens` beside 5 is odd.
  private func saysLess(_ vague: Figure, _ number: Figure) -> Bool {
    guard vague.isVague, let words = vague.proposition.quantity,
      let counted = number.proposition.quantity
    else { return false }
    return workingInterval(words).isBelow(workingInterval(counted))
  }

  /// What a figure allows; for a vague word what the rules say, for display and tensions only.
  func workingInterval(_ quantity: Quantity) -> Interval {
    quantity.vague.flatMap { rules.vague[$0] } ?? quantity.interval
  }
}

extension TimeOrder {
  /// The order seen from the other side.
  var reversed: TimeOrder {
    switch self {
    case .before: .after
    case .after: .before
    case .same, .overlapping, .unknown: self
    }
  }
}

/// Whether two tellings of one quotation are dated so that both cannot be right (step 6).
///
/// An interval that holds both dates is compatible with both.
package func quotationDatesClash(_ one: TimeValue?, _ other: TimeValue?) -> Bool {
  guard let one, let other else { return false }
  return one.isBefore(other) || other.isBefore(one)
}
