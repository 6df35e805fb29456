import HearsayCore
import HearsayText

// The figures of a sentence, and which of them claim anything.
extension ClaimReader {
  func frames(_ layers: SentenceLayers, _ hits: [ClaimHit]) -> [FigureFrame] {
    var former: FigureFrame?
    var frames = layers.quantities.map { row in
      let joined = JoinedNouns(context: context, sentence: layers.sentence.tokens)
      var frame = FigureFrame(
        draft.quantities[row],
        counted: draft.quantityUnits.indices.contains(row)
          ? draft.quantityUnits[row].map { joined.all($0, of: draft.quantities[row].tokens) }
          : nil,
        context,
        sentence: layers.sentence)
      if let gapped = former.flatMap({
        GappedSpan(context: context, frame: frame).quantity(after: $0)
      }) {
        frame.quantity = gapped
        frame.isGapped = true
      }
      if isOfOwner(frame) {
        frame.unit = nil
        frame.phrase = frame.number
        frame.quantity.unit = nil
      }
      if let unit = SpanUnit(context: context).unit(of: frame) { frame.quantity.unit = unit }
      if let noun = NumberedSubject(context: context, frame: frame).noun() {
        frame.unit = noun
        frame.quantity.unit = draft.words(noun)
      }
      if isOfNames(frame) {
        frame.isOfNames = true
        frame.unit = nil
        frame.quantity.unit = nil
      }
      if let sum = NamedOthers(context: context, frame: frame).sum() { frame.quantity = sum }
      if let more = NamedOthers(context: context, frame: frame).withOneMore() {
        frame.quantity = more.quantity
        frame.isSum = true
        frame.quantity.unit = nil
        frame.unit = nil
        frame.phrase = TokenRange(frame.number.start, more.end)
      }
      if frame.quantity.kind == .measure, let unit = frame.quantity.unit,
        tables.bareUnits.contains(unit.lowercased())
          || BareMagnitude(context: context, frame: frame).isDegrees()
      {
        // `a 6.4-magnitude quake` is told like `a magnitude of 6.4`.
        frame.isScale = true
        frame.quantity.kind = .other
        frame.quantity.unit = nil
        frame.unit = nil
        frame.phrase = frame.number
      }
      former = frame
      return frame
    }
    frames = ListedGroups(context: context, frames: frames, hits: hits).withSums()
    let loose = LooseFigureFinder(context: context, layers: layers, hits: hits)
    for figure in loose.figures() {
      var frame = FigureFrame(
        figure.placed, counted: figure.unit, context, sentence: layers.sentence)
      frame.event = figure.event
      frames.append(frame)
    }
    // Only loose figures come out of order; a sum stands before its groups.
    if frames.count > layers.quantities.count {
      frames.sort {
        $0.number.lower != $1.number.lower
          ? $0.number.lower < $1.number.lower : !$0.isListed && $1.isListed
      }
    }
    return frames
  }

  /// `a list of 35 names`, `his office had received 127 names`, `We have the names of 130`.
  private func isOfNames(_ frame: FigureFrame) -> Bool {
    if isBehindNames(frame) { return true }
    guard frame.quantity.kind == .count, let unit = frame.unit, unit.count == 1,
      unit.start == frame.number.end,
      tables.nameNouns.contains(draft.tokens[unit.start].word)
    else { return false }
    if isHad(frame) { return true }
    return frame.sentence.indices.contains {
      draft.facts[$0].tags.has(.listNoun | .countingVerb)
        || tables.seeingVerbs.contains(draft.facts[$0].lemma)
    }
  }

  /// `the names of 130`: of as many persons.
  private func isBehindNames(_ frame: FigureFrame) -> Bool {
    let of = frame.number.start - 1
    return frame.quantity.kind == .count && of > frame.sentence.start
      && frame.unit.map { $0.end <= of } ?? true
      && tables.ofWords.contains(draft.tokens[of].word)
      && tables.nameNouns.contains(draft.tokens[of - 1].word)
  }

  /// `The group has 42 names`, and not `a boy with two names`.
  private func isHad(_ frame: FigureFrame) -> Bool {
    let verb = frame.number.start - 1
    return verb > frame.sentence.start && draft.classes[verb] == .have && (frame.size ?? 0) > 4
  }

  /// `the count of 64 of the provincial government`: whose number it is, and not who is counted.
  private func isOfOwner(_ frame: FigureFrame) -> Bool {
    guard let unit = frame.unit, unit.start > frame.number.end, frame.number.start >= 2,
      tables.ofWords.contains(draft.tokens[frame.number.end].word),
      tables.ofWords.contains(draft.tokens[frame.number.start - 1].word)
    else { return false }
    return draft.facts[frame.number.start - 2].tags.has(.figureNoun)
      && !tables.persons.contains(draft.tokens[unit.end - 1].word)
  }

