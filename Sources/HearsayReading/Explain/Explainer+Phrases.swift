import HearsayCore
import HearsayText

// The phrases of the claim tables: which matched, which of them counted, which stopped where.
extension Explainer {
  /// More phrases than this of one sentence nobody reads.
  private static let mostAttempts = 400

  func phrases(_ layers: SentenceLayers, _ claims: [Claim]) -> [ExplainedStep] {
    let sentence = layers.sentence
    let hits = tables.hits(
      in: sentence.tokens, context, figures: layers.quantities, asVerbs: sentence.zone.hasVerbs)
    var steps: [ExplainedStep] = []
    for attempt in tables.attempts(in: sentence.tokens, context).prefix(Self.mostAttempts) {
      let new =
        attempt.failure.map { failed(attempt, $0) } ?? matched(attempt, hits, layers, claims)
      if !steps.contains(new) { steps.append(new) }
    }
    return withoutNoise(steps)
  }

  /// One phrase of several readings that matched by one of them did not fail by the others.
  private func withoutNoise(_ steps: [ExplainedStep]) -> [ExplainedStep] {
    let fine = steps.filter { $0.status != .failed }
    var kept: [ExplainedStep] = []
    for step in steps {
      if step.status == .failed {
        let isFine = fine.contains {
          $0.rule == step.rule && $0.phrase == step.phrase && $0.range.overlaps(step.range)
        }
        let isFurther = steps.contains {
          $0.status == .failed && $0.rule == step.rule && $0.phrase == step.phrase
            && $0.range.overlaps(step.range) && reach($0) > reach(step)
        }
        let isSaid = kept.contains {
          $0.rule == step.rule && $0.phrase == step.phrase && $0.range == step.range
        }
        // `let go` stands for `let ... go` too, which comes as far.
        let isWider = steps.contains {
          $0.rule == step.rule && $0.phrase != step.phrase && $0.range == step.range
            && $0.phrase?.replacing("... ", with: "") == step.phrase
        }
        if isFine || isFurther || isSaid || isWider { continue }
      }
      kept.append(step)
    }
    return kept.sorted { $0.range.start < $1.range.start }
  }

  private func reach(_ step: ExplainedStep) -> Int { step.range.count }

  private var tables: ClaimTables { reader.claims }

  private func failed(
    _ attempt: PatternAttempt<ClaimPhrase>, _ failure: PatternAttempt<ClaimPhrase>.Failure
  ) -> ExplainedStep {
    let looked = TokenRange(failure.looked.lowerBound, failure.looked.upperBound)
    let found = looked.count > 0 ? "found '\(draft.words(looked))'" : "the sentence ends there"
    let reading = attempt.reading == attempt.written ? "" : " of '\(attempt.reading)'"
    var step = step(
      attempt, .failed,
      "failed at element \(failure.element) of \(failure.count)\(reading): wanted "
        + "'\(failure.wanted)', \(found)")
    step.element = failure.element
    step.elements = failure.count
    return step
  }

  private func matched(
    _ attempt: PatternAttempt<ClaimPhrase>, _ hits: [ClaimHit], _ layers: SentenceLayers,
    _ claims: [Claim]
  ) -> ExplainedStep {
    let tokens = TokenRange(attempt.tokens.lowerBound, attempt.tokens.upperBound)
    let isHit = hits.contains { $0.tokens == tokens && $0.phrase.isSame(as: attempt.payload) }
    guard isHit else { return step(attempt, .matched, whyNoHit(attempt, tokens, hits, layers)) }
    let gives = gives(attempt.payload)
    return claims.contains {
      tables.isUsed(attempt.payload, draft.bytes(tokens), by: $0, draft)
    }
      ? step(attempt, .fired, gives) : step(attempt, .matched, gives + ": no claim took it")
  }

  private func whyNoHit(
    _ attempt: PatternAttempt<ClaimPhrase>, _ tokens: TokenRange, _ hits: [ClaimHit],
    _ layers: SentenceLayers
  ) -> String {
    if layers.sentence.zone.hasVerbs,
      !tables.stands(attempt.payload, at: tokens, context)
    {
      return "wanted a verb, but '\(draft.words(TokenRange(tokens.start, tokens.start + 1)))' is "
        + "read as \(draft.classes[tokens.start])"
    }
    let winner = hits.first {
      $0.phrase.sort == attempt.payload.sort && $0.tokens.overlaps(tokens)
    }
    return winner.map {
      $0.tokens.count > tokens.count
        ? "hidden by the longer '\(draft.words($0.tokens))' of \(tables.name(of: $0.phrase))"
        : "'\(draft.words($0.tokens))' goes to \(tables.name(of: $0.phrase)), which comes first"
    } ?? "hidden by another phrase"
  }

