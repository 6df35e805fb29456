package import HearsayCore

/// Parts of one whole, and whether they add up to it.
package struct PartSum: Hashable, Sendable {
  /// The row of the whole, and the rows of its parts.
  package var whole: Int
  package var parts: [Int]
  /// What the parts give together.
  package var sum: Interval
  /// `same`: they add up; `refines`: the whole is at least so many; `compatible`: some are not
  /// named; `conflict(strict)`: they are more than the whole.
  package var verdict: Verdict
  package var steps: [String]
  package var assumptions: [String]
}

extension ClaimGraph {
  /// Wholes whose parts an article names, and whether these add up.
  package func sums(_ scope: Scope = .all) -> [PartSum] {
    var found: [PartSum] = []
    let isInside = isInside(scope)
    for document in inOrder(documents.indices) {
      var parts: [Int: [Int]] = [:]
      for row in claimRows[document] {
        guard let whole = claims[row].partOf, whole != row, isNumber(row), isInside(row)
        else { continue }
        parts[whole, default: []].append(row)
      }
      for whole in parts.keys.sorted() {
        if let sum = partSum(whole, parts[whole] ?? []) { found.append(sum) }
      }
    }
    return found
  }

  private func isNumber(_ row: Int) -> Bool {
    claims[row].proposition.quantity.map { $0.vague == nil && $0.kind != .percent } ?? false
  }

  /// Parts that the words set beside each other have no member in common; others may.
  private func partSum(_ whole: Int, _ rows: [Int]) -> PartSum? {
    guard let total = claims[whole].proposition.quantity else { return nil }
    let parts = disjoint(rows.filter { comparableParts($0, whole) })
    guard parts.count > 1, let sum = added(parts.map { claims[$0].proposition.quantity }) else {
      return nil
    }
    let names = parts.map { claims[$0].proposition.quantity?.interval.name ?? "?" }
    var steps = ["\(names.joined(separator: " + ")) = \(sum.name)"]
    let wholeName = total.vague ?? total.interval.name
    let verdict: Verdict
    if total.vague != nil {
      verdict = .refines
      steps.append("so '\(wholeName)' is \(lowerBound(sum))")
    } else if total.interval.isBelow(sum) {
      verdict = .conflict(.strict)
      steps.append("the whole is \(wholeName): the parts are more than it")
    } else if sum == total.interval {
      verdict = .same
      steps.append("the whole is \(wholeName): the parts add up")
    } else {
      verdict = .compatible
      steps.append("the whole is \(wholeName): not every part is named")
    }
    return PartSum(
      whole: whole, parts: parts, sum: sum, verdict: verdict, steps: steps,
      assumptions: ["nobody is counted in two of the parts"])
  }

  private func lowerBound(_ sum: Interval) -> String {
    sum.low.map { Interval(low: $0).name } ?? "open"
  }

  private func comparableParts(_ part: Int, _ whole: Int) -> Bool {
    guard let first = claims[part].proposition.quantity,
      let second = claims[whole].proposition.quantity
    else { return false }
    return first.kind == second.kind
      && (first.kind == .count || sameUnit(first.unit, second.unit, rules))
  }

  /// Parts that a declared population or the words keep apart: topics that exclude each other, or one
  /// topic with different parts named in one sentence.
  private func disjoint(_ rows: [Int]) -> [Int] {
    var kept: [Int] = []
    for row in rows where kept.allSatisfy({ areApart($0, row) }) { kept.append(row) }
    return kept
  }

  private func areApart(_ one: Int, _ other: Int) -> Bool {
    let (first, second) = (claims[one].proposition, claims[other].proposition)
    if let topic = first.topic, let opposed = second.topic, topic != opposed {
      return excludes(topic, opposed)
    }
    guard claims[one].sentence.range == claims[other].sentence.range else { return false }
    if let outer = first.population, let inner = second.population, outer != inner {
      return !rules.lineage(outer).contains(inner) && !rules.lineage(inner).contains(outer)
    }
    return first.populationText != second.populationText || first.part != second.part
  }

  func excludes(_ one: String, _ other: String) -> Bool {
    rules.exclusive.contains { $0.contains(one) && $0.contains(other) }
  }

  /// The sum of several bounds; no upper bound where one has none.
  private func added(_ quantities: [Quantity?]) -> Interval? {
    var sum = Interval(exactly: ExactNumber(0))
    for quantity in quantities {
      guard let interval = quantity?.interval else { return nil }
      let low = interval.low ?? ExactNumber(0)
      guard let newLow = sum.low.flatMap({ $0.plus(low) }) else { return nil }
      let highs = (sum.high, interval.high)
      sum = Interval(
        low: newLow, high: highs.0.flatMap { one in highs.1.flatMap { one.plus($0) } },
        lowOpen: sum.lowOpen || interval.lowOpen, highOpen: sum.highOpen || interval.highOpen)
    }
    return sum
  }

  /// Sums that are more than their whole, as conflicts inside one article; and wholes whose parts
  /// raise their lower bound.
  func sumLinks(_ scope: Scope = .all) -> [Link] {
    sums(scope).compactMap { sum in
      guard sum.verdict.isConflict, let first = sum.parts.first else { return nil }
      return Link(
        .contradicts, verdict: sum.verdict, from: first, to: sum.whole, reasons: sum.steps,
        assumptions: sum.assumptions, confidence: .probable)
    }
  }
}
