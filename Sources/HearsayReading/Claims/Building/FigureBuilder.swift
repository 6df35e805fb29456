import HearsayCore
import HearsayText

/// The figure before, which a bare number continues.
struct FormerFigure {
  let frame: FigureFrame
  let claim: Claim
  /// The attributions around it.
  var speakers: [Int] = []

  /// What it was about.
  var about: Proposition { _read { yield claim.proposition } }
}

/// Builds the claim of one figure, a question at a time.
struct FigureBuilder: ClaimFinder {
  var frame: FigureFrame
  let hits: [ClaimHit]
  let context: ClaimContext
  let layers: SentenceLayers
  /// The phrases of the other figures of the sentence.
  let otherPhrases: [TokenRange]
  /// What of the sentence tells of another event.
  var stretch: OtherStretch?

  /// The figure of the same number before, which `the 17 pieces` goes back to.
  var namesake: Claim?

  var isPart = false
  var proposition = Proposition()
  var speakers: [Int] = []
  var mode = AttributionMode.narrator
  /// The body that counted, where the words say so without a reporting verb.
  var counter: ChainStep?
  /// Whether it goes on with whoever gave the figure before.
  var hasVoice = false
  /// Whether only a relative clause about the number gives it to somebody.
  var isAside = false
  var bearing: Bearing?
  var hedges: [String] = []
  var contest: String?
  /// Who is counted, in the words of the figure that this one stands for.
  var counted: String?
  var trail: [RuleFiring] = []

  init(
    frame: FigureFrame, hits: [ClaimHit], context: ClaimContext, layers: SentenceLayers,
    otherPhrases: [TokenRange]
  ) {
    self.frame = frame
    self.hits = hits
    self.context = context
    self.layers = layers
    self.otherPhrases = otherPhrases
  }

  /// Works out everything; `last` is the figure before, with what it was about.
  ///
  /// `like` is the last one of the same kind: a noun that stands for a figure skips the others.
  ///
  /// `recent` is what a bare number may stand for.
  mutating func work(
    last: FormerFigure?, ofKind like: FormerFigure?, recent: [EchoSource] = []
  ) {
    trail.reserveCapacity(4)
    trail.append(fired(frame.rule, frame.number, "number"))
    findSpeakers()
    if let last, speakers.isEmpty, counter == nil, last.frame.sentence == frame.sentence,
      isFormerValue(of: last) || isBrought()
    {
      speakers = last.speakers
      if speakers.isEmpty, isFormerValue(of: last), last.claim.chain.count > 1 {
        counter = last.claim.chain.last
      }
    }
    if let last, speakers.isEmpty, counter == nil, isInBrackets(behind: last) {
      speakers = last.speakers
      if speakers.isEmpty, last.claim.chain.count > 1 { counter = last.claim.chain.last }
    }
    if let last, speakers.isEmpty, counter == nil, isListed(behind: last) {
      counter = last.claim.chain.last
    }
    findSubject(last, like, recent)
    findPopulation(last)
    if isPart, let last { shareSource(of: last) }
    findTimes(last)
    findModality()
  }

  func fired(_ rule: String, _ tokens: TokenRange, _ note: String, _ about: String = "")
    -> RuleFiring
  {
    RuleFiring(rule: rule, range: draft.bytes(tokens), note: note, about)
  }

  /// `52, up from 50 on Monday`: told by whoever tells the number before.
  private func isFormerValue(of last: FormerFigure) -> Bool {
    let from = frame.number.start - 1
    return from - last.frame.number.end < 12 && from > frame.sentence.start
      && tables.fromWords.contains(draft.tokens[from].word)
      && tables.upWords.contains(draft.tokens[from - 1].word)
  }

  /// `…, the minister said, bringing the total to 590`: goes on with what he said.
  private func isBrought() -> Bool {
    var row = frame.number.start - 1
    let lowest = max(frame.sentence.start + 1, row - 6)
    while row >= lowest, draft.classes[row] != .mark, draft.classes[row] != .verbIng { row -= 1 }
    return row >= lowest && draft.classes[row] == .verbIng && draft.classes[row - 1] == .mark
      && tables.bringingVerbs.contains(lexicon.facts(draft.tokens[row].word).lemma)
  }

  /// `3.6 billion pesos (about $64 million)`: the same sum in other money.
  private func isInBrackets(behind last: FormerFigure) -> Bool {
    let open = frame.number.start - 1
    return last.frame.sentence == frame.sentence && open >= last.frame.phrase.end
      && open - last.frame.phrase.end <= 1 && context.isMark(open, "(")
  }

