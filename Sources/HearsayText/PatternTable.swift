public import HearsayCore
public import HearsayRules

/// Phrases of the rules, each filed under one of its words, so that a thousand cost little more
/// than ten: a pattern is tried only where its trigger stands.
public struct PatternTable<Payload: Sendable>: Sendable {
  /// One step of a phrase; a gap or slot has no word.
  struct Step: Sendable {
    enum Kind: UInt8, Sendable { case word, gap, number, name, population, date }
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

  /// Where a pattern matched, in rows of tokens, and what it stands for.
  public struct Match: Sendable {
    /// The first token.
    public let lower: Int
    /// One past the last token.
    public let upper: Int
    /// What the pattern stands for.
    public let payload: Payload
  }

  private(set) var steps: [Step] = []
  private(set) var entries: [Entry] = []
  private(set) var payloads: [Payload] = []
  private(set) var byTrigger: [WordID: [Int32]] = [:]
  /// The phrases as the rules write them, and for each entry the row of its own: for `why`.
  private(set) var written: [String] = []
  private(set) var writtenRows: [Int32] = []
  private(set) var writtenPayloads: [Payload] = []

  /// A table without phrases.
  public init() {}

  /// Whether no phrase is in it.
  public var isEmpty: Bool { entries.isEmpty }

  /// Files a phrase; one that cannot be read is left out, since checking the rules reports it.
  public mutating func add(_ pattern: String, _ payload: Payload, _ lexicon: inout Lexicon) {
    guard let parsed = try? PhrasePattern(pattern) else { return }
    written.append(pattern)
    writtenPayloads.append(payload)
    for elements in parsed.expansions(limit: 4096) {
      var own: [Step] = []
      for element in elements { append(element, to: &own, &lexicon) }
      guard let trigger = triggerRow(own, lexicon) else { continue }
      let lower = Int32(truncatingIfNeeded: steps.count)
      byTrigger[own[trigger].word, default: []].append(Int32(truncatingIfNeeded: entries.count))
      entries.append(
        Entry(
          lower: lower, upper: lower + Int32(truncatingIfNeeded: own.count),
          trigger: lower + Int32(truncatingIfNeeded: trigger)))
      steps += own
      payloads.append(payload)
      writtenRows.append(Int32(truncatingIfNeeded: written.count - 1))
    }
  }

  /// The words a stage must look for: forms and lemmas that start a look-up.
  public var triggers: [WordID] { byTrigger.keys.sorted() }

  /// All matches around `token`, longest first, then in file order.
  ///
  /// A word matches a token by its form or by its lemma. `slot` gives the row after a finding that
  /// starts at a token, or `nil`.
  ///
  /// - Complexity: O(*p*) for *p* phrases filed under the token's form or lemma.
  public func matches(
    at token: Int, in tokens: [Token], within bounds: Range<Int>, _ lexicon: Lexicon,
    slot: (PhrasePattern.Slot, Int) -> Int? = { _, _ in nil }
  ) -> [Match] {
    let word = tokens[token].word
    let lemma = lexicon.facts(word).lemma
    var found: [(row: Int32, lower: Int, upper: Int)] = []
    for key in lemma == word ? [word] : [word, lemma] {
      guard let rows = byTrigger[key] else { continue }
      for row in rows {
        let entry = entries[Int(row)]
        guard
          let upper = forward(
            Int(entry.trigger) + 1, Int(entry.upper), token + 1, tokens, bounds, lexicon, slot),
          let lower = backward(Int(entry.lower), Int(entry.trigger), token, tokens, bounds, lexicon)
        else { continue }
        found.append((row, lower, upper))
      }
    }
    if found.count > 1 {
      found.sort {
        let sizes = ($0.upper - $0.lower, $1.upper - $1.lower)
        return sizes.0 != sizes.1 ? sizes.0 > sizes.1 : $0.row < $1.row
      }
    }
    return found.map { Match(lower: $0.lower, upper: $0.upper, payload: payloads[Int($0.row)]) }
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

  private func fits(_ step: Step, _ token: Token, _ lexicon: Lexicon) -> Bool {
    token.word == step.word || lexicon.facts(token.word).lemma == step.word
  }

  func forward(
    _ row: Int, _ end: Int, _ start: Int, _ tokens: [Token], _ bounds: Range<Int>,
    _ lexicon: Lexicon, _ slot: (PhrasePattern.Slot, Int) -> Int?
  ) -> Int? {
    guard row < end else { return start }
    let step = steps[row]
    switch step.kind {
    case .word:
      guard start < bounds.upperBound, fits(step, tokens[start], lexicon) else { return nil }
      return forward(row + 1, end, start + 1, tokens, bounds, lexicon, slot)
    case .gap:
      for skipped in 0...5 where start + skipped <= bounds.upperBound {
        let found = forward(row + 1, end, start + skipped, tokens, bounds, lexicon, slot)
        if let found { return found }
      }
      return nil
    case .number, .name, .population, .date:
      guard start < bounds.upperBound, let kind = step.kind.slot, let next = slot(kind, start)
      else { return nil }
      return forward(row + 1, end, next, tokens, bounds, lexicon, slot)
    }
  }

  /// Leftwards from the trigger; a gap or slot takes up to five tokens.
  func backward(
    _ lower: Int, _ row: Int, _ end: Int, _ tokens: [Token], _ bounds: Range<Int>,
    _ lexicon: Lexicon
  ) -> Int? {
    guard row > lower else { return end }
    let step = steps[row - 1]
    if step.kind == .word {
      guard end > bounds.lowerBound, fits(step, tokens[end - 1], lexicon) else { return nil }
      return backward(lower, row - 1, end - 1, tokens, bounds, lexicon)
    }
    for skipped in 0...5 where end - skipped >= bounds.lowerBound {
      let found = backward(lower, row - 1, end - skipped, tokens, bounds, lexicon)
      if let found { return found }
    }
    return nil
  }
}

extension PatternTable.Step.Kind {
  init(_ slot: PhrasePattern.Slot) {
    switch slot {
    case .number: self = .number
    case .name: self = .name
    case .population: self = .population
    case .date: self = .date
    }
  }

  var slot: PhrasePattern.Slot? {
    switch self {
    case .word, .gap: nil
    case .number: .number
    case .name: .name
    case .population: .population
    case .date: .date
    }
  }
}
