/// What the ending of an unknown form says of it.
public struct FormGuess: Sendable {
  /// The form it would be looked up by, in bytes.
  public var lemma: [UInt8]
  /// The word classes it can have.
  public var classes: UInt32
  /// Whether it takes over the tags of its lemma.
  public var inheritsTags: Bool
}

/// Describes forms that no rule lists, from the suffix table of the rules.
public struct FormGuesser: Sendable {
  /// A guesser that knows no suffix.
  public init() {}

  /// What the ending says, or `nil` when it says nothing.
  public func guess(_ form: ArraySlice<UInt8>) -> FormGuess? { nil }
}
