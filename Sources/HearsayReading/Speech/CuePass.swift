import HearsayCore
import HearsayText

/// All other cues, left to right; each covers its content, so that the outermost comes first.
extension SpeechScanner {
  mutating func readCues() {
    let rows = groupsInUnit()
    var position = 0
    while position < rows.count {
      let row = rows[position]
      position += 1
      let group = groups[row]
      guard isFree(group.tokens.start..<min(group.tokens.end, end)) else { continue }
      if let found = cue(row, next: position < rows.count ? rows[position] : nil) { add(found) }
    }
    readNounCues()
    readColons()
    readNameColon()
  }

  /// The attribution of a verb group, if its counts speak for one.
  private func cue(_ row: Int, next: Int?) -> FoundAttribution? {
    var group = groups[row]
    var lemma = group.lemma
    var cueStart = group.tokens.start
    var followed = frame(after: group, lemma: lemma)
    // `declined to comment`: one cue.
    if followed.frame == .infinitive, tags(group.head).has(.compoundVerb), let next,
      groups[next].core == followed.contentStart
        || groups[next].tokens.start == followed.contentStart,
      groups[next].form == .infinitive, tables.strengths.has(groups[next].lemma),
      tags(groups[next].head).has(.quoteVerb)
    {
      var joined = groups[next]
      joined.form = group.form
      joined.modal = group.modal
      joined.negated = group.negated || joined.negated
      joined.tense = group.tense
      cueStart = group.tokens.start
      followed = frame(after: groups[next], lemma: joined.lemma)
      lemma = joined.lemma
      joined.tokens = TokenRange(cueStart, joined.tokens.end)
      group = joined
    }
    let subject = subject(of: row)
    if group.form == .participle, !tags(group.head).has(.psychological) {
      return agentive(group, subject, followed)
    }
    if depth > 0, subject.range == nil { return nil }
    if let figure = figurePlacing(group, lemma, subject, followed) { return figure }
    let score = score(group, lemma: lemma, frame: followed.frame, subject: subject)
    guard score >= threshold(followed, group) else { return nil }
    if group.passive || tags(group.head).has(.appearance) {
      return aboutSubject(group, subject, followed, score)
    }
    return statement(group, lemma, subject, followed, score)
  }

  /// `released by the ministry`, `reported by Bloomberg`: the source stands after the verb.
  private func agentive(
    _ group: VerbGroup, _ subject: Subject, _ followed: CueFrame
  ) -> FoundAttribution? {
    guard subject.range != nil, followed.contentStart < end,
      tokens[followed.contentStart].word == function.by
        || tokens[max(0, followed.contentStart - 1)].word == function.by
    else { return nil }
    var passive = group
    passive.passive = true
    let score = score(passive, lemma: group.lemma, frame: followed.frame, subject: subject)
    guard score >= tables.nestedThreshold else { return nil }
    return aboutSubject(passive, subject, followed, score)
  }

