import HearsayCore
import HearsayText

/// What every question about a claim is asked of: an article's layers, the tables and the words.
///
/// Behind one reference each, because a copy of the layers in each finder would count references
/// for all of them.
final class ClaimContext: Sendable {
  let draft: ClaimLayers
  let tables: ClaimTables
  let lexicon: ClaimWords
  /// Whether the article names an illness, so that its cases are of people.
  let isOfDisease: Bool
  /// Whether it tells of a kidnapping, so that `taken` says what became of somebody.
  let isOfAbduction: Bool
  /// Whether it names an earthquake, so that a bare 6.8 is its strength.
  let isOfQuake: Bool
  /// Whoever speaks in the article's own voice, where that is a body's statement.
  let ownStatement: ChainStep?

  init(draft: Draft, tables: ClaimTables, lexicon: Lexicon) {
    let words = ClaimWords(lexicon)
    self.draft = ClaimLayers(
      draft, lexicon, CitedSources(draft: draft, tables: tables, lexicon: words))
    self.tables = tables
    self.lexicon = words
    ownStatement = OwnStatement(draft: self.draft, tables: tables, lexicon: words).step()
    isOfAbduction = self.draft.facts.contains { tables.abductionWords.contains($0.lemma) }
    isOfQuake = draft.tokens.contains { tables.quakeNouns.contains($0.word) }
    isOfDisease = draft.tokens.contains { tables.diseases.contains($0.word) }
  }

  /// Lemmas as sorted words, each once.
  func terms(_ lemmas: inout [WordID]) -> [String] {
    lexicon.sort(&lemmas)
    var terms: [String] = []
    terms.reserveCapacity(lemmas.count)
    for lemma in lemmas { terms.append(lexicon.text(lemma)) }
    return terms
  }
}

/// The layers below the claims, read-only.
final class ClaimLayers: Sendable {
  let text: SourceText
  let tokens: [Token]
  /// What is known of each token's word.
  let facts: [WordFacts]
  let classes: [WordClass]
  let sentences: [DraftSentence]
  let quotes: [DraftQuote]
  let quantities: [Placed<Quantity>]
  let quantityUnits: [TokenRange?]
  let ordinals: [Placed<Quantity>]
  let times: [Placed<TimeValue>]
  let timeRelations: [TimeRelation]
  let entities: [Entity]
  let names: [Placed<Int>]
  let attributions: [Attribution]
  let document: DocumentFacts
  let clauses: ClauseLayer
  let verbGroups: [VerbGroup]
  /// The tokens of each attribution's cue; none where it has none.
  let cueTokens: [TokenRange]
  /// What the outlet says itself, and what it gives to each attribution's speaker, with whom that
  /// one cites.
  let outletChain: [ChainStep]
  let chains: [[ChainStep]]
  /// What the name of the article gives to the numbers of its claims.
  private let identity: ClaimIdentity

  init(_ draft: Draft, _ lexicon: Lexicon, _ cited: CitedSources) {
    facts = draft.facts(lexicon)
    text = draft.text
    tokens = draft.tokens
    classes = draft.classes
    sentences = draft.sentences
    quotes = draft.quotes
    quantities = draft.quantities
    quantityUnits = draft.quantityUnits
    ordinals = draft.ordinals
    times = draft.times
    timeRelations = draft.timeRelations
    entities = draft.entities
    names = draft.names
    attributions = draft.attributions
    document = draft.document
    clauses = draft.clauses
    verbGroups = draft.verbGroups
    let cues = draft.attributions.indices.map { row in
      draft.attributions[row].cue.map { draft.tokens(in: $0) } ?? TokenRange(0, 0)
    }
    cueTokens = cues
    let outlet = [
      ChainStep(speaker: Speaker(name: draft.document.outlet ?? "unknown outlet", kind: .outlet))
    ]
    outletChain = outlet
    chains = draft.attributions.indices.map { row in
      let speaker = draft.attributions[row].speaker ?? Speaker(name: "unknown", kind: .unknown)
      let said = ChainStep(
        speaker: speaker, cue: draft.attributions[row].cue.map { draft.text.text($0) },
        strength: draft.attributions[row].strength, saidAt: draft.attributions[row].saidAt,
        range: draft.attributions[row].source)
      return outlet + [said] + (cited.step(row, cue: cues[row]).map { [$0] } ?? [])
    }
    identity = ClaimIdentity(file: draft.text.name)
  }

  /// What names the claims of a sentence, as far as it is the same for all of them.
  func identity(of sentence: DraftSentence) -> ClaimIdentity {
    var identity = identity
    identity.add(text.bytes, bytes(sentence.tokens))
    return identity
  }

  /// The number that names a claim of a sentence.
  func identity(of span: ByteRange, _ layers: SentenceLayers, _ frame: String) -> UInt64 {
    let start = bytes(layers.sentence.tokens).start
    return (layers.identity ?? identity(of: layers.sentence))
      .claim(frame, at: span.start - start)
  }

