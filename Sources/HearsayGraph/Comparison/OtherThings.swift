import HearsayCore

// Figures that measure or count another thing than the one asked for, by the words beside them.

extension Claim {
  /// The word by which it is of another thing than the one `asked` for: a limit, an aftershock, the
  /// crew beside the passengers.
  func otherThing(_ rules: GraphRules, _ question: OtherThingsAsked) -> String? {
    let asked = question.words
    guard let quantity = proposition.quantity else { return nil }
    let found =
      switch quantity.kind {
      case .measure, .other: measured(quantity, rules, asked)
      case .count: counted(question)
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
  private func counted(_ question: OtherThingsAsked) -> String? {
    if question.beside.isEmpty { return nil }
    // What it is counted with in its own words: a number that stands for another has none.
    let words = foldedWords(span.text)
    guard question.words.isDisjoint(with: words) else { return nil }
    return words.first(where: question.beside.contains)
  }
}

/// What is asked, with those who are counted beside it.
struct OtherThingsAsked {
  let words: Set<String>
  let beside: Set<String>

  init(_ asked: Asked, _ rules: GraphRules) {
    let words = Set(foldedWords(asked.phrase))
    self.words = words
    beside = rules.others.beside.reduce(into: []) { found, entry in
      if words.contains(where: { sameNoun($0, entry.key) }) { found.formUnion(entry.value) }
    }
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
  /// Nouns of people; `else`, of others than those told.
  var people: Set<String>
  var elseWords: Set<String>
  /// For those who are asked for the others who are counted beside them.
  var beside: [String: Set<String>]

  package init(
    things: [String] = [], limited: [String] = [], shocks: [String] = [], own: [String] = [],
    served: [String] = [], sentences: [String] = [], people: [String] = [],
    elseWords: [String] = [],
    beside: [String: [String]] = [:]
  ) {
    self.things = Set(things)
    self.limited = Set(limited)
    self.shocks = Set(shocks)
    self.own = Set(own).subtracting(shocks)
    self.served = Set(served)
    self.sentences = Set(sentences)
    self.people = Set(people)
    self.elseWords = Set(elseWords)
    self.beside = beside.mapValues { Set($0) }
  }
}
