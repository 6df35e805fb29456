import HearsayText

/// What a word can be to a name: bits 64 to 79 of ``Tags``.
extension Tags {
  /// May begin a bearer that the rules list.
  static let nameKnown = Tags.bit(64)
  /// Stands before a name and makes its bearer a person: `Mr`, `President`.
  static let nameTitle = Tags.bit(65)
  /// Says what somebody is: `director`.
  static let nameRole = Tags.bit(66)
  /// May stand before a role: `former`, `interior`.
  static let nameRoleModifier = Tags.bit(67)
  /// The last word of a body's name: `Ministry`.
  static let nameBodyHead = Tags.bit(68)
  /// The last word of a place's name: `River`.
  static let namePlaceHead = Tags.bit(69)
  /// The first word of a place's name: `Mount`.
  static let namePlaceFirst = Tags.bit(70)
  /// Begins a name that goes on with `of`: `Bank of England`.
  static let nameOfHead = Tags.bit(71)
  /// Begins a name that goes on with `for`, `on`, `against`.
  static let nameForHead = Tags.bit(72)
  /// No name, however it is written: `I`, `TV`.
  static let nameNever = Tags.bit(73)
  /// A given name of men.
  static let nameMale = Tags.bit(74)
  /// A given name of women.
  static let nameFemale = Tags.bit(75)
  /// Stands in lower case inside names: `de`, `al`, `von`.
  static let nameParticle = Tags.bit(76)
  /// No name where a sentence begins.
  static let nameCommon = Tags.bit(77)
  /// A month or a day.
  static let nameCalendar = Tags.bit(78)
  /// May begin a listed bearer even in lower case: `interior ministry`.
  static let nameKnownLower = Tags.bit(79)

  static let nameGiven = Tags.nameMale | .nameFemale
  static let nameHead = Tags.nameBodyHead | .namePlaceHead
}
