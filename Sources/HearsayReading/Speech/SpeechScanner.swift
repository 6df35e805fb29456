import HearsayCore
import HearsayText

/// A stretch in which attributions are looked for: a sentence, with quotations as one block.
struct SpeechUnit: Sendable {
  var tokens: Range<Int>
  var paragraph: Int
  var headline = false
}

/// An attribution while it is being found.
struct FoundAttribution: Sendable {
  var source: TokenRange?
  var cue: TokenRange?
  var content: [TokenRange]
  var score: Float
  var rule: String
  /// The lemma that decides how strongly the cue commits.
  var lemma: WordID
  var unit: Int
  var quoted = false
  var parent: Int?
  /// Where and how it was said.
  var manner: TokenRange?
  var ownerless = false
  /// Whether the words only presuppose the saying: `its pledge to`.
  var presupposed = false
  /// Whether it is given word for word though no marks stand around it: a transcript.
  var verbatim = false
  /// Whether the paragraph ends in it, so that a quotation in the next one may go on with it.
  var paragraph = 0
}

/// The layers below the attributions, read-only, behind one reference: a copy of the scanner would
/// count references for all of them.
final class SpeechLayers: Sendable {
  let draft: Draft
  let tokens: [Token]
  let classes: [WordClass]
  let groups: [VerbGroup]
  /// What is known of each token's word.
  let facts: [WordFacts]
  let lexicon: Lexicon
  let tables: SpeechTables
  let function: FunctionWords
  private let verbs, passives, adjectives, nouns: CueCounts
  /// The row of the verb group that holds a token; -1 for none.
  let groupAt: [Int32]
  /// The row of the time that holds a token; -1 for none.
  let timeAt: [Int32]
  /// The number of each quantity that begins with other words (`at least 19`, `more than 30`), by
  /// the row of its first word; -1 for none.
  let numberAfter: [Int32]
  /// What each token may begin, so that most readers leave most units alone.
  let hints: [SpeechHints]

  init(_ draft: Draft, _ tables: SpeechTables, _ words: WordTables, _ lexicon: Lexicon) {
    self.draft = draft
    tokens = draft.tokens
    classes = draft.classes
    groups = draft.verbGroups
    self.lexicon = lexicon
    let facts = draft.facts(lexicon)
    self.facts = facts
    self.tables = tables
    function = words.function
    verbs = tables.counts(.verb)
    passives = tables.counts(.passive)
    adjectives = tables.counts(.adjective)
    nouns = tables.counts(.noun)
    var groupAt = [Int32](repeating: -1, count: draft.tokens.count)
    for (row, group) in draft.verbGroups.enumerated() {
      for token in group.tokens.indices where token < groupAt.count { groupAt[token] = Int32(row) }
    }
    self.groupAt = groupAt
    var timeAt = [Int32](repeating: -1, count: draft.tokens.count)
    for (row, time) in draft.times.enumerated() {
      for token in time.tokens.indices where token < timeAt.count { timeAt[token] = Int32(row) }
    }
    self.timeAt = timeAt
    numberAfter = Self.numbersAfter(draft)
    var hints = draft.tokens.indices.map { row in
      SpeechHints(draft.tokens[row], facts[row], draft.classes[row], tables, lexicon)
    }
    for group in draft.verbGroups
    where group.head < hints.count && hints[group.head].contains(.quoteVerb) {
      for token in group.tokens.indices where token < hints.count {
        hints[token].insert(.quoteVerb)
      }
    }
    self.hints = hints
  }

  private static func numbersAfter(_ draft: Draft) -> [Int32] {
    var rows = [Int32](repeating: -1, count: draft.tokens.count)
    for quantity in draft.quantities where quantity.tokens.end <= rows.count {
      let first = quantity.tokens.start
      switch draft.classes[first] {
      case .number, .determiner, .noun, .name, .mark, .quote: continue
      default: break
      }
      let number = quantity.tokens.indices.first { draft.classes[$0] == .number }
      if let number { rows[first] = Int32(truncatingIfNeeded: number) }
    }
    return rows
  }

  /// How likely a word with this frame is a cue of a kind.
  func chance(
    _ kind: PossibleCue.Kind, _ word: WordID, _ cueClass: CueStrength?, _ frame: Frame
  ) -> Float {
    switch kind {
    case .verb: verbs.chance(word, cueClass, frame)
    case .passive: passives.chance(word, cueClass, frame)
    case .adjective: adjectives.chance(word, cueClass, frame)
    case .noun: nouns.chance(word, cueClass, frame)
    }
  }
}

