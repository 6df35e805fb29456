import HearsayCore
import HearsayText

/// Words that somebody put out, and answers that somebody owns: `Lima issued a statement saying …`,
/// `Lima's answer was that …`.
extension SpeechScanner {
  /// `Lima ran an ad that says "…"`: who put it out says it, not the paper (13/13).
  ///
  /// Read before the other cues, of which each verb would be one.
  mutating func readIssued() {
    let rows = groupsInUnit()
    for place in rows.indices.dropFirst() {
      let (row, before) = (rows[place], rows[place - 1])
      guard isIssuing(before), saysSo(row), joinsPaper(before, row),
        isFree(groups[before].tokens.start..<min(groups[row].tokens.end, end)),
        let found = issued(row, by: before, next: place + 1 < rows.count ? rows[place + 1] : nil)
      else { continue }
      add(found)
    }
  }

  /// `Lima was forced to say, “…”`: what is not thought of her, but done, leaves the words hers.
  mutating func readForced() {
    let rows = groupsInUnit()
    for place in rows.indices.dropFirst() {
      let (group, before) = (groups[rows[place]], groups[rows[place - 1]])
      guard group.form == .infinitive, before.form == .finite, before.passive,
        before.tokens.end == group.tokens.start, tags(group.head).has(.quoteVerb),
        tables.strengths[before.lemma] == nil,
        isFree(before.tokens.start..<min(group.tokens.end, end)),
        let source = subject(of: rows[place - 1]).range,
        let next = Optional(frame(after: group, lemma: group.lemma)),
        next.frame == .quote || next.frame == .that
      else { continue }
      let to = contentEnd(from: next.contentStart, BorderContext(frame: next.frame, group: group))
      guard to > next.contentStart else { continue }
      add(
        FoundAttribution(
          source: source, cue: TokenRange(before.tokens.start, max(next.cueEnd, group.tokens.end)),
          content: [TokenRange(next.contentStart, to)], score: 0.85,
          rule: next.frame == .quote ? "english/cue.quote" : "english/cue.clause",
          lemma: group.lemma, unit: 0))
    }
  }

  private func isIssuing(_ row: Int) -> Bool {
    let group = groups[row]
    return !group.passive && group.form != .participle && tables.issuingVerbs.contains(group.lemma)
  }

  /// `saying`, `that said`, `titled "…"`.
  private func saysSo(_ row: Int) -> Bool {
    let group = groups[row]
    switch group.form {
    case .progressive: return isStatement(group)
    case .participle: return isTitle(group)
    case .finite where kind(group.tokens.start - 1) == .relative:
      return !group.passive && isStatement(group)
    case .finite:
      return group.tokens.count == 1 && can(group.head, .verbParticiple) && isTitle(group)
    case .infinitive: return false
    }
  }

  /// As in `a memo titled, “…”`.
  private func isTitle(_ group: VerbGroup) -> Bool {
    quote(at: group.tokens.end) != nil
      || isComma(group.tokens.end) && quote(at: group.tokens.end + 1) != nil
  }

  private func isStatement(_ group: VerbGroup) -> Bool {
    if tags(group.head).has(.quoteVerb) { return true }
    switch tables.strengths[group.lemma] {
    case .neutral, .committing, .distancing, .evaluating, .disputing: return true
    default: return false
    }
  }

  /// Whether between two verbs stands only what was put out: `out a press release on Monday`.
  private func joinsPaper(_ before: Int, _ row: Int) -> Bool {
    let to = groups[row].tokens.start
    let from = groups[before].tokens.end
    guard from < to, to - from < 20 else { return false }
    let rest = from..<to
    return rest.allSatisfy { mask[$0] < 0 && groupAt[$0] < 0 && tokens[$0].kind != .stop }
      && rest.contains {
        kind($0) == .noun && (tags($0).has(.mannerNoun) || tags($0).has(.documentNoun))
      }
  }

  private func issued(_ row: Int, by before: Int, next: Int?) -> FoundAttribution? {
    let subject = subject(of: before)
    guard let source = subject.range else { return nil }
    let group = groups[row]
    var found: FoundAttribution?
    if isTitle(group), kind(group.tokens.start - 1) != .relative, group.form != .progressive {
      let from = quote(at: group.tokens.end) == nil ? group.tokens.end + 1 : group.tokens.end
      found = quote(at: from).map { quote in
        FoundAttribution(
          source: source, cue: group.tokens, content: [quote.tokens], score: 0.9, rule: "",
          lemma: group.lemma, unit: 0)
      }
    } else if var candidate = candidate(row, next: next) {
      candidate.subject = subject
      found = attribution(candidate, 0.9)
    }
    guard var found else { return nil }
    let cueEnd = found.cue?.end ?? group.tokens.end
    found.source = source
    found.cue = TokenRange(groups[before].tokens.start, cueEnd)
    found.rule = "english/speech.issued"
    return found
  }

  // MARK: - Answers

  /// `Lima's first answer was that …`, `his slogan is "…"`: a noun of saying with its owner.
  mutating func readOwnedNouns() {
    for row in groupsInUnit() {
      let group = groups[row]
      guard group.form == .finite, group.complement == nil, kind(group.head) == .be,
        isFree(group.tokens.start..<min(group.tokens.end, end)),
        let subject = subject(of: row).range, subject.end <= group.tokens.start,
        let owner = ownerOfSaying(subject)
      else { continue }
      let followed = frame(after: group, lemma: group.lemma)
      guard followed.frame == .that || followed.frame == .quote && isClause(followed.contentStart)
      else { continue }
      let to = contentEnd(
        from: followed.contentStart, BorderContext(frame: followed.frame, group: group))
      guard to > followed.contentStart else { continue }
      add(
        FoundAttribution(
          source: owner, cue: TokenRange(owner.end, followed.cueEnd),
          content: [TokenRange(followed.contentStart, to)], score: 0.85,
          rule: "english/speech.own-noun", lemma: group.lemma, unit: 0))
    }
  }

  /// Whether the quotation at a token has a verb of its own; the one in `his tweet was “a joke”`
  /// judges.
  func isClause(_ row: Int) -> Bool {
    guard let inner = quote(at: row)?.inner else { return false }
    return inner.indices.contains { token in
      groupAt[token] >= 0 && groups[Int(groupAt[token])].form == .finite
    }
  }

  /// Who owns the noun of saying that a group begins with.
  private func ownerOfSaying(_ range: TokenRange) -> TokenRange? {
    let limit = min(range.end, range.start + 14)
    var owner = kind(range.start) == .possessive ? range.start + 1 : -1
    if owner < 0 {
      guard
        let mark = (range.start..<limit).first(where: {
          kind($0) == .genitive || kind($0) == .preposition || kind($0) == .mark
        }), kind(mark) == .genitive
      else { return nil }
      owner = mark + 1
    }
    let close = (owner..<limit).first { kind($0) == .preposition || kind($0) == .mark } ?? limit
    guard let head = (owner..<max(owner, close)).last(where: { kind($0).isNominal }),
      tables.speechNouns.contains(lemma(head)),
      !tables.cueAgents.contains(lemma(head))
    else { return nil }
    return TokenRange(range.start, owner)
  }
}
