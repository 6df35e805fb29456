import HearsayText

/// What a token may begin, or whatever one of a stretch of tokens may: looked up once, before every
/// reader of speech would ask for itself.
struct SpeechHints: OptionSet, Sendable {
  let rawValue: UInt8

  /// `according`, `per`.
  static let according = SpeechHints(rawValue: 1)
  /// `as`.
  static let credit = SpeechHints(rawValue: 2)
  static let colon = SpeechHints(rawValue: 4)
  /// `reportedly`, or the first word of a phrase that hedges.
  static let hedge = SpeechHints(rawValue: 8)
  /// `said`, or beside it in its verb group.
  static let quoteVerb = SpeechHints(rawValue: 16)
  /// `claim`, as a noun.
  static let speechNoun = SpeechHints(rawValue: 32)

  /// `because`, `not`: a reason to withhold a name may begin with it.
  static let reason = SpeechHints(rawValue: 128)
  /// Inside a quotation that hides it; known of a stretch only.
  static let marked = SpeechHints(rawValue: 64)

  init(rawValue: UInt8) { self.rawValue = rawValue }

  init(
    _ token: Token, _ facts: WordFacts, _ kind: WordClass, _ tables: SpeechTables,
    _ lexicon: Lexicon
  ) {
    var hints: SpeechHints = []
    if tables.accordingWords.has(token.word) { hints.insert(.according) }
    if token.word == tables.asWord { hints.insert(.credit) }
    if token.kind == .mark, lexicon.vocabulary.firstByte(token.word) == UInt8(ascii: ":") {
      hints.insert(.colon)
    }
    if facts.tags.has(.hedgeAdverb) || tables.hedgePhrases.starts(with: token.word) {
      hints.insert(.hedge)
    }
    if facts.tags.has(.quoteVerb) { hints.insert(.quoteVerb) }
    if tables.reasonStarts.contains(token.word) { hints.insert(.reason) }
    if kind == .noun, tables.speechNouns.contains(facts.lemma) { hints.insert(.speechNoun) }
    self = hints
  }
}
