// Bits 0 to 15: tokens, sentences, zones. They belong to a spelling, so no form inherits them.

extension Tags {
  /// An abbreviation that keeps its stop: `inc`, `jan`.
  @inlinable public static var abbreviation: Tags { .bit(0) }
  /// A clitic, without its apostrophe: `s`, `re`, `ll`.
  @inlinable public static var clitic: Tags { .bit(1) }
  /// An abbreviation only before a digit, such as `no.` or `p.` in `no. 5`.
  @inlinable public static var abbreviationBeforeDigit: Tags { .bit(2) }
  /// An abbreviation, when it has a capital, that stands before a name: `Mr.` or `Gen.` for one.
  @inlinable public static var title: Tags { .bit(3) }
  /// An abbreviation only with a capital: `Ill.` or `Mass.` for one.
  @inlinable public static var abbreviationWithCapital: Tags { .bit(4) }
  /// A word that begins sentences and hardly ever names.
  @inlinable public static var sentenceStarter: Tags { .bit(5) }
  /// A form that names the speaker after a question: `asked`.
  @inlinable public static var reporting: Tags { .bit(6) }
  /// A month: `january`, `jan`.
  @inlinable public static var month: Tags { .bit(7) }
  /// The first word of a line that is page furniture.
  @inlinable public static var furnitureStart: Tags { .bit(8) }
  /// The first word of a phrase that marks page furniture anywhere in a line.
  @inlinable public static var furnitureInside: Tags { .bit(9) }
  /// A word that stands in date lines: `monday`, `updated`, `et`.
  @inlinable public static var dateWord: Tags { .bit(10) }
  /// A word that names of papers and agencies hold: `times`, `tribune`.
  @inlinable public static var outletWord: Tags { .bit(11) }
  /// A word that no sentence ends in.
  @inlinable public static var neverLast: Tags { .bit(12) }
  /// An abbreviation that ends a sentence before any capital: `etc.` or `p.m.` for one.
  @inlinable public static var endsBeforeCapital: Tags { .bit(13) }
  /// A word of a byline that is no name: `staff`, `writer`.
  @inlinable public static var bylineRole: Tags { .bit(14) }
  /// A day of the week.
  @inlinable public static var weekday: Tags { .bit(15) }
  /// Letters of a currency that stand right before digits: `Rs200` or `RM14`.
  ///
  /// Outside the block of this stage, which is full.
  @inlinable public static var gluedCurrency: Tags { .bit(63) }

  /// All of them: what belongs to a spelling and not to its lemma.
  static let ofSpelling = Tags(low: 0xFFFF | 1 << 63)
}
