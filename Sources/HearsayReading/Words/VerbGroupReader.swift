import HearsayText

/// Joins auxiliaries, adverbs, negation and head to verb groups, in order of start.
///
/// - Complexity: O(*n*) in the number of tokens.
func readVerbGroups(_ draft: inout Draft, _ tables: WordTables, _ lexicon: Lexicon) {
  var groups: [VerbGroup] = []
  var parser = VerbGroupParser(
    tokens: draft.tokens, classes: draft.classes, lexicon: lexicon, tables: tables, end: 0,
    sentence: 0)
  for (row, sentence) in draft.sentences.enumerated() {
    parser.end = min(sentence.tokens.end, draft.tokens.count)
    parser.sentence = row
    var here = sentence.tokens.start
    var last: VerbGroup?
    while here < parser.end {
      if var group = parser.group(at: here, from: sentence.tokens.start) {
        parser.readOverMark(&group, from: sentence.tokens.start)
        if let last { parser.join(&group, to: last) }
        last = group
        groups.append(group)
        here = max(group.tokens.end, here + 1)
      } else {
        here += 1
      }
    }
  }
  draft.verbGroups = groups
}

struct VerbGroupParser {
  let tokens: [Token]
  let classes: [WordClass]
  let lexicon: Lexicon
  let tables: WordTables
  var end: Int
  var sentence: Int

  /// The group whose first auxiliary or verb stands at `start`.
  func group(at start: Int, from lower: Int) -> VerbGroup? {
    let first = classes[start]
    guard first.isVerb || first.isAuxiliary || (first == .to && infinitive(start)) else {
      return nil
    }
    var state = GroupState(first: start)
    var here = start
    while here < end,
      step(&here, &state) || overAside(&here, state)
        || overMoment(&here, state)
    {}
    if overPeriphrasis(&here, &state) { while here < end, step(&here, &state) {} }
    if first.isAuxiliary, !state.hasVerb, overSubject(&here, &state, from: lower) {
      while here < end, step(&here, &state) {}
      return state.hasVerb ? finish(state, from: max(lower, state.first)) : nil
    }
    if state.head < 0, first == .modal { state.head = start }
    guard state.head >= 0 else { return nil }
    return finish(state, from: lower)
  }

  private func infinitive(_ row: Int) -> Bool {
    var here = row + 1
    while here < end, classes[here] == .adverb || classes[here] == .negation { here += 1 }
    return here < end && (classes[here] == .verbBase || canBe(here, .verbBase))
  }

  func canBe(_ row: Int, _ kind: WordClass) -> Bool {
    tokens[row].kind == .word && WordClasses(lexicon.facts(tokens[row].word).classes).has(kind)
  }

  /// Takes the token at `here` into the group; `false` when the group ended before it.
  private func step(_ here: inout Int, _ state: inout GroupState) -> Bool {
    let kind = classes[here]
    switch kind {
    case .to:
      guard here == state.first else { return false }
      state.infinitive = true
    case .modal:
      guard state.isEmpty else { return false }
      state.modal = lexicon.facts(tokens[here].word).lemma
      state.note(kind)
    case .be, .have, .doAuxiliary:
      guard state.accepts(form(here), kind) else { return false }
      state.note(kind)
      state.auxiliary(here, kind, form(here))
    case .adverb:
      guard leadsOn(here, state) else { return false }
    case .adjective:
      // `was first reported`: a word that may as well be an adverb.
      guard state.last == .be || state.last == .have, canBe(here, .adverb), leadsOn(here, state)
      else { return false }
    case .negation: state.negated = true
    case .verbBase, .verbS, .verbPast, .verbParticiple, .verbIng:
      guard state.accepts(kind, kind) else { return false }
      state.takeHead(here, kind)
      here += 1
      return false
    default: return false
    }
    here += 1
    return true
  }

  /// Which form of its verb an auxiliary is.
  func form(_ row: Int) -> WordClass {
    for kind in [WordClass.verbParticiple, .verbIng, .verbPast, .verbS, .verbBase]
    where canBe(row, kind) { return kind }
    return .verbS
  }

