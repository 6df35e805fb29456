// Bits 0 to 15: tokens, sentences, zones. They belong to a spelling, so no form inherits them.

extension Tags {
  /// An abbreviation that keeps its stop: `inc`, `jan`.
  public static let abbreviation = Tags.bit(0)
  /// A clitic, without its apostrophe: `s`, `re`, `ll`.
  public static let clitic = Tags.bit(1)
  /// An abbreviation only before a digit: `no.`, `p.`
  public static let abbreviationBeforeDigit = Tags.bit(2)
  /// An abbreviation, when it has a capital, that stands before a name: `Mr.`, `Gen.`
  public static let title = Tags.bit(3)
  /// An abbreviation only with a capital: `Ill.`, `Mass.`
  public static let abbreviationWithCapital = Tags.bit(4)
  /// A word that begins sentences and hardly ever names.
  public static let sentenceStarter = Tags.bit(5)
  /// A form that names the speaker after a question: `asked`.
  public static let reporting = Tags.bit(6)
  /// A month: `january`, `jan`.
  public static let month = Tags.bit(7)
  /// The first word of a line that is page furniture.
  public static let furnitureStart = Tags.bit(8)
  /// The first word of a phrase that marks page furniture anywhere in a line.
  public static let furnitureInside = Tags.bit(9)
  /// A word that stands in date lines: `monday`, `updated`, `et`.
  public static let dateWord = Tags.bit(10)
  /// A word that names of papers and agencies hold: `times`, `tribune`.
  public static let outletWord = Tags.bit(11)
  /// A word that no sentence ends in.
  public static let neverLast = Tags.bit(12)
  /// An abbreviation that ends a sentence before any capital: `etc.`, `p.m.`
  public static let endsBeforeCapital = Tags.bit(13)
  /// A word of a byline that is no name: `staff`, `writer`.
  public static let bylineRole = Tags.bit(14)
  /// A day of the week.
  public static let weekday = Tags.bit(15)

  /// All of them: what belongs to a spelling and not to its lemma.
  static let ofSpelling = Tags(low: 0xFFFF)
}
