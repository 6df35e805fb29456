/// What bears a name.
public enum EntityClass: String, Hashable, Sendable, CaseIterable {
  case person, organisation, place, other
}

/// Whom a pronoun can continue: `she said` after a spokeswoman was named.
public enum Gender: String, Hashable, Sendable {
  case male, female
}

/// A bearer of names inside one article.
public struct Entity: Hashable, Sendable {
  /// The fullest name, or the one the story file gives.
  public var canonical: String
  /// What it is.
  public var kind: EntityClass
  /// Its other names in this article, in order of appearance.
  public var aliases: [String]
  /// The role said of it, such as `director of Foro Penal`.
  public var role: String?
  /// The body it speaks for, where the article or the story says so: a canonical name.
  public var organisation: String?
  /// Other entities that a bare mention could also mean; empty when the mention is certain.
  public var candidates: [String]
  /// He or she, where a title, a role or a given name tells; `nil` when it does not.
  public var gender: Gender?
  /// Whether it is named only in a byline or as a contributor: such a person is never meant by a
  /// bare surname in the text.
  public var isWriter = false

  /// The initials of a body, where the article uses them: `GM` of General Motors.
  public var initials: String? {
    guard kind == .organisation, canonical.contains(" ") else { return nil }
    return aliases.first { alias in
      (2...7).contains(alias.utf8.count)
        && alias.utf8.allSatisfy { (0x41...0x5A).contains($0) || $0 == 0x2E }
    }
  }

  /// An entity.
  public init(
    canonical: String, kind: EntityClass, aliases: [String] = [], role: String? = nil,
    organisation: String? = nil, candidates: [String] = [], gender: Gender? = nil
  ) {
    self.canonical = canonical
    self.kind = kind
    self.aliases = aliases
    self.role = role
    self.organisation = organisation
    self.candidates = candidates
    self.gender = gender
  }
}

/// One place where an entity is named.
public struct NameMention: Hashable, Sendable {
  /// Its row in ``Reading`` entities.
  public var entity: Int
  /// The words, without title and possessive.
  public var range: ByteRange
  /// The rule that found it.
  public var rule: String

  /// A mention.
  public init(entity: Int, range: ByteRange, rule: String) {
    self.entity = entity
    self.range = range
    self.rule = rule
  }
}
