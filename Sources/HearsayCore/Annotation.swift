/// An entry of a layer over the text: a value, where it stands, and the rule that made it.
public struct Found<Value: Sendable>: Sendable {
  /// What was found.
  public var value: Value
  /// Where it stands.
  public var range: ByteRange
  /// The rule that found it, such as `english/quantity.bound`.
  public var rule: String

  /// A finding.
  public init(_ value: Value, _ range: ByteRange, rule: String) {
    self.value = value
    self.range = range
    self.rule = rule
  }
}

extension Found: Equatable where Value: Equatable {}
extension Found: Hashable where Value: Hashable {}

/// One rule that took part in a finding, for `why`.
public struct RuleFiring: Hashable, Sendable {
  /// The rule, such as `english/cue.said` or `venezuela/topic.released`.
  public var rule: String
  /// The words it fired on.
  public var range: ByteRange
  /// The first half of the note.
  public let lead: String
  /// The second half; often empty.
  public let about: String

  /// What it contributed, in a few words: `topic released`, `as of 2026-01-12T18:00`.
  public var note: String { about.isEmpty ? lead : lead + " " + about }

  /// A firing with a note of `lead` and, where there is one, `about` behind it.
  ///
  /// The two are put together only when somebody asks.
  public init(rule: String, range: ByteRange, note lead: String, _ about: String = "") {
    self.rule = rule
    self.range = range
    self.lead = lead
    self.about = about
  }
}
