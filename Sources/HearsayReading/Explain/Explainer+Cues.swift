import HearsayCore
import HearsayRules
import HearsayText

// Who says what, and which verbs were thought of and left.
extension Explainer {
  func attributions(_ layers: SentenceLayers) -> [ExplainedStep] {
    layers.attributions.map { row in
      let found = draft.attributions[row]
      var notes = [
        found.kind.rawValue, found.speaker.map { "said by \($0.name)" } ?? "said by nobody named",
        found.strength.rawValue,
      ]
      if found.ownerless { notes.append("a hedge only") }
      notes.append(
        "content: " + found.content.map { "‘\(draft.text.text($0))’" }.joined(separator: " + "))
      var step = ExplainedStep(
        .attribution, .fired, rule: found.rule,
        found.cue ?? found.source ?? found.content.first ?? ByteRange(0, 0),
        notes.joined(separator: ", "))
      step.score = found.score
      return step
    }
  }

  /// Every verb group that was looked at and gave no attribution, with what its score was made of.
  func cues(_ candidates: [CueCandidate]) -> [ExplainedStep] {
    var best: [Int: CueCandidate] = [:]
    for candidate in candidates {
      let key = candidate.group.head
      if best[key].map({ rank($0.outcome) < rank(candidate.outcome) }) ?? true {
        best[key] = candidate
      }
    }
    return best.keys.sorted().compactMap { best[$0] }
      .filter { $0.outcome != .found && !isCue($0) }.map(step)
  }

  /// A later outcome says more than an earlier one.
  private func rank(_ outcome: CueCandidate.Outcome) -> Int {
    switch outcome {
    case .covered: 0
    case .nobodySays: 1
    case .weak: 2
    case .nothingSaid: 3
    case .found: 4
    }
  }

  /// Whether another pattern of speech has it for its cue: `…, he said`.
  private func isCue(_ candidate: CueCandidate) -> Bool {
    let head = draft.tokens[candidate.group.head].range
    return draft.attributions.contains { $0.cue?.contains(head) ?? false }
  }

  private func step(_ candidate: CueCandidate) -> ExplainedStep {
    let range = draft.bytes(candidate.group.tokens)
    var step = ExplainedStep(
      .cue, candidate.outcome == .nothingSaid ? .matched : .failed,
      rule: rule(candidate), range, reason(candidate))
    step.score = candidate.score
    step.threshold = candidate.threshold
    return step
  }

  /// The entry of the tables that it is counted by: `english-cues/speech.counted.verbs.deny`.
  private func rule(_ candidate: CueCandidate) -> String {
    let word = candidate.weighed.map { scanner.countedWord($0) } ?? candidate.lemma
    let kind = candidate.weighed?.kind ?? .verb
    return rule(reader.lexicon.text(word), "speech.counted.\(kind.rawValue)s")
  }

  /// The entry of a counted table, with the layer that has it.
  private func rule(_ word: String, _ path: String) -> String {
    let entry = reader.rules[path + ".words"][word]
    let layer = entry.isEmpty ? "english" : reader.rules.layerName(entry.place.file)
    return "\(layer)/\(path).\(word)"
  }

  /// Nouns of saying that were thought of and gave no attribution: `his claim about`.
  func nounCues(in sentence: TokenRange) -> [ExplainedStep] {
    var steps: [Int: ExplainedStep] = [:]
    for noun in nouns where sentence.contains(noun.candidate.row) {
      let range = draft.tokens[noun.candidate.row].range
      let isTaken = draft.attributions.contains { $0.cue?.overlaps(range) ?? false }
      if !isTaken { steps[noun.candidate.row] = step(noun, range) }
    }
    return steps.keys.sorted().compactMap { steps[$0] }
  }

  private func step(_ noun: CueLog.Noun, _ range: ByteRange) -> ExplainedStep {
    let lemma = reader.lexicon.lemma(draft.tokens[noun.candidate.row].word)
    let isWeak = noun.score < noun.threshold
    var step = ExplainedStep(
      .cue, isWeak ? .failed : .matched, rule: rule(lemma, "speech.counted.nouns"), range,
      isWeak
        ? "\(places(noun.score)) below \(places(noun.threshold)): \(counts(noun.candidate))"
        : "a noun of saying, but its words lie in another attribution")
    step.score = noun.score
    step.threshold = noun.threshold
    return step
  }

  private func counts(_ candidate: PossibleNounCue) -> String {
    let lemma = reader.lexicon.facts(draft.tokens[candidate.row].word).lemma
    let table = reader.speech.counts(.noun)
    let own = table.words[lemma]?.counts
    let frame = name(candidate.frame)
    return [
      own.map { "'\(reader.lexicon.text(lemma))' counts \(ratio($0.all))" }
        ?? "'\(reader.lexicon.text(lemma))' was never counted",
      "any noun before \(frame) \(ratio(table.frames[candidate.frame] ?? CueCount()))",
      candidate.owner.key,
    ].joined(separator: ", ")
  }

  private func reason(_ candidate: CueCandidate) -> String {
    switch candidate.outcome {
    case .covered: "it stands in the words of another attribution"
    case .nobodySays: "nobody is named who could say it"
    case .nothingSaid, .found:
      "a cue by its score, but nothing behind it could be what is said; " + parts(candidate)
    case .weak:
      "\(places(candidate.score)) below \(places(candidate.threshold)): \(parts(candidate))"
    }
  }

  private func parts(_ candidate: CueCandidate) -> String {
    guard let weighed = candidate.weighed, let parts = candidate.parts else { return "" }
    let frame = scanner.countedFrame(weighed)
    let verb = reader.lexicon.text(scanner.countedWord(weighed))
    var notes: [String] = []
    if let counts = parts.counts {
      notes.append("'\(verb)' counts \(ratio(counts.all))")
      if let own = counts.frames[frame] {
        notes.append("before \(name(frame)) \(ratio(own))")
      } else {
        notes.append("never counted before \(name(frame))")
      }
    } else {
      notes.append("'\(verb)' was never counted")
    }
    notes.append(weighed.cueClass.map { "of class \($0.rawValue)" } ?? "of no class")
    notes.append("any verb before \(name(frame)) \(ratio(parts.prior))")
    notes.append("together \(places(parts.chance))")
    notes += parts.factors.map { "\($0.name) ×\(places($0.factor))" }
    return notes.joined(separator: ", ")
  }

  private func ratio(_ count: CueCount) -> String { "\(places(count.yes))/\(places(count.no))" }

  private func name(_ frame: Frame) -> String {
    switch frame {
    case .that: "'that'"
    case .clause: "a clause"
    case .nounGroup: "a noun group"
    case .speechNoun: "a noun of saying"
    case .agentNoun: "a noun for one who says"
    case .infinitive: "'to' and a verb"
    case .wh: "a question word"
    case .quote: "a quotation"
    case .ing: "an -ing form"
    case .verb: "a verb"
    case .end: "the end"
    case .subordinator: "a subordinate clause"
    case .other: "something else"
    case .preposition(let word): "'\(reader.lexicon.text(word))'"
    }
  }
}

/// Two decimal places, and none for a whole number.
package func places(_ number: Float?) -> String {
  guard let number, number.isFinite, abs(number) < 1_000_000 else { return "-" }
  let hundredths = Int((number * 100).rounded())
  let (whole, rest) = (hundredths / 100, abs(hundredths % 100))
  if rest == 0 { return String(whole) }
  let digits = rest < 10 ? "0\(rest)" : String(rest)
  return (hundredths < 0 && whole == 0 ? "-" : "") + "\(whole).\(digits)"
}