  /// Ages and bare numbers claim nothing that is compared, and `two officials` who speak are
  /// sources.
  func isClaimed(
    _ frame: FigureFrame, _ layers: SentenceLayers, _ hits: [ClaimHit]
  ) -> Bool {
    let number = draft.bytes(frame.number)
    let isLast = isJoinedLast(frame)
    let speaks = layers.attributions.contains { row in
      guard let source = draft.attributions[row].source, !isInverted(row) else { return false }
      if isLast, source.start < number.start, draft.bytes(frame.phrase).end == source.end {
        return true
      }
      return source.start == number.start && source.end > number.end
    }
    if speaks, frame.quantity.kind == .count, !isSubjectBehindCue(frame), !isState(frame, hits),
      !isObject(frame, layers)
    {
      return false
    }
    if AgeTold(context: context, frame: frame).isAge() || isOfParent(frame) || isCited(frame) {
      return false
    }
    switch frame.quantity.kind {
    case .count, .money, .percent, .measure, .ordinal: return true
    case .other where frame.isScale: return true
    case .other where BareMagnitude(context: context, frame: frame).isOne(): return true
    case .age, .other: return hits.contains { isScale($0, beside: frame) }
    }
  }

  /// `118 people were on board, 110 passengers and eight crew, said Ana Lima`: what stands behind the
  /// verb is a name and says nothing, so that the number before it does not speak.
  private func isInverted(_ row: Int) -> Bool {
    let found = draft.attributions[row]
    guard let cue = found.cue, found.content.count == 1, cue.end <= found.content[0].start else {
      return false
    }
    let words = draft.tokens(in: found.content[0])
    let isSomebody = words.indices.contains {
      draft.classes[$0] == .name || draft.facts[$0].tags.has(.personNoun | .organisationNoun)
    }
    return isSomebody
      && !words.indices.contains { draft.classes[$0].isVerb || draft.classes[$0].isAuxiliary }
  }

  /// `a police source and two residents said`: the last of those who speak.
  private func isJoinedLast(_ frame: FigureFrame) -> Bool {
    let before = frame.number.start - 1
    return before > frame.sentence.start && frame.unit != nil
      && tables.andWords.contains(draft.tokens[before].word)
  }

  /// `Citing two hospital officials`: they are heard, and not counted.
  private func isCited(_ frame: FigureFrame) -> Bool {
    let verb = frame.number.start - 1
    return verb >= frame.sentence.start && frame.quantity.kind == .count
      && draft.classes[verb] == .verbIng
      && tables.citingVerbs.contains(draft.facts[verb].lemma)
  }

  /// `a mother of two`, `the father-of-three`.
  private func isOfParent(_ frame: FigureFrame) -> Bool {
    var link = frame.number.start - 1
    guard frame.unit == nil, link > frame.sentence.start else { return false }
    if context.isMark(link, "-") { link -= 1 }
    guard link > frame.sentence.start, tables.ofWords.contains(draft.tokens[link].word) else {
      return false
    }
    let noun = context.isMark(link - 1, "-") ? link - 2 : link - 1
    return noun >= frame.sentence.start && tables.parents.contains(draft.tokens[noun].word)
  }

  /// `guards said 19 former prisoners had left`: a verb of their own follows, so they do not speak.
  private func isSubjectBehindCue(_ frame: FigureFrame) -> Bool {
    let (before, next) = (frame.phrase.start - 1, frame.phrase.end)
    guard before > frame.sentence.start, next < frame.sentence.end else { return false }
    return draft.classes[before].isVerb
      && (draft.classes[next].isAuxiliary || draft.classes[next] == .verbPast)
  }

  /// `The coastguard pulled 37 people from the water, …, said …`: what a verb is done to does not
  /// speak.
  private func isObject(_ frame: FigureFrame, _ layers: SentenceLayers) -> Bool {
    let before = frame.phrase.start - 1
    guard before > frame.sentence.start, draft.classes[before].isVerb,
      !draft.facts[before].tags.has(.lightVerb)
    else { return false }
    return !layers.attributions.contains { draft.cueTokens[$0].contains(before) }
  }

  /// `40 people confirmed dead`, `nine villagers have been reported missing`, `14 dead, says …`: what
  /// is said of them, and not by them.
  private func isState(_ frame: FigureFrame, _ hits: [ClaimHit]) -> Bool {
    let start = frame.phrase.end
    return hits.contains { hit in
      guard case .topic(_, let word) = hit.phrase, word != .noun else { return false }
      if word == .phrase, hit.tokens.count == 1, hit.tokens.start == start + 1 { return true }
      let gap = hit.tokens.start - start
      if gap == 0 {
        return word == .phrase && hit.tokens.end < frame.sentence.end
          && draft.classes[hit.tokens.end] == .mark
      }
      return (1...4).contains(gap) && isPassive(start..<hit.tokens.end)
    }
  }

  /// `have been confirmed dead`, `were wounded`.
  private func isPassive(_ rows: Range<Int>) -> Bool {
    rows.contains { draft.classes[$0] == .be }
      && rows.dropLast().allSatisfy { row in
        switch draft.classes[row] {
        case .be, .have, .modal, .adverb, .verbParticiple, .verbPast: true
        default: false
        }
      }
  }

  /// `measured 6.1 on the Richter scale`, `a magnitude of 6.1`: the scale makes the bare number a
  /// figure.
  private func isScale(_ hit: ClaimHit, beside frame: FigureFrame) -> Bool {
    guard case .topic(let row, let word) = hit.phrase, word != .verb, frame.quantity.kind == .other,
      tables.topics[row].measure == .none
    else { return false }
    let gap =
      hit.tokens.start >= frame.phrase.end
      ? hit.tokens.start - frame.phrase.end : frame.phrase.start - hit.tokens.end
    return gap <= 3
  }
}
