import HearsayCore
import HearsayText

/// Whether a figure's clause tells of something that happened, is planned, promised, wanted or
/// denied.
struct ModalityFinder: ClaimFinder {
  let context: ClaimContext
  let layers: SentenceLayers

  /// The modality of a figure's clause.
  func modality(_ frame: FigureFrame, _ bearing: Bearing?, measure: Measure) -> Modality {
    let clause = around(frame, bearing)
    var verbs: Modality?
    for row in clause where draft.classes[row].isVerb || draft.classes[row] == .modal {
      let tags = lexicon.tags(draft.tokens[row].word)
      if tags.has(.futureModal), verbs == nil, !isSum(row) { verbs = .plan }
      if tags.has(.promiseVerb) { verbs = .promise }
      if tags.has(.demandVerb) { verbs = .demand }
      // Of money a forecast is what was to be told.
      if frame.quantity.kind == .count, tables.expectingVerbs.contains(draft.facts[row].lemma),
        verbs == nil
      {
        verbs = .plan
      }
    }
    if let verbs { return verbs }
    if isExpected(frame, bearing) { return .plan }
    if isDemanded(clause) { return .demand }
    let still = measure == .none && (bearing.map(isNoVerb) ?? true) && hasBe(clause)
    return measure == .stock || still ? .state : .event
  }

  /// `That would bring the total to 77`: it is so if what was told is.
  private func isSum(_ row: Int) -> Bool {
    row + 1 < draft.tokens.count && tables.bringingVerbs.contains(draft.facts[row + 1].lemma)
      && row > 0 && tables.pointers.contains(draft.tokens[row - 1].word)
  }

  /// `Two more arrests are expected`: the noun counted is what is still to come.
  private func isExpected(_ frame: FigureFrame, _ bearing: Bearing?) -> Bool {
    guard let bearing, frame.phrase.contains(bearing.tokens.start), isNoVerb(bearing) else {
      return false
    }
    var row = frame.phrase.end
    while row < frame.sentence.end,
      draft.classes[row].isAuxiliary || draft.classes[row] == .adverb
    { row += 1 }
    guard row > frame.phrase.end, row < frame.sentence.end,
      tables.expectedWords.contains(draft.tokens[row].word)
    else { return false }
    // `Two deaths are likely linked to the storm`.
    return row + 1 == frame.sentence.end || !draft.classes[row + 1].isVerb
  }

  /// `the demand for the release of 12 prisoners`.
  private func isDemanded(_ clause: Range<Int>) -> Bool {
    clause.dropFirst().contains {
      tables.demandLinks.contains(draft.tokens[$0].word)
        && tables.demandNouns.contains(draft.tokens[$0 - 1].word)
    }
  }

  private func isNoVerb(_ bearing: Bearing) -> Bool { !draft.classes[bearing.tokens.start].isVerb }

  private func hasBe(_ clause: Range<Int>) -> Bool {
    let next = clause.upperBound
    return clause.contains { draft.classes[$0] == .be }
      || (next < draft.classes.count && draft.classes[next] == .be)
  }

  /// `false` when the verb that bears on the figure is denied.
  func isPositive(_ bearing: Bearing?) -> Bool {
    guard let start = bearing?.tokens.start else { return true }
    var row = start - 1
    while row >= 0, row >= start - 4 {
      switch draft.classes[row] {
      case .negation: return false
      case .adverb, .be, .have, .doAuxiliary, .modal: row -= 1
      default: return true
      }
    }
    return true
  }

  /// Words in the clause that weaken it.
  func hedges(_ frame: FigureFrame, _ bearing: Bearing?) -> [String] {
    var found: [String] = []
    for row in around(frame, bearing) where !frame.number.contains(row) {
      let word = draft.tokens[row].word
      if lexicon.tags(word).has(.hedgingWord) { found.append(lexicon.text(word)) }
    }
    if let hedge = frame.quantity.hedge { found.append(hedge) }
    for row in layers.attributions where draft.attributions[row].ownerless {
      guard let cue = draft.attributions[row].cue, draft.bytes(frame.sentence).contains(cue) else {
        continue
      }
      found.append(draft.text.text(cue))
    }
    return found
  }

  /// The clause, roughly: from six tokens before the figure and its verb, not over a border.
  private func around(_ frame: FigureFrame, _ bearing: Bearing?) -> Range<Int> {
    var lower = min(frame.phrase.start, bearing?.tokens.start ?? frame.phrase.start)
    let upper = max(frame.phrase.end, bearing?.tokens.end ?? frame.phrase.end)
    var steps = 0
    while lower > frame.sentence.start, steps < 7 {
      let token = draft.tokens[lower - 1]
      if token.kind == .mark || token.kind == .stop || token.kind == .quote { break }
      if lexicon.tags(token.word).has(.clauseBorder), steps > 0 { break }
      lower -= 1
      steps += 1
    }
    return lower..<upper
  }
}