  /// Whether an adverb inside the group is followed by more of it.
  private func leadsOn(_ row: Int, _ state: GroupState) -> Bool {
    var here = row + 1
    while here < end, here < row + 4, classes[here] == .adverb || classes[here] == .negation {
      here += 1
    }
    guard here < end else { return false }
    let kind = classes[here]
    if kind.isVerb { return state.accepts(kind, kind) }
    if kind == .be || kind == .have || kind == .doAuxiliary {
      return state.accepts(form(here), kind)
    }
    return kind == .adjective && state.last == .be
  }

  private func finish(_ state: GroupState, from lower: Int) -> VerbGroup {
    var start = state.first
    var denied = false
    while start > lower, start > state.first - 3, tokens[start - 1].kind == .word,
      classes[start - 1] == .adverb || classes[start - 1] == .negation
    {
      start -= 1
      // `never mentioned`
      if classes[start] == .negation { denied = true }
    }
    var stop = state.head + 1
    let complement = self.complement(state)
    if let complement { stop = complement + 1 }
    let negated = state.negated || denied || trailingNegation(stop)
    return VerbGroup(
      tokens: TokenRange(start, stop), head: state.head, core: state.first,
      lemma: lexicon.facts(tokens[state.head].word).lemma, form: state.form,
      passive: state.passive, negated: negated, modal: state.modal, tense: tense(state),
      complement: complement, sentence: sentence)
  }

  private func trailingNegation(_ row: Int) -> Bool { row < end && classes[row] == .negation }

  private func tense(_ state: GroupState) -> VerbGroup.Tense {
    if state.modal != nil { return state.modal == tables.willLemma ? .future : .present }
    guard state.form == .finite else { return .none }
    return state.firstForm == .verbPast ? .past : .present
  }

  /// The adjective after a copula, if no noun follows it.
  private func complement(_ state: GroupState) -> Int? {
    guard lexicon.tags(tokens[state.head].word).has(.copula) || state.headKind == .be else {
      return nil
    }
    var here = state.head + 1
    while here < end, here < state.head + 4, classes[here] == .adverb || classes[here] == .negation
    {
      here += 1
    }
    guard here < end, classes[here] == .adjective, tokens[here].kind == .word else { return nil }
    let next = here + 1 < end ? classes[here + 1] : .stop
    switch next {
    case .noun, .name, .adjective, .verbIng, .number: return nil
    default: return here
    }
  }
}

/// A group while it is being read.
struct GroupState {
  var first: Int
  var head = -1
  /// Whether a full verb has come.
  var hasVerb = false
  var headKind = WordClass.other
  var modal: WordID?
  var infinitive = false
  var negated = false
  var passive = false
  var isEmpty = true
  /// The last auxiliary.
  var last = WordClass.other
  /// The form of the first verb of the group.
  var firstForm = WordClass.other

  init(first: Int) { self.first = first }

  var form: VerbGroup.Form {
    if infinitive { return .infinitive }
    if modal != nil { return .finite }
    switch firstForm {
    case .verbIng: return .progressive
    case .verbParticiple: return .participle
    default: return .finite
    }
  }

  mutating func note(_ kind: WordClass) {
    isEmpty = false
    if kind == .modal { last = .modal }
  }

  /// An auxiliary is the head until a full verb comes.
  mutating func auxiliary(_ row: Int, _ kind: WordClass, _ form: WordClass) {
    if firstForm == .other { firstForm = form }
    head = row
    headKind = kind
    last = kind
  }

  mutating func takeHead(_ row: Int, _ kind: WordClass) {
    if firstForm == .other { firstForm = kind }
    passive = last == .be && kind == .verbParticiple
    head = row
    headKind = kind
    isEmpty = false
    hasVerb = true
  }

  /// What follows is read as after a modal: `is going to`, `used to`.
  mutating func periphrasis(_ modal: WordID?, at row: Int) {
    firstForm = headKind == .verbPast ? .verbPast : firstForm
    if let modal { self.modal = modal }
    last = .modal
    head = row
    hasVerb = false
  }

  /// Whether a verb in this form continues the group.
  func accepts(_ form: WordClass, _ kind: WordClass) -> Bool {
    if isEmpty { return !infinitive || form == .verbBase || kind == .be || kind == .have }
    switch last {
    case .modal, .doAuxiliary: return form == .verbBase || kind == .be && form != .verbIng
    case .have: return form == .verbParticiple
    case .be: return form == .verbParticiple || form == .verbIng
    default: return false
    }
  }
}
