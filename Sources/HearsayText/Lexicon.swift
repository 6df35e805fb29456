public import HearsayCore
public import HearsayRules

/// What is known of a word form wherever it stands, in 24 bytes.
public struct WordFacts: Sendable {
  /// The form it is looked up by, such as `say` for `said`; itself when nothing is known.
  public var lemma: WordID
  /// The word classes it can have, one bit each (see ``WordClass``); 0 before it is described.
  public var classes: UInt32
  /// What the rules say of it.
  public var tags: Tags

  /// Facts.
  public init(lemma: WordID, classes: UInt32 = 0, tags: Tags = .none) {
    self.lemma = lemma
    self.classes = classes
    self.tags = tags
  }
}

/// The vocabulary with what the rules say of each form.
///
/// Filled while the rules are compiled, then copied by each worker, which adds the forms it meets.
public struct Lexicon: Sendable {
  /// The forms.
  public var vocabulary = Vocabulary()
  /// A row for each form.
  public private(set) var facts: [WordFacts] = [WordFacts(lemma: 0)]
  /// How many forms the rules brought; later ones belong to one worker.
  public private(set) var frozenCount = 1
  /// How unknown forms are described when first met.
  public var guesser = FormGuesser()

  /// The text of each form, made once.
  private var texts: [String] = [""]
  /// Tags that every form takes over from its lemma, whatever its ending says.
  private var lemmaTags = Tags.none

  /// A lexicon without words.
  public init() {}

  /// Ends the compilation: what comes now are words of articles.
  ///
  /// Words of the rules that no list describes, such as the plural of a demonym, are described by
  /// their ending now that the suffix table is there.
  public mutating func freeze() {
    for row in 1..<max(1, vocabulary.count) where facts[row].classes == 0 {
      guard facts[row].lemma == WordID(row), let guess = guesser.guess(vocabulary.form(WordID(row)))
      else { continue }
      facts[row].lemma = word(guess.lemma.span)
      facts[row].classes = guess.classes
    }
    for row in facts.indices { facts[row].tags.add(fromLemma(WordID(row))) }
    frozenCount = vocabulary.count
  }

  /// Lets every form, also one that an article brings, have these tags where its lemma has them.
  public mutating func takeFromLemma(_ tags: Tags) { lemmaTags.add(tags) }

  private func fromLemma(_ word: WordID) -> Tags {
    facts[Int(facts[Int(word)].lemma)].tags.only(lemmaTags)
  }

  /// The number of `form`, described when it is new.
  public mutating func word(_ form: Span<UInt8>) -> WordID {
    let word = vocabulary.intern(form)
    if Int(word) == facts.count { describe(word) }
    return word
  }

  /// The number of the form of up to eight bytes that `key` spells, described when it is new.
  @inline(__always)
  mutating func word(_ key: UInt64) -> WordID {
    let word = vocabulary.intern(key)
    if Int(word) == facts.count { describe(word) }
    return word
  }

  /// The number of the form of nine to sixteen bytes that two keys spell.
  @inline(__always)
  mutating func word(_ first: UInt64, _ second: UInt64) -> WordID {
    let word = vocabulary.intern(first, second)
    if Int(word) == facts.count { describe(word) }
    return word
  }

  /// The number of the form of up to sixteen bytes that two keys spell.
  @inline(__always)
  mutating func word(_ keys: FormKeys) -> WordID {
    keys.second == 0 ? word(keys.first) : word(keys.first, keys.second)
  }

  /// The number of a form given as lower-case text.
  @discardableResult public mutating func word(_ form: String) -> WordID {
    word(Array(form.utf8).span)
  }

  /// The facts of a word.
  @inlinable public func facts(_ word: WordID) -> WordFacts { facts[Int(word)] }

  /// The tags of a word.
  @inlinable public func tags(_ word: WordID) -> Tags { facts[Int(word)].tags }

  /// The form as text.
  public func text(_ word: WordID) -> String { texts[Int(word)] }

  /// The lemma as text.
  public func lemma(_ word: WordID) -> String { texts[Int(facts[Int(word)].lemma)] }

  /// Sets `tags` on single-word forms; entries of several words are left to phrase tables.
  public mutating func tag(_ words: [String], _ tags: Tags) {
    for word in words where !word.utf8.contains(0x20) { facts[Int(self.word(word))].tags.add(tags) }
  }

  /// Changes the facts of one word.
  public mutating func update(_ word: WordID, _ change: (inout WordFacts) -> Void) {
    change(&facts[Int(word)])
  }

  @inline(never)
  private mutating func describe(_ word: WordID) {
    facts.append(WordFacts(lemma: word))
    texts.append(vocabulary.text(word))
    guard frozenCount > 1, let guess = guesser.guess(vocabulary.form(word)) else { return }
    let lemma = self.word(guess.lemma.span)
    let inherited = guess.inheritsTags ? facts[Int(lemma)].tags.without(.ofSpelling) : .none
    facts[Int(word)] = WordFacts(lemma: lemma, classes: guess.classes, tags: inherited)
    facts[Int(word)].tags.add(fromLemma(word))
  }
}
