import HearsayCore
import HearsayText

/// A verb group that may give words to somebody, with what its choice goes by.
struct PossibleCue: Sendable {
  var group: VerbGroup
  var lemma: WordID
  var followed: CueFrame
  var subject: Subject
  /// The counts that it goes by.
  var kind = Kind.verb
  /// What the lexicon says of its verb or adjective.
  var cueClass: CueStrength?
  /// A participle whose doer stands after `by`.
  var isAgentive = false
  /// The head noun of the object.
  var object: Int?

  /// What a cue is counted as.
  enum Kind: String, Sendable { case verb, passive, adjective, noun }

  init(
    group: VerbGroup, lemma: WordID, followed: CueFrame, subject: Subject, object: Int?
  ) {
    self.group = group
    self.lemma = lemma
    self.followed = followed
    self.subject = subject
    self.object = object
  }

  /// The row of the verb, or of the adjective after a copula.
  var word: Int { group.complement ?? group.head }
}

extension SpeechScanner {
  /// A verb group as a candidate; `nil` when it cannot be a cue whatever its counts.
  func candidate(_ row: Int, next: Int?) -> PossibleCue? {
    var group = groups[row]
    var lemma = group.lemma
    var followed = frame(after: group, lemma: lemma)
    if let next, let joined = joined(group, followed, groups[next]) {
      let behind = frame(after: groups[next], lemma: joined.lemma)
      // `declined to comment.` says nothing more.
      if behind.frame != .end || behind.hearer != nil {
        group = joined
        lemma = joined.lemma
        followed = behind
      }
    }
    let subject = subject(of: row)
    takeHearer(&followed, group, subject)
    var candidate = PossibleCue(
      group: group, lemma: lemma, followed: followed, subject: subject,
      object: objectHead(followed))
    candidate.kind = kind(of: group, isBy: isBy(followed))
    candidate.cueClass = cueClass(candidate)
    if group.form == .participle, candidate.kind == .verb {
      candidate.isAgentive = subject.range != nil && isBy(followed)
      // `an inventory seen by the paper`: it tells what stands there, not what the paper says.
      if candidate.isAgentive, tables.readingVerbs.contains(lemma) { return nil }
      guard candidate.isAgentive || isReduced(candidate) else { return nil }
      candidate.group.passive = true
      candidate.kind = .passive
    }
    return candidate
  }

  /// `told a joke`, `shows Lima with a lead`: who seemed to be told is what is told of.
  private func takeHearer(_ followed: inout CueFrame, _ group: VerbGroup, _ subject: Subject) {
    guard let hearer = followed.hearer, gap(before: subject) == nil else { return }
    switch followed.frame {
    case .end: if tags(group.head).has(.quoteVerb), hears(hearer) { return }
    case .ing, .preposition: if tags(group.head).has(.quoteVerb) { return }
    default: return
    }
    followed.frame = .nounGroup
    followed.contentStart = hearer.start
    followed.cueEnd = min(followed.cueEnd, hearer.start)
  }

  /// `asked whether`, `labeled as a threat`: a participle that leaves out who says so.
  private func isReduced(_ candidate: PossibleCue) -> Bool {
    switch candidate.followed.frame {
    case .wh, .infinitive, .preposition, .end: true
    case .nounGroup: tables.borders.namingVerbs.contains(candidate.lemma)
    case .that, .clause: tags(candidate.group.head).has(.hearerVerb)
    default: false
    }
  }

  /// Whether a noun group is somebody, who can be told something.
  private func hears(_ range: TokenRange) -> Bool {
    guard let head = headNoun(range) else { return true }
    return kind(head) != .noun || tags(head).has(.personNoun)
  }

  private func kind(of group: VerbGroup, isBy: Bool) -> PossibleCue.Kind {
    if group.complement != nil { return .adjective }
    if tags(group.head).has(.psychological), group.passive || group.form == .participle, !isBy {
      return .adjective
    }
    return group.passive ? .passive : .verb
  }

  /// Whether the doer of a passive follows.
  private func isBy(_ followed: CueFrame) -> Bool {
    let here = followed.contentStart
    guard here < end else { return false }
    return tokens[here].word == function.by || here > start && tokens[here - 1].word == function.by
  }

  private func cueClass(_ candidate: PossibleCue) -> CueStrength? {
    guard candidate.kind == .adjective else { return tables.strengths[candidate.lemma] }
    let word = tokens[candidate.word].word
    let known = tags(candidate.word).has(.psychological) || tables.attitudeAdjectives.contains(word)
    return known ? .attitude : nil
  }

  /// `declined to comment`: one cue.
  private func joined(
    _ group: VerbGroup, _ followed: CueFrame, _ next: VerbGroup
  ) -> VerbGroup? {
    guard followed.frame == .infinitive, tags(group.head).has(.compoundVerb),
      next.core == followed.contentStart || next.tokens.start == followed.contentStart,
      next.form == .infinitive, tables.strengths.has(next.lemma), tags(next.head).has(.quoteVerb)
    else { return nil }
    var joined = next
    joined.form = group.form
    joined.modal = group.modal
    joined.negated = group.negated || next.negated
    joined.tense = group.tense
    joined.tokens = TokenRange(group.tokens.start, next.tokens.end)
    return joined
  }

  /// The head of the noun group that follows.
  func objectHead(_ followed: CueFrame) -> Int? {
    guard followed.frame == .nounGroup, let last = simpleGroupEnd(followed.contentStart) else {
      return nil
    }
    return (followed.contentStart..<last).last { kind($0).isNominal }
  }
}

extension SpeechScanner {
  /// The word by which it is counted: the adjective or psychological participle itself.
  func countedWord(_ candidate: PossibleCue) -> WordID {
    candidate.kind == .adjective ? tokens[candidate.word].word : candidate.lemma
  }

  /// The frame by which it is counted: objects that are sayings stand apart.
  func countedFrame(_ candidate: PossibleCue) -> Frame {
    guard candidate.followed.frame == .nounGroup, let object = candidate.object else {
      return candidate.followed.frame
    }
    if tables.cueAgents.contains(lemma(object)) { return .agentNoun }
    return tables.speechNouns.contains(lemma(object)) ? .speechNoun : .nounGroup
  }
}
