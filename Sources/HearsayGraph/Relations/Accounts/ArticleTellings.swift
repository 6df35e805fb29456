import HearsayCore

/// What one article tells for a question: how things stand, and what it gives as former numbers.
struct ArticleTellings: Comparable {
  var current: [Telling]
  /// Numbers of which the article counts more in all.
  var minors: [Telling]
  var formers: [Telling]
  private let day: Int32
  private let rank: [ExactNumber]
  private let isRevision: Bool
  /// Where its first figure stands among all articles.
  private let place: ClaimOrder

  /// What an article tells, which is something; `nil` for nothing.
  init?(_ tellings: [Telling], _ course: Course, _ rules: GraphRules) {
    let all = tellings.sorted { $0.order < $1.order }
    minors = all.filter { $0.isMinor && !$0.isFormer }
    let sorted = all.filter { !$0.isMinor || $0.isFormer }
    let event = all.map(\.counted).min() ?? 0
    let body = sorted.filter { !$0.isDisplayOnly && !$0.isFormer }.map(\.number).max()
    // A headline stands for its article where the text has only far smaller numbers.
    let shown = sorted.filter { telling in
      guard telling.isDisplayOnly, !telling.isFormer, let body else { return true }
      return course == .grows && body.times(ExactNumber(3)).map { $0 < telling.number } == true
    }
    // What somebody counted on a former day; the newest day is that of the article.
    let last = shown.filter { !$0.isFormer }.map(\.counted).max() ?? 0
    let newest = shown.filter { !$0.isFormer && ($0.counted >= last || !$0.isDated) }
    let origins = Set(newest.map(\.origin))
    // Another's count of a former day is another account, unless it is that of an office.
    func isPast(_ telling: Telling) -> Bool {
      if telling.isFormer, !all.contains(where: { $0.isHeadlineOf(telling) }) { return true }
      return telling.counted < last && telling.isDated
        && (telling.voice == .common || telling.voice == .official
          || origins.contains(telling.origin))
        && telling.isBehind(all, event, rules)
    }
    let past = shown.map(isPast)
    current = Self.withoutSummands(zip(shown, past).filter { !$0.1 }.map(\.0))
    formers = zip(shown, past).filter(\.1).map(\.0)
    // Below a number that is only rejected or feared, the largest is no part.
    if current.allSatisfy({ $0.voice == .rival }),
      let most = minors.filter({ $0.voice != .rival }).max(by: { $0.number < $1.number })
    {
      current.append(most)
    }
    day = tellings.map(\.day).max() ?? 0
    let top = current.map(\.number).max()
    let former = formers.map(\.number).max()
    isRevision = course == .grows && (top.flatMap { most in former.map { $0 > most } } ?? false)
    // Of one day, the larger toll is read as the later, and the lower level.
    rank = top.map { [course == .moves ? $0.negated : $0] } ?? []
    guard let first = sorted.first ?? all.first else { return nil }
    place = first.order
  }

  /// Numbers that add up to another one of the article are its parts: 1.4 and 0.7 are 2.1 in all.
  private static func withoutSummands(_ tellings: [Telling]) -> [Telling] {
    guard (3...mostSummed).contains(tellings.count) else { return tellings }
    let numbers = Set(tellings.map(\.number))
    var parts: Set<ExactNumber> = []
    for (place, one) in tellings.enumerated() {
      for other in tellings[(place + 1)...] where one.number != other.number {
        guard let sum = one.number.plus(other.number), numbers.contains(sum) else { continue }
        parts.formUnion([one.number, other.number])
      }
    }
    let left = tellings.filter { !parts.contains($0.number) }
    return left.isEmpty ? tellings : left
  }

  /// Whether a larger number is given as a former one.
  func isDown(_ state: Telling) -> Bool {
    formers.contains { $0.number > state.number }
      || state.figure.formerNumbers.contains {
        $0 > state.number
      }
  }

  /// Whether it tells `number` as one that holds, if only of a part.
  func tells(_ number: ExactNumber) -> Bool {
    (current + minors).contains { $0.number == number }
  }

  /// Whether `number` is given as a former one.
  func gives(_ number: ExactNumber) -> Bool { formers.contains { $0.number == number } }

  static func < (one: ArticleTellings, other: ArticleTellings) -> Bool {
    if one.day != other.day { return one.day < other.day }
    if one.isRevision != other.isRevision { return other.isRevision }
    if one.rank != other.rank { return one.rank.lexicographicallyPrecedes(other.rank) }
    if one.current.count != other.current.count { return one.current.count > other.current.count }
    return one.place < other.place
  }

  static func == (one: ArticleTellings, other: ArticleTellings) -> Bool {
    !(one < other) && !(other < one)
  }
}

/// No article has more numbers for one thing that add up.
private let mostSummed = 12

extension Telling {
  /// Whether the first lines have it.
  var isLead: Bool { isHead || figure.claim.span.line <= 3 }

  /// Whether it counts what has a name of its own, the other anybody.
  func isNarrower(than other: Telling) -> Bool { sort != .generic && other.sort == .generic }

  /// Whether a number of a former day is one: dated on the first day told of, it may be so by the
  /// event, and then only a larger one of the same voice has taken its place.
  func isBehind(_ all: [Telling], _ event: Int32, _ rules: GraphRules) -> Bool {
    guard !figure.claim.saysRevised(rules) else { return false }
    return counted > event
      || all.contains { other in
        other.number > number && other.row != row && !other.isFormer
          && (other.origin == origin || other.isUnattributed)
      }
  }

  /// Whether the headline has the number of `other` as one that holds.
  func isHeadlineOf(_ other: Telling) -> Bool {
    isDisplayOnly && !isFormer && row != other.row && number == other.number
  }

  /// Whether its words say when it was counted, and not only when the event was.
  var isDated: Bool {
    (figure.basis == .stated || figure.basis == .inferred) && figure.happened == nil
  }

  /// The day for which it holds: that of its article, unless its words say otherwise.
  var counted: Int32 {
    guard isDated, let counted = figure.asOf?.latest?.day else { return day }
    return min(counted.number, day)
  }

  /// Whether the headline has it, or the first lines do.
  var isHead: Bool {
    figure.claim.zone.isDisplay || figure.claim.repeats.contains { $0.line <= 2 }
  }

}
