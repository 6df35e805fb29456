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
  /// How likely a verb group gives words to somebody: the chance by counts of its word, class and
  /// frame, then the odds changed by what stands around it.
  func score(_ candidate: PossibleCue) -> Float {
    let chance = chance(candidate)
    var odds = chance / (1 - chance)
    if let modal = candidate.group.modal { odds *= tables.modalWeights[modal] ?? 1 }
    // Bound first: a closure that holds the scanner would copy it.
    let weights = tables.weights
    forEachEvidence(candidate) { odds *= weights[Int($0.rawValue)] }
    return odds / (1 + odds)
  }

  /// The parts of ``score(_:)``.
  func scoreParts(_ candidate: PossibleCue) -> CueParts {
    let counts = tables.counts(candidate.kind)
    var factors: [(name: String, factor: Float)] = []
    if let modal = candidate.group.modal {
      factors.append(("'\(lexicon.text(modal))'", tables.modalWeights[modal] ?? 1))
    }
    forEachEvidence(candidate) { factors.append(($0.key, tables.weights[Int($0.rawValue)])) }
    return CueParts(
      counts: counts.words[countedWord(candidate)]?.counts,
      prior: counts.frames[countedFrame(candidate)] ?? CueCount(), chance: chance(candidate),
      factors: factors.filter { $0.factor != 1 })
  }

  private func chance(_ candidate: PossibleCue) -> Float {
    layers.chance(
      candidate.kind, countedWord(candidate), candidate.cueClass, countedFrame(candidate))
  }
}