  private func step(
    _ attempt: PatternAttempt<ClaimPhrase>, _ status: ExplainedStep.Status, _ note: String
  ) -> ExplainedStep {
    var step = ExplainedStep(
      .phrase, status, rule: tables.rule(of: attempt.payload),
      draft.bytes(TokenRange(attempt.tokens.lowerBound, attempt.tokens.upperBound)), note,
      topic: tables.topicName(of: attempt.payload))
    step.phrase = attempt.written
    return step
  }

  private func gives(_ phrase: ClaimPhrase) -> String {
    switch phrase {
    case .topic(_, let word):
      switch word {
      case .verb: "a verb of \(tables.name(of: phrase))"
      case .noun: "a noun of \(tables.name(of: phrase))"
      case .phrase: "a phrase of \(tables.name(of: phrase))"
      }
    default: tables.name(of: phrase)
    }
  }
}

extension ClaimTables {
  /// Every phrase that was tried in a sentence.
  func attempts(in sentence: TokenRange, _ context: ClaimContext) -> [PatternAttempt<ClaimPhrase>] {
    var found: [PatternAttempt<ClaimPhrase>] = []
    for row in sentence.indices
    where context.lexicon.isClaimTrigger(context.draft.tokens[row].word) {
      found += phrases.attempts(
        at: row, in: context.draft.tokens, within: sentence.start..<sentence.end,
        context.lexicon.lexicon)
    }
    return found
  }

  /// The rule that a phrase belongs to.
  func rule(of phrase: ClaimPhrase) -> String {
    switch phrase {
    case .topic(let row, _): topics[row].rule
    case .population(let row), .contest(let row): populations[row].rule
    case .part: "english/claims.parts"
    case .victims: "english/claims.victims"
    case .flow: "english/claims.flow"
    case .otherEvent: "english/claims.other-events"
    case .takenBack: "english/claims.taken-back"
    case .longSpan: "english/claims.long-spans"
    }
  }

  /// What a phrase stands for, in words.
  func name(of phrase: ClaimPhrase) -> String {
    switch phrase {
    case .topic(let row, _): "topic \(topics[row].name)"
    case .population(let row): "population \(populations[row].name)"
    case .contest(let row): "words against the label \(populations[row].name)"
    case .part: "words of a part"
    case .victims: "words of the victims"
    case .flow: "words of one window of time"
    case .otherEvent: "words of another event"
    case .takenBack: "words that take a number back"
    case .longSpan: "words of more than one event"
    }
  }

  func topicName(of phrase: ClaimPhrase) -> String? {
    if case .topic(let row, _) = phrase { return topics[row].name }
    return nil
  }

  /// Whether a claim of the same sentence rests on a phrase at `range`.
  func isUsed(
    _ phrase: ClaimPhrase, _ range: ByteRange, by claim: Claim, _ draft: Draft
  ) -> Bool {
    let rule = rule(of: phrase)
    switch phrase {
    case .topic(let row, _):
      // The same figure was claimed in another sentence: its topic stands for both.
      if !claim.sentence.range.contains(range) {
        return claim.proposition.topic == topics[row].name
      }
      if claim.kind == .statement {
        return claim.proposition.topic == topics[row].name && claim.span.range.contains(range)
      }
      return claim.trail.contains {
        $0.rule == rule && ($0.range == range || topics[row].needs != nil)
      }
    case .population(let row):
      if claim.kind == .statement {
        return claim.proposition.population == populations[row].name
          && claim.span.range.contains(range)
      }
      return claim.trail.contains { $0.rule == rule }
    case .contest(let row): return claim.contestsLabel == populations[row].name
    case .part, .victims: return claim.proposition.part != nil
    case .flow: return claim.proposition.measure == .flow
    case .otherEvent, .longSpan, .takenBack:
      return claim.proposition.otherEvent == "\"\(draft.text.text(range))\""
    }
  }
}

extension ClaimPhrase {
  /// Whether both stand for the same thing.
  func isSame(as other: ClaimPhrase) -> Bool {
    switch (self, other) {
    case (.topic(let one, let word), .topic(let two, let otherWord)):
      one == two && word == otherWord
    case (.population(let one), .population(let two)), (.contest(let one), .contest(let two)):
      one == two
    default: sort == other.sort
    }
  }
}
