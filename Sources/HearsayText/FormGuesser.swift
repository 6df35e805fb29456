/// What the ending of an unknown form says of it.
public struct FormGuess: Sendable {
  /// The form it would be looked up by, in bytes.
  public var lemma: [UInt8]
  /// The word classes it can have.
  public var classes: UInt32
  /// Whether it takes over the tags of its lemma.
  public var inheritsTags: Bool

  /// A guess.
  public init(lemma: [UInt8], classes: UInt32, inheritsTags: Bool) {
    self.lemma = lemma
    self.classes = classes
    self.inheritsTags = inheritsTags
  }
}

/// An ending, what stands in its place in the lemma, and what it says of the class.
public struct FormEnding: Sendable {
  /// As in `ies`.
  public var ending: [UInt8]
  /// As in `y`.
  public var replacement: [UInt8]
  /// The word classes a form with this ending can have.
  public var classes: UInt32
  /// The fewest letters before the ending.
  public var least: Int
  /// Whether the lemma's silent e or doubled consonant must be worked out.
  public var verbal: Bool
  /// Whether it takes over the tags of its lemma.
  public var inheritsTags: Bool
  /// What the form begins with, as in `un`; mostly nothing.
  public var prefix: [UInt8]

  /// An ending.
  public init(
    _ ending: String, _ replacement: String, classes: UInt32, least: Int, verbal: Bool,
    inheritsTags: Bool, prefix: String = ""
  ) {
    self.prefix = Array(prefix.utf8)
    self.ending = Array(ending.utf8)
    self.replacement = Array(replacement.utf8)
    self.classes = classes
    self.least = least
    self.verbal = verbal
    self.inheritsTags = inheritsTags
  }
}

/// Describes forms that no rule lists, from the suffix table of the rules.
///
/// Known verbs bring all their forms with them; this is for the rest, so that `hostages` is found
/// by `hostage` and `blogged` by `blog`.
public struct FormGuesser: Sendable {
  /// Longest ending first.
  private var endings: [FormEnding] = []

  /// Longer forms are names, numbers or noise.
  static let longest = 24

  /// A guesser that knows no suffix.
  public init() {}

  /// A guesser that knows `endings`; of two that fit, the earlier one wins.
  public init(_ endings: [FormEnding]) { self.endings = endings }

  /// What the ending says, or `nil` when it says nothing.
  public func guess(_ form: ArraySlice<UInt8>) -> FormGuess? {
    guard form.count <= Self.longest else { return nil }
    for ending in endings where fits(ending, form) {
      var lemma = Array(form.dropLast(ending.ending.count)) + ending.replacement
      if ending.verbal { completeVerb(&lemma) }
      let keeps = lemma.count == form.count && lemma == Array(form)
      return FormGuess(
        lemma: lemma, classes: ending.classes, inheritsTags: ending.inheritsTags && !keeps)
    }
    return nil
  }

  private func fits(_ ending: FormEnding, _ form: ArraySlice<UInt8>) -> Bool {
    form.count >= ending.ending.count + ending.least
      && form.suffix(ending.ending.count).elementsEqual(ending.ending)
      && form.starts(with: ending.prefix)
  }

  /// `blogg` to `blog`, `advoc` + at to `advocate`: a spelling rule of thumb, not a table.
  private func completeVerb(_ lemma: inout [UInt8]) {
    guard let last = lemma.last, lemma.count >= 3 else { return }
    let before = lemma[lemma.count - 2]
    if last == before {
      if !Array("lsfz".utf8).contains(last) { lemma.removeLast() }
      return
    }
    let silent = Array("cvzu".utf8).contains(last) || (last == UInt8(ascii: "s") && isVowel(before))
    let ends = [
      Array("at".utf8), Array("ag".utf8), Array("rg".utf8), Array("dg".utf8), Array("bl".utf8),
      Array("tl".utf8),
    ]
    let syllabic =
      ends.contains { lemma.suffix(2).elementsEqual($0) } && lemma.count >= 4
      && !isVowel(lemma[lemma.count - 3])
    if silent || syllabic { lemma.append(UInt8(ascii: "e")) }
  }

  private func isVowel(_ letter: UInt8) -> Bool { Array("aeiou".utf8).contains(letter) }
}
