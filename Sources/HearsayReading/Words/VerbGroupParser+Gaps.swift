import HearsayText

/// Groups that are not in one piece, or that share an auxiliary with the one before.
extension VerbGroupParser {
  /// `has, however, been`: passes over an aside between commas that holds no verb.
  func overAside(_ here: inout Int, _ state: GroupState) -> Bool {
    guard !state.hasVerb, !state.isEmpty, isComma(here) else { return false }
    var close = here + 1
    while close < end, close < here + 6, !isComma(close) {
      guard !classes[close].isVerb, !classes[close].isAuxiliary, tokens[close].kind == .word,
        classes[close] != .relative, classes[close] != .subordinator
      else { return false }
      close += 1
    }
    guard close > here + 1, close + 1 < end, isComma(close), goesOn(close + 1, state) else {
      return false
    }
    here = close + 1
    return true
  }

  /// `had at first said`: passes over a phrase for a time.
  func overMoment(_ here: inout Int, _ state: GroupState) -> Bool {
    guard !state.hasVerb, !state.isEmpty, here + 2 < end, classes[here] == .preposition,
      tables.momentLinks.contains(tokens[here].word),
      tables.moments.contains(tokens[here + 1].word), goesOn(here + 2, state)
    else { return false }
    here += 2
    return true
  }

  /// `did he say`, `has the group released`: passes over the subject to the verb.
  ///
  /// The group then is the verb alone, with what its auxiliary says of it.
  func overSubject(_ here: inout Int, _ state: inout GroupState, from lower: Int) -> Bool {
    guard state.first == lower || !isSubject(state.first - 1), here < end else { return false }
    var next = here
    var nominal = false
    while next < end, next < here + 6,
      classes[next].isNominal || classes[next].isPremodifier || classes[next] == .negation
    {
      if classes[next] == .negation { state.negated = true }
      nominal = classes[next].isNominal
      next += 1
    }
    guard nominal, next > here else { return false }
    let verb = next
    while next < end, classes[next] == .adverb || classes[next] == .negation { next += 1 }
    guard goesOn(next, state) else { return false }
    let certain = state.last != .be || next == here + 1 || classes[here] == .subjectPronoun
    guard certain else { return false }
    state.first = verb
    here = verb
    return true
  }

  /// `is going to leave`, `used to say`, `have to go`: one group with the verb that follows.
  func overPeriphrasis(_ here: inout Int, _ state: inout GroupState) -> Bool {
    guard here + 1 < end, classes[here] == .to, state.head == here - 1 else { return false }
    var verb = here + 1
    while verb < end, classes[verb] == .adverb { verb += 1 }
    guard verb < end, classes[verb] == .verbBase || canBe(verb, .verbBase) else { return false }
    let head = tokens[state.head].word
    if head == tables.function.going, state.last == .be {
      state.periphrasis(tables.willLemma, at: verb)
    } else if head == tables.function.used,
      state.firstForm == .verbPast || state.last == .doAuxiliary
    {
      state.periphrasis(nil, at: verb)
    } else {
      return false
    }
    here += 1
    return true
  }

  /// `to name and own them`, `has won and lost`, `helped free them`: the form is that of the group
  /// before.
  func join(_ group: inout VerbGroup, to last: VerbGroup) {
    guard group.core > last.head, group.modal == nil else { return }
    let kind = classes[group.core]
    if kind == .verbBase, group.form == .finite,
      lexicon.tags(tokens[last.head].word).has(.bareInfinitiveVerb),
      isObject(last.head + 1..<group.core)
    {
      (group.form, group.tense) = (.infinitive, .none)
      return
    }
    guard isCoordinated(group.core) else { return }
    if kind == .verbBase, group.form == .finite, group.core == group.head {
      if last.form == .infinitive || classes[last.head] == .verbBase && last.modal != nil {
        (group.form, group.tense, group.modal) = (last.form, last.tense, last.modal)
      }
    } else if kind == .verbParticiple, group.form == .participle, last.form == .finite,
      classes[last.head] == .verbParticiple, last.core < last.head
    {
      (group.form, group.tense, group.modal) = (.finite, last.tense, last.modal)
      group.passive = last.passive
    }
  }

  /// `to “stay away”`, `would “fight”`: the mark parts the base form from what asks for it.
  func readOverMark(_ group: inout VerbGroup, from lower: Int) {
    let mark = group.tokens.start - 1
    guard group.form == .finite, group.modal == nil, mark - 1 >= lower, tokens[mark].kind == .quote,
      canBe(group.core, .verbBase),
      classes[mark - 1] == .to || classes[mark - 1] == .modal || classes[mark - 1] == .doAuxiliary
    else { return }
    (group.form, group.tense) = (.infinitive, .none)
  }

  /// Whether only an object or nothing stands between.
  private func isObject(_ range: Range<Int>) -> Bool {
    range.count < 6
      && range.allSatisfy {
        classes[$0].isNominal || classes[$0].isPremodifier || classes[$0] == .adverb
      }
  }

  /// Whether a conjunction stands before, over adverbs.
  private func isCoordinated(_ row: Int) -> Bool {
    var here = row - 1
    while here > 0, classes[here] == .adverb { here -= 1 }
    return here >= 0 && classes[here] == .conjunction
  }

  private func goesOn(_ row: Int, _ state: GroupState) -> Bool {
    guard row < end else { return false }
    let kind = classes[row]
    if kind.isVerb { return state.accepts(kind, kind) }
    return (kind == .be || kind == .have) && state.accepts(form(row), kind)
  }

  private func isSubject(_ row: Int) -> Bool {
    classes[row].isNominal || classes[row] == .relative || classes[row] == .determiner
  }

  private func isComma(_ row: Int) -> Bool {
    row < end && tokens[row].kind == .mark
      && lexicon.vocabulary.firstByte(tokens[row].word) == UInt8(ascii: ",")
  }
}
