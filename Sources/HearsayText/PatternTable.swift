public import HearsayCore
public import HearsayRules

/// Phrases of the rules, each filed under one of its words, so that a thousand cost little more
/// than ten: a pattern is tried only where its trigger stands.
public struct PatternTable<Payload: Sendable>: Sendable {
  enum Step: Sendable {
    case word(WordID)
    case gap
    case slot(PhrasePattern.Slot)
  }

  struct Entry: Sendable {
    var steps: [Step]
    var trigger: Int
    var payload: Payload
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

  private var entries: [Entry] = []
  private var byTrigger: [WordID: [Int]] = [:]

  /// A table without phrases.
  public init() {}

  /// Whether no phrase is in it.
  public var isEmpty: Bool { entries.isEmpty }

  /// Files a phrase; one that cannot be read is left out, since checking the rules reports it.
  public mutating func add(_ pattern: String, _ payload: Payload, _ lexicon: inout Lexicon) {
    guard let pattern = try? PhrasePattern(pattern) else { return }
    for elements in pattern.expansions() {
      let steps = elements.flatMap { step($0, &lexicon) }
      guard let trigger = triggerRow(steps, lexicon) else { continue }
      if case .word(let word) = steps[trigger] {
        byTrigger[word, default: []].append(entries.count)
        entries.append(Entry(steps: steps, trigger: trigger, payload: payload))
      }
    }
  }

  /// The words a stage must look for: forms and lemmas that start a look-up.
  public var triggers: [WordID] { byTrigger.keys.sorted() }

  /// All matches around `token`, longest first, then in file order.
  ///
  /// A word matches a token by its form or by its lemma. `slot` gives the row after a finding that
  /// starts at a token, or `nil`.
  public func matches(
    at token: Int, in tokens: [Token], within bounds: Range<Int>, _ lexicon: Lexicon,
    slot: (PhrasePattern.Slot, Int) -> Int? = { _, _ in nil }
  ) -> [Match] {
    let word = tokens[token].word
    let lemma = lexicon.facts(word).lemma
    var rows = byTrigger[word] ?? []
    if lemma != word { rows += byTrigger[lemma] ?? [] }
    var found: [(row: Int, match: Match)] = []
    for row in rows {
      guard let match = match(entries[row], at: token, tokens, bounds, lexicon, slot) else {
        continue
      }
      found.append((row, match))
    }
    found.sort {
      let sizes = ($0.match.upper - $0.match.lower, $1.match.upper - $1.match.lower)
      return sizes.0 != sizes.1 ? sizes.0 > sizes.1 : $0.row < $1.row
    }
    return found.map(\.match)
  }

  private func step(_ element: PhrasePattern.Element, _ lexicon: inout Lexicon) -> [Step] {
    switch element {
    case .word(let text):
      // A phrase is cut as an article is, so that `U.S.` and `right-wing` find their tokens.
      var tokens: [Token] = []
      tokenise(Array(text.utf8).span, into: &tokens, lexicon: &lexicon)
      return tokens.map { .word($0.word) }
    case .gap: return [.gap]
    case .slot(let slot): return [.slot(slot)]
    case .anyOf, .optional: return []
    }
  }

  /// The longest literal word: a stand-in for the rarest one.
  private func triggerRow(_ steps: [Step], _ lexicon: Lexicon) -> Int? {
    var best: (row: Int, length: Int)?
    for (row, step) in steps.enumerated() {
      guard case .word(let word) = step else { continue }
      let length = lexicon.vocabulary.form(word).count
      if length > best?.length ?? 0 { best = (row, length) }
    }
    return best?.row
  }

  private func match(
    _ entry: Entry, at token: Int, _ tokens: [Token], _ bounds: Range<Int>, _ lexicon: Lexicon,
    _ slot: (PhrasePattern.Slot, Int) -> Int?
  ) -> Match? {
    let fits = { (word: WordID, row: Int) -> Bool in
      let there = tokens[row].word
      return there == word || lexicon.facts(there).lemma == word
    }
    guard
      let upper = forward(
        entry.steps[(entry.trigger + 1)...], token + 1, bounds, fits, slot),
      let lower = backward(entry.steps[..<entry.trigger], token, bounds, fits)
    else { return nil }
    return Match(lower: lower, upper: upper, payload: entry.payload)
  }

  private func forward(
    _ steps: ArraySlice<Step>, _ start: Int, _ bounds: Range<Int>, _ fits: (WordID, Int) -> Bool,
    _ slot: (PhrasePattern.Slot, Int) -> Int?
  ) -> Int? {
    guard let step = steps.first else { return start }
    switch step {
    case .word(let word):
      guard start < bounds.upperBound, fits(word, start) else { return nil }
      return forward(steps.dropFirst(), start + 1, bounds, fits, slot)
    case .slot(let kind):
      guard start < bounds.upperBound, let next = slot(kind, start) else { return nil }
      return forward(steps.dropFirst(), next, bounds, fits, slot)
    case .gap:
      for skipped in 0...5 where start + skipped <= bounds.upperBound {
        if let end = forward(steps.dropFirst(), start + skipped, bounds, fits, slot) { return end }
      }
      return nil
    }
  }

  /// Slots stand to the right of a trigger only where a literal precedes them; one on the left is
  /// looked for token by token from the place where it would end.
  private func backward(
    _ steps: ArraySlice<Step>, _ end: Int, _ bounds: Range<Int>, _ fits: (WordID, Int) -> Bool
  ) -> Int? {
    guard let step = steps.last else { return end }
    switch step {
    case .word(let word):
      guard end > bounds.lowerBound, fits(word, end - 1) else { return nil }
      return backward(steps.dropLast(), end - 1, bounds, fits)
    case .slot, .gap:
      for skipped in 0...5 where end - skipped >= bounds.lowerBound {
        if let lower = backward(steps.dropLast(), end - skipped, bounds, fits) { return lower }
      }
      return nil
    }
  }
}
