import HearsayText

/// What a cue's score was made of, for `why`.
struct CueParts {
  /// The verb's own counts; `nil` when it was never counted.
  var counts: VerbCounts?
  /// How often what follows it went with a cue, whatever the verb.
  var prior: CueCount
  /// The chance by the counts alone.
  var chance: Float
  /// What stands around it, and by how much it changed the odds; factors of 1 are left out.
  var factors: [(name: String, factor: Float)]
}

extension SpeechScanner {
  /// The parts of ``score(_:lemma:frame:subject:)``.
  func scoreParts(
    _ group: VerbGroup, lemma: WordID, frame: Frame, subject: Subject
  ) -> CueParts {
    let prior = tables.frames[frame] ?? CueCount(yes: 15, no: 60)
    var factors = [(subject.evidence.rawValue, weight(subject.evidence))]
    if group.negated { factors.append((CueEvidence.negated.rawValue, weight(.negated))) }
    if let modal = group.modal {
      factors.append(("'\(lexicon.text(modal))'", tables.modalWeights[modal] ?? 1))
    }
    factors.append((formEvidence(group).rawValue, weight(formEvidence(group))))
    return CueParts(
      counts: counts(group, lemma), prior: prior, chance: chance(group, lemma: lemma, frame: frame),
      factors: factors.filter { $0.1 != 1 })
  }

  /// How likely a verb group gives words to somebody: counts by lemma and frame, smoothed by the
  /// frame alone, then the odds changed by what stands around it.
  func score(_ group: VerbGroup, lemma: WordID, frame: Frame, subject: Subject) -> Float {
    var chance = chance(group, lemma: lemma, frame: frame)
    guard chance > 0 else { return 0 }
    chance = min(chance, 0.995)
    var odds = chance / (1 - chance)
    odds *= weight(subject.evidence)
    if group.negated { odds *= weight(.negated) }
    if let modal = group.modal { odds *= tables.modalWeights[modal] ?? 1 }
    odds *= weight(formEvidence(group))
    return odds / (1 + odds)
  }

  private func weight(_ evidence: CueEvidence) -> Float { tables.weights[evidence] ?? 1 }

  private func formEvidence(_ group: VerbGroup) -> CueEvidence {
    if group.complement != nil { return .adjective }
    if group.passive { return .passive }
    switch kind(group.head) {
    case .verbPast: return .past
    case .verbS: return .present
    case .verbBase: return .base
    case .verbIng: return .progressive
    default: return .participle
    }
  }

  private func chance(_ group: VerbGroup, lemma: WordID, frame: Frame) -> Float {
    let prior = tables.frames[frame] ?? CueCount(yes: 15, no: 60)
    let base = prior.yes / max(1, prior.yes + prior.no)
    let k = tables.smoothing
    guard let counts = counts(group, lemma) else {
      // A verb of the rules' own `cues:` that was never counted.
      let known = tables.strengths.has(lemma) && group.complement == nil
      return known ? (12 + k * base) / (14 + k) : base * 0.75
    }
    let all = (counts.all.yes + k * base) / (counts.all.yes + counts.all.no + k)
    guard let own = counts.frames[frame] else { return all }
    return (own.yes + k * all) / (own.yes + own.no + k)
  }

  private func counts(_ group: VerbGroup, _ lemma: WordID) -> VerbCounts? {
    if let complement = group.complement {
      return tables.adjectives[tokens[complement].word] ?? VerbCounts(all: CueCount(yes: 0, no: 8))
    }
    if group.passive {
      return tables.passives[lemma] ?? VerbCounts(all: CueCount(yes: 0, no: 8))
    }
    if kind(group.head).isAuxiliary {
      return tables.verbs[lemma] ?? VerbCounts(all: CueCount(yes: 0, no: 20))
    }
    return tables.verbs[lemma]
  }
}
