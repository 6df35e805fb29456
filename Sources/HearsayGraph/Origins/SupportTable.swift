import HearsayCore

/// Who says what, by number, so that the support of each line is a look-up.
///
/// Lines that ask for the same figures have one answer, and it is worked out once.
/// - Complexity: O(*n* log *n*) and, for each different number, the figures that say it.
final class SupportTable {
  private let witnesses: Witnesses
  /// What each place says, as a number in ``keys``.
  private var keyOf: [Int] = []
  private var keys: [NumberKey] = []
  private var places: [[Int]] = []
  /// The keys that count alike, by interval, and those of one day.
  private var alike: [AlikeKey: [Int]] = [:]
  private var ofDay: [DayKey: DayNumbers] = [:]
  /// By the key asked for, and by the keys that answer it.
  private var known: [Independence?] = []
  private var knownOfKeys: [[Int]: Independence] = [:]

  private struct CountKey: Hashable {
    var population: String?
    var part: String?
    var isFlow: Bool
  }

  private struct NumberKey: Hashable {
    var interval: Interval?
    var count: CountKey
    var day: Day?
  }

  private struct AlikeKey: Hashable {
    var count: CountKey
    var interval: Interval
  }

  private struct DayKey: Hashable {
    var count: CountKey
    var day: Day?
  }

  init(_ rows: [Int], _ origins: [OriginKey], _ graph: ClaimGraph) {
    witnesses = Witnesses(rows, origins, graph)
    var ids: [NumberKey: Int] = [:]
    keyOf.reserveCapacity(rows.count)
    for (place, row) in rows.enumerated() {
      let key = Self.key(row, graph)
      let id = ids[key] ?? keys.count
      if id == keys.count {
        ids[key] = id
        keys.append(key)
        places.append([])
      }
      keyOf.append(id)
      places[id].append(place)
    }
    known = Array(repeating: nil, count: keys.count)
    for (id, key) in keys.enumerated() {
      guard let interval = key.interval else { continue }
      alike[AlikeKey(count: key.count, interval: interval), default: []].append(id)
      ofDay[DayKey(count: key.count, day: key.day), default: DayNumbers()].add(id, interval)
    }
    for key in ofDay.keys { ofDay[key]?.sort() }
  }

  /// How many origins say what the row at a place says, or something narrower.
  func support(of place: Int, _ graph: ClaimGraph) -> Independence {
    let wanted = keyOf[place]
    if let made = known[wanted] { return made }
    let made = support(of: supporting(wanted), graph)
    known[wanted] = made
    return made
  }

  /// The keys that say what one says, in order.
  private func supporting(_ wanted: Int) -> [Int] {
    let key = keys[wanted]
    guard let interval = key.interval else { return [wanted] }
    let same = alike[AlikeKey(count: key.count, interval: interval)] ?? []
    // A narrower figure says the wider one too, but only for its own day.
    let inside = ofDay[DayKey(count: key.count, day: key.day)]?.inside(interval) ?? []
    if inside.allSatisfy({ keys[$0].interval == interval }) { return same }
    return Set(same).union(inside).sorted()
  }

  private func support(of keys: [Int], _ graph: ClaimGraph) -> Independence {
    if keys.count > 1, let made = knownOfKeys[keys] { return made }
    let found = keys.count == 1 ? places[keys[0]] : keys.flatMap { places[$0] }.sorted()
    let made = witnesses.independence(of: found, graph)
    if keys.count > 1 { knownOfKeys[keys] = made }
    return made
  }

  private static func key(_ row: Int, _ graph: ClaimGraph) -> NumberKey {
    let claim = graph.claims[row]
    let isFlow = claim.proposition.measure == .flow
    let isVague = claim.proposition.quantity?.vague != nil
    return NumberKey(
      interval: isVague ? nil : claim.proposition.quantity?.interval,
      count: CountKey(
        population: claim.proposition.population, part: graph.part(of: row), isFlow: isFlow),
      day: graph.day(of: row))
  }
}

/// The numbers of one day, by their lower bound.
struct DayNumbers {
  private var entries: [(id: Int, interval: Interval)] = []
  /// Whether no lower bound lies above its upper one.
  private var areProper = true

  mutating func add(_ id: Int, _ interval: Interval) {
    entries.append((id, interval))
    if let low = interval.low, let high = interval.high, low > high { areProper = false }
  }

  /// To be called before numbers are looked for.
  mutating func sort() {
    entries.sort { one, other in
      guard let second = other.interval.low else { return false }
      return one.interval.low.map { $0 < second } ?? true
    }
  }

  /// Those that allow no number which `interval` does not.
  func inside(_ interval: Interval) -> [Int] {
    var first = 0
    if let low = interval.low {
      // What has no lower bound stands first.
      first = partitionPoint(entries.count) { entries[$0].interval.low.map { $0 < low } ?? true }
    }
    var found: [Int] = []
    for entry in entries[first...] {
      if areProper, let high = interval.high, let low = entry.interval.low, low > high { break }
      if interval.contains(entry.interval) { found.append(entry.id) }
    }
    return found
  }
}
