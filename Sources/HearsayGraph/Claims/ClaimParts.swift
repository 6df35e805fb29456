import HearsayCore

/// What claims have in common, once: words, times, and each article's bytes.
struct SharedValues: Sendable {
  var strings = Interner()
  private(set) var times: [TimeValue] = []
  private var timeIDs: [TimeValue: Int32] = [:]

  mutating func id(of time: TimeValue) -> Int {
    if let known = timeIDs[time] { return Int(known) }
    timeIDs[time] = Int32(truncatingIfNeeded: times.count)
    times.append(time)
    return times.count - 1
  }
}

/// The optional parts of a claim, a bit each: what is not there takes no room.
struct ClaimParts: OptionSet {
  let rawValue: Int

  static let topic = ClaimParts(rawValue: 1 << 0)
  static let predicate = ClaimParts(rawValue: 1 << 1)
  static let terms = ClaimParts(rawValue: 1 << 2)
  static let trail = ClaimParts(rawValue: 1 << 3)
  static let quantity = ClaimParts(rawValue: 1 << 4)
  static let populationText = ClaimParts(rawValue: 1 << 5)
  static let asOf = ClaimParts(rawValue: 1 << 6)
  static let quote = ClaimParts(rawValue: 1 << 7)
  static let eventTime = ClaimParts(rawValue: 1 << 8)
  static let place = ClaimParts(rawValue: 1 << 9)
  static let actor = ClaimParts(rawValue: 1 << 10)
  static let window = ClaimParts(rawValue: 1 << 11)
  static let population = ClaimParts(rawValue: 1 << 12)
  static let part = ClaimParts(rawValue: 1 << 13)
  static let otherEvent = ClaimParts(rawValue: 1 << 14)
  static let hedges = ClaimParts(rawValue: 1 << 15)
  static let frames = ClaimParts(rawValue: 1 << 16)
  static let repeats = ClaimParts(rawValue: 1 << 17)
  static let credits = ClaimParts(rawValue: 1 << 18)
  static let disputes = ClaimParts(rawValue: 1 << 19)
  static let contestsLabel = ClaimParts(rawValue: 1 << 20)
  static let whole = ClaimParts(rawValue: 1 << 21)
  /// Its words were given, and do not stand in the article's bytes.
  static let given = ClaimParts(rawValue: 1 << 22)
}

/// The cases of what a claim holds as small numbers: their place among all cases.
enum ClaimCodes {
  static let zones = ZoneKind.allCases
  static let measures = Measure.allCases
  static let modalities = Modality.allCases
  static let strengths = CueStrength.allCases
  static let sources = SourceKind.allCases
  static let quantities = QuantityKind.allCases
  static let modes: [AttributionMode] = [
    .directQuote, .mixedQuote, .indirect, .implicit, .presupposed, .narrator,
  ]
  static let bases: [AsOfBasis?] = [nil, .stated, .inferred, .publication]
}

extension Array where Element: Equatable {
  func code(of element: Element) -> UInt8 {
    UInt8(truncatingIfNeeded: firstIndex(of: element) ?? 0)
  }

  func element(_ code: UInt8) -> Element { self[Int(code) < count ? Int(code) : 0] }
}
