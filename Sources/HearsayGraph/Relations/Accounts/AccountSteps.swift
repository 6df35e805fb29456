import HearsayCore

/// The steps of a sweep in the order noted, found again by their numbers: a long story takes back
/// what it said thousands of steps before.
struct AccountSteps {
  private var steps: [AccountStep?] = []
  /// Places of clashes between articles, by their numbers; how often articles themselves say that
  /// one number came after the other; places of replacements, by the newer claim.
  private var clashes: [NumberPair: [Int]] = [:]
  private var sure: [NumberPair: Int] = [:]
  private var replacements: [Int: [Int]] = [:]

  /// What was not taken back.
  var all: [AccountStep] { steps.compactMap { $0 } }

  mutating func add(_ step: AccountStep) {
    let place = steps.count
    steps.append(step)
    switch step.kind {
    case .clashes:
      if step.from.figure.claim.document != step.to.figure.claim.document {
        clashes[NumberPair(step), default: []].append(place)
      }
    case .replaces:
      replacements[step.from.claim, default: []].append(place)
      if step.confidence == .certain { sure[NumberPair(step), default: 0] += 1 }
    }
  }

  /// Takes back that a claim's number took the place of another.
  mutating func takeBack(_ newer: Int, _ older: ExactNumber) {
    for place in replacements[newer] ?? [] {
      guard let step = steps[place], step.to.number == older else { continue }
      if step.confidence == .certain { sure[NumberPair(step), default: 0] -= 1 }
      steps[place] = nil
    }
  }

  /// Takes back that two numbers of two articles clash.
  mutating func takeBackClashes(_ one: ExactNumber, _ other: ExactNumber) {
    for place in clashes.removeValue(forKey: NumberPair(one, other)) ?? [] { steps[place] = nil }
  }

  /// Whether some article itself says that one of the numbers came after the other.
  func isSurelyReplaced(_ one: ExactNumber, _ other: ExactNumber) -> Bool {
    sure[NumberPair(one, other), default: 0] > 0
  }
}

/// Two numbers in either order.
struct NumberPair: Hashable {
  private var less: ExactNumber
  private var more: ExactNumber

  init(_ one: ExactNumber, _ other: ExactNumber) {
    (less, more) = one < other ? (one, other) : (other, one)
  }

  init(_ step: AccountStep) { self.init(step.from.number, step.to.number) }
}
