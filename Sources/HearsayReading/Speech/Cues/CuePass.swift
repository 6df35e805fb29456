import HearsayCore
import HearsayText

/// All other cues, left to right; each covers its content, so that the outermost comes first.
extension SpeechScanner {
  mutating func readCues() {
    let rows = groupsInUnit()
    var position = 0
    if watched != nil, depth == 0 { takenBefore = taken }
    while position < rows.count {
      let row = rows[position]
      position += 1
      let group = groups[row]
      let next = position < rows.count ? rows[position] : nil
      if watched != nil, depth == 0 { note(row, next: next) }
      let isFree = isFree(group.tokens.start..<min(group.tokens.end, end))
      log?.begin(group, depth: depth, isFree ? .nobodySays : .covered)
      guard isFree else { continue }
      if let found = cue(row, next: next) {
        log?.accept()
        add(found)
      }
    }
    readNounCues()
    readLeftOver()
    readNameColon()
  }

  /// The attribution of a verb group, if its counts speak for one.
  private func cue(_ row: Int, next: Int?) -> FoundAttribution? {
    guard let candidate = candidate(row, next: next) else { return nil }
    if depth > 0, candidate.subject.range == nil { return nil }
    if !candidate.isAgentive,
      let figure = figurePlacing(
        candidate.group, candidate.lemma, candidate.subject, candidate.followed)
    {
      return figure
    }
    let score = score(candidate)
    let threshold = threshold(candidate)
    log?.weigh(candidate, scoreParts(candidate), score: score, threshold: threshold)
    guard score >= threshold else { return nil }
    return attribution(candidate, score)
  }

  /// What a candidate says if it is a cue.
  func attribution(_ candidate: PossibleCue, _ score: Float) -> FoundAttribution? {
    let group = candidate.group
    let aboutIt = candidate.kind == .passive || tags(group.head).has(.appearance)
    return aboutIt
      ? aboutSubject(group, candidate.subject, candidate.followed, score)
      : statement(candidate, score)
  }

  /// Words in quotation marks after a full verb are seldom anybody's but its subject's.
  private func threshold(_ candidate: PossibleCue) -> Float {
    guard depth == 0, !candidate.isAgentive else { return tables.nestedThreshold }
    let threshold = tables.thresholds.of(candidate)
    let quoted = candidate.followed.frame == .quote && !kind(candidate.group.head).isAuxiliary
    return quoted ? threshold * 0.75 : threshold
  }

  /// As in `put the number at around 800`.
  private func figurePlacing(
    _ group: VerbGroup, _ lemma: WordID, _ subject: Subject, _ followed: CueFrame
  ) -> FoundAttribution? {
    guard tables.figureVerbs.contains(lemma), !group.passive, subject.range != nil,
      followed.frame == .nounGroup || followed.frame == .clause
    else { return nil }
    var here = followed.contentStart
    let limit = min(end, here + 16)
    while here < limit, mask[here] < 0, kind(here) != .mark {
      if kind(here) == .preposition, tables.figurePrepositions.contains(tokens[here].word),
        (here + 1..<min(end, here + 4)).contains(where: { kind($0) == .number })
      {
        let context = BorderContext(frame: .nounGroup, group: group)
        let to = contentEnd(from: followed.contentStart, context)
        return FoundAttribution(
          source: subject.range, cue: group.tokens,
          content: [TokenRange(followed.contentStart, to)], score: 0.9,
          rule: "english/cue.figure", lemma: lemma, unit: 0)
      }
      here += 1
    }
    return nil
  }

  private func statement(_ candidate: PossibleCue, _ score: Float) -> FoundAttribution? {
    let (group, subject) = (candidate.group, candidate.subject)
    var followed = candidate.followed
    if subject.isRelative, followed.frame == .clause, !tags(group.head).has(.quoteVerb) {
      // `who described the case was not authorized`: the second verb is the main clause's.
      followed.frame = .nounGroup
    }
    followed.contentStart = contentStart(followed, group)
    passSaying(candidate, &followed)
    guard let content = content(group, subject, followed) else { return trailingView(candidate) }
    let from = followed.contentStart
    let quoted = quote(at: from) != nil
    // `Paris attacks: 12 dead`: a label, and nobody's words.
    if unit.headline || group.tokens.end - start <= 4, !quoted, isColon(group.tokens.end),
      !tables.people.colonVerbs.contains(group.lemma)
    {
      return nil
    }
    if isColon(from - 1) { followed.cueEnd = from }
    return FoundAttribution(
      source: subject.range,
      cue: TokenRange(group.tokens.start, max(followed.cueEnd, group.tokens.end)),
      content: content, score: score,
      rule: quoted ? "english/cue.quote" : rule(followed.frame), lemma: candidate.lemma, unit: 0,
      manner: followed.manner)
  }

