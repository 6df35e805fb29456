import HearsayCore
import HearsayText

/// A word or phrase of the claim tables in a sentence.
struct ClaimHit {
  var tokens: TokenRange
  var phrase: ClaimPhrase
}

extension ClaimHit {
  var isVictims: Bool {
    if case .victims = phrase { true } else { false }
  }

  var isTopic: Bool {
    if case .topic = phrase { true } else { false }
  }
}

extension ClaimTables {
  /// Every phrase of the claim tables in a sentence, in order.
  ///
  /// A shorter one inside a longer one of the same sort is left out. With `asVerbs` a verb of the
  /// rules must stand as a verb; titles do not show it.
  ///
  /// - Complexity: O(*t* + *k*) for *t* tokens, *k* trigger words with their patterns.
  func hits(
    in sentence: TokenRange, _ context: ClaimContext, figures: Range<Int> = 0..<0,
    asVerbs: Bool = true
  ) -> [ClaimHit] {
    let (draft, lexicon) = (context.draft, context.lexicon)
    var matches: [PatternSet.Match] = []
    let slots = CountSlots(context: context, figures: figures)
    for row in sentence.indices where draft.facts[row].tags.has(.claimTrigger) {
      phrases.patterns.find(
        at: row, in: draft.tokens, within: sentence.start..<sentence.end, lexicon.facts,
        into: &matches, slot: slots.end)
    }
    var found: [ClaimHit] = []
    for match in matches {
      let phrase = phrases.payloads[match.row]
      let tokens = TokenRange(match.lower, match.upper)
      if tokens.count > 2, crossesComma(tokens, context) { continue }
      if !asVerbs || stands(phrase, at: tokens, context) {
        found.append(ClaimHit(tokens: tokens, phrase: phrase))
      }
    }
    if found.count < 2 { return found }
    var kept = longest(found)
    // Mostly in order already, and the sort is stable.
    if kept.indices.dropFirst().contains(where: {
      kept[$0].tokens.lower < kept[$0 - 1].tokens.lower
    }) {
      kept.sort { $0.tokens.lower < $1.tokens.lower }
    }
    return kept
  }

  /// `jails` as a noun is no verb of jailing; `confirmed as free` is a word of freeing all the same.
  func stands(
    _ phrase: ClaimPhrase, at tokens: TokenRange, _ context: ClaimContext
  ) -> Bool {
    let row = tokens.start
    guard case .topic(_, .verb) = phrase else { return true }
    let (draft, lexicon) = (context.draft, context.lexicon)
    if draft.classes[row] == .adjective { return !isPlain(row, before: tokens.end, context) }
    if draft.classes[row].isVerb { return true }
    // `police … seize` begins with who does it.
    if tokens.count > 1, draft.classes[tokens.end - 1].isVerb { return true }
    let word = draft.tokens[row].word
    guard draft.classes[row] == .noun, lexicon.facts(word).lemma == word, row > 0 else {
      return false
    }
    switch draft.classes[row - 1] {
    case .determiner, .possessive, .genitive, .adjective, .number, .noun, .name: return false
    default: return true
    }
  }

  /// `free throws`: no form of the verb, before a noun, and said of nobody (`are free`).
  private func isPlain(_ row: Int, before next: Int, _ context: ClaimContext) -> Bool {
    let (draft, lexicon) = (context.draft, context.lexicon)
    let word = draft.tokens[row].word
    guard draft.tokens.indices.contains(next), draft.classes[next] == .noun else { return false }
    return lexicon.facts(word).lemma == word && (row == 0 || draft.classes[row - 1] != .be)
  }

  private func longest(_ hits: [ClaimHit]) -> [ClaimHit] {
    var kept: [ClaimHit] = []
    kept.reserveCapacity(hits.count)
    for row in hits.indices
    where !hits.indices.contains(where: { $0 != row && hides(hits[$0], $0, hits[row], row) }) {
      kept.append(hits[row])
    }
    return kept
  }

  private func hides(_ longer: ClaimHit, _ other: Int, _ hit: ClaimHit, _ row: Int) -> Bool {
    guard longer.tokens.overlaps(hit.tokens), hit.phrase.sort == longer.phrase.sort else {
      return false
    }
    if longer.tokens.contains(hit.tokens), longer.tokens.count > hit.tokens.count {
      if isInside(hit, longer) { return false }
      return isAtLeastAsStrong(longer, hit) && mayCountAlike(longer, hit)
    }
    return longer.tokens == hit.tokens && wins(longer, other, over: hit, row)
  }

  /// `dead` of `received 30 dead and 100 wounded`: in the gap of a phrase that tells something else.
  private func isInside(_ hit: ClaimHit, _ longer: ClaimHit) -> Bool {
    guard case .topic(let mine, _) = longer.phrase, case .topic(let theirs, _) = hit.phrase else {
      return false
    }
    return mine != theirs && longer.tokens.lower < hit.tokens.lower
      && hit.tokens.upper < longer.tokens.upper
  }

  /// `taken to hospital, none with life-threatening injuries`: no phrase goes on over a comma.
  private func crossesComma(_ tokens: TokenRange, _ context: ClaimContext) -> Bool {
    (tokens.start + 1..<tokens.end - 1).contains { row in
      context.draft.tokens[row].kind == .mark && context.isMark(row, ",")
    }
  }

  /// A story's word is not hidden by a longer phrase of the language.
  private func isAtLeastAsStrong(_ one: ClaimHit, _ other: ClaimHit) -> Bool {
    guard case .topic(let mine, _) = one.phrase, case .topic(let theirs, _) = other.phrase else {
      return true
    }
    return traits[mine].fromStory || !traits[theirs].fromStory
  }

  /// `serving a six-year sentence` is of those held, and its `sentence` of the years.
  private func mayCountAlike(_ one: ClaimHit, _ other: ClaimHit) -> Bool {
    guard case .topic(let mine, _) = one.phrase, case .topic(let theirs, _) = other.phrase else {
      return true
    }
    return !traits[mine].ofPeople || !(traits[theirs].ofSpans || traits[theirs].ofSums)
  }

  private func wins(_ one: ClaimHit, _ row: Int, over other: ClaimHit, _ otherRow: Int) -> Bool {
    if case .topic(let mine, _) = one.phrase, case .topic(let theirs, _) = other.phrase {
      if traits[mine].fromStory != traits[theirs].fromStory { return traits[mine].fromStory }
    }
    if case .population(let mine) = one.phrase, case .population(let theirs) = other.phrase,
      populations[mine].depth != populations[theirs].depth
    {
      return populations[mine].depth > populations[theirs].depth
    }
    return row < otherRow
  }
}

extension ClaimPhrase {
  /// Hits of different sorts do not hide each other.
  var sort: Int {
    switch self {
    case .topic: 0
    case .population: 1
    case .contest: 2
    case .part: 3
    case .flow: 4
    case .otherEvent: 5
    case .victims: 6
    case .longSpan: 7
    case .takenBack: 8
    }
  }
}

extension ClaimWords {
  /// Whether a phrase may be filed under the word or its lemma.
  @inline(__always)
  func isClaimTrigger(_ word: WordID) -> Bool { tags(word).has(.claimTrigger) }
}
