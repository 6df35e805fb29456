import HearsayCore
import HearsayText

/// What names are found in, read-only, behind one reference.
final class NameText: Sendable {
  let tokens: [Token]
  let classes: [WordClass]
  let tables: NameTables
  /// What is known of each token's word.
  let facts: [WordFacts]
  let lexicon: Lexicon
  let evidence: NameEvidence
  /// Where each sentence ends.
  let ends: [Int]

  init(_ draft: Draft, _ tables: NameTables, _ lexicon: Lexicon) {
    tokens = draft.tokens
    classes = draft.classes
    ends = draft.sentences.map(\.tokens.end)
    self.tables = tables
    self.lexicon = lexicon
    facts = draft.facts(lexicon)
    evidence = NameEvidence(draft, lexicon)
  }
}

/// Walks the capitals of an article and collects what names somebody or something.
struct NameFinder {
  let text: NameText
  /// The tokens of the sentence at hand.
  var bounds = TokenRange(0, 0)
  var sentence = 0
  var inTitleCase = false
  var inByline = false
  private(set) var found: [NameSighting] = []

  init(_ draft: Draft, _ tables: NameTables, _ lexicon: Lexicon) {
    text = NameText(draft, tables, lexicon)
  }

  @inline(__always) var tokens: [Token] { _read { yield text.tokens } }
  @inline(__always) var classes: [WordClass] { _read { yield text.classes } }
  @inline(__always) var tables: NameTables { _read { yield text.tables } }
  @inline(__always) var lexicon: Lexicon { _read { yield text.lexicon } }
  @inline(__always) var evidence: NameEvidence { _read { yield text.evidence } }
  @inline(__always) var ends: [Int] { _read { yield text.ends } }

  mutating func add(_ sighting: NameSighting) { found.append(sighting) }

  mutating func strengthenLast(_ change: (inout NameClassEvidence) -> Void) {
    guard !found.isEmpty else { return }
    change(&found[found.count - 1].evidence)
  }

  /// The tags of a token.
  @inline(__always)
  func tags(_ row: Int) -> Tags { text.facts[row].tags }

  /// Whether a token of this sentence is in a list.
  @inline(__always)
  func isOne(_ row: Int, of words: WordSet) -> Bool {
    row >= bounds.start && row < bounds.end && words.contains(tokens[row].word)
  }

  func isCapital(_ row: Int) -> Bool {
    row < bounds.end && tokens[row].kind == .word && tokens[row].flags.contains(.capital)
      && !tokens[row].flags.contains(.clitic)
  }

  /// Reads one sentence from left to right.
  mutating func read(_ draftSentence: DraftSentence, row: Int) {
    bounds = draftSentence.tokens
    sentence = row
    inTitleCase = evidence.titled[row]
    inByline = draftSentence.zone == .byline
    var at = bounds.start
    while at < bounds.end {
      at = step(at)
    }
  }

  /// Takes the name at a token, if one begins there; returns where to go on.
  private mutating func step(_ at: Int) -> Int {
    let token = tokens[at]
    guard token.kind == .word else { return at + 1 }
    // Most words are in lower case and begin nothing.
    if !token.flags.contains(.capital),
      !tags(at).has(.nameKnownLower | .nameParticle)
    {
      return at + 1
    }
    let listed = text.listed(at: at, before: bounds.end)
    if !token.flags.contains(.capital) {
      if let listed { return take(listed, at) }
      guard startsWithParticle(at) else { return at + 1 }
    } else if listed == nil, !mayBegin(at) {
      return at + 1
    }
    let end = runEnd(from: at)
    if let listed, listed.end >= end { return take(listed, at) }
    split(TokenRange(at, end))
    return max(end, at + 1)
  }

  private mutating func take(_ listed: (row: Int, end: Int), _ at: Int) -> Int {
    if let end = stateBodyEnd(listed) {
      note(TokenRange(at, end), known: nil, title: nil, organisation: nil)
      strengthenLast { $0.body += 20 }
      renameLast("english/name.state")
      return end
    }
    note(TokenRange(at, listed.end), known: listed.row, title: nil, organisation: nil)
    return listed.end
  }

  /// One past `government` in `Spanish government`, `foreign ministry` in `Spanish foreign ministry`.
  private func stateBodyEnd(_ listed: (row: Int, end: Int)) -> Int? {
    guard tables.known.rows[listed.row].homeland != nil else { return nil }
    var row = listed.end
    if row + 1 < bounds.end, !isCapital(row), isOne(row + 1, of: tables.words.stateBodies),
      tags(row).has(.nameRoleModifier) || isOne(row, of: tables.words.stateModifiers)
    {
      row += 1
    }
    return isOne(row, of: tables.words.stateBodies) && !isCapital(row) ? row + 1 : nil
  }

  private mutating func renameLast(_ rule: String) {
    guard !found.isEmpty else { return }
    found[found.count - 1].rule = rule
  }

  /// `al-Qaeda`, `bin Laden`: a particle in lower case before a capital.
  private func startsWithParticle(_ at: Int) -> Bool {
    guard tags(at).has(.nameParticle), at + 1 < bounds.end,
      tables.words.startingParticles.contains(tokens[at].word)
    else { return false }
    if at > bounds.start, tokens[at - 1].kind == .mark, !tokens[at].flags.contains(.spaced) {
      return false
    }
    let next = isHyphen(at + 1) ? at + 2 : at + 1
    return isCapital(next) && evidence.hasCapital(tokens[next].word)
  }

  /// Whether the language layer lists the word as a noun, verb or adjective of its own.
  func isLanguageWord(_ word: WordID) -> Bool {
    guard Int(word) < lexicon.frozenCount, !lexicon.tags(word).has(.nameGiven) else { return false }
    let classes = WordClasses(lexicon.facts(word).classes)
    return classes.hasAny(WordClasses(.noun, .adjective, .verbBase, .verbIng))
  }

  /// A hyphen between two words without blanks.
  func isHyphen(_ row: Int) -> Bool {
    row > bounds.start && row + 1 < bounds.end && isHyphenToken(row)
  }

  /// The same, whatever the sentence.
  func isHyphenToken(_ row: Int) -> Bool {
    guard row > 0, row + 1 < tokens.count, tokens[row].kind == .mark,
      !tokens[row].flags.contains(.spaced), !tokens[row + 1].flags.contains(.spaced)
    else { return false }
    if tokens[row].length == 1 { return firstByte(row) == 0x2D }
    guard tokens[row].length == 3, firstByte(row) == 0xE2 else { return false }
    let form = lexicon.vocabulary.form(tokens[row].word)
    return form == [0xE2, 0x80, 0x90] || form == [0xE2, 0x80, 0x91] || form == [0xE2, 0x80, 0x93]
  }

  /// Whether a token is a comma.
  func isCommaToken(_ row: Int) -> Bool {
    row < tokens.count && tokens[row].kind == .mark && tokens[row].length == 1
      && firstByte(row) == 0x2C
  }

  func firstByte(_ row: Int) -> UInt8 {
    lexicon.vocabulary.firstByte(tokens[row].word)
  }
}
