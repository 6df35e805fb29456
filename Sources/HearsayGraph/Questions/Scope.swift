package import HearsayCore

/// What a question is limited to: the clauses of a command as values.
package struct Scope: Hashable, Sendable {
  /// `by WORDS`: somebody in the chain.
  package var by: String?
  /// `in WORDS`: an outlet, a file or a place.
  package var within: String?
  /// `since`, `until`, `on`: days for which the claims hold.
  package var since: Day?
  package var until: Day?
  package var on: Day?
  /// `where …`.
  package var filter: Filter?
  package var knownAsOf: KnownAsOf?
  package var sort: SortKey?
  package var top: Int?

  package init(
    by: String? = nil, in within: String? = nil, since: Day? = nil, until: Day? = nil,
    on: Day? = nil, where filter: Filter? = nil, knownAsOf: KnownAsOf? = nil,
    sort: SortKey? = nil, top: Int? = nil
  ) {
    self.by = by
    self.within = within
    self.since = since
    self.until = until
    self.on = on
    self.filter = filter
    self.knownAsOf = knownAsOf
    self.sort = sort
    self.top = top
  }

  /// Everything.
  package static let all = Scope()

  /// The same without `top`: for answers whose lines stand for several claims.
  package var uncut: Scope {
    var scope = self
    scope.top = nil
    return scope
  }
}

/// `as of DAY` has two readings: what was printed by then, and what holds for then though
/// printed later.
package struct KnownAsOf: Hashable, Sendable {
  package enum Reading: String, Hashable, Sendable { case published, holding }
  package var day: Day
  package var reading: Reading

  package init(_ day: Day, _ reading: Reading) {
    self.day = day
    self.reading = reading
  }
}

/// By what an answer is sorted.
package enum SortKey: String, Hashable, Sendable, CaseIterable {
  case day, value, speaker, outlet, file
}

extension ClaimGraph {
  /// Whether the time of a claim lies in that of `scope`.
  func liesIn(_ row: Int, _ scope: Scope) -> Bool {
    if let known = scope.knownAsOf, !isKnown(row, known) { return false }
    guard scope.since != nil || scope.until != nil || scope.on != nil else { return true }
    guard let time = asOf(row) else { return false }
    if let since = scope.since, let latest = time.latest, latest.day < since { return false }
    if let until = scope.until, let earliest = time.earliest, earliest.day > until { return false }
    guard let on = scope.on else { return true }
    return TimeValue(day: on).mayOverlap(time)
  }

  private func isKnown(_ row: Int, _ known: KnownAsOf) -> Bool {
    let time: TimeValue?
    switch known.reading {
    case .published: time = document(of: row).facts.published
    case .holding: time = asOf(row)
    }
    guard let day = (time?.latest ?? time?.earliest)?.day else { return false }
    return day <= known.day
  }

  /// `rows` in the order asked for, cut to the number asked for.
  func arranged(_ rows: [Int], _ scope: Scope) -> [Int] {
    let base = sorted(rows)
    guard let key = scope.sort else { return Array(base.prefix(scope.top ?? base.count)) }
    let keyed = base.enumerated().map { (key: sortKey($0.element, key), place: $0.offset) }
    let arranged = keyed.sorted {
      $0.key != $1.key ? $0.key < $1.key : $0.place < $1.place
    }
    return arranged.prefix(scope.top ?? base.count).map { base[$0.place] }
  }

  private func sortKey(_ row: Int, _ key: SortKey) -> SortValue {
    let claim = claims[row]
    switch key {
    case .day: return SortValue(number: day(of: row).map { ExactNumber(Int($0.number)) })
    case .value:
      let quantity = claim.proposition.quantity
      let interval = quantity?.interval
      return SortValue(number: quantity?.stated ?? interval?.low ?? interval?.high)
    case .speaker: return SortValue(text: folded(claim.origin.speaker.name))
    case .outlet: return SortValue(text: folded(document(of: row).facts.outlet ?? ""))
    case .file: return SortValue(text: document(of: row).file)
    }
  }
}

/// A number or a text; what is unknown comes last.
private struct SortValue: Comparable {
  var number: ExactNumber?
  var text = ""

  static func < (one: SortValue, other: SortValue) -> Bool {
    switch (one.number, other.number) {
    case (let first?, let second?): return first < second
    case (_?, nil): return true
    case (nil, _?): return false
    case (nil, nil): return !one.text.isEmpty && (other.text.isEmpty || one.text < other.text)
    }
  }
}
