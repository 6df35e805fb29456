import HearsayCore

/// Where claims are found by what was asked: number, topic, word, outlet.
///
/// Rows are ascending everywhere, so that two lists are joined in one pass.
struct ClaimIndex: Sendable {
  var strings = Interner()
  /// By every number in the words: stated, lower bound, upper bound.
  private(set) var numbers = NumberPostings()
  private(set) var topics = Postings()
  /// By lemma: predicate and the words by which one may ask for a claim.
  private(set) var terms = Postings()
  private(set) var outlets = Postings()
  /// By word of the sentence and the quotation; rows of ``sentences``, not of claims: several
  /// claims often share a sentence.
  private(set) var words = Postings()
  /// The claims by sentence.
  private(set) var sentences = SentenceTable()
  /// Claims that reject another one, or its label, by document.
  private(set) var disputing: [Int: [Int32]] = [:]
  /// Terms by themselves without their last letter or two, to find other forms of a word.
  private var shortened: [String: [Int32]] = [:]

  /// Adds the claims of one article, the first of which lies in row `first`.
  mutating func add(_ claims: [Claim], first: Int, document: Int) {
    var found = SentenceWords(first: sentences.count)
    for (place, claim) in claims.enumerated() {
      add(claim, at: first + place, document)
      let (sentence, isNew) = found.sentence(of: claim.sentence.range)
      sentences.add(first + place, to: sentence)
      if isNew { addWords(claim.sentence.text, sentence, &found) }
      // A quotation or span may reach over the sentence's border.
      if let quote = claim.quote { addWords(quote, sentence, &found) }
      if !claim.sentence.range.contains(claim.span.range) {
        addWords(claim.span.text, sentence, &found)
      }
    }
    for pair in found.sorted { words.add(pair.word, Int(pair.sentence)) }
  }

  private mutating func add(_ claim: Claim, at row: Int, _ document: Int) {
    let number = Int32(truncatingIfNeeded: row)
    if let quantity = claim.proposition.quantity { numbers.add(quantity, number) }
    if let topic = claim.proposition.topic { topics.add(strings.intern(topic), row) }
    for term in claim.proposition.terms { addTerm(term, row) }
    if let predicate = claim.proposition.predicate { addTerm(predicate, row) }
    if claim.disputes != nil || claim.contestsLabel != nil {
      disputing[document, default: []].append(number)
    }
  }

  private mutating func addTerm(_ word: String, _ row: Int) {
    let term = folded(word)
    let id = strings.intern(term)
    if !terms.has(id) {
      for length in 1...2 where term.utf8.count - length > 2 {
        shortened[String(term.dropLast(length)), default: []].append(id)
      }
    }
    terms.add(id, row)
  }

  /// Terms that look like another form of `word`: one or two letters more or less at the end.
  func terms(like word: String) -> [String] {
    var found = (shortened[word] ?? []).map { strings[$0] }
    for length in 1...2 where word.utf8.count - length > 2 {
      let shorter = String(word.dropLast(length))
      if terms.has(strings.id(of: shorter)) { found.append(shorter) }
    }
    return Set(found).filter { sameNoun($0, word) }.sorted()
  }

  mutating func addOutlet(_ outlet: String, _ document: Int) {
    outlets.add(strings.intern(folded(outlet)), document)
  }

  private mutating func addWords(_ text: String, _ sentence: Int, _ found: inout SentenceWords) {
    for word in foldedWords(text) { found.add(strings.intern(word), sentence) }
  }
}

/// The claims that were read from each sentence, in ascending order.
struct SentenceTable: Sendable {
  /// For each sentence its first and last claim; for each claim the next of its sentence, or -1.
  private var ends: [(first: Int32, last: Int32)] = []
  private var next: [Int32] = []
  /// For each claim its sentence.
  private var sentenceOf: [Int32] = []

  var count: Int { ends.count }

  /// How many claims lie in some sentence.
  var claimCount: Int { next.count }

  /// Adds the claim of the next row.
  mutating func add(_ row: Int, to sentence: Int) {
    let row = Int32(truncatingIfNeeded: row)
    next.append(-1)
    sentenceOf.append(Int32(truncatingIfNeeded: sentence))
    if sentence == ends.count {
      ends.append((row, row))
    } else {
      next[Int(ends[sentence].last)] = row
      ends[sentence].last = row
    }
  }

  /// The sentence of a claim.
  func sentence(of row: Int) -> Int32 { sentenceOf[row] }

  /// The rows of the claims of one sentence with a claim, itself among them.
  func rows(withSentenceOf row: Int) -> [Int] { rows(of: sentenceOf[row]) }

  /// The rows of a sentence's claims.
  func rows(of sentence: Int32) -> [Int] {
    var rows: [Int] = []
    var row = ends[Int(sentence)].first
    while row >= 0 {
      rows.append(Int(row))
      row = next[Int(row)]
    }
    return rows
  }
}

/// The words of one article's sentences while it is added.
private struct SentenceWords {
  private let first: Int
  private var known: [ByteRange: Int] = [:]
  private var pairs: [UInt64] = []

  init(first: Int) { self.first = first }

  mutating func sentence(of range: ByteRange) -> (row: Int, isNew: Bool) {
    if let sentence = known[range] { return (sentence, false) }
    let sentence = first + known.count
    known[range] = sentence
    return (sentence, true)
  }

  mutating func add(_ word: Int32, _ sentence: Int) {
    pairs.append(UInt64(UInt32(bitPattern: word)) << 32 | UInt64(sentence))
  }

  /// Each word with its sentences, ascending.
  var sorted: [(word: Int32, sentence: Int32)] {
    pairs.sorted().map {
      (Int32(truncatingIfNeeded: $0 >> 32), Int32(truncatingIfNeeded: $0 & 0xFFFF_FFFF))
    }
  }
}

extension ClaimGraph {
  /// The words under which claims are found, folded.
  package var termsKnown: [String] { index.termsKnown }
}

extension ClaimIndex {
  /// The strings that are terms.
  var termsKnown: [String] {
    strings.strings.indices.filter { terms.has(Int32(truncatingIfNeeded: $0)) }
      .map { strings.strings[$0] }
  }

  /// Sentences that hold all of `wanted`, in any order.
  func sentences(holding wanted: [String]) -> [Int32] {
    var lists = wanted.map { words[strings.id(of: $0)] }
    lists.sort { $0.count < $1.count }
    guard var found = lists.first else { return [] }
    for list in lists.dropFirst() where !found.isEmpty { found = intersection(found, list) }
    return found
  }

  /// Claims one of whose terms is among `lemmas`.
  func rows(withAnyTermOf lemmas: [String]) -> [Int32] {
    lemmas.reduce([]) { union($0, terms[strings.id(of: folded($1))]) }
  }
}
