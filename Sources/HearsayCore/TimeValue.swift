/// The four types of TIMEX3 (TimeML 1.2.1).
public enum TimexType: String, Hashable, Sendable {
  /// A day or something coarser.
  case date = "DATE"
  /// A part of a day or something finer.
  case time = "TIME"
  /// How long.
  case duration = "DURATION"
  /// How often.
  case set = "SET"
}

/// When, as an interval of minutes and as a TIMEX3 value; a missing end is unknown or open.
///
/// Behind one reference, because a claim holds up to four of them and most are the same.
public struct TimeValue: Hashable, Sendable {
  @usableFromInline
  struct Fields: Hashable, Sendable {
    @usableFromInline var earliest: Moment?
    @usableFromInline var latest: Moment?
    @usableFromInline var type: TimexType
    @usableFromInline var value: String
    @usableFromInline var mod: String?
    @usableFromInline var derivation: String
  }

  @usableFromInline
  final class Storage: Sendable {
    @usableFromInline let fields: Fields

    init(_ fields: Fields) { self.fields = fields }
  }

  @usableFromInline var storage: Storage

  /// The first minute it may mean; `nil` is open.
  public var earliest: Moment? {
    @inlinable get { storage.fields.earliest }
    set { change { $0.earliest = newValue } }
  }
  /// The last minute it may mean, inclusive; `nil` is open.
  public var latest: Moment? {
    @inlinable get { storage.fields.latest }
    set { change { $0.latest = newValue } }
  }
  /// The TIMEX3 type.
  public var type: TimexType {
    @inlinable get { storage.fields.type }
    set { change { $0.type = newValue } }
  }
  /// The TIMEX3 value, such as `2026-01-13TEV`, `P3D`, `PAST_REF`.
  public var value: String {
    @inlinable get { storage.fields.value }
    set { change { $0.value = newValue } }
  }
  /// The TIMEX3 modifier, such as `START`, `BEFORE`, `APPROX`.
  public var mod: String? {
    @inlinable get { storage.fields.mod }
    set { change { $0.mod = newValue } }
  }
  /// How the value was worked out, for people: `Tuesday before publication (2026-01-14)`.
  public var derivation: String {
    @inlinable get { storage.fields.derivation }
    set { change { $0.derivation = newValue } }
  }

  /// A time value.
  public init(
    earliest: Moment?, latest: Moment?, type: TimexType, value: String, mod: String? = nil,
    derivation: String = ""
  ) {
    storage = Storage(
      Fields(
        earliest: earliest, latest: latest, type: type, value: value, mod: mod,
        derivation: derivation))
  }

  private mutating func change(_ change: (inout Fields) -> Void) {
    var fields = storage.fields
    change(&fields)
    storage = Storage(fields)
  }

  /// By what they hold.
  public static func == (one: TimeValue, other: TimeValue) -> Bool {
    one.storage === other.storage || one.storage.fields == other.storage.fields
  }

  /// By what it holds.
  public func hash(into hasher: inout Hasher) { storage.fields.hash(into: &hasher) }

  /// A whole day.
  public init(day: Day, derivation: String = "") {
    self.init(
      earliest: Moment(day), latest: Moment(day, hour: 23, minute: 59), type: .date,
      value: day.description, derivation: derivation)
  }

  /// From the start of one day to the end of another.
  public init(from first: Day, to last: Day, derivation: String = "") {
    self.init(
      earliest: Moment(first), latest: Moment(last, hour: 23, minute: 59), type: .date,
      value: first == last ? first.description : "\(first)/\(last)", derivation: derivation)
  }

  /// The first and last day, where both ends are known.
  public var days: ClosedRange<Day>? {
    guard let earliest, let latest, earliest <= latest else { return nil }
    return earliest.day...latest.day
  }

  /// Whether this is surely over before `other` begins.
  public func isBefore(_ other: TimeValue) -> Bool {
    guard let latest, let earliest = other.earliest else { return false }
    return latest < earliest
  }

  /// Whether some minute may lie in both; open ends reach everywhere.
  public func mayOverlap(_ other: TimeValue) -> Bool {
    !isBefore(other) && !other.isBefore(self)
  }
}
