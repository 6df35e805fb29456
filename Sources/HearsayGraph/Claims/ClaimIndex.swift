import HearsayCore

/// Where claims are found by what was asked: number, topic, word, speaker, day.
///
/// Rows are ascending everywhere, so that two lists are joined in one pass.
struct ClaimIndex: Sendable {
  var strings = Interner()
  /// By every number in the words: stated, lower bound, upper bound.
  private(set) var numbers: [ExactNumber: [Int32]] = [:]
  private(set) var topics = Postings()
  /// By lemma: predicate and the words by which one may ask for a claim.
  private(set) var terms = Postings()
  /// By the canonical name of every step of the chain.
  private(set) var speakers = Postings()
  private(set) var outlets = Postings()
  private(set) var days: [Day: [Int32]] = [:]
  /// By word of the sentence and the quotation; rows of ``sentences``, not of claims: several
  /// claims often share a sentence.
  private(set) var words = Postings()
  /// For each sentence its first and last claim.
  private(set) var sentences: [SentenceClaims] = []
  /// Claims that reject another one, or its label, by document.
  private(set) var disputing: [Int: [Int32]] = [:]
  /// Terms by themselves without their last letter or two, to find other forms of a word.
  private var shortened: [String: [Int32]] = [:]

  /// The claims that were read from one sentence.
  struct SentenceClaims: Sendable {
    var document: Int
    var range: ByteRange
    var rows: [Int32]
  }

  private var sentenceRows: [SentenceKey: Int32] = [:]

  private struct SentenceKey: Hashable {
    var document: Int
    var range: ByteRange
  }

  mutating func add(
    _ claim: Claim, at row: Int, day: Day?, canonical: (String) -> String
  ) {
    let number = Int32(truncatingIfNeeded: row)
    if let quantity = claim.proposition.quantity { addNumbers(of: quantity, number) }
    if let topic = claim.proposition.topic { topics.add(strings.intern(topic), row) }
    for term in claim.proposition.terms { addTerm(term, row) }
    if let predicate = claim.proposition.predicate { addTerm(predicate, row) }
    for step in claim.chain {
      speakers.add(strings.intern(folded(canonical(step.speaker.name))), row)
    }
    if let day { days[day, default: []].append(number) }
    if claim.disputes != nil || claim.contestsLabel != nil {
      disputing[claim.document, default: []].append(number)
    }
    addWords(of: claim, number)
  }

  private mutating func addTerm(_ word: String, _ row: Int) {
    let term = folded(word)
    let id = strings.intern(term)
    if terms[id].isEmpty {
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
      if !terms[strings.id(of: shorter)].isEmpty { found.append(shorter) }
    }
    return Set(found).filter { sameNoun($0, word) }.sorted()
  }

  /// Rows of a number between the bounds of an interval; a question for a range looks through the
  /// different numbers of the corpus, not through its claims.
  func rows(withNumberIn interval: Interval) -> [Int32] {
    numbers.keys.filter { interval.contains($0) }.sorted().reduce([]) { rows, number in
      union(rows, numbers[number] ?? [])
    }
  }

  mutating func addOutlet(_ outlet: String, _ document: Int) {
    outlets.add(strings.intern(folded(outlet)), document)
  }

  private mutating func addNumbers(of quantity: Quantity, _ row: Int32) {
    let all = [quantity.stated, quantity.interval.low, quantity.interval.high].compactMap { $0 }
    for number in Set(all) { numbers[number, default: []].append(row) }
  }

  private mutating func addWords(of claim: Claim, _ row: Int32) {
    let key = SentenceKey(document: claim.document, range: claim.sentence.range)
    if let known = sentenceRows[key] {
      sentences[Int(known)].rows.append(row)
    } else {
      sentenceRows[key] = Int32(truncatingIfNeeded: sentences.count)
      sentences.append(
        SentenceClaims(document: key.document, range: key.range, rows: [row]))
      addWords(claim.sentence.text, sentences.count - 1)
    }
    // A quotation or span may reach over the sentence's border.
    let sentence = sentenceRows[key].map(Int.init) ?? 0
    if let quote = claim.quote { addWords(quote, sentence) }
    if !claim.sentence.range.contains(claim.span.range) { addWords(claim.span.text, sentence) }
  }

  private mutating func addWords(_ text: String, _ sentence: Int) {
    for word in foldedWords(text) { words.add(strings.intern(word), sentence) }
  }
}

extension ClaimIndex {
  /// Sentences that hold all of `wanted`, in any order.
  func sentences(holding wanted: [String]) -> [Int32] {
    var lists = wanted.map { words[strings.id(of: $0)] }
    lists.sort { $0.count < $1.count }
    guard var found = lists.first else { return [] }
    for list in lists.dropFirst() { found = intersection(found, list) }
    return found
  }

  /// Claims one of whose terms is among `lemmas`.
  func rows(withAnyTermOf lemmas: [String]) -> [Int32] {
    lemmas.reduce([]) { union($0, terms[strings.id(of: folded($1))]) }
  }
}