  /// The bytes from the first to the last token of a range; empty for an empty one.
  func bytes(_ range: TokenRange) -> ByteRange {
    guard range.count > 0, range.end <= tokens.count else { return ByteRange(0, 0) }
    return ByteRange(Int(tokens[range.start].start), tokens[range.end - 1].end)
  }

  /// The words of a token range as printed.
  func words(_ range: TokenRange) -> String { text.text(bytes(range)) }

  /// The first token that starts at or after byte `index`.
  func token(atOrAfter index: Int) -> Int {
    partitionPoint(tokens.count) { Int(tokens[$0].start) < index }
  }

  /// The tokens that lie in a byte range.
  func tokens(in range: ByteRange) -> TokenRange {
    var end = token(atOrAfter: range.start)
    let start = end
    // Most ranges are a few words; a long one is searched from where it begins.
    let near = min(tokens.count, end + 8)
    while end < near, Int(tokens[end].start) < range.end { end += 1 }
    if end == near, end < tokens.count, Int(tokens[end].start) < range.end {
      end = token(atOrAfter: range.end)
    }
    return TokenRange(start, end)
  }

  /// The row of the sentence that holds a token, or `nil` in a zone that is not read.
  func sentence(holding token: Int) -> Int? {
    let low = partitionPoint(sentences.count) { sentences[$0].tokens.end <= token }
    return low < sentences.count && sentences[low].tokens.contains(token) ? low : nil
  }

  /// The ordinals in words that start in a sentence.
  func ordinals(in sentence: TokenRange) -> ArraySlice<Placed<Quantity>> {
    let low = partitionPoint(ordinals.count) { ordinals[$0].tokens.start < sentence.start }
    return ordinals[low...].prefix { $0.tokens.start < sentence.end }
  }
}

/// What is known of the words.
final class ClaimWords: Sendable {
  let lexicon: Lexicon
  let facts: [WordFacts]
  private let heads: [UInt64]

  init(_ lexicon: Lexicon) {
    self.lexicon = lexicon
    facts = lexicon.facts
    heads = lexicon.vocabulary.heads
  }

  /// The facts of a word.
  @inline(__always) func facts(_ word: WordID) -> WordFacts { facts[Int(word)] }

  /// The tags of a word.
  @inline(__always) func tags(_ word: WordID) -> Tags { facts[Int(word)].tags }

  /// The form as text.
  func text(_ word: WordID) -> String { lexicon.text(word) }

  /// The lemma as text.
  func lemma(_ word: WordID) -> String { lexicon.text(facts[Int(word)].lemma) }

  /// Sorts words by their text and leaves out those that are there already.
  func sort(_ words: inout [WordID]) {
    // Many words are in order first, so that putting each in its place stays cheap.
    if words.count > 24 { words.sort { precedes($0, $1) } }
    var count = 0
    for row in words.indices {
      let word = words[row]
      var place = count
      while place > 0, precedes(word, words[place - 1]) { place -= 1 }
      // Equal words stand side by side.
      if place > 0, words[place - 1] == word { continue }
      var from = count
      while from > place {
        words[from] = words[from - 1]
        from -= 1
      }
      words[place] = word
      count += 1
    }
    words.removeLast(words.count - count)
  }

  /// Whether a word's text comes before another's.
  ///
  /// Eight letters decide mostly; letters beyond ASCII are ordered as strings order them.
  @inline(__always)
  private func precedes(_ one: WordID, _ other: WordID) -> Bool {
    if one == other { return false }
    let keys = (heads[Int(one)], heads[Int(other)])
    if keys.0 != keys.1, (keys.0 | keys.1) & 0x8080_8080_8080_8080 == 0 { return keys.0 < keys.1 }
    return lexicon.text(one) < lexicon.text(other)
  }
}

extension ClaimContext {
  /// Whether a token is this one mark of ASCII: a comma, a semicolon.
  @inline(__always)
  func isMark(_ row: Int, _ mark: Unicode.Scalar) -> Bool {
    let token = draft.tokens[row]
    return token.length == 1 && draft.text.bytes[Int(token.start)] == UInt8(ascii: mark)
  }

  /// A dash, a star or a bullet, as it opens an item of a list.
  func isBullet(_ row: Int) -> Bool {
    let kind = draft.tokens[row].kind
    return (kind == .mark || kind == .symbol) && !isMark(row, "(") && !isMark(row, "[")
  }
}

/// A finder that looks at a context.
protocol ClaimFinder {
  var context: ClaimContext { get }
}

extension ClaimFinder {
  @inline(__always) var draft: ClaimLayers { context.draft }
  @inline(__always) var tables: ClaimTables { context.tables }
  @inline(__always) var lexicon: ClaimWords { context.lexicon }

  func isComma(_ row: Int) -> Bool { context.isMark(row, ",") }
  func isSemicolon(_ row: Int) -> Bool { context.isMark(row, ";") }
}