  /// `Police have held 12 men, including two brothers`: a part is told by whoever tells the whole.
  private mutating func shareSource(of last: FormerFigure) {
    guard speakers.isEmpty, counter == nil, last.frame.sentence == frame.sentence,
      frame.phrase.start >= last.frame.phrase.end, last.claim.chain.count > 1
    else { return }
    speakers = last.speakers
    if speakers.isEmpty { counter = last.claim.chain.last }
    mode = .implicit
  }

  /// `The ministry's toll is 11 dead, 84 injured and 3 missing`: one list of one teller, where nobody's
  /// words are around it.
  private func isListed(behind last: FormerFigure) -> Bool {
    guard last.speakers.isEmpty, last.claim.chain.count > 1, last.frame.sentence == frame.sentence,
      frame.phrase.start - last.frame.phrase.end <= 5, frame.phrase.start > last.frame.phrase.end
    else { return false }
    let between = last.frame.phrase.end..<frame.phrase.start
    let isJoined = between.contains {
      draft.classes[$0] == .conjunction || isComma($0)
    }
    return isJoined
      && between.allSatisfy { row in
        switch draft.classes[row] {
        case .noun, .adjective, .adverb, .conjunction, .mark, .verbParticiple: true
        default: false
        }
      }
  }

  private mutating func findSpeakers() {
    let chains = ChainFinder(context: context, layers: layers)
    let range = draft.bytes(frame.number)
    speakers = chains.speakers(around: range, isNone: frame.rule == ZeroFinder.rule).filter {
      !chains.isPresupposed(frame, by: $0) && !chains.isOnlyRuled(frame, by: $0)
    }
    // `six died, and not seven as was reported`: the speaker does not say seven.
    if chains.isOthersBehindNot(frame) { speakers = [] }
    mode = chains.mode(of: range, speakers)
    if speakers.isEmpty, let row = chains.implicit(frame) {
      speakers = [row]
      mode = .implicit
    }
    counter =
      verifier(chains) ?? chains.owner(of: frame, isTold: !speakers.isEmpty) ?? giver(chains)
    isAside = counter != nil && chains.isToldInAside(frame)
    if speakers.isEmpty, counter == nil {
      counter = chains.denier(of: frame) ?? chains.rumour(frame) ?? chains.inquiry(of: frame)
    }
    for row in speakers {
      trail.append(
        chains.fired(row, on: draft.attributions[row].content.first ?? range))
    }
  }

  /// `…, but the group could confirm only 383`: never whoever speaks in the clause before.
  private mutating func verifier(_ chains: ChainFinder) -> ChainStep? {
    guard let found = chains.verifier(of: frame) else { return nil }
    let border = draft.bytes(TokenRange(found.border, found.border + 1)).start
    let before = speakers.allSatisfy { row in
      draft.attributions[row].cue.map { $0.end <= border } ?? false
    }
    // `He said the group could confirm only 383`, `…, she said`: told by somebody else.
    guard before else { return nil }
    if !speakers.isEmpty { mode = .implicit }
    speakers = []
    return found.step
  }

  /// Whoever a verb before the figure says to have counted it.
  private mutating func giver(_ chains: ChainFinder) -> ChainStep? {
    guard let giver = chains.giver(of: frame) else {
      return speakers.isEmpty ? chains.counter(of: frame) : nil
    }
    if speakers.isEmpty { return giver.step }
    switch chains.overrides(giver.group, speakers, frame) {
    case .no: return nil
    case .within: return giver.step
    case .instead:
      speakers = []
      mode = .implicit
      return giver.step
    }
  }

  /// Whoever this figure is from, for the next sentence.
  func voice() -> Voice? {
    guard !speakers.isEmpty || counter != nil, frame.zone == .body,
      let row = draft.sentence(holding: frame.number.start)
    else { return nil }
    return Voice(
      sentence: row, paragraph: draft.sentences[row].paragraph, speakers: speakers,
      counter: counter, kind: frame.quantity.kind, isTaken: hasVoice)
  }

  /// Goes on with whoever gave the figure before, where nobody else does.
  mutating func takeVoice(_ voice: Voice) {
    guard speakers.isEmpty, counter == nil else { return }
    let finder = VoiceFinder(
      context: context, layers: layers, frame: frame, about: proposition)
    guard finder.goesOn(voice) else { return }
    speakers = voice.speakers
    counter = voice.counter
    mode = .implicit
    hasVoice = true
  }
}
