import HearsayText

/// What a walk through a content has met so far.
struct ContentWalk {
  let context: SpeechScanner.BorderContext
  let from: Int
  /// Whether the cue's own clause ends before a finite verb that nothing in the content asks for.
  var endsAtVerb = false
  /// One past an object that is only a name or a pronoun; -1 for others.
  var plainEnd = -1
  /// The clauses that were opened and still wait for their finite verb.
  var owed = 0
  var finite = 0
  /// Whether `and` stood since the last finite verb, so that the next one has its own subject.
  var joined = false
  /// The forms of the verbs that were passed.
  var forms = VerbForms()
  /// The brackets that are open.
  var brackets = 0
  /// Whether the first of a pair of dashes was passed.
  var inDashes = false

  /// Whether the content's clause has its verb, so that what follows may be a tail.
  var isWhole: Bool { finite > 0 && owed == 0 }
}

extension SpeechScanner {
  /// A walk that begins at `from`, with what the cue's place tells.
  func walk(from: Int, _ context: BorderContext) -> ContentWalk {
    var context = context
    if context.frame == .nounGroup, from + 1 < end, tokens[from].word == function.that,
      thatOpensClause(from + 1)
    {
      // `said on Monday that`: what looks like `that idea` after an adjunct.
      context.frame = .that
    }
    let leads = leads(context.group)
    context.fronted = context.fronted || leads
    var walk = ContentWalk(context: context, from: from)
    walk.endsAtVerb = endsAtVerb(context, leads)
    walk.owed = context.isClause ? 1 : 0
    if context.frame == .nounGroup { walk.plainEnd = plainObjectEnd(from) }
    return walk
  }

  private func thatOpensClause(_ row: Int) -> Bool {
    switch kind(row) {
    case .determiner, .possessive, .preposition, .subjectPronoun, .name: true
    default: false
    }
  }

  /// Whether the cue stands before the main clause: every finite verb before it is asked for by a
  /// subordinator or relative word, and so is its own clause.
  private func leads(_ group: VerbGroup) -> Bool {
    let core = group.core
    guard core < end, core - start < 40 else { return false }
    var waiting = 0
    var opened = false
    var here = start
    while here < core {
      if mask[here] >= 0 { return false }
      if groupAt[here] >= 0 {
        let other = groups[Int(groupAt[here])]
        if other.head == here, other.form == .finite {
          guard waiting > 0 else { return false }
          waiting -= 1
        }
      }
      if opensDependent(here) {
        waiting += 1
        opened = true
      } else if isComma(here), waiting == 0 {
        opened = false
      }
      here += 1
    }
    return opened || group.form != .finite
  }

  private func opensDependent(_ row: Int) -> Bool {
    switch kind(row) {
    case .subordinator: tokens[row].word != function.that && opensClause(row)
    case .relative: true
    case .whWord: kind(row + 1) != .modal
    default: false
    }
  }

  private func endsAtVerb(_ context: BorderContext, _ leads: Bool) -> Bool {
    if context.objectOfRelative { return true }
    let before = context.group.tokens.start - 1
    guard before >= start else { return context.group.form != .finite }
    if kind(before) == .relative { return true }
    switch context.group.form {
    case .finite: return false
    case .progressive, .participle: return kind(before).isNominal || leads && !isComma(before)
    default: return leads && !isComma(before)
    }
  }

  /// One past an object that is a name, a pronoun or a bare `this`, before any time; -1 for others.
  private func plainObjectEnd(_ from: Int) -> Int {
    guard var close = simpleGroupEnd(from), close > from else { return -1 }
    let limit = min(close, from + 12)
    if from + 1 < limit, let time = (from + 1..<limit).first(where: { timeBegins($0) }) {
      close = time
    }
    switch kind(close - 1) {
    case .name, .objectPronoun, .subjectPronoun: return close
    case .determiner: return close == from + 1 && simpleGroupEnd(from) == close ? close : -1
    default: return -1
    }
  }

  /// Whether a phrase belongs to the saying, not to the object: a time or place after a name or
  /// pronoun (`endorsed Trump last week` 4/6, `at` 3/3, `during` 3/3, `by` 3/5, `because` 2/2), how
  /// it was said (`in a tweet` 5/8, `on Twitter` 4/5, `at a rally` 3/6), `before leaving` (3/3).
  func isAdjunct(_ row: Int, _ walk: ContentWalk) -> Bool {
    guard walk.context.frame == .nounGroup else { return false }
    let word = tokens[row].word
    if row == walk.plainEnd {
      if timeBegins(row) || kind(row) == .number { return true }
      if tables.borders.adjuncts.contains(word) { return true }
      if kind(row) == .preposition, timeBegins(row + 1) { return true }
      if kind(row) == .subordinator, word != function.that { return true }
    }
    guard kind(row) == .preposition || kind(row) == .subordinator else { return false }
    if tables.borders.beforeWords.contains(word) { return isProgressive(row + 1) }
    return isManner(row)
  }

  private func timeBegins(_ row: Int) -> Bool {
    guard row < end, timeAt[row] >= 0 else { return false }
    return draft.times[Int(timeAt[row])].tokens.start == row
  }

  /// A verb in -ing, also with an adverb before it.
  private func isProgressive(_ row: Int) -> Bool {
    guard row < end, groupAt[row] >= 0 else { return kind(row) == .verbIng }
    return groups[Int(groupAt[row])].form == .progressive
  }

  private func isManner(_ row: Int) -> Bool {
    guard tables.borders.placePrepositions.contains(tokens[row].word),
      let close = simpleGroupEnd(row + 1)
    else { return false }
    return tags(close - 1).has(.mannerNoun)
  }
}
