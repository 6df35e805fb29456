import HearsayCore
import HearsayText

/// Gives every token its word class.
///
/// One pass from left to right, sentence by sentence, with lists, endings and neighbours; a second
/// look at the few words that are prepositions or open a clause. No tagger: the borders of clauses
/// and noun groups need no more.
///
/// - Complexity: O(*n*) in the number of tokens.
func readWordClasses(_ draft: inout Draft, _ tables: WordTables, _ lexicon: Lexicon) {
  var scanner = WordClassScanner(draft, tables, lexicon)
  for sentence in draft.sentences { scanner.scan(sentence) }
  draft.classes = scanner.classes
  readVerbGroups(&draft, tables, lexicon)
}

/// What a token is to the quotations around it, as bits.
enum QuoteMark {
  static let opens: UInt8 = 1
  static let closes: UInt8 = 2
  static let long: UInt8 = 4
  /// Quotations of fewer tokens, marks included, are words of their sentence.
  static let shortest = 7
}

/// The classes given so far and what decides about the next.
struct WordClassScanner {
  let tokens: [Token]
  let facts: [WordFacts]
  let lexicon: Lexicon
  let function: FunctionWords
  let unreduced: WordSet
  let summing: WordSet
  let officeForms: WordSet
  let quotes: [DraftQuote]
  var classes: [WordClass]
  /// What is seen of each word form in this article: 1 in lower case, 2 as a name inside a sentence.
  var seen: SeenWords
  var sentence = 0..<0
  /// Whether capitals say nothing here: a headline in title case, or all in capitals.
  var titleCase = false
  /// What the clauses around this word have had.
  var clauses = ClauseStack()
  /// Whether an open preposition phrase or object takes the next noun, so that it is no subject.
  var inPhrase = false
  /// Whether an auxiliary stands before its subject: `did he`, `has the group`.
  var inverted = WordClass.other
  /// The last verb group, for what is coordinated with it: `.to` for an infinitive, `.have` for a
  /// perfect, `.be` for a passive, otherwise the form of its verb.
  var lastVerb = WordClass.other
  /// The last token that is no adverb or negation; -1 at the start of a sentence or clause.
  var last = -1
  /// What each token is to the quotations: see ``QuoteMark``.
  private(set) var marks: [UInt8]
  /// Words of the sentence that may open a clause after all.
  var unsure: [Int] = []
  /// The clauses around the quotation that is being read.
  var outside = ClauseStack()

  init(_ draft: Draft, _ tables: WordTables, _ lexicon: Lexicon) {
    tokens = draft.tokens
    self.lexicon = lexicon
    facts = draft.facts(lexicon)
    function = tables.function
    unreduced = WordSet(tables.unreduced)
    summing = WordSet(tables.summing)
    officeForms = WordSet(tables.officeForms)
    quotes = draft.quotes
    classes = Array(repeating: .other, count: draft.tokens.count)
    seen = SeenWords(draft.tokens.count)
    marks = Array(repeating: 0, count: draft.tokens.count)
    for quote in draft.quotes { note(quote) }
    for sentence in draft.sentences { noteForms(sentence.tokens) }
  }

  private mutating func note(_ quote: DraftQuote) {
    let long = quote.tokens.count > QuoteMark.shortest ? QuoteMark.long : 0
    guard quote.tokens.count > 0, quote.tokens.end <= marks.count else { return }
    marks[quote.tokens.start] |= QuoteMark.opens | long
    if !quote.unclosed { marks[quote.tokens.end - 1] |= QuoteMark.closes | long }
  }

  private mutating func noteForms(_ range: TokenRange) {
    for row in range.indices where row < tokens.count && tokens[row].kind == .word {
      let token = tokens[row]
      let capital = token.flags.contains(.capital)
      if !capital { seen.add(1, token.word) }
      if capital, row > range.start, tokens[row - 1].kind == .word { seen.add(2, token.word) }
    }
  }

  mutating func scan(_ sentence: DraftSentence) {
    self.sentence = sentence.tokens.start..<min(sentence.tokens.end, tokens.count)
    titleCase = capitalsSayNothing(sentence.zone == .headline)
    clauses.reset()
    outside.reset()
    unsure.removeAll(keepingCapacity: true)
    (inPhrase, inverted, lastVerb) = (false, .other, .other)
    last = -1
    for row in self.sentence {
      let kind = classify(row)
      classes[row] = kind
      if kind == .preposition || kind == .adverb, can(row).has(.subordinator) { unsure.append(row) }
      follow(row)
    }
    for row in unsure { reconsider(row) }
  }

  /// More than two thirds of the longer words begin with a capital.
  private func capitalsSayNothing(_ headline: Bool) -> Bool {
    var words = 0
    var capitals = 0
    for row in sentence where tokens[row].kind == .word && tokens[row].length > 3 {
      words += 1
      if tokens[row].flags.contains(.capital) { capitals += 1 }
    }
    return words >= 4 && capitals * 10 >= words * (headline ? 7 : 9)
  }

  @inline(__always)
  func can(_ row: Int) -> WordClasses {
    guard tokens[row].kind == .word else { return WordClasses() }
    return WordClasses(facts[row].classes)
  }

  @inline(__always)
  func tags(_ row: Int) -> Tags { facts[row].tags }

  func isHyphen(_ row: Int) -> Bool {
    tokens[row].kind == .mark && tokens[row].length == 1
      && !tokens[row].flags.contains(.spaced) && row + 1 < tokens.count
      && !tokens[row + 1].flags.contains(.spaced) && tokens[row + 1].kind != .quote
      && lexicon.vocabulary.firstByte(tokens[row].word) == UInt8(ascii: "-")
  }

  /// The next token of the sentence that is no adverb; `nil` at its end.
  func next(after row: Int) -> Int? {
    var here = row + 1
    while here < sentence.upperBound {
      let classes = can(here)
      let isAdverb = classes.has(.negation) || classes == WordClasses(.adverb)
      if !isAdverb { return here }
      here += 1
    }
    return nil
  }

  /// The class of the last token that is no adverb; ``WordClass/stop`` at the start.
  var lastClass: WordClass { last >= sentence.lowerBound ? classes[last] : .stop }

  var isStart: Bool { last < sentence.lowerBound }
}