/// One article on the way to its attributions: layers below, and what is covered already.
struct SpeechScanner {
  let layers: SpeechLayers
  var units: [SpeechUnit] = []
  /// The row of the quotation that hides a token; -1 for none.
  var mask: [Int32]
  /// Whether a token belongs to an accepted attribution at this depth.
  var taken: [Bool]
  var found: [FoundAttribution] = []
  /// Every candidate, when they are counted.
  var watched: [CueRecord]?
  /// What was taken before the verbs of the unit were looked at; only while counting.
  var takenBefore: [Bool] = []
  var depth = 0
  var parent: Int?
  /// Who wants to know what came of each candidate: `why`, and nobody else.
  var log: CueLog?
  /// The unit being read.
  var unit = SpeechUnit(tokens: 0..<0, paragraph: 0) {
    didSet {
      unitGroups = nil
      hints = []
      for row in unit.tokens where row < mask.count {
        hints.formUnion(layers.hints[row])
        if mask[row] >= 0 { hints.insert(.marked) }
      }
    }
  }
  /// What its tokens may begin.
  private(set) var hints: SpeechHints = []
  /// Its verb groups, once they were asked for.
  private var unitGroups: [Int]?
  var unitRow = 0
  /// Paragraphs in quotation marks that were not closed, so that the next one goes on.
  var openSpeech: [TokenRange] = []

  init(_ draft: Draft, _ tables: SpeechTables, _ words: WordTables, _ lexicon: Lexicon) {
    layers = SpeechLayers(draft, tables, words, lexicon)
    let count = draft.tokens.count
    mask = Array(repeating: -1, count: count)
    taken = Array(repeating: false, count: count)
    for (row, quote) in draft.quotes.enumerated() where quote.kind == .speech {
      for token in quote.tokens.indices where token < count && mask[token] < 0 {
        mask[token] = Int32(row)
      }
    }
    units = makeUnits()
  }

  @inline(__always) var draft: Draft { _read { yield layers.draft } }
  @inline(__always) var tokens: [Token] { _read { yield layers.tokens } }
  @inline(__always) var classes: [WordClass] { _read { yield layers.classes } }
  @inline(__always) var groups: [VerbGroup] { _read { yield layers.groups } }
  @inline(__always) var lexicon: Lexicon { _read { yield layers.lexicon } }
  @inline(__always) var tables: SpeechTables { _read { yield layers.tables } }
  @inline(__always) var function: FunctionWords { _read { yield layers.function } }
  @inline(__always) var groupAt: [Int32] { _read { yield layers.groupAt } }
  @inline(__always) var timeAt: [Int32] { _read { yield layers.timeAt } }

  // MARK: - Looking at tokens

  var end: Int { unit.tokens.upperBound }
  var start: Int { unit.tokens.lowerBound }

  @inline(__always)
  func kind(_ row: Int) -> WordClass { row >= 0 && row < classes.count ? classes[row] : .stop }

  @inline(__always)
  func tags(_ row: Int) -> Tags {
    row >= 0 && row < tokens.count ? layers.facts[row].tags : .none
  }

  func lemma(_ row: Int) -> WordID { layers.facts[row].lemma }

  func byte(_ row: Int) -> UInt8 {
    guard row >= 0, row < tokens.count else { return 0 }
    return lexicon.vocabulary.firstByte(tokens[row].word)
  }

  func isComma(_ row: Int) -> Bool {
    row >= start && row < end && tokens[row].kind == .mark && byte(row) == UInt8(ascii: ",")
  }

  func isColon(_ row: Int) -> Bool {
    row >= start && row < end && tokens[row].kind == .mark && byte(row) == UInt8(ascii: ":")
  }

  func isSemicolon(_ row: Int) -> Bool {
    row >= start && row < end && tokens[row].kind == .mark && byte(row) == UInt8(ascii: ";")
  }

