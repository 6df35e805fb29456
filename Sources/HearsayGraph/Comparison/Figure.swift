package import HearsayCore

/// A claim as one side of a comparison: its own words plus what its article adds.
package struct Figure: Sendable {
  package var claim: Claim
  /// For when the number holds; the article's date when the words do not say.
  package var asOf: TimeValue?
  package var basis: AsOfBasis?
  /// Whether a part of it is named that no longer belongs to it: of 800 held, 50 were freed.
  package var isWhole: Bool
  /// Whether it counts a part of another figure of its article.
  package var isPart: Bool
  /// Whether its article counts more in all, so that it may be a part though no word says so.
  package var isMinor = false
  /// Whether its sentence gives it as a number that no longer holds.
  package var isFormer = false
  /// Whether it stands beside figures of another event.
  package var isElsewhere = false
  /// Numbers that its article gives as former ones of the same thing.
  package var formerNumbers: [ExactNumber] = []
  /// Whether somebody denies that those counted bear the population's label.
  package var isContested: Bool
  /// Level, total or flow, as its article makes clear.
  package var measure: Measure
  /// The day it tells of, where it is counted for an event of one day: `killed 7 on Tuesday`.
  package var happened: TimeValue?
  /// The same for one witness; `nil` when not worked out.
  package var originKey: String?
  /// The words for those counted, folded.
  let counted: [String]

  package init(
    _ claim: Claim, asOf: TimeValue? = nil, basis: AsOfBasis? = nil, isWhole: Bool = false,
    isPart: Bool = false, isContested: Bool = false, measure: Measure? = nil,
    happened: TimeValue? = nil, originKey: String? = nil
  ) {
    self.claim = claim
    self.measure = measure ?? claim.proposition.measure
    self.happened = happened
    self.asOf = asOf ?? claim.proposition.asOf ?? claim.proposition.window
    self.basis = basis ?? claim.proposition.asOfBasis
    self.isWhole = isWhole
    self.isPart = isPart
    self.isContested = isContested || claim.contestsLabel != nil
    self.originKey = originKey
    counted = claim.proposition.countedWords
  }

  var proposition: Proposition { claim.proposition }

  /// What sort of noun it counts.
  func nounSort(_ rules: GraphRules) -> NounSort { claim.proposition.nounSort(counted, rules) }

  /// Whether its article gives the other's number as one that no longer holds.
  func revises(_ other: Figure) -> Bool {
    other.proposition.quantity?.stated.map(formerNumbers.contains) ?? false
  }

  var isVague: Bool { proposition.quantity?.vague != nil }

  /// The day by which growth is reckoned.
  var day: Day? { (asOf?.latest ?? asOf?.earliest)?.day }

  /// The figure in a few words, for steps: `more than 400 (2026-01-13)`.
  var name: String {
    let quantity = proposition.quantity
    let number = quantity?.vague ?? quantity?.interval.name ?? "no figure"
    return day.map { "\(number) (\($0))" } ?? number
  }
}

/// Whether two times end together and one of them is a single hour: `at noon` and `by noon` are as
/// of one time.
private func isPoint(_ one: TimeValue, _ other: TimeValue) -> Bool {
  [one, other].contains { time in
    guard let earliest = time.earliest, let latest = time.latest else { return false }
    return latest.minutes - earliest.minutes <= 60
  }
}

/// Whether two times end within the same hour.
private func endTogether(_ one: TimeValue, _ other: TimeValue) -> Bool {
  guard let first = one.latest, let second = other.latest else { return false }
  return abs(first.minutes - second.minutes) <= 60
}

extension TimeOrder {
  /// Whether a time is the night that runs over into the day of the other: Tuesday night ends on
  /// Wednesday at six and still comes before Wednesday.
  fileprivate static func nightBefore(_ one: TimeValue, _ other: TimeValue) -> Bool {
    guard let start = one.earliest, let end = one.latest, let next = other.earliest,
      let last = other.latest
    else { return false }
    let shared = end.minutes - next.minutes
    return start < next && end < last && shared > 0 && shared <= 360
      && end.minutes - start.minutes <= 1080
  }
}

/// How two as-of times lie to each other.
enum TimeOrder: Hashable, Sendable {
  /// The first is surely over before the second begins.
  case before
  case after
  /// Both name the same stretch of time.
  case same
  /// They overlap, so either may come first.
  case overlapping
  /// One of them is not known at all.
  case unknown

  init(_ one: TimeValue?, _ other: TimeValue?) {
    guard let one, let other, one.earliest != nil || one.latest != nil,
      other.earliest != nil || other.latest != nil
    else {
      self = .unknown
      return
    }
    if one.isBefore(other) || Self.nightBefore(one, other) {
      self = .before
    } else if other.isBefore(one) || Self.nightBefore(other, one) {
      self = .after
    } else if one.latest == other.latest && one.earliest == other.earliest
      || isPoint(one, other) && endTogether(one, other)
    {
      self = .same
    } else {
      self = .overlapping
    }
  }

  var words: String {
    switch self {
    case .before: "the first is as of an earlier time"
    case .after: "the first is as of a later time"
    case .same: "both are as of the same time"
    case .overlapping: "their times overlap, so either may be the later"
    case .unknown: "the time of one is not known"
    }
  }
}
