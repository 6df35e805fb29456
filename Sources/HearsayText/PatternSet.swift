public import HearsayCore
public import HearsayRules

/// The phrases of a ``PatternTable``, cut into steps and filed by word.
public struct PatternSet: Sendable {
  /// One step of a phrase; a gap or slot has no word.
  struct Step: Sendable {
    enum Kind: UInt8, Sendable { case word, gap, number, name, population, people, date }
    var kind: Kind
    var word: WordID = 0
  }

  struct Entry: Sendable {
    /// Its steps in the table's one array of steps.
    var lower: Int32
    var upper: Int32
    /// The row of the trigger among the steps.
    var trigger: Int32
  }

  /// Where the phrase of an entry matched, in rows of tokens.
  public struct Match: Sendable {
    /// The entry.
    public let row: Int
    /// The first token.
    public let lower: Int
    /// One past the last token.
    public let upper: Int
  }

  private(set) var steps: [Step] = []
  private(set) var entries: [Entry] = []
  /// For each word the first and last entry filed under it; -1 for none.
  private var ends: [(first: Int32, last: Int32)] = []
  /// For each entry the next one filed under the same word.
  private var nexts: [Int32] = []
  /// The phrases as the rules write them, and for each entry the row of its own: for `why`.
  private(set) var written: [String] = []
  private(set) var writtenRows: [Int32] = []

  /// Files a phrase, each way of reading it as an entry; returns how many there are, `nil` where it
  /// cannot be read.
  mutating func add(_ pattern: String, _ lexicon: inout Lexicon) -> Int? {
    guard let parsed = try? PhrasePattern(pattern) else { return nil }
    let before = entries.count
    written.append(pattern)
    for elements in parsed.expansions(limit: 4096) {
      var own: [Step] = []
      for element in elements { append(element, to: &own, &lexicon) }
      guard let trigger = triggerRow(own, lexicon) else { continue }
      file(own[trigger].word)
      let lower = Int32(truncatingIfNeeded: steps.count)
      entries.append(
        Entry(
          lower: lower, upper: lower + Int32(truncatingIfNeeded: own.count),
          trigger: lower + Int32(truncatingIfNeeded: trigger)))
      steps += own
      writtenRows.append(Int32(truncatingIfNeeded: written.count - 1))
    }
    return entries.count - before
  }

  /// Files the entry that comes next under a word, behind those that are there.
  private mutating func file(_ word: WordID) {
    while ends.count <= Int(word) { ends.append((-1, -1)) }
    let own = Int32(truncatingIfNeeded: entries.count)
    let last = ends[Int(word)].last
    if last >= 0 { nexts[Int(last)] = own } else { ends[Int(word)].first = own }
    ends[Int(word)].last = own
    nexts.append(-1)
  }

  private func first(filedUnder word: WordID) -> Int {
    Int(word) < ends.count ? Int(ends[Int(word)].first) : -1
  }

  /// The entries filed under a word, in file order.
  func rows(filedUnder word: WordID) -> [Int] {
    Array(sequence(first: first(filedUnder: word)) { Int(nexts[$0]) }.prefix { $0 >= 0 })
  }

  var triggers: [WordID] {
    ends.indices.filter { ends[$0].first >= 0 }.map { WordID(truncatingIfNeeded: $0) }
  }

  /// Adds all matches around `token` to `found`, longest first, then in file order.
  public func find(
    at token: Int, in tokens: [Token], within bounds: Range<Int>, _ facts: [WordFacts],
    into found: inout [Match], slot: (PhrasePattern.Slot, Int) -> Int? = { _, _ in nil }
  ) {
    let before = found.count
    let word = tokens[token].word
    let lemma = facts[Int(word)].lemma
    tryAll(filedUnder: word, at: token, tokens, bounds, facts, &found, slot)
    if lemma != word { tryAll(filedUnder: lemma, at: token, tokens, bounds, facts, &found, slot) }
    if found.count - before > 1 {
      found[before...].sort {
        let sizes = ($0.upper - $0.lower, $1.upper - $1.lower)
        return sizes.0 != sizes.1 ? sizes.0 > sizes.1 : $0.row < $1.row
      }
    }
  }

