internal import HearsayText

// Bits 16 to 39: what the rules of numbers and units say of a word form.
extension Tags {
  /// A number written in letters: `seven`, `twenty`.
  static let numberWord = Tags.bit(16)
  /// What a number is multiplied by: `hundred`, `million`, `dozen`.
  static let scaleWord = Tags.bit(17)
  /// `half`, `thirds`: part of a whole, if the words around agree.
  static let fractionWord = Tags.bit(18)
  /// `third`, `twentieth`.
  static let ordinalWord = Tags.bit(19)
  /// `minus`, `negative`.
  static let minusWord = Tags.bit(20)
  /// May begin a currency: a sign, its country letters, a code.
  static let currencyStart = Tags.bit(21)
  /// A currency by itself: `dollars`.
  static let currencyWord = Tags.bit(22)
  /// A currency or something else: `pounds`.
  static let doubtfulCurrency = Tags.bit(23)
  /// Money is spoken of: `paid`, `worth`.
  static let moneyWord = Tags.bit(24)
  /// A unit of measure by itself: `km`.
  static let measureWord = Tags.bit(25)
  /// A length of time: `years`.
  static let durationWord = Tags.bit(26)
  /// May begin a vague word of number: `several`, `a` of `a handful`.
  static let vagueStart = Tags.bit(27)
  /// Makes a name or an address of a number after it: `flight`.
  static let designator = Tags.bit(28)
  /// A capital that is no part of a name before a number.
  static let notName = Tags.bit(29)
  /// Ends the noun after a number.
  static let nounEnd = Tags.bit(30)
  /// Stands between number and noun: `more`.
  static let nounSkip = Tags.bit(31)
  /// A determiner after `of`.
  static let determinerWord = Tags.bit(32)
  /// A plural that does not end in s.
  static let pluralNoun = Tags.bit(33)
  /// Speaks of a change: `rose`.
  static let changeWord = Tags.bit(34)
  /// Speaks of a result: `won`.
  static let scoreWord = Tags.bit(35)
  /// A year may follow: `in`, `since`.
  static let beforeYear = Tags.bit(36)
  /// `one` after this stands for a noun.
  static let beforePronounOne = Tags.bit(37)
  /// `one` before this is no count.
  static let afterPronounOne = Tags.bit(38)
  /// A word that is rather a metre's than a million's neighbour: `high`.
  static let metreWord = Tags.bit(39)
}
