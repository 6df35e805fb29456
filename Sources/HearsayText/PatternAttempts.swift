public import HearsayCore
internal import HearsayRules

/// How far a phrase of the rules came at one place: for `why`, never while articles are read.
public struct PatternAttempt<Payload: Sendable>: Sendable {
  /// Where a phrase stopped.
  public struct Failure: Hashable, Sendable {
    /// The element that did not fit, from 1.
    public let element: Int
    /// How many elements there are.
    public let count: Int
    /// What stands there in the rules: `go`, `...`.
    public let wanted: String
    /// The first token that was looked at, and one past the last; none at the end of a sentence.
    public let looked: Range<Int>
  }

  /// The phrase as the rules write it.
  public let written: String
  /// The way of reading it that was tried, its elements with spaces between.
  public let reading: String
  /// What it stands for.
  public let payload: Payload
  /// The tokens it covers; where it failed, those that fit.
  public let tokens: Range<Int>
  /// Where it stopped; `nil` when it matched.
  public let failure: Failure?
}

extension PatternTable {
  /// What came of every phrase filed under the word at `token`: those that match first, then those
  /// that came furthest.
  ///
  /// It asks the same functions as ``matches(at:in:within:_:slot:)``: an element failed when the
  /// phrase matches up to the one before it and no further.
  public func attempts(
    at token: Int, in tokens: [Token], within bounds: Range<Int>, _ lexicon: Lexicon
  ) -> [PatternAttempt<Payload>] {
    let word = tokens[token].word
    let lemma = lexicon.facts(word).lemma
    var found: [PatternAttempt<Payload>] = []
    for key in lemma == word ? [word] : [word, lemma] {
      for row in patterns.rows(filedUnder: key) {
        found.append(attempt(row, at: token, in: tokens, within: bounds, lexicon))
      }
    }
    return found
  }

  /// The phrases that hold a word of the sentence but are filed under one that it does not have:
  /// they were never tried.
  public func untried(
    in tokens: [Token], within bounds: Range<Int>, _ lexicon: Lexicon,
    where isWanted: (Payload) -> Bool
  ) -> [(written: String, payload: Payload, missing: String)] {
    var words: Set<WordID> = []
    for row in bounds {
      words.insert(tokens[row].word)
      words.insert(lexicon.facts(tokens[row].word).lemma)
    }
    var found: [(written: String, payload: Payload, missing: String)] = []
    for (row, entry) in patterns.entries.enumerated() where isWanted(payloads[row]) {
      let trigger = patterns.steps[Int(entry.trigger)].word
      let own = patterns.steps[Int(entry.lower)..<Int(entry.upper)]
      let isNear = own.contains { $0.kind == .word && words.contains($0.word) }
      guard isNear, !words.contains(trigger) else { continue }
      found.append(
        (patterns.written[Int(patterns.writtenRows[row])], payloads[row], lexicon.text(trigger)))
    }
    return found
  }

  /// The phrases, by their rows in ``phrases``, that match around `token`, with the tokens they cover.
  ///
  /// As ``matches(at:in:within:_:slot:)``, but it says which phrase it was.
  public func matchedPhrases(
    at token: Int, in tokens: [Token], within bounds: Range<Int>, _ lexicon: Lexicon
  ) -> [(row: Int, tokens: Range<Int>, payload: Payload)] {
    var found: [PatternSet.Match] = []
    patterns.find(at: token, in: tokens, within: bounds, lexicon.facts, into: &found)
    return found.map {
      (Int(patterns.writtenRows[$0.row]), $0.lower..<$0.upper, payloads[$0.row])
    }
  }

  /// Every phrase as written, with what it stands for, in the order it was filed.
  public var phrases: [(written: String, payload: Payload)] {
    zip(patterns.written, writtenPayloads).map { ($0, $1) }
  }

  private func attempt(
    _ row: Int, at token: Int, in tokens: [Token], within bounds: Range<Int>, _ lexicon: Lexicon
  ) -> PatternAttempt<Payload> {
    let entry = patterns.entries[row]
    let (lower, upper, trigger) = (Int(entry.lower), Int(entry.upper), Int(entry.trigger))
    let none: (PhrasePattern.Slot, Int) -> Int? = { _, _ in nil }
    func reach(_ end: Int) -> Int? {
      patterns.forward(trigger + 1, end, token + 1, tokens, bounds, lexicon.facts, none)
    }
    func reachBack(_ start: Int) -> Int? {
      patterns.backward(start, trigger, token, tokens, bounds, lexicon.facts)
    }
    func result(_ range: Range<Int>, _ failure: PatternAttempt<Payload>.Failure?)
      -> PatternAttempt<Payload>
    {
      PatternAttempt(
        written: patterns.written[Int(patterns.writtenRows[row])],
        reading: (lower..<upper).map { text($0, lexicon) }.joined(separator: " "),
        payload: payloads[row], tokens: range, failure: failure)
    }
    var (first, last) = (token, token + 1)
    // Leftwards: the last element before the trigger that does not fit any more.
    for step in stride(from: trigger - 1, through: lower, by: -1) {
      guard let start = reachBack(step) else {
        let isAfterGap = step + 1 < trigger && patterns.steps[step + 1].kind == .gap
        let from = max(bounds.lowerBound, first - (isAfterGap ? 6 : 1))
        return result(first..<last, failure(step, lower, upper, from..<first, lexicon))
      }
      first = start
    }
    for step in trigger + 1..<max(trigger + 1, upper) {
      guard let end = reach(step + 1) else {
        let isAfterGap = step > trigger + 1 && patterns.steps[step - 1].kind == .gap
        let upTo = min(bounds.upperBound, last + (isAfterGap ? 6 : 1))
        return result(
          first..<last, failure(step, lower, upper, last..<max(last, upTo), lexicon))
      }
      last = end
    }
    return result(first..<last, nil)
  }

  private func failure(
    _ step: Int, _ lower: Int, _ upper: Int, _ looked: Range<Int>, _ lexicon: Lexicon
  ) -> PatternAttempt<Payload>.Failure {
    PatternAttempt.Failure(
      element: step - lower + 1, count: upper - lower, wanted: text(step, lexicon), looked: looked)
  }

  private func text(_ step: Int, _ lexicon: Lexicon) -> String {
    switch patterns.steps[step].kind {
    case .word: lexicon.text(patterns.steps[step].word)
    case .gap: "..."
    case .number: "{number}"
    case .name: "{name}"
    case .population: "{population}"
    case .people: "{people}"
    case .date: "{date}"
    }
  }
}
