import HearsayCore
import HearsayText

/// A word or phrase of the claim tables in a sentence.
struct ClaimHit {
  var tokens: TokenRange
  var phrase: ClaimPhrase
}

extension ClaimTables {
  /// Every phrase of the claim tables in a sentence, in order.
  ///
  /// A shorter one inside a longer one of the same sort is left out. With `asVerbs` a verb of the
  /// rules must stand as a verb; titles do not show it.
  ///
  /// - Complexity: O(*t* + *k*) for *t* tokens, *k* trigger words with their patterns.
  func hits(
    in sentence: TokenRange, _ context: ClaimContext, asVerbs: Bool = true
  ) -> [ClaimHit] {
    var found: [ClaimHit] = []
    for row in sentence.indices
    where context.lexicon.isClaimTrigger(
      context.draft.tokens[row].word)
    {
      let matches = phrases.matches(
        at: row, in: context.draft.tokens, within: sentence.start..<sentence.end, context.lexicon)
      for match in matches
      where !asVerbs || stands(match.payload, at: match.lower, context.draft, context.lexicon) {
        found.append(ClaimHit(tokens: TokenRange(match.lower, match.upper), phrase: match.payload))
      }
    }
    if found.count < 2 { return found }
    return longest(found).sorted { $0.tokens.lower < $1.tokens.lower }
  }

  /// `jails` as a noun is no verb of jailing; `confirmed as free` is a word of freeing all the same.
  func stands(
    _ phrase: ClaimPhrase, at row: Int, _ draft: Draft, _ lexicon: Lexicon
  ) -> Bool {
    guard case .topic(_, .verb) = phrase else { return true }
    if draft.classes[row].isVerb || draft.classes[row] == .adjective { return true }
    let word = draft.tokens[row].word
    guard draft.classes[row] == .noun, lexicon.facts(word).lemma == word, row > 0 else {
      return false
    }
    switch draft.classes[row - 1] {
    case .determiner, .possessive, .genitive, .adjective, .number, .noun, .name: return false
    default: return true
    }
  }

  private func longest(_ hits: [ClaimHit]) -> [ClaimHit] {
    hits.enumerated().filter { row, hit in
      !hits.enumerated().contains { other, longer in
        guard row != other, hit.phrase.sort == longer.phrase.sort,
          longer.tokens.overlaps(hit.tokens)
        else { return false }
        if longer.tokens.contains(hit.tokens), longer.tokens.count > hit.tokens.count {
          return isAtLeastAsStrong(longer, hit)
        }
        return longer.tokens == hit.tokens && wins(longer, other, over: hit, row)
      }
    }.map(\.element)
  }

  /// A story's word is not hidden by a longer phrase of the language.
  private func isAtLeastAsStrong(_ one: ClaimHit, _ other: ClaimHit) -> Bool {
    guard case .topic(let mine, _) = one.phrase, case .topic(let theirs, _) = other.phrase else {
      return true
    }
    return topics[mine].fromStory || !topics[theirs].fromStory
  }

  private func wins(_ one: ClaimHit, _ row: Int, over other: ClaimHit, _ otherRow: Int) -> Bool {
    if case .topic(let mine, _) = one.phrase, case .topic(let theirs, _) = other.phrase {
      if topics[mine].fromStory != topics[theirs].fromStory { return topics[mine].fromStory }
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
    }
  }
}

extension Lexicon {
  /// Whether a phrase may be filed under the word or its lemma.
  func isClaimTrigger(_ word: WordID) -> Bool {
    let facts = facts(word)
    return facts.tags.has(.claimTrigger) || tags(facts.lemma).has(.claimTrigger)
  }
}
