public import HearsayCore

/// A row of a ``Vocabulary``: one lower-case word form.
public typealias WordID = UInt32

/// What a token is made of.
public enum TokenKind: UInt8, Sendable {
  /// Letters, also `U.S.`, `O'Brien`'s `O` apart from its clitic, `A330`.
  case word
  /// Digits with thousands separators and a decimal point: `1,250`, `3.5`.
  case number
  /// A full stop, question mark or exclamation mark, or a run of them.
  case stop
  /// Other punctuation, one mark a token; two hyphens or dots in a row are one.
  case mark
  /// A quotation mark, straight, curly, single where it is no apostrophe.
  case quote
  /// Currency, per cent, degree and other symbols.
  case symbol
  /// Bytes that are no UTF-8 or that nobody prints.
  case other
}

/// What is seen at a token's place, not what its form is.
public struct TokenFlags: OptionSet, Hashable, Sendable {
  /// The flags as bits.
  public let rawValue: UInt8
  /// Flags from their bits.
  @inlinable public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// Its first letter is a capital.
  @inlinable public static var capital: TokenFlags { TokenFlags(rawValue: 1) }
  /// It has two letters or more, all capitals.
  @inlinable public static var allCapitals: TokenFlags { TokenFlags(rawValue: 2) }
  /// It is the first of a paragraph: an empty line or the start of the text stands before it.
  @inlinable public static var paragraph: TokenFlags { TokenFlags(rawValue: 4) }
  /// A blank or line end stands before it.
  @inlinable public static var spaced: TokenFlags { TokenFlags(rawValue: 8) }
  /// It is the first of a line.
  @inlinable public static var line: TokenFlags { TokenFlags(rawValue: 16) }
  /// Its form holds digits and letters, such as `A330`.
  @inlinable public static var mixed: TokenFlags { TokenFlags(rawValue: 32) }
  /// It ends in a full stop that belongs to it, as `Mr.`, `U.S.` and `J.` do.
  @inlinable public static var abbreviated: TokenFlags { TokenFlags(rawValue: 64) }
  /// It is a clitic, glued to the token before: `'s`, `n't`, `'re`.
  @inlinable public static var clitic: TokenFlags { TokenFlags(rawValue: 128) }
}

/// One token: where it stands, which word it is, what kind, in 12 bytes.
public struct Token: Hashable, Sendable {
  /// The first byte.
  public var start: Int32
  /// Its lower-case form; for numbers and marks the form as printed.
  public var word: WordID
  /// Its length in bytes; a longer one is cut into several tokens.
  public var length: UInt16
  /// What it is made of.
  public var kind: TokenKind
  /// What is seen at its place.
  public var flags: TokenFlags

  /// A token.
  public init(start: Int, word: WordID, length: Int, kind: TokenKind, flags: TokenFlags) {
    self.start = Int32(truncatingIfNeeded: start)
    self.word = word
    self.length = UInt16(truncatingIfNeeded: length)
    self.kind = kind
    self.flags = flags
  }

  /// Its bytes.
  @inlinable public var range: ByteRange { ByteRange(Int(start), Int(start) + Int(length)) }
  /// One past its last byte.
  @inlinable public var end: Int { Int(start) + Int(length) }
}