  /// `…, records show.`, `…, many think, …`: verbs that take clauses, behind or amid one.
  private func trailingView(_ candidate: PossibleCue) -> FoundAttribution? {
    let group = candidate.group
    guard candidate.kind == .verb, group.form == .finite, tags(group.head).has(.clauseVerb),
      groupAt[group.head] >= 0
    else { return nil }
    return trailing(Int(groupAt[group.head]), group)
  }

  private func content(
    _ group: VerbGroup, _ subject: Subject, _ followed: CueFrame
  ) -> [TokenRange]? {
    let from = followed.contentStart
    if followed.frame == .end || from >= end {
      // `the deal that they opposed`, `the deal they opposed`
      return (gap(before: subject) ?? contact(before: subject, group)).map { [$0] }
    }
    var context = BorderContext(
      frame: followed.frame, group: group,
      relative: subject.isRelative && isCommaBefore(subject.range),
      fronted: isFronted(group, subject), says: tags(group.head).has(.quoteVerb))
    context.objectOfRelative = subject.isRelative && followed.frame == .nounGroup
    let to = contentEnd(from: from, context)
    return to > from ? contentParts(TokenRange(from, to), subject, followed, group) : nil
  }

  /// `raised questions about`: the object of a verb that says nothing by itself is part of the cue,
  /// when its own content follows.
  private func passSaying(_ candidate: PossibleCue, _ followed: inout CueFrame) {
    guard candidate.cueClass == nil, candidate.kind == .verb, let object = candidate.object,
      countedFrame(candidate) != .nounGroup, object + 2 < end
    else { return }
    let next = object + 1
    if tokens[next].word == function.that {
      followed.frame = .that
      followed.contentStart = next
    } else if kind(next) == .to {
      followed.frame = .infinitive
      followed.contentStart = next
    } else if kind(next) == .preposition, tables.contentPrepositions.contains(tokens[next].word) {
      followed.contentStart = next + 1
    } else {
      return
    }
    followed.cueEnd = followed.contentStart
  }

  private func rule(_ frame: Frame) -> String {
    switch frame {
    case .that, .clause: "english/cue.clause"
    case .infinitive: "english/cue.infinitive"
    case .wh: "english/cue.wh"
    case .nounGroup: "english/cue.object"
    default: "english/cue.other"
    }
  }

  private func isCommaBefore(_ range: TokenRange?) -> Bool {
    guard let range else { return false }
    return isComma(range.start - 1)
  }

  /// Whether the cue's clause stands before its main clause: `When he said …, they left`.
  private func isFronted(_ group: VerbGroup, _ subject: Subject) -> Bool {
    if group.form == .progressive || group.form == .participle {
      let before = group.tokens.start - 1
      return before < start || kind(start) == .subordinator
        || kind(start) == .preposition && before == start
    }
    switch kind(start) {
    case .subordinator, .verbParticiple, .verbIng: break
    case .whWord: if kind(start + 1) == .modal { return false }
    case .preposition: if kind(start + 1) != .verbIng { return false }
    default: return false
    }
    // No clause before its main clause is longer: a unit may be a whole paragraph of quotations.
    guard group.tokens.start - start < 120 else { return false }
    return !(start..<group.tokens.start).contains { isComma($0) && mask[$0] < 0 }
  }

  /// `is expected to`, `appears to`: the subject is content; the source is whoever stands after `by`.
  private func aboutSubject(
    _ group: VerbGroup, _ subject: Subject, _ followed: CueFrame, _ score: Float
  ) -> FoundAttribution? {
    var content: [TokenRange] = []
    if let range = subject.range, isContent(range, group, followed) { content.append(range) }
    var source: TokenRange?
    var cueEnd = group.tokens.end
    var from = followed.contentStart
    if from < end,
      tokens[from].word == function.by
        || followed.cueEnd == from && tokens[from - 1].word == function.by
    {
      let first = tokens[from].word == function.by ? from + 1 : from
      if let last = nounGroupEnd(first) {
        source = TokenRange(first, last)
        cueEnd = max(cueEnd, first - 1)
        from = last
      }
    }
    if from < end, tokens[from].kind != .stop, !isComma(from) {
      let to = contentEnd(from: from, BorderContext(frame: followed.frame, group: group))
      if to > from { content.append(TokenRange(from, to)) }
    }
    guard !content.isEmpty,
      source != nil || content.count > 1 || content[0].start == from || followed.frame == .end
    else { return nil }
    return FoundAttribution(
      source: source,
      cue: TokenRange(
        group.tokens.start,
        source == nil ? max(cueEnd, min(followed.cueEnd, from)) : cueEnd),
      content: content,
      score: score, rule: "english/cue.passive", lemma: group.lemma, unit: 0)
  }
}
