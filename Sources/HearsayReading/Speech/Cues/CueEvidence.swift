import HearsayText

/// What stands around a cue and changes its odds.
enum CueEvidence: UInt8, CaseIterable, Sendable {
  case subjectNone, subjectName, subjectNoun, subjectPlural, subjectPerson, subjectHe, subjectI
  case subjectIt, subjectWe, subjectYou, subjectThere, subjectWho, subjectThat, subjectWhich
  case subjectWhose, subjectNumber, subjectConjunction, subjectDeterminer
  case infinitive
  case ingComma, ingConjunction, ingNoun, ingPreposition, ingFirst, ingOther
  case participleComma, participleConjunction, participleNoun, participlePreposition
  case participleFirst, participleOther
  case negated, past, present, base, progressive, participle, passive, adjective
  /// No finite verb stands before it.
  case firstVerb
  /// `when he said`, `if voters want`.
  case subordinate
  case headline
  /// A quotation mark stands in the rest of the sentence.
  case quotes
  /// Said in or on something: `in a statement`.
  case manner
  /// The subject of an attribution found before it in the sentence.
  case sharedSource
  /// Hangs from a verb of the lexicon, or from another.
  case governedByCue, governedByOther
  case objectPronoun, objectName, objectPerson, objectNumber, objectDefinite, objectIndefinite
  case objectPossessive, objectBare
  /// `the claim that`, `a plan to`, `a call for`.
  case objectThat, objectTo, objectPreposition, objectEnds
  /// `his suggestion is that`.
  case subjectSpeech
  /// Whose a noun of saying is: `his claim`, `the mayor's claim`, `the claim`, `claims`; `X, a
  /// critic of`.
  case ownerPossessive, ownerGenitive, ownerDeterminer, ownerNone, ownerBefore

  /// As the rules spell it: `subject-name`.
  var key: String {
    String(describing: self).reduce(into: "") { text, letter in
      text += letter.isUppercase ? "-" + letter.lowercased() : String(letter)
    }
  }
}

extension SpeechScanner {
  /// What speaks for and against a candidate.
  func forEachEvidence(_ candidate: PossibleCue, _ use: (CueEvidence) -> Void) {
    let group = candidate.group
    use(candidate.subject.evidence)
    if let head = candidate.subject.range.flatMap({ headNoun($0) }), kind(head) == .noun,
      tables.speechNouns.contains(lemma(head))
    {
      use(.subjectSpeech)
    }
    use(formEvidence(candidate))
    if group.negated { use(.negated) }
    if unit.headline { use(.headline) }
    if candidate.followed.manner != nil { use(.manner) }
    if isFirstVerb(group) { use(.firstVerb) }
    if isSubordinate(candidate) { use(.subordinate) }
    if marksFollow(group.tokens.end) { use(.quotes) }
    if let link = link(candidate) { use(link) }
    if let object = candidate.object {
      use(objectEvidence(object, from: candidate.followed.contentStart))
      use(afterObject(object + 1))
    }
  }

  private func formEvidence(_ candidate: PossibleCue) -> CueEvidence {
    switch candidate.kind {
    case .adjective: return .adjective
    case .passive: return .passive
    case .verb, .noun: break
    }
    switch kind(candidate.group.head) {
    case .verbPast: return .past
    case .verbS: return .present
    case .verbBase: return .base
    case .verbIng: return .progressive
    default: return .participle
    }
  }

  private func isFirstVerb(_ group: VerbGroup) -> Bool {
    !(start..<max(start, group.tokens.start)).contains { row in
      mask[row] < 0 && groupAt[row] >= 0 && groups[Int(groupAt[row])].form == .finite
    }
  }

  private func isSubordinate(_ candidate: PossibleCue) -> Bool {
    guard let range = candidate.subject.range, range.end <= candidate.group.tokens.start else {
      return false
    }
    return kind(range.start - 1) == .subordinator
  }

  /// Whether a quotation mark stands after `row` in the sentence.
  func marksFollow(_ row: Int) -> Bool {
    (row..<max(row, end)).contains { kind($0) == .quote || mask[$0] >= 0 }
  }

  private func link(_ candidate: PossibleCue) -> CueEvidence? {
    if let source = candidate.subject.range,
      found.suffix(4).contains(where: {
        $0.unit == unitRow && $0.parent == parent && $0.source == source
      })
    {
      return .sharedSource
    }
    guard candidate.group.form != .finite, let before = groupAt(before: candidate.group) else {
      return nil
    }
    return tables.strengths.has(before.lemma) ? .governedByCue : .governedByOther
  }

  private func groupAt(before group: VerbGroup) -> VerbGroup? {
    var here = group.tokens.start - 1
    while here >= start, here > group.tokens.start - 12 {
      if groupAt[here] >= 0, mask[here] < 0 { return groups[Int(groupAt[here])] }
      here -= 1
    }
    return nil
  }

  private func objectEvidence(_ head: Int, from first: Int) -> CueEvidence {
    switch kind(head) {
    case .subjectPronoun, .objectPronoun: return .objectPronoun
    case .name: return .objectName
    case .number: return .objectNumber
    default: break
    }
    if tags(head).has(.personNoun) { return .objectPerson }
    if kind(first) == .possessive { return .objectPossessive }
    guard kind(first) == .determiner else { return .objectBare }
    return tokens[first].word == tables.theWord ? .objectDefinite : .objectIndefinite
  }

  private func afterObject(_ row: Int) -> CueEvidence {
    guard row < end else { return .objectEnds }
    if tokens[row].word == function.that { return .objectThat }
    switch kind(row) {
    case .to: return .objectTo
    case .preposition: return .objectPreposition
    default: return .objectEnds
    }
  }
}
