import HearsayCore
import HearsayText

/// An expression of time and where it stands, before the calendar is asked.
struct FoundTime: Sendable {
  var tokens: TokenRange
  var match: TimeMatch
}

/// Finds expressions of time in every sentence; inside one, the longest from the left.
func scanTimes(_ draft: Draft, _ tables: TimeTables, _ lexicon: Lexicon) -> [FoundTime] {
  var scanner = TimeScanner(draft, tables, lexicon)
  var found: [FoundTime] = []
  for sentence in draft.sentences {
    scanner.scan(sentence.tokens, into: &found)
  }
  return found
}

/// What expressions of time are found in, read-only, behind one reference.
final class TimeText: Sendable {
  let tokens: [Token]
  let tables: TimeTables
  let lexicon: Lexicon
  let classes: [WordClass]
  /// What is known of each token's word.
  let facts: [WordFacts]
  /// The tables' words, taken out once.
  let rows: [UInt16]
  let words: [TimeWord]
  let beginsAlone: [Bool]
  /// The vocabulary's forms, taken out once.
  let bytes: [UInt8]
  let starts: [Int32]
  /// Whether `05/02/2026` is the fifth of February here.
  let dayFirst: Bool

  init(_ draft: Draft, _ tables: TimeTables, _ lexicon: Lexicon) {
    classes = draft.classes
    tokens = draft.tokens
    facts = draft.facts(lexicon)
    self.tables = tables
    self.lexicon = lexicon
    rows = tables.rows
    words = tables.words
    beginsAlone = tables.beginsAlone
    bytes = lexicon.vocabulary.bytes
    starts = lexicon.vocabulary.starts
    dayFirst = writesDayFirst(tokens, lexicon)
  }
}

/// A place in a sentence, and questions about the tokens there.
struct TimeScanner {
  let text: TimeText
  var floor = 0
  var limit = 0

  init(_ draft: Draft, _ tables: TimeTables, _ lexicon: Lexicon) {
    text = TimeText(draft, tables, lexicon)
  }

  @inline(__always) var tokens: [Token] { _read { yield text.tokens } }
  @inline(__always) var tables: TimeTables { _read { yield text.tables } }
  @inline(__always) var lexicon: Lexicon { _read { yield text.lexicon } }
  @inline(__always) var classes: [WordClass] { _read { yield text.classes } }
  @inline(__always) private var rows: [UInt16] { _read { yield text.rows } }
  @inline(__always) var words: [TimeWord] { _read { yield text.words } }
  @inline(__always) private var bytes: [UInt8] { _read { yield text.bytes } }
  @inline(__always) private var starts: [Int32] { _read { yield text.starts } }
  var dayFirst: Bool { text.dayFirst }

  mutating func scan(_ range: TokenRange, into found: inout [FoundTime]) {
    floor = range.start
    limit = min(range.end, tokens.count)
    var index = floor
    while index < limit {
      guard mayStart(index), let hit = expressions(at: index), let last = hit.last else {
        index += 1
        continue
      }
      found.append(contentsOf: hit)
      index = max(last.tokens.end, index + 1)
    }
  }

  /// The row of the word at `index`; 0 outside the sentence and for a word without sense of time.
  @inline(__always)
  func wordRow(_ index: Int) -> Int {
    guard index >= floor, index < limit, tokens[index].kind == .word else { return 0 }
    let id = Int(tokens[index].word)
    return id < rows.count ? Int(rows[id]) : 0
  }

  /// What the rules say of the word at `index`; nothing outside the sentence.
  @inline(__always)
  func word(_ index: Int) -> TimeWord { words[wordRow(index)] }

  @inline(__always)
  func token(_ index: Int) -> Token? {
    index >= floor && index < limit ? tokens[index] : nil
  }

  func isWord(_ index: Int) -> Bool { token(index)?.kind == .word }

  func isCapital(_ index: Int) -> Bool { token(index)?.flags.contains(.capital) ?? false }

  /// Whether a common noun stands there, to which an article before belongs.
  func isNoun(_ index: Int) -> Bool {
    index >= floor && index < min(limit, classes.count) && classes[index] == .noun
      && !isCapital(index)
  }

  func isGlued(_ index: Int) -> Bool { !(token(index)?.flags.contains(.spaced) ?? true) }

