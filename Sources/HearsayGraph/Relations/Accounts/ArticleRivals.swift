import HearsayCore

// Two sources of one article with a number each: `the company says 2,900 stayed away; the union says
// 6,500`. Whatever other articles make of the numbers, here neither follows the other.

extension ClaimGraph {
  /// The pairs of one article that are set against each other.
  ///
  /// - Complexity: O(*n*) in the tellings; in an article each of a few with each.
  func rivalsInArticles(_ tellings: [Telling], _ course: Course) -> [AccountStep] {
    let articles = Dictionary(grouping: tellings.filter(isSpoken)) {
      $0.figure.claim.document
    }
    return articles.keys.sorted().flatMap { article -> [AccountStep] in
      let told = (articles[article] ?? []).sorted { $0.order < $1.order }
      guard (2...mostSpoken).contains(told.count) else { return [] }
      return told.indices.flatMap { place in
        told[(place + 1)...].compactMap { other in
          areSetBeside(told[place], other, course) ? clash(told[place], other) : nil
        }
      }
    }
  }

  private func clash(_ one: Telling, _ other: Telling) -> AccountStep {
    AccountStep(
      kind: .clashes, from: other, to: one,
      reason: "one article sets two sources beside each other", confidence: .probable)
  }

  /// Whether a source of the text says it of how things stand.
  private func isSpoken(_ telling: Telling) -> Bool {
    !telling.isUnattributed && !telling.isFormer && !telling.isMinor && !telling.isDisplayOnly
      && telling.figure.claim.zone == .body && telling.figure.measure != .flow
  }

  private func areSetBeside(_ one: Telling, _ other: Telling, _ course: Course) -> Bool {
    guard !one.isSameSource(as: other), one.gainsays(other, rules), one.counted == other.counted,
      let kind = one.figure.proposition.quantity?.kind, kind != .money,
      kind == other.figure.proposition.quantity?.kind,
      areNeighbours(one.figure.claim, other.figure.claim), areOfOneSize(one, other, course),
      areOfOneSort(one, other)
    else { return false }
    // `The ministry has since raised it to 23` goes on from what the police said.
    return ![one, other].contains { $0.figure.claim.saysUpdated(rules) }
  }

  private func areNeighbours(_ one: Claim, _ other: Claim) -> Bool {
    let (first, second) = (one.sentence.range, other.sentence.range)
    return max(first.start, second.start) - min(first.end, second.end) <= farthestBeside
  }

  /// Of a toll, what is far smaller counts some of them; of a crowd, both sides tell what they like.
  private func areOfOneSize(_ one: Telling, _ other: Telling, _ course: Course) -> Bool {
    let (less, more) = one.number < other.number ? (one, other) : (other, one)
    let isContrast = [less, more].contains {
      $0.voice == .rival || $0.figure.claim.saysContrast(rules)
    }
    let times: Int
    switch (course, isContrast) {
    case (.fixed, true): times = 30
    case (.fixed, false): times = 3
    case (.grows, true), (.moves, true): times = 4
    case (.grows, false), (.moves, false): times = 2
    }
    return less.number.times(ExactNumber(times)).map { more.number <= $0 } == true
  }

  /// Whether neither counts only some of those whom the other counts.
  private func areOfOneSort(_ one: Telling, _ other: Telling) -> Bool {
    guard one.figure.part == other.figure.part else { return false }
    let (less, more) = one.number < other.number ? (one, other) : (other, one)
    if less.sort == .subgroup { return more.sort == .subgroup && less.head == more.head }
    // `Four of its members` are more than the two men of whom the prosecutor knows.
    return true
  }
}

extension Array<AccountStep> {
  /// Without those that let one number follow the other which an article sets beside it, unless the
  /// text says that it did or one source has moved on.
  func withoutSetBeside(_ rivals: [AccountStep]) -> [AccountStep] {
    let pairs = Set(rivals.map(NumberPair.init))
    return filter { step in
      step.kind == .clashes || step.confidence == .certain || !pairs.contains(NumberPair(step))
        || step.from.isSameSource(as: step.to)
    }
  }
}

/// Of more sources in one article nobody sets each against each.
private let mostSpoken = 12

/// So many bytes may stand between the sentences of two that are set beside each other.
private let farthestBeside = 320
