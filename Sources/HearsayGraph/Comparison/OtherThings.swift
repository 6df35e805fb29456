import HearsayCore

// Figures that measure or count another thing than the one asked for, by the words beside them.

extension Claim {
  /// The word by which it is of another thing than the one `asked` for: a limit, an aftershock, the
  /// crew beside the passengers.
  func otherThing(_ rules: GraphRules, _ asked: Set<String>) -> String? {
    guard let quantity = proposition.quantity else { return nil }
    let found =
      switch quantity.kind {
      case .measure, .other: measured(quantity, rules, asked)
      case .count: counted(rules, asked)
      case .money, .percent, .ordinal, .age: nil as String?
      }
    return found.flatMap { asked.contains($0) ? nil : $0 }
  }

  private func measured(_ quantity: Quantity, _ rules: GraphRules, _ asked: Set<String>) -> String?
  {
    let (before, after) = wordsAround(20, 3)
    if let word = (before.suffix(6) + after).first(where: rules.others.things.contains) {
      return word
    }
    let unit = quantity.unit.map(folded) ?? ""
    if rules.fixedUnits.contains(unit), let next = after.first, rules.others.limited.contains(next)
    {
      return next
    }
    if let family = rules.unit(quantity.unit)?.family, rules.durations.contains(family) {
      return served(before, after, rules, asked)
    }
    // `20 aftershocks were felt, the strongest of magnitude 5.2`: the nearest of both counts.
    for word in before.reversed() {
      if rules.others.own.contains(word) { return nil }
      if rules.others.shocks.contains(word) { return word }
    }
    return nil
  }

  /// `served 19 months of a six-year sentence`: time behind bars is no sentence.
  private func served(
    _ before: [String], _ after: [String], _ rules: GraphRules, _ asked: Set<String>
  ) -> String? {
    guard !asked.isDisjoint(with: rules.others.sentences),
      !after.prefix(2).contains(where: rules.others.sentences.contains)
    else { return nil }
    return before.suffix(4).last(where: rules.others.served.contains)
  }

  /// `163 passengers and eight crew`: the others beside those asked for.
  private func counted(_ rules: GraphRules, _ asked: Set<String>) -> String? {
    // What it is counted with in its own words: a number that stands for another has none.
    let words = foldedWords(span.text)
    guard !words.isEmpty, asked.isDisjoint(with: words) else { return nil }
    for (noun, others) in rules.others.counted
    where asked.contains(where: { sameNoun($0, noun) }) {
      if let word = words.first(where: others.contains) { return word }
    }
    return nil
  }
}

/// Words of other things that stand beside what is asked.
package struct OtherThingWords: Hashable, Sendable {
  /// `limit`, anywhere near; `zone`, right behind a speed.
  var things: Set<String>
  var limited: Set<String>
  /// `aftershocks`, and the words of the shock itself.
  var shocks: Set<String>
  var own: Set<String>
  /// `served`, and what is a sentence.
  var served: Set<String>
  var sentences: Set<String>
  /// For those who are asked for the others who are counted beside them.
  var counted: [(noun: String, others: Set<String>)] {
    beside.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }
  private var beside: [String: Set<String>]

  package init(
    things: [String] = [], limited: [String] = [], shocks: [String] = [], own: [String] = [],
    served: [String] = [], sentences: [String] = [], beside: [String: [String]] = [:]
  ) {
    self.things = Set(things)
    self.limited = Set(limited)
    self.shocks = Set(shocks)
    self.own = Set(own)
    self.served = Set(served)
    self.sentences = Set(sentences)
    self.beside = beside.mapValues { Set($0) }
  }
}