  /// The bytes of the form at `index` in `bytes`.
  @inline(__always)
  private func formRange(_ index: Int) -> Range<Int> {
    guard let token = token(index), Int(token.word) &+ 1 < starts.count else { return 0..<0 }
    return Int(starts[Int(token.word)])..<Int(starts[Int(token.word) &+ 1])
  }

  func form(_ index: Int) -> ArraySlice<UInt8> {
    guard let token = token(index) else { return [] }
    return lexicon.vocabulary.form(token.word)
  }

  func isMark(_ index: Int, _ mark: UInt8) -> Bool {
    let form = formRange(index)
    return form.count == 1 && bytes[form.lowerBound] == mark
  }

  func isComma(_ index: Int) -> Bool { isMark(index, 0x2C) }

  /// A hyphen or dash of one token.
  func isHyphen(_ index: Int) -> Bool {
    guard token(index)?.kind == .mark else { return false }
    let form = formRange(index)
    let first = form.lowerBound
    if form.count == 1 { return bytes[first] == 0x2D }
    return form.count == 3 && bytes[first] == 0xE2 && bytes[first + 1] == 0x80
      && (0x90...0x95).contains(bytes[first + 2])
  }

  /// A number of digits only, at most eight of them.
  func digits(_ index: Int) -> Int? {
    guard token(index)?.kind == .number else { return nil }
    let form = formRange(index)
    guard !form.isEmpty, form.count <= 8 else { return nil }
    var value = 0
    for row in form {
      guard (0x30...0x39).contains(bytes[row]) else { return nil }
      value = value &* 10 &+ Int(bytes[row] &- 0x30)
    }
    return value
  }

  func digitCount(_ index: Int) -> Int { formRange(index).count }

  /// A number of digits only, of exactly `count` of them.
  func digits(_ index: Int, count: Int) -> Int? {
    digitCount(index) == count ? digits(index) : nil
  }

  /// The phrase of a kind that starts at `index`, the longest.
  @inline(__always)
  func phrase(_ index: Int, _ kind: TimePhrase.Kind) -> TimePhrase? {
    phrase(index, kinds: 1 << UInt16(kind.rawValue))
  }

  /// The phrase of one of two kinds that starts at `index`, the longest.
  func phrase(_ index: Int, _ one: TimePhrase.Kind, _ other: TimePhrase.Kind) -> TimePhrase? {
    phrase(index, kinds: 1 << UInt16(one.rawValue) | 1 << UInt16(other.rawValue))
  }

  @inline(__always)
  private func phrase(_ index: Int, kinds: UInt16) -> TimePhrase? {
    guard let first = token(index) else { return nil }
    let row = tables.phraseRow(first.word)
    guard row != 0, tables.phraseKinds[row] & kinds != 0 else { return nil }
    return phrase(index, in: row, kinds: kinds)
  }

  @inline(never)
  private func phrase(_ index: Int, in row: Int, kinds: UInt16) -> TimePhrase? {
    tables.phraseGroups[row].first { phrase in
      kinds & 1 << UInt16(phrase.kind.rawValue) != 0 && index + phrase.words.count <= limit
        && phrase.words.indices.allSatisfy { tokens[index + $0].word == phrase.words[$0] }
    }
  }
}

/// Whether an article writes the day first in `18/02/2026`: one such date decides for the others.
private func writesDayFirst(_ tokens: [Token], _ lexicon: Lexicon) -> Bool {
  func number(_ row: Int) -> Int? {
    tokens[row].kind == .number ? wholeNumber(lexicon.vocabulary.form(tokens[row].word)) : nil
  }
  func isSlash(_ row: Int) -> Bool {
    tokens[row].kind == .mark && lexicon.vocabulary.form(tokens[row].word).elementsEqual([0x2F])
  }
  var found = false
  for row in tokens.indices.dropLast(4) where tokens[row].kind == .number && isSlash(row + 1) {
    guard isSlash(row + 3), let first = number(row), let second = number(row + 2),
      number(row + 4) != nil
    else { continue }
    if second > 12 { return false }
    if first > 12 { found = true }
  }
  return found
}

/// The value of up to eight digits, or `nil`.
func wholeNumber(_ form: ArraySlice<UInt8>) -> Int? {
  guard !form.isEmpty, form.count <= 8 else { return nil }
  var value = 0
  for byte in form {
    guard (0x30...0x39).contains(byte) else { return nil }
    value = value * 10 + Int(byte - 0x30)
  }
  return value
}