  /// Words in quotation marks after a full verb are seldom anybody's but its subject's.
  private func threshold(_ followed: CueFrame, _ group: VerbGroup) -> Float {
    guard depth == 0 else { return tables.nestedThreshold }
    let quoted = followed.frame == .quote && !kind(group.head).isAuxiliary
    return quoted ? tables.threshold * 0.75 : tables.threshold
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

  private func statement(
    _ group: VerbGroup, _ lemma: WordID, _ subject: Subject, _ followed: CueFrame, _ score: Float
  ) -> FoundAttribution? {
    var followed = followed
    if subject.isRelative, followed.frame == .clause, !tags(group.head).has(.quoteVerb) {
      // `who described the case was not authorized`: the second verb is the main clause's.
      followed.frame = .nounGroup
    }
    let from = followed.contentStart
    guard from < end else { return nil }
    if followed.frame == .end { return nil }
    var context = BorderContext(
      frame: followed.frame, group: group,
      relative: subject.isRelative && isCommaBefore(subject.range),
      fronted: isFronted(group, subject), says: tags(group.head).has(.quoteVerb))
    context.objectOfRelative = subject.isRelative && followed.frame == .nounGroup
    let to = contentEnd(from: from, context)
    guard to > from else { return nil }
    var content = [TokenRange(from, to)]
    if let gap = gap(before: subject) {
      switch followed.frame {
      case .verb, .infinitive: content.insert(gap, at: 0)
      case .nounGroup, .clause: break
      default: content = [gap]
      }
    }
    let quoted = quote(at: from) != nil
    if isColon(from - 1) { followed.cueEnd = from }
    return FoundAttribution(
      source: subject.range,
      cue: TokenRange(group.tokens.start, max(followed.cueEnd, group.tokens.end)),
      content: content, score: score,
      rule: quoted ? "english/cue.quote" : rule(followed.frame), lemma: lemma, unit: 0,
      manner: followed.manner)
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
    return !(start..<group.tokens.start).contains { isComma($0) && mask[$0] < 0 }
  }

  /// `moves that he said improved …`: the relative word before the subject belongs to the content.
  private func gap(before subject: Subject) -> TokenRange? {
    guard let range = subject.range, !subject.isRelative else { return nil }
    let before = range.start - 1
    guard before > start, kind(before) == .relative, !taken[before] else { return nil }
    return TokenRange(before, before + 1)
  }

  /// `is expected to`, `appears to`: the subject is content; the source is whoever stands after `by`.
  private func aboutSubject(
    _ group: VerbGroup, _ subject: Subject, _ followed: CueFrame, _ score: Float
  ) -> FoundAttribution? {
    var content: [TokenRange] = []
    if let range = subject.range { content.append(range) }
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
        cueEnd = first
        from = last
      }
    }
    if from < end, tokens[from].kind != .stop, !isComma(from) {
      let to = contentEnd(from: from, BorderContext(frame: followed.frame, group: group))
      if to > from { content.append(TokenRange(from, to)) }
    }
    guard !content.isEmpty, source != nil || content.count > 1 else { return nil }
    return FoundAttribution(
      source: source,
      cue: TokenRange(
        group.tokens.start,
        max(cueEnd, followed.cueEnd <= from ? min(followed.cueEnd, from) : cueEnd)),
      content: content,
      score: score, rule: "english/cue.passive", lemma: group.lemma, unit: 0)
  }

  // MARK: - Nouns

  /// `his claim that`, `the ministry's decision to`.
  private mutating func readNounCues() {
    var here = start + 1
    while here < end {
      let row = here
      here += 1
      guard kind(row) == .noun, !taken[row], mask[row] < 0, row + 1 < end, !taken[row + 1],
        tables.cueNounLemmas.contains(lemma(row)),
        tables.cueNouns.contains(SpeechTables.pair(lemma(row), tokens[row + 1].word))
      else { continue }
      if let found = nounCue(row) {
        add(found)
        here = max(here, found.content.last?.end ?? here)
      }
    }
  }

  private func nounCue(_ row: Int) -> FoundAttribution? {
    var owner = row - 1
    while owner > start, owner > row - 4, kind(owner) == .adjective || kind(owner) == .noun {
      owner -= 1
    }
    guard owner >= start, !taken[owner] else { return nil }
    let source: TokenRange
    switch kind(owner) {
    case .possessive: source = TokenRange(owner, owner + 1)
    case .genitive:
      guard let range = nounGroup(endingAt: owner - 1, lower: start) else { return nil }
      source = TokenRange(range.start, owner + 1)
    default: return nil
    }
    let clause = tokens[row + 1].word == function.that
    let from = clause || tokens[row + 1].word == tables.toWord ? row + 1 : row + 2
    var to = from + 1
    while to < end, !taken[to], !finiteGroup(at: to) || clause, mask[to] < 0 || quote(at: to) != nil
    {
      if isComma(to) || tokens[to].kind == .stop || byte(to) == UInt8(ascii: ";") { break }
      if let quote = quote(at: to) { to = quote.tokens.end } else { to += 1 }
    }
    to = min(to, end)
    guard to > from + 1 else { return nil }
    return FoundAttribution(
      source: source, cue: TokenRange(owner + 1, from), content: [TokenRange(from, to)],
      score: 0.75, rule: "english/cue.noun", lemma: lemma(row), unit: 0, presupposed: true)
  }

  /// As in `Added Lima: "…"`.
  private func speakerBetween(_ group: VerbGroup, _ colon: Int) -> TokenRange? {
    let first = group.tokens.end
    guard first < colon, nounGroupEnd(first) == colon else { return nil }
    return TokenRange(first, colon)
  }

  // MARK: - Colon and floating quotations

  /// `X makes a case: "…"`, and a paragraph that ends in a colon before one that is a quotation.
  private mutating func readColons() {
    guard depth == 0 else { return }
    var here = start
    while here < end {
      let row = here
      here += 1
      guard mask[row] < 0, isColon(row), !taken[row] else { continue }
      let next = row + 1
      if let quote = quote(at: next), !taken[next] {
        addColon(row, TokenRange(next, quote.tokens.end))
      } else if next >= end || next + 1 >= end && tokens[next].kind != .word,
        unitRow + 1 < units.count,
        let content = quotedUnit(units[unitRow + 1].tokens)
      {
        addColon(row, content)
      }
    }
  }

  /// The quotation that the next unit begins with and consists of.
  private func quotedUnit(_ range: Range<Int>) -> TokenRange? {
    let first = range.lowerBound
    guard let quote = quote(at: first), !taken[first] else { return nil }
    let rest = min(quote.tokens.end, range.upperBound)..<range.upperBound
    let alone = rest.allSatisfy { tokens[$0].kind != .word && tokens[$0].kind != .number }
    return alone ? TokenRange(first, quote.tokens.end) : nil
  }

  /// The saying is the last finite verb before the colon, its verb of saying if it has one.
  private mutating func addColon(_ colon: Int, _ content: TokenRange) {
    var rows: [Int] = []
    var here = colon - 1
    while here >= start, mask[here] < 0, !taken[here], rows.count < 6 {
      if groupAt[here] >= 0, groups[Int(groupAt[here])].head == here {
        rows.append(Int(groupAt[here]))
      }
      here -= 1
    }
    let finite = rows.filter { groups[$0].form == .finite }
    let saying = rows.first { tags(groups[$0].head).has(.quoteVerb) && !groups[$0].passive }
    guard let row = saying ?? finite.first else { return }
    let group = groups[row]
    let source = subject(of: row).range ?? speakerBetween(group, colon)
    guard source != nil else { return }
    add(
      FoundAttribution(
        source: source, cue: TokenRange(group.tokens.start, colon + 1), content: [content],
        score: saying != nil ? 0.95 : 0.7, rule: "english/cue.colon", lemma: group.lemma, unit: 0))
  }

  /// `NAME: …` at the start of a paragraph.
  private mutating func readNameColon() {
    guard depth == 0, start < end, kind(start) == .name, let next = nounGroupEnd(start), next < end,
      next - start <= 5, isColon(next), next + 2 < end, !taken[start], startsParagraph
    else { return }
    let quoted = quote(at: next + 1) != nil
    guard quoted || unit.headline, namesSpeaker(start) else { return }
    add(
      FoundAttribution(
        source: TokenRange(start, next), cue: TokenRange(next, next + 1),
        content: [TokenRange(next + 1, end)], score: 0.9, rule: "english/speech.colon", lemma: 0,
        unit: 0))
  }

  /// Whether a person or a body is named at `row`.
  private func namesSpeaker(_ row: Int) -> Bool {
    let low = partitionPoint(draft.names.count) { draft.names[$0].tokens.end <= row }
    guard low < draft.names.count, draft.names[low].tokens.contains(row),
      draft.entities.indices.contains(draft.names[low].value)
    else { return false }
    let kind = draft.entities[draft.names[low].value].kind
    return kind == .person || kind == .organisation
  }

  private var startsParagraph: Bool {
    unitRow == 0 || units[unitRow - 1].paragraph != unit.paragraph
  }

  /// A sentence that is only a quotation goes on with the last speaker.
  mutating func readFloating() {
    guard depth == 0 else { return }
    var first = start
    while first < end, tokens[first].kind == .mark { first += 1 }
    guard first < end, !taken[first], let quote = quote(at: first) else { return }
    var last = quote.tokens.end
    while last < end, let next = self.quote(at: last) { last = max(next.tokens.end, last + 1) }
    let rest = last < end ? TokenRange(last, end) : TokenRange(last, last)
    guard rest.indices.allSatisfy({ tokens[$0].kind != .word && tokens[$0].kind != .number }) else {
      return
    }
    let content = TokenRange(first, last)
    if let signature = signature() {
      add(
        FoundAttribution(
          source: TokenRange(signature.start + 1, signature.end),
          cue: TokenRange(signature.start, signature.start + 1), content: [content], score: 0.9,
          rule: "english/speech.signed", lemma: 0, unit: 0))
      return
    }
    guard let before = lastAttribution() else { return }
    if found[before].quoted || found[before].paragraph == unit.paragraph,
      found[before].unit + 1 >= unitRow || found[before].paragraph == unit.paragraph
    {
      found[before].content.append(content)
      found[before].quoted = true
      found[before].unit = unitRow
      found[before].paragraph = unit.paragraph
      take(content)
    }
  }

  /// `— Ana Lima` in the line after a quotation: the dash and the name.
  private func signature() -> TokenRange? {
    guard unitRow + 1 < units.count else { return nil }
    let next = units[unitRow + 1].tokens
    let dash = next.lowerBound
    guard next.count <= 8, tokens[dash].kind == .mark,
      byte(dash) == UInt8(ascii: "-") || byte(dash) == 0xE2,
      next.count > 1, kind(dash + 1) == .name
    else { return nil }
    var last = next.upperBound
    while last > dash + 1, tokens[last - 1].kind == .stop { last -= 1 }
    guard (dash + 1..<last).allSatisfy({ kind($0).isPremodifier }) else { return nil }
    return TokenRange(dash, last)
  }

  private func lastAttribution() -> Int? {
    var best: Int?
    var row = found.count - 1
    var steps = 0
    while row >= 0, steps < 24 {
      let one = found[row]
      if let best, one.unit < found[best].unit { return best }
      if one.parent == nil, one.source != nil, tables.isSaying(one), !isRelative(one.source) {
        if best.map({ later(one, found[$0]) }) ?? true { best = row }
      }
      row -= 1
      steps += 1
    }
    return best
  }

  /// Of two attributions of one unit, the one that a quotation goes on with.
  private func later(_ one: FoundAttribution, _ other: FoundAttribution) -> Bool {
    if one.quoted != other.quoted { return one.quoted }
    return (one.source?.start ?? 0) < (other.source?.start ?? 0)
  }

  private func isRelative(_ range: TokenRange?) -> Bool {
    guard let range, range.count == 1 else { return false }
    return kind(range.start) == .relative || kind(range.start) == .whWord
  }

  /// `reportedly`, `is said to`: hedges that name nobody.
  mutating func readHedges() {
    var here = start
    while here < end {
      let row = here
      here += 1
      guard mask[row] < 0 else { continue }
      var count = tables.hedgePhrases.match(tokens, at: row, end: end)
      if count == 0, tags(row).has(.hedgeAdverb) { count = 1 }
      guard count > 0 else { continue }
      here = row + count
      guard let content = hedgedClause(row, here) else { continue }
      var hedge = FoundAttribution(
        source: nil, cue: TokenRange(row, here), content: content, score: 0.9,
        rule: "english/hedge.ownerless", lemma: lemma(row), unit: unitRow, ownerless: true)
      hedge.parent = parent
      hedge.paragraph = unit.paragraph
      found.append(hedge)
    }
  }

  /// The clause around a hedge: from the last mark or subordinator to the next mark.
  private func hedgedClause(_ from: Int, _ to: Int) -> [TokenRange]? {
    var lower = from
    while lower > start, from - lower < 40, kind(lower - 1) != .mark,
      kind(lower - 1) != .subordinator,
      mask[lower - 1] < 0
    { lower -= 1 }
    var upper = to
    while upper < end, upper - to < 60, kind(upper) != .mark, kind(upper) != .stop { upper += 1 }
    let pieces = [TokenRange(lower, from), TokenRange(to, upper)].filter { $0.count > 0 }
    return pieces.isEmpty ? nil : pieces
  }
}

extension SpeechTables {
  /// Whether a later quotation may go on with this one: it was said, not thought or wanted.
  func isSaying(_ found: FoundAttribution) -> Bool {
    guard !found.ownerless, !found.presupposed else { return false }
    if found.quoted { return true }
    switch strengths[found.lemma] {
    case .neutral, .committing, .distancing, .evaluating, .disputing: return true
    default: return found.rule == "english/speech.according"
    }
  }
}