  /// A dash between phrases; a hyphen inside a word is none.
  func isDash(_ row: Int) -> Bool {
    guard row < end, tokens[row].kind == .mark, classes[row] == .mark else { return false }
    let first = byte(row)
    if first == UInt8(ascii: "-") {
      return tokens[row].length > 1 || tokens[row].flags.contains(.spaced)
    }
    guard first == 0xE2, tokens[row].length == 3 else { return false }
    let form = lexicon.vocabulary.form(tokens[row].word)
    let start = form.startIndex
    return form.count == 3 && form[start + 1] == 0x80 && (0x92...0x95).contains(form[start + 2])
  }

  /// The masked quotation that begins at `row`.
  func quote(at row: Int) -> DraftQuote? {
    guard row >= 0, row < mask.count, mask[row] >= 0 else { return nil }
    let quote = draft.quotes[Int(mask[row])]
    return quote.tokens.start == row ? quote : nil
  }

  /// The next quotation of the unit from `here` on that nothing has taken; `here` moves behind it.
  func nextFreeQuote(_ here: inout Int) -> DraftQuote? {
    while here < end {
      let row = here
      here += 1
      guard let quote = quote(at: row), !taken[row] else { continue }
      here = max(quote.tokens.end, here)
      return quote
    }
    return nil
  }

  /// The verb group that begins at `row` or whose adverbs do.
  func group(at row: Int) -> VerbGroup? {
    guard row >= start, row < end, groupAt[row] >= 0, mask[row] < 0 else { return nil }
    let group = groups[Int(groupAt[row])]
    return group.tokens.start == row || group.core == row ? group : nil
  }

  /// The verb groups of the unit that no quotation hides, in order.
  mutating func groupsInUnit() -> [Int] {
    if let unitGroups { return unitGroups }
    var rows: [Int] = []
    var here = start
    while here < end {
      if groupAt[here] >= 0, mask[here] < 0 {
        let row = Int(groupAt[here])
        if groups[row].head < end, rows.last != row { rows.append(row) }
        here = max(groups[row].tokens.end, here + 1)
      } else {
        here += 1
      }
    }
    unitGroups = rows
    return rows
  }

  /// Where the words before `row` begin that no attribution has taken, down to `lowest`.
  func leadStart(before row: Int, lowest: Int = 0) -> Int {
    let lower = max(start, lowest)
    var first = row
    while first > lower, !taken[first - 1] { first -= 1 }
    return first
  }

  func isFree(_ range: Range<Int>) -> Bool { !range.contains { taken[$0] } }

  mutating func take(_ range: TokenRange?) {
    guard let range else { return }
    for row in range.indices where row < taken.count { taken[row] = true }
  }

  mutating func add(_ attribution: FoundAttribution) {
    var attribution = attribution
    attribution.content = attribution.content.map { trimmed($0) }.filter { $0.count > 0 }
    guard !attribution.content.isEmpty else { return }
    attribution.parent = parent
    attribution.unit = unitRow
    attribution.paragraph = unit.paragraph
    attribution.quoted = attribution.content.contains { piece in
      piece.indices.contains { mask[$0] >= 0 }
    }
    take(attribution.source)
    take(attribution.cue)
    for piece in attribution.content { take(piece) }
    found.append(attribution)
  }

  /// Without marks and the final stop at its ends; quotation marks stay.
  func trimmed(_ range: TokenRange) -> TokenRange {
    var lower = range.start
    var upper = min(range.end, tokens.count)
    while lower < upper,
      tokens[lower].kind == .mark && !isOpenBracket(lower) || tokens[lower].kind == .stop
    {
      lower += 1
    }
    while upper > lower, mask[upper - 1] < 0 || isWholeQuote(lower..<upper) == false,
      tokens[upper - 1].kind == .stop
        || tokens[upper - 1].kind == .mark && !isCloseBracket(upper - 1)
    {
      if mask[upper - 1] >= 0 { break }
      upper -= 1
    }
    return TokenRange(lower, upper)
  }

  private func isWholeQuote(_ range: Range<Int>) -> Bool { mask[range.lowerBound] >= 0 }

  private func isOpenBracket(_ row: Int) -> Bool {
    byte(row) == UInt8(ascii: "(") || byte(row) == UInt8(ascii: "[")
      || byte(row) == UInt8(ascii: "#") || byte(row) == UInt8(ascii: "@")
  }

  private func isCloseBracket(_ row: Int) -> Bool {
    byte(row) == UInt8(ascii: ")") || byte(row) == UInt8(ascii: "]")
  }
}
