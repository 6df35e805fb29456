import HearsayCore

/// Words by which a sentence gives a number as what was said before.
package struct FormerWords: Hashable, Sendable {
  /// Words of a change: `down from 15`, `lowered from 57 to 42`.
  package var shifts: Set<String> = []
  /// The prepositions of a change, before its old and its new number.
  package var from: Set<String> = []
  package var to: Set<String> = []
  /// `earlier`, `initial`.
  package var adverbs: Set<String> = []
  /// Nouns and verbs of a figure given: `an earlier estimate of 240`.
  package var figures: Set<String> = []
  /// Verbs of saying, only right beside an adverb: `initially said`.
  package var verbs: Set<String> = []
  /// The auxiliary of what was before, verbs of saying after it, and those by which a sentence has
  /// another speaker.
  package var auxiliaries: Set<String> = []
  package var past: Set<String> = []
  package var speaking: Set<String> = []
  /// Verbs right before a number that they take back: `correcting the 8.4`; and what else takes it
  /// back: `not`, `rather than`.
  package var corrections: Set<String> = []
  package var denials: [[String]] = []

  package init() {}

  var isEmpty: Bool { shifts.isEmpty && adverbs.isEmpty }

  /// `six, not seven`, `rather than seven`, `correcting the seven`.
  func isTakenBack(_ before: [String]) -> Bool {
    denials.contains { before.suffix($0.count) == $0[...] }
      || before.suffix(3).contains(where: corrections.contains)
  }

  /// `after initially reporting`, `had earlier said`, at most a few words before the number.
  func isSaidBefore(_ before: [String]) -> Bool {
    let near = before.suffix(6)
    return zip(near, near.dropFirst()).contains { first, second in
      (adverbs.contains(first) && verbs.contains(second))
        || (verbs.contains(first) && adverbs.contains(second))
    }
  }

  /// The words after the last auxiliary when a verb of saying is among the first of them.
  func saidAfterAuxiliary(_ before: [String]) -> ArraySlice<String>? {
    guard let had = before.lastIndex(where: auxiliaries.contains) else { return nil }
    let next = before[(had + 1)...].prefix(3)
    return next.contains(where: past.contains) ? next : nil
  }
}
