/// Two names in different articles that may mean one bearer: for a person to confirm, never merged
/// by itself.
public struct AliasProposal: Hashable, Sendable {
  /// Why two names may mean one bearer.
  public enum Reason: String, Hashable, Sendable, CaseIterable {
    /// `Nicolas Maduro`, `Nicolás Maduro`.
    case diacritics
    /// `Interior Ministry`, `Ministry of the Interior`.
    case order
    /// `Mohamed Salah`, `Mohammed Salah`.
    case spelling
    /// `J. Rodríguez`, `Jorge Rodríguez`.
    case initials
    /// `FP`, `Foro Penal`.
    case acronym
    /// `Juan Guanipa`, `Juan Pablo Guanipa`; `State Department`, `US State Department`.
    case fuller
    /// `Maduro`, `Nicolás Maduro`.
    case surname
  }

  /// The shorter name, or the one first in order.
  public var one: String
  /// The fuller name.
  public var other: String
  /// Why.
  public var reason: Reason

  /// A proposal.
  public init(one: String, other: String, reason: Reason) {
    self.one = one
    self.other = other
    self.reason = reason
  }
}

/// Names that may mean one bearer, from the bearers of each article.
///
/// Nothing is proposed where two bearers could be meant, for a mention that its own article leaves
/// open, or for two names that one article keeps apart.
///
/// - Complexity: O(*n* · *b*) for *n* different names and *b* names that share a word.
public func aliasProposals(_ documents: [[Entity]]) -> [AliasProposal] {
  AliasFinder(documents).proposals()
}
