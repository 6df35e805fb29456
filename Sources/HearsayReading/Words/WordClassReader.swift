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
  let lexicon: Lexicon
  let function: FunctionWords
  let quotes: [DraftQuote]
  var classes: [WordClass]
  /// What is seen of each word form in this article: 1 in lower case, 2 as a name inside a sentence.
  private var seen: [UInt8]
  var sentence = 0..<0
  /// Whether capitals say nothing here: a headline in title case, or all in capitals.
  var titleCase = false
  /// What the clauses around this word have had.
  var clauses = ClauseStack()
  /// Whether an open preposition phrase or object takes the next noun, so that it is no subject.
  private var inPhrase = false
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
  private var unsure: [Int] = []
  /// The clauses around the quotation that is being read.
  private var outside = ClauseStack()

  init(_ draft: Draft, _ tables: WordTables, _ lexicon: Lexicon) {
    tokens = draft.tokens
    self.lexicon = lexicon
    function = tables.function
    quotes = draft.quotes
    classes = Array(repeating: .other, count: draft.tokens.count)
    seen = Array(repeating: 0, count: lexicon.facts.count)
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
      if !capital { seen[Int(token.word)] |= 1 }
      if capital, row > range.start, tokens[row - 1].kind == .word { seen[Int(token.word)] |= 2 }
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

  /// Keeps what later words ask for.
  private mutating func follow(_ row: Int) {
    let kind = classes[row]
    switch kind {
    case .adverb, .negation: return
    case .subordinator: open(0)
    case .relative, .whWord: open(ClauseStack.subject)
    case .conjunction: followConjunction(row)
    case .mark: followMark(row)
    case .quote: followQuote(row)
    case .preposition: followPreposition(row)
    case .subjectPronoun: followSubject(row)
    case .determiner, .possessive:
      if lastClass.isNominal { inPhrase = false }
    case .noun, .name, .number:
      if lastClass == .day { inPhrase = false }
      if !inPhrase { clauses.set(ClauseStack.subject) }
    case .to:
      inPhrase = true
      lastVerb = .to
    default: if kind.isVerb || kind.isAuxiliary { followVerb(row, kind) }
    }
    last = row
  }

  /// After a comma and a conjunction another clause is as likely as another verb.
  private mutating func followConjunction(_ row: Int) {
    let comma = row > sentence.lowerBound && tokens[row - 1].kind == .mark
    if comma { clauses.resume() } else { clauses.coordinate() }
  }

  private mutating func followPreposition(_ row: Int) {
    let clause = can(row).has(.subordinator)
    if clause { clauses.open(ClauseStack.unsure) }
    inPhrase = !clause
  }

  private mutating func open(_ flags: UInt64) {
    clauses.open(flags)
    inPhrase = false
    inverted = .other
  }

  /// `he` after a verb that is no object: a new clause.
  private mutating func followSubject(_ row: Int) {
    inPhrase = false
    let clear = !can(row).hasAny(WordClasses(.determiner, .objectPronoun))
    if clear, clauses.hasFinite, !clauses.isCoordinated, inverted == .other {
      clauses.open(ClauseStack.subject)
    } else {
      clauses.set(ClauseStack.subject)
    }
  }

  private mutating func followVerb(_ row: Int, _ kind: WordClass) {
    inPhrase = false
    if isFinite(row, kind) {
      inverted = kind.isAuxiliary && subjectFollows(row) ? kind : .other
      clauses.finite()
      lastVerb = kind
      // `, said one person briefed on it`: what follows is the subject.
      let isInverted = lastClass == .mark || lastClass == .quote
      if tags(row).has(.clauseVerb), !isInverted { clauses.open(ClauseStack.content) }
    } else {
      if kind == .verbBase, lastVerb != .to { lastVerb = .modal }
      if kind == .verbParticiple || kind == .verbIng {
        lastVerb = lastClass == .have || lastClass == .be ? lastClass : kind
        if tags(row).has(.clauseVerb), lastClass.isAuxiliary { clauses.open(ClauseStack.content) }
      }
      if inverted != .other, lastClass.isNominal { inverted = .other }
      inPhrase = true
    }
  }

  /// Whether the verb or auxiliary just classified makes a clause complete.
  private func isFinite(_ row: Int, _ kind: WordClass) -> Bool {
    let before = lastClass
    switch kind {
    case .verbPast, .verbS, .modal: return true
    case .verbBase:
      if before.isAuxiliary || before == .to || inverted != .other { return false }
      return before != .conjunction || lastVerb != .to && lastVerb != .modal
    case .be, .have, .doAuxiliary:
      if before == .to || before == .modal || before == .have && kind == .be { return false }
      return !can(row).hasAny(WordClasses(.verbIng))
        && (!can(row).has(.verbParticiple) || can(row).has(.verbPast))
    default: return false
    }
  }

  /// Whether a subject stands right after an auxiliary that has none before it.
  private func subjectFollows(_ row: Int) -> Bool {
    switch lastClass {
    case .stop, .mark, .quote, .conjunction, .whWord, .adverb: break
    default: return false
    }
    guard row + 1 < sentence.upperBound else { return false }
    let next = can(row + 1)
    return next.hasAny(WordClasses(.subjectPronoun, .determiner, .possessive))
      || next.isEmpty || tokens[row + 1].flags.contains(.capital)
  }

  private mutating func followMark(_ row: Int) {
    if isHyphen(row) { return }
    inPhrase = false
    inverted = .other
    switch lexicon.vocabulary.firstByte(tokens[row].word) {
    case UInt8(ascii: ";"), UInt8(ascii: ":"): clauses.reset()
    default: clauses.closeComplete()
    }
  }

  /// A long quotation is read by itself; a short one is part of its clause.
  private mutating func followQuote(_ row: Int) {
    guard marks[row] & QuoteMark.long != 0 else { return }
    inPhrase = false
    if marks[row] & QuoteMark.opens != 0 {
      outside = clauses
      clauses.reset()
    } else {
      clauses = outside
      clauses.closeComplete()
    }
  }

  func can(_ row: Int) -> WordClasses {
    guard tokens[row].kind == .word else { return WordClasses() }
    return WordClasses(lexicon.facts(tokens[row].word).classes)
  }

  func tags(_ row: Int) -> Tags { lexicon.tags(tokens[row].word) }

  func isHyphen(_ row: Int) -> Bool {
    tokens[row].kind == .mark && tokens[row].length == 1
      && !tokens[row].flags.contains(.spaced) && row + 1 < tokens.count
      && !tokens[row + 1].flags.contains(.spaced) && tokens[row + 1].kind != .quote
      && lexicon.vocabulary.form(tokens[row].word).first == UInt8(ascii: "-")
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

  private func classify(_ row: Int) -> WordClass {
    let token = tokens[row]
    switch token.kind {
    case .number: return .number
    case .stop: return .stop
    case .quote: return isPossessiveMark(row) ? .genitive : .quote
    case .symbol:
      return lexicon.vocabulary.form(token.word).first == UInt8(ascii: "%") ? .noun : .number
    case .mark: return isHyphen(row) ? hyphenClass(row) : .mark
    case .other: return .other
    case .word: return classifyWord(row)
    }
  }

  /// `prisoners’ families`: an apostrophe that closes no quotation, after an s.
  private func isPossessiveMark(_ row: Int) -> Bool {
    guard row > sentence.lowerBound, !tokens[row].flags.contains(.spaced),
      marks[row] == 0, tokens[row - 1].kind == .word
    else { return false }
    let form = lexicon.vocabulary.form(tokens[row].word)
    let single = form.count == 1 || form.elementsEqual([0xE2, 0x80, 0x99])
    let before = lexicon.vocabulary.form(tokens[row - 1].word).last
    return single && form.first != UInt8(ascii: "\"") && before == UInt8(ascii: "s")
  }

  /// A hyphen takes the class of what it joins, so that a group is not torn: `Al-Amin`, `well-known`.
  private func hyphenClass(_ row: Int) -> WordClass {
    guard row > sentence.lowerBound else { return .mark }
    switch classes[row - 1] {
    case .name, .noun, .number: return classes[row - 1]
    default: return .adjective
    }
  }

  private func classifyWord(_ row: Int) -> WordClass {
    let classes = can(row)
    if row > sentence.lowerBound, isHyphen(row - 1), row + 1 < sentence.upperBound,
      isHyphen(row + 1), !isPrefix(row - 2)
    {
      return isName(row, classes) ? .name : .adjective
    }
    if tokens[row].flags.contains(.clitic) || classes.hasAny(.closed) {
      if let kind = closedClass(row, classes) { return kind }
    }
    if row + 1 < sentence.upperBound, isHyphen(row + 1) { return beforeHyphen(row, classes) }
    if row > sentence.lowerBound, isHyphen(row - 1), !isPrefix(row - 2) {
      return afterHyphen(row, classes)
    }
    if isName(row, classes) { return .name }
    if row == sentence.lowerBound, classes.has(.adjective), classes.hasAny(.verbs),
      row + 1 < sentence.upperBound, tokens[row + 1].flags.contains(.capital)
    {
      return .adjective
    }
    return openClass(row, classes)
  }

  private func isPrefix(_ row: Int) -> Bool {
    row >= sentence.lowerBound && tags(row).has(.hyphenPrefix)
  }

  private func beforeHyphen(_ row: Int, _ classes: WordClasses) -> WordClass {
    if isName(row, classes) { return .name }
    return classes.has(.noun) ? .noun : .adjective
  }

  private func afterHyphen(_ row: Int, _ classes: WordClasses) -> WordClass {
    if isName(row, classes), classes.isEmpty || classes.has(.noun) { return .name }
    if classes.has(.verbParticiple) || classes.has(.verbIng) || classes.has(.adjective) {
      return classes.has(.noun) && !nominalFollows(row) ? .noun : .adjective
    }
    return .noun
  }

  func nominalFollows(_ row: Int) -> Bool {
    guard row + 1 < sentence.upperBound else { return false }
    let kind = tokens[row + 1].kind
    if kind == .number { return true }
    guard kind == .word else { return false }
    let next = can(row + 1)
    if next.isEmpty || next.has(.noun) || next.has(.number) { return true }
    if next.hasAny(.closed) { return false }
    return next.has(.adjective) || tokens[row + 1].flags.contains(.capital)
  }

  /// A capital where a capital says something, or a known name at the start of a sentence.
  private func isName(_ row: Int, _ classes: WordClasses) -> Bool {
    let token = tokens[row]
    guard token.flags.contains(.capital) else { return false }
    if titleCase { return classes.isEmpty || classes == WordClasses(.noun) && seenAs(row) == 2 }
    if !startsSentence(row) { return true }
    let known = seenAs(row)
    if known & 2 != 0, known & 1 == 0 { return true }
    if classes.isEmpty { return known & 1 == 0 }
    if token.flags.contains(.allCapitals), token.length > 2, known & 1 == 0 { return true }
    return known & 1 == 0 && followedByName(row) && isGuess(row)
  }

  private func seenAs(_ row: Int) -> UInt8 {
    let word = Int(tokens[row].word)
    return word < seen.count ? seen[word] : 0
  }

  /// Whether only the ending speaks for the classes of this word.
  func isGuess(_ row: Int) -> Bool { Int(tokens[row].word) >= lexicon.frozenCount }

  private func followedByName(_ row: Int) -> Bool {
    guard row + 1 < sentence.upperBound else { return false }
    let next = tokens[row + 1]
    if next.flags.contains(.capital) { return true }
    if next.kind == .mark { return true }
    let classes = can(row + 1)
    return classes.has(.verbPast) || classes.has(.verbS) || classes.has(.be) || classes.has(.have)
      || next.flags.contains(.clitic)
  }

  private func startsSentence(_ row: Int) -> Bool {
    if row == sentence.lowerBound { return true }
    let before = row - 1
    if tokens[before].kind == .quote {
      return before == sentence.lowerBound || quotes.isEmpty || opensQuote(before)
    }
    return row == sentence.lowerBound + 1 && tokens[before].kind == .mark
  }

  private func opensQuote(_ row: Int) -> Bool {
    guard marks[row] != 0 else { return true }
    return row + 1 < tokens.count && !tokens[row + 1].flags.contains(.spaced)
  }

  /// Of two readings of `as`, `before`, `since`, the one that opens a clause, if a clause follows.
  private mutating func reconsider(_ row: Int) {
    if tokens[row].word == function.than, row + 1 < sentence.upperBound,
      classes[row + 1] == .number
    {
      return
    }
    var here = row + 1
    var head = false
    let end = min(sentence.upperBound, row + 12)
    while here < end {
      let kind = classes[here]
      if kind.isNominal {
        head = true
      } else if !kind.isPremodifier, kind != .adverb,
        !(kind == .preposition && tokens[here].word == function.of)
      {
        break
      }
      here += 1
    }
    guard head, here < end else { return }
    switch classes[here] {
    case .verbPast, .verbS, .be, .have, .modal, .doAuxiliary: classes[row] = .subordinator
    case .verbBase where classes[here - 1] != .number: classes[row] = .subordinator
    default: break
    }
  }
}
