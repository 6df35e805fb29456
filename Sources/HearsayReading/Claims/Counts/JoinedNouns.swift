import HearsayCore
import HearsayText

/// Finds nouns of people that share one number: `15 guards and soldiers`.
struct JoinedNouns: ClaimFinder {
  let context: ClaimContext
  let sentence: TokenRange

  /// The noun of a count with those joined to it.
  func all(_ noun: TokenRange, of number: TokenRange) -> TokenRange {
    guard noun.start >= number.end, noun.count > 0, isPlural(noun.end - 1) else { return noun }
    var end = noun.end
    while let next = joined(at: end) { end = next }
    // `arrested 12 men and soldiers seized the town`: the second noun has a verb of its own.
    let isClause = end < sentence.end && isVerb(end)
    return isClause && hasVerb(before: number.start) ? noun : TokenRange(noun.start, end)
  }

  /// One past the plural behind `and`, over adjectives.
  private func joined(at row: Int) -> Int? {
    guard row + 1 < sentence.end, tables.andWords.contains(draft.tokens[row].word) else {
      return nil
    }
    var head = row + 1
    while head < min(sentence.end, row + 4), draft.classes[head] == .adjective { head += 1 }
    guard head < sentence.end, isPlural(head), draft.classes[head] == .noun else { return nil }
    return head + 1
  }

  private func isPlural(_ row: Int) -> Bool {
    let word = draft.tokens[row].word
    return tables.persons.contains(word) && draft.facts[row].lemma != word
      && !draft.tokens[row].flags.contains(.capital)
  }

  private func isVerb(_ row: Int) -> Bool {
    draft.classes[row].isVerb || draft.classes[row].isAuxiliary
  }

  private func hasVerb(before row: Int) -> Bool {
    (sentence.start..<row).reversed().prefix(12).contains {
      draft.classes[$0].isVerb && !draft.facts[$0].tags.has(.clauseBorder)
    }
  }
}
