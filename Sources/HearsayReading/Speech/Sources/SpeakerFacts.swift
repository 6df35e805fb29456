import HearsayCore
import HearsayText

/// What an attribution says beside its speaker: mode, strength, time, channel, kind.
extension SpeakerResolver {
  func mode(_ one: FoundAttribution, _ kind: Attribution.Kind) -> AttributionMode {
    if one.ownerless { return .narrator }
    if one.presupposed { return .presupposed }
    switch kind {
    case .direct: return .directQuote
    case .mixed: return .mixedQuote
    case .indirect: return .indirect
    }
  }

  /// `denounced the pace after only 56 were freed`: from the link to the end of the sentence.
  func implied(_ one: FoundAttribution, _ strength: CueStrength) -> ByteRange? {
    guard strength == .evaluating || strength == .disputing, let cue = one.cue,
      scanner.units.indices.contains(one.unit)
    else { return nil }
    let unit = scanner.units[one.unit].tokens
    guard unit.contains(cue.start), cue.end < unit.upperBound else { return nil }
    let link = (cue.end..<min(unit.upperBound, cue.end + 80)).first { row in
      lexicon.tags(draft.tokens[row].word).has(.implicitLink)
    }
    return link.map { draft.bytes(TokenRange($0, unit.upperBound)) }
  }

  func strength(_ one: FoundAttribution, _ speaker: Speaker?) -> CueStrength {
    // `first reported by Bloomberg` gives credit; the words before it are the article's own.
    if speaker?.kind == .outlet,
      one.rule == "english/cue.passive" || one.rule == "english/speech.as-reported"
    {
      return .credit
    }
    return tables.strengths[one.lemma] ?? .neutral
  }

  // MARK: - When and how

  /// The time that stands beside the cue, or opens the sentence, and is in no content.
  func saidAt(_ one: FoundAttribution) -> TimeValue? {
    guard let cue = one.cue, !one.ownerless, scanner.units.indices.contains(one.unit) else {
      return nil
    }
    let unit = scanner.units[one.unit].tokens
    let lower = max(min(one.source?.start ?? cue.start, cue.start) - 4, cue.start - 80)
    let beside = max(lower, unit.lowerBound)..<max(lower, unit.lowerBound, cue.end + 9)
    var best = nearestTime(in: beside.clamped(to: unit), to: cue, one)
    if best == nil, cue.start < one.content.first?.start ?? cue.end {
      best = nearestTime(in: unit.prefix(2).startIndex..<unit.prefix(2).endIndex, to: cue, one)
    }
    return best
  }

  private func nearestTime(
    in rows: Range<Int>, to cue: TokenRange, _ one: FoundAttribution
  ) -> TimeValue? {
    var best: (distance: Int, value: TimeValue)?
    for row in rows where scanner.timeAt[row] >= 0 {
      let time = draft.times[Int(scanner.timeAt[row])]
      guard time.tokens.start == row, !one.content.contains(where: { $0.overlaps(time.tokens) }),
        !(one.source?.overlaps(time.tokens) ?? false),
        time.value.type == .date || time.value.type == .time
      else { continue }
      let distance = row >= cue.end ? row - cue.end : cue.start - time.tokens.end
      if best.map({ distance < $0.distance }) ?? true { best = (distance, time.value) }
    }
    return best?.value
  }

  func channel(_ one: FoundAttribution) -> String? {
    guard let manner = one.manner, manner.count > 0, manner.end <= draft.tokens.count else {
      return hearingOutlet(one)
    }
    let says = manner.indices.contains { lexicon.tags(draft.tokens[$0].word).has(.mannerNoun) }
    if says { return draft.words(manner) }
    guard let name = mention(in: manner) else { return nil }
    let entity = draft.entities[name.value]
    return tables.outlets.contains(entity.canonical.lowercased()) ? draft.words(manner) : nil
  }

  /// `told CNN that`: who hears is the channel, not a source.
  private func hearingOutlet(_ one: FoundAttribution) -> String? {
    guard let cue = one.cue else { return nil }
    let content = one.content.first { $0.start >= cue.end }
    let last = min(content?.start ?? cue.end + 6, cue.end + 8, draft.tokens.count)
    guard cue.end < last, let name = mention(in: TokenRange(cue.end, last)),
      one.source.map({ !$0.overlaps(name.tokens) }) ?? true,
      tables.outlets.contains(draft.entities[name.value].canonical.lowercased())
    else { return nil }
    return draft.words(name.tokens)
  }

  // MARK: - Quoted or not

  /// Whether the content is wholly, partly or not quoted.
  func kind(_ one: FoundAttribution) -> Attribution.Kind {
    if one.verbatim { return .direct }
    var quoted = 0
    var plain = 0
    for piece in one.content {
      for row in piece.indices where draft.tokens[row].kind == .word {
        if isQuoted(row) { quoted += 1 } else { plain += 1 }
      }
    }
    return quoted == 0 ? .indirect : plain == 0 ? .direct : .mixed
  }

  /// Masks are lifted while nested contents are read; the quotations themselves stay.
  func isQuoted(_ row: Int) -> Bool {
    guard row >= 0, row < isInQuotes.count, isInQuotes[row] else { return false }
    let low = partitionPoint(draft.quotes.count) { draft.quotes[$0].tokens.start <= row }
    var here = low - 1
    while here >= 0, here > low - 9 {
      if draft.quotes[here].tokens.contains(row) { return true }
      here -= 1
    }
    return false
  }
}
