import HearsayCore
import HearsayText

/// Cuts sentences into clauses, one finite verb each, and finds whose verb every verb is.
///
/// Left to right over noun groups, verb groups, openers and marks, with a stack of the clauses that
/// are open: a finite verb goes to the clause that still waits for one, or opens the next. On the
/// way it corrects what only the clause can tell: of two verbs of one subject the first is a
/// participle (`officials briefed on the matter said`).
///
/// - Complexity: O(*n*) in the number of tokens.
func readClauses(
  _ draft: inout Draft, _ tables: ClauseTables, _ words: WordTables, _ lexicon: Lexicon
) {
  guard !draft.tokens.isEmpty else { return }
  var scanner = ClauseScanner(draft, tables, words, lexicon)
  scanner.readArticle()
  scanner.dropGroups()
  draft.classes = scanner.classes
  draft.verbGroups = scanner.groups
  draft.clauses = scanner.layer
}

/// What the clauses are found in, read-only, behind one reference.
final class ClauseText: Sendable {
  let draft: Draft
  let tokens: [Token]
  /// What is known of each token's word.
  let facts: [WordFacts]
  let lexicon: Lexicon
  let tables: ClauseTables
  let function: FunctionWords
  /// The row of the quotation of speech that begins at a token; -1 for none.
  let quoteFrom: [Int32]

  init(_ draft: Draft, _ tables: ClauseTables, _ words: WordTables, _ lexicon: Lexicon) {
    self.draft = draft
    tokens = draft.tokens
    self.lexicon = lexicon
    facts = draft.facts(lexicon)
    self.tables = tables
    function = words.function
    var quoteFrom = [Int32](repeating: -1, count: draft.tokens.count)
    for (row, quote) in draft.quotes.enumerated()
    where quote.kind == .speech && quote.tokens.start < quoteFrom.count {
      quoteFrom[quote.tokens.start] = Int32(row)
    }
    self.quoteFrom = quoteFrom
  }
}

/// One article on the way to its clauses.
struct ClauseScanner {
  let text: ClauseText
  var classes: [WordClass]
  var groups: [VerbGroup]
  /// Groups that turned out to be nouns.
  var dropped: [Bool]
  /// The row of the verb group that holds a token; -1 for none.
  var groupAt: [Int32]
  var layer = ClauseLayer()
  /// The stretch being read, in chunks.
  var chunks: [Chunk] = []
  /// The clauses that are open, outermost first.
  var open: [OpenClause] = []
  /// Where to go on when looking back from a chunk that ends an inner clause.
  var skip: [Int] = []
  /// How many finite verbs stand from a chunk on.
  var finiteFrom: [Int] = []
  private var later: [(range: Range<Int>, level: Int)] = []

  /// Quotations and brackets deeper than this are not read apart; nor are clauses nested deeper.
  static let deepest = 8
  static let deepestClause = 48

  init(_ draft: Draft, _ tables: ClauseTables, _ words: WordTables, _ lexicon: Lexicon) {
    text = ClauseText(draft, tables, words, lexicon)
    classes = draft.classes
    groups = draft.verbGroups
    dropped = Array(repeating: false, count: draft.verbGroups.count)
    groupAt = Array(repeating: -1, count: draft.tokens.count)
    for (row, group) in groups.enumerated() {
      for token in group.tokens.indices where token < groupAt.count { groupAt[token] = Int32(row) }
    }
    layer.ofGroup = Array(repeating: -1, count: groups.count)
    layer.at = Array(repeating: -1, count: draft.tokens.count)
  }

  @inline(__always) var draft: Draft { _read { yield text.draft } }
  @inline(__always) var tokens: [Token] { _read { yield text.tokens } }
  @inline(__always) var lexicon: Lexicon { _read { yield text.lexicon } }
  @inline(__always) var tables: ClauseTables { _read { yield text.tables } }
  @inline(__always) var function: FunctionWords { _read { yield text.function } }
  @inline(__always) var quoteFrom: [Int32] { _read { yield text.quoteFrom } }

  /// Sentences, with a quotation of several sentences kept whole; then what stands inside.
  mutating func readArticle() {
    var start = -1
    var row = 0
    var quote = 0
    while row < draft.sentences.count {
      let sentence = draft.sentences[row]
      row += 1
      if start < 0 { start = sentence.tokens.start }
      let end = min(sentence.tokens.end, tokens.count)
      while quote < draft.quotes.count,
        draft.quotes[quote].tokens.end <= end || draft.quotes[quote].kind != .speech
      { quote += 1 }
      let goesOn =
        quote < draft.quotes.count && draft.quotes[quote].tokens.start < end
        && row < draft.sentences.count && draft.sentences[row].paragraph == sentence.paragraph
      if goesOn { continue }
      if start < end { later.append((start..<end, 0)) }
      start = -1
    }
    later.reverse()
    while let next = later.popLast() { readStretch(next.range, next.level) }
  }

  /// Keeps the inside of a quotation or bracket for later, cut at its sentences.
  mutating func readLater(_ range: Range<Int>, _ level: Int) {
    var start = range.lowerBound
    while start < range.upperBound {
      let row = partitionPoint(draft.sentences.count) { draft.sentences[$0].tokens.end <= start }
      let end = row < draft.sentences.count ? draft.sentences[row].tokens.end : range.upperBound
      let upper = min(max(end, start + 1), range.upperBound)
      later.append((start..<upper, level))
      start = upper
    }
  }

  private mutating func readStretch(_ range: Range<Int>, _ level: Int) {
    guard range.lowerBound >= 0, range.upperBound <= tokens.count else { return }
    cut(range, level: level)
    guard chunks.contains(where: { $0.kind == .verb }) else { return }
    let first = layer.rows.count
    build()
    finish(from: first)
  }

  /// Takes out the verb groups that turned out to be nouns.
  mutating func dropGroups() {
    guard dropped.contains(true) else { return }
    var place = Array(repeating: -1, count: groups.count)
    var kept: [VerbGroup] = []
    var clauses: [Int32] = []
    for row in groups.indices where !dropped[row] {
      place[row] = kept.count
      kept.append(groups[row])
      clauses.append(layer.ofGroup[row])
    }
    for row in layer.rows.indices where layer.rows[row].group >= 0 {
      layer.rows[row].group = place[layer.rows[row].group]
    }
    groups = kept
    layer.ofGroup = clauses
  }

  func byte(_ row: Int) -> UInt8 {
    guard row >= 0, row < tokens.count else { return 0 }
    return lexicon.vocabulary.firstByte(tokens[row].word)
  }

  func tags(_ row: Int) -> Tags { text.facts[row].tags }
}