  private func tryAll(
    filedUnder word: WordID, at token: Int, _ tokens: [Token], _ bounds: Range<Int>,
    _ facts: [WordFacts], _ found: inout [Match], _ slot: (PhrasePattern.Slot, Int) -> Int?
  ) {
    var row = first(filedUnder: word)
    while row >= 0 {
      let entry = entries[row]
      if let upper = forward(
        Int(entry.trigger) + 1, Int(entry.upper), token + 1, tokens, bounds, facts, slot),
        let lower = backward(Int(entry.lower), Int(entry.trigger), token, tokens, bounds, facts)
      {
        found.append(Match(row: row, lower: lower, upper: upper))
      }
      row = Int(nexts[row])
    }
  }

  private func append(
    _ element: PhrasePattern.Element, to own: inout [Step], _ lexicon: inout Lexicon
  ) {
    switch element {
    case .word(let text):
      // A phrase is cut as an article is, so that `U.S.` and `right-wing` find their tokens.
      var tokens: [Token] = []
      tokenise(Array(text.utf8).span, into: &tokens, lexicon: &lexicon)
      own += tokens.map { Step(kind: .word, word: $0.word) }
    case .gap: own.append(Step(kind: .gap))
    case .slot(let slot): own.append(Step(kind: Step.Kind(slot)))
    case .anyOf, .optional: break
    }
  }

  /// The longest literal word: a stand-in for the rarest one.
  private func triggerRow(_ own: [Step], _ lexicon: Lexicon) -> Int? {
    var best: (row: Int, length: Int)?
    for (row, step) in own.enumerated() where step.kind == .word {
      let length = lexicon.vocabulary.form(step.word).count
      if length > best?.length ?? 0 { best = (row, length) }
    }
    return best?.row
  }

  private func fits(_ step: Step, _ token: Token, _ facts: [WordFacts]) -> Bool {
    token.word == step.word || facts[Int(token.word)].lemma == step.word
  }

  func forward(
    _ row: Int, _ end: Int, _ start: Int, _ tokens: [Token], _ bounds: Range<Int>,
    _ facts: [WordFacts], _ slot: (PhrasePattern.Slot, Int) -> Int?
  ) -> Int? {
    guard row < end else { return start }
    let step = steps[row]
    switch step.kind {
    case .word:
      guard start < bounds.upperBound, fits(step, tokens[start], facts) else { return nil }
      return forward(row + 1, end, start + 1, tokens, bounds, facts, slot)
    case .gap:
      for skipped in 0...5 where start + skipped <= bounds.upperBound {
        let found = forward(row + 1, end, start + skipped, tokens, bounds, facts, slot)
        if let found { return found }
      }
      return nil
    case .number, .name, .population, .people, .date:
      guard start < bounds.upperBound, let kind = step.kind.slot, let next = slot(kind, start)
      else { return nil }
      return forward(row + 1, end, next, tokens, bounds, facts, slot)
    }
  }

  /// Leftwards from the trigger; a gap or slot takes up to five tokens.
  func backward(
    _ lower: Int, _ row: Int, _ end: Int, _ tokens: [Token], _ bounds: Range<Int>,
    _ facts: [WordFacts]
  ) -> Int? {
    guard row > lower else { return end }
    let step = steps[row - 1]
    if step.kind == .word {
      guard end > bounds.lowerBound, fits(step, tokens[end - 1], facts) else { return nil }
      return backward(lower, row - 1, end - 1, tokens, bounds, facts)
    }
    for skipped in 0...5 where end - skipped >= bounds.lowerBound {
      let found = backward(lower, row - 1, end - skipped, tokens, bounds, facts)
      if let found { return found }
    }
    return nil
  }
}

extension PatternSet.Step.Kind {
  init(_ slot: PhrasePattern.Slot) {
    switch slot {
    case .number: self = .number
    case .name: self = .name
    case .population: self = .population
    case .people: self = .people
    case .date: self = .date
    }
  }

  var slot: PhrasePattern.Slot? {
    switch self {
    case .word, .gap: nil
    case .number: .number
    case .name: .name
    case .population: .population
    case .people: .people
    case .date: .date
    }
  }
}
